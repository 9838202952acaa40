"""Turn-taking: whose turn it is where a pronoun stands beside a quote."""

from mentions import read, speakers
from tables import for_each

from quoteattr.coref.turn_taking import Expectation, TurnTaking

ASKED = "Karim Haddad asked Elsa Brandt what she had seen."


def expected(text: str, mention: str) -> list[tuple[str | None, str | None]]:
    """The mentions of who probably speaks and of who does not, for each mention of these words."""
    chunks = read(text).chunks
    turns = TurnTaking(text, chunks)

    def words(i: int | None) -> str | None:
        return None if i is None else text[slice(*chunks.mention(i))]

    expectations = [
        turns.expected(i) or Expectation()
        for i, tag in enumerate(chunks.tags)
        if tag in "NPD" and words(i) == mention
    ]
    return [(words(e.probable_speaker), words(e.excluded_speaker)) for e in expectations]


@for_each(
    ("text", "mention", "turns"),
    [
        (f"{ASKED} “Well.”", "she", [("Elsa Brandt", None)]),
        (ASKED, "she", [(None, None)]),
        (f"{ASKED}\n\n“Nothing,” he said.", "he", [("Elsa Brandt", "Karim Haddad")]),
        (f"{ASKED}\n\n“Now?” he said.", "he", [(None, None)]),
        ("Karim Haddad asked Elsa Brandt to go.\n\n“Now,” he said.", "he", [(None, None)]),
        ("A told B that C left.\n\n“Now,” he said.", "he", [(None, None)]),
        (
            "Karim Haddad told Elsa Brandt that it rained.\n\n“Now?” he said.",
            "he",
            [("Elsa Brandt", None)],
        ),
        (
            "Karim Haddad was asked by Elsa Brandt why he ran.\n\n“No,” he said.",
            "he",
            [("Karim Haddad", None), ("Karim Haddad", "Elsa Brandt")],
        ),
        (
            "Karim Haddad wanted to know where Elsa Brandt was.\n\n“Here,” she said.",
            "she",
            [("Elsa Brandt", "Karim Haddad")],
        ),
        (
            "“Here?” asked Karim Haddad.\n\n“No,” said Robin Brandt.\n\n“There?” he said.",
            "he",
            [("Karim Haddad", None)],
        ),
        (
            "Karim Haddad asked Elsa Brandt about it.\n\n“Here?” he asked.\n\n“No,” she said.",
            "she",
            [("Elsa Brandt", "he")],
        ),
        # a quote without a speech tag is of whose turn it is, in an exchange of questions
        (
            "“So?” asked Karim Haddad.\n\n“No,” said Elsa Brandt.\n\n“Why?”\n\n“Rain,” she said.",
            "she",
            [("Elsa Brandt", "Karim Haddad")],
        ),
        (
            "“Here,” he said.\n\n“No,” said Elsa Brandt.\n\n“Well.”\n\n“It hurt,” she said.",
            "she",
            [(None, None)],
        ),
        ("“Here?” he asked.\n\n“No.”\n\n“It hurt,” she said.", "she", [(None, None)]),
        (
            "Karim Haddad asked Elsa Brandt about it.\n\n“Where?”\n\n“Here,” she said.",
            "she",
            [("Elsa Brandt", "Karim Haddad")],
        ),
        ("He asked Elsa Brandt about it.\n\n“Here.”\n\n“Why,” she said.", "she", [(None, None)]),
        # who tells or says something asks nobody, and only some verbs have whom they address
        ("Karim Haddad said where Elsa Brandt was.\n\n“Here?” he said.", "he", [(None, None)]),
        (
            "Karim Haddad wanted to see where Elsa Brandt was.\n\n“Here,” she said.",
            "she",
            [(None, None)],
        ),
        ("Karim Haddad told Elsa Brandt that she ran.\n\n“No,” he said.", "she", [(None, None)]),
        ("Karim Haddad told Elsa Brandt that it rained.\n\n“No,” he said.", "he", [(None, None)]),
        # the given name of who asked is of the other gender
        ("“Here?” said Elsa Brandt.\n\n“No,” he said.", "he", [(None, "Elsa Brandt")]),
        ("“Here?” said Elsa Brandt.\n\n“No,” she said.", "she", [(None, None)]),
        ("“Here?” said Elsa Brandt.\n\n“No,” they said.", "they", [(None, None)]),
        ("“Here?” said Elsa.\n\n“No,” he said.", "he", [(None, None)]),
        ("“Here,” said Elsa Brandt.\n\n“No,” he said.", "he", [(None, None)]),
        ("Elsa Brandt said: “Here?”\n\n“No,” he said.", "he", [(None, "Elsa Brandt")]),
        # who answers, and who asks again
        (
            "“Here,” said Karim Haddad.\n\n“No,” said Robin Brandt.\n\n“Well,” he said.",
            "he",
            [(None, None)],
        ),
        (
            "“Here,” said Robin Haddad.\n\n“No?” said Elsa Brandt.\n\n“Well?” he said.",
            "he",
            [(None, "Elsa Brandt")],
        ),
        (
            "“Here?” said Karim Haddad.\n\n“No,” said Robin Brandt.\n\n“Well,” he said.",
            "he",
            [(None, None)],
        ),
        (
            "“Here?” said Robin Haddad.\n\n“There?” said Elsa Brandt.\n\n“Well?” he said.",
            "he",
            [(None, "Elsa Brandt")],
        ),
        (
            "“Here,” said Karim Haddad.\n\n“No,” said Robin Brandt.\n\n“Well?” he said.",
            "he",
            [(None, None)],
        ),
        # a name needs no turn
        (
            "“Here,” said Karim Haddad.\n\n“No,” said Elsa Brandt.\n\n“Well,” he said.",
            "he",
            [("Karim Haddad", "Elsa Brandt")],
        ),
        ("“Here?” asked Karim Haddad.\n\n“No,” said Elsa Brandt.", "Elsa Brandt", [(None, None)]),
        # a question right before the next quote is a turn of its own
        (
            "Karim Haddad asked Elsa Brandt about it. “Here?” “No,” she said. “Why?” “It hurt.”",
            "she",
            [("Elsa Brandt", "Karim Haddad")],
        ),
        ("Karim Haddad asked Elsa Brandt for it.\n\n“No,” he said.", "he", [(None, None)]),
        (
            "“Here,” he said.\n\n“No,” she said.\n\n“Well,” he said.",
            "he",
            [(None, None), ("he", "she")],
        ),
        ("“Here?” asked Karim Haddad. It rained. It blew.\n\n“No,” he said.", "he", [(None, None)]),
    ],
)
def test_who_has_the_turn(
    text: str, mention: str, turns: list[tuple[str | None, str | None]]
) -> None:
    assert expected(text, mention) == turns


def test_a_pronoun_goes_to_whose_turn_it_is() -> None:
    text = f"{ASKED}\n\n“Nothing,” she said.\n\n“Nothing?” he asked.\n\n“A dog,” she said."
    assert speakers(text, "she") == ["Elsa Brandt"] * 3
    assert speakers(text, "he") == ["Karim Haddad"]


def test_who_asked_is_not_the_one_who_answers() -> None:
    text = "“Is he in?” asked Tomoko Arai.\n\n“No,” said the porter."
    assert speakers(text, "the porter") == ["the porter"]


def test_a_sentence_in_between_ends_no_exchange() -> None:
    text = f"{ASKED} It rained.\n\n“Nothing,” she said."
    assert expected(text, "she")[1] == ("Elsa Brandt", "Karim Haddad")


def test_no_sentence_of_prose_is_that_long():
    asked = "Ivo Moor asked Bo Holm why {}it was late.\n\n“No,” he said."
    short, long = asked.format("it rained and "), asked.format("it rained and " * 60)
    assert [speakers(text, "he") for text in (short, long)] == [["Bo Holm"], ["Ivo Moor"]]
