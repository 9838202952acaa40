"""What things show is no speech, whatever the verb."""

from tables import for_each

from quoteattr import extract

#: a text with one reported clause, and whether it is speech
CASES = [
    ("A scan revealed that Novak had torn a ligament.", False),  # evidence
    ("A scan of his knee suggested that Novak had torn a ligament.", False),  # not the word before
    ("Official figures now show that exports fell in May.", False),  # the word before the verb
    ("The blood on the wall suggested that she had fought back.", False),  # any thing
    ("The keeper dived early, suggesting that he had guessed.", False),  # what happened
    ("Berg spoke of talks, suggesting that a deal was near.", True),
    ("“It is late,” Berg told the court, suggesting that the talks were over.", True),
    ("Berg suggested that a deal was near.", True),
    ("The report suggested that the dam was safe.", True),
    ("Recent research suggested that the dam was safe.", True),
    ("The figures were old, Berg said.", True),  # no such verb
]


#: words in quotation marks that somebody says were uttered
QUOTED = "Berg brought pictures, suggesting that the boxes held what he called “eggs of stone”."


@for_each("case", CASES)
def test_evidence(case: tuple[str, bool]) -> None:
    text, is_speech = case
    indirect = [r for r in extract(text, min_confidence=0) if r.kind == "indirect"]
    assert [r.confidence > 0.1 for r in indirect] == [is_speech]


def test_quoted_words_are_speech():
    assert "the boxes held" in extract(QUOTED)[0].quote


def test_the_end_of_a_text_does_not_precede_its_start():
    (clause,) = extract("Berg reported to be ill, with", min_confidence=0)
    assert clause.confidence > 0.1
