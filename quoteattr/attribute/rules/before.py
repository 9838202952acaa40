"""Rules on the path from a candidate to a quote that follows it."""

from __future__ import annotations

from quoteattr.attribute.rule import (
    MODIFIER,
    SUBJECT,
    TO_PASSIVE,
    TO_VERB,
    Rule,
    before,
    far_before,
)

BEFORE: tuple[Rule, ...] = (
    Rule(
        "speaker-cue-quote",
        "path",
        before(r"[xyT]*S[yT]*[,:\-]?t?"),
        "The speaker and the cue stand right before the quote.",
        example=(
            "Reporters asked about the missing grain. Halima Yusuf has always said: “Count "
            "the sacks, not the speeches.”"
        ),
        speaker="Halima Yusuf",
    ),
    Rule(
        "candidate-passive-cue-quote",
        "path",
        before(rf"{TO_PASSIVE}[SR][^./]*"),
        "The candidate is spoken to or of before the quote: *was asked*, *was called*.",
        example=(
            "The ministry stayed silent. Governor Tevita Moala was reported as saying that “the "
            "ferry would sail again by Easter.”"
        ),
        speaker="Governor Tevita Moala",
    ),
    Rule(
        "speaker-aside-cue-quote",
        "path",
        before(rf"{SUBJECT}[yT]*[,:\-]?t?"),
        "An aside parts the speaker from the cue before the quote.",
        example=(
            "Colm Devlin, who trains both horses at a yard outside Kildare, said “the grey "
            "would win on three legs”."
        ),
        speaker="Colm Devlin",
    ),
    Rule(
        "speaker-cue-addressee-quote",
        "path",
        before(rf"{SUBJECT}[pNDE](?:o?[NDETw0])*[,:]?[yT]*[,:]?t?"),
        "The speaker and a cue with the one spoken to stand right before the quote.",
        example=(
            "Teresa Villanueva told the radio host Jun Bautista, “My cooperative owes nobody "
            "a single peso.”"
        ),
        speaker="Teresa Villanueva",
    ),
    Rule(
        "speaker-cue-phrase-quote",
        "path",
        before(rf"{SUBJECT}(?:{MODIFIER})*[,:\-]"),
        "A phrase of time or place parts the cue from the quote.",
        example=(
            'Luis Pacheco said after the match in Guadalajara, "A draw tastes like warm beer."'
        ),
        speaker="Luis Pacheco",
    ),
    Rule(
        "speaker-cue-clause-comma-quote",
        "path",
        before(rf"{SUBJECT}[^./]*[,:\-]"),
        "The speaker says something, and after a comma or colon comes the quote.",
        example=(
            "Mireille Fontaine insisted the museum in Arles had no choice but to close: “The "
            "roof was coming down to meet us.”"
        ),
        speaker="Mireille Fontaine",
    ),
    Rule(
        "speaker-cue-clause-quote",
        "path",
        before(rf"{SUBJECT}[^./Q]*"),
        "The quote is part of the clause that the speaker says.",
        example="Khalid Mansour warned the ceasefire in the valley was “a candle in a gale”.",
        speaker="Khalid Mansour",
    ),
    Rule(
        "speaker-cue-clause-quotes",
        "path",
        before(rf"{SUBJECT}[^./]*"),
        "The quote is a later part of the clause that the speaker says.",
        example=(
            "Ewa Kowalczyk said the ward in Lublin was ‘bursting’ and its managers were "
            "‘nowhere to be seen’ after dark."
        ),
        speaker="Ewa Kowalczyk",
    ),
    Rule(
        "speaker-reports-quote",
        "path",
        before(rf"{TO_VERB}R[^./QSR]*"),
        "The speaker calls something by the quote.",
        example=(
            "Senator Xavier Barrientos called the ruling of Judge Pilar Noriega “a knife in "
            "the back of the valley”."
        ),
        speaker="Senator Xavier Barrientos",
    ),
    Rule(
        "speaker-reports-quotes",
        "path",
        before(rf"{TO_VERB}R[^./]*"),
        "The speaker calls something by this quote and by others.",
        example=(
            "In the Lisbon Gazette, Beatriz Sampaio praised the “velvet” strings but mocked "
            "the “cardboard” chorus of the new production."
        ),
        speaker="Beatriz Sampaio",
    ),
    Rule(
        "speaker-saying-quote",
        "path",
        before(r"[^./]*[sr][yT]*[,:\-]?t?"),
        "The speaker does something, and a participle such as *adding* precedes the quote.",
        example=(
            "Emre Yildiz thanked the goalkeeper, the groundsman and the fans, adding: “My "
            "mother told me to pass, for once.”"
        ),
        speaker="Emre Yildiz",
    ),
    Rule(
        "speaker-saying-clause-quote",
        "path",
        before(r"[^./]*[sr][^./Q,SR]*[,:\-]?"),
        "The quote is part of the clause that the speaker is saying.",
        example=(
            "Noor Al-Khatib walked out of the talks in Muscat, telling reporters that the "
            "offer was “an empty plate”."
        ),
        speaker="Noor Al-Khatib",
    ),
    Rule(
        "speaker-and-cue-quote",
        "path",
        before(r"[^./]*&[xyT]*[SR][^./Q]*"),
        "The speaker does one thing, and then says the quote.",
        example=(
            "Stavros Pappas folded his newspaper and grumbled that the crossing to Kea was "
            "“for tourists now”."
        ),
        speaker="Stavros Pappas",
    ),
    Rule(
        "cue-nearest-quote",
        "path",
        before(r"[^./]*[SR][^./QNPDh]*"),
        "A cue but no other mention stands between the speaker and the quote.",
        example=(
            "With the jury gone, Judge Monique Lefebvre dismissed the plea as “theatre "
            "without a second act”."
        ),
        speaker="Judge Monique Lefebvre",
    ),
    Rule(
        "speaker-colon-quote",
        "path",
        before(r"[^./]*:"),
        "A colon closes the sentence in which the speaker stands.",
        example=(
            "The last word went to Signe Aagaard, at ninety the oldest voice in the choir: "
            "“Sing, and never mind the knees.”"
        ),
        speaker="Signe Aagaard",
    ),
    Rule(
        "label-colon-quote",
        "path",
        before(r":"),
        "Nothing but a colon stands between the speaker and the quote.",
        example=('PRESENTER: "Was it worth the blisters?"\n\nOLUWASEUN: "Every mile of it."'),
        speaker="OLUWASEUN",
    ),
    Rule(
        "possessor-noun-cue-quote",
        "path",
        before(r"'[^./Q]*K[^./Q]*"),
        "The quote is in a comment or claim that has its speaker as possessor.",
        example=(
            "Dmitri Orlov’s assertion that voters were “sheep with ballots” cost the party "
            "its safest seat in Varna."
        ),
        speaker="Dmitri Orlov",
    ),
    Rule(
        "speaker-noun-cue-quote",
        "path",
        before(r"[^./Q]*K[^./QSR]*"),
        "A noun that reports stands between the speaker and the quote.",
        example=(
            "Voters on the island have not forgiven Ruud Timmer for allegations about "
            "“fishermen who nap till noon”."
        ),
        speaker="Ruud Timmer",
    ),
    Rule(
        "speaker-quote",
        "path",
        before(r""),
        "The candidate stands right before the quote.",
        example=(
            "Promoters in Manila have signed Rogelio “The Hammer” Ocampo for one more fight, "
            "at the age of forty-four."
        ),
        speaker=None,
    ),
    Rule(
        "same-sentence-before",
        "path",
        before(r"[^./]*"),
        "The candidate stands before the quote in its sentence.",
        example=(
            "When the microphone reached the back row, Kofi Asante stood up, straightened "
            "his tie and, as the hall fell silent, sang out “Madam Chair, point of order”."
        ),
        speaker="Kofi Asante",
    ),
    Rule(
        "same-sentence-before-first-quote",
        "path",
        before(r"[^./Q]*"),
        "The candidate stands before the quote in its sentence, and no other quote stands between.",
        example=(
            "As a girl in Izmir, Aylin Demir learned her English from “Harbour Street” "
            "reruns and the labels of biscuit tins."
        ),
        speaker=None,
    ),
    Rule(
        "nearest-before",
        "path",
        far_before(r"[^NPDhL]*"),
        "No other mention stands between the candidate and the quote after it.",
        example=(
            "The coach from Durban was nine hours late, and the first to climb out of it was "
            "Sipho Dlamini. “Never again by road.”"
        ),
        speaker="Sipho Dlamini",
    ),
    Rule(
        "sentence-before",
        "path",
        far_before(r"[^./]*[./]+[^./NPDhSR]*"),
        "The candidate stands in the sentence before the quote.",
        example=(
            'Carmen Ibarrola locked her till for the last time at noon. "Forty years, and '
            'not one coin short."'
        ),
        speaker="Carmen Ibarrola",
    ),
    Rule(
        "sentence-before-cue",
        "path",
        far_before(rf"{TO_VERB}[SR][^./]*[./]+[^./NPDhSR]*"),
        "The candidate is the subject of a cue in the sentence before the quote.",
        example=(
            "Ravi Kulathil spoke without bitterness about the club that had sold him. "
            "“Cricket fed my family. I would have played for rice.”"
        ),
        speaker="Ravi Kulathil",
    ),
    Rule(
        "same-paragraph-before",
        "path",
        far_before(r"[^/]*"),
        "The candidate stands before the quote in its paragraph.",
        example=(
            "Astrid Holm lights the oven at four. The flour comes from a mill near Lund, the "
            "butter from nobody knows where. “Every baker needs one secret.”"
        ),
        speaker="Astrid Holm",
    ),
    Rule(
        "paragraph-before",
        "path",
        far_before(r"[^/]*/[^/]*"),
        "The candidate stands in the paragraph before that of the quote.",
        example=(
            "The fire took the mill, the barn and eleven goats, Ludmila Horáková told "
            "firefighters.\n\n"
            "“Only the cat had the sense to leave early.”"
        ),
        speaker="Ludmila Horáková",
    ),
    Rule(
        "paragraph-before-subject",
        "path",
        far_before(r"[^/]*/Q.*"),
        "A paragraph that a quote opens stands between the candidate and the quote after it.",
        example=(
            "Akira Shimizu, the whaling town’s last blacksmith, took the museum job to keep "
            "warm.\n\n"
            "“They wanted to put me in a glass case. I asked for a bigger one.”\n\n"
            "“Now I have a chair, a heater and a school class every Tuesday.”"
        ),
        speaker="Akira Shimizu",
    ),
    Rule(
        "speaker-verb-quote",
        "path",
        before(rf"{TO_VERB}v[^./QNPD]*[,:]"),
        "The speaker and then a verb in -ed stand before the quote and its comma or colon.",
        example=(
            "When Harald Wenzel mentioned the word merger, Gerda Lindner bristled: “Over my "
            "dead ledger.”"
        ),
        speaker="Gerda Lindner",
    ),
    Rule(
        "last-cue-subject",
        "path",
        before(r"[^./NPDhL]*[SR][^SRsr./]*"),
        "The candidate stands right before the last cue before the quote.",
        example=(
            "Lucas Prado told the inquiry in Recife that Captain Abílio Neves described the "
            "valve as ‘decorative’."
        ),
        speaker="Captain Abílio Neves",
    ),
    Rule(
        "last-participle-subject",
        "path",
        before(r"[^./NPDhL]*[sr][^SRsr./]*"),
        "The candidate stands right before the last participle that reports before the quote.",
        example=(
            "The footage shows Magistrate Colin Peake pointing at the door and telling the "
            "clerk “I want my lunch”."
        ),
        speaker="Magistrate Colin Peake",
    ),
    Rule(
        "only-cue-between",
        "path",
        before(r"[^SRsrA./]*[SRsrA][^SRsrA./]*"),
        "One cue stands between the candidate and the quote after it.",
        example=(
            "Hours after the landslide, the governor of Oaxaca, Elpidio Cruz, said that “not "
            "one village” would be left without a helicopter."
        ),
        speaker="the governor of Oaxaca",
    ),
    Rule(
        "no-cue-between",
        "path",
        before(r"[^SRsrAK./]*"),
        "No cue stands between the candidate and the quote after it.",
        example="The novelist Park Soo-ah has finished a seventh book: «The Salt Thieves».",
        speaker=None,
    ),
)
