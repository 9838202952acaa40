"""Whether a text is a transcript: its labels come again, by turns, and somebody speaks."""

from tables import for_each

from quoteattr.detect.transcripts.labels import find_labels
from quoteattr.detect.transcripts.transcripts import transcript_labels


def labels(text: str) -> list[str]:
    """The labels that attribute turns."""
    return [label.words for label in transcript_labels(text, find_labels(text))]


@for_each(
    "text",
    [
        "OLA BERG, MAYOR: We go.\n\nIDA HOLM, ANCHOR: When?",
        "OLA BERG, MAYOR (through interpreter): We have no water.",
        "[02:50:05] IDA HOLM, DOCTOR (through translator): We ran out of oxygen.",
        "Speaker 1: We begin.\nSpeaker 2: Good.",
        "Q: Who pays?\nA: The county.",
        "Ida Holm: Who pays?\nOla Berg: You.\nHolm: And you?\nBerg: Never.",
        "UNIDENTIFIED MALE: Get back!\n\nIDA HOLM, CORRESPONDENT: We are moving.",
        "Mr. SMITH. I rise.\nThe PRESIDING OFFICER. Sit down.",
        "<v Ola Berg>No.",
        "<ola> who pays\n<ida> you do\n<ola> why me",
        "IDA HOLM    Who pays?\nOLA BERG    You.\nIDA HOLM    Why me?\nOLA BERG    Why not?",
        "Ida Holm   0:01   Who pays?\nOla Berg   0:04   You.\nIda Holm   0:05   Why me?\n"
        "Ola Berg   0:09   Why not?",
        "| Ida Holm | Who pays? |\n| Ola Berg | You. |\n| Ida Holm | Why? |\n| Ola Berg | So. |",
        "@ola: who pays\n@ida: you do\n@ola: why me",
        "[10:41] ola: who pays\n[10:42] ida: you do\n[10:43] ola: why me",
        ">> Ida Holm: Who pays?\n>> Ola Berg: You.",
        "IDA HOLM — Who pays?\n\nOLA BERG, mayor — You.\n\nHOLM — I will not.",
        "Ida Holm - Who pays?\nOla Berg - You.\nIda Holm - And you?\nOla Berg - Never.",
        "Ida Holm\nWho pays?\n\nOla Berg\nYou.\n\nIda Holm\nI will not.",
        "HOLM\n\nWho pays?\n\nBERG\n\nYou.\n\nHOLM\n\nI will not.",
        "Sir Ola Berg (Brack) (Lab): Will the Minister Resign?\n\nThe Minister (Ida Holm): No.\n\n"
        "Sir Ola Berg: I thank her.",
    ],
)
def test_transcripts(text):
    assert labels(text)


@for_each(
    "text",
    [
        "",
        "Note: This story was updated.\n\n“No,” said Ola Berg.",
        "Blum: We Will Not Pay\n\nOtto Blum, the mayor, said: “We will not pay.”",
        "WHO: Ola Berg\nWHAT: A talk\nWHERE: The pier\nWHEN: Noon\nCONTACT: Ida Holm",
        "Ola Berg: 7\nIda Holm: 6\nOtto Blum: 8\nNora Kahn: 5",
        "Ola Berg: Two saves.\nIda Holm: Quiet.\nOtto Blum: Booked early.\nNora Kahn: Off injured.",
        "Democrats: 51\nRepublicans: 49\nTotal:\nDemocrats: 210\nRepublicans: 225",
        "Fjordby Town: Lost at home.\nSkarholm United: Won away.\nUP NEXT\n"
        "Fjordby Town: Visit Lund on Friday.\nSkarholm United: Host Carrow on Friday.",
        "Nora Whitcombe (Labour) (Harbor East)\nOtto Blum (Conservative) (Harbor East)",
        "Ingredients: Flour.\nMethod: Mix it.\nServes: Four.\nTip: Rest it.",
        "Harbor City: rain.\nLund: sun.\nCarrow: rain.",
        "READ MORE: The pier.\n\nWATCH: The pier.\n\nREAD MORE: The ferry.\n\nWATCH: The ferry.",
        "LUND — The pier is shut, we hear.\n\nCARROW — It is not, you say.",
        "Ola Berg – mayor\nIda Holm – doctor\nOla Berg – mayor\nIda Holm – doctor",
        "<p> ola holm\n<b> ida berg\n<p> ola holm\n<b> who is it",
        "10:00 break: who pays\n11:00 talk: you do\n12:00 break: why me",
        "Tresk     0:1\nLund     3:2\nTresk     1:1\nLund     4:0",
        "Ida Holm     Chair\nOla Berg     Clerk\nIda Holm     Chair\nOla Berg     Clerk",
        "Lund\n12\n\nCarrow\n9\n\nLund\n3\n\nCarrow\n1",
        "What we know\nYou pay.\n\nWho is hit\nWe are.\n\nWhat comes next\nYou wait.",
        "Ola Berg, the mayor, said this: the pier is shut.\n\nOla Berg said more: it is rotten.",
    ],
)
def test_other_texts(text):
    assert labels(text) == []


@for_each(
    ("berg", "holm", "offices"),
    [
        ("Chair", "Treasurer", True),
        ("head of sales", "energy analyst", True),
        ("Chair", "You owe us.", False),  # words
    ],
)
def test_an_office_below_a_name_is_no_turn(berg, holm, offices):
    turns = (
        f"Ola Berg\n{berg}\nWho pays?\n\nIda Holm\n{holm}\nYou do.\n\n"
        f"Ola Berg\n{berg}\nWhy me?\n\nIda Holm\n{holm}\nWho else?"
    )
    turn_labels = transcript_labels(turns, find_labels(turns))
    assert [label.words for label in turn_labels] == ["Ola Berg", "Ida Holm"] * 2 * offices
    bodies = [turns[label.body :].lstrip().splitlines()[0] for label in turn_labels]
    assert bodies == ["Who pays?", "You do.", "Why me?", "Who else?"][: len(bodies)]
