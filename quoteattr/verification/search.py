"""Is this quote really in this text, word for word?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter

from attrs import evolve

from quoteattr.checks import check_several, check_text, text_not_path
from quoteattr.extras import require
from quoteattr.records import Article, QuoteRecord
from quoteattr.verification.haystack import RUN, Haystack, exact, near
from quoteattr.verification.page import Page
from quoteattr.verification.result import OUTCOMES, Outcome, Verification
from quoteattr.wording.align import Step, widened
from quoteattr.wording.difference import Difference
from quoteattr.wording.given import Given, read_quote
from quoteattr.wording.match import Match

#: least share of its words that an altered quote has in common with the text; and that a short one
#: has, which is one of fewer words than these. docs/verify.md has what was measured for them
ALIKE, ALIKE_SHORT, SHORT = 0.65, 0.8, 7

#: most words, in all the places of one quote, that are compared
_COMPARED = 100_000

_Search = Callable[[Given, Haystack], Iterator[list[Step]]]
_Rank = tuple[float, int, bool, bool, int]
#: the rank, place apart, that nothing beats
_PERFECT = (-1, 0, False, False)


def verify(quote: str, text: str | Article) -> Verification:
    """Tell whether a quote stands in a text, word for word.

    Typography does not count: the shapes of marks and apostrophes, dashes, spaces, line breaks,
    ligatures, soft hyphens, the marks inside the quote, the comma or full stop at its end, the case
    of its first letter. Nor does a clause such as *she said* between two pieces of a quote.

    Args:
        quote: the quote, with or without marks around it. ``…`` in it stands for words left out,
            ``[…]`` and ``(…)`` for words put in.
        text: the text, or the article, in which it should stand. Neither is changed.

    Returns:
        What was found, where (offsets of the text as given, in characters, end exclusive), with
        what differs, and who says it. Of several places the one most like it; of those a place
        between marks; of those the first.

    Raises:
        InputError: The quote has no word or more than 2,000, or an argument is no string.
        MissingExtraError: The extra ``verify`` is not installed.

    >>> found = verify("We will rebuild", "“We will rebuild,” said Mara Holt.")
    >>> found.outcome, found.spans, found.speaker
    ('exact', (Span(start=1, end=16),), 'Mara Holt')
    """
    return verify_many([quote], [text])[0]


def verify_many(quotes: Iterable[str], texts: Iterable[str | Article]) -> list[Verification]:
    """Look for each of several quotes in each of several texts.

    Args:
        quotes: the quotes, as for :func:`verify`.
        texts: texts or articles; give articles an ``id``, since the answer tells it. They are read
            one after the other and not kept.

    Returns:
        For each quote, in order, the best that was found in any of the texts; of several as good,
        that in the first text.

    Raises:
        InputError: as for :func:`verify`, or a single string was given for several.
        MissingExtraError: The extra ``verify`` is not installed.

    >>> articles = [Article("Rain fell.", id="a"), Article("“It will pass,” he said.", id="b")]
    >>> [(each.outcome, each.source) for each in verify_many(["It will pass.", "No."], articles)]
    [('typography', 'b'), ('not found', None)]
    """
    require("verify", "rapidfuzz")
    several = "a list of each, or verify() one"
    quotes, texts = (check_several(each, "verify_many()", several) for each in (quotes, texts))
    wanted = [read_quote(quote) for quote in quotes]
    best = [Verification(given.words.text, "not found") for given in wanted]
    for text in texts:
        page = Page(_article(text))
        best = [
            last if last.outcome == "exact" else min(last, _verify(given, page), key=_order)
            for given, last in zip(wanted, best, strict=True)
        ]
    return best


def _article(text: object) -> Article:
    """The article that is meant; raises on what is none."""
    if isinstance(text, Article):
        return text
    check_text(text, "verify(text)")
    return Article(text_not_path(str(text), "verify(text)"))


def _order(found: Verification) -> tuple[float, ...]:
    """What is better comes first."""
    return OUTCOMES.index(found.outcome), -found.similarity, len(found.differences)


def _verify(given: Given, page: Page) -> Verification:
    """Look for one quote in one text."""
    match = _best(given, page)
    if match is None:
        return Verification(given.words.text, "not found")
    words = match.words()
    said = page.said(words)
    differences = _kept_apart(page, match, said)
    spans = match.exact() if not differences else None
    outcome: Outcome = "altered" if differences else "exact" if spans else "typography"
    spans = spans or match.spans()
    return Verification(
        quote=given.words.text,
        outcome=outcome,
        source=page.article.source,
        spans=spans,
        text=" ".join(page.article.text[slice(*span)] for span in spans),
        differences=differences,
        similarity=match.similarity(),
        record=_said_by_one(said),
    )


def _best(given: Given, page: Page) -> Match | None:
    """The place in a text that is most like a quote."""
    for search in (exact, near) if given.own >= RUN else (exact,):
        found = _ranked(page, _matches(search, given, page, page.running))
        if found is None or found[1].differences():
            spoken = _matches(search, given, page, page.spoken)
            other = _ranked(page, (match for match in spoken if _is_of_one(page, match)))
            found = min(filter(None, (found, other)), key=itemgetter(0), default=None)
        if found is not None:
            return found[1]
    return None


def _matches(search: _Search, given: Given, page: Page, hay: Haystack) -> Iterator[Match]:
    """The places that a search finds, the near ones only if they are near enough."""
    for steps in islice(search(given, hay), max(_COMPARED // given.size, 1)):
        if any(j is not None and not hay.keys[j] for _, j in steps):
            continue
        placed = [(i, None if j is None else hay.places[j]) for i, j in steps]
        match = Match(given, page.words, widened(page.words, placed), page.stretches)
        alike = ALIKE if given.own >= SHORT else ALIKE_SHORT
        if search is exact or (match.run() >= RUN and match.similarity() >= alike):
            yield match


def _ranked(page: Page, matches: Iterable[Match]) -> tuple[_Rank, Match] | None:
    """The best of several matches, with its rank."""
    best: tuple[_Rank, Match] | None = None
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
    return len(match.spans()) > 1 and _said_by_one(page.said(match.words())) is not None


def _said_by_one(said: Sequence[QuoteRecord | None]) -> QuoteRecord | None:
    """The first record, if the words are all one speaker's."""
    first = said[0]
    same = first is not None and all(r is not None and r.speaker == first.speaker for r in said)
    return first if same else None


def _kept_apart(
    page: Page, match: Match, said: Sequence[QuoteRecord | None]
) -> tuple[Difference, ...]:
    """What differs; an ellipsis does not join what two have said, which is a cut."""
    starts = [page.words.starts[j] for j in match.words()]
    speakers = [record and record.speaker for record in said]
    differences = []
    for each in match.differences():
        at = bisect_left(starts, each.span.end)
        if each.kind == "ellipsis" and 0 < at < len(starts) and speakers[at - 1] != speakers[at]:
            each = evolve(each, kind="cut")
        differences.append(each)
    return tuple(differences)
