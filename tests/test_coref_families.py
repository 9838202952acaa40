"""Last names that several people share; each case fails without one of the constants."""

import pytest
from mentions import speakers

CASES = [
    # label, text, mention, speakers
    (
        "a single pronoun does not outweigh a title",
        "Tindra Berg met the mayor. He smiled. “No,” Mrs. Berg said.",
        "Mrs. Berg",
        ["Tindra Berg"],
    ),
    (
        "the pronoun after the last name speaks against the other gender",
        "Tindra Berg lost his job. Tindra Berg spoke to Nicole Berg in Tresk. Berg nodded. “No,”"
        " she said.",
        "Berg",
        ["Nicole Berg"],
    ),
    (
        "an office before the last name is that of its holder",
        "Mayor Azlan Berg came.\n\nTindra Berg came. Tindra Berg sang. “No,” Mayor Berg said.",
        "Mayor Berg",
        ["Azlan Berg"],
    ),
    (
        "a title goes to the one whose gender a pronoun showed",
        "Azlan Berg lost his job. Nicole Berg came. “No,” Mr. Berg said.",
        "Mr. Berg",
        ["Azlan Berg"],
    ),
    (
        "the one named in this paragraph is nearer than one before it",
        "Reporters met Nicole Berg. Berg said so.\n\nTindra Berg said it was late. “No,” Berg"
        " said.",
        "Berg",
        ["Nicole Berg", "Tindra Berg"],
    ),
    (
        "of two in one paragraph, the last one named",
        "Ada Berg met Otto Berg. “We sail,” Berg said.",
        "Berg",
        ["Otto Berg"],
    ),
    (
        "who goes by the last name goes on by it",
        "Azlan Berg is 44. Berg nodded. Nicole Berg came. “No,” said Berg.",
        "Berg",
        ["Azlan Berg", "Azlan Berg"],
    ),
    (
        "whom the article names more often",
        "“We sail,” said Henry Berg. Henry Berg met Azlan Berg. “No,” said Berg.",
        "Berg",
        ["Henry Berg"],
    ),
]


@pytest.mark.parametrize(
    ("text", "mention", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_a_shared_last_name(text, mention, expected):
    assert speakers(text, mention) == expected
