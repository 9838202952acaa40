"""Find the name in apposition to a nominal: *NAME, the manager,*; *a man named NAME*."""

from __future__ import annotations

from quoteattr.coref.discourse import DiscourseReader, DiscourseState
from quoteattr.coref.entities.attributes import AGE_ASIDE
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.nominals.called_names import CalledNames
from quoteattr.coref.nominals.further_nouns import FurtherNouns
from quoteattr.coref.speaking import SpeakingMentions
from quoteattr.detect.alphabet import (
    COMMA,
    CONJUNCTION,
    NAME,
    OPEN_BRACKET,
    POSSESSIVE,
    PREPOSITION,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.language.patterns import lazy_re

#: maximum number of chunks between a nominal and the name in apposition to it
_COMPLEMENT = 10
_APPOSED = lazy_re(
    encode(
        "({PREPOSITION} {DETERMINER|OTHER_WORD|ING_FORM|NUMBER|PAST_FORM|CONJUNCTION|PREPOSITION"
        "|NAME|NOMINAL|TIME|CUE_NOUN}{1,7})? {COMMA|DASH|OPEN_BRACKET}? ({NAME} {POSSESSIVE})?"
        " {NAME}"
    )
)
_OPENS_APPOSITION = frozenset(tags("COMMA|DASH|OPEN_BRACKET"))
#: *of the Vale Party (VP) NAME*
_OF_BODY = lazy_re(encode("{PREPOSITION} {NAME} {OPEN_BRACKET} {NAME} {CLOSE_BRACKET} {NAME}"))
#: *of research at Vale Bank NAME*, *of the Council’s Road Board NAME*
_OF_FIELD = lazy_re(
    encode("({PREPOSITION} {DETERMINER|OTHER_WORD|NOMINAL|NAME}{1,3}){1,2} {PREPOSITION} {NAME}")
    + encode(" | {PREPOSITION} {NAME} {POSSESSIVE} {NAME}")
)
#: in order: what stands before a name with whose it is: *, Emory’s*
_OWNED = COMMA + NAME + POSSESSIVE
#: where somebody is from, or for whom they are: *of Brack Hospital*
_OF_PLACE = lazy_re(encode("({PREPOSITION} {DETERMINER|OTHER_WORD}{0,2} {NAME|NOMINAL}){1,3}"))
#: number of words of a given name and a last name
_FULL = 2
#: the end of an apposition; after the subject of a sentence also a verb
_CLOSED = frozenset(tags("COMMA|END|OPEN_BRACKET|CLOSE_BRACKET|DASH|COLON|SUBORDINATOR|QUOTE"))
_CLOSED_SUBJECT = _CLOSED | frozenset(tags("COPULA|AUXILIARY|ADVERB|CUE|PAST_FORM"))
#: what may follow a nominal in apposition to the name before it
_AFTER_APPOSED = frozenset(
    tags("COMMA|CLOSE_BRACKET|PREPOSITION|SENTENCE_END|CONJUNCTION|OTHER_WORD")
)
_UNKNOWN_SUBJECT = tags("END|POSSESSIVE")
#: in order: *Ida Berg,*; *Ida Berg (*; *the mayor and*
_BEFORE_APPOSED = frozenset((NAME + COMMA, NAME + OPEN_BRACKET))
_JOINED = SPEAKING_NOMINAL + CONJUNCTION
#: the last chunk of each
_BEFORE_DESCRIBED = frozenset(tags("COMMA|OPEN_BRACKET|CONJUNCTION"))
#: a name, an age and maybe a place, and a comma: *Ida Berg, 34, from Brack,*; their chunks
_AGED = lazy_re(encode("{NAME}") + AGE_ASIDE + encode("{COMMA}") + "$")
_AGED_CHUNKS = 9


class ApposedNames(DiscourseReader):
    """Finds the entity whose name is in apposition to a nominal."""

    def __init__(self, state: DiscourseState) -> None:
        super().__init__(state)
        self._further_nouns, self._speaking = FurtherNouns(state), SpeakingMentions(state.table)
        self._called = CalledNames(state)

    def find(self, i: int) -> Entity | None:
        """The name in apposition: *another critic, NAME,* or *NAME, the manager,*.

        Also after *one of the nurses*, and after further nouns: *coach and former player NAME*.
        """
        if self._state.plurals.is_plural_or_pair(self._heads[i]):
            return None
        apposed = (
            self._in_office(i)
            or self._called.find(i)
            or self.named_after(i)
            or self._named_before(i)
        )
        return apposed or self._further_nouns.find(i) or self._holder(i)

    def _holder(self, i: int) -> Entity | None:
        """The person whose office begins with the nominal: *former agent and legal aide NAME*.

        Relatives are excluded: *Bo’s husband and son NAME*.
        """
        holder = i if self._heads[i] in self._language.family else self._speaking.holder(i)
        return self._table.of_chunk.get(holder) if holder != i else None

    def _in_office(self, i: int) -> Entity | None:
        """The name that an office with *of* runs into: *Secretary of State NAME*.

        Also after its field, *head of research at Vale Bank NAME*, *chairman of the Council’s Road
        Board NAME*, and after the acronym of a body: *the head of the Vale Party (VP) NAME*.
        """
        named = i + 2
        field = _OF_FIELD.match(self._tags, i + 1)
        if field and named not in self._names.after_office and self._names.is_office(i):
            named = field.end() - 1
        named = named if named in self._names.after_office else -1
        body = _OF_BODY.match(self._tags, i + 1)
        if body and self._heads[i] in self._language.person_nouns:
            named = body.end() - 1
        return self._table.of_chunk.get(named)

    def named_after(self, i: int) -> Entity | None:
        """*Another critic, NAME,*, *the chief — NAME — said*: a sign and the name, which ends."""
        row, head = self._tags, self._heads[i]
        match = _APPOSED.match(row, i + 1, i + 1 + _COMPLEMENT)
        if not match or (head in self._language.group_nouns and row[i - 1 : i] == PREPOSITION):
            return None
        k = match.end() - 1
        entity = self._table.of_chunk.get(k)
        closed = _CLOSED if i and row[i - 1] not in _UNKNOWN_SUBJECT else _CLOSED_SUBJECT
        after = self._after_place(i, k + 1)
        parted = row[k - 1] in _OPENS_APPOSITION or row[max(0, k - 3) : k] == _OWNED
        if entity and parted and row[after : after + 1] in closed:
            return entity if self._is_of_kind(entity, head) else None
        return None

    def _after_place(self, i: int, after: int) -> int:
        """The chunk after *of Brack* in *her doctor, NAME of Brack*, where no phrase opens at i.

        *In a letter to the mayor, NAME of Brack* has a phrase there, and another subject.
        """
        governed = self._tags[i - 1 : i] == PREPOSITION if i else False
        place = None if governed else _OF_PLACE.match(self._tags, after)
        return place.end() if place else after

    def _named_before(self, i: int) -> Entity | None:
        """*NAME, the manager and spokesman,*: this very nominal described the name."""
        before, after = self._tags[max(0, i - 2) : i], self._tags[i + 1 : i + 2]
        if before[-1:] not in _BEFORE_DESCRIBED:
            return None
        aged = _AGED.search(self._tags, max(0, i - _AGED_CHUNKS), i)
        apposed = (aged or before in _BEFORE_APPOSED) and after in _AFTER_APPOSED
        name = aged.start() if aged else i - 2
        entity = self._state.of_chunk.get(name) if apposed or before == _JOINED else None
        return entity if entity and self._heads[i] in entity.roles else None

    def _is_of_kind(self, entity: Entity, head: str) -> bool:
        """Whether the kinds agree: a noun for people describes a person, one for groups does not.

        The last name may be a noun for bodies after a given name: *the mayor, Grace Church,*. A
        body does what some people do: *the contractor, Rillco Ltd,*.
        """
        if head in self._language.body_agents:
            return True
        if head in self._language.person_nouns:
            has_given_name = entity.words[0].lower() in self._language.given_names
            return self._state.personal(entity) or (has_given_name and len(entity.words) == _FULL)
        return not entity.shown_person or head not in self._language.group_nouns
