"""Resolve a nominal to an entity named next to it, a relative, or one described so before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from quoteattr.coref.discourse import DiscourseState
from quoteattr.coref.entities.attributes import AGE_ASIDE, NO_PERSON, is_called
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.families import only_relative
from quoteattr.coref.entities.gender import personal_gender
from quoteattr.coref.names.forms import keys
from quoteattr.coref.nominals.antecedents import AntecedentModel
from quoteattr.coref.nominals.further_nouns import FurtherNouns
from quoteattr.coref.nominals.officers import OfficerBodies
from quoteattr.coref.nominals.role_holders import RoleHolders
from quoteattr.coref.speaking import SpeakingMentions
from quoteattr.detect.alphabet import (
    COMMA,
    CONJUNCTION,
    NAME,
    NOMINAL,
    OPEN_BRACKET,
    PARAGRAPH_END,
    POSSESSIVE,
    PREPOSITION,
    SENTENCE_END,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.detect.patterns.row_regex import group, one_of
from quoteattr.language.patterns import lazy_regex

#: maximum number of chunks between a nominal and the name in apposition to it
_COMPLEMENT = 10
#: an age after a determiner: *73-year-old*
_AGE = lazy_regex(r"\d+-\S+")
_APPOSED = lazy_regex(
    encode(
        "({PREPOSITION} {DETERMINER|OTHER_WORD|ING_FORM|NUMBER|PAST_FORM|CONJUNCTION|PREPOSITION"
        "|NAME|NOMINAL|TIME|CUE_NOUN}{1,7})? {COMMA}? ({NAME} {POSSESSIVE})? {NAME}"
    )
)
#: in order: what stands before a name with whose it is: *, Emory’s*
_OWNED = COMMA + NAME + POSSESSIVE
#: where somebody is from, or for whom they are: *of Brack Hospital*
_OF_PLACE = lazy_regex(encode("({PREPOSITION} {DETERMINER|OTHER_WORD}{0,2} {NAME|NOMINAL}){1,3}"))
#: a participle and a name after a nominal: *named NAME*, *identified only as NAME*; a relative
#: clause with such a verb: *who goes by NAME*
_CALLED = lazy_regex(
    encode("({RELATIVE} {AUXILIARY|ADVERB|COPULA}*)?")
    + group("verb", "CUE|PAST_FORM|OTHER_WORD")
    + f"(?:{encode('{ADVERB}?')}{group('link', 'SUBORDINATOR|PREPOSITION|AGENT_MARKER')})?"
    + one_of("NAME")
)
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
#: a name, an age and maybe a place, and a comma: *Ida Berg, 34, from Brack,*; their chunks
_AGED = lazy_regex(encode("{NAME}") + AGE_ASIDE + encode("{COMMA}") + "$")
_AGED_CHUNKS = 9


class NominalResolver:
    """Resolves nominals by the names next to them and the mentions before them."""

    def __init__(self, state: DiscourseState, model: AntecedentModel) -> None:
        """Take the state of the discourse, and the model of descriptions."""
        self._state, self._model, self._language = state, model, state.language
        self._tags, self._heads = state.tags, state.chunks.heads
        self._further_nouns = FurtherNouns(state)
        self._speaking, self._officers = SpeakingMentions(state.table), OfficerBodies(state)
        self._holders = RoleHolders(state)
        self._press = [entity for entity in state.table.entities if self._is_press(entity)]

    def resolve(self, i: int) -> Entity | None:
        """The entity of the nominal in chunk i: named next to it, or described so before."""
        language, head = self._language, self._heads[i]
        entity = self.beside(i)
        if entity is not None:
            return entity
        first = self._words(i)[0]
        if first in language.possessives:
            return self._of_possessive(i, personal_gender(first, language))
        possessed = i > 0 and self._tags[i - 1] == POSSESSIVE
        if possessed and head in language.family:
            return self._relative(i, head)
        office = i in self._state.names.offices and first not in language.determiners
        if not (first in language.definite or office or possessed) or self._is_plural(i):
            return None
        if len(self._words(i)) == 2 and self._state.has_nameless_antecedent(i):
            return None
        if head in language.press_pieces:
            return self._of_press(i)
        named = self._named_so(i) or self._of_kind(i) or self._of_officer(i)
        named = named or self._holders.find(i)
        return named or self._described(i) or self._of_topic(i)

    def resolve_unknown(self, i: int) -> Entity | None:
        """The entity of a nominal of an unknown noun: named after a comma, or described so before.

        *His opposite number, NAME,*; *the juggler*; *the 33-year-old*.
        """
        apposed = self._named_after(i)
        if apposed is not None:
            return apposed
        head, words = self._heads[i], self._words(i)
        if words[0] not in self._language.definite:
            return None
        if len(words) == 2 and _AGE.fullmatch(words[1]):
            return self._described(i)
        if self._is_plural(i):
            return None
        if head in self._state.entities_by_noun:
            return self._described(i) or self._only_described(i)
        recent = (e for e in self._recent() if len(e.words) > 1 and not e.titled)
        return next((e for e in recent if e.words[-1].lower() == head), None)

    def beside(self, i: int) -> Entity | None:
        """The name in apposition: *another critic, NAME,* or *NAME, the manager,*.

        Also after *one of the nurses*, and after further nouns: *coach and former player NAME*.
        """
        if self._is_plural(i):
            return None
        beside = (
            self._in_office(i) or self._called(i) or self._named_after(i) or self._named_before(i)
        )
        return beside or self._further_nouns.find(i) or self._holder(i)

    def _holder(self, i: int) -> Entity | None:
        """The person whose office begins with the nominal: *former agent and legal aide NAME*.

        Relatives are excluded: *Bo’s husband and son NAME*.
        """
        holder = i if self._heads[i] in self._language.family else self._speaking.holder(i)
        return self._state.table.of_chunk.get(holder) if holder != i else None

    def _words(self, i: int) -> list[str]:
        """The words of the nominal in chunk i, in lower case."""
        return self._state.names.whole(i).lower().split()

    def _is_plural(self, i: int) -> bool:
        """Whether the noun in chunk i refers to several, or to two: *the pair*."""
        head = self._heads[i]
        return head in self._language.pairs or self._state.plurals.is_plural(head)

    def _described(self, i: int) -> Entity | None:
        """The entity that the model chooses; the person who asks does not answer.

        An entity described by a noun for groups is not a person from there on.
        """
        entity, expectation = self._model.choose(self._state, i), self._state.turns.expected(i)
        if (
            entity is None
            or self._holders.excludes(i, entity)
            or (
                expectation is not None
                and entity is self._state.referent(expectation.excluded_speaker)
            )
        ):
            return None
        head, language = self._heads[i], self._language
        if head in language.group_nouns and head not in language.person_nouns:
            self._state.person_likeness[id(entity)] = NO_PERSON
        return entity

    def _only_described(self, i: int) -> Entity | None:
        """The only entity so far that the noun describes: *the juggler*, Ada Berg, a juggler."""
        described = [e for e in self._state.entities_by_noun[self._heads[i]] if e.before(i) >= 0]
        only = described[0] if len(described) == len(self._words(i)) - 1 == 1 else None
        return only if only and not self._state.sentences.disjoint(only.before(i), i) else None

    def _of_topic(self, i: int) -> Entity | None:
        """The body to which *the company* as a subject refers: the previous sentence's subject.

        The description has no other word, and the article describes no other body so.
        """
        state, head = self._state, self._heads[i]
        if len(self._words(i)) != 2 or not self._is_topical(i):
            return None
        if any(self._may_be(e) for e in state.entities_by_noun.get(head, ())):
            return None
        for mention in state.recent():
            between = self._tags[mention.chunk : i]
            if between.count(SENTENCE_END) + between.count(PARAGRAPH_END) > 1:
                return None
            if mention.subject > 0 and not state.sentences.disjoint(mention.chunk, i):
                entity = mention.entity
                sole = entity and not (entity.heading or self._has_subject(mention.chunk + 1, i))
                if entity is None or not sole or self._is_owned(mention.chunk):
                    return None
                owns = state.owns_as_body(mention.chunk, entity, i)
                return entity if owns or self._may_be(entity) else None
        return None

    def _is_topical(self, i: int) -> bool:
        """Whether the noun for bodies speaks, or is one for any kind of body and a subject."""
        language, state, head = self._language, self._state, self._heads[i]
        speaks = head in language.group_nouns and state.sentences.says(i)
        return speaks or (head in language.any_body and state.sentences.is_subject(i))

    def _is_owned(self, k: int) -> bool:
        """*Its Tavra phone*: whether the name in chunk k belongs to another entity."""
        return self._words(k)[0] in self._language.possessives

    def _named_so(self, i: int) -> Entity | None:
        """The only body so far whose name has the noun as its head: *the bank*, Bank of Tresk.

        It must not be another subject or argument of the sentence.
        """
        head = self._heads[i]
        if len(self._words(i)) != 2 or head not in self._language.group_nouns:
            return None
        nouns = {head, self._language.plural(head)}
        named = [e for e in self._state.table.entities if e.before(i) >= 0 and e.noun in nouns]
        only = named[0] if len(named) == 1 else None
        return only if only and not self._state.sentences.disjoint(only.before(i), i) else None

    def _of_kind(self, i: int) -> Entity | None:
        """The only body so far whose name is of the kind of the noun: *the carrier*, Holt Airways.

        No other body was mentioned since. *Group Policy* is not a group.
        """
        head, state = self._heads[i], self._state
        kind = self._language.body_kinds.get(head, frozenset())
        if len(self._words(i)) != 2 or not kind:
            return None
        before = (e for e in state.table.entities if e.before(i) >= 0 and len(e.words) > 1)
        named = [e for e in before if not kind.isdisjoint(keys(e.words))]
        last = next((e for e in self._recent() if e in named or self._may_be(e)), None)
        only = named[0] if len(named) == 1 and named[0] is last else None
        if only is None or kind.isdisjoint((only.noun, only.words[-1].lower())):
            return None
        return None if state.sentences.disjoint(only.before(i), i) else only

    def _of_officer(self, i: int) -> Entity | None:
        """The body of the officer who speaks of *the company*, without further words."""
        entity = self._officers.find(i) if len(self._words(i)) == 2 else None
        return entity if entity and self._may_be(entity) else None

    def _has_subject(self, start: int, stop: int) -> bool:
        """Whether a nominal between two chunks is the subject of a sentence."""
        nominals = (k for k in range(start, stop) if self._tags[k] in NOMINAL)
        return any(self._state.sentences.is_subject(k) for k in nominals)

    def _may_be(self, entity: Entity) -> bool:
        """Whether the entity may be a body: nothing shows that it is a person."""
        state = self._state
        person = entity.titled or entity.gendered or entity.given_gender
        if person or state.table.names.is_place(keys(entity.words)):
            return False
        return state.person_likeness[id(entity)] < 0 or state.could_be_body(entity)

    # -- relatives ------------------------------------------------------------------------

    def _of_possessive(self, i: int, gender: str) -> Entity | None:
        """*Her husband*: the person described so, or the other person with her last name.

        Nobody is their own sister: the subject of the sentence is excluded.
        """
        language, described, head = self._language, self._state.entities_by_noun, self._heads[i]
        kin = described[head] if head in language.kinship and head in described else []
        if len(kin) == 1 and not self._is_subject(kin[0], i):
            return kin[0]
        if head not in language.family or not gender:
            return None
        owners = (e for e in self._recent() if self._state.gender[id(e)] == gender)
        return self._relative_of(next(owners, None), head)

    def _is_subject(self, entity: Entity, i: int) -> bool:
        """Whether the entity is a subject before chunk i in its sentence."""
        state, sentences = self._state, self._state.sentences
        before = takewhile(lambda m: sentences.in_sentence(m.chunk, i), state.recent())
        return any(mention.entity is entity and mention.subject > 0 for mention in before)

    def _relative(self, i: int, head: str) -> Entity | None:
        """The other person with the owner's last name: *Travis Berg's mother*, of Ada Berg."""
        owner = self._state.of_chunk.get(i - 2) if self._tags[i - 2 : i - 1] == NAME else None
        return self._relative_of(owner, head)

    def _relative_of(self, owner: Entity | None, head: str) -> Entity | None:
        """The only other person with the owner's last name, if this can be the relative."""
        if owner is None or not self._state.personal(owner):
            return None
        return only_relative(self._state.table, owner, self._language.kinship.get(head, ""))

    # -- appositions ----------------------------------------------------------------------

    def _in_office(self, i: int) -> Entity | None:
        """The name that an office with *of* runs into: *Secretary of State NAME*."""
        named = i + 2 in self._state.names.after_office
        joins = self._tags[i + 1 : i + 2] == PREPOSITION
        if named and joins and self._state.names.is_office(i):
            return self._state.table.of_chunk.get(i + 2)
        return None

    def _called(self, i: int) -> Entity | None:
        """*A baker named NAME*, *a witness identified only as NAME*, *a rebel who goes by NAME*."""
        match = _CALLED.match(self._tags, i + 1)
        if not match:
            return None
        language, name = self._language, match.end() - 1
        if match["link"]:
            link, verb = (self._heads[match.start(part)] for part in ("link", "verb"))
            identified = link in language.capacity and verb in language.identified
            named = identified or (link in language.agent and verb in language.going)
        else:
            named = is_called(self._state.chunks, name)
        return self._state.table.of_chunk.get(name) if named else None

    def _named_after(self, i: int) -> Entity | None:
        """*Another critic, NAME,*: a comma and the name follow, and the apposition ends."""
        row, head = self._tags, self._heads[i]
        match = _APPOSED.match(row, i + 1, i + 1 + _COMPLEMENT)
        if not match or (head in self._language.group_nouns and row[i - 1 : i] == PREPOSITION):
            return None
        k = match.end() - 1
        entity = self._state.table.of_chunk.get(k)
        closed = _CLOSED if i and row[i - 1] not in _UNKNOWN_SUBJECT else _CLOSED_SUBJECT
        after = self._behind_place(i, k + 1)
        parted = row[k - 1] == COMMA or row[max(0, k - 3) : k] == _OWNED
        if entity and parted and row[after : after + 1] in closed:
            return entity if self._is_of_kind(entity, head) else None
        return None

    def _behind_place(self, i: int, after: int) -> int:
        """The chunk behind *of Brack* in *her doctor, NAME of Brack*, where no phrase opens at i.

        *In a letter to the mayor, NAME of Brack* has a phrase there, and another subject.
        """
        governed = self._tags[i - 1 : i] == PREPOSITION if i else False
        place = None if governed else _OF_PLACE.match(self._tags, after)
        return place.end() if place else after

    def _named_before(self, i: int) -> Entity | None:
        """*NAME, the manager and spokesman,*: this very nominal described the name."""
        before, after = self._tags[max(0, i - 2) : i], self._tags[i + 1 : i + 2]
        aged = _AGED.search(self._tags, max(0, i - _AGED_CHUNKS), i)
        apposed = (aged or before in _BEFORE_APPOSED) and after in _AFTER_APPOSED
        name = aged.start() if aged else i - 2
        entity = self._state.of_chunk.get(name) if apposed or before == _JOINED else None
        return entity if entity and self._heads[i] in entity.roles else None

    def _is_of_kind(self, entity: Entity, head: str) -> bool:
        """Whether the kinds agree: a noun for people describes a person, one for groups does not.

        The last name may be a noun for bodies after a given name: *the mayor, Grace Church,*.
        """
        if head in self._language.person_nouns:
            has_given_name = entity.words[0].lower() in self._language.given_names
            return self._state.personal(entity) or (has_given_name and len(entity.words) == _FULL)
        return not (entity.titled or entity.gendered) or head not in self._language.group_nouns

    # -- the press ------------------------------------------------------------------------

    def _of_press(self, i: int) -> Entity | None:
        """The newspaper or magazine last named: *the article* speaks for it."""
        press = (entity for entity in self._press if entity.before(i) >= 0)
        return max(press, key=lambda entity: entity.before(i), default=None)

    def _is_press(self, entity: Entity) -> bool:
        """Whether the name has a word of newspapers and magazines."""
        words = {word.lower() for word in entity.words}
        kinds = self._language.body_kinds
        return not entity.titled and any(
            words & kinds.get(kind, frozenset()) for kind in self._language.press
        )

    def _recent(self) -> Iterator[Entity]:
        """The entities of the mentions so far, the last one first."""
        for mention in self._state.recent():
            if mention.entity is not None:
                yield mention.entity
