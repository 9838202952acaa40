"""A language: all its tables and functions that the package uses.

A language is an object of :class:`Language`: the ``LANGUAGE`` of a folder beside this file
(``en/``), or the argument ``language=`` of a caller. ``contract/`` documents its tables, in a
module for each kind; ``en/verbs.py`` fills the tables of ``contract/verbs.py``, and so on. A table
that a language leaves out is empty. Words are in lower case, with straight apostrophes, unless a
field says otherwise. Patterns use the syntax of the package ``regex``.

A new language needs at least

- ``saying`` and ``verb_forms``: the verbs of saying and their forms;
- ``subject_pronouns`` and ``pronoun_gender``, ``determiners``, ``prepositions``, ``conjunctions``,
  ``auxiliaries`` and ``be``: so that chunks show subjects and verbs;
- ``roles``, ``groups`` and ``plural``: nouns that can be speakers;
- ``titles`` and ``particles``: so that names are complete.

With these, quotes in quotation marks get cues and speakers. ``load_ordinary_words`` and
``load_given_names`` improve the detection of names. Reported clauses need ``vectors`` and a tagger
that was trained with them; transcripts, statements, posts and replies need
``contract/transcripts.py``. ``docs/extending.md`` shows a language of a few words,
``tests/toy_language.py`` one of thirty.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from typing import Any, SupportsIndex, TypeVar

from attrs import evolve, fields, frozen

from quoteattr.errors import OptionError
from quoteattr.language.contract.function_words import FunctionWordTables
from quoteattr.language.contract.names import NameTables
from quoteattr.language.contract.nouns import NounTables
from quoteattr.language.contract.occupations import OccupationTables
from quoteattr.language.contract.role_words import RoleWordTables
from quoteattr.language.contract.speech_nouns import SpeechNounTables
from quoteattr.language.contract.spelling import SpellingTables
from quoteattr.language.contract.transcripts import TranscriptTables
from quoteattr.language.contract.verbs import VerbTables
from quoteattr.language.contract.word_forms import WordForms
from quoteattr.language.tables import Words, check_table
from quoteattr.language.word_tags import (
    ACCORDING_TO,
    ADVERB,
    AGENT_MARKER,
    AUXILIARY,
    COMPLEMENTIZER,
    CONJUNCTION,
    COPULA,
    CUE_NOUN,
    DETERMINER,
    OBJECT_PRONOUN,
    OTHER_WORD,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    REPORTING,
    REPORTING_PARTICIPLE,
    SAYING,
    SAYING_PARTICIPLE,
    SUBORDINATOR,
    TIME,
)
from quoteattr.text import shorten

T = TypeVar("T")


def of_package(code: str) -> Language:
    """Load the language in the folder of the package with this name."""
    language: Language = import_module(f"{__package__}.{code}").LANGUAGE
    return language


@frozen(eq=False, repr=False, slots=False, kw_only=True)
class Language(
    WordForms,
    VerbTables,
    NounTables,
    RoleWordTables,
    SpeechNounTables,
    OccupationTables,
    FunctionWordTables,
    NameTables,
    SpellingTables,
    TranscriptTables,
):
    """The vocabulary, morphology and word lists of one language."""

    #: its ISO 639-1 code
    code: str
    #: its English name
    name: str

    def extended(self, **tables: Iterable[str] | Mapping[str, Any]) -> Language:
        """A copy of the language with more words in some of its tables.

        Args:
            tables: by table name, the words to add, or the entries if the table is a mapping.

        Raises:
            OptionError: there is no such table, or the value is not a list of words.

        >>> from quoteattr.language import ENGLISH
        >>> dutch = ENGLISH.extended(saying=["zeg"], roles=["wethouder"], titles={"drs.": ""})
        >>> dutch.tag("zeg"), "wethouders" in dutch.person_nouns
        ('S', True)
        """
        return evolve(self, **{name: self._joined(name, words) for name, words in tables.items()})

    def _joined(self, name: str, added: Iterable[str] | Mapping[str, Any]) -> Any:
        """A table with more words or entries."""
        table = getattr(self, name, None)
        if name not in _FIELDS or not isinstance(table, frozenset | tuple | dict):
            raise OptionError(
                f"a language has no table {shorten(name)}",
                where="language",
                remedy="use saying, reporting, roles, titles or another table in docs/extending.md",
            )
        words = check_table(name, added, type(table))
        return {**table, **words} if isinstance(table, dict) else type(table)([*table, *words])

    def __attrs_post_init__(self) -> None:
        """Accept lists and sets of words.

        Raises:
            OptionError: a table is a string, or contains something that is not a word.
        """
        for field in fields(Language):
            kind = _KINDS.get(str(field.type))
            if kind is not None:
                words = check_table(field.name, getattr(self, field.name), kind)
                object.__setattr__(self, field.name, words)

    # -- what follows from these -------------------------------------------------------------------

    @cached_property
    def word_tags(self) -> Mapping[str, str]:
        """The chunk tag of each word in the tables; later tables win: closed classes come last."""
        table: dict[str, str] = dict.fromkeys(self.cue_nouns, CUE_NOUN)
        table.update(self._verb_tags(self.reporting, REPORTING, REPORTING_PARTICIPLE))
        table.update(self._verb_tags(self.saying, SAYING, SAYING_PARTICIPLE))
        for words, tag in (
            (self.no_speakers, OTHER_WORD),
            (self.time_words | self.weekdays_months, TIME),
            (self.adverbs, ADVERB),
            (self.determiners, DETERMINER),
            (self.indefinite - self.determiners, PRONOUN),
            (self.subordinators, SUBORDINATOR),
            (self.prepositions, PREPOSITION),
            (self.conjunctions, CONJUNCTION),
            (self.auxiliaries, AUXILIARY),
            (self.be, COPULA),
            (self.agent, AGENT_MARKER),
            (self.complementizers, COMPLEMENTIZER),
            (self.relative, RELATIVE),
            (self.object_pronouns - self.possessives, OBJECT_PRONOUN),
            (self.subject_pronouns, PRONOUN),
            (self.according, ACCORDING_TO),
            (self.discourse_markers, ADVERB),
        ):
            table.update(dict.fromkeys(words, tag))
        return table

    def _verb_tags(self, verbs: Iterable[str], finite: str, ing: str) -> Iterator[tuple[str, str]]:
        """Each form of each verb with its tag."""
        for verb in verbs:
            for form in self.verb_forms(verb):
                yield form, ing if self.is_participle(form, verb) else finite

    def tag(self, word: str) -> str:
        """The chunk tag of a word in lower case, from the tables or else from its ending."""
        return self.word_tags.get(word) or self.tag_by_ending(word)

    @cached_property
    def person_nouns(self) -> Words:
        """Heads of nominals for people, singular and plural."""
        return self.roles | frozenset(map(self.plural, self.roles)) | self.plurals

    @cached_property
    def group_nouns(self) -> Words:
        """Heads of nominals for groups and organisations."""
        return self.groups | frozenset(map(self.plural, self.groups))

    @cached_property
    def document_nouns(self) -> Words:
        """Heads of nominals for documents."""
        return self.documents | frozenset(map(self.plural, self.documents))

    @cached_property
    def speaking_nouns(self) -> Words:
        """Heads of nominals that can speak."""
        return self.person_nouns | self.group_nouns | self.document_nouns

    @cached_property
    def ordinary_words(self) -> Words:
        """Words in lower case that a capital alone does not make a name."""
        return self.load_ordinary_words()

    @cached_property
    def given_names(self) -> Mapping[str, int]:
        """Given names in lower case, each with the share of men among its bearers, 0 to 100."""
        return self.load_given_names()

    @cached_property
    def telling(self) -> Words:
        """All forms of the verbs of telling and of asking somebody."""
        return self.all_forms(self.addressing | self.inquiring)

    @cached_property
    def informing(self) -> Words:
        """All forms of the verbs of telling somebody that something is so: not *asked*."""
        return self.all_forms(self.addressing - self.inquiring)

    def all_forms(self, verbs: Words) -> Words:
        """All forms of the verbs of a table, built once."""
        built = self._built_forms
        if verbs not in built:
            built[verbs] = frozenset(form for verb in verbs for form in self.verb_forms(verb))
        return built[verbs]

    @cached_property
    def _built_forms(self) -> dict[Words, Words]:
        """The forms of the tables of verbs that were asked for."""
        return {}

    # -- what other modules derive -----------------------------------------------------------------

    def derived(self, make: Callable[[Language], T]) -> T:
        """The result of ``make`` for this language, cached: patterns and sets of another module."""
        made = self._derived
        if make not in made:
            made[make] = make(self)
        result: T = made[make]
        return result

    @cached_property
    def _derived(self) -> dict[Callable[[Language], Any], Any]:
        """The cache of ``derived``."""
        return {}

    def __repr__(self) -> str:
        """The code and name; the tables are too long to show."""
        return f"Language(code={self.code!r}, name={self.name!r})"

    def __reduce_ex__(self, protocol: SupportsIndex) -> Any:
        """Pickle a language of the package by name; another process loads it itself."""
        module = sys.modules.get(f"{__package__}.{self.code}")
        if getattr(module, "LANGUAGE", None) is self:
            return of_package, (self.code,)
        return super().__reduce_ex__(protocol)

    def __getstate__(self) -> dict[str, Any]:
        """The tables only: everything else is derived again in another process."""
        return {name: self.__dict__[name] for name in self.__dict__ if name in _FIELDS}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        """Set the tables."""
        self.__dict__.update(state)


_FIELDS = frozenset(field.name for field in fields(Language))
#: the type of a table of words, by its annotation
_KINDS: dict[str, type] = {"Words": frozenset, "tuple[str, ...]": tuple}
