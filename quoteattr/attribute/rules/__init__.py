"""The rules: what speaks for a candidate, against it, or for *nobody said this*.

The scope of a rule, the one thing that it looks at, is the table that it stands in:

========  =================================================  ===================================
frame     what stands around the quote                       ``frame.py``
quote     the words inside the marks                         ``quote.py``
turn      the quote before, and whether somebody spoke it    ``turn.py``
path      what stands between quote and candidate            ``before.py after.py between.py``
place     what stands around the candidate                   ``place.py``
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
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quoteattr.attribute.document import Frame, Path, Place
from quoteattr.attribute.rule import RowRule, Rule, Scope
from quoteattr.attribute.rules.after import AFTER
from quoteattr.attribute.rules.before import BEFORE
from quoteattr.attribute.rules.between import BETWEEN
from quoteattr.attribute.rules.frame import FRAME
from quoteattr.attribute.rules.mention import MENTION
from quoteattr.attribute.rules.place import PLACE
from quoteattr.attribute.rules.quote import QUOTE
from quoteattr.attribute.rules.turn import AGAIN, TURN
from quoteattr.detect.pattern_set import ANY, NONE, PatternSet

__all__ = [
    "ATTRIBUTING",
    "BY_SCOPE",
    "RULES",
    "Floats",
    "Rule",
    "Scope",
    "frame_values",
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
#: those that say how quote and candidate belong together
ATTRIBUTING: tuple[Rule, ...] = (*BY_SCOPE["path"], *BY_SCOPE["again"])


def values(scope: Scope, *seen: Any) -> Floats:
    """What each rule of a scope says of what it sees, one rule after the other."""
    return np.array([rule.holds(*seen) for rule in BY_SCOPE[scope]], dtype=np.float32)


def _pattern_set(scope: Scope, name: str, before: bool = True) -> PatternSet:
    """The patterns of all rules of a scope for one of the rows that they look at.

    Args:
        scope: whose rules; of one that counts or looks up, nothing matches.
        name: the name of the row.
        before: the side of the quote on which the candidate stands, where that is a condition.
    """
    return PatternSet(
        [
            rule.holds.patterns.get(name, ANY)
            if isinstance(rule.holds, RowRule) and rule.holds.applies(before)
            else NONE
            for rule in BY_SCOPE[scope]
        ]
    )


def _measures(scope: Scope) -> tuple[list[int], list[Callable[..., float]]]:
    """Those of a scope that count or look up: which of the rules they are, and their conditions."""
    of = {k: r.holds for k, r in enumerate(BY_SCOPE[scope]) if not isinstance(r.holds, RowRule)}
    return list(of), list(of.values())


_BEFORE_QUOTE, _AFTER_QUOTE = _pattern_set("frame", "before"), _pattern_set("frame", "after")
_PARAGRAPH, _FRAME_MEASURES = _pattern_set("frame", "paragraph"), _measures("frame")
_BEFORE_CANDIDATE, _AFTER_CANDIDATE = (
    _pattern_set("place", "before"),
    _pattern_set("place", "after"),
)
_PATHS = {before: _pattern_set("path", "chunks", before) for before in (True, False)}
_PATH_MEASURES = _measures("path")


def frame_values(frame: Frame) -> Floats:
    """What each rule says of what stands around a quote."""
    sentence = _BEFORE_QUOTE.matches(frame.before) * _AFTER_QUOTE.matches(frame.after)
    out: Floats = sentence * _PARAGRAPH.matches(frame.paragraph)
    columns, measures = _FRAME_MEASURES
    out[columns] = [measure(frame) for measure in measures]
    return out


def place_values(place: Place) -> Floats:
    """What each rule says of what stands around a candidate."""
    out: Floats = _BEFORE_CANDIDATE.matches(place.before) * _AFTER_CANDIDATE.matches(place.after)
    return out


def path_values(paths: Sequence[Path]) -> Floats:
    """What each rule says of what stands between a quote and its candidates: paths × rules."""
    out = np.array([_PATHS[path.before].matches(path.chunks) for path in paths])
    columns, measures = _PATH_MEASURES
    out[:, columns] = [[measure(path) for measure in measures] for path in paths]
    return out
