"""Versions inserted in any order, and deleted."""

import random
import sqlite3
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import for_each

from quoteattr import Article, QuoteArchive, QuoteRecord, QuoteRecords, group
from quoteattr.archive.version_store import VersionStore, versions_schema

PIER = "We will rebuild the old wooden pier before the winter storms return to the harbour"
TRAM = "The tramway to the northern suburbs was closed because its brakes had failed twice"
STOCK = "our thoughts and prayers are with the families of the victims"
SPEAKERS = ("Ada Berg", "Berg", "Ian Berg", "Otto Marx", None, "the mayor")


def record(speaker, quote, source="a", confidence=0.95):
    return QuoteRecord(
        speaker, quote, source, "direct", [(0, max(len(quote), 1))], confidence=confidence
    )


@contextmanager
def version_store():
    connection = sqlite3.connect(":memory:")
    connection.executescript(versions_schema())
    yield VersionStore(connection)
    connection.close()


def shape(store):
    """The parent of each version, and the trees; by words, since ids differ."""
    all_trees = list(store.trees())
    names = {row.id: (row.folded, row.name, row.sure) for tree in all_trees for row in tree}
    parents = {
        names[row.id]: names.get(row.parent) and (names[row.parent], row.share, row.bits)
        for tree in all_trees
        for row in tree
    }
    return parents, {frozenset(names[row.id] for row in tree) for tree in all_trees}


@st.composite
def wordings(draw):
    """A part of one of a few utterances, with a word left out or another one instead."""
    words = draw(st.sampled_from([PIER, TRAM, STOCK, f"{PIER}. {STOCK}", f"{STOCK}. {TRAM}"]))
    words = words.split()
    start = draw(st.integers(0, len(words) - 2))
    words = words[start : draw(st.integers(start + 2, len(words)))]
    place = draw(st.integers(0, len(words) - 1))
    words[place : place + 1] = draw(st.sampled_from([[], ["zebra"], words[place : place + 1]]))
    return " ".join(words)


records = st.builds(
    record,
    st.sampled_from(SPEAKERS),
    wordings(),
    st.sampled_from("abcd"),
    st.sampled_from([0.5, 1]),
)
several = st.lists(records, min_size=2, max_size=12)


@pytest.mark.slow
@settings(max_examples=150)
@given(several, st.randoms(use_true_random=False))
def test_trees_do_not_depend_on_the_order_in_which_versions_come(records, chance):
    shapes = []
    for _ in range(3):
        with version_store() as store:
            for record in records:
                store.add(record)
            shapes.append(shape(store))
        records = chance.sample(records, len(records))
    assert shapes[0] == shapes[1] == shapes[2]


@settings(max_examples=100)
@given(several, st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order_of_records(records, chance):
    def grouped(quotes):
        return sorted(sorted(map(repr, quote_group.records)) for quote_group in group(quotes))

    assert grouped(records) == grouped(chance.sample(records, len(records)))


@pytest.mark.slow
@settings(max_examples=150)
@given(several, several)
def test_what_comes_and_goes_leaves_what_was_there(records, added):
    with version_store() as store:
        kept = {store.add(record) for record in records}
        before = shape(store)
        gone = {store.add(record) for record in added} - kept
        for number in sorted(gone):
            store.remove(number)
        assert shape(store) == before


@settings(max_examples=100)
@given(several)
def test_what_goes_and_comes_again_is_as_before(records):
    with version_store() as store:
        numbers = {store.add(record): record for record in records}
        before = shape(store)
        for number, record in numbers.items():
            store.remove(number)
            store.add(record)
        assert shape(store) == before
        for tree in list(store.trees()):
            for row in tree:
                store.remove(row.id)
        assert list(store.trees()) == []


@given(several)
def test_a_tree_has_one_root_which_is_the_fullest(records):
    with version_store() as store:
        for record in records:
            store.add(record)
        for tree in store.trees():
            (root,) = [row for row in tree if row.parent is None]
            assert {row.root for row in tree} == {root.id}
            assert root.weight == max(row.weight for row in tree)
            assert store.tree(root.id) == tree


@given(several)
def test_the_same_version_is_entered_once(records):
    with version_store() as store:
        numbers = [store.add(record) for record in records]
        assert [store.add(record) for record in records] == numbers


@for_each("seed", range(5))
def test_a_stock_phrase_in_two_speeches_does_not_join_them(seed):
    quotes = [
        record("Ada Berg", f"{PIER}. {STOCK}", "a"),
        record("Otto Marx", f"{STOCK}. {TRAM}", "b"),
        record(None, STOCK, "c"),
        record("Ada Berg", PIER, "d"),
        record("Otto Marx", TRAM, "e"),
    ]
    random.Random(seed).shuffle(quotes)
    grouped = [set(quote_group.sources) for quote_group in group(quotes)]
    assert {"a", "d"} in [sources - {"c"} for sources in grouped]
    assert {"b", "e"} in [sources - {"c"} for sources in grouped]


@for_each("quote", ["", "…", "\x00", "\ud800", "?!"])
def test_what_has_no_words_is_no_version(quote):
    with version_store() as store:
        assert store.add(record("Ada Berg", quote)) is None
        assert list(store.trees()) == []


@for_each("quote", ["字", "字" * 5000, "a" * 100_000, "pier \ud800 \x00 <b>", "😀"])
def test_any_words_are_a_version(quote):
    with version_store() as store:
        number = store.add(record("Ada Berg", quote))
        store.add(record("Otto Marx", f"{quote} {PIER}"))
        store.remove(number)
        assert [len(tree) for tree in store.trees()] == [1]


@pytest.mark.slow
@settings(max_examples=40)
@given(st.lists(several.map(tuple), min_size=2, max_size=5), st.data())
def test_an_archive_that_changes_is_as_one_that_was_filled_at_once(articles, data):
    by_article = [
        QuoteRecords(
            [record(r.speaker, r.quote, str(n), r.confidence) for r in article],
            [Article(" ".join(r.quote for r in article), id=str(n))],
        )
        for n, article in enumerate(articles)
    ]

    def grouped(archive):
        groups = archive.groups(min_sources=1)
        return sorted(sorted(map(repr, quote_group.records)) for quote_group in groups)

    with QuoteArchive(":memory:") as first, QuoteArchive(":memory:") as second:
        first.add_records(by_article)
        second.add_records(by_article[::-1])
        assert grouped(first) == grouped(second)
        number = data.draw(st.integers(0, len(by_article) - 1))
        second.remove(str(number))
        with QuoteArchive(":memory:") as rest:
            rest.add_records([*by_article[:number], *by_article[number + 1 :]])
            assert grouped(second) == grouped(rest)
        second.add_records(by_article)
        assert grouped(first) == grouped(second)
