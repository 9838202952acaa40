"""Render records and groups as HTML: fragments for notebooks, and whole documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from os import PathLike
from typing import Literal, TextIO, get_args

from quoteattr.checks import check_choice, check_path, check_text
from quoteattr.errors import InputError, OptionError
from quoteattr.formats.output import replacing
from quoteattr.groups.group import QuoteGroup
from quoteattr.records import Failure, QuoteRecord, QuoteRecords
from quoteattr.text import count
from quoteattr.view.article_html import ROLE_LEGEND, article_html
from quoteattr.view.content import NO_LIMITS, NOTEBOOK, ContentLimits, PageContent, choose_content
from quoteattr.view.group_html import groups_html
from quoteattr.view.markup import escape, html_document, style_sheet, tag
from quoteattr.view.record_html import record_card, record_table
from quoteattr.view.speaker_styles import speaker_styles

Style = Literal["article", "table"]

#: maximum number of failures that a notebook lists
_MAX_FAILURES = 20

#: the note above records without the text of their article
_NO_TEXT = (
    "The text of these records is not available, so they are shown in a table: records from a file"
    " come without it, and each article needs an id of its own."
)


def render(
    records: (
        QuoteRecords
        | QuoteRecord
        | QuoteGroup
        | Iterable[QuoteRecord | QuoteRecords]
        | Iterable[QuoteGroup]
    ),
    style: Style = "article",
    file: str | PathLike[str] | TextIO | None = None,
    *,
    title: str = "Who said what",
) -> str:
    """Make a self-contained HTML document of records: no script, no external font, no network.

    Args:
        records: those of ``extract``, all that ``extract_many`` yields, or any records; or a group,
            or all that ``group`` returns: the fullest wording of each, and the others with their
            differences marked word by word.
        style: the style of records. ``article`` shows each article with its quotes, cues and
            mentions highlighted and a table beside it; records without the text of their article
            are shown in a table. ``table`` shows one table of all records.
        file: also write the document here: a path, or a file in text mode.
        title: the title of the document.

    Returns:
        The document, with all records; store it as UTF-8.

    Raises:
        OptionError: the style does not exist, a style is passed for groups, or the file cannot be
            written.
        InputError: ``records`` contains neither records nor groups, or an argument is of the wrong
            type.

    >>> from quoteattr import extract
    >>> html = render(extract("“No <b> comment,” said Mara Holt."))
    >>> "“<mark" in html, "No &lt;b&gt; comment," in html, "<script" in html
    (True, True, False)
    """
    check_choice(style, get_args(Style), "style")
    check_text(title, "title")
    if file is not None and not hasattr(file, "write"):
        file = check_path(file, "file")
    shown = _as_groups_or_records(records)
    if isinstance(shown, QuoteRecords):
        body = _fragment(shown, style, NO_LIMITS)
    elif style == "table":
        raise OptionError("groups have a fixed style", where="style", remedy="leave style out")
    else:
        body = _scope(groups_html(shown, NO_LIMITS))
    page = "".join(html_document(title, [body]))
    if isinstance(file, str):
        with replacing(file) as opened:
            opened.write(page)
    elif file is not None:
        file.write(page)
    return page


def _as_groups_or_records(value: object) -> QuoteRecords | list[QuoteGroup]:
    """Convert a group or an iterable of groups to a list, and anything else to records.

    Raises:
        InputError: the value holds neither, or both.
    """
    if isinstance(value, QuoteGroup):
        return [value]
    single = isinstance(value, QuoteRecord | QuoteRecords | str | Mapping)
    if isinstance(value, Iterable) and not single:
        value = list(value)
        groups = [item for item in value if isinstance(item, QuoteGroup)]
        if groups and len(groups) == len(value):
            return groups
        if groups:
            raise InputError(
                "expected records or groups, not both in one list",
                where="render()",
                remedy="render them separately",
            )
    return QuoteRecords.of(value)


def notebook(records: QuoteRecords) -> str:
    """The fragment of records for a notebook; behind ``QuoteRecords._repr_html_``."""
    return _fragment(records, "article", NOTEBOOK)


def notebook_card(record: QuoteRecord) -> str:
    """The fragment of one record for a notebook; behind ``QuoteRecord._repr_html_``."""
    style = speaker_styles([record.speaker])[record.speaker]
    return _scope([record_card(record, style)])


def notebook_group(group: QuoteGroup) -> str:
    """The fragment of a group for a notebook; behind ``QuoteGroup._repr_html_``."""
    return _scope(groups_html([group], NOTEBOOK))


def _fragment(records: QuoteRecords, style: Style, limits: ContentLimits) -> str:
    """HTML with its style sheet, for use in any page."""
    content = choose_content(records, limits)
    return _scope(
        [
            tag("p", _summary(records), class_="qa-small"),
            *STYLES[style](content),
            _hidden_records(records, content),
            _failures(records.failures, limits),
        ]
    )


def _scope(markup: Iterable[str]) -> str:
    """The element that the style sheet applies to."""
    return tag("div", tag("style", "\n", style_sheet()), *markup, class_="quoteattr")


def _summary(records: QuoteRecords) -> str:
    """The numbers of quotes, speakers and articles."""
    if not records:
        return "No quotes found."
    speakers = {record.speaker for record in records} - {None}
    summary = f"{count(len(records), 'quote')}, {count(len(speakers), 'speaker')}"
    sources = {record.source for record in records}
    if len(records.articles) > 1 or len(sources) > 1:
        summary += f", in {count(len(sources), 'article')}"
    if len(records.articles) > len(sources):
        summary += f" of {len(records.articles):,}"
    return summary


def _articles(content: PageContent) -> Iterator[str]:
    """Each article, with a table beside it."""
    if any(section.article for section in content.sections):
        yield tag("p", ROLE_LEGEND, class_="qa-small")
    for section in content.sections:
        if section.article is None:
            yield tag("p", _NO_TEXT, class_="qa-small")
            yield record_table(section.records, content, beside=False)
        else:
            yield article_html(section, section.article, content)


def _table(content: PageContent) -> Iterator[str]:
    """One table of all records."""
    ordered = sorted(content.records, key=lambda indexed: indexed[0])
    yield record_table(ordered, content, beside=False)


#: the styles of records
STYLES: dict[Style, Callable[[PageContent], Iterator[str]]] = {
    "article": _articles,
    "table": _table,
}


def _hidden_records(records: QuoteRecords, content: PageContent) -> str:
    """The number of records left out, and how to see them."""
    hidden = len(records) - len(content.records)
    if not hidden:
        return ""
    how = tag("code", "quoteattr.render(records, file=&quot;quotes.html&quot;)")
    return tag("p", f"… and {count(hidden, 'more quote')}: {how} writes them all.")


def _failures(failures: tuple[Failure, ...], limits: ContentLimits) -> str:
    """The failures, collapsed."""
    if not failures:
        return ""
    shown = failures if limits.records is None else failures[:_MAX_FAILURES]
    items = [
        tag("li", tag("bdi", escape(failure.source or "?")), f": {escape(failure.reason)}")
        for failure in shown
    ]
    if len(shown) < len(failures):
        items.append(tag("li", f"… and {len(failures) - len(shown):,} more"))
    return tag("details", tag("summary", count(len(failures), "failure")), tag("ul", *items))
