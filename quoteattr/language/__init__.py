"""Languages: their interface (``language.py``), and a folder for each."""

from __future__ import annotations

from quoteattr.errors import OptionError
from quoteattr.language.language import Language, of_package
from quoteattr.text import shorten

__all__ = ["ENGLISH", "SUPPORTED", "Language", "load"]

#: the supported languages, by ISO 639 code
SUPPORTED = {"en": "English", "eng": "English"}


def load_language(code: str) -> Language:
    """Load the language with an ISO 639 code.

    Args:
        code: one of ``SUPPORTED``.

    Raises:
        OptionError: the language is not supported.
    """
    if not isinstance(code, str) or code not in SUPPORTED:
        raise OptionError(
            f"language {shorten(code)} is not supported",
            where="language",
            remedy=f"pass one of {', '.join(SUPPORTED)}, or your own Language",
        )
    return of_package(code[:2])


#: the language of texts that specify none
ENGLISH = load_language("en")
