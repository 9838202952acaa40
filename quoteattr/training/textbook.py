"""The examples of the rules, as annotated articles: lessons on what the corpora seldom show.

A signature after a dash, a label inside the marks, the title of a song: each rule brings an example
in which it holds, and so the one table that documents the rules also teaches what they are for.
Exercises go with them (``exercises.txt``), where one example of a kind does not teach it.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from quoteattr.attribute.decode import candidates_of
from quoteattr.attribute.rules import RULES
from quoteattr.detect.quotes import find_quotes
from quoteattr.errors import OptionError, shorten
from quoteattr.evaluation.brat import Attribution, GoldArticle
from quoteattr.pipeline import Options, read_document
from quoteattr.records import Span

#: more texts, each with who spoke its last quote, or a dash for nobody
EXERCISES = "exercises.txt"


def textbook() -> Iterator[GoldArticle]:
    """Each rule's example, and the exercises, with the speaker of the last quote annotated.

    Raises:
        ValueError: the speaker is not among the candidates of the last quote.
    """
    for rule in RULES:
        yield GoldArticle(rule.name, rule.example, _attributions(rule.example, rule.speaker))
    for k, (text, speaker) in enumerate(exercises(), 1):
        yield GoldArticle(f"exercise-{k}", text, _attributions(text, speaker))


def exercises() -> Iterator[tuple[str, str | None]]:
    """Each exercise of the package: its text, and who spoke the last quote, None for nobody."""
    lines = files("quoteattr.training").joinpath(EXERCISES).read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            speaker, _, text = line.partition(" | ")
            yield text.replace("\\n", "\n"), None if speaker == "-" else speaker


def _attributions(text: str, speaker: str | None) -> tuple[Attribution, ...]:
    """The last quote is its speaker's or nobody's; of the quotes before nothing is told."""
    article = read_document(text, find_quotes(text), Options())
    *others, last = article.quotes
    untold = tuple(Attribution("", quote.spans, (), ()) for quote in others)
    if speaker is None:
        return untold
    spoken = [c for c in candidates_of(article, last) if c and c.text == speaker.split(" and ")[0]]
    if not spoken:
        raise OptionError(
            f"{shorten(speaker)} is no candidate in the example {shorten(text)}",
            where="the example of a rule",
            remedy="name a speaker whom the example mentions",
        )
    nearest = min(spoken, key=lambda c: abs(c.chunk - last.first))
    start, end = article.chunks.mention(nearest.chunk)
    source = (Span(start, max(end, start + len(speaker))),)
    return (*untold, Attribution(speaker, last.spans, source, ()))
