"""Constructions that leave one reading: of all mentions near a quote, the one that said it.

Before a quote the sentence up to it is searched, *X said Y had told her: “…”*; after a quote its
rest is read from its beginning, *“…,” said Y’s mayor, X*. A construction names its chunks; where
their classes do not tell enough, a condition looks at the words (``construction_words``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from itertools import chain

import regex
from attrs import define

from quoteattr.attribute import construction_words as words
from quoteattr.attribute.construction_words import Condition, Match
from quoteattr.attribute.document import Document, Quote
from quoteattr.detect.pattern import encode, searcher
from quoteattr.detect.row_regex import ASIDE, TO_VERB, group, needed_chunks, one_of

#: chunks before a statement in which its lead-in stands
_LEAD = 24
#: the rest of a clause up to the quote, with no other verb that reports: no *, saying: “…”*
_NO_CUE = (
    f"(?:{one_of('^END|QUOTE|CUE|RELATIVE|COMMA')}"
    f"|{one_of('COMMA')}(?!{encode('{ADVERB}*')}{one_of('CUE_PARTICIPLE')}))*+$"
)
#: a clause that is over, and what is said of it: *the claim that the port is safe was “…”*
_JUDGED = f"{one_of('^END|QUOTE|COPULA|AUXILIARY')}*+" + encode(
    "{COPULA|AUXILIARY} {^END|QUOTE}* {COPULA} {ADVERB|DETERMINER}* $"
)
#: the longer pieces of the patterns below; those with *THE* are groups of a match
_PIECES = {
    "ASIDE": ASIDE,
    "TO_VERB": TO_VERB,
    "NO_CUE": _NO_CUE,
    # from the first chunk of the sentence on
    "OPENING": r"\G",
    # a clause that says what was said, without another verb that reports
    "THAT_CLAUSE": (
        f"{one_of('COMPLEMENTIZER')}(?={one_of('NAME|NOMINAL|PRONOUN')})(?!{_JUDGED}){_NO_CUE}"
    ),
    "JUDGED": _JUDGED,
    # chunks of one clause
    "OF_CLAUSE": f"{one_of('^END|QUOTE|SUBORDINATOR|RELATIVE|COLON|CONJUNCTION|COMMA')}*",
    "APPOSED": encode("({COMMA} {^COMMA|END|QUOTE|CUE}{1,20} {COMMA})?"),
    # what the mention before is of
    "OF": encode("({PREPOSITION} {NAME|NOMINAL}){0,2}"),
    "HAVING_CALLED": encode("({CUE_PARTICIPLE} | {AUXILIARY|ADVERB|ING_FORM} {CUE})"),
    # who is told
    "ADDRESSEE": encode("({PREPOSITION}? {OBJECT_PRONOUN|NAME|NOMINAL} | {COMPLEMENTIZER})?"),
    # when and where: *had told her on the phone: “…”*; *her* may be read as *her …*
    "SETTING": encode("({DETERMINER}? {PREPOSITION} {NAME|NOMINAL|TIME|OTHER_WORD})?"),
    # the object of a verb, or what somebody asks of it: *an apology from*
    "ASKED_OF": f"(?:{one_of('CUE_NOUN|NOMINAL')}{group('sender', 'PREPOSITION')})?",
    # when, and to whom: *on Monday*, *to the press*
    "WHEN": encode("({TIME} | {PREPOSITION} {NAME|NOMINAL|TIME|OBJECT_PRONOUN})*"),
    "QUOTED": encode("{COMMA|COLON}?$"),
    # *the oldest*: words before a noun
    "ADJECTIVES": encode("{OTHER_WORD|PAST_FORM|ADVERB}{0,2}"),
    # no preposition before the next chunk
    "UNGOVERNED": f"(?<!{one_of('PREPOSITION|AGENT_MARKER|POSSESSIVE|OPEN_BRACKET')})",
    # chunks that are no mentions, of one clause
    "BARE": one_of(
        "^MENTION|OBJECT_PRONOUN|END|QUOTE|COMMA|COLON|AGENT_MARKER|OPEN_BRACKET|CLOSE_BRACKET"
    ),
    "THE_GERUND": group("verb", "CUE_PARTICIPLE"),
    "OWNER": encode("({NAME|NOMINAL} {POSSESSIVE} {OTHER_WORD|PAST_FORM}*)?"),
    "THE_SPEAKER": group("speaker", "NAME|PRONOUN|NOMINAL"),
    "THE_NAMED": group("speaker", "NAME|NOMINAL"),
    "THE_NAME": group("speaker", "NAME"),
    "THE_NOMINAL": group("speaker", "NOMINAL"),
    "THE_PERSON": group("speaker", "NAME|SPEAKING_NOMINAL"),
    "THE_WITNESS": group("speaker", "NAME|PRONOUN|SPEAKING_NOMINAL"),
    "THE_OWNER": group("speaker", "PRONOUN"),
    "THE_CUE_NOUN": group("noun", "CUE_NOUN|SPEAKING_NOMINAL"),
    "THE_NOUN": group("noun", "CUE_NOUN|NOMINAL"),
    "THE_VERBAL_NOUN": group(
        "noun", "CUE_NOUN|SPEAKING_NOMINAL|CUE|CUE_PARTICIPLE|ING_FORM|OTHER_WORD"
    ),
    "THE_OFFICE": group("noun", "NAME|NOMINAL"),
    "THE_VERB": group("verb", "CUE|OTHER_WORD|PAST_FORM|ING_FORM|CUE_PARTICIPLE"),
    "THE_PARTICLE": f"{group('link', 'PREPOSITION|ADVERB')}?",
    "THE_SENDER": group("link", "PREPOSITION|AGENT_MARKER"),
    "THE_RELATIVE": group("link", "RELATIVE"),
    "THE_LINK": group("link", "PREPOSITION|SUBORDINATOR|COMPLEMENTIZER"),
    "THE_MANNER": group("link", "SUBORDINATOR|RELATIVE|ADVERB|COMPLEMENTIZER|OTHER_WORD|PRONOUN"),
    "THE_TO": group("link", "AUXILIARY|PREPOSITION"),
    "THE_PREPOSITION": group("link", "PREPOSITION"),
    "THE_AUXILIARY": group("link", "AUXILIARY"),
    "THE_SUBORDINATOR": group("link", "SUBORDINATOR"),
    "THE_WISH": group("link", "AUXILIARY|OTHER_WORD|CUE"),
    "THE_WORD": group("link", "^END|QUOTE|MENTION"),
    "THE_CUE": group("verb", "CUE|CUE_PARTICIPLE"),
    "THE_HEARSAY": group("noun", "CUE_NOUN|NOMINAL|SAYING|REPORTING|OTHER_WORD"),
    "THE_TERM": group("noun", "CUE_NOUN|NOMINAL|SAYING|REPORTING|OTHER_WORD"),
    # the object of a verb, with nothing but prepositions beside it
    "OBJECT": f"{one_of('^END|QUOTE|CUE|CUE_PARTICIPLE|RELATIVE|COMMA|COLON|CONJUNCTION')}*+$",
    "THE_REACTION": group("link", "PREPOSITION|AGENT_MARKER|PAST_FORM|OTHER_WORD"),
}


@define(eq=False)
class _Construction:
    """A pattern over chunks whose group ``speaker``, if it has one, said the quote."""

    #: the pattern, of named pieces
    named: str
    condition: Condition

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """The pattern over a row, compiled for the first row that may match."""
        return regex.compile(encode(self.named, _PIECES))

    @cached_property
    def _needed(self) -> tuple[frozenset[str], ...]:
        """Kinds of chunks; one of each stands in all that matches."""
        return needed_chunks(self.named, _PIECES)

    def may_match(self, chunks: Set[str]) -> bool:
        """A row that holds these chunks may match."""
        return not any(kind.isdisjoint(chunks) for kind in self._needed)


def _construction(named: str, condition: Condition = words.always) -> _Construction:
    """A construction, of named pieces and what its words must be."""
    return _Construction(named, condition)


_BEFORE = (
    # *X issued a statement saying: “…”*
    _construction(
        "{THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {CUE} {THE_NOUN}"
        " ({PREPOSITION} {NAME|NOMINAL|TIME})? {CUE_PARTICIPLE} {QUOTED}",
        words.noun_reports,
    ),
    # *X said Y had told her: “…”*: the verb right before the quote is that of Y
    _construction(
        "{MENTION} {ASIDE} {TO_VERB} {CUE|OTHER_WORD}"
        " ({OBJECT_PRONOUN|NAME|NOMINAL} {COMPLEMENTIZER} | {OBJECT_PRONOUN|NAME|NOMINAL}"
        " | {COMPLEMENTIZER})? {THE_WITNESS} ({PREPOSITION} {NAME|NOMINAL})?"
        " {ASIDE} {TO_VERB} {SUBORDINATOR}? {SAYING} {ADDRESSEE} {SETTING} {COMMA|COLON}$",
    ),
    # *According to the Y, X called him “…”*
    _construction(
        "{OPENING} {ACCORDING_TO} {NAME|NOMINAL} {OF} {COMMA} {THE_SPEAKER} {OF} {ASIDE} {TO_VERB}"
        " {THE_CUE} ({OBJECT_PRONOUN|NAME|NOMINAL} {SUBORDINATOR}?)? $",
        words.calls,
    ),
    # *According to the Y, X told her it was “…”*
    _construction(
        "{OPENING} {ACCORDING_TO} {NAME|NOMINAL} {OF} {COMMA} {THE_SPEAKER} {OF} {ASIDE} {TO_VERB}"
        " {SAYING} ({OBJECT_PRONOUN|NAME|SPEAKING_NOMINAL} {NO_CUE}"
        " | {ADDRESSEE} {COMMA|COLON}$)"
    ),
    # *People who met Y said she was “…”*
    _construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {RELATIVE} {AUXILIARY|ADVERBIAL}*"
        " {OTHER_WORD|PAST_FORM} {^CUE|END|QUOTE|COMMA|CONJUNCTION|RELATIVE|SUBORDINATOR}* {CUE}"
        " {ADDRESSEE} {NO_CUE}"
    ),
    # *A friend of Y, who had left, said it was “…”*
    _construction(
        "({OPENING} {CONJUNCTION}? | {SUBORDINATOR}) {THE_NOMINAL} {OF} {COMMA}? {RELATIVE}"
        " {^COMMA|END|QUOTE}{1,15} {COMMA} {TO_VERB} {CUE} {ADDRESSEE} {NO_CUE}"
    ),
    # *X, chased by Y, shouted: “…”*
    _construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {COMMA} {ADVERB}*"
        " ({ACCORDING_TO} | {PAST_FORM|CUE|OTHER_WORD} {AGENT_MARKER})"
        " {^COMMA|END|QUOTE|CUE|RELATIVE}{1,15} {COMMA} {TO_VERB} {CUE} {ADDRESSEE} {NO_CUE}"
    ),
    # *X called it “…” and Y described it as “…”*: a clause with a subject of its own
    _construction(
        "{QUOTE} {COMMA}? {CONJUNCTION|SUBORDINATOR} {THE_PERSON} {OF} ({COMMA}"
        " {^COMMA|END|QUOTE}{1,15} {COMMA})? {TO_VERB} {CUE} {ADDRESSEE} {COPULA}? {NO_CUE}"
    ),
    # *With Y saying … “…”, X left*
    _construction(
        "{OPENING} {THE_PREPOSITION} {THE_SPEAKER} {OF} {CUE_PARTICIPLE} {NO_CUE}",
        words.is_absolute,
    ),
    # *X learned from Y that … “…”*
    _construction("{THE_VERB} {THE_SENDER} {THE_NAMED} {APPOSED} {THAT_CLAUSE}", words.learns),
    # *Y left when X sent him a text: “…”*, *X gave this statement to Y: “…”*
    _construction(
        "{THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {THE_VERB} {OBJECT_PRONOUN|NAME|NOMINAL}? {THE_NOUN}"
        " {WHEN} ({COLON} | {CUE_PARTICIPLE} {QUOTED})$",
        words.delivers,
    ),
    # *A statement from X said: “…”*
    _construction(
        "{THE_NOUN} {THE_SENDER} {THE_NAMED} {APPOSED} {CUE} {NO_CUE}", words.is_of_document
    ),
    # *A note from X, “…”, was pinned to the door*
    _construction("{THE_NOUN} {THE_SENDER} {THE_NAMED} {COMMA}$", words.noun_or_message),
    # *X lost his temper, as Y had said he would, and shouted: “…”*
    _construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {ASIDE} {AUXILIARY|ADVERBIAL}*"
        " {CUE|PAST_FORM|OTHER_WORD} {OF_CLAUSE} {COMMA} {ADVERB}? {SUBORDINATOR}"
        " {^COMMA|END|QUOTE|RELATIVE|CONJUNCTION}+ {COMMA} {CONJUNCTION} {ADVERBIAL}* {SAYING}"
        " {ADDRESSEE} {COMMA|COLON}$"
    ),
    # *X denied Y's claim that he lied, saying: “…”*: the participle has the subject of its sentence
    _construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {ASIDE} {AUXILIARY|ADVERBIAL}*"
        " {CUE|PAST_FORM|OTHER_WORD} {OF_CLAUSE} {CUE_NOUN|POSSESSIVE|COMPLEMENTIZER} {OF_CLAUSE}"
        " {COMMA} {ADVERB}* {CUE_PARTICIPLE} ({ADDRESSEE} {QUOTED} | {OBJECT})"
    ),
    # *X remembers Y saying: “…”*; but *X emailed Y, saying: “…”* is what X says
    _construction(
        "{MENTION} {ASIDE} {TO_VERB} {THE_VERB} {THE_SPEAKER} ({PREPOSITION} {NAME|NOMINAL})?"
        " {ADVERBIAL}* {SAYING_PARTICIPLE} {ADDRESSEE} {QUOTED}",
        words.perceives,
    ),
    # *X said Y had urged them to “…”*
    _construction(
        "{MENTION} {ASIDE} {TO_VERB} {CUE} {COMPLEMENTIZER}? {THE_SPEAKER} {ASIDE} {TO_VERB} {CUE}"
        " {DETERMINER|OBJECT_PRONOUN|NAME|NOMINAL} {THE_TO} {OTHER_WORD|REPORTING}?$",
        words.is_infinitive,
    ),
    # *X said Y’s claim that the port is safe was “…”*: X judges what is over
    _construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {CUE} {OF_CLAUSE}"
        " {THE_VERBAL_NOUN} ({PREPOSITION|AGENT_MARKER} {NAME|NOMINAL})? {COMPLEMENTIZER} {JUDGED}",
        words.noun_reports,
    ),
    # *X called Y’s claim that the port is safe “…”*
    _construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {THE_CUE} {OF_CLAUSE}"
        " {CUE_NOUN} {COMPLEMENTIZER} {OF_CLAUSE} {OTHER_WORD|ADVERB|NAME|NOMINAL|PAST_FORM} $",
        words.is_named,
    ),
    # *X dismissed a report by Y that … as “…”*
    _construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {CUE|PAST_FORM|OTHER_WORD}"
        " {THE_CUE_NOUN} {^END|QUOTE|COMMA|CUE}* {COMPLEMENTIZER} {^END|QUOTE|COMMA|CUE}*"
        " {THE_LINK}$",
        words.is_capacity,
    ),
    # *X denied Y’s claim that … “…”*, *X denied Y’s finding that … “…”*
    _construction(
        "{THE_NAMED} {POSSESSIVE} {ADJECTIVES} {THE_VERBAL_NOUN} {THAT_CLAUSE}",
        words.noun_reports,
    ),
    # *X denied a report in the Y that … “…”*, *X laughed off a claim by Y that … “…”*
    _construction(
        "{CUE|PAST_FORM|OTHER_WORD} {THE_PARTICLE} {THE_CUE_NOUN} {PREPOSITION|AGENT_MARKER}"
        " {THE_NAMED} {APPOSED} {THAT_CLAUSE}",
        words.noun_of_another,
    ),
    # *X denied the claim, made by Y, that … “…”*
    _construction(
        "{CUE_NOUN|NOMINAL} {COMMA} {OTHER_WORD|PAST_FORM} {AGENT_MARKER} {THE_NAMED} {COMMA}"
        " {THAT_CLAUSE}"
    ),
    # *X backed a call from Y to “…”*
    _construction(
        "{CUE|PAST_FORM|OTHER_WORD} {THE_VERBAL_NOUN} {THE_SENDER} {THE_NAMED} {APPOSED}"
        " {AUXILIARY|PREPOSITION} {OTHER_WORD|REPORTING}?$",
        words.noun_of_sender,
    ),
    # *X denied her claim that … “…”*
    _construction(
        "{CUE|PAST_FORM|OTHER_WORD} {THE_OWNER} {ADJECTIVES} {CUE_NOUN} {THAT_CLAUSE}",
        words.is_owned,
    ),
    # *X was quoted by Y as saying … “…”*, *X was heard to say: “…”*
    _construction(
        "{THE_SPEAKER} {ASIDE} {TO_VERB} {COPULA} {AUXILIARY|ADVERBIAL}*"
        " ({ACCORDING_TO} | {CUE} {AGENT_MARKER}) {NAME|NOMINAL}"
        " {SUBORDINATOR} {AUXILIARY|ADVERBIAL}* {SAYING|SAYING_PARTICIPLE} {NO_CUE}"
    ),
    _construction(
        "{THE_SPEAKER} {ASIDE} {TO_VERB} {COPULA} {ADVERBIAL}* {THE_VERB} {THE_TO} {AUXILIARY}*"
        " {SAYING} {ADDRESSEE} {QUOTED}",
        words.is_raised,
    ),
    # *X, quoted by Y, said … “…”*
    _construction(
        "{THE_SPEAKER} {COMMA} {ACCORDING_TO} {NAME|NOMINAL} {COMMA} {TO_VERB} {CUE} {NO_CUE}"
    ),
    # *X was criticised by Y for calling … “…”*
    _construction(
        "{THE_SPEAKER} {ASIDE} {TO_VERB} {COPULA} {AUXILIARY|ADVERBIAL}* {CUE|PAST_FORM|OTHER_WORD}"
        " {AGENT_MARKER} {NAME|NOMINAL} {APPOSED} {THE_LINK} {HAVING_CALLED} {NO_CUE}",
        words.reproaches,
    ),
    # *X, Y said, had told her: “…”*, *X, Y said, had told her to “…”*
    _construction(
        "{THE_SPEAKER} {COMMA} {NAME|NOMINAL|PRONOUN} {ADVERBIAL}* {SAYING} {COMMA}"
        " {AUXILIARY|ADVERBIAL}+ {CUE} {NO_CUE}"
    ),
    # *a text that X sent to Y reads: “…”*
    _construction(
        "{THE_NOUN} {COMPLEMENTIZER|RELATIVE}? {THE_NAMED} {TO_VERB} {CUE|PAST_FORM|OTHER_WORD}"
        " ({PREPOSITION} {MENTION|OBJECT_PRONOUN})? {CUE|COPULA} {QUOTED}",
        words.is_of_message,
    ),
    # *X, accused by Y of “…”*, *X was hailed by Y as “…”*, *X, asked by Y: “…”*
    _construction(
        "{CUE} {AGENT_MARKER} {OWNER} {THE_NAMED} {APPOSED} {THE_LINK} {NO_CUE}",
        words.is_complement,
    ),
    _construction("{THE_VERB} {AGENT_MARKER} {THE_NAMED} {APPOSED} {QUOTED}", words.addresses),
    # *X sued Y for calling … “…”*, *X demanded an apology from Y for saying … “…”*
    _construction(
        "{CUE|PAST_FORM|OTHER_WORD} {ASKED_OF} {THE_PERSON} {APPOSED} {THE_LINK}"
        " ({THE_GERUND} | {AUXILIARY|ADVERB|ING_FORM} {CUE}) {NO_CUE}",
        words.reproaches_words,
    ),
    # *X was suspended for saying … “…”*, *Y wants X to apologise for saying … “…”*
    _construction(
        "{UNGOVERNED} {THE_SPEAKER} {BARE}+ {THE_LINK} ({AUXILIARY|ADVERB}+ {CUE}"
        " | {THE_GERUND}) ({COMPLEMENTIZER} {NO_CUE}"
        " | {^END|QUOTE|CUE|RELATIVE|COMMA|PREPOSITION}{0,3}$)",
        words.reproaches_words,
    ),
    # *X mocked Y for her claim that … “…”*
    _construction(
        "{CUE|PAST_FORM|OTHER_WORD} {THE_NAMED} {APPOSED} {THE_LINK} {PRONOUN|DETERMINER}"
        " {ADJECTIVES} {CUE_NOUN} {THAT_CLAUSE}",
        words.reproaches,
    ),
    # *Y, said X, was “…”*
    _construction(
        "{MENTION} {COMMA} {SAYING} {ADVERB}* {THE_NAMED} {COMMA} {AUXILIARY|COPULA} {NO_CUE}"
    ),
    # *a man who calls them “…”*
    _construction(
        "{THE_NOMINAL} {RELATIVE} {TO_VERB} {THE_CUE} {OBJECT_PRONOUN|NAME|NOMINAL}$", words.calls
    ),
    # *X, whom Y called “…”*
    _construction(
        "{THE_RELATIVE} {THE_SPEAKER} {TO_VERB} {CUE} {OBJECT_PRONOUN|DETERMINER}?$",
        words.is_object,
    ),
    # *X praised the nurses, one of whom said … “…”*
    _construction("{THE_OWNER} {PREPOSITION} {RELATIVE} {TO_VERB} {CUE} {NO_CUE}"),
    # *X got a letter from Y, his landlord, stating: “…”*, *a text from Y that said: “…”*
    _construction(
        "{THE_NOUN} {THE_SENDER} {THE_NAMED} {APPOSED} {CUE_PARTICIPLE} {NO_CUE}",
        words.is_message,
    ),
    _construction(
        "{THE_NOUN} {THE_SENDER} {THE_NAMED} {COMPLEMENTIZER|RELATIVE} {CUE} {QUOTED}",
        words.is_message,
    ),
    _construction("{THE_NOUN} {THE_SENDER} {THE_PERSON} {WHEN} {COLON}$", words.is_message),
    # *X found a note that Y had left him: “…”*
    _construction(
        "{THE_NOUN} {COMPLEMENTIZER|RELATIVE}? {THE_NAMED} {TO_VERB} {THE_VERB} {OBJECT_PRONOUN}?"
        " {WHEN} {COLON}$",
        words.delivers,
    ),
    # *Quoting X, Y said it was “…”*
    _construction(
        "{OPENING} {THE_VERB} {THE_NAMED} {OF} {COMMA} {NAME|PRONOUN|NOMINAL} {OF} {TO_VERB} {CUE}"
        " {NO_CUE}",
        words.quotes,
    ),
    # *the daily quoted X, the mayor: “…”*, *the daily quoted X saying … “…”*
    _construction(
        "{THE_VERB} {THE_NAMED} ({COMMA} {^COMMA|END|QUOTE|CUE}{1,20} {COMMA}?)? {COLON}$",
        words.quotes,
    ),
    _construction(
        "{THE_VERB} {THE_NAMED} {APPOSED} {SUBORDINATOR}? {CUE_PARTICIPLE} {NO_CUE}", words.quotes
    ),
    # *Before X could answer, Y cut in: “…”*
    _construction(
        "{OPENING} {CONJUNCTION}? {SUBORDINATOR} {NAME|PRONOUN|NOMINAL} {^COMMA|END|QUOTE}+"
        " {COMMA} {THE_SPEAKER} {^MENTION|END|QUOTE|COMMA|COLON}* {COLON}$"
    ),
    # *X, chief executive of Brack said: “…”*, without the second comma
    _construction(
        "{OPENING} {CONJUNCTION}? {THE_NAME} {COMMA} {THE_OFFICE}"
        " ({PREPOSITION} {NAME|NOMINAL}){0,3} {CUE} {ADDRESSEE} {COMMA|COLON}$",
        words.is_bare_office,
    ),
    # *The commissioner of police, Brack State, X, said: “…”*
    _construction(
        "{OPENING} {THE_OFFICE} ({PREPOSITION} {NAME|NOMINAL})? ({COMMA} {NAME}){1,3} {COMMA}"
        " {THE_NAME} {COMMA} {TO_VERB} {CUE} {ADDRESSEE} {NO_CUE}",
        words.office_and_person,
    ),
)

_AFTER = (
    # *“…,” said Y’s mayor X*
    _construction(
        "{COMMA}? {ADVERB}* {SAYING} {ADVERB}* {NAME|NOMINAL} {POSSESSIVE}"
        " {OTHER_WORD|ADVERB|PAST_FORM}* {THE_PERSON} ({^COPULA|AUXILIARY|CUE} | $)"
    ),
    # *“…” is how X described Y*
    _construction(
        "{COMMA}? {COPULA} {THE_MANNER} {COMPLEMENTIZER}? {THE_SPEAKER} {TO_VERB} {CUE}",
        words.is_manner,
    ),
    # *it is “…”, a friend of hers said*
    _construction("{COMMA} {THE_NOMINAL} {OF} {TO_VERB} {SAYING}", words.complement_before),
    # *shouts of “…” from the miners*
    _construction("{THE_LINK} {THE_NAMED}", words.sent_by),
    # *“…” was X’s response*
    _construction(
        "{COMMA}? {COPULA} {THE_NAMED} {POSSESSIVE} {ADJECTIVES} {THE_CUE_NOUN}",
        words.noun_reports,
    ),
    # *“…” was the verdict of X*
    _construction("{COMMA}? {COPULA} {THE_CUE_NOUN} {THE_LINK} {THE_NAMED}", words.is_of_speaker),
    # *hailed as “…” by Y’s leader X*
    _construction(
        "{COMMA}? {AGENT_MARKER} ({NAME|NOMINAL} {POSSESSIVE} {OTHER_WORD|PAST_FORM}*)?"
        " {THE_PERSON}",
        words.passive_before,
    ),
    # *Having said that she saw “…”, X left*
    _construction("{COMMA} {THE_SPEAKER}", words.participle_before),
    # *“…,” Y quoted X as having said*
    _construction(
        "{COMMA}? {NAME|PRONOUN|NOMINAL} {TO_VERB} {CUE} {THE_SPEAKER} {APPOSED}"
        " {SUBORDINATOR} {AUXILIARY|ADVERBIAL}* {SAYING|SAYING_PARTICIPLE}"
    ),
    # *“…,” X was quoted as saying by Y*, *“…,” X was quoted by Y as saying*
    _construction(
        "{COMMA}? {THE_SPEAKER} {APPOSED} {TO_VERB} {COPULA} {ADVERB}*"
        " ({CUE} | ({ACCORDING_TO} | {CUE} {AGENT_MARKER}) {NAME|NOMINAL})"
        " {SUBORDINATOR} {AUXILIARY}* {SAYING|SAYING_PARTICIPLE}"
    ),
    # *“…,” said X, quoted by Y*, *“…,” X said, according to Y*
    _construction(
        "{COMMA}? {ADVERB}* {SAYING} {ADVERB}* {THE_NAMED} {COMMA}? {COPULA}? {SUBORDINATOR}?"
        " {ACCORDING_TO}"
    ),
    _construction(
        "{COMMA}? {THE_SPEAKER} {APPOSED} {TO_VERB} {SAYING} ({PREPOSITION} {TIME|NAME|NOMINAL})?"
        " {TIME}? {COMMA}? {SUBORDINATOR}? {ACCORDING_TO}"
    ),
)

#: the lead-in to a statement that is a paragraph of its own
_LEAD_IN = (
    # *A statement from X:*, *here is the statement of X, the mayor:*
    _construction(
        "{THE_NOUN} {THE_SENDER} {THE_NAMED} {APPOSED} {COLON} {PARAGRAPH_END}$",
        words.is_statement,
    ),
)

#: what nobody in particular said, or nobody has said
_UNSAID = (
    # *X bristled at comments that … “…”*, *X faced accusations that … “…”*
    _construction("{THE_REACTION} {ADJECTIVES} {THE_CUE_NOUN} {THAT_CLAUSE}", words.provokes),
    # *X denied rumours that … “…”*, *X laughed at the idea that … “…”*
    _construction("{THE_VERB} {PREPOSITION}? {THE_HEARSAY} {THAT_CLAUSE}", words.rejects),
    # *X rejected the label “…”*
    _construction("{THE_VERB} {PREPOSITION}? {THE_TERM}$", words.rejects_name),
    # *X did not call it “…”*, *X refused to call it “…”*, *X stopped short of saying … “…”*
    _construction("{THE_AUXILIARY} {THE_CUE} {OBJECT}", words.is_denied),
    _construction("{THE_WORD} {PREPOSITION}? {THE_CUE} {OBJECT}", words.withholds),
    # *X plays a policeman called “…”*
    _construction(
        "{CUE|PAST_FORM|OTHER_WORD|ING_FORM|COPULA|PREPOSITION} {NOMINAL} {THE_VERB}$",
        words.is_named,
    ),
    # *imagine X saying “…”*
    _construction(
        "{THE_VERB} {MENTION} {SAYING|SAYING_PARTICIPLE} ({ADDRESSEE} | {PRONOUN}) {QUOTED}",
        words.imagines,
    ),
    # *had X said “…”, he would have won*
    _construction(
        "{OPENING} {THE_AUXILIARY} {NAME|PRONOUN|NOMINAL} {ADVERB}* {SAYING} {ADDRESSEE} {COMMA}?$",
        words.is_inverted,
    ),
    # *as the saying goes, “…”*
    _construction(
        "{SUBORDINATOR} {THE_NOUN} {TO_VERB} {CUE|OTHER_WORD|AUXILIARY} {PRONOUN}? {COMMA|COLON}?$",
        words.is_proverb,
    ),
    # *they never get to say “…”*
    _construction("{THE_AUXILIARY} {AUXILIARY} {SAYING} {COMMA}?$", words.is_chance),
    # *she should say “…”*, *they wish that she would just say “…”*
    _construction("{THE_WISH} {ADVERB}* {SAYING} {COMMA}?$", words.is_wish),
    _construction(
        "{THE_WISH} {COMPLEMENTIZER}? {ADVERBIAL}? {MENTION} {AUXILIARY|ADVERB}+ {SAYING}"
        " {COMMA}?$",
        words.is_wish,
    ),
    # *she wants them to say “…”*
    _construction(
        "{THE_WISH} {NAME|NOMINAL|PRONOUN|OBJECT_PRONOUN} {PREPOSITION|AUXILIARY} {SAYING}"
        " {COMMA}?$",
        words.is_wish,
    ),
    # *you will not hear her say “…”*
    _construction(
        "{THE_AUXILIARY} {THE_VERB} {MENTION|OBJECT_PRONOUN} {SAYING} {COMMA}?$",
        words.is_never_heard,
    ),
    # *if X says “…”, run*
    _construction(
        "{OPENING} {THE_SUBORDINATOR} {NAME|PRONOUN|NOMINAL} {TO_VERB} {SAYING} {COMMA}?$",
        words.is_condition,
    ),
)
#: somebody says the sentence in which the quote stands
_is_reported = searcher(encode("{SAYING}"))


def said_by_nobody(document: Document, quote: Quote) -> bool:
    """Whether the construction before a quote shows that nobody is meant to have said it.

    Args:
        document: where the quote stands.
        quote: the quote.
    """
    if _is_reported(quote.frame.right):
        return False
    start = quote.first - len(quote.frame.left)
    return any(
        construction.condition(document, match)
        for construction, match in _matches(_UNSAID, document, start, quote.first)
    )


def settled_by_construction(document: Document, quote: Quote) -> int | None:
    """Find the only mention that the construction before or after a quote allows.

    Args:
        document: where the quote stands.
        quote: the quote.

    Returns:
        The chunk of the mention, None where no construction tells.
    """
    first, rest = quote.first, quote.last + 1
    start, stop = first - len(quote.frame.left), rest + len(quote.frame.right)
    lead_in = _LEAD_IN if start == first else ()
    matches = chain(
        _matches(_BEFORE, document, start, first),
        _matches(lead_in, document, max(0, first - _LEAD), first),
        _matches(_AFTER, document, rest, stop, at_start=True),
    )
    for construction, match in matches:
        if construction.condition(document, match):
            return match.start("speaker")
    return None


def _matches(
    constructions: Sequence[_Construction],
    document: Document,
    start: int,
    stop: int,
    at_start: bool = False,
) -> Iterator[tuple[_Construction, Match]]:
    """The constructions that match somewhere in a part of an article, or at its start."""
    tags = document.tags
    chunks = set(tags[start:stop])
    for construction in constructions:
        if construction.may_match(chunks):
            pattern = construction.pattern
            match = (pattern.match if at_start else pattern.search)(tags, start, stop)
            if match:
                yield construction, match
