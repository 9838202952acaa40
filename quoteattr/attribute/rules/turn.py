"""Rules on the turn: the preceding quotes, and the candidate's relation to them."""

from __future__ import annotations

from quoteattr.attribute.rules.rule import Rule

TURN_RULES: tuple[Rule, ...] = (
    Rule(
        "first-quote",
        lambda turn: turn.gap is None,
        "The quote is the first of the text.",
        example=(
            "The harvest festival in Gjirokastër was rained off again, its “Plum Queen” "
            "crowned under a tarpaulin."
        ),
        speaker=None,
    ),
    Rule(
        "gap",
        lambda turn: 60.0 if turn.gap is None else float(min(60, turn.gap)),
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
        lambda turn, candidate: candidate is turn.last,
        "The candidate also spoke the previous quote, by the same mention.",
        example=(
            "“I do not negotiate with moles,” said Clement Abara, spade in hand, beside what "
            "had been the bowling green. “I relocate them.”"
        ),
        speaker="Clement Abara",
    ),
    Rule(
        "same-speaker",
        lambda turn, candidate: turn.last is not None and turn.last.key is candidate.key,
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
        lambda turn, candidate: (
            turn.before_last is not None and turn.before_last.key is candidate.key
        ),
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
        lambda turn, candidate: min(8, turn.spoken.get(candidate.key, 0)),
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
        lambda turn, candidate: turn.previous_chunk < candidate.chunk < turn.quote_chunk,
        "The candidate stands between the previous quote and this one.",
        example=(
            "“It rained,” said Neville Weekes, the umpire. Play resumed at three, when Tariq "
            "Bashir pulled on his “World’s Okayest Bowler” cap again."
        ),
        speaker=None,
    ),
)
