"""The tokens of an article field by field."""

import tracemalloc

import pytest

from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.token import Token, TokenColumns
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
