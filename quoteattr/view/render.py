"""Records and groups as HTML: a fragment for a notebook, a document for everybody else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from os import PathLike
from typing import Literal, TextIO, get_args

from quoteattr.checks import check_choice, check_path, check_text
from quoteattr.errors import InputError, OptionError
from quoteattr.formats.output import replacing
from quoteattr.groups.group import QuoteGroup
from quoteattr.records import Article, Failure, QuoteRecord, QuoteRecords
from quoteattr.view.groups import group_page
from quoteattr.view.looks import looks
from quoteattr.view.markup import count, escape, style_sheet, tag
from quoteattr.view.page import NO_LIMITS, NOTEBOOK, Group, Limits, Page, make_page
from quoteattr.view.parts import KEY, card, legend, link, marked_text, table

Style = Literal["article", "table"]

#: most failures that are listed in a notebook
_A_FEW = 20

#: the document around what a notebook would show; it follows the theme of its reader's system
_DOCUMENT = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ margin: 2em auto; max-width: 90em; padding: 0 1.5em; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


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
    """Make an HTML document of records that needs nothing else: no script, no font, no network.

    Args:
        records: those of ``extract``, all that ``extract_many`` yields, or any records; or a group,
            or all that ``group`` gives: of each its fullest wording, and the others with what
            differs marked word by word.
        style: of records. ``article`` shows each article with its quotes, cues and mentions marked
            and a table beside it, one article after the other; records whose article is not at hand
            are shown in a table. ``table`` shows one table of all.
        file: where to write it too: a path, or a file opened for text.
        title: of the document.

    Returns:
        The document, all records in it; it is to be stored as UTF-8.

    Raises:
        OptionError: there is no such style, groups are to be shown in another than their own, or
            the file cannot be written.
        InputError: these are neither records nor groups, or an argument is of the wrong type.

    >>> from quoteattr import extract
    >>> html = render(extract("“No <b> comment,” said Mara Holt."))
    >>> "“<mark" in html, "No &lt;b&gt; comment," in html, "<script" in html
    (True, True, False)
    """
    check_choice(style, get_args(Style), "style")
    check_text(title, "title")
    if file is not None and not hasattr(file, "write"):
        file = check_path(file, "file")
    found = _found(records)
    if isinstance(found, QuoteRecords):
        body = fragment(found, style, NO_LIMITS)
    elif style == "table":
        raise OptionError(
            "groups have one style of their own", where="style", remedy="leave style out"
        )
    else:
        body = _scope(group_page(found, NO_LIMITS))
    document = _DOCUMENT.format(title=escape(title), body=body)
    if isinstance(file, str):
        with replacing(file) as page:
            page.write(document)
    elif file is not None:
        file.write(document)
    return document


def _found(given: object) -> QuoteRecords | list[QuoteGroup]:
    """The groups or the records that something is or gives one by one."""
    if isinstance(given, QuoteGroup):
        return [given]
    single = isinstance(given, QuoteRecord | QuoteRecords | str | Mapping)
    if isinstance(given, Iterable) and not single:
        given = list(given)
        groups = [each for each in given if isinstance(each, QuoteGroup)]
        if groups and len(groups) == len(given):
            return groups
        if groups:
            raise InputError(
                "records or groups are wanted, not both in one list",
                where="render()",
                remedy="render each by itself",
            )
    return QuoteRecords.of(given)


def notebook(records: QuoteRecords) -> str:
    """What a notebook shows of records; behind ``QuoteRecords._repr_html_``."""
    return fragment(records, "article", NOTEBOOK)


def notebook_card(record: QuoteRecord) -> str:
    """What a notebook shows of one record; behind ``QuoteRecord._repr_html_``."""
    return _scope([card(record, looks([record.speaker])[record.speaker])])


def notebook_group(group: QuoteGroup) -> str:
    """What a notebook shows of a group; behind ``QuoteGroup._repr_html_``."""
    return _scope(group_page([group], NOTEBOOK))


def fragment(records: QuoteRecords, style: Style, limits: Limits) -> str:
    """HTML that may stand in any page, its style with it."""
    page = make_page(records, limits)
    return _scope(
        [
            tag("p", _summary(records), class_="qa-small"),
            *STYLES[style](page),
            _more(records, page),
            _failures(records.failures, limits),
        ]
    )


def _scope(parts: Iterable[str]) -> str:
    """The one element that the style sheet speaks of."""
    return tag("div", tag("style", "\n", style_sheet()), *parts, class_="quoteattr")


def _summary(records: QuoteRecords) -> str:
    """How much there is."""
    if not records:
        return "No quotes found."
    speakers = {record.speaker for record in records} - {None}
    told = f"{count(len(records), 'quote')}, {count(len(speakers), 'speaker')}"
    sources = {record.source for record in records}
    if len(records.articles) > 1 or len(sources) > 1:
        told += f", in {count(len(sources), 'article')}"
    if len(records.articles) > len(sources):
        told += f" of {len(records.articles):,}"
    return told


def _articles(page: Page) -> Iterator[str]:
    """Each article, and a table beside it."""
    if any(group.article for group in page.groups):
        yield tag("p", KEY, class_="qa-small")
    for group in page.groups:
        if group.article is None:
            yield tag(
                "p",
                "The text that these were read in is not at hand, so they stand in a table: records"
                " from a file come without it, and articles need an id each to be told apart.",
                class_="qa-small",
            )
            yield table(group.records, page, beside=False)
        else:
            yield _article(group, group.article, page)


def _article(group: Group, article: Article, page: Page) -> str:
    """One article."""
    beside = [tag("div", table(group.records, page, beside=True), class_="qa-beside")]
    return tag(
        "div",
        *_heading(article),
        legend(group.records, page) if group.records else "",
        tag(
            "div",
            marked_text(group, article, page),
            *(beside if group.records else []),
            class_="qa-sides",
        ),
        class_="qa-article",
    )


def _heading(article: Article) -> Iterator[str]:
    """What is known of an article, as far as it is."""
    title = article.title or article.source
    if title:
        yield tag("h2", escape(title), dir="auto")
    facts = [article.publisher, article.published, ", ".join(article.authors)]
    told = [tag("bdi", escape(fact)) for fact in facts if fact]
    if article.url is not None:
        told.append(link(escape(article.url), article.url))
    if article.title and article.id is not None and article.id != article.url:
        told.append(tag("bdi", escape(article.id)))
    if told:
        yield tag("p", " · ".join(told), class_="qa-small")


def _table(page: Page) -> Iterator[str]:
    """One table of all."""
    yield table(sorted(page.records, key=lambda numbered: numbered[0]), page, beside=False)


#: how records may be shown
STYLES: dict[Style, Callable[[Page], Iterator[str]]] = {"article": _articles, "table": _table}


def _more(records: QuoteRecords, page: Page) -> str:
    """That not all is shown, and how to see it."""
    hidden = len(records) - len(page.records)
    if not hidden:
        return ""
    how = tag("code", "quoteattr.render(records, file=&quot;quotes.html&quot;)")
    return tag("p", f"… and {count(hidden, 'more quote')}: {how} writes them all.")


def _failures(failures: tuple[Failure, ...], limits: Limits) -> str:
    """What could not be read or worked on, folded away."""
    if not failures:
        return ""
    shown = failures if limits.records is None else failures[:_A_FEW]
    items = [
        tag("li", tag("bdi", escape(failure.source or "?")), f": {escape(failure.reason)}")
        for failure in shown
    ]
    if len(shown) < len(failures):
        items.append(tag("li", f"… and {len(failures) - len(shown):,} more"))
    return tag("details", tag("summary", count(len(failures), "failure")), tag("ul", *items))
