"""How sure it is that a reported clause is speech."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from quoteattr import extract
from quoteattr.attribute.clauses.speech import SpeechModel, default_speech_model
from quoteattr.attribute.clauses.speech_features import clause_features, log_odds
from quoteattr.attribute.results.records import RecordBuilder, reported_clauses
from quoteattr.detect.regions import find_regions
from quoteattr.options import Options
from quoteattr.pipeline import analyse

TEXT = "Mara Holt said on Monday that the old mill would close in May, and left."


def clauses_of(text):
    """The reported clauses of a text."""
    options = Options()
    regions = find_regions(text, options.kinds, options.language)
    analysis = analyse(text, regions.quoted, options)
    certainty = options.model.certainty
    quotes = RecordBuilder(analysis.quotes, certainty, None)
    clauses = RecordBuilder(analysis.clauses, certainty, None, analysis.tagged.cues)
    return list(reported_clauses(clauses, quotes, analysis.tagged))


def test_features_tell_what_the_clause_is():
    (clause,) = clauses_of(TEXT)
    known = clause_features(clause, {"say": (0.8, 99)})
    assert known["that before it"] == 1
    assert known["finite verb at"] == 3
    assert known["cue with clauses"] == 0.8
    assert known["source is a name"] == 1
    assert known["opens with a determiner"] == 1
    assert known["tagger: mean"] > 0


def test_all_clauses_have_the_same_features_and_the_trees_ask_no_others():
    (one,), (other,) = clauses_of(TEXT), clauses_of("The mill will close, officials said.")
    names = clause_features(one, {}).keys()
    assert names == clause_features(other, {}).keys()
    assert set(_asked(default_speech_model().trees)) <= names


def _asked(trees):
    """The features that trees ask."""
    for tree in trees:
        if isinstance(tree, list):
            yield tree[0]
            yield from _asked(tree[2:])


def test_a_text_may_end_after_the_owner_of_a_source():
    (clause,) = clauses_of("The mill will close in May, according to Mara Holt’s")
    assert clause.mention.text == "Mara Holt"
    assert clause_features(clause, {})["source is a name"] == 1


def test_the_sum_of_the_trees_is_calibrated():
    model = SpeechModel({}, [["a", 0.5, -1.0, 2.0], 0.5], (2.0, -1.0), 0.4)
    assert model.score({"a": 0.0}) == -0.5
    assert model.score({"a": 1.0}) == 2.5
    assert model.calibrated(0.5) == 0.5
    assert 0 < model.calibrated(-99) < model.calibrated(99) < 1


def test_the_edge_of_log_odds():
    assert log_odds(0.5) == 0
    assert log_odds(0.0) == pytest.approx(-log_odds(1.0))


def test_by_default_clauses_are_as_sure_as_the_model_asks():
    text = "Protesters called for the ouster of the regime. Mara Holt said the mill would close."
    records = extract(text)
    assert [record.speaker for record in records] == ["Mara Holt"]
    assert all(record.confidence >= default_speech_model().threshold for record in records)
    everything = extract(text, min_confidence=0)
    assert set(records) < set(everything)
    assert [r.quote for r in extract(text, min_confidence=0.99)] == []


def test_words_in_marks_stand_alone_where_the_clause_around_is_unlikely(monkeypatch):
    text = "Mara Holt said that the mill would be “closed for good” in May."
    (record,) = extract(text)
    assert record.quote == "the mill would be “closed for good” in May"
    monkeypatch.setattr(SpeechModel, "confidence", lambda self, clause: 0.01)
    (record,) = extract(text)
    assert (record.speaker, record.quote) == ("Mara Holt", "closed for good")
    (record,) = extract(text, min_confidence=0)
    assert record.quote == "the mill would be “closed for good” in May"


def test_the_figures_are_cross_validated_and_kept_with_the_model():
    data = json.loads(files("quoteattr.model").joinpath("speech.json").read_text("utf-8"))
    chosen = data["measured"]["by default"]
    assert chosen["threshold"] == data["threshold"]
    assert chosen["right"] > data["measured"]["everything"]["right"]


def test_the_page_on_confidence_has_the_figures_of_the_models():
    page = (Path(__file__).parent.parent / "docs" / "confidence.md").read_text("utf-8")
    text = " ".join(page.split())
    models = files("quoteattr.model")
    speech = json.loads(models.joinpath("speech.json").read_text("utf-8"))
    by_default, everything = (speech["measured"][key] for key in ("by default", "everything"))
    error = speech["measured"]["expected calibration error of clauses"]
    assert f"| **by default** | {by_default['right']} | {by_default['contents_found']} |" in text
    assert f"is found | {everything['right']} | {everything['contents_found']} |" in text
    assert f"threshold for clauses, {speech['threshold']}," in text
    assert f"expected calibration error is {error} points" in text
    names = json.loads(models.joinpath("certainty.json").read_text("utf-8"))
    assert (len(names["categories"]), len(names["features"])) == (14, 17)
    assert "fourteen kinds of resolution and seventeen numbers" in text
