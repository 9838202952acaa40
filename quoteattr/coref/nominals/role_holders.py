"""Resolve a role to its holder: *the actor*, and by its domain, *the Tresk president*.

The article gives the domain of each holder's role: *President Ada Moor of Tresk*, *Ada Moor,
the president of Tresk*, *Tresk’s president, Ada Moor*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product, takewhile

from quoteattr.coref.discourse import DiscourseReader, DiscourseState
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.roles.finder import RoleFinder
from quoteattr.detect.alphabet import COMMA, NAME, POSSESSIVE, PREPOSITION, SPEAKING_NOMINAL
from quoteattr.language import ENGLISH, Language

#: maximum number of mentions of a holder that are read
_NAMINGS = 12
#: number of initial letters that two words of one origin share, *Tresk* and *Treskian*, and number
#: of letters of the shorter one that may differ
_SHARED, _ENDING = 4, 2
#: in order: *of Tresk*, *Tresk’s president,*, *, the president*
_OF, _OWNED, _APPOSED = PREPOSITION + NAME, NAME + POSSESSIVE, COMMA + SPEAKING_NOMINAL


class RoleHolders(DiscourseReader):
    """Finds the holders of roles in one article."""

    def __init__(self, state: DiscourseState) -> None:
        super().__init__(state)
        self._domains: dict[int, frozenset[str]] = {}
        self._parties = frozenset(self._language.party_letters.values())

    def find(self, i: int) -> Entity | None:
        """The only holder of the role in chunk i with the same domain."""
        domain = self._capitals(self._names.whole(i).split()[1:-1])
        holders = self._state.entities_by_noun.get(self._heads[i], ()) if domain else ()
        named = [holder for holder in holders if self._shares(domain, holder)]
        return named[0] if len(named) == 1 else None

    def only(self, i: int) -> Entity | None:
        """The only person so far whom the noun in chunk i describes, without further words.

        By the roles next to the names, else by all roles that the article gives to somebody, else
        by those of the same kind: *the lawyer*, an attorney.
        """
        state, head = self._state, self._heads[i]
        people = head in self._language.person_nouns or head in self._language.role_kinds
        if not (people and state.is_bare(i)):
            return None
        only = state.only_before(self._holders(head, i), i)
        fits = only and state.personal(only) and not state.has_asked(only, i)
        return only if fits else None

    def _holders(self, noun: str, i: int) -> Collection[Entity]:
        """The entities with a role; if there are none, with one of its kind: *lawyer*, *attorney*.

        All roles are only read if one of the nouns is before chunk i.
        """
        by_noun, before = self._state.entities_by_noun, self._heads[:i]
        if by_noun.get(noun) or (noun in before and self._has_nameless_subject(noun)):
            return by_noun.get(noun, ())
        kind = self._language.role_kinds.get(noun, frozenset())
        holders = self._by_read_noun.get(noun) if noun in before else None
        if holders or not kind:
            return holders or ()
        tables = [by_noun] if kind.isdisjoint(before) else [by_noun, self._by_read_noun]
        return {e for table in tables for other in kind for e in table.get(other, ())}

    def _has_nameless_subject(self, noun: str) -> bool:
        """Whether the noun was a subject shortly before, and named nobody: *Bo’s lawyer wept*."""
        nameless = (m for m in self._state.recent() if m.entity is None and m.subjecthood > 0)
        return any(self._heads[mention.chunk] == noun for mention in nameless)

    @cached_property
    def _by_read_noun(self) -> Mapping[str, list[Entity]]:
        """The people by the nouns of all roles that the article gives them beside their names."""
        entities: defaultdict[str, list[Entity]] = defaultdict(list)
        finder = RoleFinder(self._table.text, self._table)
        for entity in filter(self._state.personal, self._table.entities):
            for noun in {role.noun for role in finder.find(entity.chunks) if role.noun}:
                entities[noun].append(entity)
        return entities

    def excludes(self, i: int, entity: Entity) -> bool:
        """Whether the entity holds the role in chunk i, but for another country, or still.

        Also whether it is of another party: *the Republican*.
        """
        if self._heads[i] not in entity.roles:
            return self._heads[i] in self._parties and not self._parties.isdisjoint(entity.roles)
        if self._is_past(i) and self._holds(self._heads[i], entity):
            return True
        words = self._capitals(self._names.whole(i).split()[1:-1])
        native = bool(words) and words[-1] in self._language.native_adjectives
        return native and bool(self._domain(entity)) and not self._shares(words, entity)

    def _is_past(self, i: int) -> bool:
        """Whether the noun in chunk i describes who has held an office: *the former mayor*."""
        return not self._language.past_holders.isdisjoint(self._names.whole(i).lower().split())

    def _holds(self, noun: str, entity: Entity) -> bool:
        """Whether the office before a name of the entity has the noun, and is not a former one."""
        offices = (self._names.whole(u).lower().split() for u in entity.chunks[:_NAMINGS])
        past = self._language.past_holders
        return any(noun in office and past.isdisjoint(office) for office in offices)

    def _shares(self, domain: Sequence[str], entity: Entity) -> bool:
        """Whether a word of the domain has the origin of a word in a role of the entity."""
        pairs = product(domain, self._domain(entity))
        return any(is_akin(word, other, self._language) for word, other in pairs)

    def _domain(self, entity: Entity) -> frozenset[str]:
        """The domain of the roles of the entity, cached."""
        if id(entity) not in self._domains:
            words = (word for u in entity.chunks[:_NAMINGS] for word in self._beside(u))
            self._domains[id(entity)] = frozenset(words)
        return self._domains[id(entity)]

    def _beside(self, u: int) -> Iterator[str]:
        """The capitalised words of the roles next to the name in chunk u."""
        tags = self._tags
        office = self._table.office(u)
        yield from self._capitals(office)
        if office:
            yield from self._around(u, u)
        if tags[u + 1 : u + 3] == _APPOSED:
            yield from self._of_nominal(u + 2)
        for k in range(max(0, u - 4), u - 1):
            if tags[k] == SPEAKING_NOMINAL and tags[k + 1 : u] in (COMMA, _OF + COMMA):
                yield from self._of_nominal(k)

    def _of_nominal(self, k: int) -> Iterator[str]:
        """The capitalised words of the nominal in chunk k, and of its complement."""
        yield from self._capitals(self._names.whole(k).split())
        yield from self._around(k, k)

    def _around(self, first: int, last: int) -> Iterator[str]:
        """The owner before an office, and the name after *of*."""
        tags, forms = self._tags, self._table.forms
        if tags[max(0, first - 2) : first] == _OWNED:
            yield from self._capitals(forms.get(first - 2, ()))
        joined = self._heads[last + 1 : last + 2]
        if not self._language.role_joints.isdisjoint(joined):
            yield from self._capitals(forms.get(last + 2, ()))

    def _capitals(self, words: Sequence[str]) -> list[str]:
        """The words with a capital that are not titles or nouns for people, in lower case."""
        language = self._language
        lower = [word.lower() for word in words if word[0].isupper()]
        tables = (
            language.determiners,
            language.titles,
            language.person_nouns,
            language.identifying,
        )
        return [word for word in lower if not any(word in nouns for nouns in tables)]


def is_akin(word: str, other: str, language: Language = ENGLISH) -> bool:
    """Whether two words, in lower case, are equal or of one origin.

    >>> is_akin("french", "france"), is_akin("malian", "malaysia"), is_akin("rill", "rillian")
    (True, False, True)
    """
    origins = language.origins
    if word in origins or other in origins:
        return origins.get(word, word) == origins.get(other, other)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False))
    shared = sum(1 for _ in same)
    return word == other or shared >= max(_SHARED, min(len(word), len(other)) - _ENDING)
