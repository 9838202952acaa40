"""Compute what the rules contributed to an attribution, for each of the two best candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from operator import attrgetter
from typing import Any, NamedTuple

import numpy as np
from attrs import fields_dict, frozen
from numpy.typing import NDArray

from quoteattr.attribute.decision.decode import Attribution, rank, speaker_key
from quoteattr.attribute.decision.fusion import ENCODER, EncoderScores
from quoteattr.attribute.decision.trees import COLUMNS, NOBODY, Trees
from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.rules import ATTRIBUTING, Floats
from quoteattr.attribute.structure.headings import REPEATED
from quoteattr.records import DeferredVerdicts, Evidence, Mention, MentionKind, Verdict

Gains = NDArray[np.float64]
Indices = NDArray[np.intp]
#: start, end, words and kind of a mention
MentionFields = tuple[int, int, str, MentionKind]
#: columns of the rules on the relation of quote and speaker that are not mere counts
_ATTRIBUTING = np.array([COLUMNS.index(rule.name) for rule in ATTRIBUTING if not rule.counts])
#: number of rules listed for a candidate
_MOST = 6
#: number of quotes that are weighed at a time: five megabytes
_AT_ONCE = 64


class EncoderEvidence(NamedTuple):
    """What an encoder contributed to one of the two best candidates."""

    #: how much more it adds to this candidate than to the other one
    lead: float
    #: the share of its speaker by the rules alone, and by the encoder alone
    by_rules: float
    by_encoder: float


@frozen
class WeighedCandidates(DeferredVerdicts):
    """The two best candidates of a quote, from which verdicts are made on demand.

    It is quick to create and to pickle, since worker processes return it with each record.
    """

    #: the fields of each mention; None for nobody
    mentions: list[MentionFields | None]
    shares: list[float]
    #: for each, the score of all rules together, minus that of the other candidate
    leads: list[float]
    #: for each, the rules that contributed most
    rules: list[list[str]]
    #: whether each of these holds, one byte each
    holds: bytes
    #: the contribution of each, compared with the other candidate, eight bytes each
    weights: bytes
    #: for each, the evidence of the encoder; empty if it was not asked
    encoder_evidence: list[EncoderEvidence]

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle only the values."""
        return WeighedCandidates, _values(self)

    def make(self) -> tuple[Verdict, ...]:
        """Make the verdicts of a record."""
        holds = iter(self.holds)
        weights = iter(np.frombuffer(self.weights).tolist())
        verdicts = []
        for place, share, lead, rules, second in zip(
            *(self.mentions, self.shares, self.leads, self.rules),
            self.encoder_evidence or repeat(None, len(self.shares)),
            strict=True,
        ):
            weighed = [*zip(rules, holds, weights, strict=False)]
            if second is not None:
                weighed.append((ENCODER, True, second.lead))
                lead += second.lead
            evidence = [Evidence(rule, bool(h), round(w, 2)) for rule, h, w in weighed if w > 0]
            evidence.sort(key=lambda piece: -piece.weight)
            mention = None if place is None else Mention(*place)
            alone = second[1:] if second else ()
            verdict = Verdict(mention, tuple(evidence), round(share, 3), round(lead, 2), *alone)
            verdicts.append(verdict)
        return tuple(verdicts)


_values = attrgetter(*fields_dict(WeighedCandidates))


class RuleContributions(NamedTuple):
    """What the rules contributed to the two best candidates of a quote, the best first."""

    #: for each, the columns that contributed most compared with the other: candidates × rules
    columns: Indices
    #: the contribution of each of these, compared with the other candidate, and whether it held
    weights: Gains
    holds: NDArray[np.bool_]
    #: for each, the sum over all rules
    leads: Gains
    #: the column of the rule that led to the best
    leading: int


def weigh(attributions: Sequence[Attribution], trees: Trees) -> Iterator[RuleContributions]:
    """Compute the contributions of the rules to the two best candidates of each quote.

    Args:
        attributions: quotes with their candidates.
        trees: the trees that attributed them.
    """
    for first in range(0, len(attributions), _AT_ONCE):
        yield from _weigh(attributions[first : first + _AT_ONCE], trees)


def _weigh(attributions: Sequence[Attribution], trees: Trees) -> Iterator[RuleContributions]:
    """Compute the contributions for all quotes in one table."""
    best = [a.best_rows for a in attributions]
    stops = np.cumsum([len(rows) for rows in best])
    rows = np.concatenate(best)
    gained = trees.contributions(rows)
    leading = _leading(rows, gained)
    # the second of each pair follows the first
    second = np.flatnonzero(np.diff(stops, prepend=0) == 2)
    ahead = gained.copy()
    ahead[stops[second] - 1] -= gained[stops[second] - 2]
    ahead[stops[second] - 2] -= gained[stops[second] - 1]
    columns = np.argsort(-ahead, axis=1, kind="stable")[:, :_MOST]
    weights = np.take_along_axis(ahead, columns, axis=1)
    holds = np.take_along_axis(rows, columns, axis=1) != 0
    leads = ahead.sum(axis=1)
    start = 0
    for stop in stops.tolist():
        own = slice(start, stop)
        yield RuleContributions(
            columns[own], weights[own], holds[own], leads[own], int(leading[start])
        )
        start = stop


def _leading(rows: Floats, gained: Gains) -> Indices:
    """For each row, the first rule in reading order that holds.

    The most specific rules come first. Their contributions are no guide, since the trees usually
    test the more general rules before them. If none holds, it is the rule that contributed most.
    """
    holds = rows[:, _ATTRIBUTING] != 0
    most: Indices = gained[:, :-1].argmax(axis=1)
    return np.where(holds.any(axis=1), _ATTRIBUTING[holds.argmax(axis=1)], most)


def weighed_candidates(
    attribution: Attribution,
    contributions: RuleContributions,
    mention_of: Callable[[Candidate], MentionFields],
) -> WeighedCandidates:
    """The two best candidates of a quote, with the evidence for each.

    Args:
        attribution: the quote with its candidates.
        contributions: the contributions of the rules to the two best.
        mention_of: a function from a candidate to the fields of its mention.
    """
    best, encoder_scores = attribution.best, attribution.encoder_scores
    candidates = [attribution.candidates[k] for k in best]
    scale = 1.0 if encoder_scores is None else encoder_scores.fusion.rules
    return WeighedCandidates(
        [mention_of(candidate) if candidate else None for candidate in candidates],
        [share for _, share in attribution.ranking[: len(best)]],
        (scale * contributions.leads).tolist(),
        [[COLUMNS[column] for column in columns] for columns in contributions.columns.tolist()],
        contributions.holds.tobytes(),
        (scale * contributions.weights).tobytes(),
        [
            _encoder_evidence(attribution, encoder_scores, *pair)
            for pair in zip(best, best[::-1], strict=True)
        ]
        if encoder_scores
        else [],
    )


def _encoder_evidence(
    attribution: Attribution, encoder_scores: EncoderScores, k: int, other: int
) -> EncoderEvidence:
    """What an encoder contributed to one of the two best candidates."""
    return EncoderEvidence(
        encoder_scores.lead(k, other),
        _share(attribution, attribution.scores, k),
        _share(attribution, encoder_scores.scores, k),
    )


def _share(attribution: Attribution, scores: Floats, k: int) -> float:
    """The share of a candidate's speaker by some scores."""
    key = speaker_key(attribution.candidates[k])
    ranking = rank(attribution.candidates, scores)
    shares = {speaker_key(attribution.candidates[i]): share for i, share in ranking}
    return round(shares[key], 3)


def leading_rule(attribution: Attribution, contributions: RuleContributions) -> str:
    """The rule of a record, or its substitute.

    The substitute is the encoder if the rules alone would choose another speaker, ``REPEATED`` for
    words of a quote that a heading repeats, and ``NOBODY`` if nobody speaks.
    """
    if attribution.encoder_scores is not None and _outvoted(attribution):
        return ENCODER
    if attribution.repeated_quote is not None:
        return REPEATED
    return NOBODY if attribution.chosen is None else COLUMNS[contributions.leading]


def _outvoted(attribution: Attribution) -> bool:
    """Whether the rules alone would choose another speaker."""
    alone = attribution.candidates[rank(attribution.candidates, attribution.scores)[0][0]]
    return speaker_key(alone) is not speaker_key(attribution.chosen)
