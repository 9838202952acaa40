"""Resolve several nouns for one person before the name: *the novelist, critic and poet NAME*.

Only the first noun has an article, which shows that all refer to one person.
"""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr.coref.discourse import DiscourseReader
from quoteattr.coref.entities.entity import Entity
from quoteattr.detect.alphabet import COMMA, CONJUNCTION
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.detect.patterns.row_regex import capture, one_of
from quoteattr.language.patterns import lazy_regex

#: how a noun for a person continues: *mother | of two*
_COMPLETED = "({PREPOSITION} {NUMBER|PRONOUN|OTHER_WORD|CUE_NOUN|NAME|NOMINAL}{1,3})?"
_MODIFIED = "{OTHER_WORD|CUE_NOUN|ING_FORM|NUMBER}{0,2}"
#: further nouns for one person, up to the name: *sprint coach | and former champion NAME*;
#: *the novelist | , critic and poet NAME*; nouns can be spelt as verbs
_FURTHER_NOUNS = lazy_regex(
    encode(_COMPLETED)
    + f"(?:{one_of('COMMA')}{encode(_MODIFIED)}{capture('noun', 'SPEAKING_NOMINAL')})*"
    + encode("{COMMA}? {CONJUNCTION}")
    + f"(?:{encode(_MODIFIED)}{capture('noun', 'OTHER_WORD|CUE|SPEAKING_NOMINAL|NAME')}"
    + f"{encode(_COMPLETED + ' {COMMA}?')})?"
    + capture("name", "NAME")
)
#: maximum number of chunks of such nouns and the name
_NOUNS = 16
#: what may follow a name in apposition to such nouns: *a nurse and mother, NAME, | said*
_AFTER_APPOSED = frozenset(
    tags(
        "COMMA|END|OPEN_BRACKET|CLOSE_BRACKET|DASH|COLON|SUBORDINATOR|QUOTE"
        "|COPULA|AUXILIARY|ADVERB|CUE|PAST_FORM"
    )
)


class FurtherNouns(DiscourseReader):
    """Finds the person of several nouns in one article."""

    def find(self, i: int) -> Entity | None:
        """The person whose name follows the nominal in chunk i and further nouns."""
        match = _FURTHER_NOUNS.match(self._tags, i + 1, i + 1 + _NOUNS)
        if match is None:
            return None
        name, nouns = match.start("name"), match.starts("noun")
        apposed = self._tags[name - 1] == COMMA
        closed = self._tags[name + 1 : name + 2] in _AFTER_APPOSED
        if (apposed and not closed) or not self._are_of_one(i, nouns):
            return None
        within = self._tags[name - 1] == CONJUNCTION and not self._opens_with_noun(name)
        entity = self._table.of_chunk.get(name)
        return entity if entity and not within and self._state.personal(entity) else None

    def _are_of_one(self, i: int, further: Iterable[int]) -> bool:
        """Whether the nouns in these chunks refer to one person: only the first has an article.

        *Her husband and son NAME* are two people.
        """
        heads, language = self._heads, self._language
        chunks = (i, *further)
        if self._table.is_owned(i) and any(heads[k] in language.family for k in chunks):
            return False
        bare = all(self._table.words(k)[0] not in language.determiners for k in further)
        return bare and all(heads[k] in language.person_nouns for k in chunks)

    def _opens_with_noun(self, k: int) -> bool:
        """Whether a lower-case noun without an article begins chunk k: *actress Ida Berg*."""
        office, language = self._table.office(k), self._language
        determined = not office or office[0] in language.determiners
        return not determined and office[-1] in language.person_nouns
