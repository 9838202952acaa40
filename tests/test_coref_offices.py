"""Offices: the words before a name that say who its bearer is."""

import pytest
from profiles import profile


@pytest.mark.parametrize(
    ("text", "role"),
    [
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
        ("Rillco vice president of sales Ida Berg left.", "Rillco vice president of sales"),
        ("The remarks by Secretary of State Ida Berg were short.", "Secretary of State"),
        ("Rillco’s recently named chair Ida Berg left.", "Rillco’s recently named chair"),
        ("Vale Health Trust (VHT) Director Ida Berg left.", "Vale Health Trust (VHT) Director"),
        ("The frontman Ida Berg left.", "The frontman"),
        ("Outgoing finance minister Mrs. Ida Berg left.", "Outgoing finance minister"),
        ("One of his victims, Ida Berg, left.", "One of his victims"),
        ("A nurse by training, Ida Berg runs the clinic.", "A nurse by training"),
        ("As head of the Vale Trust, Ida Berg knows it.", "head of the Vale Trust"),
        ("Bank of Norland economist Ida Berg left.", "Bank of Norland economist"),
        ("Vale Party for the People leader Ida Berg left.", "Vale Party for the People leader"),
        ("The 14th-ranked Ida Berg left.", "The 14th-ranked"),
        ("The growth of sales Ida Berg foresaw came.", None),
        ("A fan of Ida Berg left.", None),
        # no role
        ("Mr. Ida Berg left.", None),
        ("The elder Mr. Ida Berg left.", None),
        ("A spokesman for Mr. Ida Berg left.", None),
        ("The military adviser to Secretary of State Ida Berg left.", "Secretary of State"),
        ("In Brack, the mayor said that Ida Berg left.", None),
    ],
)
def test_the_office_before_a_name(text, role):
    speaker = profile(text, "Ida Berg")
    assert (speaker.role and speaker.role.text) == role


def test_the_second_of_two_shares_the_plural_before_the_first():
    text = "Fishermen Nils Berg and Bo Holm left."
    assert [profile(text, name).role.text for name in ("Nils Berg", "Bo Holm")] == ["Fishermen"] * 2


def test_a_former_title_in_quotation_marks_belongs_to_the_role():
    text = "“Rill Days” author Ida Berg left."
    assert profile(text, "Ida Berg").role.text.endswith("author")


def test_words_that_somebody_says_are_no_title():
    text = "“It will rain.” Baker Ida Berg left."
    assert profile(text, "Ida Berg").role.text == "Baker"


def test_a_nominal_that_runs_into_the_name_is_no_role_of_its_own():
    roles = profile("Secretary of State Ida Berg left.", "Ida Berg").roles
    assert [role.text for role in roles] == ["Secretary of State"]
