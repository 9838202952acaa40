"""Subjects that are separated from their verb of saying: *the man charged with robbery said “…”*.

Other mentions are between the two. Relative clauses and clefts have a subject of their own.
"""

from __future__ import annotations

from quoteattr.attribute.constructions import words
from quoteattr.attribute.constructions.construction import Construction, Match
from quoteattr.attribute.documents.document import Document
from quoteattr.detect.alphabet import (
    ADVERBIAL,
    AUXILIARY,
    CONJUNCTION,
    COPULA,
    CUE,
    NAME,
    NOMINAL,
    PAST_FORM,
    PREPOSITION,
    SAYING,
)
from quoteattr.detect.patterns.pattern import encode
from quoteattr.language.patterns import lazy_regex

_AUXILIARIES = AUXILIARY + COPULA + ADVERBIAL
#: right after a quote: somebody reports it
_SPEECH_TAG = lazy_regex(
    encode(
        "{COMMA}? ({SAYING} {ADVERBIAL}* {NAME|PRONOUN|NOMINAL}"
        " | {NAME|PRONOUN|NOMINAL} {AUXILIARY|ADVERBIAL}* {SAYING})"
    )
)


def is_of_served(document: Document, match: Match) -> bool:
    """The noun is one for an assistant, and the preposition for whose it is: *an aide to*."""
    served = words.head_of(document, match, "link") in document.language.infinitive
    return served and words.head_of(document, match, "speaker") in document.language.assisting


def is_modified(document: Document, match: Match) -> bool:
    """No verb in the present follows the subject: *hired by*, *next to*, but *waits for*."""
    suffixes = document.language.third_person_suffixes
    return not words.head_of(document, match, "verb").endswith(suffixes)


def is_modified_speaker(document: Document, match: Match) -> bool:
    """The same; and the subject is not a message or statement, which belongs to its sender."""
    return not words.names_statement(document, match, "speaker") and is_modified(document, match)


def is_no_document(document: Document, match: Match) -> bool:
    """The speaker is no document, whose words are its author's."""
    speaker, language = words.head_of(document, match, "speaker"), document.language
    return speaker not in language.document_nouns and speaker not in language.messages


def calls_what(document: Document, match: Match) -> bool:
    """Somebody names something, *what Y called a*, but not as all do: *what dealers call*."""
    language, i = document.language, match.start("speaker")
    what = words.head_of(document, match, "link") in language.manner
    definite = document.chunks.heads[match.end() - 1] in language.definite
    one_word = document.tags[i] in NOMINAL and len(document.words(i)) == 1
    once = words.head_of(document, match, "verb").endswith(language.past_suffixes)
    return what and once and not (definite or one_word) and words.calls(document, match)


def is_past(document: Document, match: Match) -> bool:
    """The verb is finite, as its past form shows: *looked*, *fell*."""
    past = document.tags[match.start("verb")] == PAST_FORM
    return past or words.head_of(document, match, "verb") in document.language.past_forms


def has_finite_verb(document: Document, match: Match) -> bool:
    """The verb is in the past, an auxiliary or one of saying: *left*, *was*, *would*, *urges*."""
    finite = document.tags[match.start("verb")] in COPULA + AUXILIARY + CUE
    return finite or is_past(document, match)


def shares_verb(document: Document, match: Match) -> bool:
    """The first verb is finite and has no clause, and nobody reports the words after them.

    The verb is not part of the second: *has not yet said*.
    """
    i, tags = match.start("verb"), document.tags
    has_clause = tags[i] == SAYING and tags[i + 1] not in PREPOSITION + CONJUNCTION
    auxiliaries = tags[i : match.end()].lstrip(_AUXILIARIES)
    one_verb = tags[i] in _AUXILIARIES and auxiliaries.startswith(CONJUNCTION)
    own = not has_clause and not one_verb
    return own and has_finite_verb(document, match) and not _is_tagged(document, match)


def is_past_report(document: Document, match: Match) -> bool:
    """The verb of saying is finite, *asked by Y to stay, and said*, not *asked to come and say*."""
    verb, language = words.head_of(document, match, "verb"), document.language
    infinitive = verb in language.saying or verb in language.reporting
    return not infinitive and not _is_tagged(document, match)


def _is_tagged(document: Document, match: Match) -> bool:
    """Whether somebody reports the quote after it: *“…,” Y said*."""
    return _SPEECH_TAG.match(document.tags, match.end() + 1) is not None


def contacts(document: Document, match: Match) -> bool:
    """Somebody turns to another, or writes to him, to say the words: *rang Y to say*."""
    language, particle = document.language, words.head_of(document, match, "link")
    if particle:
        writes = words.verb_is(document, match, language.delivering)
        return writes and particle in language.directions
    return words.verb_is(document, match, language.turning)


def office_and_person(document: Document, match: Match) -> bool:
    """An office begins the sequence of names, and the last one is not a body’s."""
    language = document.language
    office = words.head_of(document, match, "noun") in language.person_nouns
    return office and words.head_of(document, match, "speaker") not in language.organisation_words


def is_persons_office(document: Document, match: Match) -> bool:
    """The noun before a name is one for a person: *its founder, Y,*, not *the shop, X,*."""
    noun = words.head_of(document, match, "noun")
    return not noun or noun in document.language.person_nouns


def are_of_person(document: Document, match: Match) -> bool:
    """Several speak, and what is in apposition is the person whose they are, one of a kind."""
    several = document.language.looks_plural(words.head_of(document, match, "speaker"))
    whose = document.tags[match.start("noun")] == NAME or is_persons_office(document, match)
    return several and whose


def is_bare_office(document: Document, match: Match) -> bool:
    """The noun is an office without an article, in apposition: *X, chief executive*."""
    language, i = document.language, match.start("noun")
    office = words.head_of(document, match, "noun") in language.person_nouns
    first = document.words(i)[0]
    return office and first not in language.determiners and first not in language.possessives


#: somebody who belongs to the subject: *X, whose wife said he was “…”*
OWNED_SUBJECTS = (
    Construction(
        "{THE_RELATIVE} {ADJECTIVES} {THE_NOMINAL} {OF} {APPOSED} {TO_VERB} {CUE} {ADDRESSEE}"
        " {NO_CUE}",
        words.head_in("link", "owning_relatives"),
    ),
)
#: a subject with modifiers that contain other mentions, before a quote, and right after one
MODIFIED_SUBJECTS = (
    # *the man charged with robbing a bank said it was “…”*
    Construction(
        "({OPENING} {CONJUNCTION}? | {DASH|COMMA|SUBORDINATOR|COMPLEMENTIZER}) {THE_WITNESS} {OF}"
        " {REDUCED} {OWNER} {NAME|NOMINAL} {OF} {TO_VERB} {CUE} {ADDRESSEE} {NO_CUE}",
        is_modified_speaker,
    ),
    # *the man Y married said it was “…”*
    Construction(
        "({OPENING} {CONJUNCTION}? | {DASH|COMMA|SUBORDINATOR|COMPLEMENTIZER}) {THE_WITNESS} {OF}"
        " {CONTACT_CLAUSE} {CUE} {ADDRESSEE} {NO_CUE}",
    ),
    # *X — who worked for its founder, Y — said it was “…”*
    Construction(
        "({OPENING} {CONJUNCTION}? | {SUBORDINATOR|COMPLEMENTIZER}) {THE_WITNESS} {OF} {DASH}"
        " {^DASH|END|QUOTE}{2,30} {DASH} {TO_VERB} {CUE} {ADDRESSEE} {NO_CUE}",
    ),
    # *X, who worked with its founder, Y, in May, said it was “…”*, *X, an aide, who left, said*
    Construction(
        "({OPENING} {CONJUNCTION}? | {SUBORDINATOR|COMPLEMENTIZER})"
        " ({OWNER} {NOMINAL} {OF} {COMMA})? {THE_WITNESS} {OF} ({COMMA} {WHO_DOES}"
        " ({COMMA} {NOT_FINITE})+ | ({COMMA} {NOT_FINITE})+ {COMMA} {WHO_DOES})"
        " {COMMA} {TO_VERB} {CUE} {ADDRESSEE} {NO_CUE}",
    ),
    # *In a call with Y the mayor said it was “…”*
    Construction(
        "{OPENING} {CONJUNCTION}? {FRONTED_PHRASE} {THE_WITNESS} {OF} {TO_VERB} {CUE} {ADDRESSEE}"
        " {NO_CUE}",
    ),
    # *Y looked at the dam and the mayor said it was “…”*
    Construction(
        "{OPENING} {CONJUNCTION}? {NAME|PRONOUN} {AUXILIARY|ADVERBIAL}* {THE_VERB} {OF_ACT}"
        " {COMMA}? {CONJUNCTION} {THE_WITNESS} {OF} {APPOSED} {TO_VERB} {CUE} {ADDRESSEE} {NO_CUE}",
        is_past,
    ),
    # *Vantro, Inc. (NASDAQ: VTR), today said it was “…”*
    Construction(
        "({OPENING} {CONJUNCTION}? | {DASH|COMMA|SUBORDINATOR|COMPLEMENTIZER}) {THE_NAME}"
        " {OPEN_BRACKET} {^CLOSE_BRACKET|END|QUOTE}{1,12} {CLOSE_BRACKET}"
        " {COMMA}? {TO_VERB} {CUE} {ADDRESSEE} {NO_CUE}",
    ),
    # *Y’s wife X, 58, said it was “…”*
    Construction(
        "({OPENING} {CONJUNCTION}? | {DASH|COMMA|SUBORDINATOR|COMPLEMENTIZER}) {NAME|NOMINAL}"
        " {POSSESSIVE} {OTHER_WORD|PAST_FORM|ADVERB}* {THE_NAME} {OF} {APPOSED} {TO_VERB} {CUE}"
        " {ADDRESSEE} {NO_CUE}",
    ),
)
#: a subject with a relative clause
RELATIVE_SUBJECTS = (
    # *People who met Y said she was “…”*
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {RELATIVE} {COPULA|AUXILIARY|ADVERBIAL}*"
        " ({CUE|CUE_PARTICIPLE|OTHER_WORD|PAST_FORM|ING_FORM} | {NOMINAL} {NAME|NOMINAL})"
        " {TO_ACTIVE_CUE} {CUE} {ADDRESSEE} {NO_CUE}"
    ),
    # *People who met its founder, Y, in May said she was “…”*
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {RELATIVE} {COPULA|AUXILIARY|ADVERBIAL}*"
        " {CUE|OTHER_WORD|PAST_FORM|ING_FORM} {TO_ACTIVE_CUE} ({THE_OFFICE} {COMMA} {NAME} {OF}"
        " | {NAME} {COMMA} {ADVERB}? {NOMINAL|NUMBER|PAST_FORM|OTHER_WORD|POSSESSIVE}{1,4})"
        " {COMMA} {TO_ACTIVE_CUE} {CUE} {ADDRESSEE} {NO_CUE}",
        is_persons_office,
    ),
    # *people whose dog was shot by Y said it was “…”*
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {RELATIVE} {OTHER_WORD|NOMINAL}"
        " ({COPULA|AUXILIARY|ADVERBIAL}* {OTHER_WORD|PAST_FORM}"
        " | {COPULA} {ADVERBIAL}* {CUE} {AGENT_MARKER}) {TO_ACTIVE_CUE} {CUE} {ADDRESSEE} {NO_CUE}"
    ),
)
#: a clause whose verb shares the subject of another: *X left and ordered her to stay*, *X was not
#: at the meeting but has said it was late*
SHARED_SUBJECTS = (
    Construction(
        "{OPENING} {FRONTED_CLAUSE} {OWNER} {THE_WITNESS} {OF} {ASIDE} {ADVERBIAL}* {THE_FINITE}"
        " {OF_SUBJECT} {COMMA}? {CONJUNCTION} {TO_VERB} {CUE} {REPORTED}",
        shares_verb,
    ),
    # *X was asked by Y if it would rain, and said it was “…”*
    Construction(
        "{OPENING} {FRONTED} {OWNER} {THE_WITNESS} {OF} {ASIDE} {TO_VERB} {COPULA}"
        " {AUXILIARY|ADVERBIAL}* ({ACCORDING_TO} | {CUE|PAST_FORM|OTHER_WORD} {AGENT_MARKER})"
        " {OWNER} {NAME|NOMINAL} {^END|QUOTE|RELATIVE|COLON}*"
        " {COMMA}? {CONJUNCTION} {ADVERBIAL}* {THE_CUE} {REPORTED}",
        is_past_report,
    ),
)
MODIFIED_SUBJECTS_AFTER = (
    Construction(
        "{COMMA}? {THE_WITNESS} {OF} {REDUCED} {OWNER} {NAME|NOMINAL} {OF} {TO_VERB} {SAYING}",
        is_modified,
    ),
    Construction("{COMMA}? {THE_WITNESS} {OF} {CONTACT_CLAUSE} {SAYING}"),
)
#: the subject of the verb of saying begins the sentence, with other mentions in between
DISTANT_SUBJECTS = (
    *OWNED_SUBJECTS,
    *MODIFIED_SUBJECTS,
    # *an aide to X said it was “…”*
    Construction(
        "({OPENING} | {COMMA|SUBORDINATOR|CONJUNCTION|COMPLEMENTIZER}) {THE_NOMINAL}"
        " {THE_PREPOSITION} {NAME|NOMINAL} {OF} {ASIDE} {TO_VERB} {CUE} {ADDRESSEE} {NO_CUE}",
        is_of_served,
    ),
    *RELATIVE_SUBJECTS,
    *SHARED_SUBJECTS,
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
    # *Friends of the doctor, Y, said it was “…”*
    Construction(
        "({OPENING} {CONJUNCTION}? | {DASH|COMMA|SUBORDINATOR|COMPLEMENTIZER}) {THE_NOMINAL}"
        " {PREPOSITION} {THE_OFFICE} {COMMA} ({NAME} | {NOMINAL}) {OF} {COMMA} {TO_VERB} {CUE}"
        " {ADDRESSEE} {NO_CUE}",
        are_of_person,
    ),
    # *X rang Y to say it was “…”*, *X wrote to Y complaining that it was “…”*
    Construction(
        "{OPENING} {FRONTED} {OWNER} {THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {THE_VERB}"
        " {THE_PARTICLE} {OBJECT_PRONOUN|NAME|NOMINAL} {OF} {APPOSED}"
        " ({PREPOSITION|AUXILIARY} {CUE} | {CUE_PARTICIPLE}) {ADDRESSEE} {NO_CUE}",
        contacts,
    ),
    # *X agreed with Y that it was “…”*
    Construction(
        "{OPENING} {FRONTED} {OWNER} {THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {CUE} {THE_PREPOSITION}"
        " {OBJECT_PRONOUN|NAME|NOMINAL} {OF} {APPOSED} {COMPLEMENTIZER} {NO_CUE}",
        words.head_in("link", "absolute"),
    ),
    # *X called the plan “…”, and Y …*
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_NAME} {OF} {ASIDE} {TO_VERB} {THE_REPORT} {SIMPLE_OBJECT}"
        " {SUBORDINATOR}?$",
        words.calls,
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
    # *Y asked for a vote, but X refused, saying: “…”*: the participle has the nearest subject
    Construction(
        "{OPENING} {^END|QUOTE|SAYING|COMPLEMENTIZER}+ {CONJUNCTION} {THE_PERSON} {OF} {APPOSED}"
        " {TO_VERB} {CUE|PAST_FORM|OTHER_WORD}"
        " {OF_ACT} {COMMA} {ADVERB}* {SAYING_PARTICIPLE} {ADDRESSEE} {QUOTED}",
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
        is_bare_office,
    ),
    # *The commissioner of police, Brack State, X, said: “…”*, *The director, Food and Drugs, X, …*
    Construction(
        "{OPENING} {THE_OFFICE} ({PREPOSITION} {NAME|NOMINAL})?"
        " ({COMMA} ({NAME} {CONJUNCTION})? {NAME}){1,3} {COMMA} {THE_NAME} {COMMA} {TO_VERB} {CUE}"
        " {ADDRESSEE} {NO_CUE}",
        office_and_person,
    ),
)
#: who belongs to somebody: *Y’s lawyer said it was “…”*, not *Y’s letter*
BELONGING_SUBJECTS = (
    Construction(
        "({OPENING} {CONJUNCTION}? | {DASH|COMMA|SUBORDINATOR|COMPLEMENTIZER}) {NAME|NOMINAL}"
        " {POSSESSIVE} {ADJECTIVES} {THE_PERSON} {OF} {TO_VERB} {CUE} {ADDRESSEE}"
        " ({WHEN} {COMMA} {ADVERB}* {CUE_PARTICIPLE} {ADDRESSEE})? {NO_CUE}",
        is_no_document,
    ),
)
#: the fronted mention is the speaker: *it was Y who called X’s plan “…”*
CLEFTS = (
    Construction(
        "{OPENING} ({ACCORDING_TO} {NAME|NOMINAL} {OF} {COMMA})? {CONJUNCTION}? {PRONOUN} {COPULA}"
        " {ADVERB}* {THE_NAMED} {OF} {APPOSED} {COMPLEMENTIZER|RELATIVE} {TO_VERB} {THE_CUE}"
        " {OBJECT_PHRASE} {SUBORDINATOR}?$",
        words.calls,
    ),
)
#: a relative clause contains the verb of saying
RELATIVE_CLAUSES = (
    # *a man who calls them “…”*
    Construction(
        "{THE_NOMINAL} {RELATIVE} {TO_VERB} {THE_CUE} {OBJECT_PRONOUN|NAME|NOMINAL}$", words.calls
    ),
    # *X, who calls them “…”*, *the firm, which called it “…”*
    Construction(
        "{COMMA} {THE_WHO} {TO_VERB} {THE_CUE} {OBJECT_PRONOUN|PRONOUN|NAME|NOMINAL}"
        " {SUBORDINATOR}?$",
        words.calls,
    ),
    # *what Y called “…”*
    Construction(
        "{THE_MANNER} {THE_SPEAKER} {OF} {TO_VERB} {THE_CUE} {SUBORDINATOR}? {DETERMINER}?$",
        calls_what,
    ),
    # *X, whom Y called “…”*
    Construction(
        "{THE_RELATIVE} {THE_SPEAKER} {TO_VERB} {CUE} {OBJECT_PRONOUN|DETERMINER}?$",
        words.head_in("link", "object_relatives"),
    ),
    # *X got a letter in which Y said it was “…”*
    Construction(
        "{PREPOSITION} {RELATIVE} {THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {CUE}"
        " ({ADVERB}+ $ | {REPORTED})"
    ),
    # *X praised the nurses, one of whom said … “…”*
    Construction("{THE_OWNER} {PREPOSITION} {RELATIVE} {TO_VERB} {CUE} {NO_CUE}"),
)
