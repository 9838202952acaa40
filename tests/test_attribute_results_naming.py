"""How mentions lead to names: in full, in part, by a pronoun or a description, several, nobody."""

from tables import for_each

from quoteattr import Naming, extract

INTRODUCED = "FERRY SOLD\n\nIngrid Holm, the owner, bought the line.\n\n"
ALONE = "nobody else nearby fits"


@for_each(
    ("text", "naming"),
    [
        ("“It sails,” said Ingrid Holm.", Naming("full name", 1)),
        (INTRODUCED + "“It sails,” said Ingrid Holm.", Naming("full name", 2)),
        (INTRODUCED + "“It sails,” said Holm.", Naming("part", 2)),
        ("\n\n" + INTRODUCED + "“It sails,” said Holm.", Naming("part", 2)),
        ("“It sails,” said Holm.\r\n\r\nIngrid Holm bought the line.", Naming("part", 2)),
        (INTRODUCED + "“It sails,” she said.", Naming("pronoun", 2, ALONE)),
        (
            INTRODUCED + "Ada Berg ate. Mara Holm sat.\n\n“It sails,” she said.",
            Naming("pronoun", 3, "nobody else nearby fits better"),
        ),
        (
            INTRODUCED + "“It sails,” the owner said.",
            Naming("description", 2, "nobody else so far has this role"),
        ),
        ("“It sails,” said the owner, Ingrid Holm.", Naming("full name", 1)),
        ("“It sails,” said Ida Berg and Otto Marx.", Naming("several")),
        ("“It sails,” said a nurse at the clinic.", Naming("nobody")),
        ("“It sails,” she said.", Naming("nobody")),
    ],
)
def test_how_the_mention_led_to_the_name(text, naming):
    assert extract(text)[-1].naming == naming


def test_a_reported_clause_tells_it_too():
    record = extract(INTRODUCED + "Holm said the ferry would sail in May.")[-1]
    assert (record.kind, record.naming) == ("indirect", Naming("part", 2))


def test_a_pronoun_after_according_to_is_a_pronoun():
    record = extract(INTRODUCED + "According to her, the ferry would sail in May.")[-1]
    assert (record.mention.kind, record.naming) == ("pronoun", Naming("pronoun", 2))


def test_where_nobody_is_linked_there_is_no_name():
    text = "The word “mad” is old, Mara Holt."
    assert [record.naming for record in extract(text, unattributed=True)] == [None]


def test_the_paragraph_is_that_of_the_first_of_several():
    text = "Holm came.\n\nIngrid Holm sat.\n\nIngrid Holm stood.\n\n“It sails,” Holm said."
    assert extract(text)[0].naming == Naming("part", 2)
