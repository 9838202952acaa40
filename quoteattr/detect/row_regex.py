"""Pieces of regular expressions over a row of chunks, where a match says what stands where.

A ``RowPattern`` (``detect/pattern.py``) tells only whether a row matches. Where code needs the
place of a piece, as of the speaker in *X said*, it takes an expression with named groups, made of
these. The repetitions are possessive or bounded, so that a search is linear in the row.
"""

from __future__ import annotations

from quoteattr.detect.pattern import encode

#: somebody who may speak
MENTION = encode("{NAME|PRONOUN|NOMINAL}")
#: something between two commas, or nothing
ASIDE = encode("({COMMA} {^COMMA|END|QUOTE}{1,30} {COMMA})?")
#: auxiliaries, adverbs and times before a verb; adverbs and times alone
TO_VERB, ADVERBIALS = encode("{AUXILIARY|ADVERBIAL}*") + "+", encode("{ADVERBIAL}*") + "+"
#: the subject, and what stands between it and its verb
SUBJECT = f"(?P<speaker>{MENTION}){ASIDE}{TO_VERB}"


def one_of(names: str) -> str:
    """One of the chunks that are named, as in ``encode``; ``^`` before the names: any but these.

    >>> one_of("NAME|NOMINAL"), one_of("^QUOTE|COLON")
    ('[NDE]', '[^Q:]')
    """
    return encode("{" + names + "}")


def group(name: str, names: str) -> str:
    """One of the chunks that are named, as a group of the match.

    >>> group("speaker", "NAME|NOMINAL")
    '(?P<speaker>[NDE])'
    """
    return f"(?P<{name}>{one_of(names)})"
