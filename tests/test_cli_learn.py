"""``quoteattr train`` and ``quoteattr evaluate``."""

import json
import os
import re

import pytest
from command_line import call
from gold_folder import write_gold

from quoteattr.cli import evaluate, train
from quoteattr.training.train import TrainedModels


@pytest.fixture
def gold(tmp_path):
    return write_gold(tmp_path / "gold")


@pytest.fixture(autouse=True)
def without_extras(monkeypatch):
    monkeypatch.setattr(train, "require", lambda *_: None)


def test_evaluate_prints_figures_and_writes_a_report(gold, tmp_path, capsys):
    report = tmp_path / "wrong.html"
    assert call("evaluate", gold, "--report", report) == 0
    out, err = capsys.readouterr()
    assert re.search(r"attribution: recall +\d", out)
    assert "full name: recall" in out
    assert report.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert not err


def test_a_report_takes_the_place_of_another_once_it_is_whole(gold, tmp_path, monkeypatch, capsys):
    report, kept = tmp_path / "wrong.md", tmp_path / "kept.md"
    report.write_text("before", encoding="utf-8")
    os.link(report, kept)

    def fail(figures, mistakes, file, markup):
        file.write("half")
        raise OSError("No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(evaluate, "write_report", fail)
        assert call("evaluate", gold, "--report", report) == 1
    assert report.read_text(encoding="utf-8") == "before"
    assert call("evaluate", gold, "--report", report) == 0
    assert report.read_text(encoding="utf-8").startswith("#")
    assert kept.read_text(encoding="utf-8") == "before"
    assert "No space left" in capsys.readouterr().err


def test_evaluate_takes_other_names(gold, tmp_path, capsys):
    names = tmp_path / "names.tsv"
    names.write_text("herald_bridge\tT12\tSomebody Else\n", encoding="utf-8")
    assert call("evaluate", gold, "--names", names) == 0
    assert re.search(r"full name: recall +0\.0 +1 whose", capsys.readouterr().out)


def test_evaluate_as_json(gold, capsys):
    assert call("evaluate", gold, "--format", "json") == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["articles"], figures["attribution"]["annotated"]) == (1, 3)
    assert 0 <= figures["attribution"]["recall"] <= 100
    assert figures["contents"] is None  # nothing without marks is annotated
    assert figures["by"]["speaker’s mention"]


def test_a_share_of_nothing_is_a_dash(gold, capsys):
    (gold / "text" / "herald_bridge.txt").write_text("It rained.\n", encoding="utf-8")
    (gold / "attributions" / "herald_bridge_ab.ann").write_text("", encoding="utf-8")
    assert call("evaluate", gold) == 0
    out = capsys.readouterr().out
    assert re.search(r"attribution: precision +– +0 attributed", out)
    assert "0.0" not in out
    assert call("evaluate", gold, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["attribution"]["f"] is None


def test_another_scheme_has_no_figures(gold, capsys):
    notes = "T1\tQuote 4 10\tbridge\n"
    (gold / "attributions" / "herald_bridge_ab.ann").write_text(notes, encoding="utf-8")
    assert call("evaluate", gold) == 2
    out, err = capsys.readouterr()
    assert "no attribution is annotated" in err
    assert "Quote (1)" in err
    assert not out


def test_evaluate_takes_other_weights(gold, tmp_path, capsys):
    assert call("evaluate", gold, "--model", tmp_path / "none.json") == 2
    assert "cannot read the model" in capsys.readouterr().err


def test_train_writes_what_train_learns(gold, tmp_path, monkeypatch):
    learned = []

    def learn(golds):
        learned.extend(golds)
        return TrainedModels("model", ["without a fold"])

    monkeypatch.setattr(train, "fit_quotes", lambda golds: "quotes")
    monkeypatch.setattr(train, "train_from_quotes", lambda golds, quotes: learn(golds))
    monkeypatch.setattr(train, "write", lambda model, path: path.write_text(model))
    monkeypatch.setattr(
        train, "write_held_out", lambda models, folder: (folder / "0.json").write_text(*models)
    )
    assert call("train", gold, gold, "-o", tmp_path / "model.json") == 0
    assert [article.name for article in learned] == ["herald_bridge"] * 2
    assert (tmp_path / "model.json").read_text() == "model"
    held_out = tmp_path / "held-out"
    assert not held_out.exists()
    assert call("train", gold, "-o", tmp_path / "model.json", "--held-out", held_out) == 0
    assert (held_out / "0.json").read_text() == "without a fold"


@pytest.mark.parametrize(
    ("args", "advice"),
    [
        (["evaluate", "missing"], "pass a folder in the brat layout"),
        (["evaluate", "missing", "--report", "a.pdf"], "must end in .html or .md"),
        (["evaluate", "GOLD", "--names", "missing.tsv"], "missing.tsv: No such file"),
        (["train", "missing", "-o", "w.json"], "pass a folder in the brat layout"),
        (["train", "missing", "-o", "no/such/w.json"], "name another file"),
        (["train", "GOLD", "-o", "."], "cannot write"),
        (["evaluate", "GOLD", "--report", "no/such/wrong.html"], "no such folder; name another"),
        (["train", "missing"], "required: -o"),
    ],
)
def test_a_wrong_call_says_in_one_line_what_to_do(
    args, advice, gold, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    assert call(*(gold if arg == "GOLD" else arg for arg in args)) == 2
    err = capsys.readouterr().err
    assert advice in err
    assert err.count("\n") == 1
