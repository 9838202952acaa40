"""Find the cue: the chunk between or next to a mention and its quote that reports."""

from __future__ import annotations

from quoteattr.detect.alphabet import (
    ACCORDING_TO,
    ADVERB,
    COLON,
    COMMA,
    COMPLEMENTIZER,
    CUE,
    CUE_NOUN,
    CUE_PARTICIPLE,
    DASH,
    END,
)
from quoteattr.detect.patterns.pattern import FARTHEST, RowPattern, encode, tags

#: classes that report, the likeliest cue first
_BY_PRIORITY = (CUE, CUE_PARTICIPLE, ACCORDING_TO, CUE_NOUN, COLON, DASH)
_ENDS = frozenset(END)
_BEFORE_SPEAKER = tags("CUE|ACCORDING_TO")
_SAYING = tags("SAYING|SAYING_PARTICIPLE")
_SUBJECT = RowPattern(
    encode(
        "({COMMA} {^END|QUOTE}+ {COMMA} | {OPEN_BRACKET} {^END|CLOSE_BRACKET}+ {CLOSE_BRACKET}"
        " | {PREPOSITION|AGENT_MARKER} {DETERMINER|OTHER_WORD|ING_FORM|NUMBER|PAST_FORM}*"
        " {NAME|NOMINAL|OTHER_WORD|CUE_NOUN|TIME|PRONOUN|OBJECT_PRONOUN|NUMBER}+ | {ADVERBIAL})*"
        " {COPULA|AUXILIARY|ADVERBIAL}* {CUE}"
    )
)


def find_cue(tags: str, first: int, last: int, mention: int) -> int | None:
    """The chunk of the cue that links a mention to a quote.

    A participle that governs the quote comes first, *X denied it, saying that | …*; then the verb
    whose subject is the mention, on either side, or before it where the quote goes on in the next
    sentence (*“…” | said X, who bought the line. “…”*); then any reporting chunk between mention
    and quote, the nearest to the quote first.

    Returns:
        Index of a chunk; None if nothing reports.
    """
    end = _SUBJECT.shortest(tags, mention + 1, mention + 1 + FARTHEST)
    verb = None if end is None else end - 1
    if last < mention:
        if tags[mention - 1] in _BEFORE_SPEAKER:
            return mention - 1
        return _nearest(tags, range(last + 1, mention)) if verb is None else verb
    governing = first - 1 - tags.startswith(COMPLEMENTIZER, first - 1)
    inserted = tags[mention:governing].rstrip(ADVERB).endswith(COMMA)
    if inserted and tags[governing] in CUE_PARTICIPLE:
        return governing
    before = tags[max(0, mention - 1)]
    if before == ACCORDING_TO:
        return mention - 1
    if verb is not None and verb < first and not _says_again(tags, verb + 1, first):
        return verb
    goes_on = not _ENDS.isdisjoint(tags[mention:first])
    if verb is None and goes_on and before in CUE:
        return mention - 1
    return _nearest(tags, range(first - 1, mention, -1))


def _says_again(tags: str, start: int, stop: int) -> bool:
    """Whether another verb of saying is between the first one and the quote."""
    return any(tag in _SAYING for tag in tags[start:stop])


def _nearest(tags: str, chunks: range) -> int | None:
    """The first chunk of the range that reports: verbs before nouns before punctuation."""
    for reporting in _BY_PRIORITY:
        for i in chunks:
            if tags[i] in reporting:
                return i
    return None
