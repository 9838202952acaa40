"""Links the quotes of an article to their speakers, from the first to the last.

Each quote's candidates, and *nobody*, are a row of what the rules say; the weights score the rows,
and the best is taken. Since some rules look at who spoke before, the decision on one quote is
evidence for the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from attrs import frozen

from quoteattr.link.rules import BY_SCOPE, pattern_values
from quoteattr.link.surroundings import FARTHEST, Candidate, Quote, Surroundings, Turn
from quoteattr.link.weights import Floats, Weights

_SILENT = {scope: (0.0,) * len(rules) for scope, rules in BY_SCOPE.items()}


@frozen
class Link:
    """A quote with the candidate chosen for it, None for nobody."""

    quote: Quote
    candidates: tuple[Candidate | None, ...]
    rows: Floats
    #: softmax share of each candidate
    shares: Floats
    chosen: Candidate | None


def _turn(article: Surroundings, quote: Quote, chosen: Sequence[Candidate | None]) -> Turn:
    """The turn as nobody meets it."""
    before = article.quotes[quote.index - 1].last if quote.index else -1
    gap = article.symbols[max(before + 1, quote.first - FARTHEST) : quote.first]
    return Turn(None, chosen, gap if quote.index else "", before, quote.first)


def _alone(candidate: Candidate) -> tuple[float, ...]:
    """What the rules say of the candidate alone, asked once."""
    if not candidate.values:
        mention = tuple(rule.holds(candidate) for rule in BY_SCOPE["mention"])
        candidate.values = pattern_values("place", candidate.place) + mention
    return candidate.values


def rows(
    article: Surroundings,
    quote: Quote,
    candidates: Sequence[Candidate | None],
    chosen: Sequence[Candidate | None],
) -> Floats:
    """What each rule says of each candidate: candidates × columns of the weights."""
    shared = pattern_values("frame", quote.frame) + tuple(r.holds(quote) for r in BY_SCOPE["quote"])
    turn = _turn(article, quote, chosen)
    out = []
    for candidate in candidates:
        turn.candidate = candidate
        if candidate is None:
            own = _SILENT["path"] + _SILENT["place"] + _SILENT["mention"]
        else:
            path = pattern_values("path", article.path(quote, candidate.unit))
            own = path + _alone(candidate)
        turns = tuple(r.holds(turn) for r in BY_SCOPE["turn"])
        out.append(shared + own + turns + (float(candidate is None),))
    return np.array(out, dtype=np.float32)


def candidates_of(article: Surroundings, quote: Quote) -> tuple[Candidate | None, ...]:
    """The candidates of a quote in order of the text, nobody last."""
    return (*map(article.candidate, article.window(quote)), None)


def link(article: Surroundings, weights: Weights) -> Iterator[Link]:
    """Link each quote, in order of the text."""
    chosen: list[Candidate | None] = []
    for quote in article.quotes:
        candidates = candidates_of(article, quote)
        table = rows(article, quote, candidates, chosen)
        scores = weights.scores(table)
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        best = candidates[int(shares.argmax())]
        chosen.append(best)
        yield Link(quote, candidates, table, shares, best)
