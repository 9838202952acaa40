"""What several tables of constructions ask of the words that a pattern matched."""

from __future__ import annotations

from quoteattr.attribute.constructions.construction import Match
from quoteattr.attribute.documents.document import Document
from quoteattr.detect.pattern import tags
from quoteattr.language import Language
from quoteattr.language.tables import Words

_NOMINAL, _OTHER_WORD = tags("NOMINAL"), tags("OTHER_WORD")


def _perceiving(language: Language) -> Words:
    """All forms of the verbs of hearing or remembering."""
    return language.all_forms(language.perceiving)


def calling(language: Language) -> Words:
    """All forms of the verbs of saying something, or of calling something so."""
    return language.all_forms(language.calling)


def head_of(document: Document, match: Match, group: str) -> str:
    """The word that heads the chunk of a group, an empty string where the group is absent."""
    i = match.start(group)
    return document.chunks.heads[i] if i >= 0 else ""


def calls(document: Document, match: Match) -> bool:
    """The verb is one of saying something, or of calling something so."""
    return head_of(document, match, "verb") in document.language.derived(calling)


def noun_reports(document: Document, match: Match) -> bool:
    """The noun reports, is one for documents or views, or is a verb by its form: *Y’s finding*."""
    head, language = head_of(document, match, "noun"), document.language
    tag = document.tags[match.start("noun")]
    if tag == _OTHER_WORD:
        return head in language.stances
    return tag not in _NOMINAL or head in language.document_nouns


def perceives(document: Document, match: Match) -> bool:
    """The verb is one of hearing or remembering somebody speak: *remembers Y saying*."""
    return head_of(document, match, "verb") in document.language.derived(_perceiving)


def noun_of_sender(document: Document, match: Match) -> bool:
    """The noun reports, and what links it to a name shows whose it is: *a call from Y*."""
    sent = head_of(document, match, "link") in document.language.sending
    return sent and noun_reports(document, match)


def reproaches(document: Document, match: Match) -> bool:
    """What follows the object is what it is reproached with, or praised for: *sued Y for*."""
    asked = "sender" in match.re.groupindex and match["sender"] is not None
    if asked and head_of(document, match, "sender") not in document.language.sending:
        return False
    return head_of(document, match, "link") in document.language.reproaching


def is_manner(document: Document, match: Match) -> bool:
    """The word asks for the manner: *is how X put it*."""
    return head_of(document, match, "link") in document.language.manner


def is_infinitive(document: Document, match: Match) -> bool:
    """The word opens an infinitive: *urged them to “…”*."""
    return head_of(document, match, "link") in document.language.infinitive


def first_word(document: Document, i: int) -> str:
    """The first word of chunk i, in lower case."""
    return words_of(document, i)[0]


def words_of(document: Document, i: int) -> list[str]:
    """The words of chunk i, in lower case."""
    chunks = document.chunks
    return document.text[chunks.starts[i] : chunks.ends[i]].lower().split()


def is_named(document: Document, match: Match) -> bool:
    """The verb gives the noun before it a name: *a man called*, not *a film praised as*."""
    return head_of(document, match, "verb") in document.language.naming and calls(document, match)
