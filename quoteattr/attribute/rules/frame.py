"""Rules on the frame: what stands around the quote."""

from __future__ import annotations

from quoteattr.attribute.document import Frame
from quoteattr.attribute.rule import (
    SAID,
    SUBJECT,
    Rule,
    closing,
    leading,
    no_paragraph,
    opening,
    paragraph,
    trailing,
)
from quoteattr.detect.lexicon import ADDRESSING
from quoteattr.language.en import tables as en


def after_naming(frame: Frame) -> float:
    """One of the two words before the quote announces a name, a title or a term."""
    return float(not en.NAMING.isdisjoint(frame.beside[:2]))


def after_passive_addressing(frame: Frame) -> float:
    """Somebody was asked or told what the quote says: the subject is not its speaker."""
    passive = frame.left.rstrip(",:t").endswith(("bS", "byS"))
    return float(passive and not ADDRESSING.isdisjoint(frame.beside[:2]))


def before_naming(frame: Frame) -> float:
    """The word after the quote says what it is the name of."""
    return float(frame.beside[2] in en.NAMING)


def paragraph_quotes(frame: Frame) -> float:
    """How many quotes the paragraph has."""
    return float(min(9, frame.paragraph.count("Q")))


def paragraph_length(frame: Frame) -> float:
    """How many units the paragraph has."""
    return float(min(80, len(frame.paragraph)))


FRAME: tuple[Rule, ...] = (
    Rule(
        "colon-quote",
        "frame",
        opening(":"),
        "A colon stands right before the quote.",
        example=(
            "Opening the inquest in Cork, coroner Aoife Brannigan put it plainly: “Nobody on "
            "that trawler should have been at sea.”"
        ),
        speaker="Aoife Brannigan",
    ),
    Rule(
        "comma-quote",
        "frame",
        opening(","),
        "A comma stands right before the quote.",
        example=(
            "Asked by Daniel Mwangi whether the cement works would close, Ingrid Solheim "
            "replied, “Not while I sign the cheques.”"
        ),
        speaker="Ingrid Solheim",
    ),
    Rule(
        "that-quote",
        "frame",
        opening("t"),
        "The word *that* stands right before the quote.",
        example=(
            "Farida Rahimi promised parliament in Kabul on Tuesday that “no school will open "
            "without clean water” this term."
        ),
        speaker="Farida Rahimi",
    ),
    Rule(
        "cue-quote",
        "frame",
        opening("S"),
        "A verb of saying stands right before the quote.",
        example=(
            "On the courthouse steps the widow of Tomasz Zielinski said “justice came eleven "
            "years late” and walked to her car."
        ),
        speaker="the widow of Tomasz Zielinski",
    ),
    Rule(
        "report-quote",
        "frame",
        opening("R"),
        "A verb of reporting stands right before the quote.",
        example=(
            "In a leaflet handed out at the dock gates the union branded “an insult to "
            "arithmetic” the rise that Hafen Nord had put on the table."
        ),
        speaker="the union",
    ),
    Rule(
        "saying-quote",
        "frame",
        opening("sr"),
        "A participle such as *saying* or *calling* stands right before the quote.",
        example=(
            "Yuki Tanabe waved away the praise of her coach, Pedro Salvat, after the "
            "shoot-out, saying “my defenders did the running”."
        ),
        speaker="Yuki Tanabe",
    ),
    Rule(
        "asked-quote",
        "frame",
        after_passive_addressing,
        "A passive such as *was asked* or *were told* stands before the quote.",
        example=(
            "Later, at the hearing in Bergen, the minister, Ragnhild Moe, was asked, “Did you read "
            "the contract before you signed it?” She admitted that she had not."
        ),
        speaker=None,
    ),
    Rule(
        "possessive-quote",
        "frame",
        opening("'"),
        "A possessive ending stands right before the quote.",
        example=(
            "Undeterred by Minister Okello’s “reforms,” the teachers of Gulu stayed away from "
            "their desks for a third week."
        ),
        speaker=None,
    ),
    Rule(
        "determiner-quote",
        "frame",
        opening("d"),
        "A determiner stands right before the quote.",
        example=(
            "The ministry has quietly dropped the “Smart Village” label from its road signs "
            "in northern Kerala."
        ),
        speaker=None,
    ),
    Rule(
        "preposition-quote",
        "frame",
        opening("o"),
        "A preposition stands right before the quote.",
        example=(
            "Marisol Queiroz grew up in Recife listening to “Garoa de Junho” on her "
            "grandmother’s kitchen radio."
        ),
        speaker=None,
    ),
    Rule(
        "bracket-quote",
        "frame",
        opening("("),
        "An opening bracket stands right before the quote.",
        example=(
            "The quartet’s second record (“Ice on the Danube”) was taped in a Budapest "
            "church by the engineer Gábor Lantos."
        ),
        speaker=None,
    ),
    Rule(
        "noun-cue-quote",
        "frame",
        opening("K"),
        "A noun that reports, such as *motto* or *testimony*, stands right before the quote.",
        example=(
            "Over the door of the school in Apia hangs its founder Sione Tupou’s motto “Read "
            "the tide, then the book”."
        ),
        speaker="Sione Tupou",
    ),
    Rule(
        "word-quote",
        "frame",
        opening("wE"),
        "An ordinary word stands right before the quote.",
        example=(
            "Two streets from the port of Kavala, a hand-painted “Fresh Octopus” board still "
            "hangs over the empty grill of Nikos Vallas."
        ),
        speaker=None,
    ),
    Rule(
        "quote-opens-sentence",
        "frame",
        opening("./"),
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
        "frame",
        paragraph("^Q"),
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
        "frame",
        after_naming,
        "A word such as *titled* or *term* stands right before the quote.",
        example=(
            "The exhibition, titled “Bread and Wire”, opens at the museum in Narva in May; "
            "its curator, Liis Tamm, spent nine years on it."
        ),
        speaker=None,
    ),
    Rule(
        "quote-naming",
        "frame",
        before_naming,
        "A word such as *show* or *campaign* stands right after the quote.",
        example=(
            "Hundreds queued in Busan for the last “Midnight Ferry” film, in which Han "
            "Ji-woo plays both brothers."
        ),
        speaker=None,
    ),
    Rule(
        "quote-verb",
        "frame",
        closing("bxvSR"),
        "A verb stands right after the quote, which is its subject.",
        example=(
            "“Ladders to the Moon” was adapted for the stage by Zanele Khumalo, who told "
            "reporters that it took her six winters."
        ),
        speaker=None,
    ),
    Rule(
        "quote-comma",
        "frame",
        closing(","),
        "A comma stands right after the quote.",
        example=(
            "“Wheat does not wait for ministers”, wrote Oleksandr Hrytsenko, who farms near "
            "Poltava, in an open letter to Brussels."
        ),
        speaker="Oleksandr Hrytsenko",
    ),
    Rule(
        "quote-ends-sentence",
        "frame",
        closing("./"),
        "The sentence ends with the quote.",
        example=(
            "Naomi Feldt, who led the trial in Bergen, summed up four years of work in five "
            "words: “It works, but not forever.”"
        ),
        speaker="Naomi Feldt",
    ),
    Rule(
        "quote-cue",
        "frame",
        closing("S"),
        "A verb of saying stands right after the quote.",
        example=(
            '"We had to bring our own chairs" complained Sunita Thapa, whose son started at '
            "the new school in Pokhara this week."
        ),
        speaker="Sunita Thapa",
    ),
    Rule(
        "quote-mention",
        "frame",
        closing("NPDE"),
        "A mention stands right after the quote.",
        example="“The ice sings before it breaks,” Aputi Kleist told the visitors from Hamburg.",
        speaker="Aputi Kleist",
    ),
    Rule(
        "quote-word",
        "frame",
        closing("wK"),
        "An ordinary word stands right after the quote.",
        example=(
            'Before the war her father ran a "penny bazaar" stall behind the clock tower in '
            "Georgetown."
        ),
        speaker=None,
    ),
    Rule(
        "quote-preposition",
        "frame",
        closing("o"),
        "A preposition stands right after the quote.",
        example=(
            "Tickets for 'The Glass Orchard' at the Royal Theatre in Copenhagen were gone "
            "within the hour."
        ),
        speaker=None,
    ),
    Rule(
        "quote-bracket",
        "frame",
        closing(")"),
        "A closing bracket stands right after the quote.",
        example=(
            "Since the floods of 1962 the old bridge at Szentgyörgy has had a nickname (“the "
            "Widow”) and no railings."
        ),
        speaker=None,
    ),
    Rule(
        "quote-and",
        "frame",
        closing("&"),
        "The word *and* or *or* stands right after the quote.",
        example=(
            "“Kites over Kandahar” and its sequel made Omid Sharifi rich enough to buy the "
            "press that had turned him down."
        ),
        speaker=None,
    ),
    Rule(
        "quote-dash",
        "frame",
        closing("-"),
        "A dash stands right after the quote.",
        example=(
            "“We lost the roof, the piano and the photographs” — Manuela Reis, from Funchal, "
            "on the night of the storm."
        ),
        speaker="Manuela Reis",
    ),
    Rule(
        "quote-alone",
        "frame",
        paragraph("^Q[.]?$"),
        "The quote is the whole paragraph.",
        example=(
            "Mihkel Saar did not blame the referee after the 4–1 defeat in Riga.\n\n"
            "«We played like strangers.»"
        ),
        speaker="Mihkel Saar",
    ),
    Rule(
        "paragraph-of-quotes",
        "frame",
        no_paragraph("[NPDhL]"),
        "The paragraph has no mention.",
        example=(
            "The searches that islanders typed most often last winter:\n\n"
            "“ferry times”, “ferry cancelled”, “how to build a boat”"
        ),
        speaker=None,
    ),
    Rule(
        "paragraph-without-cue",
        "frame",
        no_paragraph("[SsRrA]"),
        "The paragraph has no cue.",
        example=(
            "The new ward is ready at last, and Fatuma Abdi has polished every window in it. "
            "“No more mattresses in the corridor!”"
        ),
        speaker="Fatuma Abdi",
    ),
    Rule(
        "cue-before",
        "frame",
        leading("[SsRrAK]"),
        "A cue stands before the quote in its sentence.",
        example=(
            "Pressed by Senator Hugo Barros, the admiral admitted on Wednesday that the "
            'submarine had been "parked, not patrolling" for most of the year.'
        ),
        speaker="the admiral",
    ),
    Rule(
        "cue-after",
        "frame",
        trailing("[SsRrAK]"),
        "A cue stands after the quote in its sentence.",
        example=(
            "A “Polar Rose” bulb, said to survive minus thirty, was the first thing to sell "
            "out at the flower market in Ottawa."
        ),
        speaker=None,
    ),
    Rule(
        "quote-before",
        "frame",
        leading("Q"),
        "Another quote stands before this one in its sentence.",
        example=(
            "‘If they want my badge,’ Constable Pryce told the hearing, ‘they can come and "
            "unpin it.’"
        ),
        speaker="Constable Pryce",
    ),
    Rule(
        "quote-and-quote",
        "frame",
        leading("Q[,&]?[,&]?$"),
        "The quote is one of a list.",
        example=(
            "Jazz stations from Oslo to Osaka still play her three great recordings: “Slow "
            "Tram”, “Wednesday’s Child” and “Nobody’s Harbour”."
        ),
        speaker=None,
    ),
    Rule(
        "speech-after",
        "frame",
        trailing(rf"^(?:{SAID}|,?[^./Q]*A[NDE])"),
        "Somebody says it right after the quote.",
        example=(
            "«The vineyard is not for sale,» repeated Giulia Conti, as the lawyers of her "
            "brother Renzo unpacked their papers."
        ),
        speaker="Giulia Conti",
    ),
    Rule(
        "speech-before",
        "frame",
        leading(rf"[NPDhE]{SUBJECT}[^./Q]*[,:]?$"),
        "Somebody says it right before the quote.",
        example=(
            "Then Mrs. Adeyemi, turning to the bailiff, said quietly, “You may take the "
            "table, but the Bible stays.”"
        ),
        speaker="Mrs. Adeyemi",
    ),
    Rule(
        "paragraph-quotes",
        "frame",
        paragraph_quotes,
        "It counts the quotes of the paragraph.",
        example=(
            "“Lower,” shouted Baptiste Roux from the scaffold. “Lower still.” The crane "
            "driver, Idrissa Cissé, could not hear a word. “Stop!”"
        ),
        speaker="Baptiste Roux",
        counts=True,
    ),
    Rule(
        "paragraph-length",
        "frame",
        paragraph_length,
        "It counts the units of the paragraph.",
        example=(
            "The council in Dunedin met for six hours over a hedge that, in the eyes of the "
            "owner of the guest house behind it, had grown too tall and, in the eyes of the "
            "gardener who planted it, not nearly tall enough. “A hedge,” ruled the chair, "
            "Hemi Parata, “is as high as the neighbours can bear.”"
        ),
        speaker="the chair",
        counts=True,
    ),
)
