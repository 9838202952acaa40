"""Join quotes that are parts of one sentence that the cue interrupts: *“A,” she said, “b.”*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteattr.attribute.decision.decode import Attribution
from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.quote import Quote
from quoteattr.detect.alphabet import COMPLEMENTIZER
from quoteattr.detect.patterns.pattern import RowPattern, encode, searcher, tags
from quoteattr.language.patterns import lazy_re
from quoteattr.records import QuoteKind

#: the cue clause between two parts of one sentence: no stop, no second cue, but a mention
_INTERRUPTION = RowPattern(
    encode(
        "{COMMA|DASH}? {^END|COLON|QUOTE|CUE_PARTICIPLE|CONJUNCTION}* {CUE}"
        " {^END|COLON|QUOTE|CUE_PARTICIPLE|CUE}* {COMMA|DASH}?"
        " | {COMMA|DASH} {ACCORDING_TO} {^END|COLON|QUOTE|CUE_PARTICIPLE|CUE}* {COMMA|DASH}"
    )
)
_has_mention = searcher(encode("{MENTION|OBJECT_PRONOUN}"))
#: between a cue and the rest of the clause that it interrupts: *the dam, he said, was safe*
_INSERTING = frozenset(tags("COMMA|DASH"))
#: what may separate a quote of its own from the words before it
_SET_OFF = frozenset(
    tags("COMMA|COLON|DASH|END|CUE|CUE_PARTICIPLE|CUE_NOUN|COMPLEMENTIZER|CONJUNCTION")
)
#: after a quote, its signature, whose bracket is in place of *according to*: *“…” (X)*,
#: *“…” – X; “…” – Y*
_SIGNED = lazy_re(
    encode(
        "{ACCORDING_TO} {NAME} ({COMMA} {^END|QUOTE|CLOSE_BRACKET}{1,8})? {CLOSE_BRACKET}"
        " | {DASH}{1,2} {NAME} {COMMA} {CONJUNCTION}? {QUOTE}"
    )
)
#: the same at the end of a sentence; after other words of it the name may be the reporter's
_SIGNED_LAST = lazy_re(encode("{DASH}{1,2} {NAME} ({END} | $)"))
_ENTRIES = frozenset(tags("COMMA|CONJUNCTION"))
#: before a quote: an act between dashes or in brackets that interrupts it, *“…” – X nods – “…”*
_INTERRUPTED = lazy_re(
    encode(
        "{QUOTE} ({DASH} {^QUOTE|SAYING|DASH}{1,12} {DASH}"
        " | {OPEN_BRACKET} {^QUOTE|SAYING}{1,12} {CLOSE_BRACKET})$"
    )
)
_CUES = frozenset(tags("CUE|CUE_PARTICIPLE"))
_SIGNS, _RESUMING = frozenset(tags("ACCORDING_TO|DASH")), frozenset(tags("CLOSE_BRACKET|DASH"))
#: what precedes a quote at the start of a sentence
_OPENING = tags("END|COLON")
#: the last character of a quote, and the chunk after it, after which a clause does not run on
_STOPS = frozenset(".,;:!?…—–-")
_PAUSES = frozenset(["", *tags("END|COMMA|COLON|DASH|CLOSE_BRACKET|QUOTE")])


def utterances(
    document: Document, attributions: Iterable[Attribution]
) -> Iterator[list[Attribution]]:
    """Group attributed parts into quotes, in order of the text."""
    utterance: list[Attribution] = []
    for attribution in attributions:
        if utterance and not _goes_on(document, utterance[-1], attribution):
            yield utterance
            utterance = []
        utterance.append(attribution)
    if utterance:
        yield utterance


def _goes_on(document: Document, last: Attribution, attribution: Attribution) -> bool:
    """Whether the cue of the last quoted span interrupts a sentence that this one continues."""
    if not _same(last.chosen, attribution.chosen):
        return False
    gap = document.tags[last.quote.last + 1 : attribution.quote.first]
    whole = not last.quote.frame.left or not attribution.quote.text[:1].isupper()
    # what a cue without a comma after it reports is a clause of its own
    inserted = attribution.quote.clause is None or gap[-1:] in _INSERTING
    cue = inserted and _INTERRUPTION.fullmatch(gap) and _has_mention(gap)
    return whole and last.quote.text[-1:] not in ".…" and cue


def _same(one: Candidate | None, other: Candidate | None) -> bool:
    """Whether two mentions are the same, or refer to the same entity."""
    return one is not None and other is not None and one.key is other.key


def mixed_spans(document: Document) -> set[int]:
    """The indices of the quoted spans inside reported clauses."""
    return {k for q in document.quotes if kind_of(q) == "mixed" for k in q.quoted}


def unsaid_spans(attributions: Iterable[Attribution]) -> set[int]:
    """The quoted spans that nobody said: titles and terms, nouns of the clause around them."""
    return {k for a in attributions if a.chosen is None for k in a.quote.quoted}


def kind_of(quote: Quote) -> QuoteKind:
    """``direct`` for a separate quote, ``mixed`` for one inside a reported clause."""
    left = quote.frame.left[-1:]
    opens = not left or left in _OPENING
    capital = not quote.text[:1].islower()
    set_off = left in _SET_OFF and not (left == COMPLEMENTIZER and _runs_on(quote))
    return "direct" if opens or (capital and set_off) or _is_separate(quote) else "mixed"


def _is_separate(quote: Quote) -> bool:
    """Whether a signature follows, or what somebody does interrupts the quote before it."""
    left, right = quote.frame.left, quote.frame.right
    signed = (
        right[:1] in _SIGNS
        and _CUES.isdisjoint(left)
        and (_SIGNED.match(right) or (left[-1:] in _ENTRIES and _SIGNED_LAST.match(right)))
    )
    return bool(signed or (left[-1:] in _RESUMING and _INTERRUPTED.search(left)))


def _runs_on(quote: Quote) -> bool:
    """Whether the clause continues after the quote: *that “The Last Ferry” was a fine play*."""
    return quote.text[-1:] not in _STOPS and quote.frame.right[:1] not in _PAUSES
