"""The articles of an archive in which quotes may stand."""

import pytest
from tables import for_each

from quoteattr import Article, InputError, OptionError, QuoteArchive
from quoteattr.archive import likely


@pytest.fixture(scope="module")
def archive():
    with QuoteArchive(":memory:") as archive:
        archive.add(
            Article(f"“The {thing} will not open before the summer,” said Ada Berg.", id=thing)
            for thing in ("pier", "harbour", "lighthouse", "ferry")
        )
        yield archive


def ids(articles):
    """The ids of articles."""
    return [article.id for article in articles]


def test_the_likeliest_come_first_and_then_the_newest(archive):
    quotes = ["The harbour will open", "A lighthouse opens"]
    sources = ids(archive.likely_articles(quotes))
    assert sources[:2] == ["harbour", "lighthouse"]
    assert sorted(sources) == ["ferry", "harbour", "lighthouse", "pier"]
    assert ids(archive.likely_articles([])) == ["ferry", "lighthouse", "harbour", "pier"]


def test_the_texts_have_a_bounded_length(archive):
    length = len("“The harbour will not open before the summer,” said Ada Berg.")
    assert ids(archive.likely_articles(["the harbour"], characters=length)) == ["harbour"]
    assert archive.likely_articles(["the harbour"], characters=10) == []


def test_of_many_articles_only_some_are_read(archive, monkeypatch):
    monkeypatch.setattr(likely, "_ARTICLES", 1)
    monkeypatch.setattr(likely, "_RECORDS", 1)
    assert ids(archive.likely_articles(["pier"])) == ["pier", "ferry"]


@for_each("quote", ["", "…", '"', "a\x00b", "\ud800", "OR AND NOT (", "x" * 10_000])
def test_any_words_are_searched(archive, quote):
    assert len(archive.likely_articles([quote])) == 4


def test_what_are_no_quotes_is_refused(archive):
    with pytest.raises(InputError):
        archive.likely_articles("the harbour")
    with pytest.raises(InputError):
        archive.likely_articles([3])
    with pytest.raises(OptionError):
        archive.likely_articles([], characters=0)
