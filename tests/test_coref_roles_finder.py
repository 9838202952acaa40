"""Roles: the words that say who somebody is, verbatim."""

from pathlib import Path

import pytest
from profiles import profile, role_mistakes
from tables import for_each


@for_each(
    ("text", "role"),
    [
        # after the name
        ("Ida Berg, the mayor of Brack, left.", "the mayor of Brack"),
        ("He sat with Ida Berg, the Foreign Secretary, at the derby.", "the Foreign Secretary"),
        ("Ida Berg, 21, from Dalby, left.", "21, from Dalby"),
        ("Ida Berg, aged 41, a teacher, left.", "aged 41, a teacher"),
        ("Ida Berg, 63, who lives next door, left.", "63, who lives next door"),
        ("Ida Berg — who owns the bakery — left.", "who owns the bakery"),
        ("Ida Berg, now a nurse in Dalby, left.", "now a nurse in Dalby"),
        ("Ida Berg, based in Dalby, left.", "based in Dalby"),
        ("Ida Berg, MP for Dalby, left.", "MP for Dalby"),
        ("Ida Berg of Dalby, a co-chair of the board, left.", "a co-chair of the board"),
        ("Ida Berg, a mother of two whose son fell, left.", "a mother of two whose son fell"),
        ("Ida Berg, his wife of 20 years, left.", "his wife of 20 years"),
        (
            "Ida Berg, a fellow at the Vale Institute think tank, left.",
            "a fellow at the Vale Institute think tank",
        ),
        (
            "Ida Berg, a nurse and one of the founders of the trust, left.",
            "a nurse and one of the founders of the trust",
        ),
        (
            "Ida Berg, a leader in Vale and close friend of Bo Holm, left.",
            "a leader in Vale and close friend of Bo Holm",
        ),
        (
            "Ida Berg, the founder of a group called Vale First, left.",
            "the founder of a group called Vale First",
        ),
        ("Ida Berg, author of “Rill Days” and a nurse, left.", "author of “Rill Days” and a nurse"),
        ("Ida Berg, star of “Rill Days,” left.", "star of “Rill Days,”"),
        ("Ida Berg, who said it rains, left.", None),
        ("Ida Berg, 43, is a nurse in Dalby.", "a nurse in Dalby"),
        ("Ida Berg is one of the founders of the trust.", "one of the founders of the trust"),
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
        ("Ida Berg, who scored twice, left.", "who scored twice"),
        ("Ida Berg, a nurse based in Vale told the Herald it rained.", "a nurse based in Vale"),
        ("Ida Berg, a nurse said, left.", None),
        ("With Ida Berg, a nurse said it rained.", None),
        ("“It rained,” said Rillco’s Ida Berg.", "Rillco’s"),
        ("“It rained,” said Nicole Holm’s Ida Berg.", None),
        ("“It rained,” said 19-year-old Ida Berg.", "19-year-old"),
        ("Ida Berg, MD and head of Rillco, left.", "MD and head of Rillco"),
        ("Ida Berg, MD and Bo Holm of Rillco left.", None),
        ("Rillco MD and CEO Ida Berg left.", "Rillco MD and CEO"),
        ("“It rained,” said the Vale Trust’s Ida Berg.", "the Vale Trust’s"),
        ("Ida Berg of Rill College said no.", "of Rill College"),
        ("Ida Berg is the mayor of Brack.", "the mayor of Brack"),
        ("Ida Berg works as a baker in Dalby.", "a baker in Dalby"),
        # no role
        ("Ida Berg, however, left.", None),
        ("Ida Berg misled investors about the plan.", None),
    ],
)
def test_the_role_of_a_person(text, role):
    speaker = profile(text, "Ida Berg")
    assert (speaker.role and speaker.role.text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ida Berg and Bo Holm, founders of the trust, left.", "founders of the trust"),
        ("Fishermen Ida Berg, Jan Lund and Bo Holm left.", "Fishermen"),
    ],
)
def test_all_of_several_people_share_their_role(text, role):
    assert {profile(text, name).role.text for name in ("Ida Berg", "Bo Holm")} == {role}


def test_a_role_of_ones_own_goes_before_a_shared_one():
    text = "Senators Jan Lund and Ida Berg left. Senator Berg slept."
    assert profile(text, "Ida Berg").role.text == "Senator"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Dr. Ida Berg, from Vale University, left.", "from Vale University"),
        ("Ida Berg of the Vale Trust left. The expert slept.", "of the Vale Trust"),
    ],
)
def test_words_beside_the_name_go_before_a_bare_title_and_a_bare_noun(text, role):
    assert profile(text, "Ida Berg").role.text == role


def test_the_role_of_another_after_a_conjunction_is_no_part_of_it():
    text = "Ida Berg of Rill College and Nicole Holm, a nurse, left. Nicole Holm slept."
    assert profile(text, "Ida Berg").role.text == "of Rill College"


def test_a_noun_that_stands_for_the_person_elsewhere_is_a_role():
    text = "Ida Berg left. She was tired. The mayor, who is 63, said so. Mayor Berg slept."
    roles = [role.text for role in profile(text, "Ida Berg").roles]
    assert {"The mayor", "Mayor"} <= {*roles}


def test_the_fullest_role_stands_beside_the_name():
    text = "Mayor Ida Berg left. Berg, the mayor of the old town of Brack, was tired."
    speaker = profile(text, "Ida Berg")
    assert speaker.role.text == "the mayor of the old town of Brack"
    assert [role.text for role in speaker.roles] == ["Mayor", "the mayor of the old town of Brack"]


ASIDES = [
    # labels
    ("Ida Berg (R-Brack) said it rained.", "R-Brack"),
    ("Ida Berg (D) said it rained.", None),
    ("Ida Berg, R-Brack, said it rained.", "R-Brack"),
    ("Ida Berg, D-Norland, a member of the panel, said it rained.", "a member of the panel"),
    ("Ida Berg (Vale Trust) said it rained.", "Vale Trust"),
    ("Ida Berg (Rillco) said it rained.", None),
    ("Ida Berg, Vale University, said it rained.", "Vale University"),
    ("Dr Ida Berg, University of Vale, said it rained.", "University of Vale"),
    (
        "Ida Berg, Vale Institute of Health and member of the board, said it rained.",
        "Vale Institute of Health and member of the board",
    ),
    ("Ida Berg, the Vale Trust and Rillco said no.", None),
    ("Ida Berg, Rillco, and Vale Foods said no.", None),
    ("Ida Berg, Dalby, said it rained.", None),
    ("Ida Berg – Vale University – said it rained.", "Vale University"),
    ("Ida Berg, Vale Trust director, said it rained.", "Vale Trust director"),
    # captions
    ("Ida Berg, right, a nurse, waits.", "a nurse"),
    ("Ida Berg, left, and Bo Holm wait.", None),
    ("Ida Berg, pictured, a nurse, waits.", "a nurse"),
    ("Ida Berg, center, the mayor of Brack, waits.", "the mayor of Brack"),
    ("Ida Berg (left), the mayor of Brack, waits.", "the mayor of Brack"),
    ("Ida Berg, second from left, the mayor of Brack, waits.", "the mayor of Brack"),
    ("Ida Berg (pictured above), a nurse, waits.", "a nurse"),
    ("Bo Holm, left, the mayor, and Ida Berg, right, a nurse, wait.", "a nurse"),
    # adverbs
    ("Ida Berg, formerly of the Vale Trust, left.", "formerly of the Vale Trust"),
    ("Ida Berg, originally from Dalby, left.", "originally from Dalby"),
    ("Ida Berg, formerly a nurse, left.", "formerly a nurse"),
    ("Ida Berg, currently a nurse at Vale Hospital, left.", "currently a nurse at Vale Hospital"),
    ("Ida Berg, also of Dalby, left.", "also of Dalby"),
    ("Ida Berg, previously the head of Rillco, left.", "previously the head of Rillco"),
    ("Ida Berg, herself from Dalby, left.", "herself from Dalby"),
    ("Ida Berg, however, of course, left.", None),
    # participles
    ("Ida Berg, leading the trust, left.", None),
    ("Ida Berg, born in Dalby, left.", "born in Dalby"),
    ("Ida Berg, best known for her songs, left.", "best known for her songs"),
    ("Ida Berg, accused of fraud, left.", "accused of fraud"),
    ("Ida Berg, in charge of the rescue, left.", "in charge of the rescue"),
    ("Ida Berg, 41, on loan from Vale, left.", "41, on loan from Vale"),
    ("Ida Berg, in front of the house, left.", None),
    ("Ida Berg, in charge of the rescue she left.", None),
    ("Ida Berg, prosecuting, told the court so.", "prosecuting"),
    ("Ida Berg, prosecuting the case with her said so.", None),
    ("Ida Berg, smiling, told the court so.", None),
    ("Ida Berg, representing the family, left.", "representing the family"),
    ("Ida Berg, named in the suit, left.", None),
    ("Ida Berg, ranked third in the world, left.", "ranked third in the world"),
    ("Ida Berg, responsible for sales at Rillco, left.", "responsible for sales at Rillco"),
    ("Ida Berg, educated at Vale College, left.", "educated at Vale College"),
    ("Ida Berg, elected in May, left.", None),
    ("Ida Berg, employed by Rillco, left.", "employed by Rillco"),
    ("Ida Berg, a mother whose son fell, left.", "a mother whose son fell"),
]


def test_asides_after_a_name():
    assert role_mistakes(ASIDES) == []


def test_an_apposition_with_several_modifiers():
    cases = [
        ("Ida Berg, Brack project director for Rillco, left.", "Brack project director for Rillco"),
        (
            "Ida Berg, a teenage mental health support worker at Vale Hospital, left.",
            "a teenage mental health support worker at Vale Hospital",
        ),
        (
            "They met Ida Berg, Captain Rill’s Norland voice actor since 1998, in Dalby.",
            "Captain Rill’s Norland voice actor since 1998",
        ),
        ("Ida Berg, MD, RDN, and founder of Vale Food, left.", "founder of Vale Food"),
        ("Ida Berg, MD of Vale Food, left.", "MD of Vale Food"),
        ("Ida Berg, MD, left.", None),
        ("They met Ida Berg, and mayor Bo Holm was there.", None),
    ]
    assert role_mistakes(cases) == []


def test_what_somebody_is_of_or_does_there():
    cases = [
        ("“It rained,” said Ida Berg of the trust.", "of the trust"),
        ("“It rained,” said Ida Berg of the week that passed.", None),
        ("Ida Berg, assigned to the night ward, left.", "assigned to the night ward"),
        ("Ida Berg, visiting from Dalby, left.", "visiting from Dalby"),
        ("Ida Berg, waiting for a bus, left.", None),
    ]
    assert role_mistakes(cases) == []


def test_a_surname_that_is_an_occupation_is_no_role():
    assert (
        profile("“It rained,” said Dr. Joy Baker, an OBGYN.", "Joy Baker").role.text == "an OBGYN"
    )


#: one case for each limit, each class of chunks and each condition of the module
LIMITS = [
    ("A friend, a nurse, Ida Berg, left.", "a nurse"),
    (
        "Ida Berg, their news support professor since 1990, left.",
        "their news support professor since 1990",
    ),
    ("Ida Berg at the clinic, one of the town’s councils, left.", "at the clinic"),
    ("Bo Holm and Ida Berg, nurses at the clinic, left.", "nurses at the clinic"),
    ("Jan Lund, Bo Holm and Ida Berg, nurses at the clinic, left.", "nurses at the clinic"),
    # what closes an aside
    ("Ida Berg, a nurse (she has worked in Dalby for long years), left.", "a nurse"),
    (
        "Ida Berg, a nurse “who sleeps and likes rain and all that is wet and cold and long and"
        " never ends at all”, left.",
        "a nurse",
    ),
    ("Ida Berg, mayor of Brack said it rained.", "mayor of Brack"),
    ("Ida Berg, mayor of Brack has left.", "mayor of Brack"),
    ("Ida Berg, mayor of Brack is old.", "mayor of Brack"),
    ("Ida Berg, mayor of Brack yesterday left.", "mayor of Brack"),
    ("Ida Berg, a nurse as it rained, left.", "a nurse"),
    ("Ida Berg, a nurse today, left.", "a nurse"),
    (
        "Ida Berg, a nurse in “Rill Days are long and dull and never end and yet we like all of"
        " them and see them”, left.",
        "a nurse",
    ),
    ("Ida Berg, the nurse today left.", None),
    # what stands between a name and an aside
    ("Ida Berg (in red and in blue), a nurse, left.", "a nurse"),
    ("Ida Berg (in red and in blue and in white), a nurse, left.", None),
    ("Ida Berg (in red\n\nand in blue), a nurse, left.", None),
    ("Ida Berg, fourth from far left, the mayor of Brack, waits.", "the mayor of Brack"),
    (
        "Ida Berg, a nurse who sat far left, the mayor and Bo Holm wait.",
        "a nurse who sat far left",
    ),
    ("Ida Berg (R-Brack) second from left, the mayor, waits.", "R-Brack"),
    ("Ida Berg, Mayor, a nurse, left.", "Mayor"),
    ("Ida Berg, 63", None),
    # a clause of saying
    ("Ida Berg, who also said it rains, left.", None),
    ("Ida Berg, who has said it rains, left.", None),
    ("Ida Berg, who, it rained, left.", None),
    # what an apposition is made of
    ("Ida Berg, new cosmetologist, left.", "new cosmetologist"),
    ("Ida Berg, allegation cosmetologist, left.", "allegation cosmetologist"),
    ("Ida Berg, 2020 cosmetologist, left.", "2020 cosmetologist"),
    ("Ida Berg, claim director at Rillco, left.", "claim director at Rillco"),
    ("Ida Berg, claims director, left.", None),
    ("Ida Berg, new big old tall cosmetologist, left.", "new big old tall cosmetologist"),
    ("Ida Berg, new big old tall grey cosmetologist, left.", None),
    ("Ida Berg, Vale cosmetologist, left.", "Vale cosmetologist"),
    ("Ida Berg, Vale new cosmetologist, left.", "Vale new cosmetologist"),
    ("Ida Berg, Vale said cosmetologist, left.", None),
    ("Ida Berg, Vale Trust claims director, left.", None),
    ("Ida Berg, a mental health support that helps, left.", None),
    ("Ida Berg and founder of Rillco left.", None),
    ("Ida Berg, tall a nurse, left.", None),
    ("Ida Berg, the talk of the town, left.", "the talk of the town"),
    ("Ida Berg, Dalby the talk of the town, left.", None),
    ("Ida Berg, he said, left.", None),
    ("Ida Berg (herself Norwegian) left.", None),
    ("Ida Berg (herself a nurse) left.", "herself a nurse"),
    ("Ida Berg, today’s mayor of Brack, left.", "today’s mayor of Brack"),
    # what a name is of
    ("Ida Berg in Dalby left.", None),
    ("Ida Berg of Bo Holm left.", None),
    ("“It rained,” said Ida Berg of the hat.", None),
    ("“It rained,” said Ida Berg of many.", None),
    ("Ida Berg for the record said no.", None),
    ("Ida Berg met a nurse.", None),
    ("Ida Berg who owns the bakery.", "who owns the bakery"),
    ("Ida Berg of Dalby — a baker — left.", "of Dalby"),
    ("Ida Berg (a nurse in Dalby) left.", "a nurse in Dalby"),
    # labels
    ("Ida Berg MP, a nurse, left.", "MP"),
    ("Ida Berg MD left.", None),
    ("Ida Berg MD of Rillco left.", "MD of Rillco"),
    ("Ida Berg PHD of Dalby left.", "of Dalby"),
    ("Ida Berg: Vale University, left.", None),
    ("Ida Berg,", None),
    ("Ida Berg, R-Brack", "R-Brack"),
    ("Ida Berg, R-Brack left.", None),
    ("Ida Berg, X-Brack, left.", None),
    ("Ida Berg, R-brack, left.", None),
    # several people
    ("Bo Holm met Ida Berg, founders of the trust, left.", None),
    ("Ida Berg and Bo Holm, a nurse, left.", None),
    (
        "Ida Berg and Bo Holm, founders of the trust, left. Berg is a nurse in Brack and Dalby.",
        "founders of the trust",
    ),
    (
        "Bo Holm and Ida Berg, founders of the old trust of Brack, left."
        " Ida Berg, a nurse at Rillco, slept.",
        "a nurse at Rillco",
    ),
    # beside the name, after *be*, elsewhere
    ("Ida Berg, the mayor of Dalby, left. Berg is a nurse in Brack.", "the mayor of Dalby"),
    ("Ida Berg slept. She is the mayor of Brack.", "the mayor of Brack"),
    # a noun that stands for the person elsewhere
    ("Mayor Ida Berg slept. The mayor of Brack left.", "The mayor of Brack"),
    ("Mayor Ida Berg slept. The mayor in red left.", "Mayor"),
    ("Mayor Ida Berg slept. The mayor", "Mayor"),
]


#: what looks like a role, and is none or ends sooner
NO_ROLES = [
    # when somebody was of an age
    ("As a boy, Ida Berg slept in a barn.", None),
    ("As a boy, Ida Berg was cold.", None),
    ("As a nurse, Ida Berg slept in a barn.", "a nurse"),
    # a country that speaks
    (
        "Veldia said no. The Veldian flag fell. Ida Berg, a friend of Rillco and Veldia, left.",
        "a friend of Rillco and Veldia",
    ),
    # of whose name a given name or an article is part
    ("Al Varda’s Ida Berg said it rained.", "Al Varda’s"),
    ("Nicole Varda’s Ida Berg said it rained.", None),
    (
        "Ida Berg, a baker in Dalby, Santa Vale and a mother, left.",
        "a baker in Dalby, Santa Vale and a mother",
    ),
    # of somebody else
    ("Otis Varga, a friend, Ida Berg, left.", None),
    ("Norland and Housing Minister Ida Berg left.", "Housing Minister"),
    # letters after a name, and a rank before it
    ("Ida Berg, CPT, left.", None),
    ("“It rained,” said Ida Berg, CPT.", None),
    ("Ida Berg, RDN, CPT, and founder of Vale Food, left.", "founder of Vale Food"),
    ("Ida Berg, CEO, left.", "CEO"),
    ("Two Ida Berg prints burnt. Ida Berg left.", None),
    # a person, as another mention shows
    ("Ida Berg of Tavra left. Queen Tavra slept.", None),
    # one of several
    ("They met one of the mayor’s aides, Ida Berg.", "one of the mayor’s aides"),
    # a place in a picture
    ("Ida Berg, a baker in Dalby, Norland (left) waits.", "a baker in Dalby, Norland"),
    # what a body is
    ("Ida Berg, head of Rillco, a supplier of salt, left.", "head of Rillco, a supplier of salt"),
    ("Ida Berg, head of Rillco, a sad tale of salt, left.", "head of Rillco"),
    # nouns after a body
    ("Ida Berg, police contact, left.", "police contact"),
    ("Ida Berg, police tales, left.", None),
]


def test_what_is_no_role():
    assert role_mistakes(NO_ROLES) == []


def test_a_title_that_belongs_to_a_single_name_is_a_role():
    assert profile("Pope Otis said it rained.", "Pope Otis").role.text == "Pope"
    assert profile("King County said it rained.", "King County").role is None
    assert profile("Mother Lena said it rained.", "Mother Lena").role is None


def test_limits_of_roles():
    assert role_mistakes(LIMITS) == []


@for_each(
    ("text", "roles"),
    [
        ("Ida Berg, a nurse who slept, left.", ["a nurse who slept"]),
        ("Ida Berg, who slept, left.", ["who slept"]),
        ("Mayor Ida Berg slept. The mayor who is 63.", ["Mayor", "The mayor who is 63"]),
        ("Mayor Ida Berg slept. The mayor in red left.", ["Mayor", "The mayor"]),
        # a noun that is the adjective of the next
        ("Ida Berg is an official. The official stance is dry.", ["an official"]),
        ("Ida Berg is an official. The official left.", ["an official", "The official"]),
        ("Ida Berg is an official. The official is dry.", ["an official", "The official"]),
        ("Ida Berg is a mayor. The mayor stances.", ["a mayor", "The mayor"]),
        # what *and* joins to a body
        ("Ida Berg, Rill College, and nurse at Vale, left.", ["Rill College", "nurse at Vale"]),
        ("Ida Berg, Rill College, and companies of Dalby, left.", ["Rill College"]),
        ("Ida Berg, Rill College, and board of the trust, left.", ["Rill College"]),
        ("Ida Berg, MD, CEO of Rillco, left.", ["CEO of Rillco", "of Rillco"]),
        ("Ida Berg, MD and he left.", []),
        ("Ida Berg, MD and mother, left.", []),
        ("Ida Berg, then charge of the rescue, left.", []),
        ("Ida Berg, a fan of good talk, left.", []),
        # *and* ends an office, whose modifier follows it
        ("Behind were 26-year-old Bo Holm and 21-year-old Ida Berg.", ["21-year-old"]),
        # a people's name comes from a single name
        (
            "Ida Berg, a friend of Norland Moor and Bo Holm, left. Norland Moor said no."
            " Norlandians left.",
            ["a friend of Norland Moor and Bo Holm"],
        ),
        ("Grist Ida Berg left.", []),
        # the second last sign of a number is no mark that closes
        ("Ida Berg, a winner of 2.5 and more, left.", ["a winner of 2.5 and more"]),
        # a title with a complement, and a given name that no complement goes on with
        ("The Rev. of Vale Ida Berg left.", ["The Rev. of Vale"]),
        ("Ida Berg, she of the bakers, left.", []),
        ("Ida Berg, Rill College, and the head of the trust, left.", ["Rill College"]),
        ("Ida Berg, Rill College, and nurse, left.", ["Rill College"]),
        # a few people
        ("Duo Ida Berg and Bo Holm left.", ["Duo"]),
        ("Duo Ida Berg left.", []),
        # a firm and its form
        ("Rill Foods, Inc. director Ida Berg left.", ["Rill Foods, Inc. director"]),
        ("In Rill Foods, Vale director Ida Berg left.", ["Vale director"]),
        ("Inc. director Ida Berg left.", ["Inc. director"]),
    ],
)
def test_no_other_words_are_roles(text, roles):
    assert [role.text for role in profile(text, "Ida Berg").roles] == roles


def test_a_last_name_that_is_a_noun_for_people_is_no_role():
    roles = profile("IDA BAKER of Dalby left. Ida Baker slept.", "Ida Baker").roles
    assert [role.text for role in roles] == ["of Dalby"]


def test_a_last_name_that_is_a_title_is_no_role():
    assert profile("Ida Dean left. Dean slept.", "Ida Dean").roles == ()


def test_two_people_of_whom_one_has_a_name():
    assert profile("The mayor of Brack and Bo Holm left.", "Bo Holm").role is None
    assert profile("The band Ida Berg and Bo Holm left.", "Bo Holm").role is None
    text = "Ida Berg, a friend of Bo Holm and Eva Lund, left."
    assert profile(text, "Ida Berg").role.text == "a friend of Bo Holm and Eva Lund"
    text = "Ida Berg, a lawyer for the family and Bo Holm left."
    assert profile(text, "Ida Berg").role.text == "a lawyer for the family"


def test_roles_in_many_words():
    wrong = []
    for line in (Path(__file__).parent / "gold" / "roles.txt").read_text("utf-8").splitlines()[1:]:
        text, name, role = line.split(" || ")
        ours = profile(text, name).role
        if ours is None or ours.text != role:
            wrong.append((text, role, ours))
    assert wrong == []
