"""An article with its metadata, and a failure to read one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from attrs import field, frozen

from quoteattr.checks import check_fields

#: plausible years of news, from the first newspaper on; other dates, such as 0001-01-01, are errors
_YEARS = range(1605, 3000)


def _as_names(authors: Any) -> Any:
    """Convert a list of names to a tuple; leave a single string for the check to reject."""
    return tuple(authors) if isinstance(authors, list) else authors


@frozen
class Article:
    """A text with its metadata."""

    #: the text as it was read; every span of a record indexes it
    text: str
    #: the name of the document: a path, a URL, any name
    id: str | None = None
    #: its address on the web
    url: str | None = None
    #: its headline
    title: str | None = None
    #: the names of its authors
    authors: tuple[str, ...] = field(default=(), converter=_as_names)
    #: its publisher
    publisher: str | None = None
    #: its date of publication, as ISO 8601: ``2024-05-04`` or ``2024-05-04T09:30:00Z``
    published: str | None = None
    #: two letters, such as ``en``
    language: str | None = None
    #: the part of the publication that it appeared in, such as ``Sport``
    section: str | None = None

    __attrs_post_init__ = check_fields

    @property
    def source(self) -> str | None:
        """The source of its records: ``id``, or else ``url``."""
        return self.id if self.id is not None else self.url

    @property
    def moment(self) -> datetime | None:
        """The moment of publication; None if ``published`` is not a date.

        A date without a day or a time stands for its first moment; without a time zone, for UTC.

        >>> Article("", published="2024-05").moment.isoformat()
        '2024-05-01T00:00:00+00:00'
        """
        for completion in ("", "-01", "-01-01"):
            try:
                moment = datetime.fromisoformat(f"{self.published}".strip() + completion)
            except ValueError:
                continue
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return None


def publication_day(article: Article) -> date | None:
    """The day of publication; None if it is unknown or implausible."""
    day = article.moment and article.moment.date()
    return day if day and day.year in _YEARS else None


@frozen
class Failure:
    """A document or line that could not be read or processed; the others were."""

    #: the file or document
    source: str | None
    #: what was wrong, in one line
    reason: str
    #: the line of the file, counted from 1, if it is known
    line: int | None = None

    __attrs_post_init__ = check_fields
