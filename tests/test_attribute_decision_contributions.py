"""Contributions: the leading rule, and what weighed for the two best candidates."""

import pytest

from quoteattr import extract
from quoteattr.attribute.decision.contributions import weigh
from quoteattr.attribute.decision.trees import NOBODY
from quoteattr.attribute.results import records
from quoteattr.attribute.rules import ATTRIBUTING, RULES


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("“It rains,” said Mara Holt.", "quote-cue-speaker"),
        ("“It rains,” Mara Holt said.", "quote-speaker"),
        ("“It rains,” he said.", "quote-speaker"),
        ("“It rains,” the mayor of Brack, Mara Holt, said.", "quote-speaker"),
        ("“It rains,” and then “it pours,” Mara Holt said.", "same-sentence-after"),
        ("“It rains,” in the end said Mara Holt.", "quote-clause-cue-speaker"),
        ("“It rains” was what Mara Holt said.", "same-sentence-after"),
        ("Mara Holt said: “It rains.”", "speaker-cue-quote"),
        ("Mara Holt said the roof was “a sieve.”", "speaker-cue-clause-quote"),
        ("The word “mad” is old.", NOBODY),
    ],
)
def test_the_leading_rule(text, rule):
    assert extract(text, unattributed=True)[0].rule == rule


def test_the_leading_rule_joins_quote_and_speaker():
    text = "Mara Holt told Otto Marx: “No.” “Yes,” he said. “It,” she added, “rains.”\n\n“Oh?”"
    attributing = {rule.name for rule in ATTRIBUTING}
    for record in extract(text):
        assert record.rule in attributing


def test_only_what_becomes_a_record_is_weighed(monkeypatch):
    """To weigh what every rule contributed takes as long as to score all candidates."""
    weighed = []
    monkeypatch.setattr(
        records, "weigh", lambda quotes, trees: weighed.extend(quotes) or weigh(quotes, trees)
    )
    text = "“It rains,” said Mara Holt. Her “Night Heron” still leaves at nine."
    assert len(extract(text)) == len(weighed) == 1
    assert len(extract(text, unattributed=True)) == 2


def test_the_two_best_are_told_with_what_weighed_most_first():
    record = extract("“It rains,” Mara Holt told Otto Marx on Friday.")[0]
    chosen, other = record.verdicts
    assert chosen.mention == record.mention
    assert other.mention != chosen.mention
    assert chosen.probability > other.probability
    for verdict in record.verdicts:
        weights = [abs(evidence.weight) for evidence in verdict.evidence]
        assert weights
        assert weights == sorted(weights, reverse=True)
        assert {e.rule.removeprefix("not ") for e in verdict.evidence} <= {
            *(rule.name for rule in RULES),
            NOBODY,
        }


def test_where_nobody_spoke_nobody_is_chosen():
    record = extract("The word “mad” is old, Mara Holt.", unattributed=True)[0]
    assert (record.speaker, record.mention, record.cue) == (None, None, None)
    assert record.verdicts[0].mention is None
