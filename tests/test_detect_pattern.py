"""Patterns over units: they mean what regular expressions mean, and no row takes them long.

What takes time is counted in units read, not in seconds, so that no machine or load changes it.
"""

from __future__ import annotations

import gc
from importlib import import_module
from itertools import chain, product
from pkgutil import iter_modules

import pytest
import regex

import quoteattr.api  # noqa: F401  (with it come all rules, and so all patterns)
from quoteattr.attribute import rule, rules
from quoteattr.attribute.rules import RULES
from quoteattr.detect.lexicon import CLASSES
from quoteattr.detect.pattern import RowPattern, searcher

#: every pattern that the library has, of rules and elsewhere
PATTERNS = sorted(
    {found.pattern: found for found in gc.get_objects() if isinstance(found, RowPattern)}.values(),
    key=lambda found: found.pattern,
)
#: most states of an automaton: a count such as {1,40} inside a repetition makes thousands
MOST_STATES = 1000

RULE_MODULES = f"{rules.__name__}."

each_pattern = pytest.mark.parametrize("pattern", PATTERNS, ids=lambda found: found.pattern)


class CountedRow(str):
    """A row that counts how many of its units were read."""

    __slots__ = ("read",)

    def __iter__(self):
        self.read = 0
        for unit in str(self):
            self.read += 1
            yield unit

    def __getitem__(self, key):
        return self if key == slice(0, None) else str(self)[key]


def alphabet(pattern: RowPattern) -> list[str]:
    """One unit for each set of units between which a pattern makes no difference."""
    classes = regex.findall(r"\[\^?(?:\\.|[^\]])+\]|\\?[^\[\](){}|?*+]", pattern.pattern)
    single = [regex.compile(c) for c in classes if c != "\\"]
    kinds = {tuple(bool(c.fullmatch(unit)) for c in single): unit for unit in CLASSES}
    return sorted(kinds.values())


def pumped(pattern: RowPattern) -> list[str]:
    """Pieces of up to three units, the longer ones of those units that open or close something."""
    units = alphabet(pattern)
    few = [unit for unit in units if unit in ",(-oTwNS)"] or units
    pieces = chain(units, product(units, repeat=2), product(few, repeat=3))
    return ["".join(piece) for piece in pieces]


def test_the_patterns_of_all_rules_are_here():
    assert len(PATTERNS) > len([rule for rule in RULES if rule.scope == "path"])


@pytest.mark.parametrize(
    "name", [rule.__name__, *(m.name for m in iter_modules(rules.__path__, RULE_MODULES))]
)
def test_no_rule_uses_an_engine_that_backtracks(name):
    assert not {"re", "regex"} & vars(import_module(name)).keys()


def test_a_count_inside_a_repetition_makes_an_automaton_large():
    assert not is_small(RowPattern(r"(?:,[^/.Q]{1,40},|\([^/.]{1,14}\))*,?S"))


@each_pattern
def test_a_row_is_read_once(pattern):
    for piece in pumped(pattern):
        for times in (10, 1000):
            row = CountedRow(piece * times)
            for match in (pattern.fullmatch, pattern.begins):
                match(row)
                assert row.read <= len(row)


def is_small(pattern: RowPattern) -> bool:
    """Whether there can be few states, whatever the rows."""
    waiting = [pattern.start]
    reached = {(pattern.start.positions, pattern.start.accepts)}
    while waiting:
        state = waiting.pop()
        for following in (pattern.after(state.positions, unit) for unit in CLASSES):
            if (following.positions, following.accepts) not in reached:
                reached.add((following.positions, following.accepts))
                waiting.append(following)
        if len(reached) > MOST_STATES:
            return False
    return True


@each_pattern
def test_an_automaton_is_small(pattern):
    """So that neither time nor memory depends on the rows."""
    assert is_small(pattern)


@each_pattern
def test_a_pattern_means_what_a_regular_expression_means(pattern):
    """Compared on all rows of up to three units of each kind, which no engine finds slow."""
    compiled = regex.compile(pattern.pattern)
    units = alphabet(pattern)
    for row in map("".join, chain.from_iterable(product(units, repeat=n) for n in range(4))):
        assert pattern.fullmatch(row) == bool(compiled.fullmatch(row)), row
        assert pattern.begins(row) == bool(compiled.match(row)), row


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:,w+,|ow*T*|T)*,?S",
        "N{2,4}",
        "N{0,2}o",
        "(?:N|No)+o?",
        "[^./]*Q",
        r"\.|\(|\-",
        "(?:)|N",
        "",
    ],
)
def test_every_sign_of_the_language_means_the_same(pattern):
    ours, theirs = RowPattern(pattern), regex.compile(pattern)
    for row in map("".join, chain.from_iterable(product("N,woTS.(", repeat=n) for n in range(5))):
        assert ours.fullmatch(row) == bool(theirs.fullmatch(row)), row


@pytest.mark.parametrize("pattern", ["So", "^So", "So$", "^So$", "^(?:S|o)", "[So]$"])
def test_a_pattern_is_looked_for_anywhere(pattern):
    search = searcher(pattern)
    for row in map("".join, chain.from_iterable(product("SoN", repeat=n) for n in range(5))):
        assert search(row) == bool(regex.search(pattern, row)), row


def test_the_shortest_match_ends_first():
    verb = RowPattern("(?:,[^/.]+,)*[SR]")
    assert verb.shortest("S") == 1
    assert verb.shortest("N,w,SwS", 1) == 5
    assert verb.shortest(",w,w") is None
    assert verb.shortest(",w,S", 0, 3) is None
    assert RowPattern("N*").shortest("w", 1) == 1


def test_a_unit_of_no_known_class_is_another():
    assert RowPattern("[^./]").fullmatch("☃")
    assert not RowPattern("N").fullmatch("☃")


@pytest.mark.parametrize("pattern", ["(?:N", "N)", "[N", "N{2}", "N{3,2}", "j", "[Nj]", "(N)", "*"])
def test_what_is_no_pattern_raises(pattern):
    with pytest.raises(ValueError, match="in the pattern"):
        RowPattern(pattern)
