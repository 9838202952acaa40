"""Looks for the constructions around a quote, and for the one who speaks by them.

Before a quote the sentence up to it is searched, *X said Y had told her: “…”*; after a quote its
rest is read from its beginning, *“…,” said Y’s mayor, X*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from quoteattr.attribute.construction import Construction
from quoteattr.attribute.construction_words import Match
from quoteattr.attribute.constructions import (
    BEFORE_QUOTE,
    BEHIND_QUOTE,
    LEAD_IN,
    MODIFIED_SUBJECTS,
    MODIFIED_SUBJECTS_BEHIND,
    SIGNED_BELOW,
    TOLD,
    TOLD_BEHIND,
    TOLD_BY,
    UNSAID,
)
from quoteattr.attribute.document import Document, Quote
from quoteattr.detect.pattern import encode, searcher

#: chunks before a statement in which its lead-in stands
_LEAD = 24
#: instead of a chunk: a clause is told, and nobody is named who tells it
NO_TELLER = -1
#: somebody says the sentence in which the quote stands
_is_reported = searcher(
    encode(
        "({NAME|PRONOUN|NOMINAL} ({COMMA} {^COMMA|END|QUOTE}{1,30} {COMMA})?"
        " {AUXILIARY|ADVERBIAL}* {SAYING} | {SAYING} {ADVERBIAL}* {NAME|PRONOUN|NOMINAL})"
    )
)


def said_by_nobody(document: Document, quote: Quote) -> bool:
    """Whether the construction around a quote shows that nobody is meant to have said it.

    Args:
        document: where the quote stands.
        quote: the quote.
    """
    if _is_told_behind(document, quote):
        return True
    if _is_reported(quote.frame.right):
        return False
    start = quote.first - len(quote.frame.left)
    return any(
        construction.condition(document, match)
        for construction, match in _matches(UNSAID, document, start, quote.first)
    )


def speaker_by_construction(document: Document, quote: Quote) -> int | None:
    """Find the only mention that the construction before or after a quote allows.

    Args:
        document: where the quote stands.
        quote: the quote.

    Returns:
        The chunk of the mention, None where no construction decides.
    """
    first, behind = quote.first, quote.last + 1
    start, stop = first - len(quote.frame.left), behind + len(quote.frame.right)
    lead_in = LEAD_IN if start == first else ()
    matches = chain(
        _matches(BEFORE_QUOTE, document, start, first),
        _matches(lead_in, document, max(0, first - _LEAD), first),
        _matches(BEHIND_QUOTE, document, behind, stop, at_start=True),
        _matches(
            SIGNED_BELOW if start == first else (), document, behind, behind + _LEAD, at_start=True
        ),
    )
    for construction, match in matches:
        if construction.condition(document, match):
            return match.start("speaker")
    return None


def modified_subject(document: Document, clause: Quote) -> int | None:
    """Find the subject of the verb that reports a clause, over those in the words that describe it.

    Args:
        document: where the reported clause stands.
        clause: the clause.

    Returns:
        The chunk of the subject, None where nobody stands between it and its verb.
    """
    start, behind = clause.first - len(clause.frame.left), clause.last + 1
    matches = chain(
        _matches(MODIFIED_SUBJECTS, document, start, clause.first),
        _matches(MODIFIED_SUBJECTS_BEHIND, document, behind, behind + _LEAD, at_start=True),
    )
    subjects = (
        match.start("speaker")
        for construction, match in matches
        if construction.condition(document, match)
    )
    return next(subjects, None)


def teller(document: Document, clause: Quote) -> int | None:
    """Find who tells, or asks, a clause that somebody is told: *Y was warned by X that …*.

    Args:
        document: where the reported clause stands.
        clause: the clause.

    Returns:
        The chunk of the mention, ``NO_TELLER`` where nobody is named, None in other clauses.
    """
    start = clause.first - len(clause.frame.left)
    for construction, match in _matches((*TOLD_BY, *TOLD), document, start, clause.first):
        if construction.condition(document, match):
            return match.start("speaker") if construction in TOLD_BY else NO_TELLER
    return NO_TELLER if _is_told_behind(document, clause) else None


def _is_told_behind(document: Document, quote: Quote) -> bool:
    """The words behind say who is told it, or hears it: *“…”, the court heard*."""
    behind = quote.last + 1
    return any(
        construction.condition(document, match)
        for construction, match in _matches(
            TOLD_BEHIND, document, behind, behind + _LEAD, at_start=True
        )
    )


def _matches(
    constructions: Sequence[Construction],
    document: Document,
    start: int,
    stop: int,
    at_start: bool = False,
) -> Iterator[tuple[Construction, Match]]:
    """The constructions that match somewhere in a part of an article, or at its start."""
    tags = document.tags
    chunks = set(tags[start:stop])
    for construction in constructions:
        if construction.may_match(chunks):
            pattern = construction.pattern
            match = (pattern.match if at_start else pattern.search)(tags, start, stop)
            if match:
                yield construction, match
