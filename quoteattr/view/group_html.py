"""Render groups as HTML: the fullest wording of an utterance, and word diffs of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quoteattr.compare.difference import FAITHFUL_KINDS, Difference
from quoteattr.groups.group import QuoteGroup, Variant
from quoteattr.records import QuoteRecord
from quoteattr.text import clip, count
from quoteattr.view.content import ContentLimits
from quoteattr.view.diff import DiffSegment, diff_segments, limit_note, truncate_diff
from quoteattr.view.group_sources import GroupSources
from quoteattr.view.markup import badge, escape, link, tag
from quoteattr.view.speaker_styles import SpeakerStyle, display_name, speaker_styles

#: what the elements of a diff mean
DIFF_LEGEND = (
    f"{tag('del', 'cut')} · {tag('ins', 'inserted')} · {tag('del', 'changed')}"
    f" {tag('ins', 'into this')} · "
    + tag(
        "span",
        f"{tag('del', 'left out or changed')} {tag('abbr', '… or [so]')}",
        class_="qa-marked",
    )
    + ", and it says so · "
    + tag("span", tag("abbr", "—"), class_="qa-punctuation")
    + " other punctuation · ≠ somebody else is named · point at words for what differs"
)

#: maximum length of a mention, and of a name in a tooltip, in characters
_MENTION_LENGTH = 80

#: the head of the table of wordings
_HEAD = tag(
    "thead",
    tag(
        "tr",
        tag("th", "source and speaker", scope="col"),
        tag("th", "words", scope="col"),
    ),
)


def groups_html(groups: Sequence[QuoteGroup], limits: ContentLimits) -> Iterator[str]:
    """Groups, one below the other, with a legend if any has several wordings."""
    sources = {source for group in groups for source in group.sources}
    if len(groups) > 1:
        summary = f"{count(len(groups), 'quote')} in {count(len(sources), 'source')}"
        yield tag("p", summary, class_="qa-small")
    if any(len(group.variants) > 1 for group in groups):
        yield tag("p", DIFF_LEGEND, class_="qa-small")
    styles = speaker_styles(
        attribution.speaker for group in groups for attribution in group.attributions
    )
    for group in groups:
        yield group_html(group, styles, limits)


def group_html(
    group: QuoteGroup, styles: dict[str | None, SpeakerStyle], limits: ContentLimits
) -> str:
    """One group, without a legend."""
    return _GroupHtml(group, styles, limits).html()


class _GroupHtml:
    """One group as HTML."""

    def __init__(
        self, group: QuoteGroup, styles: dict[str | None, SpeakerStyle], limits: ContentLimits
    ) -> None:
        self.group = group
        self.sources = GroupSources(group)
        self.styles = styles
        self.limits = limits

    def html(self) -> str:
        """The whole group."""
        group = self.group
        shown = list(self._shown_variants())
        fullest = clip(group.variants[0].quote, self.limits.quote)
        quotation = tag(
            "div",
            tag("blockquote", escape(fullest), dir="auto"),
            self._carriers(shown[0][1]),
            class_=f"qa-card {self.styles[group.speaker].classes}",
        )
        markup = [*self._heading(), quotation]
        if shown[1:]:
            markup.append(tag("table", _HEAD, self._rows(shown[1:]), class_="qa-table"))
        hidden = len(group.records) - sum(len(records) for _, records in shown)
        if hidden:
            how = tag("code", "quoteattr.render(group, file=&quot;group.html&quot;)")
            markup.append(tag("p", f"… and {count(hidden, 'more quote')}: {how} writes them all."))
        return tag("div", *markup, class_="qa-article qa-group")

    def _shown_variants(self) -> Iterator[tuple[Variant, Sequence[QuoteRecord]]]:
        """The wordings, with as many of their records as the limits allow."""
        room = self.limits.records
        for variant in self.group.variants:
            records = variant.records[:room]
            if records:
                yield variant, records
            room = None if room is None else room - len(records)

    def _heading(self) -> Iterator[str]:
        """The speaker, the numbers of sources and wordings, the dates, and the dispute."""
        speaker = self.group.speaker
        name = tag("bdi", escape(clip(display_name(speaker), self.limits.quote)))
        yield tag("h2", badge(self.styles[speaker]), name)
        yield tag("p", escape(" · ".join(self.sources.summary())), class_="qa-small")
        claims = [
            f"to {tag('strong', tag('bdi', escape(named)))} by "
            + ", ".join(tag("bdi", escape(source)) for source in sources)
            for named, sources in self.sources.dispute()
        ]
        if claims:
            yield tag("p", f"Disputed: ascribed {'; '.join(claims)}.", class_="qa-dispute")

    def _rows(self, shown: Iterable[tuple[Variant, Sequence[QuoteRecord]]]) -> str:
        """The body of the table, a row for each wording."""
        return tag("tbody", *(self._row(*row) for row in shown))

    def _row(self, variant: Variant, records: Sequence[QuoteRecord]) -> str:
        """A wording as a diff, and its sources."""
        diff = diff_html(variant.fullest, variant.quote, variant.differences, self.limits.quote)
        note = limit_note(variant.fullest, variant.quote)
        return tag(
            "tr",
            tag("td", self._carriers(records), class_="qa-carrier"),
            tag(
                "td",
                tag("div", diff, class_="qa-quote", dir="auto"),
                tag("div", note, class_="qa-small") if note else "",
            ),
        )

    def _carriers(self, records: Iterable[QuoteRecord]) -> str:
        """The sources of a wording, each with the speaker that it names."""
        items = (tag("li", *self._carrier(record)) for record in self.sources.carriers(records))
        return tag("ul", *items, class_="qa-carriers")

    def _carrier(self, record: QuoteRecord) -> Iterator[str]:
        """The source of a record, its date and its speaker."""
        article = self.sources.article(record)
        title, url = (article.title, article.url) if article else (None, None)
        name = tag("bdi", escape(self.sources.name(record)))
        yield link(name, url, title or record.source)
        if date := self.sources.date(record):
            yield f" {tag('span', tag('bdi', escape(date)), class_='qa-small qa-day')}"
        speaker = tag("bdi", escape(clip(display_name(record.speaker), self.limits.quote)))
        if self.sources.is_disputed(record):
            tooltip = f"not {clip(display_name(self.group.speaker), _MENTION_LENGTH)}"
            speaker = tag("strong", "≠ ", speaker, title=tooltip)
        line = [badge(self.styles[self.sources.speaker(record)]), speaker]
        if mention := self.sources.mention(record):
            words = tag("bdi", escape(clip(mention, _MENTION_LENGTH)))
            line.append(f" {tag('q', words, class_='qa-small')}")
        yield tag("div", *line)


def diff_html(
    fullest: str, quote: str, differences: Iterable[Difference], length: int | None = None
) -> str:
    """A wording as a word diff against the fullest one.

    Args:
        fullest: the fullest wording.
        quote: the other one.
        differences: the differences between them, in order of the fullest one.
        length: the maximum number of characters to show; None for all.
    """
    segments = diff_segments(fullest, quote, differences)
    return "".join(map(_segment_html, truncate_diff(segments, length)))


def _segment_html(segment: DiffSegment) -> str:
    """A segment of a diff; a difference is marked and has a tooltip."""
    difference, fullest, quote = segment
    if difference is None:
        return escape(segment.common)
    acknowledged = difference.kind in FAITHFUL_KINDS
    markup = [tag("del", escape(fullest))] if fullest else []
    if quote:
        markup.append(tag("abbr" if acknowledged else "ins", escape(quote)))
    if difference.kind == "punctuation":
        markup = markup[-1:]
    classes = ["qa-other", "qa-marked" if acknowledged else "", f"qa-{difference.kind}"]
    return tag(
        "span", " ".join(markup), class_=" ".join(filter(None, classes)), title=str(difference)
    )
