"""From a row of a table, or an object of JSON, to an article: which field is what.

The names are those that trafilatura, newspaper4k, news-please and Fundus write, and others that
are common in collections of news. Capitals do not count, and ``-`` and a space count as ``_``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any, NamedTuple

import attrs

from quoteattr.checks import check_choice, check_text
from quoteattr.errors import InputError
from quoteattr.records import Article
from quoteattr.text import shorten, shorten_text

#: how the reason starts where a row has no text at all
NO_TEXT = "no field holds the text"

#: what to do about it
_NAME_FIELD = "name the field that holds it with fields={'text': …}"

#: what stands for nothing in tables made by programs
NOTHING = ("", "none", "null", "nan", "nat", "<na>")


def _is_nothing(value: Any) -> bool:
    """A value is None, or the NaN that data frames have for it."""
    return value is None or (isinstance(value, float) and value != value)


def _words(value: Any) -> str | None:
    """A value as a line of words; the name of an object of schema.org."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if _is_nothing(value) or isinstance(value, list | tuple | bool):
        return None
    words = " ".join(str(value).split())
    return None if words.lower() in NOTHING else words


def _url(value: Any) -> str | None:
    """A value that is a web address."""
    words = _words(value)
    return words if words and "://" in words else None


def _publisher(value: Any) -> str | None:
    """A value that names a publisher; the field ``source`` may be a web address instead."""
    return None if _url(value) else _words(value)


def _authors(value: Any) -> tuple[str, ...] | None:
    """A list of names, or names in one string, as ``A; B`` or, from a CSV, ``['A', 'B']``."""
    if isinstance(value, str) and value.startswith("["):
        try:
            value = ast.literal_eval(value)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            value = value.strip("[]")
    parts = value.split(";") if isinstance(value, str) else value
    names = map(_words, parts if isinstance(parts, list | tuple) else [parts])
    return tuple(dict.fromkeys(name for name in names if name)) or None


def _published(value: Any) -> str | None:
    """A date as ISO 8601, or None where it is written otherwise and could be misread."""
    if isinstance(value, date):
        return value.isoformat()
    words = _words(value)
    if words is None:
        return None
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            told = parse(words)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if len(words) <= 10:  # a date without a time
            return told.date().isoformat()
        return told.isoformat().replace("+00:00", "Z")
    return None


def _language(value: Any) -> str | None:
    """The two letters of ``en``, ``en-GB`` or ``en_US``."""
    letters = (_words(value) or "").replace("_", "-").split("-")[0].lower()
    return letters if len(letters) == 2 and letters.isalpha() else None


class Field(NamedTuple):
    """Where a field of an article is looked for."""

    #: names in the row, the best first
    names: tuple[str, ...]
    #: makes what the article holds, or None if the value is not such
    convert: Callable[[Any], Any]


def _field(names: str, convert: Callable[[Any], Any]) -> Field:
    """A field with names that are parted by spaces."""
    return Field(tuple(names.split()), convert)


#: the fields of an article beside its text; the first name that has a value is taken
FIELDS: dict[str, Field] = {
    "id": _field("id _id article_id doc_id document_id uuid guid", _words),
    "url": _field("url link source_url canonical_url canonical_link web_url weburl source", _url),
    "title": _field("title headline", _words),
    "authors": _field("authors author byline creator", _authors),
    "publisher": _field(
        "publisher sitename site_name source_hostname meta_site_name publication outlet source"
        " source_domain hostname domain",
        _publisher,
    ),
    "published": _field(
        "published publishing_date publish_date date_publish published_at publishedat"
        " date_published datepublished publication_date pubdate date",
        _published,
    ),
    "language": _field("language lang meta_lang inlanguage", _language),
}

#: the names of the text: what an extractor found before what may be a whole page
TEXT = tuple(
    "maintext plaintext text body content article document articlebody article_body article_text"
    " bodytext body_text full_text fulltext story".split()
)

ARTICLE = tuple(attrs.fields_dict(Article))


class Mapped:
    """Turns rows into articles.

    Args:
        fields: the name in the row of each field of an article that is not found by itself; a dot
            leads into an object, as in ``_source.body``.

    Raises:
        OptionError: ``fields`` names what no article has.
    """

    def __init__(self, fields: Mapping[str, str] | None = None) -> None:
        if fields is not None and not isinstance(fields, Mapping):
            raise InputError(
                f"fields must be a dictionary, not {shorten(fields)}",
                where="fields",
                remedy="pass fields of an article with names in the rows, as {'text': 'body'}",
            )
        self.told = dict(fields or {})
        for name, there in self.told.items():
            check_choice(name, ARTICLE, "a key of fields")
            check_text(there, f"fields[{name!r}]")

    def lacks(self, keys: Iterable[str]) -> str | None:
        """Why rows with these fields have no text, None if they have."""
        keys = tuple(keys)
        if "text" in self.told:
            found = self.told["text"] in keys or self.told["text"].split(".")[0] in keys
            missing = f" ({shorten(self.told['text'], 80)})"
        else:
            found, missing = bool(_named(keys, TEXT)), ""
        if found:
            return None
        names = shorten_text(", ".join(keys) or "none")
        return f"{NO_TEXT}{missing} among: {names}; {_NAME_FIELD}"

    def wanted(self, keys: Iterable[str]) -> list[str]:
        """Which of these fields are read at all."""
        keys = tuple(keys)
        names = [name for told in self.told.values() for name in (told, told.split(".")[0])]
        for field in (TEXT, *(field.names for field in FIELDS.values())):
            names += _named(keys, field)
        return [key for key in keys if key in names]

    def article(self, row: Mapping[str, Any]) -> Article | str:
        """The article that a row holds, or in one line why it holds none."""
        keys = tuple(row)
        if reason := self.lacks(keys):
            return reason
        text = self._text(row, keys)
        if not isinstance(text, str):
            fault = "empty" if text is None else f"{type(text).__name__}, not a string"
            return f"its text is {fault}; mend the row, or {_NAME_FIELD}"
        values = {name: self._value(row, keys, name) for name in FIELDS}
        return Article(text, **{name: value for name, value in values.items() if value is not None})

    def _text(self, row: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
        """The text as it stands in the row, its parts joined."""
        names = [self.told["text"]] if "text" in self.told else _named(keys, TEXT)
        values = (_joined(_at(row, name)) for name in names)
        return next((value for value in values if not _is_nothing(value)), None)

    def _value(self, row: Mapping[str, Any], keys: tuple[str, ...], name: str) -> Any:
        """The value of a field beside the text."""
        field = FIELDS[name]
        if name in self.told:
            value = _at(row, self.told[name])
            return field.convert(value) if name != "url" else _words(value)
        values = (field.convert(row[key]) for key in _named(keys, field.names))
        return next((value for value in values if value is not None), None)


@lru_cache(maxsize=4096)
def _named(keys: tuple[str, ...], names: tuple[str, ...]) -> list[str]:
    """Which of the keys have one of the names, in the order of the names."""
    plain = {key.lower().strip().replace("-", "_").replace(" ", "_"): key for key in keys}
    return [plain[name] for name in names if name in plain]


def _at(row: Mapping[str, Any], path: str) -> Any:
    """The value of a field, or of one inside an object; None if there is none."""
    if path in row:
        return row[path]
    head, dot, rest = path.partition(".")
    inner = row.get(head)
    return _at(inner, rest) if dot and isinstance(inner, Mapping) else None


def _joined(value: Any) -> Any:
    """A text in parts as one: paragraphs, or the body of an article of Fundus."""
    if isinstance(value, Mapping) and "sections" in value:
        return "\n\n".join(_strings(value))
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n\n".join(value)
    return value


def _strings(value: Any) -> list[str]:
    """All strings in an object, in order."""
    strings, left = [], [value]
    while left:  # not by recursion: an object may be nested deeper than the stack
        part = left.pop()
        if isinstance(part, str):
            strings.append(part)
        elif isinstance(part, dict | list):
            left.extend(reversed(part.values() if isinstance(part, dict) else part))
    return strings
