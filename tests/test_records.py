"""Records: what they hold, what they refuse, how they explain themselves."""

import attrs
import pytest
from sample_records import NAMED, NOBODY, RECORDS

from quoteattr import QuoteRecord, QuoteRecords, extract
from quoteattr.link.rules import RULES


def test_a_record_explains_itself():
    record = extract("“It rains,” Mara Holt told Otto Marx on Friday.")[0]
    lines = record.explain().splitlines()
    assert lines[0] == f"“It rains,” — Mara Holt ({record.confidence:.0%}, {record.rule})"
    assert lines[1].startswith("  chosen: “Mara Holt” (name) at 12–21, ")
    assert sum(line.startswith("  runner-up: ") for line in lines) == 1
    assert lines[-1] == "  cue: “told” at 22–26"
    told = {line.split()[-1] for line in lines if line.startswith("    ")}
    assert told
    assert told <= {rule.name for rule in RULES} | {"nobody"}


def test_a_long_quote_is_cut_in_the_explanation():
    record = attrs.evolve(NOBODY, quote="ha" * 100)
    assert record.explain() == f"“{'ha' * 29}h…” — nobody (0%, no rule)"


def test_equal_records_are_equal_whatever_the_verdicts():
    record = extract("“It rains,” Mara Holt said.")[0]
    bare = attrs.evolve(record, verdicts=())
    assert record.verdicts
    assert bare == record
    assert hash(bare) == hash(record)
    assert attrs.evolve(record, speaker=None) != record


@pytest.mark.parametrize("spans", [[], [(3, 3)], [(4, 2)], [(5, 9), (2, 4)], [(1, 4), (3, 6)]])
def test_spans_are_in_order_and_not_empty(spans):
    with pytest.raises(ValueError, match="span"):
        QuoteRecord(speaker=None, quote="a", source=None, kind="direct", spans=spans)


@pytest.mark.parametrize("change", [{"kind": "shouted"}, {"confidence": 1.5}, {"confidence": -1}])
def test_a_value_that_does_not_exist_is_refused(change):
    with pytest.raises(ValueError):  # noqa: PT011 -- the message is attrs'
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
