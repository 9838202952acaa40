"""Speakers and phrases: checked when they are made, hashable, and back from JSON as they were."""

import attrs
import pytest
from sample_records import NAMED
from tables import for_each

from quoteattr import InputError, OptionError, Phrase, QuoteRecord, Speaker
from quoteattr.formats.record_dict import record_from_dict

BERG = Speaker(
    "Ida Berg",
    "person",
    role=Phrase(0, 5, "Mayor"),
    roles=(Phrase(0, 5, "Mayor"),),
    gender="f",
    gender_evidence=(Phrase(20, 23, "She"),),
    mentions=[(6, 14), (20, 23)],
)
RECORD = attrs.evolve(NAMED, speakers=(BERG,), paragraph=Phrase(0, 7, "It was."))


def test_a_record_with_speakers_comes_back_from_json():
    assert record_from_dict(RECORD.to_dict()) == RECORD


def test_a_record_of_an_older_file_has_no_speakers():
    data = NAMED.to_dict()
    for later in ("speakers", "paragraph", "id"):
        del data[later]
    assert record_from_dict(data) == NAMED


def test_a_speaker_can_be_counted():
    assert {BERG, attrs.evolve(BERG)} == {BERG}


@for_each(
    ("fields", "error"),
    [
        ({"kind": "alien"}, OptionError),
        ({"gender": "w"}, OptionError),
        ({"role": "Mayor"}, InputError),
        ({"roles": ("Mayor",)}, InputError),
        ({"mentions": [(1, "2")]}, InputError),
    ],
)
def test_a_wrong_field_is_refused(fields, error):
    with pytest.raises(error):
        attrs.evolve(BERG, **fields)


@pytest.mark.parametrize("broken", [{"name": "Ida"}, "Ida", [1]])
def test_a_broken_speaker_of_a_file_is_refused(broken):
    with pytest.raises(InputError, match="speakers"):
        record_from_dict(RECORD.to_dict() | {"speakers": [broken]})


def test_the_id_goes_by_source_spans_and_words():
    base = QuoteRecord("Ida", "No.", "a.txt", "direct", [(1, 4)])
    assert attrs.evolve(base, speaker="Bo", confidence=0.5).id == base.id
    others = ({"source": "b.txt"}, {"spans": [(2, 5)]}, {"quote": "Nö."})
    assert len({base.id, *(attrs.evolve(base, **other).id for other in others)}) == 4


def test_half_a_surrogate_pair_has_an_id():
    assert len(QuoteRecord(None, "\ud83d", None, "direct", [(1, 2)]).id) == 16
