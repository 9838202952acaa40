"""The table of input formats: which reader reads which files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from quoteattr.readers.docx import read_docx
from quoteattr.readers.fields import FieldMapping
from quoteattr.readers.files import uncompressed_name
from quoteattr.readers.mail import read_mail
from quoteattr.readers.pages import read_html, read_warc
from quoteattr.readers.pdf import read_pdf
from quoteattr.readers.rows import Entry, read_csv, read_json, read_json_lines, read_parquet
from quoteattr.readers.subtitles import read_subtitles
from quoteattr.readers.text import read_text


class InputFormat(NamedTuple):
    """A file format that articles are read from."""

    #: yields the entries of a file; takes the file in binary mode, its name and the field mapping
    read: Callable[[BinaryIO, str, FieldMapping], Iterator[Entry]]
    #: the suffixes of file names, without that of a compressed file
    suffixes: tuple[str, ...]
    #: the extra that the format needs, and the modules of that extra
    needs: tuple[str, ...] = ()
    #: whether each file is one article
    single: bool = False
    #: whether files are plain text, in one encoding
    plain: bool = True


#: the format of a file whose suffix is unknown
_TEXT_FORMAT = InputFormat(read_text, (".txt",), single=True)

INPUT_FORMATS: dict[str, InputFormat] = {
    "text": _TEXT_FORMAT,
    "jsonl": InputFormat(read_json_lines, (".jsonl", ".ndjson")),
    "json": InputFormat(read_json, (".json",)),
    "csv": InputFormat(read_csv, (".csv", ".tsv")),
    "parquet": InputFormat(read_parquet, (".parquet",), ("parquet", "pyarrow"), plain=False),
    "html": InputFormat(
        read_html, (".html", ".htm", ".xhtml"), ("html", "trafilatura"), single=True, plain=False
    ),
    "pdf": InputFormat(read_pdf, (".pdf",), ("pdf", "pypdf"), single=True, plain=False),
    "docx": InputFormat(read_docx, (".docx",), ("docx", "docx"), single=True, plain=False),
    "mail": InputFormat(read_mail, (".eml",), single=True, plain=False),
    "subtitles": InputFormat(read_subtitles, (".vtt", ".srt"), single=True),
    "warc": InputFormat(read_warc, (".warc",), ("warc", "warcio", "trafilatura"), plain=False),
}

#: suffixes of text files that no reader supports, and the tool that converts them
CONVERTERS: dict[str, str] = {
    **dict.fromkeys((".odt", ".rtf", ".epub", ".md", ".tex"), "pandoc -t plain"),
    ".doc": "soffice --convert-to txt",
    **dict.fromkeys((".xlsx", ".xls", ".ods"), "a spreadsheet, saved as CSV"),
}


def input_suffixes(format_name: str | None) -> list[str]:
    """The suffixes of the files to read in a folder: those of one format, or of all."""
    formats = [INPUT_FORMATS[format_name]] if format_name else INPUT_FORMATS.values()
    return [suffix for known_format in formats for suffix in known_format.suffixes]


def input_format(path: str, format_name: str | None = None) -> InputFormat:
    """The format of a file.

    Args:
        path: The name of the file.
        format_name: The name of its format; None to choose by the suffix, text by default.

    >>> input_format("crawl/2024.WARC.gz") is INPUT_FORMATS["warc"]
    True
    """
    if format_name is not None:
        return INPUT_FORMATS[format_name]
    name = uncompressed_name(path)
    return next(
        (
            known_format
            for known_format in INPUT_FORMATS.values()
            if name.endswith(known_format.suffixes)
        ),
        _TEXT_FORMAT,
    )
