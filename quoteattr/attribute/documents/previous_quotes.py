"""The decisions on earlier quotes: the turn, as the rules see it."""

from __future__ import annotations

from collections import Counter

from attrs import define

from quoteattr.attribute.documents.candidate import Candidate


@define(eq=False)
class PreviousQuotes:
    """The decisions on the quotes before a quote."""

    #: the speakers of the last quote and of the one before it; None for nobody
    last: Candidate | None
    before_last: Candidate | None
    #: the number of quotes that each has spoken so far
    spoken: Counter[object]
    #: the number of chunks between the previous quote and this one; None if this is the first
    gap: int | None
    #: the last chunk of the previous quote, -1 if there is none, and the first of this one
    previous_chunk: int
    quote_chunk: int
