"""Whom a candidate stands for, and by which name: a relative pronoun, a message."""

from documents import document_of
from tables import for_each

from quoteattr import extract


@for_each(
    ("text", "speaker"),
    [
        ("The club fired a coach who said “no”.", "a coach"),
        ("They met a nurse at the clinic, who said “no”.", "a nurse at the clinic"),
        ("They met Mara Holt, who said “no”.", "Mara Holt"),
        ("They got a letter from a coach who said “no”.", "a coach"),
        ("They met a friend of a coach who said “no”.", "a friend of a coach"),
        ("Otto Lund lost his seat to a newcomer who said “no”.", "a newcomer"),
        ("Otto Lund was seen in court by clerks who said “no”.", "clerks"),
        ("They met the rise of a team which said “no”.", "a team"),
        ("They met a letter from a team, which said “no”.", "a letter from a team"),
        ("They met the ministry of transport, which said “no”.", "the ministry"),
        ("They sued Vantro Rail, which said “no”.", "Vantro Rail"),
        ("They met a coach whose team had lost the cup and who said “no”.", "a coach"),
    ],
)
def test_who_is_given_as_what_it_goes_back_to(text, speaker):
    document = document_of(text)
    *_, who = (i for i in document.candidate_chunks if document.tags[i] == "h")
    assert document.referents.name(document.candidate(who)) == speaker


@for_each(
    ("text", "speaker"),
    [
        ("A text from Mara Holt read: “No.”", "Mara Holt"),
        ("A report from Brack read: “No.”", "A report from Brack"),
        ("A text to Mara Holt read: “No.”", "A text"),
    ],
)
def test_a_message_is_its_senders(text, speaker):
    document = document_of(text)
    assert document.referents.name(document.candidate(document.candidate_chunks[0])) == speaker


@for_each(
    ("text", "mention"),
    [
        ("The chief, Ida Berg, said: “It is bad news.”", "Ida Berg"),
        ("“It is bad news,” said Bo Lund’s neighbour, Ida Berg.", "Ida Berg"),
        ("“It is bad news,” study co-author and Tolk doctor Ida Berg said.", "Ida Berg"),
        ("VFI Chief Executive, Ida Berg, said: “It is bad news.”", "Ida Berg"),
        ("Ida Berg is the mayor. The mayor said: “It is bad news.”", "The mayor"),
        ("Ida Berg is the mayor. The mayor said Bo Lund was “bad news”.", "The mayor"),
        ("The mayor told Ida Berg it was “bad news”.", "The mayor"),
    ],
)
def test_the_mention_of_a_description_is_the_name_after_it(text, mention):
    record = extract(text)[0]
    assert record.mention.text == mention
    assert record.mention.kind == ("name" if mention == "Ida Berg" else "nominal")
