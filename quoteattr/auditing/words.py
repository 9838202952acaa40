"""Count the words of a record, and its verbatim words."""

from __future__ import annotations

from quoteattr.records import QuoteRecord


def count_words(record: QuoteRecord) -> int:
    """The number of words of a quote, between white space."""
    return len(record.quote.split())


def count_verbatim_words(record: QuoteRecord) -> int:
    """The number of words of a quote that are verbatim.

    >>> count_verbatim_words(QuoteRecord("Ida", "she was “very cold” there", "a", "mixed",
    ...                                  spans=[(10, 35)], quoted=[(19, 28)]))
    2
    """
    words = count_words(record)
    verbatim = record.verbatim
    if verbatim == record.spans:
        return words
    length = sum(end - start for start, end in record.spans)
    if len(record.quote) != length + len(record.spans) - 1:  # changed by hand
        share = sum(end - start for start, end in verbatim) / length
        return min(words, round(words * share))
    return sum(len(_piece(record, start, end).split()) for start, end in verbatim)


def _piece(record: QuoteRecord, start: int, end: int) -> str:
    """The part of the quote at ``start`` to ``end`` in the text."""
    before = 0
    for first, last in record.spans:
        if first <= start < last:
            return record.quote[before + start - first : before + min(end, last) - first]
        before += last - first + 1  # and the space between two parts
    return ""
