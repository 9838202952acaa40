"""Whom *they* go back to; each case fails without one of the constants."""

from mentions import Reading, speakers
from tables import for_each

#: what makes a sentence long
_MILLS = " and the mill" * 18

#: why, text, pronoun, the speakers that its mentions stand for
CASES = [
    (
        "they can be one person who is named in the sentence before",
        "“We sail,” said Sasha Wren. They meant it.",
        "They",
        ["Sasha Wren"],
    ),
    (
        "but not where several are between",
        "“We sail,” said Sasha Wren. Fishermen sang. They meant it.",
        "They",
        ["Fishermen"],
    ),
    (
        "nor three sentences back",
        "“We sail,” said Azlan Moor. It rained.\n\nIt was late. They meant it.",
        "They",
        ["They"],
    ),
]

#: text, pronoun, entity or nominal that it goes back to, lead over the next best antecedent
ANTECEDENTS = [
    # they goes back to the last subject, a group
    ("Brack Council met. They left.", "They", "Brack Council", 0.0),
    ("The committee met. They left.", "They", "committee", 0.0),
    ("The nurse left. They left.", "They", None, 0.0),
    ("Houses fell. They left.", "They", "houses", 0.0),
    ("The mills of Brack fell. They left.", "They", None, 0.0),
    ("He met fishermen. They left.", "They", None, 0.0),
    ("Fishermen and nurses sang. They left.", "They", None, 0.0),
    ("Ida Holm and Otto Marx sang. They left.", "They", None, 0.0),
    ("Fishermen sang. It rained. They left.", "They", None, 0.0),
    ("Fishermen sang. To Brack. To Brack. They left.", "They", None, 0.0),
    ("Fishermen sang. To Brack. To Brack. To Brack. They left.", "They", None, 0.0),
    ("Fishermen sang.\n\nTo Brack.\n\nThey left.", "They", "fishermen", 0.0),
    ("The staff, Ida Holm, sang. They left.", "They", "staff", 0.0),
    ("The committee, Unilog, wept. They left.", "They", "Unilog", 0.0),
    ("The mayor, Unilog, wept. They left.", "They", None, 0.0),
    # a name that may be a group's
    ("Nordwind Energy grew. They left.", "They", "Nordwind Energy", 0.0),
    ("Life in Vale Moor is slow. Vale Moor grew. They left.", "They", "Vale Moor", 0.0),
    ("Unilog said no. They left.", "They", "Unilog", 0.0),
    ("Mr. Rovers lost. They left.", "They", None, 0.0),
    ("Unilog grew. They left.", "They", "Unilog", 0.0),
    ("Mr. Lund said no. They left.", "They", None, 0.0),
    ("Nicole sang. They left.", "They", None, 0.0),
    ("Rovers lost. They left.", "They", "Rovers", 0.0),
    (
        "Brack Rovers said no. Kai Lund met Brack Rovers. Brack Rovers left. They left.",
        "They",
        "Brack Rovers",
        0.0,
    ),
    ("Nicole Rovers lost. They left.", "They", None, 0.0),
    ("Brack Bridge fell. They left.", "They", None, 0.0),
    ("Lund Moor, a band, sang to Kai Lund. Lund Moor left. They left.", "They", "Lund Moor", 0.0),
    ("Lund Moor, a critic, sang to Kai Lund. Lund Moor left. They left.", "They", None, 0.0),
    ("Kai Lund met Otto Marx. Lund Moor said no. They left.", "They", None, 0.0),
    ("The Brack Family met Kai Lund. They left.", "They", "Brack Family", 0.0),
    # or one person, where nobody and nothing else is meant
    ("Lund Moor said no. They left.", "They", "Lund Moor", 0.0),
    ("Lund Moor came to Ruth Amsel. They left.", "They", None, 0.0),
    ("Holm came to Kai Lund. They left.", "They", "Holm", 0.0),
    ("Lund Moor said no. It rained. They left.", "They", "Lund Moor", 0.0),
    ("Lund Moor said no. It rained. It rained. They left.", "They", None, 0.0),
    ("Lund Moor said no. The mills closed. They left.", "They", None, 0.0),
    ("Lund Moor said no. The committee met. They left.", "They", "committee", 0.0),
    ("Lund Moor said no. The mill closed. They left.", "They", "Lund Moor", 0.0),
    ("Lund Moor said no. Otto Marx came. They left.", "They", None, 0.0),
    ("Lund Moor said no. He slept. They left.", "They", "Lund Moor", 0.0),
    ("Lund Moor said no. Others slept. They left.", "They", "Lund Moor", 0.0),
    (f"Lund Moor said no{_MILLS} and the mill and the mill. They left.", "They", "Lund Moor", 0.0),
    (f"Lund Moor said no{_MILLS}{_MILLS}. They left.", "They", None, 0.0),
]


@for_each(("text", "mention", "expected"), [c[1:] for c in CASES])
def test_the_antecedent_of_a_pronoun(text, mention, expected):
    assert speakers(text, mention) == expected


@for_each(("text", "pronoun", "antecedent", "lead"), ANTECEDENTS)
def test_the_antecedent_and_its_lead(text, pronoun, antecedent, lead):
    assert Reading(text).antecedent(pronoun) == (antecedent, lead)
