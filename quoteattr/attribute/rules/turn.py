"""Rules on the turn: the preceding quotes, and the candidate's relation to them."""

from __future__ import annotations

from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.previous_quotes import PreviousQuotes
from quoteattr.attribute.rules.rule import Rule


def turn_first(turn: PreviousQuotes) -> float:
    """This is the first quote of the article."""
    return float(turn.gap is None)


def turn_gap(turn: PreviousQuotes) -> float:
    """How many chunks separate the quote from the previous one."""
    return 60.0 if turn.gap is None else float(min(60, turn.gap))


def again_mention(turn: PreviousQuotes, candidate: Candidate) -> float:
    """The mention spoke the previous quote."""
    return float(candidate is turn.last)


def again_speaker(turn: PreviousQuotes, candidate: Candidate) -> float:
    """The entity spoke the previous quote."""
    return float(turn.last is not None and turn.last.key is candidate.key)


def again_before_last(turn: PreviousQuotes, candidate: Candidate) -> float:
    """The entity spoke the quote before the last."""
    return float(turn.before_last is not None and turn.before_last.key is candidate.key)


def again_count(turn: PreviousQuotes, candidate: Candidate) -> float:
    """How many of the quotes so far the entity has spoken."""
    return float(min(8, turn.spoken.get(candidate.key, 0)))


def again_between(turn: PreviousQuotes, candidate: Candidate) -> float:
    """The candidate is between the quote and the previous one."""
    return float(turn.previous_chunk < candidate.chunk < turn.quote_chunk)


TURN_RULES: tuple[Rule, ...] = (
    Rule(
        "first-quote",
        turn_first,
        "The quote is the first of the text.",
        example=(
            "The harvest festival in Gjirokastër was rained off again, its “Plum Queen” "
            "crowned under a tarpaulin."
        ),
        speaker=None,
    ),
    Rule(
        "gap",
        turn_gap,
        "The rule counts the chunks between the previous quote and this one.",
        example=(
            'The "Night Heron" still leaves Tallinn at nine. Passengers on the "Grey Gull" '
            "must change at Tartu, and wait."
        ),
        speaker=None,
        counts=True,
    ),
)

AGAIN_RULES: tuple[Rule, ...] = (
    Rule(
        "same-mention",
        again_mention,
        "The candidate also spoke the previous quote, by the same mention.",
        example=(
            "“I do not negotiate with moles,” said Clement Abara, spade in hand, beside what "
            "had been the bowling green. “I relocate them.”"
        ),
        speaker="Clement Abara",
    ),
    Rule(
        "same-speaker",
        again_speaker,
        "The candidate also spoke the previous quote.",
        example=(
            "“Every violin lies a little,” says the luthier Alessia Moretti.\n\n"
            "She repairs forty a year in Cremona, most of them for the insurers.\n\n"
            "“This one,” Moretti says, tapping the case, “lies a lot.”"
        ),
        speaker="Moretti",
    ),
    Rule(
        "speaker-before-last",
        again_before_last,
        "The candidate also spoke the quote before the previous one.",
        example=(
            "“You were speeding,” said Constable Ruth Banda.\n\n"
            "“I was late,” said the driver, Moses Phiri.\n\n"
            "“You are later now,” said Banda."
        ),
        speaker="Banda",
    ),
    Rule(
        "spoken-before",
        again_count,
        "The rule counts the earlier quotes of the same speaker.",
        example=(
            "“We rehearsed in a barn,” says Solange Kouassi. “The cows left.” The album, "
            "“Udder Silence”, has since sold a million copies from Bouaké to Berlin."
        ),
        speaker=None,
        counts=True,
    ),
    Rule(
        "candidate-between",
        again_between,
        "The candidate stands between the previous quote and this one.",
        example=(
            "“It rained,” said Neville Weekes, the umpire. Play resumed at three, when Tariq "
            "Bashir pulled on his “World’s Okayest Bowler” cap again."
        ),
        speaker=None,
    ),
)
