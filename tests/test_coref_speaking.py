"""The mention of who speaks: after a possessive, or after an office that begins with a name."""

from mentions import read

from quoteattr.coref.speaking import SpeakingMentions

#: a text, and the words from its first mention to the one that speaks where the first does
CASES = [
    # whose
    ("Ida Berg’s husband left.", "Ida Berg’s husband"),
    ("Rill’s team left.", "Rill’s team"),
    ("Rill News’s Ida Berg left.", "Rill News’s Ida Berg"),
    ("Otto Marx’s Ida Berg left.", "Otto Marx"),
    ("Ida Berg’s report came.", "Ida Berg"),
    ("Rill University’s School of Brack left.", "Rill University"),
    ("Rill’s Battleground States left.", "Rill"),
    ("Ida Berg’s left hand hurt.", "Ida Berg"),
    ("The mayor’s husband left.", "The mayor"),
    ("Ida Berg, husband of Bo, left.", "Ida Berg"),
    # offices that begin with a name
    ("Rill beadle Ida Berg left.", "Rill beadle Ida Berg"),
    ("Rill junior forward Ida Berg left.", "Rill junior forward Ida Berg"),
    ("Ida Berg of the movement Nova Vale left.", "Ida Berg"),
    ("White House press secretary Ida Berg left.", "White House press secretary Ida Berg"),
    ("Rill talk show host Ida Berg left.", "Rill talk show host Ida Berg"),
    ("Rill Institute beadle, Ida Berg, left.", "Rill Institute"),
    ("Rill Institute for roads Ida Berg left.", "Rill Institute for roads Ida Berg"),
    ("Rill (Ida Berg) left.", "Rill"),
    ("Rill met Ida Berg.", "Rill"),
    ("Rill sees Ida Berg.", "Rill"),
    ("Rill also met Ida Berg.", "Rill"),
    ("Rill beadle Rill University left.", "Rill"),
    ("Rill beadle Rill Bridge left.", "Rill"),
    ("Rill beadle Berg left.", "Rill"),
    ("Rill beadle Zzyx Berg left.", "Rill"),
    ("Ida Berg left. Rill beadle Berg slept.", "Ida Berg"),
    ("He left.", "He"),
    ("“No,” said the man Ida Berg married.", "the man"),
    ("Rill consoles beadle Ida Berg.", "Rill"),
    ("Rill told host Ida Berg.", "Rill"),
    ("They call Nurse Ida Berg.", "They"),
    ("Rill beadle Ida left.", "Rill"),
    (
        "Rill junior junior junior junior forward Ida Berg left.",
        "Rill junior junior junior junior forward Ida Berg",
    ),
    ("Rill junior junior junior junior junior forward Ida Berg left.", "Rill"),
    ("Rill junior athletics beadle Ida Berg left.", "Rill junior athletics beadle Ida Berg"),
    # their complements
    ("US Ambassador to the UN Ida Berg left.", "US Ambassador to the UN Ida Berg"),
    ("Chief of Staff Ida Berg left.", "Chief of Staff Ida Berg"),
    (
        "Leader of Government Business Dr Ida Berg left.",
        "Leader of Government Business Dr Ida Berg",
    ),
    ("The Minister for Works Mr. Bo Berg left.", "The Minister for Works Mr. Bo Berg"),
    ("An aide to Minister Ida Berg left.", "An aide"),
    ("Aide to Minister Ida Berg, he left.", "Aide"),
    ("Aide to Mr. Berg, he left.", "Aide"),
    ("Advisers to the Rill minister Ida Berg left.", "Advisers"),
    ("A sister of Rill teacher Ida Berg left.", "A sister"),
    ("A member of the group Rill Board left.", "A member"),
    ("Director of the centrist Rill Policy Center left.", "Director"),
    ("Aide to President left.", "Aide"),
    ("Adviser to Vice President left.", "Adviser"),
    ("Speaker for Ida Berg left.", "Speaker"),
    ("Lawyer for the EPA left.", "Lawyer"),
    ("Head of the LIV Golf left.", "Head"),
    ("Minister in Works Mr. Bo Berg left.", "Minister"),
    (
        "“No,” said the minister for Works Mr. Bo Berg.",
        "the minister for Works Mr. Bo Berg",
    ),
    ("“No,” said the minister for Works Bo Berg.", "the minister"),
    ("Rill without Ida Berg left.", "Rill"),
    # two offices
    ("“No,” said writer and director Ida Berg.", "writer and director Ida Berg"),
    ("“No,” said writer junior and director Ida Berg.", "writer"),
    ("“No,” said a writer and director Ida Berg.", "a writer"),
    ("“No,” said writers and director Ida Berg.", "writers"),
    ("“No,” said Rill and director Ida Berg.", "Rill"),
    # a body, its acronym and two offices
    (
        "Rill Union (RU) Secretary and Works Minister Ida Berg left.",
        "Rill Union (RU) Secretary and Works Minister Ida Berg",
    ),
    ("Rill Union (RU) Harbour and Works Minister Ida Berg left.", "Rill Union"),
    ("Rill Union (RU) Secretary and Ida Berg left.", "Rill Union"),
    ("Rill Union (RU) Secretary and WORKS Minister left.", "Rill Union"),
    ("Otto Marx (RU) Secretary and Works Minister Ida Berg left.", "Otto Marx"),
]


def speaking(text):
    """The words from the first mention of a text to the one that speaks."""
    coreference = read(text)
    chunks = coreference.chunks
    i = next(k for k, tag in enumerate(chunks.tags) if tag in "NDEPL")
    last = SpeakingMentions(coreference.table).find(i)
    return text[chunks.mention_starts[i] : chunks.ends[max(last)]]


def test_the_mention_that_speaks():
    assert [
        (text, expected, words) for text, expected in CASES if (words := speaking(text)) != expected
    ] == []
