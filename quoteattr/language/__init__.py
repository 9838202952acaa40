"""What the package knows of languages: the contract (``language.py``), and a folder for each."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from quoteattr.language.language import Language

__all__ = ["ENGLISH", "SUPPORTED", "Language", "load"]

#: the languages that are read, by their codes of ISO 639
SUPPORTED = {"en": "English", "eng": "English"}


@lru_cache
def load(code: str) -> Language:
    """The language with a code of ISO 639-1, one of ``SUPPORTED``."""
    language: Language = import_module(f"quoteattr.language.{code[:2]}").LANGUAGE
    return language


#: the language of texts that tell none
ENGLISH = load("en")
