"""The forms of words, and lists of words that are read from files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from quoteattr.language import defaults
from quoteattr.language.tables import Words

if TYPE_CHECKING:  # slow to import
    from importlib.resources.abc import Traversable


@frozen(eq=False, repr=False, slots=False, kw_only=True)
class WordForms:
    """The forms of words, and lists of words that are read from files."""

    #: all forms of a verb, the base first, participles that report beside a clause last
    verb_forms: Callable[[str], Iterable[str]] = defaults.forms
    #: whether the form of a verb is a participle that reports beside a clause: *saying*
    is_participle: Callable[[str, str], bool] = defaults.never
    #: the plural of a noun
    plural: Callable[[str], str] = defaults.unchanged
    #: whether a word that no table has is a plural, by its ending: *ophthalmologists*
    looks_plural: Callable[[str], bool] = defaults.no_plural
    #: the tag of a word that no table has, from its ending: one of ``word_tags.py``
    tag_by_ending: Callable[[str], str] = defaults.other
    #: loads the ordinary words, which a capital alone does not make names
    load_ordinary_words: Callable[[], Words] = defaults.no_words
    #: loads the given names, each with the percentage of men among its bearers
    load_given_names: Callable[[], Mapping[str, int]] = defaults.no_names
    #: the file of word vectors (``tag/embeddings.py``)
    vectors: Traversable | None = None
