"""Records: what they hold, what they refuse, how they explain themselves."""

import copy
import pickle

import attrs
import pytest
from sample_records import NAMED, NOBODY, RECORDS
from tables import for_each

from quoteattr import (
    Article,
    Failure,
    InputError,
    OptionError,
    QuoteRecord,
    QuoteRecords,
    Span,
    extract,
)
from quoteattr.attribute.rules import RULES
from quoteattr.formats.record_dict import record_from_dict, record_to_dict
from quoteattr.records import DeferredVerdicts, evolve_record
from quoteattr.text import percent


def test_a_record_explains_itself():
    record = extract("“It rains,” Mara Holt told Otto Marx on Friday.")[0]
    sentence, *lines = record.explain(rules=True).splitlines()
    assert sentence == record.explain()
    sure = percent(record.speaker_confidence)
    assert lines[0] == f"“It rains,” — Mara Holt ({sure}, {record.rule})"
    assert lines[1].startswith("  chosen: “Mara Holt” (name) at 12–21, ")
    assert sum(line.startswith("  runner-up: ") for line in lines) == 1
    assert lines[-1] == "  cue: “told” at 22–26"
    rules = {line.split()[-1] for line in lines if line.startswith("    ")}
    assert rules
    assert rules <= {rule.name for rule in RULES} | {"nobody"}


def test_a_long_quote_is_cut_in_the_explanation():
    record = attrs.evolve(NOBODY, quote="ha" * 100)
    lines = record.explain(rules=True).splitlines()
    assert lines[1:] == [f"“{'ha' * 29}h…” — nobody (0%, no rule)"]


@pytest.mark.parametrize("rules", ["yes", 1, None])
def test_rules_are_asked_for_by_a_flag(rules):
    with pytest.raises(InputError, match="rules must be True or False"):
        NAMED.explain(rules=rules)


def test_equal_records_are_equal_however_their_speakers_were_named():
    record = extract("“It rains,” Mara Holt said.")[0]
    assert record.naming is not None
    assert attrs.evolve(record, naming=None) == record


def test_equal_records_are_equal_whatever_the_verdicts():
    record = extract("“It rains,” Mara Holt said.")[0]
    bare = attrs.evolve(record, verdicts=())
    assert record.verdicts
    assert bare == record
    assert hash(bare) == hash(record)
    assert attrs.evolve(record, speaker=None) != record


def deferred(record):
    """Nobody has asked for the verdicts of a record yet."""
    return isinstance(type(record).verdicts.stored(record), DeferredVerdicts)


def test_verdicts_are_made_when_they_are_asked_for():
    record = extract("“It rains,” Mara Holt told Otto Marx on Friday.")[0]
    record.to_dict(), record.explain(), repr(record), hash(record)
    assert deferred(record)
    chosen, runner_up = record.verdicts
    assert chosen.mention == record.mention
    assert runner_up.evidence
    assert not deferred(record)
    assert record.verdicts is record.verdicts


@pytest.mark.parametrize("copied", [lambda r: pickle.loads(pickle.dumps(r)), copy.deepcopy])
def test_a_copy_makes_its_verdicts_itself(copied):
    record = extract("“It rains,” Mara Holt told Otto Marx on Friday.")[0]
    again = copied(record)
    assert deferred(record)
    assert deferred(again)
    assert again == record
    assert again.explain(rules=True) == record.explain(rules=True)
    assert again.verdicts == record.verdicts
    assert copied(record).verdicts == record.verdicts
    assert attrs.asdict(again) == attrs.asdict(record)


def test_a_changed_record_keeps_its_verdicts():
    record = extract("“It rains,” Mara Holt told Otto Marx on Friday.")[0]
    changed = evolve_record(record, speaker="Mara")
    assert (changed.speaker, deferred(changed), deferred(record)) == ("Mara", True, True)
    assert changed.verdicts == attrs.evolve(record, speaker="Mara").verdicts == record.verdicts


@for_each("spans", [[], [(3, 3)], [(4, 2)], [(5, 9), (2, 4)], [(1, 4), (3, 6)]])
def test_spans_are_in_order_and_not_empty(spans):
    with pytest.raises(ValueError, match="span"):
        QuoteRecord(speaker=None, quote="a", source=None, kind="direct", spans=spans)


@for_each(
    "change",
    [
        {"kind": "shouted"},
        {"confidence": 1.5},
        {"confidence": -1},
        {"speaker_confidence": 1.5},
        {"speaker_confidence": -0.1},
    ],
)
def test_a_value_that_does_not_exist_is_refused(change):
    with pytest.raises(OptionError, match=next(iter(change))):
        attrs.evolve(NOBODY, **change)


def test_records_are_a_sequence():
    records = QuoteRecords(RECORDS)
    assert (len(records), records[0], records[-1]) == (2, NAMED, NOBODY)
    assert records[:1] == QuoteRecords([NAMED])
    assert records[5:] == QuoteRecords()
    assert NAMED in records
    assert records != list(RECORDS)
    assert {records, QuoteRecords(RECORDS)} == {records}
    assert repr(records[1:]) == "QuoteRecords([(None, '“so-called”', None)])"


def test_a_record_is_made_a_dictionary_in_two_ways():
    record = extract("“It rains,” Mara Holt said.", "a.txt")[0]
    assert record.to_dict() == record_to_dict(record)
    assert record_from_dict(record.to_dict()) == record
    plain = attrs.asdict(record)
    assert list(plain) == [field.name for field in attrs.fields(QuoteRecord)]
    assert plain["spans"] == record.spans
    assert plain["mention"] == attrs.asdict(record.mention)
    assert [verdict["probability"] for verdict in plain["verdicts"]] == [
        verdict.probability for verdict in record.verdicts
    ]


#: a value of the wrong type for each kind of field, and where it stands in the plain data
BROKEN = [
    ("speaker", 5),
    ("quote", None),
    ("source", 5.5),
    ("kind", "shouted"),
    ("kind", ["direct"]),
    ("spans", [[1.0, 17.0]]),
    ("spans", [["1", "17"]]),
    ("spans", [[17, 1]]),
    ("spans", [[-3, 1]]),
    ("spans", [[True, 2]]),
    ("spans", [[1, 10**400]]),
    ("spans", 5),
    ("quoted", "12"),
    ("mention", "Ida"),
    ("mention", {"start": 1, "end": 2, "text": "Ida"}),
    ("mention", {"start": 5, "end": 2, "text": "Ida", "kind": "name"}),
    ("mention", {"start": 1, "end": 2, "text": "Ida", "kind": "cry"}),
    ("cue", {"start": "1", "end": 2, "text": "said"}),
    ("cue", {"start": 1, "end": 2, "text": None}),
    ("rule", 5),
    ("confidence", "1"),
    ("confidence", float("nan")),
    ("confidence", True),
    ("speaker_confidence", "1"),
    ("speaker_confidence", float("nan")),
    ("speaker_confidence", True),
]


@for_each(("name", "value"), BROKEN)
def test_what_is_read_back_is_checked_as_what_is_made(name, value):
    with pytest.raises((InputError, OptionError)) as raised:
        record_from_dict(record_to_dict(NAMED) | {name: value})
    assert raised.value.remedy


@for_each("name", ["speaker", "quote", "source", "kind", "spans"])
def test_a_field_that_is_missing_is_named(name):
    with pytest.raises(InputError, match=name):
        record_from_dict(
            {key: value for key, value in record_to_dict(NAMED).items() if key != name}
        )


def test_a_name_is_no_list_of_letters():
    with pytest.raises(InputError, match="pass a tuple of names"):
        Article("", authors="Ida Berg")
    assert Article("", authors=["Ida Berg"]).authors == ("Ida Berg",)


def test_a_span_is_a_pair_still():
    span = Span(1, 4)
    assert (span, span._asdict(), span._replace(end=7)) == ((1, 4), {"start": 1, "end": 4}, (1, 7))
    assert Span([1, 4]) == span
    start, end = span
    assert "abcdef"[start:end] == "bcd"


def test_records_are_chosen_and_their_articles_stay():
    text = "“It rains,” said Ida Holm. “Not here,” said Bo Berg. Holm said it would."
    article = Article(text, id="news/a", publisher="The Herald")
    failure = Failure("b", "unread")
    records = QuoteRecords(extract(article), [article], [failure])
    assert len(records) == 3
    chosen = records.filter(speaker="Holm")
    assert {record.speaker for record in chosen} == {"Ida Holm"}
    assert (chosen.articles, chosen.failures) == ((article,), (failure,))
    assert {record.kind for record in records.filter(kinds="indirect")} == {"indirect"}
    least = max(record.speaker_confidence for record in records)
    assert {r.speaker_confidence for r in records.filter(min_confidence=least)} == {least}
    assert records.filter(source="news/*") == records.filter(source="The Herald") == records
    assert records.filter(source="The Courier") == QuoteRecords()
    assert records.filter(lambda record: "here" in record.quote) == records[1:2]
    assert records.filter(lambda record: "here" in record.quote, speaker="Holm") == QuoteRecords()


def test_a_record_made_by_hand_has_no_speaker_confidence_and_goes_by_the_link():
    record = QuoteRecord("Ida Holm", "No.", None, "direct", [(1, 4)], confidence=0.9)
    assert record.speaker_confidence is None
    assert record.overall_confidence == 0.9
    assert attrs.evolve(record, speaker_confidence=0.0).overall_confidence == 0.0


def test_fields_that_came_later_stand_after_the_others():
    last = [field.name for field in attrs.fields(QuoteRecord)[-6:]]
    later = ["speaker_confidence", "act", "factuality", "speaker_id", "speakers", "paragraph"]
    assert last == later


def test_records_are_chosen_by_how_sure_the_speaker_is():
    sure = QuoteRecord("Ida Holm", "No.", None, "direct", [(1, 4)], confidence=0.8)
    unsure = attrs.evolve(sure, confidence=0.99, speaker_confidence=0.5)
    records = QuoteRecords([sure, unsure])
    assert list(records.filter(min_confidence=0.7)) == [sure]
    assert "(50%, no rule)" in unsure.explain(rules=True)


def test_a_line_of_an_older_version_has_no_speaker_confidence():
    plain = record_to_dict(NOBODY)
    del plain["speaker_confidence"]
    assert record_from_dict(plain).speaker_confidence is None


@for_each("index", ["a", None, 1.5, (0,), slice("a", None)])
def test_records_are_numbered(index):
    with pytest.raises(InputError, match=r"records are numbered from 0, and .*; pass a whole num"):
        extract("“Go,” said Ida Berg.")[index]
