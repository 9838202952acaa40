"""Corrections outlive the process that made them, and follow from the tables of the file."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from rain import RAIN, place, rain_archive, snapshot, speakers, tables

from quoteattr import (
    Article,
    InputError,
    OptionError,
    QuoteArchive,
)
from quoteattr.archive.corrections.correction import Correction


@pytest.fixture
def archive():
    with rain_archive() as archive:
        yield archive


def test_corrections_are_there_when_the_file_is_opened_again(tmp_path):
    path = tmp_path / "news.db"
    with QuoteArchive(path) as archive:
        archive.add([Article(RAIN, id="rain")])
        made = archive.correct("rain", place("No,"), speaker="Cy Dahl", by="ed")
        assert isinstance(made, Correction)
    with QuoteArchive(path, read_only=True) as archive:
        assert archive.corrections() == [made]
        assert speakers(archive)["No,"] == "Cy Dahl"


def test_one_corrects_what_another_adds(tmp_path):
    path = tmp_path / "news.db"
    with QuoteArchive(path) as one, QuoteArchive(path) as other:
        one.add([Article(RAIN, id="rain")])
        other.correct("rain", place("No,"), speaker="Cy Dahl")
        other.merge_speakers(["Cy Dahl"], "Cyrus Dahl")
        one.add([Article(RAIN + " It rained.", id="rain"), Article("“Ah,” said Cy Dahl.", id="b")])
        assert speakers(other)["No,"] == speakers(one)["Ah,"] == "Cyrus Dahl"


#: for each name that comes in, a process corrects one quote after the other until it is killed; it
#: says its number first, and then the id of each correction once that is entered
CORRECT = """
import os, sys
from quoteattr import Article, QuoteArchive

def correct(archive, name):
    for number in range(10_000):
        source = f"rain{number % 5}"
        record = archive.search(source=source, kinds=["direct"])[number % 2]
        span = record.spans[0].start, record.spans[-1].end
        made = archive.correct(source, span, speaker=f"{name} Berg {number}", by=name)
        print(made.id, flush=True)
        if number % 3 == 0:
            print(archive.undo(made.id, by=name).id, flush=True)
        if number % 7 == 0:
            archive.review(source, by=name)

with QuoteArchive(":memory:") as archive:  # which loads all that is needed, once
    archive.add([Article("“No,” said Ada Berg.", id="a")])
    archive.correct("a", (1, 4), speaker="Bo Holm")
for name in map(str.strip, sys.stdin):
    child = os.fork()
    if not child:
        print(os.getpid(), flush=True)
        with QuoteArchive(sys.argv[1]) as archive:
            correct(archive, name)
    os.waitpid(child, 0)
    print("killed", flush=True)
"""


class Correctors:
    """Processes that correct an archive, one after the other."""

    def __init__(self, folder, path):
        script = folder / "correct.py"
        script.write_text(CORRECT, encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, str(script), str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)},
        )
        self.child = None

    def start(self, name):
        """Start a process."""
        self.process.stdin.write(f"{name}\n")
        self.process.stdin.flush()
        self.child = int(self.process.stdout.readline())

    def entered(self, count):
        """The ids of as many corrections, once they are entered."""
        return [int(self.process.stdout.readline()) for _ in range(count)]

    def kill(self):
        """Kill the process that was started last; the ids that it has said meanwhile."""
        os.kill(self.child, signal.SIGKILL)
        return [int(line) for line in iter(self.process.stdout.readline, "killed\n")]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


def check_whole(path):
    """Check that a file is sound, and that its records are those that follow from its tables."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    with QuoteArchive(path) as archive, QuoteArchive(":memory:") as anew:
        anew.add([Article(RAIN, id="rain0")])
        machine = [record.quote for record in anew.search()]
        for part in archive.records():
            number = archive._store.find(part.articles[0])
            assert archive._log.quotes(number) == list(part)
            assert [record.quote for record in archive._store.machine_records(number)] == machine


def filled(path):
    """An archive of a few articles."""
    with QuoteArchive(path) as archive:
        archive.add([Article(RAIN, id=f"rain{number}") for number in range(5)])


@pytest.mark.slow
def test_corrections_outlive_twenty_kills(tmp_path):
    path = tmp_path / "news.db"
    filled(path)
    entered = set()
    with Correctors(tmp_path, path) as correctors:
        for kill in range(20):
            correctors.start(f"Ada{kill}")
            # After so many corrections, whatever it is doing then.
            entered.update(correctors.entered(1 + kill % 7))
            entered.update(correctors.kill())
            with QuoteArchive(path, read_only=True) as archive:
                assert entered <= {correction.id for correction in archive.corrections()}
    check_whole(path)


@pytest.mark.slow
def test_two_who_correct_and_one_who_adds_lose_nothing(tmp_path):
    path = tmp_path / "news.db"
    filled(path)
    with Correctors(tmp_path, path) as ada, Correctors(tmp_path, path) as bo:
        ada.start("Ada")
        bo.start("Bo")
        entered = ada.entered(1) + bo.entered(1)  # both are at work
        with QuoteArchive(path) as archive:
            for number in range(5, 15):
                archive.add([Article(RAIN, id=f"rain{number}")])
        entered += ada.entered(10) + bo.entered(10)
        entered += ada.kill() + bo.kill()
    with QuoteArchive(path) as archive:
        corrections = {correction.id: correction.by for correction in archive.corrections()}
        assert set(entered) <= set(corrections)
        assert set(corrections.values()) == {"Ada", "Bo"}
        assert len({part.articles[0].source for part in archive.records()}) == 15
    check_whole(path)


def test_two_threads_with_an_archive_each_lose_nothing(tmp_path):
    path = tmp_path / "news.db"
    filled(path)
    ids = []

    def correct(name):
        """Correct all articles."""
        with QuoteArchive(path) as archive:
            for number in range(5):
                made = archive.correct(f"rain{number}", place("No,"), speaker=name)
                ids.append(made.id)

    threads = [threading.Thread(target=correct, args=(name,)) for name in ("Ada", "Bo", "Cy")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with QuoteArchive(path) as archive:
        assert (
            sorted(ids)
            == [correction.id for correction in archive.corrections()]
            == list(range(1, 16))
        )
    check_whole(path)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_corrected_follows_from_the_tables_and_can_be_undone(seed):
    """Anything in any order, with other texts between; then all undone, the text as it was."""
    chance = random.Random(seed)
    texts = [RAIN, f"A storm came.\n\n{RAIN}", RAIN.replace("No,", "Never,"), RAIN[:70]]
    with QuoteArchive(":memory:") as archive:
        archive.add([Article(RAIN, id="rain")])
        before, rows = snapshot(archive), tables(archive)
        for _ in range(25):
            change_anything(archive, chance, texts)
            number = archive._store.number("rain", "")
            stored = [record.to_dict() for record in archive._store.records(number)]
            people = archive._merges.people()
            expected = archive._log.quotes(number)
            assert stored == [
                (people.identify(record) if people else record).to_dict() for record in expected
            ]
            assert [record["spans"] for record in stored] == sorted(
                record["spans"] for record in stored
            )
        archive.add([Article(RAIN, id="rain")])
        undone = [correction for correction in archive.corrections() if correction.action != "undo"]
        for correction in undone:
            if correction.undone_by is None:
                archive.undo(correction.id)
        for merge in archive.speaker_merges():
            if merge.undoes is None and merge.undone_by is None:
                archive.undo_merge(merge.id)
        assert (snapshot(archive), tables(archive)) == (before, rows)


def change_anything(archive, chance, texts):
    """Do one thing at random to the article."""
    text = archive._store.article(archive._store.number("rain", "")).text
    name = chance.choice(["Ada Berg", "Bo Holm", "Eva Moss", "Holm", "she", None])
    records = archive.search(source="rain")
    what = chance.choice(["speaker", "kind", "span", "nobody", "add", "undo", "text", "merge"])
    start = chance.randrange(len(text) - 9)
    active = [correction.id for correction in archive.corrections() if correction.undone_by is None]
    with suppress(OptionError, InputError):  # such as bounds of another quote
        if what == "add":
            archive.add_quote("rain", (start, start + 8), speaker=name)
        elif what == "undo" and active:
            archive.undo(chance.choice(active))
        elif what == "text":
            archive.add([Article(chance.choice(texts), id="rain")])
        elif what == "merge":
            archive.merge_speakers([name or "Cy Dahl"], chance.choice(["Ada Berg", "Dr. No"]))
        elif records:
            spans = chance.choice(records).spans
            value = {
                "speaker": name,
                "kind": chance.choice(["direct", "mixed", "indirect"]),
                "new_span": (start, start + 8),
                "nobody": True,
            }
            key = {"span": "new_span"}.get(what, what)
            chosen = {key: value[key]} if key in value else {"speaker": name}
            archive.correct("rain", (spans[0].start, spans[-1].end), **chosen)
