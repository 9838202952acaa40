"""What was decided for the quotes before one: the turn, as the rules see it."""

from __future__ import annotations

from collections import Counter

from attrs import define

from quoteattr.attribute.documents.candidate import Candidate


@define(eq=False)
class PreviousQuotes:
    """What was decided for the quotes before one."""

    #: who spoke the last quote and the one before it, None for nobody
    last: Candidate | None
    before_last: Candidate | None
    #: how many quotes each has spoken so far
    spoken: Counter[object]
    #: the quote before ends with a question mark
    asked: bool
    #: chunks between the quote before and this one, None if this is the first
    gap: str | None
    #: chunk of the quote before (-1 if there is none) and of this one
    before: int
    here: int
