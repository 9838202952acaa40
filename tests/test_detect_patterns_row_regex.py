"""What a pattern with groups needs, before anybody asks where it matches."""

from tables import for_each

from quoteattr.attribute.constructions.after_quote import AFTER_QUOTE
from quoteattr.detect.patterns.pattern import encode
from quoteattr.detect.patterns.row_regex import capture, needed_chunks

PIECES = {
    "THE_VERB": capture("verb", "SAYING|REPORTING"),
    "THE_COLON": capture("colon", "COLON"),
    "THE_WORD": capture("word", "^END"),
    "A_WORD": capture("word", "TIME") + "?",
    "A_LONGER_PIECE": encode("{NAME} {SAYING} | {PRONOUN}"),
}


@for_each(
    ("pattern", "needed"),
    [
        ("{NAME} {COMMA}", [",", "N"]),
        ("{NAME} {COMMA}? {TIME} * {COLON}{0,2} {COLON} {0,1} {END}+", ["N", "./"]),
        ("{THE_VERB} {THE_WORD} {^NAME} {A_WORD} {THE_COLON}", [":", "RS"]),
        ("{OPEN_BRACKET|DASH} {SENTENCE_END}", [".", "(-"]),
        ("({NAME} | {PRONOUN}) {SAYING} ({COMMA} ({TIME} {QUOTE}))", ["S"]),
        ("{NAME} | {PRONOUN}", []),
        ("{A_LONGER_PIECE} {SAYING|SAYING} $", ["S"]),
        ("", []),
    ],
)
def test_what_every_match_has(pattern, needed):
    kinds = needed_chunks(pattern, PIECES)
    assert ["".join(sorted(kind)) for kind in kinds] == needed


def test_a_construction_is_compiled_for_a_row_that_may_match():
    (construction,) = (c for c in AFTER_QUOTE if "{COPULA} {THE_MANNER}" in c.named)
    assert not any(
        map(set("byNxR").isdisjoint, construction.needed)
    )  # *“…” is how X had described Y*
    assert construction.pattern.match("byNxR")
    assert any(map(set("yNxR").isdisjoint, construction.needed))
