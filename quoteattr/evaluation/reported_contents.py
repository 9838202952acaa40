"""Compare the reported contents of the records, quoted or not, with the annotated ones.

Quoted spans (``evaluation/score.py``) are given; reported contents have to be found, with their
boundaries. Two units are measured, both in words, since punctuation never counts:

- tokens: the words inside any reported content, whoever the speaker is;
- spans: whole contents, matched one to one, the most similar pair first. The similarity is the
  Jaccard index of their words. Spans of one speaker that only punctuation separates are one
  content, so that it does not matter whether two sentences are one quote or two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Literal, NamedTuple, TypeVar

from attrs import frozen

from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.evaluation.score import SCORED_WORD, WordPositions, gold_quoted_spans, is_correct
from quoteattr.records import QuoteRecord, Span

Owner = TypeVar("Owner", GoldAttribution, QuoteRecord)
ContentKind = Literal["direct", "mixed", "indirect"]

#: minimum share of quoted words in a direct content
_DIRECT = 0.9


class ReportedContent(NamedTuple, Generic[Owner]):
    """A reported content: the indices of its words, and its attribution or record."""

    words: frozenset[int]
    owner: Owner


class ContentMatch(NamedTuple):
    """The predicted content that an annotated one is matched with."""

    #: the Jaccard index of their words, 0 to 1
    similarity: float
    #: the first record of its speaker
    record: QuoteRecord


@frozen
class GoldContent:
    """An annotated content, and how well the records match it."""

    #: by the share of its words that is quoted: nearly all, some, or none
    kind: ContentKind
    #: similarity to the predicted content, 0 to 1; 0 if no predicted content matches it
    similarity: float
    #: whether the predicted speaker is the annotated one; no speaker, if none is annotated
    speaker_correct: bool


@frozen
class ContentComparison:
    """The annotated and the predicted contents of one article."""

    gold: tuple[GoldContent, ...]
    #: the number of predicted contents
    predicted: int
    #: the numbers of words in annotated contents, in predicted ones, and in both
    gold_words: int
    predicted_words: int
    common_words: int


class MatchCriterion(NamedTuple):
    """When an annotated content counts as found."""

    min_similarity: float
    #: whether the speaker has to be correct as well
    with_speaker: bool

    def accepts(self, content: GoldContent) -> bool:
        """Whether the content counts as found."""
        return content.similarity >= self.min_similarity and (
            content.speaker_correct or not self.with_speaker
        )


#: lenient: half of the words match; strict: the boundaries, too; e2e: also the speaker
CRITERIA: dict[str, MatchCriterion] = {
    "lenient": MatchCriterion(0.5, with_speaker=False),
    "strict": MatchCriterion(0.9, with_speaker=False),
    "lenient_e2e": MatchCriterion(0.5, with_speaker=True),
    "strict_e2e": MatchCriterion(0.9, with_speaker=True),
}


def compare_contents(gold: GoldArticle, records: Sequence[QuoteRecord]) -> ContentComparison:
    """Compare the reported contents of an article.

    Args:
        gold: the article with its annotations.
        records: the records of the article, in order of the text. Records with neither a mention
            nor a cue (quoted spans that nobody said) report nothing and do not count.

    Returns:
        The annotated contents with their matches, and the counts of contents and words.
    """
    words = WordPositions(gold.text)
    annotated = ((span, a) for a in gold.attributions for span in a.content)
    gold_contents = list(_contents(gold.text, words, annotated))
    predicted = list(_contents(gold.text, words, _reporting_spans(records)))
    quoted = {word for span in gold_quoted_spans(gold, words) for word in words.inside(span)}
    matches = _match(gold_contents, predicted)
    gold_words = {word for content in gold_contents for word in content.words}
    predicted_words = {word for content in predicted for word in content.words}
    return ContentComparison(
        gold=tuple(_judge(c, quoted, matches.get(k)) for k, c in enumerate(gold_contents)),
        predicted=len(predicted),
        gold_words=len(gold_words),
        predicted_words=len(predicted_words),
        common_words=len(gold_words & predicted_words),
    )


def _reporting_spans(records: Iterable[QuoteRecord]) -> Iterator[tuple[Span, QuoteRecord]]:
    """The spans of the records that report something, each with the first record of its mention."""
    first: dict[tuple[int, int] | None, QuoteRecord] = {}
    for record in records:
        if record.mention or record.cue:
            key = (record.mention.start, record.mention.end) if record.mention else None
            owner = first.setdefault(key, record)
            yield from ((span, owner) for span in record.spans)


def _contents(
    text: str, words: WordPositions, spans: Iterable[tuple[Span, Owner]]
) -> Iterator[ReportedContent[Owner]]:
    """The contents that have words; spans of one owner that only punctuation separates are one."""
    joined: list[tuple[Span, Owner]] = []
    for span, owner in sorted(spans, key=lambda pair: pair[0]):
        if joined and joined[-1][1] is owner and not _words_between(text, joined[-1][0], span):
            previous = joined.pop()[0]
            span = Span(previous.start, max(previous.end, span.end))
        joined.append((span, owner))
    for span, owner in joined:
        if inside := frozenset(words.inside(span)):
            yield ReportedContent(inside, owner)


def _words_between(text: str, previous: Span, span: Span) -> bool:
    """Whether two spans have words between them."""
    return SCORED_WORD.search(text, previous.end, span.start) is not None


def _match(
    gold: Sequence[ReportedContent[GoldAttribution]],
    predicted: Sequence[ReportedContent[QuoteRecord]],
) -> dict[int, ContentMatch]:
    """The matches of the annotated contents, by index.

    The most similar pair is matched first; of equally similar pairs, the last in the text.
    """
    pairs = (
        (len(a.words & b.words) / len(a.words | b.words), i, k)
        for i, a in enumerate(gold)
        for k, b in enumerate(predicted)
        if not a.words.isdisjoint(b.words)
    )
    matches: dict[int, ContentMatch] = {}
    matched: set[int] = set()
    for similarity, i, k in sorted(pairs, reverse=True):
        enough = similarity >= CRITERIA["lenient"].min_similarity
        if enough and i not in matches and k not in matched:
            matches[i] = ContentMatch(similarity, predicted[k].owner)
            matched.add(k)
    return matches


def _judge(
    content: ReportedContent[GoldAttribution], quoted: set[int], match: ContentMatch | None
) -> GoldContent:
    """An annotated content with its match."""
    kind = _kind(content.words, quoted)
    if match is None:
        return GoldContent(kind, 0.0, speaker_correct=False)
    attribution, record = content.owner, match.record
    if attribution.source:
        return GoldContent(kind, match.similarity, is_correct(record, attribution))
    return GoldContent(kind, match.similarity, record.mention is None)


def _kind(words: frozenset[int], quoted: set[int]) -> ContentKind:
    """The kind of a content, by how many of its words are quoted."""
    share = len(words & quoted) / len(words)
    return "direct" if share >= _DIRECT else "mixed" if share else "indirect"
