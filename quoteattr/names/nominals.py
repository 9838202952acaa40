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
_AGED = regex.compile(r"(?i:the)\s\d+-\S+")
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
            return kin[0] if len(kin) == 1 else self._kin(i, head, en.PRONOUN_GENDER.get(words[0]))
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
            found = self._owned(i, head) if possessed else self._by_epithet(i, head)
        return found

    def resolve_unknown(self, i: int) -> Entity | None:
        """A definite nominal of an unknown noun, if somebody was described by it; an age."""
        head = self._heads[i]
        if _AGED.fullmatch(self._said.roster.usage.whole(i)):
            return self._by_epithet(i, head)
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
        return self._relative_of(owner, head)

    def _kin(self, i: int, head: str, gender: str | None) -> Entity | None:
        """The other person of the last name of whom *his* or *her* goes back to: *her husband*."""
        if head not in en.FAMILY or gender not in ("m", "f"):
            return None
        owners = (e for e in self._recent() if self._said.gender[id(e)] == gender)
        return self._relative_of(next(owners, None), head)

    def _relative_of(self, owner: Entity | None, head: str) -> Entity | None:
        """The only other person of the owner's last name, if that one could be the relative."""
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
        words = self._said.roster.usage.whole(i).split()
        definite = words[0].lower() in en.DEFINITE
        aged = definite and words[-1][0].isdigit()
        partisan = definite and head in en.PARTISANS
        if aged or partisan or any(map(_identifies, words[1:-1])):
            return self._salient(i, head) or (self._at_hand(i, head) if aged else None)
        return self._at_hand(i, head) if definite and self._is_told(i, head) else None

    def _owned(self, i: int, head: str) -> Entity | None:
        """*Ada Berg's former treasurer*: the subject at hand, who is not the owner."""
        words = self._said.roster.usage.whole(i).split()
        owner = self._said.of_unit.get(i - 2)
        return self._salient(i, head, owner) if owner and any(map(_identifies, words)) else None

    def _salient(self, i: int, head: str, owner: Entity | None = None) -> Entity | None:
        """The most salient person so far; not the owner, and then a subject shortly before."""
        gender = en.KINSHIP.get(head, "")
        best, best_score = None, 0.0
        for mention in reversed(list(self._said.recent())):
            entity = mention.entity
            if entity in (None, owner) or self._said.likeness[id(entity)] <= 0:
                continue
            gap = self._said.roster.paragraphs[i] - mention.paragraph
            if gender and self._said.gender[id(entity)] not in ("", gender):
                continue
            if owner and (gap > 1 or mention.subject <= 0):
                continue
            score = 3.0 + mention.subject - 0.02 * (i - mention.unit) - _BY_PARAGRAPH * min(4, gap)
            score += _BY_OFFICE * (head in en.PARTISANS and bool(entity.roles & en.ELECTED))
            if score > best_score:
                best, best_score = entity, score
        return best

    def _at_hand(self, i: int, head: str) -> Entity | None:
        """The only person whom this paragraph has named, or else the one before.

        Nobody is, where either speaks of somebody without a name. Who had the noun before has it
        still.
        """
        said, here = self._said, self._said.roster.paragraphs[i]
        if said.described[head] or head in said.nouns:
            return said.nouns.get(head)
        near = [m for m in said.recent() if m.paragraph >= here - 1]
        named = [m for m in near if m.entity and said.likeness[id(m.entity)] >= 0]
        if any(m.entity is None for m in near):
            return None
        found = {m.entity for m in named if m.paragraph == here} or {m.entity for m in named}
        only = found.pop() if len(found) == 1 else None
        if only is None or (head in PERSON_NOUNS and only.roles & PERSON_NOUNS):
            return None
        gender = en.KINSHIP.get(head, "")
        return only if not gender or said.gender[id(only)] in ("", gender) else None

    def _is_told(self, i: int, head: str) -> bool:
        """The nominal says more than an office: an age, a man, or words beside the noun.

        A noun that goes with an event rather than a person may well be of somebody new.
        """
        if head in en.BRIDGED:
            return False
        words = self._said.roster.usage.whole(i).split()
        complement = self._symbols[i + 1 : i + 3] in ("oN", "oE", "oD")
        return len(words) > 2 or complement or head in en.KINSHIP


def _identifies(word: str) -> bool:
    """A capital, an age, *former*: the word tells somebody from others of the kind."""
    return word[0].isupper() or word[0].isdigit() or word == "former"


def _is_press(entity: Entity) -> bool:
    """The name has a word that newspapers and magazines have in theirs."""
    words = {word.lower() for word in entity.words}
    return not entity.titled and any(words & en.BODY_KINDS[kind] for kind in en.PRESS)
