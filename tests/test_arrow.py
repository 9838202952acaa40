"""Batches of articles to batches of records: the records of one process, whatever is in a row."""

import datetime

import pyarrow as pa
import pytest
from tables import for_each

import quoteattr.arrow
from quoteattr import Article, InputError, OptionError, QuoteRecords, extract_many
from quoteattr.arrow import extract_batches, record_schema
from quoteattr.formats.columns import COLUMNS, arrow_schema

PIER = "“We will rebuild the old pier,” said Ada Berg. She added: “It \U0001f6a2 is late.”"
TEXTS = [PIER, "Nobody spoke.", "Otto Marx said that the harbour was full.", "“No,” he said."]


def articles(texts=TEXTS, **columns):
    sources = [f"paper/{number}" for number in range(len(texts))]
    return pa.record_batch({"text": pa.array(texts, pa.string()), "source": sources, **columns})


def rows(batches, **options):
    return [row for batch in extract_batches(batches, **options) for row in batch.to_pylist()]


def test_records_are_those_of_one_process():
    expected = QuoteRecords.join(
        extract_many(Article(text, f"paper/{n}") for n, text in enumerate(TEXTS))
    ).to_arrow()
    result = pa.Table.from_batches(extract_batches([articles()]))
    assert result.num_rows > 2
    assert result.select(expected.column_names).to_pylist() == expected.to_pylist()
    assert set(result.column("failure").to_pylist()) == {None}


@pytest.mark.parametrize("size", [1, 3])
def test_batches_of_any_size_give_the_same(size):
    whole = articles()
    batches = [whole.slice(start, size) for start in range(0, len(TEXTS), size)]
    assert rows(batches) == rows([whole])


def test_the_schema_is_that_of_the_export_and_one_column():
    schema = record_schema()
    assert schema.names == [*(c.name for c in COLUMNS), "failure"]
    assert [schema.field(f.name).type for f in arrow_schema()] == [f.type for f in arrow_schema()]
    for batch in extract_batches([articles()]):
        assert batch.schema == schema


def test_metadata_are_read_from_columns_of_their_names():
    batch = articles(
        [PIER],
        published=pa.array([datetime.date(2026, 5, 4)]),
        authors=[["Ida Holm"]],
        title=pa.array([None], pa.string()),
    )
    row = rows([batch])[0]
    assert (row["article_published"], row["article_authors"]) == ("2026-05-04", ["Ida Holm"])
    assert row["article_title"] is None


def test_columns_are_kept_as_they_are():
    moments = pa.array([1, 2, 3, None], pa.timestamp("us", "UTC"))
    batch = articles(day=moments)
    (result,) = extract_batches([batch], keep=["day"])
    assert result.schema == record_schema([batch.schema.field("day")])
    by_source = dict(zip(batch["source"].to_pylist(), moments.to_pylist(), strict=True))
    for row in result.to_pylist():
        assert row["day"] == by_source[row["source"]]


def broken_text():
    """Text that Arrow holds and Python cannot read: half a surrogate pair."""
    data = "a\ud800b".encode("utf-8", "surrogatepass")
    return pa.array([data]).view(pa.string())


def broken_article():
    return pa.record_batch({"text": broken_text(), "source": ["paper/0"]})


def fails(text):
    raise KeyError(text[:20])


@for_each(
    ("batch", "options", "reason"),
    [
        (articles([None]), {}, "there is no text; fill"),
        (
            pa.record_batch({"text": broken_text(), "source": ["paper/0"]}),
            {},
            "a cell is not UTF-8",
        ),
        (articles(["“Secret words,” said Ada Berg."]), {"clusters": fails}, "KeyError; call"),
        (articles([PIER], url=[7]), {}, "InputError; call"),
    ],
)
def test_what_goes_wrong_is_one_row_without_words_of_the_article(batch, options, reason):
    before, after = articles([PIER]), articles([PIER])
    result = rows([before.select(["text", "source"]), batch, after], **options)
    (row,) = [row for row in result if row["failure"] and row["failure"].startswith(reason)][:1]
    assert row["source"] == "paper/0"
    assert {value for name, value in row.items() if name not in ("source", "failure")} == {None}
    assert "Secret" not in row["failure"]
    if "clusters" not in options:
        assert len([row for row in result if row["quote"]]) == 2 * len(rows([before]))


def test_a_source_that_cannot_be_read_is_null():
    batch = pa.record_batch({"text": [PIER], "source": broken_text()})
    assert {row["source"] for row in rows([batch])} == {None}


def test_batches_are_read_one_by_one():
    taken = []

    def stream():
        for number in range(3):
            taken.append(number)
            yield articles()

    output = extract_batches(stream())
    assert taken == []
    next(output)
    assert taken == [0]


def test_long_records_are_passed_on_in_parts(monkeypatch):
    (whole,) = extract_batches([articles([PIER] * 4)])
    monkeypatch.setattr(quoteattr.arrow, "OUTPUT_CHARACTERS", 1)
    batches = list(extract_batches([articles([PIER] * 4)]))
    assert [part.num_rows for part in batches] == [1] * whole.num_rows
    assert pa.Table.from_batches(batches).to_pylist() == whole.to_pylist()


def test_the_rows_of_a_long_article_are_not_held_at_once(monkeypatch):
    made = []

    def record_row(*args):
        made.append(args)
        return make_row(*args)

    make_row = quoteattr.arrow.record_row
    monkeypatch.setattr(quoteattr.arrow, "record_row", record_row)
    monkeypatch.setattr(quoteattr.arrow, "OUTPUT_CHARACTERS", 1)
    batches = extract_batches([articles([PIER])])
    assert (next(batches).num_rows, len(made)) == (1, 1)
    assert (next(batches).num_rows, len(made)) == (1, 2)


def test_options_are_those_of_extract():
    assert {row["kind"] for row in rows([articles()], kinds=["indirect"])} == {"indirect"}
    assert {row["source"] for row in rows([articles()], source=None)} == {None}


@for_each(
    ("options", "error", "message"),
    [
        ({"kinds": ["spoken"]}, OptionError, "kinds"),
        ({"keep": ["speaker"]}, OptionError, "rename"),
        ({"keep": "day"}, InputError, "keep"),
        ({"text": 7}, InputError, "text"),
    ],
)
def test_a_wrong_call_raises_before_anything_is_read(options, error, message):
    with pytest.raises(error, match=message):
        extract_batches(iter([]), **options)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"text": "body"}, "'body' must be text, and is missing"),
        ({"source": "day"}, "'day' must be text, and is int64"),
        ({"keep": ["hour"]}, "there is no column 'hour'"),
    ],
)
def test_a_column_that_is_missing_raises(options, message):
    with pytest.raises(InputError, match=message):
        rows([articles(day=[1, 2, 3, 4])], **options)
