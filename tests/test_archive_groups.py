"""Groups of an archive do not depend on how it was filled, and take time in proportion."""

import random

import pytest
from growth import Count, grows
from piers import ARTICLES, summary, summary_of

import quoteattr
from quoteattr import (
    Article,
    QuoteArchive,
    QuoteRecord,
    QuoteRecords,
    extract_many,
)

WORDS = [
    f"{a}{b}" for a in "ka lo mi ru ten sar vol pim dra nos".split() for b in ("ba", "do", "fu")
]


def changed(size):
    """Wordings of one quote, in each of which some words are others."""
    chance = random.Random(7)
    for _ in range(size):
        words = list(WORDS)
        for place in chance.sample(range(30), 3):
            words[place] = "".join(chance.choices("xyzwv", k=4)) + words[place]
        yield " ".join(words[chance.randrange(4) : 30 - chance.randrange(4)])


@pytest.fixture
def archive():
    with QuoteArchive(":memory:") as archive:
        yield archive


@pytest.mark.parametrize("seed", range(4))
def test_groups_do_not_depend_on_how_the_archive_was_filled(archive, seed):
    expected = summary_of(extract_many(ARTICLES))
    assert [len(group) for group in expected] == [3, 2]
    shuffled = random.Random(seed).sample(ARTICLES, len(ARTICLES))
    for article in shuffled:
        archive.add([article])
    assert summary(archive.groups()) == expected


def test_groups_as_of_the_function(archive):
    archive.add(ARTICLES)
    assert summary(archive.groups()) == summary_of(extract_many(ARTICLES))
    assert summary(archive.groups(min_sources=1)) == summary(
        quoteattr.group(extract_many(ARTICLES))
    )
    sizes = [len(group.sources) for group in archive.groups()]
    assert sizes == sorted(sizes, reverse=True)


def test_groups_with_a_record_that_is_meant_are_whole(archive):
    archive.add(ARTICLES)
    (pier,) = archive.groups("pier", source="courier")
    assert set(pier.sources) == {"herald", "courier", "post"}
    assert pier.sources[0] == "courier"  # alone it has a date
    assert [set(g.sources) for g in archive.groups(speaker="Marx")] == [{"herald", "wire"}]
    assert list(archive.groups("zebra")) == []
    assert [len(g.sources) for g in archive.groups(min_sources=3)] == [3]


def pieces(size):
    """A long quote, and pieces of it, all of which are most like the whole."""
    chance = random.Random(7)
    words = [f"{chance.choice('bcdfg')}{word}" for word in WORDS * 4]
    quotes = {" ".join(words): None}
    while len(quotes) < size:
        start = chance.randrange(90)
        quotes[" ".join(words[start : start + chance.randrange(12, 60)])] = None
    return quotes


def steps_to_remove(quotes, count=None, statements=False):
    """What SQLite does to remove the articles of some quotes, or the first ones, as they came.

    Counted are steps of its machine, or the statements that it is asked to run.
    """
    by_article = [
        QuoteRecords(
            [QuoteRecord("Ada Berg", quote, f"a{n}", "direct", [(0, 9)], confidence=1)],
            [Article(quote, id=f"a{n}")],
        )
        for n, quote in enumerate(quotes)
    ]
    with QuoteArchive(":memory:") as archive:
        archive.add_records(by_article)
        steps, connection = Count(), archive._store.connection
        connection.set_progress_handler(None if statements else steps, 100)
        connection.set_trace_callback(steps if statements else None)
        for part in by_article[:count]:
            archive.remove(part.articles[0].source)
        connection.set_progress_handler(None, 0)
        connection.set_trace_callback(None)
        assert len(archive) == len(by_article[count:] if count else [])
    return steps.times


@pytest.mark.slow
def test_wordings_of_one_quote_are_removed_in_proportion():
    assert grows(lambda size: steps_to_remove(changed(size), statements=True), 60) < 2.2
    # of fewer, all holders of each key are read at once
    assert grows(lambda size: steps_to_remove(changed(size)), 240) < 2.5
    assert grows(lambda size: steps_to_remove(pieces(size)), 240) < 2.5


@pytest.mark.slow
def test_what_those_have_in_common_that_look_for_another_is_read_once():
    """Each key is read once, with as many of its holders as they are compared with."""
    assert grows(lambda size: steps_to_remove(pieces(size), 1, statements=True), 60) < 1.6
    assert grows(lambda size: steps_to_remove(pieces(size), 1), 60) < 2.2
