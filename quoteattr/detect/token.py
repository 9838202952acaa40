"""A token: a word, a punctuation mark, or a whole quote."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import partial
from operator import itemgetter
from typing import NamedTuple, overload

from quoteattr.detect.alphabet import PARAGRAPH_END


class Token(NamedTuple):
    """A word or a punctuation mark outside quotes, or a whole quote."""

    #: one of ``alphabet.CHUNK_TAGS``
    tag: str
    #: first character in the text
    start: int
    #: one past the last character
    end: int
    #: in lower case, apostrophes straight
    word: str
    #: whether it begins with a capital
    capital: bool


#: a token from the tuple of its fields, in half the time that its constructor takes
token_of = partial(tuple.__new__, Token)


class TokenColumns(Sequence[Token]):
    """The tokens of an article, field by field: an eighth of the memory of a list of them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        #: the tag and the start of each token
        tags, starts, ends, words, capitals = (map(itemgetter(k), tokens) for k in range(5))
        self.tags, self.starts = "".join(tags), array("I", starts)
        self._columns = self.tags, self.starts, array("I", ends), [*words], [*capitals]

    def __len__(self) -> int:
        return len(self.tags)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> list[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | list[Token]:
        if isinstance(index, slice):
            return [*map(token_of, zip(*[column[index] for column in self._columns], strict=True))]
        tags, starts, ends, words, capital = self._columns
        return token_of((tags[index], starts[index], ends[index], words[index], capital[index]))

    def __iter__(self) -> Iterator[Token]:
        """Faster than by index."""
        return map(token_of, zip(*self._columns, strict=True))


def tags_of(tokens: Sequence[Token]) -> str:
    """The tags of some tokens, one after the other."""
    if isinstance(tokens, TokenColumns):
        return tokens.tags
    return "".join([token.tag for token in tokens])


#: the token before the first and after the last one
EDGE = Token(PARAGRAPH_END, 0, 0, "", False)


def word_at(tokens: Sequence[Token], i: int) -> str:
    """The word of token i; empty beyond the text."""
    return tokens[i].word if 0 <= i < len(tokens) else ""


def tag_at(tokens: Sequence[Token], i: int) -> str:
    """The tag of token i; the end of a paragraph beyond the text."""
    if not 0 <= i < len(tokens):
        return PARAGRAPH_END
    # for a list, isinstance asks the abstract base class of columns, which takes longer
    return tokens.tags[i] if type(tokens) is TokenColumns else tokens[i].tag
