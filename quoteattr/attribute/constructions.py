"""Constructions that leave one reading: of all mentions near a quote, the one that said it.

Before a quote the sentence up to it is searched, *X said Y had told her: “…”*; after a quote its
rest is read from its beginning, *“…,” said Y’s mayor, X*. A construction names its chunks; where
their classes do not tell enough, a condition looks at the words.
"""

from __future__ import annotations

from collections.abc import Callable

import regex
from attrs import frozen

from quoteattr.attribute.document import Document, Quote
from quoteattr.detect.pattern import encode, searcher
from quoteattr.detect.row_regex import ADVERBIALS, ASIDE, MENTION, TO_VERB, group, one_of
from quoteattr.language import Language
from quoteattr.language.language import Words

Condition = Callable[[Document, "regex.Match[str]"], bool]


def _perceiving(language: Language) -> Words:
    """All forms of the verbs of hearing or remembering."""
    return language.all_forms(language.perceiving)


def _always(document: Document, match: regex.Match[str]) -> bool:
    """The classes of the chunks tell enough."""
    return True


def _noun_reports(document: Document, match: regex.Match[str]) -> bool:
    """The noun reports, is one for documents, or is a verb by its form: *Y’s finding that*."""
    i = match.start("noun")
    is_document = document.chunks.heads[i] in document.language.document_nouns
    return document.tags[i] != "D" or is_document


def _noun_of_another(document: Document, match: regex.Match[str]) -> bool:
    """The noun reports, and a preposition before it belongs to the verb: *laughed off*."""
    particle = match.start("particle")
    heads, language = document.chunks.heads, document.language
    joined = particle < 0 or heads[particle] in language.verb_particles
    return joined and _noun_reports(document, match)


def _owner_is_another(document: Document, match: regex.Match[str]) -> bool:
    """The possessive stands for somebody named who is not the subject: *X denied her claim*."""
    owner, subject = match.start("speaker"), match.start("subject")
    if document.chunks.heads[owner] not in document.language.possessives:
        return False
    entity = document.candidate(owner).entity
    return entity is not None and entity is not document.candidate(subject).entity


def _perceives(document: Document, match: regex.Match[str]) -> bool:
    """The verb is one of hearing or remembering somebody speak: *remembers Y saying*."""
    return document.chunks.heads[match.start("verb")] in document.language.derived(_perceiving)


def _is_infinitive(document: Document, match: regex.Match[str]) -> bool:
    """The word opens an infinitive: *urged them to “…”*."""
    return document.chunks.heads[match.start("link")] in document.language.infinitive


def _is_object(document: Document, match: regex.Match[str]) -> bool:
    """The relative pronoun is the object of its clause: *whom*, *which*, not *who*, *whose*."""
    head = document.chunks.heads[match.start("relative")]
    return head in document.language.object_relatives


def _is_complement(document: Document, match: regex.Match[str]) -> bool:
    """What follows the agent is what was said: *accused by Y of “…”*, *hailed by Y as “…”*."""
    head = document.chunks.heads[match.start("link")]
    language = document.language
    return head in language.genitive or head in language.capacity or head in language.that


def _is_message(document: Document, match: regex.Match[str]) -> bool:
    """The noun is one for messages, and what links it to a name shows who sent it."""
    heads, language = document.chunks.heads, document.language
    sent = heads[match.start("link")] in language.sending
    return sent and heads[match.start("noun")] in language.messages


def _passive_before(document: Document, match: regex.Match[str]) -> bool:
    """A verb in the passive stands before the quote: *was hailed as “…” by*."""
    stop = match.start()
    return _PASSIVE.search(document.tags, max(0, stop - _REACH), stop) is not None


def _office_and_person(document: Document, match: regex.Match[str]) -> bool:
    """An office opens the row of names, and the last one is no body’s."""
    office, last = match.start("office"), match.start("speaker")
    heads, language = document.chunks.heads, document.language
    return heads[office] in language.person_nouns and heads[last] not in language.organisation_words


def _provokes(document: Document, match: regex.Match[str]) -> bool:
    """Words of others, nobody says whose, are what the clause is about: *upset by rumours that*."""
    heads, language = document.chunks.heads, document.language
    link, noun = heads[match.start("link")], heads[match.start("noun")]
    return link in language.provoking and language.looks_plural(noun)


def _is_chance(document: Document, match: regex.Match[str]) -> bool:
    """The words are what somebody has, or has not, the chance to say."""
    return document.chunks.heads[match.start("link")] in document.language.chances


def _is_condition(document: Document, match: regex.Match[str]) -> bool:
    """The word opens a condition: *if*, not *when*."""
    return document.chunks.heads[match.start("link")] in document.language.doubting


@frozen
class _Construction:
    """A pattern over chunks whose group ``speaker`` is the mention that said the quote."""

    pattern: regex.Pattern[str]
    condition: Condition = _always

    def speaker(self, document: Document, match: regex.Match[str] | None) -> int | None:
        """The chunk of the speaker, None where the construction does not hold."""
        holds = match is not None and self.condition(document, match)
        return match.start("speaker") if match is not None and holds else None


def _construction(pattern: str, condition: Condition = _always) -> _Construction:
    """Compile a construction."""
    return _Construction(regex.compile(pattern), condition)


#: where the search begins: the first chunk of the sentence
_OPENING = r"\G"
#: the rest of a clause up to the quote, with no other verb that reports
_NO_CUE = f"{one_of('^END|QUOTE|SAYING|REPORTING|RELATIVE')}*+$"
_THAT_CLAUSE = f"{one_of('COMPLEMENTIZER')}(?={one_of('NAME|NOMINAL|PRONOUN')}){_NO_CUE}"
#: who is told, before a quote
_ADDRESSEE = encode(
    "({PREPOSITION}? {OBJECT_PRONOUN|NAME|NOMINAL} | {COMPLEMENTIZER})? {COMMA|COLON}?$"
)
_APPOSED = encode("({COMMA} {^COMMA|END|QUOTE}{1,20} {COMMA})?")

_is_reported = searcher(encode("{SAYING}"))
_PASSIVE = regex.compile(encode("{COPULA} {AUXILIARY|ADVERBIAL}* {CUE} {^CUE|END|QUOTE}* {QUOTE}$"))
#: chunks before the end of a quote in which its verb is looked for
_REACH = 16

_BEFORE = (
    # *X issued a statement saying: “…”*
    _construction(
        (group("speaker", "NAME|PRONOUN|NOMINAL") + ASIDE + TO_VERB + one_of("CUE"))
        + group("noun", "NOMINAL|CUE_NOUN")
        + encode("({PREPOSITION} {NAME|NOMINAL|TIME})? {CUE_PARTICIPLE} {COLON|COMMA}?$"),
        _noun_reports,
    ),
    # *X said Y had told her: “…”*: the verb right before the quote is that of Y
    _construction(
        (MENTION + ASIDE + TO_VERB + one_of("CUE|OTHER_WORD"))
        + f"(?:{one_of('OBJECT_PRONOUN|NAME|NOMINAL')}(?={one_of('COMPLEMENTIZER')}|{MENTION}))?"
        + (encode("{COMPLEMENTIZER}?") + group("speaker", "NAME|PRONOUN|NOMINAL"))
        + encode("({PREPOSITION} {NAME|NOMINAL})?")
        + f"{ASIDE}{TO_VERB}{encode('{SUBORDINATOR}? {SAYING}')}{_ADDRESSEE}"
    ),
    # *X remembers Y saying: “…”*; but *X emailed Y, saying: “…”* is what X says
    _construction(
        (MENTION + ASIDE + TO_VERB + group("verb", "CUE|OTHER_WORD"))
        + (group("speaker", "NAME|PRONOUN|NOMINAL") + encode("({PREPOSITION} {NAME|NOMINAL})?"))
        + (ADVERBIALS + one_of("SAYING_PARTICIPLE") + _ADDRESSEE),
        _perceives,
    ),
    # *X denied Y’s claim that … “…”*, *X denied Y’s finding that … “…”*
    _construction(
        group("speaker", "NAME|NOMINAL")
        + encode("{POSSESSIVE} {OTHER_WORD|PAST_FORM|ADVERB}{0,2}")
        + group("noun", "CUE_NOUN|SPEAKING_NOMINAL|CUE|CUE_PARTICIPLE|ING_FORM")
        + _THAT_CLAUSE,
        _noun_reports,
    ),
    # *X denied a report in the Y that … “…”*, *X laughed off a claim by Y that … “…”*
    _construction(
        (one_of("CUE|PAST_FORM|OTHER_WORD") + f"{group('particle', 'PREPOSITION|ADVERB')}?")
        + (group("noun", "CUE_NOUN|SPEAKING_NOMINAL") + one_of("PREPOSITION|AGENT_MARKER"))
        + (group("speaker", "NAME|NOMINAL") + _THAT_CLAUSE),
        _noun_of_another,
    ),
    # *X denied her claim that … “…”*
    _construction(
        (group("subject", "NAME|PRONOUN|NOMINAL") + ASIDE + TO_VERB + one_of("CUE"))
        + (group("speaker", "PRONOUN") + encode("{OTHER_WORD|PAST_FORM|ADVERB}{0,2}"))
        + (one_of("CUE_NOUN") + _THAT_CLAUSE),
        _owner_is_another,
    ),
    # *X, accused by Y of “…”*, *X was hailed by Y as “…”*
    _construction(
        (one_of("CUE") + one_of("AGENT_MARKER") + group("speaker", "NAME|NOMINAL") + _APPOSED)
        + group("link", "PREPOSITION|SUBORDINATOR|COMPLEMENTIZER")
        + _NO_CUE,
        _is_complement,
    ),
    # *X was quoted by Y as saying … “…”*
    _construction(
        (group("speaker", "MENTION") + ASIDE + TO_VERB + one_of("COPULA"))
        + encode("{AUXILIARY|ADVERBIAL}* {ACCORDING_TO} {NAME|NOMINAL}")
        + encode("{SUBORDINATOR} {AUXILIARY|ADVERBIAL}* {SAYING|SAYING_PARTICIPLE}")
        + _NO_CUE
    ),
    # *X, whom Y called “…”*
    _construction(
        (group("relative", "RELATIVE") + group("speaker", "NAME|NOMINAL|PRONOUN"))
        + encode("{AUXILIARY|ADVERBIAL|SUBORDINATOR}* {CUE} {OBJECT_PRONOUN|DETERMINER}?$"),
        _is_object,
    ),
    # *X praised the nurses, one of whom said … “…”*
    _construction(
        (group("speaker", "PRONOUN") + encode("{PREPOSITION} {RELATIVE}") + TO_VERB)
        + (one_of("CUE") + _NO_CUE)
    ),
    # *X got a letter from Y, his landlord, stating: “…”*
    _construction(
        (group("noun", "NOMINAL|CUE_NOUN") + group("link", "PREPOSITION|AGENT_MARKER"))
        + (group("speaker", "NAME|NOMINAL") + _APPOSED + one_of("CUE_PARTICIPLE") + _NO_CUE),
        _is_message,
    ),
    # *a text from X that said: “…”*
    _construction(
        (group("noun", "NOMINAL|CUE_NOUN") + group("link", "PREPOSITION|AGENT_MARKER"))
        + (group("speaker", "NAME|NOMINAL") + one_of("COMPLEMENTIZER|RELATIVE") + one_of("CUE"))
        + encode("{COLON|COMMA}?$"),
        _is_message,
    ),
    # *X said Y had urged them to “…”*
    _construction(
        (MENTION + ASIDE + TO_VERB + one_of("CUE") + encode("{COMPLEMENTIZER}?"))
        + (group("speaker", "NAME|PRONOUN|NOMINAL") + TO_VERB + one_of("CUE"))
        + (one_of("OBJECT_PRONOUN|NAME|NOMINAL") + group("link", "AUXILIARY|PREPOSITION"))
        + encode("{OTHER_WORD|REPORTING}?$"),
        _is_infinitive,
    ),
    # *Before X could answer, Y cut in: “…”*
    _construction(
        (_OPENING + encode("{CONJUNCTION}? {SUBORDINATOR} {NAME|PRONOUN|NOMINAL}"))
        + f"{one_of('^COMMA|END|QUOTE')}++{one_of('COMMA')}"
        + group("speaker", "NAME|PRONOUN|NOMINAL")
        + encode("{^MENTION|END|QUOTE|COMMA|COLON}* {COLON}$")
    ),
    # *The commissioner of police, Brack State, X, said: “…”*
    _construction(
        (_OPENING + group("office", "NAME|NOMINAL"))
        + encode("({PREPOSITION} {NAME|NOMINAL})? ({COMMA} {NAME}){1,3} {COMMA}")
        + (group("speaker", "NAME") + encode("{COMMA}") + TO_VERB + one_of("CUE"))
        + (encode("({PREPOSITION}? {OBJECT_PRONOUN|NAME|NOMINAL})? {COMPLEMENTIZER}?") + _NO_CUE),
        _office_and_person,
    ),
)

_AFTER = (
    # *“…,” said Y’s mayor X*
    _construction(
        encode("{COMMA}? {ADVERB}* {SAYING} {ADVERB}* {NAME|NOMINAL} {POSSESSIVE}")
        + encode("{OTHER_WORD|ADVERB|PAST_FORM}*")
        + (group("speaker", "NAME|SPEAKING_NOMINAL") + f"(?!{one_of('COPULA|AUXILIARY|CUE')})")
    ),
    # *hailed as “…” by Y’s leader X*
    _construction(
        encode("{COMMA}? {AGENT_MARKER} {NAME|NOMINAL} {POSSESSIVE} {OTHER_WORD|PAST_FORM}*")
        + group("speaker", "NAME|SPEAKING_NOMINAL"),
        _passive_before,
    ),
    # *“…,” Y quoted X as having said*
    _construction(
        encode("{COMMA}? {NAME|PRONOUN|NOMINAL}")
        + TO_VERB
        + one_of("CUE")
        + (group("speaker", "NAME|PRONOUN|NOMINAL") + _APPOSED)
        + encode("{SUBORDINATOR} {AUXILIARY|ADVERBIAL}* {SAYING|SAYING_PARTICIPLE}")
    ),
    # *“…,” X was quoted as saying by Y*
    _construction(
        (encode("{COMMA}?") + group("speaker", "NAME|PRONOUN|NOMINAL") + _APPOSED + TO_VERB)
        + encode("{COPULA} {ADVERB}* {CUE} {SUBORDINATOR} {AUXILIARY}* {SAYING|SAYING_PARTICIPLE}")
    ),
    # *“…,” said X, quoted by Y*
    _construction(
        encode("{COMMA}? {ADVERB}* {SAYING} {ADVERB}*")
        + group("speaker", "NAME|NOMINAL")
        + encode("{COMMA}? {COPULA}? {ACCORDING_TO}")
    ),
)


#: what nobody in particular said, or nobody has said
_UNSAID = (
    # *X bristled at comments that … “…”*, *amid claims that … “…”*
    _construction(
        (group("link", "PREPOSITION|AGENT_MARKER") + encode("{OTHER_WORD|PAST_FORM|ADVERB}{0,2}"))
        + (group("noun", "CUE_NOUN") + _THAT_CLAUSE),
        _provokes,
    ),
    # *X faced accusations that … “…”*
    _construction(
        (group("link", "PAST_FORM|OTHER_WORD") + encode("{OTHER_WORD|PAST_FORM|ADVERB}{0,2}"))
        + (group("noun", "CUE_NOUN") + _THAT_CLAUSE),
        _provokes,
    ),
    # *they never get to say “…”*
    _construction(
        group("link", "AUXILIARY") + encode("{AUXILIARY} {SAYING} {COMMA}?$"), _is_chance
    ),
    # *if X says “…”, run*
    _construction(
        (_OPENING + group("link", "SUBORDINATOR") + one_of("NAME|PRONOUN|NOMINAL"))
        + encode("{AUXILIARY|ADVERBIAL}* {SAYING} {COMMA}?$"),
        _is_condition,
    ),
)


def said_by_nobody(document: Document, quote: Quote) -> bool:
    """Whether the construction before a quote shows that nobody is meant to have said it.

    Args:
        document: where the quote stands.
        quote: the quote.
    """
    tags, start = document.tags, quote.first - len(quote.frame.left)
    if _is_reported(quote.frame.right):
        return False
    for construction in _UNSAID:
        match = construction.pattern.search(tags, start, quote.first)
        if match and construction.condition(document, match):
            return True
    return False


def settled_by_construction(document: Document, quote: Quote) -> int | None:
    """Find the only mention that the construction before or after a quote allows.

    Args:
        document: where the quote stands.
        quote: the quote.

    Returns:
        The chunk of the mention, None where no construction tells.
    """
    tags, start = document.tags, quote.first - len(quote.frame.left)
    for construction in _BEFORE:
        match = construction.pattern.search(tags, start, quote.first)
        chunk = construction.speaker(document, match)
        if chunk is not None:
            return chunk
    stop = quote.last + 1 + len(quote.frame.right)
    for construction in _AFTER:
        match = construction.pattern.match(tags, quote.last + 1, stop)
        chunk = construction.speaker(document, match)
        if chunk is not None:
            return chunk
    return None
