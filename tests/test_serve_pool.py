"""Processes for jobs: one that never ends is ended, and the next job is done."""

import os
import threading
import warnings

import pytest

from quoteattr.errors import OptionError
from quoteattr.serve.pool import JobError, JobPool

#: more seconds than any job here needs, however busy the machine
LONG = 600.0


def nothing():
    """Prepare nothing."""


def forever():
    """Never end."""
    while True:
        pass


def end():
    """End the process, as the system does when memory runs out."""
    os._exit(9)


def fail(secret):
    """Fail with words of the article in the message."""
    raise ValueError(secret)


def refuse(secret):
    """Refuse an argument."""
    raise OptionError(f"there is no {secret}", where="kinds", remedy="pass one that exists")


def warnings_shown():
    """What is done with warnings that no other filter names."""
    return warnings.filters[0][0]


def unreadable():
    """A result that cannot be sent."""
    return threading.Lock()


@pytest.fixture(scope="module")
def pool():
    made = JobPool(1, 2, nothing)
    yield made
    made.close()


def result(pool, function, *args, seconds=LONG):
    return pool.submit(seconds, function, *args).result(LONG)


def test_a_job_is_done_in_another_process(pool):
    process = result(pool, os.getpid)
    assert process != os.getpid()
    assert result(pool, os.getpid) == process
    assert pool.ready.is_set()


def test_a_job_without_an_end_is_ended_and_the_next_is_done(pool):
    before = result(pool, os.getpid)
    with pytest.raises(JobError, match=r"took longer than 0\.1 seconds") as error:
        result(pool, forever, seconds=0.1)
    assert not error.value.caller
    assert result(pool, len, "abc") == 3
    assert result(pool, os.getpid) != before


def test_no_warning_is_logged_since_it_may_have_words_of_the_article(pool):
    assert result(pool, warnings_shown) == "ignore"


@pytest.mark.parametrize("function", [end, unreadable])
def test_a_process_that_ends_is_replaced(pool, function):
    with pytest.raises(JobError, match="has ended"):
        result(pool, function)
    assert result(pool, len, "abc") == 3


def test_an_error_is_told_without_words_of_the_article(pool):
    with pytest.raises(JobError) as error:
        result(pool, fail, "secret")
    assert error.value.reason == "the article cannot be read (ValueError)"
    assert not error.value.caller


def test_a_wrong_argument_is_told_without_its_value(pool):
    with pytest.raises(JobError) as error:
        result(pool, refuse, "secret")
    assert error.value.reason == "kinds: pass one that exists"
    assert error.value.caller


def test_too_many_jobs_are_refused_at_once():
    pool = JobPool(1, 1, nothing)
    try:
        running = pool.submit(LONG, forever)
        waiting = pool.submit(LONG, len, "abc")
        with pytest.raises(JobError, match="too many articles are waiting"):
            pool.submit(LONG, len, "abc")
        assert not running.done()
        assert waiting.cancel()  # nobody waits for it any more: there is room for another
        pool.submit(LONG, len, "abc")
    finally:
        pool.close()
