"""Review an article span by span: who said the words between each pair of quotation marks.

A reviewer who does not see the machine's answer says who said each quoted span. If the machine's
answer differs, the reviewer's becomes a correction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from quoteattr.archive.corrections.changes import QuoteChange, QuoteEdit, check_speaker
from quoteattr.archive.corrections.correction import Correction, outer_span
from quoteattr.archive.corrections.reviews import Review
from quoteattr.checks import check_fields, describe
from quoteattr.compare.names import Relation, compare_names, read_name
from quoteattr.errors import InputError, OptionError
from quoteattr.evaluation.segmenter import find_quoted_spans
from quoteattr.records import QuoteRecord, Span


@frozen
class SpanAnswer:
    """A reviewer's answer: who said the words between two quotation marks.

    Raises:
        InputError: the speaker is not a name, or there is one although nobody said the words.
    """

    #: the words, without the marks
    span: Span = field(converter=Span)
    #: the name, or the words that refer to the speaker; None if the article does not name anybody
    speaker: str | None = None
    #: whether nobody said the words: they are a title, a term, irony
    nobody: bool = False

    def __attrs_post_init__(self) -> None:
        """Check the values."""
        check_fields(self)
        check_speaker(self.speaker)
        if self.nobody and self.speaker is not None:
            raise InputError(
                "an answer has a speaker, and says that nobody said the words",
                where="SpanAnswer",
                remedy="pass a speaker or nobody=True",
            )


@frozen
class SpanReview:
    """The result of a span-by-span review."""

    review: Review
    #: the corrections, for answers that differ from the machine's
    corrections: tuple[Correction, ...]
    #: the number of quoted spans, and of those whose answer is the same as the machine's
    spans: int
    right: int

    __attrs_post_init__ = check_fields


@frozen
class AnsweredQuote:
    """The answers for the quoted spans of one record, or for a span that has none."""

    #: the machine's record, with earlier corrections; None if the machine has no quote there
    record: QuoteRecord | None
    answers: tuple[SpanAnswer, ...]

    @property
    def right(self) -> int:
        """The number of answers that agree with the record."""
        return sum(_agrees(answer, self.record) for answer in self.answers)

    def edits(self, source: str) -> Iterator[QuoteEdit]:
        """The corrections for the quotes of an article."""
        if self.right == len(self.answers):
            return
        speakers = {answer.speaker for answer in self.answers if not answer.nobody}
        if self.record is not None and (len(speakers) != 1 or self._has_nobody):
            # nobody said all of it, or each part has a different speaker
            yield QuoteEdit(source, outer_span(self.record), QuoteChange(nobody=True))
        elif self.record is not None:
            change = QuoteChange(speaker=speakers.pop())
            yield QuoteEdit(source, outer_span(self.record), change)
            return
        for answer in self.answers:
            if not answer.nobody:
                change = QuoteChange(speaker=answer.speaker, kind="direct")
                yield QuoteEdit(source, answer.span, change, missed=True)

    @property
    def _has_nobody(self) -> bool:
        """Whether nobody said one of the spans."""
        return any(answer.nobody for answer in self.answers)


def quoted_spans(text: str) -> list[Span]:
    """The spans between quotation marks that have words, in order."""
    return [span for span in find_quoted_spans(text) if any(map(str.isalnum, text[slice(*span)]))]


def answered_quotes(
    records: Sequence[QuoteRecord], answers: Iterable[SpanAnswer]
) -> list[AnsweredQuote]:
    """Find the record of each answer."""
    by_record: dict[int | None, list[SpanAnswer]] = {}
    for answer in answers:
        by_record.setdefault(_record_at(records, answer.span), []).append(answer)
    missed = by_record.pop(None, [])
    quotes = [AnsweredQuote(records[k], tuple(v)) for k, v in by_record.items() if k is not None]
    return quotes + [AnsweredQuote(None, (answer,)) for answer in missed]


def check_answers(text: str, answers: Iterable[SpanAnswer]) -> list[SpanAnswer]:
    """Check that there is an answer for each quoted span of a text, and no other.

    Raises:
        InputError: a value is not an answer.
        OptionError: a span has no answer or several, or is not a quoted span.
    """
    checked = list(answers)
    for answer in checked:
        if not isinstance(answer, SpanAnswer):
            raise InputError(
                f"expected a SpanAnswer, not {describe(answer)}",
                where="review_spans(answers=…)",
                remedy="pass one for each of quoted_spans()",
            )
    wanted, answered = Counter(quoted_spans(text)), Counter(answer.span for answer in checked)
    if wanted != answered:
        wrong = min([*(wanted - answered), *(answered - wanted)])
        raise OptionError(
            f"the quoted span {tuple(wrong)} has no answer or several, or is none",
            where="review_spans(answers=…)",
            remedy="pass one for each of quoted_spans()",
        )
    return checked


def _record_at(records: Sequence[QuoteRecord], span: Span) -> int | None:
    """The index of the record that contains most of a quoted span, the shortest in a tie."""
    shares = (
        (_covered(record.spans, span), -len(record.quote), -k) for k, record in enumerate(records)
    )
    covered, _, k = max(shares, default=(0, 0, 0))
    return -k if 2 * covered >= span.end - span.start and covered else None


def _covered(pieces: Iterable[Span], span: Span) -> int:
    """The number of characters of a span that some parts cover."""
    return sum(max(0, min(piece.end, span.end) - max(piece.start, span.start)) for piece in pieces)


def _agrees(answer: SpanAnswer, record: QuoteRecord | None) -> bool:
    """Whether an answer agrees with a record; speakers are compared by name."""
    if record is None or answer.nobody:
        return record is None and answer.nobody
    name = read_name(record.speaker)
    if answer.speaker is None:
        return name is None or not name.named
    same = compare_names(read_name(answer.speaker), name) == Relation.SAME
    return same or answer.speaker.casefold() == (record.speaker or "").casefold()
