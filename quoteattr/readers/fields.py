"""Map the fields of a table row or a JSON object to those of an article.

Known names of fields are those of trafilatura, newspaper4k, news-please and Fundus, and others that
are common in news corpora. Names are compared without case; ``-`` and a space equal ``_``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

import attrs

from quoteattr.checks import check_choice, check_flag, check_text
from quoteattr.detect.html_tags import is_html
from quoteattr.errors import InputError
from quoteattr.language import ENGLISH
from quoteattr.readers.markup import text_of_html
from quoteattr.records import Article
from quoteattr.text import shorten, shorten_text

#: the beginning of the reason if a row has no field for the text
NO_TEXT = "no field holds the text"

#: the remedy
_NAME_FIELD = "name the field that holds it with fields={'text': …}"

#: strings that mean a missing value, in lower case
NULL_WORDS = ("", "none", "null", "nan", "nat", "<na>")


def _is_null(value: Any) -> bool:
    """Whether a value is None or NaN, as in data frames."""
    return value is None or (isinstance(value, float) and value != value)


def _string(value: Any) -> str | None:
    """A value as one line of text; for an object of schema.org or WordPress, its name or text."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("rendered")
    if _is_null(value) or isinstance(value, list | tuple | bool):
        return None
    string = " ".join(str(value).split())
    return None if string.lower() in NULL_WORDS else string


def _url(value: Any) -> str | None:
    """A value if it is a web address."""
    string = _string(value)
    return string if string and "://" in string else None


def _publisher(value: Any) -> str | None:
    """A value as the name of a publisher; None for a web address, which ``source`` may hold."""
    return None if _url(value) else _string(value)


def _members(value: Any) -> list[str]:
    """The members of a list or of one string: ``A; B`` or, in a CSV, ``['A', 'B']``."""
    if isinstance(value, str) and value.startswith("["):
        try:
            value = ast.literal_eval(value)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            value = value.strip("[]")
    if isinstance(value, str):
        value = value.split(";")
    members = map(_string, value if isinstance(value, list | tuple) else [value])
    return [member for member in members if member]


def _authors(value: Any) -> tuple[str, ...] | None:
    """The names of a byline, or of a list of them.

    >>> _authors("By Ida Berg and Otto Marx"), _authors("Health and Science Desk")
    (('Ida Berg', 'Otto Marx'), ('Health and Science Desk',))
    """
    names = (name for byline in _members(value) for name in _byline_names(byline))
    return tuple(dict.fromkeys(names)) or None


def _byline_names(byline: str) -> list[str]:
    """The names of one byline; a joiner between single words belongs to a name."""
    opener, _, unopened = byline.partition(" ")
    if unopened and opener.lower() in ENGLISH.byline_openers:
        byline = unopened
    names = byline.split(ENGLISH.name_joiner)
    return names if all(" " in name.strip() for name in names) else [byline]


def _section(value: Any) -> str | None:
    """The first section of a list or of one string; None for a web address."""
    names = _members(value)
    return next((name for name in names if "://" not in name), None)


def _published(value: Any) -> str | None:
    """A date as ISO 8601; None in other notations, which are ambiguous."""
    if isinstance(value, date):
        return value.isoformat()
    string = _string(value)
    if string is None:
        return None
    from email.utils import parsedate_to_datetime  # it loads a dozen modules

    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = parse(string)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if len(string) <= 10:  # a date without a time
            return moment.date().isoformat()
        return moment.isoformat().replace("+00:00", "Z")
    return None


def _language(value: Any) -> str | None:
    """The language code of ``en``, ``en-GB`` or ``en_US``."""
    letters = (_string(value) or "").replace("_", "-").split("-")[0].lower()
    return letters if len(letters) == 2 and letters.isalpha() else None


class ArticleField(NamedTuple):
    """How a field of an article is found in a row."""

    #: names of the field in rows, the most reliable first
    names: tuple[str, ...]
    #: converts a value of a row to one of the article; None if it is unsuitable
    convert: Callable[[Any], Any]


def _field(names: str, convert: Callable[[Any], Any]) -> ArticleField:
    """A field, its names separated by spaces."""
    return ArticleField(tuple(names.split()), convert)


#: all fields of an article except its text; the first name with a value is used
FIELD_ALIASES: dict[str, ArticleField] = {
    "id": _field("id _id article_id doc_id document_id uuid guid", _string),
    "url": _field("url link source_url canonical_url canonical_link web_url weburl source", _url),
    "title": _field("title headline", _string),
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
    "section": _field(
        "section section_name sectionname article_section articlesection desk category categories",
        _section,
    ),
}

#: names of the text in rows: extracted text before possibly whole pages
TEXT_NAMES = tuple(
    "maintext plaintext text body content article document articlebody article_body article_text"
    " bodytext body_text full_text fulltext story paragraphs content_text body_html content_html"
    " article_html".split()
)

ARTICLE_FIELDS = tuple(attrs.fields_dict(Article))


class FieldMapping:
    """Converts rows to articles.

    Args:
        fields: for fields of an article, their names in the row if these are not known; a dot
            selects a key of a nested object, as in ``_source.body``.
        html: whether texts and titles are HTML; by default those with tags or entities are.

    Raises:
        InputError: ``fields`` is not a dictionary of strings, or ``html`` is not a bool.
        OptionError: a key of ``fields`` is not a field of an article.
    """

    def __init__(self, fields: Mapping[str, str] | None = None, html: bool | None = None) -> None:
        if html is not None:
            check_flag(html, "html")
        self._html = html
        if fields is not None and not isinstance(fields, Mapping):
            raise InputError(
                f"fields must be a dictionary, not {shorten(fields)}",
                where="fields",
                remedy="pass fields of an article with names in the rows, as {'text': 'body'}",
            )
        self.fields = dict(fields or {})
        for name, key in self.fields.items():
            check_choice(name, ARTICLE_FIELDS, "a key of fields")
            check_text(key, f"fields[{name!r}]")

    def missing_text(self, keys: Iterable[str]) -> str | None:
        """Why rows with these keys have no text; None if they have one."""
        keys = tuple(keys)
        if "text" in self.fields:
            has_text = self.fields["text"] in keys or self.fields["text"].split(".")[0] in keys
            missing = f" ({shorten(self.fields['text'], 80)})"
        else:
            has_text, missing = bool(_matching_keys(keys, TEXT_NAMES)), ""
        if has_text:
            return None
        names = shorten_text(", ".join(keys) or "none")
        return f"{NO_TEXT}{missing} among: {names}; {_NAME_FIELD}"

    def used_columns(self, keys: Iterable[str]) -> list[str]:
        """The keys that are read."""
        keys = tuple(keys)
        names = [name for path in self.fields.values() for name in (path, path.split(".")[0])]
        for field_names in (TEXT_NAMES, *(field.names for field in FIELD_ALIASES.values())):
            names += _matching_keys(keys, field_names)
        return [key for key in keys if key in names]

    def article(self, row: Mapping[str, Any]) -> Article | str:
        """The article of a row, or the reason for its failure."""
        keys = tuple(row)
        if reason := self.missing_text(keys):
            return reason
        text = self._text(row, keys)
        if not isinstance(text, str):
            fault = "empty" if text is None else f"{type(text).__name__}, not a string"
            return f"its text is {fault}; fix the row, or {_NAME_FIELD}"
        plain = self._plain(text)
        if text.strip() and not plain.strip():
            return "its text is HTML without a word; fix the row, or pass html=False"
        values = {name: self._value(row, keys, name) for name in FIELD_ALIASES}
        if values["title"]:
            values["title"] = _string(self._plain(values["title"]))
        return Article(
            plain, **{name: value for name, value in values.items() if value is not None}
        )

    def _plain(self, text: str) -> str:
        """The text of HTML; any other text unchanged."""
        return text_of_html(text) if self._html or (self._html is None and is_html(text)) else text

    def _text(self, row: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
        """The text of a row, its paragraphs joined; None if there is none."""
        names = [self.fields["text"]] if "text" in self.fields else _matching_keys(keys, TEXT_NAMES)
        values = (_join_text(_value_at(row, name)) for name in names)
        return next((value for value in values if not _is_null(value)), None)

    def _value(self, row: Mapping[str, Any], keys: tuple[str, ...], name: str) -> Any:
        """The value of a field other than the text; None if the row has none."""
        field = FIELD_ALIASES[name]
        if name in self.fields:
            value = _value_at(row, self.fields[name])
            return field.convert(value) if name != "url" else _string(value)
        values = (field.convert(row[key]) for key in _matching_keys(keys, field.names))
        return next((value for value in values if value is not None), None)


@lru_cache(maxsize=4096)
def _matching_keys(keys: tuple[str, ...], names: tuple[str, ...]) -> list[str]:
    """The keys that have one of the names, in the order of the names."""
    plain = {key.lower().strip().replace("-", "_").replace(" ", "_"): key for key in keys}
    return [plain[name] for name in names if name in plain]


def _value_at(row: Mapping[str, Any], path: str) -> Any:
    """The value of a field, or of one inside an object; None if there is none."""
    if path in row:
        return row[path]
    head, dot, tail = path.partition(".")
    inner = row.get(head)
    return _value_at(inner, tail) if dot and isinstance(inner, Mapping) else None


def _join_text(value: Any) -> Any:
    """Join a list of paragraphs, or the body of an article of Fundus or WordPress, to one text."""
    if isinstance(value, Mapping) and "rendered" in value:
        return value["rendered"]
    if isinstance(value, Mapping) and "sections" in value:
        return "\n\n".join(_strings(value))
    if isinstance(value, list) and all(isinstance(member, str) for member in value):
        return "\n\n".join(value)
    return value


def _strings(value: Any) -> list[str]:
    """All strings in an object, in order."""
    strings, pending = [], [value]
    while pending:  # no recursion: an object may be nested deeper than the stack
        member = pending.pop()
        if isinstance(member, str):
            strings.append(member)
        elif isinstance(member, dict | list):
            pending.extend(reversed(member.values() if isinstance(member, dict) else member))
    return strings
