"""The tokens of an article field by field."""

import tracemalloc

import pytest
from growth import calls

from quoteattr.detect.alphabet import PARAGRAPH_END
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.token import Token, TokenColumns, columns_of, tag_at, word_at
from quoteattr.detect.tokens import tokenize

TEXT = "“It will rain,” said Mara Holt. She’d asked the mayor of Brack."


@pytest.fixture
def tokens():
    """The tokens of a short text as a list."""
    return tokenize(TEXT, find_quotes(TEXT))


def test_columns_have_the_tokens_of_the_list(tokens):
    columns = TokenColumns(tokens)
    assert len(columns) == len(tokens)
    assert list(columns) == [columns[i] for i in range(len(columns))] == tokens
    assert (columns[-1], columns[2:5], columns[9:2:-3]) == (tokens[-1], tokens[2:5], tokens[9:2:-3])
    assert {type(token) for token in (*columns, *columns[1:3])} == {Token}
    assert list(columns.starts) == [token.start for token in tokens]
    with pytest.raises(IndexError):
        columns[len(tokens)]


def test_spans_of_columns_are_columns(tokens):
    selected = TokenColumns(tokens).select([(0, 3), (5, 5), (6, 9)])
    assert list(selected) == tokens[0:3] + tokens[6:9]
    assert columns_of(selected) is selected
    assert columns_of(tokens).words == [token.word for token in tokens]


def test_words_and_tags_beyond_the_text_are_empty(tokens):
    columns, count = TokenColumns(tokens), len(tokens)
    for i in (-1, 0, 4, count - 1, count):
        assert word_at(columns, i) == word_at(tokens, i)
        assert tag_at(columns, i) == tag_at(tokens, i)
    assert (word_at(columns, -1), word_at(columns, count)) == ("", "")
    assert {tag_at(columns, -1), tag_at(columns, count)} == {PARAGRAPH_END}


def test_words_and_tags_of_columns_build_no_tokens(tokens):
    columns = TokenColumns(tokens)
    with calls(TokenColumns, "__getitem__") as built:
        assert (word_at(columns, 2), tag_at(columns, 2)) == (tokens[2].word, tokens[2].tag)
    assert built.times == 0


def test_columns_take_a_quarter_of_the_memory_of_a_list():
    tracemalloc.start()
    tokens = tokenize(TEXT * 1000, [])
    columns = TokenColumns(tokens)
    both, _ = tracemalloc.get_traced_memory()
    tokens.clear()
    left, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(columns) > 10_000
    assert left < both / 4
