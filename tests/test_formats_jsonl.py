"""JSONL: what is written is what the design says, and reading it back gives equal records."""

import io
import json

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_records import ARTICLE, NAMED, NOBODY, PARTS, RECORDS, Stopped, objects, spans, stopping
from tables import for_each

from quoteattr import Article, InputError, QuoteArchive, extract, render, write
from quoteattr.errors import SourceError
from quoteattr.formats.jsonl import read_jsonl, read_jsonl_by_article, write_jsonl
from quoteattr.formats.record_dict import record_from_dict, record_to_dict
from quoteattr.formats.schema import record_json_schema
from quoteattr.records import Mention, Naming, QuoteRecord, QuoteRecords, Verdict


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
        "speaker_confidence": 0.875,
        "act": "speech",
        "factuality": None,
        "speaker_id": None,
        "speakers": [],
        "paragraph": None,
        "id": RECORDS[0].id,
    }
    assert "“so-called”" in lines[1]


def test_no_field_is_dropped_but_what_explains():
    fields = [field.name for field in attrs.fields(QuoteRecord)]
    shown = [name for name in fields if name not in ("verdicts", "naming")]
    assert list(record_to_dict(NAMED)) == [*shown, "id"]
    assert list(record_to_dict(NAMED)["mention"]) == [field.name for field in attrs.fields(Mention)]


def test_verdicts_change_neither_the_line_nor_the_record_read_back():
    verdicts = (Verdict(NAMED.mention, (), 0.9),)
    explained = attrs.evolve(NAMED, verdicts=verdicts, naming=Naming("full name", 1))
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
    plain = record_to_dict(NAMED) | {"topic": "bridges"}
    plain["mention"] |= {"gender": None}
    assert record_from_dict(plain) == NAMED


def test_empty_lines_are_passed_over():
    assert list(read_jsonl(["\n", written([NOBODY]), "  \n"])) == [NOBODY]


@for_each(
    "line",
    ["{", "[]", "3", "null", '{"speaker": null}', written([NAMED]).replace("direct", "shouted")],
)
def test_a_line_that_is_no_record_is_named(line):
    with pytest.raises(SourceError, match=r"^a\.jsonl, line 2: not a record"):
        list(read_jsonl([written([NAMED]), line], name="a.jsonl"))


def lines_of(collections):
    file = io.StringIO()
    write_jsonl(collections, file)
    return file.getvalue().splitlines()


def test_what_is_known_of_an_article_stands_in_the_line_and_is_read_back():
    named, nobody = map(json.loads, lines_of(PARTS))
    assert named["article"] == {
        "url": "https://news.example/bridge?page=1",
        "title": "A bridge returns",
        "authors": ["Ida Moss", "Bo Field"],
        "publisher": "The Example",
        "published": "2024-05-04",
        "language": "en",
        "section": "Local",
    }
    assert "article" not in nobody
    read = list(read_jsonl_by_article(lines_of(PARTS)))
    assert read == [*PARTS]
    assert [part.articles for part in read] == [(attrs.evolve(ARTICLE, text=""),), ()]


def test_no_fact_of_an_article_is_dropped():
    facts = {field.name for field in attrs.fields(Article)} - {"text", "id"}
    assert json.loads(lines_of(PARTS)[0])["article"].keys() == facts
    assert record_json_schema()["$defs"]["Article"]["properties"].keys() == facts


@for_each("known", [5, {"title": 5}, {"authors": "Ida Moss"}, {"authors": [5]}])
def test_facts_of_the_wrong_type_are_refused_by_both(known):
    plain = record_to_dict(NAMED) | {"article": known}
    assert not jsonschema.Draft202012Validator(record_json_schema()).is_valid(plain)
    with pytest.raises(SourceError, match="line 1: not a record"):
        list(read_jsonl_by_article([json.dumps(plain)]))


def test_records_of_a_file_can_be_drawn_kept_and_shown():
    articles = [
        Article(f"“It is {n},” said Ida Moss.", id=f"{n}", published=f"2024-05-0{n}", title="Count")
        for n in (1, 2, 3)
    ]
    lines = lines_of(map(extract, articles))
    collections = list(read_jsonl_by_article([*lines[::2], *lines[1::2]]))
    assert [part.articles[0].source for part in collections] == ["1", "3", "2"]
    joined = QuoteRecords.join(collections)
    assert joined.plot.timeline().get_xlabel() == "day"
    assert "It is 1," in render(joined)
    with QuoteArchive(":memory:") as archive:
        archive.add(articles[:1])
        added = archive.add_records(collections)
        assert (added.new, added.known, added.changed) == (2, 1, 0)
        # The text that was there stays, and one that comes later takes its place.
        assert {a.text for part in archive.records() for a in part.articles} == {
            articles[0].text,
            "",
        }
        assert archive.search(since="2024-05-03")[0].quote == "It is 3,"
        assert archive.add(articles).changed == 2
        assert len(archive) == 3


def test_records_that_name_no_article_are_not_kept_in_silence():
    (part,) = read_jsonl_by_article(lines_of([QuoteRecords([NOBODY], [Article("", title="Rain")])]))
    with QuoteArchive(":memory:") as archive, pytest.raises(InputError, match="with an id"):
        archive.add_records([part])


def test_without_its_text_an_article_marks_nothing(tmp_path):
    collections = list(read_jsonl_by_article(lines_of(PARTS)))
    write(collections, tmp_path / "a.anno.jsonld")
    selectors = json.loads((tmp_path / "a.anno.jsonld").read_text(encoding="utf-8"))[0]["target"]
    assert "prefix" not in json.dumps(selectors)
