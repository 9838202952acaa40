"""Claims, and reactions to them: *X denied Y’s claim that … “…”*.

People who judge a claim use their own words; people who react to it, or reproach somebody with it,
repeat the words of another.
"""

from __future__ import annotations

from quoteattr.attribute.constructions import words
from quoteattr.attribute.constructions.construction import Construction, Match
from quoteattr.attribute.documents.document import Document
from quoteattr.coref.entities.gender import gender_of
from quoteattr.detect.alphabet import COMPLEMENTIZER, SAYING_PARTICIPLE
from quoteattr.detect.patterns.pattern import tags

#: a participle with a clause: *suggesting that*, not *showing “courage”*
_SAYING_THAT = SAYING_PARTICIPLE + COMPLEMENTIZER
#: after a quote: the object of the verb before it
_OBJECTS = frozenset(tags("NAME|NOMINAL|CUE_NOUN|DETERMINER"))


def noun_of_another(document: Document, match: Match) -> bool:
    """The noun reports, and a preposition before it belongs to the verb: *laughed off*."""
    particles = document.language.verb_particles
    of_verb = words.head_of(document, match, "link") in {"", *particles}
    return of_verb and words.noun_reports(document, match)


def is_owned(document: Document, match: Match) -> bool:
    """The possessive refers to somebody named, of its gender: *X denied her claim*."""
    owner, language = match.start("speaker"), document.language
    head, entity = document.chunks.heads[owner], document.candidate(owner).entity
    if entity is None or head not in language.possessives:
        return False
    return language.bound_gender.get(head, "") in ("", gender_of(entity))


def reproaches_words(document: Document, match: Match) -> bool:
    """Somebody is reproached with words, or with calling something so: *suspended for saying*."""
    i = match.start("verb")
    reports = document.tags.startswith(_SAYING_THAT, i) if i >= 0 else True
    return (reports or words.calls(document, match)) and words.reproaches(document, match)


def is_of_remark(document: Document, match: Match) -> bool:
    """A noun that reports follows the quote: *Y’s “…” remark*."""
    following = document.chunks.heads[match.end() + 1 : match.end() + 2]
    return not document.language.cue_nouns.isdisjoint(following)


def is_reported_as(document: Document, match: Match) -> bool:
    """The noun reports, and the word introduces a description: *a report that … as*."""
    capacity = words.head_of(document, match, "link") in document.language.capacity
    return capacity and words.noun_reports(document, match)


def depicts(document: Document, match: Match) -> bool:
    """The noun is one for descriptions, and the word introduces one: *a portrayal of her as*."""
    depiction = words.head_of(document, match, "noun") in document.language.depictions
    return depiction and words.head_of(document, match, "link") in document.language.capacity


def is_content_of_noun(document: Document, match: Match) -> bool:
    """The noun reports, and *of* introduces its content: *an account of*."""
    genitive = words.head_of(document, match, "link") in document.language.genitive
    return genitive and words.noun_reports(document, match)


def is_reported_before_object(document: Document, match: Match) -> bool:
    """The word introduces a description, and the object follows the quote: *rejected as “…” it*."""
    capacity = words.head_of(document, match, "link") in document.language.capacity
    return capacity and document.tags[match.end() + 1 : match.end() + 2] in _OBJECTS


def labels_claim(document: Document, match: Match) -> bool:
    """The verb gives a name to another person's claim: *called Y’s claim*, not *quoted*."""
    labels = words.verb_is(document, match, document.language.labelling)
    return labels and words.noun_reports(document, match)


def describes(document: Document, match: Match) -> bool:
    """The verb introduces a description: *described Y’s plan as*."""
    capacity = words.head_of(document, match, "link") in document.language.capacity
    return capacity and words.calls(document, match)


#: somebody judges another person's claim: the judgement is the first one’s
JUDGED_CLAIMS = (
    # *X said Y’s claim that the port is safe was “…”*: X judges the completed clause
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {CUE} {OF_CLAUSE}"
        " {THE_VERBAL_NOUN} ({PREPOSITION|AGENT_MARKER} {NAME|NOMINAL})? {COMPLEMENTIZER} {JUDGED}",
        words.noun_reports,
    ),
    # *X called Y’s claim that the port is safe “…”*
    Construction(
        "{OPENING} {CONJUNCTION}? {THE_SPEAKER} {OF} {ASIDE} {TO_VERB} {THE_CUE} {OF_CLAUSE}"
        " {CUE_NOUN} {COMPLEMENTIZER} {OF_CLAUSE} {OTHER_WORD|ADVERB|NAME|NOMINAL|PAST_FORM} $",
        words.is_named,
    ),
    # *X dismissed a report by Y that … as “…”*
    Construction(
        "{OPENING} {FRONTED} {THE_SPEAKER} {OF} {ASIDE} {WHEN} {TO_VERB} {CUE|PAST_FORM|OTHER_WORD}"
        " {PREPOSITION|ADVERB}? {CLAIMANT} {THE_CUE_NOUN} {^END|QUOTE|COMMA|CUE}* {COMPLEMENTIZER}"
        " {^END|QUOTE|COMMA|CUE}* {THE_LINK}$",
        is_reported_as,
    ),
    # *X dismissed Y’s claim as “…”*, *X dismissed a claim by Y as “…”*
    Construction(
        "{OPENING} {FRONTED} {THE_SPEAKER} {OF} {ASIDE} {WHEN} {TO_VERB} {CUE|PAST_FORM|OTHER_WORD}"
        " {PREPOSITION|ADVERB}? {CLAIMANT} {THE_VERBAL_NOUN} ({AGENT_MARKER} {NAME|NOMINAL})?"
        " {THE_LINK}$",
        is_reported_as,
    ),
    # *X rejected as “…” the claim*
    Construction(
        "{OPENING} {FRONTED} {THE_SPEAKER} {OF} {ASIDE} {WHEN} {TO_VERB} {THE_VERB} {THE_LINK}"
        " {DETERMINER}?$",
        is_reported_before_object,
    ),
    # *X described Y’s apology as “…”*
    Construction(
        "{OPENING} {FRONTED} {THE_SPEAKER} {OF} {ASIDE} {WHEN} {TO_VERB} {THE_CUE} {NAME|NOMINAL}"
        " {POSSESSIVE} {^END|QUOTE|COMMA|MENTION|PREPOSITION}{1,3} {THE_LINK}$",
        describes,
    ),
    # *X called Y’s claim “…”*
    Construction(
        "{OPENING} {FRONTED} {THE_SPEAKER} {OF} {ASIDE} {WHEN} {TO_VERB} {THE_CUE} {CLAIMANT}"
        " {THE_VERBAL_NOUN} ({AGENT_MARKER} {NAME|NOMINAL})? {DETERMINER}?$",
        labels_claim,
    ),
    # *X said Y’s claim was “…”*
    Construction(
        "{OPENING} {FRONTED} {THE_SPEAKER} {OF} {ASIDE} {WHEN} {TO_VERB} {SAYING} {COMPLEMENTIZER}?"
        " {CLAIMANT} {THE_VERBAL_NOUN} ({AGENT_MARKER} {NAME|NOMINAL})? {AUXILIARY|ADVERB}*"
        " {COPULA} {ADVERB|DETERMINER}* $",
        words.noun_reports,
    ),
)
#: somebody reacts to another person's claim: the claim is the second one’s
CLAIMS_OF_OTHERS = (
    # *X denied Y’s claim that … “…”*, *X denied Y’s finding that … “…”*
    Construction(
        "{THE_NAMED} {POSSESSIVE} {ADJECTIVES} {THE_VERBAL_NOUN} {THAT_CLAUSE}",
        words.noun_reports,
    ),
    # *X dismissed Y’s account of “…”*
    Construction(
        "{THE_NAMED} {POSSESSIVE} {ADJECTIVES} {THE_CUE_NOUN} {THE_LINK} {DETERMINER}?$",
        is_content_of_noun,
    ),
    # *X resented Y’s description of her as “…”*, *Y’s description of Z as “…” and of her as “…”*
    Construction(
        "{THE_SPEAKER} {POSSESSIVE}? {ADJECTIVES} {THE_CUE_NOUN} ({PREPOSITION} {^END|QUOTE}{1,6}"
        " {QUOTE} {COMMA}? {CONJUNCTION})? {PREPOSITION}? {OBJECT_PRONOUN|NAME|NOMINAL} {OF}"
        " {APPOSED} {THE_LINK} {DETERMINER}?$",
        depicts,
    ),
    # *X denied a report in the Y that … “…”*, *X laughed off a claim by Y that … “…”*
    Construction(
        "{CUE|PAST_FORM|OTHER_WORD} {THE_PARTICLE} {THE_NOUN} {PREPOSITION|AGENT_MARKER}"
        " {THE_NAMED} {APPOSED} {THAT_CLAUSE}",
        noun_of_another,
    ),
    # *X denied the claim, made by Y, that … “…”*
    Construction(
        "{CUE_NOUN|NOMINAL} {COMMA} {OTHER_WORD|PAST_FORM} {AGENT_MARKER} {THE_NAMED} {COMMA}"
        " {THAT_CLAUSE}"
    ),
    # *X backed a call from Y to “…”*
    Construction(
        "{CUE|PAST_FORM|OTHER_WORD} {THE_VERBAL_NOUN} {THE_SENDER} {THE_NAMED} {APPOSED}"
        " {AUXILIARY|PREPOSITION} {OTHER_WORD|REPORTING}?$",
        words.noun_of_sender,
    ),
    # *X hit back after Y’s “…” remark*
    Construction("{THE_NAMED} {POSSESSIVE} {ADJECTIVES} $", is_of_remark),
    # *X denied her claim that … “…”*
    Construction(
        "{CUE|PAST_FORM|OTHER_WORD} {THE_OWNER} {ADJECTIVES} {CUE_NOUN} {THAT_CLAUSE}",
        is_owned,
    ),
)
#: somebody is reproached with words: they are that person’s
REPROACHES = (
    # *X sued Y for calling … “…”*, *X demanded an apology from Y for saying … “…”*
    Construction(
        "{CUE|PAST_FORM|OTHER_WORD} {ASKED_OF} {THE_PERSON} {APPOSED} {THE_LINK}"
        " ({THE_GERUND} | {AUXILIARY|ADVERB|ING_FORM} {CUE}) {NO_CUE}",
        reproaches_words,
    ),
    # *X was suspended for saying … “…”*, *Y wants X to apologise for saying … “…”*
    Construction(
        "{UNGOVERNED} {THE_SPEAKER} {BARE}+ {THE_LINK} ({AUXILIARY|ADVERB}+ {CUE}"
        " | {THE_GERUND}) ({COMPLEMENTIZER} {NO_CUE}"
        " | {^END|QUOTE|CUE|RELATIVE|COMMA|PREPOSITION}{0,3}$"
        " | {OBJECT_PRONOUN|NAME|NOMINAL} {PREPOSITION|AUXILIARY} {OTHER_WORD|REPORTING}?$)",
        reproaches_words,
    ),
    # *X mocked Y for her claim that … “…”*
    Construction(
        "{CUE|PAST_FORM|OTHER_WORD} {THE_NAMED} {APPOSED} {THE_LINK} {PRONOUN|DETERMINER}"
        " {ADJECTIVES} {CUE_NOUN} {THAT_CLAUSE}",
        words.reproaches,
    ),
    # *X accused Y of making it “…”*
    Construction(
        "{THE_SPEAKER} {ASIDE} {TO_VERB} {CUE} {NAME|NOMINAL|OBJECT_PRONOUN} {APPOSED} {THE_LINK}"
        " {ING_FORM} {OBJECT}",
        words.reproaches,
    ),
)
