"""Define rules, and the patterns from which most rules are built.

A rule looks at one thing and returns whether it holds (1.0 or 0.0), or to what degree (a count).
The weight of a rule, alone and together with others, is learned from annotated articles
(``model/model.py``); nothing here decides.

Most rules are a pattern of named chunks, in the order of the text: ``detect/patterns/pattern.py``
describes the syntax of patterns, ``rules/grammar.py`` has longer pieces. A pattern reads each
chunk once, so that none is slow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from math import inf
from typing import Literal

from attrs import frozen

from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.surroundings import Frame, Path, Place
from quoteattr.attribute.rules.grammar import encode_rule
from quoteattr.coref.entities.entity import Entity
from quoteattr.detect.patterns.pattern import RowPattern, tags
from quoteattr.errors import OptionError
from quoteattr.language import Language
from quoteattr.text import shorten

#: the one thing that a rule looks at: the table that contains it
Scope = Literal["frame", "quote", "turn", "path", "place", "mention", "again"]


@frozen
class Rule:
    """A named reason for or against attributing a quote to a candidate."""

    #: its name, in the order of the text, with words joined by hyphens
    name: str
    #: the degree to which it holds for its input; 0.0 if it does not: usually a pattern
    holds: Callable[..., float]
    #: the linguistic condition, in one sentence
    condition: str
    #: a text in which it holds for the last quote and its speaker (or a candidate, if nobody spoke)
    example: str
    #: the mention that spoke the last quote of the example; None for nobody
    speaker: str | None
    #: whether its value is a degree
    counts: bool = False
    #: the mention of the example for which it holds, if it is evidence against a candidate
    against: str | None = None


# -- where a pattern holds -------------------------------------------------------------------------

#: the names of the quote and the candidate in a pattern
THE_QUOTE, CANDIDATE = "{THE_QUOTE}", "{CANDIDATE}"


@frozen(eq=False)
class RowRule:
    """Patterns for named input sequences of a rule: it holds if each matches as a whole.

    The rules of a scope are evaluated together (``rules/__init__.py``); a call evaluates one alone.
    """

    #: in tag characters, as for ``RowPattern``
    patterns: Mapping[str, str]
    #: whether the candidate precedes the quote, or follows it; None for either
    before: bool | None = None

    def applies(self, before: bool) -> bool:
        """Whether it can hold for candidates on that side of the quote."""
        return self.before in (None, before)

    def __call__(self, context: Frame | Path | Place) -> float:
        """1.0 if it holds, else 0.0."""
        if isinstance(context, Path) and not self.applies(context.before):
            return 0.0
        rows = ((pattern, getattr(context, name)) for name, pattern in self.patterns.items())
        return float(all(_compiled(pattern).fullmatch(row) for pattern, row in rows))


@cache
def _compiled(pattern: str) -> RowPattern:
    """A pattern compiled to match alone, which extraction never needs."""
    return RowPattern(pattern)


def _around(pattern: str, middle: str) -> RowRule:
    """The patterns before and after the quote or candidate in a pattern."""
    if pattern.count(middle) != 1:
        raise OptionError(
            f"{shorten(pattern)} does not contain {middle} exactly once",
            where="the pattern of a rule",
            remedy=f"write {middle} at its position",
        )
    left, _, right = pattern.partition(middle)
    halves = {"before": f"{{ANY}}* ({left})", "after": f"({right}) {{ANY}}*"}
    return RowRule({name: encode_rule(half) for name, half in halves.items()})


def around_quote(pattern: str) -> RowRule:
    """The sentence has this pattern around the quote: ``{COLON} {THE_QUOTE}``."""
    return _around(pattern, THE_QUOTE)


def around_candidate(pattern: str) -> RowRule:
    """The sentence has this pattern around the candidate: ``{CANDIDATE} {TO_VERB} {SAYING}``."""
    return _around(pattern, CANDIDATE)


def of_paragraph(pattern: str) -> RowRule:
    """The paragraph of the quote is this pattern, from its first chunk to its last."""
    return RowRule({"paragraph": encode_rule(pattern)})


def between(pattern: str) -> RowRule:
    """The chunks from the candidate to the quote, or from the quote to the candidate, match.

    The pattern begins and ends with the two: ``{CANDIDATE} {SAYING} {COMMA} {THE_QUOTE}``.
    """
    before = pattern.startswith(CANDIDATE)
    first, last = (CANDIDATE, THE_QUOTE) if before else (THE_QUOTE, CANDIDATE)
    if not (pattern.startswith(first) and pattern.endswith(last)):
        raise OptionError(
            f"{shorten(pattern)} is not between {CANDIDATE} and {THE_QUOTE}",
            where="the pattern of a rule",
            remedy="begin with one of them and end with the other",
        )
    row = encode_rule(pattern.removeprefix(first).removesuffix(last))
    return RowRule({"chunks": row}, before)


def somewhere_between(pattern: str) -> RowRule:
    """The pattern matches somewhere between quote and candidate, within one sentence."""
    return RowRule({"chunks": encode_rule(f"{{^END}}* ({pattern}) {{^END}}*")})


# -- what is counted, or looked up -----------------------------------------------------------------


@frozen
class ChunkCount:
    """The number of chunks of some kinds between quote and candidate, up to a maximum.

    Those of a scope are counted together (``rules/__init__.py``); a call counts one alone.
    """

    chunks: str
    most: int

    def __call__(self, path: Path) -> float:
        """The number of these chunks."""
        return float(min(self.most, sum(map(path.chunks.count, self.chunks))))


def count_between(chunks: str, most: int = 60) -> ChunkCount:
    """The number of these chunks between quote and candidate."""
    return ChunkCount(tags(chunks), most)


@frozen
class PathNumber:
    """A named number of a path, up to a maximum.

    Those of a quote's candidates are computed together (``rules/__init__.py``); a call computes one
    alone.
    """

    name: str
    most: float = inf

    def __call__(self, path: Path) -> float:
        """The number."""
        return float(min(self.most, getattr(path, self.name)))


@frozen
class WordRule:
    """A condition on the head of a mention and on its chunk tag.

    Those of a head are evaluated together (``rules/__init__.py``); a call evaluates one alone.
    """

    #: whether it holds for a language, a chunk tag and a head
    holds: Callable[[Language, str, str], bool]

    def __call__(self, candidate: Candidate) -> float:
        """1.0 if it holds, else 0.0."""
        return float(self.holds(candidate.language, candidate.tag, candidate.head))


@frozen
class EntityRule:
    """A number of the entity of a mention; 0.0 if the article names none.

    It is evaluated once for all mentions of an entity (``rules/__init__.py``).
    """

    number: Callable[[Entity], float]

    def __call__(self, candidate: Candidate) -> float:
        """The number."""
        return float(self.number(candidate.entity)) if candidate.entity else 0.0


def head_is(table: str) -> WordRule:
    """The head of the mention is one of the words of a table of its language."""
    return WordRule(lambda language, tag, head: head in getattr(language, table))


def mention_is(chunk: str) -> WordRule:
    """The mention is a chunk of this kind."""
    kinds = tags(chunk)
    return WordRule(lambda language, tag, head: tag in kinds)
