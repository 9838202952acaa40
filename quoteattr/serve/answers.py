"""JSON responses in one form, and errors that repeat nothing of the request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
from starlette.responses import Response

from quoteattr.formats.record_dict import record_to_dict, to_json_line
from quoteattr.records import QuoteRecords
from quoteattr.serve.jobs import CheckedQuote
from quoteattr.verification import DraftQuote

#: seconds after which a client may try again
_RETRY = "5"


class JsonAnswer(Response):
    """A value as JSON, even with half a surrogate pair in it."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """Encode the value."""
        return to_json_line(content).encode()


def quotes_answer(records: QuoteRecords, source: str | None) -> dict[str, Any]:
    """The records of an article as JSON."""
    return {"source": source, "quotes": [record_to_dict(record) for record in records]}


def verification_of(checked: CheckedQuote) -> dict[str, Any]:
    """A verified quote as JSON; for a draft also its record there."""
    verification, result = checked.verification, checked.result
    nearest = verification.nearest
    plain = {
        "quote": verification.quote,
        "outcome": verification.outcome,
        "faithful": verification.faithful,
        "speaker": verification.speaker,
        "source": verification.source,
        "spans": verification.spans,
        "text": verification.text,
        "similarity": verification.similarity,
        "differences": [
            attrs.asdict(difference, recurse=False) for difference in verification.differences
        ],
        "negation": verification.negation,
        "nearest": attrs.asdict(nearest, recurse=False) if nearest else None,
        "explanation": result.explain(),
    }
    if isinstance(result, DraftQuote):
        of_draft = {"wrong_speaker": result.wrong_speaker, "draft": record_to_dict(result.record)}
        return plain | of_draft
    return plain


def error_answer(status: int, problem: str) -> JsonAnswer:
    """An error as JSON: ``{"error": "…"}``."""
    headers = {"Retry-After": _RETRY} if status == 503 else None
    return JsonAnswer({"error": problem}, status, headers)


def describe_invalid(errors: Sequence[Any], fields: Sequence[str] = ()) -> str:
    """Describe the errors of a request, without any of its values.

    Args:
        errors: the errors from pydantic.
        fields: the fields that exist, to mention if a request has another one.

    >>> describe_invalid([{"type": "missing", "loc": ("body", "text"), "msg": "Field required"}])
    'body.text: Field required'
    """
    return "; ".join(dict.fromkeys(_describe(error, fields) for error in errors[:10]))


def _describe(error: Any, fields: Sequence[str]) -> str:
    """Describe one error; the name of an unknown field is input as well and is not repeated."""
    if error["type"] == "extra_forbidden":
        remedy = f"; the fields are {', '.join(fields)}" if fields else ""
        return f"body: a field that does not exist{remedy}"
    if error["type"] == "model_attributes_type" and error["loc"] == ("body",):
        return "body: expected a JSON object, with the header Content-Type: application/json"
    place = ".".join(str(part) for part in error["loc"])
    return f"{place}: {error['msg']}"
