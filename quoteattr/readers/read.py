"""The door: from whatever holds articles to the articles."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import partial
from itertools import chain
from typing import Any, BinaryIO, NamedTuple

from attrs import evolve

from quoteattr.errors import InputError, MissingExtraError, OptionError, QuoteattrError
from quoteattr.extras import require
from quoteattr.readers.docx import read_docx
from quoteattr.readers.fields import NO_TEXT, Mapped
from quoteattr.readers.files import as_bytes, bare_name, check, open_bytes, search, unpack
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
from quoteattr.readers.text import read_text
from quoteattr.records import Article, Failure

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


#: that of a file whose name tells nothing
_TEXT = Format(read_text, (".txt",), single=True)

FORMATS: dict[str, Format] = {
    "text": _TEXT,
    "jsonl": Format(read_jsonl, (".jsonl", ".ndjson")),
    "json": Format(read_json, (".json",)),
    "csv": Format(read_csv, (".csv", ".tsv")),
    "parquet": Format(read_parquet, (".parquet",), ("parquet", "pyarrow")),
    "html": Format(read_html, (".html", ".htm", ".xhtml"), ("html", "trafilatura"), single=True),
    "pdf": Format(read_pdf, (".pdf",), ("pdf", "pypdf"), single=True),
    "docx": Format(read_docx, (".docx",), ("docx", "docx"), single=True),
    "warc": Format(read_warc, (".warc",), ("warc", "warcio", "trafilatura")),
}


def read(
    *inputs: Input, fields: Mapping[str, str] | None = None, format: str | None = None
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

    Yields:
        The articles, in order of the inputs, files of a folder by name; in place of what cannot be
        read, a failure that says where and why. A text is called by its path; a row by its id or
        address, and where it has none, or one that an article before it has, by ``path#line``.

    Raises:
        SourceError: A path does not exist.
        OptionError: There is no such format or field.
        InputError: An input is none of these.
        MissingExtraError: A format needs an extra that is not installed.

    >>> rows = [{"headline": "Rain", "body": "“It will rain,” said Mara Holt.", "_id": 7}]
    >>> [(article.source, article.title) for article in read(rows)]
    [('7', 'Rain')]
    """
    if format is not None and format not in FORMATS:
        raise OptionError(f"no format is called {format!r}; one of {', '.join(FORMATS)}")
    mapped = Mapped(fields)
    sources = [
        source
        for number, given in enumerate(inputs, 1)
        for source in _sources(given, f"input{number}", format, mapped)
    ]
    _require(sources, format)
    return _distinct(_read(sources, format, mapped))


class _Folder:
    """A folder that is searched: tables without texts may lie in it, which are no mistake."""

    def __init__(self, path: str, told: bool) -> None:
        self._path = path
        #: the caller told what the files are, so that one which is not is a mistake after all
        self._told = told
        self._passed: Failure | None = None
        self._some = False

    def watch(self, found: Iterator[Found]) -> Iterator[Found]:
        """What is read from a file in the folder."""
        for item in found:
            if not self._told and isinstance(item, Failure) and item.reason.startswith(NO_TEXT):
                self._passed = item
            else:
                self._some = True
                yield item

    def end(self) -> Iterator[Found]:
        """A failure, if nothing else was read."""
        if self._passed is not None and not self._some:
            yield Failure(self._path, f"no articles; {self._passed.source}: {self._passed.reason}")


class _Source(NamedTuple):
    """What one input stands for, or a part of it."""

    #: a file that is opened when it is its turn …
    path: str | None = None
    #: … and the folder that it was found in
    folder: _Folder | None = None
    #: what else is read
    found: Iterator[Found] = iter(())


def _sources(given: Input, name: str, form: str | None, mapped: Mapped) -> Iterator[_Source]:
    """What one input stands for."""
    if isinstance(given, str | os.PathLike):
        path = os.fspath(given)
        check(path)
        yield from _search(path, form, mapped) if os.path.isdir(path) else [_Source(path)]
    elif hasattr(given, "read"):
        called = given.name if isinstance(getattr(given, "name", None), str) else name
        yield _Source(found=_opened(partial(as_bytes, given), called, form, mapped))
    elif isinstance(given, Iterable) and not isinstance(given, Mapping | bytes | Article):
        yield _Source(found=read_rows(given, name, mapped))
    else:
        raise InputError(
            f"read() takes paths, open files and lists of dictionaries, not {type(given).__name__}"
        )


def _search(path: str, form: str | None, mapped: Mapped) -> Iterator[_Source]:
    """What a folder stands for."""
    suffixes = suffixes_of(form)
    files, closed = search(path, suffixes)
    folder = _Folder(path, told=bool(form or mapped.told))
    yield from (_Source(file, folder) for file in files)
    troubles = [Failure(name, "a folder that cannot be opened") for name in closed]
    if not files and not closed:
        wanted = ", ".join(f"*{suffix}" for suffix in suffixes)
        troubles = [Failure(path, f"a folder without {wanted}")]
    yield _Source(found=chain(troubles, folder.end()))


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
                hint = "; or read the other files alone, with format=" if folder else ""
                raise MissingExtraError(f"{path}: {error}{hint}") from error


def _needs(path: str, form: str | None) -> set[tuple[str, ...]]:
    """The extras that a file takes, each with its modules."""
    zstd = ("zstd", "zstandard") if path.lower().endswith(".zst") else ()
    return {format_of(path, form).needs, zstd}


def _read(sources: Iterable[_Source], form: str | None, mapped: Mapped) -> Iterator[Found]:
    """Read one source after the other, and a file that is named twice once."""
    done: set[str] = set()
    for path, folder, found in sources:
        if path is None:
            yield from found
        elif path not in done:
            done.add(path)
            texts = _opened(partial(open_bytes, path), path, form, mapped)
            yield from folder.watch(texts) if folder else texts


def _opened(
    opener: Callable[[], AbstractContextManager[BinaryIO]],
    name: str,
    form: str | None,
    mapped: Mapped,
) -> Iterator[Found]:
    """Read one file; whatever is wrong with it, the others shall not suffer from it."""
    kind = format_of(name, form)
    try:
        with opener() as file:
            yield from kind.read(unpack(file), name, mapped)
    except QuoteattrError:
        raise
    except OSError as error:
        yield Failure(name, " ".join(str(error.strerror or error).split()))
    except Exception as error:
        yield Failure(name, " ".join(f"{type(error).__name__}: {error}".split()))


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
