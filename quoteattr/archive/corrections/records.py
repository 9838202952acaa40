"""Make the corrected record of a quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from quoteattr.archive.corrections.correction import CORRECTED
from quoteattr.archive.corrections.names import find_speaker
from quoteattr.attribute.results.passages import Paragraphs
from quoteattr.detect.quotes import find_quotes
from quoteattr.language import ENGLISH
from quoteattr.records import (
    Article,
    Mention,
    MentionKind,
    QuoteKind,
    QuoteRecord,
    Span,
    Speaker,
    evolve_record,
)


@frozen
class HumanValues:
    """The values that a person gave; None if the person did not change the value."""

    #: the speaker, in a tuple of one, since None means an unknown speaker
    speaker: tuple[str | None] | None = None
    kind: QuoteKind | None = None
    span: Span | None = None


def corrected_record(
    record: QuoteRecord, values: HumanValues, article: Article, others: Sequence[QuoteRecord]
) -> QuoteRecord:
    """Apply the values that a person gave to a record.

    Args:
        record: the machine's record.
        values: the values that the person gave.
        article: the article.
        others: the machine's records of the article, which describe its speakers.

    Returns:
        The record. If the person gave the speaker, its confidence is 1, and its rule ``corrected``.
    """
    if values.span is not None:
        record = _with_bounds(record, values.span, article.text)
    if values.kind is not None and values.kind != record.kind:
        quoted = _quoted(values.kind, record.spans, article.text)
        record = evolve_record(record, kind=values.kind, quoted=quoted)
    if values.speaker is not None:
        record = _with_speaker(record, values.speaker[0], article.text, others)
    return record


def added_record(
    span: Span,
    kind: QuoteKind,
    speaker: str | None,
    article: Article,
    others: Sequence[QuoteRecord],
) -> QuoteRecord:
    """Make the record of a quote that the machine missed.

    Args:
        span: its words.
        kind: its kind.
        speaker: the name that a person gave; None if the speaker is unknown.
        article: as for ``corrected_record``.
        others: as for ``corrected_record``.
    """
    text = article.text
    record = QuoteRecord(
        speaker=None,
        quote=text[slice(*span)],
        source=article.source,
        kind=kind,
        spans=(span,),
        quoted=_quoted(kind, (span,), text),
        paragraph=Paragraphs(text).paragraph(*span),
    )
    return _with_speaker(record, speaker, text, others)


# -- bounds and kind ------------------------------------------------------------------------------


def _with_bounds(record: QuoteRecord, span: Span, text: str) -> QuoteRecord:
    """A record with other boundaries; an interruption within them is preserved."""
    pieces = [piece for piece in record.spans if piece.start < span.end and span.start < piece.end]
    if pieces:
        pieces[0] = Span(span.start, pieces[0].end)
        pieces[-1] = Span(pieces[-1].start, span.end)
    else:
        pieces = [span]
    return evolve_record(
        record,
        spans=tuple(pieces),
        quote=" ".join(text[slice(*piece)] for piece in pieces),
        quoted=_quoted(record.kind, pieces, text),
        paragraph=Paragraphs(text).paragraph(*span),
    )


def _quoted(kind: QuoteKind, spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """The parts of a quote that are between quotation marks."""
    if kind == "direct":
        return tuple(spans)
    if kind != "mixed":
        return ()
    between_marks = [Span(quote.start, quote.end) for quote in find_quotes(text)]
    return tuple(
        Span(max(piece.start, quote.start), min(piece.end, quote.end))
        for piece in spans
        for quote in between_marks
        if piece.start < quote.end and quote.start < piece.end
    )


# -- speaker --------------------------------------------------------------------------------------


def _with_speaker(
    record: QuoteRecord, name: str | None, text: str, others: Sequence[QuoteRecord]
) -> QuoteRecord:
    """A record with the speaker that a person gave."""
    speaker = None if name is None else find_speaker(name, text, others)
    return evolve(
        record,
        speaker=name,
        speakers=() if speaker is None else (speaker,),
        mention=None if speaker is None else _nearest_mention(speaker, record, text),
        speaker_id=None if speaker is None else speaker.id,
        rule=CORRECTED,
        confidence=1.0,
        speaker_confidence=1.0,
        naming=None,
        verdicts=(),
    )


def _nearest_mention(speaker: Speaker, record: QuoteRecord, text: str) -> Mention | None:
    """The mention of a speaker that is nearest to a quote and outside it."""
    spans = list(_outside(speaker.mentions, record.spans))
    if not spans:
        return None
    start, end = min(spans, key=lambda span: _distance(span, record.spans))
    words = text[start:end]
    return Mention(start, end, words, _mention_kind(words)) if words else None


def _outside(mentions: Iterable[Span], pieces: Sequence[Span]) -> Iterator[Span]:
    """The mentions that do not overlap a quote."""
    for mention in mentions:
        if not any(mention.start < piece.end and piece.start < mention.end for piece in pieces):
            yield mention


def _distance(mention: Span, pieces: Iterable[Span]) -> int:
    """The number of characters between a mention and the nearest part of a quote."""
    return min(max(mention.start - piece.end, piece.start - mention.end) for piece in pieces)


def _mention_kind(words: str) -> MentionKind:
    """Whether a mention is a name, a pronoun or a nominal."""
    first = words.split()[0].lower() if words.strip() else ""
    if words.lower() in _PRONOUNS:
        return "pronoun"
    return "name" if words[0].isupper() and first not in ENGLISH.determiners else "nominal"


#: pronouns that can refer to a speaker
_PRONOUNS = (
    ENGLISH.subject_pronouns | ENGLISH.object_pronouns | ENGLISH.relative | ENGLISH.indefinite
)
