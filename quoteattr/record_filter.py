"""Filter records: the conditions of ``QuoteRecords.filter``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from fnmatch import fnmatchcase

from quoteattr.checks import check_share, check_text
from quoteattr.compare.names import same_person
from quoteattr.errors import InputError
from quoteattr.records import Article, QuoteRecord, QuoteRecords, check_acts, check_kinds
from quoteattr.text import shorten

#: a predicate of a record
Condition = Callable[[QuoteRecord], object]


def filter_records(
    records: QuoteRecords,
    accept: Condition | None,
    speaker: str | None,
    kinds: Collection[str] | None,
    acts: Collection[str] | None,
    min_confidence: float,
    source: str | None,
) -> list[QuoteRecord]:
    """Select the records that meet all conditions; behind ``QuoteRecords.filter``.

    Args:
        records: the records, with their articles, for their publishers.
        accept: a predicate of the caller.
        speaker: a name, in any of its forms.
        kinds: kinds of quotes.
        acts: acts, such as ``speech``.
        min_confidence: the least ``overall_confidence``, 0 to 1.
        source: a source, in which ``*`` stands for any characters, or a publisher.

    Raises:
        InputError: an argument has the wrong type.
        OptionError: a value does not exist.
    """
    check_share(min_confidence, "min_confidence")
    conditions: list[Condition] = [lambda record: record.overall_confidence >= min_confidence]
    if kinds is not None:
        checked_kinds = check_kinds(kinds)
        conditions.append(lambda record: record.kind in checked_kinds)
    if acts is not None:
        checked_acts = check_acts(acts)
        conditions.append(lambda record: record.act in checked_acts)
    if source is not None:
        conditions.append(_by_source(source, records.articles))
    if speaker is not None:
        conditions.append(_by_speaker(speaker))
    if accept is not None:
        conditions.append(_check_function(accept))
    return [record for record in records if all(is_met(record) for is_met in conditions)]


def _check_function(accept: object) -> Condition:
    """Check the predicate of the caller."""
    if not callable(accept):
        raise InputError(
            f"accept must be a function of a record, not {shorten(accept)}",
            where="accept",
            remedy="pass lambda record: …, or name what it is: speaker=, kinds=, source=",
        )
    return accept


def _by_source(source: str, articles: Iterable[Article]) -> Condition:
    """Whether the source of a record matches, or its publisher is ``source``."""
    check_text(source, "source")
    published = {article.source for article in articles if article.publisher == source}
    return lambda record: (
        record.source in published
        or (record.source is not None and fnmatchcase(record.source, source))
    )


def _by_speaker(speaker: str) -> Condition:
    """Whether the speaker of a record may be the person of this name."""
    check_text(speaker, "speaker")
    is_same = same_person(speaker)
    return lambda record: is_same(record.speaker)
