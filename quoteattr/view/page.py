"""What is shown together: which records of which articles, and how each speaker looks there."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from quoteattr.records import Article, QuoteRecord, QuoteRecords
from quoteattr.view.looks import Look, looks

#: a record with its index among all that the caller has: ``records[number]``
Numbered = tuple[int, QuoteRecord]


class Limits(NamedTuple):
    """How much is shown at most; None for all."""

    #: records
    records: int | None = None
    #: characters of all articles
    characters: int | None = None
    #: characters of a quote in a table
    quote: int | None = None


#: a file holds all
NO_LIMITS = Limits()
#: a notebook keeps what it shows, so that it stays within some 200 kB
NOTEBOOK = Limits(records=100, characters=40_000, quote=500)


@frozen
class Group:
    """Some records, and the article that they are shown in."""

    #: None where its text is not at hand
    article: Article | None
    records: Sequence[Numbered]
    #: so much of the article is shown, in characters
    end: int = 0

    def within(self, records: int | None, characters: int | None) -> Group:
        """So much of the group: its text ends before the first record that is left out."""
        kept = self.records[:records]
        if self.article is None:
            return Group(None, kept)
        ends = [len(self.article.text)] + ([] if characters is None else [characters])
        ends += [record.spans[0].start for _, record in self.records[len(kept) :]]
        end = min(ends)
        return Group(self.article, [n for n in kept if n[1].spans[0].start < end], end)


@frozen
class Page:
    """What is shown together."""

    groups: Sequence[Group]
    looks: dict[str | None, Look]
    limits: Limits
    #: begins the names of its places, which no other page in a notebook may have
    key: str

    @property
    def records(self) -> list[Numbered]:
        """All that is shown."""
        return [numbered for group in self.groups for numbered in group.records]


def make_page(records: QuoteRecords, limits: Limits) -> Page:
    """Choose what is shown, in the order of the records."""
    chosen = list(_within(groups(records), limits))
    speakers = (record.speaker for record in records)
    told = repr([len(records), *((r.speaker, r.spans, r.source) for r in records[:100])])
    key = f"qa{zlib.crc32(told.encode('utf-8', 'replace')):08x}"
    return Page(chosen, looks(speakers), limits, key)


def _within(found: Sequence[Group], limits: Limits) -> Iterator[Group]:
    """As much of the groups as is allowed in all."""
    records, characters = limits.records, limits.characters
    for group in found[: limits.records]:
        if records == 0 or characters == 0:
            return
        part = group.within(records, characters)
        records = None if records is None else records - len(part.records)
        characters = None if characters is None else characters - part.end
        yield part


def groups(records: QuoteRecords) -> list[Group]:
    """The records by article, in order; at the end those whose text is not at hand.

    Articles without records are left out unless there is nothing else.
    """
    articles = {article.source: article for article in records.articles}
    if not records:
        return [Group(article, []) for article in records.articles]
    known: dict[str | None, list[Numbered]] = {}
    unknown: list[Numbered] = []
    for numbered in enumerate(records):
        article = articles.get(numbered[1].source)
        if article is not None and fits(numbered[1], article):
            known.setdefault(article.source, []).append(numbered)
        else:
            unknown.append(numbered)
    found = [Group(articles[source], own) for source, own in known.items()]
    return [*found, Group(None, unknown)] if unknown else found


def fits(record: QuoteRecord, article: Article) -> bool:
    """Whether the record was read in this text, as far as can be told."""
    text = article.text
    words = [part for part in (record.mention, record.cue) if part is not None]
    return record.spans[-1].end <= len(text) and all(
        text[part.start : part.end] == part.text for part in words
    )
