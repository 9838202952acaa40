"""Finds reported clauses: what somebody said, thought or wrote, told without marks or only in part.

The tagger (``tag/tagger.py``) reads where content, cues and sources stand; here its labels become
spans. A quoted span is one token for it, so that where a clause touches marks, the marks
decide.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import frozen

from quoteattr.detect.tokens import Token
from quoteattr.language import ENGLISH, Language
from quoteattr.language.en import tables as en
from quoteattr.records import Span
from quoteattr.tag.tagger import (
    BEGIN,
    CUE,
    INSIDE,
    OUTSIDE,
    SOURCE,
    Tagged,
    Tagger,
    paragraphs,
)

#: classes of tokens that a clause neither begins nor ends with
_PUNCTUATION = frozenset(',:.-()/"')


@frozen
class Clause:
    """A reported clause, from its first to its last word, without the *that* before it."""

    span: Span
    #: indices of the quoted spans that stand in it
    quoted: tuple[int, ...]
    #: the least probability that one of its tokens is content, or that it ends where it does
    likely: float


@frozen
class TaggedClauses:
    """The reported clauses of an article, and all that reports, in order of the text."""

    clauses: tuple[Clause, ...] = ()
    #: what is read as the words that report
    cues: tuple[Span, ...] = ()
    #: what is read as the words that stand for who is reported
    sources: tuple[Span, ...] = ()

    def outside(self, spans: Sequence[Span]) -> TaggedClauses:
        """The same, without what touches one of some stretches of the text, in order."""
        if not spans:
            return self
        starts, ends = zip(*spans, strict=True)

        def apart(span: Span) -> bool:
            return bisect_right(ends, span.start) == bisect_left(starts, span.end)

        return TaggedClauses(
            tuple(clause for clause in self.clauses if apart(clause.span)),
            tuple(filter(apart, self.cues)),
            tuple(filter(apart, self.sources)),
        )


def find_clauses(
    text: str,
    tokens: Sequence[Token],
    tagger: Tagger,
    mixed: Collection[int],
    everywhere: bool = True,
    language: Language = ENGLISH,
) -> TaggedClauses:
    """Find the reported clauses of an article.

    Args:
        text: the article as given.
        tokens: its tokens, each quoted span one.
        tagger: labels them.
        mixed: the quoted spans, as they are counted, that may stand in a clause; any
            other stands on its own, and a clause ends there.
        everywhere: read all paragraphs, not only those with such a stretch.
        language: of the text.

    Returns:
        Clauses that hold at least one word outside marks, with the cues and sources around.
    """
    stretches = [i for i, token in enumerate(tokens) if token.tag == "Q"]
    inside = {stretches[k]: k for k in mixed}
    read = paragraphs(tokens)
    if not everywhere:
        wanted = sorted(inside)
        read = [p for p in read if bisect_left(wanted, p.start) < bisect_left(wanted, p.end)]
    tagged = tagger.tag(text, tokens, read)
    alone = set(stretches) - set(inside)
    labels = [OUTSIDE if i in alone else label for i, label in enumerate(tagged.labels)]
    for i, (before, label) in enumerate(zip([OUTSIDE, *labels], labels, strict=False)):
        if label == CUE != before and tokens[i].word in en.IT:  # *it was reported that …*
            labels[i] = OUTSIDE
    contents = (_trimmed(tokens, *content) for content in _contents(labels))
    return TaggedClauses(
        tuple(
            _clause(tokens, tagged, inside, first, last)
            for first, last in contents
            if any(_is_word(tokens[i]) for i in range(first, last + 1))
        ),
        tuple(_spans(tokens, labels, CUE)),
        tuple(_spans(tokens, labels, SOURCE)),
    )


def _contents(labels: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last token of each content."""
    first = None
    for i, label in enumerate(labels):
        if first is not None and label != INSIDE:
            yield first, i - 1
            first = None
        if label == BEGIN or (label == INSIDE and first is None):
            first = i
    if first is not None:
        yield first, len(labels) - 1


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The content without the punctuation around it, and without the *that* before it."""
    introduced = first > 0 and tokens[first - 1].tag not in "./"
    while first <= last and tokens[first].tag in _PUNCTUATION:
        first += 1
    if introduced and first <= last and tokens[first].tag == "t":
        first += 1
    while first <= last and tokens[last].tag in _PUNCTUATION:
        last -= 1
    return first, last


def _is_word(token: Token) -> bool:
    """The token is a word outside marks."""
    return token.tag != "Q" and token.tag not in _PUNCTUATION


def _clause(
    tokens: Sequence[Token], tagged: Tagged, inside: Mapping[int, int], first: int, last: int
) -> Clause:
    """The clause of a content, from its first to its last token."""
    likely = tagged.likely[first : last + 1, [BEGIN, INSIDE]].sum(axis=1).min()
    goes_on = tagged.likely[last + 1 : last + 2, INSIDE].sum()
    return Clause(
        Span(tokens[first].start, tokens[last].end),
        tuple(inside[i] for i in range(first, last + 1) if i in inside),
        float(min(likely, 1 - goes_on)),
    )


def _spans(tokens: Sequence[Token], labels: Sequence[int], wanted: int) -> Iterator[Span]:
    """Each run of tokens with a label."""
    start = end = None
    for token, label in zip(tokens, labels, strict=True):
        if label == wanted:
            start, end = token.start if start is None else start, token.end
        elif start is not None and end is not None:
            yield Span(start, end)
            start = None
    if start is not None and end is not None:
        yield Span(start, end)
