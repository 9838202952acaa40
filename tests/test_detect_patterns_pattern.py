"""Patterns over chunks: they mean what regular expressions mean, and no row takes them long.

What takes time is counted in chunks read, not in seconds, so that no machine or load changes it.
"""

from __future__ import annotations

import gc
from importlib import import_module
from itertools import chain, product
from pkgutil import iter_modules

import pytest
import regex
from tables import for_each

import quoteattr.api  # noqa: F401  (with it come all rules, and so all patterns)
from quoteattr import OptionError
from quoteattr.attribute import rules
from quoteattr.attribute.rules import BY_SCOPE, grammar, rule
from quoteattr.detect.alphabet import CHUNK_TAGS, CHUNKS
from quoteattr.detect.patterns.pattern import RowPattern, encode, searcher, tags

#: every pattern that the library has, of rules and elsewhere
PATTERNS = sorted(
    {
        (pattern.pattern, pattern.backward): pattern
        for pattern in gc.get_objects()
        if isinstance(pattern, RowPattern)
    }.values(),
    key=lambda pattern: (pattern.pattern, pattern.backward),
)
#: most states of an automaton: a count such as {1,40} inside a repetition makes many thousands
MOST_STATES = 2500

#: the modules of the rules
MODULES = [module.name for module in iter_modules(rules.__path__, f"{rules.__name__}.")]

each_pattern = for_each("pattern", PATTERNS)


class CountedRow(str):
    """A row that counts how many of its chunks were read."""

    __slots__ = ("read",)

    def __iter__(self):
        self.read = 0
        for chunk in str(self):
            self.read += 1
            yield chunk

    def __getitem__(self, key):
        return self if key == slice(0, None) else str(self)[key]


def alphabet(pattern: RowPattern) -> list[str]:
    """One chunk for each set of chunks between which a pattern makes no difference."""
    classes = regex.findall(r"\[\^?(?:\\.|[^\]])+\]|\\?[^\[\](){}|?*+]", pattern.pattern)
    single = [regex.compile(c) for c in classes if c != "\\"]
    kinds = {tuple(bool(c.fullmatch(chunk)) for c in single): chunk for chunk in CHUNK_TAGS}
    return sorted(kinds.values())


def pumped(pattern: RowPattern) -> list[str]:
    """Pieces of up to three chunks, the longer ones of those that open or close something."""
    chunks = alphabet(pattern)
    few = [chunk for chunk in chunks if chunk in ",(-oTwNS)"] or chunks
    pieces = chain(chunks, product(chunks, repeat=2), product(few, repeat=3))
    return ["".join(piece) for piece in pieces]


def test_the_patterns_of_all_rules_are_here():
    assert len(PATTERNS) > len(BY_SCOPE["path"])


@for_each("name", MODULES)
def test_no_rule_uses_an_engine_that_backtracks(name):
    assert not {"re", "regex"} & vars(import_module(name)).keys()


@for_each("name", sorted({*MODULES} - {grammar.__name__, rule.__name__}))
def test_a_rule_names_its_chunks(name):
    """The characters of a row are known to no table of rules."""
    assert not {"RowPattern", "CHUNK_TAGS"} & vars(import_module(name)).keys()


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
        for following in (pattern.after(state.positions, chunk) for chunk in CHUNK_TAGS):
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
    """Compared on all rows of up to three chunks of each kind, which no engine finds slow."""
    compiled = regex.compile(pattern.pattern)
    chunks = alphabet(pattern)
    for row in map("".join, chain.from_iterable(product(chunks, repeat=n) for n in range(4))):
        read = row[::-1] if pattern.backward else row
        assert pattern.fullmatch(read) == bool(compiled.fullmatch(row)), row
        if not pattern.backward:
            assert pattern.begins(row) == bool(compiled.match(row)), row


def test_a_pattern_knows_when_all_that_follows_fits():
    state = RowPattern("xy.*").start["x"]["y"]
    assert state.unconditional
    assert not RowPattern("xy[^S]*").start["x"]["y"].unconditional
    assert not RowPattern(".*y").start["y"].unconditional


@for_each(
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


@for_each(
    "pattern",
    ["So", "^So", "So$", "^So$", "^(?:S|o)", "[So]$", "$", "S?o$", "(?:S|oN){1,2}$", "So*$", "^"],
)
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


@for_each("pattern", ["(?:N", "N)", "[N", "N{2}", "N{3,2}", "j", "[Nj]", "(N)", "*"])
def test_what_is_no_pattern_raises(pattern):
    with pytest.raises(ValueError, match="in the pattern"):
        RowPattern(pattern)


@for_each(
    ("named", "characters"),
    [
        ("{NAME}", "N"),
        ("{NAME} {SAYING}", "NS"),
        ("{NAME|CUE}", "[NSR]"),
        ("{^QUOTE|COMMA}*", "[^Q,]*"),
        ("{CUE}", "[SR]"),
        ("{SENTENCE_END}", r"\."),
        ("{DASH|COMMA}", r"[\-,]"),
        ("({NAME} | {TIME})? {1,3}", "(?:N|T)?{1,3}"),
        ("^ {QUOTE} $", "^Q$"),
        ("{LONG}*", "(?:NS?)*"),
        ("", ""),
    ],
)
def test_named_pieces_become_characters(named, characters):
    assert encode(named, {"LONG": "NS?"}) == characters


@for_each("named", ["{MOON}", "{NAME|MOON}", "{^MOON}", "{}", "{name}", "{LONG|NAME}"])
def test_an_unknown_piece_raises_with_the_known_ones(named):
    with pytest.raises(OptionError, match=r"there is no chunk \{.*ACCORDING_TO.*LONG"):
        encode(named, {"LONG": "NS?"})


@for_each("named", ["N", "{NAME}S", "[{NAME}]", "(?:{NAME})", "."])
def test_a_character_outside_of_braces_raises(named):
    with pytest.raises(OptionError, match="is outside braces"):
        encode(named)


def test_every_class_of_a_unit_has_a_name_and_no_two_names_mean_the_same():
    assert set("".join(CHUNKS.values())) == set(CHUNK_TAGS)
    meanings = ["".join(sorted(chunks)) for chunks in CHUNKS.values()]
    assert len(set(meanings)) == len(meanings)


def test_tags_are_those_of_all_names():
    assert tags("NAME|CUE|END") == "NSR./"
