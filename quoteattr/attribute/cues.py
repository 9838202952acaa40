"""The word that reports: which unit between or beside a mention and its quote is the cue."""

from __future__ import annotations

from quoteattr.detect.pattern import FARTHEST, RowPattern

_VERB = frozenset("SR")
_PARTICIPLE = frozenset("sr")
#: classes that report, in the order in which they are looked for
_LADDER = (_VERB, _PARTICIPLE, frozenset("A"), frozenset("K"), frozenset(":"), frozenset("-"))
_SUBJECT = RowPattern(r"(?:,[^/.Q]+,|\([^/.)]+\)|[oz][dwg0v]*[NDEwKTpP0]+|[Ty])*[bxyT]*[SR]")


def find_cue(symbols: str, first: int, last: int, mention: int) -> int | None:
    """The unit of the cue that joins a mention to a quote.

    The verb that the mention is the subject of comes first, on either side; then whatever reports
    between mention and quote, the nearest to the quote first.

    Args:
        symbols: the row of units.
        first: the unit of the quote's first stretch.
        last: the unit of its last stretch.
        mention: the unit of the mention.

    Returns:
        Index of a unit, None where nothing reports.
    """
    end = _SUBJECT.shortest(symbols, mention + 1, mention + 1 + FARTHEST)
    verb = None if end is None else end - 1
    if last < mention:
        if symbols[mention - 1] in "SRA":
            return mention - 1
        return _nearest(symbols, range(last + 1, mention)) if verb is None else verb
    if symbols[max(0, mention - 1)] == "A":
        return mention - 1
    if verb is not None and verb < first and not _says_again(symbols, verb + 1, first):
        return verb
    return _nearest(symbols, range(first - 1, mention, -1))


def _says_again(symbols: str, start: int, stop: int) -> bool:
    """Another verb of saying stands between the first one and the quote."""
    return any(symbol in "Ss" for symbol in symbols[start:stop])


def _nearest(symbols: str, units: range) -> int | None:
    """The first unit of the range that reports, verbs before nouns before punctuation."""
    for step in _LADDER:
        for i in units:
            if symbols[i] in step:
                return i
    return None
