"""The gender that an article's words show, with these words; never that of a given name."""

from profiles import profile
from tables import for_each


@for_each(
    ("text", "gender", "evidence"),
    [
        ("Mrs. Ida Berg left.", "f", ["Mrs."]),
        ("Sir Ida Berg left.", "m", ["Sir"]),
        ("Mx. Ida Berg left.", "x", ["Mx."]),
        ("Actress Ida Berg left.", "f", ["Actress"]),
        ("His wife Ida Berg left.", "f", ["wife"]),
        ("Ida Berg, a spokeswoman, left.", "f", ["spokeswoman"]),
        ("Ida Berg left. She was tired.", "f", ["She"]),
        ("Ida Berg, who sold her bakery, left.", "f", ["her"]),
        ("Ida Berg (herself a baker) left.", "f", ["herself"]),
        ("Ida Berg, who uses they/them pronouns, left.", "x", ["they/them"]),
        ("Mr. Justice Ida Berg left.", "m", ["Mr."]),
        ("Mother-of-two Ida Berg left.", "f", ["Mother-of-two"]),
        ("Great-grandfather Ida Berg left.", "m", ["Great-grandfather"]),
        # nothing shows it
        ("Ida Berg, an ex-wife, left.", "f", ["ex-wife"]),
        # a word counts as much as three pronouns, all of which must be of one gender
        ("Mrs. Ida Berg left. He slept.", "f", ["Mrs."]),
        ("Mrs. Ida Berg left. He slept. He sang. He ran.", None, []),
        # somebody else before the pronoun
        ("Bo Holm saw Ida Berg, who sold his hat.", None, []),
        ("Ida Berg slept. “Her hat.”", None, []),
        ("Duke University professor Ida Berg left.", None, []),
        ("Notre Dame coach Ida Berg left.", None, []),
        ("Queen guitarist Ida Berg left.", None, []),
        ("Queen Mary University professor Ida Berg left.", None, []),
        ("Mother Jones reporter Ida Berg left.", None, []),
        ("Lord Mayor Ida Berg left.", None, []),
        ("Ida Berg left.", None, []),
        ("Rill University’s Ida Berg met an actress", None, []),
        ("Dr. Ida Berg left.", None, []),
        ("Ida Berg, the chairman, left.", None, []),
        # the words contradict each other
        ("Mr. Ida Berg left. Mrs. Ida Berg slept.", None, []),
    ],
)
def test_the_gender_and_its_evidence(text, gender, evidence):
    speaker = profile(text, "Ida Berg")
    assert speaker.gender == gender
    assert sorted({phrase.text for phrase in speaker.gender_evidence}) == sorted(evidence)


def test_a_pronoun_of_somebody_else_shows_nothing():
    text = "Ida Berg met Bo Holm, who had lost his hat."
    assert profile(text, "Ida Berg").gender is None


def test_a_body_has_no_gender():
    assert profile("Rill University left. She was tired.", "Rill University").gender is None


def test_the_title_of_a_single_name_shows_it():
    speaker = profile("Queen Ida left.", "Queen Ida")
    assert (speaker.gender, [phrase.text for phrase in speaker.gender_evidence]) == ("f", ["Queen"])


def test_a_title_that_men_and_women_have_shows_none():
    assert profile("Sheikh Ida left.", "Sheikh Ida").gender is None
