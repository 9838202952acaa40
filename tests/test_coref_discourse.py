"""How much a mention stands like a subject, and which mentions a later one can go back to."""

import pytest
from mentions import speakers

CASES = [
    # label, text, mention, speakers
    (
        "a subject opens its sentence",
        "The committee met. It asked for more.",
        "It",
        ["The committee"],
    ),
    (
        "what opens a sentence is the better antecedent",
        "Sasha Wren met Nicole Berg in Brack. “No,” he said.",
        "he",
        ["Sasha Wren"],
    ),
    (
        "what follows a preposition is a worse one",
        "A lawyer for Bolormaa Dorj wept.\n\nShe said no.",
        "She",
        ["She"],
    ),
    (
        "the subject of a subordinate clause is a worse one",
        "Nicole Berg wept because Ruth Amsel sang. “No,” she said.",
        "she",
        ["Nicole Berg"],
    ),
    (
        "who stands behind the verb of saying speaks",
        "His brother called. Dr. Sasha Wren won. “We sail,” said Ruth Amsel.\n\n“No,” she said.",
        "she",
        ["Ruth Amsel"],
    ),
    (
        "who speaks before a quote is known for a later one",
        "Bolormaa Dorj, the mayor of Brack, came. A lawyer for Ruth Amsel wept. “No,” she said.",
        "she",
        ["Bolormaa Dorj"],
    ),
    (
        "a place of two words is no person",
        "Reporters asked Ruth Amsel about Sasha Wren. He had met Ruth Amsel twice.",
        "He",
        ["He"],
    ),
    (
        "a name that is a question by itself is the topic",
        "Otto Marx met Karl Lund. And Karl Lund? He smiled.",
        "He",
        ["Karl Lund"],
    ),
    (
        "nothing in a headline goes back to somebody without a name",
        "A nurse waves\n\n“No,” she said.",
        "she",
        ["she"],
    ),
]


@pytest.mark.parametrize(
    ("text", "mention", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_the_better_antecedent(text, mention, expected):
    assert speakers(text, mention) == expected
