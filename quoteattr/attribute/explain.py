"""Why a quote was attributed so: what the rules were worth for the two best candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from quoteattr.attribute.decode import Attribution
from quoteattr.attribute.document import Candidate
from quoteattr.attribute.rules import ATTRIBUTING, Floats
from quoteattr.attribute.trees import COLUMNS, NOBODY, Trees
from quoteattr.records import Evidence, Mention, Verdict

Gains = NDArray[np.float64]
#: columns of the rules that say how quote and speaker belong together, and do not merely count
_ATTRIBUTING = np.array([COLUMNS.index(rule.name) for rule in ATTRIBUTING if not rule.counts])
#: rules told of a candidate
_MOST = 6
#: quotes that are weighed at a time
_AT_ONCE = 256


@frozen
class Explanation:
    """The rule that led, and the two best candidates with what weighed for each."""

    rule: str
    verdicts: tuple[Verdict, ...]


def weigh(attributions: Sequence[Attribution], trees: Trees) -> Iterator[Gains]:
    """What each rule contributed, for each quote to its two best candidates.

    Args:
        attributions: quotes with their candidates.
        trees: those that they were attributed with.
    """
    for first in range(0, len(attributions), _AT_ONCE):
        best = [
            attribution.rows[[k for k, _ in attribution.ranking[:2]]]
            for attribution in attributions[first:][:_AT_ONCE]
        ]
        gained = trees.contributions(np.concatenate(best))
        yield from np.split(gained, np.cumsum([len(rows) for rows in best])[:-1])


def explain(
    attribution: Attribution, gained: Gains, mention_of: Callable[[Candidate], Mention]
) -> Explanation:
    """Tell why a quote was attributed so.

    Args:
        attribution: the quote with its candidates.
        gained: what each rule contributed to the two best.
        mention_of: makes a record's mention of a candidate.
    """
    best = attribution.ranking[:2]
    rows = attribution.rows[[k for k, _ in best]]
    verdicts = []
    for (k, share), row, gains, others in zip(best, rows, gained, gained[::-1], strict=True):
        candidate = attribution.candidates[k]
        mention = mention_of(candidate) if candidate else None
        ahead = gains - others if len(best) > 1 else gains
        lead = round(float(ahead.sum()), 2)
        verdicts.append(Verdict(mention, _evidence(row, ahead), round(share, 3), lead))
    return Explanation(_leading(attribution, rows[0], gained[0]), tuple(verdicts))


def _evidence(row: Floats, gains: Gains) -> tuple[Evidence, ...]:
    """The rules that spoke most for a candidate."""
    order = np.argsort(-gains, kind="stable")[:_MOST]
    return tuple(
        Evidence(COLUMNS[c], bool(row[c]), round(float(gains[c]), 2)) for c in order if gains[c] > 0
    )


def _leading(attribution: Attribution, row: Floats, gains: Gains) -> str:
    """The first rule, in reading order, that holds of the chosen candidate and not against it.

    The most telling stand first; what the more general ones are worth is partly their doing. Where
    none holds, the rule that weighed most.
    """
    if attribution.chosen is None:
        return NOBODY
    held = _ATTRIBUTING[(row[_ATTRIBUTING] != 0) & (gains[_ATTRIBUTING] >= 0)]
    return COLUMNS[held[0] if len(held) else int(gains[:-1].argmax())]
