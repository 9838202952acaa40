"""The result of a verification: whether and where a quote occurs, and the differences."""

from __future__ import annotations

from typing import Literal, get_args

from attrs import frozen

from quoteattr.checks import check_fields
from quoteattr.compare.difference import FAITHFUL_KINDS, Difference, shown
from quoteattr.compare.quote_words import without_marks
from quoteattr.records import QuoteRecord, Span

Outcome = Literal["exact", "typography", "altered", "not found"]

OUTCOMES: tuple[str, ...] = get_args(Outcome)

#: maximum number of differences that ``explain`` shows
_MOST_DIFFERENCES = 4


@frozen
class Passage:
    """The passage that is most similar to a quote that was not found."""

    #: the source of the text, as the caller named it
    source: str | None
    #: its span in the text, in characters, end exclusive
    span: Span
    #: its words, ``text[slice(*span)]``
    text: str
    #: share of words that are the same, 0 to 1
    similarity: float

    __attrs_post_init__ = check_fields


@frozen
class Verification:
    """Whether a quote occurs in a text; true as a condition if it is faithful.

    ``if verify(quote, text)`` is the same as ``if verify(quote, text).faithful``: no word is
    changed without a sign. ``found`` is also true for an altered quote.

    >>> from quoteattr import verify
    >>> text = "“We will never leave the island,” said Ada Berg."
    >>> print(verify("We will leave the island.", text))
    ALTERED: “We will leave the island.”
    The text, 1–31, said by Ada Berg: “We will never leave the island”
    Differences: cut “never”
    """

    #: the quote, as the caller passed it
    quote: str
    #: ``exact``: character for character; ``typography``: the same words in other typography;
    #: ``altered``: see ``differences``; ``not found``
    outcome: Outcome
    #: the source of the text, as the caller named it
    source: str | None = None
    #: the spans of the quote in the text, in characters, end exclusive; several if a clause such as
    #: *she said* interrupts it
    spans: tuple[Span, ...] = ()
    #: the words of the text in these spans, joined by one space
    text: str = ""
    #: the differences, in order of the text
    differences: tuple[Difference, ...] = ()
    #: share of words that are the same, 0 to 1, without words marked by an ellipsis or brackets
    similarity: float = 0.0
    #: the record of the text that contains the quote; None if it is not attributed to one speaker
    record: QuoteRecord | None = None
    #: the span of a negation, such as *not*, that the quote lacks: right before it in the text, or
    #: replaced by an ellipsis or brackets; also the span where brackets add one
    negation: Span | None = None
    #: for a quote that is not found, the most similar passage, if it shares several words
    nearest: Passage | None = None

    __attrs_post_init__ = check_fields

    @property
    def found(self) -> bool:
        """The quote occurs in the text, possibly altered."""
        return self.outcome != "not found"

    @property
    def faithful(self) -> bool:
        """The quote is found, each change has an ellipsis or brackets, no negation is lost."""
        marked = all(difference.kind in FAITHFUL_KINDS for difference in self.differences)
        return self.found and marked and self.negation is None

    def __bool__(self) -> bool:
        """The same as ``faithful``."""
        return self.faithful

    @property
    def speaker(self) -> str | None:
        """The speaker in the text; None if it is not attributed to one speaker."""
        return self.record.speaker if self.record is not None else None

    def explain(self) -> str:
        """The outcome, the place, the speaker and the differences, in at most three lines."""
        quote = without_marks(self.quote)
        lines = [f"{self.outcome.upper()}: “{shown(quote)}”"]
        if self.found:
            where = ", ".join(f"{start}–{end}" for start, end in self.spans)
            speaker = f"said by {self.speaker}" if self.speaker else "said by nobody there"
            words = "" if self.text == quote else f": “{shown(self.text)}”"
            lines.append(f"{self.source or 'The text'}, {where}, {speaker}{words}")
        elif self.nearest is not None:
            start, end = self.nearest.span
            where = f"{self.nearest.source or 'the text'}, {start}–{end}"
            lines.append(f"Nearest, {where}: “{shown(self.nearest.text)}”")
        notes = [*self._shown_differences(), *self._shown_negation()]
        return "\n".join([*lines, ". ".join(notes)] if notes else lines)

    def _shown_differences(self) -> list[str]:
        """The first differences, as a sentence."""
        if not self.differences:
            return []
        hidden = len(self.differences) - _MOST_DIFFERENCES
        phrases = [str(difference) for difference in self.differences[:_MOST_DIFFERENCES]]
        phrases += [f"and {hidden} more"] if hidden > 0 else []
        return [f"Differences: {'; '.join(phrases)}"]

    def _shown_negation(self) -> list[str]:
        """The lost negation, as a sentence."""
        if self.negation is None:
            return []
        start, end = self.negation
        before = bool(self.spans) and end <= self.spans[0].start
        place = "right before it" if before else "inside it"
        return [f"Negation: the text has one {place}, at {start}–{end}, and the quote does not"]

    def __str__(self) -> str:
        """The result of :meth:`explain`."""
        return self.explain()
