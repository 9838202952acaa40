"""Render an audit as HTML: a summary, and bars of genders and of kinds for each group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quoteattr.auditing.result import Audit, AuditGroup, RoleGenders, Share, UnknownSpeaker
from quoteattr.text import clip, count
from quoteattr.view.audit_content import (
    TITLE,
    by_role,
    in_percent,
    listed,
    percent_range,
    share_name,
    summary,
    title_of,
    without,
    women_of,
)
from quoteattr.view.markup import escape, html_document, style_sheet, tag
from quoteattr.view.speaker_styles import SpeakerStyle

#: classes of the style sheet for shares: related shares have one colour
_STYLES: dict[str, SpeakerStyle] = {
    "person": SpeakerStyle(0, 0, ""),
    "unnamed person": SpeakerStyle(0, 1, ""),
    "organisation": SpeakerStyle(2, 0, ""),
    "unnamed group": SpeakerStyle(2, 1, ""),
    "document": SpeakerStyle(5, 0, ""),
    "post author": SpeakerStyle(3, 0, ""),
    "unresolved": SpeakerStyle(None, 0, ""),
    "kind not shown": SpeakerStyle(None, 1, ""),
    "women": SpeakerStyle(1, 0, ""),
    "men": SpeakerStyle(0, 0, ""),
    "other pronouns": SpeakerStyle(2, 0, ""),
    "not shown": SpeakerStyle(None, 1, ""),
}


class _TableLimits(NamedTuple):
    """The maximum numbers of groups in a table and of unknown speakers in a list."""

    groups: int
    unknown: int


#: the limits of a page, and of a notebook, which stores its output
_PAGE, _NOTEBOOK = _TableLimits(60, 50), _TableLimits(15, 10)
#: maximum length of a name, in characters
_NAME_LENGTH = 80


def audit_page(audit: Audit) -> str:
    """A self-contained document: no script, no external font, no network."""
    return "".join(html_document(TITLE, [_fragment(audit, _PAGE)], _STYLE))


def audit_body(audit: Audit) -> str:
    """The content of a page that already has the style sheet, with ``audit.css``."""
    return tag("div", *_sections(audit, _PAGE), class_="qa-audit")


def audit_notebook(audit: Audit) -> str:
    """The fragment for a notebook; behind ``Audit._repr_html_``."""
    return _fragment(audit, _NOTEBOOK)


#: the style of the document
_STYLE = "body { margin: 2em auto; max-width: 76em; padding: 0 1.2em; }"


def _fragment(audit: Audit, limits: _TableLimits) -> str:
    """HTML with its style sheet, for use in any page."""
    style = tag("style", "\n", style_sheet("audit.css"))
    return tag("div", style, *_sections(audit, limits), class_="quoteattr qa-audit")


def _sections(audit: Audit, limits: _TableLimits) -> Iterator[str]:
    """The sections of the page from top to bottom."""
    yield tag("h2", TITLE)
    yield tag("p", escape(summary(audit)), ".", class_="qa-small")
    for note in audit.notes:
        if note.startswith("GUESSED"):
            yield tag("p", escape(note), class_="qa-warning")
    yield _total(audit.total)
    yield from _by_role(audit.total)
    for by in audit.by:
        yield from _table(audit, by, limits)
    yield from _unknown(audit.unknown(limits.unknown))
    yield tag("h3", "How to read this")
    yield tag("p", _HOW, class_="qa-small")
    yield from (tag("p", escape(note), class_="qa-small") for note in audit.notes)


_HOW = (
    "“Of those shown” leaves out the people whose gender no word shows; “of all” says what the"
    " share would be if none, or all, of them were such. Brackets are 95% intervals (bootstrap over"
    " articles), left out where fewer than five articles have something to count. Word for word are"
    " the words between quotation marks, of posts and of transcripts."
)


def _total(group: AuditGroup) -> str:
    """All articles: genders, kinds and roles, each with its numbers."""
    roles = sorted(group.roles, key=lambda part: -part.speakers)
    return tag(
        "div",
        tag(
            "section",
            tag("h3", "Women and men"),
            _genders(group),
            _legend(group.genders, group.people),
        ),
        tag(
            "section",
            tag("h3", "Kinds of speakers"),
            _stack(group.kinds, group.speakers),
            _legend(group.kinds, group.speakers),
        ),
        tag("section", tag("h3", "Roles of people"), _bars(roles, group.people)),
        class_="qa-sides",
    )


def _table(audit: Audit, by: str, limits: _TableLimits) -> Iterator[str]:
    """The table of the groups of one grouping."""
    groups, more = listed(audit, by, limits.groups)
    yield tag("h3", escape(title_of(by)))
    if nothing := without(audit, by):
        yield tag("p", escape(nothing), class_="qa-small")
        return
    titles = [by.replace("+", ", "), "women and men", "kinds of speakers", "words"]
    head = tag("thead", tag("tr", *(tag("th", escape(title), scope="col") for title in titles)))
    rows = "".join(map(_row, groups))
    yield tag("table", head, tag("tbody", rows), class_="qa-table qa-groups")
    if more:
        how = tag("code", "audit.write(&quot;audit.xlsx&quot;)")
        yield tag("p", f"… and {more:,} more: {how} writes them all.", class_="qa-small")


def _by_role(group: AuditGroup) -> Iterator[str]:
    """The table of women and men within each class of role."""
    roles = by_role(group)
    if not roles:
        return
    yield tag("h3", "Women and men by role")
    heads = (tag("th", title, scope="col") for title in ("role", "women and men"))
    rows = "".join(map(_role_row, roles))
    head = tag("thead", tag("tr", *heads))
    yield tag("table", head, tag("tbody", rows), class_="qa-table qa-groups qa-roles")


def _role_row(genders: RoleGenders) -> str:
    """The row of a class of role."""
    women, men = genders.women, genders.men
    numbers = (women.part, men.part, genders.others, women.unknown)
    names = ("women", "men", "other pronouns", "not shown")
    shares = [Share(name, n, 0, 0, 0) for name, n in zip(names, numbers, strict=True)]
    estimate = tag("div", escape(women_of(women)), class_="qa-small")
    people = "1 person" if genders.people == 1 else f"{genders.people:,} people"
    return tag(
        "tr",
        tag("th", escape(genders.role), tag("div", people, class_="qa-small"), scope="row"),
        tag("td", _stack(shares, genders.people), estimate),
    )


def _row(group: AuditGroup) -> str:
    """The row of a group."""
    sizes = f"{count(group.articles, 'article')}, {count(group.speakers, 'speaker')}"
    name = tag("bdi", escape(clip(group.name, _NAME_LENGTH)))
    named = in_percent(group.kinds[0].speakers, group.speakers)
    return tag(
        "tr",
        tag("th", name, tag("div", sizes, class_="qa-small"), scope="row"),
        tag("td", _genders(group)),
        tag(
            "td",
            _stack(group.kinds, group.speakers),
            tag("div", f"named people {named}", class_="qa-small"),
        ),
        tag("td", _verbatim(group)),
    )


def _genders(group: AuditGroup) -> str:
    """The bar of the genders of people, and the share of women as far as it is known."""
    if not group.people:
        return tag("div", "no people", class_="qa-small")
    estimate = tag("div", escape(women_of(group.women)), class_="qa-small")
    return _stack(group.genders, group.people) + estimate


def _verbatim(group: AuditGroup) -> str:
    """The bar of verbatim words."""
    if not group.words:
        return tag("div", "no words", class_="qa-small")
    interval = group.verbatim_interval
    bounds = "" if interval is None else f" ({percent_range(interval)})"
    text = f"word for word {in_percent(group.verbatim, group.words)}{bounds} of {group.words:,}"
    bar = tag("span", style=f"width: {100 * group.verbatim / group.words:.1f}%")
    return tag("span", bar, class_="qa-bar qa-wide") + tag("div", text, class_="qa-small")


def _stack(shares: Sequence[Share], whole: int) -> str:
    """A bar of shares, each as long as its number of speakers."""
    shown = [part for part in shares if part.speakers]
    numbers = [
        f"{share_name(part)}: {part.speakers:,} ({in_percent(part.speakers, whole)})"
        for part in shown
    ]
    pieces = (
        tag(
            "span",
            class_=_STYLES[part.name].classes,
            style=f"flex-grow: {part.speakers}",
            title=numbers[place],
        )
        for place, part in enumerate(shown)
    )
    return tag("div", *pieces, class_="qa-stack", role="img", aria_label="; ".join(numbers))


def _legend(shares: Iterable[Share], whole: int) -> str:
    """The colours of a bar, with the numbers."""
    items = (
        tag(
            "li",
            tag("span", class_=f"qa-key {_STYLES[part.name].classes}"),
            f"{escape(share_name(part))} {in_percent(part.speakers, whole)} ",
            tag("span", f"{part.speakers:,}", class_="qa-small"),
        )
        for part in shares
        if part.speakers
    )
    return tag("ul", *items, class_="qa-legend")


def _bars(shares: Iterable[Share], whole: int) -> str:
    """One bar per share, one below the other."""
    shown = [part for part in shares if part.speakers]
    most = max((part.speakers for part in shown), default=1)
    rows = (
        tag(
            "tr",
            tag("th", escape(part.name), scope="row"),
            tag("td", tag("span", style=f"width: {100 * part.speakers / most:.1f}%")),
            tag("td", f"{in_percent(part.speakers, whole)} ", tag("small", f"{part.speakers:,}")),
        )
        for part in shown
    )
    return tag("table", tag("tbody", *rows), class_="qa-bars")


def _unknown(speakers: Sequence[UnknownSpeaker]) -> Iterator[str]:
    """The most quoted speakers whose gender or kind is unknown."""
    if not speakers:
        return
    yield tag("h3", "Most quoted, with nothing that shows their gender or kind")
    how = tag("code", "audit.write_unknown(&quot;unknown.csv&quot;)")
    yield tag("p", f"Fill them in: {how} makes a sheet, labels= reads it back.", class_="qa-small")
    head = tag("thead", tag("tr", *(tag("th", t, scope="col") for t in ("name", "role", "quotes"))))
    rows = (
        tag(
            "tr",
            tag("td", tag("bdi", escape(clip(speaker.name, _NAME_LENGTH)))),
            tag("td", tag("bdi", escape(clip(speaker.role or "", 2 * _NAME_LENGTH)))),
            tag(
                "td",
                f"{speaker.quotes:,} ",
                tag("span", f"in {count(speaker.articles, 'article')}", class_="qa-small"),
            ),
        )
        for speaker in speakers
    )
    yield tag("table", head, tag("tbody", *rows), class_="qa-table")
