"""Build regular expressions over chunks, for code that needs the position of a piece.

Expressions with named groups, such as the speaker in *X said*, are built from these pieces; a
``RowPattern`` (``pattern.py``) has no groups. The repetitions are possessive or bounded, so that a
search takes linear time.
"""

from __future__ import annotations

from collections.abc import Mapping

import regex

from quoteattr.detect.patterns.pattern import encode

#: a bracket, a choice, or a piece of a pattern and whether it is optional
_PART = regex.compile(r"[()|]|(?P<piece>\{[^}]*\})\s*(?P<absent>[?*]|\{0)?")
#: an encoded piece that is one of some chunks, possibly as a group
_ONE = regex.compile(r"(?:\(\?:\(\?P<\w+>)?(?P<kinds>\[[^^][^\]]*\]|\\?[^()|])(?:\)\))?")

#: somebody who can speak
POSSIBLE_SPEAKER = encode("{NAME|PRONOUN|NOMINAL}")
#: an aside between two commas, or nothing
ASIDE = encode("({COMMA} {^COMMA|END|QUOTE}{1,30} {COMMA})?")
#: auxiliaries, adverbs and times before a verb; adverbs and times alone
TO_VERB, ADVERBIALS = encode("{AUXILIARY|ADVERBIAL}*") + "+", encode("{ADVERBIAL}*") + "+"
#: the subject, and what may come between it and its verb
SUBJECT = f"(?P<speaker>{POSSIBLE_SPEAKER}){ASIDE}{TO_VERB}"


def one_of(names: str) -> str:
    """One of some named chunks, as in ``encode``; with ``^`` before the names, any other.

    >>> one_of("NAME|NOMINAL"), one_of("^QUOTE|COLON")
    ('[NDE]', '[^Q:]')
    """
    return encode("{" + names + "}")


def capture(name: str, names: str) -> str:
    """One of some named chunks, as a group of the match.

    >>> capture("speaker", "NAME|NOMINAL")
    '(?P<speaker>[NDE])'
    """
    return f"(?P<{name}>{one_of(names)})"


def needed_chunks(pattern: str, pieces: Mapping[str, str]) -> tuple[frozenset[str], ...]:
    """Sets of chunks of which every match contains at least one each, rarest first.

    A check for them is much faster than a search. Optional pieces, brackets, and pieces of more
    than one chunk are ignored.

    >>> [sorted(kind) for kind in needed_chunks("{NAME} ({COMMA} {NAME})? {CUE}", {})]
    [['N'], ['R', 'S']]

    Args:
        pattern: named pieces, as for ``encode``.
        pieces: longer ones by name, in tag characters.
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
