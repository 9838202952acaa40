"""Several who read and write one archive."""

import sqlite3
from contextlib import suppress

import pytest
from piers import ARTICLES, whole

from quoteattr import (
    Article,
    InputError,
    OptionError,
    QuoteArchive,
    extract_many,
)


@pytest.fixture
def archive():
    with QuoteArchive(":memory:") as archive:
        yield archive


def test_what_was_written_is_there_for_the_next(tmp_path):
    path = tmp_path / "quotes.db"
    with QuoteArchive(path) as archive:
        archive.add(ARTICLES)
    with QuoteArchive(str(path)) as archive:
        assert list(archive.records()) == list(extract_many(ARTICLES))
        assert archive.add(ARTICLES).known == 6
    assert whole(path)[0] == 6


def test_one_reads_while_another_writes(tmp_path):
    path = tmp_path / "quotes.db"
    many = [Article(f"“It is {n},” said Ida Moss.", id=str(n)) for n in range(100)]
    with QuoteArchive(path) as writer, QuoteArchive(path) as reader:
        counts = []

        def watched():
            for records in extract_many(many):
                counts.append((len(reader), len(reader.search("moss", limit=None))))
                yield records

        writer.add_records(watched())
        assert sorted(set(counts)) == [(0, 0), (64, 64)]
        assert len(reader) == 100
        assert [s.name for s in reader.speakers()] == ["Ida Moss"]


def test_readers_see_what_was_there_during_a_transaction(tmp_path):
    path = tmp_path / "quotes.db"
    with QuoteArchive(path) as archive, QuoteArchive(path) as reader:
        archive.add(ARTICLES[:1])
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM record")
        assert len(reader) == len(next(reader.records())) > 0
        connection.execute("ROLLBACK")
        connection.close()


@pytest.mark.parametrize(
    "read",
    [
        lambda archive: archive.search("moss"),
        lambda archive: archive.article("a"),
        lambda archive: archive.likely_articles(["the moss"]),
    ],
)
def test_what_one_call_reads_is_of_one_moment(tmp_path, monkeypatch, read):
    path = tmp_path / "quotes.db"
    with QuoteArchive(path) as archive, QuoteArchive(path) as writer:
        archive.add([Article("“It will rain,” said Ida Moss.", id="a")])
        expected = read(archive)
        article = archive._store.article

        def removed_meanwhile(number):
            """Read an article that another process has just removed."""
            if "a" in writer:
                writer.remove("a")
            return article(number)

        monkeypatch.setattr(archive._store, "article", removed_meanwhile)
        assert read(archive) == expected
        assert "a" not in archive


def test_calls_that_belong_together_are_done_together(tmp_path):
    path = tmp_path / "quotes.db"
    with QuoteArchive(path) as archive, QuoteArchive(path) as other:
        archive.add(ARTICLES[:1])
        (source,) = (article.source for article in archive.articles())
        rival = sqlite3.connect(path, isolation_level=None, timeout=0)
        with archive.together(write=True):
            archive.review(source, by="ida")
            archive.merge_speakers(["Ida Moss"], "Bo Lund")
            with pytest.raises(OptionError):  # which takes back nothing but itself
                archive.review(source, scope="none")
            assert other.reviews() == other.speaker_merges() == []
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                rival.execute("BEGIN IMMEDIATE")
        rival.close()
        assert (len(other.reviews()), len(other.speaker_merges())) == (1, 1)
        with suppress(ZeroDivisionError), archive.together(write=True):
            archive.review(source)
            raise ZeroDivisionError
        assert len(other.reviews()) == len(archive.reviews()) == 1


def test_what_is_read_together_is_of_one_moment_and_nothing_is_written_then(tmp_path):
    path = tmp_path / "quotes.db"
    with QuoteArchive(path) as archive, QuoteArchive(path) as writer:
        with archive.together():
            assert len(archive) == 0
            writer.add(ARTICLES[:1])
            assert len(archive) == 0
            with pytest.raises(InputError, match="write=True"):
                archive.add(ARTICLES[1:])
        assert len(archive) == len(writer) > 0
        archive.add(ARTICLES[1:])
