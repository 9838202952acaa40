"""Rules on the turn: the quotes before, and what a candidate has to do with them."""

from __future__ import annotations

from quoteattr.attribute.document import Candidate, Turn
from quoteattr.attribute.rule import Rule


def turn_nobody(turn: Turn) -> float:
    """Nobody spoke the quote before."""
    return float(turn.gap is not None and turn.last is None)


def turn_first(turn: Turn) -> float:
    """This is the first quote of the article."""
    return float(turn.gap is None)


def turn_same_paragraph(turn: Turn) -> float:
    """The quote before stands in the same paragraph."""
    return float(turn.gap is not None and "/" not in turn.gap)


def turn_same_sentence(turn: Turn) -> float:
    """The quote before stands in the same sentence."""
    return float(turn.gap is not None and "/" not in turn.gap and "." not in turn.gap)


def turn_gap(turn: Turn) -> float:
    """How many units part the quote from the one before."""
    return 60.0 if turn.gap is None else float(min(60, len(turn.gap)))


def turn_next_paragraph(turn: Turn) -> float:
    """The quote opens the paragraph after that of the quote before."""
    return float(turn.gap is not None and turn.gap[-1:] == "/" and turn.gap.count("/") == 1)


def turn_asked(turn: Turn) -> float:
    """The quote before ends with a question mark."""
    return float(turn.asked)


def again_mention(turn: Turn, candidate: Candidate) -> float:
    """The mention spoke the quote before."""
    return float(candidate is turn.last)


def again_speaker(turn: Turn, candidate: Candidate) -> float:
    """The entity spoke the quote before."""
    return float(turn.last is not None and turn.last.key is candidate.key)


def again_before_last(turn: Turn, candidate: Candidate) -> float:
    """The entity spoke the quote before the last."""
    return float(turn.before_last is not None and turn.before_last.key is candidate.key)


def again_count(turn: Turn, candidate: Candidate) -> float:
    """How many of the quotes so far the entity has spoken."""
    return float(min(8, turn.spoken[candidate.key]))


def again_between(turn: Turn, candidate: Candidate) -> float:
    """The candidate stands between the quote and the one before."""
    return float(turn.before < candidate.chunk < turn.here)


TURN: tuple[Rule, ...] = (
    Rule(
        "nobody-before",
        "turn",
        turn_nobody,
        "Nobody spoke the quote before.",
        example=(
            "Critics in Dublin gave “A Kettle of Hawks” one star. “I wrote it for the other "
            "four,” quipped its author, Fintan Daly."
        ),
        speaker="its author",
    ),
    Rule(
        "first-quote",
        "turn",
        turn_first,
        "The quote is the first of the text.",
        example=(
            "The harvest festival in Gjirokastër was rained off again, its “Plum Queen” "
            "crowned under a tarpaulin."
        ),
        speaker=None,
    ),
    Rule(
        "same-paragraph",
        "turn",
        turn_same_paragraph,
        "The quote before stands in the same paragraph.",
        example=(
            "“Hold the rope,” Temuera Hēnare yelled to the boy on the jetty. “With both hands!”"
        ),
        speaker="Temuera Hēnare",
    ),
    Rule(
        "same-sentence",
        "turn",
        turn_same_sentence,
        "The quote before stands in the same sentence.",
        example=(
            "The catalogue lists ‘Still Life with Axe’ as stolen and ‘Still Life without "
            "Axe’ as missing."
        ),
        speaker=None,
    ),
    Rule(
        "gap",
        "turn",
        turn_gap,
        "It counts the units between the quote and the one before.",
        example=(
            'The "Night Heron" still leaves Tallinn at nine. Passengers on the "Grey Gull" '
            "must change at Tartu, and wait."
        ),
        speaker=None,
        counts=True,
    ),
)

TURN += (
    Rule(
        "opens-next-paragraph",
        "turn",
        turn_next_paragraph,
        "The quote opens the paragraph after that of the quote before.",
        example=(
            "“Who fed the horse?” asked the vet, Greta Solberg.\n\n"
            "“My son did,” said Anton Reiss.\n\n"
            "“With what?”"
        ),
        speaker="Greta Solberg",
    ),
    Rule(
        "asked-before",
        "turn",
        turn_asked,
        "The quote before ends with a question mark.",
        example=(
            "“Did you lock it?” Officer Lena Kraft asked.\n\n“Twice,” said Bruno Hald.\n\n"
            "“And the window?”\n\n“There is no window.”"
        ),
        speaker="Bruno Hald",
    ),
)

AGAIN: tuple[Rule, ...] = (
    Rule(
        "same-mention",
        "again",
        again_mention,
        "The same mention spoke the quote before.",
        example=(
            "“I do not negotiate with moles,” said Clement Abara, spade in hand, beside what "
            "had been the bowling green. “I relocate them.”"
        ),
        speaker="Clement Abara",
    ),
    Rule(
        "same-speaker",
        "again",
        again_speaker,
        "The same person spoke the quote before.",
        example=(
            "“Every violin lies a little,” says the luthier Alessia Moretti.\n\n"
            "She repairs forty a year in Cremona, most of them for the insurers.\n\n"
            "“This one,” Moretti says, tapping the case, “lies a lot.”"
        ),
        speaker="Moretti",
    ),
    Rule(
        "speaker-before-last",
        "again",
        again_before_last,
        "The same person spoke the quote before the last.",
        example=(
            "“You were speeding,” said Constable Ruth Banda.\n\n"
            "“I was late,” said the driver, Moses Phiri.\n\n"
            "“You are later now,” said Banda."
        ),
        speaker="Banda",
    ),
    Rule(
        "spoken-before",
        "again",
        again_count,
        "It counts how many quotes of the text so far have the same speaker.",
        example=(
            "“We rehearsed in a barn,” says Solange Kouassi. “The cows left.” The album, "
            "“Udder Silence”, has since sold a million copies from Bouaké to Berlin."
        ),
        speaker=None,
        counts=True,
    ),
    Rule(
        "candidate-between",
        "again",
        again_between,
        "The candidate stands between the quote and the one before.",
        example=(
            "“It rained,” said Neville Weekes, the umpire. Play resumed at three, when Tariq "
            "Bashir pulled on his “World’s Okayest Bowler” cap again."
        ),
        speaker=None,
    ),
)
