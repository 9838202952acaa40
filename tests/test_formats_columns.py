"""Columns: one for each field, none of which moves when a later one comes."""

import attrs
from sample_records import NAMED

from quoteattr.formats.columns import COLUMNS, SPEAKER_FIELDS, record_row
from quoteattr.records import Phrase, Speaker

BERG = Speaker("Ida Berg", "person", role=Phrase(0, 5, "Mayor"), gender="f")
HOLM = Speaker("Bo Holm", "person", affiliation="Rillco")
#: the fields of a speaker that are the record's own columns, or lists that JSONL has
NO_COLUMN = {"name", "id", "roles", "gender_evidence", "mentions"}


def cells(*speakers):
    row = record_row(attrs.evolve(NAMED, speakers=speakers))
    return {field: row[f"speaker_{field}"] for field in SPEAKER_FIELDS}


def test_no_field_of_a_speaker_is_forgotten():
    assert {*SPEAKER_FIELDS} | NO_COLUMN == {*attrs.fields_dict(Speaker)}


def test_the_values_of_one_speaker():
    assert cells(BERG) == dict.fromkeys(SPEAKER_FIELDS) | {
        "kind": "person",
        "role": "Mayor",
        "gender": "f",
    }


def test_the_values_of_several_stand_in_their_order():
    several = cells(BERG, HOLM)
    assert several["kind"] == "person; person"
    assert (several["role"], several["affiliation"]) == ("Mayor; ", "; Rillco")
    assert several["via"] is None


def test_later_columns_stand_last():
    names = [column.name for column in COLUMNS]
    first_later = names.index("speaker_kind")
    assert names[first_later - 2 : first_later] == ["article_language", "article_section"]
    assert names[-2:] == ["record_id", "speakers"]
