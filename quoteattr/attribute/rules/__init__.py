"""The rules: evidence for a candidate, against it, or for *nobody said this*.

The scope of a rule, the one thing that it looks at, is the table that contains it:

========  =================================================  ===================================
frame     the text around the quote                          ``frame.py``
quote     the words inside the marks                         ``quote.py``
turn      the quote before, and whether somebody spoke it    ``turn.py``
path      the text between quote and candidate               ``before.py after.py between.py``
place     the text around the candidate                      ``place.py``
mention   the candidate's own words, and what the article    ``mention.py``
          says of whom they stand for
again     what the candidate has to do with the quotes       ``turn.py``
          before
========  =================================================  ===================================

To add a rule, add an entry to one of the tables, with an example in which it holds, and train. The
examples are the documentation (``docs/rules.md``), the tests and training examples.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.surroundings import Frame, Paths, Place
from quoteattr.attribute.rules.after import AFTER
from quoteattr.attribute.rules.before import BEFORE
from quoteattr.attribute.rules.between import BETWEEN
from quoteattr.attribute.rules.frame import FRAME
from quoteattr.attribute.rules.mention import MENTION
from quoteattr.attribute.rules.place import PLACE
from quoteattr.attribute.rules.quote import QUOTE
from quoteattr.attribute.rules.rule import ChunkCount, PathNumber, RowRule, Rule, Scope, WordRule
from quoteattr.attribute.rules.turn import AGAIN, TURN
from quoteattr.detect.pattern_set import ANY, NONE, PatternSet
from quoteattr.language import Language

__all__ = [
    "ATTRIBUTING",
    "BY_SCOPE",
    "RULES",
    "Floats",
    "Rule",
    "Scope",
    "frame_values",
    "mention_values",
    "path_values",
    "place_values",
    "values",
]

Floats = NDArray[np.float32]

#: the rules of each scope, in reading order
BY_SCOPE: dict[Scope, tuple[Rule, ...]] = {
    "frame": FRAME,
    "quote": QUOTE,
    "turn": TURN,
    "path": (*BEFORE, *AFTER, *BETWEEN),
    "place": PLACE,
    "mention": MENTION,
    "again": AGAIN,
}
#: all rules
RULES: tuple[Rule, ...] = tuple(rule for rules in BY_SCOPE.values() for rule in rules)
#: the rules on the relation of quote and candidate
ATTRIBUTING: tuple[Rule, ...] = (*BY_SCOPE["path"], *BY_SCOPE["again"])


def values(scope: Scope, *seen: Any) -> Floats:
    """The value of each rule of a scope for its input."""
    return np.array([rule.holds(*seen) for rule in BY_SCOPE[scope]], dtype=np.float32)


def _pattern_set(scope: Scope, name: str, before: bool = True) -> PatternSet:
    """The patterns of all rules of a scope for one of their input sequences.

    Args:
        scope: the scope; rules that count or look up have a pattern that never matches.
        name: the name of the sequence.
        before: the side of the sequence: chunks before the quote or the candidate are read backward
            from there.
    """
    return PatternSet(
        [
            rule.holds.patterns.get(name, ANY)
            if isinstance(rule.holds, RowRule) and rule.holds.applies(before)
            else NONE
            for rule in BY_SCOPE[scope]
        ],
        backward=before,
    )


def _measures(scope: Scope) -> tuple[list[int], list[Callable[..., float]]]:
    """The rules of a scope that look up or measure: their numbers and conditions."""
    apart = RowRule, WordRule
    of = {k: r.holds for k, r in enumerate(BY_SCOPE[scope]) if not isinstance(r.holds, apart)}
    return list(of), list(of.values())


_BEFORE_QUOTE, _AFTER_QUOTE = _pattern_set("frame", "before"), _pattern_set("frame", "after", False)
_PARAGRAPH, _FRAME_MEASURES = _pattern_set("frame", "paragraph", False), _measures("frame")
_BEFORE_CANDIDATE, _AFTER_CANDIDATE = (
    _pattern_set("place", "before"),
    _pattern_set("place", "after", False),
)
_PATHS = {before: _pattern_set("path", "chunks", before) for before in (True, False)}
_MENTION_MEASURES = _measures("mention")
#: number of heads and kinds of mentions whose rule values are cached
_REMEMBERED = 1 << 13
#: the path rules that count chunks: their numbers, the maximum of each, and for each chunk tag, by
#: its code, which of them count it
_COUNTS = {k: r.holds for k, r in enumerate(BY_SCOPE["path"]) if isinstance(r.holds, ChunkCount)}
_COUNTED, _MOST_COUNTED = list(_COUNTS), np.array([count.most for count in _COUNTS.values()])
_COUNTING = np.array(
    [[chr(code) in count.chunks for count in _COUNTS.values()] for code in range(128)],
    dtype=np.intp,
)


#: the path rules that are a number of the path, and the maximum of each
_PATH_NUMBERS = {
    k: r.holds for k, r in enumerate(BY_SCOPE["path"]) if isinstance(r.holds, PathNumber)
}
_MOST_NUMBERS = [number.most for number in _PATH_NUMBERS.values()]


def frame_values(frame: Frame) -> Floats:
    """The value of each rule for the context of a quote."""
    sentence = _BEFORE_QUOTE.matches(frame.before) * _AFTER_QUOTE.matches(frame.after)
    out: Floats = sentence * _PARAGRAPH.matches(frame.paragraph)
    columns, measures = _FRAME_MEASURES
    out[columns] = [measure(frame) for measure in measures]
    return out


def mention_values(candidate: Candidate) -> Floats:
    """The value of each rule for a candidate's own words and for its entity."""
    words = _words_of_mention(candidate.language, candidate.place.tag, candidate.head)
    out: Floats = words.copy()
    columns, measures = _MENTION_MEASURES
    out[columns] = [measure(candidate) for measure in measures]
    return out


@lru_cache(maxsize=_REMEMBERED)
def _words_of_mention(language: Language, tag: str, head: str) -> Floats:
    """The values of the rules on the head of a mention or its kind; 0.0 for other rules."""
    return np.array(
        [
            rule.holds.holds(language, tag, head) if isinstance(rule.holds, WordRule) else 0.0
            for rule in BY_SCOPE["mention"]
        ],
        dtype=np.float32,
    )


def place_values(place: Place) -> Floats:
    """The value of each rule for the context of a candidate."""
    out: Floats = _BEFORE_CANDIDATE.matches(place.before) * _AFTER_CANDIDATE.matches(place.after)
    return out


def path_values(paths: Paths) -> Floats:
    """The value of each rule for the paths between one quote and its candidates: paths × rules.

    The path to a candidate is part of the path to any further one, so each side is read only once
    for all candidates, from the quote outward.
    """
    out = np.empty((len(paths.length), len(BY_SCOPE["path"])), dtype=np.float32)
    behind = sum(paths.before)
    for before, places in ((True, slice(0, behind)), (False, slice(behind, None))):
        lengths = paths.length[places]
        if lengths:
            longest = max(lengths)
            row = paths.left[len(paths.left) - longest :] if before else paths.right[:longest]
            values = np.concatenate(_PATHS[before].matches_by_length(row, lengths))
            values = values.reshape(len(lengths), -1)
            values[:, _COUNTED] = _counts(row[::-1] if before else row, lengths)
            out[places] = values
    numbers = np.array([getattr(paths, number.name) for number in _PATH_NUMBERS.values()])
    out[:, list(_PATH_NUMBERS)] = np.minimum(numbers.T, _MOST_NUMBERS)
    return out


def _counts(row: str, lengths: Sequence[int]) -> NDArray[np.intp]:
    """The counts of the counting rules for each prefix of a sequence: lengths × rules."""
    codes = np.frombuffer(row.encode("ascii"), dtype=np.uint8)
    counts = np.zeros((len(row) + 1, len(_COUNTED)), dtype=np.intp)
    np.add.accumulate(_COUNTING.take(codes, axis=0), axis=0, out=counts[1:])
    most: NDArray[np.intp] = np.minimum(counts.take(lengths, axis=0), _MOST_COUNTED)
    return most
