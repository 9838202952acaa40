"""Roles after a name: letters, bodies, asides, appositions."""

from profiles import roles_beside
from tables import for_each


@for_each(
    ("text", "roles"),
    [
        # appositions, and what goes on after them
        ("Ida Berg, a nurse has left.", ["a nurse"]),
        ("Ida Berg, a nurse is late.", ["a nurse"]),
        ("Ida Berg, the mayor said on Monday, left.", []),
        ("Ida Berg, nurse said on Monday, left.", ["nurse"]),
        ("Ida Berg, Vale elected mayor, left.", ["Vale elected mayor"]),
        ("Ida Berg, friend and close call of the town, left.", []),
        # where somebody is from
        ("Ida Berg, formerly known for her songs, left.", ["formerly known for her songs"]),
        ("Ida Berg, best known for her songs, left.", ["best known for her songs"]),
        # bodies
        ("Ida Berg, Vale University – she left.", ["Vale University"]),
        ("Ida Berg, Vale University: it rains.", ["Vale University"]),
        (
            "Ida Berg, Vale College, Brack and head of the trust, left.",
            ["Vale College", "head of the trust"],
        ),
        # where they end
        ("Ida Berg, a baker in Dalby, Norland said.", ["a baker in Dalby"]),
        ("Ida Berg, head of Rillco, water company in Vale, left.", ["head of Rillco"]),
        ("Ida Berg, head of Rillco, a water company said.", ["head of Rillco"]),
        (
            "Ida Berg, head of Rillco, a water company – left.",
            ["head of Rillco, a water company"],
        ),
        (
            "Ida Berg, minister of rain, sport and farming, left.",
            ["minister of rain, sport and farming"],
        ),
        (
            "Ida Berg, minister of health, farming and rain, left.",
            ["minister of health, farming and rain"],
        ),
        (
            "Ida Berg, minister of rain, sport and the sea, left.",
            ["minister of rain, sport and the sea"],
        ),
        (
            "Ida Berg, head of rates and report analysis, left.",
            ["head of rates and report analysis"],
        ),
    ],
)
def test_roles_after_a_name(text, roles):
    assert [text[role.start : role.end] for role in roles_beside(text)] == roles
