"""Rules on the place of a candidate: the text around it."""

from __future__ import annotations

from quoteattr.attribute.rules.rule import Rule, around_candidate

PLACE_RULES: tuple[Rule, ...] = (
    Rule(
        "noun-of-candidate-that",
        around_candidate(
            "{SPEAKING_NOMINAL|CUE_NOUN} {PREPOSITION|AGENT_MARKER} {CANDIDATE} {COMPLEMENTIZER}"
        ),
        "A noun that reports stands before the candidate, and *that* after it.",
        example="Guy Farrow denied a story in the Lantern that the castle was “let by the hour”.",
        speaker="the Lantern",
    ),
    Rule(
        "candidate-as-saying",
        around_candidate("{^AGENT_MARKER|ACCORDING_TO} {CANDIDATE} {AS_SAYING}"),
        "The words *as saying* follow the candidate: *quoted Y as saying*.",
        example="The Fjord News quoted Tora Hauge as saying: “The bell will ring on Sunday.”",
        speaker="Tora Hauge",
    ),
    Rule(
        "clause-subject-cue",
        around_candidate("{SUBORDINATOR} {CANDIDATE} {TO_OWN_VERB} {CUE}"),
        "The candidate is the subject of the cue in a clause of time, reason or concession.",
        example="Because Hilda Rask told the press “we are broke”, Per Engel had to explain.",
        speaker="Hilda Rask",
    ),
    Rule(
        "as-candidate-puts-it",
        around_candidate(
            "{SUBORDINATOR} {CANDIDATE} {AUXILIARY|ADVERBIAL}{0,2}"
            " {OTHER_WORD|PAST_FORM|AUXILIARY} {PRONOUN} {TIME|COMMA|COLON|SENTENCE_END}"
        ),
        "The word *as* stands before the candidate, and a verb with *it* after: *as Y put it*.",
        example="As Britta Lange put it, “a border is a scar that pays customs” (1998: 7).",
        speaker="Britta Lange",
    ),
    Rule(
        "subject-of-cue",
        around_candidate("{CANDIDATE} {TO_VERB} {SAYING}"),
        "The candidate is the subject of a verb of saying.",
        example=(
            "Whatever the polls might show, Ibrahim Traoré said on the ferry to Conakry, the "
            "north would vote “with its stomach”."
        ),
        speaker="Ibrahim Traoré",
    ),
    Rule(
        "passive-candidate",
        around_candidate("{CANDIDATE} {TO_PASSIVE} {CUE|PAST_FORM}"),
        "The candidate is the subject of a passive: *was asked*, *is accused of*, *became known*.",
        example=(
            "The second suspect, who is accused of “conduct unbecoming”, arrived with her sister "
            "and spoke to nobody."
        ),
        speaker=None,
    ),
    Rule(
        "by-candidate",
        around_candidate("{AGENT_MARKER} {CANDIDATE}"),
        "The word *by* stands before the candidate, as before the agent of a passive.",
        example=(
            "At the congress in Lima the strike was called “a last resort, honestly meant” by "
            "Concha Huamán, who drives a bus."
        ),
        speaker="Concha Huamán",
    ),
    Rule(
        "possessor",
        around_candidate("{CANDIDATE} {POSSESSIVE}"),
        "The candidate has a possessive ending.",
        example="Marek Novotný’s answer to the prosecutor was short: “Ask the cat.”",
        speaker="Marek Novotný",
    ),
    Rule(
        "candidate-colon",
        around_candidate("{CANDIDATE} {COLON}"),
        "A colon follows the candidate.",
        example=(
            "First at the microphone was Mbali Zulu: “Three years without a roof, and you "
            "send us a brochure.”"
        ),
        speaker="Mbali Zulu",
    ),
    Rule(
        "candidate-comma",
        around_candidate("{CANDIDATE} {COMMA}"),
        "A comma follows the candidate.",
        example=(
            "Paola Ricci, chef and owner of the ‘Kitchen of Sighs’ in Bologna, was fined on "
            "Monday for serving swan."
        ),
        speaker=None,
    ),
    Rule(
        "cue-candidate",
        around_candidate("{SAYING} {CANDIDATE}"),
        "A verb of saying stands right before the candidate.",
        example=(
            "“Is that your signature or the horse’s?” inquired Sir Edmund Carey, to giggles "
            "from the gallery."
        ),
        speaker="Sir Edmund Carey",
    ),
    Rule(
        "report-candidate",
        around_candidate("{REPORTING} {CANDIDATE}"),
        "A verb of reporting stands right before the candidate.",
        example=(
            "At the Jeonju festival the students of the jury named Hye-jin Kwon’s “Paper "
            "Harbour” the best short film."
        ),
        speaker=None,
    ),
    Rule(
        "quote-then-candidate",
        around_candidate("{QUOTE} {CANDIDATE}"),
        "A quote stands right before the candidate.",
        example=(
            '"Nobody taught me to lose," Serena Okonjo said through tears in Melbourne after '
            "Marta Hahn beat her in straight sets."
        ),
        speaker="Serena Okonjo",
    ),
    Rule(
        "according-to-candidate",
        around_candidate("{ACCORDING_TO} {CANDIDATE}"),
        "The words *according to* stand right before the candidate.",
        example=(
            "According to Vesna Babić, the hotel on the Split waterfront was “built by "
            "cousins for cousins”."
        ),
        speaker="Vesna Babić",
    ),
    Rule(
        "preposition-candidate",
        around_candidate("{PREPOSITION} {CANDIDATE}"),
        "A preposition stands right before the candidate.",
        example="The shortest speech of the evening came from Ayodele Bankole: “Sell it.”",
        speaker="Ayodele Bankole",
    ),
    Rule(
        "candidate-opens-sentence",
        around_candidate("{END} {CANDIDATE}"),
        "The candidate opens its sentence.",
        example=(
            "Nobody on the bench moved. Kimiko Arai laughed and, still holding the cup, said "
            "«it leaks»."
        ),
        speaker="Kimiko Arai",
    ),
    Rule(
        "and-candidate",
        around_candidate("{CONJUNCTION} {CANDIDATE}"),
        "The word *and* or *but* stands right before the candidate.",
        example=(
            "The mayor of Cuenca left by the side door, but Sofía Luque stayed and shouted "
            "“Where is our bridge?” until the lights went out."
        ),
        speaker="Sofía Luque",
    ),
    Rule(
        "dash-candidate",
        around_candidate("{DASH} {CANDIDATE}"),
        "A dash stands right before the candidate.",
        example=(
            "Readers remember the blackout\n\n"
            "“We married by torchlight.” — Jacinta Moraes, Maputo\n\n"
            "“I delivered twins in a lift.” — Dr Kwabena Ofori, Kumasi"
        ),
        speaker="Dr Kwabena Ofori",
    ),
    Rule(
        "subordinator-candidate",
        around_candidate("{SUBORDINATOR|COMPLEMENTIZER} {CANDIDATE}"),
        "The candidate opens a subordinate clause.",
        example=(
            "The meeting in Enugu broke up when Rosalind Achebe shouted “Who taught you to "
            "count?” at the treasurer."
        ),
        speaker="Rosalind Achebe",
    ),
    Rule(
        "comma-candidate",
        around_candidate("{COMMA} {CANDIDATE}"),
        "A comma stands right before the candidate.",
        example=(
            "In the longest sentence of a short letter to shareholders, Anders Krogstad "
            "apologised for “a year of borrowed umbrellas”."
        ),
        speaker="Anders Krogstad",
    ),
    Rule(
        "reported-candidate",
        around_candidate(
            "{MENTION} {AUXILIARY|ADVERBIAL}* {SAYING} {^END|COMMA|COLON}* {CANDIDATE}"
        ),
        "Somebody else says something about the candidate.",
        example=(
            "Witnesses insist that neither brother fired and that Lars Ekman told the "
            "cashier to “count slowly, like at school”."
        ),
        speaker="Lars Ekman",
    ),
    Rule(
        "first-in-sentence",
        around_candidate("{END} {^SPEAKER|OTHER_NOMINAL}* {CANDIDATE}"),
        "No other mention stands before the candidate in its sentence.",
        example=(
            "The vote was over in a minute. Outside, unsmiling, Milica Stanković said it had "
            'been "the easy part".'
        ),
        speaker="Milica Stanković",
    ),
    Rule(
        "opening-phrase",
        around_candidate(
            "{END} {PREPOSITION|ADVERBIAL|SUBORDINATOR|CONJUNCTION}?"
            " {^END|CUE|AUXILIARY|QUOTE}* {COMMA} {CANDIDATE}"
        ),
        "The candidate follows an opening phrase and a comma.",
        example=(
            "The talks resumed after lunch. In the corridor, Fatou Diop told a reporter from "
            "Accra that both sides were “paddling in soup”."
        ),
        speaker="Fatou Diop",
    ),
    Rule(
        "subject-of-participle",
        around_candidate("{CANDIDATE} {AFTER_NAME} {COMMA|AUXILIARY|ADVERBIAL}* {CUE_PARTICIPLE}"),
        "A participle that reports follows the candidate.",
        example=(
            "Abdou Sow, speaking to farmers outside Thiès, promised «a pump for every well "
            "and a road for every pump»."
        ),
        speaker="Abdou Sow",
    ),
    Rule(
        "subject-of-verb",
        around_candidate(
            "{CANDIDATE} {AFTER_NAME} {COMMA}? {ADVERBIAL}* {COPULA|AUXILIARY|PAST_FORM|OTHER_WORD}"
        ),
        "A verb that does not report follows the candidate.",
        example=(
            "Luisa Ferrante wore a ‘Mind the Goat’ badge to her swearing-in at the regional "
            "assembly in Cagliari."
        ),
        speaker=None,
    ),
    Rule(
        "candidate-preposition",
        around_candidate("{CANDIDATE} {PREPOSITION}"),
        "A preposition follows the candidate.",
        example=(
            "Engineers at the observatory above Split have named their new telescope "
            '"Grandmother" because it takes so long to warm up.'
        ),
        speaker=None,
    ),
    Rule(
        "candidate-and",
        around_candidate("{CANDIDATE} {CONJUNCTION}"),
        "The word *and* follows the candidate.",
        example=(
            "Nico Ferrari and Bruna Alves wrote “Lanterns” in a single night on a ferry "
            "between Naples and Palermo."
        ),
        speaker=None,
    ),
    Rule(
        "quote-after-candidate",
        around_candidate("{CANDIDATE} {^END}* {QUOTE}"),
        "A quote stands later in the sentence of the candidate.",
        example=(
            "The bakery that Samir Khoury runs in Tripoli sells a black loaf it calls "
            "“Sunday Blues” by the slice."
        ),
        speaker=None,
    ),
)
