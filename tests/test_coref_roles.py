"""Roles: the words that say who somebody is, verbatim."""

import pytest
from profiles import profile


@pytest.mark.parametrize(
    ("text", "role"),
    [
        # before the name
        ("Mayor Ida Berg left.", "Mayor"),
        ("Rillco spokeswoman Ida Berg left.", "Rillco spokeswoman"),
        ("Brack’s finance minister Ida Berg left.", "Brack’s finance minister"),
        ("US Ambassador to the UN Ida Berg left.", "US Ambassador to the UN"),
        ("Former dancer and choreographer Ida Berg left.", "Former dancer and choreographer"),
        ("He called rope-maker Ida Berg.", None),
        ("He met cosmetologist Ida Berg.", "cosmetologist"),
        ("Brack Rovers goalie Ida Berg left.", "Brack Rovers goalie"),
        ("The mayor of Brack, Ida Berg, left.", "The mayor of Brack"),
        ("They met a baker named Ida Berg.", "a baker"),
        # behind the name
        ("Ida Berg, the mayor of Brack, left.", "the mayor of Brack"),
        ("Ida Berg, 63, a retired nurse, left.", "63, a retired nurse"),
        ("Ida Berg (director of Rill College) left.", "director of Rill College"),
        ("Ida Berg, R.N., head of the clinic, left.", "head of the clinic"),
        ("Ida Berg, a baker in Dalby, Norland, left.", "a baker in Dalby, Norland"),
        (
            "Ida Berg, a member of the Health, Education and Labour Committee, left.",
            "a member of the Health, Education and Labour Committee",
        ),
        ("Ida Berg, who owns the bakery, left.", "who owns the bakery"),
        ("Ida Berg, who was the first mayor of Brack, left.", "the first mayor of Brack"),
        ("Ida Berg of Rill College said no.", "of Rill College"),
        ("Ida Berg is the mayor of Brack.", "the mayor of Brack"),
        ("Ida Berg works as a baker in Dalby.", "a baker in Dalby"),
        # no role
        ("Mr. Ida Berg left.", None),
        ("In Brack, the mayor said that Ida Berg left.", None),
        ("Ida Berg, however, left.", None),
        ("Ida Berg misled investors about the plan.", None),
    ],
)
def test_the_role_of_a_person(text, role):
    speaker = profile(text, "Ida Berg")
    assert (speaker.role and speaker.role.text) == role


def test_the_second_of_two_shares_the_plural_before_the_first():
    text = "Fishermen Nils Berg and Bo Holm left."
    assert [profile(text, name).role.text for name in ("Nils Berg", "Bo Holm")] == ["Fishermen"] * 2


def test_a_noun_that_stands_for_the_person_elsewhere_is_a_role():
    text = "Ida Berg left. She was tired. The mayor, who is 63, said so. Mayor Berg slept."
    roles = [role.text for role in profile(text, "Ida Berg").roles]
    assert {"The mayor", "Mayor"} <= {*roles}


def test_the_fullest_role_stands_beside_the_name():
    text = "Mayor Ida Berg left. Berg, the mayor of the old town of Brack, was tired."
    speaker = profile(text, "Ida Berg")
    assert speaker.role.text == "the mayor of the old town of Brack"
    assert [role.text for role in speaker.roles] == ["Mayor", "the mayor of the old town of Brack"]


def test_a_former_title_in_quotation_marks_belongs_to_the_role():
    text = "“Rill Days” author Ida Berg left."
    assert profile(text, "Ida Berg").role.text.endswith("author")


def test_words_that_somebody_says_are_no_title():
    text = "“It will rain.” Baker Ida Berg left."
    assert profile(text, "Ida Berg").role.text == "Baker"
