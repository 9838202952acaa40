"""Compares what the records give as reported, in marks or not, with what annotators say.

Quoted spans (``evaluation/score.py``) are told beforehand; reported contents have to be
found, and their ends with them. Two things are counted, both in words, since punctuation never
counts:

- tokens: the words inside any reported content, whoever says it;
- spans: contents as wholes, matched one to one, the likest first. How like two are is the share of
  their words that both have (Jaccard). A content is all that one speaker says and that only
  punctuation parts, so that it does not matter whether two sentences are one quote or two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Literal, NamedTuple, TypeVar

from attrs import frozen

from quoteattr.evaluation.brat import Attribution, GoldArticle
from quoteattr.evaluation.score import WORD, Words, counted_stretches, is_right
from quoteattr.records import QuoteRecord, Span

Owner = TypeVar("Owner", Attribution, QuoteRecord)
ContentKind = Literal["direct", "mixed", "indirect"]

#: how like a content is to the annotated one, and the first record by its speaker
Match = tuple[float, QuoteRecord]

#: a content with this share of its words between marks, or more, is direct
_DIRECT = 0.9


class Content(NamedTuple, Generic[Owner]):
    """A reported content: the numbers of its words, and whose it is."""

    words: frozenset[int]
    owner: Owner


@frozen
class Told:
    """A content as annotated, and what the records have of it."""

    #: by the words that stand between marks: nearly all, some, or none
    kind: ContentKind
    #: how like the content that it is matched with is, 0 to 1; 0 where it is matched with none
    likeness: float
    #: that one is by the annotated speaker, or by nobody where nobody is annotated
    right: bool


@frozen
class Compared:
    """The reported contents of one article, annotated and found."""

    told: tuple[Told, ...]
    #: how many contents the records give
    found: int
    #: how many words are reported by the annotation, by the records, and by both
    words_told: int
    words_found: int
    words_both: int


class Measure(NamedTuple):
    """When a content counts as found."""

    #: how like it is at least
    likeness: float
    #: it has to be by the right speaker, too
    speaker: bool

    def holds(self, told: Told) -> bool:
        """This annotated content is found."""
        return told.likeness >= self.likeness and (told.right or not self.speaker)


#: lenient: what matters is there; strict: so are the ends; e2e: from the text to the speaker
MEASURES: dict[str, Measure] = {
    "lenient": Measure(0.5, speaker=False),
    "strict": Measure(0.9, speaker=False),
    "lenient_e2e": Measure(0.5, speaker=True),
    "strict_e2e": Measure(0.9, speaker=True),
}


def compare(gold: GoldArticle, records: Sequence[QuoteRecord]) -> Compared:
    """Compare the reported contents of an article.

    Args:
        gold: the article with its annotations.
        records: what was found in it, in order of the text. Those with neither a mention nor a cue
            (stretches that nobody said) report nothing and do not count.
    """
    words = Words(gold.text)
    said = ((span, a) for a in gold.attributions for span in a.content)
    told = list(_contents(gold.text, words, said))
    found = list(_contents(gold.text, words, _given(records)))
    in_marks = {word for span in counted_stretches(gold, words) for word in words.inside(span)}
    matches = _match(told, found)
    words_told = {word for content in told for word in content.words}
    words_found = {word for content in found for word in content.words}
    return Compared(
        told=tuple(_told(c, in_marks, matches.get(k)) for k, c in enumerate(told)),
        found=len(found),
        words_told=len(words_told),
        words_found=len(words_found),
        words_both=len(words_told & words_found),
    )


def _given(records: Iterable[QuoteRecord]) -> Iterator[tuple[Span, QuoteRecord]]:
    """The pieces that are reported, with the first record by the same mention."""
    first: dict[tuple[int, int] | None, QuoteRecord] = {}
    for record in records:
        if record.mention or record.cue:
            at = (record.mention.start, record.mention.end) if record.mention else None
            owner = first.setdefault(at, record)
            yield from ((span, owner) for span in record.spans)


def _contents(
    text: str, words: Words, pieces: Iterable[tuple[Span, Owner]]
) -> Iterator[Content[Owner]]:
    """The contents that have words: pieces of one owner that only punctuation parts are one."""
    joined: list[tuple[Span, Owner]] = []
    for span, owner in sorted(pieces, key=lambda piece: piece[0]):
        if joined and joined[-1][1] is owner and not _parted(text, joined[-1][0], span):
            before = joined.pop()[0]
            span = Span(before.start, max(before.end, span.end))
        joined.append((span, owner))
    for span, owner in joined:
        if inside := frozenset(words.inside(span)):
            yield Content(inside, owner)


def _parted(text: str, before: Span, span: Span) -> bool:
    """Words stand between two spans."""
    return WORD.search(text, before.end, span.start) is not None


def _match(
    told: Sequence[Content[Attribution]], found: Sequence[Content[QuoteRecord]]
) -> dict[int, Match]:
    """The matches of the annotated contents, by number.

    The likest pair is matched first; of pairs that are equally like, the last in the text.
    """
    pairs = (
        (len(a.words & b.words) / len(a.words | b.words), i, k)
        for i, a in enumerate(told)
        for k, b in enumerate(found)
        if not a.words.isdisjoint(b.words)
    )
    matches: dict[int, Match] = {}
    taken: set[int] = set()
    for likeness, i, k in sorted(pairs, reverse=True):
        if likeness >= MEASURES["lenient"].likeness and i not in matches and k not in taken:
            matches[i] = likeness, found[k].owner
            taken.add(k)
    return matches


def _told(content: Content[Attribution], in_marks: set[int], match: Match | None) -> Told:
    """An annotated content with its match."""
    kind = _kind(content.words, in_marks)
    if match is None:
        return Told(kind, 0.0, right=False)
    (likeness, record), attribution = match, content.owner
    if attribution.source:
        return Told(kind, likeness, is_right(record, attribution))
    return Told(kind, likeness, record.mention is None)


def _kind(words: frozenset[int], in_marks: set[int]) -> ContentKind:
    """What a content is, by how many of its words stand between marks."""
    share = len(words & in_marks) / len(words)
    return "direct" if share >= _DIRECT else "mixed" if share else "indirect"
