"""Rules on the path between quote and candidate, in either order."""

from __future__ import annotations

from quoteattr.attribute.rules.rule import PathNumber, Rule, count_between, somewhere_between

BETWEEN_RULES: tuple[Rule, ...] = (
    Rule(
        "quote-source",
        PathNumber("source"),
        "The rule measures the tagger’s probability that the mention is the source of the quote.",
        example=(
            "When the auctioneer Hugo Brandt fell ill, it was his porter, Celia Prado, who talked "
            "the room through lot nine, which she praised as “a wardrobe with a past”."
        ),
        speaker="she",
        counts=True,
    ),
    Rule(
        "rival-verb-between",
        somewhere_between("{MENTION} {ADVERB}* {COPULA|AUXILIARY|PAST_FORM}"),
        "Another subject and its verb stand between the candidate and the quote.",
        example=(
            "Valentina Rojas insisted that her brother was “nobody’s martyr and nobody’s fool”."
        ),
        speaker="Valentina Rojas",
    ),
    Rule(
        "relative-between",
        somewhere_between("{RELATIVE}"),
        "A relative clause stands between the candidate and the quote.",
        example=(
            "Henrik Dalsbø, who lost both of his boats to the storm surge, thinks the "
            "insurers “have never met the sea”."
        ),
        speaker="Henrik Dalsbø",
    ),
    Rule(
        "candidate-before",
        PathNumber("before"),
        "The candidate stands before the quote.",
        example=(
            "Every spring Yevgenia Markova’s pupils put on „The Cherry Thief“, and every "
            "spring somebody falls into the orchestra."
        ),
        speaker=None,
    ),
    Rule(
        "chunks-between",
        PathNumber("length", most=80),
        "The rule counts the chunks between the quote and the candidate.",
        example=(
            "Neither the chief executive of the railway, nor the minister who appointed him, "
            "nor any of the eleven engineers who had signed the plans would say on Tuesday "
            "why the tunnel at Kamloops was “four inches too narrow for the train”, as a "
            "leaked memo put it."
        ),
        speaker="a leaked memo",
        counts=True,
    ),
    Rule(
        "sentences-between",
        count_between("END"),
        "The rule counts the ends of sentences between the quote and the candidate.",
        example=(
            "Dagny Iversen milked the last cow herself. The shed was cold. The radio had "
            "stopped. “Sixty years I have done this, and never once been thanked by a cow.”"
        ),
        speaker="Dagny Iversen",
        counts=True,
    ),
    Rule(
        "paragraphs-between",
        count_between("PARAGRAPH_END"),
        "The rule counts the ends of paragraphs between the quote and the candidate.",
        example=(
            "Abebe Tessema ran the last stretch barefoot.\n\n"
            '"The shoes were new and the road was old."\n\n'
            "It was the slowest winning time since 1974.\n\n"
            '"A slow gold is still gold."'
        ),
        speaker="Abebe Tessema",
        counts=True,
    ),
    Rule(
        "mentions-between",
        count_between("SPEAKER"),
        "The rule counts the mentions between the quote and the candidate.",
        example=(
            "Kirsten Bach, whose clients include a bishop, two brewers and the Danish "
            "handball captain Mads Lund, describes her trade as “gardening for reputations”."
        ),
        speaker="Kirsten Bach",
        counts=True,
    ),
    Rule(
        "names-between",
        count_between("NAME|PRONOUN"),
        "The rule counts the names and pronouns between the quote and the candidate.",
        example=(
            "Nomvula Sithole reminded Piet Jordaan, Anil Reddy and the others from the "
            "Durban branch that a strike was “a knife without a handle”."
        ),
        speaker="Nomvula Sithole",
        counts=True,
    ),
    Rule(
        "quotes-between",
        count_between("QUOTE"),
        "The rule counts the quotes between the quote and the candidate.",
        example=(
            "“Left,” said Tamar Beridze, pointing, “no, right,” and then, as the bus climbed "
            "on to the pavement, “oh, wherever you like”."
        ),
        speaker="Tamar Beridze",
        counts=True,
    ),
    Rule(
        "cues-between",
        count_between("CUE|CUE_PARTICIPLE"),
        "The rule counts the cues between the quote and the candidate.",
        example=(
            "Isak Nilsen told the tribunal that when his foreman ordered the men back and "
            "said the gas was harmless, he replied that canaries had “better unions”."
        ),
        speaker="he",
        counts=True,
    ),
)
