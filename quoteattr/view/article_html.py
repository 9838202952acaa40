"""Render an article as HTML: its text with quotes, mentions and cues highlighted, and a table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from quoteattr.records import Article, QuoteRecord
from quoteattr.text import clip, count, percent
from quoteattr.view.content import PageContent, Section
from quoteattr.view.markup import badge, escape, link, tag
from quoteattr.view.record_html import record_table, speaker_legend
from quoteattr.view.segments import (
    Highlight,
    Role,
    Segment,
    after_mark,
    cut_segments,
    highlights_of,
)
from quoteattr.view.speaker_styles import display_name

#: the element of each role, the innermost first; they differ even without a style sheet
ELEMENTS: dict[Role, str] = {"cue": "i", "mention": "b", "verbatim": "mark", "reported": "u"}

#: what the elements mean
ROLE_LEGEND = (
    f"{tag('mark', 'word for word', class_='qa-cnone')} · "
    f"{tag('u', 'reported', class_='qa-cnone')} · "
    f"{tag('b', 'who speaks', class_='qa-cnone')} · {tag('i', 'cue', class_='qa-cnone')} · "
    "confidence in per cent · point at the words for the rule"
)

#: characters that a browser does not show one for one
_SHOWN_OTHERWISE = re.compile("\r\n?|[\u202d\u202e]")

#: maximum number of lines in the tooltip of a segment
_MAX_LINES = 6
#: maximum length of a name in a tooltip, in characters
_NAME_LENGTH = 80


def article_html(section: Section, article: Article, content: PageContent) -> str:
    """An article: heading, speakers, highlighted text, and the table of its records."""
    table = record_table(section.records, content, beside=True)
    return tag(
        "div",
        *_heading(article),
        speaker_legend(section.records, content) if section.records else "",
        tag(
            "div",
            highlighted_text(section, article, content),
            tag("div", table, class_="qa-beside") if section.records else "",
            class_="qa-sides",
        ),
        class_="qa-article",
    )


def _heading(article: Article) -> Iterator[str]:
    """The title of an article, and a line of its other metadata."""
    title = article.title or article.source
    if title:
        yield tag("h2", escape(title), dir="auto")
    metadata = [article.publisher, article.published, ", ".join(article.authors)]
    line = [tag("bdi", escape(value)) for value in metadata if value]
    if article.url is not None:
        line.append(link(escape(article.url), article.url))
    if article.title and article.id is not None and article.id != article.url:
        line.append(tag("bdi", escape(article.id)))
    if line:
        yield tag("p", " · ".join(line), class_="qa-small")


def highlighted_text(
    section: Section, article: Article, content: PageContent, *, offsets: bool = False
) -> str:
    """The text with quotes, cues and mentions highlighted, and a badge after each quoted span.

    Args:
        section: the records, and how much of the text is shown.
        article: the article of the records.
        content: the content of the page.
        offsets: whether each part of the text has its offset and its records as attributes, so that
            a script can tell what a reader selects.
    """
    records = dict(section.records)
    highlights = [h for index, record in section.records for h in highlights_of(record, index)]
    badges: dict[int, list[str]] = defaultdict(list)
    for index, record in section.records:
        for number, span in enumerate(record.spans):
            place = min(after_mark(article.text, span.end), section.end)
            badges[place].append(_badge(index, record, content, first=number == 0))
    markup = []
    breaks = _breaks(article.text) if offsets else ()
    for segment in cut_segments(section.end, highlights, [*badges, *breaks]):
        shown = _segment(article.text, segment, records, content)
        markup += [_placed(shown, segment) if offsets else shown, *badges[segment.end]]
    if section.end < len(article.text):
        remaining = count(len(article.text) - section.end, "more character")
        markup.append(tag("span", f"… {remaining}", class_="qa-small"))
    return tag("div", *markup, class_="qa-text", dir="auto", lang=article.language)


def _breaks(text: str) -> Iterator[int]:
    """Where to cut a text so that a browser shows each part with the same number of characters.

    A browser shows a line end as one character, and some directional marks by their number; each of
    these becomes a part of its own.
    """
    for match in _SHOWN_OTHERWISE.finditer(text):
        yield from match.span()


def _placed(markup: str, segment: Segment) -> str:
    """A segment with its position in the text, and the records that it belongs to."""
    indices = sorted({highlight.record_index for highlight in segment.highlights})
    return tag(
        "span",
        markup,
        data_start=str(segment.start),
        data_end=str(segment.end),
        data_quotes=" ".join(map(str, indices)) if indices else None,
    )


def _badge(index: int, record: QuoteRecord, content: PageContent, *, first: bool) -> str:
    """The badge after a quoted span; the first one of a record has its confidence."""
    return badge(
        content.styles[record.speaker],
        f" {percent(record.overall_confidence)}" if first else "",
        href=f"#{content.key}-row-{index}",
        id=f"{content.key}-{index}" if first else None,
        title=_tooltip_line(record, "verbatim"),
    )


def _segment(
    text: str, segment: Segment, records: dict[int, QuoteRecord], content: PageContent
) -> str:
    """A segment inside an element for each of its roles, in the colour of the innermost record."""
    markup = escape(text[segment.start : segment.end])
    for role, element in ELEMENTS.items():
        of_role = [highlight for highlight in segment.highlights if highlight.role == role]
        if of_role:
            record = records[of_role[-1].record_index]
            classes = content.styles[record.speaker].classes
            tooltip = _tooltip(segment, role, records)
            markup = tag(element, markup, class_=classes, title=tooltip)
    return markup


def _tooltip(segment: Segment, role: Role, records: dict[int, QuoteRecord]) -> str:
    """The tooltip of a role's element: one line for its record and for each one around it."""
    order: Sequence[Role] = list(ELEMENTS)
    around = order[order.index(role) :]
    lines: dict[str, None] = {}
    for highlight in sorted(segment.highlights, key=_inner_first):
        if highlight.role in around:
            lines[_tooltip_line(records[highlight.record_index], highlight.role)] = None
    shown = list(lines)[:_MAX_LINES]
    hidden = len(lines) - len(shown)
    return "\n".join([*shown, *([f"… and {hidden} more"] if hidden else [])])


def _inner_first(highlight: Highlight) -> tuple[int, int, int]:
    """Sort key: inner highlights before outer ones."""
    return (list(ELEMENTS).index(highlight.role), -highlight.start, highlight.end)


def _tooltip_line(record: QuoteRecord, role: Role) -> str:
    """The line of one record in a tooltip."""
    speaker = clip(display_name(record.speaker), _NAME_LENGTH)
    if role == "mention" and record.mention is not None:
        return f"{record.mention.kind}: stands for {speaker}"
    if role == "cue":
        return f"cue of {speaker}"
    confidence = percent(record.overall_confidence)
    return f"{speaker}: {record.kind}, {confidence}, {record.rule or 'no rule'}"
