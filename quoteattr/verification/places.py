"""The place in a text that is most like a quote.

A quote is looked for in the words of the text as they run, then in those between its marks, past
clauses such as *she said*, then in what a record of the text joins: a reported clause may be
interrupted without a mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from operator import itemgetter

from quoteattr.compare.align import Step, widened
from quoteattr.compare.fold import Words
from quoteattr.compare.match import Match
from quoteattr.compare.wanted import LONGEST, Given
from quoteattr.language.en import tables as en
from quoteattr.records import QuoteRecord, Span
from quoteattr.verification.haystack import RUN, Haystack, exact, near
from quoteattr.verification.negation import is_negation
from quoteattr.verification.page import WHOLE, Page, Reading, View
from quoteattr.verification.result import Passage

#: least share of its words that an altered quote has in common with the text; and that a short one
#: has, which is one of fewer words than these, if few of its words tell anything. docs/verify.md
#: has what was measured for them
ALIKE, ALIKE_SHORT, SHORT = 0.65, 0.8, 7
#: fewest words that tell something, which a short quote has in common with the text
TELLING = 2
#: least share of the words of a quote that the passage has which is nearest to it
_NEAREST = 0.3
#: most words, in all the places of one quote, that are compared
_COMPARED = 100_000
#: most places of one quote that are asked who says it there
_PLACES = 50

_Search = Callable[[Given, Haystack], Iterator[list[Step]]]
_Rank = tuple[float, int, bool, bool, int]
_Ranked = tuple[_Rank, Match]
#: the rank, place apart, that nothing beats
_PERFECT = (-1, 0, False, False)


def best_place(given: Given, page: Page) -> tuple[Match | None, Passage | None]:
    """The place in a text that is most like a quote, or else the passage that is nearest to it."""
    views, nearest = list(page.views(given)), None
    found, _ = _search(exact, views, page)
    if found is None or found[1].differences():
        if found is None and given.own >= RUN - 1 and given.size <= LONGEST:
            found, nearest = _search(near, views, page)
        joined = _ranked(page, _joined(views, page, found[1] if found else None))
        found = min(filter(None, (found, joined)), key=itemgetter(0), default=None)
    return (found[1], None) if found is not None else (None, nearest)


def other_places(given: Given, page: Page) -> Iterator[Match]:
    """The first places that have a quote word for word, typography apart, in order of the text."""
    for view_given, view in page.views(given):
        matches = _matches(exact, view_given, page.reading(view), spoken=False)
        yield from (match for match in islice(matches, _PLACES) if not match.differences())


def said_by_one(said: Sequence[QuoteRecord | None]) -> QuoteRecord | None:
    """The first record, if the words are all one speaker's."""
    first = said[0]
    same = first is not None and all(r is not None and r.speaker == first.speaker for r in said)
    return first if same else None


def _search(
    search: _Search, views: Iterable[tuple[Given, View]], page: Page
) -> tuple[_Ranked | None, Passage | None]:
    """The best match in the text as it runs and between its marks; what is nearest if none is."""
    found: _Ranked | None = None
    rest = list[Match]()
    for given, view in views:
        reading = page.reading(view)
        for spoken in (False, True):
            if found is not None and not found[1].differences():
                return found, None
            matches: Iterable[Match] = _matches(search, given, reading, spoken=spoken)
            if search is near:
                close = list(matches)
                rest += (match for match in close if not _is_near(match))
                matches = filter(_is_near, close)
            matches = (each for each in matches if not spoken or _is_of_one(page, each))
            other = _ranked(page, matches)
            found = min(filter(None, (found, other)), key=itemgetter(0), default=None)
    return found, None if found else _nearest(page, rest)


def _matches(search: _Search, given: Given, reading: Reading, *, spoken: bool) -> Iterator[Match]:
    """The places that a search finds."""
    hay = reading.spoken if spoken else reading.running
    for steps in islice(search(given, hay), max(_COMPARED // given.size, 1)):
        if any(j is not None and not hay.keys[j] for _, j in steps):
            continue
        placed = [(i, None if j is None else hay.places[j]) for i, j in steps]
        if any(j is not None for _, j in placed):
            yield Match(given, reading.words, widened(reading.words, placed), reading.stretches)


def _is_near(match: Match) -> bool:
    """A place is near enough for an altered quote."""
    alike, own = match.similarity(), match.given.own
    if own >= SHORT:
        return alike >= ALIKE and match.run() >= RUN
    if own >= RUN and alike >= ALIKE_SHORT and match.run() >= RUN:
        return True
    if _lacks_negation(match):
        return True
    return own > RUN and alike >= ALIKE and len(_telling(match)) >= TELLING


def _lacks_negation(match: Match) -> bool:
    """All words of the quote stand there, some of which tell something, and a negation more."""
    places = [j for i, j in match.steps if i is not None]
    keys = match.text.keys
    between = [keys[j] for i, j in match.steps if i is None and j is not None]
    whole = sum(match.same) == len(places)
    return whole and len(between) == 1 and is_negation(between[0]) and bool(_telling(match))


def _telling(match: Match) -> set[str]:
    """The words that quote and text share and that are no mere joints of a sentence."""
    return {key for j in match.words() if (key := match.text.keys[j]) not in en.FUNCTION_WORDS}


def _nearest(page: Page, rest: Iterable[Match]) -> Passage | None:
    """The passage of the text that shares most with a quote, if that is worth a look."""
    telling = [match for match in rest if len(_telling(match)) >= TELLING]
    best = max(telling, key=Match.similarity, default=None)
    if best is None or best.similarity() < _NEAREST:
        return None
    words = best.words()
    span = Span(best.text.starts[words[0]], best.text.ends[words[-1]])
    text = page.article.text[slice(*span)]
    return Passage(page.article.source, span, text, best.similarity())


def _joined(
    views: Iterable[tuple[Given, View]], page: Page, close: Match | None
) -> Iterator[Match]:
    """A quote that is word for word what the pieces of a record say, whatever stands between."""
    for given, view in views:
        if not page.may_have(given):
            continue
        for record in _records(page, close):
            pieces = _pieces(record, view, page.article.text)
            hay = Haystack([key for key in pieces.keys if key], _places(pieces))
            for steps in exact(given, hay):
                placed = [(i, hay.places[j]) for i, j in steps if j is not None]
                yield Match(given, pieces, list(placed), record.spans, record)


def _records(page: Page, close: Match | None) -> Iterable[QuoteRecord]:
    """The records whose words a quote may be; in a volume those around the nearest place.

    A volume is read as a whole only if nothing else than cuts parts the quote from that place.
    """
    if len(page.article.text) <= WHOLE:
        return page.records(0)
    if close is None:
        return ()
    start = close.spans()[0].start
    cut = all(each.kind == "cut" for each in close.differences())
    return (*page.records(start), *(page.records(None) if cut else ()))


def _pieces(record: QuoteRecord, view: View, text: str) -> Words:
    """The words of a record, each piece by itself: it may begin or end inside a word of the text.

    Before, between and after the pieces stands a word without a key, for what is not the record's.
    """
    keys, starts, ends = [""], [0], [record.spans[0].start]
    for span, following in pairwise((*record.spans, Span(len(text), len(text)))):
        piece = view.words(text[slice(*span)])
        keys += [*piece.keys, ""]
        starts += [*(span.start + at for at in piece.starts), span.end]
        ends += [*(span.start + at for at in piece.ends), following.start]
    return Words(text, keys, starts, ends)


def _places(pieces: Words) -> list[int]:
    """Which words are a record's."""
    return [i for i, key in enumerate(pieces.keys) if key]


def _ranked(page: Page, matches: Iterable[Match]) -> _Ranked | None:
    """The best of several matches, with its rank."""
    best: _Ranked | None = None
    for match in matches:
        rank = _rank(page, match)
        if best is None or rank < best[0]:
            best = rank, match
        if rank[:-1] == _PERFECT:  # and the first of all that are
            break
    return best


def _rank(page: Page, match: Match) -> _Rank:
    """What is better has less: what differs, typography, a place outside marks, a later place."""
    start = match.spans()[0].start
    rough, outside = match.exact() is None, not page.in_marks(start)
    return -match.similarity(), len(match.differences()), rough, outside, start


def _is_of_one(page: Page, match: Match) -> bool:
    """All pieces of an interrupted quote are one speaker's."""
    return len(match.spans()) > 1 and said_by_one(page.said(match.starts())) is not None
