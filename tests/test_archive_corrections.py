"""Corrections in an archive: what they change, what stays, and how they outlive another text."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from attrs import evolve
from tables import for_each

from quoteattr import (
    Article,
    InputError,
    OptionError,
    Person,
    QuoteArchive,
    QuoteRecords,
    SourceError,
    extract,
)
from quoteattr.archive.corrections.correction import Correction
from quoteattr.archive.corrections.selectors import locate, select
from quoteattr.records import Span

RAIN = (
    "Ada Berg met Bo Holm. “It will rain,” she said. Then he laughed. “No,” he said.\n\n"
    "Holm whispered: “so-called”. Cy Dahl wrote that the pier would burn."
)


def place(words, text=RAIN):
    """Where words stand in a text."""
    start = text.index(words)
    return (start, start + len(words))


@pytest.fixture
def archive():
    with QuoteArchive(":memory:") as archive:
        archive.add([Article(RAIN, id="rain", publisher="Argus", published="2026-05-04")])
        yield archive


def speakers(archive, **filters):
    """The speaker of each quote, by its words."""
    return {record.quote: record.speaker for record in archive.search(**filters)}


def snapshot(archive):
    """All records of an archive, as JSON has them."""
    return [record.to_dict() for part in archive.records() for record in part]


def tables(archive):
    """What is in the tables that follow from the effective records, whatever the row numbers."""
    run = archive._store.run
    return [
        sorted(map(repr, run(sql).fetchall()))
        for sql in (
            "SELECT article, speaker, quote, kind, rule, words, verbatim, plain FROM record",
            "SELECT name, kind, gender, role FROM speaker",
            "SELECT folded, name, sure FROM version",
        )
    ]


# -- what a correction changes ----------------------------------------------------------------


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


# -- what is refused --------------------------------------------------------------------------


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


# -- another text -----------------------------------------------------------------------------


def test_corrections_follow_their_words_into_another_text(archive):
    archive.correct("rain", place("It will rain,"), speaker="Bo Holm")
    archive.correct("rain", place("It will rain,"), new_span=place("will rain,"))
    archive.correct("rain", place("so-called"), nobody=True)
    archive.add_quote("rain", place("Then he laughed"), speaker="Cy Dahl")
    text = "Update: a storm came.\n\n" + RAIN.replace("failed", "is at an end")
    archive.add([Article(text, id="rain")])
    assert not any(correction.is_lost for correction in archive.corrections())
    now = speakers(archive)
    assert now["will rain,"] == "Bo Holm"
    assert now["Then he laughed"] == "Cy Dahl"
    assert "so-called" not in now
    for correction in archive.corrections():
        assert text[slice(*correction.place)] == correction.exact


def test_a_correction_whose_words_are_gone_is_lost_and_comes_back_with_them(archive):
    archive.correct("rain", place("It will rain,"), speaker="Bo Holm")
    archive.add([Article(RAIN.replace("It will rain", "It will snow"), id="rain")])
    (lost,) = archive.corrections()
    assert lost.is_lost
    assert lost.before.speaker == "Ada Berg"
    assert speakers(archive)["It will snow,"] == "Ada Berg"
    archive.add([Article(RAIN, id="rain")])
    assert not archive.corrections()[0].is_lost
    assert speakers(archive)["It will rain,"] == "Bo Holm"


def test_a_lost_correction_can_be_undone(archive):
    correction = archive.correct("rain", place("No,"), nobody=True)
    archive.remove("rain")
    assert archive.corrections()[0].is_lost
    archive.undo(correction.id)
    archive.add([Article(RAIN, id="rain")])
    assert "No," in speakers(archive)


def test_an_undo_after_the_text_has_changed(archive):
    first = archive.correct("rain", place("It will rain,"), speaker="Bo Holm")
    second = archive.correct("rain", place("No,"), nobody=True)
    text = "A storm came. " * 9 + RAIN.replace("It will rain", "It will snow")
    archive.add([Article(text, id="rain")])
    undo = archive.undo(second.id)
    assert text[slice(*undo.place)] == "No,"
    assert archive.undo(first.id).is_lost
    assert speakers(archive)["No,"] == "Bo Holm"


def test_an_article_that_is_removed_and_added_again_is_corrected(archive):
    archive.correct("rain", place("No,"), speaker="Cy Dahl")
    archive.remove("rain")
    assert len(archive) == 0
    archive.add([Article(RAIN, id="rain")])
    assert speakers(archive)["No,"] == "Cy Dahl"


@for_each(
    ("now", "expected"),
    [
        ("Later. “No,” he said.", "“No,” he said"),
        ("“No,”\nhe said. “No,” she said.", "“No,”\nhe said"),
        ("In November, he said.", None),
        ("“Yes,” she wrote. Nobody says No, here.", None),
        ("", None),
    ],
)
def test_short_words_need_their_surroundings(now, expected):
    before = "“No,” he said."
    selector = select(before, Span(1, 4))
    place = locate(now, selector)
    assert place == (expected and Span(now.index(expected) + 1, now.index(expected) + 4))


def test_of_equal_places_the_nearest_counts():
    words = "we will rebuild the wooden pier"
    text = f"{words}. " * 3
    second = text.index(words, 5)
    assert locate(text, select(text, Span(second, second + len(words)))).start == second


def test_words_may_be_wrapped_otherwise():
    text = "He said it will rain tomorrow in the north."
    wrapped = text.replace("rain tomorrow", "rain\n  tomorrow")
    span = locate(wrapped, select(text, Span(*place("it will rain tomorrow in the north", text))))
    assert wrapped[slice(*span)] == "it will rain\n  tomorrow in the north"


def test_text_with_surrogates_and_emoji_keeps_its_offsets():
    text = "Ada\ud800 Berg 😀 came. “It\ud83d rains é,” she said."
    with QuoteArchive(":memory:") as archive:
        archive.add([Article(text, id="\ud800")])
        (record,) = archive.search()
        correction = archive.correct(
            "\ud800", tuple(record.spans[0]), speaker="Bo \ud800", by="\ud800"
        )
        assert text[correction.start : correction.end] == correction.exact == record.quote
        assert archive.corrections("\ud800") == [correction]
        assert archive.search()[0].speaker == "Bo \ud800"


# -- names across articles --------------------------------------------------------------------


@pytest.fixture
def mayors():
    with QuoteArchive(":memory:") as archive:
        archive.add(
            [
                Article("“It will rain,” the mayor of Brack said.", id="a"),
                Article("“It will snow,” said Ada Berg.", id="b"),
                Article("“It will hail,” said Mayor A. Berg-Holm.", id="c"),
            ]
        )
        yield archive


def names(archive):
    """The speaker and id of the record of each article."""
    return [(record.speaker, record.speaker_id) for part in archive.records() for record in part]


def test_names_are_merged_in_all_articles_now_and_later(mayors):
    before = names(mayors)
    merge = mayors.merge_speakers(
        [before[0][0], before[2][0]], Person("Ada Berg", id="Q1", role="mayor of Brack"), by="ed"
    )
    assert names(mayors) == [("Ada Berg", "Q1")] * 3
    assert [(s.name, s.quotes) for s in mayors.speakers()] == [("Ada Berg", 3)]
    mayors.add([Article("“It will clear up,” the mayor of Brack said.", id="d")])
    assert names(mayors)[3] == ("Ada Berg", "Q1")
    mayors.undo_merge(merge.id)
    assert names(mayors)[:3] == before
    assert names(mayors)[3] == before[0]
    assert [merge.undone_by for merge in mayors.speaker_merges()] == [2, None]


def test_who_is_merged_takes_along_the_names_that_were_merged_before(mayors):
    first, second, third = (name for name, _ in names(mayors))
    mayors.merge_speakers([first], second)
    mayors.merge_speakers([second], third)
    assert names(mayors) == [(third, None)] * 3


def test_the_later_of_two_merges_of_one_name_counts(mayors):
    first, second, third = (name for name, _ in names(mayors))
    mayors.merge_speakers([first], second)
    mayors.merge_speakers([first], third)
    assert [name for name, _ in names(mayors)] == [third, second, third]


def test_a_correction_and_a_merge_go_together(mayors):
    name = names(mayors)[0][0]
    mayors.correct("b", (1, 14), speaker="Cy Dahl")
    mayors.merge_speakers(["Cy Dahl", name], "Ceda Dahl")
    assert [name for name, _ in names(mayors)][:2] == ["Ceda Dahl", "Ceda Dahl"]
    (correction,) = mayors.corrections()
    mayors.undo(correction.id)
    assert [name for name, _ in names(mayors)][:2] == ["Ceda Dahl", "Ada Berg"]


def test_a_name_that_somebody_gave_is_merged_otherwise_and_back(mayors):
    mayors.correct("b", (1, 14), speaker="Cy Dahl")
    merges = [mayors.merge_speakers(["Cy Dahl"], name).id for name in ("Ceda Dahl", "Cyra Dahl")]
    assert names(mayors)[1] == ("Cyra Dahl", None)
    mayors.undo_merge(merges[1])
    assert names(mayors)[1] == ("Ceda Dahl", None)
    mayors.undo_merge(merges[0])
    assert names(mayors)[1] == ("Cy Dahl", None)
    redo = mayors.undo_merge(mayors.speaker_merges()[-1].id)
    assert names(mayors)[1] == ("Ceda Dahl", None)
    assert redo.undoes == 4


@pytest.mark.parametrize(
    ("merged", "into"), [(5, "Ada"), ([5], "Ada"), ([" "], "Ada"), (["Ada"], 5), (["Ada"], "Ada")]
)
def test_what_is_no_merge_is_refused(mayors, merged, into):
    with pytest.raises(InputError):
        mayors.merge_speakers(merged, into)
    assert mayors.speaker_merges() == []


def test_what_was_not_merged_cannot_be_undone(mayors):
    with pytest.raises(OptionError, match="merge 3 does not exist"):
        mayors.undo_merge(3)


# -- reviews ----------------------------------------------------------------------------------


def test_only_reviewed_articles_are_gold(archive):
    archive.add([Article(RAIN, id="other")])
    archive.correct("rain", place("It will rain,"), speaker="Bo Holm")
    archive.correct("rain", place("so-called"), nobody=True)
    assert archive.gold() == []
    review = archive.review("rain", scope="all", blind=True, by="ed")
    (gold,) = archive.gold()
    assert (review.scope, review.blind, review.by, review.is_current) == ("all", True, "ed", True)
    assert (gold.name, gold.text, gold.blind, gold.quoted_spans) == ("rain", RAIN, True, None)
    by_words = {
        RAIN[slice(*attribution.content[0])]: attribution for attribution in gold.attributions
    }
    assert "so-called" not in by_words
    assert by_words["It will rain,"].name == "Bo Holm"
    assert RAIN[slice(*by_words["It will rain,"].source[0])] == "Bo Holm"


def test_a_review_of_marks_leaves_out_speech_without_them(archive):
    archive.add_quote("rain", place("Then he laughed"), speaker="Cy Dahl", kind="indirect")
    words = {"marks": None, "all": None}
    for scope in words:
        archive.review("rain", scope=scope)
        (gold,) = archive.gold()  # the last review counts
        words[scope] = {RAIN[slice(*attribution.content[0])] for attribution in gold.attributions}
        assert gold.corpus == f"archive/{scope}"
    assert "Then he laughed" in words["all"]
    assert words["all"] > words["marks"] >= {"No,", "It will rain,"}


def test_a_review_of_another_text_does_not_count(archive):
    archive.review("rain")
    archive.add([Article(RAIN + " It rained.", id="rain")])
    assert archive.gold() == []
    assert not archive.reviews()[0].is_current
    archive.add([Article(RAIN, id="rain")])
    assert len(archive.gold()) == 1


def test_gold_has_the_names_of_the_article(archive):
    archive.merge_speakers(["Bo Holm"], "Sir Robert Holm")
    archive.review("rain")
    assert "Sir Robert Holm" not in {
        attribution.name for attribution in archive.gold()[0].attributions
    }


@pytest.mark.parametrize(
    ("values", "error"), [({"scope": "some"}, OptionError), ({"blind": 1}, InputError)]
)
def test_what_is_no_review_is_refused(archive, values, error):
    with pytest.raises(error):
        archive.review("rain", **values)
    with pytest.raises(InputError):
        archive.review("snow")
    assert archive.reviews() == []


# -- the file ---------------------------------------------------------------------------------


def test_corrections_are_there_when_the_file_is_opened_again(tmp_path):
    path = tmp_path / "news.db"
    with QuoteArchive(path) as archive:
        archive.add([Article(RAIN, id="rain")])
        made = archive.correct("rain", place("No,"), speaker="Cy Dahl", by="ed")
        assert isinstance(made, Correction)
    with QuoteArchive(path, read_only=True) as archive:
        assert archive.corrections() == [made]
        assert speakers(archive)["No,"] == "Cy Dahl"


def test_an_archive_of_an_older_layout_has_no_corrections_until_it_is_written(tmp_path):
    path = tmp_path / "news.db"
    with QuoteArchive(path) as archive:
        archive.add([Article(RAIN, id="rain")])
        before = snapshot(archive)
    connection = sqlite3.connect(path)
    connection.executescript(
        "DROP TABLE correction_place; DROP TABLE correction; DROP TABLE review;"
        "DROP TABLE speaker_merge; DROP TABLE machine_record; PRAGMA user_version = 3;"
    )
    connection.close()
    with QuoteArchive(path, read_only=True) as archive:
        assert archive.corrections() == archive.reviews() == archive.speaker_merges() == []
        assert archive.gold() == []
        assert snapshot(archive) == before
        assert archive.audit().total.speakers
    with QuoteArchive(path) as archive:
        archive.correct("rain", place("No,"), nobody=True)
        assert len(archive) == len(before) - 1


def test_one_corrects_what_another_adds(tmp_path):
    path = tmp_path / "news.db"
    with QuoteArchive(path) as one, QuoteArchive(path) as other:
        one.add([Article(RAIN, id="rain")])
        other.correct("rain", place("No,"), speaker="Cy Dahl")
        other.merge_speakers(["Cy Dahl"], "Cyrus Dahl")
        one.add([Article(RAIN + " It rained.", id="rain"), Article("“Ah,” said Cy Dahl.", id="b")])
        assert speakers(other)["No,"] == speakers(one)["Ah,"] == "Cyrus Dahl"


#: for each name that comes in, a process corrects one quote after the other until it is killed; it
#: says its number first, and then the id of each correction once that is entered
CORRECT = """
import os, sys
from quoteattr import Article, QuoteArchive

def correct(archive, name):
    for number in range(10_000):
        source = f"rain{number % 5}"
        record = archive.search(source=source, kinds=["direct"])[number % 2]
        span = record.spans[0].start, record.spans[-1].end
        made = archive.correct(source, span, speaker=f"{name} Berg {number}", by=name)
        print(made.id, flush=True)
        if number % 3 == 0:
            print(archive.undo(made.id, by=name).id, flush=True)
        if number % 7 == 0:
            archive.review(source, by=name)

with QuoteArchive(":memory:") as archive:  # which loads all that is needed, once
    archive.add([Article("“No,” said Ada Berg.", id="a")])
    archive.correct("a", (1, 4), speaker="Bo Holm")
for name in map(str.strip, sys.stdin):
    child = os.fork()
    if not child:
        print(os.getpid(), flush=True)
        with QuoteArchive(sys.argv[1]) as archive:
            correct(archive, name)
    os.waitpid(child, 0)
    print("killed", flush=True)
"""


class Correctors:
    """Processes that correct an archive, one after the other."""

    def __init__(self, folder, path):
        script = folder / "correct.py"
        script.write_text(CORRECT, encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, str(script), str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)},
        )
        self.child = None

    def start(self, name):
        """Start a process."""
        self.process.stdin.write(f"{name}\n")
        self.process.stdin.flush()
        self.child = int(self.process.stdout.readline())

    def entered(self, count):
        """The ids of as many corrections, once they are entered."""
        return [int(self.process.stdout.readline()) for _ in range(count)]

    def kill(self):
        """Kill the process that was started last; the ids that it has said meanwhile."""
        os.kill(self.child, signal.SIGKILL)
        return [int(line) for line in iter(self.process.stdout.readline, "killed\n")]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


def check_whole(path):
    """Check that a file is sound, and that its records are those that follow from its tables."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    with QuoteArchive(path) as archive, QuoteArchive(":memory:") as anew:
        anew.add([Article(RAIN, id="rain0")])
        machine = [record.quote for record in anew.search()]
        for part in archive.records():
            number = archive._store.find(part.articles[0])
            assert archive._log.quotes(number) == list(part)
            assert [record.quote for record in archive._store.machine_records(number)] == machine


def filled(path):
    """An archive of a few articles."""
    with QuoteArchive(path) as archive:
        archive.add([Article(RAIN, id=f"rain{number}") for number in range(5)])


@pytest.mark.slow
def test_corrections_outlive_twenty_kills(tmp_path):
    path = tmp_path / "news.db"
    filled(path)
    entered = set()
    with Correctors(tmp_path, path) as correctors:
        for kill in range(20):
            correctors.start(f"Ada{kill}")
            # After so many corrections, whatever it is doing then.
            entered.update(correctors.entered(1 + kill % 7))
            entered.update(correctors.kill())
            with QuoteArchive(path, read_only=True) as archive:
                assert entered <= {correction.id for correction in archive.corrections()}
    check_whole(path)


@pytest.mark.slow
def test_two_who_correct_and_one_who_adds_lose_nothing(tmp_path):
    path = tmp_path / "news.db"
    filled(path)
    with Correctors(tmp_path, path) as ada, Correctors(tmp_path, path) as bo:
        ada.start("Ada")
        bo.start("Bo")
        entered = ada.entered(1) + bo.entered(1)  # both are at work
        with QuoteArchive(path) as archive:
            for number in range(5, 15):
                archive.add([Article(RAIN, id=f"rain{number}")])
        entered += ada.entered(10) + bo.entered(10)
        entered += ada.kill() + bo.kill()
    with QuoteArchive(path) as archive:
        corrections = {correction.id: correction.by for correction in archive.corrections()}
        assert set(entered) <= set(corrections)
        assert set(corrections.values()) == {"Ada", "Bo"}
        assert len({part.articles[0].source for part in archive.records()}) == 15
    check_whole(path)


def test_two_threads_with_an_archive_each_lose_nothing(tmp_path):
    path = tmp_path / "news.db"
    filled(path)
    ids = []

    def correct(name):
        """Correct all articles."""
        with QuoteArchive(path) as archive:
            for number in range(5):
                made = archive.correct(f"rain{number}", place("No,"), speaker=name)
                ids.append(made.id)

    threads = [threading.Thread(target=correct, args=(name,)) for name in ("Ada", "Bo", "Cy")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with QuoteArchive(path) as archive:
        assert (
            sorted(ids)
            == [correction.id for correction in archive.corrections()]
            == list(range(1, 16))
        )
    check_whole(path)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_corrected_follows_from_the_tables_and_can_be_undone(seed):
    """Anything in any order, with other texts between; then all undone, the text as it was."""
    chance = random.Random(seed)
    texts = [RAIN, f"A storm came.\n\n{RAIN}", RAIN.replace("No,", "Never,"), RAIN[:70]]
    with QuoteArchive(":memory:") as archive:
        archive.add([Article(RAIN, id="rain")])
        before, rows = snapshot(archive), tables(archive)
        for _ in range(25):
            change_anything(archive, chance, texts)
            number = archive._store.number("rain", "")
            stored = [record.to_dict() for record in archive._store.records(number)]
            people = archive._merges.people()
            expected = archive._log.quotes(number)
            assert stored == [
                (people.identify(record) if people else record).to_dict() for record in expected
            ]
            assert [record["spans"] for record in stored] == sorted(
                record["spans"] for record in stored
            )
        archive.add([Article(RAIN, id="rain")])
        undone = [correction for correction in archive.corrections() if correction.action != "undo"]
        for correction in undone:
            if correction.undone_by is None:
                archive.undo(correction.id)
        for merge in archive.speaker_merges():
            if merge.undoes is None and merge.undone_by is None:
                archive.undo_merge(merge.id)
        assert (snapshot(archive), tables(archive)) == (before, rows)


def change_anything(archive, chance, texts):
    """Do one thing at random to the article."""
    text = archive._store.article(archive._store.number("rain", "")).text
    name = chance.choice(["Ada Berg", "Bo Holm", "Eva Moss", "Holm", "she", None])
    records = archive.search(source="rain")
    what = chance.choice(["speaker", "kind", "span", "nobody", "add", "undo", "text", "merge"])
    start = chance.randrange(len(text) - 9)
    active = [correction.id for correction in archive.corrections() if correction.undone_by is None]
    with suppress(OptionError, InputError):  # such as bounds of another quote
        if what == "add":
            archive.add_quote("rain", (start, start + 8), speaker=name)
        elif what == "undo" and active:
            archive.undo(chance.choice(active))
        elif what == "text":
            archive.add([Article(chance.choice(texts), id="rain")])
        elif what == "merge":
            archive.merge_speakers([name or "Cy Dahl"], chance.choice(["Ada Berg", "Dr. No"]))
        elif records:
            spans = chance.choice(records).spans
            value = {
                "speaker": name,
                "kind": chance.choice(["direct", "mixed", "indirect"]),
                "new_span": (start, start + 8),
                "nobody": True,
            }
            key = {"span": "new_span"}.get(what, what)
            chosen = {key: value[key]} if key in value else {"speaker": name}
            archive.correct("rain", (spans[0].start, spans[-1].end), **chosen)
