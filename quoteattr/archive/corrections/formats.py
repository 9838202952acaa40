"""The file formats for correcting the quotes of an archive."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from quoteattr.archive.corrections.brat_folder import read_brat, write_brat
from quoteattr.archive.corrections.changes import QuoteEdit
from quoteattr.archive.corrections.label_studio import read_label_studio, write_label_studio
from quoteattr.archive.corrections.log import CorrectionLog
from quoteattr.archive.corrections.sheet import ArticleRows, write_csv_sheet, write_excel_sheet
from quoteattr.archive.corrections.sheet_reader import SheetReader
from quoteattr.archive.corrections.web_annotations import read_web_annotations
from quoteattr.archive.store import Store
from quoteattr.checks import check_choice
from quoteattr.errors import OptionError
from quoteattr.formats.output import replacing
from quoteattr.formats.web_annotation import write_web_annotation
from quoteattr.records import Failure, QuoteRecords
from quoteattr.text import shorten


class CorrectionFormat(NamedTuple):
    """A file format for corrections."""

    #: writes the records, article by article, to a path
    write: Callable[[Iterable[ArticleRows], str], None]
    #: reads the edits of a path
    read: Callable[[str, Store, CorrectionLog], Iterator[QuoteEdit | Failure]]
    #: the suffixes of file names with this format
    suffixes: tuple[str, ...]
    #: ``Correction.via`` of the corrections
    via: str
    #: whether all quotes of an article are written, since a missing one means that it was deleted
    whole_articles: bool = False


def _write_excel(articles: Iterable[ArticleRows], path: str) -> None:
    """Write an Excel sheet."""
    with replacing(path, binary=True) as file:
        write_excel_sheet(articles, file)


def _write_csv(articles: Iterable[ArticleRows], path: str) -> None:
    """Write a CSV sheet."""
    with replacing(path) as file:
        write_csv_sheet(articles, file)


def _read_sheet(path: str, store: Store, log: CorrectionLog) -> Iterator[QuoteEdit | Failure]:
    """Read a sheet."""
    return SheetReader(store, log).edits(path)


def _write_web_annotations(articles: Iterable[ArticleRows], path: str) -> None:
    """Write Web Annotations."""
    with replacing(path) as file:
        write_web_annotation(
            (QuoteRecords(records, [article]) for article, records in articles), file
        )


#: the formats by name
CORRECTION_FORMATS: dict[str, CorrectionFormat] = {
    "xlsx": CorrectionFormat(_write_excel, _read_sheet, (".xlsx",), "sheet"),
    "csv": CorrectionFormat(_write_csv, _read_sheet, (".csv",), "sheet"),
    "brat": CorrectionFormat(write_brat, read_brat, (".brat",), "brat", whole_articles=True),
    "label-studio": CorrectionFormat(
        write_label_studio,
        read_label_studio,
        (".tasks.json",),
        "label-studio",
        whole_articles=True,
    ),
    "web-annotation": CorrectionFormat(
        _write_web_annotations, read_web_annotations, (".anno.jsonld",), "web-annotation"
    ),
}


def file_format(path: str, name: str | None) -> CorrectionFormat:
    """The format with a name, or else that of the suffix of a path.

    Raises:
        InputError: the name is not a string.
        OptionError: there is no such format.
    """
    if name is not None:
        check_choice(name, CORRECTION_FORMATS, "format")
        return CORRECTION_FORMATS[name]
    if os.path.isdir(path):
        return CORRECTION_FORMATS["brat"]
    for form in CORRECTION_FORMATS.values():
        if path.lower().endswith(form.suffixes):
            return form
    raise OptionError(
        f"no format is known for the name {shorten(path)}",
        where="the name of the file",
        remedy=f"add --format (in Python format=), one of {', '.join(CORRECTION_FORMATS)}",
    )
