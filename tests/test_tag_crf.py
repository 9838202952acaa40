"""Labels of whole sequences, against all sequences of a few tokens."""

from itertools import pairwise, product

import numpy as np
import pytest

from quoteattr.tag.crf import marginals, most_likely_labels
from quoteattr.tag.packed_batch import PackedBatch
from quoteattr.tag.paragraphs import Paragraph

LABELS = 3
RANDOM = np.random.default_rng(1)


def scores(*shape):
    """Random scores in single precision."""
    return RANDOM.normal(size=shape).astype(np.float32)


def by_all_sequences(emissions, transitions, starts):
    """The best sequence and the marginal probabilities, by trying all sequences."""
    weights = {
        labels: starts[labels[0]]
        + sum(emissions[i, label] for i, label in enumerate(labels))
        + sum(transitions[pair] for pair in pairwise(labels))
        for labels in product(range(LABELS), repeat=len(emissions))
    }
    shares = np.zeros(emissions.shape)
    for labels, weight in weights.items():
        shares[range(len(labels)), labels] += np.exp(weight)
    return list(max(weights, key=weights.get)), shares / shares.sum(axis=1, keepdims=True)


def test_labels_and_probabilities_of_paragraphs_side_by_side():
    lengths = [7, 6, 1]
    bounds = np.cumsum([0, *lengths])
    packed = PackedBatch([Paragraph(*pair) for pair in pairwise(bounds)])
    emissions, transitions, starts = scores(14, LABELS), scores(LABELS, LABELS), scores(LABELS)
    labels = most_likely_labels(emissions, transitions, starts, packed)
    probabilities = marginals(emissions, transitions, starts, packed)
    for first, last in packed.all_bounds():
        best, shares = by_all_sequences(emissions[first:last], transitions, starts)
        assert labels[first:last] == best
        np.testing.assert_allclose(probabilities[first:last], shares, rtol=1e-4)


@pytest.mark.parametrize("transition", [-9, 9])
def test_long_paragraphs_with_extreme_transitions_keep_their_probabilities(transition):
    packed = PackedBatch([Paragraph(0, 500)])
    transitions = np.full((LABELS, LABELS), transition, dtype=np.float32)
    emissions, starts = scores(500, LABELS), np.zeros(LABELS, dtype=np.float32)
    probabilities = marginals(emissions, transitions, starts, packed)
    alone = np.exp(emissions) / np.exp(emissions).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(probabilities, alone, rtol=1e-4)
