"""Whom *he* and *she*, *him* and *her* go back to; each case fails without one of the constants."""

from mentions import Reading, speakers
from tables import for_each

from quoteattr.detect.alphabet import OBJECT_PRONOUN

#: what makes a sentence long
_NURSES = " and the nurse" * 13

#: why, text, pronoun, the speakers that its mentions stand for
CASES = [
    (
        "whom a report names does not say it, even where nobody else is so near",
        "Otto Grau spoke. It rained. Otto Moor was ill, he said.",
        "he",
        ["Otto Grau"],
    ),
    (
        "a repeated speaker may be named in the report, where nobody else is",
        "Azlan Moor was ill, he said.",
        "he",
        ["Azlan Moor"],
    ),
    (
        "him keeps who is spoken about, wherever it stands",
        "Otto Grau hated maps. One winter brought them to him. It was dark. It was cold. It was"
        " long.\n\nIt was over. He stayed.",
        "He",
        ["Otto Grau"],
    ),
    (
        "a good antecedent before the clause is better than the subject after it",
        "Ms. Amsel resigned. When she left, Azlan Moor sang.",
        "she",
        ["Amsel"],
    ),
    (
        "the subject after the clause is better than an object before it",
        "Azlan Moor met Nicole Berg. When she left, Nicole Berg sang.",
        "she",
        ["Nicole Berg"],
    ),
    (
        "the subject after the clause, where the one before is a man",
        "Otto Marx came late. When she left, Ruth Amsel sang.",
        "she",
        ["Ruth Amsel"],
    ),
    (
        "the subject after the clause, where nobody is named before",
        "As she spoke, Azlan Moor smiled.",
        "she",
        ["Azlan Moor"],
    ),
    (
        "it is sure only with a lead, or else it shows no gender",
        "Bolormaa Dorj thanked her husband. He smiled. Mr. Otto Marx runs Nordwind Energy. When"
        " she left, Mr. Otto Marx sang.",
        "He",
        ["her husband"],
    ),
    (
        "a paragraph between makes an antecedent worse",
        "The lawyer for Nicole Berg wept.\n\nHe was tired.",
        "He",
        ["He"],
    ),
    (
        "a pronoun goes on with the pronoun before it",
        "Wren nodded.\n\nHe met Henry Berg.\n\nHe was tired.",
        "He",
        ["Wren", "Wren"],
    ),
    (
        "the gender that the text shows of a name speaks for it",
        "Ms. Holm resigned. Tindra Berg is the chairman. She said no.",
        "She",
        ["Holm"],
    ),
    (
        "and the other one against it",
        "Otto Marx met Ruth Amsel.\n\nShe said no.",
        "She",
        ["Ruth Amsel"],
    ),
    (
        "so much that a nominal is better",
        "Ms. Wren left. The nurse agreed. He was tired.",
        "He",
        ["The nurse"],
    ),
    (
        "and that nobody is better",
        "Mr. Berg left early.\n\nShe said no.",
        "She",
        ["She"],
    ),
    (
        "somebody without a name is a worse antecedent",
        "The nurse agreed.\n\nThe committee met. She was tired.",
        "She",
        ["She"],
    ),
    (
        "who was introduced with an aside, or spoke, is the better antecedent of who speaks",
        "Bolormaa Dorj, the mayor of Brack, came to court. The lawyer for Ruth Amsel wept."
        " “No,” she said.",
        "she",
        ["Bolormaa Dorj"],
    ),
    (
        "a person of another gender is no rival",
        "“I saw it,” said Zzyx Berg, a seamstress.\n\nHer husband drives a cab. It rained.\n\n"
        "“I left,” she said.",
        "she",
        ["Zzyx Berg"],
    ),
    (
        "his brother is no woman",
        "His brother called from Brack. “No,” she said.",
        "she",
        ["she"],
    ),
    (
        "her husband is no woman either",
        "Tindra Berg thanked her husband.\n\nShe said no.",
        "She",
        ["Tindra Berg"],
    ),
    (
        "somebody's brother is a worse antecedent than a name",
        "Otto Marx sang. His brother slept. “No,” he said.",
        "he",
        ["Otto Marx"],
    ),
]

#: text, pronoun, entity or nominal that it goes back to, lead over the next best antecedent
ANTECEDENTS = [
    # a subject before its clause, rather than the one after it, if that is good enough
    ("Nicole Berg said no. As she spoke, Ada Holm left.", "she", "Nicole Berg", 0.0),
    # the name in apposition to the pronoun
    ("Ruth Amsel came. She, Ada Berg, left.", "She", "Ada Berg", 0.0),
    ("Ruth Amsel came. She, Ada Berg.", "She", "Ada Berg", 0.0),
    ("Ruth Amsel came. She, Ada Berg left.", "She", "Ruth Amsel", 0.0),
    ("Ruth Amsel came. She left, Ada Berg.", "She", "Ruth Amsel", 0.0),
    # the lead of the subject over an object, in its paragraph and after it
    ("Ruth Amsel met Ada Berg. She left.", "She", "Ruth Amsel", 1.8),
    ("Ruth Amsel left. Ada Berg came. She left.", "She", "Ada Berg", 2.8),
    ("Ruth Amsel left.\n\nAda Berg came. She left.", "She", "Ada Berg", 4.5),
    # only so many sentences and paragraphs count
    (
        f"Ruth Amsel left.{' It rained.' * 5} Ada Berg came. She left.",
        "She",
        "Ada Berg",
        7.6,
    ),
    (
        f"Ruth Amsel left.{' It rained.' * 7} Ada Berg came. She left.",
        "She",
        "Ada Berg",
        7.6,
    ),
    (
        "Ruth Amsel left.\n\n" + "It rained.\n\n" * 5 + "Ada Berg came. She left.",
        "She",
        "Ada Berg",
        9.6,
    ),
    # of who speaks: who spoke before, or was introduced, shortly before
    ("Ruth Amsel came. Ada Berg came. “No,” she said.", "she", "Ada Berg", 2.8),
    ("Ruth Amsel came. “No,” said Ada Berg. “No,” she said.", "she", "Ada Berg", 3.3),
    ("Ruth Amsel came. “No,” said Ada Berg. She left.", "She", "Ada Berg", 2.8),
    ("Ruth Amsel said no. Ada Berg came. “No,” she said.", "she", "Ada Berg", 1.5),
    (
        "Ruth Amsel said no. It rained. Ada Berg came. “No,” she said.",
        "she",
        "Ada Berg",
        3.2,
    ),
    ("Ruth Amsel, the mayor, came. Ada Berg came. “No,” she said.", "she", "Ada Berg", 1.0),
    (
        "Ruth Amsel, the mayor, came. It rained. Ada Berg came. “No,” she said.",
        "she",
        "Ada Berg",
        3.2,
    ),
    # whose turn it is to answer, and to ask
    ("“Is it late?” Ada Berg asked Ruth Amsel.\n\n“Yes,” she said.", "she", "Ruth Amsel", 3.7),
    (
        "“Is it late?” Ada Berg asked Ruth Amsel. “Yes.”\n\n“No?” she asked.",
        "she",
        "Ada Berg",
        2.3,
    ),
    # the lead is over another, not over another mention; two without a name are two
    ("Ada Berg came. Ada Berg left. She slept.", "She", "Ada Berg", 0.0),
    ("The nurse met the sailor. She slept.", "She", "nurse", 1.8),
    ("He left. He slept.", "He", None, 0.0),
    # somebody new is the topic where they act, not as the subject of a passive
    (
        "Bo Holm met Ivo Moor. Ivo Moor sang. He slept. A neighbour was arrested. He left.",
        "He",
        "Ivo Moor",
        2.9,
    ),
    # how many chunks back
    (f"Ada Berg left.{' It rained.' * 72} She slept.", "She", "Ada Berg", 0.0),
    (f"Ada Berg left.{' It rained.' * 73} She slept.", "She", None, 0.0),
    # gender: of a title, of pronouns, of a nominal, not shown
    ("Ms. Moor came. Ada Berg came. She left.", "She", "Moor", 0.4),
    ("Mr. Moor came. Ada Berg came. She left.", "She", "Ada Berg", 8.7),
    ("Azlan Moor came. Ada Berg came. She left.", "She", "Ada Berg", 3.3),
    ("Azlan Moor lost his job. Ada Berg came. She left.", "She", "Ada Berg", 6.7),
    (
        "Azlan Moor lost his job. " * 3 + "Ada Berg came. She left.",
        "She",
        "Ada Berg",
        9.7,
    ),
    (
        "Mr. Azlan Moor lost his job. " * 3 + "Ada Berg came. She left.",
        "She",
        "Ada Berg",
        9.7,
    ),
    ("Ada Berg came. She left. Ruth Amsel came. She left.", "She", "Ruth Amsel", 1.2),
    ("The nurse came. Ada Berg came. She left.", "She", "Ada Berg", 4.3),
    ("The wife came. Ada Berg came. She left.", "She", "Ada Berg", 1.8),
    ("Her wife came. Ada Berg came. She left.", "She", "Ada Berg", 3.8),
    ("Unilog left. Ada Berg came. She left.", "She", "Ada Berg", 5.7),
    # what the best must reach: less where its gender is shown, or nobody else can be meant
    ("Ada Berg left.\n\nIt rained.\n\nIt rained. She slept.", "She", "Ada Berg", 0.0),
    ("Azlan Moor left. It rained. It rained. It rained. She slept.", "She", "Azlan Moor", 0.0),
    ("Azlan Moor left.\n\nIt rained.\n\nIt rained. She slept.", "She", None, 0.0),
    ("Azlan Moor left.\n\nIt rained.\n\nShe slept.", "She", "Azlan Moor", 0.0),
    ("Azlan Moor met Unilog.\n\nIt rained.\n\nShe slept.", "She", "Azlan Moor", 4.7),
    ("Azlan Moor met the nurse.\n\nIt rained.\n\nShe slept.", "She", None, 2.8),
    ("Azlan Moor met Kai Lund.\n\nIt rained.\n\nShe slept.", "She", None, 1.3),
    ("Ada Berg met Kai Lund.\n\nIt rained.\n\nShe slept.", "She", "Ada Berg", 1.8),
    ("The nurse left.\n\nIt rained.\n\nShe slept.", "She", None, 0.0),
    ("The nurse left.\n\nIt rained.\n\nShe slept.", "She", None, 0.0),
    ("Azlan Moor left.\n\nIt rained.\n\nIt rained. It rained. She slept.", "She", None, 0.0),
    # the subject after the clause of the pronoun
    ("Otto Marx slept. As she sang, Ruth Amsel left.", "she", "Ruth Amsel", 0.0),
    ("Otto Marx slept.\n\nAs she sang, Ruth Amsel left.", "she", "Ruth Amsel", 0.0),
    ("Otto Marx slept. As she sang. Then, Ruth Amsel left.", "she", "Otto Marx", 0.0),
    ("Otto Marx slept. As she sang, the nurse left.", "she", "Otto Marx", 0.0),
    ("Otto Marx slept. As she sang Ruth Amsel left.", "she", "Otto Marx", 0.0),
    ("Otto Marx slept. As she met Ida Holm, he left.", "she", "Otto Marx", 0.0),
    ("Otto Marx slept. As she met Ida Holm, Ruth Amsel left.", "she", "Ruth Amsel", 0.0),
    ("Otto Marx slept. As she sang, Otto Marx left.", "she", "Otto Marx", 0.0),
    ("Otto Marx slept. As she sang, Unilog left.", "she", "Otto Marx", 0.0),
    ("Otto Marx slept. As she sang, Azlan Moor left.", "she", "Azlan Moor", 0.0),
    (f"Otto Marx slept. As she sang{_NURSES}, Ruth Amsel left.", "she", "Ruth Amsel", 0.0),
    (
        f"Otto Marx slept. As she sang{_NURSES} and the nurse, Ruth Amsel left.",
        "she",
        "Otto Marx",
        0.0,
    ),
    ("Ruth Amsel slept. As she sang, Ida Holm left.", "she", "Ruth Amsel", 0.0),
    ("Otto Marx met Ruth Amsel. As she sang, Ida Holm left.", "she", "Ida Holm", 3.3),
    ("Otto Marx met Ida Holm. She sang, Ruth Amsel left.", "She", "Ida Holm", 3.3),
    ("She sang, Ruth Amsel left.", "She", "Ruth Amsel", 0.0),
]


@for_each(("text", "mention", "expected"), [c[1:] for c in CASES])
def test_the_antecedent_of_a_pronoun(text, mention, expected):
    assert speakers(text, mention) == expected


@for_each(("text", "pronoun", "antecedent", "lead"), ANTECEDENTS)
def test_the_antecedent_and_its_lead(text, pronoun, antecedent, lead):
    assert Reading(text).antecedent(pronoun) == (antecedent, lead)


def test_a_sure_pronoun_shows_the_gender_of_its_name_once():
    cases = [
        # text, name, evidence for m and f
        ("Azlan Moor came.\n\nShe slept.", "Azlan Moor", (0, 0.5)),
        ("Azlan Moor met Kai Lund.\n\nShe slept.", "Azlan Moor", (0, 0)),
        ("Azlan Moor sang. Kai Lund left. Azlan Moor came.\n\nShe slept.", "Azlan Moor", (0, 0.5)),
        ("Otto Marx slept.\n\nAs she sang, the nurse left.", "Otto Marx", (0, 0)),
    ]
    wrong = []
    for text, name, evidence in cases:
        gender = Reading(text).entity(name).gender
        if (gender["m"], gender["f"]) != evidence:
            wrong.append((text, gender))
    assert wrong == []


#: a text with *him* or *himself*, and whom it goes back to
OBJECTS = [
    ("Mr. Moor left. A dog saw him.", "Moor"),
    ("Mr. Moor left. Mr. Lund saw him.", "Moor"),
    ("Mr. Moor saw him.", None),
    ("Mr. Moor saw himself.", None),
    # the other gender; two of whom one is as near; too far; nobody
    ("Mrs. Moor left. A dog saw him.", None),
    ("Mr. Moor left town. Mr. Lund slept. A dog saw him.", None),
    ("Mr. Moor left.\n\nA dog.\n\nA dog.\n\nA dog.\n\nA dog saw him.", None),
    ("A dog saw him.", None),
    ("Nicole Moor left. A dog saw him.", None),
    ("A waiter left. A dog saw him.", None),
    # not of one person; of the subject of its own verb
    ("Mr. Moor left. A dog saw them.", None),
    ("Mr. Moor left. A dog saw himself.", None),
    # after a preposition it may be the subject of its sentence after all, of no other one
    ("Mr. Moor left. A dog ran to him.", "Moor"),
    ("Mr. Moor sat with a cat round him.", None),
]


@for_each(("text", "name"), OBJECTS)
def test_whom_an_object_goes_back_to(text, name):
    reading = Reading(text)
    state = reading.state
    entity = state.of_chunk.get(state.tags.rindex(OBJECT_PRONOUN))
    assert (entity and entity.name) == name
