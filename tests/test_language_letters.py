"""Letters and words of any language."""

import regex
from tables import for_each

from quoteattr.language.letters import WORD, strip_accents


@for_each(
    ("word", "plain"),
    [
        ("", ""),
        ("Holt", "Holt"),
        ("Núñez", "Nunez"),
        ("Nu\u0301n\u0303ez", "Nunez"),
        ("Müller", "Muller"),
        ("Øyvind", "Øyvind"),  # no accent, but a letter of its own
        ("李明", "李明"),
        ("\ud800", "\ud800"),
    ],
)
def test_accents_are_removed(word, plain):
    assert strip_accents(word) == plain


@for_each(
    ("text", "words"),
    [
        ("the harbour-master’s 2nd e-mail", ["the", "harbour-master’s", "2nd", "e-mail"]),
        ("“No”—’tis a 'trap'", ["No", "tis", "a", "trap'"]),
        ("Jose\u0301, 1990s", ["Jose\u0301", "1990s"]),
        ("… – !", []),
    ],
)
def test_words_begin_with_a_letter_or_digit(text, words):
    assert regex.findall(WORD, text) == words
