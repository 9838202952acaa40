"""Groups as HTML: one utterance, all that carry it, and what each has otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quoteattr.compare.difference import FAITHFUL_KINDS
from quoteattr.groups.group import QuoteGroup, Variant
from quoteattr.records import QuoteRecord
from quoteattr.view.diff import Passage, caveat, redline, within
from quoteattr.view.looks import Look, looks
from quoteattr.view.markup import clip, count, escape, tag
from quoteattr.view.page import Limits
from quoteattr.view.parts import link, name_of, sign
from quoteattr.view.sources import Sources

#: what the elements mean, as a reader is told it
LEGEND = (
    f"{tag('del', 'cut')} · {tag('ins', 'inserted')} · {tag('del', 'changed')}"
    f" {tag('ins', 'into this')} · "
    + tag(
        "span",
        f"{tag('del', 'left out or changed')} {tag('abbr', '… or [so]')}",
        class_="qa-told",
    )
    + ", and it says so · "
    + tag("span", tag("abbr", "—"), class_="qa-punctuation")
    + " other punctuation · ≠ somebody else is named · point at words for what differs"
)


def group_page(groups: Sequence[QuoteGroup], limits: Limits) -> Iterator[str]:
    """What is shown of some groups."""
    sources = {source for group in groups for source in group.sources}
    if len(groups) > 1:
        told = f"{count(len(groups), 'quote')} in {count(len(sources), 'source')}"
        yield tag("p", told, class_="qa-small")
    if any(len(group.variants) > 1 for group in groups):
        yield tag("p", LEGEND, class_="qa-small")
    speakers = (each.speaker for group in groups for each in group.attributions)
    looking = looks(speakers)
    for group in groups:
        yield _Sheet(group, looking, limits).html()


class _Sheet:
    """One group, as it is shown."""

    def __init__(self, group: QuoteGroup, looking: dict[str | None, Look], limits: Limits) -> None:
        self.group = group
        self.sources = Sources(group)
        self.looks = looking
        self.limits = limits

    def html(self) -> str:
        """All of it."""
        group = self.group
        shown = list(self._shown())
        fullest = clip(group.variants[0].quote, self.limits.quote)
        quotation = tag(
            "div",
            tag("blockquote", escape(fullest), dir="auto"),
            self._carriers(shown[0][1]),
            class_=f"qa-card {self.looks[group.speaker].classes}",
        )
        parts = [*self._heading(), quotation]
        if shown[1:]:
            parts.append(tag("table", _HEAD, self._rows(shown[1:]), class_="qa-table"))
        more = len(group.records) - sum(len(records) for _, records in shown)
        if more:
            how = tag("code", "quoteattr.render(group, file=&quot;group.html&quot;)")
            parts.append(tag("p", f"… and {count(more, 'more quote')}: {how} writes them all."))
        return tag("div", *parts, class_="qa-article qa-group")

    def _shown(self) -> Iterator[tuple[Variant, Sequence[QuoteRecord]]]:
        """The wordings, and those of their records that there is room for."""
        room = self.limits.records
        for variant in self.group.variants:
            records = variant.records[:room]
            if records:
                yield variant, records
            room = None if room is None else room - len(records)

    def _heading(self) -> Iterator[str]:
        """Who said it, how many carry it, from when till when; and who disagrees."""
        speaker = self.group.speaker
        name = tag("bdi", escape(clip(name_of(speaker), self.limits.quote)))
        yield tag("h2", sign(self.looks[speaker]), name)
        yield tag("p", escape(" · ".join(self.sources.summary())), class_="qa-small")
        told = [
            f"to {tag('strong', tag('bdi', escape(somebody)))} by "
            + ", ".join(tag("bdi", escape(name)) for name in names)
            for somebody, names in self.sources.dispute()
        ]
        if told:
            yield tag("p", f"Disputed: ascribed {'; '.join(told)}.", class_="qa-dispute")

    def _rows(self, shown: Iterable[tuple[Variant, Sequence[QuoteRecord]]]) -> str:
        """A row a wording."""
        return tag("tbody", *(self._row(*each) for each in shown))

    def _row(self, variant: Variant, records: Sequence[QuoteRecord]) -> str:
        """A wording beside the fullest one, and who carries it."""
        passages = redline(variant.fullest, variant.quote, variant.differences)
        words = "".join(map(_redlined, within(passages, self.limits.quote)))
        told = caveat(variant.fullest, variant.quote)
        return tag(
            "tr",
            tag("td", self._carriers(records), class_="qa-carrier"),
            tag(
                "td",
                tag("div", words, class_="qa-quote", dir="auto"),
                tag("div", told, class_="qa-small") if told else "",
            ),
        )

    def _carriers(self, records: Iterable[QuoteRecord]) -> str:
        """Where some words stand, and who is said there to have said them."""
        carriers = self.sources.carriers(records)
        items = (tag("li", *self._carrier(record)) for record in carriers)
        return tag("ul", *items, class_="qa-carriers")

    def _carrier(self, record: QuoteRecord) -> Iterator[str]:
        """One place."""
        article = self.sources.article(record)
        title, url = (article.title, article.url) if article else (None, None)
        name = tag("bdi", escape(self.sources.name(record)))
        yield link(name, url, title or record.source)
        if day := self.sources.day(record):
            yield f" {tag('span', tag('bdi', escape(day)), class_='qa-small qa-day')}"
        speaker = tag("bdi", escape(clip(name_of(record.speaker), self.limits.quote)))
        if self.sources.differs(record):
            other = f"not {clip(name_of(self.group.speaker), 80)}"
            speaker = tag("strong", "≠ ", speaker, title=other)
        told = [sign(self.looks[self.sources.speaker(record)]), speaker]
        if words := self.sources.words(record):
            told.append(f" {tag('q', tag('bdi', escape(clip(words, 80))), class_='qa-small')}")
        yield tag("div", *told)


#: the head of the table
_HEAD = tag(
    "thead",
    tag(
        "tr",
        tag("th", "source and speaker", scope="col"),
        tag("th", "words", scope="col"),
    ),
)


def _redlined(passage: Passage) -> str:
    """A passage, what differs marked and told to whoever points at it."""
    difference, old, new = passage
    if difference is None:
        return escape(passage.same)
    told = difference.kind in FAITHFUL_KINDS
    parts = [tag("del", escape(old))] if old else []
    if new:
        parts.append(tag("abbr" if told else "ins", escape(new)))
    if difference.kind == "punctuation":
        parts = parts[-1:]
    classes = ["qa-other", "qa-told" if told else "", f"qa-{difference.kind}"]
    return tag(
        "span", " ".join(parts), class_=" ".join(filter(None, classes)), title=str(difference)
    )
