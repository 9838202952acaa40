"""Show an audit in a terminal: a table for each grouping."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from quoteattr.auditing.result import Audit, AuditGroup
from quoteattr.text import printable
from quoteattr.view.audit_content import (
    TITLE,
    by_role,
    in_percent,
    listed,
    of_shown,
    percent_range,
    share_name,
    summary,
    title_of,
    without,
)

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

#: maximum numbers of groups in a table, and of speakers whose gender or kind is unknown
_MOST_GROUPS, _MOST_UNKNOWN = 20, 10

#: the columns of numbers, each with the function for its value
_COLUMNS: tuple[tuple[str, Callable[[AuditGroup], str]], ...] = (
    ("articles", lambda g: f"{g.articles:,}"),
    ("speakers", lambda g: f"{g.speakers:,}"),
    ("quotes", lambda g: f"{g.quotes:,}"),
    ("word for word", lambda g: in_percent(g.verbatim, g.words)),
    ("named people", lambda g: in_percent(g.kinds[0].speakers, g.speakers)),
    ("women, of shown", lambda g: of_shown(g.women)),
    ("of all", lambda g: percent_range(g.women.bounds)),
    ("not shown", lambda g: in_percent(g.women.unknown, g.people)),
)


def audit_terminal(audit: Audit) -> RenderableType:
    """The renderable of an audit for rich."""
    from rich.console import Group

    return Group(*_sections(audit))


def _sections(audit: Audit) -> Iterator[RenderableType]:
    """The sections from top to bottom."""
    from rich.text import Text

    yield Text(TITLE, style="bold")
    yield Text(f"{summary(audit)}.")
    yield Text(f"Women: {audit.total.women}. Men: {audit.total.men}.\n")
    yield _shares(audit.total)
    if audit.total.people:
        yield _roles(audit.total)
    for by in audit.by:
        if nothing := without(audit, by):
            yield Text(f"{nothing}\n")
            continue
        groups, more = listed(audit, by, _MOST_GROUPS)
        yield _table(by, groups)
        if more:
            yield Text(f"… and {more:,} more, which --format csv, xlsx and html list\n")
    if unknown := audit.unknown(_MOST_UNKNOWN):
        names = ", ".join(f"{printable(speaker.name)} ({speaker.quotes:,})" for speaker in unknown)
        yield Text(f"Most quoted, with nothing that shows their gender or kind: {names}.\n")
    for note in audit.notes:
        yield Text(note, style="bold" if note.startswith("GUESSED") else "dim")


def _table(by: str, groups: list[AuditGroup]) -> Table:
    """The table of some groups."""
    from rich.markup import escape

    table = _plain_table(title_of(by))
    table.add_column(by.replace("+", ", "), overflow="ellipsis", no_wrap=True, ratio=1)
    for title, _ in _COLUMNS:
        table.add_column(title, justify="right")
    for group in groups:
        cells = (cell(group) for _, cell in _COLUMNS)
        table.add_row(escape(printable(group.name)), *cells)
    return table


def _shares(group: AuditGroup) -> Table:
    """Kinds, genders and roles of all speakers, side by side."""
    table = _plain_table("All articles")
    columns = [
        [(share_name(part), part.speakers) for part in shares if part.speakers]
        for shares in (group.kinds, group.genders, group.roles)
    ]
    columns[2].sort(key=lambda pair: -pair[1])
    for title in ("kind of speaker", "gender of people", "role of people"):
        table.add_column(title, ratio=2)
        table.add_column("", justify="right", ratio=1)
    wholes = (group.speakers, group.people, group.people)
    for row in range(max(map(len, columns))):
        cells = list[str]()
        for column, whole in zip(columns, wholes, strict=True):
            name, number = column[row] if row < len(column) else ("", None)
            cells += [name, "" if number is None else f"{number:,} ({in_percent(number, whole)})"]
        table.add_row(*cells)
    return table


def _roles(group: AuditGroup) -> Table:
    """Women within each class of role, with people whose gender is unknown."""
    table = _plain_table("Women by role")
    table.add_column("role of people", ratio=1)
    for title in ("people", "women, of shown", "of all", "not shown"):
        table.add_column(title, justify="right")
    for genders in by_role(group):
        women, people = genders.women, genders.people
        unknown = in_percent(women.unknown, people)
        table.add_row(
            genders.role, f"{people:,}", of_shown(women), percent_range(women.bounds), unknown
        )
    return table


def _plain_table(title: str) -> Table:
    """A table whose only rule is below its header."""
    from rich import box
    from rich.table import Table

    style = {"box": box.SIMPLE_HEAD, "title_justify": "left", "title_style": "bold"}
    return Table(title=title, pad_edge=False, **style)  # type: ignore[arg-type]
