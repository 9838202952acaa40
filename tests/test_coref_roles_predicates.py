"""Roles that a verb gives to its subject."""

from profiles import role_mistakes, roles_beside
from tables import for_each

VERBS = [
    # predicate
    ("Ida Berg is chief executive of Rillco.", "chief executive of Rillco"),
    ("Ida Berg is director of the Vale Institute.", "director of the Vale Institute"),
    ("Ida Berg was the only woman on the board.", "the only woman on the board"),
    ("Ida Berg is also a member of the board.", "a member of the board"),
    ("Ida Berg is currently the head of the school.", "the head of the school"),
    (
        "Ida Berg is an associate professor of law at Vale University.",
        "an associate professor of law at Vale University",
    ),
    ("Ida Berg is Brack’s first mayor.", "Brack’s first mayor"),
    ("Ida Berg is Rillco’s head of sales.", "Rillco’s head of sales"),
    ("Ida Berg, who is also a nurse, said it rained.", "a nurse"),
    ("Ida Berg had been a teacher in Dalby.", "a teacher in Dalby"),
    ("Ida Berg remains the leader of the party.", "the leader of the party"),
    ("Ida Berg served as mayor of Brack.", "mayor of Brack"),
    ("Ida Berg serves as director of the trust.", "director of the trust"),
    ("Ida Berg was appointed director of the trust.", "director of the trust"),
    ("Ida Berg was elected mayor of Brack.", "mayor of Brack"),
    ("Ida Berg was named coach of the Rovers.", "coach of the Rovers"),
    ("Ida Berg works at the Vale Trust.", "works at the Vale Trust"),
    ("Ida Berg works for the Vale Trust.", "works for the Vale Trust"),
    ("Ida Berg works as a nurse at Vale Hospital.", "a nurse at Vale Hospital"),
    ("Ida Berg worked as a nurse at Vale Hospital.", "a nurse at Vale Hospital"),
    ("Ida Berg, who works as a nurse, said it rained.", "a nurse"),
    ("Ida Berg runs a bakery in Dalby.", "runs a bakery in Dalby"),
    ("Ida Berg owns a bakery in Dalby.", "owns a bakery in Dalby"),
    ("Ida Berg leads the Vale Trust.", "leads the Vale Trust"),
    ("Ida Berg heads the Vale Trust.", "heads the Vale Trust"),
    ("Ida Berg lives in Dalby with her son.", "lives in Dalby with her son"),
    ("Ida Berg, 44, lives in Dalby with her son.", "lives in Dalby with her son"),
    ("Ida Berg, who lives in Dalby, said it rained.", "who lives in Dalby"),
    ("Ida Berg and her husband own a bakery.", None),
    ("Ida Berg is a 44-year-old from Dalby.", "a 44-year-old from Dalby"),
    ("Ida Berg is a fan of the Rovers.", "a fan of the Rovers"),
    ("Ida Berg is a Vale native.", "a Vale native"),
    ("Ida Berg is no stranger to the sea.", None),
    ("Ida Berg is a problem.", None),
    ("Ida Berg is the reason for it.", None),
    ("Ida Berg was the winner of the prize.", "the winner of the prize"),
    ("Berg left. She is a baker in Dalby. Ida Berg said it rained.", "a baker in Dalby"),
    ("Ida Berg left. She is a baker in Dalby.", "a baker in Dalby"),
    ("Ida Berg left. She’s a baker in Dalby.", "a baker in Dalby"),
    ("Ida Berg left. She was a baker in Dalby.", "a baker in Dalby"),
    ("Ida Berg left. She works as a baker.", "a baker"),
    ("Ida Berg left. As head of the trust, she knew it.", "head of the trust"),
    ("Ida Berg left. As a nurse, Berg knew it.", "a nurse"),
    ("As a nurse, Ida Berg knew it.", "a nurse"),
    ("As the mayor of Brack, Ida Berg knew it.", "the mayor of Brack"),
    ("A nurse by training, Ida Berg knew it.", "A nurse by training"),
    ("Ida Berg left. Berg, a nurse, said it rained.", "a nurse"),
    ("Ida Berg left. Berg, who is a nurse, said it rained.", "a nurse"),
    ("Ida Berg left. The Rovers captain said it rained.", "The Rovers captain"),
    ("Ida Berg left early. The former minister was tired.", "The former minister"),
    ("Ida Berg left early. The Vale Trust chief was tired.", "The Vale Trust chief"),
    ("Ida Berg left early. A former nurse, she was tired.", "A former nurse"),
    ("Ida Berg left early. A Dalby native, Berg was tired.", "A Dalby native"),
    ("The nurse was tired, Ida Berg said.", None),
]
LATER = [
    # later
    ("Ida Berg left early. Berg, a nurse, was tired.", "a nurse"),
    ("Ida Berg left early. Berg, 44, a nurse from Dalby, was tired.", "44, a nurse from Dalby"),
    ("Ida Berg left early. “It rained,” said Berg, who runs the mill.", "who runs the mill"),
    (
        "Ida Berg left early. Berg, who has run the mill since May, was tired.",
        "who has run the mill since May",
    ),
    ("Ida Berg left early. Nurse Berg was tired.", "Nurse"),
    ("Ida Berg left early. Dr. Berg, a lecturer, was tired.", "a lecturer"),
    ("Ida Berg left early. Berg is the founder of Rillco.", "the founder of Rillco"),
    ("Ida Berg left early. Berg, the founder of Rillco, was tired.", "the founder of Rillco"),
    ("Ida Berg left early. Rillco founder Berg was tired.", "Rillco founder"),
    ("Ida Berg left early. As founder of Rillco, Berg was tired.", "founder of Rillco"),
    ("Ida Berg left early. Berg, Rillco’s founder, was tired.", "Rillco’s founder"),
    ("Ida Berg left early. Berg (a founder of Rillco) was tired.", "a founder of Rillco"),
    ("Ida Berg left early. Berg, then a nurse, was tired.", "then a nurse"),
    ("Ida Berg left early. Berg works as a nurse.", "a nurse"),
    ("Ida Berg left early. In her role as head of sales, Berg was tired.", "head of sales"),
    ("Ida Berg left early. Berg was sworn in as mayor.", "mayor"),
    ("Ida Berg left early. Berg was hired as a driver.", "a driver"),
    ("Ida Berg left early. She retired as head of sales.", "head of sales"),
]


def test_the_role_after_a_verb():
    assert role_mistakes(VERBS) == []


def test_a_later_mention_says_more():
    assert role_mistakes(LATER) == []


def test_verbs_that_give_no_role():
    cases = [
        ("Ida Berg saw the mayor", None),
        ("Ida Berg’s mayor left.", None),
        ("Ida Berg has a nurse.", None),
        ("Ida Berg is not a nurse.", None),
        ("Ida Berg isn’t a nurse.", None),
        ("Ida Berg was never a nurse.", None),
        ("He met Ida Berg", None),
        ("He met Ida Berg\n\nThey left.", None),
    ]
    assert role_mistakes(cases) == []


def test_one_of_several():
    cases = [
        ("Ida Berg is one of Holm’s pupils at the school.", "one of Holm’s pupils at the school"),
        (
            "Ida Berg, who was one of the three members proposing the plan, left.",
            "one of the three members proposing the plan",
        ),
        ("Ida Berg is one of those who left.", None),
    ]
    assert role_mistakes(cases) == []


def test_what_somebody_has_done_for_years():
    cases = [
        (
            "Ida Berg has taught at the school for many years.",
            "taught at the school for many years",
        ),
        ("Ida Berg would have taught at the school.", None),
        ("Ida Berg has never taught at the school.", None),
    ]
    assert role_mistakes(cases) == []


def test_verbs_that_change_a_role():
    cases = [
        ("Ida Berg became the first mayor of Brack.", "the first mayor of Brack"),
        ("Ida Berg became mayor of Brack.", "mayor of Brack"),
        ("Ida Berg was elected mayor of Brack.", "mayor of Brack"),
        ("Ida Berg was named coach of the Rovers.", "coach of the Rovers"),
    ]
    assert role_mistakes(cases) == []


@for_each(
    ("text", "roles"),
    [
        ("Ida Berg has long been the mayor of Brack.", ["the mayor of Brack"]),
        ("Ida Berg, who became mayor, left.", ["who became mayor", "mayor"]),
        ("Ida Berg, who teaches at Vale College, left.", ["who teaches at Vale College"]),
        ("Ida Berg teaches about Vale College.", []),
        ("Ida Berg owns.", []),
        ("Ida Berg acts as the mayor.", []),
        ("Ida Berg works, a friend said, as a baker.", []),
        ("Ida Berg works as rain.", []),
        ("Ida Berg sang and Bo Holm works as a baker.", []),
        ("Ida Berg slept. He works as a baker.", []),
        ("Ida Berg sang “well” and works as a baker.", []),
        ("Ida Berg sang, as he works as a baker.", []),
        ("Ida Berg has taught at Vale College.", ["taught at Vale College"]),
        ("Ida Berg hasn’t taught at Vale College.", []),
        ("Ida Berg, 43. Rain, is the mayor.", []),
        ("Ida Berg, “so it is”, is the mayor.", []),
        (
            "Ida Berg, who was a hope of the town, left.",
            ["who was a hope of the town", "a hope of the town"],
        ),
        ("Ida Berg, who was hope, left.", ["who was hope"]),
    ],
)
def test_roles_that_a_verb_gives(text, roles):
    assert [text[role.start : role.end] for role in roles_beside(text)] == roles


@for_each(
    "text",
    [
        "Ida Berg is one of the town’s first three mayors.",
        "Ida Berg is one of the recently elected mayors.",
    ],
)
def test_one_of_several_has_their_noun(text):
    assert [role.noun for role in roles_beside(text)] == ["mayors"]
