"""Accuracy on annotated articles does not fall below what it once was.

``floors.json`` holds, for each corpus, figures of the project's scorer: what they are at least, and
the calibration error at most; for some also what comes out by default: shares of records that are
right and of annotated contents that are found. (The decision on clauses is learned from ``said``:
``model/speech.json`` has its figures on articles that were not learned from.) They stand a little
under what was measured, and may only improve.
``pytest -s -m slow tests/test_floors.py`` prints every figure.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from corpora import SHARED, metrics_of, needs_corpora, score_by_the_script

from quoteattr.data import data_file
from quoteattr.evaluation.brat import read_gold
from quoteattr.evaluation.metrics import headline
from quoteattr.evaluation.reported_contents import CRITERIA
from quoteattr.evaluation.speakers import evaluate_speakers, read_cast, read_kinds
from quoteattr.model.model import read_data

FLOORS: dict[str, dict[str, dict[str, float]]] = json.loads(
    Path(__file__).with_name("floors.json").read_text("utf-8")
)
#: the floors of what is said of speakers
SPEAKERS = FLOORS.pop("speakers of world/train")
#: those with ``model="encoder"``, for themselves: in eight bits its scores differ a little from one
#: kind of processor to another
WITH_ENCODER = FLOORS.pop("with the encoder")
#: what training measured on articles that were not learned from, which are many more than those of
#: the other corpora: the figures of the files of the model
CROSS_VALIDATED = FLOORS.pop("cross-validated")
#: the articles whose speakers are measured: some of those whose mistakes nobody read
MEASURED = slice(1, None, 8)

pytestmark = [needs_corpora, pytest.mark.slow]


def figures(corpus: str, model: str | None = None) -> dict[str, float]:
    """What the scorer says of a corpus, by the names that the floors go by."""
    scored = score_by_the_script(corpus, model)
    segments = scored["segments"]
    return {
        "segments_p": segments["attribution"]["p"],
        "segments_r": segments["attribution"]["r"],
        "segments_f": segments["attribution"]["f"],
        "name_recall": segments["name_recall"]["r"],
        "ece": segments["calibration"]["ece"],
        "recall_at_98": segments["calibration"]["recall_at_98"],
    } | (of_contents(scored) if scored["gold_kinds"]["indirect"] else {})


def of_contents(scored: dict[str, Any]) -> dict[str, float]:
    """The figures of reported contents, where those without marks are annotated, too."""
    spans = scored["spans"]
    recalls = {
        f"{criterion}_recall_{kind}": recall
        for criterion in CRITERIA
        for kind, recall in spans[f"{criterion}_recall"].items()
        if scored["gold_kinds"][kind]
    }
    by_criterion = {f"spans_{criterion}_f": spans[criterion]["f"] for criterion in CRITERIA}
    return {"tokens_f": scored["tokens"]["f"]} | by_criterion | recalls


@pytest.mark.parametrize(
    ("corpus", "model"),
    [*((corpus, None) for corpus in FLOORS), *((corpus, "encoder") for corpus in WITH_ENCODER)],
)
def test_accuracy_does_not_fall(corpus, model):
    measured = figures(corpus, model)
    print(f"\n{corpus}, {model}:", *(f"{name} {figure}" for name, figure in measured.items()))
    bounds = WITH_ENCODER[corpus] if model else FLOORS[corpus]
    fallen = {
        name: measured[name] for name, low in bounds["at least"].items() if measured[name] < low
    }
    risen = {
        name: measured[name] for name, high in bounds["at most"].items() if measured[name] > high
    }
    assert not fallen, f"measured on {corpus}: {fallen}, wanted at least {bounds['at least']}"
    assert not risen, f"measured on {corpus}: {risen}, wanted at most {bounds['at most']}"


@pytest.mark.parametrize("corpus", [name for name in FLOORS if "by default" in FLOORS[name]])
def test_what_comes_out_by_default_is_right(corpus):
    bounds = FLOORS[corpus]["by default"]
    script = SHARED / "eval" / "default.py"
    arguments = [script, SHARED / "corpora" / corpus, SHARED / "eval", *bounds.values()]
    ran = subprocess.run(
        [sys.executable, *map(str, arguments)], capture_output=True, text=True, check=False
    )
    print(f"\n{ran.stdout}")
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_what_is_said_of_speakers_does_not_get_worse():
    folder = SHARED / "corpora" / "world" / "train"
    golds = list(read_gold(folder))[MEASURED]
    metrics, _ = evaluate_speakers(golds, read_cast(folder), read_kinds(folder))
    measured = metrics.percentages()
    print("\nspeakers:", *(f"{name} {figure}" for name, figure in measured.items()))
    fallen = {n: measured[n] for n, low in SPEAKERS["at least"].items() if measured[n] < low}
    risen = {n: measured[n] for n, high in SPEAKERS["at most"].items() if measured[n] > high}
    assert not fallen | risen, f"wanted {SPEAKERS}, measured {measured}"


def test_what_training_measured_does_not_fall():
    measured = read_data()["measured"]
    by_default = json.loads(data_file("model", "speech.json").read_text("utf-8"))["measured"]
    measured |= {"said by default": by_default["by default"]}
    print("\ncross-validated:", measured)
    fallen = {
        (corpus, name): measured[corpus][name]
        for corpus, bounds in CROSS_VALIDATED.items()
        for name, low in bounds.items()
        if measured[corpus][name] < low
    }
    assert not fallen, f"wanted at least {CROSS_VALIDATED}"


@pytest.mark.parametrize("corpus", FLOORS)
def test_what_training_keeps_goes_by_the_names_of_the_floors(corpus):
    assert headline(metrics_of(corpus)).items() <= figures(corpus).items()
