"""Labels: values that people supply for speakers whose kind or gender no word of an article shows.

The sheet has a row for each speaker. ``Audit.write_unknown`` writes it, ``labels=`` reads it back.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from quoteattr.auditing.speakers import QuotedSpeaker
from quoteattr.checks import check_choice, check_fields, check_path, check_several
from quoteattr.errors import InputError, OptionError
from quoteattr.readers.sheets import csv_rows, excel_rows
from quoteattr.records import GENDERS, SPEAKER_KINDS
from quoteattr.text import one_line, shorten, shorten_text

#: the columns that are read …
LABEL_COLUMNS = ("name", "gender", "kind", "role class", "source")
#: … and those that only help the person who fills in the sheet
NOTES = ("shown", "role", "quotes", "articles", "example")


@frozen
class Label:
    """The values that a person supplied for a speaker."""

    name: str
    gender: str | None = None
    kind: str | None = None
    role_class: str | None = None
    #: the source of the article that it applies to; None for all
    source: str | None = None

    def __attrs_post_init__(self) -> None:
        """Check the fields.

        Raises:
            InputError: a field is of the wrong type.
            OptionError: there is no such gender or kind, or no name.
        """
        check_fields(self)
        if not one_line(self.name):
            raise OptionError("a label has no name", where="labels", remedy="fill in the name")
        if self.gender is not None:
            check_choice(self.gender, GENDERS, "gender")
        if self.kind is not None:
            check_choice(self.kind, SPEAKER_KINDS, "kind")


#: the type of the argument ``labels=``
Labels = str | os.PathLike[str] | Iterable[Mapping[str, Any]]


def read_labels(labels: Labels) -> list[Label]:
    """Read labels from a sheet, CSV or Excel, or from dictionaries.

    Args:
        labels: the path of the sheet, or a list of dictionaries with its columns: ``name``,
            ``gender`` (``m``, ``f``, ``x``), ``kind``, ``role class``, and ``source`` if the label
            applies to one article only. All but ``name`` may be missing or empty.

    Raises:
        InputError: ``labels`` is neither.
        SourceError: the sheet cannot be read.
        OptionError: a column or value is unknown.
        MissingExtraError: an Excel sheet needs the extra ``excel``.
    """
    if isinstance(labels, str | os.PathLike):
        path = check_path(labels, "labels")
        read = _read_excel if path.lower().endswith(".xlsx") else _read_csv
        return list(_labels(read(path), path))
    return list(_labels(check_several(labels, "labels", "a path, or a list of dictionaries")))


def apply_labels(
    speakers: Iterable[QuotedSpeaker], labels: Iterable[Label]
) -> Iterator[QuotedSpeaker]:
    """Apply labels to speakers; they override what an article shows."""
    table = {(_key(label.name), label.source): label for label in labels}
    for speaker in speakers:
        for source in (None, speaker.article.source):
            label = table.get((_key(speaker.name), source))
            if label is not None:
                speaker = _labelled(speaker, label)
        yield speaker


def _labelled(speaker: QuotedSpeaker, label: Label) -> QuotedSpeaker:
    """A speaker with the values of a label."""
    return evolve(
        speaker,
        gender=label.gender or speaker.gender,
        gender_from="labels" if label.gender else speaker.gender_from,
        kind=label.kind or speaker.kind,
        role_class=label.role_class or speaker.role_class,
    )


def _key(name: str) -> str:
    """The lookup key of a name: without case, and with single spaces."""
    return one_line(name).casefold()


def _labels(rows: Iterable[Any], where: str = "labels") -> Iterator[Label]:
    """The label of each row that has a value."""
    for number, row in enumerate(rows, 1):
        place = f"{shorten(where)}, row {number}" if where != "labels" else f"labels[{number - 1}]"
        if not isinstance(row, Mapping):
            raise InputError(
                f"a label is a dictionary, not {shorten(row)}",
                where=place,
                remedy="pass one such as {'name': 'Ida Berg', 'gender': 'f'}",
            )
        values = {str(key).strip().lower(): value for key, value in row.items() if key is not None}
        _check_columns(values, place)
        fields = {
            key.replace(" ", "_"): cell
            for key in LABEL_COLUMNS
            if (cell := _cell(values.get(key))) is not None
        }
        fields |= {key: fields[key].lower() for key in ("gender", "kind") if key in fields}
        if fields.keys() - {"name", "source"}:
            yield _label(fields, place)


def _label(fields: dict[str, Any], place: str) -> Label:
    """The label of a row; an error names the row."""
    try:
        return Label(**{"name": "", **fields})
    except OptionError as error:
        raise OptionError(error.problem, where=place, remedy=error.remedy) from error


def _check_columns(values: Mapping[str, Any], place: str) -> None:
    """Check that a row has a name and no unknown columns.

    Raises:
        OptionError: it has no name, or an unknown column.
    """
    unknown = [key for key in values if key not in LABEL_COLUMNS + NOTES]
    if unknown or "name" not in values:
        problem = f"no column “{shorten_text(unknown[0])}” is known" if unknown else "no name"
        raise OptionError(
            f"labels: {problem}",
            where=place,
            remedy=f"use only {', '.join(LABEL_COLUMNS)}, and leave unknown values empty",
        )


def _cell(value: Any) -> str | None:
    """The text of a cell; None if it is empty."""
    text = one_line(str(value)) if value is not None and value == value else ""  # NaN is empty
    return text or None


def _read_csv(path: str) -> list[dict[Any, Any]]:
    """The rows of a CSV file, delimited by commas, semicolons or tabs."""
    with csv_rows(path, ",;\t") as rows:
        return list(rows)


def _read_excel(path: str) -> list[dict[Any, Any]]:
    """The non-empty rows of an Excel file, by the titles in its first row."""
    titles, *rows = excel_rows(path) or [()]
    return [dict(zip(titles, row, strict=False)) for row in rows if any(row)]
