"""Use coreference from elsewhere: clusters of spans, such as those of a coreference model.

They are evidence about mentions that are found independently: they join some, and never add or move
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

#: from a text to clusters: each has the spans, in characters, that refer to one entity
FindClusters = Callable[[str], Iterable[Iterable[tuple[int, int]]]]


def check_clusters(clusters: object) -> None:
    """Check that ``clusters`` is a function or None.

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
    """Compute the clusters of a text.

    Raises:
        InputError: the result of ``find`` does not consist of spans of the text.
    """
    if find is None:
        return []
    clusters = _items(find(text), "clusters")
    return [[_span(pair, text) for pair in _items(cluster, "spans")] for cluster in clusters]


def _items(value: Any, wanted: str) -> Iterable[Any]:
    """The value, checked to be iterable."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise InputError(
            f"clusters= returned {shorten(value)} instead of an iterable of {wanted}",
            where="clusters",
            remedy="return clusters, each of spans (start, end)",
        )
    return value


def _span(value: Any, text: str) -> Span:
    """The value as a span, checked to be one of this text."""
    try:
        start, end = map(index, value)
    except (TypeError, ValueError):
        raise InputError(
            f"clusters= returned {shorten(value)} instead of a span",
            where="clusters",
            remedy="return pairs (start, end) of characters",
        ) from None
    if not 0 <= start < end <= len(text):
        raise InputError(
            f"clusters= returned the span {shorten((start, end))}, which is empty or outside the"
            f" text of {len(text)} characters",
            where="clusters",
            remedy="return spans of the text as it was passed, end exclusive",
        )
    return Span(start, end)


def chunks_of(clusters: Iterable[Iterable[Span]], chunks: Chunks) -> list[list[int]]:
    """The chunks of the mentions of each cluster, in order."""
    return [chunks_at(cluster, chunks) for cluster in clusters]


def chunks_at(spans: Iterable[Span], chunks: Chunks) -> list[int]:
    """The chunks at some spans, in order; a span that contains no whole chunk is left out."""
    return sorted({_chunk(span, chunks) for span in spans} - {-1})


def _chunk(span: Span, chunks: Chunks) -> int:
    """The chunk that begins the span or, after possessors, heads it; -1 if it is not complete."""
    i = bisect_right(chunks.starts, span.start) - 1
    if i < 0 or chunks.ends[i] <= span.start:
        return -1
    while chunks.tags[i + 1 : i + 2] == POSSESSIVE and chunks.ends[i + 1] < span.end:
        i += 2
    return i if i < len(chunks.tags) and chunks.ends[i] <= span.end else -1


def unite(forms: dict[int, NameForm], clusters: Sequence[Sequence[int]]) -> dict[int, NameForm]:
    """Give all names of a cluster its fullest form, so that they become one entity.

    Other names of these forms join them, except last names, which several people may share.
    """
    united = dict(forms)
    fuller_forms: defaultdict[NameForm, set[NameForm]] = defaultdict(set)
    for cluster in clusters:
        named = [i for i in cluster if i in forms]
        fullest = max((forms[i] for i in named), key=_fullness, default=())
        for i in named:
            united[i] = fullest
            fuller_forms[keys(forms[i])].add(fullest)
    last_names = {keys(words)[-1:] for words in forms.values() if len(words) > 1}
    for i, words in forms.items():
        form = keys(words)
        if form not in last_names and len(fuller_forms.get(form, ())) == 1:
            (united[i],) = fuller_forms[form]
    return united


def _fullness(words: NameForm) -> tuple[int, int]:
    """The fullness of a form of a name: its number of words, then of letters."""
    return len(words), sum(map(len, words))
