"""The examples of the rules, as annotated articles: lessons on what the corpora seldom show.

A signature after a dash, a label inside the marks, the title of a song: each rule brings an example
in which it holds, and so the one table that documents the rules also teaches what they are for.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.find.quotes import find_quotes
from quoteattr.learn.brat import Attribution, GoldArticle
from quoteattr.link.decode import candidates_of
from quoteattr.link.rules import RULES, Rule
from quoteattr.link.surroundings import Surroundings
from quoteattr.records import Span


def textbook() -> Iterator[GoldArticle]:
    """Each rule's example, with the speaker of its last quote annotated.

    Raises:
        ValueError: the speaker of an example is not among the candidates of its last quote.
    """
    for rule in RULES:
        yield GoldArticle(rule.name, rule.example, _attributions(rule))


def _attributions(rule: Rule) -> tuple[Attribution, ...]:
    """The last quote is its speaker's or nobody's; of the quotes before nothing is told."""
    article = Surroundings(rule.example, find_quotes(rule.example))
    *others, last = article.quotes
    untold = tuple(Attribution("", quote.spans, (), ()) for quote in others)
    if rule.speaker is None:
        return untold
    spoken = [c for c in candidates_of(article, last) if c and c.text == rule.speaker]
    if not spoken:
        raise ValueError(f"{rule.name}: {rule.speaker!r} is no candidate in its example")
    nearest = min(spoken, key=lambda c: abs(c.unit - last.first))
    source = (Span(*article.units.mention(nearest.unit)),)
    return (*untold, Attribution(rule.name, last.spans, source, ()))
