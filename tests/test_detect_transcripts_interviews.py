"""The person whom the text before an interview introduces."""

import pytest

from quoteattr.detect.transcripts.interviews import (
    addressee,
    announces_interview,
    answerer,
    interviewee,
)


@pytest.mark.parametrize(
    ("intro", "name"),
    [
        ("Ola Berg runs the harbour. We asked him about the pier.", "Ola Berg"),
        ("Otto Blum is mayor. We spoke with Dr. Ida Holm about his plan.", "Ida Holm"),
        ("The pier is shut.", ""),
    ],
)
def test_who_is_asked(intro, name):
    span = interviewee(intro)
    assert (intro[slice(*span)] if span else "") == name


def test_who_answers():
    assert answerer("Ola Berg runs the harbour.") == "Ola Berg"
    assert answerer("Ola Berg sued Ida Holm.") is None
    assert answerer("Ola Berg sued Ida Holm. We spoke to Ida Holm.") == "Ida Holm"
    assert answerer("The pier is shut.") is None


def test_whom_questions_address():
    asked = ["Mr. Marx, were you there?", "And then?"]
    assert addressee(asked, ["I was."]) == "Marx"
    assert addressee(["Your name?", "And then, Mr Marx?"], ["Otto Marx.", "No."]) == "Otto Marx"
    assert addressee([*asked, "Who was it, Ms. Berg?"], ["I was."]) is None
    assert addressee(["Was Mr. Marx there?"], ["He was."]) is None


def test_an_interview_is_announced():
    assert announces_interview("We spoke to her.")
    assert not announces_interview("She spoke.")
