"""Pieces of regular expressions over a row of chunks, where a match says what stands where.

A ``RowPattern`` (``detect/pattern.py``) says only whether a row matches. Where code needs the
place of a piece, as of the speaker in *X said*, it takes an expression with named groups, made of
these. The repetitions are possessive or bounded, so that a search is linear in the row.
"""

from __future__ import annotations

from collections.abc import Mapping

import regex

from quoteattr.detect.pattern import encode

#: a bracket, a choice, or a piece of a pattern and whether it may be absent
_PART = regex.compile(r"[()|]|(?P<piece>\{[^}]*\})\s*(?P<absent>[?*]|\{0)?")
#: an encoded piece that is one of some chunks, maybe as a group
_ONE = regex.compile(r"(?:\(\?:\(\?P<\w+>)?(?P<kinds>\[[^^][^\]]*\]|\\?[^()|])(?:\)\))?")

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


def needed_chunks(pattern: str, pieces: Mapping[str, str]) -> tuple[frozenset[str], ...]:
    """Kinds of chunks, one of each of which stands in all that a pattern matches, rarest first.

    Whether a row has them is found out much faster than whether it matches. What is in brackets,
    and a piece of more than one chunk, counts for nothing.

    >>> [sorted(kind) for kind in needed_chunks("{NAME} ({COMMA} {NAME})? {CUE}", {})]
    [['N'], ['R', 'S']]

    Args:
        pattern: named pieces, as ``encode`` has them.
        pieces: longer ones by name, in characters.
    """
    depth, needed = 0, set[frozenset[str]]()
    for part in _PART.finditer(pattern):
        depth += (part[0] == "(") - (part[0] == ")")
        if depth == 0 and part[0] == "|":
            return ()
        if depth == 0 and part["piece"] and not part["absent"]:
            one = _ONE.fullmatch(encode(part["piece"], pieces))
            needed |= {frozenset(one["kinds"]) - set("[]\\")} if one else set()
    return tuple(sorted(needed, key=lambda kind: (len(kind), sorted(kind))))
