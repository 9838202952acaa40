"""Find lists of names: *fishermen Jan Berg, Bo Holm (R-Vale) and Al Varda*."""

from __future__ import annotations

from quoteattr.detect.alphabet import CONJUNCTION
from quoteattr.detect.patterns.pattern import encode
from quoteattr.language.patterns import lazy_regex

#: maximum number of chunks of a list of names before the last
_LISTED = 16
#: a name in a list, its complement, and what joins it to the next: *Bo Holm (R-Vale) | and*
_MEMBER = lazy_regex(
    encode(
        "{NAME} ({OPEN_BRACKET} {^END}{0,3} {CLOSE_BRACKET} | {PREPOSITION} {NAME})?"
        " ({COMMA} | {COMMA}? {CONJUNCTION})"
    )
)
#: maximum number of chunks of such a name
_WIDTHS = range(7, 1, -1)


def first_listed(tags: str, i: int) -> int:
    """The chunk of the first name in the list of names that continues with chunk i."""
    k = before = i
    while before >= 0 and i - before < _LISTED:
        k, before = before, _member_before(tags, before)
    return k if tags[k + 1 : i + 2].count(CONJUNCTION) else i


def _member_before(tags: str, k: int) -> int:
    """The chunk of the name before the one in chunk k in a list; -1 if there is none."""
    starts = (k - width for width in _WIDTHS if width <= k)
    return next((start for start in starts if _MEMBER.fullmatch(tags, start, k)), -1)
