"""Reported contents, compared: on invented articles, and against the project's scorer."""

import attrs
import pytest
from corpora import figures_of, needs_corpora, score_by_the_script
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.evaluation.brat import Attribution, GoldArticle
from quoteattr.evaluation.contents import MEASURES, compare
from quoteattr.evaluation.figures import Contents, Count, Figures, measured
from quoteattr.records import Cue, Mention, QuoteRecord, Span

#: one content of each kind, and one whose source is not told
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


def said(number, content, source=None, text=TEXT, name=None):
    """An attribution; nobody's if ``source`` is None."""
    who = () if source is None else (at(source, text),)
    return Attribution(f"T{number}", (at(content, text),), who, (), name)


GOLD = GoldArticle(
    "pier",
    TEXT,
    (
        said(1, DIRECT, "Ada Berg"),
        said(2, MIXED, "Berg added", name="Ada Berg"),
        said(3, INDIRECT, "Ida Holm"),
        said(4, STOPPED),
    ),
)


def record(content, mention=None, *, speaker=None, kind="indirect", cue="reported", text=TEXT):
    """A record of a content."""
    who, word = None, None
    if mention is not None:
        who = Mention(*at(mention, text), mention, "name")
    if cue is not None:
        word = Cue(*at(cue, text), cue)
    spans = [at(content, text)]
    return QuoteRecord(speaker or mention, content, "a.txt", kind, spans, mention=who, cue=word)


RIGHT = [
    record(DIRECT, "Ada Berg", kind="direct"),
    record(MIXED, "Berg added", kind="mixed"),
    record(INDIRECT, "Ida Holm"),
    record(STOPPED),
]


def spans(gold, records):
    """How many contents count as found, by each measure."""
    counted = Contents()
    counted.add(compare(gold, records))
    return {name: count.right for name, count in counted.spans.items()}


def test_all_right():
    compared = compare(GOLD, RIGHT)
    assert [told.kind for told in compared.told] == ["direct", "mixed", "indirect", "indirect"]
    assert [(told.likeness, told.right) for told in compared.told] == [(1.0, True)] * 4
    assert compared.found == 4
    assert compared.words_told == compared.words_found == compared.words_both == 5 + 8 + 9 + 4


def test_nothing_found():
    compared = compare(GOLD, [])
    assert [(told.likeness, told.right) for told in compared.told] == [(0.0, False)] * 4
    assert (compared.found, compared.words_found, compared.words_both) == (0, 0, 0)


@pytest.mark.parametrize(
    ("content", "likeness", "lenient", "strict"),
    [
        (INDIRECT, 1, 1, 1),
        (f"that {INDIRECT}", 9 / 10, 1, 1),
        ("nobody had asked the fishermen about any of", 8 / 9, 1, 0),
        ("asked the fishermen about any", 5 / 9, 1, 0),
        ("nobody had asked the", 0, 0, 0),  # four words of nine
        ("Ida Holm", 0, 0, 0),
    ],
)
def test_how_like_a_content_must_be(content, likeness, lenient, strict):
    told = compare(GOLD, [record(content, "Ida Holm")]).told[2]
    assert told.likeness == pytest.approx(likeness)
    found = spans(GOLD, [record(content, "Ida Holm")])
    assert (found["lenient"], found["strict"]) == (lenient, strict)
    assert (found["lenient_e2e"], found["strict_e2e"]) == (lenient, strict)


@pytest.mark.parametrize(
    ("content", "mention", "speaker", "right"),
    [
        (INDIRECT, "Holm", "Ida Holm", True),  # part of the annotated words
        (INDIRECT, "Ada Berg", "Ada Berg", False),
        (INDIRECT, None, None, False),
        (MIXED, "Ada Berg", "Ada Berg", True),  # other words, but the annotated name
        (MIXED, "Ada Berg", "Bo Berg", False),
        (STOPPED, None, None, True),
        (STOPPED, "Ida Holm", "Ida Holm", False),  # nobody is told
    ],
)
def test_the_right_speaker(content, mention, speaker, right):
    found = spans(GOLD, [record(content, mention, speaker=speaker)])
    assert found == {"lenient": 1, "strict": 1, "lenient_e2e": right, "strict_e2e": right}


def test_contents_are_matched_one_to_one():
    halves = [record("nobody had asked the fishermen", "Ida Holm"), record("any of it", "Ada Berg")]
    assert spans(GOLD, halves)["lenient"] == 1
    assert compare(GOLD, halves).found == 2
    both = attrs.evolve(GOLD, attributions=(*GOLD.attributions, said(5, INDIRECT, "Berg added")))
    assert spans(both, RIGHT)["lenient"] == 4


def test_the_likest_is_matched_first():
    worse = record("had asked the fishermen about any of it", "Ada Berg")
    for records in ([worse, RIGHT[2]], [RIGHT[2], worse]):
        told = compare(GOLD, records).told[2]
        assert (told.likeness, told.right) == (1.0, True)


def test_contents_of_one_speaker_that_only_punctuation_parts_are_one():
    first, second = "The lock is stuck.", "Nobody has a key"
    text = f"“{first}” “{second},” said Ida Holm."
    whole = attrs.evolve(said(1, first, "Ida Holm", text), content=(Span(1, text.index(",")),))
    gold = GoldArticle("lock", text, (whole,))
    one, two = (record(c, "Ida Holm", cue="said", text=text) for c in (first, second))
    assert spans(gold, [one, two])["strict_e2e"] == 1
    assert compare(gold, [one, two]).found == 1
    other = record(second, "Holm", cue="said", text=text)  # another mention: another speaker
    assert compare(gold, [one, other]).found == 2


def test_what_nobody_said_does_not_count():
    title = record(MIXED, cue=None, kind="direct")
    compared = compare(GOLD, [title])
    assert (compared.found, compared.words_found) == (0, 0)


def test_contents_without_words_do_not_count():
    text = "“…” said Ida Holm, and that was that."
    gold = GoldArticle("dots", text, (said(1, "…", "Ida Holm", text),))
    compared = compare(gold, [record("…", "Ida Holm", cue="said", text=text)])
    assert (compared.told, compared.found, compared.words_told) == ((), 0, 0)


def test_the_kind_is_told_by_the_stretches_of_the_gold():
    by_hand = attrs.evolve(GOLD, stretches=(at(INDIRECT),))
    assert [told.kind for told in compare(by_hand, []).told] == [
        "indirect", "indirect", "direct", "indirect",
    ]  # fmt: skip


def test_figures_of_contents():
    figures = Figures()
    records = [*RIGHT[:2], record("asked the fishermen about any", "Ada Berg"), record("Ida Holm")]
    figures.add([], compare(GOLD, records))
    figures.add([], compare(GOLD, []))
    contents = figures.contents
    assert contents.tokens == Count(gold=52, given=20, right=18)
    assert contents.spans == {
        "lenient": Count(8, 4, 3),
        "strict": Count(8, 4, 2),
        "lenient_e2e": Count(8, 4, 2),
        "strict_e2e": Count(8, 4, 2),
    }
    recalls = {kind: counts["lenient"].recall for kind, counts in contents.kinds.items()}
    assert recalls == {"direct": 50, "mixed": 50, "indirect": 25}
    kept = measured(figures)
    assert (kept["tokens_f"], kept["spans_lenient_f"], kept["spans_lenient_e2e_f"]) == (
        50,
        50,
        33.3,
    )


def test_where_only_marks_are_annotated_contents_have_no_figures():
    figures = Figures()
    figures.add([], compare(attrs.evolve(GOLD, attributions=GOLD.attributions[:2]), RIGHT))
    assert (figures.contents.annotated, figures.contents.beyond_marks) == (2, False)
    assert list(measured(figures)) == ["segments_p", "segments_r", "segments_f"]


@given(st.text("ab “”.\r\n😀\ud800<"), st.data())
def test_no_text_is_too_messy(text, data):
    places = st.integers(0, len(text))
    pairs = st.lists(st.tuples(places, places).map(sorted), max_size=4)
    told = [Attribution(f"T{k}", (Span(*pair),), (), ()) for k, pair in enumerate(data.draw(pairs))]
    cue = Cue(0, 1, "a")
    records = [
        QuoteRecord(None, "", None, "indirect", [pair], cue=cue)
        for pair in data.draw(pairs)
        if pair[0] < pair[1]
    ]
    compared = compare(GoldArticle("messy", text, tuple(told)), records)
    assert compared.words_both <= min(compared.words_told, compared.words_found)
    matched = [told for told in compared.told if told.likeness]
    assert len(matched) <= compared.found
    assert all(MEASURES["lenient"].likeness <= told.likeness <= 1 for told in matched)


@pytest.mark.slow
@needs_corpora
@pytest.mark.parametrize("corpus", ["polnear/dev", "world/dev", "seeds"])
def test_it_counts_as_the_scorer_does(corpus):
    scored, contents = score_by_the_script(corpus), figures_of(corpus).contents
    assert prf(contents.tokens) == scored["tokens"]
    assert {name: prf(count) for name, count in contents.spans.items()} == {
        name: scored["spans"][name] for name in MEASURES
    }
    kinds = contents.kinds.items()
    assert {kind: counts["lenient"].gold for kind, counts in kinds} == scored["gold_kinds"]
    for name in MEASURES:
        recalls = {kind: round(counts[name].recall, 1) for kind, counts in kinds}
        assert recalls == scored["spans"][f"{name}_recall"]


def prf(count):
    """A count as the scorer writes it."""
    figures = {"p": count.precision, "r": count.recall, "f": count.f}
    return {name: round(figure, 1) for name, figure in figures.items()} | {"n": count.gold}
