"""The JSON Schema: made from the classes, and true of what is written."""

import json
from pathlib import Path

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from sample_records import PARTS, RECORDS, objects, spans, written
from tables import for_each

import quoteattr
from quoteattr.formats.record_dict import record_from_dict, record_to_dict
from quoteattr.formats.schema import SCHEMA_FILE, record_json_schema
from quoteattr.records import QuoteRecord, QuoteRecords

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").rglob("*.txt"))
PUBLISHED = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
VALID = jsonschema.Draft202012Validator(PUBLISHED)


def test_the_published_file_is_what_the_classes_give():
    assert record_json_schema() == PUBLISHED, "run python -m quoteattr.formats.schema"
    jsonschema.Draft202012Validator.check_schema(PUBLISHED)


@for_each("path", EXAMPLES)
def test_every_record_of_every_example_validates(path):
    text = path.read_text(encoding="utf-8")
    records = quoteattr.extract(text, path.name, unattributed=True)
    assert records
    for line in written("jsonl", [records]).splitlines():
        VALID.validate(json.loads(line))


@settings(max_examples=40)
@given(objects(QuoteRecord, spans=spans(1)))
def test_every_record_validates(record):
    VALID.validate(json.loads(written("jsonl", [QuoteRecords([record])])))


@for_each("name", [f.name for f in attrs.fields(QuoteRecord) if f.eq])
def test_a_line_without_a_field_or_with_a_wrong_one_does_not_validate(name):
    plain = record_to_dict(RECORDS[0])
    assert not VALID.is_valid({k: v for k, v in plain.items() if k != name})
    assert not VALID.is_valid(plain | {name: {"no": "such"}})


@for_each(
    ("name", "value"),
    [
        ("spans", []),
        ("spans", [[1]]),
        ("spans", [[1, 2, 3]]),
        ("spans", [["1", "2"]]),
        ("confidence", 1.1),
        ("confidence", -0.1),
        ("speaker_confidence", 1.1),
        ("speaker_confidence", -0.1),
        ("speaker_confidence", "high"),
        ("kind", "shouted"),
    ],
)
def test_what_the_classes_refuse_the_schema_refuses(name, value):
    plain = record_to_dict(RECORDS[0]) | {name: value}
    assert not VALID.is_valid(plain)
    with pytest.raises((TypeError, ValueError)):
        record_from_dict(plain)


def test_keys_of_a_later_version_are_allowed():
    assert VALID.is_valid(json.loads(written("jsonl", PARTS).splitlines()[0]) | {"topic": "x"})
