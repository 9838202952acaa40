"""Passives, and verbs of quoting: *X was quoted by Y as saying “…”*.

The subject of the passive speaks, or its agent; the speaker is the object of a verb of quoting.
"""

from __future__ import annotations

from quoteattr.attribute.constructions import words
from quoteattr.attribute.constructions.construction import Construction, Match
from quoteattr.attribute.documents.document import Document
from quoteattr.detect.alphabet import NAME


def is_raised(document: Document, match: Match) -> bool:
    """The passive describes what its subject says: *was heard to say*, not *was asked to say*."""
    raised = words.verb_is(document, match, document.language.raising)
    return raised and words.is_infinitive(document, match)


def quotes(document: Document, match: Match) -> bool:
    """The object of the verb is the speaker: *quoted Y*."""
    return words.verb_is(document, match, document.language.quoting)


def quotes_person(document: Document, match: Match) -> bool:
    """The object of the verb is the speaker; for a verb of citing, a noun for people."""
    language = document.language
    cites = words.verb_is(document, match, language.citing)
    person = words.head_of(document, match, "speaker") in language.person_nouns
    return quotes(document, match) or (cites and person)


def cites_words(document: Document, match: Match) -> bool:
    """The object of a verb of citing is the speaker, with its verb: *cited Y as saying*."""
    cites = words.verb_is(document, match, document.language.citing)
    return cites and words.head_of(document, match, "link") in document.language.capacity


def is_complement(document: Document, match: Match) -> bool:
    """The words after the agent were said: *accused by Y of “…”*, *hailed by Y as “…”*.

    *Of* before a name belongs to the agent: *shown by Speaker of the House Y*.
    """
    head, language = words.head_of(document, match, "link"), document.language
    if head in language.genitive:
        return not document.tags.startswith(NAME, match.end("link"))
    return head in language.capacity or head in language.complementizers


def is_passed_on(document: Document, match: Match) -> bool:
    """The verb passes on the words of its subject: *was reported by Y to have said*."""
    return words.verb_is(document, match, document.language.raising) or quotes(document, match)


def is_described(document: Document, match: Match) -> bool:
    """The phrase names the author of a description: *described by Y as*."""
    described = document.words(match.start("link"))[0] in document.language.capacity
    verb = document.words(match.start("sign"))[0]
    return described and verb in document.language.all_forms(document.language.calling)


def is_told(document: Document, match: Match) -> bool:
    """The phrase is a passive of telling: *was told by Y*."""
    telling = document.words(match.start("sign"))[0]
    return telling in document.language.all_forms(document.language.addressing)


#: a verb of saying in the passive: its subject, or its agent
PASSIVES = (
    # *X was quoted by Y as saying … “…”*
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
        is_passed_on,
    ),
    # *X is reported to have said that … “…”*, *X was heard to say: “…”*
    Construction(
        "{THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {COPULA} {ADVERBIAL}* {THE_VERB} {THE_TO}"
        " {AUXILIARY}* ({SAYING} {NO_CUE}"
        " | {REPORTING} {OBJECT_PRONOUN|NAME|NOMINAL} {SUBORDINATOR}?$)",
        is_raised,
    ),
    # *X could be heard telling Y it was “…”*
    Construction(
        "{THE_SPEAKER} {OF} {TO_VERB} {COPULA} {AUXILIARY|ADVERBIAL}* {THE_VERB} {CUE_PARTICIPLE}"
        " {ADDRESSEE} {COMPLEMENTIZER}? {NO_CUE}",
        is_passed_on,
    ),
    # *X says she was told by Y that … “…”*, *told by Y it was “…”*, *told by Y to “…”*
    Construction(
        "{COPULA} {AUXILIARY|ADVERBIAL}* {THE_SIGN} {OWNER} {THE_NAMED} {APPOSED}"
        " ({THAT_CLAUSE} | {PRONOUN} {COPULA} {NO_CUE} | {QUOTED}"
        " | {AUXILIARY|PREPOSITION} {OTHER_WORD|REPORTING}?$)",
        is_told,
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
        is_complement,
    ),
    Construction(
        "{THE_VERB} {AGENT_MARKER} {THE_NAMED} {APPOSED} {QUOTED}", words.verb_in("addressing")
    ),
    # *X, described by Y as “…”*
    Construction("{THE_SIGN} {THE_NAMED} {APPOSED} {THE_LINK} {DETERMINER}? $", is_described),
    # *X was turned down by Y as “…”*
    Construction(
        "{COPULA} {ADVERBIAL}* {PAST_FORM|OTHER_WORD} {ADVERB|PREPOSITION}? {AGENT_MARKER} {OWNER}"
        " {THE_NAMED} {APPOSED} {THE_LINK} {DETERMINER}?$",
        words.head_in("link", "capacity"),
    ),
    # *X was advised by Y to “…”*
    Construction(
        "{COPULA} {AUXILIARY|ADVERBIAL}* {SAYING} {AGENT_MARKER} {OWNER} {THE_NAMED} {APPOSED}"
        " {THE_TO} {OTHER_WORD|REPORTING}?$",
        words.is_infinitive,
    ),
)
#: the object of a verb of quoting is the speaker
QUOTED_SPEAKERS = (
    # *Quoting X, Y said it was “…”*
    Construction(
        "{OPENING} {THE_VERB} {THE_NAMED} {OF} {COMMA} {NAME|PRONOUN|NOMINAL} {OF} {TO_VERB} {CUE}"
        " {NO_CUE}",
        quotes_person,
    ),
    # *Y, citing an official, said it was “…”*
    Construction(
        "{NAME|NOMINAL} {COMMA} {THE_VERB} {THE_NAMED} {OF} {COMMA} {TO_VERB} {CUE} {NO_CUE}",
        quotes_person,
    ),
    # *the daily quoted X, the mayor: “…”*, *the daily quoted X saying … “…”*
    Construction(
        "{THE_VERB} {THE_NAMED} ({COMMA} {^COMMA|END|QUOTE|CUE}{1,20} {COMMA}?)? {COLON}$",
        quotes,
    ),
    Construction(
        "{THE_VERB} {OWNER} {THE_QUOTED} {APPOSED} {SUBORDINATOR}? {HAVING_CALLED} {NO_CUE}", quotes
    ),
    # *the daily cited X, the mayor, as saying … “…”*
    Construction(
        "{THE_VERB} {OWNER} {THE_QUOTED} {APPOSED} {THE_LINK} {HAVING_CALLED} {NO_CUE}",
        cites_words,
    ),
    # *X was quoted in the daily as calling it “…”*, *X was quoted by the daily as having said “…”*
    Construction(
        "{THE_SPEAKER} {OF} {APPOSED} {TO_VERB} {COPULA} {ADVERBIAL}* {THE_VERB}"
        " ({PREPOSITION|AGENT_MARKER} {TIME}? {NAME|NOMINAL})? {SUBORDINATOR} {HAVING_CALLED}"
        " {NO_CUE}",
        quotes,
    ),
    Construction(
        "{THE_SPEAKER} {OF} {APPOSED} {TO_VERB} {COPULA} {ADVERBIAL}* {ACCORDING_TO} {NAME|NOMINAL}"
        " {SUBORDINATOR} {HAVING_CALLED} {NO_CUE}"
    ),
    # *X, whom the daily quoted as saying: “…”*
    Construction(
        "{THE_SPEAKER} {OF} {COMMA} {RELATIVE} {NAME|NOMINAL|PRONOUN} {TO_VERB} {THE_VERB}"
        " {SUBORDINATOR} {HAVING_CALLED} {NO_CUE}",
        quotes,
    ),
)
