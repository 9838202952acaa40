"""Rules on the path from a candidate to a quote that follows it.

The last ones determine the subject of the cue. The accused must not become the accuser: in *X
resigned after Y said “…”*, *X was told by Y: “…”* and *X rejected Y's claim that “…”* the subject
of the sentence does not speak. Each describes one such construction, from the side of the speaker
or of the other.
"""

from __future__ import annotations

from quoteattr.attribute.rules.rule import Rule, between

BEFORE_RULES: tuple[Rule, ...] = (
    Rule(
        "speaker-cue-quote",
        between(
            "{CANDIDATE} {AUXILIARY|ADVERBIAL}* {SAYING} {ADVERBIAL}* {COMMA|COLON|DASH}?"
            " {COMPLEMENTIZER}? {THE_QUOTE}"
        ),
        "The speaker and the cue stand right before the quote.",
        example=(
            "Reporters asked about the missing grain. Halima Yusuf has always said: “Count "
            "the sacks, not the speeches.”"
        ),
        speaker="Halima Yusuf",
    ),
    Rule(
        "speaker-aside-cue-quote",
        between(
            "{CANDIDATE} {TO_VERB} {SAYING} {ADVERBIAL}* {COMMA|COLON|DASH}?"
            " {COMPLEMENTIZER}? {THE_QUOTE}"
        ),
        "An aside stands between the speaker and the cue before the quote.",
        example=(
            "Colm Devlin, who trains both horses at a yard outside Kildare, said “the grey "
            "would win on three legs”."
        ),
        speaker="Colm Devlin",
    ),
    Rule(
        "speaker-cue-clause-quote",
        between("{CANDIDATE} {TO_VERB} {SAYING} {^END|QUOTE}* {THE_QUOTE}"),
        "The quote is part of the clause that the speaker says.",
        example="Khalid Mansour warned the ceasefire in the valley was “a candle in a gale”.",
        speaker="Khalid Mansour",
    ),
    Rule(
        "speaker-cue-clause-quotes",
        between("{CANDIDATE} {TO_VERB} {SAYING} {^END}* {THE_QUOTE}"),
        "The quote is a later part of the clause that the speaker says.",
        example=(
            "Ewa Kowalczyk said the ward in Lublin was ‘bursting’ and its managers were "
            "‘nowhere to be seen’ after dark."
        ),
        speaker="Ewa Kowalczyk",
    ),
    Rule(
        "speaker-reports-quote",
        between("{CANDIDATE} {TO_VERB} {REPORTING} {^END}* {THE_QUOTE}"),
        "The speaker calls something by the words of the quote.",
        example=(
            "In the Lisbon Gazette, Beatriz Sampaio praised the “velvet” strings but mocked "
            "the “cardboard” chorus of the new production."
        ),
        speaker="Beatriz Sampaio",
    ),
    Rule(
        "speaker-saying-quote",
        between(
            "{CANDIDATE} {^END}* {CUE_PARTICIPLE} {ADVERBIAL}* {COMMA|COLON|DASH}?"
            " {COMPLEMENTIZER}? {THE_QUOTE}"
        ),
        (
            "The speaker is the subject of a verb, and a participle such as *adding* precedes the "
            "quote."
        ),
        example=(
            "Emre Yildiz thanked the goalkeeper, the groundsman and the fans, adding: “My "
            "mother told me to pass, for once.”"
        ),
        speaker="Emre Yildiz",
    ),
    Rule(
        "speaker-saying-clause-quote",
        between(
            "{CANDIDATE} {^END}* {CUE_PARTICIPLE} {^END|QUOTE|COMMA|CUE}* {COMMA|COLON|DASH}?"
            " {THE_QUOTE}"
        ),
        "The quote is part of the clause that the speaker is saying.",
        example=(
            "Noor Al-Khatib walked out of the talks in Muscat, telling reporters that the "
            "offer was “an empty plate”."
        ),
        speaker="Noor Al-Khatib",
    ),
    Rule(
        "speaker-and-cue-quote",
        between(
            "{CANDIDATE} {^END}* {CONJUNCTION} {AUXILIARY|ADVERBIAL}* {CUE} {^END|QUOTE}*"
            " {THE_QUOTE}"
        ),
        "The speaker is the subject of two verbs, and the second one is the cue of the quote.",
        example=(
            "Stavros Pappas folded his newspaper and grumbled that the crossing to Kea was "
            "“for tourists now”."
        ),
        speaker="Stavros Pappas",
    ),
    Rule(
        "speaker-colon-quote",
        between("{CANDIDATE} {^END}* {COLON} {THE_QUOTE}"),
        "A colon closes the sentence in which the speaker stands.",
        example=(
            "The last word went to Signe Aagaard, at ninety the oldest voice in the choir: "
            "“Sing, and never mind the knees.”"
        ),
        speaker="Signe Aagaard",
    ),
    Rule(
        "speaker-noun-cue-quote",
        between("{CANDIDATE} {^END|QUOTE}* {CUE_NOUN} {^END|QUOTE|CUE}* {THE_QUOTE}"),
        "A noun that reports stands between the speaker and the quote.",
        example=(
            "Voters on the island have not forgiven Ruud Timmer for allegations about "
            "“fishermen who nap till noon”."
        ),
        speaker="Ruud Timmer",
    ),
    Rule(
        "speaker-quote",
        between("{CANDIDATE} {THE_QUOTE}"),
        "The candidate stands right before the quote.",
        example=(
            "Promoters in Manila have signed Rogelio “The Hammer” Ocampo for one more fight, "
            "at the age of forty-four."
        ),
        speaker=None,
    ),
    Rule(
        "same-sentence-before",
        between("{CANDIDATE} {^END}* {THE_QUOTE}"),
        "The candidate stands before the quote in its sentence.",
        example=(
            "When the microphone reached the back row, Kofi Asante stood up, straightened "
            "his tie and, as the hall fell silent, sang out “Madam Chair, point of order”."
        ),
        speaker="Kofi Asante",
    ),
    Rule(
        "same-sentence-before-first-quote",
        between("{CANDIDATE} {^END|QUOTE}* {THE_QUOTE}"),
        "The candidate stands before the quote in its sentence, and no other quote stands between.",
        example=(
            "As a girl in Izmir, Aylin Demir learned her English from “Harbour Street” "
            "reruns and the labels of biscuit tins."
        ),
        speaker=None,
    ),
    Rule(
        "nearest-before",
        between("{CANDIDATE} {^SPEAKER}* {THE_QUOTE}"),
        "No other mention stands between the candidate and the quote after it.",
        example=(
            "The coach from Durban was nine hours late, and the first to climb out of it was "
            "Sipho Dlamini. “Never again by road.”"
        ),
        speaker="Sipho Dlamini",
    ),
    Rule(
        "sentence-before",
        between(
            "{CANDIDATE} {^END}* {END}+ {^END|NAME|PRONOUN|SPEAKING_NOMINAL|RELATIVE|CUE}*"
            " {THE_QUOTE}"
        ),
        "The candidate stands in the sentence before the quote.",
        example=(
            'Carmen Ibarrola locked her till for the last time at noon. "Forty years, and '
            'not one coin short."'
        ),
        speaker="Carmen Ibarrola",
    ),
    Rule(
        "sentence-before-cue",
        between(
            "{CANDIDATE} {TO_VERB} {CUE} {^END}* {END}+"
            " {^END|NAME|PRONOUN|SPEAKING_NOMINAL|RELATIVE|CUE}* {THE_QUOTE}"
        ),
        "The candidate is the subject of a cue in the sentence before the quote.",
        example=(
            "Ravi Kulathil spoke without bitterness about the club that had sold him. "
            "“Cricket fed my family. I would have played for rice.”"
        ),
        speaker="Ravi Kulathil",
    ),
    Rule(
        "same-paragraph-before",
        between("{CANDIDATE} {^PARAGRAPH_END}* {THE_QUOTE}"),
        "The candidate stands before the quote in its paragraph.",
        example=(
            "Astrid Holm lights the oven at four. The flour comes from a mill near Lund, the "
            "butter from nobody knows where. “Every baker needs one secret.”"
        ),
        speaker="Astrid Holm",
    ),
    Rule(
        "last-cue-subject",
        between("{CANDIDATE} {^END|SPEAKER}* {CUE} {^CUE|CUE_PARTICIPLE|END}* {THE_QUOTE}"),
        "The candidate stands right before the last cue before the quote.",
        example=(
            "Lucas Prado told the inquiry in Recife that Captain Abílio Neves described the "
            "valve as ‘decorative’."
        ),
        speaker="Captain Abílio Neves",
    ),
    Rule(
        "last-participle-subject",
        between(
            "{CANDIDATE} {^END|SPEAKER}* {CUE_PARTICIPLE} {^CUE|CUE_PARTICIPLE|END}* {THE_QUOTE}"
        ),
        "The candidate stands right before the last participle that reports before the quote.",
        example=(
            "The footage shows Magistrate Colin Peake pointing at the door and telling the "
            "clerk “I want my lunch”."
        ),
        speaker="Magistrate Colin Peake",
    ),
    Rule(
        "only-cue-between",
        between(
            "{CANDIDATE} {^CUE|CUE_PARTICIPLE|ACCORDING_TO|END}*"
            " {CUE|CUE_PARTICIPLE|ACCORDING_TO} {^CUE|CUE_PARTICIPLE|ACCORDING_TO|END}*"
            " {THE_QUOTE}"
        ),
        "Exactly one cue stands between the candidate and the quote after it.",
        example=(
            "Hours after the landslide, the governor of Oaxaca, Elpidio Cruz, said that “not "
            "one village” would be left without a helicopter."
        ),
        speaker="the governor of Oaxaca",
    ),
    Rule(
        "no-cue-between",
        between("{CANDIDATE} {^CUE|CUE_PARTICIPLE|ACCORDING_TO|CUE_NOUN|END}* {THE_QUOTE}"),
        "No cue stands between the candidate and the quote after it.",
        example="The novelist Park Soo-ah has finished a seventh book: «The Salt Thieves».",
        speaker=None,
    ),
    Rule(
        "active-cue-quote",
        between(
            "{CANDIDATE} {TO_OWN_VERB} {CUE}"
            " ({^CUE|CUE_PARTICIPLE|ACCORDING_TO|END|QUOTE|AGENT_MARKER}"
            " {^CUE|CUE_PARTICIPLE|ACCORDING_TO|END|QUOTE}*)? {THE_QUOTE}"
        ),
        "The candidate is the subject of the last cue before the quote, which is active.",
        example=(
            "The bursar in Turku resigned when Kaisa Lehto told the senate that the safe was full "
            "of “nothing but receipts”."
        ),
        speaker="Kaisa Lehto",
    ),
    Rule(
        "candidate-cue-other-cue-quote",
        between(
            "{CANDIDATE} {TO_OWN_VERB} {CUE} {OBJECT_PRONOUN|NOMINAL|NAME}? {COMPLEMENTIZER}?"
            " {OTHER_SAYS} {^END|QUOTE}* {THE_QUOTE}"
        ),
        "The candidate says that somebody else says something.",
        example="Signe Bruun says Jonas Vik had promised “the whole boat” if she bailed it out.",
        speaker="Jonas Vik",
        against="Signe Bruun",
    ),
    Rule(
        "possessor-cue-noun-quote",
        between(
            "{CANDIDATE} {POSSESSIVE} {ADVERB|OTHER_WORD|PAST_FORM}{0,3} {CUE_NOUN}"
            " {COMPLEMENTIZER|PREPOSITION|COMMA|COLON}? {^END|QUOTE|CUE}* {THE_QUOTE}"
        ),
        "The candidate possesses the noun that reports the quote.",
        example=(
            "Nobody on the board believes Tariq Aziz Noor’s warning that the vault is “a colander”."
        ),
        speaker="Tariq Aziz Noor",
    ),
)
