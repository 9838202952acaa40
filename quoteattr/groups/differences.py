"""Compare a wording of an utterance with its fullest wording, word by word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

import numpy as np
from attrs import evolve

from quoteattr.compare.align import Step, align, extend_ends
from quoteattr.compare.alignment import Alignment
from quoteattr.compare.difference import Difference, DifferenceKind
from quoteattr.compare.normalize import WordSequence, normalize_gap, normalize_words
from quoteattr.compare.quote_words import LONGEST_QUOTE, QuoteWords, parse_edits, strip_marks
from quoteattr.records import Span


def differences(quote: str, fullest: str) -> tuple[Difference, ...]:
    """Compare a wording with the fullest one.

    Args:
        quote: the wording.
        fullest: the fullest wording. The first 2,000 words of either are compared.

    Returns:
        The differences, in order of the fullest wording. ``text`` and ``span`` of each
        :class:`Difference` refer to the fullest wording.

    >>> for difference in differences("they [will] build it …", "We shall build it, on the quay"):
    ...     print(difference)
    changed “We” → “they”
    bracketed “shall” → “[will]”
    ellipsis “on the quay” → “…”
    """
    words, full = parse_edits(_first_words(quote)), parse_edits(_first_words(fullest))
    steps = _align(words, full)
    if not steps:
        return (_everything(words.words, full.words),)
    steps = extend_ends(full.words, steps)
    result = [
        *_ends(words, full.words, steps),
        *Alignment(words, full.words, steps).differences(),
    ]
    result = [_with_edits_of(full, difference) for difference in result]
    return tuple(sorted(result, key=attrgetter("span", "quote_span")))


def aligned_range(quote: str, fullest: str) -> range:
    """The words of the fullest wording from the first to the last that a quote contains.

    Returns:
        Word numbers; an empty range if the quote has none of the words.

    >>> aligned_range("build it, on", "We shall build it, on the quay")
    range(2, 5)
    """
    steps = _align(parse_edits(_first_words(quote)), parse_edits(_first_words(fullest)))
    aligned = [j for _, j in steps if j is not None]
    return range(aligned[0], aligned[-1] + 1) if aligned else range(0)


def _align(quote: QuoteWords, full: QuoteWords) -> list[Step]:
    """The alignment of a wording with the fullest one; empty if they share no word."""
    ids = {key: number for number, key in enumerate(dict.fromkeys(full.words.keys))}
    if not set(ids).intersection(quote.words.keys):
        return []
    quote_ids = np.array([ids.get(key, -1) for key in quote.words.keys])
    return list(align(quote, quote_ids, np.array([ids[key] for key in full.words.keys])))


def _everything(quote: WordSequence, full: WordSequence) -> Difference:
    """The difference of two wordings that share no word."""
    span, quote_span = (Span(words.starts[0], words.ends[-1]) for words in (full, quote))
    return Difference(
        "changed", full.text[slice(*span)], span, quote.text[slice(*quote_span)], quote_span
    )


def _first_words(text: str) -> WordSequence:
    """The words of a wording that are compared."""
    words = normalize_words(text)
    return WordSequence(
        text, words.keys[:LONGEST_QUOTE], words.starts[:LONGEST_QUOTE], words.ends[:LONGEST_QUOTE]
    )


def _ends(quote: QuoteWords, full: WordSequence, steps: list[Step]) -> Iterator[Difference]:
    """The words of the fullest wording before the first aligned word and after the last."""
    aligned = [j for _, j in steps if j is not None]
    words, end = quote.words, len(quote.words.text)
    before, after = words.between(0), words.between(quote.size)
    yield from _end(full, range(aligned[0]), before, 0)
    yield from _end(full, range(aligned[-1] + 1, len(full.keys)), after, end - len(after))


def _end(full: WordSequence, cut: range, gap: str, start: int) -> Iterator[Difference]:
    """The words that are cut at one end, where ``gap`` begins at ``start`` in the quote."""
    if not cut:
        return
    ellipsis = strip_marks(gap) if "…" in normalize_gap(gap) else ""
    at = start + gap.index(ellipsis) if ellipsis else start and start + len(gap)
    span = Span(full.starts[cut[0]], full.ends[cut[-1]])
    kind: DifferenceKind = "ellipsis" if ellipsis else "cut"
    quote_span = Span(at, at + len(ellipsis))
    yield Difference(kind, full.text[slice(*span)], span, ellipsis, quote_span)


def _with_edits_of(full: QuoteWords, difference: Difference) -> Difference:
    """The difference, its kind corrected if the fullest wording has brackets or an ellipsis."""
    first = bisect_left(full.words.starts, difference.span.start)
    last = bisect_left(full.words.starts, difference.span.end)
    bracketed, kind = full.bracketed[first:last], difference.kind
    if (kind == "changed" and any(bracketed)) or (kind == "cut" and all(bracketed)):
        return evolve(difference, kind="bracketed")
    if kind == "inserted" and "…" in normalize_gap(full.words.between(first)):
        return evolve(difference, kind="ellipsis")
    return difference
