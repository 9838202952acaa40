"""The step of an audit on Spark, without Spark: a row for each article, with its speakers."""

import pytest

pytest.importorskip("pyarrow", reason="Arrow needs pip install 'quoteattr[arrow]'")

from quoteattr import Article, QuoteRecord, QuoteRecords
from quoteattr.spark.auditing import count_articles

HERALD = Article("", id="a", publisher="Herald", published="2026-05-04", authors=["Ida Moss"])
GAZETTE = Article("", id="a", publisher="Gazette")


def test_articles_are_counted_by_source_however_batches_are_cut():
    herald = [QuoteRecord("Ada Berg", "No, never.", "a", "direct", [(1, 11)])] * 2
    silent = QuoteRecord(None, "Go.", "a", "direct", [(1, 4)])
    without = QuoteRecord("Bo Lund", "Yes.", None, "direct", [(1, 5)])
    collections = [
        QuoteRecords([without]),
        QuoteRecords(herald, [HERALD]),
        QuoteRecords([silent], [GAZETTE]),  # another article of the same source
    ]
    table = QuoteRecords.join(collections[:1]).to_arrow()
    batches = [
        *table.to_batches(),
        *QuoteRecords(herald[:1], [HERALD]).to_arrow().to_batches(),
        *QuoteRecords(herald[1:], [HERALD]).to_arrow().to_batches(),
        *collections[2].to_arrow().to_batches(),
    ]
    (counted,) = count_articles(batches)
    rows = counted.to_pylist()
    assert [(r["source"], r["publisher"], r["month"], r["quotes"]) for r in rows] == [
        (None, None, None, 1),
        ("a", "Herald", "2026-05", 2),
        ("a", "Gazette", None, 1),
    ]
    assert [row["unattributed"] for row in rows] == [0, 0, 1]
    assert [(s["name"], s["quotes"], s["words"]) for row in rows for s in row["speakers"]] == [
        ("Bo Lund", 1, 1),
        ("Ada Berg", 2, 4),
    ]


def test_no_records_are_no_articles():
    assert list(count_articles([])) == []
