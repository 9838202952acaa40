"""Find the constructions around a quote, and the speaker that they determine.

Before a quote, the sentence up to it is searched, *X said Y had told her: “…”*; after a quote, the
rest of the sentence is matched from its start, *“…,” said Y’s mayor, X*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from quoteattr.attribute.constructions.addressees import (
    ADDRESSEE_AFTER,
    ADDRESSEE_BEFORE,
    TELLER_AS_AGENT,
)
from quoteattr.attribute.constructions.after_quote import AFTER_QUOTE, PARTICIPLE_SUBJECTS
from quoteattr.attribute.constructions.before_quote import BEFORE_QUOTE
from quoteattr.attribute.constructions.construction import Construction, Match
from quoteattr.attribute.constructions.messages import LEAD_IN, SIGNED_BELOW
from quoteattr.attribute.constructions.subjects import (
    MODIFIED_SUBJECTS,
    MODIFIED_SUBJECTS_AFTER,
    OWNED_SUBJECTS,
    RELATIVE_SUBJECTS,
    SHARED_SUBJECTS,
)
from quoteattr.attribute.constructions.unsaid import UNSAID
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.quote import Quote
from quoteattr.attribute.documents.quote_document import is_means
from quoteattr.detect.patterns.pattern import encode, searcher
from quoteattr.language.patterns import lazy_re

#: number of chunks before a statement that may contain its lead-in
_LEAD = 24
#: instead of a chunk: somebody is told a clause, and no teller is named
NO_TELLER = -1
#: before the last of several quotes in a row: *refused to say | “yes” or*
_LISTED = lazy_re(encode("({QUOTE} {COMMA}? {CONJUNCTION}?)+$"))
#: somebody says the sentence that contains the quote
_is_reported = searcher(
    encode(
        "({NAME|PRONOUN|NOMINAL} ({COMMA} {^COMMA|END|QUOTE}{1,30} {COMMA})?"
        " {AUXILIARY|ADVERBIAL}* {SAYING} | {SAYING} {ADVERBIAL}* {NAME|PRONOUN|NOMINAL})"
    )
)


def said_by_nobody(document: Document, quote: Quote) -> bool:
    """Whether the construction around a quote shows that nobody said it."""
    if _is_told_after(document, quote):
        return not _is_reported(quote.frame.left)  # *X told detectives “…”, the jury heard*
    if _is_reported(quote.frame.right):
        return False
    start = quote.first - len(quote.frame.left)
    listed = _LISTED.search(document.tags, start, quote.first)
    stop = listed.start() if listed else quote.first
    return any(
        construction.condition(document, match)
        for construction, match in _matches(UNSAID, document, start, stop)
    )


def speaker_by_construction(document: Document, quote: Quote) -> int | None:
    """Find the only mention that the construction before or after a quote allows.

    Returns:
        The chunk of the mention; None if no construction decides.
    """
    first, after = quote.first, quote.last + 1
    start, stop = first - len(quote.frame.left), after + len(quote.frame.right)
    lead_in = LEAD_IN if start == first else ()
    matches = chain(
        _matches(BEFORE_QUOTE, document, start, first),
        _matches(lead_in, document, max(0, first - _LEAD), first),
        _matches(AFTER_QUOTE, document, after, stop, at_start=True),
        _matches(
            SIGNED_BELOW if start == first else (), document, after, after + _LEAD, at_start=True
        ),
    )
    for construction, match in matches:
        speaker = match.start("speaker")
        if construction.condition(document, match) and not is_means(document, speaker):
            return speaker
    return None


def modified_subject(document: Document, clause: Quote) -> int | None:
    """Find the subject of the verb that reports a clause, across mentions inside its modifiers.

    Returns:
        The chunk of the subject; None if there is no mention between it and its verb.
    """
    start, after = clause.first - len(clause.frame.left), clause.last + 1
    distant = (*OWNED_SUBJECTS, *MODIFIED_SUBJECTS, *RELATIVE_SUBJECTS, *SHARED_SUBJECTS)
    matches = chain(
        _matches(distant, document, start, clause.first),
        _matches(
            (*MODIFIED_SUBJECTS_AFTER, *PARTICIPLE_SUBJECTS),
            document,
            after,
            after + _LEAD,
            at_start=True,
        ),
    )
    subjects = (
        match.start("speaker")
        for construction, match in matches
        if construction.condition(document, match)
    )
    return next(subjects, None)


def teller(document: Document, clause: Quote) -> int | None:
    """Find who tells, or asks, a clause that somebody is told: *Y was warned by X that …*.

    Returns:
        The chunk of the mention, ``NO_TELLER`` where nobody is named, None in other clauses.
    """
    start = clause.first - len(clause.frame.left)
    for construction, match in _matches(
        (*TELLER_AS_AGENT, *ADDRESSEE_BEFORE), document, start, clause.first
    ):
        if construction.condition(document, match):
            return match.start("speaker") if construction in TELLER_AS_AGENT else NO_TELLER
    return NO_TELLER if _is_told_after(document, clause) else None


def _is_told_after(document: Document, quote: Quote) -> bool:
    """The words after the quote say who is told it, or hears it: *“…”, the court heard*."""
    after = quote.last + 1
    return any(
        construction.condition(document, match)
        for construction, match in _matches(
            ADDRESSEE_AFTER, document, after, after + _LEAD, at_start=True
        )
    )


def _matches(
    constructions: Sequence[Construction],
    document: Document,
    start: int,
    stop: int,
    at_start: bool = False,
) -> Iterator[tuple[Construction, Match]]:
    """Yield the constructions that match somewhere in a part of an article, or at its start."""
    if start == stop:
        return  # before a quote that opens its sentence
    tags = document.tags
    chunks = set(tags[start:stop])
    for construction in constructions:
        if not any(map(chunks.isdisjoint, construction.needed)):
            pattern = construction.pattern
            match = (pattern.match if at_start else pattern.search)(tags, start, stop)
            if match:
                yield construction, match
