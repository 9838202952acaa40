"""Trees as tables, and what each rule contributed."""

import numpy as np
import pytest
from documents import document_of
from tables import for_each

from quoteattr import ModelError
from quoteattr.attribute.decision.decode import attribute
from quoteattr.attribute.decision.trees import RULE_COLUMNS, grow
from quoteattr.model.model import load_default

CALIBRATION = [[0.5, 0.6], [1.0, 0.9]]
#: is it nobody, and if not, is there more than 2 of something
TREE = {
    "rule": "nobody",
    "above": 0.5,
    "value": 0.25,
    "yes": 1.0,
    "no": {"rule": "chunks-between", "above": 2.0, "value": -0.5, "yes": -1.0, "no": 0.5},
}


def row(**counts: float) -> np.ndarray:
    """A row in which these rules hold."""
    out = np.zeros((1, len(RULE_COLUMNS)), dtype=np.float32)
    for name, count in counts.items():
        out[0, RULE_COLUMNS.index(name.replace("_", "-"))] = count
    return out


@for_each(
    ("values", "score"),
    [
        ({}, 0.5),
        ({"nobody": 1}, 1.0),
        ({"chunks_between": 2}, 0.5),
        ({"chunks_between": 3}, -1.0),
        ({"chunks_between": 3, "nobody": 1}, 1.0),
    ],
)
def test_a_row_falls_through_the_trees(values, score):
    trees = grow([TREE, TREE, 0.125], CALIBRATION)
    assert trees.scores(row(**values)) == [2 * score + 0.125]


def test_a_change_of_value_belongs_to_the_rule_that_was_asked():
    gains = grow([TREE], CALIBRATION).contributions(row(chunks_between=3))[0]
    nonzero = {RULE_COLUMNS[c]: gains[c] for c in np.flatnonzero(gains)}
    assert nonzero == {"nobody": -0.75, "chunks-between": -0.5}


def test_contributions_and_roots_add_up_to_the_score():
    text = "“Yes,” said Mara Holt, the mayor. Otto Marx told her: “No.”\n\n“Yes.” The word “no”."
    trees = load_default().quotes
    for attribution in attribute(document_of(text), trees).attributions:
        rows = attribution.best_rows
        total = trees.contributions(rows).sum(axis=1) + trees.values[:, 0].sum()
        assert total == pytest.approx(trees.scores(rows), abs=1e-3)


def test_confidence_is_read_off_the_calibration():
    trees = grow([TREE], CALIBRATION)
    assert [trees.calibration.probability(s) for s in (0.1, 0.5, 0.75, 1.0)] == [
        0.6,
        0.6,
        0.75,
        0.9,
    ]
    for trees in (load_default().quotes, load_default().clauses):
        assert (np.diff(trees.calibration.shares) > 0).all()
        assert (np.diff(trees.calibration.rights) >= 0).all()


def test_an_unknown_rule_is_told_by_name():
    tree = {"rule": "moon-phase", "above": 0.5, "value": 0, "yes": 1, "no": 0}
    with pytest.raises(ModelError, match=r"moon-phase.*train the model again"):
        grow([tree], CALIBRATION)
