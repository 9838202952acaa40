"""Decode a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).

*Emissions* are the scores of the labels of each token: tokens × labels; *transitions* those of each
label after each other: labels × labels; *starts* those of the labels of a first token.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from quoteattr.tag.matrices import Floats
from quoteattr.tag.packed_batch import PackedBatch

#: after how many steps the shares of the labels are scaled to sum to one again; at each step it
#: would take a quarter of the time. Single precision holds what transitions of up to ±9 make of
#: them until then; learned ones are within ±4
_SCALED = 4


def most_likely_labels(
    emissions: Floats, transitions: Floats, starts: Floats, packed: PackedBatch
) -> list[int]:
    """The most likely label sequence of each paragraph (Viterbi 1967)."""
    by_step = emissions[packed.left]
    previous_scores = by_step[: len(packed.steps[0])]
    previous_scores += starts
    for step in packed.steps[1:]:
        step_scores = by_step[step.start : step.stop]
        step_scores += np.maximum.reduce(
            previous_scores[: len(step), :, None] + transitions, axis=1
        )
        previous_scores = step_scores
    scores = np.empty_like(by_step)
    scores[packed.left] = by_step
    backpointers = (scores[:-1, :, None] + transitions).argmax(axis=1)
    return _backtrace(scores.argmax(axis=1).tolist(), backpointers.tolist(), packed)


def marginals(
    emissions: Floats, transitions: Floats, starts: Floats, packed: PackedBatch
) -> Floats:
    """Marginal probability of each label at each token (forward-backward algorithm).

    The forward and the backward pass run in parallel.
    """
    factors = np.exp(transitions)
    directed_factors = np.stack((factors, factors.T))
    opening = np.stack((np.exp(starts), np.ones_like(starts)))
    potentials = np.exp(emissions - emissions.max(axis=1, keepdims=True))
    shares = np.stack((potentials[packed.left], potentials[packed.right]))
    messages = np.empty_like(shares)
    messages[:, : len(packed.steps[0])] = opening[:, None]
    following = [*packed.steps[1:], range(0)]
    for number, (step, next_step) in enumerate(zip(packed.steps, following, strict=True)):
        step_shares = shares[:, step.start : step.stop]
        step_shares *= messages[:, step.start : step.stop]
        if number % _SCALED == 0:
            step_shares /= np.add.reduce(step_shares, axis=2, keepdims=True)
        if next_step:
            next_messages = messages[:, next_step.start : next_step.stop]
            np.matmul(step_shares[:, : len(next_step)], directed_factors, out=next_messages)
    joint = np.empty_like(potentials)
    joint[packed.left] = shares[0]
    joint[packed.right] *= messages[1]
    probabilities: Floats = joint / joint.sum(axis=1, keepdims=True)
    return probabilities


def _backtrace(
    best: Sequence[int], backpointers: Sequence[Sequence[int]], packed: PackedBatch
) -> list[int]:
    """Follow the most likely label sequence of each paragraph back from its end.

    Args:
        best: for each token the label of the best sequence up to it.
        backpointers: for each token and each label of the next one, its own label.
        packed: the paragraphs.
    """
    labels = list(best)
    for first, last in packed.all_bounds():
        for i in range(last - 2, first - 1, -1):
            labels[i] = backpointers[i][labels[i + 1]]
    return labels
