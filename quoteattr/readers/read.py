"""The door: from whatever holds articles to the articles."""

from __future__ import annotations

import io
import os
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import partial
from itertools import chain
from typing import Any, BinaryIO, NamedTuple

from attrs import evolve, frozen

from quoteattr.checks import check_choice, check_count, check_path, check_several
from quoteattr.errors import MissingExtraError, QuoteattrError
from quoteattr.extras import require
from quoteattr.readers.docx import read_docx
from quoteattr.readers.encodings import check_encoding, other_than_utf8
from quoteattr.readers.fields import NO_TEXT, Mapped
from quoteattr.readers.files import (
    MAX_SIZE,
    UnreadableError,
    as_bytes,
    bare_name,
    check,
    is_special,
    open_bytes,
    opened,
    search,
)
from quoteattr.readers.pages import read_html, read_warc
from quoteattr.readers.pdf import read_pdf
from quoteattr.readers.rows import (
    Found,
    read_csv,
    read_json,
    read_jsonl,
    read_parquet,
    read_rows,
)
from quoteattr.readers.subtitles import read_subtitles
from quoteattr.readers.text import read_text
from quoteattr.records import Article, Failure
from quoteattr.text import shorten_text

#: a path, a folder, ``-``, an open file, or rows
Input = str | os.PathLike[str] | Any


class Format(NamedTuple):
    """A way in which articles are kept."""

    read: Callable[[BinaryIO, str, Mapped], Iterator[Found]]
    #: how the names of its files end, compression apart
    suffixes: tuple[str, ...]
    #: the extra that it takes, and the modules of that
    needs: tuple[str, ...] = ()
    #: whether a file is one article
    single: bool = False
    #: whether a file is plain text, in one encoding
    plain: bool = True


#: bytes at the beginning of a file that tell an encoding of two or four bytes a character
_A_LOOK = 4000

#: that of a file whose name tells nothing
_TEXT = Format(read_text, (".txt",), single=True)

FORMATS: dict[str, Format] = {
    "text": _TEXT,
    "jsonl": Format(read_jsonl, (".jsonl", ".ndjson")),
    "json": Format(read_json, (".json",)),
    "csv": Format(read_csv, (".csv", ".tsv")),
    "parquet": Format(read_parquet, (".parquet",), ("parquet", "pyarrow"), plain=False),
    "html": Format(
        read_html, (".html", ".htm", ".xhtml"), ("html", "trafilatura"), single=True, plain=False
    ),
    "pdf": Format(read_pdf, (".pdf",), ("pdf", "pypdf"), single=True, plain=False),
    "docx": Format(read_docx, (".docx",), ("docx", "docx"), single=True, plain=False),
    "subtitles": Format(read_subtitles, (".vtt", ".srt"), single=True),
    "warc": Format(read_warc, (".warc",), ("warc", "warcio", "trafilatura"), plain=False),
}

#: files that hold text and are not read, and what makes one of them that is
CONVERTERS: dict[str, str] = {
    **dict.fromkeys((".odt", ".rtf", ".epub", ".md", ".tex"), "pandoc -t plain"),
    ".doc": "soffice --convert-to txt",
    **dict.fromkeys((".xlsx", ".xls", ".ods"), "a spreadsheet, saved as CSV"),
}


@frozen
class Options:
    """How files are read."""

    mapped: Mapped
    #: the name of a format, None for what the names of files tell
    form: str | None = None
    #: the encoding of plain text, None for UTF-8
    encoding: str | None = None
    #: the most bytes of a line, or of a file that is one piece
    max_size: int = MAX_SIZE
    #: what is done with a note on what is not read in a folder
    note: Callable[[str], object] = str
    #: also note which tables in a folder are passed over
    all_notes: bool = False


def read(
    *inputs: Input,
    fields: Mapping[str, str] | None = None,
    format: str | None = None,
    encoding: str | None = None,
    max_size: int = MAX_SIZE,
) -> Iterator[Article | Failure]:
    """Read articles from files, folders, standard input or rows, one when it is asked for.

    Args:
        inputs: each a path; a folder, searched with all that is below it for files whose names
            tell their format; ``-`` for standard input; an open file; or an iterable of
            dictionaries. Files may be compressed (``.gz``, ``.bz2``, ``.xz``; ``.zst`` with the
            extra ``zstd``).
        fields: for rows (JSONL, JSON, CSV, Parquet, dictionaries), which of their fields holds
            which of an article's, as ``{"text": "body"}``; what is not told is found by the names
            that trafilatura, newspaper4k, news-please, Fundus and others use.
        format: what the inputs are, whatever their names: ``text``, ``jsonl``, ``json``, ``csv``,
            ``parquet``, ``html``, ``pdf``, ``docx`` or ``warc``; in folders only such files are
            read. By default the name tells, and a file whose name does not is a text.
        encoding: the encoding of texts, JSONL, JSON and CSV, such as ``cp1252`` or ``utf-16``;
            UTF-8 by default. A failure names the encoding that a file is likely to have.
        max_size: the most bytes, uncompressed, that may be in memory at a time: of a line, or of a
            text, page or file of JSON. What is larger is a failure, so that no small compressed
            file fills the memory.

    Yields:
        The articles, in order of the inputs, files of a folder by name; in place of what cannot be
        read, a failure that says where and why. A text is called by its path; a row by its id or
        address, and where it has none, or one that an article before it has, by ``path#line``.

    Warns:
        UserWarning: Files in a folder are not read, since their names tell no format; the message
            tells how many, and what makes texts of them.

    Raises:
        SourceError: A path does not exist.
        OptionError: There is no such format, field or encoding.
        InputError: An input is none of these.
        MissingExtraError: A format needs an extra that is not installed.

    >>> rows = [{"headline": "Rain", "body": "“It will rain,” said Mara Holt.", "_id": 7}]
    >>> [(article.source, article.title) for article in read(rows)]
    [('7', 'Rain')]
    """
    if format is not None:
        check_choice(format, FORMATS, "format")
    check_count(max_size, "max_size")
    notes: list[str] = []
    told = Options(Mapped(fields), format, check_encoding(encoding), max_size, notes.append)
    articles = read_with(inputs, told)
    for note in notes:
        warnings.warn(note, stacklevel=2)
    return articles


def read_with(inputs: Iterable[Input], options: Options) -> Iterator[Article | Failure]:
    """Read articles; what ``read`` does, with options that were checked."""
    sources = [
        source
        for number, given in enumerate(inputs, 1)
        for source in _sources(given, f"input{number}", options)
    ]
    _require(sources, options.form)
    return _distinct(_read(sources, options))


class _Folder:
    """A folder that is searched: tables without texts may lie in it, which are no mistake."""

    def __init__(self, path: str, options: Options) -> None:
        self._path = path
        self._options = options
        #: the caller told what the files are, so that one which is not is a mistake after all
        self._told = bool(options.form or options.mapped.told)
        self._passed: list[Failure] = []
        self._some = False

    def watch(self, found: Iterator[Found]) -> Iterator[Found]:
        """What is read from a file in the folder."""
        for item in found:
            if not self._told and isinstance(item, Failure) and item.reason.startswith(NO_TEXT):
                if not self._passed or item.source != self._passed[-1].source:
                    self._passed.append(item)
            else:
                self._some = True
                yield item

    def end(self) -> Iterator[Found]:
        """A failure, if nothing else was read."""
        for passed in self._passed[-1:] if not self._some else ():
            reason = f"no articles in it; {passed.source}: {passed.reason}"  # which says what to do
            yield Failure(self._path, reason)
        if self._passed and self._some and self._options.all_notes:
            count = len(self._passed)
            tables = f"{count:,} {'table' if count == 1 else 'tables'} without texts"
            self._options.note(f"{self._path}: {tables} not read, such as {self._passed[0].source}")


class _Source(NamedTuple):
    """What one input stands for, or a part of it."""

    #: a file that is opened when it is its turn …
    path: str | None = None
    #: … and the folder that it was found in
    folder: _Folder | None = None
    #: what else is read
    found: Iterator[Found] = iter(())


def _sources(given: Input, name: str, options: Options) -> Iterator[_Source]:
    """What one input stands for."""
    if isinstance(given, str | os.PathLike):
        path = check_path(given, "read()")
        check(path)
        yield from _search(path, options) if os.path.isdir(path) else [_Source(path)]
    elif hasattr(given, "read"):
        called = given.name if isinstance(getattr(given, "name", None), str) else name
        if isinstance(given, io.TextIOBase) or getattr(given, "encoding", None) is not None:
            options = evolve(options, encoding=None)  # whoever opened it has named that
        yield _Source(found=_opened(partial(as_bytes, given), called, options))
    else:
        rows = check_several(given, "read()", "paths, open files and lists of dictionaries")
        yield _Source(found=read_rows(rows, name, options.mapped))


def _search(path: str, options: Options) -> Iterator[_Source]:
    """What a folder stands for."""
    suffixes = suffixes_of(options.form)
    files, closed, skipped = search(path, suffixes)
    folder = _Folder(path, options)
    yield from (_Source(file, folder) for file in files)
    troubles = [
        Failure(name, "a folder that cannot be opened; allow it, as with chmod u+rx")
        for name in closed
    ]
    if not files and not closed:
        wanted = ", ".join(f"*{suffix}" for suffix in suffixes)
        also = f"; {_told_of(skipped)}" if skipped else ""
        troubles = [Failure(path, f"a folder without {wanted}{also}; pass one with articles")]
    elif skipped and (options.all_notes or options.form is None):
        options.note(f"{path}: {_told_of(skipped)}")
    yield _Source(found=chain(troubles, folder.end()))


def _told_of(skipped: list[str]) -> str:
    """How many files in a folder are not read, of which kinds, and what makes texts of them."""
    endings = Counter(map(_ending, skipped))
    kinds = ", ".join(f"{count:,} {ending}" for ending, count in endings.most_common(8))
    more = ", …" if len(endings) > 8 else ""
    makers = dict.fromkeys(CONVERTERS[ending] for ending in endings if ending in CONVERTERS)
    advice = f"; texts are made of them by {'; '.join(makers)}" if makers else ""
    files = "1 file is" if len(skipped) == 1 else f"{len(skipped):,} files are"
    return f"{files} not read ({kinds}{more}){advice}"


def _ending(path: str) -> str:
    """What is told of the kind of a file that is not read."""
    if is_special(path):
        return "special file"
    return os.path.splitext(bare_name(path))[1] or "no ending"


def suffixes_of(form: str | None) -> list[str]:
    """How the names of the files end that are read in a folder: of one format, or of all."""
    kinds = [FORMATS[form]] if form else FORMATS.values()
    return [suffix for kind in kinds for suffix in kind.suffixes]


def format_of(path: str, told: str | None = None) -> Format:
    """The format of a file: the one told, or by the file's name; text if that tells nothing.

    >>> format_of("crawl/2024.WARC.gz") is FORMATS["warc"]
    True
    """
    if told is not None:
        return FORMATS[told]
    name = bare_name(path)
    return next((form for form in FORMATS.values() if name.endswith(form.suffixes)), _TEXT)


def _require(sources: Iterable[_Source], form: str | None) -> None:
    """Make sure that what the files take is there, before the first is read."""
    checked: set[tuple[str, ...]] = {()}
    for path, folder, _ in sources:
        for needs in _needs(path, form) - checked if path is not None else ():
            checked.add(needs)
            try:
                require(*needs)
            except MissingExtraError as error:
                hint = "or read the other files alone, with format=" if folder else None
                remedy = "; ".join(filter(None, (error.remedy, hint)))
                raise MissingExtraError(error.problem, where=path, remedy=remedy or None) from error


def _needs(path: str, form: str | None) -> set[tuple[str, ...]]:
    """The extras that a file takes, each with its modules."""
    zstd = ("zstd", "zstandard") if path.lower().endswith(".zst") else ()
    return {format_of(path, form).needs, zstd}


def _read(sources: Iterable[_Source], options: Options) -> Iterator[Found]:
    """Read one source after the other, and a file that is named twice once."""
    done: set[str] = set()
    for path, folder, found in sources:
        if path is None:
            yield from found
        elif path not in done:
            done.add(path)
            texts = _opened(partial(open_bytes, path), path, options)
            yield from folder.watch(texts) if folder else texts


def _opened(
    opener: Callable[[], AbstractContextManager[BinaryIO]], name: str, options: Options
) -> Iterator[Found]:
    """Read one file; whatever is wrong with it, the others shall not suffer from it."""
    kind = format_of(name, options.form)
    encoding = options.encoding if kind.plain else None
    try:
        with opener() as packed, opened(packed, name, options.max_size, encoding) as file:
            wrong = other_than_utf8(file.peek(_A_LOOK)[:_A_LOOK]) if kind.plain else None
            if wrong is not None and encoding is None:
                yield Failure(name, wrong)
            else:
                yield from kind.read(file, name, options.mapped)
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


def _distinct(found: Iterable[Found]) -> Iterator[Article | Failure]:
    """The articles, each with a source that none before it has."""
    seen: set[int] = set()  # of hashes, since an archive has many
    for item in found:
        if isinstance(item, Failure):
            yield item
            continue
        article, place = item
        source, number = article.source, 1
        while source is None or hash(source) in seen:
            source = place if number == 1 else f"{place}#{number}"
            number += 1
        seen.add(hash(source))
        yield article if source == article.source else evolve(article, id=source)
