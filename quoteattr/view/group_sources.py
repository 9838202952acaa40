"""The sources of a group: their names and dates, and the speaker that each names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from quoteattr.compare.names import read_name
from quoteattr.groups.group import QuoteGroup
from quoteattr.records import Article, QuoteRecord
from quoteattr.text import clip, count

#: maximum length of the name of a source, in characters
_NAME_LENGTH = 80
#: maximum length of a date, in characters
_DATE_LENGTH = 25
#: maximum number of sources that are listed for one speaker; all are shown with their words
_MAX_SOURCES = 20


class GroupSources:
    """The sources that carry an utterance, with their dates and speakers."""

    def __init__(self, group: QuoteGroup) -> None:
        self.group = group
        self._articles = {article.source: article for article in group.records.articles}
        self._names = _source_names(group.sources, self._articles)
        self._speakers = {
            record: attribution.speaker
            for attribution in group.attributions
            for record in attribution.records
        }

    def article(self, record: QuoteRecord) -> Article | None:
        """The article of a record; None if it is not available."""
        return self._articles.get(record.source)

    def name(self, record: QuoteRecord) -> str:
        """The name of a record's source, unique within the group."""
        return self._names[record.source]

    def date(self, record: QuoteRecord) -> str:
        """The date of publication; empty if it is not known."""
        article = self.article(record)
        return _date(article) if article else ""

    def speaker(self, record: QuoteRecord) -> str | None:
        """The speaker of a record, by the fullest name that this person has in the group."""
        return self._speakers[record]

    def is_disputed(self, record: QuoteRecord) -> bool:
        """The record names a speaker other than that of the group."""
        speaker = self.speaker(record)
        return self.group.disputed and _is_named(record) and speaker != self.group.speaker

    def carriers(self, records: Iterable[QuoteRecord]) -> list[QuoteRecord]:
        """The first record of each source and speaker, since a wording may have several parts."""
        first = dict[tuple[str | None, str | None], QuoteRecord]()
        for record in records:
            first.setdefault((record.source, self.speaker(record)), record)
        return list(first.values())

    def mention(self, record: QuoteRecord) -> str | None:
        """The words of the mention, unless they are the speaker's name itself."""
        mention = record.mention
        return None if mention is None or mention.text == record.speaker else mention.text

    def summary(self) -> Iterator[str]:
        """The numbers of sources and wordings, and the first and last date."""
        yield count(len(self.group.sources), "source")
        yield count(len(self.group.variants), "wording")
        dated = [(moment, _date(a)) for a in self._articles.values() if (moment := a.moment)]
        if dated:
            dates = dict.fromkeys((min(dated)[1], max(dated)[1]))
            yield " – ".join(dates)

    def dispute(self) -> Iterator[tuple[str, list[str]]]:
        """Each speaker who is named, with the first sources that do so; empty if all agree."""
        for attribution in self.group.attributions if self.group.disputed else ():
            names = dict.fromkeys(map(self.name, filter(_is_named, attribution.records)))
            if attribution.speaker is not None and names:
                hidden = len(names) - _MAX_SOURCES
                more = [f"{hidden:,} more"] if hidden > 0 else []
                yield (
                    clip(attribution.speaker, _NAME_LENGTH),
                    [*islice(names, _MAX_SOURCES), *more],
                )


def _is_named(record: QuoteRecord) -> bool:
    """The speaker has a name, not only a description or a pronoun."""
    name = read_name(record.speaker)
    return name is not None and name.named


def _source_names(
    sources: tuple[str | None, ...], articles: Mapping[str | None, Article]
) -> dict[str | None, str]:
    """The name of each source; equal names are followed by the source itself."""
    names = {}
    for source in sources:
        article = articles.get(source)
        label = (article.publisher or article.title) if article else None
        names[source] = clip(label or source or "unknown source", _NAME_LENGTH)
    counts = Counter(names.values())
    return {
        source: f"{name} ({clip(source, _NAME_LENGTH)})" if source and counts[name] > 1 else name
        for source, name in names.items()
    }


def _date(article: Article) -> str:
    """The day of publication, or the text of ``published`` if it is not a date."""
    published = (article.published or "").strip()
    day = article.moment.date().isoformat() if article.moment else ""
    return day if day and published.startswith(day) else clip(published, _DATE_LENGTH)
