"""Write and read the rows of the table of corrections."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import attrs

from quoteattr.archive.corrections.correction import Correction, Origin, QuoteValue
from quoteattr.archive.store import decode_value
from quoteattr.records import Span

#: the columns of a correction that are written
_COLUMNS = (
    "source, action, first, undoes, exact, prefix, suffix, span_start, span_end, value_before,"
    " value_after, changed, made_by, via, made_at, note, version"
)
SELECT = """
SELECT id, source, action, first, undoes, exact, prefix, suffix, correction.span_start,
    correction.span_end, value_before, value_after, changed, made_by, via, made_at, note, version,
    place.span_start, place.span_end, new_start, new_end
FROM correction LEFT JOIN correction_place AS place ON place.correction = correction.id
"""
#: the statement that inserts the values of ``row_of``
INSERT = f"INSERT INTO correction ({_COLUMNS}) VALUES ({', '.join('?' * 17)})"


def row_of(correction: Correction, origin: Origin) -> tuple[Any, ...]:
    """The values of the columns of a correction, without its id."""
    return (
        *(correction.source, correction.action, correction.first or None, correction.undoes),
        *(correction.exact, correction.prefix, correction.suffix),
        *(correction.start, correction.end),
        *(_to_json(correction.before), _to_json(correction.after)),
        " ".join(correction.changed),
        *(origin.by, origin.via, origin.at, origin.note, origin.version),
    )


def read_correction(row: Sequence[Any]) -> Correction:
    """The correction in a row of a ``SELECT``."""
    number, source, action, first, undoes, exact, prefix, suffix, start, end = row[:10]
    before, after, changed, by, via, at, note, version = row[10:18]
    place, new_place = (
        None if bounds[0] is None else Span(bounds) for bounds in (row[18:20], row[20:])
    )
    source, exact, prefix, suffix, by, via, note = map(
        decode_value, (source, exact, prefix, suffix, by, via, note)
    )
    return Correction(
        number, source, action, exact, prefix, suffix, start, end,
        _from_json(before), _from_json(after), tuple(changed.split()), by, via, at, note, version,
        first=first or number, undoes=undoes, place=place, new_place=new_place,
    )  # fmt: skip


def _to_json(value: QuoteValue | None) -> str | None:
    """Encode a value for the table."""
    return None if value is None else json.dumps(attrs.asdict(value))


def _from_json(value: str | None) -> QuoteValue | None:
    """A value from the table."""
    return None if value is None else QuoteValue(**json.loads(value))
