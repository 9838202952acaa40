"""Reported clauses: from their first to their last word, the marks deciding where they touch."""

import numpy as np
from tables import for_each

from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.model.model import default_tagger
from quoteattr.records import Span
from quoteattr.tag.clauses import find_clauses
from quoteattr.tag.tagger import LABELS, OUTSIDE, Tagged


class WordTagger:
    """A tagger that gives each word the label that a test wants."""

    def __init__(self, **words):
        self.words = {word: LABELS.index(label) for word, label in words.items()}

    def tag(self, text, tokens, paragraphs=None):
        """Label each token by its word."""
        labels = [self.words.get(text[t.start : t.end].strip("“”.,"), OUTSIDE) for t in tokens]
        likely = np.zeros((len(tokens), len(LABELS)))
        likely[range(len(tokens)), labels] = 1
        return Tagged(labels, likely)


def reported(text, tagger=None, mixed=None, **options):
    quotes = find_quotes(text)
    inside = range(len(quotes)) if mixed is None else mixed
    tokens = tokenize(text, quotes)
    labels = (tagger or default_tagger()).tag(text, tokens)
    tagged = find_clauses(tokens, labels, inside, **options)
    return tagged, [text[slice(*clause.span)] for clause in tagged.clauses]


@for_each(
    ("text", "clauses"),
    [
        ("She said that the well is dry.", ["the well is dry"]),
        ("The well, she said, is dry.", ["The well", "is dry"]),
        ("According to the ministry, the well is dry.", ["the well is dry"]),
        ("The well is dry, according to the ministry.", ["The well is dry"]),
        ("Ida Berg warned that the mayor’s plan was “a swamp of errors.”", None),
        ("She said £3m was gone.", ["£3m was gone"]),
        ("She said wages fell by 2%.", ["wages fell by 2%"]),
        ("“The well is dry,” she said.", []),
        ("(Newsline) – The well is dry, police said.", ["The well is dry"]),
        ("", []),
    ],
)
def test_clauses(text, clauses):
    _, texts = reported(text)
    assert texts == (["the mayor’s plan was “a swamp of errors.”"] if clauses is None else clauses)


def test_marks_are_wholly_in_or_out():
    tagged, texts = reported("He told us the plan was “dead as a dodo” and gone.")
    assert texts == ["the plan was “dead as a dodo” and gone"]
    assert tagged.clauses[0].quoted == (0,)


def test_a_quoted_span_that_stands_on_its_own_ends_a_clause():
    text = "He told us the plan was “dead as a dodo” and gone."
    assert reported(text, mixed=())[1][0] == "the plan was"


def test_only_paragraphs_with_a_quoted_span_inside_are_read_where_that_is_asked():
    text = "She said the mill fell.\n\nHe said the plan was “dead” and gone.\n\nWe said “No.”"
    assert reported(text, mixed=(0,), everywhere=False)[1] == ["the plan was “dead” and gone"]


def test_what_stands_in_a_post_is_left_out():
    tagged, texts = reported("She said the mill fell. He said the bridge fell.")
    start = "She said the mill fell. ".index("She") + 24
    left = tagged.outside([Span(start, start + 24)])
    assert texts == ["the mill fell", "the bridge fell"]
    assert left.clauses == tagged.clauses[:1]
    assert (left.cues, left.sources) == (tagged.cues[:1], tagged.sources[:1])


def test_that_stays_where_it_introduces_nothing():
    tagger = WordTagger(that="begin", bridge="inside", fell="inside", said="cue")
    assert reported(
        "That bridge fell, he said. ", WordTagger(That="begin", bridge="inside", fell="inside")
    )[1] == ["That bridge fell"]
    assert reported("He said that bridge fell.", tagger)[1] == ["bridge fell"]


def test_what_reports_comes_along():
    tagged, _ = reported("Otto Marx told reporters that the mill was sold.")
    text = "Otto Marx told reporters that the mill was sold."
    assert [text[slice(*span)] for span in tagged.sources] == ["Otto Marx"]
    assert next(text[slice(*span)] for span in tagged.cues).startswith("told")


def test_how_likely_is_a_probability():
    tagged, _ = reported("She said the well is dry. Others doubt that. He thinks it rained.")
    assert tagged.clauses
    assert all(0 < clause.probability <= 1 for clause in tagged.clauses)


def test_a_title_stands_in_a_clause():
    text = "Ivo said the novel “Salt Road” would be filmed."
    assert reported(text, mixed=())[1] == ["the novel", "would be filmed"]
    assert reported(text, mixed=(), unsaid=(0,))[1] == ["the novel “Salt Road” would be filmed"]
