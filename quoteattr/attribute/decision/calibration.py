"""Map the share of a speaker to the probability that the decision is right."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray


@frozen(eq=False)
class Calibration:
    """A calibration curve from softmax shares to the rate of right decisions."""

    shares: NDArray[np.float32]
    rights: NDArray[np.float32]

    @classmethod
    def of(cls, points: Sequence[Sequence[float]]) -> Calibration:
        """Make a curve from pairs of a share and a probability."""
        return cls(*np.array(points, dtype=np.float32).T)

    def points(self) -> list[list[float]]:
        """The points of the curve."""
        points = np.stack((self.shares, self.rights), axis=1).astype(np.float64).round(4)
        return [[float(share), float(right)] for share, right in points]

    def probability(self, share: float) -> float:
        """The calibrated probability of a share."""
        return round(float(np.interp(share, self.shares, self.rights)), 3)
