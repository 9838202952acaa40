"""The sources of a group, as people know them, and what each makes of the utterance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from quoteattr.compare.names import read_name
from quoteattr.groups.group import QuoteGroup
from quoteattr.records import Article, QuoteRecord
from quoteattr.view.markup import clip, count

#: most characters of what a source is called
_NAME = 80
#: most characters of a date
_DAY = 25
#: most sources that are told to name one person; all stand with their words
_MOST = 20


class Sources:
    """Who carries an utterance, when, and whom each ascribes it to."""

    def __init__(self, group: QuoteGroup) -> None:
        self.group = group
        self._articles = {article.source: article for article in group.records.articles}
        self._names = _names(group.sources, self._articles)
        self._ascribed = {
            record: attribution.speaker
            for attribution in group.attributions
            for record in attribution.records
        }

    def article(self, record: QuoteRecord) -> Article | None:
        """Where a record was read; None if that is not at hand."""
        return self._articles.get(record.source)

    def name(self, record: QuoteRecord) -> str:
        """What its source is called: no other one of the group is called so."""
        return self._names[record.source]

    def day(self, record: QuoteRecord) -> str:
        """When it was published; empty if that is not known."""
        article = self.article(record)
        return _day(article) if article else ""

    def speaker(self, record: QuoteRecord) -> str | None:
        """Whom it ascribes the utterance to, by the fullest name that this person has."""
        return self._ascribed[record]

    def differs(self, record: QuoteRecord) -> bool:
        """It names somebody else than the speaker of the group."""
        theirs = self.speaker(record)
        return self.group.disputed and _named(record) and theirs != self.group.speaker

    def carriers(self, records: Iterable[QuoteRecord]) -> list[QuoteRecord]:
        """The first record of each source and speaker: pieces of a wording have one carrier."""
        first = dict[tuple[str | None, str | None], QuoteRecord]()
        for record in records:
            first.setdefault((record.source, self.speaker(record)), record)
        return list(first.values())

    def words(self, record: QuoteRecord) -> str | None:
        """The words that stand for the speaker there, where they are not the name itself."""
        mention = record.mention
        return None if mention is None or mention.text == record.speaker else mention.text

    def summary(self) -> Iterator[str]:
        """How many carry it, in how many wordings, from when till when."""
        yield count(len(self.group.sources), "source")
        yield count(len(self.group.variants), "wording")
        dated = [(moment, _day(a)) for a in self._articles.values() if (moment := a.moment)]
        if dated:
            days = dict.fromkeys((min(dated)[1], max(dated)[1]))
            yield " – ".join(days)

    def dispute(self) -> Iterator[tuple[str, list[str]]]:
        """Who is named, and by which sources, the first of them; nothing where all agree."""
        for attribution in self.group.attributions if self.group.disputed else ():
            naming = dict.fromkeys(map(self.name, filter(_named, attribution.records)))
            if attribution.speaker is not None and naming:
                more = [f"{len(naming) - _MOST:,} more"] if len(naming) > _MOST else []
                yield clip(attribution.speaker, _NAME), [*islice(naming, _MOST), *more]


def _named(record: QuoteRecord) -> bool:
    """Somebody is named, not only called *the mayor* or *she*."""
    name = read_name(record.speaker)
    return name is not None and name.named


def _names(
    sources: tuple[str | None, ...], articles: Mapping[str | None, Article]
) -> dict[str | None, str]:
    """What each source is called; where that is the same, what tells them apart."""
    found = {}
    for source in sources:
        article = articles.get(source)
        known = (article.publisher or article.title) if article else None
        found[source] = clip(known or source or "unknown source", _NAME)
    often = Counter(found.values())
    return {
        source: f"{name} ({clip(source, _NAME)})" if source and often[name] > 1 else name
        for source, name in found.items()
    }


def _day(article: Article) -> str:
    """The day that an article was published; what it tells of that, if that is no day."""
    published = (article.published or "").strip()
    day = article.moment.date().isoformat() if article.moment else ""
    return day if day and published.startswith(day) else clip(published, _DAY)
