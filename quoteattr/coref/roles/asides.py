"""What stands in an aside behind a name: *Ida Berg, | 63, of Dalby, a baker*.

An age, where somebody is from or works, for whom they are in court, a relative clause, or an
apposition (``appositions``).
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coref.roles.appositions import AppositionFinder
from quoteattr.coref.roles.context import RoleContext
from quoteattr.coref.roles.ends import RoleEnds
from quoteattr.coref.roles.predicates import PredicateFinder
from quoteattr.coref.roles.role import Rank, Role
from quoteattr.detect.alphabet import (
    COMMA,
    CONJUNCTION,
    NUMBER,
    PREPOSITION,
    RELATIVE,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.pattern import encode, tags
from quoteattr.language.patterns import lazy_regex

#: a clause in which somebody said something says little of who they are: *who said it rains*
_SPEAKS = lazy_regex(encode("{RELATIVE} {ADVERB|AUXILIARY}* {SAYING}"))
#: what may stand before a participle: *best | known for*
_QUALIFIERS = frozenset(tags("OTHER_WORD|ADVERB"))
#: in order: *63,*; *and founder*
_AGE = NUMBER + COMMA
_AND_NOUN = CONJUNCTION + SPEAKING_NOMINAL


class AsideFinder:
    """Finds the roles in the asides behind the names of one article."""

    def __init__(
        self,
        row: RoleContext,
        ends: RoleEnds,
        predicates: PredicateFinder,
        appositions: AppositionFinder,
    ) -> None:
        """Take the row of chunks of an article, where roles end, and what else an aside holds."""
        self._row, self._ends = row, ends
        self._predicates, self._appositions = predicates, appositions
        self._chunks, self._language = row.chunks, row.language
        self._tags, self._heads = row.tags, row.heads

    def find(self, first: int) -> Iterator[Role]:
        """What an aside from chunk *first* on says, an age before it: *63, of Dalby*."""
        first += self._tags[first : first + 2] == _AND_NOUN
        k = self._behind_age(first)
        if self._tags[k : k + 1] == RELATIVE:
            yield from self.relative(first, k)
        elif self.is_origin(behind := k + self._appositions.is_adverbial(k)):
            yield from self.origin(first, behind)
        elif self._is_pleading(k):
            yield Role(self._chunks.starts[first], self._chunks.ends[k], Rank.POSTMODIFIER)
        elif self._belongs(k) or self._is_station(k):
            yield from self.origin(first, k)
        else:
            yield from self._appositions.find(first, k)

    def _behind_age(self, k: int) -> int:
        """The chunk behind an age and its comma, which may begin with chunk k: *aged 63, | of*."""
        number = k + (self._heads[k : k + 1] != [] and self._heads[k] in self._language.aged)
        return number + 2 if self._tags[number : number + 2] == _AGE else k

    def _belongs(self, k: int) -> bool:
        """A participle says where somebody is from, and closes an aside that begins with chunk k.

        One word may stand before it: *best known for*.
        """
        belonging = self._language.belonging
        if self._tags[k : k + 1] in _QUALIFIERS and self._heads[k] not in belonging:
            k += 1
        if belonging.isdisjoint(self._heads[k : k + 1]):
            return False
        return self._appositions.is_closed(k, self._ends.stop(k))

    def _is_station(self, k: int) -> bool:
        """A preposition in chunk k and a noun say what somebody is there for: *in charge of*."""
        noun = self._heads[k + 1 : k + 2]
        if self._tags[k : k + 1] != PREPOSITION or self._language.stations.isdisjoint(noun):
            return False
        return self._appositions.is_closed(k, self._ends.stop(k))

    def _is_pleading(self, k: int) -> bool:
        """A participle in chunk k, all of an aside, says for whom somebody is in court."""
        pleads = not self._language.pleading.isdisjoint(self._heads[k : k + 1])
        return pleads and self._appositions.is_closed(k, k + 1)

    def origin(self, first: int, k: int) -> Iterator[Role]:
        """What the name is of, and the aside behind it: *Ida Berg of Dalby, a baker*."""
        yield from self._role(first, k, Rank.POSTMODIFIER)
        stop = self._ends.stop(k)
        if self._tags[stop : stop + 1] == COMMA:
            yield from self.find(stop + 1)

    def is_origin(self, k: int) -> bool:
        """Chunk k is a preposition before what somebody is of: *of Brack Council*."""
        return self._tags[k : k + 1] == PREPOSITION and self._heads[k] in self._row.words.origin

    def relative(self, first: int, k: int) -> Iterator[Role]:
        """The relative clause in chunk k, and what it says somebody is: *who was the mayor*."""
        yield from self._predicates.find(k)
        if not _SPEAKS.match(self._tags, k):
            yield from self._role(first, k, Rank.POSTMODIFIER)

    def _role(self, first: int, k: int, rank: Rank) -> Iterator[Role]:
        """The role whose words from chunk k on are its last part, from chunk *first* on."""
        stop = self._ends.stop(k)
        if stop > k + 1:
            yield Role(self._chunks.starts[first], self._ends.before(stop), rank)
