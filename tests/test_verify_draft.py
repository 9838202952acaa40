"""A draft checked whole: its quotes, and who said them."""

import pytest
from tables import for_each

from quoteattr import Article, InputError, verify_draft

SOURCE = Article(
    "“We will rebuild the pier by May,” said Mara Holt, the mayor. “Yes,” she said.\n\n"
    "“Yes,” said Ivo Marek. “The town is not ready to pay for it,” he added.",
    id="notes",
)


def checked(draft):
    """Of each quote of a draft whether it is right, whether another said it, and the outcome."""
    results = verify_draft(draft, [Article("It rained.", id="other"), SOURCE])
    return [(result.right, result.wrong_speaker, result.verification.outcome) for result in results]


@for_each("speaker", ["Mara Holt", "Ms. Holt", "the mayor", "she", "Mayor Mara Holt"])
def test_a_speaker_may_be_called_otherwise(speaker):
    assert checked(f"“We will rebuild the pier by May,” {speaker} said.") == [
        (True, False, "exact")
    ]


@pytest.mark.parametrize("speaker", ["Ivo Marek", "Jana Holt", "Marek"])
def test_another_speaker_is_wrong(speaker):
    assert checked(f"“We will rebuild the pier by May,” {speaker} said.") == [
        (False, True, "exact")
    ]


@pytest.mark.parametrize("speaker", ["Mara Holt", "Ivo Marek"])
def test_what_two_said_is_right_for_both(speaker):
    assert checked(f"“Yes,” {speaker} said.") == [(True, False, "exact")]


def test_what_two_said_is_wrong_for_a_third():
    assert checked("“Yes,” Bo Lund said.") == [(False, True, "exact")]


def test_a_source_by_the_speaker_comes_first():
    texts = [Article(f"“We go,” said {name}.", id=name) for name in ("Ida Berg", "Bo Lund")]
    (result,) = verify_draft("“We go,” said Bo Lund.", texts)
    assert (result.right, result.verification.source) == (True, "Bo Lund")


def test_a_lost_negation_is_not_right():
    draft = "“The town is … ready to pay for it,” said Ivo Marek. He was “ready to pay for it.”"
    assert [right for right, _, _ in checked(draft)] == [False, False]


def test_words_that_nobody_said_are_looked_for_if_they_are_many():
    draft = "The “grand plan” stood. “We will rebuild the whole pier by June.”"
    assert checked(draft) == [(False, False, "altered")]


def test_a_quote_of_which_nothing_is_left():
    (result,) = verify_draft("“Rain is no plan,” said Bo Lund.", [SOURCE])
    assert str(result).splitlines() == [
        "NOT FOUND: “Rain is no plan,”",
        "The draft, 1–17, said by Bo Lund",
    ]


def test_a_quote_that_another_says_is_found_whatever_source_comes_first():
    draft = "“We will really rebuild the pier by May,” said Ivo Marek."
    for sources in ([SOURCE, "It rained."], ["It rained.", SOURCE]):
        (result,) = verify_draft(draft, sources)
        assert (result.verification.outcome, result.wrong_speaker) == ("altered", True)


def test_a_draft_without_quotes():
    assert verify_draft("It rained.", [SOURCE]) == []


@pytest.mark.parametrize(("draft", "texts"), [(5, ["a"]), ("a", "a"), ("“A b c d e.”", [5])])
def test_a_wrong_call(draft, texts):
    with pytest.raises(InputError):
        verify_draft(draft, texts)


@for_each("draft", [None, 5, b"a", ["a"]])
def test_a_draft_that_is_no_text_is_refused_by_its_name(draft):
    with pytest.raises(
        InputError, match=r"^verify_draft\(draft\) takes a string or an Article, not "
    ):
        verify_draft(draft, ["a"])
    with pytest.raises(
        InputError, match=r"^verify_draft\(texts\) takes a string or an Article, not "
    ):
        verify_draft("“Go,” said Ida Berg.", [draft])
