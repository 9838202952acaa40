"""Judge for each quoted span whether the records attribute it to the annotated source.

The quoted spans are those that annotators marked, or else those of a fixed segmenter, so that no
system chooses its own test items. Punctuation never counts: a quoted span belongs to the
attribution that most of its words belong to. A record is correct if its mention overlaps the
annotated source, or if its speaker has the annotated name.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Literal, TypeVar

from attrs import frozen

from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.evaluation.segmenter import find_quoted_spans
from quoteattr.language import ENGLISH
from quoteattr.records import Mention, QuoteRecord, Span

Key = TypeVar("Key", bound=Hashable)
MistakeKind = Literal["wrong speaker", "nobody chosen", "not found", "nobody said it", "wrong name"]

#: a word, with the punctuation inside it
SCORED_WORD = re.compile(r"\w+(?:[.'’\-]\w+)*")
#: words of a name that identify nobody. The set is frozen, whatever titles the language knows, so
#: that metrics of different versions stay comparable
_UNINFORMATIVE = frozenset("mr mrs ms dr sen rep gov president the jr sr".split())
#: the end of a sentence, and what may separate it from the next
_STOPS, _CLOSING = frozenset(".!?…"), "\"'”’)]"
#: the end of a nominal's head
_PHRASE_END = re.compile(
    r",|\s(?:" + "|".join(sorted(ENGLISH.prepositions | ENGLISH.relative)) + r")\s"
)


class WordPositions:
    """The words of a text, numbered."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in SCORED_WORD.finditer(text)]
        self._starts, self._ends = [s for s, _ in spans], [e for _, e in spans]

    def inside(self, span: tuple[int, int]) -> range:
        """The indices of the words inside a span."""
        return range(bisect_left(self._starts, span[0]), bisect_right(self._ends, span[1]))

    def owners(self, spans: Iterable[tuple[Span, Key]]) -> dict[int, Key]:
        """The owner of each word; where spans overlap, the owner of the later span."""
        ordered = sorted(spans, key=lambda pair: pair[0])
        return {word: owner for span, owner in ordered for word in self.inside(span)}


@frozen
class Judgement:
    """One quoted span: its annotation, its record, and whether they agree."""

    article: str
    span: Span
    #: None if no source is annotated
    attribution: GoldAttribution | None
    #: the record that contains most of its words, None if no record contains them
    record: QuoteRecord | None
    #: the confidence that counts: that of the first record of the mention
    confidence: float
    #: whether the mention overlaps the annotated source, or the speaker has the annotated name
    correct: bool
    #: whether the speaker has the annotated name; None if no name is annotated
    name_correct: bool | None
    #: the kind of the annotated mention, or else of the predicted one; see ``mention_kind``
    mention_kind: str | None
    #: the distance of that mention: same sentence, same paragraph, or further
    distance: str | None
    #: how the article was reviewed: ``blind`` or ``machine seen``; None if unknown
    review: str | None = None

    @property
    def attributed(self) -> bool:
        """Whether the record has a speaker."""
        return self.record is not None and self.record.mention is not None

    @property
    def mistake(self) -> MistakeKind | None:
        """The kind of mistake, None if there is none."""
        if self.attribution is None:
            return "nobody said it" if self.attributed else None
        if self.record is None:
            return "not found"
        if not self.attributed:
            return "nobody chosen"
        if not self.correct:
            return "wrong speaker"
        return "wrong name" if self.name_correct is False else None


def judge(gold: GoldArticle, records: Sequence[QuoteRecord]) -> Iterator[Judgement]:
    """Judge each quoted span of an article.

    Args:
        gold: the article with its annotations.
        records: the records of the article, in order of the text; some may have no speaker.

    Yields:
        One judgement for each quoted span that has words, in order of the text.
    """
    words = WordPositions(gold.text)
    attributions = words.owners((span, a) for a in gold.attributions for span in a.content)
    recorded = words.owners((span, record) for record in records for span in record.spans)
    first_by_mention = {record.mention: record for record in reversed(records)}
    for span in gold_quoted_spans(gold, words):
        inside = words.inside(span)
        attribution = _majority(attributions.get(word) for word in inside)
        if attribution is not None and not attribution.source:
            attribution = None  # the annotation does not name a source
        word_records = [recorded.get(word) for word in inside]
        mention = _majority(record.mention if record else None for record in word_records)
        record = next((r for r in word_records if r and r.mention == mention), None)
        counted = first_by_mention[mention] if mention else record
        yield Judgement(
            article=gold.name,
            span=span,
            attribution=attribution,
            record=record,
            confidence=counted.confidence if counted else 0.0,
            correct=is_correct(counted, attribution),
            name_correct=_name_correct(counted, attribution),
            review=_review(gold),
            **_describe_mention(gold.text, span, mention, attribution),
        )


def _review(gold: GoldArticle) -> str | None:
    """How an article was reviewed; None if unknown."""
    if gold.blind is None:
        return None
    return "blind" if gold.blind else "machine seen"


def gold_quoted_spans(gold: GoldArticle, words: WordPositions) -> list[Span]:
    """The quoted spans that have words: those that annotators marked, or else the segmenter's.

    Args:
        gold: the article with its annotations.
        words: the words of its text.

    Returns:
        Spans in characters of the text, end exclusive.
    """
    spans = find_quoted_spans(gold.text) if gold.quoted_spans is None else gold.quoted_spans
    return [span for span in spans if words.inside(span)]


def _majority(owners: Iterable[Key | None]) -> Key | None:
    """The most frequent owner, the first of several that are equally frequent."""
    return Counter(owners).most_common(1)[0][0]


def is_correct(record: QuoteRecord | None, attribution: GoldAttribution | None) -> bool:
    """Whether the record's mention overlaps the annotated source, or its speaker has the name.

    Args:
        record: the record; None is never correct.
        attribution: the annotation; nothing is correct for None.
    """
    if record is None or record.mention is None or attribution is None:
        return False
    start, end = record.mention.start, record.mention.end
    overlaps = any(start < e and s < end for s, e in attribution.source)
    return overlaps or bool(_name_correct(record, attribution))


def _name_correct(record: QuoteRecord | None, attribution: GoldAttribution | None) -> bool | None:
    """Whether the record's speaker has the annotated name; None if no name is annotated."""
    if attribution is None or attribution.name is None:
        return None
    if record is None or record.mention is None:
        return False
    return same_name(record.speaker or record.mention.text, attribution.name)


def _describe_mention(
    text: str, span: Span, mention: Mention | None, attribution: GoldAttribution | None
) -> dict[str, str | None]:
    """Kind and distance of the annotated mention, or else of the predicted one."""
    spans = list(attribution.source) if attribution else []
    if mention and not spans:
        spans = [Span(mention.start, mention.end)]
    if not spans:
        return {"mention_kind": None, "distance": None}
    nearest = min(spans, key=lambda s: max(s.start - span.end, span.start - s.end))
    return {
        "mention_kind": mention_kind(text[slice(*spans[0])]),
        "distance": distance(text, span, nearest),
    }


def mention_kind(mention: str) -> str:
    """Classify a mention by its words alone.

    Args:
        mention: the words that refer to a speaker.

    Returns:
        ``name``, ``nominal``, ``he``, ``she`` or ``other pronoun``.

    >>> [mention_kind(m) for m in ("Ada Berg, the mayor", "the mayor", "She", "they", "Police")]
    ['name', 'nominal', 'she', 'other pronoun', 'nominal']
    """
    head = _PHRASE_END.split(mention, 1)[0].split()
    last = re.sub("['’]s$", "", head[-1]) if head else ""
    if last.lower() in ENGLISH.he_she:
        return last.lower()
    if (
        last.lower()
        in ENGLISH.subject_pronouns
        | ENGLISH.object_pronouns
        | ENGLISH.relative
        | ENGLISH.indefinite
    ):
        return "other pronoun"
    is_name = last[:1].isupper() and not (len(head) == 1 and last.lower() in ENGLISH.speaking_nouns)
    return "name" if is_name else "nominal"


def distance(text: str, span: Span, mention: Span) -> str:
    """Classify the distance between a quoted span and its speaker's mention.

    Args:
        text: the article.
        span: the quoted span, in characters of the text, end exclusive.
        mention: the span of the mention.

    Returns:
        ``same sentence``, ``same paragraph`` or ``further``.

    >>> text = "“We go,” said Ida. She left. “Now!”"
    >>> distance(text, Span(1, 7), Span(14, 17)), distance(text, Span(30, 34), Span(14, 17))
    ('same sentence', 'same paragraph')
    """
    between = text[min(span.end, mention.end) : max(span.start, mention.start)]
    if "\n" in between:
        return "further"
    pairs = re.findall(r"(\S++)(\s?)", between)
    words = (word.rstrip(_CLOSING) for word, space in pairs if space)
    ends = (word[:-1].lower() for word in words if word[-1:] in _STOPS)
    ended = any(f"{word}." not in ENGLISH.abbreviations and len(word) > 1 for word in ends)
    return "same paragraph" if ended else "same sentence"


def same_name(first: str, second: str) -> bool:
    """Whether two names are equal: the same words, or of several words the same first and last.

    Args:
        first: a name; the titles of a fixed table, accents and capitals do not count.
        second: another.

    >>> same_name("Sen. Ana M. Ruiz", "Ana Ruiz"), same_name("José", "Jose's"), same_name("", "")
    (True, True, False)
    """
    a, b = _name_words(first), _name_words(second)
    if len(a) > 1 and len(b) > 1:
        return a[0] == b[0] and a[-1] == b[-1]
    return bool(a) and a == b


def _name_words(name: str) -> list[str]:
    """The informative words of a name, in lower case and without accents.

    The rules are independent of coreference: a metric must not change with the system it measures.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore")
    words = re.findall("[a-z0-9]+", re.sub(r"'s\b", "", plain.decode().lower()))
    return [word for word in words if word not in _UNINFORMATIVE]
