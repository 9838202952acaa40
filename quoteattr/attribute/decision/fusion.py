"""Fusion: how the scores that rules and an encoder give to candidates become one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from attrs import asdict, frozen

from quoteattr.attribute.decision.calibration import Calibration
from quoteattr.attribute.documents.document import Candidate
from quoteattr.attribute.rules import Floats

#: what stands for a rule where the encoder led
ENCODER = "encoder"


@frozen
class Fusion:
    """How scores of rules and of an encoder become one, learned on articles that neither saw."""

    #: weights of the two scores
    rules: float
    encoder: float
    #: added to the score of nobody
    nobody: float
    #: the encoder is asked where the rules' confidence is below
    threshold: float
    #: how often a quote that was asked is right, by the share of its speaker
    calibration: Calibration

    @classmethod
    def from_json(cls, numbers: Mapping[str, Any]) -> Fusion:
        """What ``to_json`` makes numbers of."""
        return cls(**{**numbers, "calibration": Calibration.of(numbers["calibration"])})

    def to_json(self) -> dict[str, Any]:
        """What a file holds of it."""
        return asdict(self, recurse=False) | {"calibration": self.calibration.points()}


@frozen
class EncoderScores:
    """The scores of an encoder for the candidates of one quote."""

    scores: Floats
    #: whom it scored, None for nobody, who stands last if at all
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


#: no quote was asked, by the index of the quotes
NO_ENCODER_SCORES: Mapping[int, EncoderScores] = MappingProxyType({})


def softmax(scores: Floats) -> Floats:
    """The share of each score."""
    exponentials = np.exp(scores - scores.max())
    out: Floats = exponentials / exponentials.sum()
    return out
