"""Acronyms of offices, and who holds them."""

from growth import calls, grows
from mentions import speakers
from tables import for_each

from quoteattr import extract
from quoteattr.coref.names import office_acronyms


@for_each(
    ("text", "mention", "expected"),
    [
        # the office in words, before the name or after it
        ("Chief Minister Tindra Rao sat. The CM left.", "The CM", ["Tindra Rao"]),
        ("Tindra Rao, the chief minister, sat. The CM left.", "The CM", ["Tindra Rao"]),
        ("Tindra Rao, chief minister, sat. The CM left.", "The CM", ["Tindra Rao"]),
        ("Tindra Rao met a chief minister. The CM left.", "The CM", ["CM"]),
        ("Tindra Rao, Brack chief minister, sat. The CM left.", "The CM", ["CM"]),
        # between office and name: brackets, a place, a title
        ("The Chief Minister (CM), Tindra Rao, sat. The CM left.", "The CM", ["Tindra Rao"]),
        ("The Chief Minister of Brack, Tindra Rao, sat. The CM left.", "The CM", ["Tindra Rao"]),
        ("The Chief Minister (CM) of Brack, Tindra Rao, sat. The CM left.", "The CM",
         ["Tindra Rao"]),
        ("The Chief Minister, Dr Tindra Rao, sat. The CM left.", "The CM", ["Tindra Rao"]),
        ("The Chief Minister then met Tindra Rao. The CM left.", "The CM", ["CM"]),
        # in capitals before the name, of one word as well
        ("CM Tindra Rao sat. The CM left.", "The CM", ["Tindra Rao"]),
        ("The CJI left. CJI Rao sat.", "The CJI", ["Rao"]),
        # a name whose first word the office has, too
        ("Ward Education Officer Ward Holm sat. The WEO left.", "The WEO", ["Ward Holm"]),
        # not a person with these initials
        ("Chief Minister Tindra Rao sat. Clara Moor left. The CM rose.", "The CM", ["Tindra Rao"]),
        # with a hyphen, and with small words
        ("Inspector-General Tindra Rao sat. The IG left.", "The IG", ["Tindra Rao"]),
        ("Director of Public Works Tindra Rao sat. The DPW left.", "The DPW", ["Tindra Rao"]),
        # not without an article, nor a word that is no acronym, nor a longer one
        ("Chief Minister Tindra Rao sat. CM left.", "CM", ["CM"]),
        ("Chief Minister Tindra Rao sat. The Cm left.", "The Cm", ["Cm"]),
        ("Minister Tindra Rao sat. The M left.", "The M", ["M"]),
        ("Ultra Very Wide Xtra Yard Minister Tindra Rao sat. The UVWXYM left.", "The UVWXYM",
         ["UVWXYM"]),
        # no office, a body
        ("Clear Mind Tindra Rao sat. The CM left.", "The CM", ["CM"]),
        ("The Mining Council (MC) met. Merger Chief Tindra Rao sat. The MC left.", "The MC",
         ["Mining Council"]),
        # the holder named last, or else first
        ("CM Tindra Rao sat. CM Orsolya Berg rose. The CM left.", "The CM", ["Orsolya Berg"]),
        ("The CM left. CM Tindra Rao sat. CM Orsolya Berg rose.", "The CM", ["Tindra Rao"]),
        # other mentions of the acronym
        ("CM resigns\n\nThe CM left. CM Tindra Rao sat.", "CM", ["Tindra Rao"]),
    ],
)  # fmt: skip
def test_the_holder_of_an_office(text, mention, expected):
    assert speakers(text, mention) == expected


def test_the_text_is_not_searched_for_each_of_many_acronyms():
    def searches(size):
        with calls(office_acronyms, "spelt_out") as count:
            extract(" ".join(f"The C{chr(65 + k)} met the M{chr(65 + k)}." for k in range(size)))
        return count.times

    assert grows(searches, 13) < 2
