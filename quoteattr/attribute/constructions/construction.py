"""A construction: a pattern of named pieces over chunks, and a condition on its words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import regex
from attrs import define

from quoteattr.attribute.constructions.pieces import PIECES
from quoteattr.attribute.documents.document import Document
from quoteattr.detect.pattern import encode
from quoteattr.detect.row_regex import needed_chunks

#: where a pattern matched; its groups ``noun``, ``verb``, ``link`` and ``sign`` are the chunks on
#: whose words a condition depends
Match = regex.Match[str]
#: what the words of a match must be, where the classes of its chunks do not suffice
Condition = Callable[[Document, Match], bool]


def always(document: Document, match: Match) -> bool:
    """The classes of the chunks suffice."""
    return True


@define(eq=False)
class Construction:
    """A pattern over chunks whose group ``speaker``, if it has one, said the quote."""

    #: the pattern, of named pieces
    named: str
    condition: Condition = always

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """The pattern over a row, compiled for the first row that may match."""
        return regex.compile(encode(self.named, PIECES))

    @cached_property
    def _needed(self) -> tuple[frozenset[str], ...]:
        """Kinds of chunks; one of each stands in all that matches."""
        return needed_chunks(self.named, PIECES)

    def may_match(self, chunks: set[str]) -> bool:
        """A row that holds these chunks may match."""
        return not any(map(chunks.isdisjoint, self._needed))
