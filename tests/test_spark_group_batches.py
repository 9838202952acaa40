"""The steps of grouping on Arrow batches, without an engine: what one process does each time."""

import random
import sys
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pytest

from quoteattr import OptionError, QuoteRecord, QuoteRecords, group
from quoteattr.groups.linking import fuller_holders, link_versions, share_keys
from quoteattr.groups.version import VERBATIM_KINDS
from quoteattr.groups.version_row import VersionRow, hex_id, version_row_of
from quoteattr.spark import group_batches as steps

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from utterances import RecordMaker

RECORDS = [made_record.record for made_record in RecordMaker(240, seed=5, hot=0.2).records()]


def in_batches(rows, columns, size=40):
    """Rows as batches, so small that keys, blocks and trees go on from one to the next."""
    schema = pa.schema([(name, TYPES.get(name, pa.int64())) for name in columns])
    table = pa.table({n: [row.get(n) for row in rows] for n in columns}, schema=schema)
    return table.to_batches(max_chunksize=size)


TYPES = {
    **dict.fromkeys(("folded", "name"), pa.string()),
    **dict.fromkeys(("weight", "share", "bits"), pa.float64()),
    **dict.fromkeys(("keys", "parents"), pa.binary()),
}


def rows_of(batches):
    return [row for batch in batches for row in batch.to_pylist()]


def versions():
    """The distinct versions by ascending fullness; their places are their numbers."""
    rows = {row.id: row for row in map(version_row_of, RECORDS) if row is not None}
    return sorted(rows.values(), key=lambda row: row.size)


def as_row(number, version):
    cells = dict(zip(VersionRow._fields, version, strict=True))
    return {"number": number} | {name: cells[name] for name in steps.VERSION_COLUMNS}


def block_rows(payload, pairs):
    """Versions and pairs in two blocks of children, sorted as an engine sorts them."""
    rows = [
        {"block": child % 2, "child": child, "parents": steps.pack([parent])}
        for child, parent in pairs
    ]
    rows += [{"block": block} | version for block in (0, 1) for version in payload]
    return sorted(rows, key=lambda r: (r["block"], "child" in r, r.get("child", 0)))


def pairs_in(rows):
    """The pairs in rows of children with their parents."""
    return [(row["child"], parent) for row in rows for parent in steps.unpack(row["parents"])]


def expected_pairs():
    """The pairs that one process compares, and those of them with enough common keys."""
    keys = [row.keys for row in versions()]
    pairs = {(child, p) for child, fuller in enumerate(fuller_holders(keys)) for p in fuller}
    return pairs, {(a, b) for a, b in pairs if share_keys(keys[a], keys[b])}


def test_records_become_versions_and_what_else_they_have_is_passed_on():
    table = QuoteRecords(RECORDS).to_arrow()
    days = pa.array([{"day": number} for number in range(len(RECORDS))])
    result = rows_of(
        steps.read_members(table.append_column("kept", days).to_batches(50), VERBATIM_KINDS)
    )
    for row, record in zip(result, RECORDS, strict=True):
        assert row["id"] == version_row_of(record).id
        assert (row["record_id"], row["source"]) == (record.id, record.source)
        assert RECORDS[row["kept"]["day"]] is record


def test_rows_that_are_not_grouped_are_left_out():
    row = QuoteRecords(RECORDS[:1]).to_arrow().to_pylist()[0]
    rows = [
        dict.fromkeys(row) | {"source": "a", "kind": None},
        row | {"kind": "indirect"},
        row | {"quote": "…", "spans": None, "quoted": None},
        row | {"source": None, "speaker": None, "confidence": None},
    ]
    schema = pa.schema([f.with_nullable(True) for f in QuoteRecords().to_arrow().schema])
    (member,) = rows_of(
        steps.read_members(pa.Table.from_pylist(rows, schema).to_batches(), VERBATIM_KINDS)
    )
    assert (member["source_id"], member["name"], member["sure"]) == (None, "", 0)


def test_a_row_that_is_no_record_raises():
    row = QuoteRecords(RECORDS[:1]).to_arrow().to_pylist()[0] | {"spans": [{"start": 9, "end": 1}]}
    batches = pa.Table.from_pylist([row]).to_batches()
    with pytest.raises(OptionError, match="is not valid"):
        rows_of(steps.read_members(batches, VERBATIM_KINDS))


def test_the_pairs_of_keys_are_those_of_one_process(monkeypatch):
    numbered = [as_row(*pair) | {"records": 1} for pair in enumerate(versions())]
    keys = rows_of(steps.index_keys(in_batches(numbered, list(steps.INDEXED_COLUMNS)[:-1])))
    assert [row | {"keys": None} for row in keys] == [row | {"keys": None} for row in numbered]
    assert [set(steps.unpack(row["keys"])) for row in keys] == [row.keys for row in versions()]
    packed = in_batches(keys, ("number", "keys"))
    unpacked = rows_of(steps.unpack_rows(packed))
    holders = [(row["number"], -row["repeated"]) for row in unpacked]
    assert len(holders) == sum(len(row.keys) for row in versions())
    rows = [{"key": key, "number": -number} for key, number in sorted(holders)]
    compared = rows_of(steps.compared_pairs(in_batches(rows, ("key", "number"))))
    assert sorted(pairs_in(compared)) == sorted(expected_pairs()[0])
    monkeypatch.setattr(steps, "HELD_PAIRS", 10)  # then a child has several rows
    again = rows_of(steps.compared_pairs(in_batches(rows, ("key", "number"))))
    assert len(again) > len(compared)
    assert set(pairs_in(again)) == expected_pairs()[0]


def test_the_share_of_keys_is_that_of_one_process():
    payload = [{"number": n, "keys": steps.pack(row.keys)} for n, row in enumerate(versions())]
    compared, likely = expected_pairs()
    rows = block_rows(payload, [*compared, *compared])  # a pair may come from several keys
    result = rows_of(
        steps.likely_pairs(in_batches(rows, ("block", "child", "parents", "number", "keys")))
    )
    assert set(pairs_in(result)) == likely < compared
    assert len(pairs_in(result)) == len(likely)


def test_the_links_are_those_of_one_process():
    payload = [as_row(*pair) for pair in enumerate(versions())]
    rows = block_rows(payload, expected_pairs()[1])
    columns = ("block", "child", "parents", "number", *steps.VERSION_COLUMNS)
    result = rows_of(steps.best_links(in_batches(rows, columns)))
    assert {tuple(row.values()) for row in result} == {
        (row.id, row.parent, row.relation, row.share, row.bits)
        for row in link_versions(versions())
        if row.parent is not None
    }


def test_the_roots_of_links_are_those_of_one_process():
    linked = link_versions(versions())
    links = [{"id": row.id, "parent": row.parent} for row in linked if row.parent is not None]
    chain = [{"id": number, "parent": number + 1} for number in range(5_000)]  # no recursion
    roots = {r["id"]: r["root"] for r in rows_of(steps.roots_of_links(in_batches(links, LINK)))}
    trees = {row.root for row in linked if row.parent is not None}
    assert roots == {row.id: row.root for row in linked if row.root in trees}
    assert {r["root"] for r in rows_of(steps.roots_of_links(in_batches(chain, LINK)))} == {5_000}


LINK = ("id", "parent")


def tree_rows():
    """All rows of all trees, those of a tree in any order."""
    linked = {row.id: row for row in link_versions(versions())}
    placed = [(linked[version_row_of(r).id], steps.source_id(r.source)) for r in RECORDS]
    sources = {(row.root, row.id, source) for row, source in placed}
    for root, version, source in sources:
        yield {"root": root, "row_kind": steps.SOURCE, "id": version, "source_id": source}
    for root, source in {(root, source) for root, _, source in sources}:
        for row, other in placed:
            if other == source:
                kind = {"root": root, "row_kind": steps.STORY, "source_id": source}
                yield kind | {"story": row.root, "name": row.name, "weight": row.weight}
    records = Counter(row.id for row, _ in placed)
    for row in linked.values():
        yield {"row_kind": steps.VERSION, "records": records[row.id]} | row._asdict()


def test_trees_are_split_as_in_one_process():
    rows = list(tree_rows())
    random.Random(3).shuffle(rows)
    rows.sort(key=lambda row: row["root"])
    result = rows_of(steps.split_trees(in_batches(rows, steps.TREE_COLUMNS)))
    utterance_of = {row["id"]: hex_id(row["utterance"]) for row in result}
    groups = group(RECORDS)
    assert len(groups) > 5
    for quote_group in groups:
        assert {utterance_of[version_row_of(record).id] for record in quote_group.records} == {
            quote_group.id
        }
    assert len({*utterance_of.values()}) == len(groups)


def test_rows_are_passed_on_in_parts(monkeypatch):
    monkeypatch.setattr(steps, "BATCH_ROWS", 2)
    batches = list(steps.to_batches([(n, b"") for n in range(5)], steps.PAIR_COLUMNS))
    assert [batch.num_rows for batch in batches] == [2, 2, 1]
    assert list(steps.to_batches([], steps.PAIR_COLUMNS)) == []


def test_the_id_of_a_group_is_that_of_its_fullest_version():
    quotes = ("rebuild the old wooden pier", "We will rebuild the old wooden pier before winter")
    records = [QuoteRecord("Ada Berg", q, q[:1], "direct", [(0, 9)]) for q in quotes]
    (pier,) = group(records)
    assert pier.id == hex_id(version_row_of(records[1]).id)
    assert group([*records, records[0]])[0].id == pier.id
