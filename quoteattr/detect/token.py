"""A token: a word, a punctuation mark, or a whole quote."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple, overload

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
        self._fill(map(itemgetter(k), tokens) for k in range(5))

    def _fill(self, columns: Iterable[Iterable[Any]]) -> None:
        """Keep the values of each field, in the order of the fields."""
        tags, starts, ends, words, capitals = columns
        #: the tag and the start of each token
        self.tags, self.starts = "".join(tags), array("I", starts)
        #: its word, and whether it begins with a capital
        self.words, self.capitals = [*words], [*capitals]
        self._columns = self.tags, self.starts, array("I", ends), self.words, self.capitals

    def select(self, spans: Iterable[tuple[int, int]]) -> TokenColumns:
        """The tokens of some spans of them, end exclusive, one span after the other."""
        slices, selected = [slice(*span) for span in spans], TokenColumns(())
        selected._fill(chain.from_iterable(map(c.__getitem__, slices)) for c in self._columns)
        return selected

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


def columns_of(tokens: Sequence[Token]) -> TokenColumns:
    """Some tokens field by field: the same object if they are so already."""
    return tokens if isinstance(tokens, TokenColumns) else TokenColumns(tokens)


def tags_of(tokens: Sequence[Token]) -> str:
    """The tags of some tokens, one after the other."""
    if isinstance(tokens, TokenColumns):
        return tokens.tags
    return "".join([token.tag for token in tokens])


#: the token before the first and after the last one
EDGE = Token(PARAGRAPH_END, 0, 0, "", False)


def word_at(tokens: Sequence[Token], i: int) -> str:
    """The word of token i; empty beyond the text."""
    # for a list, isinstance asks the abstract base class of columns, which takes longer
    if type(tokens) is TokenColumns:  # without building the token
        return tokens.words[i] if 0 <= i < len(tokens.words) else ""
    return tokens[i].word if 0 <= i < len(tokens) else ""


def tag_at(tokens: Sequence[Token], i: int) -> str:
    """The tag of token i; the end of a paragraph beyond the text."""
    if type(tokens) is TokenColumns:
        return tokens.tags[i] if 0 <= i < len(tokens.tags) else PARAGRAPH_END
    return tokens[i].tag if 0 <= i < len(tokens) else PARAGRAPH_END
