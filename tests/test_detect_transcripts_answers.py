"""Answers under questions are those of the one whom the text before introduces."""

import pytest
from tables import for_each

from quoteattr import extract
from quoteattr.detect.transcripts.answers import find_answers

INTRO = "Ola Berg runs the harbour. We asked him about the pier.\n\n"
QUESTIONS = "**Why is it shut?**\n\n{}\n\n**Who pays?**\n\n{}"


def test_answers_in_the_first_person():
    text = INTRO + QUESTIONS.format("The steel is late. I am sorry.", "The county pays.")
    answers = [(t.speaker, text[slice(*t.spans[0])]) for t in find_answers(text)]
    assert answers == [
        ("Ola Berg", "The steel is late. I am sorry."),
        ("Ola Berg", "The county pays."),
    ]


def test_answers_in_marks_stay_direct():
    text = INTRO + QUESTIONS.format("“The steel is late.”", "“The county pays, and so do you.”")
    records = [r for r in extract(text) if r.kind != "indirect"]
    assert [(r.speaker, r.quote, r.kind) for r in records] == [
        ("Ola Berg", "The steel is late.", "direct"),
        ("Ola Berg", "The county pays, and so do you.", "direct"),
    ]


PLAIN = (
    "{0}Why is it shut?{0}\n\nI am sorry.\n\n{0}Who pays?{0}\n\nWe do.\n\n{0}When?{0}\n\nIn May."
)


@pytest.mark.parametrize("sign", ["", "*", "_"])
def test_plain_questions(sign):
    text = INTRO + PLAIN.format(sign)
    assert [text[slice(*t.spans[0])] for t in find_answers(text)] == [
        "I am sorry.",
        "We do.",
        "In May.",
    ]


def test_answers_below_bold_questions_need_no_first_person():
    text = INTRO + QUESTIONS.format("The steel is late.", "The county pays.")
    answers = ["The steel is late.", "The county pays."]
    assert [text[slice(*turn.spans[0])] for turn in find_answers(text)] == answers


def test_few_plain_questions_ask_the_reader():
    text = INTRO + PLAIN.format("")
    assert find_answers(text[: text.index("When")]) == []
    assert find_answers(text + "\n\nThe pier is old." * 9) == []


@for_each(
    "text",
    [
        "The pier is shut.\n\n" + QUESTIONS.format("The steel is late.", "The county pays."),
        "Ola Berg is mayor.\n\n" + QUESTIONS.format("The steel is late.", "The county pays."),
        INTRO + QUESTIONS.format("The steel is late, says Berg.", "The county pays."),
        INTRO + "**Why is it shut?**\n\nI am sorry.",
        "**?**",
    ],
)
def test_headings_over_what_the_writer_says(text):
    assert find_answers(text) == []


def test_a_question_of_one_word():
    text = "We met Ola Berg.\n\n**Why?**\n\nI am late.\n\n**So?**\n\nI wait."
    assert [turn.speaker for turn in find_answers(text)] == ["Ola Berg", "Ola Berg"]


def test_answers_right_below_plain_questions():
    text = (
        "Ida Holm runs the mill. We met her at home.\n\n"
        "When did you start?\nIn 1984. I was young.\n\n"
        "Was it hard?\nEvery day. I loved it.\n\nWould you do it again?\nI would."
    )
    answers = [" ".join(text[slice(*s)] for s in turn.spans) for turn in find_answers(text)]
    assert answers == ["In 1984. I was young.", "Every day. I loved it.", "I would."]
