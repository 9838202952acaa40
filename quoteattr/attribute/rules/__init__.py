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
examples are the documentation (``docs/rules.md``), the tests and lessons for the weights.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quoteattr.attribute.document import Frame, Path, Place
from quoteattr.attribute.rule import PathPattern, Rule, Scope
from quoteattr.attribute.rules.after import AFTER
from quoteattr.attribute.rules.before import BEFORE
from quoteattr.attribute.rules.between import BETWEEN
from quoteattr.attribute.rules.frame import FRAME
from quoteattr.attribute.rules.mention import MENTION
from quoteattr.attribute.rules.place import PLACE
from quoteattr.attribute.rules.quote import QUOTE
from quoteattr.attribute.rules.turn import AGAIN, TURN

__all__ = [
    "ATTRIBUTING",
    "BY_SCOPE",
    "RULES",
    "Floats",
    "Rule",
    "Scope",
    "path_values",
    "pattern_values",
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
    """What each rule of a scope says of what it sees."""
    return np.array([rule.holds(*seen) for rule in BY_SCOPE[scope]], dtype=np.float32)


@lru_cache(maxsize=1 << 16)
def pattern_values(scope: Scope, seen: Frame | Place) -> Floats:
    """What the rules over chunks say: the same strings come again and again, so it is kept."""
    return values(scope, seen)


def _patterns(before: bool, close: bool) -> list[tuple[int, Callable[[str], bool]]]:
    """The patterns that can hold of paths on one side of the quote, within a sentence or not."""
    return [
        (k, rule.holds.search)
        for k, rule in enumerate(BY_SCOPE["path"])
        if isinstance(rule.holds, PathPattern) and rule.holds.applies(before, close)
    ]


_PATTERNS = {(b, c): _patterns(b, c) for b in (True, False) for c in (True, False)}
_MEASURES = [
    (k, r.holds) for k, r in enumerate(BY_SCOPE["path"]) if not isinstance(r.holds, PathPattern)
]


@lru_cache(maxsize=1 << 16)
def path_values(path: Path) -> Floats:
    """The same for a path: of the patterns, only those that can hold of it are asked."""
    out = np.zeros(len(BY_SCOPE["path"]), dtype=np.float32)
    for k, search in _PATTERNS[path.before, path.close]:
        if search(path.chunks):
            out[k] = 1.0
    for k, measure in _MEASURES:
        out[k] = measure(path)
    return out
