"""Comparing reported contents: on invented articles, and against the project's scorer."""

import attrs
import pytest
from corpora import metrics_of, needs_corpora, score_by_the_script
from hypothesis import given
from hypothesis import strategies as st
from tables import for_each

from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.evaluation.reported_contents import CRITERIA, compare_contents
from quoteattr.records import Cue, Mention, QuoteRecord, Span

#: one content of each kind, and one without a source
TEXT = (
    "“We will mend the pier,” said Ada Berg. Berg added that the old crane was “a wreck” by now. "
    "Ida Holm warned that nobody had asked the fishermen about any of it. "
    "It was reported that the ferry had stopped."
)
DIRECT = "We will mend the pier,"
MIXED = "the old crane was “a wreck” by now"
INDIRECT = "nobody had asked the fishermen about any of it"
STOPPED = "the ferry had stopped"


def at(words, text=TEXT):
    """Where words stand for the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def annotation(number, content, source=None, text=TEXT, name=None):
    """A gold attribution; nobody's if ``source`` is None."""
    source_span = () if source is None else (at(source, text),)
    return GoldAttribution(f"T{number}", (at(content, text),), source_span, (), name)


GOLD = GoldArticle(
    "pier",
    TEXT,
    (
        annotation(1, DIRECT, "Ada Berg"),
        annotation(2, MIXED, "Berg added", name="Ada Berg"),
        annotation(3, INDIRECT, "Ida Holm"),
        annotation(4, STOPPED),
    ),
)


def record(content, mention=None, *, speaker=None, kind="indirect", cue="reported", text=TEXT):
    """A record of a content."""
    source, word = None, None
    if mention is not None:
        source = Mention(*at(mention, text), mention, "name")
    if cue is not None:
        word = Cue(*at(cue, text), cue)
    spans = [at(content, text)]
    return QuoteRecord(speaker or mention, content, "a.txt", kind, spans, mention=source, cue=word)


RIGHT = [
    record(DIRECT, "Ada Berg", kind="direct"),
    record(MIXED, "Berg added", kind="mixed"),
    record(INDIRECT, "Ida Holm"),
    record(STOPPED),
]


def spans(gold, records):
    """How many contents count as found, by each criterion."""
    contents = compare_contents(gold, records).gold
    return {name: sum(map(criterion.accepts, contents)) for name, criterion in CRITERIA.items()}


def test_all_right():
    comparison = compare_contents(GOLD, RIGHT)
    assert [content.kind for content in comparison.gold] == [
        "direct",
        "mixed",
        "indirect",
        "indirect",
    ]
    assert [(content.similarity, content.speaker_correct) for content in comparison.gold] == [
        (1.0, True)
    ] * 4
    assert comparison.predicted == 4
    assert (
        comparison.gold_words
        == comparison.predicted_words
        == comparison.common_words
        == 5 + 8 + 9 + 4
    )


def test_nothing_found():
    comparison = compare_contents(GOLD, [])
    assert [(content.similarity, content.speaker_correct) for content in comparison.gold] == [
        (0.0, False)
    ] * 4
    assert (comparison.predicted, comparison.predicted_words, comparison.common_words) == (0, 0, 0)


@for_each(
    ("content", "similarity", "lenient", "strict"),
    [
        (INDIRECT, 1, 1, 1),
        (f"that {INDIRECT}", 9 / 10, 1, 1),
        ("nobody had asked the fishermen about any of", 8 / 9, 1, 0),
        ("asked the fishermen about any", 5 / 9, 1, 0),
        ("nobody had asked the", 0, 0, 0),  # four words of nine
        ("Ida Holm", 0, 0, 0),
    ],
)
def test_how_similar_a_content_must_be(content, similarity, lenient, strict):
    annotated = compare_contents(GOLD, [record(content, "Ida Holm")]).gold[2]
    assert annotated.similarity == pytest.approx(similarity)
    matched = spans(GOLD, [record(content, "Ida Holm")])
    assert (matched["lenient"], matched["strict"]) == (lenient, strict)
    assert (matched["lenient_e2e"], matched["strict_e2e"]) == (lenient, strict)


@for_each(
    ("content", "mention", "speaker", "correct"),
    [
        (INDIRECT, "Holm", "Ida Holm", True),  # part of the annotated words
        (INDIRECT, "Ada Berg", "Ada Berg", False),
        (INDIRECT, None, None, False),
        (MIXED, "Ada Berg", "Ada Berg", True),  # other words, but the annotated name
        (MIXED, "Ada Berg", "Bo Berg", False),
        (STOPPED, None, None, True),
        (STOPPED, "Ida Holm", "Ida Holm", False),  # no source is annotated
    ],
)
def test_the_right_speaker(content, mention, speaker, correct):
    matched = spans(GOLD, [record(content, mention, speaker=speaker)])
    assert matched == {"lenient": 1, "strict": 1, "lenient_e2e": correct, "strict_e2e": correct}


def test_contents_are_matched_one_to_one():
    halves = [record("nobody had asked the fishermen", "Ida Holm"), record("any of it", "Ada Berg")]
    assert spans(GOLD, halves)["lenient"] == 1
    assert compare_contents(GOLD, halves).predicted == 2
    both = attrs.evolve(
        GOLD, attributions=(*GOLD.attributions, annotation(5, INDIRECT, "Berg added"))
    )
    assert spans(both, RIGHT)["lenient"] == 4


def test_the_most_similar_is_matched_first():
    worse = record("had asked the fishermen about any of it", "Ada Berg")
    for records in ([worse, RIGHT[2]], [RIGHT[2], worse]):
        content = compare_contents(GOLD, records).gold[2]
        assert (content.similarity, content.speaker_correct) == (1.0, True)


def test_contents_of_one_speaker_that_only_punctuation_parts_are_one():
    first, second = "The lock is stuck.", "Nobody has a key"
    text = f"“{first}” “{second},” said Ida Holm."
    whole = attrs.evolve(
        annotation(1, first, "Ida Holm", text), content=(Span(1, text.index(",")),)
    )
    gold = GoldArticle("lock", text, (whole,))
    records = [record(c, "Ida Holm", cue="said", text=text) for c in (first, second)]
    assert spans(gold, records)["strict_e2e"] == 1
    assert compare_contents(gold, records).predicted == 1
    by_other = record(second, "Holm", cue="said", text=text)  # another mention: another speaker
    assert compare_contents(gold, [records[0], by_other]).predicted == 2


def test_what_nobody_said_does_not_count():
    title = record(MIXED, cue=None, kind="direct")
    comparison = compare_contents(GOLD, [title])
    assert (comparison.predicted, comparison.predicted_words) == (0, 0)


def test_contents_without_words_do_not_count():
    text = "“…” said Ida Holm, and that was that."
    gold = GoldArticle("dots", text, (annotation(1, "…", "Ida Holm", text),))
    comparison = compare_contents(gold, [record("…", "Ida Holm", cue="said", text=text)])
    assert (comparison.gold, comparison.predicted, comparison.gold_words) == ((), 0, 0)


def test_the_kind_depends_on_the_quoted_spans_of_the_gold():
    by_hand = attrs.evolve(GOLD, quoted_spans=(at(INDIRECT),))
    assert [content.kind for content in compare_contents(by_hand, []).gold] == [
        "indirect", "indirect", "direct", "indirect",
    ]  # fmt: skip


@given(st.text("ab “”.\r\n😀\ud800<"), st.data())
def test_no_text_is_too_messy(text, data):
    places = st.integers(0, len(text))
    pairs = st.lists(st.tuples(places, places).map(sorted), max_size=4)
    attributions = [
        GoldAttribution(f"T{k}", (Span(*pair),), (), ()) for k, pair in enumerate(data.draw(pairs))
    ]
    cue = Cue(0, 1, "a")
    records = [
        QuoteRecord(None, "", None, "indirect", [pair], cue=cue)
        for pair in data.draw(pairs)
        if pair[0] < pair[1]
    ]
    comparison = compare_contents(GoldArticle("messy", text, tuple(attributions)), records)
    assert comparison.common_words <= min(comparison.gold_words, comparison.predicted_words)
    matched = [content for content in comparison.gold if content.similarity]
    assert len(matched) <= comparison.predicted
    assert all(CRITERIA["lenient"].min_similarity <= content.similarity <= 1 for content in matched)


@pytest.mark.slow
@needs_corpora
@pytest.mark.parametrize("corpus", ["polnear/dev", "world/dev", "seeds"])
def test_it_counts_as_the_scorer_does(corpus):
    scored, contents = score_by_the_script(corpus), metrics_of(corpus).contents
    assert prf(contents.tokens) == scored["tokens"]
    assert {name: prf(counts) for name, counts in contents.spans.items()} == {
        name: scored["spans"][name] for name in CRITERIA
    }
    kinds = contents.kinds.items()
    assert {kind: counts["lenient"].gold for kind, counts in kinds} == scored["gold_kinds"]
    for name in CRITERIA:
        recalls = {kind: round(counts[name].recall, 1) for kind, counts in kinds}
        assert recalls == scored["spans"][f"{name}_recall"]


def prf(counts):
    """Counts as the scorer writes them."""
    shares = {"p": counts.precision, "r": counts.recall, "f": counts.f}
    return {name: round(share, 1) for name, share in shares.items()} | {"n": counts.gold}
