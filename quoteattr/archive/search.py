"""What is looked for in an archive, as SQL."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import TypedDict

import regex
from attrs import field, frozen

from quoteattr.archive.store import Store, sortable, unbound
from quoteattr.checks import check_choice, check_share, check_text
from quoteattr.errors import InputError, OptionError, shorten
from quoteattr.formats.columns import whole_characters
from quoteattr.groups.names import Relation, read_name, relation
from quoteattr.records import QUOTE_KINDS, Article, check_kinds

#: a phrase between marks, or a word; a star behind either stands for any ending
_TERM = regex.compile(r'(?:["“„«](?<term>[^"“”„«»]*)["“”»]|(?<term>[^\s"“”„«»*]+))(?<star>\*?)')
_WORD = regex.compile(r"[\p{L}\p{N}]+")
#: what GLOB does not take for itself, besides the star
_SIGN = regex.compile(r"[\[?]")
#: most words that are looked for at once: each one more takes its time
_MOST_WORDS = 100
#: most bytes of a pattern with stars that SQLite takes
_LONGEST_PATTERN = 50_000


class Filters(TypedDict, total=False):
    """What may be asked of the records of an archive, besides their words."""

    speaker: str
    source: str
    since: str
    until: str
    kinds: Collection[str]
    min_confidence: float


@frozen
class Wanted:
    """What a record must be, all of it.

    Raises:
        InputError: a value is of the wrong type, or there are too many words.
        OptionError: a value does not exist.
    """

    #: words of the quote or of the speaker's name, without regard to case and accents; a phrase
    #: stands between double marks, and a star stands for any ending: ``bridge "not safe" rebuil*``
    words: str | None = None
    #: a name; all forms of it that may be the same person's are meant
    speaker: str | None = None
    #: the id of an article, in which ``*`` stands for anything, or the name of a publisher
    source: str | None = None
    #: the first day, month, year or moment of publication, as ISO 8601
    since: str | None = None
    #: the last one; the whole of it is meant
    until: str | None = None
    #: some of ``direct``, ``mixed``, ``indirect``, ``post`` and ``turn``
    kinds: Collection[str] = field(default=QUOTE_KINDS, converter=check_kinds)
    #: the least ``overall_confidence`` of a record, 0 to 1
    min_confidence: float = 0.0

    def __attrs_post_init__(self) -> None:
        """Make sure that what is asked can be."""
        for name in ("words", "speaker", "source", "since", "until"):
            check_text(getattr(self, name), name, optional=True)
        check_share(self.min_confidence, "min_confidence")

    def conditions(self, store: Store) -> Iterator[tuple[str, tuple[object, ...]]]:
        """Each condition on ``record`` joined with ``article``, with its values."""
        if self.words is not None:
            yield "record_words MATCH ?", (match(self.words),)
        if self.speaker is not None:
            forms = _forms(self.speaker, store)
            yield f"record.speaker IN ({', '.join('?' * len(forms))})", forms
        if self.source is not None:
            is_source, named = _named(self.source)
            yield f"({is_source} OR article.publisher = ?)", (named, self.source)
        if self.since is not None:
            yield "article.moment >= ?", (_moment(self.since),)
        if self.until is not None:
            yield "article.moment <= ?", (_moment(self.until, last=True),)
        if len(self.kinds) < len(QUOTE_KINDS):
            yield f"record.kind IN ({', '.join('?' * len(self.kinds))})", tuple(self.kinds)
        if self.min_confidence > 0:
            yield "record.confidence >= ?", (self.min_confidence,)

    def select(self, columns: str, store: Store) -> tuple[str, tuple[object, ...]]:
        """A query for columns of the records that are meant, to which more may be added."""
        conditions = list(self.conditions(store))
        tables = "record JOIN article ON article.number = record.article"
        if self.words is not None:
            tables += " JOIN record_words ON record_words.rowid = record.number"
        where = " AND ".join(condition for condition, _ in conditions) or "true"
        values = tuple(value for _, values in conditions for value in values)
        return f"SELECT {columns} FROM {tables} WHERE {where}", values


def wanted(words: str | None, filters: Filters) -> Wanted:
    """What a record must be, by the words and filters of a call.

    Raises:
        InputError: as for ``Wanted``.
        OptionError: as for ``Wanted``, or there is no such filter.
    """
    for name in filters:
        check_choice(name, Filters.__annotations__, "a filter")
    return Wanted(words, **filters)


def match(words: str) -> str:
    """What was typed, as FTS5 reads it: all of the words and phrases must be there.

    >>> match('bridge "not safe" rebuil* Bridge')
    '"bridge" "not safe" "rebuil"*'

    Raises:
        InputError: there are too many words in it.
        OptionError: there is no word in it.
    """
    terms = dict[tuple[str, ...], str]()
    for term in _TERM.finditer(whole_characters(words).replace("\0", " ")):
        if found := _WORD.findall(term["term"].casefold()):
            terms.setdefault((*found, term["star"]), f'"{term["term"]}"{term["star"]}')
    if not terms:
        raise OptionError(
            f"there is no word to look for in {shorten(words)}",
            where="words",
            remedy="pass a word with a letter or digit",
        )
    count = sum(len(found) - 1 for found in terms)
    if count > _MOST_WORDS:
        raise InputError(
            f"{count:,} words are too many to look for",
            where="words",
            remedy=f"pass {_MOST_WORDS} at most",
        )
    return " ".join(terms.values())


def _named(source: str) -> tuple[str, str]:
    """The condition that a source has a name, in which ``*`` stands for anything.

    Raises:
        OptionError: it is longer than SQLite takes.
    """
    if "*" not in source:
        return "article.source = ?", source
    # GLOB has more signs than the star; in brackets they are themselves.
    pattern = _SIGN.sub(r"[\g<0>]", source)
    if len(pattern.encode("utf-8", "surrogatepass")) > _LONGEST_PATTERN:
        raise OptionError(
            f"source with a star is too long, {len(pattern):,} characters",
            where="source",
            remedy=f"pass {_LONGEST_PATTERN:,} bytes at most",
        )
    return "article.source GLOB ?", pattern


def _forms(speaker: str, store: Store) -> tuple[str, ...]:
    """All that speakers are called in an archive who may be the one that is meant."""
    wanted = read_name(speaker)
    if wanted is None:
        raise OptionError(
            f"speaker= takes a name, not {shorten(speaker)}",
            where="speaker",
            remedy="pass one as an article has it",
        )
    rows = store.run("SELECT DISTINCT speaker FROM record WHERE speaker IS NOT NULL")
    found = (unbound(form) for (form,) in rows)
    return tuple(f for f in found if relation(wanted, read_name(f)) == Relation.SAME)


def _moment(text: str, last: bool = False) -> str | None:
    """The first second of a day, month or year, or the last one, as it is sorted.

    Raises:
        OptionError: it is no date.
    """
    moment = Article("", published=text).moment
    if moment is None:
        raise OptionError(
            f"a date is wanted as ISO 8601, not {shorten(text)}",
            where="since and until",
            remedy="pass one such as 2024-05 or 2024-05-04",
        )
    return sortable(_last(moment, len(text.strip())) if last else moment)


def _last(moment: datetime, told: int) -> datetime:
    """The last second of the year, month, day or second that so many characters tell."""
    if told <= len("2024"):
        moment = moment.replace(month=12)
    if told <= len("2024-05"):
        moment = moment.replace(day=monthrange(moment.year, moment.month)[1])
    return moment.replace(hour=23, minute=59, second=59) if told <= len("2024-05-04") else moment
