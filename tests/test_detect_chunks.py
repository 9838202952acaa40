"""Units: which tokens are one mention, and which words stand for it."""

import pytest

from quoteattr.detect.chunks import find_units
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "symbols", "mentions"),
    [
        ("A spokesman for the ministry said “no”.", "DoDSQ.", ["A spokesman for the ministry"]),
        ("French officials said “no”.", "DSQ.", ["French officials"]),
        ("Otto Marx Jr. said “no”.", "NSQ.", ["Otto Marx Jr."]),
        ("Otto van der Marx said “no”.", "NSQ.", ["Otto van der Marx"]),
        ("The Council of Europe said “no”.", "NSQ.", ["The Council of Europe"]),
        ("HOLT: “No.”", "L:Q", ["HOLT"]),
        ("His words were “no”.", "PKbQ.", ["His"]),
        ("the old barn", "E", ["the old barn"]),
        ("A warning from Holt came.", "KoNw.", ["Holt"]),
        ("Marx left after Holt said “no”.", "NwuNSQ.", ["Marx", "Holt"]),
        ("Marx left after the war.", "NwoE.", ["Marx"]),
        ("His lawyer, Otto Marx, left.", "D,N,w.", ["His lawyer", "Otto Marx"]),
    ],
)
def test_mentions(text, symbols, mentions):
    units = find_units(tokenize(text, find_quotes(text)))
    assert units.symbols == symbols
    found = [text[slice(*units.mention(i))] for i, s in enumerate(symbols) if s in "NPDEL"]
    assert found[: len(mentions)] == mentions


def test_an_office_is_in_the_unit_and_not_in_the_mention():
    text = "The foreign minister Otto Marx said “no”."
    units = find_units(tokenize(text, find_quotes(text)))
    assert units.symbols == "NSQ."
    assert text[units.starts[0] : units.ends[0]] == "The foreign minister Otto Marx"
    assert text[slice(*units.mention(0))] == "Otto Marx"


def test_the_rows_are_parallel_and_in_order():
    text = "“One,” said Mara Holt. “Two.”\n\n‘Three’ — “four” and the mayor of Dalby’s “five”"
    units = find_units(tokenize(text, find_quotes(text)))
    rows = (units.row, units.starts, units.ends, units.mention_starts, units.heads)
    assert {len(row) for row in rows} == {len(units.symbols)}
    assert [units.symbols[i] for i in units.quote_units] == ["Q"] * len(find_quotes(text))
    assert all(end <= start for end, start in zip(units.ends, units.starts[1:], strict=False))


def test_an_empty_text_has_no_units():
    assert find_units([]).symbols == ""
