"""What is looked for in an archive, as SQL."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import TypedDict

import regex
from attrs import field, frozen

from quoteattr.checks import check_share, check_text
from quoteattr.corpus.names import Relation, read_name, relation
from quoteattr.corpus.store import Store, sortable, unbound
from quoteattr.errors import OptionError, shorten
from quoteattr.io.columns import whole_characters
from quoteattr.records import QUOTE_KINDS, Article, check_kinds

#: a phrase between marks, or a word; a star behind either stands for any ending
_TERM = regex.compile(r'(?:["“„«](?<term>[^"“”„«»]*)["“”»]|(?<term>[^\s"“”„«»*]+))(?<star>\*?)')
_LETTER = regex.compile(r"[\p{L}\p{N}]")


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
    #: some of ``direct``, ``mixed``, ``indirect`` and ``post``
    kinds: Collection[str] = field(default=QUOTE_KINDS, converter=check_kinds)
    #: 0 to 1
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
            yield "(article.source GLOB ? OR article.publisher = ?)", (self.source, self.source)
        if self.since is not None:
            yield "article.moment >= ?", (_moment(self.since),)
        if self.until is not None:
            yield "article.moment < ?", (_moment(self.until, after=True),)
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


def match(words: str) -> str:
    """What was typed, as FTS5 reads it: all of the words and phrases must be there.

    >>> match('bridge "not safe" rebuil*')
    '"bridge" "not safe" "rebuil"*'

    Raises:
        OptionError: there is no word in it.
    """
    found = (
        f'"{term["term"]}"{term["star"]}'
        for term in _TERM.finditer(whole_characters(words).replace("\0", " "))
        if _LETTER.search(term["term"])
    )
    terms = " ".join(found)
    if not terms:
        raise OptionError(
            f"there is no word to look for in {shorten(words)}",
            where="words",
            remedy="pass a word with a letter or digit",
        )
    return terms


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


def _moment(text: str, after: bool = False) -> str | None:
    """The moment at which a day, month or year begins, or the first one after it.

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
    return sortable(_next(moment, len(text.strip())) if after else moment)


def _next(moment: datetime, told: int) -> datetime:
    """The moment after the year, month, day or second that so many characters tell."""
    if told <= len("2024"):
        return moment.replace(year=moment.year + 1)
    if told <= len("2024-05"):
        later = moment.replace(day=28) + timedelta(days=4)
        return later.replace(day=1)
    return moment + (timedelta(days=1) if told <= len("2024-05-04") else timedelta(seconds=1))
