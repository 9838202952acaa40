"""Translate search queries of an archive to SQL."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import TypedDict

import regex
from attrs import field, frozen

from quoteattr.archive.store import Store, decode_value, sortable
from quoteattr.checks import check_choice, check_share, check_text
from quoteattr.compare.names import same_person
from quoteattr.errors import InputError, OptionError
from quoteattr.records import ACTS, QUOTE_KINDS, Article, check_acts, check_kinds
from quoteattr.text import replace_surrogates, shorten

#: a phrase in quotation marks or a word; a star after either matches any ending
_TERM = regex.compile(r'(?:["“„«](?<term>[^"“”„«»]*)["“”»]|(?<term>[^\s"“”„«»*]+))(?<star>\*?)')
#: a token of FTS5 (unicode61), which divides words at every other character
INDEXED_WORD = regex.compile(r"[\p{L}\p{N}]+")
#: special characters of GLOB other than the star
_SIGN = regex.compile(r"[\[?]")
#: maximum number of words of a query, since each takes time
_MOST_WORDS = 100
#: maximum number of bytes of a GLOB pattern in SQLite
_LONGEST_PATTERN = 50_000


class Filters(TypedDict, total=False):
    """The filters of records in an archive, in addition to words."""

    speaker: str
    source: str
    since: str
    until: str
    kinds: Collection[str]
    acts: Collection[str]
    min_confidence: float


@frozen
class SearchQuery:
    """The conditions of a search; a record must satisfy all of them.

    Raises:
        InputError: a value has the wrong type, or there are too many words.
        OptionError: a value does not exist.
    """

    #: words of the quote or of the speaker's name, regardless of case and accents; a phrase is put
    #: in double quotation marks, and a star stands for any ending: ``bridge "not safe" rebuil*``
    words: str | None = None
    #: a name, in any form that may be the same person's
    speaker: str | None = None
    #: the source of an article, in which ``*`` stands for any characters, or a publisher
    source: str | None = None
    #: the first day, month, year or moment of publication, as ISO 8601
    since: str | None = None
    #: the last day, month, year or moment of publication, inclusive
    until: str | None = None
    #: some of ``direct``, ``mixed``, ``indirect``, ``post`` and ``turn``
    kinds: Collection[str] = field(default=QUOTE_KINDS, converter=check_kinds)
    #: some of ``speech``, ``thought`` and ``intent``
    acts: Collection[str] = field(default=ACTS, converter=check_acts)
    #: the least ``overall_confidence`` of a record, 0 to 1
    min_confidence: float = 0.0

    def __attrs_post_init__(self) -> None:
        """Check the types of the values."""
        for name in ("words", "speaker", "source", "since", "until"):
            check_text(getattr(self, name), name, optional=True)
        check_share(self.min_confidence, "min_confidence")

    def conditions(self, store: Store) -> Iterator[tuple[str, tuple[object, ...]]]:
        """The SQL conditions on ``record`` joined with ``article``, each with its values."""
        if self.words is not None:
            yield "record_words MATCH ?", (fts_query(self.words),)
        if self.speaker is not None:
            forms = _forms(self.speaker, store)
            yield f"record.speaker IN ({', '.join('?' * len(forms))})", forms
        if self.source is not None:
            is_source, pattern = _source_condition(self.source)
            yield f"({is_source} OR article.publisher = ?)", (pattern, self.source)
        if self.since is not None:
            yield "article.moment >= ?", (_moment(self.since),)
        if self.until is not None:
            yield "article.moment <= ?", (_moment(self.until, last=True),)
        if len(self.kinds) < len(QUOTE_KINDS):
            yield f"record.kind IN ({', '.join('?' * len(self.kinds))})", tuple(self.kinds)
        if len(self.acts) < len(ACTS):
            yield f"record.act IN ({', '.join('?' * len(self.acts))})", tuple(self.acts)
        if self.min_confidence > 0:
            yield "record.confidence >= ?", (self.min_confidence,)

    def select(self, columns: str, store: Store) -> tuple[str, tuple[object, ...]]:
        """A SELECT statement for the matching records, and its values.

        Args:
            columns: the columns, of ``record`` and ``article``.
            store: the archive.

        Returns:
            The statement, to which ORDER BY and LIMIT may be added.
        """
        conditions = list(self.conditions(store))
        tables = "record JOIN article ON article.number = record.article"
        if self.words is not None:
            tables += " JOIN record_words ON record_words.rowid = record.number"
        where = " AND ".join(condition for condition, _ in conditions) or "true"
        values = tuple(value for _, values in conditions for value in values)
        return f"SELECT {columns} FROM {tables} WHERE {where}", values


def make_query(words: str | None, filters: Filters) -> SearchQuery:
    """The query of the arguments of a search.

    Raises:
        InputError: as for ``SearchQuery``.
        OptionError: as for ``SearchQuery``, or there is no such filter.
    """
    for name in filters:
        check_choice(name, Filters.__annotations__, "a filter")
    return SearchQuery(words, **filters)


def fts_query(words: str) -> str:
    """Translate words and phrases to a query of FTS5, which requires all of them.

    >>> fts_query('bridge "not safe" rebuil* Bridge')
    '"bridge" "not safe" "rebuil"*'

    Raises:
        InputError: there are too many words.
        OptionError: there is no word.
    """
    terms = dict[tuple[str, ...], str]()
    for term in _TERM.finditer(replace_surrogates(words).replace("\0", " ")):
        if term_words := INDEXED_WORD.findall(term["term"].casefold()):
            terms.setdefault((*term_words, term["star"]), f'"{term["term"]}"{term["star"]}')
    if not terms:
        raise OptionError(
            f"there is no word to search for in {shorten(words)}",
            where="words",
            remedy="pass a word with a letter or digit",
        )
    count = sum(len(key) - 1 for key in terms)  # without the star
    if count > _MOST_WORDS:
        raise InputError(
            f"{count:,} words are too many to search for",
            where="words",
            remedy=f"pass at most {_MOST_WORDS}",
        )
    return " ".join(terms.values())


def _source_condition(source: str) -> tuple[str, str]:
    """The condition on the source, in which ``*`` stands for any characters, and its value.

    Raises:
        OptionError: the pattern is longer than SQLite allows.
    """
    if "*" not in source:
        return "article.source = ?", source
    # brackets escape the special characters of GLOB other than the star
    pattern = _SIGN.sub(r"[\g<0>]", source)
    if len(pattern.encode("utf-8", "surrogatepass")) > _LONGEST_PATTERN:
        raise OptionError(
            f"source with a star is too long, {len(pattern):,} characters",
            where="source",
            remedy=f"pass at most {_LONGEST_PATTERN:,} bytes",
        )
    return "article.source GLOB ?", pattern


def _forms(speaker: str, store: Store) -> tuple[str, ...]:
    """The speakers of an archive whose names may be a form of a name."""
    is_same = same_person(speaker)
    rows = store.run("SELECT DISTINCT speaker FROM record WHERE speaker IS NOT NULL")
    return tuple(filter(is_same, (decode_value(form) for (form,) in rows)))


def _moment(text: str, last: bool = False) -> str | None:
    """The first or last second of a day, month or year, in the sortable format.

    Raises:
        OptionError: the text is not a date.
    """
    moment = Article("", published=text).moment
    if moment is None:
        raise OptionError(
            f"a date must be in ISO 8601 format, not {shorten(text)}",
            where="since and until",
            remedy="pass one such as 2024-05 or 2024-05-04",
        )
    return sortable(_last(moment, len(text.strip())) if last else moment)


def _last(moment: datetime, length: int) -> datetime:
    """The last second of a year, month, day or moment; ``length``: characters of the ISO date."""
    if length <= len("2024"):
        moment = moment.replace(month=12)
    if length <= len("2024-05"):
        moment = moment.replace(day=monthrange(moment.year, moment.month)[1])
    return moment.replace(hour=23, minute=59, second=59) if length <= len("2024-05-04") else moment
