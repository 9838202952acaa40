"""What verifying answers: whether a quote stands in a text, where, and what differs."""

from __future__ import annotations

from typing import Literal, get_args

from attrs import frozen

from quoteattr.checks import check_fields
from quoteattr.compare.difference import TOLD, Difference, shown
from quoteattr.compare.wanted import bare
from quoteattr.records import QuoteRecord, Span

Outcome = Literal["exact", "typography", "altered", "not found"]

OUTCOMES: tuple[str, ...] = get_args(Outcome)

#: most differences that ``explain`` shows
_A_FEW = 4


@frozen
class Passage:
    """The words of a text that are most like a quote which does not stand there."""

    #: the document, as the caller named it
    source: str | None
    #: where the words stand in it
    span: Span
    #: the words, ``text[slice(*span)]``
    text: str
    #: share of the words that are the same, 0 to 1, as that of a verification
    similarity: float

    __attrs_post_init__ = check_fields


@frozen
class Verification:
    """Whether a quote stands in a text; true as a condition if it does so faithfully.

    ``if verify(quote, text)`` asks what a newsroom asks before it prints: is this what the text
    has, no word changed in silence? It is the same as ``faithful``; ``found`` asks for less.

    >>> from quoteattr import verify
    >>> text = "“We will never leave the island,” said Ada Berg."
    >>> print(verify("We will leave the island.", text))
    ALTERED: “We will leave the island.”
    The text, 1–31, said by Ada Berg: “We will never leave the island”
    Differences: cut “never”
    """

    #: the quote as it was given
    quote: str
    #: ``exact``: character for character; ``typography``: the same words, and what differs is
    #: typography; ``altered``: see ``differences``; ``not found``
    outcome: Outcome
    #: the document that was searched, as the caller named it
    source: str | None = None
    #: where the quote stands in the text; several where a clause such as *she said* interrupts it
    spans: tuple[Span, ...] = ()
    #: the words there, the pieces joined by one space
    text: str = ""
    #: what differs, in order of the text
    differences: tuple[Difference, ...] = ()
    #: share of the words that are the same, 0 to 1; words that an ellipsis or brackets tell of do
    #: not count
    similarity: float = 0.0
    #: the record of the text in which all of it stands; None where nobody is said to say it
    record: QuoteRecord | None = None
    #: a negation that the quote does not have, such as *not*: right before its first word in the
    #: text, or in what an ellipsis or brackets replace; also where brackets put one in
    negation: Span | None = None
    #: of a quote that is not found, the passage most like it, if one has several of its words
    nearest: Passage | None = None

    __attrs_post_init__ = check_fields

    @property
    def found(self) -> bool:
        """It stands there, be it altered."""
        return self.outcome != "not found"

    @property
    def faithful(self) -> bool:
        """It is found, an ellipsis or brackets tell of each change, and no negation is lost."""
        signed = all(each.kind in TOLD for each in self.differences)
        return self.found and signed and self.negation is None

    def __bool__(self) -> bool:
        """Whether it is faithful: what is altered or not found is false."""
        return self.faithful

    @property
    def speaker(self) -> str | None:
        """Who is said to say it there; None where nobody is."""
        return self.record.speaker if self.record is not None else None

    def explain(self) -> str:
        """Tell in at most three lines what was found where, who says it, and what differs."""
        lines = [f"{self.outcome.upper()}: “{shown(bare(self.quote))}”"]
        if self.found:
            where = ", ".join(f"{start}–{end}" for start, end in self.spans)
            who = f"said by {self.speaker}" if self.speaker else "said by nobody there"
            lines.append(f"{self.source or 'The text'}, {where}, {who}: “{shown(self.text)}”")
        elif self.nearest is not None:
            start, end = self.nearest.span
            where = f"{self.nearest.source or 'the text'}, {start}–{end}"
            lines.append(f"Nearest, {where}: “{shown(self.nearest.text)}”")
        notes = [*self._shown_differences(), *self._shown_negation()]
        return "\n".join([*lines, ". ".join(notes)] if notes else lines)

    def _shown_differences(self) -> list[str]:
        """The first few differences."""
        if not self.differences:
            return []
        more = len(self.differences) - _A_FEW
        parts = [str(each) for each in self.differences[:_A_FEW]]
        parts += [f"and {more} more"] if more > 0 else []
        return [f"Differences: {'; '.join(parts)}"]

    def _shown_negation(self) -> list[str]:
        """The negation, if one is lost."""
        if self.negation is None:
            return []
        start, end = self.negation
        before = bool(self.spans) and end <= self.spans[0].start
        place = "right before it" if before else "inside it"
        return [f"Negation: the text has one {place}, at {start}–{end}, and the quote does not"]

    def __str__(self) -> str:
        """What :meth:`explain` tells."""
        return self.explain()
