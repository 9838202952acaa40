"""Offices: the words before a name that say who its bearer is."""

import pytest
from profiles import profile, role_mistakes


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


FAMILIES = [
    # epithets
    ("The late Ida Berg said it rained.", None),
    ("A young Ida Berg said it rained.", None),
    ("Poor Ida Berg said it rained.", None),
    ("A tearful Ida Berg said it rained.", None),
    ("The always cheerful Ida Berg said it rained.", None),
    ("An angry and tired Ida Berg said it rained.", None),
    ("The ailing Ida Berg said it rained.", None),
    ("The great Ida Berg said it rained.", None),
    ("“Dear Ida Berg,” she wrote. Ida Berg slept.", None),
    ("A visibly shaken Ida Berg said it rained.", None),
    ("The retired Ida Berg said it rained.", None),
    ("The 44-year-old Ida Berg said it rained.", "The 44-year-old"),
    ("The top-ranked Ida Berg said it rained.", "The top-ranked"),
    ("The third-seeded Ida Berg said it rained.", "The third-seeded"),
    ("The late mayor Ida Berg said it rained.", "The late mayor"),
    ("The unbeaten Ida Berg said it rained.", None),
    ("The legendary Ida Berg said it rained.", None),
    # of
    ("Chief of Police Ida Berg said it rained.", "Chief of Police"),
    ("Brack Chief of Police Ida Berg said it rained.", "Brack Chief of Police"),
    ("Chief of Staff Ida Berg said it rained.", "Chief of Staff"),
    ("White House Chief of Staff Ida Berg said it rained.", "White House Chief of Staff"),
    ("Superintendent of schools Ida Berg said it rained.", "Superintendent of schools"),
    ("Director of studies Ida Berg said it rained.", "Director of studies"),
    ("Minister of Finance Ida Berg said it rained.", "Minister of Finance"),
    (
        "Minister for Education and Skills Ida Berg said it rained.",
        "Minister for Education and Skills",
    ),
    ("Secretary of State for Health Ida Berg said it rained.", "Secretary of State for Health"),
    ("Secretary of Defense Ida Berg said it rained.", "Secretary of Defense"),
    (
        "Undersecretary of State for Arms Control Ida Berg said it rained.",
        "Undersecretary of State for Arms Control",
    ),
    ("Head of Communications Ida Berg said it rained.", "Head of Communications"),
    ("Director of Public Prosecutions Ida Berg said it rained.", "Director of Public Prosecutions"),
    ("Chair of the board Ida Berg said it rained.", "Chair of the board"),
    # front
    ("Ida Berg left. As head of the trust, she knew it.", "head of the trust"),
    ("Ida Berg left. A former nurse, she was tired.", "A former nurse"),
    ("Ida Berg left. A native of Dalby, Berg was tired.", "A native of Dalby"),
    ("Ida Berg left. As a nurse, she was tired.", "a nurse"),
    ("Ida Berg left. “A nurse,” she said.", None),
    # ahead of the comma
    (
        "The Director General of the Agency for Roads (ARB), Mrs Ida Berg, said it rained.",
        "The Director General of the Agency for Roads (ARB)",
    ),
    (
        "The Director-General, Agency for Roads (ARB), Dr Ida Berg, said it rained.",
        "The Director-General, Agency for Roads (ARB)",
    ),
    (
        "The chief executive officer (CEO) of Rillco, Ida Berg, said it rained.",
        "The chief executive officer (CEO) of Rillco",
    ),
    ("The chairman, Vale Trust, Ida Berg, said it rained.", "The chairman, Vale Trust"),
    (
        "President of the Union of Teachers (UT), Ida Berg, said it rained.",
        "President of the Union of Teachers (UT)",
    ),
    (
        "The Managing Director/CEO of Rillco, Ida Berg, said it rained.",
        "The Managing Director/CEO of Rillco",
    ),
    (
        "Managing Director/CEO of Rillco, Ida Berg, said it rained.",
        "Managing Director/CEO of Rillco",
    ),
    ("Meanwhile, the Minister of Health, Ida Berg, said it rained.", "the Minister of Health"),
    (
        "On his part, the Commissioner for Works, Engr. Ida Berg, said it rained.",
        "the Commissioner for Works",
    ),
    (
        "The Public Relations Officer of the command, SP Ida Berg, said it rained.",
        "The Public Relations Officer of the command",
    ),
    ("The union’s president, Comrade Ida Berg, said it rained.", "The union’s president"),
    ("Party chairman in the state, Ida Berg, said it rained.", "Party chairman in the state"),
    (
        "A former judge in the Brack High Court, Ida Berg, said it rained.",
        "A former judge in the Brack High Court",
    ),
    ("The man behind the plan, Bo Holm, left. Ida Berg slept.", None),
    # shared
    ("Reps. Bo Holm, R-Vale, and Ida Berg, D-Brack, left.", "Reps."),
    ("Sens. Bo Holm (R-Vale) and Ida Berg (D-Brack) left.", "Sens."),
    ("Ministers Bo Holm (health) and Ida Berg (water) left.", "Ministers"),
    ("Actors Bo Holm, Jan Lund and Ida Berg left.", "Actors"),
    ("Co-authors Bo Holm and Ida Berg left.", "Co-authors"),
    ("Nurse Bo Holm and Ida Berg left.", None),
    ("Mayor Bo Holm, of Dalby, and Ida Berg left.", None),
    ("Directors Bo Holm of Rillco and Ida Berg of Vale Foods left.", "Directors"),
]


def test_families_of_offices():
    assert role_mistakes(FAMILIES) == []
