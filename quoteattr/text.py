"""Helpers on strings: shorten, count and print text.

They depend on no language, no format, and no other module of the package.
"""

from __future__ import annotations

import re
from reprlib import Repr
from typing import Any
from unicodedata import category

#: maximum length of a value in an error message, in characters
LONGEST_VALUE = 200

#: joiners that shape letters and emoji: invisible characters that a terminal needs
_JOINERS = "\u200c\u200d"

#: maximum confidence that is displayed, since no attribution is certain
_MAX_DISPLAYED = 0.99

_SPACES = re.compile(r"\s+")

#: halves of surrogate pairs, which damaged text may contain and UTF-8 cannot encode
_SURROGATES = re.compile("[\ud800-\udfff]")


def one_line(text: str) -> str:
    r"""Replace each run of white space by one space, and strip both ends.

    >>> one_line(" a\n\tb ")
    'a b'
    """
    return " ".join(text.split())


def alphanumeric(text: str) -> str:
    """Keep the letters and digits of a text, so that two spellings of its marks are equal.

    >>> alphanumeric("“It rains,” she said.")
    'Itrainsshesaid'
    """
    return "".join(filter(str.isalnum, text))


def is_question(text: str) -> bool:
    """Whether a text ends with a question mark, whatever other marks follow.

    >>> is_question("Who has the key?”"), is_question("Who? Nobody.")
    (True, False)
    """
    for character in reversed(text):
        if character == "?":
            return True
        if not character.isspace() and category(character)[0] != "P":
            break
    return False


def clip(text: str, length: int | None) -> str:
    """Cut off the end of a text that is longer than a number of characters; None keeps all.

    >>> clip("We will rebuild.", 9), clip("We will rebuild.", None)
    ('We will…', 'We will rebuild.')
    """
    return text if length is None or len(text) <= length else text[: length - 1].rstrip() + "…"


def count(number: int, noun: str) -> str:
    """Write a number with its noun, in the plural unless it is one.

    >>> count(1, "quote"), count(1200, "quote")
    ('1 quote', '1,200 quotes')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def percent(probability: float) -> str:
    """Write a probability in per cent, for tables, pages and sentences; never “100%”.

    >>> percent(0.987), percent(0.9951), percent(1.0)
    ('99%', '99%', '99%')
    """
    return f"{min(probability, _MAX_DISPLAYED):.0%}"


def printable(text: str, *, surrogates: bool = False) -> str:
    r"""Remove characters that a terminal cannot show or that move its cursor.

    Args:
        text: any text; each run of white space, including line ends, becomes one space.
        surrogates: keep halves of surrogate pairs, for a stream that writes them as ``\udXXX``.

    >>> printable("a\n \x1b[2Jb\u202e c")
    'a [2Jb c'
    """
    return "".join(
        character
        for character in _SPACES.sub(" ", text)
        if character.isprintable()
        or character in _JOINERS
        or (surrogates and "\ud800" <= character <= "\udfff")
    )


def replace_surrogates(text: str) -> str:
    r"""Replace each half of a surrogate pair, which UTF-8 cannot encode, by U+FFFD.

    >>> replace_surrogates("a\ud83db")
    'a\ufffdb'
    """
    return _SURROGATES.sub("\ufffd", text)


def shorten(value: Any, limit: int = LONGEST_VALUE) -> str:
    """Show a value in a message: its ``repr`` on one line, shortened; only the size of binary data.

    Args:
        value: a value that a caller passed, or the content of a file.
        limit: the maximum length of the result, in characters.

    Returns:
        The text for the message.

    >>> shorten("w.json"), shorten(b"PK" * 700_000), shorten("ab" * 500, limit=8)
    ("'w.json'", '<1,400,000 bytes>', "'ababab…")
    """
    if isinstance(value, bytes | bytearray | memoryview):
        return f"<{len(value):,} bytes>"
    if isinstance(value, str):  # cut before ``repr``: it may be the text of an article
        return shorten_text(repr(value[:limit]), limit)
    shown = Repr()
    shown.maxstring = shown.maxother = shown.maxlong = limit
    shown.maxlist = shown.maxtuple = shown.maxdict = shown.maxset = 20
    try:
        return shorten_text(shown.repr(value), limit)
    except Exception:  # a class may have any ``__repr__``, and that of a very long integer fails
        return f"<{type(value).__name__}>"


def shorten_text(text: object, limit: int = LONGEST_VALUE) -> str:
    r"""Show text from elsewhere, such as another library, in a message: on one line, shortened.

    >>> shorten_text("invalid literal\n  for int()"), shorten_text("a" * 500, limit=5)
    ('invalid literal for int()', 'aaaa…')
    """
    line = one_line(replace_surrogates(str(text)[: 4 * limit]))
    return line if len(line) <= limit else line[: limit - 1] + "…"
