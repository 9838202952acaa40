"""Judgements and figures: on made-up records, and against the project's scorer on the corpora."""

import attrs
import pytest
from corpora import figures_of, needs_corpora, score_by_the_script
from gold_folder import TEXT, write_gold
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.evaluation.brat import read_gold
from quoteattr.evaluation.figures import Count, Figures
from quoteattr.evaluation.score import Words, distance, judge, mention_kind, same_name, stretches
from quoteattr.records import Mention, QuoteRecord, Span


def record(quote, mention, speaker, text=TEXT, *, near=0, confidence=0.9, **more):
    """A record of a quote, and of a mention from ``near`` on; nobody's if ``mention`` is None."""
    start = text.index(quote)
    said = None
    if mention is not None:
        at = text.index(mention, near)
        said = Mention(at, at + len(mention), mention, "name")
    span = Span(start, start + len(quote))
    return QuoteRecord(
        speaker, quote, "a.txt", "direct", [span], mention=said, confidence=confidence, **more
    )


URGENT = record("urgent", None, None)
SAFE = record("It is not safe,", "Ada Berg", "Ada Berg")
WINTER = record("Not one more winter.", "Ada Berg", "Ada Berg")
SPAN = record("The Long Span", None, None)
LISTENED = record("Nobody listened,", "she", "Ada Berg")
RIGHT = (URGENT, SAFE, WINTER, SPAN, LISTENED)


@pytest.fixture
def gold(tmp_path):
    (article,) = read_gold(write_gold(tmp_path))
    return article


def faults(gold, records):
    return [judged.fault for judged in judge(gold, records)]


def test_all_right(gold):
    assert faults(gold, RIGHT) == [None] * 5
    assert faults(gold, [r for r in RIGHT if r.mention]) == [None] * 5


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (record("Nobody listened,", "mayor", "mayor"), "wrong speaker"),
        (record("Nobody listened,", "she", "Ida Holm"), "wrong name"),
        (record("Nobody listened,", "mayor", "Mayor Ada Berg"), "wrong speaker"),
        (record("Nobody listened,", "mayor", "Ada K. Berg"), None),
        (record("Nobody listened,", None, None), "nobody chosen"),
        (record("listened,", "she", "Ada Berg"), "not found"),
        (record("The Long Span", "She", "Ada Berg"), "not found"),
    ],
)
def test_what_can_be_wrong_with_a_stretch(gold, wrong, fault):
    assert faults(gold, (URGENT, SAFE, WINTER, wrong))[-1] == fault


def test_a_stretch_that_nobody_said(gold):
    assert (
        faults(gold, (*RIGHT[:3], attrs.evolve(SPAN, mention=SAFE.mention)))[3] == "nobody said it"
    )


def test_a_source_that_is_not_annotated_is_nobody(gold):
    unknown = attrs.evolve(gold.attributions[2], source=())
    there = attrs.evolve(gold, attributions=(*gold.attributions[:2], unknown))
    assert faults(there, RIGHT)[-1] == "nobody said it"


def test_stretches_told_by_hand_are_those_that_count(gold):
    start = TEXT.index("It is not safe")
    by_hand = attrs.evolve(gold, stretches=(Span(start, start + 14), Span(0, 1)))
    assert [(j.span, j.fault) for j in judge(by_hand, RIGHT)] == [((start, start + 14), None)]


def test_several_quotes_by_one_mention_have_one_confidence(gold):
    low = attrs.evolve(WINTER, confidence=0.2)
    assert [j.confidence for j in judge(gold, (SAFE, low))][1:3] == [0.9, 0.9]


def test_figures(gold):
    figures = Figures()
    figures.add(list(judge(gold, RIGHT)))
    assert (figures.articles, figures.quoted) == (1, 5)
    assert figures.overall == Count(gold=3, given=3, right=3)
    assert figures.groups["speaker’s mention"] == {"name": Count(2, 2, 2), "she": Count(1, 1, 1)}
    assert figures.groups["distance to the mention"]["same paragraph"] == Count(1, 1, 1)
    assert figures.groups["publisher"] == {"herald": Count(3, 3, 3)}
    assert (figures.name_recall, figures.nobody_precision, figures.nobody_recall) == (100, 100, 100)


def test_figures_of_wrong_links(gold):
    figures = Figures()
    figures.add(list(judge(gold, (attrs.evolve(URGENT, mention=SAFE.mention), SAFE))))
    assert figures.overall == Count(gold=3, given=2, right=1)
    assert figures.overall.precision == 50
    assert figures.overall.recall == pytest.approx(33.33, abs=0.01)
    assert figures.overall.f == 40
    assert figures.nobody_precision == pytest.approx(33.33, abs=0.01)
    assert figures.nobody_recall == 50


def test_nothing_at_all():
    figures = Figures()
    assert (figures.overall.f, figures.name_recall, figures.calibration_error) == (0, 0, 0)
    assert figures.threshold is None


def test_calibration():
    figures = Figures(overall=Count(gold=10))
    figures.bets = [(0.95, True)] * 4 + [(0.55, True), (0.55, False)]
    assert figures.calibration_error == pytest.approx(100 * (4 * 0.05 + 2 * 0.05) / 6)
    assert figures.recall_when_sure == 50
    assert figures.threshold == (0.95, 40)
    figures.bets = [(0.9, False)]
    assert figures.threshold is None


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("Sen. Ana Ruiz of Ohio", "name"),
        ("the New York Times", "name"),
        ("a spokesman for Ana Ruiz", "nominal"),
        ("his lawyer, Bo Lund", "nominal"),
        ("Officials", "nominal"),
        ("He", "he"),
        ("who", "other pronoun"),
        ("Ruiz’s", "name"),
        ("", "nominal"),
    ],
)
def test_the_kind_of_a_mention(mention, kind):
    assert mention_kind(mention) == kind


@pytest.mark.parametrize(
    ("text", "far"),
    [
        ("“Go,” said Mr. J. Berg", "same sentence"),
        ("“Go.” He stood up. Berg", "same paragraph"),
        ("“Go.”\n\nBerg", "further"),
        ("Berg: “Go.”", "same sentence"),
    ],
)
def test_how_far_a_mention_is(text, far):
    quote, mention = text.index("Go"), text.index("Berg")
    assert distance(text, Span(quote, quote + 3), Span(mention, mention + 4)) == far


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ana Ruiz", "Sen. Ana María Ruiz", True),
        ("Ruiz", "Ana Ruiz", False),
        ("President", "the", False),
        ("Zoë Berg", "Zoe Berg", True),
    ],
)
def test_whether_two_names_are_one(one, other, same):
    assert same_name(one, other) is same


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“A,” he said, “b.”", ["A,", "b."]),
        ('"A," he said, "b."', ["A,", "b."]),
        ("``A,'' he said", ["A,"]),
        ("“Not closed\n“but opened anew.”", ["Not closed", "but opened anew."]),
        ("„So“ «ici» said,“No”", ["So", "ici", "No"]),
        ('the 6" gun', []),
    ],
)
def test_the_segmenter(text, found):
    assert [text[slice(*span)].strip("` ") for span in stretches(text)] == found


@given(st.text("“”„\"«»`'ab. \n"))
def test_stretches_lie_in_order_inside_the_text(text):
    last = 0
    for start, end in stretches(text):
        assert last <= start <= end <= len(text)
        last = end


@given(st.text("ab-’. "), st.integers(0, 20), st.integers(0, 20))
def test_words_inside_a_span(text, start, length):
    words = Words(text)
    everything = words.inside((0, len(text)))
    assert set(words.inside((start, start + length))) <= set(everything)


@pytest.mark.slow
@needs_corpora
@pytest.mark.parametrize("corpus", ["polnear/dev", "world/dev"])
def test_it_counts_as_the_scorer_does(corpus):
    figures = figures_of(corpus)
    scored = score_by_the_script(corpus)["segments"]
    count = figures.overall
    assert (figures.quoted, count.gold) == (scored["total"], scored["attributed_gold"])
    ours = {"p": count.precision, "r": count.recall, "f": count.f, "n": count.gold}
    assert {name: round(figure, 1) for name, figure in ours.items()} == scored["attribution"]
    names = {"r": round(figures.name_recall, 1), "n": figures.named}
    assert names == scored["name_recall"]
    assert {
        "ece": round(figures.calibration_error, 1),
        "recall_at_98": round(figures.recall_when_sure, 1),
        "n": len(figures.bets),
    } == scored["calibration"]
