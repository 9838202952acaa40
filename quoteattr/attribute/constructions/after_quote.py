"""The constructions after a quote: *“…,” said Y’s mayor, X*."""

from __future__ import annotations

from quoteattr.attribute.constructions import words
from quoteattr.attribute.constructions.construction import Construction, Match
from quoteattr.attribute.constructions.subjects import MODIFIED_SUBJECTS_AFTER
from quoteattr.attribute.documents.document import Document
from quoteattr.detect.alphabet import (
    COLON,
    COMMA,
    CONJUNCTION,
    CUE,
    CUE_PARTICIPLE,
    END,
    PARAGRAPH_EDGES,
    QUOTE,
    SENTENCE_EDGES,
)
from quoteattr.detect.patterns.pattern import encode
from quoteattr.detect.patterns.row_regex import capture
from quoteattr.language.patterns import lazy_re

#: a verb in the passive, and a quote as its complement
#: or the last of several: *called “…” by X and “…”*
_PASSIVE = lazy_re(
    encode("{COPULA} {AUXILIARY|ADVERBIAL}* {CUE} {^CUE|END|QUOTE}*")
    + encode("({QUOTE} {COMMA}? {AGENT_MARKER} {^CUE|END|QUOTE}+)* {QUOTE}$")
)
#: any passive, and a quote that describes its subject: *was sold to voters as “…”*
_SEEN_AS = lazy_re(
    encode("{COPULA} {AUXILIARY|ADVERBIAL}* {PAST_FORM|OTHER_WORD} {^CUE|END|QUOTE|SUBORDINATOR}*")
    + (capture("link", "SUBORDINATOR") + encode("{DETERMINER}? {QUOTE}$"))
)
#: a passive without its auxiliary, and a quote as its complement: *X, described as “…”*
_REDUCED = lazy_re(
    capture("verb", "CUE|PAST_FORM|OTHER_WORD")
    + capture("link", "SUBORDINATOR|PREPOSITION")
    + encode("? {DETERMINER}? {QUOTE}$")
)
#: a preposition of which the quote is the object
_OBJECT = lazy_re(capture("link", "PREPOSITION") + encode("{DETERMINER}? {QUOTE}$"))
#: a participle at the start of the sentence, with a quote as its complement
_FRONTED = lazy_re(
    encode(
        "(^ | {END}) ({PREPOSITION|SUBORDINATOR|OTHER_WORD}? {THE_HAVING} {AUXILIARY}* {CUE}"
        " {^CUE|END|QUOTE}*"
        " | {PREPOSITION|AGENT_MARKER|SUBORDINATOR|OTHER_WORD}? {SAYING_PARTICIPLE}"
        " | {PREPOSITION|AGENT_MARKER|SUBORDINATOR|OTHER_WORD}? {CUE_PARTICIPLE}"
        " ({OBJECT_PRONOUN|NAME|NOMINAL|PRONOUN|COMPLEMENTIZER}"
        " | {DETERMINER} {^CUE|END|QUOTE|COMMA|POSSESSIVE})"  # not *welcoming the “bold step”*
        " {^CUE|END|QUOTE|COMMA|POSSESSIVE}*) {QUOTE}$",
        {"THE_HAVING": capture("link", "AUXILIARY")},
    )
)
#: a form of *be*, and a quote as its complement: *it is “…”*
_PREDICATE = lazy_re(encode("{COPULA} {ADVERB|DETERMINER}* {QUOTE}$"))
#: a verb of saying before a quote in its sentence
_REPORTED = lazy_re(encode("{CUE|CUE_PARTICIPLE} {^END|QUOTE}* {QUOTE}$"))
#: a noun with a quote as its content: *shouts of “…”*
_NOUN_OF = lazy_re(
    capture("noun", "CUE_NOUN|CUE") + capture("link", "PREPOSITION") + encode("{QUOTE}$")
)
#: before a quote: another quote that somebody says, and a comma or semicolon
_LISTED = lazy_re(
    encode(
        "{QUOTE} {COMMA}? ({SAYING} {NAME|NOMINAL|PRONOUN} | {NAME|NOMINAL|PRONOUN} {SAYING})"
        " {^END|QUOTE}* {COMMA} {CONJUNCTION}?$"
    )
)
_BRACKETS = frozenset("([")
#: what precedes a quote at the start of an entry of a list
_ENTRY_EDGES = SENTENCE_EDGES | frozenset((COMMA, COLON, CONJUNCTION))
#: minimum number of words of a clause in a heading
_CLAUSE = 2
#: number of characters at the end of a quote: its last one, and its mark
_CLOSING = 2
#: number of chunks before the end of a quote in which its verb may be
_REACH = 16


def is_bracket(document: Document, match: Match) -> bool:
    """The word in place of *according to* is a bracket with a signature: *“…” (Ann Lee)*."""
    return words.head_of(document, match, "sign") in _BRACKETS


def opens_entry(document: Document, match: Match) -> bool:
    """The quote opens an entry of a list of quotes, whose sentence reports nothing before it.

    In *The road will be “wide and safe.” – Ida Berg* the name may be the reporter's.
    """
    start, stop = max(0, match.start() - _REACH), match.start() - 1
    before = document.tags[start:stop]
    edge = max(before.rfind(end) for end in END)
    opens = before[-1:] in _ENTRY_EDGES or match[0][-1] == QUOTE
    return opens and not any(tag in CUE + CUE_PARTICIPLE for tag in before[edge + 1 :])


def is_heading_of_person(document: Document, match: Match) -> bool:
    """A line begins with words that are no title, and a colon: *‘No one is safe’: mayor on …*."""
    quote, chunks = match.start() - 1, document.chunks
    quoted = document.text[chunks.starts[quote] : chunks.ends[quote]].split()
    is_clause = len(quoted) >= _CLAUSE and quoted[-1][0].islower()
    opens = document.tags[max(0, quote - 1) : quote] in PARAGRAPH_EDGES
    speaker = words.head_of(document, match, "speaker")
    return opens and is_clause and speaker not in document.language.document_nouns


def is_listed(document: Document, match: Match) -> bool:
    """The quote follows another that somebody says in the same sentence: *“…”, says X; “…”*."""
    stop = match.start() - 1
    return _LISTED.search(document.tags, max(0, stop - _REACH), stop) is not None


def is_of_speaker(document: Document, match: Match) -> bool:
    """The noun reports, and the name of its owner follows: *the verdict of X*."""
    language = document.language
    link = words.head_of(document, match, "link")
    linked = link in language.sending or link in language.genitive
    return linked and words.noun_reports(document, match)


def passive_before(document: Document, match: Match) -> bool:
    """A passive verb has the quote as its complement: *hailed as “…” by*, not *in a “…” by*."""
    start, stop = max(0, match.start() - _REACH), match.start()
    reduced = _REDUCED.search(document.tags, start, stop)
    seen = _SEEN_AS.search(document.tags, start, stop)
    described = seen and words.head_of(document, seen, "link") in document.language.capacity
    if described or (reduced and _is_named_so(document, reduced)):
        return True
    if not _PASSIVE.search(document.tags, start, stop):
        return False
    placed = _OBJECT.search(document.tags, start, stop)
    complements = document.language.complements
    return placed is None or words.head_of(document, placed, "link") in complements


def _is_named_so(document: Document, match: Match) -> bool:
    """A participle gives a name to something: *described as*, *dubbed*, not *sung as*."""
    verb, link = words.head_of(document, match, "verb"), words.head_of(document, match, "link")
    language = document.language
    calling = (language.calling, language.saying, language.reporting, language.thinking)
    if not any(words.verb_is(document, match, verbs) for verbs in calling):
        return False
    labels = verb in language.naming or words.verb_is(document, match, language.labelling)
    return link in language.capacity or (not link and labels)


def complement_before(document: Document, match: Match) -> bool:
    """The quote describes something in the words of the speaker: *it is “…”, X said*.

    Nobody says so before it: *As X says it is “…”, the pool will close*.
    """
    start, stop = max(0, match.start() - _REACH), match.start()
    if _REPORTED.search(document.tags, start, stop):
        return False
    return _PREDICATE.search(document.tags, start, stop) is not None


def sent_by(document: Document, match: Match) -> bool:
    """The quote is the content of cries, and their author follows: *shouts of “…” from X*."""
    language, stop = document.language, match.start()
    if words.head_of(document, match, "link") not in language.sending:
        return False
    noun = _NOUN_OF.search(document.tags, max(0, stop - _REACH), stop)
    return noun is not None and words.head_of(document, noun, "link") in language.genitive


def participle_before(document: Document, match: Match) -> bool:
    """A participle without its own subject begins the sentence: *having said that “…”*."""
    stop = match.start()
    fronted = _FRONTED.search(document.tags, max(0, stop - _REACH), stop)
    auxiliary = words.head_of(document, fronted, "link") if fronted else ""
    return fronted is not None and (not auxiliary or auxiliary in document.language.not_finite)


def follows_comma(document: Document, match: Match) -> bool:
    """The quote begins its sentence, and a comma ends it, before its mark or after it."""
    i = match.start()
    end = document.chunks.ends[i - 1]
    pauses = document.tags[i] == COMMA or COMMA in document.text[end - _CLOSING : end]
    return pauses and document.tags[max(0, i - 2) : i - 1] in SENTENCE_EDGES


def is_in_sentence(document: Document, match: Match) -> bool:
    """The sentence of the quote goes on: *“…,” X’s aunt said*, *“Why?” the boy’s aunt said*."""
    first = document.text[document.chunks.starts[match.start()]]
    return first.islower() or follows_comma(document, match)


#: *Having said that it was “…”, X left*, *Despite saying he would stay, X left*
PARTICIPLE_SUBJECTS = (Construction("{COMMA} {THE_SPEAKER}", participle_before),)
#: the constructions after a quote
AFTER_QUOTE = (
    *MODIFIED_SUBJECTS_AFTER,
    # *“…,” said Y’s mayor X*
    Construction(
        "{COMMA}? {ADVERB}* {SAYING} {ADVERB}* {NAME|NOMINAL} {POSSESSIVE}"
        " {OTHER_WORD|ADVERB|PAST_FORM}* {THE_PERSON} ({^COPULA|AUXILIARY|CUE} | $)"
    ),
    # *“…,” Y’s lawyer said*
    Construction(
        "{COMMA}? {NAME|NOMINAL} {POSSESSIVE} {OTHER_WORD|ADVERB|PAST_FORM}* {THE_PERSON}"
        " ({PREPOSITION} ({NAME|NOMINAL} | {OTHER_WORD|CONJUNCTION}{1,3})){0,2} {ASIDE} {TO_VERB}"
        " {SAYING}",
        is_in_sentence,
    ),
    # *‘…’: X on the flood*, a heading
    Construction(
        "{COLON} {THE_PERSON} ({PREPOSITION} | {POSSESSIVE} {CUE_NOUN})",
        is_heading_of_person,
    ),
    # *“…” – X. “…” – Y, baker.*
    Construction(
        "{SENTENCE_END}? {DASH}{1,2} {THE_NAME} ({COMMA} {^CUE|END|QUOTE|COPULA|AUXILIARY}{1,10})?"
        " ({END} | $ | {COMMA} {CONJUNCTION}? {QUOTE})",
        opens_entry,
    ),
    # *“…” (X)*, *“…” (X, 2018, p. 3)*
    Construction("{COMMA}? {THE_SIGN} {THE_NAME}", is_bracket),
    # *“…” is how X described Y*
    Construction(
        "{COMMA}? {COPULA} {THE_MANNER} {COMPLEMENTIZER}? {THE_SPEAKER} {TO_VERB} {CUE}",
        words.head_in("link", "manner"),
    ),
    # *it is “…”, a friend of hers said*
    Construction("{COMMA} {THE_NOMINAL} {OF} {TO_VERB} {SAYING}", complement_before),
    # *it is “…”, says X; “…”, says Y*
    Construction("{COMMA}? {SAYING} {THE_NAMED}", is_listed),
    # *shouts of “…” from the miners*
    Construction("{THE_LINK} {THE_NAMED}", sent_by),
    # *“…” was X’s response*
    Construction(
        "{COMMA}? {COPULA} {THE_NAMED} {POSSESSIVE} {ADJECTIVES} {THE_CUE_NOUN}",
        words.noun_reports,
    ),
    # *“…” was the verdict of X*
    Construction("{COMMA}? {COPULA} {THE_CUE_NOUN} {THE_LINK} {THE_NAMED}", is_of_speaker),
    # *hailed as “…” by Y’s leader X*
    Construction(
        "{COMMA}? {AGENT_MARKER} ({NAME|NOMINAL} {POSSESSIVE} {OTHER_WORD|PAST_FORM}*)?"
        " {THE_PERSON}",
        passive_before,
    ),
    *PARTICIPLE_SUBJECTS,
    # *“…,” Y quoted X as having said*
    Construction(
        "{COMMA}? {NAME|PRONOUN|NOMINAL} {TO_VERB} {CUE} {THE_QUOTED} {APPOSED}"
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
    # *“…,” X, the mayor, said*: a comma precedes the words that describe the speaker
    Construction(
        "{COMMA}? {THE_NAME} {COMMA} {^COMMA|END|QUOTE|CUE}{1,20} {COMMA} {TO_VERB} {SAYING}"
        " {^QUOTE|COLON|COMPLEMENTIZER|AGENT_MARKER}",
        follows_comma,
    ),
)
