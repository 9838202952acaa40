"""Choose the content of a page: its records and articles, and the speakers' styles."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from quoteattr.records import Article, QuoteRecord, QuoteRecords
from quoteattr.view.speaker_styles import SpeakerStyle, speaker_styles

#: a record with its index among all records of the caller: ``records[index]``
IndexedRecord = tuple[int, QuoteRecord]


class ContentLimits(NamedTuple):
    """The maximum content of a page; None for no limit."""

    #: records
    records: int | None = None
    #: characters of all articles
    characters: int | None = None
    #: characters of a quote in a table
    quote: int | None = None


#: the limits of a file, which shows everything
NO_LIMITS = ContentLimits()
#: the limits of a notebook, which stores its output, so that it stays within some 200 kB
NOTEBOOK = ContentLimits(records=100, characters=40_000, quote=500)


@frozen
class Section:
    """Some records, and the article that contains them."""

    #: None if its text is not available
    article: Article | None
    records: Sequence[IndexedRecord]
    #: the end of the shown part of the article, in characters
    end: int = 0

    def truncate(self, records: int | None, characters: int | None) -> Section:
        """Limit to some records and characters; the text ends before the next record."""
        kept = self.records[:records]
        if self.article is None:
            return Section(None, kept)
        ends = [len(self.article.text)] + ([] if characters is None else [characters])
        ends += [record.spans[0].start for _, record in self.records[len(kept) :]]
        end = min(ends)
        return Section(
            self.article, [indexed for indexed in kept if indexed[1].spans[0].start < end], end
        )


@frozen
class PageContent:
    """All that one page shows."""

    sections: Sequence[Section]
    styles: dict[str | None, SpeakerStyle]
    limits: ContentLimits
    #: prefix of the ids of its elements, different for each page in a notebook
    key: str

    @property
    def records(self) -> list[IndexedRecord]:
        """All records of all sections."""
        return [indexed for section in self.sections for indexed in section.records]


def choose_content(records: QuoteRecords, limits: ContentLimits) -> PageContent:
    """Choose the content of a page, in the order of the records."""
    sections = list(_truncate(sections_of(records), limits))
    speakers = (record.speaker for record in records)
    identity = repr([len(records), *((r.speaker, r.spans, r.source) for r in records[:100])])
    key = f"qa{zlib.crc32(identity.encode('utf-8', 'replace')):08x}"
    return PageContent(sections, speaker_styles(speakers), limits, key)


def _truncate(sections: Sequence[Section], limits: ContentLimits) -> Iterator[Section]:
    """Shorten the sections so that together they stay within the limits."""
    records, characters = limits.records, limits.characters
    for section in sections[: limits.records]:
        if records == 0 or characters == 0:
            return
        truncated = section.truncate(records, characters)
        records = None if records is None else records - len(truncated.records)
        characters = None if characters is None else characters - truncated.end
        yield truncated


def sections_of(records: QuoteRecords) -> list[Section]:
    """Group the records by article, in order; those without its text come last.

    Articles without records are left out unless there are no records at all.
    """
    articles = {article.source: article for article in records.articles}
    if not records:
        return [Section(article, []) for article in records.articles]
    by_source: dict[str | None, list[IndexedRecord]] = {}
    unknown: list[IndexedRecord] = []
    for indexed in enumerate(records):
        article = articles.get(indexed[1].source)
        if article is not None and matches_text(indexed[1], article):
            by_source.setdefault(article.source, []).append(indexed)
        else:
            unknown.append(indexed)
    sections = [Section(articles[source], own) for source, own in by_source.items()]
    return [*sections, Section(None, unknown)] if unknown else sections


def matches_text(record: QuoteRecord, article: Article) -> bool:
    """Whether the offsets of a record fit the text of an article."""
    text = article.text
    words = [part for part in (record.mention, record.cue) if part is not None]
    return record.spans[-1].end <= len(text) and all(
        text[part.start : part.end] == part.text for part in words
    )
