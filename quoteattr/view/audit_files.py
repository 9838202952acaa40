"""Write an audit to files, and the sheet of unknown speakers."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import IO, Any, NamedTuple

from quoteattr.auditing.labels import LABEL_COLUMNS, NOTES
from quoteattr.auditing.result import Audit, UnknownSpeaker
from quoteattr.checks import check_choice, check_path
from quoteattr.errors import OptionError
from quoteattr.extras import require
from quoteattr.formats.audit_rows import audit_to_dict, group_row, role_row, speaker_row
from quoteattr.formats.excel import MOST_ROWS, fit_cell, open_workbook
from quoteattr.formats.output import replacing
from quoteattr.text import replace_surrogates, shorten
from quoteattr.view.audit_html import audit_page
from quoteattr.view.audit_terminal import audit_terminal

#: the width of a table in a file, in character cells
_WIDTH = 120


class AuditFormat(NamedTuple):
    """A format that an audit can be written in."""

    #: writes to a file that is opened for bytes if ``binary``, else for text with ``newline=""``
    write: Callable[[Audit, IO[Any]], None]
    suffixes: tuple[str, ...]
    binary: bool = False
    #: the extra that it needs, and the modules of that: the arguments of ``extras.require``
    extra: tuple[str, ...] = ()


def write_audit(audit: Audit, path: str | os.PathLike[str], format: str | None = None) -> None:
    """Write an audit to a file; behind ``Audit.write``."""
    name = check_path(path, "path")
    form = audit_format(name, format)
    with replacing(name, form.binary) as file:
        form.write(audit, file)


def audit_format(path: str, format: str | None = None) -> AuditFormat:
    """The format that a name or the suffix of a file stands for.

    Raises:
        OptionError: there is no such format.
        MissingExtraError: it needs an extra.
    """
    if format is not None:
        check_choice(format, AUDIT_FORMATS, "format")
        form = AUDIT_FORMATS[format]
    else:
        form = _by_suffix(path, AUDIT_FORMATS)
    if form.extra:
        require(*form.extra)
    return form


def _by_suffix(path: str, formats: dict[str, AuditFormat]) -> AuditFormat:
    """The format that the suffix of a file stands for."""
    suffix = PurePath(path).suffix.lower()
    for form in formats.values():
        if suffix in form.suffixes:
            return form
    endings = ", ".join(form.suffixes[0] for form in formats.values())
    raise OptionError(
        f"no format has the suffix {shorten(suffix)}",
        where="the name of the file",
        remedy=f"use one of the suffixes {endings}",
    )


def write_unknown(audit: Audit, path: str | os.PathLike[str], top: int = 200) -> None:
    """Write the sheet of unknown speakers; behind ``Audit.write_unknown``."""
    name = check_path(path, "path")
    form = _by_suffix(name, _SHEETS)
    if form.extra:
        require(*form.extra)
    rows = list(map(_unknown_row, audit.unknown(top)))
    with replacing(name, form.binary) as file:
        if form.binary:
            with open_workbook(file) as book:
                _add_sheet(book, "To fill in", LABEL_COLUMNS + NOTES, rows)
        else:
            _write_rows(file, LABEL_COLUMNS + NOTES, rows)


def _unknown_row(speaker: UnknownSpeaker) -> dict[str, Any]:
    """The row of an unknown speaker, whose gender, kind and class of role may be filled in."""
    return {
        "name": replace_surrogates(speaker.name),
        "shown": ", ".join(filter(None, (speaker.kind, speaker.role_class))) or None,
        "role": speaker.role and replace_surrogates(speaker.role),
        "quotes": speaker.quotes,
        "articles": speaker.articles,
        "example": speaker.example and replace_surrogates(speaker.example),
    }


def _write_text(audit: Audit, file: IO[str]) -> None:
    """Write the tables of the terminal."""
    from rich.console import Console

    Console(file=file, width=_WIDTH, highlight=False).print(audit_terminal(audit))


def _write_html(audit: Audit, file: IO[str]) -> None:
    """Write a page."""
    file.write(audit_page(audit))


def _write_json(audit: Audit, file: IO[str]) -> None:
    """Write a JSON object."""
    json.dump(audit_to_dict(audit), file, indent=1)
    file.write("\n")


def _write_csv(audit: Audit, file: IO[str]) -> None:
    """Write a row for each group, followed by the notes."""
    rows = list(map(group_row, audit.groups))
    _write_rows(file, tuple(rows[0]), rows)
    csv.writer(file, lineterminator="\n").writerows(("note", note) for note in audit.notes)


def _write_rows(file: IO[str], columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
    """Write rows as CSV with a header."""
    writer = csv.DictWriter(file, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _write_excel(audit: Audit, file: IO[bytes]) -> None:
    """Write sheets: the groups, women and men by role, the speakers, the unknown, the notes."""
    groups = list(map(group_row, audit.groups))
    roles = [role_row(group, genders) for group in audit.groups for genders in group.role_genders]
    notes = [{"note": note} for note in audit.notes]
    with open_workbook(file) as book:
        _add_sheet(book, "Groups", tuple(groups[0]), groups)
        _add_sheet(book, "Women by role", tuple(roles[0]) if roles else ("role",), roles)
        speakers = list(map(speaker_row, audit.speakers[: MOST_ROWS - 1]))
        _add_sheet(book, "Speakers", tuple(speakers[0]) if speakers else ("name",), speakers)
        unknown = list(map(_unknown_row, audit.unknown(200)))
        _add_sheet(book, "To fill in", LABEL_COLUMNS + NOTES, unknown)
        _add_sheet(book, "Notes", ("note",), notes)


def _add_sheet(
    book: Any, title: str, columns: Sequence[str], rows: Sequence[dict[str, Any]]
) -> None:
    """Add a sheet with a frozen header and filters."""
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    percent = book.add_format({"num_format": "0%"})
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(1, 2 if len(columns) > 1 else 0)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _width(column))
        sheet.write_string(0, place, column, bold)
    for number, row in enumerate(rows, 1):
        for place, column in enumerate(columns):
            value = row.get(column)
            if isinstance(value, str):
                sheet.write_string(number, place, fit_cell(value))
            elif value is not None:
                sheet.write_number(number, place, value, percent if _is_share(value) else None)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)


def _is_share(value: float) -> bool:
    """Whether a number is a share: all others are integers."""
    return isinstance(value, float)


def _width(column: str) -> int:
    """The width of a column, in characters."""
    return {"note": 120, "group": 28, "name": 28, "role": 40, "source": 40, "example": 40}.get(
        column, 13
    )


AUDIT_FORMATS: dict[str, AuditFormat] = {
    "table": AuditFormat(_write_text, (".txt",)),
    "html": AuditFormat(_write_html, (".html", ".htm")),
    "xlsx": AuditFormat(_write_excel, (".xlsx",), binary=True, extra=("excel", "xlsxwriter")),
    "csv": AuditFormat(_write_csv, (".csv",)),
    "json": AuditFormat(_write_json, (".json",)),
}

#: the formats of the sheet of unknown speakers
_SHEETS = {name: AUDIT_FORMATS[name] for name in ("csv", "xlsx")}
