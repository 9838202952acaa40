"""A phrase: words of an article, verbatim, with their position."""

from __future__ import annotations

from attrs import frozen

from quoteattr.checks import check_place


@frozen
class Phrase:
    """Words of the article, verbatim."""

    #: first character, an index into the text
    start: int
    #: one past the last character
    end: int
    #: the words themselves, ``text[start:end]``
    text: str

    __attrs_post_init__ = check_place
