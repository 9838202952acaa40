"""Make training examples for the tagger: the labels and sources of annotated articles.

If a corpus has annotated quoted spans only, their tokens and the mentions of their speakers have
labels, and all other tokens may have any label (Tsuboi and others 2008: training conditional random
fields with incomplete annotations).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quoteattr.detect.alphabet import QUOTE
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.token import Token
from quoteattr.detect.tokens import tokenize
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.records import Span
from quoteattr.tag.features import Ints, TokenFeatures, features_of_tokens
from quoteattr.tag.paragraphs import split_paragraphs
from quoteattr.tag.tagger import BEGIN, CUE, INSIDE, LABELS, OUTSIDE, SOURCE

#: minimum length of a word that is capitalised in a title
_TITLE_WORD = 4

Bools = NDArray[np.bool_]


class TaggedParagraph(NamedTuple):
    """A paragraph to train on."""

    #: the features of its tokens, one array per kind
    features: TokenFeatures
    #: tokens × labels
    allowed: Bools
    #: for quoted spans, by position: the tokens of the source, none if it is elsewhere, and None if
    #: nobody said the words
    sources: dict[int, Ints | None]


def annotated_labels(
    text: str, tokens: Sequence[Token], attributions: Iterable[GoldAttribution]
) -> Ints:
    """The annotated label of each token; a quoted span has the label of most of its characters."""
    label = np.full(len(text) + 1, OUTSIDE)
    content_number = np.zeros(len(text) + 1, dtype=np.intp)
    attributions = list(attributions)
    for attribution in attributions:
        for spans, number in ((attribution.source, SOURCE), (attribution.cue, CUE)):
            for start, end in spans:
                label[start:end] = number
    for number, (start, end) in enumerate(_contents(text, attributions), 1):
        label[start:end], content_number[start:end] = INSIDE, number
    labels = np.zeros(len(tokens), dtype=np.intp)
    last = 0
    for i, token in enumerate(tokens):
        if token.tag == QUOTE:
            inside = content_number[token.start : token.end]
            number = int(inside.max()) if 2 * np.count_nonzero(inside) >= len(inside) else 0
        else:
            number = int(content_number[token.start])
        labels[i] = label[token.start] if not number else INSIDE if number == last else BEGIN
        if not number and labels[i] == INSIDE:
            labels[i] = OUTSIDE
        last = number or last
    return labels


def _contents(text: str, attributions: Iterable[GoldAttribution]) -> Iterator[tuple[int, int]]:
    """The spans of each content; spans that no word separates are joined."""
    for attribution in attributions:
        start, end = attribution.content[0]
        for span in attribution.content[1:]:
            if any(c.isalnum() for c in text[end : span.start]):
                yield start, end
                start = span.start
            end = max(end, span.end)
        yield start, end


def allowed_labels(gold: GoldArticle, tokens: Sequence[Token], complete: bool) -> Bools:
    """The labels that the annotation allows for each token: tokens × labels.

    Args:
        gold: the article with its annotations.
        tokens: its tokens.
        complete: whether clauses are annotated, too, so that each token has one label.
    """
    labels = annotated_labels(gold.text, tokens, gold.attributions)
    allowed: Bools = np.arange(len(LABELS)) == labels[:, None]
    if complete:
        return allowed
    spoken = np.array([token.tag == QUOTE for token in tokens]) & np.isin(labels, (BEGIN, INSIDE))
    allowed[spoken] |= np.isin(np.arange(len(LABELS)), (BEGIN, INSIDE))
    allowed[~spoken & (labels != SOURCE)] = True
    return allowed


def annotated_sources(gold: GoldArticle, tokens: Sequence[Token]) -> dict[int, Ints | None]:
    """The tokens of the source of each quoted span with a known source; None for nobody.

    Args:
        gold: the article with its annotations.
        tokens: its tokens.
    """
    starts = np.array([token.start for token in tokens])
    counted = gold.quoted_spans
    sources: dict[int, Ints | None] = {}
    for i, token in enumerate(tokens):
        if token.tag != QUOTE or (counted is not None and not _overlaps(token, counted)):
            continue
        attribution = gold.attribution_at(token.start, token.end)
        if attribution is None:
            sources[i] = None
        elif attribution.source and not _title_in_clause(gold.text, token, attribution):
            spans = [
                np.flatnonzero((start <= starts) & (starts < end))
                for start, end in attribution.source
            ]
            sources[i] = np.concatenate(spans)
    return sources


def _overlaps(token: Token, spans: Iterable[Span]) -> bool:
    """Whether the token shares a character with one of the spans."""
    return any(token.start < end and start < token.end for start, end in spans)


def _title_in_clause(text: str, token: Token, attribution: GoldAttribution) -> bool:
    """Whether a quoted span may be a title inside a longer clause, which nobody need have said."""
    reported = sum(end - start for start, end in attribution.content)
    words = text[token.start + 1 : token.end].split()
    capitals = [word[0].isupper() for word in words if len(word) >= _TITLE_WORD]
    return bool(capitals) and all(capitals) and reported > 2 * (token.end - token.start)


def tagged_paragraphs(gold: GoldArticle, complete: bool, longest: int) -> Iterator[TaggedParagraph]:
    """The paragraphs of an article that are useful for training.

    Args:
        gold: the article with its annotations.
        complete: whether clauses are annotated, too; else only paragraphs with quoted spans are
            returned.
        longest: maximum number of tokens; longer paragraphs are split.
    """
    tokens = tokenize(gold.text, find_quotes(gold.text))
    rows, quote_vectors, kinds = features_of_tokens(gold.text, tokens)
    allowed = allowed_labels(gold, tokens, complete)
    sources = annotated_sources(gold, tokens)
    for start, end in split_paragraphs(tokens):
        for first in range(start, end, longest):
            last = min(first + longest, end)
            here = {
                i - first: _inside(sources[i], first, last) for i in sources if first <= i < last
            }
            if here or complete:
                part = kinds[first:last]
                numbers = np.arange(last - first)
                token_features = TokenFeatures(rows[part], quote_vectors[part], numbers)
                yield TaggedParagraph(token_features, allowed[first:last], here)


def _inside(places: Ints | None, first: int, last: int) -> Ints | None:
    """The positions inside a range, counted from its start."""
    return None if places is None else places[(first <= places) & (places < last)] - first


def count_clauses(gold: GoldArticle) -> int:
    """Count the contents of an article that begin outside quotation marks."""
    tokens = tokenize(gold.text, find_quotes(gold.text))
    labels = annotated_labels(gold.text, tokens, gold.attributions)
    pairs = zip(tokens, labels.tolist(), strict=True)
    return sum(label == BEGIN and token.tag != QUOTE for token, label in pairs)
