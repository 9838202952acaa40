"""Pages to browse an archive: quotes, speakers, groups, the audit."""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from quoteattr.archive.browse import ArchivedArticle, Facet
from quoteattr.archive.corrections.merges import SpeakerMerge
from quoteattr.archive.corrections.reviews import Review
from quoteattr.archive.speakers import SpeakerCount
from quoteattr.auditing.result import Audit
from quoteattr.compare.names import same_person
from quoteattr.formats.formats import FORMATS
from quoteattr.groups.group import QuoteGroup
from quoteattr.records import QUOTE_KINDS, Article, QuoteRecord, QuoteRecords
from quoteattr.serve.frame import (
    address,
    button,
    choice,
    field,
    form,
    hidden,
    link_to,
    name_of,
    table,
)
from quoteattr.serve.merge_page import merge_panel, merge_table
from quoteattr.text import clip, count, percent
from quoteattr.view.audit_html import audit_body
from quoteattr.view.content import ContentLimits
from quoteattr.view.group_html import DIFF_LEGEND, group_html
from quoteattr.view.markup import escape, tag, void
from quoteattr.view.speaker_styles import display_name, speaker_styles

#: the maximum number of characters of a quote, and of a name
_QUOTE, _NAME = 400, 120
#: the limits of a displayed group
_GROUP = ContentLimits(quote=2_000)

#: the form field by which each facet narrows a search
_FACET_FIELDS = {
    "speaker": "speaker",
    "publisher": "source",
    "month": "since",
    "kind": "kinds",
}


@frozen
class Search:
    """A search, with the fields of its form, and the page of its results."""

    #: the form fields that are filled in
    fields: Mapping[str, str]
    limit: int
    offset: int
    #: the offset of the next page
    following: int | None = None

    def address(self, path: str, **changes: str | int | None) -> str:
        """The address of a page with this search, apart from some changes."""
        return address(path, **{**self.fields, **changes})


# -- the desk -----------------------------------------------------------------------------


def desk_body(
    articles: Sequence[ArchivedArticle],
    search: Search,
    reviews: Iterable[Review],
    temporary: bool,
) -> Iterator[str]:
    """The first page: an article to paste or upload, and the articles of the archive.

    Args:
        articles: the articles on this page of the list.
        search: the page of the list.
        reviews: the last review of each article whose current text was reviewed.
        temporary: whether the archive ends with the server.
    """
    review_of = {review.source: review for review in reviews}
    if temporary:
        yield tag(
            "p",
            "What you add here is gone when the server ends; ",
            tag("code", "quoteattr serve news.db"),
            " keeps it.",
            class_="status",
        )
    yield tag("div", _paste_form(), _upload_form(), class_="columns")
    yield tag("h2", "Articles")
    if articles:
        titles = ["article", "publisher", "published", "quotes", "review"]
        rows = (_article_row(article, review_of.get(article.source or "")) for article in articles)
        yield table(titles, rows)
    else:
        yield tag("p", "There are none yet.")
    yield _pages(search, "./")


def _paste_form() -> str:
    """The form for pasted text."""
    text = tag("label", tag("span", "Text"), tag("textarea", name="text", rows="12", required=""))
    more = tag(
        "details",
        tag("summary", "More about it"),
        field("Title", "title"),
        field("Publisher", "publisher"),
        field("Published", "published", placeholder="2026-05-04"),
        field("Name in the archive", "source"),
    )
    heading = tag("h2", "Paste an article")
    return form("articles", heading, text, more, *_add_buttons("articles"), class_="panel")


def _add_buttons(action: str) -> tuple[str, str]:
    """The buttons of an article form: to its page, and to its blind review."""
    blind = button("Review it first", formaction=address(action, then="blind"))
    return button("Who said what?"), f" {blind}"


def _upload_form() -> str:
    """The form for a file."""
    box = void("input", type="file", name="file", required="")
    return form(
        "upload",
        tag("h2", "Or upload one"),
        tag("label", tag("span", "A text, page, PDF or DOCX"), box),
        *_add_buttons("upload"),
        enctype="multipart/form-data",
        class_="panel",
    )


def _article_row(article: ArchivedArticle, review: Review | None) -> list[str]:
    """The row of an article."""
    title = clip(article.title or article.source or "without a name", _NAME)
    linked = (
        link_to(name_of(title), address("article", source=article.source))
        if article.source is not None
        else name_of(title)
    )
    return [
        linked,
        name_of(article.publisher or ""),
        name_of(article.published or ""),
        f"{article.quotes:,}",
        "" if article.source is None else _review_cell(article.source, title, review),
    ]


def _review_cell(source: str, title: str, review: Review | None) -> str:
    """The last review of an article, or the link to a blind one."""
    if review is not None:
        return f"✓ {name_of(review.by or 'reviewed')}" + (", blind" if review.blind else "")
    target = address("blind", source=source)
    return tag("a", "blind", href=target, aria_label=f"Blind review of {title}")


# -- searches -----------------------------------------------------------------------------


def search_form(search: Search, path: str, *, words: bool = True) -> str:
    """The search form; the audit has no field for words."""
    fields = search.fields
    kinds = {"": "all"} | {kind: kind for kind in QUOTE_KINDS}
    return form(
        path,
        field("Words", "words", fields.get("words", ""), type="search") if words else "",
        field("Speaker", "speaker", fields.get("speaker", "")),
        field("Article or publisher", "source", fields.get("source", "")),
        field("Since", "since", fields.get("since", ""), placeholder="2026-05", size="10"),
        field("Until", "until", fields.get("until", ""), placeholder="2026-05-04", size="10"),
        choice("Kind", "kinds", kinds, fields.get("kinds", "")),
        button("Search"),
        method="get",
        class_="search",
        role="search",
    )


def _pages(search: Search, path: str) -> str:
    """Links to the previous and the next page."""
    links = []
    if search.offset:
        before = max(search.offset - search.limit, 0)
        links.append(link_to("← before", search.address(path, offset=before or None)))
    if search.following is not None:
        links.append(link_to("next →", search.address(path, offset=search.following)))
    return tag("nav", *links, class_="pages", aria_label="Pages of results") if links else ""


def _exports(search: Search) -> str:
    """Links to download the results, in every format whose packages are installed."""
    links = (
        link_to(name, search.address("export", format=name, offset=None))
        for name, form in FORMATS.items()
        if form.articles and all(importlib.util.find_spec(module) for module in form.extra[1:])
    )
    return tag("p", "All of these as ", " · ".join(links), class_="qa-small")


def quotes_body(
    records: QuoteRecords, facets: Mapping[str, Sequence[Facet]], search: Search
) -> Iterator[str]:
    """The page of a search for quotes."""
    yield search_form(search, "quotes")
    yield tag(
        "div",
        tag("div", quotes_table(records), _pages(search, "quotes"), class_="results"),
        tag("aside", *_facets(facets, search), aria_label="Narrow the search"),
        class_="with-facets",
    )
    yield _exports(search)


def quotes_table(records: QuoteRecords) -> str:
    """A table of quotes, each with a link to its article."""
    if not records:
        return tag("p", "No quotes are found.")
    articles = {article.source: article for article in records.articles}
    titles = ["speaker", "quote", "kind", "sure", "article"]
    return table(titles, (_quote_row(r, articles.get(r.source)) for r in records))


def _quote_row(record: QuoteRecord, article: Article | None) -> list[str]:
    """The row of a quote."""
    speaker = name_of(clip(display_name(record.speaker), _NAME))
    metadata = article or Article("", id=record.source)
    where = clip(metadata.title or metadata.source or "?", _NAME)
    if record.source is not None:
        target = address("article", source=record.source, quote=record.spans[0].start)
        article_link = link_to(name_of(where), f"{target}#here")
    else:
        article_link = name_of(where)
    dated = " · ".join(name_of(part) for part in (metadata.publisher, metadata.published) if part)
    return [
        link_to(speaker, address("speaker", name=record.speaker)) if record.speaker else speaker,
        tag("div", escape(clip(record.quote, _QUOTE)), class_="qa-quote", dir="auto"),
        record.kind,
        percent(record.overall_confidence),
        article_link + (tag("div", dated, class_="qa-small") if dated else ""),
    ]


def _facets(facets: Mapping[str, Sequence[Facet]], search: Search) -> Iterator[str]:
    """The values by which the search can be narrowed."""
    for name, values in facets.items():
        if values:
            items = (tag("li", _facet(name, facet, search)) for facet in values)
            yield tag("details", tag("summary", name), tag("ul", *items), open="")


def _facet(name: str, facet: Facet, search: Search) -> str:
    """A link to the results with a value, and their number."""
    changes: dict[str, str | int | None] = {_FACET_FIELDS[name]: facet.value, "offset": None}
    if name == "month":
        changes["until"] = facet.value
    linked = link_to(name_of(clip(facet.value, _NAME)), search.address("quotes", **changes))
    return f"{linked} {tag('span', f'{facet.quotes:,}', class_='qa-small')}"


# -- speakers -----------------------------------------------------------------------------


def speakers_body(speakers: Sequence[SpeakerCount], search: Search) -> Iterator[str]:
    """The page of a search for speakers."""
    yield search_form(search, "speakers")
    if speakers:
        titles = ["speaker", "quotes", "words", "articles", "also called"]
        yield merge_table(speakers, titles, _speaker_row)
    else:
        yield tag("p", "No speakers are found.")
    yield _pages(search, "speakers")


def _speaker_row(speaker: SpeakerCount) -> list[str]:
    """The row of a speaker."""
    others = ", ".join(form for form in speaker.forms if form != speaker.name)
    return [
        link_to(name_of(clip(speaker.name, _NAME)), address("speaker", name=speaker.name)),
        f"{speaker.quotes:,}",
        f"{speaker.words:,}",
        f"{len(speaker.sources):,}",
        name_of(clip(others, _NAME)),
    ]


def speaker_body(
    name: str,
    records: QuoteRecords,
    facets: Mapping[str, Sequence[Facet]],
    search: Search,
    merges: Sequence[SpeakerMerge] = (),
) -> Iterator[str]:
    """The page of a speaker: forms of the name, months, roles over time, and the quotes.

    Args:
        name: the name of the speaker, in any form.
        records: all quotes of the speaker, the newest first.
        facets: the numbers of their quotes.
        search: the page of quotes to show.
        merges: the merges in which the name occurs.
    """
    months = sorted(facets["month"], key=lambda facet: facet.value)
    columns = (
        _counts("Name forms", facets["speaker"]),
        _counts("Months", months),
        _counts("Publishers", facets["publisher"]),
        _roles(name, records),
    )
    yield tag("div", *columns, class_="columns")
    yield merge_panel(name, facets["speaker"], merges)
    yield tag("h2", count(len(records), "quote"))
    shown = records[search.offset : search.offset + search.limit]
    yield quotes_table(shown)
    yield _pages(search, "speaker")
    yield _exports(Search({"speaker": name}, search.limit, 0))


def _counts(title: str, facets: Sequence[Facet]) -> str:
    """A list of values, each with a bar as long as its number."""
    if not facets:
        return ""
    most = max(facet.quotes for facet in facets)
    items = (
        tag(
            "li",
            f"{name_of(clip(facet.value, _NAME))} {facet.quotes:,}",
            void("meter", value=str(facet.quotes), max=str(most), aria_hidden="true") + "</meter>",
        )
        for facet in facets
    )
    return tag("section", tag("h2", title), tag("ul", *items, class_="counts"))


def _roles(name: str, records: QuoteRecords) -> str:
    """The roles of a speaker, as in the articles, with the first and last day of each."""
    days: dict[str, list[str]] = {}
    dates = {article.source: (article.published or "")[:10] for article in records.articles}
    numbers = Counter[str]()
    is_same = same_person(name)
    for record in records:
        for speaker in record.speakers:
            if speaker.role is not None and is_same(speaker.name):
                role = " ".join(speaker.role.text.split())
                numbers[role] += 1
                days.setdefault(role, []).append(dates.get(record.source, ""))
    items = (tag("li", _role(role, days[role], numbers[role])) for role in _by_day(days))
    return tag("section", tag("h2", "Roles over time"), tag("ul", *items)) if days else ""


def _by_day(days: Mapping[str, Sequence[str]]) -> list[str]:
    """Roles in order of their first day."""
    return sorted(days, key=lambda role: min(days[role]))


def _role(role: str, days: Sequence[str], number: int) -> str:
    """A role with its days and the number of its quotes."""
    dated = sorted(filter(None, days))
    span = " – ".join(dict.fromkeys((dated[0], dated[-1]))) if dated else "undated"
    small = tag("span", f"{escape(span)} · {count(number, 'quote')}", class_="qa-small")
    return f"{name_of(clip(role, _NAME))} {small}"


# -- groups and audit ---------------------------------------------------------------------


def groups_body(groups: Sequence[QuoteGroup], search: Search) -> Iterator[str]:
    """The page of quotes that occur in several places."""
    yield search_form(search, "groups")
    if not groups:
        yield tag("p", "No words stand in several articles.")
    else:
        yield tag("p", DIFF_LEGEND, class_="qa-small")
    styles = speaker_styles(
        attribution.speaker for group in groups for attribution in group.attributions
    )
    for group in groups:
        yield group_html(group, styles, _GROUP)
        yield _sources(group)
    yield _pages(search, "groups")


def _sources(group: QuoteGroup) -> str:
    """Links to the articles of a group."""
    links = (
        link_to(name_of(clip(source, _NAME)), address("article", source=source))
        for source in group.sources
        if source is not None
    )
    return tag("p", "Articles: ", " · ".join(links), class_="qa-small")


def audit_page_body(audit: Audit, search: Search) -> Iterator[str]:
    """The page of an audit."""
    yield search_form(search, "audit", words=False)
    yield audit_body(audit)


def confirm_body(
    fields: Mapping[str, str], action: str, others: Sequence[QuoteRecord]
) -> Iterator[str]:
    """The page that warns of an overlap, and lets the reader continue."""
    yield tag("p", "Some of these words belong to another quote, too:")
    for record in others:
        yield tag(
            "blockquote",
            f"{name_of(display_name(record.speaker))}: ",
            escape(clip(record.quote, _QUOTE)),
            dir="auto",
        )
    back = link_to("Go back", address("article", source=fields.get("source", "")))
    kept = "".join(
        void("input", type="hidden", name=name, value=value) for name, value in fields.items()
    )
    yield form(action, kept, hidden(allow_overlap="1"), button("Do it anyway"), " ", back)
