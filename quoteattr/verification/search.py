"""Is this quote really in this text, word for word?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from quoteattr.checks import check_several, check_text, text_not_path
from quoteattr.compare.difference import Difference
from quoteattr.compare.match import Match
from quoteattr.compare.wanted import LONGEST, Given, check_length, read_quote
from quoteattr.extras import require
from quoteattr.records import Article, QuoteRecord
from quoteattr.verification.negation import lost_negation
from quoteattr.verification.page import Page, View
from quoteattr.verification.places import best_place, other_places, said_by_one
from quoteattr.verification.result import OUTCOMES, Outcome, Verification


def verify(quote: str, text: str | Article) -> Verification:
    """Tell whether a quote stands in a text, word for word.

    Typography does not count: the shapes of marks and apostrophes, dashes, spaces, line breaks,
    ligatures, soft hyphens, hyphens at line ends, HTML entities, the ``>`` before the lines of an
    answered letter, the numbers of notes (``[38]``), the marks inside the quote, the comma or full
    stop at its end, the case of its first letter. Nor does a clause such as *she said* between two
    pieces of a quote.

    Args:
        quote: the quote, with or without marks around it. ``…`` in it stands for words left out,
            ``[…]`` and ``(…)`` for words put in.
        text: the text, or the article, in which it should stand. Neither is changed.

    Returns:
        What was found, where (offsets of the text as given, in characters, end exclusive), with
        what differs, and who says it. Of several places the one most like it; of those a place
        between marks; of those the first.

    Raises:
        InputError: The quote has no word, or more than 2,000 and does not stand there word for
            word, or an argument is no string.
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
    quotes = check_several(quotes, "verify_many(quotes)", "a list of quotes (verify() takes one)")
    texts = check_several(texts, "verify_many(texts)", "a list of texts (verify() takes one)")
    wanted = [read_quote(quote) for quote in quotes]
    best = [Verification(given.words.text, "not found") for given in wanted]
    for text in texts:
        page = Page(to_article(text))
        best = [
            last if last.outcome == "exact" else min(last, next(find(given, page)), key=order)
            for given, last in zip(wanted, best, strict=True)
        ]
    for given, found in zip(wanted, best, strict=True):
        if not found.found:
            check_length(given.size, LONGEST)
    return best


def to_article(text: object) -> Article:
    """The article that is meant; raises on what is none."""
    if isinstance(text, Article):
        return text
    check_text(text, "verify(text)")
    return Article(text_not_path(str(text), "verify(text)"))


def order(found: Verification) -> tuple[float, ...]:
    """What is better comes first."""
    likeness = found.nearest.similarity if found.nearest else found.similarity
    return OUTCOMES.index(found.outcome), -likeness, len(found.differences)


def find(given: Given, page: Page) -> Iterator[Verification]:
    """The best place of a quote in one text, or that there is none; then others word for word."""
    match, nearest = best_place(given, page)
    if match is None:
        yield Verification(given.words.text, "not found", nearest=nearest)
        return
    found = _verification(match, page)
    yield found
    if not found.differences:
        for other in other_places(given, page):
            yield _verification(other, page)


def _verification(match: Match, page: Page) -> Verification:
    """What a place in a text tells."""
    joined = match.record  # None unless it stands in the pieces of one
    said = page.said(match.starts()) if joined is None else [joined] * len(match.words())
    differences = _kept_apart(match, said)
    spans = match.exact() if not differences else None
    outcome: Outcome = "altered" if differences else "exact" if spans else "typography"
    spans = spans or match.spans()
    return Verification(
        quote=match.given.words.text,
        outcome=outcome,
        source=page.article.source,
        spans=spans,
        text=" ".join(page.article.text[slice(*span)] for span in spans),
        differences=differences,
        similarity=match.similarity(),
        record=said_by_one(said),
        negation=lost_negation(page.reading(View()).words, spans[0].start, differences),
    )


def _kept_apart(match: Match, said: Sequence[QuoteRecord | None]) -> tuple[Difference, ...]:
    """What differs; an ellipsis does not join what two have said, which is a cut."""
    starts = match.starts()
    speakers = [record and record.speaker for record in said]
    differences = []
    for each in match.differences():
        at = bisect_left(starts, each.span.end)
        if each.kind == "ellipsis" and 0 < at < len(starts) and speakers[at - 1] != speakers[at]:
            each = evolve(each, kind="cut")
        differences.append(each)
    return tuple(differences)
