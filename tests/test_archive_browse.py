"""What is browsed in an archive: facets, articles, and pages of a search."""

import pytest

from quoteattr import Article, QuoteArchive
from quoteattr.archive.browse import Facet
from quoteattr.errors import InputError, OptionError

NAMES = ("Ida Holm", "Ida Holm", "Bo Berg")


@pytest.fixture
def archive():
    made = QuoteArchive(":memory:")
    made.add(
        Article(
            f"“It will rain on day {n},” said {name}.",
            id=f"a{n}",
            title=f"Day {n}",
            publisher="Herald" if n else None,
            published=f"2026-0{n + 1}-04",
        )
        for n, name in enumerate(NAMES)
    )
    made.add([Article("“Wind,” said Ida Holm.")])
    return made


def test_facets_count_what_a_search_finds(archive):
    facets = archive.facets("rain")
    assert facets["speaker"] == (Facet("Ida Holm", 2), Facet("Bo Berg", 1))
    assert facets["publisher"] == (Facet("Herald", 2),)
    assert [facet.value for facet in facets["month"]] == ["2026-03", "2026-02", "2026-01"]
    assert facets["kind"] == (Facet("direct", 3),)
    assert archive.facets(speaker="Berg")["month"] == (Facet("2026-03", 1),)
    assert len(archive.facets(most=1)["speaker"]) == 1


def test_facets_take_what_a_search_takes(archive):
    with pytest.raises(OptionError, match="a filter"):
        archive.facets(year="2026")
    with pytest.raises(OptionError, match="most"):
        archive.facets(most=0)


def test_articles_are_listed_those_added_last_first(archive):
    assert [article.source for article in archive.articles()] == [None, "a2", "a1", "a0"]
    (listed,) = archive.articles(limit=1, offset=2)
    assert (listed.source, listed.title, listed.quotes) == ("a1", "Day 1", 1)
    assert archive.articles(offset=9) == []
    with pytest.raises(OptionError, match="offset"):
        archive.articles(offset=-1)


def test_an_article_is_there_with_its_records(archive):
    records = archive.article("a2")
    assert [record.speaker for record in records] == ["Bo Berg"]
    assert records.articles[0].title == "Day 2"
    assert "a2" in archive
    assert "a9" not in archive
    assert None not in archive
    with pytest.raises(InputError, match="no article 'a9'"):
        archive.article("a9")


def test_pages_of_a_search_together_are_the_whole(archive):
    whole = [record.id for record in archive.search()]
    pages = [archive.search(limit=1, offset=n)[0].id for n in range(4)]
    assert pages == whole
    assert not archive.search(offset=4)
    assert not archive.search(offset=1 << 80)


def test_sources_without_utf_8_are_listed(archive):
    archive.add([Article("“No,” said Ida Holm.", id="a\ud83d", publisher="P\ud83d")])
    assert archive.articles()[0].source == "a\ud83d"
    assert Facet("P\ud83d", 1) in archive.facets()["publisher"]
