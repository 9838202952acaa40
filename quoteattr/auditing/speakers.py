"""Count speakers for an audit: each once per article, with quotes and words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol, runtime_checkable

from attrs import field, frozen

from quoteattr.auditing.roles import role_class
from quoteattr.auditing.words import count_verbatim_words, count_words
from quoteattr.checks import check_fields
from quoteattr.records import Article, QuoteRecord, QuoteRecords
from quoteattr.records.article import publication_day

#: the kinds of speakers that are, or may be, one person each: only they have a gender
PERSONAL_KINDS = frozenset({"person", "unnamed person", "post author", "unresolved"})


class KnownSpeaker(NamedTuple):
    """A speaker of a record, as far as an audit needs it."""

    name: str
    #: None in a record from an older version, which has only the name
    kind: str | None = None
    gender: str | None = None
    #: the fullest role, or that of a known person (``people=``)
    role: str | None = None
    affiliation: str | None = None
    id: str | None = None


def known_speakers(record: QuoteRecord) -> tuple[KnownSpeaker, ...]:
    """The speakers of a record; only the name if an older version wrote it without ``speakers``.

    >>> known_speakers(QuoteRecord("Ida Holm", "No.", "a.txt", "direct", [(1, 4)]))[0].name
    'Ida Holm'
    """
    if record.speakers or record.speaker is None:
        return tuple(
            KnownSpeaker(
                speaker.name,
                speaker.kind,
                speaker.gender,
                speaker.known_role if speaker.role is None else speaker.role.text,
                speaker.affiliation,
                speaker.id,
            )
            for speaker in record.speakers
        )
    return (KnownSpeaker(record.speaker, id=record.speaker_id),)


@frozen
class AuditedArticle:
    """An article of an audit, with the fields for grouping."""

    source: str | None
    publisher: str | None = None
    section: str | None = None
    authors: tuple[str, ...] = ()
    #: year and month of publication, ``2024-05``; None if it has no date
    month: str | None = None
    #: the number of quotes, and of those for which no speaker was found
    quotes: int = 0
    unattributed: int = 0

    __attrs_post_init__ = check_fields


@frozen
class QuotedSpeaker:
    """A speaker in one article, with the number of quotes and words."""

    article: AuditedArticle
    #: the fullest name in the article
    name: str
    #: the kind of speaker, one of :data:`quoteattr.records.SPEAKER_KINDS`; None if it is unknown
    kind: str | None = None
    #: ``m``, ``f`` or ``x`` (other pronouns); None if it is unknown
    gender: str | None = None
    #: the source of the gender: ``text`` (the article's own words), ``labels``, ``given name`` (a
    #: guess); None without a gender
    gender_from: str | None = None
    #: the fullest role
    role: str | None = None
    #: the class of the role, such as *politics and government*; None if it is in none
    role_class: str | None = None
    affiliation: str | None = None
    id: str | None = None
    quotes: int = field(default=0, kw_only=True)
    words: int = field(default=0, kw_only=True)
    #: the number of verbatim words
    verbatim: int = field(default=0, kw_only=True)

    __attrs_post_init__ = check_fields

    @property
    def is_person(self) -> bool:
        """Whether the speaker is, or may be, one person: only these have a gender."""
        return self.kind is None or self.kind in PERSONAL_KINDS


@runtime_checkable
class Auditable(Protocol):
    """A collection that counts its own speakers, such as an archive, in one query."""

    def quoted_speakers(self) -> tuple[list[AuditedArticle], list[QuotedSpeaker]]:
        """The articles, and the speakers of each."""


def quoted_speakers(
    collections: Iterable[QuoteRecords],
) -> tuple[list[AuditedArticle], list[QuotedSpeaker]]:
    """Count the speakers of records.

    Only what was said is counted: no thoughts, intents, and nothing that somebody did *not* say.

    Args:
        collections: the records, as ``extract_many`` yields them.

    Returns:
        The articles, including those without quotes, and each speaker of each article.
    """
    articles = list[AuditedArticle]()
    speakers = list[QuotedSpeaker]()
    for records in collections:
        for article, of_article in _by_article(records):
            counted = [record for record in of_article if is_audited(record)]
            silent = sum(not known_speakers(record) for record in counted)
            audited = audited_article(article, len(counted), silent)
            articles.append(audited)
            speakers += count_speakers(audited, _counted_quotes(counted))
    return articles, speakers


def is_audited(record: QuoteRecord) -> bool:
    """Whether a record is counted: somebody said or wrote it."""
    return record.act == "speech" and record.factuality is None


def audited_article(article: Article, quotes: int, unattributed: int) -> AuditedArticle:
    """The fields of an article that an audit needs."""
    day = publication_day(article)
    return AuditedArticle(
        article.source,
        article.publisher or None,
        article.section or None,
        article.authors,
        None if day is None else f"{day:%Y-%m}",
        quotes,
        unattributed,
    )


def _by_article(records: QuoteRecords) -> Iterator[tuple[Article, list[QuoteRecord]]]:
    """The records of each article; a source without its article gets one without metadata."""
    articles = {article.source: article for article in records.articles}
    by_source: dict[str | None, list[QuoteRecord]] = {source: [] for source in articles}
    for record in records:
        by_source.setdefault(record.source, []).append(record)
    for source, of_article in by_source.items():
        yield articles.get(source) or Article("", id=source), of_article


class CountedQuote(NamedTuple):
    """One quote of a speaker, as counted."""

    speaker: KnownSpeaker
    words: int
    verbatim: int


def _counted_quotes(records: Iterable[QuoteRecord]) -> Iterator[CountedQuote]:
    """The quotes of each speaker of some records."""
    for record in records:
        words, verbatim = count_words(record), count_verbatim_words(record)
        for speaker in known_speakers(record):
            yield CountedQuote(speaker, words, verbatim)


class _QuoteTally:
    """The running counts of the quotes of one speaker in one article."""

    def __init__(self) -> None:
        self.genders = set[str]()
        self.role: str | None = None
        self.affiliation: str | None = None
        self.id: str | None = None
        self.quotes = self.words = self.verbatim = 0

    def add(self, quote: CountedQuote) -> None:
        """Count a quote."""
        speaker, words, verbatim = quote
        if speaker.gender is not None:
            self.genders.add(speaker.gender)
        self.role = self.role or speaker.role
        self.affiliation = self.affiliation or speaker.affiliation
        self.id = self.id or speaker.id
        self.quotes += 1
        self.words += words
        self.verbatim += verbatim

    def quoted(self, article: AuditedArticle, name: str, kind: str | None) -> QuotedSpeaker:
        """The speaker with these counts."""
        # two people may both be called *a resident*
        gender = next(iter(self.genders)) if len(self.genders) == 1 else None
        return QuotedSpeaker(
            article,
            name,
            kind,
            gender,
            "text" if gender else None,
            self.role,
            _role_class(name, kind, self.role),
            self.affiliation,
            self.id,
            quotes=self.quotes,
            words=self.words,
            verbatim=self.verbatim,
        )


def count_speakers(
    article: AuditedArticle, quotes: Iterable[CountedQuote]
) -> Iterator[QuotedSpeaker]:
    """The speakers of one article, from their quotes in order."""
    tallies = defaultdict[tuple[str, str | None], _QuoteTally](_QuoteTally)
    for quote in quotes:
        tallies[quote.speaker.name, quote.speaker.kind].add(quote)
    for (name, kind), tally in tallies.items():
        yield tally.quoted(article, name, kind)


def _role_class(name: str, kind: str | None, role: str | None) -> str | None:
    """The class of a person's role; for an unnamed person, of the name: *a police officer*."""
    if not (kind is None or kind in PERSONAL_KINDS):
        return None
    by_role = role_class(role) if role else None
    return by_role or (role_class(name) if kind == "unnamed person" else None)
