"""The examples of the rules, as annotated articles: lessons on what the corpora seldom show.

A signature after a dash, a label inside the marks, the title of a song: each rule brings an example
in which it holds, and so the one table that documents the rules also teaches what they are for.
Exercises go with them, where one example of a kind does not teach it.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.errors import OptionError, shorten
from quoteattr.find.quotes import find_quotes
from quoteattr.learn.brat import Attribution, GoldArticle
from quoteattr.link.decode import candidates_of
from quoteattr.link.rules import RULES
from quoteattr.link.survey import survey
from quoteattr.records import Span

#: more texts, each with who spoke its last quote: answers after a question that somebody was asked,
#: and so few words, all with a capital, that they could be a title
EXERCISES: tuple[tuple[str, str | None], ...] = (
    ("Maud Ferris was asked, “Will the mill open again?” Ferris answered that it would.", None),
    ("When he was asked, “Who paid for the roof?” Jonas Adler pointed at the mayor.", None),
    ("At the hearing Dana Orr was asked, “Did you sign it?” The captain nodded, too.", None),
    ("She was asked: “What did you see?” Pavel Stone, her lawyer, replied for her.", None),
    ("The keeper was asked, “Is the lion fed?” Lucia Ward responded that it was.", None),
    ("Ferris was told, “You may go now.” The guard said nothing.", None),
    ("“By March,” he said.", "he"),
    ("“In June,” she added.", "she"),
    ("The hall will be ready. “Before Christmas,” she promised.", "she"),
    ("“Not Monday,” they said.", "they"),
    ("“Until Easter,” Edda Lund promised.", "Edda Lund"),
    ("“To Lisbon,” replied Petra Quist.", "Petra Quist"),
    ("“London,” he answered.", "he"),
)


def textbook() -> Iterator[GoldArticle]:
    """Each rule's example, and the exercises, with the speaker of the last quote annotated.

    Raises:
        ValueError: the speaker is not among the candidates of the last quote.
    """
    for rule in RULES:
        yield GoldArticle(rule.name, rule.example, _attributions(rule.example, rule.speaker))
    for k, (text, speaker) in enumerate(EXERCISES, 1):
        yield GoldArticle(f"exercise-{k}", text, _attributions(text, speaker))


def _attributions(text: str, speaker: str | None) -> tuple[Attribution, ...]:
    """The last quote is its speaker's or nobody's; of the quotes before nothing is told."""
    article = survey(text, find_quotes(text))
    *others, last = article.quotes
    untold = tuple(Attribution("", quote.spans, (), ()) for quote in others)
    if speaker is None:
        return untold
    spoken = [c for c in candidates_of(article, last) if c and c.text == speaker]
    if not spoken:
        raise OptionError(
            f"{shorten(speaker)} is no candidate in the example {shorten(text)}",
            where="the example of a rule",
            remedy="name a speaker whom the example mentions",
        )
    nearest = min(spoken, key=lambda c: abs(c.unit - last.first))
    source = (Span(*article.units.mention(nearest.unit)),)
    return (*untold, Attribution(speaker, last.spans, source, ()))
