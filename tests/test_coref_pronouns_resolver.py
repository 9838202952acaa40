"""Whom *who* and *which* go back to; each case fails without one of the constants."""

from mentions import Reading
from tables import for_each

#: text, pronoun, entity or nominal that it goes back to, lead over the next best antecedent
ANTECEDENTS = [
    # who goes back to a person in its sentence
    ("Ada Berg, who left, slept.", "who", "Ada Berg", 0.0),
    ("Ada Berg and Unilog, who left, slept.", "who", "Ada Berg", 0.0),
    ("Ada Berg met the committee who left.", "who", "Ada Berg", 0.0),
    ("Unilog, who left, slept.", "who", None, 0.0),
    ("Ada Berg left. Who knows?", "Who", None, 0.0),
    ("Ada Berg left “no” who knows?", "who", None, 0.0),
    # which goes back to no person
    ("Unilog, which left, slept.", "which", "Unilog", 0.0),
    ("Unilog met the nurse which left.", "which", "Unilog", 0.0),
    ("Ada Berg, which left, slept.", "which", None, 0.0),
    # a nominal nearer that is a person is the antecedent of who, and nobody's name
    ("Ada Berg met a man who left.", "who", None, 0.0),
    ("Ada Berg met a book that a man who left had.", "who", None, 0.0),
    ("Unilog met the committee which left.", "which", None, 0.0),
    ("Unilog met a mill which left.", "which", "Unilog", 0.0),
    # nobody but the nominal right before it
    ("Ada Berg gave a nod to the heckler who left.", "who", None, 0.0),
    # a member of a body
    ("Ada Berg of the band Novalis, who left, slept.", "who", "Ada Berg", 0.0),
    ("Ada Berg of the team of Ida Holm, who left, slept.", "who", "Ida Holm", 0.0),
    # not too far back
    (
        f"Ada Berg{' and the nurse' * 5} who left, slept.",
        "who",
        None,
        0.0,
    ),
    (
        f"Ada Berg in the mill{' and the mill' * 4} who left, slept.",
        "who",
        "Ada Berg",
        0.0,
    ),
    (
        f"Ada Berg in the mill{' and the mill' * 5} who left, slept.",
        "who",
        None,
        0.0,
    ),
    ("Ada Berg in a mill and the mill and a mill who left, slept.", "who", "Ada Berg", 0.0),
    # it goes back to the last subject, a body
    ("Brack Council grew. Others slept.", "Others", None, 0.0),
]


@for_each(("text", "pronoun", "antecedent", "lead"), ANTECEDENTS)
def test_the_antecedent_and_its_lead(text, pronoun, antecedent, lead):
    assert Reading(text).antecedent(pronoun) == (antecedent, lead)
