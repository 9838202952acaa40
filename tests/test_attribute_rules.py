"""The rules: each holds in its own example, fails in another, and says so in one sentence.

The examples are lessons for the model as well, so that what they say must be beyond doubt: the
words of the speaker name one candidate only.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from documents import document_of
from tables import for_each

from quoteattr import OptionError
from quoteattr.attribute.decision.decode import attribute
from quoteattr.attribute.decision.trees import RULE_COLUMNS, rules_of
from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.surroundings import Frame
from quoteattr.attribute.documents.surroundings import Path as ChunkPath
from quoteattr.attribute.rules import (
    BY_SCOPE,
    RULES,
    Floats,
    Rule,
    frame_values,
    mention_values,
    path_values,
    place_values,
    values,
)
from quoteattr.attribute.rules.rule import (
    ChunkCount,
    PathNumber,
    RowRule,
    around_candidate,
    around_quote,
    between,
    count_between,
    mention_is,
    of_paragraph,
    somewhere_between,
)
from quoteattr.model.model import load_default, read_data

ROOT = Path(__file__).parent.parent
#: the share of examples in which the last quote goes to its speaker: it may rise and never fall
FLOOR = 0.915
#: rules that look at the quote and at no candidate
OF_QUOTE = (*BY_SCOPE["frame"], *BY_SCOPE["quote"], *BY_SCOPE["turn"])

each_rule = for_each("rule", RULES)


class ScoredQuote(NamedTuple):
    """A quote's candidates, what the rules say of each, and the one that is chosen."""

    candidates: Sequence[Candidate | None]
    rows: Floats
    chosen: Candidate | None


class RecordingTrees:
    """The trees of the package; they keep the rows that they scored last."""

    def scores(self, rows: Floats) -> Floats:
        """Score the rows."""
        self.rows = rows
        return load_default().quotes.scores(rows)


@cache
def last_link(rule: Rule) -> ScoredQuote:
    """The last quote of a rule's example, the quotes before it linked first."""
    trees = RecordingTrees()
    last = attribute(document_of(rule.example), trees).attributions[-1]
    return ScoredQuote(last.candidates, trees.rows, last.chosen)


def rows_it_is_about(rule: Rule) -> list[int]:
    """The rows of the mention that its example is about, mostly the speaker; of all, if nobody."""
    candidates = last_link(rule).candidates
    mention = rule.against or rule.speaker
    spoken = [k for k, c in enumerate(candidates) if c and mention in (None, c.text)]
    return spoken or [len(candidates) - 1]


def values_in(rule: Rule, example_of: Rule) -> set[float]:
    """What a rule says in an example."""
    attribution = last_link(example_of)
    column = RULE_COLUMNS.index(rule.name)
    return {float(attribution.rows[k, column]) for k in rows_it_is_about(example_of)}


@each_rule
def test_a_rule_holds_in_its_example(rule):
    assert any(values_in(rule, rule))


@each_rule
def test_a_rule_does_not_hold_in_every_example(rule):
    values = [values_in(rule, other) for other in RULES if other is not rule]
    if rule.counts:
        assert len(set().union(*values)) > 1
    else:
        assert {0.0} in values


@each_rule
def test_the_speakers_words_name_one_candidate_only(rule):
    texts = [c.text for c in last_link(rule).candidates if c]
    for words in {rule.speaker, rule.against} - {None}:
        assert texts.count(words) == 1, texts


@each_rule
def test_a_condition_is_one_sentence(rule):
    assert re.fullmatch(r"[A-Z][^.!?\n]+\.", rule.condition)


@each_rule
def test_a_name_is_words_joined_by_hyphens(rule):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


@pytest.mark.parametrize("what", ["name", "condition", "example"])
def test_no_two_rules_share(what):
    values = [getattr(rule, what) for rule in RULES]
    assert [x for x in values if values.count(x) > 1] == []


def test_every_rule_is_in_a_tree():
    """What the trees of neither model ask earns nothing: cut it, or train anew."""
    kinds = read_data().values()
    asked = {name for kind in kinds for tree in kind.get("trees", ()) for name in rules_of(tree)}
    assert [rule.name for rule in RULES if rule.name not in asked] == []


def test_a_rule_of_the_quote_says_the_same_of_every_candidate():
    for rule in OF_QUOTE:
        assert len(set(last_link(rule).rows[:, RULE_COLUMNS.index(rule.name)])) == 1


@for_each(
    ("make", "pattern", "problem"),
    [
        (around_quote, "{COLON}", "does not contain {THE_QUOTE} exactly once"),
        (
            around_quote,
            "{THE_QUOTE} {COMMA} {THE_QUOTE}",
            "does not contain {THE_QUOTE} exactly once",
        ),
        (around_candidate, "{SAYING} {THE_QUOTE}", "does not contain {CANDIDATE} exactly once"),
        (between, "{CANDIDATE} {SAYING}", "is not between {CANDIDATE} and {THE_QUOTE}"),
        (between, "{SAYING} {THE_QUOTE}", "is not between {CANDIDATE} and {THE_QUOTE}"),
        (between, "{CANDIDATE} {MOON} {THE_QUOTE}", "there is no chunk {MOON}"),
        (count_between, "NAME|MOON", "there is no chunk {MOON}"),
        (mention_is, "S", "there is no chunk {S}"),
    ],
)
def test_a_pattern_that_says_nothing_raises_at_once(make, pattern, problem):
    with pytest.raises(OptionError, match=re.escape(problem)):
        make(pattern)


@for_each(
    ("pattern", "left", "right", "holds"),
    [
        ("{COLON} {THE_QUOTE}", "NS:", ".", True),
        ("{COLON} {THE_QUOTE}", "N:S", ".", False),
        ("{END} {THE_QUOTE}", "", ".", True),
        ("{THE_QUOTE} {END}", "NS", "", True),
        ("{SAYING} {THE_QUOTE} {COMMA}", "NS", ",N.", True),
        ("{SAYING} {THE_QUOTE} {COMMA}", "NS", "N.", False),
    ],
)
def test_a_pattern_stands_around_the_quote(pattern, left, right, holds):
    assert around_quote(pattern)(Frame(left, right, "", ("", "", ""))) == holds


@pytest.mark.parametrize(
    ("pattern", "holds_before", "holds_after"),
    [
        ("{CANDIDATE} {SAYING} {THE_QUOTE}", True, False),
        ("{THE_QUOTE} {SAYING} {CANDIDATE}", False, True),
        ("{CANDIDATE} {ANY}* {THE_QUOTE}", True, False),
    ],
)
def test_a_path_goes_the_way_of_its_pattern(pattern, holds_before, holds_after):
    rule = between(pattern)
    assert (rule(ChunkPath(True, "S")), rule(ChunkPath(False, "S"))) == (holds_before, holds_after)


@for_each(("chunks", "holds"), [("NhS", True), ("h", True), ("N", False), ("h.", False)])
@for_each("before", [True, False])
def test_what_stands_somewhere_between_stands_in_one_sentence(chunks, holds, before):
    assert somewhere_between("{RELATIVE}")(ChunkPath(before, chunks)) == holds


@pytest.mark.parametrize(("paragraph", "holds"), [("QS", True), ("NQ", False), ("", False)])
def test_a_paragraph_is_a_pattern_from_its_first_chunk(paragraph, holds):
    assert of_paragraph("{QUOTE} {ANY}*")(Frame("", "", paragraph, ("", "", ""))) == holds


def test_the_rules_of_a_scope_say_together_what_each_says_alone():
    """On every row and mention that the examples of the rules have."""
    for rule in RULES:
        document = document_of(rule.example)
        for quote in document.quotes:
            (frame,) = frame_values([quote.frame])
            assert list(frame) == list(values("frame", quote.frame))
            candidates = [document.candidate(i) for i in document.window(quote)]
            paths = document.paths(quote, candidates)
            if candidates:
                together = path_values([paths]).tolist()
                assert together == [values("path", path).tolist() for path in paths]
            for c in candidates:
                (place,), (mention,) = place_values([c.place]), mention_values([c])
                assert list(place) == list(values("place", c.place))
                assert list(mention) == list(values("mention", c))


def test_rules_on_paths_are_patterns_counts_or_numbers():
    """All that is asked of all paths of a quote together."""
    assert {type(rule.holds) for rule in BY_SCOPE["path"]} == {RowRule, ChunkCount, PathNumber}


def test_a_number_of_a_path_is_at_most_as_large_as_it_may_be():
    path = ChunkPath(True, "oNyS", 0.25)
    numbers = [PathNumber("length"), PathNumber("length", most=3), PathNumber("source")]
    assert [number(path) for number in numbers] == [4.0, 3.0, 0.25]


def test_nobody_speaks_in_a_good_share_of_the_examples():
    assert 40 <= sum(rule.speaker is None for rule in RULES) <= len(RULES) / 3


def test_the_examples_are_linked_to_their_speakers():
    chosen = {rule: last_link(rule).chosen for rule in RULES}
    wrong = [r.name for r, c in chosen.items() if (c.text if c else None) != r.speaker]
    share = 1 - len(wrong) / len(RULES)
    print(f"\n{share:.1%} of the examples are linked as they should be; not so:", *wrong)
    assert share >= FLOOR


def test_the_page_of_the_rules_is_up_to_date():
    path = ROOT / "docs" / "rules.py"
    spec = importlib.util.spec_from_file_location("rules_page", path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.PAGE.read_text("utf-8") == script.page(), "run python docs/rules.py"
