"""Whom a nominal stands for: one named beside it, one described so, the organisation at hand."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from quoteattr.find.lexicon import GROUP_NOUNS, PERSON_NOUNS
from quoteattr.language import en
from quoteattr.names.discourse import MENTIONS, Discourse, is_plural
from quoteattr.names.entities import Entity
from quoteattr.names.forms import keys

#: units between a nominal and the name in apposition to it
_COMPLEMENT = 10
_APPOSED = regex.compile(r"(?:o[dwg0v&oNDETK]{1,7})?,?N")
#: what closes an apposition; after the subject of a sentence, a verb may stand there as well
_CLOSED = frozenset(",.)/(-:uQ")
_CLOSED_SUBJECT = _CLOSED | frozenset("bxySRv")
#: how much an epithet loses a paragraph, and how much a member's office tells of *the Republican*
_BY_PARAGRAPH, _BY_OFFICE = 0.8, 3.0


class Nominals:
    """Resolves nominals by what has been said so far."""

    def __init__(self, said: Discourse) -> None:
        self._said = said
        self._symbols, self._heads = said.symbols, said.units.heads
        self._lasts = {entity.words[-1].lower() for entity in said.roster.entities}
        self._press = [entity for entity in said.roster.entities if _is_press(entity)]

    def resolve(self, i: int) -> Entity | None:
        """Whom a nominal stands for: one named beside it, or described so before."""
        beside = self._beside(i)
        if beside is not None:
            return beside
        words = self._said.roster.usage.whole(i).lower().split()
        head = self._heads[i]
        if words[0] in en.POSSESSIVES:
            kin = self._said.described[head] if head in en.KINSHIP else []
            return kin[0] if len(kin) == 1 else None
        possessed = i > 0 and self._symbols[i - 1] == "'"
        if possessed and head in en.FAMILY and (relative := self._relative(i, head)):
            return relative
        if (
            words[0] not in en.DEFINITE
            and i not in self._said.roster.usage.offices
            and not possessed
        ):
            return None
        if is_plural(head):
            return None
        found = self._by_role(i, head, words)
        if found is None and head in GROUP_NOUNS:
            found = self._by_kind(i, head)
        if found is None and head in en.PRESS_PIECES:
            found = self._of_press(i)
        if found is None and head in PERSON_NOUNS:
            found = self._by_epithet(i, head)
        return found

    def resolve_unknown(self, i: int) -> Entity | None:
        """A definite nominal of an unknown noun, if somebody was described by that noun."""
        head = self._heads[i]
        if (head not in self._lasts and head not in self._said.described) or is_plural(head):
            return None
        words = self._said.roster.usage.whole(i).lower().split()
        if words[0] not in en.DEFINITE:
            return None
        if head in self._said.described:
            return self._by_role(i, head, words)
        recent = (e for e in self._recent() if len(e.words) > 1 and not e.titled)
        return next((e for e in recent if e.words[-1].lower() == head), None)

    def _beside(self, i: int) -> Entity | None:
        """The name in apposition: *another critic, NAME,* or *NAME, the manager,*."""
        if is_plural(self._heads[i]):
            return None
        return self._in_office(i) or self._named_after(i) or self._named_before(i)

    def _relative(self, i: int, head: str) -> Entity | None:
        """The other person of the owner's last name: *Travis Berg's mother*, of Ada Berg."""
        owner = self._said.of_unit.get(i - 2) if self._symbols[i - 2 : i - 1] == "N" else None
        if owner is None or not self._said.personal(owner):
            return None
        return self._said.roster.relative(owner, en.KINSHIP.get(head, ""))

    def _in_office(self, i: int) -> Entity | None:
        """The name that an office with *of* runs into: *Secretary of State NAME*."""
        named = i + 2 in self._said.roster.usage.after_office
        if named and self._heads[i] in en.OFFICES_OF and self._symbols[i + 1] == "o":
            return self._said.roster.of_unit.get(i + 2)
        return None

    def _named_after(self, i: int) -> Entity | None:
        """*Another critic, NAME,*: a comma and the name follow, and the apposition closes."""
        symbols, head = self._symbols, self._heads[i]
        match = _APPOSED.match(symbols, i + 1, i + 1 + _COMPLEMENT)
        if not match or (head in GROUP_NOUNS and symbols[i - 1 : i] == "o"):
            return None
        k = match.end() - 1
        entity = self._said.roster.of_unit.get(k)
        closed = _CLOSED if i and symbols[i - 1] not in "./'" else _CLOSED_SUBJECT
        if entity and symbols[k - 1] == "," and symbols[k + 1 : k + 2] in closed:
            return entity if self._of_sort(entity, head) else None
        return None

    def _named_before(self, i: int) -> Entity | None:
        """*NAME, the manager and spokesman,*: the name was described by this very nominal."""
        before = self._symbols[max(0, i - 2) : i]
        after = self._symbols[i + 1 : i + 2]
        apposed = before in ("N,", "N(") and after in (",", ")", "o", ".", "&", "w")
        entity = self._said.of_unit.get(i - 2) if apposed or before == "D&" else None
        return entity if entity and self._heads[i] in entity.roles else None

    def _by_role(self, i: int, head: str, words: list[str]) -> Entity | None:
        """The one who was described by the same noun, best with the same words, last before."""
        best, best_score = None, -99.0
        for entity in self._said.described[head][:MENTIONS]:
            before = entity.before(i)
            if before < 0 or not self._of_sort(entity, head):
                continue
            score = 2.0 * len(entity.described.intersection(words[1:])) + before / i
            if score > best_score:
                best, best_score = entity, score
        return best

    def _of_sort(self, entity: Entity, head: str) -> bool:
        """A noun for people describes a person, one for groups does not."""
        if head in PERSON_NOUNS:
            return self._said.personal(entity)
        return not (entity.titled or entity.gendered) or head not in GROUP_NOUNS

    def _by_kind(self, i: int, head: str) -> Entity | None:
        """The organisation last named that is of that kind by its name, or just the last one."""
        kinds = en.BODY_KINDS.get(head, frozenset((head,)))
        recent = list(self._recent())
        for entity in recent:
            if kinds.intersection(w.lower() for w in entity.words) and not entity.titled:
                return entity
        if head not in en.BODY_KINDS:
            return None
        if head in en.FIRMS:
            return next((e for e in recent if self._could_be_firm(e)), None)
        return next((e for e in recent if e.organisation), None)

    def _of_press(self, i: int) -> Entity | None:
        """The newspaper or magazine last named: *the article* speaks for it."""
        press = (entity for entity in self._press if entity.before(i) >= 0)
        return max(press, key=lambda entity: entity.before(i), default=None)

    def _could_be_firm(self, entity: Entity) -> bool:
        """A name that is neither a person's nor a place's, nor that of another kind of body."""
        person = entity.titled or entity.gendered or entity.roles & PERSON_NOUNS
        place = (
            self._said.roster.usage.is_place(keys(entity.words))
            or entity.placed * 2 > len(entity.units) + 1
        )
        return not (person or place or entity.organisation)

    def _recent(self) -> Iterator[Entity]:
        """The entities named before unit i, the last one first."""
        for mention in self._said.recent():
            if mention.entity is not None:
                yield mention.entity

    def _by_epithet(self, i: int, head: str) -> Entity | None:
        """A definite nominal with a capital or an age in it is another name for the one at hand."""
        words = self._said.roster.usage.whole(i).split()[1:-1]
        if not any(word[0].isupper() or word[0].isdigit() or word == "former" for word in words):
            return None
        gender = en.KINSHIP.get(head, "")
        best, best_score = None, 0.0
        for mention in reversed(list(self._said.recent())):
            entity = mention.entity
            if entity is None or self._said.likeness[id(entity)] <= 0:
                continue
            shown = self._said.gender[id(entity)]
            if gender and shown and gender != shown:
                continue
            gap = self._said.roster.paragraphs[i] - mention.paragraph
            score = 3.0 + mention.subject - 0.02 * (i - mention.unit) - _BY_PARAGRAPH * min(4, gap)
            score += _BY_OFFICE * (head in en.PARTISANS and bool(entity.roles & en.ELECTED))
            if score > best_score:
                best, best_score = entity, score
        return best


def _is_press(entity: Entity) -> bool:
    """The name has a word that newspapers and magazines have in theirs."""
    words = {word.lower() for word in entity.words}
    return not entity.titled and any(words & en.BODY_KINDS[kind] for kind in en.PRESS)
