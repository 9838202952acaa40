"""Rules on the place of a candidate: what stands around it."""

from __future__ import annotations

from quoteattr.attribute.rule import (
    AFTER_NAME,
    SUBJECT,
    TO_PASSIVE,
    TO_VERB,
    Rule,
    left,
    leftward,
    right,
)

PLACE: tuple[Rule, ...] = (
    Rule(
        "cue-before-speaker-quote",
        "place",
        leftward("[./]S"),
        "The sentence begins with the cue and the speaker.",
        example=(
            "The dig has split the faculty in Salamanca. Says Lucía Prado: “They found a "
            "drain and called it a temple.”"
        ),
        speaker="Lucía Prado",
    ),
    Rule(
        "subject-of-cue",
        "place",
        right(SUBJECT),
        "The candidate is the subject of a verb of saying.",
        example=(
            "Whatever the polls might show, Ibrahim Traoré said on the ferry to Conakry, the "
            "north would vote “with its stomach”."
        ),
        speaker="Ibrahim Traoré",
    ),
    Rule(
        "subject-of-report",
        "place",
        right(rf"{TO_VERB}R"),
        "The candidate is the subject of a verb of reporting.",
        example=(
            "To the dismay of its sponsors, Magda Wójcik has described the marathon as “a "
            "traffic jam with medals”."
        ),
        speaker="Magda Wójcik",
    ),
    Rule(
        "passive-candidate",
        "place",
        right(rf"{TO_PASSIVE}[SRv]"),
        "The candidate is the subject of a passive: *was asked*, *is accused of*, *became known*.",
        example=(
            "The second suspect, who is accused of “conduct unbecoming”, arrived with her sister "
            "and spoke to nobody."
        ),
        speaker=None,
    ),
    Rule(
        "by-candidate",
        "place",
        left("z"),
        "The word *by* stands before the candidate, as before the agent of a passive.",
        example=(
            "At the congress in Lima the strike was called “a last resort, honestly meant” by "
            "Concha Huamán, who drives a bus."
        ),
        speaker="Concha Huamán",
    ),
    Rule(
        "who-said",
        "place",
        right(r",?h[xyT]*[SR]"),
        "The candidate is followed by *who* with a cue.",
        example=(
            "“We heard the ice go before we saw it,” according to Nuka Petersen, who "
            "described the night to the coastguard in Sisimiut."
        ),
        speaker="Nuka Petersen",
    ),
    Rule(
        "possessor",
        "place",
        right("'"),
        "The candidate has a possessive ending.",
        example="Marek Novotný’s answer to the prosecutor was short: “Ask the cat.”",
        speaker="Marek Novotný",
    ),
    Rule(
        "candidate-colon",
        "place",
        right(":"),
        "A colon follows the candidate.",
        example=(
            "First at the microphone was Mbali Zulu: “Three years without a roof, and you "
            "send us a brochure.”"
        ),
        speaker="Mbali Zulu",
    ),
    Rule(
        "candidate-comma",
        "place",
        right(","),
        "A comma follows the candidate.",
        example=(
            "Paola Ricci, chef and owner of the ‘Kitchen of Sighs’ in Bologna, was fined on "
            "Monday for serving swan."
        ),
        speaker=None,
    ),
    Rule(
        "candidate-verb",
        "place",
        right("[bxyvSR]"),
        "A verb follows the candidate.",
        example=(
            "Ambrose Kiptoo has won the “Iron Horse Hundred” in a record nine hours, on a "
            "borrowed bicycle."
        ),
        speaker=None,
    ),
    Rule(
        "candidate-ends-line",
        "place",
        right(r"[.]?/"),
        "The candidate ends its paragraph.",
        example=(
            "Readers’ letters\n\n"
            "“Bring back the night bus.”\n"
            "— Rosa Delgado\n\n"
            "“And bring back the driver who sang.”\n"
            "— Luis Marín\n\n"
            "Write to us by Friday."
        ),
        speaker="Luis Marín",
    ),
    Rule(
        "cue-candidate",
        "place",
        left("S"),
        "A verb of saying stands right before the candidate.",
        example=(
            "“Is that your signature or the horse’s?” inquired Sir Edmund Carey, to giggles "
            "from the gallery."
        ),
        speaker="Sir Edmund Carey",
    ),
    Rule(
        "report-candidate",
        "place",
        left("R"),
        "A verb of reporting stands right before the candidate.",
        example=(
            "At the Jeonju festival the students of the jury named Hye-jin Kwon’s “Paper "
            "Harbour” the best short film."
        ),
        speaker=None,
    ),
    Rule(
        "quote-then-candidate",
        "place",
        left("Q"),
        "A quote stands right before the candidate.",
        example=(
            '"Nobody taught me to lose," Serena Okonjo said through tears in Melbourne after '
            "Marta Hahn beat her in straight sets."
        ),
        speaker="Serena Okonjo",
    ),
    Rule(
        "quote-comma-candidate",
        "place",
        leftward("Q,"),
        "A quote and then a comma stand right before the candidate.",
        example=(
            "‘It was the wrong leg’, Patience Mutasa told the tribunal, and the surgeon’s "
            "counsel put down his pen."
        ),
        speaker="Patience Mutasa",
    ),
    Rule(
        "according-to-candidate",
        "place",
        left("A"),
        "The words *according to* stand right before the candidate.",
        example=(
            "According to Vesna Babić, the hotel on the Split waterfront was “built by "
            "cousins for cousins”."
        ),
        speaker="Vesna Babić",
    ),
    Rule(
        "preposition-candidate",
        "place",
        left("o"),
        "A preposition stands right before the candidate.",
        example="The shortest speech of the evening came from Ayodele Bankole: “Sell it.”",
        speaker="Ayodele Bankole",
    ),
    Rule(
        "candidate-opens-sentence",
        "place",
        left("./"),
        "The candidate opens its sentence.",
        example=(
            "Nobody on the bench moved. Kimiko Arai laughed and, still holding the cup, said "
            "«it leaks»."
        ),
        speaker="Kimiko Arai",
    ),
    Rule(
        "and-candidate",
        "place",
        left("&"),
        "The word *and* or *but* stands right before the candidate.",
        example=(
            "The mayor of Cuenca left by the side door, but Sofía Luque stayed and shouted "
            "“Where is our bridge?” until the lights went out."
        ),
        speaker="Sofía Luque",
    ),
    Rule(
        "bracket-candidate",
        "place",
        left("("),
        "The candidate stands in brackets.",
        example=(
            "What the critics wrote about the opening night:\n\n"
            "“Beautiful, bleak and forty minutes too long” (Nadia Farouk, Cairo Weekly)"
        ),
        speaker="Nadia Farouk",
    ),
    Rule(
        "dash-candidate",
        "place",
        left("-"),
        "A dash stands right before the candidate.",
        example=(
            "Readers remember the blackout\n\n"
            "“We married by torchlight.” — Jacinta Moraes, Maputo\n\n"
            "“I delivered twins in a lift.” — Dr Kwabena Ofori, Kumasi"
        ),
        speaker="Dr Kwabena Ofori",
    ),
    Rule(
        "clause-candidate",
        "place",
        left("ut"),
        "The candidate opens a subordinate clause.",
        example=(
            "The meeting in Enugu broke up when Rosalind Achebe shouted “Who taught you to "
            "count?” at the treasurer."
        ),
        speaker="Rosalind Achebe",
    ),
    Rule(
        "comma-candidate",
        "place",
        left(","),
        "A comma stands right before the candidate.",
        example=(
            "In the longest sentence of a short letter to shareholders, Anders Krogstad "
            "apologised for “a year of borrowed umbrellas”."
        ),
        speaker="Anders Krogstad",
    ),
    Rule(
        "reported-candidate",
        "place",
        leftward(r"[NPDhE][xyT]*S[^./,:]*"),
        "Somebody else says something of the candidate.",
        example=(
            "Witnesses insist that neither brother fired and that Lars Ekman told the "
            "cashier to “count slowly, like at school”."
        ),
        speaker="Lars Ekman",
    ),
    Rule(
        "told-candidate",
        "place",
        leftward(r"[NPDhE][xyT]*S"),
        "Somebody else and a verb of saying stand right before the candidate.",
        example=(
            'Detectives said Ondine Marchand had scrawled "forgive the dog" in lipstick '
            "across the windscreen."
        ),
        speaker="Ondine Marchand",
    ),
    Rule(
        "asked-candidate",
        "place",
        leftward(r"v(?:o[DEN])?"),
        "A verb in -ed stands right before the candidate.",
        example="“Conscription? At my age?” harrumphed Aldous Pike, who is ninety-one.",
        speaker="Aldous Pike",
    ),
    Rule(
        "first-in-sentence",
        "place",
        leftward(r"[./][^NPDhEL]*"),
        "No other mention stands before the candidate in its sentence.",
        example=(
            "The vote was over in a minute. Outside, unsmiling, Milica Stanković said it had "
            'been "the easy part".'
        ),
        speaker="Milica Stanković",
    ),
    Rule(
        "opening-phrase",
        "place",
        leftward(r"[./][oTuy&]?[^./SRxQ]*,"),
        "The candidate follows an opening phrase and a comma.",
        example=(
            "The talks resumed after lunch. In the corridor, Fatou Diop told a reporter from "
            "Accra that both sides were “paddling in soup”."
        ),
        speaker="Fatou Diop",
    ),
    Rule(
        "subject-of-participle",
        "place",
        right(rf"{AFTER_NAME}[,xyT]*[sr]"),
        "A participle that reports follows the candidate.",
        example=(
            "Abdou Sow, speaking to farmers outside Thiès, promised «a pump for every well "
            "and a road for every pump»."
        ),
        speaker="Abdou Sow",
    ),
    Rule(
        "subject-of-verb",
        "place",
        right(rf"{AFTER_NAME},?[yT]*[bxvw]"),
        "Another verb follows the candidate.",
        example=(
            "Luisa Ferrante wore a ‘Mind the Goat’ badge to her swearing-in at the regional "
            "assembly in Cagliari."
        ),
        speaker=None,
    ),
    Rule(
        "apposition",
        "place",
        right(r",[^,./Q]{1,20},"),
        "An aside between commas follows the candidate.",
        example=(
            "The soloist, Yannick Obame of Libreville, will play “Rain on the Estuary” and "
            "two new studies."
        ),
        speaker=None,
    ),
    Rule(
        "of-candidate",
        "place",
        right("o"),
        "A preposition follows the candidate.",
        example=(
            "Engineers at the observatory above Split have named their new telescope "
            '"Grandmother" because it takes so long to warm up.'
        ),
        speaker=None,
    ),
    Rule(
        "and-other",
        "place",
        right("&"),
        "The word *and* follows the candidate.",
        example=(
            "Nico Ferrari and Bruna Alves wrote “Lanterns” in a single night on a ferry "
            "between Naples and Palermo."
        ),
        speaker=None,
    ),
    Rule(
        "quote-after-candidate",
        "place",
        right(r"[^./]*Q"),
        "A quote stands later in the sentence of the candidate.",
        example=(
            "The bakery that Samir Khoury runs in Tripoli sells a black loaf it calls "
            "“Sunday Blues” by the slice."
        ),
        speaker=None,
    ),
    Rule(
        "time-candidate",
        "place",
        left("T"),
        "A time stands right before the candidate.",
        example=(
            "On Thursday Ahmed Boudiaf told a crowd in Oran, “We asked for bread and were "
            "given a commission.”"
        ),
        speaker="Ahmed Boudiaf",
    ),
)
