"""Linking: the shares, and what was decided before."""

import pytest
from documents import document_of

from quoteattr.attribute.decision import decode
from quoteattr.attribute.decision.decode import (
    History,
    attribute,
    candidates_of,
    rank_speakers,
)
from quoteattr.attribute.documents.document import Document
from quoteattr.model.model import load_default

TEXT = "“Yes,” said Mara Holt. “No,” said Otto Marx.\n\n“Yes.”\n\nThe word “no” is short."


def document() -> Document:
    return document_of(TEXT)


def test_each_quote_goes_to_the_likeliest_speaker():
    links = attribute(document(), load_default().quotes).attributions
    assert [attribution.quote.text for attribution in links] == ["Yes,", "No,", "Yes.", "no"]
    for attribution in links:
        ranking = rank_speakers(attribution.candidates, attribution.scores)
        shares = [share for _, share in ranking]
        assert sum(shares) == pytest.approx(1, abs=1e-3)
        assert attribution.ranking == ranking[:2]
        assert shares == sorted(shares, reverse=True)
        assert attribution.chosen is attribution.candidates[attribution.ranking[0][0]]
        assert attribution.share == shares[0]
    assert [f.chosen.text if f.chosen else None for f in links[:2]] == ["Mara Holt", "Otto Marx"]
    assert links[3].chosen is None


def test_the_mentions_of_one_speaker_are_ranked_once():
    text = "Mara Holt came. Holt sat. “No,” said Holt, and Mara Holt left with Otto Marx."
    (attribution,) = attribute(document_of(text), load_default().quotes).attributions
    ranked = [attribution.candidates[k] for k, _ in attribution.ranking]
    assert len(attribution.candidates) == 5
    assert len({c.key for c in ranked if c}) == len([c for c in ranked if c]) == 2


def test_history_tells_who_spoke_before():
    here = document()
    history = History(here)
    first = history.before(here.quotes[0])
    assert (first.last, first.gap, first.previous_chunk) == (None, None, -1)
    mara, otto, *_ = candidates_of(here, here.quotes[0])
    for chosen in (mara, otto, mara):
        history.add(chosen)
    turn = history.before(here.quotes[1])
    assert (turn.last, turn.before_last, turn.gap) == (mara, otto, 3)
    assert (turn.spoken[mara.key], turn.spoken[otto.key]) == (2, 1)
    history.add(None)
    assert history.before(here.quotes[2]).last is None


def test_of_many_candidates_the_rows_of_the_two_best_are_kept():
    """They go into the reasons of a record; the others would fill the memory of a long article."""
    kept = attribute(document(), load_default().quotes).attributions
    assert max(len(attribution.candidates) for attribution in kept) > 2
    for attribution in kept:
        assert len(attribution.best_rows) == min(2, len(attribution.ranking))
        assert attribution.best_rows.base is None  # no view that keeps the whole table


def test_only_the_last_quotes_candidates_are_kept(monkeypatch):
    kept, tables = [], decode.rule_tables

    def recorded(*args):
        kept.extend(len(rows) for rows in args[3:])
        return tables(*args)

    monkeypatch.setattr(decode, "rule_tables", recorded)
    document = document_of("“It rained,” said Mara Holt.\n\n" * 400)
    attribute(document, load_default().quotes)
    assert len(kept) > 5
    assert max(kept) < 200
