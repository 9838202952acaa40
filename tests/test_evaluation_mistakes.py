"""A mistake is described with its facts, and in its paragraph."""

import attrs
from gold_folder import TEXT, write_gold
from scored_records import WILD, wrong_record

from quoteattr.evaluation.brat import read_gold
from quoteattr.evaluation.mistakes import LabelledText, describe_mistake
from quoteattr.evaluation.score import judge


def test_facts_of_a_mistake(tmp_path):
    source = "<b>Ada</b> *Berg*"
    (gold,) = read_gold(
        write_gold(tmp_path, text=WILD, quotes=[("Nobody listened,", "she", source)])
    )
    record = wrong_record(WILD, "Nobody listened,", "the mayor", "she", 0.9)
    mistakes = [describe_mistake(WILD, judgement) for judgement in judge(gold, [record])]
    assert [mistake.facts for mistake in mistakes if mistake] == [
        (
            "annotated: she (<b>Ada</b> *Berg*)",
            "chosen: the mayor (the mayor), confidence 90%, rule quote-speaker",
            "runner-up: she, 10%",
        )
    ]


def test_a_quote_that_is_not_found(tmp_path):
    (gold,) = read_gold(write_gold(tmp_path))
    mistakes = [describe_mistake(gold.text, judgement) for judgement in judge(gold, [])]
    assert [m and m.kind for m in mistakes] == [None, "not found", "not found", None, "not found"]
    assert mistakes[1].facts == ("annotated: Ada Berg (Ada Berg)",)
    assert mistakes[1].explanation == ""


def test_a_long_paragraph_is_shortened_around_the_highlights(tmp_path):
    text = f"{'word ' * 400}“It is not safe,” said Ada Berg."
    (gold,) = read_gold(
        write_gold(tmp_path, text=text, quotes=[("It is not safe,", "Ada Berg", "")])
    )
    (mistake,) = [m for j in judge(gold, []) if (m := describe_mistake(text, j))]
    (paragraph,) = mistake.paragraphs
    assert paragraph[1] == LabelledText("It is not safe,", ("quote",))
    assert len(paragraph[0].text) < 500
    assert "[…]" in paragraph[0].text


def test_there_is_no_mistake_where_the_record_is_correct(tmp_path):
    (gold,) = read_gold(write_gold(tmp_path, quotes=[("It is not safe,", "Ada Berg", "Ada Berg")]))
    record = attrs.evolve(
        wrong_record(TEXT, "It is not safe,", "Ada Berg", "She"), speaker="Ada Berg"
    )
    judgements = [judgement for judgement in judge(gold, [record]) if judgement.attribution]
    assert [describe_mistake(TEXT, judgement) for judgement in judgements] == [None]
