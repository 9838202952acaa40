"""Offices: the words before a name that say who its bearer is."""

from profiles import profile, role_mistakes, roles_beside
from tables import for_each

from quoteattr.coref.roles.role import Rank


@for_each(
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
        ("A baker from Dalby met Ida Berg.", None),
        ("A baker from Dalby called Ida Berg a bore.", None),
        ("A baker of cakes accused Ida Berg of theft.", None),
        ("The mayor of Dalby slapped Ida Berg.", None),
        ("The mayor of Dalby married Ida Berg.", None),
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
    ("The mayor of Dalby, Norland, Ida Berg, left.", "The mayor of Dalby, Norland"),
    ("A friend of Bo Holm, Jan Lund, Ida Berg, left.", None),
    ("The Dalby, Norland, mayor, Ida Berg, left.", "The Dalby, Norland, mayor"),
    ("Dalby, Norland, mayor, Ida Berg, left.", "mayor"),
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


#: one case for each limit, each class of chunks and each condition of the module
LIMITS = [
    # one of several who share it, and what they are of
    ("Bakers Ida Berg of Dalby and Bo Holm left.", "Bakers"),
    ("Senators Ida Berg (R-Vale) and Bo Holm left.", "Senators"),
    ("Senators Ida Berg left.", None),
    ("Fishermen Jan Lund, Bo Holm and Mayor Ida Berg left.", "Mayor"),
    ("The mayor of Brack and President Ida Berg left.", "President"),
    ("Directors of sales Ida Berg and Bo Holm left.", None),
    # called by name; in a list after another name
    ("They met a baker from Dalby named Ida Berg.", "a baker from Dalby"),
    ("They met a mother of two from Dalby called Ida Berg.", "a mother of two from Dalby"),
    ("A baker called Ida Berg “dull”.", None),
    ("A baker named Ida Berg “saw it all”.", "A baker"),
    ("Bo Holm, one of his friends, Ida Berg, left.", None),
    ("Bo Holm, the head of the Vale Trust (VT), Ida Berg, left.", None),
    # nouns and words that are joined
    ("A nurse and a mother, Ida Berg, left.", "A nurse and a mother"),
    ("Rill’s old and sales director Ida Berg left.", "sales director"),
    ("Rillco warning director Ida Berg left.", "director"),
    # the definite nominal before a comma is somebody else
    ("The nurse, the baker Ida Berg left.", "the baker"),
    ("The nurse by training, Bo Holm, met Ida Berg.", None),
    ("Ida Berg slept. The nurse at the clinic, she left.", None),
    # how far an office reaches
    (
        "Director of new big small red green blue grey long short things Ida Berg left.",
        "Director of new big small red green blue grey long short things",
    ),
    ("Brack sales and claim clerk Ida Berg left.", "claim clerk"),
    (
        "Brack Vale Dalby old new big small red green blue grey long short"
        " first last cosmetologist Ida Berg left.",
        "last cosmetologist",
    ),
    ("The bank of Norland economist Ida Berg left.", "The bank of Norland economist"),
    ("Rillco Trust and Vale mayor Ida Berg left.", "Rillco Trust and Vale mayor"),
    ("Vale Trust (VT) director of sales Ida Berg left.", "Vale Trust (VT) director of sales"),
    ("They say goalie Ida Berg left.", "goalie"),
    ("Bank on Norland economist Ida Berg left.", "Norland economist"),
    # titles in quotation marks
    ("“Rill Days” and “Vale” star Ida Berg left.", "“Vale” star"),
    (
        "The “Rill Days are long and dull and never end and yet we like all of"
        " them” goalie Ida Berg left.",
        "goalie",
    ),
    # lists of names
    (
        "Actors Bo Holm, Jan Lund, Nils Dahl, Eva Krog, Per Moe, Ole Vik, Tom"
        " Rud, Kim Aas and Ida Berg left.",
        None,
    ),
    ("Ministers Bo Holm (health. Water) and Ida Berg left.", None),
    ("Ministers Bo Holm (health and water and air and) and Ida Berg left.", None),
    (
        "Ministers Bo Holm (health), Jan Lund, Nils Dahl, Eva Krog, Per Moe, Ole Vik and"
        " Ida Berg left.",
        "Ministers",
    ),
    ("Senators Ida Berg, Jan Lund and Bo Holm left. Senator Berg slept.", "Senator"),
    ("Senators Ida Berg (R-Vale) and Bo Holm left. Senator Berg slept.", "Senator"),
    ("Senators Ida Berg of Vale and Bo Holm left. Senator Berg slept.", "Senator"),
    ("Ministers Bo Holm (health, water) and Ida Berg left.", "Ministers"),
    ("Mayor Ida Berg and Bo Holm left. Senator Berg sat.", "Mayor"),
    ("Senators Ida Berg and Bo Holm left. Senator Berg slept.", "Senator"),
    ("Senators Ida Berg slept. Senator Berg sat.", "Senator"),
    ("Fishermen Bo Holm and Ms. Ida Berg left.", None),
    ("Fishermen Bo Holm, Ida Berg left.", None),
    # the complement of an office
    ("Director of claims Ida Berg left.", "Director of claims"),
    ("Director of crop reports Ida Berg left.", "Director of crop reports"),
    ("Director of sales and marketing Ida Berg left.", "Director of sales and marketing"),
    ("Head of complaint handling Ida Berg left.", "Head of complaint handling"),
    ("Head of Vale’s schools Ida Berg left.", "Head of Vale’s schools"),
    ("Head of  sales Ida Berg left.", None),
    ("Head without sales Ida Berg left.", None),
    ("US Ambassador to the un Ida Berg left.", None),
    ("Head, of sales Ida Berg left.", None),
    ("Head  of sales Ida Berg left.", None),
    (
        "Director of new big small red green blue grey long short old things Ida Berg left.",
        None,
    ),
    ("Head of retired things Ida Berg left.", "Head of retired things"),
    ("Head of 2020 sales Ida Berg left.", "Head of 2020 sales"),
    ("New cosmetologist of state Ida Berg left.", "New cosmetologist of state"),
    ("Vale Trust for crops economist Ida Berg left.", "Vale Trust for crops economist"),
    ("Ambassador to President Ida Berg left.", "President"),
    ("Ambassador to the mayor Ida Berg left.", "the mayor"),
    ("A bakery for cats Ida Berg left.", None),
    ("The director of sales praised the helpless Ida Berg.", None),
    ("The director of sales met cosmetologist Ida Berg.", "cosmetologist"),
    # before a comma
    ("Brack’s old town mayor, Ida Berg, left.", "Brack’s old town mayor"),
    (
        "The mayor’s new big old cosmetologist, Ida Berg, left.",
        "The mayor’s new big old cosmetologist",
    ),
    ("The mayor’s new big old tall cosmetologist, Ida Berg, left.", None),
    (
        "The mayor’s allegation cosmetologist, Ida Berg, left.",
        "The mayor’s allegation cosmetologist",
    ),
    ("The mayor’s training cosmetologist, Ida Berg, left.", "The mayor’s training cosmetologist"),
    ("The mayor’s 2020 cosmetologist, Ida Berg, left.", "The mayor’s 2020 cosmetologist"),
    ("The head of Brack’s cosmetologist, Ida Berg, left.", "The head of Brack’s cosmetologist"),
    (
        "The mayor and training cosmetologist, Ida Berg, left.",
        "The mayor and training cosmetologist",
    ),
    ("The mayor and 2020 cosmetologist, Ida Berg, left.", "The mayor and 2020 cosmetologist"),
    (
        "The mayor and allegation cosmetologist, Ida Berg, left.",
        "The mayor and allegation cosmetologist",
    ),
    (
        "The mayor and old tall cosmetologist, Ida Berg, left.",
        "The mayor and old tall cosmetologist",
    ),
    ("The mayor and very old tall cosmetologist, Ida Berg, left.", None),
    ("The mayor and Brack Director, Ida Berg, left.", "The mayor and Brack Director"),
    # the complement before a comma
    ("The head of new buses, Ida Berg, left.", "The head of new buses"),
    ("The head of allegation handling, Ida Berg, left.", "The head of allegation handling"),
    ("The head of unlisted things, Ida Berg, left.", "The head of unlisted things"),
    ("The head of 2020 sales, Ida Berg, left.", "The head of 2020 sales"),
    ("The head of sales and marketing, Ida Berg, left.", "The head of sales and marketing"),
    ("The head of Brack’s schools, Ida Berg, left.", "The head of Brack’s schools"),
    ("The head of the department (old), Ida Berg, left.", "The head of the department (old)"),
    ("The head of roads (the agency), Ida Berg, left.", "The head of roads (the agency)"),
    # a body before the comma
    (
        "The chairman, Vale Trust for the poor, Ida Berg, left.",
        "The chairman, Vale Trust for the poor",
    ),
    (
        "The chairman, Vale Trust for new roads, Ida Berg, left.",
        "The chairman, Vale Trust for new roads",
    ),
    (
        "The chairman, Vale Trust for new roads (VT), Ida Berg, left.",
        "The chairman, Vale Trust for new roads (VT)",
    ),
    ("The chairman, Vale Trust for very new roads, Ida Berg, left.", None),
    # what an apposition may begin after
    ("It rained. Party chairman in the state, Ida Berg, left.", "Party chairman in the state"),
    ("Party chairman in the state, Ida Berg, left", "Party chairman in the state"),
    ("“It rained,” party chairman in the state, Ida Berg, said.", "party chairman in the state"),
    ("Note: party chairman in the state, Ida Berg, left.", "party chairman in the state"),
    ("“Go,” said party chairman in the state, Ida Berg.", "party chairman in the state"),
    ("Quoting party chairman in the state, Ida Berg, he left.", "party chairman in the state"),
    (
        "According to party chairman in the state, Ida Berg, it rained.",
        "party chairman in the state",
    ),
    ("He said that party chairman in the state, Ida Berg, left.", "party chairman in the state"),
    ("He left with party chairman in the state, Ida Berg.", "party chairman in the state"),
    ("He was seen by party chairman in the state, Ida Berg.", "party chairman in the state"),
    (
        "Two (party chairman in the state, Ida Berg, and Bo Holm) left.",
        "party chairman in the state",
    ),
    ("Vale (VT) party chairman in the state, Ida Berg, left.", "party chairman in the state"),
    ('Vale" party chairman in the state, Ida Berg, left.', "party chairman in the state"),
    ("It rained — party chairman in the state, Ida Berg, said so.", "party chairman in the state"),
    ("A deft and the liberal opponent, Ida Berg, left.", "the liberal opponent"),
    # before a pronoun
    ("Ida Berg left. A nurse by training she is.", None),
    ("Ida Berg left. A nurse, she said, slept.", None),
    ("Ida Berg slept. In May the nurse, she left.", None),
    ("Ida Berg slept. As the nurse, she left.", "the nurse"),
    ("Ida Berg slept. When a nurse, she left.", None),
    ("In May a nurse, Ida Berg slept.", None),
    ("Mayor and old cosmetologist, Ida Berg, left.", "Mayor and old cosmetologist"),
    ("The mayor and acting head, Ida Berg, left.", "The mayor and acting head"),
    ("The head of Monday shows, Ida Berg, left.", "The head of Monday shows"),
    ("A friend of many, Ida Berg, left.", "A friend of many"),
    # what follows the name
    ("In May the mayor, Ida Berg — who slept — left.", "the mayor"),
    ('In May the mayor, Ida Berg" left.', "the mayor"),
    ("In May the mayor, Ida Berg who slept, left.", "the mayor"),
    ("In May the mayor, Ida Berg said, left.", "the mayor"),
    ("In May the mayor, Ida Berg (63), left.", "the mayor"),
    ("He met two (in May the mayor, Ida Berg) there.", "the mayor"),
    ("In May the mayor, Ida Berg “the Rock” left.", "the mayor"),
    ("In May the mayor, Ida Berg: “Go.”", "the mayor"),
    ("In May the mayor, Ida Berg had left.", "the mayor"),
    ("In May the mayor, Ida Berg is old.", "the mayor"),
    ("Ida Berg left,", None),
    # possessors
    ("Rillco’s recently sworn chair Ida Berg left.", "Rillco’s recently sworn chair"),
    ("Rillco’s newly calling chair Ida Berg left.", "Rillco’s newly calling chair"),
    ("Rill University’s Ida Berg left.", "Rill University’s"),
    ("Norland’s Ida Berg left.", "Norland’s"),
    ("Bo Holm’s Ida Berg left.", None),
    ("Dr. Holm’s Ida Berg left.", None),
    # the object of a verb that an office precedes
    ("A director of the Rill Institute said Ida Berg left.", None),
    ("Director of the Rill Institute said Ida Berg left.", None),
    # what stands before an office
    ("He thanked the frontman the mayor Ida Berg.", "the mayor"),
    ("Brack crop and trade cosmetologist Ida Berg left.", "Brack crop and trade cosmetologist"),
    ("Brack crop and training cosmetologist Ida Berg left.", "cosmetologist"),
    (
        "Brack allegation and crop cosmetologist Ida Berg left.",
        "Brack allegation and crop cosmetologist",
    ),
    (
        "Brack crop and allegation cosmetologist Ida Berg left.",
        "Brack crop and allegation cosmetologist",
    ),
    ("Brack attack cosmetologist Ida Berg left.", "Brack attack cosmetologist"),
    ("Rillco met cosmetologist Ida Berg.", "cosmetologist"),
    ("Rillco hired cosmetologist Ida Berg.", "cosmetologist"),
    # an unknown noun
    ("Brack Rovers stopper Ida Berg left.", "Brack Rovers stopper"),
    ("“Rill Days” stopper Ida Berg left.", "“Rill Days” stopper"),
    ("They say stopper Ida Berg left.", None),
    ("Brack Rovers beat Ida Berg.", None),
    ("The Vale Trust claim Ida Berg left.", None),
    ("The kind of unilateral action President Ida Berg took is rare.", "President"),
    ("Brack county Sheriff Ida Berg left.", "Brack county Sheriff"),
    ("“Go,” said veteran cosmetologist Ida Berg.", "veteran cosmetologist"),
    ("Nobody thanked acting Mayor Ida Berg.", "Mayor"),
    (
        "“No,” said Chairman of the Rain Committee of the People’s Assembly Ida Berg.",
        "Chairman of the Rain Committee of the People’s Assembly",
    ),
    # epithets
    ("The 44-year-old Mrs. Ida Berg left.", "The 44-year-old"),
    ("The dark-haired Ida Berg left.", None),
    ("The 7-2 Ida Berg left.", "The 7-2"),
]


def test_a_title_may_begin_like_the_name():
    assert [role.text for role in profile("Captain Cap Holm left.", "Cap Holm").roles] == [
        "Captain"
    ]


def test_what_two_names_are_the_objects_of_is_no_office():
    assert profile("The rules that face Tresk worry Brack.", "Brack").roles == ()


def test_limits_of_offices():
    assert role_mistakes(LIMITS) == []


def test_whose_somebody_is_stands_right_before_the_name():
    roles = profile("Rill University’s Mayor Ida Berg left.", "Ida Berg").roles
    assert [role.text for role in roles] == ["Rill University’s Mayor"]


@for_each(
    ("text", "roles"),
    [
        # the complement of an apposition before a comma
        ("The head of mended roads, Ida Berg, left.", ["The head of mended roads"]),
        ("The mayor of Ward 7, Ida Berg, left.", ["The mayor of Ward 7"]),
        ("The minister of rain and sport, Ida Berg, left.", ["The minister of rain and sport"]),
        ("The head of the mayor’s office, Ida Berg, left.", ["The head of the mayor’s office"]),
        ("The chairman, the Agency for Roads, Ida Berg, left.", []),
        # what stands before it, and after the name
        ("The girl, Ida Berg, left.", ["The girl"]),
        ("The tired and the liberal opponent, Ida Berg, left.", ["the liberal opponent"]),
        ("They met the mayor, Ida Berg (Vale), there.", ["the mayor"]),
        ("They met (the mayor, Ida Berg) in Vale.", ["the mayor"]),
        ("They met the mayor, Ida Berg: “It rains.”", ["the mayor"]),
        ("They met the mayor, Ida Berg “It rains.”", ["the mayor"]),
        # offices that run into the name
        ("Commissioner of Police (East) Ida Berg left.", ["Commissioner of Police (East)"]),
        ("World number 2 Ida Berg left.", ["World number 2"]),
        ("World number two Ida Berg left.", ["World number two"]),
        ("Works and Housing Minister Ida Berg left.", ["Works and Housing Minister"]),
        ("It was rain President Ida Berg took.", ["President"]),
        ("It was Vale rain President Ida Berg took.", ["Vale rain President"]),
        ("The president of the company Ida Berg left.", ["The president of the company"]),
        ("Rain of the mayor Ida Berg left.", ["the mayor"]),
        ("The Rill Days author Ida Berg left.", ["author"]),
    ],
)
def test_roles_before_a_name(text, roles):
    assert [text[role.start : role.end] for role in roles_beside(text)] == roles


def test_the_noun_of_a_possessor_is_no_head():
    text = "The head of the mayor’s office, Ida Berg, left."
    assert [role.noun for role in roles_beside(text)] == ["office"]
    text = "As a nurse by training and mayor’s aide, Ida Berg left."
    assert [role.noun for role in roles_beside(text)] == ["nurse"]


@for_each(
    ("text", "rank"),
    [
        ("Sens. Ida Berg, Bo Holm and Al Varda left.", Rank.SHARED),
        ("The fishermen Ida Berg and Bo Holm left.", Rank.SHARED),
        ("The fishermen Ida Berg left.", Rank.BESIDE),
    ],
)
def test_a_plural_before_one_of_several_is_shared(text, rank):
    assert [role.rank for role in roles_beside(text)] == [rank]
