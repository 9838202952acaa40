"""Messages and statements: *X issued a statement saying “…”*, *a letter from X said “…”*.

The words are those of the sender or issuer.
"""

from __future__ import annotations

from quoteattr.attribute.constructions import words
from quoteattr.attribute.constructions.construction import Construction, Match
from quoteattr.attribute.documents.document import Document
from quoteattr.detect.alphabet import NAME, PARAGRAPH_EDGES, SENTENCE_END


def is_office_below(document: Document, match: Match) -> bool:
    """The next line has a name and an office: *“…” / X, captain*, *X, MAYOR*."""
    chunks, language, i = document.chunks, document.language, match.start()
    role = words.head_of(document, match, "noun") in language.roles
    is_office = role or document.tags[match.start("noun")] != NAME
    return is_office and document.text.count("\n", chunks.starts[i], chunks.ends[i]) == 1


def is_message(document: Document, match: Match) -> bool:
    """The noun is one for messages, and its link to a name shows the sender."""
    sent = words.head_of(document, match, "link") in document.language.sending
    return sent and words.head_of(document, match, "noun") in document.language.messages


def delivers(document: Document, match: Match) -> bool:
    """Somebody sends or gives a message or statement: *sent him a text*, *issued a statement*."""
    delivered = words.verb_is(document, match, document.language.delivering)
    return delivered and words.names_statement(document, match, "noun")


def is_statement(document: Document, match: Match) -> bool:
    """The noun is one for a message or statement, and its link to a name shows its author."""
    language, link = document.language, words.head_of(document, match, "link")
    linked = link in language.sending or link in language.genitive
    return linked and words.names_statement(document, match, "noun")


def is_of_document(document: Document, match: Match) -> bool:
    """A message or statement is by its author: *a statement from X said*, *an apology by X*."""
    sent = words.head_of(document, match, "link") in document.language.sending
    return sent and words.names_statement(document, match, "noun")


def noun_or_message(document: Document, match: Match) -> bool:
    """A message, or a noun that reports, is by its author: *a note from X*, *a plea by X*."""
    return is_of_document(document, match) or words.noun_of_sender(document, match)


def is_document_in_place(document: Document, match: Match) -> bool:
    """A message or statement is somewhere: *a notice on the door*, not *a note from Y*."""
    language, link = document.language, words.head_of(document, match, "link")
    placed = link in language.setting or link in language.place_prepositions
    return placed and words.names_statement(document, match, "speaker")


def follows_report(document: Document, match: Match) -> bool:
    """The quote is a paragraph, and the verb has a subject: *said X*, not *, told the daily*."""
    tags, after = document.tags, match.end() + 1
    alone = tags[after + tags.startswith(SENTENCE_END, after) :][:1] in PARAGRAPH_EDGES
    return alone and not words.verb_is(document, match, document.language.addressing)


#: a message or statement contains the words: they are those of its sender or issuer
MESSAGES = (
    # *X issued a statement saying: “…”*
    Construction(
        "{THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {CUE} {THE_NOUN}"
        " ({PREPOSITION} {NAME|NOMINAL|TIME})? {CUE_PARTICIPLE} {QUOTED}",
        words.noun_reports,
    ),
    # *Y left when X sent him a text: “…”*, *X gave this statement to Y: “…”*, *X issued an update,
    # which reads: “…”*
    Construction(
        "{THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {THE_VERB} {OBJECT_PRONOUN|NAME|NOMINAL}? {THE_NOUN}"
        " {WHEN} ({COLON} | {CUE_PARTICIPLE} {QUOTED}"
        " | {COMMA}? {RELATIVE|COMPLEMENTIZER} {CUE} {QUOTED})$",
        delivers,
    ),
    # *A statement from X said: “…”*, *A letter to Y from X said*
    Construction(
        "{THE_NOUN} ({PREPOSITION} {MENTION|OBJECT_PRONOUN})? {THE_SENDER} {OWNER} {THE_NAMED}"
        " {APPOSED} {CUE} {NO_CUE}",
        is_of_document,
    ),
    # *A letter from X to Y said: “…”*, *The letter, sent by X on Monday, said: “…”*
    Construction(
        "{THE_NOUN} {COMMA}? {PAST_FORM|OTHER_WORD|CUE}? {THE_SENDER} {OWNER} {THE_NAMED}"
        " {APPOSED} {WHEN} {COMMA}? {CUE} {NO_CUE}",
        is_of_document,
    ),
    # *A notice on the door of Y said it was “…”*, *A post shared on Y’s page said it was “…”*
    Construction(
        "({OPENING} {CONJUNCTION}? {TIME|NUMBER}* | {SUBORDINATOR|COMPLEMENTIZER}) {THE_NOMINAL}"
        " {PAST_FORM|OTHER_WORD|CUE}? {THE_PREPOSITION} {OWNER} {NAME|NOMINAL} {OF} {TO_VERB} {CUE}"
        " {ADDRESSEE} {NO_CUE}",
        is_document_in_place,
    ),
    # *X’s text to Y read: “…”*, *X’s tweet, “…”, was shared*
    Construction(
        "{THE_NAMED} {POSSESSIVE} {THE_NOUN} ({PREPOSITION} {MENTION|OBJECT_PRONOUN})?"
        " ({CUE} {NO_CUE} | {COMMA}$)",
        words.head_in("noun", "messages"),
    ),
    # *A note from X, “…”, was pinned to the door*
    Construction("{THE_NOUN} {THE_SENDER} {OWNER} {THE_NAMED} {COMMA}$", noun_or_message),
    # *a text that X sent to Y reads: “…”*
    Construction(
        "{THE_NOUN} {COMPLEMENTIZER|RELATIVE}? {THE_NAMED} {TO_VERB} {CUE|PAST_FORM|OTHER_WORD}"
        " ({PREPOSITION} {MENTION|OBJECT_PRONOUN})? {CUE|COPULA} {QUOTED}",
        words.head_in("noun", "messages"),
    ),
    # *X got a letter from Y, his landlord, stating: “…”*, *a text from Y that said: “…”*
    Construction(
        "{THE_NOUN} {THE_SENDER} {OWNER} {THE_NAMED} {APPOSED} {CUE_PARTICIPLE} {NO_CUE}",
        is_message,
    ),
    Construction(
        "{THE_NOUN} {THE_SENDER} {OWNER} {THE_NAMED} {COMPLEMENTIZER|RELATIVE} {CUE} {QUOTED}",
        is_message,
    ),
    Construction("{THE_NOUN} {THE_SENDER} {OWNER} {THE_PERSON} {WHEN} {COLON}$", is_message),
    # *X found a note that Y had left him: “…”*
    Construction(
        "{THE_NOUN} {COMPLEMENTIZER|RELATIVE}? {THE_NAMED} {TO_VERB} {THE_VERB} {OBJECT_PRONOUN}?"
        " {WHEN} {COLON}$",
        delivers,
    ),
)
#: the lead-in to a statement in a paragraph of its own
LEAD_IN = (
    # *A statement from X:*, *here is the statement of X, the mayor:*, *a letter from X reads:*
    Construction(
        "{THE_NOUN} {THE_SENDER} {THE_NAMED} ({COMMA} {^END|QUOTE|COLON}{1,20})? {WHEN} {CUE}?"
        " {WHEN}"
        " {COLON} {PARAGRAPH_END}$",
        is_statement,
    ),
    # *Rents will fall, predicts X, an economist:*, *It is late, according to X:*
    Construction(
        "{OPENING} {^COMMA|END|QUOTE}* {COPULA|AUXILIARY|CUE|PAST_FORM} {^COMMA|END|QUOTE}* {COMMA}"
        " ({CUE} {ADVERB}* | {ACCORDING_TO}) {THE_WITNESS} {NO_CLAUSE} {COLON} {PARAGRAPH_END}$"
    ),
    # *The mill is old, as X notes on its website:*
    Construction(
        "{THE_MANNER} {THE_WITNESS} {CUE} {NO_CLAUSE} {COLON} {PARAGRAPH_END}$",
        words.head_in("link", "capacity"),
    ),
    # *here is X’s statement in full:*
    Construction(
        "{THE_NAMED} {POSSESSIVE} {OTHER_WORD}? {THE_NOUN} {^END|QUOTE|CUE|MENTION|COLON}{0,4}"
        " {COLON} {PARAGRAPH_END}$",
        words.head_in("noun", "statement_nouns"),
    ),
    # *Rents will fall, said X.*, and the quote is a paragraph
    Construction(
        "{COMMA} {THE_SAYING} {ADVERB}* {THE_WITNESS} {OF} {WHEN} {SENTENCE_END} {PARAGRAPH_END}$",
        follows_report,
    ),
    # *a spokesperson for X sent this statement:*
    Construction(
        "{THE_NAMED} {OF} {APPOSED} {TO_VERB} {THE_VERB} {DETERMINER|OBJECT_PRONOUN}? {OTHER_WORD}?"
        " {THE_NOUN} {WHEN} {COLON} {PARAGRAPH_END}$",
        delivers,
    ),
)
#: after a quote, or below it: a name, and an age or office after a comma
SIGNED_BELOW = (
    Construction(
        "{PARAGRAPH_END} {THE_NAME} {COMMA} {THE_OFFICE} ({PREPOSITION} {NAME|NOMINAL})?"
        " ({PARAGRAPH_END} | $)",
        is_office_below,
    ),
    # *“…” — X, 41, commuter*
    Construction(
        "{SENTENCE_END}? {DASH}{1,2} {THE_NAME} {COMMA} {NUMBER}"
        " ({COMMA} {^END|QUOTE|CUE|COLON|COPULA|AUXILIARY|PAST_FORM}{1,16})?"
        " ({PARAGRAPH_END} {^DASH} | {PARAGRAPH_END}? $)"
    ),
    # below, *— X, a geologist*; reporters sign with their names alone
    Construction(
        "{SENTENCE_END}? {PARAGRAPH_END} {DASH}{1,2} {THE_NAME}"
        " {COMMA} {^END|QUOTE|CUE|COLON|COPULA|AUXILIARY|PAST_FORM}{1,16}"
        " ({PARAGRAPH_END} {^DASH} | {PARAGRAPH_END}? $)"
    ),
)
