"""Accuracy on annotated articles does not fall below what it once was.

``floors.json`` holds, for each corpus, figures of the project's scorer that may only rise.
``pytest -s tests/test_floors.py`` prints every figure.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from corpora import needs_corpora, score_by_the_script

FLOORS: dict[str, dict[str, float]] = json.loads(
    Path(__file__).with_name("floors.json").read_text("utf-8")
)

pytestmark = needs_corpora


def figures(corpus: str) -> dict[str, float]:
    """What the scorer says of a corpus, by the names that the floors go by."""
    scored = score_by_the_script(corpus)
    segments = scored["segments"]
    return {
        "segments_p": segments["attribution"]["p"],
        "segments_r": segments["attribution"]["r"],
        "segments_f": segments["attribution"]["f"],
        "name_recall": segments["name_recall"]["r"],
        "ece": segments["calibration"]["ece"],
        "recall_at_98": segments["calibration"]["recall_at_98"],
        "tokens_f": scored["tokens"]["f"],
        "spans_f": scored["spans"]["lenient"]["f"],
    }


@pytest.mark.parametrize("corpus", FLOORS)
def test_accuracy_does_not_fall(corpus):
    measured = figures(corpus)
    print(f"\n{corpus}:", *(f"{name} {figure}" for name, figure in measured.items()))
    fallen = {
        name: (measured[name], floor)
        for name, floor in FLOORS[corpus].items()
        if measured[name] < floor
    }
    assert not fallen, f"(measured, floor) on {corpus}: {fallen}"
