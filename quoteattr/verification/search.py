"""Verify quotes against texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from quoteattr.checks import check_several, describe, text_not_path
from quoteattr.compare.alignment import Alignment
from quoteattr.compare.difference import Difference
from quoteattr.compare.quote_words import LONGEST_QUOTE, QuoteWords, check_length, read_quote
from quoteattr.errors import InputError
from quoteattr.extras import require
from quoteattr.records import Article, QuoteRecord
from quoteattr.verification.indexed_article import IndexedArticle, Tokenization
from quoteattr.verification.negation import lost_negation
from quoteattr.verification.places import best_place, common_record, exact_places
from quoteattr.verification.result import OUTCOMES, Outcome, Verification


def verify(quote: str, text: str | Article) -> Verification:
    """Verify that a quote occurs in a text, word for word.

    Typography does not count: the shapes of quotation marks and apostrophes, dashes, spaces, line
    breaks, ligatures, soft hyphens, hyphens at line ends, HTML entities, the ``>`` before the lines
    of an e-mail reply, reference numbers (``[38]``), HTML tags, the marks inside the quote, the
    comma or full stop at its end, the case of its first letter. Nor does a clause such as *she
    said* between two parts of a quote.

    Args:
        quote: the quote, with or without quotation marks. ``…`` marks words left out, ``[…]`` and
            ``(…)`` words added.
        text: the text or the article. Neither is changed.

    Returns:
        The outcome, the spans (offsets into the text as passed, in characters, end exclusive), the
        differences and the speaker. Of several passages the most similar one; of those one in
        quotation marks; of those the first.

    Raises:
        InputError: the quote has no word, or it has more than 2,000 and does not occur word for
            word, or an argument is not a string.
        MissingExtraError: the extra ``verify`` is not installed.

    >>> result = verify("We will rebuild", "“We will rebuild,” said Mara Holt.")
    >>> result.outcome, result.spans, result.speaker
    ('exact', (Span(start=1, end=16),), 'Mara Holt')
    """
    return verify_many([quote], [to_article(text)])[0]


def verify_many(quotes: Iterable[str], texts: Iterable[str | Article]) -> list[Verification]:
    """Verify each of several quotes against several texts.

    Args:
        quotes: the quotes, as for :func:`verify`.
        texts: texts or articles; an article with an ``id`` is named in the result. They are read
            one by one and not kept.

    Returns:
        For each quote, in order, its best verification in any of the texts; of several equally good
        ones, that in the first text.

    Raises:
        InputError: as for :func:`verify`, or a single string was passed for several.
        MissingExtraError: the extra ``verify`` is not installed.

    >>> articles = [Article("Rain fell.", id="a"), Article("“It will pass,” he said.", id="b")]
    >>> results = verify_many(["It will pass.", "No."], articles)
    >>> [(result.outcome, result.source) for result in results]
    [('typography', 'b'), ('not found', None)]
    """
    require("verify", "rapidfuzz")
    quotes = check_several(quotes, "verify_many(quotes)", "a list of quotes (verify() takes one)")
    texts = check_several(texts, "verify_many(texts)", "a list of texts (verify() takes one)")
    split = [read_quote(quote) for quote in quotes]
    best = [Verification(quote.words.text, "not found") for quote in split]
    for text in texts:
        article = IndexedArticle(to_article(text, "verify_many(texts)"))
        best = [
            last if last.outcome == "exact" else min(last, next(find(quote, article)), key=order)
            for quote, last in zip(split, best, strict=True)
        ]
    for quote, verification in zip(split, best, strict=True):
        if not verification.found:
            check_length(quote.size, LONGEST_QUOTE)
    return best


def to_article(text: object, where: str = "verify(text)") -> Article:
    """The text as an article; raises InputError if it is neither a string nor an article."""
    if isinstance(text, Article):
        return text
    if not isinstance(text, str):
        raise InputError(
            f"{where} takes a string or an Article, not {describe(text)}",
            where=where,
            remedy="read the file first, as in Path(path).read_text(encoding='utf-8')",
        )
    return Article(text_not_path(text, where))


def order(result: Verification) -> tuple[float, ...]:
    """Sort key: the best verification first."""
    similarity = result.nearest.similarity if result.nearest else result.similarity
    return OUTCOMES.index(result.outcome), -similarity, len(result.differences)


def find(quote: QuoteWords, article: IndexedArticle) -> Iterator[Verification]:
    """Yield the best verification of a quote in an article, then all others that are exact."""
    alignment, nearest = best_place(quote, article)
    if alignment is None:
        yield Verification(quote.words.text, "not found", nearest=nearest)
        return
    best = _verification(alignment, article)
    yield best
    if not best.differences:
        for exact in exact_places(quote, article):
            yield _verification(exact, article)


def _verification(alignment: Alignment, article: IndexedArticle) -> Verification:
    """The verification of a quote at a passage."""
    if alignment.record is None:
        records = article.records_at(alignment.starts())
    else:
        records = [alignment.record] * len(alignment.shared_words())
    differences = _split_at_speakers(alignment, records)
    spans = article.exact_spans(alignment) if not differences else None
    outcome: Outcome = "altered" if differences else "exact" if spans else "typography"
    spans = spans or alignment.spans()
    words = article.tokenize(Tokenization()).words
    return Verification(
        quote=alignment.quote.words.text,
        outcome=outcome,
        source=article.article.source,
        spans=spans,
        text=" ".join(article.article.text[slice(*span)] for span in spans),
        differences=differences,
        similarity=alignment.similarity(),
        record=common_record(records),
        negation=lost_negation(words, spans[0].start, differences),
    )


def _split_at_speakers(
    alignment: Alignment, records: Sequence[QuoteRecord | None]
) -> tuple[Difference, ...]:
    """The differences; an ellipsis between the words of two speakers is a cut."""
    starts = alignment.starts()
    speakers = [record and record.speaker for record in records]
    differences = []
    for difference in alignment.differences():
        at = bisect_left(starts, difference.span.end)
        if (
            difference.kind == "ellipsis"
            and 0 < at < len(starts)
            and speakers[at - 1] != speakers[at]
        ):
            difference = evolve(difference, kind="cut")
        differences.append(difference)
    return tuple(differences)
