"""What pronouns show of the gender of names."""

from mentions import speakers

from quoteattr.coref.entities.attributes import add_evidence
from quoteattr.coref.entities.table import EntityTable
from quoteattr.coref.pronouns.gender_votes import Vote, add_votes, replace_votes
from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.tokens import tokenize


def genders(text: str) -> dict[str, tuple[float, float]]:
    """The evidence for m and f of each entity, from titles, kinship and votes."""
    table = EntityTable(text, find_chunks(tokenize(text, [])))
    for chunk, entity in table.of_chunk.items():
        add_evidence(table, entity, chunk)
    replace_votes(table, add_votes(table))
    return {e.name: (e.gender["m"], e.gender["f"]) for e in table.entities}


def test_what_pronouns_show_of_the_gender_of_names():
    azlan = "Azlan Moor"
    cases = [
        # text, name, evidence for m and for f
        ("Azlan Moor lost her job.", azlan, (0, 2)),
        ("Azlan Moor came. She smiled.", azlan, (0, 2)),
        ("Azlan Moor came. She smiled. She left.", azlan, (0, 4)),
        ("Azlan Moor lost her job, and she smiled.", azlan, (0, 4)),
        ("Azlan Moor came. It rained. She smiled.", azlan, (0, 2)),
        ("Azlan Moor came.\n\nShe smiled.", azlan, (0, 0)),
        ("She left. Azlan Moor came. He smiled.", azlan, (2, 0)),
        # of two pronouns of different gender in a sentence the second shows nothing
        ("Azlan Moor lost her job, and he lost his job.", azlan, (0, 2)),
        ("Azlan Moor lost his job, and she lost her job, and he left.", azlan, (2, 0)),
        # two people to whom it can go back; the given name of one shows that it cannot
        ("Azlan Moor met Sasha Wren. She smiled.", azlan, (0, 0)),
        ("Azlan Moor met Otto Marx. She smiled.", azlan, (0, 1)),
        ("Azlan Moor came. Sasha Wren lost her job.", azlan, (0, 0)),
        ("Azlan Moor came. Sasha Wren lost her job.", "Sasha Wren", (0, 1)),
        # somebody without a name, in this sentence or the one before; not beside a name
        ("Azlan Moor thanked the wife. She smiled.", azlan, (0, 0)),
        ("Azlan Moor thanked the wife, and she smiled.", azlan, (0, 0)),
        ("Azlan Moor thanked the nurse. She smiled.", azlan, (0, 2)),
        ("Azlan Moor thanked the wife who wept. She smiled.", azlan, (0, 0)),
        ("The wife slept. Azlan Moor lost her job.", azlan, (0, 0)),
        ("The wife slept. It rained. Azlan Moor lost her job.", azlan, (0, 2)),
        ("Azlan Moor, the wife, slept. She smiled.", azlan, (0, 5)),
        ("The wife, Azlan Moor, slept. She smiled.", azlan, (0, 5)),
        ("A nurse who met Azlan Moor spoke. She smiled.", azlan, (0, 0)),
        ("A nurse, who met Azlan Moor, spoke. She smiled.", azlan, (0, 0)),
        ("A mill who met Azlan Moor spoke. She smiled.", azlan, (0, 2)),
        ("A committee who met Azlan Moor spoke. She smiled.", azlan, (0, 2)),
        ("Azlan Moor, who lost her job, slept.", azlan, (0, 2)),
        ("Who met Azlan Moor? She smiled.", azlan, (0, 2)),
        # a pronoun before all names, and one in the next sentence that may go back with it
        ("Her marriage to Azlan Moor ended. She smiled.", azlan, (0, 0)),
        ("Her marriage to Azlan Moor ended. He smiled.", azlan, (2, 0)),
        ("Her marriage to Azlan Moor ended. It rained. She smiled.", azlan, (0, 2)),
        ("Her marriage to Azlan Moor ended.\n\nAzlan Moor smiled. She left.", azlan, (0, 2)),
        # somebody whose gender is beyond doubt was named shortly before
        ("Ms. Ruth Amsel slept. Azlan Moor came. She smiled.", azlan, (0, 0)),
        ("Ms. Ruth Amsel slept. Azlan Moor came. He smiled.", azlan, (2, 0)),
        (f"Ms. Ruth Amsel slept.{' It rained.' * 3} Azlan Moor came. She smiled.", azlan, (0, 0)),
        (f"Ms. Ruth Amsel slept.{' It rained.' * 4} Azlan Moor came. She smiled.", azlan, (0, 2)),
        ("Ruth Amsel slept. Azlan Moor came. She smiled.", azlan, (0, 2)),
        ("Ruth Amsel lost her job. Azlan Moor came. She smiled.", azlan, (0, 2)),
        (f"{'Ruth Amsel lost her job. ' * 3}Azlan Moor came. She smiled.", azlan, (0, 0)),
        ("Ms. Moor came. She smiled.", "Moor", (0, 6)),
        # a name that could be a person's, and one that could not
        ("Moor said no. She smiled.", "Moor", (0, 2)),
        ("Nordwind Energy lost her job.", "Nordwind Energy", (0, 0)),
        ("Unilog lost her job.", "Unilog", (0, 0)),
    ]
    wrong = [
        (text, name, genders(text)[name])
        for text, name, gender in cases
        if genders(text)[name] != gender
    ]
    assert wrong == []


def test_votes_that_are_taken_back_leave_no_evidence():
    text = "Azlan Moor came."
    table = EntityTable(text, find_chunks(tokenize(text, [])))
    (entity,) = table.entities
    votes = [Vote(entity, "f", strength, 0) for strength in (0.1, 0.2, 0.3)]
    for vote in reversed(votes):
        entity.gender["f"] += vote.strength
    replace_votes(table, votes)
    assert not entity.gendered


def test_where_a_rival_was_named_the_pronoun_goes_back_to_that_one():
    text = "Ms. Ruth Amsel thanked her husband. Azlan Moor came. “No,” she said."
    assert speakers(text, "she") == ["Ruth Amsel"]
