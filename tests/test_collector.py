"""The garbage collector: it is left alone in a process of the caller."""

import gc
import subprocess
import sys

import pytest

from quoteattr import api, collector, extract
from quoteattr.cli import articles, main

TEXT = "“It rains,” said Ida Holm."


def test_the_collector_is_asked_less_often():
    script = (
        "import gc; from quoteattr.collector import collect_rarely; usual = gc.get_threshold()\n"
        "collect_rarely()\n"
        "print(gc.get_freeze_count() > 0, gc.get_threshold()[0] > 10 * usual[0])\n"
        "print(gc.get_threshold()[1:] == usual[1:])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.split() == [b"True", b"True", b"True"]


def test_the_command_asks_it_less_often(monkeypatch, tmp_path, capsys):
    asked = []
    monkeypatch.setattr(articles, "collect_rarely", lambda: asked.append(0))
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    for is_command in (False, True):
        monkeypatch.setattr(articles, "is_command", lambda answer=is_command: answer)
        main(["extract", str(tmp_path / "a.txt")])
        assert len(asked) == is_command
    assert "Ida Holm" in capsys.readouterr().out


def test_a_callers_own_process_is_as_it_was():
    before = gc.get_freeze_count(), gc.get_threshold()
    assert extract(TEXT)
    assert (gc.get_freeze_count(), gc.get_threshold()) == before
    assert before[1][0] < collector._NEW_OBJECTS


def test_it_is_paused_during_an_article(monkeypatch):
    enabled = []
    monkeypatch.setattr(api, "find_records", lambda *_: enabled.append(gc.isenabled()) or [])
    for before in (True, False):
        (gc.enable if before else gc.disable)()
        extract(TEXT)
        assert gc.isenabled() == before
    gc.enable()
    assert enabled == [False, False]


def test_it_is_not_paused_after_an_error(monkeypatch):
    monkeypatch.setattr(api, "find_records", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        extract(TEXT)
    assert gc.isenabled()


def test_an_article_leaves_no_reference_cycles():
    extract(TEXT)  # loads the model
    gc.collect()
    extract(f"{TEXT} He said that the mayor, Mara Brack, had left. {TEXT}")
    assert not gc.collect()
