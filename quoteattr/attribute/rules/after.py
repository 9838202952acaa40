"""Rules on the path from a quote to a candidate that follows it."""

from __future__ import annotations

from quoteattr.attribute.rule import Rule, after, far_after

AFTER: tuple[Rule, ...] = (
    Rule(
        "quote-cue-speaker",
        "path",
        after(r",?y*S[yT]*"),
        "The quote and then the cue stand right before the speaker.",
        example=(
            "“The dam will hold till spring,” predicted Bolormaa Batsaikhan, to laughter "
            "from the farmers at the back."
        ),
        speaker="Bolormaa Batsaikhan",
    ),
    Rule(
        "quote-verb-speaker",
        "path",
        after(r",?y*v"),
        "The quote and then a verb in -ed stand right before the speaker.",
        example='"Your worship, the goat was driving," bleated Nigel Cropper from the dock.',
        speaker="Nigel Cropper",
    ),
    Rule(
        "quote-reports-speaker",
        "path",
        after(r",?[xyT]*R[yT]*"),
        "The quote and then a verb of reporting stand right before the speaker.",
        example=(
            "“Then show us the receipts,” challenged Wu Jianhong, as the treasurer reached "
            "for his water."
        ),
        speaker="Wu Jianhong",
    ),
    Rule(
        "quote-clause-cue-speaker",
        "path",
        after(r"[^./NPDhQ]*S[yT]*"),
        "The quote, the rest of its clause and then the cue stand right before the speaker.",
        example=(
            "The handling of the signals was “indistinguishable from sabotage” and should "
            "have stopped every train, wrote Emil Radu."
        ),
        speaker="Emil Radu",
    ),
    Rule(
        "quote-speaker",
        "path",
        after(r"[,\-]?[yT]?&?"),
        "The candidate stands right after the quote.",
        example=(
            "For “Moonrise over Mombasa” Wanjiru Kamau learned to sail, to swear in "
            "Portuguese and to fall off a mast."
        ),
        speaker=None,
    ),
    Rule(
        "quote-stop-speaker",
        "path",
        far_after(r"\."),
        "Only a full stop stands between the quote and the candidate.",
        example=(
            "“All we want is a lift that works”. Joanna Pryce, of the tenants’ group in "
            "Swansea, has put it to three councils now."
        ),
        speaker="Joanna Pryce",
    ),
    Rule(
        "quote-according-to",
        "path",
        after(r",?A"),
        "The quote and then *according to* stand right before the speaker.",
        example=(
            "‘There is no such thing as a safe cigarette, only a slow one,’ according to "
            "Tuan Nguyen, a lung specialist in Hue."
        ),
        speaker="Tuan Nguyen",
    ),
    Rule(
        "quote-clause-according-to",
        "path",
        after(r"[^./Q]*A"),
        "The quote, the rest of its clause and then *according to* stand before the speaker.",
        example=(
            "The new red is “closer to vinegar than to Rioja” and costs twice as much, "
            "according to Matilde Urzúa."
        ),
        speaker="Matilde Urzúa",
    ),
    Rule(
        "signature-dash",
        "path",
        far_after(r"[.]?/?-/?"),
        "A dash and the signature of the speaker follow the quote.",
        example=(
            "“Whoever jumped into the canal after my dog on Sunday: there is a cake waiting "
            "for you.”\n"
            "— Femke Visser, Utrecht"
        ),
        speaker="Femke Visser",
    ),
    Rule(
        "quote-clause-speaker",
        "path",
        after(r"[^./Q]*,"),
        "The rest of the clause and a comma stand between the quote and the candidate.",
        example=(
            "With “Third Bridge” sold to forty countries, Aram Petrosyan told fans in Gyumri "
            "that a sequel was on its way."
        ),
        speaker=None,
    ),
    Rule(
        "quote-clause-comma-cue-speaker",
        "path",
        after(r"[^./Q]*,S"),
        "The clause of the quote ends with a comma, and the cue and the speaker follow.",
        example=(
            "The reef off Vava’u was “bleached like bone” after three hot summers, said the "
            "marine biologist Tevita Fonua."
        ),
        speaker="Tevita Fonua",
    ),
    Rule(
        "quote-as-speaker",
        "path",
        after(r",?u"),
        "The quote and then *as* stand right before the speaker.",
        example=(
            "The wedding was ‘a funeral with canapés’, as Delphine Mercier put it to her sister."
        ),
        speaker="Delphine Mercier",
    ),
    Rule(
        "same-sentence-after",
        "path",
        after(r"[^./]*"),
        "The candidate stands after the quote in its sentence.",
        example=(
            "The prize for “Best Hedge, Coastal” went for the ninth time to Mrs. Opal "
            "Fairweather, of Hermanus."
        ),
        speaker=None,
    ),
    Rule(
        "same-sentence-after-last-quote",
        "path",
        after(r"[^./Q]*"),
        "The candidate stands after the quote in its sentence, and no other quote stands between.",
        example=(
            "“I came for a weekend and missed the boat,” is how, forty-one years on, Bridget "
            "Maloney explains her life on Stewart Island."
        ),
        speaker="Bridget Maloney",
    ),
    Rule(
        "nearest-after",
        "path",
        far_after(r"[^NPDhL]*"),
        "No other mention stands between the quote and the candidate after it.",
        example=(
            "“Off with the lights!” From somewhere behind the scenery, Leandro Bastos was "
            "still in command."
        ),
        speaker="Leandro Bastos",
    ),
    Rule(
        "sentence-after",
        "path",
        far_after(r"[^./]*[./]+[^./]*"),
        "The candidate stands in the sentence after the quote.",
        example=(
            "“Never trust a man who irons his jeans”. So began, every autumn, the first "
            "lesson of Anatoly Guskin at the tailoring school in Minsk."
        ),
        speaker="Anatoly Guskin",
    ),
    Rule(
        "same-paragraph-after",
        "path",
        far_after(r"[^/]*"),
        "The candidate stands after the quote in its paragraph.",
        example=(
            "“Do not touch the bees.” The sign is in three languages. Jožica Kralj painted "
            "each of them, and has been stung in all three."
        ),
        speaker=None,
    ),
    Rule(
        "quote-clause-subject",
        "path",
        after(r"[^./Q]*[ut]"),
        "The candidate opens another clause after that of the quote.",
        example=(
            "The stadium will be „a cathedral of debt“ for three generations, as Jonas Weber "
            "warned the council in Kassel."
        ),
        speaker="Jonas Weber",
    ),
)
