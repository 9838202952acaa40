"""What differs between two wordings of a quote."""

from __future__ import annotations

from typing import Literal, get_args

from attrs import frozen

from quoteattr.checks import check_fields
from quoteattr.records import Span

DifferenceKind = Literal["cut", "inserted", "changed", "punctuation", "ellipsis", "bracketed"]

DIFFERENCE_KINDS: tuple[str, ...] = get_args(DifferenceKind)

#: what a newsroom accepts: no word is another without the reader being told
TOLD = frozenset({"punctuation", "ellipsis", "bracketed"})
#: most characters of a quote that are shown in one line
_SHOWN = 100


@frozen
class Difference:
    """Words that the quote as given has otherwise than the text."""

    #: ``cut``: the text alone has them; ``inserted``: the quote alone; ``changed``: each has its
    #: own, or another case, or only one a question mark; ``punctuation``: the words are the same;
    #: ``ellipsis``: cut, and it says so; ``bracketed``: changed or inserted, and it says so
    kind: DifferenceKind
    #: the words of the text, ``text[slice(*span)]`` in one piece; empty if inserted
    text: str
    #: where they stand in the text as given; empty, and where they would stand, if inserted
    span: Span
    #: the words of the quote, with brackets that tell of them; the ellipsis for words left out;
    #: empty if cut without a sign
    quote: str
    #: where they stand in the quote as given
    quote_span: Span

    __attrs_post_init__ = check_fields

    def __str__(self) -> str:
        """Tell it in a few words."""
        text, quote = (f"“{shown(words)}”" if words else "" for words in (self.text, self.quote))
        if text and quote:
            return f"{self.kind} {text} → {quote}"
        if self.kind in ("cut", "inserted"):
            return f"{self.kind} {text or quote}"
        return f"{self.kind} {text} → nothing" if text else f"{self.kind} {quote} put in"


def shown(words: str) -> str:
    """Words in one line, not too long for it."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
