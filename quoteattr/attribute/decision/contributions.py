"""Compute what the rules contributed to an attribution, for each of the two best candidates."""

from __future__ import annotations

from collections.abc import Callable
from itertools import repeat
from operator import attrgetter
from typing import Any, NamedTuple

import numpy as np
from attrs import fields_dict, frozen

from quoteattr.attribute.decision.decode import Attribution, rank_speakers, speaker_key
from quoteattr.attribute.decision.fusion import BY_ENCODER, EncoderScores
from quoteattr.attribute.decision.trees import NOBODY, RULE_COLUMNS, Trees
from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.rules import ATTRIBUTING, Floats
from quoteattr.attribute.structure.headings import REPEATED
from quoteattr.records import DeferredVerdicts, Evidence, Mention, MentionKind, Verdict

#: start, end, words and kind of a mention
MentionFields = tuple[int, int, str, MentionKind]
#: columns of the rules on the relation of quote and speaker that are not mere counts
_ATTRIBUTING = np.array([RULE_COLUMNS.index(rule.name) for rule in ATTRIBUTING if not rule.counts])
#: number of rules listed for a candidate
_MOST = 6


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
                weighed.append((BY_ENCODER, True, second.lead))
                lead += second.lead
            evidence = [Evidence(rule, bool(h), round(w, 2)) for rule, h, w in weighed if w > 0]
            evidence.sort(key=lambda piece: -piece.weight)
            mention = None if place is None else Mention(*place)
            alone = second[1:] if second else ()
            verdict = Verdict(mention, tuple(evidence), round(share, 3), round(lead, 2), *alone)
            verdicts.append(verdict)
        return tuple(verdicts)


_values = attrgetter(*fields_dict(WeighedCandidates))


@frozen
class BestCandidates(DeferredVerdicts):
    """The two best candidates of a quote, before the contributions of the rules are computed.

    To compute them takes as long as to score all candidates.
    """

    trees: Trees
    #: the values of the rules: candidates × columns
    rows: Floats
    mentions: list[MentionFields | None]
    shares: list[float]
    #: the weight of the rules' scores, beside those of an encoder
    scale: float
    encoder_evidence: list[EncoderEvidence]

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the contributions, not the trees."""
        return self.weigh().__reduce__()

    def make(self) -> tuple[Verdict, ...]:
        """The verdicts of a record."""
        return self.weigh().make()

    def weigh(self) -> WeighedCandidates:
        """Compute the contributions of the rules to each candidate, compared with the other."""
        ahead = self.trees.contributions(self.rows)
        if len(ahead) == 2:
            ahead = ahead - ahead[::-1]
        columns = np.argsort(-ahead, axis=1, kind="stable")[:, :_MOST]
        weights = self.scale * np.take_along_axis(ahead, columns, axis=1)
        holds = np.take_along_axis(self.rows, columns, axis=1) != 0
        return WeighedCandidates(
            self.mentions,
            self.shares,
            (self.scale * ahead.sum(axis=1)).tolist(),
            [[RULE_COLUMNS[column] for column in best] for best in columns.tolist()],
            holds.tobytes(),
            weights.tobytes(),
            self.encoder_evidence,
        )


def best_candidates(
    attribution: Attribution,
    trees: Trees,
    mention_of: Callable[[Candidate], MentionFields],
) -> BestCandidates:
    """The two best candidates of a quote, whose evidence is computed on request.

    Args:
        attribution: the quote with its candidates.
        trees: the trees that attributed it.
        mention_of: a function from a candidate to the fields of its mention.
    """
    best, encoder_scores = attribution.best, attribution.encoder_scores
    candidates = [attribution.candidates[k] for k in best]
    return BestCandidates(
        trees,
        attribution.best_rows,
        [mention_of(candidate) if candidate else None for candidate in candidates],
        [share for _, share in attribution.ranking[: len(best)]],
        1.0 if encoder_scores is None else encoder_scores.fusion.rules,
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
    ranking = rank_speakers(attribution.candidates, scores)
    shares = {speaker_key(attribution.candidates[i]): share for i, share in ranking}
    return round(shares[key], 3)


def leading_rule(attribution: Attribution, trees: Trees) -> str:
    """The rule of a record, or its substitute.

    The substitute is the encoder if the rules alone would choose another speaker, ``REPEATED`` for
    words of a quote that a heading repeats, and ``NOBODY`` if nobody speaks.
    """
    if attribution.encoder_scores is not None and _outvoted(attribution):
        return BY_ENCODER
    if attribution.repeated_quote is not None:
        return REPEATED
    return NOBODY if attribution.chosen is None else RULE_COLUMNS[_leading(attribution, trees)]


def _leading(attribution: Attribution, trees: Trees) -> int:
    """The column of the first rule, in reading order, that holds for the best candidate.

    The most specific rules come first. Their contributions are no guide, since the trees usually
    test the more general rules before them. If none holds, it is the rule that contributed most.
    """
    row = attribution.best_rows[:1]
    holds = row[0, _ATTRIBUTING] != 0
    first = holds.argmax()
    if holds[first]:
        return int(_ATTRIBUTING[first])
    return int(trees.contributions(row)[0, :-1].argmax())


def _outvoted(attribution: Attribution) -> bool:
    """Whether the rules alone would choose another speaker."""
    by_rules = attribution.candidates[
        rank_speakers(attribution.candidates, attribution.scores)[0][0]
    ]
    return speaker_key(by_rules) is not speaker_key(attribution.chosen)
