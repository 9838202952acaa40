"""CSV: a header, a row a record, and cells that come back as they were."""

import csv
import io
import json

import attrs
from sample_records import NAMED, NOBODY, RECORDS

from quoteattr.io.csv import write_csv


def rows(records):
    file = io.StringIO(newline="")
    write_csv(records, file)
    return list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))


def test_every_part_of_a_record_has_its_column():
    first, _ = rows(RECORDS)
    assert first == {
        "speaker": "Mara Lindqvist",
        "quote": "We will rebuild, Before\nwinter, = or later.",
        "source": "articles/bridge.txt",
        "kind": "direct",
        "spans": "[[1, 17], [52, 79]]",
        "quoted": "[[1, 17], [52, 79]]",
        "mention_start": "24",
        "mention_end": "38",
        "mention_text": "Mara Lindqvist",
        "mention_kind": "name",
        "cue_start": "19",
        "cue_end": "23",
        "cue_text": "said",
        "rule": "quote-cue-speaker",
        "confidence": "0.9375",
    }


def test_what_is_none_is_an_empty_cell():
    (row,) = rows([NOBODY])
    assert [row[name] for name in ("speaker", "source", "mention_start", "cue_text", "rule")] == [
        ""
    ] * 5
    assert json.loads(row["spans"]) == [[3, 14]]


def test_no_records_leave_the_header():
    file = io.StringIO()
    write_csv([], file)
    assert file.getvalue().startswith("speaker,quote,source,kind,spans,")
    assert file.getvalue().count("\n") == 1


def test_quotation_marks_and_line_ends_survive():
    odd = attrs.evolve(NAMED, quote='a "b", c\r\nd\re;f')
    assert rows([odd])[0]["quote"] == odd.quote
