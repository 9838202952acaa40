"""The document: chains of quoted spans, candidates near enough, what the tagger read."""

from collections.abc import Sequence

import numpy as np
import pytest
from documents import document_of
from tables import for_each
from timing import is_linear

from quoteattr.attribute.documents.document import MOST_AFTER, MOST_BEFORE, Document
from quoteattr.attribute.documents.reading import NOT_READ
from quoteattr.detect.alphabet import QUOTE
from quoteattr.detect.quotes import find_quotes
from quoteattr.model.model import load_default
from quoteattr.options import Options
from quoteattr.pipeline import read_document
from quoteattr.records import QUOTE_KINDS
from quoteattr.tag.tagger import BEGIN, INSIDE, LABELS, OUTSIDE, SOURCE, QuoteSource, Tagged


def near(document: Document, index: int = 0) -> list[str]:
    """The words of the candidates of a quote."""
    return [document.candidate(i).text for i in document.window(document.quotes[index])]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"])
def test_a_quotation_over_paragraphs_is_one_quote(end):
    text = f"Mara Holt spoke.{end}“One two.{end}“Three.{end}“Four,” she said. “Five.”"
    first, second = document_of(text).quotes
    assert (first.text, second.text) == ("One two. Three. Four,", "Five.")
    assert [text[start:stop] for start, stop in first.spans] == ["One two.", "Three.", "Four,"]
    assert (first.index, second.index) == (0, 1)


def test_a_label_in_the_marks_begins_a_quote_of_its_own_and_is_a_candidate():
    document = document_of("“HOLT: Who was it?\n\n“MARX: Not me.”")
    assert [quote.text for quote in document.quotes] == ["Who was it?", "Not me."]
    assert near(document, 1) == ["HOLT", "MARX"]
    assert [document.candidate(i).tag for i in document.candidate_chunks] == ["L", "L"]


def test_the_window_is_bounded_in_candidates():
    many = "and ".join(f"Al{chr(97 + i)}x Holt " for i in range(26))
    names = near(document_of(f"{many} met. “No,” he said, as {many} left."))
    assert len(names) == MOST_BEFORE + MOST_AFTER
    assert names[MOST_BEFORE - 1 : MOST_BEFORE + 2] == ["Alzx Holt", "he", "Alax Holt"]


def test_the_window_is_bounded_in_paragraphs():
    text = "Ada left.\n\nBea left.\n\nCid left.\n\nDot left.\n\n“No.”\n\nEli left.\n\nFay left."
    assert near(document_of(text)) == ["Bea", "Cid", "Dot", "Eli"]


def test_the_turns_of_a_dialogue_do_not_bound_the_window():
    turns = "\n\n".join(["“No.”"] * 6)
    assert near(document_of(f"Ada left.\n\n{turns}"), 5) == ["Ada"]


@pytest.mark.parametrize("subject", ["Nobody", "No one", "None"])
def test_nobody_is_no_candidate(subject):
    assert near(document_of(f"{subject} said “no” to Mara Holt.")) == ["Mara Holt"]


def test_words_come_again_in_marks_and_without():
    text = "A “dry bath” is dry. “A dry bath is no bath,” she said. The dry bath. A “dry bath”."
    first, second, _ = document_of(text).quotes
    assert (first.repeated, first.echoed, first.unmarked) == (1, 1, 1)
    assert (second.repeated, second.echoed, second.unmarked) == (0, 0, 0)


def test_the_window_is_bounded_in_chunks():
    assert near(document_of("Mara Holt left " + "and so on " * 400 + "“no”")) == []


class WordTagger:
    """A tagger that knows some words and quoted spans, and what each is."""

    def __init__(self, pointers: Sequence[str] = (), **labels: int) -> None:
        """Take the labels of words, and for quoted spans in order the words of their sources."""
        self._pointers, self._labels = pointers, labels

    def tag(self, text, tokens, paragraphs=None):
        """Label the tokens of the paragraphs to read."""
        names = [text[token.start : token.end].strip("“”.,").lower() for token in tokens]
        labels = [self._labels.get(name, OUTSIDE) for name in names]
        likely = np.full((len(tokens), len(LABELS)), 0.0, dtype=np.float32)
        likely[range(len(tokens)), labels] = 0.5
        quoted = [i for i, token in enumerate(tokens) if token.tag == QUOTE]
        sources = {
            i: QuoteSource(0, [0.75 * (name == word) for name in names], 0.125, 0.125)
            for i, word in zip(quoted, self._pointers, strict=False)
        }
        whole = Tagged(labels, likely, sources)
        return whole if paragraphs is None else whole.within(paragraphs)


def read_by(tagger: WordTagger, text: str, kinds: tuple[str, ...] = QUOTE_KINDS) -> Document:
    """The document of a text with the labels of a tagger."""
    options = Options(frozenset(kinds), chosen_model=load_default().with_tagger(tagger))
    return read_document(text, find_quotes(text), options)


def test_a_quote_has_the_probabilities_of_its_token_and_of_those_beside():
    tagger = WordTagger(one=BEGIN, two=INSIDE, three=INSIDE, four=BEGIN)
    text = "She said “one” two “three”. He left “it” four."
    readings = [tuple(quote.reading[:4]) for quote in read_by(tagger, text).quotes]
    assert readings == [(0.5, 0.5, 0.0, 0.5), (0.5, 0.0, 0.5, 0.0), (0.0, 0.0, 0.0, 0.5)]


def test_a_quote_over_paragraphs_is_content_if_one_of_its_stretches_is():
    document = read_by(WordTagger(two=BEGIN), "“One.\n\n“Two,” she said.")
    assert tuple(document.quotes[0].reading[:4]) == (0.5, 0.0, 0.0, 0.0)


def test_a_candidate_is_a_source_if_one_of_its_words_is():
    document = read_by(WordTagger(holt=SOURCE), "Mara Holt and Otto Marx came. “No,” she said.")
    sources = [document.candidate(i).source_probability for i in document.candidate_chunks]
    assert sources == [0.5, 0.0, 0.0]


@pytest.mark.parametrize("kinds", [("direct",), QUOTE_KINDS])
def test_rules_see_labels_of_paragraphs_with_quotes_alone_whatever_kinds_are_wanted(kinds):
    text = "Mara Holt came.\n\n“No,” Mara Holt said."
    document = read_by(WordTagger(holt=SOURCE), text, kinds)
    candidates = map(document.candidate, document.candidate_chunks)
    assert [candidate.source_probability for candidate in candidates] == [0.0, 0.5]


def test_an_unknown_nominal_is_a_candidate_if_it_is_read_as_a_source():
    text = "The jacket on the hook had “no” on the back."
    for word, candidates in (("none", []), ("jacket", ["The jacket"])):
        document = read_by(WordTagger(**{word: SOURCE}), text)
        assert [document.candidate(i).text for i in document.candidate_chunks] == candidates


def sources(tagger, text):
    document = read_by(tagger, text)
    return [
        document.paths(quote, [*map(document.candidate, document.window(quote))]).source
        for quote in document.quotes
    ]


def test_a_pointer_goes_from_a_quote_to_the_mention_that_is_its_source():
    text = "“No,” Mara Holt said, and Otto Marx: “Yes.”"
    assert sources(WordTagger(["holt", "marx"]), text) == [[0.75, 0.0], [0.0, 0.75]]
    quote, last = read_by(WordTagger(["holt"]), text).quotes
    assert (quote.reading.nobody, quote.reading.elsewhere) == (0.125, 0.125)
    assert last.reading.nobody == NOT_READ.nobody  # a tagger need not say where sources stand


def test_of_a_quote_over_paragraphs_the_surest_pointer_counts():
    text = "“One.\n\n“Two,” Mara Holt said."
    assert sources(WordTagger(["none", "holt"]), text) == [[0.75]]


def test_the_source_is_as_likely_in_a_mention_as_in_all_of_its_tokens():
    source = QuoteSource(3, [0.25, 0.5, 0.0, 0.125], 0.0625, 0.0625)
    assert source.within(slice(3, 5)) == 0.75
    assert source.within(slice(0, 4)) == 0.25
    assert source.within(slice(0, 3)) == source.within(slice(7, 9)) == 0.0


@for_each("piece", ["I ", "A B "])
def test_time_grows_with_a_line_in_capitals(piece):
    short, long = piece * (6_000 // len(piece)), piece * (24_000 // len(piece))
    assert is_linear(lambda: document_of(short), lambda: document_of(long))
