"""What *it* goes back to; each case fails without one of the constants."""

from mentions import Reading, speakers
from tables import for_each

#: what makes a sentence long
_MILLS = " and the mill" * 18

#: why, text, pronoun, the speakers that its mentions stand for
CASES = [
    ("a name with of is a body's", "Republic of Tresk voted. It sat.", "It", ["Republic of Tresk"]),
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
        "Nicole denied that. “No,” it said. Unilog denied it. The river was low. “No,” it said.",
        "it",
        ["it", "it", "it"],
    ),
    (
        "it goes back to a document that is the last subject, and *it reads* to any near",
        "Unilog spoke. The report was bad. “No,” it said. She met us. She saw a sign. “No,” it"
        " read.",
        "it",
        ["The report", "a sign"],
    ),
    (
        "it is no document that is no subject",
        "Tarn Water rose. It published a report. “No,” it said.",
        "it",
        ["Tarn Water"],
    ),
    (
        "no body reads, nor several, nor what is two sentences back",
        "Unilog put up signs. “No,” it read. A sign stood here. She met us. She sat. “No,” it"
        " read.",
        "it",
        ["it", "it"],
    ),
    (
        "it in a clause goes back to the body right before that",
        "Otto Marx sued the Mirror because it said he drank, and met Ida Berg because it said so.",
        "it",
        ["Mirror", "Mirror"],
    ),
    (
        "a sure pronoun shows the gender of its name",
        "Azlan Moor is 44. The company grew.\n\n“No,” she said.",
        "The company",
        ["The company"],
    ),
]

#: text, pronoun, entity or nominal that it goes back to, lead over the next best antecedent
ANTECEDENTS = [
    # it goes back to the last subject, a body
    ("Brack Council grew. It shrank.", "It", "Brack Council", 0.0),
    ("Brack Council met Otto Marx. It shrank.", "It", "Brack Council", 0.0),
    ("Otto Marx met Brack Council. It shrank.", "It", None, 0.0),
    ("Unilog grew. Her brother left. It grew.", "It", "Unilog", 0.0),
    ("Unilog grew. The brother left. It grew.", "It", None, 0.0),
    ("Unilog grew. The nurse left. It grew.", "It", None, 0.0),
    ("Brack Council grew. He slept. It shrank.", "It", None, 0.0),
    ("Moor said no. It shrank.", "It", None, 0.0),
    ("Brack Council grew. Ada Berg met Otto Marx. It shrank.", "It", None, 0.0),
    ("Brack Council met Otto Marx, Kai Lund and Ada Berg. It shrank.", "It", None, 0.0),
    ("Brack Council met Otto Marx and Ada Berg. It shrank.", "It", "Brack Council", 0.0),
    (f"Brack Council grew{_MILLS}. It shrank.", "It", "Brack Council", 0.0),
    (f"Brack Council grew{_MILLS} and the mill. It shrank.", "It", None, 0.0),
    ("Brack Council grew. Her husband, Otto Marx, slept. It shrank.", "It", None, 0.0),
    # or a group without a name
    ("It shrank at the nurse", "It", None, 0.0),
    ("The committee, Unilog, met Ada Berg, Ida Holm and Otto Marx. It shrank.", "It", None, 0.0),
    ("The committee met. It shrank. It grew.", "It", "committee", 0.0),
    ("The committees met. It shrank.", "It", None, 0.0),
    ("The regulator met. It shrank.", "It", "regulator", 0.0),
    ("The nurse met the committee. It shrank.", "It", None, 0.0),
    ("The committee met Brack Council. It shrank.", "It", "committee", 0.0),
    ("The committee met. Brack Council came. It shrank.", "It", "Brack Council", 0.0),
    ("Brack Council grew. The committee met. It shrank.", "It", "Brack Council", 0.0),
    ("Unilog came. The committee met. It shrank.", "It", "committee", 0.0),
    ("The committee, Unilog, wept. It shrank.", "It", "Unilog", 0.0),
    (f"The committee met{_MILLS}. It shrank.", "It", "committee", 0.0),
    (f"The committee met{_MILLS} and the mill. It shrank.", "It", None, 0.0),
    # where it speaks, to a word that was the last subject
    ("Unilog denied it. “No,” it said.", "it", "Unilog", 0.0),
    ("Unilog denied it. It rained.", "It", None, 0.0),
    ("Unilog told the mill. “No,” it said.", "it", "Unilog", 0.0),
    ("Unilog denied it. The mill fell. “No,” it said.", "it", None, 0.0),
    ("Unilog told the nurse. “No,” it said.", "it", "Unilog", 0.0),
    ("Nicole denied it. “No,” it said.", "it", None, 0.0),
    ("It denied it. Unilog denied it. It was late. “No,” it said.", "it", "Unilog", 0.0),
    ("Unilog denied it. The committee, Unilog, wept. “No,” it said.", "it", "Unilog", 0.0),
    ("Unilog, a bank, will close. “No,” it said.", "it", "Unilog", 0.0),
    ("Unilog, which runs the bank, will close. “No,” it said.", "it", "Unilog", 0.0),
    ("Unilog, a bank, has a new head. “No,” it said.", "it", "Unilog", 0.0),
    ("Ada Berg, a clerk, will close. “No,” it said.", "it", None, 0.0),
    # a name of several words owns something as a thing does, and nothing stands between
    ("Holmsen Hale cut its forecast. “No,” it said.", "it", "Holmsen Hale", 0.0),
    ("Holmsen Hale cut his forecast. “No,” it said.", "it", None, 0.0),
    ("Holmsen Hale cut the forecast. Its plan fell. “No,” it said.", "it", None, 0.0),
    ("Holmsen Hale cut its link to Unilog. “No,” it said.", "it", None, 0.0),
    ("Holmsen Hale cut its link to the bank. “No,” it said.", "it", None, 0.0),
    ("Ada Hale cut its forecast. “No,” it said.", "it", None, 0.0),
    ("Lee Hye-ri cut its forecast. “No,” it said.", "it", None, 0.0),
    ("Holmsen Hale cut its forecast. “No,” it said. “Soon,” it said.", "it", "Holmsen Hale", 0.0),
    ("Holmsen Hale cut the forecast. “No,” it said.", "it", "Holmsen Hale", 0.0),
    ("Vantro slept. Holmsen Hale cut the forecast. “No,” it said.", "it", None, 0.0),
    # to a document in the sentence before, a subject; what is written needs to be none
    ("The letter came. It shrank.", "It", "letter", 0.0),
    ("The letters came. It shrank.", "It", None, 0.0),
    ("The letter came. Soon. It shrank.", "It", None, 0.0),
    ("The nurse sent the letter. It shrank.", "It", None, 0.0),
    ("A sign hung in the hall. It read “no”.", "It", "sign", 0.0),
    ("A sign hung where Unilog met. It read “no”.", "It", "sign", 0.0),
    ("A sign fell. Quietly. It read “no”.", "It", None, 0.0),
    ("The committee met. It reads “no”.", "It", None, 0.0),
    # to a message, whose sender is named
    ("A telegram from Ada Berg came. It read “no”.", "It", "Ada Berg", 0.0),
    ("A telegram from the clerk came. It read “no”.", "It", "clerk", 0.0),
    ("A telegram to Ada Berg came. It read “no”.", "It", "telegram", 0.0),
    ("A telegram from home came. It read “no”.", "It", "telegram", 0.0),
    ("She wore a shirt. It read “no”.", "It", "shirt", 0.0),
    ("A sign from Ada Berg came. It read “no”.", "It", "sign", 0.0),
    ("Ada Berg sent her son a note. It read “no”.", "It", "Ada Berg", 0.0),
    ("Ada Berg found a note. It read “no”.", "It", "note", 0.0),
    # after a prepositional phrase a name is the subject
    ("In a note, Unilog cut its forecast. “No,” it said.", "it", "Unilog", 0.0),
    # to the body right before its clause
    ("Otto Marx sued the Mirror because it said so.", "it", "Mirror", 0.0),
    ("Brack Port closed. “No,” it said.", "it", "Brack Port", 0.0),
    ("Otto Marx sued the Mirror because it grew.", "it", None, 0.0),
    ("Otto Marx sued the Evening Lamp because it said so.", "it", "Evening Lamp", 0.0),
    ("Otto Marx sued Brack Press because it said so.", "it", "Brack Press", 0.0),
    ("Otto Marx sued Ida Lamp because it said so.", "it", None, 0.0),
    ("Otto Marx met Ida Berg because it said so.", "it", None, 0.0),
    ("The critics hated @ida_b because it said so.", "it", None, 0.0),
]


@for_each(("text", "mention", "expected"), [c[1:] for c in CASES])
def test_the_antecedent_of_a_pronoun(text, mention, expected):
    assert speakers(text, mention) == expected


@for_each(("text", "pronoun", "antecedent", "lead"), ANTECEDENTS)
def test_the_antecedent_and_its_lead(text, pronoun, antecedent, lead):
    assert Reading(text).antecedent(pronoun) == (antecedent, lead)
