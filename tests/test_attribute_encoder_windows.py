"""Windows: what an encoder reads around a quote, and where the candidates stand in it."""

from itertools import pairwise
from types import SimpleNamespace

import regex
from documents import document_of
from tables import for_each

from quoteattr.attribute.decision.decode import candidates_of
from quoteattr.attribute.encoder.windows import (
    AFTER,
    BEFORE,
    CANDIDATE,
    FIRST,
    NONE,
    OTHER,
    OUTSIDE,
    PADDING,
    QUOTE,
    ArticlePieces,
    WindowReader,
    stack_windows,
)


class Words:
    """Each word and each mark is a piece, numbered from 10 on as it is first read."""

    start, paragraph, gap, mark = 1, 2, 3, 4

    def __init__(self):
        self.words = {}

    def encode(self, text):
        """Split a text at its words and marks."""
        matches = list(regex.finditer(r"\w+|[^\w\s]", text))
        ids = [self.words.setdefault(m[0], 10 + len(self.words)) for m in matches]
        return SimpleNamespace(ids=ids, offsets=[m.span() for m in matches])

    def read(self, ids):
        """The words of pieces again."""
        names = {1: "[", 2: "]", 3: "…", 4: "#"} | {k: word for word, k in self.words.items()}
        return " ".join(names[k] for k in ids)


def window_of(text, quote):
    document, words = document_of(text), Words()
    (chosen,) = [q for q in document.quotes if q.text == quote]
    candidates = candidates_of(document, chosen)
    return WindowReader.of(document, words).window(chosen, candidates), words, candidates


def test_a_window_has_what_stands_around_the_quote():
    window, words, _ = window_of(
        "Mara Holt spoke.\n\n“Go home now,” said Otto Marx.", "Go home now,"
    )
    assert words.read(window.ids) == (
        "[ Mara Holt spoke . ] “ # Go home now , # ” said Otto Marx . ]"
    )
    assert [window.ids[k] for k in window.quote] == [words.mark, words.mark]


def test_each_candidate_has_its_place_and_its_role():
    window, words, candidates = window_of("“Go,” said Mara Holt. She left Otto.", "Go,")
    read = {
        c.text: words.read(window.ids[first : last + 1])
        for c, (first, last) in zip(candidates, window.candidates, strict=False)
    }
    assert read == {"Mara Holt": "Mara Holt", "She": "She", "Otto": "Otto"}
    first, last = window.candidates[0]
    assert window.roles[first : last + 2] == [FIRST, CANDIDATE, NONE]
    opening, closing = window.quote
    assert set(window.roles[opening : closing + 1]) == {QUOTE}


def test_nobody_stands_nowhere():
    window, _, candidates = window_of("“Go,” said Mara Holt.", "Go,")
    assert candidates[-1] is None
    assert len(window.candidates) == len(candidates) - 1


@for_each(
    ("words", "kept"),
    [(15, 16), (16, 16), (17, 16), (60, 16)],
)
def test_a_long_quote_is_shortened_to_its_ends(words, kept):
    quote = " ".join(f"w{k}" for k in range(words))
    window, read, _ = window_of(f"“{quote}” said Mara Holt.", quote)
    opening, closing = window.quote
    inside = read.read(window.ids[opening + 1 : closing])
    assert closing - opening - 1 == min(words, kept)
    assert ("…" in inside) == (words > kept)
    assert inside.startswith("w0 w1")
    assert inside.endswith(f"w{words - 1}")


def test_another_quote_is_shortened_so_that_more_of_the_narration_fits():
    other = " ".join(f"w{k}" for k in range(90))
    window, words, _ = window_of(f"Mara Holt read. “{other}” Then “go,” said Otto Marx.", "go,")
    assert words.read(window.ids).startswith("[ Mara Holt read . “ w0 w1 w2 w3 w4 … w88 w89 ” Then")
    assert window.roles.count(OTHER) == 8


def test_what_is_too_far_away_is_outside():
    far = " ".join(["word"] * (BEFORE + 5))
    window, _, candidates = window_of(f"Mara Holt came, {far}. “Go,” said Otto Marx.", "Go,")
    places = dict(zip([c.text for c in candidates if c], window.candidates, strict=True))
    assert places["Mara Holt"] == (OUTSIDE, OUTSIDE)
    assert places["Otto Marx"][0] > window.quote[1]


def test_a_window_is_never_longer_than_its_parts():
    text = " ".join(f"Name{k} Person{k} said “word {k}” today." for k in range(80))
    document, words = document_of(text), Words()
    reader = WindowReader.of(document, words)
    for quote in document.quotes:
        window = reader.window(quote, candidates_of(document, quote))
        assert len(window.ids) == len(window.roles) <= BEFORE + AFTER + 16 + 4


@for_each("text", ["a\ud800b", "\ud83d\ude00 x", "𝒳 y", "é\n\nz", "", "\n\n"])
def test_pieces_stand_in_the_text_as_it_is(text):
    pieces = ArticlePieces.read(text, Words())
    assert len(pieces.ids) == len(pieces.starts) == len(pieces.ends)
    assert all(0 <= s <= e <= len(text) for s, e in zip(pieces.starts, pieces.ends, strict=True))
    assert all(a <= b for a, b in pairwise(pieces.starts))


def test_a_batch_is_filled_up():
    long, _, _ = window_of("“Go,” said Mara Holt to Otto Marx.", "Go,")
    short = window_of("“Go,” she said.", "Go,")[0]
    arrays = stack_windows([long, short])
    assert arrays.ids.shape == arrays.roles.shape == (2, len(long.ids))
    assert (arrays.ids[1, len(short.ids) :] == 0).all()
    assert (arrays.candidates[1, len(short.candidates) :] == PADDING).all()
    assert arrays.quote.tolist() == [list(long.quote), list(short.quote)]
