"""Conditions on the matched words that several tables of constructions share."""

from __future__ import annotations

from quoteattr.attribute.constructions.construction import Condition, Match
from quoteattr.attribute.documents.document import Document
from quoteattr.detect.alphabet import NOMINAL, OTHER_WORD
from quoteattr.language.tables import Words


def head_of(document: Document, match: Match, group: str) -> str:
    """The head word of the chunk of a group; empty if the group is absent."""
    i = match.start(group)
    return document.chunks.heads[i] if i >= 0 else ""


def verb_is(document: Document, match: Match, verbs: Words) -> bool:
    """The verb is a form of one of a table."""
    return head_of(document, match, "verb") in document.language.all_forms(verbs)


def head_in(group: str, table: str) -> Condition:
    """A condition: the head word of the chunk of a group is in a table of the language."""
    return lambda document, match: (
        head_of(document, match, group) in getattr(document.language, table)
    )


def verb_in(table: str) -> Condition:
    """A condition: the verb is a form of one of a table of the language."""
    return lambda document, match: verb_is(document, match, getattr(document.language, table))


def calls(document: Document, match: Match) -> bool:
    """The verb is one of saying something, or of calling something so."""
    return verb_is(document, match, document.language.calling)


def noun_reports(document: Document, match: Match) -> bool:
    """The noun reports, is one for documents or views, or is a verb by its form: *Y’s finding*."""
    head, language = head_of(document, match, "noun"), document.language
    tag = document.tags[match.start("noun")]
    if tag == OTHER_WORD:
        return head in language.stances
    return tag not in NOMINAL or head in language.document_nouns or head in language.stances


def perceives(document: Document, match: Match) -> bool:
    """The verb is one of hearing or remembering somebody speak: *remembers Y saying*."""
    return verb_is(document, match, document.language.perceiving)


def names_statement(document: Document, match: Match, group: str) -> bool:
    """The chunk of a group is a noun for a message or statement."""
    noun, language = head_of(document, match, group), document.language
    return noun in language.messages or noun in language.statement_nouns


def noun_of_sender(document: Document, match: Match) -> bool:
    """The noun reports, and its link to a name shows its author: *a call from Y*."""
    sent = head_of(document, match, "link") in document.language.sending
    return sent and noun_reports(document, match)


def in_view_of(document: Document, match: Match) -> bool:
    """The phrase names the person whose view it is: *in Y’s opinion*."""
    inside = head_of(document, match, "link") in document.language.place_prepositions
    return inside and head_of(document, match, "noun") in document.language.viewpoints


def reproaches(document: Document, match: Match) -> bool:
    """The words after the object give the reason for reproach or praise: *sued Y for*."""
    asked = "sender" in match.re.groupindex and match["sender"] is not None
    if asked and head_of(document, match, "sender") not in document.language.sending:
        return False
    return head_of(document, match, "link") in document.language.reproaching


def is_infinitive(document: Document, match: Match) -> bool:
    """The word introduces an infinitive: *urged them to “…”*."""
    return head_of(document, match, "link") in document.language.infinitive


def is_named(document: Document, match: Match) -> bool:
    """The verb gives the noun before it a name: *a man called*, not *a film praised as*."""
    return head_of(document, match, "verb") in document.language.naming and calls(document, match)
