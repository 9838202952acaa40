"""Read asides after a name: *Ida Berg, | 63, of Dalby, a baker*.

An aside contains an age, an origin or employer, a party in court, a relative clause, or an
apposition (``appositions``).
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coref.roles.appositions import AppositionFinder
from quoteattr.coref.roles.context import RoleContext, RoleReader
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
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.language.patterns import lazy_re

#: a clause in which somebody said something tells little about who they are: *who said it rains*
_SPEAKS = lazy_re(encode("{RELATIVE} {ADVERB|AUXILIARY}* {SAYING}"))
#: tags before a participle: *best | known for*
_QUALIFIERS = frozenset(tags("OTHER_WORD|ADVERB"))
#: in order: *63,*; *and founder*
_AGE = NUMBER + COMMA
_AND_NOUN = CONJUNCTION + SPEAKING_NOMINAL


class AsideFinder(RoleReader):
    """Finds the roles in the asides after the names of one article."""

    def __init__(
        self,
        context: RoleContext,
        ends: RoleEnds,
        predicates: PredicateFinder,
        appositions: AppositionFinder,
    ) -> None:
        super().__init__(context)
        self._ends, self._predicates, self._appositions = ends, predicates, appositions

    def find(self, first: int) -> Iterator[Role]:
        """The role in an aside from chunk *first* on, with an age before it: *63, of Dalby*."""
        first += self._tags[first : first + 2] == _AND_NOUN
        k = self._after_age(first)
        if self._tags[k : k + 1] == RELATIVE:
            yield from self.relative(first, k)
        elif self.is_origin(after := k + self._appositions.is_adverbial(k)):
            yield from self.origin(first, after)
        elif self._is_pleading(k):
            yield Role(self._chunks.starts[first], self._chunks.ends[k], Rank.POSTMODIFIER)
        elif self._belongs(k) or self._is_station(k):
            yield from self.origin(first, k)
        else:
            yield from self._appositions.find(first, k)

    def _after_age(self, k: int) -> int:
        """The chunk after an age and its comma, which may begin with chunk k: *aged 63, | of*."""
        number = k + (self._heads[k : k + 1] != [] and self._heads[k] in self._language.aged)
        return number + 2 if self._tags[number : number + 2] == _AGE else k

    def _belongs(self, k: int) -> bool:
        """Whether an aside from chunk k on is a participle of origin or reputation.

        One word may precede it: *best known for*.
        """
        belonging = self._language.belonging
        if self._tags[k : k + 1] in _QUALIFIERS and self._heads[k] not in belonging:
            k += 1
        if belonging.isdisjoint(self._heads[k : k + 1]):
            return False
        return self._appositions.is_closed(k, self._ends.stop(k))

    def _is_station(self, k: int) -> bool:
        """Whether a preposition in chunk k and a noun give somebody's function: *in charge of*."""
        noun = self._heads[k + 1 : k + 2]
        if self._tags[k : k + 1] != PREPOSITION or self._language.stations.isdisjoint(noun):
            return False
        return self._appositions.is_closed(k, self._ends.stop(k))

    def _is_pleading(self, k: int) -> bool:
        """Whether a participle in chunk k, which is the whole aside, names the side in court."""
        pleads = not self._language.pleading.isdisjoint(self._heads[k : k + 1])
        return pleads and self._appositions.is_closed(k, k + 1)

    def origin(self, first: int, k: int) -> Iterator[Role]:
        """The complement of the name, and the aside after it: *Ida Berg of Dalby, a baker*."""
        yield from self._role(first, k, Rank.POSTMODIFIER)
        stop = self._ends.stop(k)
        if self._tags[stop : stop + 1] == COMMA:
            yield from self.find(stop + 1)

    def is_origin(self, k: int) -> bool:
        """Whether chunk k is a preposition before an origin or a body: *of Brack Council*."""
        return self._tags[k : k + 1] == PREPOSITION and self._heads[k] in self._context.words.origin

    def relative(self, first: int, k: int) -> Iterator[Role]:
        """The relative clause in chunk k, and the role in it: *who was the mayor*."""
        yield from self._predicates.find(k)
        if not _SPEAKS.match(self._tags, k):
            yield from self._role(first, k, Rank.POSTMODIFIER)

    def _role(self, first: int, k: int, rank: Rank) -> Iterator[Role]:
        """The role whose last part begins with chunk k, from chunk *first* on."""
        stop = self._ends.stop(k)
        if stop > k + 1:
            yield Role(self._chunks.starts[first], self._ends.before(stop), rank)
