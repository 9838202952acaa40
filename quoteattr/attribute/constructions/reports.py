"""Reports within reports: *X said Y had told her: “…”*.

The inner verb of saying, right before the quote, belongs to the inner subject.
"""

from __future__ import annotations

from quoteattr.attribute.constructions import words
from quoteattr.attribute.constructions.construction import Construction, Match
from quoteattr.attribute.documents.document import Document
from quoteattr.detect.alphabet import OBJECT_PRONOUN, OTHER_NOMINAL


def learns(document: Document, match: Match) -> bool:
    """Somebody learns what another person says: *learned from Y that*."""
    learned = words.verb_is(document, match, document.language.learning)
    return learned and words.head_of(document, match, "link") in document.language.sending


def is_absolute(document: Document, match: Match) -> bool:
    """The preposition introduces a clause with its own subject: *with Y saying*."""
    return words.head_of(document, match, "link") in document.language.absolute


def is_calling_absolute(document: Document, match: Match) -> bool:
    """The same with a verb of calling something so: *with Y calling him*, not *Y playing him*."""
    return is_absolute(document, match) and words.calls(document, match)


def turns_to(document: Document, match: Match) -> bool:
    """The inner subject turns to somebody, or moves: *rang her and said*, *shrugged and said*."""
    bodily = words.head_of(document, match, "verb") in document.language.bodily
    return bodily or words.verb_is(document, match, document.language.turning)


def narrates(document: Document, match: Match) -> bool:
    """A witness describes what another person does: *recalls that*, *how*, *said he … told her*."""
    language, end = document.language, match.end()
    manner = words.head_of(document, match, "link") in language.manner
    says_to = document.chunks.heads[end - 3] in language.all_forms(language.addressing)
    to_witness = says_to and document.tags[end - 2] == OBJECT_PRONOUN
    return manner or to_witness or words.verb_is(document, match, language.narrating)


def prompts(document: Document, match: Match) -> bool:
    """Somebody is made to say something: *prompting her to ask*."""
    prompted = words.verb_is(document, match, document.language.prompting)
    return prompted and words.is_infinitive(document, match)


def swears(document: Document, match: Match) -> bool:
    """Who can speak does: *the mayor swore*, not *the decline continued*, *the firm had shown*."""
    shows = words.verb_is(document, match, document.language.showing)
    return document.tags[match.start("speaker")] != OTHER_NOMINAL and not shows


#: a report within a report: the inner verb of saying belongs to the inner subject
REPORTS_IN_REPORTS = (
    # *X said Y had told her: “…”*: the verb right before the quote belongs to Y
    Construction(
        "{MENTION} {ASIDE} {TO_VERB} {CUE|OTHER_WORD}"
        " ({OBJECT_PRONOUN|NAME|NOMINAL} {COMPLEMENTIZER} | {OBJECT_PRONOUN|NAME|NOMINAL}"
        " | {COMPLEMENTIZER})? {THE_WITNESS} ({PREPOSITION} {NAME|NOMINAL})? {WHO_ACTS}"
        " {ASIDE} {TO_VERB} {SUBORDINATOR}? {SAYING} {ADDRESSEE} {WHO_ACTS} {SETTING}"
        " {COMMA|COLON}$",
    ),
    # *X said Y told her that it was “…”*
    Construction(
        "{MENTION} {ASIDE} {TO_VERB} {CUE} {COMPLEMENTIZER}? {THE_WITNESS} {OF} {TO_VERB} {THE_CUE}"
        " {OBJECT_PRONOUN|NAME|NOMINAL} {COMPLEMENTIZER|PRONOUN|NAME|NOMINAL} {NO_CUE}",
        words.verb_in("addressing"),
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
        "{OPENING} {ACCORDING_TO} {NAME|NOMINAL} {OF} {ASIDE} {COMMA}? {THE_SPEAKER} {AND_SAID}",
    ),
    # *X testified that Y ran in and shouted: “…”*, *X said Y ran in and told her: “…”*
    Construction(
        "{MENTION} {ASIDE} {TO_VERB} {THE_CUE} ({PREPOSITION}? {OBJECT_PRONOUN|NAME|NOMINAL})?"
        " {THE_MANNER}? {THE_WITNESS} {AND_SAID}",
        narrates,
    ),
    # *X said Y rang her and said: “…”*, *X said Y smiled and told her: “…”*; but in *X said Y was
    # late and added: “…”* X speaks
    Construction(
        "{MENTION} {ASIDE} {TO_VERB} {CUE} {OBJECT_PRONOUN|NAME|NOMINAL}? {COMPLEMENTIZER}?"
        " {THE_WITNESS} {OF} {ASIDE} {TO_VERB} {THE_VERB} {OF_CLAUSE} {CONJUNCTION} {ADVERBIAL}*"
        " {SAYING} {OBJECT_PRONOUN}? {COMMA|COLON}$",
        turns_to,
    ),
    # *X left, prompting Y to ask: “…”*
    Construction(
        "{THE_VERB} {THE_NAMED} {OF} {THE_TO} {CUE} {ADDRESSEE} {NO_CUE}",
        prompts,
    ),
    # *X remembers her coach, Y, saying: “…”*; but in *X emailed Y, saying: “…”* X speaks
    Construction(
        "{MENTION} {ASIDE} {TO_VERB} {THE_VERB} {THE_SPEAKER} {OF} {APPOSED}"
        " {ADVERBIAL}* {SAYING_PARTICIPLE} ({ADDRESSEE} {QUOTED}"
        " | {OBJECT_PRONOUN|NAME|NOMINAL} {COMPLEMENTIZER} {NO_CUE})",
        words.perceives,
    ),
    # *X said Y had urged them to “…”*
    Construction(
        "{MENTION} {ASIDE} {TO_VERB} {CUE} {COMPLEMENTIZER}? {THE_SPEAKER} {ASIDE} {TO_VERB} {CUE}"
        " {DETERMINER|OBJECT_PRONOUN|NAME|NOMINAL} {THE_TO} {OTHER_WORD|REPORTING}?$",
        words.is_infinitive,
    ),
    # *X said that Y swore “…”*, *X told the police that Y swore “…”*
    Construction(
        "{MENTION} {ASIDE} {TO_VERB} {CUE} ({PREPOSITION}? {OBJECT_PRONOUN|NAME|NOMINAL})?"
        " {COMPLEMENTIZER} {THE_NAMED} {ASIDE} {TO_VERB} {THE_SAYING}$",
        swears,
    ),
    # *X ruled that Y had shown “…”*
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {CUE} {COMPLEMENTIZER}?"
        " {NAME|NOMINAL|PRONOUN} {OF} {TO_VERB} {THE_SAYING} {DETERMINER}?$",
        words.verb_in("showing"),
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
        is_absolute,
    ),
    # *X left, with Y calling him “…”*
    Construction(
        "{COMMA} {THE_PREPOSITION} {THE_SPEAKER} {OF} {THE_GERUND} {NO_CUE}",
        is_calling_absolute,
    ),
    # *X learned from Y that … “…”*
    Construction("{THE_VERB} {THE_SENDER} {THE_NAMED} {APPOSED} {THAT_CLAUSE}", learns),
)
