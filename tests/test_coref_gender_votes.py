"""What pronouns show of the gender of names."""

import pytest
from mentions import speakers

from quoteattr.coref.attributes import describe
from quoteattr.coref.entity_table import EntityTable
from quoteattr.coref.gender_votes import add_votes, replace_votes
from quoteattr.detect.chunks import find_chunks
from quoteattr.detect.tokens import tokenize


def genders(text: str) -> dict[str, tuple[float, float]]:
    """The evidence for m and f of each entity, from titles, kinship and votes."""
    table = EntityTable(text, find_chunks(tokenize(text, [])))
    for chunk, entity in table.of_chunk.items():
        describe(table, entity, chunk)
    replace_votes(table, add_votes(table))
    return {e.name: (e.gender["m"], e.gender["f"]) for e in table.entities}


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Azlan Moor lost her job.", "Azlan Moor", "f"),
        ("Azlan Moor came. She smiled.", "Azlan Moor", "f"),
        # two people, or one of them a nominal, to whom it can go back
        ("Azlan Moor met Sasha Wren. She smiled.", "Azlan Moor", ""),
        ("Azlan Moor thanked the wife. She smiled.", "Azlan Moor", ""),
        ("A nurse who met Azlan Moor spoke. She smiled.", "Azlan Moor", ""),
        # a paragraph between
        ("Azlan Moor came.\n\nShe smiled.", "Azlan Moor", ""),
        # somebody of that gender was named shortly before
        ("Ms. Ruth Amsel thanked her husband. Azlan Moor came. She smiled.", "Azlan Moor", ""),
        # no person
        ("Nordwind Energy lost her job.", "Nordwind Energy", ""),
    ],
)
def test_a_pronoun_that_can_go_back_to_one_person_shows_the_gender(text, name, gender):
    m, f = genders(text)[name]
    assert ("m" if m > f else "f" if f > m else "") == gender


def test_where_a_rival_was_named_the_pronoun_goes_back_to_that_one():
    text = "Ms. Ruth Amsel thanked her husband. Azlan Moor came. “No,” she said."
    assert speakers(text, "she") == ["Ruth Amsel"]
