"""Turns: their words are whole, without stage directions, and end where the speaker does."""

import pytest
from tables import for_each

from quoteattr.detect.transcripts.turns import find_turns, in_first_person


def turns(text: str) -> list[str]:
    """The words of each turn, a bar between its pieces."""
    return ["|".join(text[slice(*span)] for span in turn.spans) for turn in find_turns(text)]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"], ids=["LF", "CR", "CRLF"])
def test_paragraphs_of_one_turn(end):
    lines = ["OLA BERG, MAYOR: We go.", "", "We go now.", "", "IDA HOLM, HOST: When?"]
    assert turns(end.join(lines)) == ["We go.|We go now.", "When?"]


@for_each(
    ("words", "pieces"),
    [
        ("We go. (APPLAUSE) Now.", "We go.|Now."),
        ("We go. [laughter]", "We go."),
        ("We go.\n\n(APPLAUSE)\n\nNow.", "We go.|Now."),
        ("We go.\n\n(BEGIN VIDEO CLIP)\n\nA ferry sinks.", "We go."),
        ("We go.\n\n###\n\nThe courier is a newspaper.", "We go."),
        ("We go.\n\n*This interview has been edited.*", "We go."),
        ("We go.\n\nBerg said that he would go.", "We go."),
        ("**We go.**", "We go."),
        ("“We go.”\n\nHe laughs.", "“We go.”"),
    ],
)
def test_where_a_turn_ends(words, pieces):
    assert turns(f"IDA HOLM, HOST: When?\n\nOLA BERG, MAYOR: {words}")[1] == pieces


def test_two_speakers_with_one_last_name():
    text = "IDA BERG: It is late.\n\nOLA BERG: It is early.\n\nIDA BERG: It rains."
    assert [turn.speaker for turn in find_turns(text)] == ["Ida Berg", "Ola Berg", "Ida Berg"]


def test_the_answers_of_the_person_introduced():
    text = "Ola Berg runs the harbour.\n\nQ: Who pays?\n\nA: You do.\n\nQ: Why?\n\nA: I do not."
    assert [turn.speaker for turn in find_turns(text)] == ["Q", "Ola Berg"] * 2


def test_the_edges_of_a_table_are_no_words():
    row = "| Ida Holm | Who pays? |\n| Ola Berg | You do. |\n"
    assert turns(row * 2) == ["Who pays?", "You do."] * 2


def test_the_last_turn_is_as_long_as_others():
    text = "Ida Holm: Who?\n\nOla Berg: I.\n\nHolm: You?\n\nBerg: I did.\n\nIt rained all night."
    assert turns(text) == ["Who?", "I.", "You?", "I did."]
    divided = text.replace("I did.", "I [laughs] did.")
    assert turns(divided) == ["Who?", "I.", "You?", "I|did."]


@for_each("text", ["", "\n", ":", "A:", "Q", "NORA KAHN, ANCHOR:", "<v >", "(((", "Q."])
def test_scraps_have_no_turns(text):
    assert turns(text) == []


def test_first_person():
    assert in_first_person("I'm late.")
    assert not in_first_person("“I am late,” he said.")


def test_labels_in_the_midst_of_a_line():
    text = (
        "They met on air. IDA HOLM, HOST: Is it open? OLA BERG: It is not. HOLM: When, then? "
        "BERG: In May."
    )
    speakers = [turn.speaker for turn in find_turns(text)]
    assert speakers == ["Ida Holm", "Ola Berg", "Ida Holm", "Ola Berg"]
    assert turns(text) == ["Is it open?", "It is not.", "When, then?", "In May."]
    assert turns("It rained. WHEN: Monday at noon. WHERE: the hall. PRICE: five crowns.") == []


def test_an_office_after_a_double_hyphen():
    text = (
        "Operator\n\nWelcome, all of you.\n\nIda Holm -- Chief Executive Officer\n\nThank you.\n\n"
        "Ola Berg -- Harbour Bank -- Analyst\n\nWhy now?\n\n"
        "Ida Holm -- Chief Executive Officer\n\nWe are late."
    )
    speakers = [turn.speaker for turn in find_turns(text)]
    assert speakers == ["Operator", "Ida Holm", "Ola Berg", "Ida Holm"]
    assert turns(text) == ["Welcome, all of you.", "Thank you.", "Why now?", "We are late."]


def test_a_role_before_a_name():
    text = (
        "MODERATOR IDA HOLM: Time.\n\nGOV. OLA BERG: You cut me off.\n\nHOLM: I did.\n\nBERG: Why?"
    )
    assert [turn.speaker for turn in find_turns(text)] == [
        "Ida Holm",
        "Ola Berg",
        "Ida Holm",
        "Ola Berg",
    ]
