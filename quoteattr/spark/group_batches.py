"""The steps of grouping as functions from Arrow batches to Arrow batches.

They call the functions of :func:`quoteattr.group` (``quoteattr/groups``), and depend on no engine.
``spark/grouping.py`` moves the rows between them, and sorts them. No step holds more than a batch,
the versions of a block, or a tree.

Several integers of a row are packed into the bytes of one cell (``pack``), since an engine would
pass a list on number by number.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from quoteattr.groups.linking import best_parent, compared_holders, share_keys
from quoteattr.groups.split_trees import StoryIndex, source_id, split_tree
from quoteattr.groups.version_row import VersionRow, decode_name, version_row_of
from quoteattr.records import QuoteRecord

if TYPE_CHECKING:
    import pyarrow

Batches = Iterable["pyarrow.RecordBatch"]
#: number of rows that are passed on at a time
BATCH_ROWS = 10_000
#: number of pairs that a step holds to avoid repeating them
HELD_PAIRS = 500_000
#: minimum number of records in a group
FEWEST_RECORDS = 2

#: the columns of each step, with their types
VERSION_COLUMNS = {
    "id": "int64",
    "folded": "string",
    "name": "string",
    "sure": "int32",
    "weight": "float64",
}
MEMBER_COLUMNS = {"record_id": "string", "source": "string", "source_id": "int64"}
#: a version, its number of records, its rank by fullness, and its packed keys
INDEXED_COLUMNS = {**VERSION_COLUMNS, "records": "int64", "number": "int64", "keys": "binary"}
#: a number that is repeated, and one of the numbers packed beside it
UNPACKED_COLUMNS = {"repeated": "int64", "number": "int64"}
#: a version and its packed fuller versions; a child may have several rows
PAIR_COLUMNS = {"child": "int64", "parents": "binary"}
LINK_COLUMNS = {
    "id": "int64",
    "parent": "int64",
    "relation": "int32",
    "share": "float64",
    "bits": "float64",
}
#: the columns of a link that determine its root
LINK_ENDS = ("id", "parent")
ROOT_COLUMNS = {"id": "int64", "root": "int64"}
UTTERANCE_COLUMNS = {"id": "int64", "utterance": "int64"}


def table_schema(columns: Mapping[str, str]) -> pyarrow.Schema:
    """Columns as an Arrow schema."""
    import pyarrow

    return pyarrow.schema(columns)


# -- records to versions ----------------------------------------------------------------------


def read_members(batches: Batches, kinds: Collection[str]) -> Iterator[pyarrow.RecordBatch]:
    """The version of each record, with the identifiers of the record.

    Args:
        batches: records, in the columns of ``RECORD_COLUMNS``; others are passed on.
        kinds: the kinds of quotes to group.
    """
    import pyarrow

    schema = table_schema({**VERSION_COLUMNS, **MEMBER_COLUMNS})
    for batch in batches:
        rows, numbers = list[tuple[Any, ...]](), list[int]()
        for number, cells in enumerate(batch.select(RECORD_COLUMNS).to_pylist()):
            version = version_row_of(record_of(cells)) if cells["kind"] in kinds else None
            if version is not None:
                rows.append((*version[: len(VERSION_COLUMNS)], *_member(cells)))
                numbers.append(number)
        others = [name for name in batch.schema.names if name not in RECORD_COLUMNS]
        kept = batch.select(others).take(pyarrow.array(numbers, pyarrow.int64()))
        columns = [*_arrays(rows, schema), *kept.columns]
        yield pyarrow.record_batch(columns, schema=pyarrow.schema([*schema, *kept.schema]))


#: the columns of records that are read
RECORD_COLUMNS = (
    "record_id",
    "speaker",
    "quote",
    "source",
    "kind",
    "spans",
    "quoted",
    "confidence",
)


def record_of(cells: Mapping[str, Any]) -> QuoteRecord:
    """The record of a row, as far as grouping needs it; without spans, all words are its own.

    Raises:
        OptionError: a value does not exist, or the spans are not in order.
    """
    quote = cells["quote"] or ""
    spans, quoted = (
        [(span["start"], span["end"]) for span in cells[name] or ()] for name in ("spans", "quoted")
    )
    if not spans:
        spans, quoted = [(0, len(quote) + 1)], []
    return QuoteRecord(
        cells["speaker"],
        quote,
        cells["source"],
        cells["kind"],
        spans,
        quoted=quoted,
        confidence=cells["confidence"] or 0.0,
    )


def _member(cells: Mapping[str, Any]) -> tuple[str | None, str | None, int | None]:
    """The identifiers of a record and of its source."""
    source = cells["source"]
    return cells["record_id"], source, None if source is None else source_id(source)


# -- versions to pairs ------------------------------------------------------------------------


def index_keys(batches: Batches) -> Iterator[pyarrow.RecordBatch]:
    """Add a column with the index keys to versions.

    Args:
        batches: versions, in the columns of ``INDEXED_COLUMNS`` except the keys.
    """
    import pyarrow

    schema = table_schema(INDEXED_COLUMNS)
    for batch in batches:
        keys = [pack(VersionRow(*cells).keys) for cells in _tuples([batch], VERSION_COLUMNS)]
        others = batch.select(schema.names[:-1]).columns
        columns = [*others, pyarrow.array(keys, schema.types[-1])]
        yield pyarrow.record_batch(columns, schema=schema)


def compared_pairs(batches: Batches) -> Iterator[pyarrow.RecordBatch]:
    """The fuller versions to compare each version with.

    Args:
        batches: keys with the numbers of their holders, by ascending key, then by descending
            number: a fuller version has a higher one.
    """
    rows = _tuples(batches, ("key", "number"))
    yield from to_batches(_fuller_of_children(rows), PAIR_COLUMNS)


def _fuller_of_children(rows: Iterable[tuple[int, int]]) -> Iterator[tuple[int, bytes]]:
    """Each child with the fuller holders of its keys, with few repeated pairs.

    One row per child, instead of per pair, leaves the engine a tenth of the rows to sort.
    """
    fuller, size = defaultdict[int, set[int]](set), 0
    for _, same_key in groupby(rows, key=itemgetter(0)):
        for child, compared in compared_holders(number for _, number in same_key):
            fuller[child].update(compared)
            size += len(compared)
            if size >= HELD_PAIRS:
                yield from _packed_parents(fuller)
                fuller.clear()
                size = 0
    yield from _packed_parents(fuller)


def _packed_parents(fuller: Mapping[int, set[int]]) -> Iterator[tuple[int, bytes]]:
    """Pack the fuller versions of each child that has some."""
    return ((child, pack(parents)) for child, parents in fuller.items() if parents)


def likely_pairs(batches: Batches) -> Iterator[pyarrow.RecordBatch]:
    """Keep the pairs that share enough keys.

    Args:
        batches: blocks, whose versions have their ``keys``.
    """
    # an array of keys is a tenth of the size of a set
    blocks = _read_blocks(batches, ("keys",), unpack)
    yield from to_batches(chain.from_iterable(map(_likely, blocks)), PAIR_COLUMNS)


def _likely(block: Block) -> Iterator[tuple[int, bytes]]:
    """The pairs of a block that share enough keys."""
    for child, fuller in block.pairs:
        keys = frozenset(block.versions[child])
        likely = [parent for parent in fuller if share_keys(keys, block.versions[parent])]
        if likely:
            yield child, pack(likely)


# -- pairs to links ---------------------------------------------------------------------------


def best_links(batches: Batches) -> Iterator[pyarrow.RecordBatch]:
    """The link of each child to its best parent; none for a version without one.

    Args:
        batches: blocks, whose versions have the columns of ``VERSION_COLUMNS``.
    """
    blocks = _read_blocks(batches, tuple(VERSION_COLUMNS), VersionRow)
    yield from to_batches(chain.from_iterable(map(_links, blocks)), LINK_COLUMNS)


def _links(block: Block) -> Iterator[tuple[Any, ...]]:
    """The links of the children of a block."""
    for child, fuller in block.pairs:
        row: VersionRow = block.versions[child]
        linked = row.linked_to(*best_parent(row, (block.versions[parent] for parent in fuller)))
        if linked.parent is not None:
            yield linked.id, linked.parent, linked.relation, linked.share, linked.bits


def roots_of_links(batches: Batches) -> Iterator[pyarrow.RecordBatch]:
    """The root of each version of the trees of some links, all of which are held in memory.

    Args:
        batches: links, in the columns of ``LINK_ENDS``.
    """
    parents: dict[int, int] = dict(_tuples(batches, LINK_ENDS))
    versions = dict.fromkeys(chain(parents, parents.values()))
    yield from to_batches(((row, _root(row, parents)) for row in versions), ROOT_COLUMNS)


def _root(number: int, parents: dict[int, int]) -> int:
    """The root of a version; all versions on the way are then linked to it directly."""
    passed = list[int]()
    while number in parents:
        passed.append(number)
        number = parents[number]
    parents.update(dict.fromkeys(passed, number))
    return number


class Block(NamedTuple):
    """Pairs to compare together, with their versions, by number."""

    versions: Mapping[int, Any]
    #: each child with its fuller versions
    pairs: Iterator[tuple[int, Collection[int]]]


def _read_blocks(
    batches: Batches, columns: tuple[str, ...], make_version: Callable[..., Any]
) -> Iterator[Block]:
    """Read the blocks of rows that are sorted by block and child.

    The rows of versions, which have no child, come first in their block.
    """
    rows = _tuples(batches, ("block", "child", "parents", "number", *columns))
    for _, block in groupby(rows, key=itemgetter(0)):
        versions = dict[int, Any]()
        for _, child, parents, number, *cells in block:
            if child is not None:
                pairs = ((child, parents) for _, child, parents, *_ in block)
                yield Block(versions, _by_child(chain([(child, parents)], pairs)))
                break
            versions[number] = make_version(*cells)


def _by_child(pairs: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, Collection[int]]]:
    """The distinct fuller versions of each child."""
    for child, same_child in groupby(pairs, key=itemgetter(0)):
        yield child, set(unpack(b"".join(parents for _, parents in same_child)))


# -- trees to utterances ----------------------------------------------------------------------

#: the kinds of rows of a tree: a quote of one of its sources, a source of a version, or a version
STORY, SOURCE, VERSION = range(3)
#: the columns of the rows of trees; each kind of row uses some of them
TREE_COLUMNS = (
    *("root", "row_kind", "source_id", "story"),
    *("records", *VERSION_COLUMNS, "parent", "relation", "share", "bits"),
)


def split_trees(batches: Batches) -> Iterator[pyarrow.RecordBatch]:
    """The utterance of each version of some trees: the id of its fullest version.

    Versions whose utterance has only one record are left out.

    Args:
        batches: rows of the columns of ``TREE_COLUMNS``, sorted by root.
    """
    rows = _tuples(batches, TREE_COLUMNS)
    trees = (_utterances(root, of_tree) for root, of_tree in groupby(rows, key=itemgetter(0)))
    yield from to_batches(chain.from_iterable(trees), UTTERANCE_COLUMNS)


def _utterances(root: int, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, int]]:
    """The versions of a tree, each with the fullest of its utterance."""
    stories, sources = StoryIndex(), defaultdict[int, set[int]](set)
    versions, records = dict[int, VersionRow](), dict[int, int]()
    for _, row_kind, source, story, count, *cells in rows:
        version = VersionRow._make((*cells, root))
        if row_kind == STORY:
            stories.add(source, story, decode_name(version.name), version.weight)
        elif row_kind == SOURCE:
            sources[version.id].add(source)
        else:
            versions[version.id], records[version.id] = version, count
    for utterance in split_tree(list(versions.values()), sources, stories):
        if sum(map(records.__getitem__, utterance)) < FEWEST_RECORDS:
            continue
        fullest = max(versions[number].size for number in utterance)[1]
        yield from ((number, fullest) for number in utterance)


# -- rows of batches --------------------------------------------------------------------------


def pack(numbers: Iterable[int]) -> bytes:
    """Pack integers into one cell."""
    return array("q", numbers).tobytes()


def unpack(cell: bytes) -> array[int]:
    """Unpack the integers of a cell."""
    return array("q", cell)


def unpack_rows(batches: Batches) -> Iterator[pyarrow.RecordBatch]:
    """Yield a row for each packed number.

    Args:
        batches: a number to repeat, and packed numbers.
    """
    cells = (row for batch in batches for row in _tuples([batch], batch.schema.names))
    rows = ((repeated, number) for repeated, cell in cells for number in unpack(cell))
    yield from to_batches(rows, UNPACKED_COLUMNS)


def _tuples(batches: Batches, columns: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """The values of some columns, row by row."""
    for batch in batches:
        yield from zip(*(batch.column(name).to_pylist() for name in columns), strict=True)


def to_batches(
    rows: Iterable[tuple[Any, ...]], columns: Mapping[str, str]
) -> Iterator[pyarrow.RecordBatch]:
    """Rows as batches with these columns."""
    import pyarrow

    schema, remaining = table_schema(columns), iter(rows)
    while part := list(islice(remaining, BATCH_ROWS)):
        yield pyarrow.record_batch(_arrays(part, schema), schema=schema)


def _arrays(rows: Sequence[tuple[Any, ...]], schema: pyarrow.Schema) -> list[pyarrow.Array]:
    """The columns of rows."""
    import pyarrow

    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    return [pyarrow.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
