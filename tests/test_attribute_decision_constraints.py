"""What grammar rules out: the mentions that are no candidates of a quote."""

from documents import document_of
from tables import for_each

from quoteattr import extract
from quoteattr.attribute.decision.constraints import RELIABILITY, possible
from quoteattr.attribute.decision.decode import candidates_of


def left(text: str) -> list[str | None]:
    """The candidates of the last quote that are left."""
    document = document_of(text)
    quote = document.quotes[-1]
    candidates = possible(document, quote, candidates_of(document, quote))
    return [candidate.text if candidate else None for candidate in candidates]


@for_each(
    ("text", "speaker"),
    [
        ("Clara Voss said Ivo Novak had told her: “Go.”", "Ivo Novak"),
        ("Clara Voss said that Ivo Novak, her boss, told her: “Go.”", "Ivo Novak"),
        ("Clara Voss told police Ivo Novak had said: “Go.”", "Ivo Novak"),
        ("Clara Voss recalled Ivo Novak telling her: “Go.”", "Ivo Novak"),
        ("Clara Voss remembers her father saying, “Go.”", "her father"),
        ("Clara Voss dismissed Ivo Novak’s claim that the hall was “a barn”.", "Ivo Novak"),
        ("Clara Voss denied a report in the Mail that she was “broke”.", "the Mail"),
        ("“Go.” Ivo Novak locked the door. Clara Voss left.", "Ivo Novak"),
        ("“VOSS: Who was it?\n\n“NOVAK: Not me.”", "NOVAK"),
        ("VOSS: “Who was it?”\n\nNOVAK: “Not me.”", "NOVAK"),
    ],
)
def test_a_construction_leaves_one_reading(text: str, speaker: str) -> None:
    assert left(text) == [speaker]


@for_each(
    "text",
    [
        "Clara Voss told Ivo Novak: “Go.”",
        "Clara Voss gave a speech in Brack that was “a mess”.",
        "Clara Voss gave a speech after Ivo Novak’s call and it was “a mess”.",
        "Clara Voss hates “The Tide” Ivo Novak wrote.",
    ],
)
def test_another_construction_leaves_all_candidates(text: str) -> None:
    assert len(left(text)) > 1
    assert left(text)[-1] is None


def test_somebody_says_a_sentence_beside_what_somebody_does() -> None:
    assert None not in left("Ivo Novak shook his head. “No.”")
    assert None in left("Ivo Novak shook his head at a “no”.")


def test_a_nominal_that_is_the_sentence_beside_is_no_speaker() -> None:
    """What is left is whoever owns it."""
    assert left("“No.” Her voice drops. Clara Voss left.") == ["Clara Voss"]
    assert None in left("“No.” The tide. Clara Voss left.")


def test_what_a_construction_leaves_is_as_sure_as_constructions_are() -> None:
    (only,) = extract("Clara Voss said Ivo Novak had told her: “Go.”", kinds=["direct"])
    assert (only.speaker, only.confidence) == ("Ivo Novak", RELIABILITY)
    # The trees, which compare both, choose the same.
    agreed = extract("Clara Voss rejected Ivo Novak’s claim that the road was “a trap for us all”.")
    assert agreed[0].speaker == "Ivo Novak"
    assert agreed[0].confidence > RELIABILITY
    # Nobody was ruled out here: the share is calibrated as any other.
    (alone,) = extract("“Go home now,” said Ivo Novak, the mayor.")
    assert alone.confidence > RELIABILITY


def test_somebody_says_a_short_quote_that_opens_his_sentence() -> None:
    assert None not in left("“Never,” Ivo Novak swore.")
    assert None not in left("“Lovely morning,” neighbours would trill.")
    assert None in left("The word “never,” Ivo Novak said.")
    assert None in left("“Never” Ivo Novak said.")
    # A longer one is no term: its confidence is that of all candidates.
    assert None in left("“We will never sell it,” Ivo Novak said.")


@for_each(
    "text",
    [
        "“Clara Voss: Ivo Novak lied.”",
        "“VOSS: Who?” “So, NOVAK: No.”",
        "RAIN: “No,” said Ivo Novak.",
    ],
)
def test_words_before_a_colon_are_not_always_a_label(text: str) -> None:
    assert len(left(text)) > 1


@for_each(
    ("text", "speaker"),
    [
        ("Clara Voss was told that it was late.", None),
        ("Clara Voss, asked on Monday if it was late, left.", None),
        ("Clara Voss was warned by Ivo Novak that it was late.", "Ivo Novak"),
        ("Clara Voss was told by Ivo Novak that it was late.", "Ivo Novak"),
        ("Clara Voss, asked by Ivo Novak whether it was late, left.", "Ivo Novak"),
        ("The mayor, Clara Voss, warned that it was late.", "Clara Voss"),
        ("It was late, jurors were told.", None),
        ("Clara Voss, she says, is told that it is late.", "Clara Voss"),
    ],
)
def test_who_is_told_a_clause_does_not_say_it(text: str, speaker: str | None) -> None:
    records = extract(text, min_confidence=0)
    assert speaker in [r.speaker for r in records if "late" in r.quote]


def test_whose_son_speaks_does_not_speak_as_the_pronoun_for_the_owner() -> None:
    text = "Tom Reid’s daughter, Amy Reid, said he told her: “Go.”"
    assert left(text) == ["he"]
    (direct,) = extract(text, kinds=["direct"])
    assert direct.speaker == "Tom Reid"
