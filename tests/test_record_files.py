"""Records and groups that were written are read back whole, from files and partitioned folders."""

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import retold
from hypothesis import given, settings
from sample_records import ARTICLE, NAMED, PARTS, objects, spans

from quoteattr import (
    Failure,
    QuoteArchive,
    QuoteRecord,
    QuoteRecords,
    SourceError,
    audit,
    extract,
    group,
    read_groups,
    read_records,
    write,
)
from quoteattr.arrow import extract_batches
from quoteattr.formats.columns import record_from_row, record_row

JOINT = (
    "“We will sail,” said Ida Holm and Otto Marx. The mayor of Brack, Ida Holm, left; she waved."
)


def stories():
    """The records of some retold articles, article by article."""
    by_source = {a.source: a for a in retold.articles()}
    sources = dict.fromkeys(record.source for record in retold.records())
    return [
        QuoteRecords([r for r in retold.records() if r.source == s], [by_source[s]])
        for s in list(sources)[:12]
    ]


def write_partitioned(records, folder):
    """Write records in a folder a day, their rows in another order."""
    write(records, folder.with_suffix(".parquet"))
    table = pq.read_table(folder.with_suffix(".parquet"))
    pq.write_to_dataset(
        table.take(list(range(table.num_rows))[::-1]), folder, ["article_published"]
    )
    (folder / "_SUCCESS").touch()


def without_text(collections):
    return [(part, [attrs.evolve(a, text="") for a in part.articles]) for part in collections]


@given(objects(QuoteRecord, spans=spans(1)))
@settings(max_examples=40, deadline=None)
def test_a_row_holds_the_whole_record(record):
    assert record_from_row(record_row(record)) == record


@pytest.mark.parametrize("suffix", [".parquet", ".jsonl"])
def test_records_and_articles_come_back(suffix, tmp_path):
    written = [*stories(), extract(JOINT, source="joint")]
    assert len(written[-1][0].speakers) == 2
    write(written, tmp_path / f"records{suffix}")
    for path in (tmp_path, tmp_path / f"records{suffix}"):
        result = list(read_records(path))
        assert without_text(result) == without_text(written)


def test_a_partitioned_folder_gives_the_same_records_groups_archive_and_audit(tmp_path):
    written = stories()
    write_partitioned(written, tmp_path / "records")
    result = list(read_records(tmp_path / "records"))
    key = lambda part: part[0].source  # noqa: E731
    assert without_text(sorted(result, key=key)) == without_text(sorted(written, key=key))
    assert group(result) == group(written)
    assert len(group(written)) > 5
    for by in ("publisher", "section", "month"):
        assert audit(result, by).groups == audit(written, by).groups
    assert audit(written, "publisher").total.speakers > 10
    with QuoteArchive(":memory:") as archive:
        assert archive.add_records(result).new == len(written)
        assert archive.audit("publisher").total == audit(written, "publisher").total


def test_rows_of_failures_are_failures(tmp_path):
    articles = pa.record_batch({"text": ["“No,” said Ida Berg.", None], "source": ["a", "b"]})
    table = pa.Table.from_batches(extract_batches([articles]))
    pq.write_table(table, tmp_path / "records.parquet")
    failed, records = read_records(tmp_path)
    assert failed.failures == (Failure("b", table["failure"][1].as_py()),)
    assert (records[0].speaker, records.articles[0].source) == ("Ida Berg", "a")


def test_groups_come_back_in_order_with_their_articles(tmp_path):
    written = stories()
    groups = group(written)
    ids = {record: quote_group.id for quote_group in groups for record in quote_group.records}
    rows = [
        record_row(record, part.articles[0]) | {"group_id": ids[record]}
        for part in written
        for record in part
        if record in ids
    ]
    table = pa.Table.from_pylist([_as_arrow(row) for row in rows[::-1]])
    pq.write_to_dataset(table, tmp_path / "groups", ["kind"])
    assert read_groups(tmp_path / "groups") == groups
    assert [
        quote_group.records.articles[0].publisher
        for quote_group in read_groups(tmp_path / "groups")
    ] == [quote_group.records.articles[0].publisher for quote_group in groups]


def _as_arrow(row):
    """Spans as structs."""
    spans = {n: [s._asdict() for s in row[n]] for n in ("spans", "quoted")}
    return row | spans


def test_a_file_without_later_columns_is_read(tmp_path):
    write(PARTS, tmp_path / "a.parquet")
    table = pq.read_table(tmp_path / "a.parquet")
    old = table.drop_columns(["speakers", "record_id", "paragraph_text", "act", "article_section"])
    old = old.drop_columns(["paragraph_start", "paragraph_end"])
    pq.write_table(old, tmp_path / "a.parquet")
    first, _ = read_records(tmp_path)
    assert first[0] == NAMED
    assert first.articles == (attrs.evolve(ARTICLE, text="", section=None),)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"text": ["a"]}, "a record must be an object with speaker, quote"),
        ({"speaker": ["a"], "quote": [7]}, "not a record"),
    ],
)
def test_what_is_no_record_raises(table, message, tmp_path):
    pq.write_table(pa.table(table), tmp_path / "a.parquet")
    with pytest.raises(SourceError, match=message):
        list(read_records(tmp_path))


def test_other_mistakes_raise(tmp_path):
    (tmp_path / "a.parquet").write_bytes(b"PAR1 no more")
    with pytest.raises(SourceError, match="not a record"):
        list(read_records(tmp_path / "a.parquet"))
    with pytest.raises(SourceError, match="no such file"):
        list(read_records(tmp_path / "b"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match=r"\*\.parquet"):
        list(read_records(tmp_path / "empty"))
    (tmp_path / "b.jsonl").write_text("\n{}\n")
    with pytest.raises(SourceError, match=r"b\.jsonl, line 2"):
        list(read_records(tmp_path / "b.jsonl"))
    write(PARTS, tmp_path / "c.parquet")
    with pytest.raises(SourceError, match="without group_id"):
        read_groups(tmp_path / "c.parquet")
