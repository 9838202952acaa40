"""Corrections in an archive: what they change, what stays, and how they are undone."""

import json

import pytest
from attrs import evolve
from rain import RAIN, place, rain_archive, snapshot, speakers, tables

from quoteattr import (
    Article,
    InputError,
    OptionError,
    QuoteArchive,
    QuoteRecords,
    SourceError,
    extract,
)


@pytest.fixture
def archive():
    with rain_archive() as archive:
        yield archive


def test_a_speaker_is_corrected_and_what_the_machine_said_is_kept(archive):
    correction = archive.correct(
        "rain", place("It will rain,"), speaker="Bo Holm", by="ed", via="page", note="heard it"
    )
    assert correction.before.speaker == "Ada Berg"
    assert correction.after.speaker == "Bo Holm"
    assert (correction.by, correction.via, correction.note) == ("ed", "page", "heard it")
    assert correction.exact == "It will rain," == RAIN[correction.start : correction.end]
    assert correction.prefix.endswith("Bo Holm. “")
    assert correction.suffix.startswith("” she said")
    assert archive.corrections() == archive.corrections("rain") == [correction]
    assert speakers(archive)["It will rain,"] == "Bo Holm"


PIER = "We will rebuild the old wooden pier before the winter storms"


def test_all_that_reads_the_archive_sees_the_correction(tmp_path):
    with QuoteArchive(":memory:") as archive:
        archive.add([Article(f"“{PIER},” said Ada Berg.", id="a")])
        archive.add([Article(f"Bo Holm met Cy Dahl. “{PIER},” said Cy Dahl.", id="b")])
        assert [group.disputed for group in archive.groups()] == [True]
        archive.correct("a", (1, len(PIER) + 2), speaker="Cy Dahl")
        (group,) = archive.groups()
        assert not group.disputed
        assert group.speaker == "Cy Dahl"
        assert [r.source for r in archive.search("pier", speaker="Cy Dahl")] == ["a", "b"]
        assert not archive.search("Ada")
        assert [(speaker.name, speaker.quotes) for speaker in archive.speakers()] == [
            ("Cy Dahl", 2)
        ]
        assert {speaker.name for speaker in archive.quoted_speakers()[1]} == {"Cy Dahl"}
        archive.export(tmp_path / "all.jsonl")
    lines = (tmp_path / "all.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["speaker"] for line in lines] == ["Cy Dahl"] * 2


def test_a_corrected_speaker_is_sure_and_has_the_nearest_mention(archive):
    archive.correct("rain", place("It will rain,"), speaker="Bo Holm")
    (record,) = archive.search("rain")
    assert (record.rule, record.overall_confidence) == ("corrected", 1.0)
    assert record.mention.text == "Bo Holm"
    assert RAIN[record.mention.start : record.mention.end] == "Bo Holm"
    assert record.speakers[0].kind == "person"
    assert record.explain()


@pytest.mark.parametrize("name", ["Nobody Known", "the tall one", "Ada", "she", "Ö 1", "X."])
def test_any_name_may_be_given(archive, name):
    archive.correct("rain", place("No,"), speaker=name)
    (record,) = [record for record in archive.search() if record.quote == "No,"]
    assert record.speaker == name == record.speakers[0].name


def test_a_speaker_may_be_unknown(archive):
    archive.correct("rain", place("It will rain,"), speaker=None)
    (record,) = archive.search("rain")
    assert (record.speaker, record.speakers, record.mention) == (None, (), None)


def test_kind_and_bounds_are_corrected_and_the_speaker_stays(archive):
    archive.correct("rain", place("It will rain,"), kind="mixed", new_span=place("will rain"))
    (record,) = archive.search("rain")
    assert (record.speaker, record.kind, record.quote) == ("Ada Berg", "mixed", "will rain")
    assert record.spans == record.quoted == (place("will rain"),)
    assert "she said" in record.paragraph.text
    archive.correct("rain", place("will rain"), kind="indirect")
    assert archive.search("rain")[0].quoted == ()


def test_bounds_keep_an_interruption():
    text = "“We will go,” said Ada Berg, “and we will stay there,” she added."
    (record,) = extract(text, "a")
    assert len(record.spans) == 2
    with QuoteArchive(":memory:") as archive:
        archive.add([Article(text, id="a")])
        outer = (record.spans[0].start, record.spans[-1].end)
        archive.correct("a", outer, new_span=(outer[0] + 3, outer[1]))
        (changed,) = archive.search()
        assert changed.quote == "will go, and we will stay there,"
        archive.correct("a", (outer[0] + 3, outer[1]), new_span=place("will go", text))
        assert [r.quote for r in archive.search()] == ["will go"]


def test_nobody_said_this(archive):
    count = len(archive)
    correction = archive.correct("rain", place("It will rain,"), nobody=True)
    assert correction.after is None
    assert len(archive) == count - 1
    assert not archive.search("rain")


def test_a_missed_quote_is_added_in_the_order_of_the_text(archive):
    words = "the pier would burn"
    for record in archive.search("pier"):
        archive.correct("rain", (record.spans[0].start, record.spans[-1].end), nobody=True)
    correction = archive.add_quote("rain", place(words), speaker="Cy Dahl", kind="indirect")
    assert correction.before is None
    assert correction.action == "add"
    (record,) = archive.search("pier")
    assert (record.speaker, record.kind, record.mention.text) == ("Cy Dahl", "indirect", "Cy Dahl")
    archive.add_quote("rain", place("met"), speaker=None)
    starts = [record.spans[0].start for record in archive.search(source="rain")]
    assert starts == sorted(starts)


def test_corrections_of_one_quote_add_up_and_are_undone_one_by_one(archive):
    first = archive.correct("rain", place("It will rain,"), speaker="Bo Holm")
    second = archive.correct("rain", place("It will rain,"), new_span=place("will rain,"))
    third = archive.correct("rain", place("will rain,"), kind="mixed")
    assert {first.first, second.first, third.first} == {first.id}
    assert second.before == first.before  # what the machine said
    undo = archive.undo(second.id, by="chief")
    (record,) = archive.search("rain")
    assert (record.speaker, record.kind, record.quote) == ("Bo Holm", "mixed", "It will rain,")
    assert (undo.undoes, undo.by, undo.after.exact) == (second.id, "chief", "It will rain,")
    marks = [(correction.id, correction.undone_by) for correction in archive.corrections()]
    assert marks == [(1, None), (2, 4), (3, None), (4, None)]


def test_what_is_undone_wholly_is_as_it_was(archive):
    before, rows = snapshot(archive), tables(archive)
    ids = [
        archive.correct("rain", place("It will rain,"), speaker="Cy Dahl").id,
        archive.correct("rain", place("No,"), nobody=True).id,
        archive.add_quote("rain", place("met"), speaker="Bo Holm").id,
    ]
    assert tables(archive) != rows
    for number in ids:
        archive.undo(number)
    assert (snapshot(archive), tables(archive)) == (before, rows)


def test_an_undo_is_undone(archive):
    correction = archive.correct("rain", place("No,"), nobody=True)
    undo = archive.undo(correction.id)
    assert "No," in speakers(archive)
    redo = archive.undo(undo.id)
    assert redo.after is None
    assert "No," not in speakers(archive)
    assert [correction.is_active for correction in archive.corrections()] == [True, False, False]


def test_a_quote_is_corrected_again_after_all_was_undone(archive):
    first = archive.correct("rain", place("No,"), speaker="Cy Dahl")
    undo = archive.undo(first.id)
    second = archive.correct("rain", place("No,"), kind="indirect")
    assert second.first == first.id
    archive.undo(undo.id)
    record = next(candidate for candidate in archive.search() if candidate.quote == "No,")
    assert (record.speaker, record.kind) == ("Cy Dahl", "indirect")


def test_a_quote_that_somebody_denied_is_added_again(archive):
    archive.correct("rain", place("No,"), nobody=True)
    archive.add_quote("rain", place("No,"), speaker="Ada Berg")
    assert speakers(archive)["No,"] == "Ada Berg"


def test_corrections_of_one_article_leave_another(archive):
    archive.add([Article(RAIN, id="copy")])
    archive.correct("rain", place("No,"), nobody=True)
    assert "No," in speakers(archive, source="copy")


@pytest.mark.parametrize(
    ("values", "error", "message"),
    [
        ({}, InputError, "nothing to correct"),
        ({"nobody": True, "speaker": "Ada"}, OptionError, "contradict"),
        ({"nobody": "yes"}, InputError, "True or False"),
        ({"speaker": 5}, InputError, "speaker"),
        ({"speaker": " "}, InputError, "no word"),
        ({"kind": "shouted"}, OptionError, "kind"),
        ({"new_span": (3, 3)}, OptionError, "no words stand"),
        ({"new_span": (0, 10_000)}, OptionError, "no words stand"),
        ({"new_span": "abc"}, InputError, "span"),
        ({"speaker": "Ada", "by": 5}, InputError, "by"),
    ],
)
def test_what_cannot_be_a_correction_is_refused(archive, values, error, message):
    with pytest.raises(error, match=message):
        archive.correct("rain", place("No,"), **values)
    assert archive.corrections() == []


def test_what_is_not_there_cannot_be_corrected(archive):
    with pytest.raises(InputError, match="no article 'snow'"):
        archive.correct("snow", (0, 1), nobody=True)
    with pytest.raises(OptionError, match="no quote of 'rain' stands at"):
        archive.correct("rain", (0, 3), nobody=True)
    with pytest.raises(OptionError, match="has the quote"):
        archive.add_quote("rain", place("No,"), speaker="Ada")
    with pytest.raises(OptionError, match="another quote stands"):
        archive.correct("rain", place("No,"), new_span=place("It will rain,"))
    for value, error in ((7, OptionError), ("7", InputError), (True, InputError)):
        with pytest.raises(error, match="correction"):
            archive.undo(value)
    undone = archive.correct("rain", place("No,"), nobody=True).id
    archive.undo(undone)
    with pytest.raises(OptionError, match="undone already, by 2"):
        archive.undo(undone)


def test_the_tables_of_corrections_only_grow(archive):
    archive.correct("rain", place("No,"), nobody=True)
    for statement in ("DELETE FROM correction", "UPDATE correction SET via = ''"):
        with pytest.raises(SourceError, match="never"):
            archive._store.run(statement)


def test_records_without_their_article_are_corrected_but_not_moved(archive):
    record = evolve(archive.search("rain")[0], source="file")
    with QuoteArchive(":memory:") as other:
        other.add_records(QuoteRecords([record], [Article("", id="file")]))
        correction = other.correct("file", place("It will rain,"), speaker="Bo Holm")
        assert correction.exact == "It will rain,"
        assert other.search()[0].speaker == "Bo Holm"
        with pytest.raises(InputError, match="does not have the text"):
            other.add_quote("file", (0, 3), speaker=None)
        other.undo(correction.id)
        assert other.search()[0] == record
