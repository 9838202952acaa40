"""The training examples of the package: the example of each rule, and the exercises."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from quoteattr.attribute.decision.decode import candidates_of
from quoteattr.attribute.rules import RULES
from quoteattr.detect.quotes import find_quotes
from quoteattr.errors import OptionError
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.model.model import untrained
from quoteattr.options import Options
from quoteattr.pipeline import read_document
from quoteattr.records import Span
from quoteattr.text import shorten

#: a line with the speaker, or a dash for nobody, and a text; the speaker is that of the last quote
EXERCISES = "exercises.txt"


def rule_examples() -> Iterator[GoldArticle]:
    """Read each rule's example, then the exercises, as articles with the last quote annotated.

    Raises:
        OptionError: the speaker is not among the candidates of the last quote.
    """
    for rule in RULES:
        yield GoldArticle(rule.name, rule.example, _attributions(rule.example, rule.speaker))
    for k, (text, speaker) in enumerate(read_exercises(), 1):
        yield GoldArticle(f"exercise-{k}", text, _attributions(text, speaker))


def read_exercises() -> Iterator[tuple[str, str | None]]:
    """Read the exercises: each has a text, and the speaker of its last quote, None for nobody."""
    lines = files("quoteattr.training").joinpath(EXERCISES).read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            speaker, _, text = line.partition(" | ")
            yield text.replace("\\n", "\n"), None if speaker == "-" else speaker


def _attributions(text: str, speaker: str | None) -> tuple[GoldAttribution, ...]:
    """The attribution of the last quote, none for nobody; the other quotes have no source."""
    document = read_document(text, find_quotes(text), Options(chosen_model=untrained()))
    *earlier, last = document.quotes
    without_source = tuple(GoldAttribution("", quote.spans, (), ()) for quote in earlier)
    if speaker is None:
        return without_source
    first_name = speaker.split(" and ")[0]
    candidates = [c for c in candidates_of(document, last) if c and c.text == first_name]
    if not candidates:
        raise OptionError(
            f"{shorten(speaker)} is no candidate in the example {shorten(text)}",
            where="the example of a rule",
            remedy="name a speaker whom the example mentions",
        )
    nearest = min(candidates, key=lambda c: abs(c.chunk - last.first))
    start, end = document.chunks.mention(nearest.chunk)
    source = (Span(start, max(end, start + len(speaker))),)
    return (*without_source, GoldAttribution(speaker, last.spans, source, ()))
