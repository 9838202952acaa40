"""Which linked quotes are pieces of one sentence that the cue interrupts: *“A,” she said, “b.”*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteattr.attribute.decode import Link
from quoteattr.attribute.document import Candidate, Quote, Surroundings
from quoteattr.detect.pattern import RowPattern, searcher
from quoteattr.records import QuoteKind

#: the cue clause between two pieces of one sentence: no stop, no second cue; it has a mention
_INTERRUPTION = RowPattern(r"[,\-]?[^./:Qsr&]*[SR][^./:QsrSR]*[,\-]?")
_has_mention = searcher("[NPDhE]")
#: what may part a quote that stands on its own from the words before it
_SET_OFF = frozenset(",:SsRr./-Kt&")
#: the last character of a quote, and the unit after it, at which a clause does not run on
_STOPS, _PAUSES = frozenset(".,;:!?…—–-"), frozenset(["", *".,:-/)Q"])


def utterances(article: Surroundings, links: Iterable[Link]) -> Iterator[list[Link]]:
    """Gather linked pieces into quotes, in order of the text."""
    pieces: list[Link] = []
    for found in links:
        if pieces and not _goes_on(article, pieces[-1], found):
            yield pieces
            pieces = []
        pieces.append(found)
    if pieces:
        yield pieces


def _goes_on(article: Surroundings, last: Link, found: Link) -> bool:
    """The cue of the last stretch interrupts a sentence that this one goes on with."""
    if not _same(last.chosen, found.chosen):
        return False
    gap = article.symbols[last.quote.last + 1 : found.quote.first]
    whole = not last.quote.frame.left or not found.quote.text[:1].isupper()
    clause = _INTERRUPTION.fullmatch(gap) and _has_mention(gap)
    return whole and last.quote.text[-1:] not in ".…" and clause


def _same(one: Candidate | None, other: Candidate | None) -> bool:
    """Two mentions are the same, or stand for the same entity."""
    return one is not None and other is not None and one.key is other.key


def mixed_stretches(article: Surroundings) -> set[int]:
    """The stretches between marks that stand inside a reported clause."""
    return {k for q in article.quotes if kind_of(q) == "mixed" for k in q.stretches}


def kind_of(quote: Quote) -> QuoteKind:
    """``direct`` for a quote that stands on its own, ``mixed`` for one inside a reported clause."""
    left = quote.frame.left[-1:]
    opens = not left or left in "./:"
    capital = not quote.text[:1].islower()
    set_off = left in _SET_OFF and not (left == "t" and _runs_on(quote))
    return "direct" if opens or (capital and set_off) else "mixed"


def _runs_on(quote: Quote) -> bool:
    """The clause goes on at once after the quote: *that “The Last Ferry” was a fine play*."""
    return quote.text[-1:] not in _STOPS and quote.frame.right[:1] not in _PAUSES
