"""The training examples of the package: the example of each rule, and the exercises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files

from quoteattr.attribute.decision.decode import candidates_of
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.quote import Quote
from quoteattr.attribute.rules import RULES
from quoteattr.detect.quotes import find_quotes
from quoteattr.errors import OptionError
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.model.model import untrained
from quoteattr.options import Options
from quoteattr.pipeline import read_document
from quoteattr.records import Span
from quoteattr.text import shorten

#: a line with the speakers of the last quotes of a text, parted by ``##``, and the text
EXERCISES = "exercises.txt"
#: in place of a speaker: nobody said the words
_NOBODY = "-"


def rule_examples() -> Iterator[GoldArticle]:
    """Read each rule's example, then the exercises, as articles with their last quotes annotated.

    Raises:
        OptionError: a speaker is not among the candidates of the quote.
    """
    for rule in RULES:
        yield GoldArticle(rule.name, rule.example, _attributions(rule.example, [rule.speaker]))
    for k, (text, speakers) in enumerate(read_exercises(), 1):
        yield GoldArticle(f"exercise-{k}", text, _attributions(text, speakers))


def read_exercises() -> Iterator[tuple[str, list[str | None]]]:
    """Read the exercises: each has a text, and the speakers of its last quotes, None for nobody."""
    lines = files("quoteattr.training").joinpath(EXERCISES).read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            speakers, _, text = line.partition(" | ")
            names = [None if name == _NOBODY else name for name in speakers.split(" ## ")]
            yield text.replace("\\n", "\n"), names


def _attributions(text: str, speakers: Sequence[str | None]) -> tuple[GoldAttribution, ...]:
    """The attributions of the last quotes, none for nobody; the other quotes have no source."""
    document = read_document(text, find_quotes(text), Options(chosen_model=untrained()))
    first = len(document.quotes) - len(speakers)
    earlier, last = document.quotes[:first], document.quotes[first:]
    without_source = [GoldAttribution("", quote.spans, (), ()) for quote in earlier]
    attributed = [
        _attribution(document, quote, speaker)
        for quote, speaker in zip(last, speakers, strict=True)
        if speaker is not None
    ]
    return (*without_source, *attributed)


def _attribution(document: Document, quote: Quote, speaker: str) -> GoldAttribution:
    """The attribution of a quote to the nearest candidate with these words."""
    first_name = speaker.split(" and ")[0]
    candidates = [c for c in candidates_of(document, quote) if c and c.text == first_name]
    if not candidates:
        raise OptionError(
            f"{shorten(speaker)} is no candidate in the example {shorten(document.text)}",
            where="the example of a rule",
            remedy="name a speaker whom the example mentions",
        )
    nearest = min(candidates, key=lambda c: abs(c.chunk - quote.first))
    start, end = document.chunks.mention(nearest.chunk)
    source = (Span(start, max(end, start + len(speaker))),)
    return GoldAttribution(speaker, quote.spans, source, ())
