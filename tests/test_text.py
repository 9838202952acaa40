"""Helpers on strings: cut, counted and printed safely."""

from hypothesis import given
from hypothesis import strategies as st
from tables import for_each

from quoteattr.text import clip, count, one_line, percent, printable, replace_surrogates


@given(st.text(), st.integers(1, 20))
def test_a_clipped_text_is_no_longer_than_allowed_and_begins_the_same(text, length):
    clipped = clip(text, length)
    assert len(clipped) <= length
    assert clipped == text if len(text) <= length else text.startswith(clipped.removesuffix("…"))


def test_no_space_stands_before_the_ellipsis():
    assert clip("We will rebuild.", 9) == "We will…"


@for_each(
    ("number", "words"), [(0, "0 quotes"), (1, "1 quote"), (2, "2 quotes"), (1200, "1,200 quotes")]
)
def test_a_noun_is_plural_but_for_one(number, words):
    assert count(number, "quote") == words


@given(st.text(st.characters(exclude_categories=())))
def test_printable_text_is_one_line_that_moves_no_cursor(text):
    shown = printable(text)
    assert all(character.isprintable() or character in "\u200c\u200d" for character in shown)
    assert shown.encode("utf-8").decode("utf-8") == shown


def test_surrogates_are_kept_on_request():
    assert printable("a\ud800\nb") == "a b"
    assert printable("a\ud800\nb", surrogates=True) == "a\ud800 b"


@given(st.text(st.characters(exclude_categories=())))
def test_replacing_surrogates_keeps_the_length(text):
    whole = replace_surrogates(text)
    assert len(whole) == len(text)
    assert whole.encode("utf-8").decode("utf-8") == whole


def test_one_line_has_single_spaces():
    assert one_line("\n a\t\tb\u2028c ") == "a b c"


@for_each(
    ("probability", "words"),
    [(0, "0%"), (0.5, "50%"), (0.984, "98%"), (0.985001, "99%"), (0.995, "99%"), (1, "99%")],
)
def test_nothing_is_said_to_be_certain(probability, words):
    assert percent(probability) == words
