"""Constructions with an addressee as subject: *jurors were told that …*, *the court heard*.

The speaker is the teller, if one is named, and never the addressee.
"""

from __future__ import annotations

from quoteattr.attribute.constructions import words
from quoteattr.attribute.constructions.construction import Construction, Match
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.quote_document import is_means


def is_addressed(document: Document, match: Match) -> bool:
    """Whether the verb is a past participle of telling or asking: *was told*, *asked by*."""
    language = document.language
    by_sign = "sign" in match.re.groupindex and match["sign"] is not None
    verb = document.words(match.start("sign" if by_sign else "verb"))[0]
    present = verb in language.addressing or verb in language.inquiring
    present = present or verb.endswith(language.third_person_suffixes)
    return not present and verb in language.telling


def hears(document: Document, match: Match) -> bool:
    """Whether the verb is one of listening: *the court heard that*."""
    return words.verb_is(document, match, document.language.hearing)


def is_by_means(document: Document, match: Match) -> bool:
    """Whether no person follows *by*, but a means: *told by letter*."""
    return is_means(document, match.start("speaker"))


def listens(document: Document, match: Match) -> bool:
    """Whether the subject hears or, in the style of headings, is told the words: *court told*."""
    passive = words.head_of(document, match, "verb") in document.language.bare_passives
    return passive or hears(document, match)


#: before a clause: the teller is the agent
TELLER_AS_AGENT = (
    # *Y was warned by X that | …*, *asked by X whether | …*
    Construction(
        "({ADDRESSED} {AGENT_MARKER} | {THE_SIGN}) {THE_NAMED} {OF} {APPOSED} {TIME}?"
        " {COMPLEMENTIZER|SUBORDINATOR}?$",
        is_addressed,
    ),
)
#: before a clause: no teller is named
ADDRESSEE_BEFORE = (
    # *Y was told on Monday that | …*, *asked whether | …*
    Construction("{ADDRESSED} {WHEN} {COMPLEMENTIZER|SUBORDINATOR}?$", is_addressed),
    # *Y was arrested on Monday and told | …*
    Construction(
        "{COPULA} {ADVERBIAL}* {PAST_FORM}"
        " {^END|QUOTE|RELATIVE|COMPLEMENTIZER|CUE|SUBORDINATOR|COMMA}* {CONJUNCTION} {ADVERBIAL}*"
        " {THE_CUE} {WHEN} {COMPLEMENTIZER|SUBORDINATOR}?$",
        is_addressed,
    ),
)
#: after a quote or a clause
ADDRESSEE_AFTER = (
    # *“…”, jurors were told*
    Construction(
        "{COMMA}? {NAME|NOMINAL} {OF} {COPULA} {AUXILIARY|ADVERBIAL}* {THE_VERB} {WHEN}"
        " ({END|COMMA} | $)",
        is_addressed,
    ),
    # *“…”, the court heard*, *“…”, court told*
    Construction("{COMMA}? {NAME|NOMINAL} {TO_VERB} {THE_VERB} {WHEN} ({END} | $)", listens),
)
#: before a quote
UNSAID_TO_ADDRESSEES = (
    # *Y was told that she was “…”*, *Y, asked whether it was “…”, left*
    Construction(
        "{OPENING} {^CUE|CUE_PARTICIPLE|ACCORDING_TO|END|QUOTE}* {ADDRESSED} {WHEN}"
        " ({COMPLEMENTIZER|SUBORDINATOR} | {PRONOUN|ADVERB} {COPULA}) {OBJECT}",
        is_addressed,
    ),
    # *Y was told by letter: “…”*
    Construction(
        "({COPULA} {AUXILIARY|ADVERBIAL}* {CUE} {AGENT_MARKER} | {ACCORDING_TO}) {THE_SPEAKER}"
        " ({QUOTED} | {COMPLEMENTIZER|AUXILIARY|PREPOSITION} {NO_CUE})",
        is_by_means,
    ),
    # *the court heard that Y was “…”*
    Construction(
        "{OPENING} {^CUE|CUE_PARTICIPLE|ACCORDING_TO|END|QUOTE}* {NAME|PRONOUN|NOMINAL} {TO_VERB}"
        " {THE_VERB} {COMPLEMENTIZER|SUBORDINATOR} {OBJECT}",
        hears,
    ),
)
