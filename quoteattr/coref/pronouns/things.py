"""Resolve *it*: to an organisation, a group without a name, or a document."""

from __future__ import annotations

from functools import cached_property
from itertools import islice

from quoteattr.coref.discourse import Antecedent, DiscourseReader, DiscourseState, PriorMention
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.sentences import SUBJECTS
from quoteattr.detect.alphabet import (
    COMMA,
    CUE,
    NAME,
    NOMINAL,
    PRONOUN,
    RELATIVE,
    SENTENCE_END,
    SPEAKING_NOMINAL,
    SUBORDINATOR,
)
from quoteattr.detect.patterns.pattern import encode
from quoteattr.detect.patterns.row_regex import TO_VERB, capture
from quoteattr.language.patterns import lazy_re, lazy_regex

#: maximum distance of the antecedent of *it*, in chunks and in mentions
_THING, _THING_MENTIONS = 40, 3
#: maximum number of sentence ends between a document and *it*
_DOCUMENT_SENTENCES = 1
#: a name, and the clause of a pronoun right after it
_NAMES_WITH_CLAUSE = frozenset(NAME + SUBORDINATOR + PRONOUN + cue for cue in CUE)
#: who sends a message, and the clause up to it: *NAME sent her brother | a message*
_SENDERS = frozenset(NAME + NOMINAL)
_DELIVERED = lazy_regex(
    capture("speaker", "NAME|NOMINAL")
    + (TO_VERB + capture("verb", "CUE|PAST_FORM|OTHER_WORD"))
    + encode("{OBJECT_PRONOUN|NAME|NOMINAL|PREPOSITION|OTHER_WORD}{0,3} $")
)
#: maximum number of chunks of such a clause
_CLAUSE = 12
#: an apposition up to its second comma
_TO_COMMA = lazy_re(encode("{^COMMA|END|QUOTE|CUE}{1,12} {COMMA}"))


class ThingResolver(DiscourseReader):
    """Resolves *it* by the mentions before it."""

    def __init__(self, state: DiscourseState) -> None:
        super().__init__(state)
        self._delivering = self._language.all_forms(self._language.delivering)

    def resolve(self, i: int) -> Antecedent:
        """The organisation to which *it* refers, as the last subject; a group or a document."""
        body = self._named_before_clause(i)
        if body is not None:
            return Antecedent(body)
        written = self._reads(i)
        unnamed = self._document_before(i, written)
        if unnamed < 0 and not written:
            unnamed = self._group_before(i)
        for mention in islice(reversed(self._state.mentions), _THING_MENTIONS):
            if mention.chunk <= unnamed or written:
                break
            passing = mention.subjecthood <= 0 or self._state.is_possessed(mention.chunk)
            if mention.entity is None and passing:
                continue
            if mention.chunk < i - _THING or mention.entity is None:
                return Antecedent()
            if mention.subjecthood > 0:
                impersonal = self._state.impersonal(mention.entity)
                is_thing = impersonal and mention.gender in ("", "n")
                speaks = self._speaks_as_thing(i, mention)
                return Antecedent(mention.entity if is_thing or speaks else None)
        if unnamed < 0:
            return Antecedent()
        author = self._author(unnamed)
        entity = self._state.of_chunk.get(author)
        return Antecedent(nominal=author) if entity is None else Antecedent(entity)

    def _author(self, k: int) -> int:
        """The chunk of the sender of the message in chunk k, else k: *a text from NAME. It read*.

        Also *NAME sent a text. It read …*.
        """
        if self._heads[k] not in self._language.messages:
            return k
        sent = any(head in self._language.sending for head in self._heads[k + 1 : k + 2])
        if sent and self._tags[k + 2 : k + 3] in _SENDERS:
            return k + 2
        delivered = _DELIVERED.search(self._tags, max(0, k - _CLAUSE), k)
        if delivered is None or self._heads[delivered.start("verb")] not in self._delivering:
            return k
        return delivered.start("speaker")

    def _speaks_as_thing(self, i: int, mention: PriorMention) -> bool:
        """*Nordwind denied it. “No,” it said*: *it* speaks, and no subject follows the name."""
        state, entity = self._state, mention.entity
        if entity is None or not state.sentences.says(i):
            return False
        if self._tags[mention.chunk] == PRONOUN:
            return mention.gender == "n"
        nominals = (k for k in range(mention.chunk + 1, i) if self._tags[k] in NOMINAL)
        if any(state.sentences.is_subject(k) for k in nominals):
            return False
        if self._tags[mention.chunk] != NAME:  # *Rill, a bank, will close*
            return self._heads[mention.chunk] in self._language.group_nouns
        if self._is_only_body(entity, i) and state.has_no_sign_of_person(entity):
            return True
        return state.could_be_body(entity) or state.owns_as_body(mention.chunk, entity, i)

    def _is_only_body(self, entity: Entity, i: int) -> bool:
        """Whether no other name and no group precedes chunk i: *Rill Winch paid. “…,” it said*."""
        others = (e for e in self._first_named if e is not entity)
        return self._first_group >= i and all(other.chunks[0] > i for other in others)

    @cached_property
    def _first_named(self) -> list[Entity]:
        """The two entities that the article names first."""
        return sorted(self._table.entities, key=lambda entity: entity.chunks[0])[:2]

    @cached_property
    def _first_group(self) -> int:
        """The first chunk whose head is a noun for groups; the number of chunks if none is."""
        groups = self._language.group_nouns
        return next((k for k, head in enumerate(self._heads) if head in groups), len(self._heads))

    def _named_before_clause(self, i: int) -> Entity | None:
        """*X sued the Mirror because it said …*: the body right before the clause of *it*."""
        entity = self._state.of_chunk.get(i - 2)
        clause = self._tags[max(0, i - 2) : i + 2] in _NAMES_WITH_CLAUSE
        return entity if entity and clause and self._state.could_be_body(entity) else None

    def _document_before(self, i: int, written: bool) -> int:
        """The chunk of the document in the previous sentence to which *it* refers, else -1.

        Args:
            i: the chunk of the pronoun.
            written: whether the verb of the pronoun shows that it is something written, *it reads*,
                so that the document need not be a subject: *She held up a sign. It read …*.
        """
        state = self._state
        for k in range(i - 1, max(-1, i - _THING), -1):
            if self._tags[k:i].count(SENTENCE_END) > _DOCUMENT_SENTENCES:
                return -1
            if self._tags[k] in SUBJECTS and (written or state.sentences.is_subject(k)):
                if self._is_document(k):
                    return k
                if not written:
                    return -1
        return -1

    def _reads(self, i: int) -> bool:
        """Whether the verb of the pronoun in chunk i is one for something written: *it reads*."""
        return any(head in self._language.of_documents for head in self._heads[i + 1 : i + 2])

    def _is_document(self, k: int) -> bool:
        """Whether chunk k is a document without a name."""
        head, language = self._heads[k], self._language
        if self._tags[k] not in NOMINAL or self._state.of_chunk.get(k) is not None:
            return False
        messages = language.document_nouns | language.messages
        written = head in messages or head in language.inscribed
        return written and not self._state.plurals.is_several(head)

    def _group_before(self, i: int) -> int:
        """The chunk of the last subject that is a group without a name; -1 if there is none."""
        state = self._state
        for k in range(i - 1, max(-1, i - _THING), -1):
            head = self._heads[k]
            group = self._tags[k] == SPEAKING_NOMINAL and head in self._language.group_nouns
            if group and not state.plurals.is_plural(head):
                nameless = state.of_chunk.get(k) is None and not self._is_apposed(k)
                return k if nameless and state.sentences.is_subject(k) else -1
        return -1

    def _is_apposed(self, k: int) -> bool:
        """Whether the nominal in chunk k is between commas after a name: *Rill, a bank,*.

        Also in a relative clause: *Rill, which runs the bank,*.
        """
        comma = max(0, self._tags.rfind(COMMA, 0, k))
        aside = self._tags[comma + 1] == RELATIVE or comma + 1 == k
        named = self._tags[max(0, comma - 1) : comma + 1] == NAME + COMMA
        return aside and named and _TO_COMMA.match(self._tags, k) is not None
