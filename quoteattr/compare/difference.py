"""The differences between two wordings of a quote."""

from __future__ import annotations

from typing import Literal, get_args

from attrs import frozen

from quoteattr.checks import check_fields
from quoteattr.records import Span

DifferenceKind = Literal["cut", "inserted", "changed", "punctuation", "ellipsis", "bracketed"]

DIFFERENCE_KINDS: tuple[str, ...] = get_args(DifferenceKind)

#: the kinds of differences in a faithful quote: no word is changed without a sign to the reader
FAITHFUL_KINDS = frozenset({"punctuation", "ellipsis", "bracketed"})
#: maximum number of characters of a quote in one line
_SHOWN = 100


@frozen
class Difference:
    """A difference between a quote and the text that it quotes."""

    #: ``cut``: only the text has the words; ``inserted``: only the quote has them; ``changed``:
    #: other words, another case, or a question mark on one side; ``punctuation``: the same words
    #: with other signs between them; ``ellipsis``: cut, marked by an ellipsis; ``bracketed``:
    #: changed or inserted, marked by brackets
    kind: DifferenceKind
    #: the words of the text, ``text[slice(*span)]``; empty if inserted
    text: str
    #: their span in the text as given, in characters, end exclusive; an empty span if inserted
    span: Span
    #: the words of the quote with their brackets, or the ellipsis; empty if cut without a sign
    quote: str
    #: their span in the quote as given
    quote_span: Span

    __attrs_post_init__ = check_fields

    def __str__(self) -> str:
        """The difference in one line."""
        text, quote = (f"“{shown(words)}”" if words else "" for words in (self.text, self.quote))
        if text and quote:
            return f"{self.kind} {text} → {quote}"
        if self.kind in ("cut", "inserted"):
            return f"{self.kind} {text or quote}"
        return f"{self.kind} {text} → nothing" if text else f"{self.kind} {quote} put in"


def shown(words: str) -> str:
    """The words as one line, shortened to a maximum length."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
