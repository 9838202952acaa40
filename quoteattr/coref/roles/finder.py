"""Find the roles of an entity in an article: *the mayor of Brack*, *who owns the bakery*.

They precede a name (``before_name``, ``before_comma``), follow it (``after_name``), follow a verb
of which it is the subject (``predicates``), or replace it (*the mayor*, as a mention of its own).
All are read from the chunks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quoteattr.coref.entities.table import EntityTable
from quoteattr.coref.roles.after_name import PostposedFinder
from quoteattr.coref.roles.before_comma import PreposedFinder
from quoteattr.coref.roles.before_name import OfficeFinder
from quoteattr.coref.roles.context import RoleContext
from quoteattr.coref.roles.ends import RoleEnds
from quoteattr.coref.roles.predicates import PredicateFinder
from quoteattr.coref.roles.role import Rank, Role
from quoteattr.detect.alphabet import COMMA, NAME, NAMING, NOMINAL, OTHER_WORD, PRONOUN, RELATIVE
from quoteattr.detect.patterns.pattern import tags

#: mentions that can be the subject of *is the mayor*
_SUBJECTS = tags("NAMING|PRONOUN")
#: *Bo,*
_NAME_AND_COMMA = NAME + COMMA


class RoleFinder:
    """Finds the roles of the entities of one article."""

    def __init__(self, text: str, table: EntityTable) -> None:
        self._context = RoleContext(text, table)
        self._ends = RoleEnds(self._context)
        self._predicates = PredicateFinder(self._context, self._ends)
        self._offices, self._preposed = OfficeFinder(self._context), PreposedFinder(self._context)
        self._postposed = PostposedFinder(self._context, self._ends, self._predicates)
        self._chunks, self._language = table.chunks, table.language
        self._tags, self._heads = table.chunks.tags, table.chunks.heads
        self.words, self.title_end = self._context.words, self._context.title_end

    def find(self, mentions: Sequence[int]) -> list[Role]:
        """The roles of an entity, in the order of the text."""
        roles: dict[tuple[int, int], Role] = {}
        for i in mentions:
            for role in self._at(i):
                earlier = roles.get((role.start, role.end))
                if earlier is None or role.rank is Rank.SHARED or role.rank < earlier.rank:
                    roles[role.start, role.end] = role
        offices = self._context.names.offices
        names = [i for i in mentions if self._tags[i] in NAMING and i not in offices]
        own = (role for role in roles.values() if not self._is_of_another(role, mentions))
        return sorted(role for role in own if not self._holds_name(role, names))

    def _is_of_another(self, role: Role, mentions: Sequence[int]) -> bool:
        """Whether a nominal follows a comma and the name of somebody else: *Bo, | a friend | ,*."""
        name = role.head - 2
        beside = self._tags[max(0, name) : role.head] == _NAME_AND_COMMA
        another = beside and self._context.is_person(name) and name not in mentions
        return role.rank is Rank.MENTION and another

    def _holds_name(self, role: Role, names: Sequence[int]) -> bool:
        """Whether a nominal contains, or begins with, one of these chunks of the entity."""
        starts, ends = self._chunks.starts, self._chunks.ends
        after = bisect_left(names, role.start, key=starts.__getitem__)
        if after == len(names) or ends[names[after]] > role.end:
            return False
        begins = starts[names[after]] == role.start
        return role.rank is Rank.MENTION or (role.rank is Rank.BESIDE and begins)

    def _at(self, i: int) -> Iterator[Role]:
        """The roles next to the mention in chunk i, or in it."""
        tag = self._tags[i]
        if tag in NAMING:
            yield from self._offices.find(i)
            yield from self._postposed.find(i)
        if tag == PRONOUN:
            yield from self._preposed.before_pronoun(i)
        if tag in _SUBJECTS:
            yield from self._predicates.find(i)
        elif tag in NOMINAL and i not in self._context.table.of_chunk:
            yield from self.of_mention(i)

    def of_mention(self, i: int) -> Iterator[Role]:
        """The nominal in chunk i, which refers to the entity."""
        if self._modifies_next(i):
            return
        stop = i + 1
        after = self._tags[stop : stop + 1]
        if after == RELATIVE or (after and self._heads[stop] in self.words.complements):
            stop = self._ends.stop(i)
        yield Role(self._chunks.starts[i], self._ends.before(stop), Rank.MENTION, i, self._heads[i])

    def _modifies_next(self, i: int) -> bool:
        """Whether the noun in chunk i is an adjective of the next: *the humanitarian | crisis*."""
        adjective = self._heads[i] in self._language.adjectival_nouns
        before_word = adjective and self._tags[i + 1 : i + 2] == OTHER_WORD
        return before_word and self._heads[i + 1] not in self._language.past_forms
