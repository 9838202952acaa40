"""Constructions that leave one reading: of all mentions near a quote, the one that said it.

A construction names its chunks; where their classes do not suffice, a condition looks at the words
(``construction_words``). ``construction_matches`` looks for them.
"""

from __future__ import annotations

from quoteattr.attribute import construction_words as words
from quoteattr.attribute.construction import Construction

#: a report within a report: the inner verb of saying is that of the inner subject
_REPORTS_IN_REPORTS = (
    # *X said Y had told her: “…”*: the verb right before the quote is that of Y
    Construction(
        "{MENTION} {ASIDE} {TO_VERB} {CUE|OTHER_WORD}"
        " ({OBJECT_PRONOUN|NAME|NOMINAL} {COMPLEMENTIZER} | {OBJECT_PRONOUN|NAME|NOMINAL}"
        " | {COMPLEMENTIZER})? {THE_WITNESS} ({PREPOSITION} {NAME|NOMINAL})?"
        " {ASIDE} {TO_VERB} {SUBORDINATOR}? {SAYING} {ADDRESSEE} {SETTING} {COMMA|COLON}$",
    ),
    # *According to the Y, X called him “…”*
    Construction(
        "{OPENING} {ACCORDING_TO} {NAME|NOMINAL} {OF} {COMMA} {THE_SPEAKER} {OF} {ASIDE} {TO_VERB}"
        " {THE_CUE} ({OBJECT_PRONOUN|NAME|NOMINAL} {SUBORDINATOR}?)? $",
        words.calls,
    ),
    # *According to the Y, X told her it was “…”*
    Construction(
        "{OPENING} {ACCORDING_TO} {NAME|NOMINAL} {OF} {COMMA} {THE_SPEAKER} {OF} {ASIDE} {TO_VERB}"
        " {SAYING} ({OBJECT_PRONOUN|NAME|SPEAKING_NOMINAL} {NO_CUE}"
        " | {ADDRESSEE} {COMMA|COLON}$)"
    ),
    # *According to X, Y ran in and shouted: “…”*, *X told the court how Y ran in and shouted: “…”*
    Construction(
        "{OPENING} {ACCORDING_TO} {NAME|NOMINAL} {OF} {COMMA} {THE_SPEAKER} {AND_SAID}",
    ),
    Construction(
        "{MENTION} {ASIDE} {TO_VERB} {CUE} {OBJECT_PRONOUN|NAME|NOMINAL}? {THE_MANNER}"
        " {THE_WITNESS} {AND_SAID}",
        words.is_manner,
    ),
    # *X said Y rang her and said: “…”*; but *X said Y was late and added: “…”* is what X says
    Construction(
        "{MENTION} {ASIDE} {TO_VERB} {CUE} {OBJECT_PRONOUN|NAME|NOMINAL}? {COMPLEMENTIZER}?"
        " {THE_WITNESS} {OF} {ASIDE} {TO_VERB} {THE_VERB} {OF_CLAUSE} {CONJUNCTION} {ADVERBIAL}*"
        " {SAYING} {OBJECT_PRONOUN}? {COMMA|COLON}$",
        words.turns_to_somebody,
    ),
    # *X remembers Y saying: “…”*; but *X emailed Y, saying: “…”* is what X says
    Construction(
        "{MENTION} {ASIDE} {TO_VERB} {THE_VERB} {THE_SPEAKER} ({PREPOSITION} {NAME|NOMINAL})?"
        " {ADVERBIAL}* {SAYING_PARTICIPLE} {ADDRESSEE} {QUOTED}",
        words.perceives,
    ),
    # *X said Y had urged them to “…”*
    Construction(
        "{MENTION} {ASIDE} {TO_VERB} {CUE} {COMPLEMENTIZER}? {THE_SPEAKER} {ASIDE} {TO_VERB} {CUE}"
        " {DETERMINER|OBJECT_PRONOUN|NAME|NOMINAL} {THE_TO} {OTHER_WORD|REPORTING}?$",
        words.is_infinitive,
    ),
    # *X said that Y swore “…”*
    Construction(
        "{MENTION} {ASIDE} {TO_VERB} {CUE} {COMPLEMENTIZER} {THE_NAMED} {ASIDE} {TO_VERB} {SAYING}$"
    ),
    # *X said that Y called the plan “…”*
    Construction(
        "{MENTION} {ASIDE} {TO_VERB} {CUE} {COMPLEMENTIZER}? {THE_NAMED} {ASIDE} {TO_VERB}"
        " {THE_CUE} {OBJECT_PRONOUN|NAME|NOMINAL|PRONOUN} {SUBORDINATOR}?$",
        words.calls,
    ),
    # *X, Y said, had told her: “…”*, *X, Y said, had told her to “…”*
    Construction(
        "{THE_SPEAKER} {COMMA} {NAME|NOMINAL|PRONOUN} {ADVERBIAL}* {SAYING} {COMMA}"
        " {AUXILIARY|ADVERBIAL}+ {CUE} {NO_CUE}"
    ),
    # *Y, said X, was “…”*
    Construction(
        "{MENTION} {COMMA} {SAYING} {ADVERB}* {THE_NAMED} {COMMA} {AUXILIARY|COPULA} {NO_CUE}"
    ),
    # *With Y saying … “…”, X left*
    Construction(
        "{OPENING} {THE_PREPOSITION} {THE_SPEAKER} {OF} {CUE_PARTICIPLE} {NO_CUE}",
        words.is_absolute,
    ),
    # *X left, with Y calling him “…”*
    Construction(
        "{COMMA} {THE_PREPOSITION} {THE_SPEAKER} {OF} {THE_GERUND} {NO_CUE}",
        words.is_calling_absolute,
    ),
    # *X learned from Y that … “…”*
    Construction("{THE_VERB} {THE_SENDER} {THE_NAMED} {APPOSED} {THAT_CLAUSE}", words.learns),
)
#: a subject with words of its own behind it, in which others stand who do not speak, before a
#: quote, and right behind one
MODIFIED_SUBJECTS = (
    # *the man charged with robbing a bank said it was “…”*
    Construction(
        "({OPENING} {CONJUNCTION}? | {DASH|COMMA|SUBORDINATOR|COMPLEMENTIZER}) {THE_WITNESS} {OF}"
        " {REDUCED} {OWNER} {NAME|NOMINAL} {OF} {TO_VERB} {CUE} {ADDRESSEE} {NO_CUE}",
        words.is_modified_speaker,
    ),
    # *the man Y married said it was “…”*
    Construction(
        "({OPENING} {CONJUNCTION}? | {DASH|COMMA|SUBORDINATOR|COMPLEMENTIZER}) {THE_WITNESS} {OF}"
        " {CONTACT_CLAUSE} {CUE} {ADDRESSEE} {NO_CUE}",
    ),
)
MODIFIED_SUBJECTS_BEHIND = (
    Construction(
        "{COMMA}? {THE_WITNESS} {OF} {REDUCED} {OWNER} {NAME|NOMINAL} {OF} {TO_VERB} {SAYING}",
        words.is_modified,
    ),
    Construction("{COMMA}? {THE_WITNESS} {OF} {CONTACT_CLAUSE} {SAYING}"),
)
#: the subject of the verb of saying opens the sentence, others stand between them
_DISTANT_SUBJECTS = (
    *MODIFIED_SUBJECTS,
    # *an aide to X said it was “…”*
    Construction(
        "({OPENING} | {COMMA|SUBORDINATOR|CONJUNCTION|COMPLEMENTIZER}) {THE_NOMINAL}"
        " {THE_PREPOSITION} {NAME|NOMINAL} {OF} {ASIDE} {TO_VERB} {CUE} {ADDRESSEE} {NO_CUE}",
        words.is_of_served,
    ),
    # *People who met Y said she was “…”*
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {RELATIVE} {AUXILIARY|ADVERBIAL}*"
        " {OTHER_WORD|PAST_FORM} {^CUE|END|QUOTE|COMMA|CONJUNCTION|RELATIVE|SUBORDINATOR}*"
        " {ACTIVE_CUE} {ADDRESSEE} {NO_CUE}"
    ),
    # *the firm that Y founded said it was “…”*
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_NOMINAL} {COMPLEMENTIZER|RELATIVE} {NAME|PRONOUN}"
        " {AUXILIARY|ADVERBIAL}* {PAST_FORM|OTHER_WORD|CUE} {TIME}? {SAYING} {ADDRESSEE} {NO_CUE}"
    ),
    # *A friend of Y, who had left, said it was “…”*
    Construction(
        "({OPENING} {CONJUNCTION}? | {SUBORDINATOR}) {THE_NOMINAL} {OF} {COMMA}? {RELATIVE}"
        " {^COMMA|END|QUOTE}{1,15} {COMMA} {TO_VERB} {CUE} {ADDRESSEE} {NO_CUE}"
    ),
    # *X, chased by Y, shouted: “…”*, *X, speaking after a visit by Y, called it “…”*
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {COMMA} {ADVERB}*"
        " ({ACCORDING_TO} | {PAST_FORM|CUE|OTHER_WORD} {AGENT_MARKER} | {ING_FORM|CUE_PARTICIPLE})"
        " {^COMMA|END|QUOTE|CUE|RELATIVE}{1,15} {COMMA} {TO_VERB} {CUE} {ADDRESSEE} {NO_CUE}"
    ),
    # *X called it “…” and Y described it as “…”*: a clause with a subject of its own
    Construction(
        "{QUOTE} {COMMA}? {CONJUNCTION|SUBORDINATOR} {THE_PERSON} {OF} ({COMMA}"
        " {^COMMA|END|QUOTE}{1,15} {COMMA})? {TO_VERB} {CUE} {ADDRESSEE} {COPULA}? {NO_CUE}"
    ),
    # *X lost his temper, as Y had said he would, and shouted: “…”*
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {ASIDE} {AUXILIARY|ADVERBIAL}*"
        " {CUE|PAST_FORM|OTHER_WORD} {OF_CLAUSE} {COMMA} {ADVERB}? {SUBORDINATOR}"
        " {^COMMA|END|QUOTE|RELATIVE|CONJUNCTION}+ {COMMA} {CONJUNCTION} {ADVERBIAL}* {SAYING}"
        " {ADDRESSEE} {COMMA|COLON}$"
    ),
    # *X denied Y's claim that he lied, saying: “…”*: the participle has the subject of its sentence
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {ASIDE} {AUXILIARY|ADVERBIAL}*"
        " {CUE|PAST_FORM|OTHER_WORD} {OF_CLAUSE} {CUE_NOUN|POSSESSIVE|COMPLEMENTIZER} {OF_CLAUSE}"
        " {COMMA} {ADVERB}* {CUE_PARTICIPLE} ({ADDRESSEE} {QUOTED} | {OBJECT})"
    ),
    # *Before X could answer, Y cut in: “…”*
    Construction(
        "{OPENING} {CONJUNCTION}? {SUBORDINATOR} {NAME|PRONOUN|NOMINAL} {^COMMA|END|QUOTE}+"
        " {COMMA} {THE_SPEAKER} {^MENTION|END|QUOTE|COMMA|COLON}* {COLON}$"
    ),
    # *X, chief executive of Brack said: “…”*, without the second comma
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_NAME} {COMMA} {THE_OFFICE}"
        " ({PREPOSITION} {NAME|NOMINAL}){0,3} {CUE} {ADDRESSEE} {COMMA|COLON}$",
        words.is_bare_office,
    ),
    # *The commissioner of police, Brack State, X, said: “…”*
    Construction(
        "{OPENING} {THE_OFFICE} ({PREPOSITION} {NAME|NOMINAL})? ({COMMA} {NAME}){1,3} {COMMA}"
        " {THE_NAME} {COMMA} {TO_VERB} {CUE} {ADDRESSEE} {NO_CUE}",
        words.office_and_person,
    ),
)
#: a message or statement has the words: whoever sent or issued it
_MESSAGES = (
    # *X issued a statement saying: “…”*
    Construction(
        "{THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {CUE} {THE_NOUN}"
        " ({PREPOSITION} {NAME|NOMINAL|TIME})? {CUE_PARTICIPLE} {QUOTED}",
        words.noun_reports,
    ),
    # *Y left when X sent him a text: “…”*, *X gave this statement to Y: “…”*
    Construction(
        "{THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {THE_VERB} {OBJECT_PRONOUN|NAME|NOMINAL}? {THE_NOUN}"
        " {WHEN} ({COLON} | {CUE_PARTICIPLE} {QUOTED})$",
        words.delivers,
    ),
    # *A statement from X said: “…”*, *A letter to Y from X said*
    Construction(
        "{THE_NOUN} ({PREPOSITION} {MENTION|OBJECT_PRONOUN})? {THE_SENDER} {THE_NAMED} {APPOSED}"
        " {CUE} {NO_CUE}",
        words.is_of_document,
    ),
    # *X’s text to Y read: “…”*, *X’s tweet, “…”, was shared*
    Construction(
        "{THE_NAMED} {POSSESSIVE} {THE_NOUN} ({PREPOSITION} {MENTION|OBJECT_PRONOUN})?"
        " ({CUE} {NO_CUE} | {COMMA}$)",
        words.is_of_message,
    ),
    # *A note from X, “…”, was pinned to the door*
    Construction("{THE_NOUN} {THE_SENDER} {THE_NAMED} {COMMA}$", words.noun_or_message),
    # *a text that X sent to Y reads: “…”*
    Construction(
        "{THE_NOUN} {COMPLEMENTIZER|RELATIVE}? {THE_NAMED} {TO_VERB} {CUE|PAST_FORM|OTHER_WORD}"
        " ({PREPOSITION} {MENTION|OBJECT_PRONOUN})? {CUE|COPULA} {QUOTED}",
        words.is_of_message,
    ),
    # *X got a letter from Y, his landlord, stating: “…”*, *a text from Y that said: “…”*
    Construction(
        "{THE_NOUN} {THE_SENDER} {THE_NAMED} {APPOSED} {CUE_PARTICIPLE} {NO_CUE}",
        words.is_message,
    ),
    Construction(
        "{THE_NOUN} {THE_SENDER} {THE_NAMED} {COMPLEMENTIZER|RELATIVE} {CUE} {QUOTED}",
        words.is_message,
    ),
    Construction("{THE_NOUN} {THE_SENDER} {THE_PERSON} {WHEN} {COLON}$", words.is_message),
    # *X found a note that Y had left him: “…”*
    Construction(
        "{THE_NOUN} {COMPLEMENTIZER|RELATIVE}? {THE_NAMED} {TO_VERB} {THE_VERB} {OBJECT_PRONOUN}?"
        " {WHEN} {COLON}$",
        words.delivers,
    ),
)
#: somebody judges what somebody else claims: the judgement is the first one’s
_JUDGED_CLAIMS = (
    # *X said Y’s claim that the port is safe was “…”*: X judges what is over
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {CUE} {OF_CLAUSE}"
        " {THE_VERBAL_NOUN} ({PREPOSITION|AGENT_MARKER} {NAME|NOMINAL})? {COMPLEMENTIZER} {JUDGED}",
        words.noun_reports,
    ),
    # *X called Y’s claim that the port is safe “…”*
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {THE_CUE} {OF_CLAUSE}"
        " {CUE_NOUN} {COMPLEMENTIZER} {OF_CLAUSE} {OTHER_WORD|ADVERB|NAME|NOMINAL|PAST_FORM} $",
        words.is_named,
    ),
    # *X dismissed a report by Y that … as “…”*
    Construction(
        "{OPENING} {FRONTED} {THE_SPEAKER} {OF} {ASIDE} {WHEN} {TO_VERB} {CUE|PAST_FORM|OTHER_WORD}"
        " {PREPOSITION|ADVERB}? {CLAIMANT} {THE_CUE_NOUN} {^END|QUOTE|COMMA|CUE}* {COMPLEMENTIZER}"
        " {^END|QUOTE|COMMA|CUE}* {THE_LINK}$",
        words.is_capacity,
    ),
    # *X dismissed Y’s claim as “…”*, *X dismissed a claim by Y as “…”*
    Construction(
        "{OPENING} {FRONTED} {THE_SPEAKER} {OF} {ASIDE} {WHEN} {TO_VERB} {CUE|PAST_FORM|OTHER_WORD}"
        " {PREPOSITION|ADVERB}? {CLAIMANT} {THE_VERBAL_NOUN} ({AGENT_MARKER} {NAME|NOMINAL})?"
        " {THE_LINK}$",
        words.is_capacity,
    ),
    # *X described Y’s apology as “…”*
    Construction(
        "{OPENING} {FRONTED} {THE_SPEAKER} {OF} {ASIDE} {WHEN} {TO_VERB} {THE_CUE} {NAME|NOMINAL}"
        " {POSSESSIVE} {^END|QUOTE|COMMA|MENTION|PREPOSITION}{1,3} {THE_LINK}$",
        words.describes,
    ),
    # *X called Y’s claim “…”*
    Construction(
        "{OPENING} {FRONTED} {THE_SPEAKER} {OF} {ASIDE} {WHEN} {TO_VERB} {THE_CUE} {CLAIMANT}"
        " {THE_VERBAL_NOUN} ({AGENT_MARKER} {NAME|NOMINAL})? {DETERMINER}?$",
        words.names_claim,
    ),
    # *X said Y’s claim was “…”*
    Construction(
        "{OPENING} {FRONTED} {THE_SPEAKER} {OF} {ASIDE} {WHEN} {TO_VERB} {SAYING} {COMPLEMENTIZER}?"
        " {CLAIMANT} {THE_VERBAL_NOUN} ({AGENT_MARKER} {NAME|NOMINAL})? {AUXILIARY|ADVERB}*"
        " {COPULA} {ADVERB|DETERMINER}* $",
        words.noun_reports,
    ),
)
#: somebody reacts to what somebody else claims: the claim is the second one’s
_CLAIMS_OF_OTHERS = (
    # *X denied Y’s claim that … “…”*, *X denied Y’s finding that … “…”*
    Construction(
        "{THE_NAMED} {POSSESSIVE} {ADJECTIVES} {THE_VERBAL_NOUN} {THAT_CLAUSE}",
        words.noun_reports,
    ),
    # *X denied a report in the Y that … “…”*, *X laughed off a claim by Y that … “…”*
    Construction(
        "{CUE|PAST_FORM|OTHER_WORD} {THE_PARTICLE} {THE_CUE_NOUN} {PREPOSITION|AGENT_MARKER}"
        " {THE_NAMED} {APPOSED} {THAT_CLAUSE}",
        words.noun_of_another,
    ),
    # *X denied the claim, made by Y, that … “…”*
    Construction(
        "{CUE_NOUN|NOMINAL} {COMMA} {OTHER_WORD|PAST_FORM} {AGENT_MARKER} {THE_NAMED} {COMMA}"
        " {THAT_CLAUSE}"
    ),
    # *X backed a call from Y to “…”*
    Construction(
        "{CUE|PAST_FORM|OTHER_WORD} {THE_VERBAL_NOUN} {THE_SENDER} {THE_NAMED} {APPOSED}"
        " {AUXILIARY|PREPOSITION} {OTHER_WORD|REPORTING}?$",
        words.noun_of_sender,
    ),
    # *X hit back after Y’s “…” remark*
    Construction("{THE_NAMED} {POSSESSIVE} {ADJECTIVES} $", words.is_of_remark),
    # *X denied her claim that … “…”*
    Construction(
        "{CUE|PAST_FORM|OTHER_WORD} {THE_OWNER} {ADJECTIVES} {CUE_NOUN} {THAT_CLAUSE}",
        words.is_owned,
    ),
)
#: a verb of saying in the passive: its subject, or its agent
_PASSIVES = (
    # *X was quoted by Y as saying … “…”*, *X was heard to say: “…”*
    Construction(
        "{THE_SPEAKER} {ASIDE} {TO_VERB} {COPULA} {AUXILIARY|ADVERBIAL}*"
        " ({ACCORDING_TO} | {CUE} {AGENT_MARKER}) {NAME|NOMINAL}"
        " {SUBORDINATOR} {AUXILIARY|ADVERBIAL}* {SAYING|SAYING_PARTICIPLE} {NO_CUE}"
    ),
    # *X was reported by Y to have spoken of “…”*, *X was cited by Y as calling it “…”*
    Construction(
        "{THE_SPEAKER} {ASIDE} {TO_VERB} {COPULA} {AUXILIARY|ADVERBIAL}* {THE_VERB} {AGENT_MARKER}"
        " {NAME|NOMINAL} {SUBORDINATOR|PREPOSITION|AUXILIARY} {AUXILIARY|ADVERBIAL}*"
        " {CUE|CUE_PARTICIPLE} {NO_CUE}",
        words.is_passed_on,
    ),
    Construction(
        "{THE_SPEAKER} {ASIDE} {TO_VERB} {COPULA} {ADVERBIAL}* {THE_VERB} {THE_TO} {AUXILIARY}*"
        " {SAYING} {ADDRESSEE} {QUOTED}",
        words.is_raised,
    ),
    # *X says she was told by Y that … “…”*, *told by Y it was “…”*
    Construction(
        "{COPULA} {AUXILIARY|ADVERBIAL}* {THE_SIGN} {THE_NAMED} {APPOSED}"
        " ({THAT_CLAUSE} | {PRONOUN} {COPULA} {NO_CUE})",
        words.is_told,
    ),
    # *X, quoted by Y, said … “…”*
    Construction(
        "{THE_SPEAKER} {COMMA} {ACCORDING_TO} {NAME|NOMINAL} {COMMA} {TO_VERB} {CUE} {NO_CUE}"
    ),
    # *X was criticised by Y for calling … “…”*
    Construction(
        "{THE_SPEAKER} {ASIDE} {TO_VERB} {COPULA} {AUXILIARY|ADVERBIAL}* {CUE|PAST_FORM|OTHER_WORD}"
        " {AGENT_MARKER} {NAME|NOMINAL} {APPOSED} {THE_LINK} {HAVING_CALLED} {NO_CUE}",
        words.reproaches,
    ),
    # *X, accused by Y of “…”*, *X was hailed by Y as “…”*, *X, asked by Y: “…”*
    Construction(
        "{CUE} {AGENT_MARKER} {OWNER} {THE_NAMED} {APPOSED} {THE_LINK} {NO_CUE}",
        words.is_complement,
    ),
    Construction("{THE_VERB} {AGENT_MARKER} {THE_NAMED} {APPOSED} {QUOTED}", words.addresses),
    # *X, described by Y as “…”*
    Construction("{THE_SIGN} {THE_NAMED} {APPOSED} {THE_LINK} {DETERMINER}? $", words.is_described),
    # *X was advised by Y to “…”*
    Construction(
        "{COPULA} {AUXILIARY|ADVERBIAL}* {SAYING} {AGENT_MARKER} {OWNER} {THE_NAMED} {APPOSED}"
        " {THE_TO} {OTHER_WORD|REPORTING}?$",
        words.is_infinitive,
    ),
)
#: somebody is reproached with words: they are the reproached one’s
_REPROACHES = (
    # *X sued Y for calling … “…”*, *X demanded an apology from Y for saying … “…”*
    Construction(
        "{CUE|PAST_FORM|OTHER_WORD} {ASKED_OF} {THE_PERSON} {APPOSED} {THE_LINK}"
        " ({THE_GERUND} | {AUXILIARY|ADVERB|ING_FORM} {CUE}) {NO_CUE}",
        words.reproaches_words,
    ),
    # *X was suspended for saying … “…”*, *Y wants X to apologise for saying … “…”*
    Construction(
        "{UNGOVERNED} {THE_SPEAKER} {BARE}+ {THE_LINK} ({AUXILIARY|ADVERB}+ {CUE}"
        " | {THE_GERUND}) ({COMPLEMENTIZER} {NO_CUE}"
        " | {^END|QUOTE|CUE|RELATIVE|COMMA|PREPOSITION}{0,3}$)",
        words.reproaches_words,
    ),
    # *X mocked Y for her claim that … “…”*
    Construction(
        "{CUE|PAST_FORM|OTHER_WORD} {THE_NAMED} {APPOSED} {THE_LINK} {PRONOUN|DETERMINER}"
        " {ADJECTIVES} {CUE_NOUN} {THAT_CLAUSE}",
        words.reproaches,
    ),
    # *X accused Y of making it “…”*
    Construction(
        "{THE_SPEAKER} {ASIDE} {TO_VERB} {CUE} {NAME|NOMINAL|OBJECT_PRONOUN} {APPOSED} {THE_LINK}"
        " {ING_FORM} {OBJECT}",
        words.reproaches,
    ),
)
#: a relative clause has the verb of saying
_RELATIVE_CLAUSES = (
    # *a man who calls them “…”*
    Construction(
        "{THE_NOMINAL} {RELATIVE} {TO_VERB} {THE_CUE} {OBJECT_PRONOUN|NAME|NOMINAL}$", words.calls
    ),
    # *X, whom Y called “…”*
    Construction(
        "{THE_RELATIVE} {THE_SPEAKER} {TO_VERB} {CUE} {OBJECT_PRONOUN|DETERMINER}?$",
        words.is_object,
    ),
    # *X got a letter in which Y said it was “…”*
    Construction(
        "{PREPOSITION} {RELATIVE} {THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {CUE} {ADDRESSEE} ({QUOTED}"
        " | ({PRONOUN|NAME|NOMINAL} {TO_VERB} {COPULA})? {SUBORDINATOR|DETERMINER|ADVERB}* $)"
    ),
    # *X praised the nurses, one of whom said … “…”*
    Construction("{THE_OWNER} {PREPOSITION} {RELATIVE} {TO_VERB} {CUE} {NO_CUE}"),
)
#: what is put first is who speaks: *it was Y who called X’s plan “…”*
_CLEFTS = (
    Construction(
        "{OPENING} ({ACCORDING_TO} {NAME|NOMINAL} {OF} {COMMA})? {CONJUNCTION}? {PRONOUN} {COPULA}"
        " {ADVERB}* {THE_NAMED} {OF} {APPOSED} {COMPLEMENTIZER|RELATIVE} {TO_VERB} {THE_CUE}"
        " {OBJECT_PHRASE} {SUBORDINATOR}?$",
        words.calls,
    ),
)
#: a verb of quoting has who speaks as its object
_QUOTED_SPEAKERS = (
    # *Quoting X, Y said it was “…”*
    Construction(
        "{OPENING} {THE_VERB} {THE_NAMED} {OF} {COMMA} {NAME|PRONOUN|NOMINAL} {OF} {TO_VERB} {CUE}"
        " {NO_CUE}",
        words.quotes_person,
    ),
    # *Y, citing an official, said it was “…”*
    Construction(
        "{NAME|NOMINAL} {COMMA} {THE_VERB} {THE_NAMED} {OF} {COMMA} {TO_VERB} {CUE} {NO_CUE}",
        words.quotes_person,
    ),
    # *the daily quoted X, the mayor: “…”*, *the daily quoted X saying … “…”*
    Construction(
        "{THE_VERB} {THE_NAMED} ({COMMA} {^COMMA|END|QUOTE|CUE}{1,20} {COMMA}?)? {COLON}$",
        words.quotes,
    ),
    Construction(
        "{THE_VERB} {OWNER} {THE_NAMED} {APPOSED} {SUBORDINATOR}? {CUE_PARTICIPLE} {NO_CUE}",
        words.quotes,
    ),
    # *X was quoted in the daily as calling it “…”*, *X was quoted by the daily as calling it “…”*
    Construction(
        "{THE_SPEAKER} {OF} {APPOSED} {TO_VERB} {COPULA} {ADVERBIAL}* {THE_VERB}"
        " ({PREPOSITION|AGENT_MARKER} {TIME}? {NAME|NOMINAL})? {SUBORDINATOR} {CUE_PARTICIPLE}"
        " {NO_CUE}",
        words.quotes,
    ),
    Construction(
        "{THE_SPEAKER} {OF} {APPOSED} {TO_VERB} {COPULA} {ADVERBIAL}* {ACCORDING_TO} {NAME|NOMINAL}"
        " {SUBORDINATOR} {CUE_PARTICIPLE} {NO_CUE}"
    ),
    # *X, whom the daily quoted as saying: “…”*
    Construction(
        "{THE_SPEAKER} {OF} {COMMA} {RELATIVE} {NAME|NOMINAL|PRONOUN} {TO_VERB} {THE_VERB}"
        " {SUBORDINATOR} {CUE_PARTICIPLE} {NO_CUE}",
        words.quotes,
    ),
)
#: what stands before a quote, in the order in which it is tried: a claim that somebody judges, *X
#: called Y’s claim that the port is safe “…”*, goes before one that somebody reacts to
BEFORE_QUOTE = (
    *_REPORTS_IN_REPORTS,
    *_QUOTED_SPEAKERS,
    *_DISTANT_SUBJECTS,
    *_MESSAGES,
    *_JUDGED_CLAIMS,
    *_CLAIMS_OF_OTHERS,
    *_PASSIVES,
    *_REPROACHES,
    *_CLEFTS,
    *_RELATIVE_CLAUSES,
)

#: what stands behind a quote
BEHIND_QUOTE = (
    *MODIFIED_SUBJECTS_BEHIND,
    # *“…,” said Y’s mayor X*
    Construction(
        "{COMMA}? {ADVERB}* {SAYING} {ADVERB}* {NAME|NOMINAL} {POSSESSIVE}"
        " {OTHER_WORD|ADVERB|PAST_FORM}* {THE_PERSON} ({^COPULA|AUXILIARY|CUE} | $)"
    ),
    # *“…” (X)*, *“…” (X, 2018, p. 3)*
    Construction("{COMMA}? {THE_SIGN} {THE_NAME}", words.is_bracket),
    # *“…” is how X described Y*
    Construction(
        "{COMMA}? {COPULA} {THE_MANNER} {COMPLEMENTIZER}? {THE_SPEAKER} {TO_VERB} {CUE}",
        words.is_manner,
    ),
    # *it is “…”, a friend of hers said*
    Construction("{COMMA} {THE_NOMINAL} {OF} {TO_VERB} {SAYING}", words.complement_before),
    # *shouts of “…” from the miners*
    Construction("{THE_LINK} {THE_NAMED}", words.sent_by),
    # *“…” was X’s response*
    Construction(
        "{COMMA}? {COPULA} {THE_NAMED} {POSSESSIVE} {ADJECTIVES} {THE_CUE_NOUN}",
        words.noun_reports,
    ),
    # *“…” was the verdict of X*
    Construction("{COMMA}? {COPULA} {THE_CUE_NOUN} {THE_LINK} {THE_NAMED}", words.is_of_speaker),
    # *hailed as “…” by Y’s leader X*
    Construction(
        "{COMMA}? {AGENT_MARKER} ({NAME|NOMINAL} {POSSESSIVE} {OTHER_WORD|PAST_FORM}*)?"
        " {THE_PERSON}",
        words.passive_before,
    ),
    # *Having said that she saw “…”, X left*
    Construction("{COMMA} {THE_SPEAKER}", words.participle_before),
    # *“…,” Y quoted X as having said*
    Construction(
        "{COMMA}? {NAME|PRONOUN|NOMINAL} {TO_VERB} {CUE} {THE_SPEAKER} {APPOSED}"
        " {SUBORDINATOR} {AUXILIARY|ADVERBIAL}* {SAYING|SAYING_PARTICIPLE}"
    ),
    # *“…,” X was quoted as saying by Y*, *“…,” X was quoted by Y as saying*
    Construction(
        "{COMMA}? {THE_SPEAKER} {APPOSED} {TO_VERB} {COPULA} {ADVERB}*"
        " ({CUE} | ({ACCORDING_TO} | {CUE} {AGENT_MARKER}) {NAME|NOMINAL})"
        " {SUBORDINATOR} {AUXILIARY}* {SAYING|SAYING_PARTICIPLE}"
    ),
    # *“…,” said X, quoted by Y*, *“…,” X said, according to Y*
    Construction(
        "{COMMA}? {ADVERB}* {SAYING} {ADVERB}* {THE_NAMED} {COMMA}? {COPULA}? {SUBORDINATOR}?"
        " {ACCORDING_TO}"
    ),
    Construction(
        "{COMMA}? {THE_SPEAKER} {APPOSED} {TO_VERB} {SAYING} {OBJECT_PRONOUN|NAME|NOMINAL}?"
        " ({PREPOSITION} {TIME|NAME|NOMINAL|OBJECT_PRONOUN})? {TIME}? {COMMA}? {SUBORDINATOR}?"
        " {ACCORDING_TO}"
    ),
    # *“…,” X, the mayor, said*: a comma goes before the words that say who speaks
    Construction(
        "{COMMA}? {THE_NAME} {COMMA} {^COMMA|END|QUOTE|CUE}{1,20} {COMMA} {TO_VERB} {SAYING}"
        " {^QUOTE|COLON|COMPLEMENTIZER|AGENT_MARKER}",
        words.follows_comma,
    ),
)

#: the lead-in to a statement that is a paragraph of its own
LEAD_IN = (
    # *A statement from X:*, *here is the statement of X, the mayor:*, *a letter from X reads:*
    Construction(
        "{THE_NOUN} {THE_SENDER} {THE_NAMED} ({COMMA} {^END|QUOTE|COLON}{1,20})? {WHEN} {CUE}?"
        " {WHEN}"
        " {COLON} {PARAGRAPH_END}$",
        words.is_statement,
    ),
    # *a spokesperson for X sent this statement:*
    Construction(
        "{THE_NAMED} {OF} {APPOSED} {TO_VERB} {THE_VERB} {DETERMINER|OBJECT_PRONOUN}? {OTHER_WORD}?"
        " {THE_NOUN} {WHEN} {COLON} {PARAGRAPH_END}$",
        words.delivers,
    ),
)

#: a line of its own right below a quote: a name, and an office behind a comma
SIGNED_BELOW = (
    Construction(
        "{PARAGRAPH_END} {THE_NAME} {COMMA} {NOMINAL} ({PREPOSITION} {NAME|NOMINAL})?"
        " ({PARAGRAPH_END} | $)",
        words.is_next_line,
    ),
)

#: what nobody in particular said, or nobody has said
UNSAID = (
    # *X bristled at comments that … “…”*, *X faced accusations that … “…”*
    Construction("{THE_REACTION} {ADJECTIVES} {THE_CUE_NOUN} {THAT_CLAUSE}", words.provokes),
    # *X denied rumours that … “…”*, *X laughed at the idea that … “…”*
    Construction("{THE_VERB} {PREPOSITION}? {THE_HEARSAY} {THAT_CLAUSE}", words.rejects),
    # *X rejected the label “…”*
    Construction("{THE_VERB} {PREPOSITION}? {THE_TERM}$", words.rejects_name),
    # *X did not call it “…”*, *X refused to call it “…”*, *X stopped short of saying … “…”*
    Construction("{THE_AUXILIARY} {THE_CUE} {OBJECT}", words.is_denied),
    Construction("{THE_WORD} {PREPOSITION}? {THE_CUE} {OBJECT}", words.withholds),
    # *it is not that she said “…”*, *not as though she had said “…”*
    Construction(
        "{THE_AUXILIARY} ({COMPLEMENTIZER} | {SUBORDINATOR}{2}) {MENTION} {AUXILIARY|ADVERBIAL}*"
        " {THE_CUE} {OBJECT}",
        words.is_denied,
    ),
    # *not once did she say “…”*, *at no point did she say “…”*
    Construction(
        "{OPENING} {^END|QUOTE|MENTION|CUE|COMMA|AUXILIARY}{0,2} {THE_DENIAL}"
        " {ADVERB|TIME|SUBORDINATOR}? {AUXILIARY} {MENTION} {ADVERB}* {THE_CUE} {OBJECT}",
        words.is_inverted_denial,
    ),
    # *anyone who says “…” is wrong*, *whenever anyone says “…”*
    Construction("{THE_ANYONE} {RELATIVE}? {TO_VERB} {THE_CUE} {OBJECT}", words.is_of_anyone),
    # *X plays a policeman called “…”*
    Construction(
        "{CUE|PAST_FORM|OTHER_WORD|ING_FORM|COPULA|PREPOSITION} {NOMINAL} {THE_VERB}$",
        words.is_named,
    ),
    # *the plan, since dubbed “…”, was dropped*
    Construction(
        "{NAME|NOMINAL} {OF} {COMMA} {ADVERBIAL|PREPOSITION}* {THE_VERB} {SUBORDINATOR}?$",
        words.is_named_by_nobody,
    ),
    # *imagine X saying “…”*
    Construction(
        "{THE_VERB} {MENTION} {SAYING|SAYING_PARTICIPLE} ({ADDRESSEE} | {PRONOUN}) {QUOTED}",
        words.imagines,
    ),
    # *had X said “…”, he would have won*
    Construction(
        "{OPENING} {THE_AUXILIARY} {NAME|PRONOUN|NOMINAL} {ADVERB}* {SAYING} {ADDRESSEE} {COMMA}?$",
        words.is_inverted,
    ),
    # *as the saying goes, “…”*
    Construction(
        "{SUBORDINATOR} {THE_NOUN} {TO_VERB} {CUE|OTHER_WORD|AUXILIARY} {PRONOUN}? {COMMA|COLON}?$",
        words.is_proverb,
    ),
    # *they never get to say “…”*
    Construction("{THE_AUXILIARY} {AUXILIARY} {SAYING} {COMMA}?$", words.is_chance),
    # *she should say “…”*, *they wish that she would just say “…”*
    Construction("{THE_WISH} {ADVERB}* {SAYING} {COMMA}?$", words.is_wish),
    Construction(
        "{THE_WISH} {COMPLEMENTIZER}? {ADVERBIAL}? {MENTION} {AUXILIARY|ADVERB}+ {SAYING}"
        " {OBJECT_PRONOUN|NAME|NOMINAL}? {COMMA}?$",
        words.is_wish,
    ),
    # *she wants them to say “…”*
    Construction(
        "{THE_WISH} {NAME|NOMINAL|PRONOUN|OBJECT_PRONOUN} {PREPOSITION|AUXILIARY} {SAYING}"
        " {COMMA}?$",
        words.is_wish,
    ),
    # *you will not hear her say “…”*
    Construction(
        "{THE_AUXILIARY} {THE_VERB} {MENTION|OBJECT_PRONOUN} {SAYING} {COMMA}?$",
        words.is_never_heard,
    ),
    # *“…”, which means “…”*, *“…”, slang for “…”*: what a word means
    Construction("{RELATIVE} {ADVERB}* {THE_WORD} {PREPOSITION|SUBORDINATOR}?$", words.is_gloss),
    Construction("{COMMA} {NOMINAL}? {THE_WORD} {PREPOSITION}?$", words.is_gloss),
    # *if X says “…”, run*, *if only X had said “…”*
    Construction(
        "{OPENING} {THE_SUBORDINATOR} {ADVERB}? {NAME|PRONOUN|NOMINAL} {TO_VERB} {SAYING}"
        " {COMMA}?$",
        words.is_condition,
    ),
)
