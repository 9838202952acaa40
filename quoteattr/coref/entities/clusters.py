"""Coreference from elsewhere: clusters of spans, as a coreference model or an entity linker gives.

They are evidence about mentions that are found without them: they join some, and never add or move
one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from operator import index
from typing import Any

from quoteattr.coref.names.forms import NameForm, keys
from quoteattr.detect.alphabet import POSSESSIVE
from quoteattr.detect.chunks import Chunks
from quoteattr.errors import InputError
from quoteattr.records import Span
from quoteattr.text import shorten

#: from a text to clusters: each of spans, in characters, that stand for one person or organisation
FindClusters = Callable[[str], Iterable[Iterable[tuple[int, int]]]]


def check_clusters(clusters: object) -> None:
    """Make sure that ``clusters`` is a function, if it is anything.

    Raises:
        InputError: it cannot be called.
    """
    if clusters is not None and not callable(clusters):
        raise InputError(
            f"clusters= takes a function from a text to clusters of spans, not {shorten(clusters)}",
            where="clusters",
            remedy="pass lambda text: clusters",
        )


def read_clusters(find: FindClusters | None, text: str) -> list[list[Span]]:
    """Ask for the clusters of a text.

    Raises:
        InputError: what ``find`` gives is not made of spans of the text.
    """
    if find is None:
        return []
    clusters = _items(find(text), "clusters")
    return [[_span(pair, text) for pair in _items(cluster, "spans")] for cluster in clusters]


def _items(value: Any, wanted: str) -> Iterable[Any]:
    """The value, if it is an iterable."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise InputError(
            f"clusters= gave {shorten(value)} where an iterable of {wanted} is wanted",
            where="clusters",
            remedy="give clusters, each of spans (start, end)",
        )
    return value


def _span(value: Any, text: str) -> Span:
    """The value as a span, if it is one of this text."""
    try:
        start, end = map(index, value)
    except (TypeError, ValueError):
        raise InputError(
            f"clusters= gave {shorten(value)} where a span is wanted",
            where="clusters",
            remedy="give pairs (start, end) of characters",
        ) from None
    if not 0 <= start < end <= len(text):
        raise InputError(
            f"clusters= gave the span {shorten((start, end))}, which is empty or leaves the text"
            f" of {len(text)} characters",
            where="clusters",
            remedy="give spans of the text as it was passed, end exclusive",
        )
    return Span(start, end)


def chunks_of(clusters: Iterable[Iterable[Span]], chunks: Chunks) -> list[list[int]]:
    """The chunks of the mentions of each cluster, in order."""
    return [chunks_at(cluster, chunks) for cluster in clusters]


def chunks_at(spans: Iterable[Span], chunks: Chunks) -> list[int]:
    """The chunks at some spans, in order; a span that holds no chunk whole is left out."""
    return sorted({_chunk(span, chunks) for span in spans} - {-1})


def _chunk(span: Span, chunks: Chunks) -> int:
    """The chunk that begins the span or, after possessors, heads it; -1 if it is not whole."""
    i = bisect_right(chunks.starts, span.start) - 1
    if i < 0 or chunks.ends[i] <= span.start:
        return -1
    while chunks.tags[i + 1 : i + 2] == POSSESSIVE and chunks.ends[i + 1] < span.end:
        i += 2
    return i if i < len(chunks.tags) and chunks.ends[i] <= span.end else -1


def unite(forms: dict[int, NameForm], clusters: Sequence[Sequence[int]]) -> dict[int, NameForm]:
    """Give all names of a cluster its fullest form, so that they make one entity.

    Further names of these forms go with them, but for last names, which several may share.

    Args:
        forms: the words of each name, by its chunk.
        clusters: the chunks of each cluster.
    """
    united = dict(forms)
    fuller: defaultdict[NameForm, set[NameForm]] = defaultdict(set)
    for cluster in clusters:
        named = [i for i in cluster if i in forms]
        fullest = max((forms[i] for i in named), key=_fullness, default=())
        for i in named:
            united[i] = fullest
            fuller[keys(forms[i])].add(fullest)
    lasts = {keys(words)[-1:] for words in forms.values() if len(words) > 1}
    for i, words in forms.items():
        form = keys(words)
        if form not in lasts and len(fuller.get(form, ())) == 1:
            (united[i],) = fuller[form]
    return united


def _fullness(words: NameForm) -> tuple[int, int]:
    """How full a form of a name is: its words, then its letters."""
    return len(words), sum(map(len, words))
