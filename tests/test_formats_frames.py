"""Data frames: one schema in three libraries, and values that come back as they were."""

import importlib.util

import pandas
import polars
import pyarrow
import pytest
from attrs import evolve
from sample_records import NAMED, NOBODY, RECORDS, TEXT

from quoteattr import Article, MissingExtraError, QuoteRecords, extract
from quoteattr.formats.columns import COLUMNS, arrow_schema

ARTICLE = Article(
    TEXT,
    "articles/bridge.txt",
    title="The bridge",
    authors=["A. Writer", "B. Writer"],
    publisher="The Courier",
    published="2026-05-04",
)
BRIDGE = QuoteRecords(RECORDS, [ARTICLE])

#: makes of records a frame, and of the frame a dictionary of lists
FRAMES = {
    "pandas": lambda r: {
        name: [None if cell is pandas.NA or cell != cell else cell for cell in column]
        for name, column in r.to_pandas().items()
    },
    "polars": lambda r: r.to_polars().to_dict(as_series=False),
    "arrow": lambda r: r.to_arrow().to_pydict(),
}


def plain(value):
    """Spans as pairs, tuples as lists, whatever the library has."""
    if isinstance(value, dict):
        return [value["start"], value["end"]]
    return list(map(plain, value)) if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("library", FRAMES)
def test_every_value_has_its_column(library):
    frame = {name: plain(list(column)) for name, column in FRAMES[library](BRIDGE).items()}
    assert frame == {
        "speaker": ["Mara Lindqvist", None],
        "quote": [NAMED.quote, NOBODY.quote],
        "source": ["articles/bridge.txt", None],
        "kind": ["direct", "mixed"],
        "spans": [plain(NAMED.spans), [[3, 14]]],
        "quoted": [plain(NAMED.quoted), []],
        "mention_start": [24, None],
        "mention_end": [38, None],
        "mention_text": ["Mara Lindqvist", None],
        "mention_kind": ["name", None],
        "cue_start": [19, None],
        "cue_end": [23, None],
        "cue_text": ["said", None],
        "rule": ["quote-cue-speaker", None],
        "confidence": [0.9375, 0.0],
        "speaker_confidence": [0.875, None],
        "act": ["speech", "speech"],
        "factuality": [None, None],
        "speaker_id": [None, None],
        "article_url": [None, None],
        "article_title": ["The bridge", None],
        "article_authors": [["A. Writer", "B. Writer"], None],
        "article_publisher": ["The Courier", None],
        "article_published": ["2026-05-04", None],
        "article_language": [None, None],
        "article_section": [None, None],
        "speaker_kind": [None, None],
        "speaker_role": [None, None],
        "speaker_affiliation": [None, None],
        "speaker_via": [None, None],
        "speaker_anonymous": [None, None],
        "speaker_gender": [None, None],
        "speaker_known_role": [None, None],
        "paragraph_start": [None, None],
        "paragraph_end": [None, None],
        "paragraph_text": [None, None],
        "record_id": ["3bee08f5b7a85991", "0c0da946f26823c2"],
        "speakers": [None, None],
    }


@pytest.mark.parametrize("records", [BRIDGE, QuoteRecords()], ids=["some", "none"])
def test_types_are_those_of_the_schema_even_without_records(records):
    types = {str: "string", int: "Int64", float: "float64"}
    assert {name: str(dtype) for name, dtype in records.to_pandas().dtypes.items()} == {
        c.name: "object" if c.several else types[c.type] for c in COLUMNS
    }
    assert records.to_arrow().schema == arrow_schema()
    names = {pyarrow.large_string(): pyarrow.string(), pyarrow.string_view(): pyarrow.string()}
    for field in records.to_polars().to_arrow().schema:
        wanted = arrow_schema().field(field.name).type
        if pyarrow.types.is_large_list(field.type):
            value = field.type.value_type
            assert names.get(value, value) == wanted.value_type
        else:
            assert names.get(field.type, field.type) == wanted


@pytest.mark.parametrize("library", FRAMES)
def test_half_a_surrogate_pair_keeps_its_place(library):
    record = evolve(NAMED, speaker="a\ud83db", quote="\udc00")
    frame = FRAMES[library](QuoteRecords([record], [evolve(ARTICLE, authors=["\ud83d"])]))
    assert frame["speaker"] == ["a\ufffdb"]
    assert frame["quote"] == ["\ufffd"]
    assert plain(frame["article_authors"][0]) == ["\ufffd"]


def test_frames_group_as_one_would_expect():
    records = extract("“Go,” said Ada Berg. “No,” said Otto Marx. “Go!” Berg said.", "a.txt")
    counts = records.to_pandas().groupby("speaker").size().to_dict()
    assert counts == {"Ada Berg": 2, "Otto Marx": 1}
    longest = records.to_polars().select(polars.col("spans").list.first().struct.field("end").max())
    assert longest.item() == records[-1].spans[0].end


@pytest.mark.parametrize(
    ("extra", "module"), [("pandas", "pandas"), ("polars", "polars"), ("arrow", "pyarrow")]
)
def test_a_missing_library_is_told_with_what_brings_it(extra, module, monkeypatch):
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == module else find_spec(name)
    )
    with pytest.raises(MissingExtraError, match=rf"pip install 'quoteattr\[{extra}\]'"):
        getattr(BRIDGE, f"to_{extra}")()
