"""Which linked stretches are pieces of one quote.

Two cases: a sentence that the cue interrupts (*“A,” she said, “b.”*), and a quotation over several
paragraphs, each opened anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from quoteattr.link.decode import Link
from quoteattr.link.surroundings import Candidate, Surroundings
from quoteattr.records import QuoteKind

#: the cue clause between two pieces of one sentence: no stop, no second cue
_INTERRUPTION = regex.compile(r"[,\-]?[^./:Qsr&]*[SR][^./:QsrSR]*[,\-]|,")
#: what may part a quote that stands on its own from the words before it
_SET_OFF = frozenset(",:SsRr./-Kt&")


def utterances(article: Surroundings, links: Iterable[Link]) -> Iterator[list[Link]]:
    """Gather linked stretches into quotes, in order of the text."""
    pieces: list[Link] = []
    for found in links:
        if pieces and not _goes_on(article, pieces[-1], found):
            yield pieces
            pieces = []
        pieces.append(found)
    if pieces:
        yield pieces


def _goes_on(article: Surroundings, last: Link, found: Link) -> bool:
    """The stretch is a piece of the same quote as the last one."""
    if not _same(last.chosen, found.chosen):
        return False
    if found.quote.quoted.continues:
        return True
    gap = article.symbols[last.quote.unit + 1 : found.quote.unit]
    speaker = found.chosen
    return (
        speaker is not None
        and last.quote.unit < speaker.unit < found.quote.unit
        and last.quote.text[-1:] not in ".…"
        and _INTERRUPTION.fullmatch(gap) is not None
    )


def _same(one: Candidate | None, other: Candidate | None) -> bool:
    """Two mentions are the same, or stand for the same entity."""
    if one is None or other is None:
        return one is other
    return one is other or (one.entity is not None and one.entity is other.entity)


def kind_of(link: Link) -> QuoteKind:
    """``direct`` for a quote that stands on its own, ``mixed`` for one inside a reported clause."""
    left = link.quote.frame.left[-1:]
    opens = not left or left in "./:"
    capital = not link.quote.text[:1].islower()
    return "direct" if opens or (capital and left in _SET_OFF) else "mixed"
