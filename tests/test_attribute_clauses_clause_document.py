"""A document once more: clauses as chunks, cues and sources as the tagger reads them."""

import pytest
from documents import document_of
from tables import for_each

from quoteattr import extract
from quoteattr.attribute.clauses.clause_document import clause_document
from quoteattr.attribute.decision.decode import attribute
from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.folding import Fold, fold
from quoteattr.detect.tokens import tokenize
from quoteattr.model.model import load_default
from quoteattr.records import Span
from quoteattr.tag.clauses import Clause, TaggedClauses
from quoteattr.tag.tagger import SOURCE, Tagged

TEXT = (
    "Ida Berg gloated that the mill was sold, not let. “No,” said Otto Marx, and sums show"
    " the “green” side ahead."
)


def spans(*words):
    return tuple(Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


@pytest.fixture
def retold():
    document = document_of(TEXT)
    document.tagged = Tagged.outside(len(document.tokens))
    for source in spans("Ida Berg", "sums"):
        document.tagged.probabilities[document.tokens_in(*source), SOURCE] = 1
    mill, side = spans("the mill was sold, not let", "the “green” side ahead")
    reported = TaggedClauses(
        (Clause(mill, (), 0.9), Clause(side, (1,), 0.8)),
        spans("gloated", "show"),
        spans("Ida Berg", "sums"),
    )
    return clause_document(attribute(document, load_default().quotes), reported)


def test_each_clause_is_one_chunk_and_every_cue_a_verb_that_reports(retold):
    assert retold.tags == "NRtQ.QSN,&ESQ."
    assert [quote.text for quote in retold.quotes] == [
        "the mill was sold, not let",
        "“No,”",
        "the “green” side ahead",
    ]


def test_a_quote_that_stands_in_no_clause_is_settled(retold):
    assert [quote.settled for quote in retold.quotes] == [False, True, False]
    speaker = retold.candidate(retold.quotes[1].speaker)
    assert (speaker.text, retold.referents.name(speaker)) == ("Otto Marx", "Otto Marx")
    assert [quote.quoted for quote in retold.quotes] == [(), (), (1,)]


def test_who_could_speak_a_clause_is_what_was_read_as_a_source(retold):
    words = [retold.candidate(i).text for i in retold.candidate_chunks]
    assert words == ["Ida Berg", "Otto Marx", "sums"]
    candidates = map(retold.candidate, retold.candidate_chunks)
    assert list(map(retold.referents.name, candidates)) == words


def test_clauses_are_linked_and_settled_quotes_are_not(retold):
    links = attribute(retold, load_default().clauses).attributions
    assert [(f.quote.index, f.chosen.text) for f in links] == [(0, "Ida Berg"), (2, "sums")]
    assert all(f.certainty == f.share * f.quote.clause.probability for f in links)


def test_chunks_that_begin_in_a_clause_become_one():
    text = "One two three four. Five"
    chunks = find_chunks(tokenize(text, []))
    start = text.index("two")
    row = fold(chunks, [Fold(Span(start, start + 9), "Q"), Fold(Span(18, 18), "E")])
    assert [text[s:e] for s, e in zip(row.starts, row.ends, strict=True)][1] == "two three"
    assert (row.tags[1], row.origin[1], row.quote_chunks) == ("Q", -1, [1])
    assert len(row.tags) == len(row.origin) == len(chunks.tags) - 1


@for_each(
    ("text", "speaker"),
    [
        ("It is reported that the old mill has burned down.", None),
        ("It has been widely reported that the mill has burned down.", None),
        ("It was announced on Monday that the fair would be held in May.", None),
        ("Rillco was fined. It was told that the dam would be closed.", None),
        ("Rillco was fined. It has said that the dam would be closed.", "Rillco"),
    ],
)
def test_it_that_stands_for_the_clause_does_not_speak(text, speaker):
    (record,) = extract(text)
    assert record.speaker == speaker
