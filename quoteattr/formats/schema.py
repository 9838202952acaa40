"""The JSON Schema of a line of JSONL, generated from the classes.

The package has it as ``record.schema.json``; run ``python -m quoteattr.formats.schema`` after a
change of the records.
"""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs

from quoteattr.formats.record_dict import (
    METADATA_FIELDS,
    NESTED_CLASSES,
    RECORD_FIELDS,
    nested_classes,
)
from quoteattr.records import Article, QuoteRecord, Span, Speaker

#: the version of the schema: the second number rises with a new field, the first if a reader of the
#: previous version cannot read the new one
SCHEMA_VERSION = "1.1"

#: the file of the schema
SCHEMA_FILE = Path(__file__).with_name("record.schema.json")

#: constraints of values beyond their type
_LIMITS: dict[str, dict[str, Any]] = {
    "spans": {"minItems": 1},
    "confidence": {"minimum": 0, "maximum": 1},
    "speaker_confidence": {"minimum": 0, "maximum": 1},
}

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0},
    float: {"type": "number"},
}

#: a field and the comment above it
_COMMENT = re.compile(r"((?: +#: .*\n)+) +(\w+):")


def record_json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``write_jsonl`` writes in a line.

    Each field of the record is required, since each is written; the article has only its known
    metadata. Keys of a later version are allowed.

    >>> record_json_schema()["properties"]["rule"]["anyOf"]
    [{'type': 'string'}, {'type': 'null'}]
    """
    record, article = _object(QuoteRecord, RECORD_FIELDS), _object(Article, METADATA_FIELDS)
    record["properties"]["id"] = {"description": "A stable id of the record"} | _PLAIN[str]
    record["properties"]["article"] = {"$ref": "#/$defs/Article"}
    pair = {"type": "array", "prefixItems": [_PLAIN[int]] * 2, "minItems": 2, "maxItems": 2}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:x-quoteattr:record:{SCHEMA_VERSION}",
        "title": f"quoteattr record, version {SCHEMA_VERSION}",
        **record,
        "$defs": {
            "Span": {"description": _summary(Span), **pair},
            **{
                part.__name__: _object(part, attrs.fields_dict(part))
                for part in (*NESTED_CLASSES.values(), *nested_classes(Speaker).values())
            },
            "Article": {key: value for key, value in article.items() if key != "required"},
        },
    }


def _object(owner: type, fields: Any) -> dict[str, Any]:
    """The schema of a class."""
    hints, descriptions = get_type_hints(owner), _descriptions(owner)
    return {
        "description": _summary(owner),
        "type": "object",
        "properties": {
            name: {"description": descriptions[name]} | _value(hints[name]) | _LIMITS.get(name, {})
            for name in fields
        },
        "required": list(fields),
    }


def _value(hint: Any) -> dict[str, Any]:
    """The schema of a value."""
    arguments = get_args(hint)
    if get_origin(hint) is Literal:
        return {"enum": list(arguments)}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _value(arguments[0])}
    if NoneType in arguments:
        return {"anyOf": [_value(arguments[0]), {"type": "null"}]}
    return _PLAIN.get(hint) or {"$ref": f"#/$defs/{hint.__name__}"}


def _descriptions(owner: type) -> dict[str, str]:
    """The comments of the fields of a class."""
    return {
        name: _prose(" ".join(line.strip().removeprefix("#: ") for line in comment.splitlines()))
        for comment, name in _COMMENT.findall(inspect.getsource(owner))
    }


def _summary(owner: type) -> str:
    """The first sentence of a class's docstring."""
    return _prose(inspect.getdoc(owner) or "").split(". ")[0].rstrip(".")


def _prose(text: str) -> str:
    """The first line of documentation, without its markup, in JSON terms."""
    return re.sub(r"\bNone\b", "null", text.replace("``", "").split("\n")[0])


def _write_schema() -> None:
    """Write the schema to its file."""
    lines = json.dumps(record_json_schema(), indent=2, ensure_ascii=False)
    SCHEMA_FILE.write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    _write_schema()
