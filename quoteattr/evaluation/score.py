"""Judges, stretch by stretch, whom the records attribute words to against what annotators say.

What counts is every stretch between quotation marks: those told by hand where the gold has them,
else those of one fixed segmenter, so that no system chooses its own questions. Punctuation never
counts: a stretch belongs to whoever most of its words belong to. It is right if the mention that
the records give overlaps the annotated source, or if their speaker has the annotated name.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Literal, TypeVar

from attrs import frozen

from quoteattr.detect.lexicon import SPEAKING_NOUNS
from quoteattr.evaluation.brat import Attribution, GoldArticle
from quoteattr.language.en import tables as en
from quoteattr.records import Mention, QuoteRecord, Span

Key = TypeVar("Key", bound=Hashable)
Fault = Literal["wrong speaker", "nobody chosen", "not found", "nobody said it", "wrong name"]

#: a word; signs inside of it belong to it
WORD = re.compile(r"\w+(?:[.'’\-]\w+)*")
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile('[“„«”»"＂]')
_OPENING = frozenset("“„«")
#: a mark after one of these, or before one of those, opens or closes without a space
_BEFORE, _AFTER = frozenset("([—–-―,:;'‘"), frozenset(".,;:!?)—–-")
#: words of a name that tell nobody from anybody
_IDLE = frozenset("mr mrs ms dr sen rep gov president the jr sr".split())
#: what ends a sentence, and what may stand between it and the next
_STOPS, _CLOSING = frozenset(".!?…"), "\"'”’)]"
#: where the head of a nominal ends
_PHRASE_END = re.compile(r",|\s(?:" + "|".join(sorted(en.PREPOSITIONS | en.RELATIVE)) + r")\s")


class Words:
    """The words of a text, numbered."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in WORD.finditer(text)]
        self._starts, self._ends = [s for s, _ in spans], [e for _, e in spans]

    def inside(self, span: tuple[int, int]) -> range:
        """The words that lie inside a span."""
        return range(bisect_left(self._starts, span[0]), bisect_right(self._ends, span[1]))

    def owned(self, pieces: Iterable[tuple[Span, Key]]) -> dict[int, Key]:
        """Whose each word is; where pieces overlap, that of the later one."""
        ordered = sorted(pieces, key=lambda piece: piece[0])
        return {word: owner for span, owner in ordered for word in self.inside(span)}


@frozen
class Judged:
    """One stretch between quotation marks: what annotators say of it, and what the records do."""

    article: str
    span: Span
    #: None where nobody is annotated as its source
    attribution: Attribution | None
    #: the record that most of its words are in, None if it is in none
    record: QuoteRecord | None
    #: the confidence, as counted: several quotes by one mention have that of the first
    confidence: float
    #: the mention, or the name, is the annotated one
    right: bool
    #: the name is the annotated one; None where none is annotated
    named: bool | None
    #: what stands for the speaker, as annotated or else as chosen; see ``mention_kind``
    mention_kind: str | None
    #: where that stands: in the sentence, in the paragraph, further off
    distance: str | None

    @property
    def linked(self) -> bool:
        """The records attribute it to somebody."""
        return self.record is not None and self.record.mention is not None

    @property
    def fault(self) -> Fault | None:
        """What is wrong, None if nothing is."""
        if self.attribution is None:
            return "nobody said it" if self.linked else None
        if self.record is None:
            return "not found"
        if not self.linked:
            return "nobody chosen"
        if not self.right:
            return "wrong speaker"
        return "wrong name" if self.named is False else None


def judge(gold: GoldArticle, records: Sequence[QuoteRecord]) -> Iterator[Judged]:
    """Judge each stretch of an article.

    Args:
        gold: the article with its annotations.
        records: what was found in it, in order of the text; records without a speaker may be
            among them.

    Yields:
        One judgement a stretch that has words, in order of the text.
    """
    words = Words(gold.text)
    said = words.owned((span, a) for a in gold.attributions for span in a.content)
    given = words.owned((span, record) for record in records for span in record.spans)
    first = {record.mention: record for record in reversed(records)}
    for span in counted_stretches(gold, words):
        inside = words.inside(span)
        attribution = _most(said.get(word) for word in inside)
        if attribution is not None and not attribution.source:
            attribution = None  # somebody said it, but the annotation does not tell who
        found = [given.get(word) for word in inside]
        mention = _most(record.mention if record else None for record in found)
        record = next((r for r in found if r and r.mention == mention), None)
        counts = first[mention] if mention else record
        yield Judged(
            article=gold.name,
            span=span,
            attribution=attribution,
            record=record,
            confidence=counts.confidence if counts else 0.0,
            right=is_right(counts, attribution),
            named=_named(counts, attribution),
            **_where(gold.text, span, mention, attribution),
        )


def counted_stretches(gold: GoldArticle, words: Words) -> list[Span]:
    """The quoted spans that have words: as told by hand, or else as found."""
    told = stretches(gold.text) if gold.stretches is None else gold.stretches
    return [span for span in told if words.inside(span)]


def _most(owners: Iterable[Key | None]) -> Key | None:
    """Who owns most, the first of them where two own as much."""
    return Counter(owners).most_common(1)[0][0]


def is_right(record: QuoteRecord | None, attribution: Attribution | None) -> bool:
    """Tell whether a record's mention overlaps the annotated source, or its speaker has the name.

    Nobody is never right: None for a record or an attribution gives False.
    """
    if record is None or record.mention is None or attribution is None:
        return False
    start, end = record.mention.start, record.mention.end
    overlaps = any(start < e and s < end for s, e in attribution.source)
    return overlaps or bool(_named(record, attribution))


def _named(record: QuoteRecord | None, attribution: Attribution | None) -> bool | None:
    """The record's speaker has the annotated name; None where none is annotated."""
    if attribution is None or attribution.name is None:
        return None
    if record is None or record.mention is None:
        return False
    return same_name(record.speaker or record.mention.text, attribution.name)


def _where(
    text: str, span: Span, mention: Mention | None, attribution: Attribution | None
) -> dict[str, str | None]:
    """What stands for the speaker and how far off, as annotated or else as chosen."""
    places = list(attribution.source) if attribution else []
    if mention and not places:
        places = [Span(mention.start, mention.end)]
    if not places:
        return {"mention_kind": None, "distance": None}
    nearest = min(places, key=lambda place: max(place.start - span.end, span.start - place.end))
    return {
        "mention_kind": mention_kind(text[slice(*places[0])]),
        "distance": distance(text, span, nearest),
    }


def mention_kind(mention: str) -> str:
    """What kind of words stand for a speaker, told by the words alone.

    >>> [mention_kind(m) for m in ("Ada Berg, the mayor", "the mayor", "She", "they", "Police")]
    ['name', 'nominal', 'she', 'other pronoun', 'nominal']
    """
    head = _PHRASE_END.split(mention, 1)[0].split()
    last = re.sub("['’]s$", "", head[-1]) if head else ""
    if last.lower() in en.HE_SHE:
        return last.lower()
    if last.lower() in en.SUBJECT_PRONOUNS | en.OBJECT_PRONOUNS | en.RELATIVE | en.INDEFINITE:
        return "other pronoun"
    named = last[:1].isupper() and not (len(head) == 1 and last.lower() in SPEAKING_NOUNS)
    return "name" if named else "nominal"


def distance(text: str, span: Span, place: Span) -> str:
    """How far from a stretch the words stand that tell who said it.

    >>> text = "“We go,” said Ida. She left. “Now!”"
    >>> distance(text, Span(1, 7), Span(14, 17)), distance(text, Span(30, 34), Span(14, 17))
    ('same sentence', 'same paragraph')
    """
    between = text[min(span.end, place.end) : max(span.start, place.start)]
    if "\n" in between:
        return "further"
    pairs = re.findall(r"(\S++)(\s?)", between)
    words = (word.rstrip(_CLOSING) for word, space in pairs if space)
    ends = (word[:-1].lower() for word in words if word[-1:] in _STOPS)
    ended = any(f"{word}." not in en.ABBREVIATIONS and len(word) > 1 for word in ends)
    return "same paragraph" if ended else "same sentence"


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are one: the same words, or the same first and last of several.

    >>> same_name("Sen. Ana M. Ruiz", "Ana Ruiz"), same_name("José", "Jose's"), same_name("", "")
    (True, True, False)
    """
    a, b = _name(one), _name(other)
    if len(a) > 1 and len(b) > 1:
        return a[0] == b[0] and a[-1] == b[-1]
    return bool(a) and a == b


def _name(name: str) -> list[str]:
    """The words of a name that tell, plain."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore")
    words = re.findall("[a-z0-9]+", re.sub(r"'s\b", "", plain.decode().lower()))
    return [word for word in words if word not in _IDLE]


def stretches(text: str) -> Iterator[Span]:
    """Find the stretches between double quotation marks, paragraph by paragraph.

    A mark opens if nothing is open and it looks like an opening one; a paragraph that ends
    unclosed closes there. The engine has a finer eye (``detect/quotes.py``): this one never
    changes, so that figures can be compared.

    >>> text = 'He said, "Go," and then: “Or stay.'
    >>> [text[start:end] for start, end in stretches(text)]
    ['Go,', 'Or stay.']
    """
    for line in _LINE.finditer(text):
        for start, end in _between_marks(line[0].replace("``", "“ ").replace("''", "” ")):
            yield Span(line.start() + start, line.start() + end)


def _between_marks(line: str) -> Iterator[tuple[int, int]]:
    """The stretches of one paragraph."""
    opened, padded = None, f" {line} "
    for mark in _MARK.finditer(line):
        before, after = padded[mark.start()], padded[mark.end() + 1]
        if opened is None:
            opened = mark.end() if _opens(mark[0], before, after) else None
        elif _closes(mark[0], before, after):
            yield opened, mark.start()
            opened = None
    if opened is not None and len(line) - opened > 2:
        yield opened, len(line)


def _opens(mark: str, before: str, after: str) -> bool:
    """It is an opening mark, or stands before a word and after none."""
    return mark in _OPENING or (not after.isspace() and (before.isspace() or before in _BEFORE))


def _closes(mark: str, before: str, after: str) -> bool:
    """It is no opening mark, or one turned the wrong way."""
    return mark not in _OPENING or after.isspace() or (after in _AFTER and not before.isspace())
