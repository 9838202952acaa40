"""CSV: a header, a row a record, and cells that come back as they were."""

import csv
import io
import json

import attrs
import pytest
from sample_records import NAMED, NOBODY, PARTS, Stopped, stopping, written
from tables import for_each

from quoteattr.formats.csv import write_csv
from quoteattr.records import QuoteRecords


def rows(collections):
    return list(csv.DictReader(io.StringIO(written("csv", collections), newline="")))


def test_every_part_of_a_record_has_its_column():
    first, _ = rows(PARTS)
    assert first == {
        "speaker": "Mara Lindqvist",
        "quote": "We will rebuild, Before\nwinter, = or later.",
        "source": "articles/bridge.txt",
        "kind": "direct",
        "spans": "[[1, 17], [52, 78]]",
        "quoted": "[[1, 17], [52, 78]]",
        "mention_start": "24",
        "mention_end": "38",
        "mention_text": "Mara Lindqvist",
        "mention_kind": "name",
        "cue_start": "19",
        "cue_end": "23",
        "cue_text": "said",
        "rule": "quote-cue-speaker",
        "confidence": "0.9375",
        "speaker_confidence": "0.875",
        "act": "speech",
        "factuality": "",
        "speaker_id": "",
        "article_url": "https://news.example/bridge?page=1",
        "article_title": "A bridge returns",
        "article_authors": '["Ida Moss", "Bo Field"]',
        "article_publisher": "The Example",
        "article_published": "2024-05-04",
        "article_language": "en",
        "article_section": "Local",
        "speaker_kind": "",
        "speaker_role": "",
        "speaker_affiliation": "",
        "speaker_via": "",
        "speaker_anonymous": "",
        "speaker_gender": "",
        "speaker_known_role": "",
        "paragraph_start": "",
        "paragraph_end": "",
        "paragraph_text": "",
        "record_id": "3bee08f5b7a85991",
        "speakers": "",
    }


def test_what_is_none_is_an_empty_cell():
    (row,) = rows([QuoteRecords([NOBODY])])
    empty = "speaker source mention_start cue_text rule speaker_confidence article_url".split()
    assert {row[name] for name in empty} == {""}
    assert json.loads(row["spans"]) == [[3, 14]]


def test_no_records_leave_the_header():
    for nothing in ([], [QuoteRecords()]):
        header = written("csv", nothing)
        assert header.startswith("speaker,quote,source,kind,spans,")
        assert header.count("\n") == 1


def test_quotation_marks_and_line_ends_survive():
    odd = attrs.evolve(NAMED, quote='a "b", c\r\nd\re;f')
    assert rows([QuoteRecords([odd])])[0]["quote"] == odd.quote


@for_each("words", ["=1+1", "@ida", "-40", "+1", "\t=2", "\r=2"])
def test_a_text_is_never_changed_whatever_a_spreadsheet_makes_of_it(words):
    odd = attrs.evolve(NAMED, quote=words)
    assert rows([QuoteRecords([odd])])[0]["quote"] == words


def test_what_was_found_before_an_interruption_is_there():
    file = io.StringIO()
    with pytest.raises(Stopped):
        write_csv(stopping(PARTS), file)
    assert file.getvalue() == written("csv", PARTS)
