"""Rules on the path from a quote to a candidate that follows it."""

from __future__ import annotations

from quoteattr.attribute.rules.rule import Rule, between

AFTER_RULES: tuple[Rule, ...] = (
    Rule(
        "quote-cue-speaker",
        between("{THE_QUOTE} {COMMA}? {ADVERB}* {SAYING} {ADVERBIAL}* {CANDIDATE}"),
        "The quote and then the cue stand right before the speaker.",
        example=(
            "“The dam will hold till spring,” predicted Bolormaa Batsaikhan, to laughter "
            "from the farmers at the back."
        ),
        speaker="Bolormaa Batsaikhan",
    ),
    Rule(
        "quote-clause-cue-speaker",
        between(
            "{THE_QUOTE} {^END|NAME|PRONOUN|SPEAKING_NOMINAL|RELATIVE|QUOTE}* {SAYING}"
            " {ADVERBIAL}* {CANDIDATE}"
        ),
        "The quote, the rest of its clause and then the cue stand right before the speaker.",
        example=(
            "The handling of the signals was “indistinguishable from sabotage” and should "
            "have stopped every train, wrote Emil Radu."
        ),
        speaker="Emil Radu",
    ),
    Rule(
        "quote-speaker",
        between("{THE_QUOTE} {COMMA|DASH}? {ADVERBIAL}? {CONJUNCTION}? {CANDIDATE}"),
        "The candidate stands right after the quote.",
        example=(
            "For “Moonrise over Mombasa” Wanjiru Kamau learned to sail, to swear in "
            "Portuguese and to fall off a mast."
        ),
        speaker=None,
    ),
    Rule(
        "quote-clause-according-to",
        between("{THE_QUOTE} {^END|QUOTE}* {ACCORDING_TO} {CANDIDATE}"),
        "The quote, the rest of its clause and then *according to* stand before the speaker.",
        example=(
            "The new red is “closer to vinegar than to Rioja” and costs twice as much, "
            "according to Matilde Urzúa."
        ),
        speaker="Matilde Urzúa",
    ),
    Rule(
        "quote-clause-speaker",
        between("{THE_QUOTE} {^END|QUOTE}* {COMMA} {CANDIDATE}"),
        "The rest of the clause and a comma stand between the quote and the candidate.",
        example=(
            "With “Third Bridge” sold to forty countries, Aram Petrosyan told fans in Gyumri "
            "that a sequel was on its way."
        ),
        speaker=None,
    ),
    Rule(
        "quote-clause-comma-cue-speaker",
        between("{THE_QUOTE} {^END|QUOTE}* {COMMA} {SAYING} {CANDIDATE}"),
        "The clause of the quote ends with a comma, and the cue and the speaker follow.",
        example=(
            "The reef off Vava’u was “bleached like bone” after three hot summers, said the "
            "marine biologist Tevita Fonua."
        ),
        speaker="Tevita Fonua",
    ),
    Rule(
        "same-sentence-after",
        between("{THE_QUOTE} {^END}* {CANDIDATE}"),
        "The candidate stands after the quote in its sentence.",
        example=(
            "The prize for “Best Hedge, Coastal” went for the ninth time to Mrs. Opal "
            "Fairweather, of Hermanus."
        ),
        speaker=None,
    ),
    Rule(
        "same-sentence-after-last-quote",
        between("{THE_QUOTE} {^END|QUOTE}* {CANDIDATE}"),
        "The candidate stands after the quote in its sentence, and no other quote stands between.",
        example=(
            "“I came for a weekend and missed the boat,” is how, forty-one years on, Bridget "
            "Maloney explains her life on Stewart Island."
        ),
        speaker="Bridget Maloney",
    ),
    Rule(
        "nearest-after",
        between("{THE_QUOTE} {^SPEAKER}* {CANDIDATE}"),
        "No other mention stands between the quote and the candidate after it.",
        example=(
            "“Off with the lights!” From somewhere behind the scenery, Leandro Bastos was "
            "still in command."
        ),
        speaker="Leandro Bastos",
    ),
    Rule(
        "sentence-after",
        between("{THE_QUOTE} {^END}* {END}+ {^END}* {CANDIDATE}"),
        "The candidate stands in the sentence after the quote.",
        example=(
            "“Never trust a man who irons his jeans”. So began, every autumn, the first "
            "lesson of Anatoly Guskin at the tailoring school in Minsk."
        ),
        speaker="Anatoly Guskin",
    ),
    Rule(
        "same-paragraph-after",
        between("{THE_QUOTE} {^PARAGRAPH_END}* {CANDIDATE}"),
        "The candidate stands after the quote in its paragraph.",
        example=(
            "“Do not touch the bees.” The sign is in three languages. Jožica Kralj painted "
            "each of them, and has been stung in all three."
        ),
        speaker=None,
    ),
    Rule(
        "quote-clause-subject",
        between("{THE_QUOTE} {^END|QUOTE}* {SUBORDINATOR|COMPLEMENTIZER} {CANDIDATE}"),
        "The candidate begins the clause after that of the quote.",
        example=(
            "The stadium will be „a cathedral of debt“ for three generations, as Jonas Weber "
            "warned the council in Kassel."
        ),
        speaker="Jonas Weber",
    ),
    Rule(
        "quote-by-speaker",
        between("{THE_QUOTE} {COMMA}? {ADVERB}? {AGENT_MARKER} {CANDIDATE}"),
        "The quote and then *by* stand right before the candidate.",
        example="The statue is regarded as “an insult to horses” by Fabrizio Neri.",
        speaker="Fabrizio Neri",
    ),
)
