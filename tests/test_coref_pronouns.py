"""The entities that pronouns go back to; each case fails without one of the constants."""

import pytest
from mentions import speakers

CASES = [
    # label, text, mention, speakers
    (
        "a subject without a name is still somebody",
        "The committee met in Brack. It asked for a new vote.",
        "It",
        ["The committee"],
    ),
    (
        "it is no person, though nothing else has been named",
        "Azlan Moor left at ten. Amsel agreed. It rained.",
        "It",
        ["It"],
    ),
    (
        "it does not go back to a name that speaks once, as people do",
        "Azlan Moor said it was late. Amsel said so. It rained.\n\nAzlan Moor left. It said so.",
        "It",
        ["It", "It"],
    ),
    (
        "it speaks, and goes back to one word that was the last subject",
        "Unilog fired its manager. “We need a new start,” it said.",
        "it",
        ["Unilog"],
    ),
    (
        "it speaks, and does not go back to a given name, nor over another subject",
        "Nicole denied that. “No,” it said. Unilog denied it. The report was bad. “No,” it said.",
        "it",
        ["it", "it", "it"],
    ),
    (
        "it in a clause goes back to the body right before that",
        "Otto Marx sued the Mirror because it said he drank, and met Ida Berg because it said so.",
        "it",
        ["Mirror", "it"],
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
        "a sure pronoun shows the gender of its name",
        "Azlan Moor is 44. The company grew.\n\n“No,” she said.",
        "The company",
        ["The company"],
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
        "A lawyer for Nicole Berg wept.\n\nHe was tired.",
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
        "Bolormaa Dorj, the mayor of Brack, came to court. A lawyer for Ruth Amsel wept."
        " “No,” she said.",
        "she",
        ["Bolormaa Dorj"],
    ),
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


@pytest.mark.parametrize(
    ("text", "mention", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_the_antecedent_of_a_pronoun(text, mention, expected):
    assert speakers(text, mention) == expected
