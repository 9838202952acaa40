"""Describe a mistake for a report: names, confidence, and the paragraphs it occurs in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from attrs import frozen

from quoteattr.evaluation.score import Judgement, MistakeKind
from quoteattr.records import Mention, QuoteRecord, Span
from quoteattr.text import percent

#: what a report highlights
HIGHLIGHTS = ("quote", "chosen", "annotated", "runner-up")

#: characters of a paragraph that are shown around and between the highlighted words
_CONTEXT = 200


class LabelledText(NamedTuple):
    """Some words of an article with zero or more of the ``LABELS``."""

    text: str
    labels: tuple[str, ...]


@frozen
class Mistake:
    """A quoted span that is attributed wrongly, as a report shows it."""

    kind: MistakeKind
    article: str
    confidence: float
    #: annotation, prediction and runner-up, one line each
    facts: tuple[str, ...]
    #: the text of ``QuoteRecord.explain``, with the rules
    explanation: str
    #: the paragraphs that contain the quote and the mentions
    paragraphs: tuple[tuple[LabelledText, ...], ...]


def describe_mistake(text: str, judgement: Judgement) -> Mistake | None:
    """Describe the mistake of a judgement.

    Returns:
        The description, None if there is no mistake.
    """
    if judgement.mistake is None:
        return None
    record = judgement.record
    return Mistake(
        kind=judgement.mistake,
        article=judgement.article,
        confidence=record.confidence if record else 0.0,
        facts=tuple(_facts(text, judgement)),
        explanation=record.explain(rules=True) if record else "",
        paragraphs=tuple(_paragraphs(text, list(_highlights(judgement)))),
    )


def _facts(text: str, judgement: Judgement) -> Iterator[str]:
    """The annotated speaker, the chosen one with its rule, and the runner-up."""
    gold, record = judgement.attribution, judgement.record
    words = " … ".join(text[start:end] for start, end in gold.source) if gold else "nobody"
    yield f"annotated: {words}" + (f" ({gold.name})" if gold and gold.name else "")
    if record is None:
        return
    chosen = f"{record.mention.text} ({record.speaker})" if record.mention else "nobody"
    yield f"chosen: {chosen}, confidence {percent(record.confidence)}, rule {record.rule}"
    if len(record.verdicts) > 1:
        second = record.verdicts[1]
        name = second.mention.text if second.mention else "nobody"
        yield f"runner-up: {name}, {percent(second.probability)}"


def _runner_up(record: QuoteRecord) -> Mention | None:
    """The mention with the second highest probability, None for nobody."""
    return record.verdicts[1].mention if len(record.verdicts) > 1 else None


def _highlights(judgement: Judgement) -> Iterator[tuple[Span, str]]:
    """The spans that are highlighted, each with its label."""
    yield judgement.span, "quote"
    for span in judgement.attribution.source if judgement.attribution else ():
        yield span, "annotated"
    if judgement.record is None:
        return
    mentions = {"chosen": judgement.record.mention, "runner-up": _runner_up(judgement.record)}
    for label, mention in mentions.items():
        if mention is not None:
            yield Span(mention.start, mention.end), label


def _paragraphs(
    text: str, highlights: Sequence[tuple[Span, str]]
) -> Iterator[tuple[LabelledText, ...]]:
    """The paragraphs that contain a highlight, cut where its labels change."""
    for paragraph in re.finditer(r"[^\r\n]+", text):
        start, end = paragraph.span()
        inside = [h for h in highlights if h[0].start < end and h[0].end > start]
        if inside:
            yield tuple(_cut(text, start, end, inside))


def _cut(
    text: str, start: int, end: int, highlights: Sequence[tuple[Span, str]]
) -> Iterator[LabelledText]:
    """Cut a paragraph wherever a highlight begins or ends; long unlabelled text is shortened."""
    inner = {offset for span, _ in highlights for offset in span if start < offset < end}
    for a, b in pairwise([start, *sorted(inner), end]):
        labels = {label for span, label in highlights if span.start <= a and b <= span.end}
        words = text[a:b]
        if not labels and b - a > 2 * _CONTEXT:
            words = f"{words[:_CONTEXT]} […] {words[-_CONTEXT:]}"
        yield LabelledText(words, tuple(label for label in HIGHLIGHTS if label in labels))
