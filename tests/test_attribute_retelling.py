"""An article once more: clauses as units, cues and sources as the tagger reads them."""

import pytest

from quoteattr.attribute.decode import link
from quoteattr.attribute.retelling import retell
from quoteattr.attribute.survey import survey
from quoteattr.detect.chunks import Fold, find_units, fold
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.model.model import default
from quoteattr.records import Span
from quoteattr.tag.clauses import Clause, Reported

TEXT = (
    "Ida Berg gloated that the mill was sold, not let. “No,” said Otto Marx, and sums show"
    " the “green” side ahead."
)


def spans(*words):
    return tuple(Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


@pytest.fixture
def retold():
    article = survey(TEXT, find_quotes(TEXT))
    mill, side = spans("the mill was sold, not let", "the “green” side ahead")
    reported = Reported(
        (Clause(mill, (), 0.9), Clause(side, (1,), 0.8)),
        spans("gloated", "show"),
        spans("Ida Berg", "sums"),
    )
    return retell(article, reported, list(link(article, default().quotes)))


def test_each_clause_is_one_unit_and_every_cue_a_verb_that_reports(retold):
    assert retold.symbols == "NRtQ.QSN,&ESQ."
    assert [quote.text for quote in retold.quotes] == [
        "the mill was sold, not let",
        "“No,”",
        "the “green” side ahead",
    ]


def test_a_quote_that_stands_in_no_clause_is_settled(retold):
    assert [quote.settled for quote in retold.quotes] == [False, True, False]
    speaker = retold.candidate(retold.quotes[1].speaker)
    assert (speaker.text, retold.speaker(speaker)) == ("Otto Marx", "Otto Marx")
    assert [quote.stretches for quote in retold.quotes] == [(), (), (1,)]


def test_who_could_speak_a_clause_is_what_was_read_as_a_source(retold):
    words = [retold.candidate(i).text for i in retold.candidate_units]
    assert words == ["Ida Berg", "Otto Marx", "sums"]
    assert [retold.speaker(retold.candidate(i)) for i in retold.candidate_units] == words


def test_clauses_are_linked_and_settled_quotes_are_not(retold):
    links = list(link(retold, default().clauses))
    assert [(f.quote.index, f.chosen.text) for f in links] == [(0, "Ida Berg"), (2, "sums")]
    assert all(f.certainty == f.share * f.quote.clause.likely for f in links)


def test_units_that_begin_in_a_stretch_become_one():
    text = "One two three four. Five"
    units = find_units(tokenize(text, []))
    start = text.index("two")
    row, origin = fold(units, [Fold(Span(start, start + 9), "Q"), Fold(Span(18, 18), "E")])
    assert [text[s:e] for s, e in zip(row.starts, row.ends, strict=True)][1] == "two three"
    assert (row.symbols[1], origin[1], row.quote_units) == ("Q", -1, [1])
    assert len(row.symbols) == len(origin) == len(units.symbols) - 1
