"""Whom a candidate stands for, and by which name: a relative pronoun, a message."""

from documents import document_of
from tables import for_each


@for_each(
    ("text", "speaker"),
    [
        ("The club fired a coach who said “no”.", "a coach"),
        ("They met a nurse at the clinic, who said “no”.", "a nurse at the clinic"),
        ("They met Mara Holt, who said “no”.", "Mara Holt"),
        ("They got a letter from a coach who said “no”.", "a coach"),
        ("They met a friend of a coach who said “no”.", "a friend of a coach"),
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
