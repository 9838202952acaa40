"""Versions as they come, in any order; and as they go."""

import random
import sqlite3
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr import Article, QuoteArchive, QuoteRecord, QuoteRecords, group
from quoteattr.groups.version_store import VersionStore, versions_schema

PIER = "We will rebuild the old wooden pier before the winter storms return to the harbour"
TRAM = "The tramway to the northern suburbs was closed because its brakes had failed twice"
STOCK = "our thoughts and prayers are with the families of the victims"
SPEAKERS = ("Ada Berg", "Berg", "Ian Berg", "Otto Marx", None, "the mayor")


def record(speaker, quote, source="a", confidence=0.95):
    return QuoteRecord(
        speaker, quote, source, "direct", [(0, max(len(quote), 1))], confidence=confidence
    )


@contextmanager
def forest():
    connection = sqlite3.connect(":memory:")
    connection.executescript(versions_schema())
    yield VersionStore(connection)
    connection.close()


def shape(forest):
    """Each version with its parent, and the trees; by their words, as numbers differ."""
    trees = list(forest.trees())
    names = {node.id: (node.folded, node.name, node.sure) for tree in trees for node in tree}
    parents = {
        names[node.id]: names.get(node.parent) and (names[node.parent], node.share, node.bits)
        for tree in trees
        for node in tree
    }
    return parents, {frozenset(names[node.id] for node in tree) for tree in trees}


@st.composite
def wordings(draw):
    """A stretch of one of a few utterances, with a word left out or another one instead."""
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
        with forest() as trees:
            for each in records:
                trees.add(each)
            shapes.append(shape(trees))
        records = chance.sample(records, len(records))
    assert shapes[0] == shapes[1] == shapes[2]


@settings(max_examples=100)
@given(several, st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order_of_records(records, chance):
    def found(given):
        return sorted(sorted(map(repr, each.records)) for each in group(given))

    assert found(records) == found(chance.sample(records, len(records)))


@pytest.mark.slow
@settings(max_examples=150)
@given(several, several)
def test_what_comes_and_goes_leaves_what_was_there(records, others):
    with forest() as trees:
        kept = {trees.add(each) for each in records}
        before = shape(trees)
        gone = {trees.add(each) for each in others} - kept
        for number in sorted(gone):
            trees.remove(number)
        assert shape(trees) == before


@settings(max_examples=100)
@given(several)
def test_what_goes_and_comes_again_is_as_before(records):
    with forest() as trees:
        numbers = {trees.add(each): each for each in records}
        before = shape(trees)
        for number, each in numbers.items():
            trees.remove(number)
            trees.add(each)
        assert shape(trees) == before
        for tree in list(trees.trees()):
            for node in tree:
                trees.remove(node.id)
        assert list(trees.trees()) == []


@given(several)
def test_a_tree_has_one_root_which_is_the_fullest(records):
    with forest() as trees:
        for each in records:
            trees.add(each)
        for tree in trees.trees():
            (root,) = [node for node in tree if node.parent is None]
            assert {node.root for node in tree} == {root.id}
            assert root.weight == max(node.weight for node in tree)
            assert trees.tree(root.id) == tree


@given(several)
def test_the_same_version_is_entered_once(records):
    with forest() as trees:
        numbers = [trees.add(each) for each in records]
        assert [trees.add(each) for each in records] == numbers


@pytest.mark.parametrize("seed", range(5))
def test_a_stock_phrase_in_two_speeches_does_not_join_them(seed):
    given = [
        record("Ada Berg", f"{PIER}. {STOCK}", "a"),
        record("Otto Marx", f"{STOCK}. {TRAM}", "b"),
        record(None, STOCK, "c"),
        record("Ada Berg", PIER, "d"),
        record("Otto Marx", TRAM, "e"),
    ]
    random.Random(seed).shuffle(given)
    found = [set(each.sources) for each in group(given)]
    assert {"a", "d"} in [each - {"c"} for each in found]
    assert {"b", "e"} in [each - {"c"} for each in found]


@pytest.mark.parametrize("quote", ["", "…", "\x00", "\ud800", "?!"])
def test_what_has_no_words_is_no_version(quote):
    with forest() as trees:
        assert trees.add(record("Ada Berg", quote)) is None
        assert list(trees.trees()) == []


@pytest.mark.parametrize(
    "quote", ["字", "字" * 5000, "a" * 100_000, "pier \ud800 \x00 <b>", "😀"], ids="12345"
)
def test_any_words_are_a_version(quote):
    with forest() as trees:
        number = trees.add(record("Ada Berg", quote))
        trees.add(record("Otto Marx", f"{quote} {PIER}"))
        trees.remove(number)
        assert [len(tree) for tree in trees.trees()] == [1]


@pytest.mark.slow
@settings(max_examples=40)
@given(st.lists(several.map(tuple), min_size=2, max_size=5), st.data())
def test_an_archive_that_changes_is_as_one_that_was_filled_at_once(articles, data):
    parts = [
        QuoteRecords(
            [record(r.speaker, r.quote, str(n), r.confidence) for r in each],
            [Article(" ".join(r.quote for r in each), id=str(n))],
        )
        for n, each in enumerate(articles)
    ]

    def found(archive):
        groups = archive.groups(min_sources=1)
        return sorted(sorted(map(repr, each.records)) for each in groups)

    with QuoteArchive(":memory:") as one, QuoteArchive(":memory:") as other:
        one.add_records(parts)
        other.add_records(parts[::-1])
        assert found(one) == found(other)
        number = data.draw(st.integers(0, len(parts) - 1))
        other.remove(str(number))
        with QuoteArchive(":memory:") as rest:
            rest.add_records([*parts[:number], *parts[number + 1 :]])
            assert found(other) == found(rest)
        other.add_records(parts)
        assert found(one) == found(other)
