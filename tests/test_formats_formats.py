"""The table of formats, and what every one of them does."""

import io
import json
import sys

import pytest
from sample_records import NAMED, PARTS, RECORDS, Stopped, stopping, written
from tables import for_each

import quoteattr
from quoteattr.errors import InputError, MissingExtraError, OptionError
from quoteattr.formats import parquet
from quoteattr.formats.formats import FORMATS, format_of, write
from quoteattr.formats.jsonl import read_jsonl
from quoteattr.records import QuoteRecords


@for_each("name", FORMATS)
def test_every_format_writes_a_stream_of_articles(name):
    some, none = written(name, PARTS), written(name, [])
    assert len(some) > len(none)
    if not FORMATS[name].binary:
        assert "Mara Lindqvist" in some
        assert some.endswith("\n")


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.needs_all])
def test_a_format_that_does_not_wait_asks_for_the_next_article_once_it_has_written(
    name, monkeypatch
):
    monkeypatch.setattr(parquet, "ROW_GROUP_SIZE", 100)
    file = io.BytesIO() if FORMATS[name].binary else io.StringIO()
    sizes = []

    def many():
        for _ in range(3):
            yield QuoteRecords([NAMED] * 100)
            sizes.append(file.tell())

    FORMATS[name].write(many(), file)
    assert sizes == sorted(set(sizes))


@for_each("name", ["jsonl", "csv", "web-annotation", "schema-org"])
def test_an_interruption_leaves_what_a_shorter_run_would(name):
    file = io.StringIO(newline="")
    with pytest.raises(Stopped):
        FORMATS[name].write(stopping(PARTS), file)
    assert file.getvalue() == written(name, PARTS)


def test_no_ending_is_claimed_by_two():
    endings = [suffix for form in FORMATS.values() for suffix in form.suffixes]
    assert len(endings) == len(set(endings))


@for_each(
    ("path", "name"),
    [
        ("a.csv", "csv"),
        ("b.d/A.CSV", "csv"),
        ("a.jsonl", "jsonl"),
        ("a", "jsonl"),
        ("x.d/a", "jsonl"),
        ("a.parquet", "parquet"),
        ("a.b.xlsx", "xlsx"),
        ("a.anno.jsonld", "web-annotation"),
        ("a.schema.jsonld", "schema-org"),
    ],
)
def test_a_files_name_tells_its_format(path, name):
    assert format_of(path) is FORMATS[name]


@pytest.mark.parametrize("ending", [".xls", ".jsonld", ".gz"])
def test_an_unknown_ending_raises_and_says_what_to_pass(ending):
    with pytest.raises(OptionError, match=rf"'\{ending}'.*--format.*table, jsonl, csv"):
        format_of(f"quotes{ending}")


@pytest.mark.parametrize("records", [QuoteRecords(RECORDS), [QuoteRecords(RECORDS)], iter(PARTS)])
def test_one_article_or_many_go_to_a_file(records, tmp_path):
    quoteattr.write(records, tmp_path / "a.jsonl")
    with open(tmp_path / "a.jsonl", encoding="utf-8") as file:
        assert list(read_jsonl(file)) == [*RECORDS]


def test_a_format_can_be_named(tmp_path):
    write(PARTS, tmp_path / "a.json", "web-annotation")
    assert len(json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))) == len(RECORDS)


@pytest.mark.parametrize(
    ("path", "format", "advice"),
    [
        ("a.xml", None, "no format has the suffix '.xml'"),
        ("a", "xml", "format must be one of table, jsonl"),
        ("no/such/a.csv", None, "cannot write 'no/such/a.csv'"),
    ],
)
def test_a_wrong_call_says_what_to_do(path, format, advice):
    with pytest.raises(OptionError, match=advice):
        write(PARTS, path, format)


@pytest.mark.parametrize("records", [[NAMED], ["a"], [("Ida", "No", "a")]])
def test_what_are_no_records_is_refused(records, tmp_path):
    with pytest.raises(InputError, match=r"extract\(\)"):
        write(records, tmp_path / "a.csv")


@pytest.mark.parametrize(("name", "module"), [("a.parquet", "pyarrow"), ("a.xlsx", "xlsxwriter")])
def test_a_missing_extra_leaves_no_file(name, module, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"{module}; pip install 'quoteattr\["):
        write(PARTS, tmp_path / name)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "records", [None, 5, "a", NAMED, [NAMED], [None], [QuoteRecords(RECORDS), NAMED], {"a": NAMED}]
)
def test_what_are_no_records_leaves_the_file_that_is_there(records, name, tmp_path):
    path = tmp_path / "quotes"
    for before in (None, b"what was there"):
        if before is not None:
            path.write_bytes(before)
        with pytest.raises(InputError, match=r"extract_many\(\)"):
            write(records, path, name)
        assert (path.read_bytes() if path.exists() else None) == before
        assert [file.name for file in tmp_path.iterdir()] == ([path.name] if before else [])


@pytest.mark.parametrize("name", FORMATS)
def test_a_stream_that_raises_leaves_the_file_that_is_there(name, tmp_path):
    path = tmp_path / "quotes"
    path.write_bytes(b"what was there")
    with pytest.raises(Stopped):
        write(stopping(PARTS), path, name)
    assert path.read_bytes() == b"what was there"
    assert len(list(tmp_path.iterdir())) == 1


@for_each("path", [None, 5, ["a"], QuoteRecords()])
def test_a_path_that_is_none_is_refused(path):
    with pytest.raises(InputError, match="path must be a path"):
        write(PARTS, path)


@pytest.mark.parametrize("format", [5, ["csv"], b"csv", ""])
def test_a_format_that_is_no_name_is_refused(format, tmp_path):
    with pytest.raises((OptionError, InputError), match="format must be one of"):
        write(PARTS, tmp_path / "a", format)
