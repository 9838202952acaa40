"""What one wording of an utterance has otherwise than another, word by word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

import numpy as np
from attrs import evolve

from quoteattr.compare.align import Step, align, widened
from quoteattr.compare.difference import Difference, DifferenceKind
from quoteattr.compare.fold import Words, fold_gap, words
from quoteattr.compare.match import Match
from quoteattr.compare.wanted import LONGEST, Given, split, stripped
from quoteattr.records import Span


def differences(quote: str, fullest: str) -> tuple[Difference, ...]:
    """Set a wording beside the fullest one.

    Args:
        quote: the wording.
        fullest: the fullest one. Of either the first 2,000 words are compared.

    Returns:
        What differs, in order of the fullest wording, of which ``text`` and ``span`` of each
        :class:`Difference` are.

    >>> for each in differences("they [will] build it …", "We shall build it, on the quay"):
    ...     print(each)
    changed “We” → “they”
    bracketed “shall” → “[will]”
    ellipsis “on the quay” → “…”
    """
    given, full = split(_first(quote)), split(_first(fullest))
    steps = _aligned(given, full)
    if not steps:
        return (_all(given.words, full.words),)
    steps = widened(full.words, steps)
    found = [*_ends(given, full.words, steps), *Match(given, full.words, steps).differences()]
    return tuple(
        sorted((_told(each, full) for each in found), key=attrgetter("span", "quote_span"))
    )


def place(quote: str, fullest: str) -> range:
    """Tell which words of the fullest wording another has; empty if it has none.

    >>> place("build it, on", "We shall build it, on the quay")
    range(2, 5)
    """
    steps = _aligned(split(_first(quote)), split(_first(fullest)))
    beside = [j for _, j in steps if j is not None]
    return range(beside[0], beside[-1] + 1) if beside else range(0)


def _aligned(given: Given, full: Given) -> list[Step]:
    """The words of a wording beside those of the fullest one; empty if no word is the same."""
    ids = {key: number for number, key in enumerate(dict.fromkeys(full.words.keys))}
    if not set(ids).intersection(given.words.keys):
        return []
    told = [ids.get(key, -1) for key in given.words.keys]
    return list(align(given, np.array(told), np.array([ids[key] for key in full.words.keys])))


def _all(quote: Words, full: Words) -> Difference:
    """Nothing is the same."""
    spans = (Span(words.starts[0], words.ends[-1]) for words in (full, quote))
    span, quote_span = spans
    return Difference(
        "changed", full.text[slice(*span)], span, quote.text[slice(*quote_span)], quote_span
    )


def _first(text: str) -> Words:
    """The words of a wording, as many as are compared."""
    found = words(text)
    return Words(text, found.keys[:LONGEST], found.starts[:LONGEST], found.ends[:LONGEST])


def _ends(given: Given, full: Words, steps: list[Step]) -> Iterator[Difference]:
    """What the fullest wording has before the first word of another, and after the last."""
    beside = [j for _, j in steps if j is not None]
    quote, end = given.words, len(given.words.text)
    before, after = quote.between(0), quote.between(given.size)
    yield from _end(full, range(beside[0]), before, 0, quote)
    yield from _end(full, range(beside[-1] + 1, len(full.keys)), after, end - len(after), quote)


def _end(full: Words, cut: range, gap: str, start: int, quote: Words) -> Iterator[Difference]:
    """The words that are cut at one end, where ``gap`` begins at ``start`` in the quote."""
    if not cut:
        return
    told = stripped(gap) if "…" in fold_gap(gap) else ""
    at = start + gap.index(told) if told else start and start + len(gap)
    span = Span(full.starts[cut[0]], full.ends[cut[-1]])
    kind: DifferenceKind = "ellipsis" if told else "cut"
    yield Difference(kind, full.text[slice(*span)], span, told, Span(at, at + len(told)))


def _told(each: Difference, full: Given) -> Difference:
    """The same difference, told by the fullest wording: it has brackets or an ellipsis there."""
    first = bisect_left(full.words.starts, each.span.start)
    last = bisect_left(full.words.starts, each.span.end)
    bracketed = full.bracketed[first:last]
    if (each.kind == "changed" and any(bracketed)) or (each.kind == "cut" and all(bracketed)):
        return evolve(each, kind="bracketed")
    if each.kind == "inserted" and "…" in fold_gap(full.words.between(first)):
        return evolve(each, kind="ellipsis")
    return each
