"""Which records are chosen from some: behind ``QuoteRecords.filter``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from fnmatch import fnmatchcase

from quoteattr.checks import check_share, check_text
from quoteattr.errors import InputError, OptionError, shorten
from quoteattr.groups.names import Relation, read_name, relation
from quoteattr.records import Article, QuoteRecord, check_kinds

#: what is asked of a record
Condition = Callable[[QuoteRecord], object]


def conditions(
    articles: Iterable[Article],
    accept: Condition | None,
    speaker: str | None,
    kinds: Collection[str] | None,
    min_confidence: float,
    source: str | None,
) -> list[Condition]:
    """What is asked of a record, as functions of it.

    Raises:
        InputError: an argument is of the wrong type.
        OptionError: a value does not exist.
    """
    check_share(min_confidence, "min_confidence")
    asked: list[Condition] = [lambda record: record.overall_confidence >= min_confidence]
    if kinds is not None:
        wanted = check_kinds(kinds)
        asked.append(lambda record: record.kind in wanted)
    if source is not None:
        asked.append(_by_source(source, articles))
    if speaker is not None:
        asked.append(_by_speaker(speaker))
    if accept is not None:
        asked.append(_function(accept))
    return asked


def _function(accept: object) -> Condition:
    """A function of a record; raises on what is none."""
    if not callable(accept):
        raise InputError(
            f"accept must be a function of a record, not {shorten(accept)}",
            where="accept",
            remedy="pass lambda record: …, or name what it is: speaker=, kinds=, source=",
        )
    return accept


def _by_source(source: str, articles: Iterable[Article]) -> Condition:
    """The article is called so, or its publisher is."""
    check_text(source, "source")
    published = {article.source for article in articles if article.publisher == source}
    return lambda record: (
        record.source in published
        or (record.source is not None and fnmatchcase(record.source, source))
    )


def _by_speaker(speaker: str) -> Condition:
    """The speaker may be the person of that name."""
    check_text(speaker, "speaker")
    wanted = read_name(speaker)
    if wanted is None:
        raise OptionError(
            f"speaker must be a name, not {shorten(speaker)}",
            where="speaker",
            remedy="pass one as an article has it",
        )
    return lambda record: relation(wanted, read_name(record.speaker)) == Relation.SAME
