"""Pieces of one sentence that the cue interrupts are one record; two sentences are two."""

from tables import for_each

from quoteattr import extract


@for_each(
    ("text", "quotes"),
    [
        ("“If it goes,” Mara Holt said, “we go.”", ["If it goes, we go."]),
        (
            "“If it goes,” said Mara Holt, “we go, and then,” she said, “we stay.”",
            ["If it goes, we go, and then, we stay."],
        ),
        ("“It rains,” Mara Holt said. “It pours.”", ["It rains,", "It pours."]),
        ("“It rains.” Mara Holt said, “It pours.”", ["It rains.", "It pours."]),
        ("“It rains,” said Mara Holt. “No,” said Otto Marx.", ["It rains,", "No,"]),
        ("The dam, Mara Holt said, was safe.", ["The dam was safe"]),
        ("The dam, according to Mara Holt, was safe.", ["The dam was safe"]),
        (
            "Mara Holt, who said the dam was old, said the town was safe.",
            ["the dam was old", "the town was safe"],
        ),
    ],
)
def test_pieces(text, quotes):
    records = extract(text)
    assert [record.quote for record in records] == quotes
    assert records[0].speaker == "Mara Holt"
    for record in records:
        assert record.quote == " ".join(text[start:end] for start, end in record.spans)


@for_each(
    ("text", "kind"),
    [
        ("“It rains,” Mara Holt said.", "direct"),
        ("Mara Holt said: “It rains.”", "direct"),
        ("Mara Holt said that “it rains” in Dalby.", "mixed"),
        ("Mara Holt called the plan “mad”.", "mixed"),
        ("Mara Holt claimed that “Nobody at the mill knew” until Friday.", "mixed"),
        ("Mara Holt said that “The Tide Mill” was a fine play.", "indirect"),
        ("Mara Holt said that “We will not give up.” The mill stays.", "direct"),
        ("Mara Holt said that “We will not give up”.", "direct"),
        ("The plan is “mad” – Mara Holt; “wise” – Otto Marx.", "direct"),
        ("The plan is “mad” (Mara Holt).", "direct"),
        # the name may be the reporter’s
        ("It rained. The road will be “wide and safe, and open to all.” — Ivo Novak", "mixed"),
        ("“It was” (Mara Holt nods) “a good plan.”", "direct"),
    ],
)
def test_kind(text, kind):
    assert {record.kind for record in extract(text)} == {kind}
