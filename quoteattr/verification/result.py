"""What verifying answers: whether a quote stands in a text, where, and what differs."""

from __future__ import annotations

from typing import Literal, get_args

from attrs import field, frozen, validators

from quoteattr.records import QuoteRecord, Span
from quoteattr.verification.given import bare

Outcome = Literal["exact", "typography", "altered", "not found"]
DifferenceKind = Literal["cut", "inserted", "changed", "punctuation", "ellipsis", "bracketed"]

OUTCOMES: tuple[str, ...] = get_args(Outcome)
DIFFERENCE_KINDS: tuple[str, ...] = get_args(DifferenceKind)

#: what a newsroom accepts: no word is another without the reader being told
_TOLD = frozenset({"punctuation", "ellipsis", "bracketed"})
#: most characters of a quote, and most differences, that ``explain`` shows
_SHOWN, _A_FEW = 100, 4


@frozen
class Difference:
    """Words that the quote as given has otherwise than the text."""

    #: ``cut``: the text alone has them; ``inserted``: the quote alone; ``changed``: each has its
    #: own, or another case, or only one a question mark; ``punctuation``: the words are the same;
    #: ``ellipsis``: cut, and it says so; ``bracketed``: changed or inserted, and it says so
    kind: DifferenceKind = field(validator=validators.in_(DIFFERENCE_KINDS))
    #: the words of the text, ``text[slice(*span)]`` in one piece; empty if inserted
    text: str
    #: where they stand in the text as given; empty, and where they would stand, if inserted
    span: Span
    #: the words of the quote, with brackets that tell of them; the ellipsis for words left out;
    #: empty if cut without a sign
    quote: str
    #: where they stand in the quote as given
    quote_span: Span

    def __str__(self) -> str:
        """Tell it in a few words."""
        text, quote = (f"“{_shown(words)}”" if words else "" for words in (self.text, self.quote))
        if text and quote:
            return f"{self.kind} {text} → {quote}"
        if self.kind in ("cut", "inserted"):
            return f"{self.kind} {text or quote}"
        return f"{self.kind} {text} → nothing" if text else f"{self.kind} {quote} put in"


@frozen
class Verification:
    """Whether a quote stands in a text.

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
    outcome: Outcome = field(validator=validators.in_(OUTCOMES))
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
    similarity: float = field(default=0.0, validator=[validators.ge(0), validators.le(1)])
    #: the record of the text in which all of it stands; None where nobody is said to say it
    record: QuoteRecord | None = None

    @property
    def found(self) -> bool:
        """It stands there, be it altered."""
        return self.outcome != "not found"

    @property
    def faithful(self) -> bool:
        """It is found, and no word is another without an ellipsis or brackets that tell of it."""
        return self.found and all(each.kind in _TOLD for each in self.differences)

    @property
    def speaker(self) -> str | None:
        """Who is said to say it there; None where nobody is."""
        return self.record.speaker if self.record is not None else None

    def explain(self) -> str:
        """Tell in at most three lines what was found where, who says it, and what differs."""
        lines = [f"{self.outcome.upper()}: “{_shown(bare(self.quote))}”"]
        if self.found:
            where = ", ".join(f"{start}–{end}" for start, end in self.spans)
            who = f"said by {self.speaker}" if self.speaker else "said by nobody there"
            lines.append(f"{self.source or 'The text'}, {where}, {who}: “{_shown(self.text)}”")
        if self.differences:
            more = len(self.differences) - _A_FEW
            shown = [str(each) for each in self.differences[:_A_FEW]]
            shown += [f"and {more} more"] if more > 0 else []
            lines.append(f"Differences: {'; '.join(shown)}")
        return "\n".join(lines)

    def __str__(self) -> str:
        """What :meth:`explain` tells."""
        return self.explain()


def _shown(words: str) -> str:
    """Words in one line, not too long for it."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
