"""Several nouns for one person before the name."""

from mentions import read
from tables import for_each

#: a text that begins with a nominal, and the person of whom it is
CASES = [
    ("The critic and poet Ada Berg left.", "Ada Berg"),
    ("The critic, sculptor and poet Ada Berg left.", "Ada Berg"),
    ("The critic, old sculptor and poet Ada Berg left.", "Ada Berg"),
    ("The critic of music and poet Ada Berg left.", "Ada Berg"),
    ("A mother of two and poet Ada Berg left.", "Ada Berg"),
    ("A critic and mother of two, Ada Berg, left.", "Ada Berg"),
    # an article before a later noun, or another person's name
    ("The critic and the poet Ada Berg left.", None),
    ("The critic and Ada Berg left.", None),
    ("The critic and Councillor Ada Berg left.", None),
    ("The critic, the sculptor and poet Ada Berg left.", None),
    # no noun for people, and no person
    ("The critic and company Ada Berg left.", None),
    ("The critic and poet Brack Council left.", None),
    ("The critic and poet, @ida_b, left.", None),
    # two relatives
    ("Her husband and son Ada Berg left.", None),
    ("Her critic and poet Ada Berg left.", "Ada Berg"),
]


@for_each(("text", "name"), CASES)
def test_several_nouns_before_one_name(text, name):
    entity = read(text).entity_of(0)
    assert (entity and entity.name) == name
