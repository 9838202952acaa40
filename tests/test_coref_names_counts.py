"""Whether an article uses a name as that of a place."""

from mentions import speakers
from tables import for_each

CASES = [
    # label, text, mention, speakers
    (
        "once in a place is no evidence against a last name",
        "Ada Brack won in Brack. “No,” Brack said.",
        "Brack",
        ["Ada Brack", "Ada Brack"],
    ),
    (
        "nor are two of many",
        "Ada Brack won. Life in Brack is good. Life in Brack is slow. Brack spoke. Brack sang."
        " Brack wept. Brack sat. Brack rose. “No,” Brack said.",
        "Brack",
        ["Ada Brack"] * 8,
    ),
    (
        "two of three are",
        "Ada Brack won. Life in Brack is good. Life in Brack is slow. Brack voted.",
        "Brack",
        ["Brack"] * 3,
    ),
    (
        "once in a place is evidence against a first name",
        "Brack Holm won. Life in Brack is good. Brack voted.",
        "Brack",
        ["Brack"] * 2,
    ),
    (
        "but not if the first name is used so all the time",
        "Brack Holm won. Life in Brack is good. Brack spoke. Brack sang. Brack wept. Brack sat."
        " Brack rose. Brack ran. Brack slept. Brack ate. “No,” Brack said.",
        "Brack",
        ["Brack Holm"] * 10,
    ),
]


@for_each(("text", "mention", "expected"), [c[1:] for c in CASES])
def test_places(text, mention, expected):
    assert speakers(text, mention) == expected
