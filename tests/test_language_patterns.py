"""Patterns that are compiled when they are first used."""

import pickle
import re

import pytest
import regex

from quoteattr.language.patterns import _LazyRe, _LazyRegex, lazy_re, lazy_regex


@pytest.fixture
def compiled(monkeypatch):
    """The patterns that are compiled during a test."""
    patterns, compile_ = [], regex.compile
    monkeypatch.setattr(regex, "compile", lambda *args: patterns.append(args) or compile_(*args))
    return patterns


def test_it_is_compiled_at_its_first_use_and_once_for_each_method(compiled):
    word = lazy_regex(r"\p{L}+", regex.I)
    assert word.pattern == r"\p{L}+"
    assert compiled == []
    assert [word.search(text)[0] for text in ("Ada", "Berg")] == ["Ada", "Berg"]
    assert compiled == [(r"\p{L}+", regex.I)]
    assert word.match("…") is None
    assert [match[0] for match in word.finditer("a b")] == ["a", "b"]


def test_a_wrong_one_raises_where_it_is_used():
    wrong = lazy_regex("(")
    with pytest.raises(regex.error):
        wrong.search("")


def test_it_goes_to_another_process_as_it_was_written(compiled):
    word = lazy_regex("a+", regex.I)
    word.search("")
    copy = pickle.loads(pickle.dumps(word))
    assert isinstance(copy, _LazyRegex)
    assert repr(copy) == repr(word) == f"lazy_regex('a+', {regex.I})"
    assert len(compiled) == 1
    assert not hasattr(word, "__nothing__")


def test_a_pattern_over_chunks_is_compiled_by_the_standard_library(compiled):
    name = lazy_re("[ND]", re.I)
    assert name.search("QSn").span() == (2, 3)
    assert isinstance(name.search("QSN"), re.Match)
    assert compiled == []
    copy = pickle.loads(pickle.dumps(name))
    assert isinstance(copy, _LazyRe)
    assert repr(copy) == repr(name) == f"lazy_re('[ND]', {re.I})"
