"""Quotation marks: gold cases, what holds for any text, and time.

``tests/gold/find/quotes.json`` holds a label, a text, the expected quoted spans in order, and a
comment that says why.
"""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import for_each
from timing import takes_at_most

from quoteattr.detect.quotes import QuotedSpan, find_quotes, paragraph_spans
from quoteattr.language.marks import CLOSED_BY, FAMILIES, RIGID

GOLD = Path(__file__).parent / "gold" / "find" / "quotes.json"
CASES = {case["label"]: case for case in json.loads(GOLD.read_text(encoding="utf-8"))}

MARKS = [mark for shapes in FAMILIES.values() for shape in shapes for mark in shape]
SPACES = [" ", "\n", "\r\n", "\r", "\t", "\x1c", "\x85", "\u00a0", "\u2028", "\u202f", "\u200b"]
WORDS = ["a", "girls", "5", "em", "É", "e\u0301", "字", "𝒟", "\ud800", "\x00"]
SIGNS = [",", ".", "…", ":", "?", "(", "]", "-", "—", "/", "=", "<", "$", "′", "´"]
texts = st.lists(st.sampled_from(MARKS * 2 + SPACES * 2 + WORDS * 4 + SIGNS)).map("".join)


def words(text: str) -> list[str]:
    return [text[quoted.start : quoted.end] for quoted in find_quotes(text)]


@for_each("label", CASES)
def test_gold(label: str) -> None:
    case = CASES[label]
    assert words(case["text"]) == case["expected"], case["comment"]


def test_a_quoted_span_tells_where_its_marks_are() -> None:
    assert find_quotes("So: « oui » !") == [QuotedSpan(6, 9, 4, 11, True, False, "«")]


def test_an_unclosed_quotation_ends_with_its_words() -> None:
    assert find_quotes("``Oui \t\nnon") == [QuotedSpan(2, 5, 0, 5, False, False, "``")]


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = "“One.\r\n \r\n“Two.\n\n“Three,” she said. “Four.\nFive.\n“Six.”"
    quoted = [(q.closed, q.continues) for q in find_quotes(text)]
    assert quoted == [
        (False, False),
        (False, True),
        (True, True),
        (False, False),
        (True, False),  # a paragraph without marks lies between
    ]


def test_only_what_opens_a_paragraph_goes_on() -> None:
    first, second = find_quotes("“One.\nThen “two” came.")
    assert not first.closed
    assert not second.continues


def test_paragraphs_are_the_lines_that_are_not_blank() -> None:
    text = "a b\r\n\r\n \u200b\nc\rd\u2028e\x85f\x1c\n"
    assert [text[start:end] for start, end in paragraph_spans(text)] == ["a b", *"cdef"]


def test_a_quoted_span_is_frozen_and_has_slots() -> None:
    (quoted,) = find_quotes("“Oui”")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        quoted.start = 0  # type: ignore[misc]
    assert not hasattr(quoted, "__dict__")


@given(texts | st.text())
def test_quoted_spans_lie_in_order_within_paragraphs(text: str) -> None:
    lines = paragraph_spans(text)
    last = 0
    for quoted in find_quotes(text):
        assert last <= quoted.outer_start < quoted.start < quoted.end <= quoted.outer_end
        assert any(s <= quoted.outer_start and quoted.outer_end <= e for s, e in lines)
        last = quoted.outer_end


@given(texts | st.text())
def test_a_quoted_span_is_its_marks_and_its_words(text: str) -> None:
    for quoted in find_quotes(text):
        content = text[quoted.start : quoted.end]
        assert content == content.strip()
        assert any(c.isalnum() or c == "_" or ord(c) > 127 for c in content)
        assert text.startswith(quoted.mark, quoted.outer_start)
        assert text[quoted.outer_start + len(quoted.mark) : quoted.start].strip() == ""
        assert quoted.closed == (quoted.outer_end > quoted.end)


@given(texts)
def test_a_paragraph_knows_only_the_next_one(text: str) -> None:
    """Nothing after a paragraph without marks changes what stands before it."""
    before = [(q.start, q.end) for q in find_quotes(text)]
    apart = f"{text}\nno mark\n“more"
    assert [(q.start, q.end) for q in find_quotes(apart)][: len(before)] == before


@for_each("family", [name for name in FAMILIES if name not in RIGID])
def test_marks_of_a_family_close_each_other(family: str) -> None:
    opens, closes, either = FAMILIES[family]
    for opening in (*opens, *either):
        # two commas at the end of a word are a slip of the finger
        for closing in {*opens, *closes, *either} - {",,"}:
            assert words(f"So {opening}oui, oui,{closing} she said.") == ["oui, oui,"]


@pytest.mark.parametrize("family", sorted(RIGID))
def test_marks_that_are_never_turned_need_no_room(family: str) -> None:
    opens, closes, _ = FAMILIES[family]
    for opening, closing in product(opens, closes):
        assert words(f"は{opening}字{closing}と") == ["字"]


def test_the_tables_agree() -> None:
    assert len(MARKS) == len(set(MARKS))
    assert set(MARKS) >= {mark for key, by in CLOSED_BY.items() for mark in (key, *by)}


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        *("“", "“a ", '"a ', "‘a ", "'a ", '" ', "' ", "''", ",,", '="', "「", '"\u200b', "\u200b"),
        *(
            "“a\n",
            "‘a\n",
            "a” ",
            "a’ ",
            "“a” ",
            "“a “b” ",
            "‘a ‘b’ ",
            "‘a “b ",
            "‘a “b” ",
            "“a ‘b ",
        ),
        *(
            "“a1” b ",
            "“a ”b ",
            "«a »b ",
            "‘em ",
            ": ‘a\n",
            "‘a “b «c ‹d ",
            "'a b’ ",
            "“a b.' ",
            " ",
        ),
    ],
)
def test_time_is_linear(piece: str) -> None:
    text = piece * 5_000
    assert takes_at_most(1, lambda: find_quotes(text))


def test_a_long_paragraph_with_one_mark() -> None:
    text = "“" + "a b, c's " * 50_000
    assert len(find_quotes(text)) == 1
    assert takes_at_most(1, lambda: find_quotes(text))
