"""Render records as HTML: a table, the legend of its speakers, and a card for a single record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from quoteattr.records import QuoteRecord
from quoteattr.text import clip, count, percent
from quoteattr.view.content import IndexedRecord, PageContent
from quoteattr.view.markup import badge, escape, tag
from quoteattr.view.speaker_styles import SpeakerStyle, display_name
from quoteattr.view.waterfall import waterfall

#: maximum length of a name in the legend, in characters
_NAME_LENGTH = 80


def speaker_legend(records: Iterable[IndexedRecord], content: PageContent) -> str:
    """The speakers with their badges and the number of their quotes."""
    counts = Counter(record.speaker for _, record in records)
    return tag(
        "ul",
        *(
            tag(
                "li",
                badge(content.styles[speaker]),
                tag("bdi", escape(clip(display_name(speaker), _NAME_LENGTH))),
                f" {tag('span', str(number), class_='qa-small', title=count(number, 'quote'))}",
            )
            for speaker, number in counts.items()
        ),
        class_="qa-legend",
    )


def record_table(records: Iterable[IndexedRecord], content: PageContent, *, beside: bool) -> str:
    """A table of records, one row each.

    Args:
        records: with their indices.
        content: the content of the page that contains the table.
        beside: whether the table is beside the article, so that its rows link to the quotes there;
            otherwise it has a column for the source.
    """
    titles = ["", "speaker", "quote", "confidence", *([] if beside else ["source"])]
    head = tag("thead", tag("tr", *(tag("th", title, scope="col") for title in titles)))
    rows = (_row(index, record, content, beside=beside) for index, record in records)
    return tag("table", head, tag("tbody", *rows), class_="qa-table")


def _row(index: int, record: QuoteRecord, content: PageContent, *, beside: bool) -> str:
    """The row of a record."""
    length = content.limits.quote
    number = tag("a", str(index), href=f"#{content.key}-{index}") if beside else str(index)
    speaker = tag("bdi", escape(clip(display_name(record.speaker), length)))
    cells = [
        tag("td", number, class_="qa-number qa-small"),
        tag("td", badge(content.styles[record.speaker]), speaker, class_="qa-speaker"),
        tag(
            "td",
            tag("div", escape(clip(record.quote, length)), class_="qa-quote", dir="auto"),
            tag("div", escape(f"{record.kind} · {record.rule or 'no rule'}"), class_="qa-small"),
            _explanation(record, chart=content.limits.records is None),
        ),
        tag("td", _confidence(record)),
    ]
    if not beside:
        cells.append(tag("td", tag("bdi", escape(clip(record.source or "", length)))))
    return tag("tr", *cells, id=f"{content.key}-row-{index}")


def _confidence(record: QuoteRecord) -> str:
    """The confidence of a record, as a number and as a bar."""
    bar = tag("span", style=f"width:{record.overall_confidence:.0%}")
    return f"{percent(record.overall_confidence)}{tag('span', bar, class_='qa-bar')}"


def _explanation(record: QuoteRecord, *, chart: bool) -> str:
    """The explanation of an attribution, collapsed: a sentence, and the chart of the rules."""
    return tag(
        "details",
        tag("summary", "why", class_="qa-small"),
        tag("div", escape(record.explain()), dir="auto"),
        waterfall(record) if chart else "",
        class_="qa-why",
    )


def record_card(record: QuoteRecord, style: SpeakerStyle) -> str:
    """A single record, with its explanation."""
    name = tag("strong", tag("bdi", escape(display_name(record.speaker))))
    return tag(
        "div",
        tag("div", badge(style), name),
        tag("blockquote", escape(record.quote), dir="auto"),
        tag("div", *_details(record), class_="qa-small"),
        _explanation(record, chart=True),
        class_=f"qa-card {style.classes}",
    )


def _details(record: QuoteRecord) -> Iterator[str]:
    """The fields of a record besides speaker and quote, in one line."""
    confidence = percent(record.overall_confidence)
    yield f"{record.kind} · {confidence} · {escape(record.rule or 'no rule')}"
    if record.cue is not None:
        yield f" · cue “{tag('bdi', escape(record.cue.text))}”"
    if record.mention is not None and record.mention.text != record.speaker:
        yield f" · {record.mention.kind} “{tag('bdi', escape(record.mention.text))}”"
    if record.source is not None:
        yield f" · {tag('bdi', escape(record.source))}"
