"""Parquet: the columns of the records, whole whatever happens."""

import io

import attrs
import pyarrow.parquet as pq
import pytest
from sample_records import ARTICLE, NAMED, PARTS, Stopped, stopping, written

from quoteattr.formats import parquet
from quoteattr.formats.columns import COLUMNS, arrow_schema
from quoteattr.records import QuoteRecords


def table(collections):
    return pq.read_table(io.BytesIO(written("parquet", collections)))


def test_every_part_of_a_record_comes_back():
    first, second = table(PARTS).to_pylist()
    assert first == {
        "speaker": "Mara Lindqvist",
        "quote": "We will rebuild, Before\nwinter, = or later.",
        "source": "articles/bridge.txt",
        "kind": "direct",
        "spans": [{"start": 1, "end": 17}, {"start": 52, "end": 78}],
        "quoted": [{"start": 1, "end": 17}, {"start": 52, "end": 78}],
        "mention_start": 24,
        "mention_end": 38,
        "mention_text": "Mara Lindqvist",
        "mention_kind": "name",
        "cue_start": 19,
        "cue_end": 23,
        "cue_text": "said",
        "rule": "quote-cue-speaker",
        "confidence": 0.9375,
        "speaker_confidence": 0.875,
        "act": "speech",
        "factuality": None,
        "speaker_id": None,
        "article_url": "https://news.example/bridge?page=1",
        "article_title": "A bridge returns",
        "article_authors": ["Ida Moss", "Bo Field"],
        "article_publisher": "The Example",
        "article_published": "2024-05-04",
        "article_language": "en",
        "article_section": "Local",
        "speaker_kind": None,
        "speaker_role": None,
        "speaker_affiliation": None,
        "speaker_via": None,
        "speaker_anonymous": None,
        "speaker_gender": None,
        "speaker_known_role": None,
        "paragraph_start": None,
        "paragraph_end": None,
        "paragraph_text": None,
        "record_id": "3bee08f5b7a85991",
        "speakers": None,
    }
    assert {name for name, value in second.items() if value is None} == {
        c.name for c in COLUMNS if c.optional
    }


def test_no_records_leave_the_schema():
    assert table([]).schema.equals(arrow_schema())
    assert table([]).num_rows == 0


def test_half_a_surrogate_pair_keeps_the_length():
    odd = attrs.evolve(NAMED, quote="a\ud83db", source="a.txt")
    article = attrs.evolve(ARTICLE, id="a.txt", authors=["\udc00"], title="\0<script>")
    (row,) = table([QuoteRecords([odd], [article])]).to_pylist()
    assert row["quote"] == "a\ufffdb"
    assert row["article_authors"] == ["\ufffd"]
    assert row["article_title"] == "\0<script>"


def test_groups_are_written_as_they_fill(monkeypatch):
    monkeypatch.setattr(parquet, "ROW_GROUP_SIZE", 3)
    file = io.BytesIO(written("parquet", PARTS * 4))
    groups = pq.ParquetFile(file).metadata
    assert [groups.row_group(i).num_rows for i in range(groups.num_row_groups)] == [3, 3, 2]


def test_an_interruption_leaves_a_whole_file():
    file = io.BytesIO()
    with pytest.raises(Stopped):
        parquet.write_parquet(stopping(PARTS), file)
    assert pq.read_table(io.BytesIO(file.getvalue())).equals(table(PARTS))
