"""Processes that share articles: in order, bounded, and outliving a crash or an early end."""

import gc
import os
import subprocess
import sys
import time
from functools import partial
from itertools import count, islice
from pathlib import Path

import psutil
import pytest

from quoteattr import Article, Failure, InputError, api, extract_many
from quoteattr.parallel import BATCH_SIZE, BATCHES_AHEAD, WorkerPool, _WorkerState

ROOT = Path(__file__).parents[1]


def articles(number):
    """Short articles, each with its number as its source."""
    return [Article(f"“It is {n},” said Mara Holt.", id=str(n)) for n in range(number)]


def children():
    """The processes that this one has started."""
    return {child for child in psutil.Process().children() if child.status() != "zombie"}


@pytest.fixture
def at_work():
    """The processes that this one has started since the test began."""
    before = children()
    return lambda: children() - before


def double(number):
    """Twice a number; ends the process at 13 and at 14."""
    if number in (13, 14):
        os._exit(1)
    return 2 * number


def leave_trace(folder, number):
    """Make a file, and rest until nothing more is wanted after all but those of the first batch."""
    (folder / str(number)).touch()
    while number >= BATCH_SIZE and not _WorkerState.stop.value:
        time.sleep(0.01)
    return number


def test_records_come_in_order_with_their_articles_and_failures():
    failure = Failure("c.txt", "not UTF-8")
    entries = [*articles(50), failure, *articles(50)]
    results = list(extract_many(entries, workers=2))
    assert results == list(extract_many(entries))
    assert [records.articles for records in results] == [
        () if item is failure else (item,) for item in entries
    ]
    assert results[50].failures == (failure,)


def test_only_a_few_are_taken_ahead():
    taken = []
    stream = (taken.append(n) or f"“{n},” said Ida Berg." for n in count())
    results = extract_many(stream, workers=2)
    assert len(list(islice(results, 10))) == 10
    assert len(taken) <= 2 * BATCHES_AHEAD * BATCH_SIZE
    results.close()


def test_a_process_that_dies_takes_no_other_job_along():
    with WorkerPool(double, 2) as pool:
        results = dict(pool.work(range(300)))
    assert results == {n: None if n in (13, 14) else 2 * n for n in range(300)}


def count_frozen(_):
    """How many objects the garbage collector of this process leaves alone."""
    return gc.get_freeze_count()


def test_what_a_process_starts_with_is_not_searched_for_garbage():
    with WorkerPool(count_frozen, 1) as pool:
        ((_, frozen),) = pool.work([0])
    assert frozen > 0
    assert gc.get_freeze_count() == 0


def test_an_article_that_ends_its_process_is_a_failure(monkeypatch):
    original = api.find_records

    def fragile(article, options):
        if article.id == "20":
            os._exit(1)
        return original(article, options)

    monkeypatch.setattr(api, "find_records", fragile)
    results = list(extract_many(articles(40), workers=2))
    assert [len(records) for records in results] == [n != 20 for n in range(40)]
    advice = "give it more memory, or pass workers=1 to see why"
    assert results[20].failures == (Failure("20", f"its worker process died; {advice}"),)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_was_given_before_a_mistake_is_done_first(workers, at_work):
    results = extract_many([*articles(40), 3], workers=workers)
    assert len(list(islice(results, 40))) == 40
    with pytest.raises(InputError):
        next(results)
    assert not at_work()


def test_an_early_end_ends_the_processes(at_work):
    results = extract_many((f"“{n},” said Ida Berg." for n in count()), workers=2)
    next(results)
    assert at_work()
    results.close()
    assert not at_work()


def test_an_early_end_leaves_undone_what_was_taken_ahead(tmp_path):
    with WorkerPool(partial(leave_trace, tmp_path), 2) as pool:
        next(pool.work(count()))
    # the first batch, and in each process the one job at which it rested
    assert BATCH_SIZE <= len(list(tmp_path.iterdir())) <= BATCH_SIZE + 2


STREAM = """
import itertools, multiprocessing, sys
from quoteattr import extract_many
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    texts = (f"“It is {n},” said Mara Holt." for n in itertools.count())
    for records in extract_many(texts, workers=2):
        print(records[0].quote, flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize("end", ["interrupted", "killed"])
def test_no_process_is_left_of_a_run_that_is_ended(tmp_path, method, end):
    (tmp_path / "stream.py").write_text(STREAM)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, str(tmp_path / "stream.py"), method],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=env,
        start_new_session=True,
    )
    lines = [process.stdout.readline() for _ in range(200)]
    assert lines == [f"It is {n},\n" for n in range(200)]
    started = psutil.Process(process.pid).children(recursive=True)
    assert len(started) >= 2
    if end == "killed":
        process.kill()
    else:
        os.killpg(process.pid, 2)  # as Ctrl-C does: all of them get it
    _out, err = process.communicate(timeout=300)
    _gone, left = psutil.wait_procs(started, timeout=300)
    assert not left
    if end == "interrupted":
        assert err.splitlines()[-1] == "KeyboardInterrupt"


@pytest.mark.slow
def test_a_script_that_starts_itself_again_is_told_what_to_write(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "import multiprocessing\n"
        "from quoteattr import extract_many\n"
        "multiprocessing.set_start_method('spawn', force=True)\n"
        "list(extract_many(['“No,” said Ida Berg.'] * 3, workers=2))\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("quoteattr.errors.OptionError: workers=2: the processes cannot start")
    assert "__main__" in last
