"""JSONL: what is written is what the design says, and reading it back gives equal records."""

import io
import json

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_records import NAMED, NOBODY, RECORDS, Stopped, objects, spans, stopping

from quoteattr.errors import SourceError
from quoteattr.io.jsonl import read_jsonl, write_jsonl
from quoteattr.io.plain import from_plain, to_plain
from quoteattr.records import Mention, QuoteRecord, QuoteRecords, Verdict


def written(records):
    file = io.StringIO()
    write_jsonl([QuoteRecords(records)], file)
    return file.getvalue()


def test_one_record_a_line_as_the_design_has_it():
    lines = written(RECORDS).split("\n")
    assert len(lines) == len(RECORDS) + 1
    assert json.loads(lines[0]) == {
        "speaker": "Mara Lindqvist",
        "quote": "We will rebuild, Before\nwinter, = or later.",
        "source": "articles/bridge.txt",
        "kind": "direct",
        "spans": [[1, 17], [52, 78]],
        "quoted": [[1, 17], [52, 78]],
        "mention": {"start": 24, "end": 38, "text": "Mara Lindqvist", "kind": "name"},
        "cue": {"start": 19, "end": 23, "text": "said"},
        "rule": "quote-cue-speaker",
        "confidence": 0.9375,
    }
    assert "“so-called”" in lines[1]


def test_no_field_is_dropped_but_the_verdicts():
    fields = [field.name for field in attrs.fields(QuoteRecord)]
    assert [*to_plain(NAMED), "verdicts"] == fields
    assert list(to_plain(NAMED)["mention"]) == [field.name for field in attrs.fields(Mention)]


def test_verdicts_change_neither_the_line_nor_the_record_read_back():
    explained = attrs.evolve(NAMED, verdicts=(Verdict(NAMED.mention, (), 0.9),))
    assert written([explained]) == written([NAMED])
    assert list(read_jsonl(io.StringIO(written([explained])))) == [explained]


@settings(max_examples=40)
@given(st.lists(objects(QuoteRecord, spans=spans(1)), max_size=3))
def test_reading_back_gives_equal_records(some):
    lines = written(some)
    assert lines.encode("utf-8").count(b"\n") == len(some)
    assert list(read_jsonl(io.StringIO(lines, newline="\n"))) == some


def test_what_was_found_before_an_interruption_is_there():
    file = io.StringIO()
    with pytest.raises(Stopped):
        write_jsonl(stopping([QuoteRecords(RECORDS)]), file)
    assert list(read_jsonl(file.getvalue().splitlines())) == [*RECORDS]


def test_keys_of_a_later_version_are_left():
    plain = to_plain(NAMED) | {"topic": "bridges"}
    plain["mention"] |= {"gender": None}
    assert from_plain(plain) == NAMED


def test_empty_lines_are_passed_over():
    assert list(read_jsonl(["\n", written([NOBODY]), "  \n"])) == [NOBODY]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "3", "null", '{"speaker": null}', written([NAMED]).replace("direct", "shouted")],
)
def test_a_line_that_is_no_record_is_named(line):
    with pytest.raises(SourceError, match=r"^a\.jsonl, line 2: not a record"):
        list(read_jsonl([written([NAMED]), line], name="a.jsonl"))
