"""The pieces shared by the patterns of constructions: longer parts of a clause, and groups."""

from __future__ import annotations

from quoteattr.detect.patterns.pattern import encode
from quoteattr.detect.patterns.row_regex import ASIDE, TO_VERB, capture, one_of

#: the rest of a clause up to the quote, without another verb that reports: not *, saying: “…”*
_NO_CUE = (
    f"(?:{one_of('^END|QUOTE|CUE|RELATIVE|COMMA')}"
    f"|{one_of('COMMA')}(?!{encode('{ADVERB}*')}{one_of('CUE_PARTICIPLE')}))*$"
)
#: chunks of a clause except finite verbs
_NO_VERB = one_of(
    "^END|QUOTE|COMMA|COLON|DASH|SUBORDINATOR|COMPLEMENTIZER|RELATIVE|CONJUNCTION|PRONOUN|COPULA"
    "|AUXILIARY|CUE|PAST_FORM"
)
#: after a word that governs a noun: a preposition, a participle, an infinitive such as *to run*
_GOVERNED = (
    f"(?:(?<={one_of('PREPOSITION|AGENT_MARKER|ING_FORM|CUE_PARTICIPLE')})"
    f"|(?<={encode('{PREPOSITION} {CUE|OTHER_WORD}')}))"
)
#: a complete clause, and a judgement of it: *the claim that the port is safe was “…”*
_JUDGED = (
    f"{one_of('^END|QUOTE|COPULA|AUXILIARY')}*+{one_of('COPULA|AUXILIARY')}"
    # its verb ends: not *she would have been “…”*
    + f"{one_of('COPULA|AUXILIARY|ADVERBIAL')}*+{one_of('^END|QUOTE')}"
    + encode("{^END|QUOTE}* {COPULA} {ADVERB|DETERMINER}* $")
)
#: the subject of a clause, or its substitute: *that there was “…”*
_CLAUSE_OPENS = encode(
    "{NAME|NOMINAL|PRONOUN} | {ADVERB|OTHER_WORD|ING_FORM|CUE_NOUN} {AUXILIARY}* {COPULA}"
)
#: a subject and its finite verb
_SUBJECT_AND_VERB = encode(
    "{CONJUNCTION|ADVERBIAL}* {MENTION} ({PREPOSITION} {NAME|NOMINAL})? {AUXILIARY|ADVERBIAL}*"
    " {COPULA|AUXILIARY|CUE|PAST_FORM|OTHER_WORD}"
)
#: the start of a sentence
_OPENING = f"(?<!{one_of('^END')})"
#: before a participle that stands for a passive: *when asked*, *Berg, asked*; a sentence begins
_BEFORE_PARTICIPLE = (
    f"(?:(?<={one_of('SUBORDINATOR')})|{_OPENING}|(?<={_OPENING}{encode('{MENTION} {COMMA}')}))"
)
#: the complement of the mention before
_OF = encode("({PREPOSITION} {NAME|NOMINAL}){0,2}")
#: the longer pieces of the patterns; those with *THE* are groups of a match
CONSTRUCTION_PIECES = {
    "ASIDE": ASIDE,
    "TO_VERB": TO_VERB,
    "NO_CUE": _NO_CUE,
    "OPENING": _OPENING,
    # a clause that gives the content, without another verb that reports
    "THAT_CLAUSE": (f"{one_of('COMPLEMENTIZER')}(?={_CLAUSE_OPENS})(?!{_JUDGED}){_NO_CUE}"),
    "JUDGED": _JUDGED,
    # chunks of one clause
    "OF_CLAUSE": f"{one_of('^END|QUOTE|SUBORDINATOR|RELATIVE|COLON|CONJUNCTION|COMMA')}*",
    "APPOSED": encode(
        "({COMMA} ({^COMMA|END|QUOTE|CUE} | {RELATIVE} {ADVERBIAL|AUXILIARY}* {CUE}){1,20}"
        " {COMMA})?"
    ),
    "OF": _OF,
    "HAVING_CALLED": encode("({CUE_PARTICIPLE} | {AUXILIARY|ADVERB|ING_FORM} {CUE})"),
    # the addressee
    "ADDRESSEE": encode("({PREPOSITION}? {OBJECT_PRONOUN|NAME|NOMINAL} | {COMPLEMENTIZER})?"),
    # time and place: *had told her on the phone: “…”*; *her* may be read as *her …*
    "SETTING": encode("({DETERMINER}? {PREPOSITION} {NAME|NOMINAL|TIME|OTHER_WORD})?"),
    # a relative clause without a verb of saying: *a man | who runs the mill | told her*
    "WHO_ACTS": encode(
        "({RELATIVE|COMPLEMENTIZER} {^SAYING|END|QUOTE|COMMA|COLON|RELATIVE|CONJUNCTION}{1,8})?"
    ),
    # a modifier of the noun before, up to the mention that a participle, a preposition or an
    # infinitive governs, which is not a subject: *suspended by*, *living near*, *hired by the
    # council to run*, *familiar with*, *with direct knowledge of*
    "REDUCED": (
        f"{encode('{ADVERB}?')}(?:{one_of('ING_FORM|CUE_PARTICIPLE')}"
        f"|{encode('({PREPOSITION} {OTHER_WORD}?)?')}{capture('verb', 'PAST_FORM|CUE|OTHER_WORD')}"
        f"{one_of('AGENT_MARKER|PREPOSITION')})"
        f"(?:{_NO_VERB}|(?<={one_of('PREPOSITION')}){one_of('CUE')})*{_GOVERNED}"
    ),
    # a relative clause without a pronoun, up to the verb after it: *the man | Y married | said*
    "CONTACT_CLAUSE": (
        encode("{NAME|NOMINAL|PRONOUN} {AUXILIARY|ADVERBIAL}* {PAST_FORM|OTHER_WORD|CUE}")
        + f"(?!{one_of('AGENT_MARKER')}){_NO_VERB}*+"
    ),
    # a phrase that opens a sentence, and no comma after it: *In a call with Y | the mayor*
    "FRONTED_PHRASE": (
        f"{one_of('PREPOSITION|SUBORDINATOR')}{_NO_VERB}*{one_of('PREPOSITION|AGENT_MARKER')}"
        + one_of("NAME|NOMINAL")
    ),
    # the rest of a clause in which nobody speaks
    "OF_ACT": f"{one_of('^END|QUOTE|SUBORDINATOR|RELATIVE|COLON|CONJUNCTION|COMMA|CUE')}*",
    # the rest of a predicate, and others of the same subject: not *, but Y left*
    "OF_SUBJECT": (
        f"(?:{one_of('^END|QUOTE|RELATIVE|COMPLEMENTIZER|CUE|SUBORDINATOR|CONJUNCTION|COMMA')}"
        f"|{one_of('CONJUNCTION|COMMA')}(?!{_SUBJECT_AND_VERB})"
        f"|{encode('{SAYING} {PREPOSITION}')})*"
    ),
    # a verb of telling in the passive, or its participle: *was told*, *Berg, asked*, *when asked*
    "ADDRESSED": (
        f"(?:{encode('{COPULA} {AUXILIARY|ADVERBIAL}*')}|{_BEFORE_PARTICIPLE})"
        + (encode("{ADVERBIAL}*") + capture("verb", "CUE|PAST_FORM|OTHER_WORD"))
    ),
    # chunks of a relative clause, up to a verb of saying that is not passive: *were advised*
    "TO_ACTIVE_CUE": (
        f"(?:{one_of('^CUE|END|QUOTE|COMMA|CONJUNCTION|RELATIVE|SUBORDINATOR|COPULA')}"
        f"|{one_of('COPULA')}{TO_VERB}(?!{one_of('CUE')})"
        # a passive within it: *who did not want to be named said*
        f"|{one_of('CUE')}?{encode('{PREPOSITION}')}{one_of('COPULA')}{TO_VERB}{one_of('CUE')})*"
    ),
    # the object of a verb, or of a request: *an apology from*
    "ASKED_OF": f"(?:{one_of('CUE_NOUN|NOMINAL')}{capture('sender', 'PREPOSITION')})?",
    # time and addressee: *on Monday*, *to the press*
    "WHEN": encode("({TIME} | {PREPOSITION} {NAME|NOMINAL|TIME|OBJECT_PRONOUN})*"),
    # what may go before a subject: *in a letter, Y …*
    "FRONTED": encode(
        "{CONJUNCTION}? ({PREPOSITION} {^COMMA|END|QUOTE|CUE|RELATIVE}{1,8} {COMMA})?"
    ),
    # the rest of a lead-in, without another verb
    "NO_CLAUSE": f"{one_of('^END|QUOTE|COLON|CUE|COPULA|AUXILIARY')}{{0,24}}",
    # a phrase or clause before a subject: *told that it was late, Y …*
    "FRONTED_CLAUSE": encode(
        "{CONJUNCTION}? ({^END|QUOTE|MENTION|COMMA|LABEL} {^END|QUOTE|COLON}{1,30} {COMMA})?"
    ),
    # what stands between two commas without a finite verb: *, the mayor of Y,*
    "NOT_FINITE": encode(
        "{^COMMA|END|QUOTE|PRONOUN|COPULA|AUXILIARY|CUE|SUBORDINATOR|CONJUNCTION|RELATIVE}{1,10}"
    ),
    # a relative clause between two commas
    "WHO_DOES": encode("{RELATIVE} {^COMMA|END|QUOTE|SUBORDINATOR|COMPLEMENTIZER}{1,20}"),
    # whose a claim is
    "CLAIMANT": encode(
        "({NAME|NOMINAL|DETERMINER} {POSSESSIVE}? {OTHER_WORD|PAST_FORM|ADVERB}{0,2})?"
    ),
    "QUOTED": encode("{COMMA|COLON}?$"),
    # *the oldest*: words before a noun
    "ADJECTIVES": encode("{OTHER_WORD|PAST_FORM|ADVERB}{0,2}"),
    # no preposition before the next chunk
    "UNGOVERNED": f"(?<!{one_of('PREPOSITION|AGENT_MARKER|POSSESSIVE|OPEN_BRACKET')})",
    # chunks of one clause except mentions
    "BARE": one_of(
        "^MENTION|OBJECT_PRONOUN|END|QUOTE|COMMA|COLON|AGENT_MARKER|OPEN_BRACKET|CLOSE_BRACKET"
    ),
    "THE_GERUND": capture("verb", "CUE_PARTICIPLE"),
    "OWNER": encode("({NAME|NOMINAL} {POSSESSIVE} {OTHER_WORD|PAST_FORM}*)?"),
    "THE_SPEAKER": capture("speaker", "NAME|PRONOUN|NOMINAL"),
    "THE_QUOTED": capture("speaker", "NAME|PRONOUN|NOMINAL|OBJECT_PRONOUN"),
    "THE_NAMED": capture("speaker", "NAME|NOMINAL"),
    "THE_NAME": capture("speaker", "NAME"),
    "THE_NOMINAL": capture("speaker", "NOMINAL"),
    "THE_PERSON": capture("speaker", "NAME|SPEAKING_NOMINAL"),
    "THE_WITNESS": capture("speaker", "NAME|PRONOUN|SPEAKING_NOMINAL"),
    "THE_OWNER": capture("speaker", "PRONOUN"),
    "THE_CUE_NOUN": capture("noun", "CUE_NOUN|SPEAKING_NOMINAL"),
    "THE_NOUN": capture("noun", "CUE_NOUN|NOMINAL"),
    "THE_VERBAL_NOUN": capture(
        "noun", "CUE_NOUN|SPEAKING_NOMINAL|CUE|CUE_PARTICIPLE|ING_FORM|OTHER_WORD"
    ),
    "THE_OFFICE": capture("noun", "NAME|NOMINAL"),
    "THE_VERB": capture("verb", "CUE|OTHER_WORD|PAST_FORM|ING_FORM|CUE_PARTICIPLE"),
    "THE_FINITE": capture("verb", "AUXILIARY|COPULA|CUE|OTHER_WORD|PAST_FORM"),
    "THE_PARTICLE": f"{capture('link', 'PREPOSITION|ADVERB')}?",
    "THE_SENDER": capture("link", "PREPOSITION|AGENT_MARKER"),
    "THE_WHO": capture("speaker", "RELATIVE"),
    "THE_RELATIVE": capture("link", "RELATIVE"),
    "THE_LINK": capture("link", "PREPOSITION|SUBORDINATOR|COMPLEMENTIZER"),
    "THE_MANNER": capture("link", "SUBORDINATOR|RELATIVE|ADVERB|COMPLEMENTIZER|OTHER_WORD|PRONOUN"),
    "THE_TO": capture("link", "AUXILIARY|PREPOSITION"),
    "THE_PREPOSITION": capture("link", "PREPOSITION"),
    "THE_AUXILIARY": capture("link", "AUXILIARY"),
    "THE_COPULA": capture("link", "COPULA|OTHER_WORD|PAST_FORM"),
    "THE_SUBORDINATOR": capture("link", "SUBORDINATOR"),
    "THE_WISH": capture("link", "AUXILIARY|OTHER_WORD|CUE"),
    "THE_WORD": capture("link", "^END|QUOTE|MENTION"),
    "THE_CUE": capture("verb", "CUE|CUE_PARTICIPLE"),
    "THE_SAYING": capture("verb", "SAYING"),
    "THE_REPORT": capture("verb", "REPORTING"),
    "THE_HEARSAY": capture("noun", "CUE_NOUN|NOMINAL|SAYING|REPORTING|OTHER_WORD"),
    "THE_SIGN": capture("sign", "ACCORDING_TO"),
    "THE_TERM": capture("noun", "CUE_NOUN|NOMINAL|SAYING|REPORTING|OTHER_WORD"),
    # the object of a verb, with only prepositional phrases beside it
    "OBJECT": f"{one_of('^END|QUOTE|CUE|CUE_PARTICIPLE|RELATIVE|COMMA|COLON|CONJUNCTION')}*+$",
    # after a verb of saying, up to the quote: *told them it was*, *called on him to*
    "REPORTED": (
        f"(?:(?!{one_of('DETERMINER')}$)"  # not *used the “…” filter*
        f"{one_of('OBJECT_PRONOUN|DETERMINER|COMPLEMENTIZER|SUBORDINATOR|MENTION')}{_NO_CUE}"
        f"|{encode('{PREPOSITION} {OBJECT_PRONOUN|DETERMINER|MENTION}')}{_NO_CUE}"
        f"|{encode('{COMMA|COLON}?$')})"
    ),
    # the same without a noun for the words of others: not *X’s claim*
    "OWN_WORDS": (
        one_of("^END|QUOTE|CUE|CUE_PARTICIPLE|RELATIVE|COMMA|COLON|CONJUNCTION|CUE_NOUN|POSSESSIVE")
        + "*+$"
    ),
    # a second verb of the same subject is one of saying: *ran in and shouted: “…”
    "AND_SAID": (
        (_OF + ASIDE + TO_VERB + one_of("CUE|PAST_FORM|OTHER_WORD"))
        + f"{one_of('^END|QUOTE|SUBORDINATOR|RELATIVE|COLON|CONJUNCTION')}*"
        + encode("{CONJUNCTION} {ADVERBIAL}* {SAYING} {OBJECT_PRONOUN}? {COMMA|COLON}$")
    ),
    # an object, with its owner: *X’s plan*
    "OBJECT_PHRASE": encode(
        "({OBJECT_PRONOUN|PRONOUN} | ({NAME|NOMINAL} {POSSESSIVE})? {DETERMINER}?"
        " {OTHER_WORD|PAST_FORM|CUE_NOUN|NAME|NOMINAL|CUE}{1,3})"
    ),
    # the same in few words: *him*, *X’s new plan*
    "SIMPLE_OBJECT": encode(
        "({OBJECT_PRONOUN|PRONOUN} | ({NAME|NOMINAL} {POSSESSIVE})? {DETERMINER}?"
        " {OTHER_WORD|PAST_FORM}{0,2} {CUE_NOUN|NAME|NOMINAL})"
    ),
    "THE_DENIAL": capture("link", "AUXILIARY|NOMINAL|OTHER_WORD"),
    "THE_ANYONE": capture("speaker", "PRONOUN"),
    "THE_NONE": capture("noun", "PRONOUN|NOMINAL|OTHER_WORD"),
    "THE_TALK": capture("noun", "CUE_NOUN|REPORTING|OTHER_WORD"),
    "THE_REACTION": capture("link", "PREPOSITION|AGENT_MARKER|PAST_FORM|OTHER_WORD"),
}
