"""Why a quote was attributed so: what the rules were worth for the two best candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from quoteattr.attribute.decode import Attribution, rank, speaker_key
from quoteattr.attribute.document import Candidate
from quoteattr.attribute.opinion import ENCODER
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
    best, opinion = attribution.ranking[:2], attribution.opinion
    weight = opinion.fusion.rules if opinion else 1.0
    verdicts = []
    for (k, share), (other, _), gains, others in zip(
        best, best[::-1], gained, gained[::-1], strict=True
    ):
        candidate = attribution.candidates[k]
        mention = mention_of(candidate) if candidate else None
        ahead = weight * (gains - others if len(best) > 1 else gains)
        read = opinion.lead(k, other) if opinion else 0.0
        evidence = _evidence(attribution.rows[k], ahead, read)
        lead = round(float(ahead.sum()) + read, 2)
        verdicts.append(Verdict(mention, evidence, round(share, 3), lead, *_alone(attribution, k)))
    first = attribution.rows[best[0][0]]
    return Explanation(_leading(attribution, first, gained[0]), tuple(verdicts))


def _evidence(row: Floats, gains: Gains, read: float) -> tuple[Evidence, ...]:
    """The rules that spoke most for a candidate, and the encoder if it did."""
    order = np.argsort(-gains, kind="stable")[:_MOST]
    evidence = [
        Evidence(COLUMNS[c], bool(row[c]), round(float(gains[c]), 2)) for c in order if gains[c] > 0
    ]
    if read > 0:
        evidence.append(Evidence(ENCODER, True, round(read, 2)))
    return tuple(sorted(evidence, key=lambda e: -e.weight))


def _alone(attribution: Attribution, k: int) -> tuple[float, float] | tuple[()]:
    """The share of a candidate's speaker by the rules alone, and by the encoder alone."""
    if attribution.opinion is None:
        return ()
    by_rules, by_encoder = (
        _share(attribution, scores, k)
        for scores in (attribution.scores, attribution.opinion.scores)
    )
    return by_rules, by_encoder


def _share(attribution: Attribution, scores: Floats, k: int) -> float:
    """The share of a candidate's speaker by some scores."""
    key = speaker_key(attribution.candidates[k])
    ranking = rank(attribution.candidates, scores)
    shares = {speaker_key(attribution.candidates[i]): share for i, share in ranking}
    return round(shares[key], 3)


def _leading(attribution: Attribution, row: Floats, gains: Gains) -> str:
    """The first rule, in reading order, that holds of the chosen candidate and not against it.

    The most telling stand first; what the more general ones are worth is partly their doing. Where
    none holds, the rule that weighed most. Where the rules alone would choose another speaker, it
    was the encoder that led.
    """
    if attribution.opinion is not None and _outvoted(attribution):
        return ENCODER
    if attribution.chosen is None:
        return NOBODY
    held = _ATTRIBUTING[(row[_ATTRIBUTING] != 0) & (gains[_ATTRIBUTING] >= 0)]
    return COLUMNS[held[0] if len(held) else int(gains[:-1].argmax())]


def _outvoted(attribution: Attribution) -> bool:
    """The rules alone would choose another speaker."""
    alone = attribution.candidates[rank(attribution.candidates, attribution.scores)[0][0]]
    return speaker_key(alone) is not speaker_key(attribution.chosen)
