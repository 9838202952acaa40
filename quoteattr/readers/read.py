"""Read articles from files, folders, standard input, open files and rows: ``quoteattr.read``."""

from __future__ import annotations

import io
import os
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import partial
from itertools import chain
from typing import Any, BinaryIO, NamedTuple, TypeGuard

from attrs import evolve, frozen

from quoteattr.checks import check_choice, check_count, check_path, check_several
from quoteattr.errors import MissingExtraError, QuoteattrError
from quoteattr.extras import require
from quoteattr.readers.encodings import check_encoding, wide_encoding_reason
from quoteattr.readers.fields import NO_TEXT, FieldMapping
from quoteattr.readers.files import (
    check_exists,
    is_special,
    open_bytes,
    search_folder,
    uncompressed_name,
)
from quoteattr.readers.input_formats import CONVERTERS, INPUT_FORMATS, input_format, input_suffixes
from quoteattr.readers.rows import Entry, read_rows
from quoteattr.readers.streams import MAX_SIZE, UnreadableError, as_binary, open_decoded
from quoteattr.records import Article, Failure
from quoteattr.text import shorten_text

#: a path, a folder, ``-``, an open file, or rows
Input = str | os.PathLike[str] | Any

#: bytes at the beginning of a file in which UTF-16 and UTF-32 are detected
_SNIFF_SIZE = 4000


@frozen
class ReadOptions:
    """How files are read."""

    mapping: FieldMapping
    #: the name of the input format; None to choose by the suffix of each file
    format_name: str | None = None
    #: the encoding of plain text; None for UTF-8
    encoding: str | None = None
    #: the maximum number of bytes of a line, or of a file that is read as a whole
    max_size: int = MAX_SIZE
    #: receives notes about files in folders that are not read
    note: Callable[[str], object] = str
    #: whether to note the tables without texts in folders, too
    all_notes: bool = False


def read(
    *inputs: Input,
    fields: Mapping[str, str] | None = None,
    format: str | None = None,
    encoding: str | None = None,
    max_size: int = MAX_SIZE,
    html: bool | None = None,
) -> Iterator[Article | Failure]:
    """Read articles from files, folders, standard input or rows, lazily, one at a time.

    Args:
        inputs: each a path; a folder, searched with its subfolders for files with a known suffix;
            ``-`` for standard input; an open file; or an iterable of dictionaries. Files may be
            compressed (``.gz``, ``.bz2``, ``.xz``; ``.zst`` with the extra ``zstd``).
        fields: for rows (JSONL, JSON, CSV, Parquet, dictionaries), the name in the row of fields of
            the article, as in ``{"text": "body"}``. Other fields are found by the names that
            trafilatura, newspaper4k, news-please, Fundus and others use.
        format: the format of all inputs, whatever their suffix: ``text``, ``jsonl``, ``json``,
            ``csv``, ``parquet``, ``html``, ``pdf``, ``docx``, ``subtitles`` or ``warc``; in folders
            only files of this format are read. By default the suffix decides, and a file with an
            unknown suffix is a text.
        encoding: the encoding of texts, JSONL, JSON and CSV, such as ``cp1252`` or ``utf-16``;
            UTF-8 by default. A failure names the likely encoding of a file.
        max_size: the maximum number of bytes, uncompressed, in memory at a time: of a line, or of a
            text, page or JSON file. Anything larger is a failure, so a small compressed file cannot
            fill the memory.
        html: whether the texts of rows are HTML. By default those with tags or entities are: tags
            separate paragraphs, ``<q>`` gets quotation marks, a block quote its author; offsets
            refer to the text of the article. ``False`` leaves all texts unchanged.

    Yields:
        The articles, in order of the inputs, files of a folder by name; in place of an unreadable
        entry, a failure with its location and the reason. The source of a text is its path. The
        source of a row is its id or address, or ``path#line`` if it has none or an earlier article
        has the same.

    Warns:
        UserWarning: files in a folder have an unknown suffix and are not read; the message has
            their number and the tools that convert them to text.

    Raises:
        SourceError: a path does not exist.
        OptionError: there is no such format, field or encoding.
        InputError: an input is none of these.
        MissingExtraError: a format needs an extra that is not installed.

    >>> rows = [{"headline": "Rain", "body": "“It will rain,” said Mara Holt.", "_id": 7}]
    >>> [(article.source, article.title) for article in read(rows)]
    [('7', 'Rain')]
    """
    if format is not None:
        check_choice(format, INPUT_FORMATS, "format")
    check_count(max_size, "max_size")
    notes: list[str] = []
    options = ReadOptions(
        FieldMapping(fields, html), format, check_encoding(encoding), max_size, notes.append
    )
    articles = read_with(inputs, options)
    for note in notes:
        warnings.warn(note, stacklevel=2)
    return articles


def read_with(inputs: Iterable[Input], options: ReadOptions) -> Iterator[Article | Failure]:
    """Read articles like ``read``, with checked options."""
    tasks = [
        task
        for number, source in enumerate(inputs, 1)
        for task in _tasks(source, f"input{number}", options)
    ]
    _require_extras(tasks, options.format_name)
    return _with_unique_sources(_run_tasks(tasks, options))


class _Folder:
    """Collect the results of a folder, in which tables without texts are skipped, not failures."""

    def __init__(self, path: str, options: ReadOptions) -> None:
        self._path = path
        self._options = options
        #: whether the caller named the format or the fields, so that a table without texts is a
        #: failure
        self._strict = bool(options.format_name or options.mapping.fields)
        self._skipped_tables: list[Failure] = []
        self._has_entries = False

    def filter(self, entries: Iterator[Entry]) -> Iterator[Entry]:
        """The entries of a file in the folder, without the failure of a table without texts."""
        for entry in entries:
            if self._strict or not _is_table_without_text(entry):
                self._has_entries = True
                yield entry
            elif not self._skipped_tables or entry.source != self._skipped_tables[-1].source:
                self._skipped_tables.append(entry)

    def finish(self) -> Iterator[Entry]:
        """A failure if all files were skipped; else a note on the skipped ones, if requested."""
        if not self._skipped_tables:
            return
        last = self._skipped_tables[-1]
        if not self._has_entries:  # the reason already includes the remedy
            yield Failure(self._path, f"no articles in it; see {last.source}: {last.reason}")
        elif self._options.all_notes:
            count, example = len(self._skipped_tables), self._skipped_tables[0].source
            tables = f"{count:,} {'table' if count == 1 else 'tables'} without texts"
            self._options.note(f"{self._path}: {tables} not read, such as {example}")


def _is_table_without_text(entry: Entry) -> TypeGuard[Failure]:
    """Whether the entry is the failure of a table that has no field for the text."""
    return isinstance(entry, Failure) and entry.reason.startswith(NO_TEXT)


class _Task(NamedTuple):
    """A step of reading: a file to open, or entries."""

    #: a file that is opened when its turn comes …
    path: str | None = None
    #: … and the folder that contains it
    folder: _Folder | None = None
    #: entries that need no file
    entries: Iterator[Entry] = iter(())


def _tasks(source: Input, name: str, options: ReadOptions) -> Iterator[_Task]:
    """Yield the tasks of one input."""
    if isinstance(source, str | os.PathLike):
        path = check_path(source, "read()")
        check_exists(path)
        yield from _folder_tasks(path, options) if os.path.isdir(path) else [_Task(path)]
    elif hasattr(source, "read"):
        name = source.name if isinstance(getattr(source, "name", None), str) else name
        if isinstance(source, io.TextIOBase) or getattr(source, "encoding", None) is not None:
            options = evolve(options, encoding=None)  # the file object decodes it
        yield _Task(entries=_read_file(partial(as_binary, source), name, options))
    else:
        rows = check_several(source, "read()", "paths, open files and lists of dictionaries")
        yield _Task(entries=read_rows(rows, name, options.mapping))


def _folder_tasks(path: str, options: ReadOptions) -> Iterator[_Task]:
    """Yield the tasks of a folder: its files, then failures and notes."""
    suffixes = input_suffixes(options.format_name)
    files, closed, skipped = search_folder(path, suffixes)
    folder = _Folder(path, options)
    yield from (_Task(file, folder) for file in files)
    failures = [
        Failure(name, "a folder that cannot be opened; allow access, as with chmod u+rx")
        for name in closed
    ]
    if not files and not closed:
        patterns = ", ".join(f"*{suffix}" for suffix in suffixes)
        contents = f"; {_describe_skipped(skipped)}" if skipped else ""
        failures = [Failure(path, f"a folder without {patterns}{contents}; pass one with articles")]
    elif skipped and (options.all_notes or options.format_name is None):
        options.note(f"{path}: {_describe_skipped(skipped)}")
    yield _Task(entries=chain(failures, folder.finish()))


def _describe_skipped(skipped: list[str]) -> str:
    """How many files in a folder are not read, of which kinds, and how to convert them."""
    counts = Counter(map(_file_kind, skipped))
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in counts.most_common(8))
    ellipsis = ", …" if len(counts) > 8 else ""
    converters = dict.fromkeys(CONVERTERS[kind] for kind in counts if kind in CONVERTERS)
    advice = f"; convert them to text with {'; '.join(converters)}" if converters else ""
    files = "1 file is" if len(skipped) == 1 else f"{len(skipped):,} files are"
    return f"{files} not read ({kinds}{ellipsis}){advice}"


def _file_kind(path: str) -> str:
    """The kind of a file that is not read, for a message: its suffix if it has one."""
    if is_special(path):
        return "special file"
    return os.path.splitext(uncompressed_name(path))[1] or "no ending"


def _require_extras(tasks: Iterable[_Task], format_name: str | None) -> None:
    """Check the extras of all files before the first is read."""
    checked: set[tuple[str, ...]] = {()}
    for path, folder, _ in tasks:
        for needs in _needs(path, format_name) - checked if path is not None else ():
            checked.add(needs)
            try:
                require(*needs)
            except MissingExtraError as error:
                hint = "or read the other files alone, with format=" if folder else None
                remedy = "; ".join(filter(None, (error.remedy, hint)))
                raise MissingExtraError(error.problem, where=path, remedy=remedy or None) from error


def _needs(path: str, format_name: str | None) -> set[tuple[str, ...]]:
    """The extras that a file needs, each with its modules."""
    zstd = ("zstd", "zstandard") if path.lower().endswith(".zst") else ()
    return {input_format(path, format_name).needs, zstd}


def _run_tasks(tasks: Iterable[_Task], options: ReadOptions) -> Iterator[Entry]:
    """Yield the entries of all tasks; a file that occurs twice is read once."""
    paths_read: set[str] = set()
    for path, folder, entries in tasks:
        if path is None:
            yield from entries
        elif path not in paths_read:
            paths_read.add(path)
            of_file = _read_file(partial(open_bytes, path), path, options)
            yield from folder.filter(of_file) if folder else of_file


def _read_file(
    opener: Callable[[], AbstractContextManager[BinaryIO]], name: str, options: ReadOptions
) -> Iterator[Entry]:
    """Yield the entries of one file; an error of the file becomes a failure."""
    form = input_format(name, options.format_name)
    encoding = options.encoding if form.plain else None
    try:
        with opener() as raw, open_decoded(raw, name, options.max_size, encoding) as file:
            start = file.peek(_SNIFF_SIZE)[:_SNIFF_SIZE]
            reason = wide_encoding_reason(start) if form.plain else None
            if reason is not None and encoding is None:
                yield Failure(name, reason)
            else:
                yield from form.read(file, name, options.mapping)
    except QuoteattrError:
        raise
    except UnreadableError as error:
        yield Failure(name, str(error))
    except OSError as error:
        reason = shorten_text(error.strerror or error)
        yield Failure(name, f"{reason}; pass a file that can be read")
    except Exception as error:
        reason = shorten_text(f"{type(error).__name__}: {error}")
        yield Failure(name, f"it cannot be read ({reason}); pass it whole, named as what it is")


def _with_unique_sources(entries: Iterable[Entry]) -> Iterator[Article | Failure]:
    """Give each article a source that no earlier article has; pass failures on."""
    hashes: set[int] = set()  # hashes, not the sources themselves, since an archive has many
    for entry in entries:
        if isinstance(entry, Failure):
            yield entry
            continue
        article, location = entry
        source, number = article.source, 1
        while source is None or hash(source) in hashes:
            source = location if number == 1 else f"{location}#{number}"
            number += 1
        hashes.add(hash(source))
        yield article if source == article.source else evolve(article, id=source)
