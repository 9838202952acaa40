"""Reviews span by span: what a reader answers without the machine's answer in sight."""

import pytest

from quoteattr import Article, InputError, OptionError, QuoteArchive
from quoteattr.archive.corrections.span_review import SpanAnswer

TEXT = (
    "Ada Berg met Bo Holm, the mayor. “It will rain,” she said, “and blow.” “No,” Holm said. The"
    " “so-called” plan failed. “Never,” a driver said. On the door hung “Closed.”"
)
#: who says what, as the article has it
RIGHT = {
    "It will rain,": "Ada Berg",
    "and blow.": "Ada Berg",
    "No,": "Bo Holm",
    "so-called": ...,
    "Never,": None,
    "Closed.": ...,
}


@pytest.fixture
def archive():
    with QuoteArchive(":memory:") as archive:
        archive.add([Article(TEXT, id="pier")])
        yield archive


def answers(archive, **changed):
    """The right answers, but for some; ``...`` stands for nobody."""
    speakers = RIGHT | {words.replace("_", " "): speaker for words, speaker in changed.items()}
    by_words = {words.strip(",. "): speaker for words, speaker in speakers.items()}
    return [
        SpanAnswer(span, nobody=True) if speaker is ... else SpanAnswer(span, speaker)
        for span in archive.quoted_spans("pier")
        for speaker in [by_words[TEXT[slice(*span)].strip(",. ")]]
    ]


def quotes(archive):
    """The speaker of each quote in marks, by its words."""
    return {r.quote: r.speaker for r in archive.article("pier") if r.kind != "indirect"}


def test_an_answer_that_is_the_machines_corrects_nothing(archive):
    before = quotes(archive)
    reviewed = archive.review_spans("pier", answers(archive), by="ida")
    assert (reviewed.right, reviewed.spans) == (6 - len(reviewed.corrections), 6)
    kept = {words: before[words] for words in ("No,", "It will rain, and blow.")}
    assert kept.items() <= quotes(archive).items()
    assert (reviewed.review.blind, reviewed.review.scope, reviewed.review.by) == (
        True,
        "marks",
        "ida",
    )


def test_the_article_then_is_what_was_answered(archive):
    archive.review_spans("pier", answers(archive, No="Ada Berg"))
    (gold,) = archive.gold()
    speakers = {
        TEXT[slice(*span)]: attribution.name
        for attribution in gold.attributions
        for span in attribution.content
    }
    assert speakers["No,"] == speakers["It will rain,"] == speakers["and blow."] == "Ada Berg"
    assert "so-called" not in speakers
    assert gold.blind


@pytest.mark.parametrize("speaker", ["Holm", "bo holm", "Bo Holm"])
def test_the_same_name_in_another_form_is_no_correction(archive, speaker):
    archive.review_spans("pier", answers(archive))
    again = archive.review_spans("pier", answers(archive, No=speaker))
    assert (again.corrections, again.right) == ((), again.spans)


def test_two_parts_of_a_quote_that_two_people_said_are_two_quotes(archive):
    reviewed = archive.review_spans("pier", answers(archive, and_blow="Bo Holm"))
    speakers = quotes(archive)
    assert (speakers["It will rain,"], speakers["and blow."]) == ("Ada Berg", "Bo Holm")
    assert "It will rain, and blow." not in speakers
    assert {correction.action for correction in reviewed.corrections} >= {"correct", "add"}


def test_a_part_that_nobody_said_leaves_the_other(archive):
    archive.review_spans("pier", answers(archive, It_will_rain=...))
    speakers = quotes(archive)
    assert speakers["and blow."] == "Ada Berg"
    assert not any("rain" in words for words in speakers)


def test_a_quote_that_was_missed_is_added_and_a_false_one_denied(archive):
    archive.review_spans("pier", answers(archive, Closed="a sign", No=...))
    speakers = quotes(archive)
    assert speakers["Closed."] == "a sign"
    assert "No," not in speakers


def test_the_same_answers_again_change_nothing(archive):
    answered = answers(archive, No="Ada Berg", and_blow="Bo Holm", Closed="Cy Dahl")
    archive.review_spans("pier", answered)
    before, corrections = quotes(archive), len(archive.corrections())
    again = archive.review_spans("pier", answered)
    assert (again.right, again.corrections) == (again.spans, ())
    assert (quotes(archive), len(archive.corrections())) == (before, corrections)


def test_every_quoted_span_needs_one_answer(archive):
    right = answers(archive)
    for wrong in (right[1:], [*right, right[0]], [*right[1:], SpanAnswer((0, 3), "Ada Berg")]):
        with pytest.raises(OptionError, match="has no answer or several"):
            archive.review_spans("pier", wrong)
    assert archive.reviews() == archive.corrections() == []


def test_what_is_no_answer_is_refused(archive):
    with pytest.raises(InputError, match="expected a SpanAnswer"):
        archive.review_spans("pier", ["Ada Berg"])
    with pytest.raises(InputError, match="nobody said the words"):
        SpanAnswer((0, 3), "Ada Berg", nobody=True)
    with pytest.raises(InputError):
        SpanAnswer((0, 3), "…")
    with pytest.raises(InputError, match="no article"):
        archive.review_spans("nowhere", [])
