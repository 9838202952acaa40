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

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.surroundings import Frame, Paths, Place
from quoteattr.attribute.rules.after import AFTER_RULES
from quoteattr.attribute.rules.before import BEFORE_RULES
from quoteattr.attribute.rules.between import BETWEEN_RULES
from quoteattr.attribute.rules.frame import FRAME_RULES
from quoteattr.attribute.rules.mention import MENTION_RULES
from quoteattr.attribute.rules.place import PLACE_RULES
from quoteattr.attribute.rules.quote import QUOTE_RULES
from quoteattr.attribute.rules.rule import (
    ChunkCount,
    EntityRule,
    PathNumber,
    RowRule,
    Rule,
    Scope,
    WordRule,
)
from quoteattr.attribute.rules.turn import AGAIN_RULES, TURN_RULES
from quoteattr.detect.patterns.pattern_set import ANY, NONE, PatternSet
from quoteattr.language import Language

__all__ = [
    "ATTRIBUTING",
    "BY_SCOPE",
    "RULES",
    "Floats",
    "Rule",
    "Scope",
    "as_table",
    "frame_values",
    "mention_values",
    "path_values",
    "place_values",
    "values",
]

Floats = NDArray[np.float32]

#: the rules of each scope, in reading order
BY_SCOPE: dict[Scope, tuple[Rule, ...]] = {
    "frame": FRAME_RULES,
    "quote": QUOTE_RULES,
    "turn": TURN_RULES,
    "path": (*BEFORE_RULES, *AFTER_RULES, *BETWEEN_RULES),
    "place": PLACE_RULES,
    "mention": MENTION_RULES,
    "again": AGAIN_RULES,
}
#: all rules
RULES: tuple[Rule, ...] = tuple(rule for rules in BY_SCOPE.values() for rule in rules)
#: the rules on the relation of quote and candidate
ATTRIBUTING: tuple[Rule, ...] = (*BY_SCOPE["path"], *BY_SCOPE["again"])


def values(scope: Scope, *inputs: Any) -> Floats:
    """The value of each rule of a scope for its input."""
    return np.array([rule.holds(*inputs) for rule in BY_SCOPE[scope]], dtype=np.float32)


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
    apart = RowRule, WordRule, EntityRule
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
#: the rules on the words of a mention, and those on its entity, by their numbers
_WORD_RULES = {
    k: r.holds for k, r in enumerate(BY_SCOPE["mention"]) if isinstance(r.holds, WordRule)
}
_ENTITY_NUMBERS = {
    k: r.holds for k, r in enumerate(BY_SCOPE["mention"]) if isinstance(r.holds, EntityRule)
}
_NO_ENTITY = [0.0] * len(_ENTITY_NUMBERS)
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
#: the path rules that are a number of the path
_PATH_NUMBERS = {
    k: r.holds for k, r in enumerate(BY_SCOPE["path"]) if isinstance(r.holds, PathNumber)
}


def frame_values(frames: Sequence[Frame]) -> Floats:
    """The value of each rule for the contexts of some quotes: quotes × rules."""
    out = as_table([_BEFORE_QUOTE.matches(frame.before) for frame in frames])
    out *= as_table([_AFTER_QUOTE.matches(frame.after) for frame in frames])
    out *= as_table([_PARAGRAPH.matches(frame.paragraph) for frame in frames])
    columns, measures = _FRAME_MEASURES
    out[:, columns] = [[measure(frame) for measure in measures] for frame in frames]
    return out


def mention_values(candidates: Sequence[Candidate]) -> Floats:
    """The value of each rule for the words and entities of some candidates: candidates × rules."""
    out = as_table([_words_of_mention(c.language, c.tag, c.head) for c in candidates])
    columns, measures = _MENTION_MEASURES
    out[:, columns] = [[measure(c) for measure in measures] for c in candidates]
    numbers = {
        entity: [rule.number(entity) for rule in _ENTITY_NUMBERS.values()]
        for entity in {c.entity for c in candidates if c.entity}
    }
    out[:, list(_ENTITY_NUMBERS)] = [
        numbers[c.entity] if c.entity else _NO_ENTITY for c in candidates
    ]
    return out


@lru_cache(maxsize=_REMEMBERED)
def _words_of_mention(language: Language, tag: str, head: str) -> Floats:
    """The values of the rules on the head of a mention or its kind; 0.0 for other rules."""
    out = np.zeros(len(BY_SCOPE["mention"]), dtype=np.float32)
    out[list(_WORD_RULES)] = [rule.holds(language, tag, head) for rule in _WORD_RULES.values()]
    return out


def place_values(places: Sequence[Place]) -> Floats:
    """The value of each rule for the contexts of some candidates: candidates × rules."""
    out = as_table([_BEFORE_CANDIDATE.matches(place.before) for place in places])
    out *= as_table([_AFTER_CANDIDATE.matches(place.after) for place in places])
    return out


def path_values(quotes: Sequence[Paths]) -> Floats:
    """The value of each rule for the paths between some quotes and their candidates: paths × rules.

    The path to a candidate is part of the path to any further one, so each side is read only once
    for all candidates of a quote, from the quote outward.
    """
    out = as_table([values for paths in quotes for values in _matched(paths)])
    out[:, _COUNTED] = _counts(quotes)
    for column, number in _PATH_NUMBERS.items():
        values = [value for paths in quotes for value in getattr(paths, number.name)]
        out[:, column] = np.minimum(values, number.most)
    return out


def _matched(paths: Paths) -> Iterator[Floats]:
    """Yield the values of the patterns for each path of a quote."""
    count = sum(paths.before)
    for before, lengths in ((True, paths.length[:count]), (False, paths.length[count:])):
        if lengths:
            longest = max(lengths)
            row = paths.left[len(paths.left) - longest :] if before else paths.right[:longest]
            yield from _PATHS[before].matches_by_length(row, lengths)


def _counts(quotes: Sequence[Paths]) -> NDArray[np.intp]:
    """The counts of the counting rules between some quotes and their candidates: paths × rules."""
    rows = [paths.left + paths.right for paths in quotes]
    codes = np.frombuffer("".join(rows).encode("ascii"), dtype=np.uint8)
    counts = np.zeros((len(codes) + 1, len(_COUNTED)), dtype=np.intp)
    np.add.accumulate(_COUNTING.take(codes, axis=0), axis=0, out=counts[1:])
    starts, ends, first = list[int](), list[int](), 0
    for paths, row in zip(quotes, rows, strict=True):
        here = first + len(paths.left)
        for before, length in zip(paths.before, paths.length, strict=True):
            starts.append(here - length if before else here)
            ends.append(here if before else here + length)
        first += len(row)
    between = counts.take(ends, axis=0) - counts.take(starts, axis=0)
    most: NDArray[np.intp] = np.minimum(between, _MOST_COUNTED)
    return most


def as_table(rows: list[Floats]) -> Floats:
    """Stack rows, at least one; ``np.stack`` takes twice as long."""
    return np.concatenate(rows).reshape(len(rows), -1)
