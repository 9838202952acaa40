"""Fusion: combine the scores of rules and encoder for the candidates."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from attrs import asdict, frozen

from quoteattr.attribute.decision.calibration import Calibration
from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.rules import Floats

#: the substitute for the name of a rule if the encoder decided
BY_ENCODER = "encoder"


@frozen
class Fusion:
    """The parameters of the fusion, fitted on articles that neither rules nor encoder saw."""

    #: weights of the two scores
    rules: float
    encoder: float
    #: the bonus for nobody
    nobody: float
    #: the encoder is asked if the rules' confidence is below this
    threshold: float
    #: the rate of right decisions for quotes that it was asked about, by the speaker's share
    calibration: Calibration

    @classmethod
    def from_json(cls, numbers: Mapping[str, Any]) -> Fusion:
        """Parse the result of ``to_json``."""
        return cls(**{**numbers, "calibration": Calibration.of(numbers["calibration"])})

    def to_json(self) -> dict[str, Any]:
        """Convert to values that JSON can hold."""
        return asdict(self, recurse=False) | {"calibration": self.calibration.points()}


@frozen
class EncoderScores:
    """The scores of an encoder for the candidates of one quote."""

    scores: Floats
    #: the candidates that it scored; None for nobody, which comes last if present
    candidates: tuple[Candidate | None, ...]
    fusion: Fusion

    def combine(self, scores: Floats) -> Floats:
        """Combine the scores of the rules with these."""
        fusion = self.fusion
        both: Floats = fusion.rules * scores + fusion.encoder * self.scores
        if self.candidates[-1] is None:
            both[-1] += fusion.nobody
        return both

    def lead(self, k: int, other: int) -> float:
        """How much more it adds to the score of one candidate than to that of another."""
        added = self.combine(np.zeros_like(self.scores))
        return float(added[k] - added[other])


#: an empty table of scores by quote: no quote was asked about
NO_ENCODER_SCORES: Mapping[int, EncoderScores] = MappingProxyType({})


def softmax(scores: Floats) -> Floats:
    """The share of each score."""
    exponentials = np.exp(scores - scores.max())
    out: Floats = exponentials / exponentials.sum()
    return out
