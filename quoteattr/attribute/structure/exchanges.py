"""Exchanges: find the speaker of a quote that is a paragraph by itself, if two people alternate.

*“Who has the key?” asked A. ¶ “Not me,” said B. ¶ “Then who?” ¶ “Ask the cook.”* In news such a
paragraph usually has the same speaker as the last one, but not if question and answer alternate.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.quote import Quote
from quoteattr.detect.alphabet import NAMING, PARAGRAPH_END, QUOTE, SENTENCE_END
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.detect.patterns.row_regex import SUBJECT, capture, one_of
from quoteattr.language.patterns import lazy_regex
from quoteattr.text import is_question

#: after a quote: nothing else in its paragraph, or the next quote
_ALONE = lazy_regex(encode("{SENTENCE_END}?") + f"(?P<next>{one_of('PARAGRAPH_END|QUOTE')}|$)")
#: after a quote: somebody asks somebody
_ASKED = lazy_regex(
    encode("{COMMA}?") + SUBJECT + one_of("SAYING") + capture("addressee", "NAME") + one_of("END")
)
#: before a quote: somebody asks somebody, without marks: *A asked B where the key was.*
_ASKED_WITHOUT_MARKS = lazy_regex(
    SUBJECT
    + encode("{SAYING} {NAME|NOMINAL|OBJECT_PRONOUN} ({COMMA} {^COMMA|END|QUOTE}{1,20} {COMMA})?")
    + encode("{SUBORDINATOR|RELATIVE} {^END|QUOTE}*")
    + encode("{SENTENCE_END} {PARAGRAPH_END}?$")
)
#: before a quote: a sentence of narration
_NARRATION = lazy_regex(f"{one_of('^END|QUOTE')}++" + encode("{SENTENCE_END} {PARAGRAPH_END}?$"))
#: right before a quote: what somebody does: *Holt shook his head.*
_ACTION_BETWEEN = lazy_regex(
    encode("{END|QUOTE}")
    + capture("speaker", "NAME")
    + (one_of("^END|QUOTE") + "++" + encode("{SENTENCE_END}$"))
)
#: maximum number of words of a question that takes up what another has said: *“And the money?”*
_ELLIPTICAL = 3
#: number of chunks before a quote in which such a sentence may begin
_REACH = 40
_SAYS = lazy_regex(one_of("SAYING"))
#: number of paragraph ends between two turns, which allows for a paragraph of narration
_APART = 2
#: what precedes a quote that is a sentence by itself
_BOUNDARIES = frozenset(("", *tags("END|QUOTE")))


@frozen
class SpokenTurn:
    """The quotes of one paragraph by one person."""

    first: Quote
    last: Quote
    speaker: Candidate
    #: whether it was found only by alternation
    by_turn: bool = False

    @property
    def asks(self) -> bool:
        """Whether it ends with a question."""
        return is_question(self.last.text)


class Exchanges:
    """The last two turns of an article during decoding, and whose turn is next."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._turns: list[SpokenTurn] = []

    def add(self, quote: Quote, speaker: Candidate | None, by_turn: bool) -> None:
        """Add the decision on the next quote: its candidate, or None for nobody."""
        last = self._turns[-1] if self._turns else None
        if speaker is None:
            return
        if last and last.speaker.key is speaker.key and not self._paragraphs(last.last, quote):
            self._turns[-1] = evolve(last, last=quote)
        else:
            self._turns = [*self._turns[-1:], SpokenTurn(quote, quote, speaker, by_turn)]

    def next_speaker(self, quote: Quote) -> Candidate | None:
        """The person whose turn it is at the quote; None if there is no exchange."""
        if quote.clause or not self._turns:
            return None
        last = self._turns[-1]
        answerers = (self._addressee, self._other_beside, self._actor_between)
        answerer = next(filter(None, (find(last, quote) for find in answerers)), None)
        if answerer is not None:
            return answerer
        if len(self._turns) < 2:
            return self._asker(self._turns[-1], quote)
        earlier, later = self._turns
        apart = self._paragraphs(earlier.last, later.first) <= _APART
        if earlier.speaker.key is later.speaker.key or not apart or not self._is_turn(later, quote):
            return None
        question = is_question(quote.text)
        takes_up = self._paragraphs(later.last, quote) and len(quote.text.split()) <= _ELLIPTICAL
        asked_again = question and (earlier.asks or takes_up) and not later.asks
        answered = later.asks and not question
        return earlier.speaker if asked_again or answered or later.by_turn else None

    def _addressee(self, before: SpokenTurn, quote: Quote) -> Candidate | None:
        """The person who was addressed by name in the previous turn, if the quote is the answer.

        It answers a question, or the next quote answers it: *“Sit,” A told B. “No.” “Do.”*
        """
        asked = _ASKED.match(self._document.tags, before.last.last + 1)
        if not asked or not self._is_turn(before, quote):
            return None
        answers = before.asks and not is_question(quote.text)
        right = _ALONE.match(self._document.tags, quote.last + 1)
        answered = right is not None and right.group("next") == QUOTE
        return self._document.candidate(asked.start("addressee")) if answers or answered else None

    def _actor_between(self, question: SpokenTurn, quote: Quote) -> Candidate | None:
        """The other person who does something between a question and its answer.

        The asker goes on if the other says nothing: *“…?” A asked. B did not reply. “…?”*
        """
        document, first = self._document, quote.first
        if not question.asks or not _ALONE.match(document.tags, quote.last + 1):
            return None
        action = _ACTION_BETWEEN.search(
            document.tags, max(question.last.last, first - _REACH), first
        )
        actor = document.candidate(action.start("speaker")) if action else None
        if action is None or actor is None or actor.key is question.speaker.key:
            return None
        if _SAYS.search(document.tags, *action.span()) is None:
            return actor
        heads = document.chunks.heads[slice(*action.span())]
        silent = not document.language.denied.isdisjoint(heads)
        return question.speaker if silent else None

    def _other_beside(self, question: SpokenTurn, quote: Quote) -> Candidate | None:
        """The person who answers a question before its answer and a further question.

        This is the only other person next to the asker in the narration before: *A turned to B.*
        """
        if not question.asks or is_question(quote.text) or not self._is_turn(question, quote):
            return None
        answer = SpokenTurn(quote, quote, question.speaker)
        further = self._document.quotes[quote.index + 1 : quote.index + 2]
        if not any(is_question(q.text) and self._is_turn(answer, q) for q in further):
            return None
        beside = {candidate.key: candidate for candidate in self._narrated(question.first.first)}
        asker = beside.pop(question.speaker.key, None)
        return next(iter(beside.values())) if asker and len(beside) == 1 else None

    def _narrated(self, first: int) -> list[Candidate]:
        """The people named in the sentence of narration right before chunk first."""
        tags = self._document.tags
        narration = _NARRATION.search(tags, max(0, first - _REACH), first)
        chunks = range(*narration.span()) if narration else ()
        return [self._document.candidate(i) for i in chunks if tags[i] in NAMING]

    def _asker(self, answer: SpokenTurn, quote: Quote) -> Candidate | None:
        """The person who asked the question before the last turn, if the quote asks again."""
        if answer.asks or not is_question(quote.text) or not self._is_turn(answer, quote):
            return None
        first = answer.first.first
        start = max(0, first - _REACH)
        asked = _ASKED_WITHOUT_MARKS.search(self._document.tags, start, first)
        asker = self._document.candidate(asked.start("speaker")) if asked else None
        return asker if asker and asker.key is not answer.speaker.key else None

    def _is_turn(self, before: SpokenTurn, quote: Quote) -> bool:
        """Whether the quote is the next paragraph, or a sentence beside a quote in the same one."""
        tags, paragraphs = self._document.tags, self._paragraphs(before.last, quote)
        left, right = (
            tags[max(0, quote.first - 2) : quote.first],
            _ALONE.match(tags, quote.last + 1),
        )
        if right is None or left[-1:] not in _BOUNDARIES:
            return False
        if right.group("next") == QUOTE or left.rstrip(SENTENCE_END)[-1:] == QUOTE:
            return paragraphs == 0
        return paragraphs == 1 and left[-1:] == PARAGRAPH_END

    def _paragraphs(self, before: Quote, after: Quote) -> int:
        """The number of paragraph ends between two quotes."""
        return self._document.tags.count(PARAGRAPH_END, before.last + 1, after.first)


def of_speaker(
    candidates: Sequence[Candidate | None], speaker: Candidate
) -> tuple[Candidate | None, ...]:
    """The candidates that refer to a speaker, or that one if there are none nearby."""
    mentions = tuple(c for c in candidates if c is not None and c.key is speaker.key)
    return mentions or (speaker,)
