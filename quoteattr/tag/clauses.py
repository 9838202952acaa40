"""Find reported clauses: speech, thought or writing reported without quotation marks.

The tagger (``tag/tagger.py``) labels content, cues and sources; this module turns its labels into
spans. A quoted span is one token, so a clause contains it entirely or not at all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence, Set
from operator import itemgetter
from typing import NamedTuple

from attrs import field, frozen

from quoteattr.detect.alphabet import (
    ACCORDING_TO,
    CLOSE_BRACKET,
    COMPLEMENTIZER,
    END,
    OPEN_BRACKET,
    QUOTE,
    TIME,
)
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import Token, tags_of, word_at
from quoteattr.language import ENGLISH, Language
from quoteattr.language.marks import CURRENCY_SIGNS, UNIT_SIGNS
from quoteattr.records import Span
from quoteattr.tag.contents import find_contents
from quoteattr.tag.finite_verbs import is_demonstrative, is_finite
from quoteattr.tag.paragraphs import paragraphs_with
from quoteattr.tag.tagger import BEGIN, CUE, INSIDE, OUTSIDE, SOURCE, Tagged

#: tags that a clause neither begins nor ends with
_PUNCTUATION = frozenset(tags("COMMA|COLON|DASH|END|OPEN_BRACKET|CLOSE_BRACKET|STRAY_MARK"))
#: tags that a clause does not end with: *“a gift” (Ida Berg)* has a bracket for *according to*
_NO_END = _PUNCTUATION.union(ACCORDING_TO)
#: number of tokens at the start of a clause
_OPENING = 5


class ClauseReading(NamedTuple):
    """The tagger's probabilities for a clause."""

    #: the mean probability of content, over all its tokens and over those at its start
    mean: float
    opening: float
    #: the probability that a content begins with its first token
    begins: float
    #: the probability that the token before it, and the one after it, are content, too
    before: float
    after: float


@frozen
class Clause:
    """A reported clause, from its first to its last word, without the *that* before it."""

    span: Span
    #: indices of the quoted spans inside it
    quoted: tuple[int, ...]
    #: the minimum probability that a token is content, or that it ends at its end
    probability: float
    #: the tagger's probabilities; None without a tagger
    reading: ClauseReading | None = None


@frozen
class TaggedClauses:
    """The reported clauses, cues and sources of an article, in order of the text."""

    clauses: tuple[Clause, ...] = ()
    #: words that report: *said*, *according to*
    cues: tuple[Span, ...] = ()
    #: mentions of the people who are reported
    sources: tuple[Span, ...] = ()
    #: mean probability that each cue is a cue, and each source a source
    probabilities: Mapping[Span, float] = field(factory=dict, repr=False)

    def cue_probability(self, place: Span) -> float:
        """The probability of the first cue that overlaps a span; 0 if there is none."""
        return self._probability(self.cues, place)

    def source_probability(self, place: Span) -> float:
        """The probability of the first source that overlaps a span; 0 if there is none."""
        return self._probability(self.sources, place)

    def _probability(self, spans: Sequence[Span], place: Span) -> float:
        """The probability of the first of some spans, in order, that overlaps a span."""
        k = bisect_right(spans, place.start, key=itemgetter(1))
        overlaps = k < len(spans) and spans[k].start < place.end
        return self.probabilities.get(spans[k], 0.0) if overlaps else 0.0

    def outside(self, spans: Sequence[Span]) -> TaggedClauses:
        """The clauses, cues and sources that overlap none of some spans, which are in order."""
        if not spans:
            return self
        starts, ends = zip(*spans, strict=True)

        def apart(span: Span) -> bool:
            return bisect_right(ends, span.start) == bisect_left(starts, span.end)

        return TaggedClauses(
            tuple(clause for clause in self.clauses if apart(clause.span)),
            tuple(filter(apart, self.cues)),
            tuple(filter(apart, self.sources)),
            self.probabilities,
        )


def find_clauses(
    tokens: Sequence[Token],
    tagged: Tagged,
    mixed: Collection[int],
    everywhere: bool = True,
    language: Language = ENGLISH,
    unsaid: Collection[int] = (),
) -> TaggedClauses:
    """Find the reported clauses of an article.

    Args:
        tokens: its tokens, with one for each quoted span.
        tagged: their labels.
        mixed: indices of the quoted spans that may be inside a clause; any other one is separate,
            and ends a clause.
        everywhere: whether to search all paragraphs, not only those with such a quoted span.
        language: the language of the text.
        unsaid: indices of the quoted spans that nobody said, such as titles, which count as nouns
            inside a clause with a verb.

    Returns:
        Clauses with at least one word outside marks, with the cues and sources around them.
    """
    quoted = [i for i, tag in enumerate(tags_of(tokens)) if tag == QUOTE]
    inside = {quoted[k]: k for k in mixed}
    if not everywhere:
        tagged = tagged.within(paragraphs_with(sorted(inside), tokens))
    titles = {quoted[k]: k for k in unsaid if quoted[k] not in inside}
    separate = set(quoted) - inside.keys() - titles.keys()
    labels = _mended_labels(tokens, tagged.labels, separate, language)
    contents = (
        _trimmed(tokens, *content, language)
        for content in find_contents(
            tokens, labels, language, titles.keys(), {quoted[k] for k in unsaid}
        )
    )
    cues, sources = (_spans(tokens, labels, tagged, label) for label in (CUE, SOURCE))
    clauses = tuple(
        _clause(tokens, tagged, inside | titles, first, last)
        for first, last in contents
        if any(_is_word(tokens[i]) for i in range(first, last + 1))
    )
    return TaggedClauses(clauses, tuple(cues), tuple(sources), cues | sources)


def _mended_labels(
    tokens: Sequence[Token], labels: Sequence[int], separate: Set[int], language: Language
) -> list[int]:
    """The corrected labels: outside are separate quoted spans, *it* before its cue, and *today*.

    A time is no source, only a part of one: *this week’s report*.
    """
    mended = [OUTSIDE if i in separate else label for i, label in enumerate(labels)]
    bounded = [OUTSIDE, *mended, OUTSIDE]
    for i, label in enumerate(mended):
        if label == CUE:
            opens = bounded[i] != CUE and tokens[i].word in language.thing_pronouns
            mended[i] = OUTSIDE if opens else CUE
        elif label == SOURCE:
            alone = SOURCE not in (bounded[i], bounded[i + 2])
            mended[i] = OUTSIDE if alone and tokens[i].tag == TIME else SOURCE
    return mended


def _trimmed(tokens: Sequence[Token], first: int, last: int, language: Language) -> tuple[int, int]:
    """The content without the punctuation around it, and without *that* before it."""
    first = _after_bracket(tokens, first, last, language)
    introduced = first > 0 and tokens[first - 1].tag not in END
    while first <= last and tokens[first].tag in _PUNCTUATION:
        first += 1
    that = introduced and first <= last and tokens[first].tag == COMPLEMENTIZER
    if that and not is_demonstrative(tokens, first, last, language):
        first += 1
    while first <= last and tokens[last].tag in _NO_END:
        last -= 1
    return _with_signs(tokens, first, last)


def _after_bracket(tokens: Sequence[Token], first: int, last: int, language: Language) -> int:
    """The first token after words in brackets that open before a content: *(Photo | Ida Berg) “*.

    Words with a finite verb may belong to it.
    """
    before = tags_of(tokens[max(0, first - _OPENING) : first])
    content = tags_of(tokens[first : last + 1])
    opened = before.rfind(OPEN_BRACKET) > before.rfind(CLOSE_BRACKET)
    closes = content.find(CLOSE_BRACKET)
    if not opened or closes < 0 or OPEN_BRACKET in content[:closes]:
        return first
    clausal = any(is_finite(tokens, i, language) for i in range(first, first + closes))
    return first if clausal else min(first + closes + 1, last)


def _with_signs(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The content with the signs of the numbers that it begins and ends with: *$4*, *4%*."""
    before, after = first - 1, last + 1
    first -= word_at(tokens, before) in CURRENCY_SIGNS and word_at(tokens, first)[:1].isdigit()
    last += word_at(tokens, after) in UNIT_SIGNS and word_at(tokens, last)[-1:].isdigit()
    return first, last


def _is_word(token: Token) -> bool:
    """Whether the token is a word outside marks."""
    return token.tag != QUOTE and token.tag not in _PUNCTUATION


def _clause(
    tokens: Sequence[Token], tagged: Tagged, inside: Mapping[int, int], first: int, last: int
) -> Clause:
    """The clause of a content, from its first to its last token."""
    start = max(0, first - 1)
    content = tagged.probabilities[start : last + 1, [BEGIN, INSIDE]].sum(axis=1)
    inner, following = (
        content[first - start :],
        tagged.probabilities[last + 1 : last + 2, INSIDE].sum(),
    )
    reading = ClauseReading(
        float(inner.sum() / len(inner)),
        float(inner[:_OPENING].sum() / min(len(inner), _OPENING)),
        float(tagged.probabilities[first, BEGIN]),
        float(content[0]) if first else 0.0,
        float(following),
    )
    return Clause(
        Span(tokens[first].start, tokens[last].end),
        tuple(inside[i] for i in range(first, last + 1) if i in inside),
        float(min(inner.min(), 1 - following)),
        reading,
    )


def _spans(
    tokens: Sequence[Token], labels: Sequence[int], tagged: Tagged, wanted_label: int
) -> dict[Span, float]:
    """Each run of tokens with a label, with the mean probability of that label."""
    spans, first = dict[Span, float](), None
    for i, label in enumerate([*labels, OUTSIDE]):
        if label == wanted_label:
            first = i if first is None else first
        elif first is not None:
            span = Span(tokens[first].start, tokens[i - 1].end)
            spans[span] = float(tagged.probabilities[first:i, wanted_label].sum() / (i - first))
            first = None
    return spans
