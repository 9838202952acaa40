"""A construction: a pattern of named pieces over chunks, and a condition on its words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from attrs import define

from quoteattr.attribute.constructions.pieces import CONSTRUCTION_PIECES
from quoteattr.attribute.documents.document import Document
from quoteattr.detect.patterns.pattern import encode
from quoteattr.detect.patterns.row_regex import needed_chunks

#: a match of a pattern; its groups ``noun``, ``verb``, ``link`` and ``sign`` are the chunks on
#: whose words a condition depends
Match = re.Match[str]
#: a condition on the words of a match, if the classes of its chunks are not specific enough
Condition = Callable[[Document, Match], bool]


def always(document: Document, match: Match) -> bool:
    """No condition: the classes of the chunks are specific enough."""
    return True


@define(eq=False)
class Construction:
    """A pattern over chunks whose group ``speaker``, if it has one, said the quote."""

    #: the pattern, of named pieces
    named: str
    condition: Condition = always

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern over chunks, compiled before it is first needed.

        ``re`` compiles and matches in less than half of the time of ``regex`` (``lazy_re``).
        """
        return re.compile(encode(self.named, CONSTRUCTION_PIECES))

    @cached_property
    def needed(self) -> tuple[frozenset[str], ...]:
        """Sets of chunks of which every match contains at least one each."""
        return needed_chunks(self.named, CONSTRUCTION_PIECES)
