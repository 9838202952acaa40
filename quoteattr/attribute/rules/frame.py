"""Rules on the frame: the text around the quote."""

from __future__ import annotations

from quoteattr.attribute.documents.surroundings import Frame
from quoteattr.attribute.rules.grammar import rule_searcher
from quoteattr.attribute.rules.rule import Rule, around_quote, of_paragraph
from quoteattr.detect.alphabet import QUOTE

_ends_in_passive = rule_searcher("{COPULA} {ADVERB}? {SAYING} {COMMA|COLON|COMPLEMENTIZER}* $")


def after_passive_addressing(frame: Frame) -> float:
    """The quote was addressed to somebody: the subject is not its speaker."""
    addressing = frame.language.all_forms(frame.language.addressing)
    return float(_ends_in_passive(frame.left) and not addressing.isdisjoint(frame.beside[:2]))


def unasserted(frame: Frame) -> float:
    """The cue before the quote is negated or merely possible: *never said*, *would have said*."""
    return float(frame.denied or frame.imagined)


FRAME_RULES: tuple[Rule, ...] = (
    Rule(
        "colon-quote",
        around_quote("{COLON} {THE_QUOTE}"),
        "A colon stands right before the quote.",
        example=(
            "Opening the inquest in Cork, coroner Aoife Brannigan put it plainly: “Nobody on "
            "that trawler should have been at sea.”"
        ),
        speaker="Aoife Brannigan",
    ),
    Rule(
        "that-quote",
        around_quote("{COMPLEMENTIZER} {THE_QUOTE}"),
        "The word *that* stands right before the quote.",
        example=(
            "Farida Rahimi promised parliament in Kabul on Tuesday that “no school will open "
            "without clean water” this term."
        ),
        speaker="Farida Rahimi",
    ),
    Rule(
        "cue-quote",
        around_quote("{SAYING} {THE_QUOTE}"),
        "A verb of saying stands right before the quote.",
        example=(
            "On the courthouse steps the widow of Tomasz Zielinski said “justice came eleven "
            "years late” and walked to her car."
        ),
        speaker="the widow of Tomasz Zielinski",
    ),
    Rule(
        "report-quote",
        around_quote("{REPORTING} {THE_QUOTE}"),
        "A verb of reporting stands right before the quote.",
        example=(
            "In a leaflet handed out at the dock gates the union branded “an insult to "
            "arithmetic” the rise that Hafen Nord had put on the table."
        ),
        speaker="the union",
    ),
    Rule(
        "participle-quote",
        around_quote("{CUE_PARTICIPLE} {THE_QUOTE}"),
        "A participle such as *saying* or *calling* stands right before the quote.",
        example=(
            "Yuki Tanabe waved away the praise of her coach, Pedro Salvat, after the "
            "shoot-out, saying “my defenders did the running”."
        ),
        speaker="Yuki Tanabe",
    ),
    Rule(
        "asked-quote",
        after_passive_addressing,
        "A passive such as *was asked* or *were told* stands before the quote.",
        example=(
            "Later, at the hearing in Bergen, the minister, Ragnhild Moe, was asked, “Did you read "
            "the contract before you signed it?” She admitted that she had not."
        ),
        speaker=None,
    ),
    Rule(
        "preposition-quote",
        around_quote("{PREPOSITION} {THE_QUOTE}"),
        "A preposition stands right before the quote.",
        example=(
            "Marisol Queiroz grew up in Recife listening to “Garoa de Junho” on her "
            "grandmother’s kitchen radio."
        ),
        speaker=None,
    ),
    Rule(
        "quote-opens-sentence",
        around_quote("{END} {THE_QUOTE}"),
        "The quote opens its sentence.",
        example=(
            "The city archive in Minsk has bought a lost film. “The Owl and the Tram” was "
            "shot in nine days by Vera Lis, who said later that the owl had been the better "
            "actor."
        ),
        speaker=None,
    ),
    Rule(
        "quote-opens-paragraph",
        of_paragraph("{QUOTE} {ANY}*"),
        "A quote opens the paragraph.",
        example=(
            "Neighbours in Port Harcourt first noticed the smell on Friday.\n\n"
            "“By Sunday our eyes were streaming,” said Blessing Nwosu, who lives beside the "
            "depot."
        ),
        speaker="Blessing Nwosu",
    ),
    Rule(
        "naming-quote",
        lambda frame: not frame.language.naming.isdisjoint(frame.beside[:2]),
        "A word such as *titled* or *term* stands right before the quote.",
        example=(
            "The exhibition, titled “Bread and Wire”, opens at the museum in Narva in May; "
            "its curator, Liis Tamm, spent nine years on it."
        ),
        speaker=None,
    ),
    Rule(
        "quote-comma",
        around_quote("{THE_QUOTE} {COMMA}"),
        "A comma stands right after the quote.",
        example=(
            "“Wheat does not wait for ministers”, wrote Oleksandr Hrytsenko, who farms near "
            "Poltava, in an open letter to Brussels."
        ),
        speaker="Oleksandr Hrytsenko",
    ),
    Rule(
        "quote-ends-sentence",
        around_quote("{THE_QUOTE} {END}"),
        "The sentence ends with the quote.",
        example=(
            "Naomi Feldt, who led the trial in Bergen, summed up four years of work in five "
            "words: “It works, but not forever.”"
        ),
        speaker="Naomi Feldt",
    ),
    Rule(
        "quote-word",
        around_quote("{THE_QUOTE} {OTHER_WORD|CUE_NOUN}"),
        "An ordinary word stands right after the quote.",
        example=(
            'Before the war her father ran a "penny bazaar" stall behind the clock tower in '
            "Georgetown."
        ),
        speaker=None,
    ),
    Rule(
        "paragraph-of-quotes",
        of_paragraph("{^SPEAKER}*"),
        "The paragraph contains no mention.",
        example=(
            "The searches that islanders typed most often last winter:\n\n"
            "“ferry times”, “ferry cancelled”, “how to build a boat”"
        ),
        speaker=None,
    ),
    Rule(
        "cue-before",
        around_quote("{CUE|CUE_PARTICIPLE|ACCORDING_TO|CUE_NOUN} {^END}* {THE_QUOTE}"),
        "A cue stands before the quote in its sentence.",
        example=(
            "Pressed by Senator Hugo Barros, the admiral admitted on Wednesday that the "
            'submarine had been "parked, not patrolling" for most of the year.'
        ),
        speaker="the admiral",
    ),
    Rule(
        "cue-after",
        around_quote("{THE_QUOTE} {^END}* {CUE|CUE_PARTICIPLE|ACCORDING_TO|CUE_NOUN}"),
        "A cue stands after the quote in its sentence.",
        example=(
            "A “Polar Rose” bulb, said to survive minus thirty, was the first thing to sell "
            "out at the flower market in Ottawa."
        ),
        speaker=None,
    ),
    Rule(
        "quote-before",
        around_quote("{QUOTE} {^END}* {THE_QUOTE}"),
        "Another quote stands before this one in its sentence.",
        example=(
            "‘If they want my badge,’ Constable Pryce told the hearing, ‘they can come and "
            "unpin it.’"
        ),
        speaker="Constable Pryce",
    ),
    Rule(
        "speech-tag-after",
        around_quote(
            "{THE_QUOTE} ({SPEECH_TAG} | {COMMA}? {^END|QUOTE}* {ACCORDING_TO} {NAME|NOMINAL})"
        ),
        "A speech tag such as *said Y* follows right after the quote.",
        example=(
            "«The vineyard is not for sale,» repeated Giulia Conti, as the lawyers of her "
            "brother Renzo unpacked their papers."
        ),
        speaker="Giulia Conti",
    ),
    Rule(
        "speech-tag-before",
        around_quote("{MENTION} {TO_VERB} {SAYING} {^END|QUOTE}* {COMMA|COLON}? {THE_QUOTE}"),
        "A speech tag such as *Y said* stands right before the quote.",
        example=(
            "Then Mrs. Adeyemi, turning to the bailiff, said quietly, “You may take the "
            "table, but the Bible stays.”"
        ),
        speaker="Mrs. Adeyemi",
    ),
    Rule(
        "paragraph-quotes",
        lambda frame: min(9, frame.paragraph.count(QUOTE)),
        "The rule counts the quotes of the paragraph.",
        example=(
            "“Lower,” shouted Baptiste Roux from the scaffold. “Lower still.” The crane "
            "driver, Idrissa Cissé, could not hear a word. “Stop!”"
        ),
        speaker="Baptiste Roux",
        counts=True,
    ),
    Rule(
        "paragraph-length",
        lambda frame: min(80, len(frame.paragraph)),
        "The rule counts the chunks of the paragraph.",
        example=(
            "The council in Dunedin met for six hours over a hedge that, in the eyes of the "
            "owner of the guest house behind it, had grown too tall and, in the eyes of the "
            "gardener who planted it, not nearly tall enough. “A hedge,” ruled the chair, "
            "Hemi Parata, “is as high as the neighbours can bear.”"
        ),
        speaker="the chair",
        counts=True,
    ),
    Rule(
        "unasserted-cue-quote",
        unasserted,
        "The cue before the quote is negated or merely possible: *never say*, *would say*.",
        example="No landlord in Ostend has ever said “stay as long as you like”.",
        speaker=None,
    ),
    Rule(
        "meaning-quote",
        lambda frame: frame.beside[1] in frame.language.glossing,
        "A word such as *means* or *meaning* stands right before the quote.",
        example="“Kalimera,” said the old sailor, which means “good morning”.",
        speaker=None,
    ),
    Rule(
        "passive-cue-quote",
        around_quote(
            "{COPULA} {COPULA|AUXILIARY|ADVERBIAL}* {CUE|PAST_FORM}"
            " {^END|QUOTE|CUE|CUE_PARTICIPLE}* {THE_QUOTE}"
        ),
        "A passive cue stands before the quote: *was described as*.",
        example="The bypass has been condemned as “a ruler laid across a garden” by Odile Prat.",
        speaker="Odile Prat",
    ),
)
