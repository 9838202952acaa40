"""Chunks: which tokens are one mention, and which words stand for it."""

import pytest

from quoteattr.detect.chunks import find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "tags", "mentions"),
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
        ("A man in the crowd left.", "DoDw.", ["A man in the crowd"]),
        ("The man in the crowd left.", "DoDw.", ["The man"]),  # he may have left there
        ("A man in a letter left.", "DoDw.", ["A man"]),
        ("One of them left.", "Popw.", ["One of them"]),
    ],
)
def test_mentions(text, tags, mentions):
    chunks = find_chunks(tokenize(text, find_quotes(text)))
    assert chunks.tags == tags
    spans = [text[slice(*chunks.mention(i))] for i, s in enumerate(tags) if s in "NPDEL"]
    assert spans[: len(mentions)] == mentions


def test_an_office_is_in_the_chunk_and_not_in_the_mention():
    text = "The foreign minister Otto Marx said “no”."
    chunks = find_chunks(tokenize(text, find_quotes(text)))
    assert chunks.tags == "NSQ."
    assert text[chunks.starts[0] : chunks.ends[0]] == "The foreign minister Otto Marx"
    assert text[slice(*chunks.mention(0))] == "Otto Marx"


def test_the_rows_are_parallel_and_in_order():
    text = "“One,” said Mara Holt. “Two.”\n\n‘Three’ — “four” and the mayor of Dalby’s “five”"
    chunks = find_chunks(tokenize(text, find_quotes(text)))
    rows = (chunks.row, chunks.starts, chunks.ends, chunks.mention_starts, chunks.heads)
    assert {len(row) for row in rows} == {len(chunks.tags)}
    assert [chunks.tags[i] for i in chunks.quote_chunks] == ["Q"] * len(find_quotes(text))
    assert all(end <= start for end, start in zip(chunks.ends, chunks.starts[1:], strict=False))


def test_an_empty_text_has_no_chunks():
    assert find_chunks([]).tags == ""
