"""Whom a nominal stands for: one named beside it, a relative, or whom ``antecedents`` chooses."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from quoteattr.coref.antecedents import AntecedentModel
from quoteattr.coref.discourse import Discourse, is_plural
from quoteattr.coref.entities import Entity
from quoteattr.detect.lexicon import GROUP_NOUNS, PERSON_NOUNS
from quoteattr.language.en import tables as en

#: chunks between a nominal and the name in apposition to it
_COMPLEMENT = 10
_AGED = regex.compile(r"(?i:the)\s\d+-\S+")
_APPOSED = regex.compile(r"(?:o[dwg0v&oNDETK]{1,7})?,?N")
#: what closes an apposition; after the subject of a sentence, a verb may stand there as well
_CLOSED = frozenset(",.)/(-:uQ")
_CLOSED_SUBJECT = _CLOSED | frozenset("bxySRv")


class Nominals:
    """Resolves nominals by what has been said so far."""

    def __init__(self, said: Discourse, model: AntecedentModel) -> None:
        self._said, self._model = said, model
        self._tags, self._heads = said.tags, said.chunks.heads
        self._press = [entity for entity in said.roster.entities if _is_press(entity)]
        self._lasts = {entity.words[-1].lower() for entity in said.roster.entities}

    def resolve(self, i: int) -> Entity | None:
        """Whom a nominal stands for: one named beside it, or described so before."""
        beside = self.beside(i)
        if beside is not None:
            return beside
        words = self._said.roster.usage.whole(i).lower().split()
        head = self._heads[i]
        if words[0] in en.POSSESSIVES:
            kin = self._said.described[head] if head in en.KINSHIP else []
            return kin[0] if len(kin) == 1 else self._kin(i, head, en.PRONOUN_GENDER.get(words[0]))
        possessed = i > 0 and self._tags[i - 1] == "'"
        if possessed and head in en.FAMILY:
            return self._relative(i, head)
        if (
            words[0] not in en.DEFINITE
            and i not in self._said.roster.usage.offices
            and not possessed
        ):
            return None
        if is_plural(head):
            return None
        if head in en.PRESS_PIECES:
            return self._of_press(i)
        return self._model.choose(self._said, i)

    def resolve_unknown(self, i: int) -> Entity | None:
        """A definite nominal of an unknown noun, if somebody was described by it; an age."""
        head = self._heads[i]
        if _AGED.fullmatch(self._said.roster.usage.whole(i)):
            return self._model.choose(self._said, i)
        if (head not in self._lasts and head not in self._said.described) or is_plural(head):
            return None
        words = self._said.roster.usage.whole(i).lower().split()
        if words[0] not in en.DEFINITE:
            return None
        if head in self._said.described:
            return self._model.choose(self._said, i)
        recent = (e for e in self._recent() if len(e.words) > 1 and not e.titled)
        return next((e for e in recent if e.words[-1].lower() == head), None)

    def beside(self, i: int) -> Entity | None:
        """The name in apposition: *another critic, NAME,* or *NAME, the manager,*."""
        if is_plural(self._heads[i]):
            return None
        return self._in_office(i) or self._named_after(i) or self._named_before(i)

    def _relative(self, i: int, head: str) -> Entity | None:
        """The other person of the owner's last name: *Travis Berg's mother*, of Ada Berg."""
        owner = self._said.of_chunk.get(i - 2) if self._tags[i - 2 : i - 1] == "N" else None
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
        if named and self._heads[i] in en.OFFICES_OF and self._tags[i + 1] == "o":
            return self._said.roster.of_chunk.get(i + 2)
        return None

    def _named_after(self, i: int) -> Entity | None:
        """*Another critic, NAME,*: a comma and the name follow, and the apposition closes."""
        tags, head = self._tags, self._heads[i]
        match = _APPOSED.match(tags, i + 1, i + 1 + _COMPLEMENT)
        if not match or (head in GROUP_NOUNS and tags[i - 1 : i] == "o"):
            return None
        k = match.end() - 1
        entity = self._said.roster.of_chunk.get(k)
        closed = _CLOSED if i and tags[i - 1] not in "./'" else _CLOSED_SUBJECT
        if entity and tags[k - 1] == "," and tags[k + 1 : k + 2] in closed:
            return entity if self._of_sort(entity, head) else None
        return None

    def _named_before(self, i: int) -> Entity | None:
        """*NAME, the manager and spokesman,*: the name was described by this very nominal."""
        before = self._tags[max(0, i - 2) : i]
        after = self._tags[i + 1 : i + 2]
        apposed = before in ("N,", "N(") and after in (",", ")", "o", ".", "&", "w")
        entity = self._said.of_chunk.get(i - 2) if apposed or before == "D&" else None
        return entity if entity and self._heads[i] in entity.roles else None

    def _of_sort(self, entity: Entity, head: str) -> bool:
        """A noun for people describes a person, one for groups does not."""
        if head in PERSON_NOUNS:
            return self._said.personal(entity)
        return not (entity.titled or entity.gendered) or head not in GROUP_NOUNS

    def _of_press(self, i: int) -> Entity | None:
        """The newspaper or magazine last named: *the article* speaks for it."""
        press = (entity for entity in self._press if entity.before(i) >= 0)
        return max(press, key=lambda entity: entity.before(i), default=None)

    def _recent(self) -> Iterator[Entity]:
        """The entities named before chunk i, the last one first."""
        for mention in self._said.recent():
            if mention.entity is not None:
                yield mention.entity


def _is_press(entity: Entity) -> bool:
    """The name has a word that newspapers and magazines have in theirs."""
    words = {word.lower() for word in entity.words}
    return not entity.titled and any(words & en.BODY_KINDS[kind] for kind in en.PRESS)
