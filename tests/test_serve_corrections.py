"""Places of quotes by their words, as a browser shows them."""

import asyncio
import sqlite3

import pytest
from desks import SETTINGS, STRANGE, DirectPool, filled_archive
from starlette.exceptions import HTTPException
from tables import for_each

from quoteattr.records import Span
from quoteattr.serve.corrections import Selection, find_words, same_words
from quoteattr.serve.desk import Desk


@for_each(
    ("text", "shown"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\nb", "a\r\nb"),
        ("a\x00b", "a␀b"),
        ("a\u202eb", "a[U+202E]b"),
        ("a\ud83db", "a\ufffdb"),
        ("🚢 é", "🚢 é"),
    ],
)
def test_words_that_look_the_same_are_the_same(text, shown):
    assert same_words(text, shown)


@pytest.mark.parametrize(("first", "second"), [("é", "e\u0301"), ("a b", "a  b"), ("a", "a ")])
def test_other_words_are_others(first, second):
    assert not same_words(first, second)


def test_offsets_are_code_points():
    start = STRANGE.index("Then 🚢")
    words = "Then 🚢 we sail,"
    assert Selection(start, start + len(words), words).span(STRANGE) == Span(
        start, start + len(words)
    )
    in_utf_16 = len(STRANGE[:start].encode("utf-16-le")) // 2
    with pytest.raises(HTTPException) as error:
        Selection(in_utf_16, in_utf_16 + len(words) + 1, words).span(STRANGE)
    assert error.value.status_code == 409


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (0, 10_000)])
def test_a_span_of_no_words_is_refused(start, end):
    with pytest.raises(HTTPException):
        Selection(start, end, "").span(STRANGE)


def test_typed_words_are_found_across_lines():
    assert find_words("a b\r\nc d", "b c") == Span(2, 6)


@for_each("words", ["", " \n", "gone", "rain"])
def test_typed_words_that_do_not_stand_once_are_refused(words):
    with pytest.raises(HTTPException) as error:
        find_words("The rain. No rain.", words)
    assert error.value.status_code == 409


def test_what_is_checked_holds_until_it_is_written(tmp_path):
    desk = Desk(SETTINGS, str(filled_archive(tmp_path)), pool=DirectPool())
    rival = sqlite3.connect(desk.path, isolation_level=None, timeout=0, check_same_thread=False)

    def check(archive):
        """Check something, and let another process try to change it before the correction."""
        assert "herald/1" in archive
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            rival.execute("BEGIN IMMEDIATE")
        return archive.correct("herald/1", (1, 21), speaker="Bo Lund").id

    assert asyncio.run(desk.write(check)) == 1
    rival.execute("BEGIN IMMEDIATE")
    rival.close()
    desk.close()
