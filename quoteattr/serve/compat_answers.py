"""Convert records to the responses of other servers: BBC Citron and Stanford CoreNLP.

Citron: https://github.com/bbc/citron (docs/data_format.md). CoreNLP: the JSON of
https://stanfordnlp.github.io/CoreNLP/corenlp-server.html, quotes and tokens only; its offsets count
UTF-16 units.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple

import regex
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from quoteattr import __version__
from quoteattr.language.marks import FAMILIES
from quoteattr.records import Article, Mention, QuoteRecord, QuoteRecords, Span
from quoteattr.serve.jobs import extract_job
from quoteattr.view.segments import after_mark

#: an opening mark, whose closing mark ``after_mark`` finds
_MARK_BEFORE = regex.compile(
    r"(?r)\L<marks>",
    marks=[mark for family in FAMILIES.values() for marks in family for mark in marks],
)

#: CoreNLP's names for the kinds of mentions
_MENTION_KINDS = {"pronoun": "pronoun", "nominal": "animate noun"}


def with_marks(text: str, span: Span) -> Span:
    """A span with the quotation marks around it.

    >>> with_marks("“Go,” he said.", Span(1, 4))
    Span(start=0, end=5)
    """
    mark = _MARK_BEFORE.match(text, pos=0, endpos=span.start)
    return Span(mark.start() if mark else span.start, after_mark(text, span.end))


def _full_name(text: str, record: QuoteRecord) -> Span | None:
    """The span of the speaker's full name in the text."""
    places = [place for speaker in record.speakers[:1] for place in speaker.mentions]
    return next((place for place in places if text[slice(*place)] == record.speaker), None)


# -- Citron -------------------------------------------------------------------------------


def citron_job(text: str) -> dict[str, Any]:
    """Extract quotes, in the form of Citron's ``/quotes``."""
    records = extract_job(Article(text), {})
    quotes = [_citron_quote(text, record) for record in records if record.mention is not None]
    return {"quotes": quotes, "source": {"application": "quoteattr", "model": __version__}}


def _citron_quote(text: str, record: QuoteRecord) -> dict[str, Any]:
    """A quote: its source is a full name, or the mention in the text that represents it."""
    mention = record.mention
    assert mention is not None
    place, name = Span(mention.start, mention.end), _full_name(text, record)
    named = name is not None and text[slice(*name)] != mention.text
    cue = (
        Span(place.end, place.end) if record.cue is None else Span(record.cue.start, record.cue.end)
    )
    contents = [with_marks(text, span) if span in record.quoted else span for span in record.spans]
    return {
        "sources": [_citron_span(text, name if named and name else place)],
        "coreferences": [_citron_span(text, place)] if named else [],
        "cue": _citron_span(text, cue),
        "contents": [_citron_span(text, span) for span in contents],
        "confidence": f"{record.overall_confidence:.4f}",
    }


def _citron_span(text: str, span: Span) -> dict[str, Any]:
    """A span and its words."""
    return {"start": span.start, "end": span.end, "text": text[slice(*span)]}


# -- CoreNLP ------------------------------------------------------------------------------


def corenlp_job(text: str) -> dict[str, Any]:
    """Extract quotes between marks, in the form of the JSON of CoreNLP's annotator ``quote``."""
    return _CoreNlp(text, extract_job(Article(text), {})).answer()


@cache
def _tokenizer() -> Language:
    """Tokens and sentences by rules."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.max_length = 1 << 31
    return nlp


class _TokenRange(NamedTuple):
    """The first and last token of a span."""

    first: int
    last: int


class _CoreNlp:
    """The records of a text with tokens, sentences and UTF-16 offsets."""

    def __init__(self, text: str, records: QuoteRecords) -> None:
        self._text, self._records = text, records
        doc = _tokenizer()(text)
        self._words = [token for token in doc if not token.is_space]
        self._starts = [token.idx for token in self._words]
        self._sentences = _sentence_numbers(doc)
        wide = (i + 1 for i, character in enumerate(text) if ord(character) > 0xFFFF)
        self._wide = list(wide)

    def answer(self) -> dict[str, Any]:
        """The whole response."""
        spans = [(span, record) for record in self._records for span in record.verbatim]
        quotes = [self._quote(i, *pair) for i, pair in enumerate(sorted(spans, key=_by_place))]
        return {"sentences": list(self._sentence_dicts()), "quotes": quotes}

    def _unit(self, offset: int) -> int:
        """An offset in UTF-16 units."""
        return offset + bisect_right(self._wide, offset)

    def _place(self, span: Span) -> _TokenRange:
        """The tokens of a span."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        return _TokenRange(first, max(bisect_left(self._starts, span.end) - 1, first))

    def _quote(self, number: int, span: Span, record: QuoteRecord) -> dict[str, Any]:
        """A quote between marks."""
        whole = with_marks(self._text, span)
        place = self._place(whole)
        quote = {
            "id": number,
            "text": self._text[slice(*whole)],
            "beginIndex": self._unit(whole.start),
            "endIndex": self._unit(whole.end),
            "beginToken": place.first,
            "endToken": place.last,
            "beginSentence": self._sentence(place.first),
            "endSentence": self._sentence(place.last),
        }
        if record.mention is not None:
            quote |= self._mention(record.mention, record.rule)
        speaker = record.speaker or "Unknown"
        return quote | {"speaker": speaker, "canonicalSpeaker": speaker} | self._canonical(record)

    def _sentence(self, token: int) -> int:
        """The number of the sentence of a token."""
        return self._sentences[self._words[token].i] if self._words else 0

    def _mention(self, mention: Mention, rule: str | None) -> dict[str, Any]:
        """The words that refer to the speaker."""
        place = self._place(Span(mention.start, mention.end))
        return {
            "mention": mention.text,
            "mentionBegin": place.first,
            "mentionEnd": place.last,
            "mentionType": _MENTION_KINDS.get(mention.kind, "name"),
            "mentionSieve": rule or "",
        }

    def _canonical(self, record: QuoteRecord) -> dict[str, Any]:
        """The span of the speaker's full name in the text."""
        name = _full_name(self._text, record)
        if name is None:
            return {}
        place = self._place(name)
        return {"canonicalMentionBegin": place.first, "canonicalMentionEnd": place.last}

    def _sentence_dicts(self) -> Iterator[dict[str, Any]]:
        """The sentences with their tokens, which are counted from 1 in each."""
        by_sentence: dict[int, list[dict[str, Any]]] = {}
        ends = [0, *(token.idx + len(token) for token in self._words)]
        following = [*self._starts[1:], len(self._text)]
        for k, token in enumerate(self._words):
            own = by_sentence.setdefault(self._sentences[token.i], [])
            start, end = token.idx, ends[k + 1]
            own.append(
                {
                    "index": len(own) + 1,
                    "word": token.text,
                    "originalText": token.text,
                    "characterOffsetBegin": self._unit(start),
                    "characterOffsetEnd": self._unit(end),
                    "before": self._text[ends[k] : start],
                    "after": self._text[end : following[k]],
                }
            )
        yield from ({"index": i, "tokens": tokens} for i, tokens in by_sentence.items())


def _by_place(pair: tuple[Span, QuoteRecord]) -> Span:
    """Sort key: the position of a quote."""
    return pair[0]


def _sentence_numbers(doc: Doc) -> Sequence[int]:
    """The sentence number of each token; sentences of white space are not counted."""
    starts = {sentence.start for sentence in doc.sents if not sentence.text.isspace()}
    numbers = accumulate(int(token.i in starts) for token in doc)
    return [max(number - 1, 0) for number in numbers]


#: the job for each server to imitate
JOBS: dict[str, Callable[[str], dict[str, Any]]] = {"citron": citron_job, "corenlp": corenlp_job}
