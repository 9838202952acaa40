"""What the words of a construction must be, where the classes of its chunks do not suffice.

Each condition looks at a match of a pattern of ``constructions``: its groups ``noun``, ``verb``
and ``link`` are the chunks on whose words it depends.
"""

from __future__ import annotations

from collections.abc import Callable

import regex

from quoteattr.attribute.document import Document
from quoteattr.coref.attributes import gender_of
from quoteattr.detect.alphabet import AGENT_MARKER, COMMA, END
from quoteattr.detect.pattern import encode, tags
from quoteattr.detect.row_regex import group
from quoteattr.language import Language
from quoteattr.language.patterns import lazy_regex
from quoteattr.language.tables import Words

Match = regex.Match[str]
Condition = Callable[[Document, Match], bool]

#: a verb in the passive, and a quote as its complement
_PASSIVE = lazy_regex(encode("{COPULA} {AUXILIARY|ADVERBIAL}* {CUE} {^CUE|END|QUOTE}* {QUOTE}$"))
#: a passive without its auxiliary, and a quote as its complement: *X, described as “…”*
_REDUCED = lazy_regex(
    group("verb", "CUE|PAST_FORM|OTHER_WORD")
    + group("link", "SUBORDINATOR|PREPOSITION")
    + encode("? {DETERMINER}? {QUOTE}$")
)
#: a preposition of which the quote is the object
_OBJECT = lazy_regex(group("link", "PREPOSITION") + encode("{DETERMINER}? {QUOTE}$"))
#: a participle that opens the sentence, and a quote as its complement
_FRONTED = lazy_regex(
    encode(
        "(^ | {END}) ({PREPOSITION}? {AUXILIARY}+ {CUE} {^CUE|END|QUOTE}*"
        " | {PREPOSITION|AGENT_MARKER|SUBORDINATOR}? {CUE_PARTICIPLE}"
        " ({OBJECT_PRONOUN|NAME|NOMINAL|PRONOUN|COMPLEMENTIZER}"
        " | {DETERMINER} {^CUE|END|QUOTE|COMMA|POSSESSIVE})"  # not *welcoming the “bold step”*
        " {^CUE|END|QUOTE|COMMA|POSSESSIVE}*) {QUOTE}$"
    )
)
#: a form of *be*, and a quote as its complement: *it is “…”*
_PREDICATE = lazy_regex(encode("{COPULA} {ADVERB|DETERMINER}* {QUOTE}$"))
#: a noun, and a quote as what it is of: *shouts of “…”*
_NOUN_OF = lazy_regex(
    group("noun", "CUE_NOUN|CUE") + group("link", "PREPOSITION") + encode("{QUOTE}$")
)
_NAME, _NOMINAL, _OTHER_WORD = tags("NAME"), tags("NOMINAL"), tags("OTHER_WORD")
_CUE_NOUN = tags("CUE_NOUN")
#: a participle with a clause: *suggesting that*, not *showing “courage”*
_SAYING_THAT = tags("SAYING_PARTICIPLE") + tags("COMPLEMENTIZER")
_BRACKETS = frozenset("([")
#: what stands before a quote that opens its sentence
_OPENINGS = frozenset(("", *END))
#: characters at the end of a quote: its last one, and its mark
_CLOSING = 2
#: chunks before the end of a quote in which its verb is looked for
_REACH = 16


def _perceiving(language: Language) -> Words:
    """All forms of the verbs of hearing or remembering."""
    return language.all_forms(language.perceiving)


def _addressing(language: Language) -> Words:
    """All forms of the verbs of telling and asking."""
    return language.all_forms(language.addressing)


def _viewing(language: Language) -> Words:
    """All forms of the verbs of saying and of thinking."""
    return language.all_forms(language.saying | language.reporting | language.thinking)


def _learning(language: Language) -> Words:
    """All forms of the verbs of getting to know something."""
    return language.all_forms(language.learning)


def _delivering(language: Language) -> Words:
    """All forms of the verbs of sending or giving a message."""
    return language.all_forms(language.delivering)


def _rejecting(language: Language) -> Words:
    """All forms of the verbs of rejecting what others say."""
    return language.all_forms(language.rejecting)


def _calling(language: Language) -> Words:
    """All forms of the verbs of saying something, or of calling something so."""
    return language.all_forms(language.calling)


def _labelling(language: Language) -> Words:
    """All forms of the verbs of calling something so, with the name right behind it."""
    return language.all_forms(language.labelling)


def _raising(language: Language) -> Words:
    """All forms of the verbs whose passive says what its subject does."""
    return language.all_forms(language.raising)


def _turning(language: Language) -> Words:
    """All forms of the verbs of what somebody does before they speak to another."""
    return language.all_forms(language.turning)


def _citing(language: Language) -> Words:
    """All forms of the verbs of naming somebody as a source."""
    return language.all_forms(language.citing)


def _quoting(language: Language) -> Words:
    """All forms of the verbs of quoting."""
    return language.all_forms(language.quoting)


def _head(document: Document, match: Match, group: str) -> str:
    """The word that heads the chunk of a group, an empty string where the group is absent."""
    i = match.start(group)
    return document.chunks.heads[i] if i >= 0 else ""


def calls(document: Document, match: Match) -> bool:
    """The verb is one of saying something, or of calling something so."""
    return _head(document, match, "verb") in document.language.derived(_calling)


def always(document: Document, match: Match) -> bool:
    """The classes of the chunks suffice."""
    return True


def noun_reports(document: Document, match: Match) -> bool:
    """The noun reports, is one for documents or views, or is a verb by its form: *Y’s finding*."""
    head, language = _head(document, match, "noun"), document.language
    tag = document.tags[match.start("noun")]
    if tag == _OTHER_WORD:
        return head in language.stances
    return tag not in _NOMINAL or head in language.document_nouns


def noun_of_another(document: Document, match: Match) -> bool:
    """The noun reports, and a preposition before it belongs to the verb: *laughed off*."""
    particle = _head(document, match, "link")
    return particle in {"", *document.language.verb_particles} and noun_reports(document, match)


def is_owned(document: Document, match: Match) -> bool:
    """The possessive stands for somebody named, of its gender: *X denied her claim*."""
    owner, language = match.start("speaker"), document.language
    head, entity = document.chunks.heads[owner], document.candidate(owner).entity
    if entity is None or head not in language.possessives:
        return False
    return language.bound_gender.get(head, "") in ("", gender_of(entity))


def reproaches_words(document: Document, match: Match) -> bool:
    """Somebody is reproached with what he said, or called something: *suspended for saying*."""
    i = match.start("verb")
    reports = document.tags.startswith(_SAYING_THAT, i) if i >= 0 else True
    return (reports or calls(document, match)) and reproaches(document, match)


def perceives(document: Document, match: Match) -> bool:
    """The verb is one of hearing or remembering somebody speak: *remembers Y saying*."""
    return _head(document, match, "verb") in document.language.derived(_perceiving)


def is_of_served(document: Document, match: Match) -> bool:
    """The noun is one for who serves another, and the preposition says whom: *an aide to*."""
    served = _head(document, match, "link") in document.language.infinitive
    return served and _head(document, match, "speaker") in document.language.assisting


def is_next_line(document: Document, match: Match) -> bool:
    """No blank line stands before the match: *“…” / X, captain*."""
    chunks, i = document.chunks, match.start()
    return document.text.count("\n", chunks.starts[i], chunks.ends[i]) == 1


def is_gloss(document: Document, match: Match) -> bool:
    """The word says what foreign words mean: *meaning*, *slang for*."""
    return _head(document, match, "link") in document.language.glossing


def is_bracket(document: Document, match: Match) -> bool:
    """What stands for *according to* is a bracket, in which somebody signs: *“…” (Ann Lee)*."""
    return _head(document, match, "sign") in _BRACKETS


def noun_of_sender(document: Document, match: Match) -> bool:
    """The noun reports, and what links it to a name shows whose it is: *a call from Y*."""
    sent = _head(document, match, "link") in document.language.sending
    return sent and noun_reports(document, match)


def is_of_speaker(document: Document, match: Match) -> bool:
    """The noun reports, and a name of whose it is follows: *the verdict of X*."""
    language = document.language
    link = _head(document, match, "link")
    linked = link in language.sending or link in language.genitive
    return linked and noun_reports(document, match)


def reproaches(document: Document, match: Match) -> bool:
    """What follows the object is what it is reproached with, or praised for: *sued Y for*."""
    asked = "sender" in match.re.groupindex and match["sender"] is not None
    if asked and _head(document, match, "sender") not in document.language.sending:
        return False
    return _head(document, match, "link") in document.language.reproaching


def is_manner(document: Document, match: Match) -> bool:
    """The word asks for the manner: *is how X put it*."""
    return _head(document, match, "link") in document.language.manner


def is_raised(document: Document, match: Match) -> bool:
    """The passive says what its subject says: *was heard to say*, not *was asked to say*."""
    raised = _head(document, match, "verb") in document.language.derived(_raising)
    return raised and is_infinitive(document, match)


def quotes(document: Document, match: Match) -> bool:
    """The verb has who speaks as its object: *quoted Y*."""
    return _head(document, match, "verb") in document.language.derived(_quoting)


def quotes_person(document: Document, match: Match) -> bool:
    """The verb has who speaks as its object; of one of citing, a noun for people."""
    language = document.language
    cites = _head(document, match, "verb") in language.derived(_citing)
    person = _head(document, match, "speaker") in language.person_nouns
    return quotes(document, match) or (cites and person)


def is_infinitive(document: Document, match: Match) -> bool:
    """The word opens an infinitive: *urged them to “…”*."""
    return _head(document, match, "link") in document.language.infinitive


def is_object(document: Document, match: Match) -> bool:
    """The relative pronoun is the object of its clause: *whom*, *which*, not *who*, *whose*."""
    return _head(document, match, "link") in document.language.object_relatives


def is_complement(document: Document, match: Match) -> bool:
    """What follows the agent is what was said: *accused by Y of “…”*, *hailed by Y as “…”*.

    *Of* before a name belongs to the agent: *shown by Speaker of the House Y*.
    """
    head, language = _head(document, match, "link"), document.language
    if head in language.genitive:
        return not document.tags.startswith(_NAME, match.end("link"))
    return head in language.capacity or head in language.complementizers


def addresses(document: Document, match: Match) -> bool:
    """The verb has the addressee as its object: *asked by Y: “…”*."""
    return _head(document, match, "verb") in document.language.derived(_addressing)


def is_message(document: Document, match: Match) -> bool:
    """The noun is one for messages, and what links it to a name shows who sent it."""
    sent = _head(document, match, "link") in document.language.sending
    return sent and _head(document, match, "noun") in document.language.messages


def is_of_message(document: Document, match: Match) -> bool:
    """The noun is one for messages: *a text that*."""
    return _head(document, match, "noun") in document.language.messages


def _states(document: Document, match: Match) -> bool:
    """The noun is one for a message or statement."""
    noun, language = _head(document, match, "noun"), document.language
    return noun in language.messages or noun in language.statement_nouns


def is_modified(document: Document, match: Match) -> bool:
    """No verb in the present stands behind the subject: *hired by*, *next to*, but *waits for*."""
    return not _head(document, match, "verb").endswith(document.language.third_person_suffixes)


def is_modified_speaker(document: Document, match: Match) -> bool:
    """The same; and the subject is no message or statement, which is its sender's."""
    noun, language = _head(document, match, "speaker"), document.language
    states = noun in language.messages or noun in language.statement_nouns
    return not states and is_modified(document, match)


def delivers(document: Document, match: Match) -> bool:
    """Somebody sends, or gives, a message or statement: *sent him a text*, *issued a statement*."""
    delivering = document.language.derived(_delivering)
    return _states(document, match) and _head(document, match, "verb") in delivering


def is_statement(document: Document, match: Match) -> bool:
    """The noun is one for a message or statement, and what links it to a name shows whose."""
    language, link = document.language, _head(document, match, "link")
    linked = link in language.sending or link in language.genitive
    return linked and _states(document, match)


def passive_before(document: Document, match: Match) -> bool:
    """A verb in the passive has the quote as complement: *hailed as “…” by*, not *in a “…” by*."""
    start, stop = max(0, match.start() - _REACH), match.start()
    reduced = _REDUCED.search(document.tags, start, stop)
    if reduced and _is_named_so(document, reduced):
        return True
    if not _PASSIVE.search(document.tags, start, stop):
        return False
    placed = _OBJECT.search(document.tags, start, stop)
    return placed is None or _head(document, placed, "link") in document.language.complements


def _is_named_so(document: Document, match: Match) -> bool:
    """A participle says what something is called: *described as*, *dubbed*, not *sung as*."""
    verb, link = _head(document, match, "verb"), _head(document, match, "link")
    language = document.language
    names = verb in language.derived(_calling) or verb in language.derived(_viewing)
    return names and (link in language.capacity or (not link and verb in language.naming))


def complement_before(document: Document, match: Match) -> bool:
    """The quote says what something is, in the words of whoever speaks: *it is “…”, X said*."""
    stop = match.start()
    return _PREDICATE.search(document.tags, max(0, stop - _REACH), stop) is not None


def sent_by(document: Document, match: Match) -> bool:
    """The quote is what cries are of, and a name of who cries follows: *shouts of “…” from X*."""
    language, stop = document.language, match.start()
    if _head(document, match, "link") not in language.sending:
        return False
    noun = _NOUN_OF.search(document.tags, max(0, stop - _REACH), stop)
    return noun is not None and _head(document, noun, "link") in language.genitive


def is_of_remark(document: Document, match: Match) -> bool:
    """A noun that reports follows the quote, which says what was said: *Y’s “…” remark*."""
    following = document.chunks.heads[match.end() + 1 : match.end() + 2]
    return not document.language.cue_nouns.isdisjoint(following)


def is_capacity(document: Document, match: Match) -> bool:
    """The noun reports, and the word says what is called so: *a report that … as*."""
    capacity = _head(document, match, "link") in document.language.capacity
    return capacity and noun_reports(document, match)


def participle_before(document: Document, match: Match) -> bool:
    """A participle without a subject of its own opens the sentence: *having said that “…”*."""
    stop = match.start()
    return _FRONTED.search(document.tags, max(0, stop - _REACH), stop) is not None


def office_and_person(document: Document, match: Match) -> bool:
    """An office opens the row of names, and the last one is no body’s."""
    language = document.language
    office = _head(document, match, "noun") in language.person_nouns
    return office and _head(document, match, "speaker") not in language.organisation_words


def is_bare_office(document: Document, match: Match) -> bool:
    """The noun is an office without an article, in apposition: *X, chief executive*."""
    language, i = document.language, match.start("noun")
    office = _head(document, match, "noun") in language.person_nouns
    first = _first_word(document, i)
    return office and first not in language.determiners and first not in language.possessives


def _first_word(document: Document, i: int) -> str:
    """The first word of chunk i, in lower case."""
    return _words(document, i)[0]


def _words(document: Document, i: int) -> list[str]:
    """The words of chunk i, in lower case."""
    chunks = document.chunks
    return document.text[chunks.starts[i] : chunks.ends[i]].lower().split()


def rejects_name(document: Document, match: Match) -> bool:
    """Somebody rejects what he is called: *rejected the label*."""
    verb = _head(document, match, "verb") in document.language.derived(_rejecting)
    return verb and _head(document, match, "noun") in document.language.naming


def learns(document: Document, match: Match) -> bool:
    """Somebody gets to know what another says: *learned from Y that*."""
    learned = _head(document, match, "verb") in document.language.derived(_learning)
    return learned and _head(document, match, "link") in document.language.sending


def is_absolute(document: Document, match: Match) -> bool:
    """The preposition opens a clause with its own subject: *with Y saying*."""
    return _head(document, match, "link") in document.language.absolute


def is_calling_absolute(document: Document, match: Match) -> bool:
    """The same with a verb of calling something so: *with Y calling him*, not *Y playing him*."""
    return is_absolute(document, match) and calls(document, match)


def is_of_document(document: Document, match: Match) -> bool:
    """A message or statement is whose it says: *a statement from X said*, *an apology by X*."""
    sent = _head(document, match, "link") in document.language.sending
    return sent and _states(document, match)


def noun_or_message(document: Document, match: Match) -> bool:
    """A message, or a noun that reports, is whose it says: *a note from X*, *a plea by X*."""
    return is_of_document(document, match) or noun_of_sender(document, match)


def is_proverb(document: Document, match: Match) -> bool:
    """The noun is one for words that nobody in particular says: *as the saying goes*."""
    return _head(document, match, "noun") in document.language.proverbs


def is_inverted(document: Document, match: Match) -> bool:
    """The auxiliary before its subject opens a condition: *had he said*."""
    return _head(document, match, "link") in document.language.fronted


def provokes(document: Document, match: Match) -> bool:
    """Words of others, nobody says whose, are what the clause is about: *upset by rumours that*."""
    language, i = document.language, match.start("noun")
    new = document.tags[i] == _CUE_NOUN and _first_word(document, i) in language.indefinite_articles
    unsaid = new or language.looks_plural(_head(document, match, "noun"))
    return unsaid and _head(document, match, "link") in language.provoking


def rejects(document: Document, match: Match) -> bool:
    """Somebody rejects, or laughs at, what nobody is named for: *denied rumours that*."""
    verb = _head(document, match, "verb") in document.language.derived(_rejecting)
    return verb and _head(document, match, "noun") in document.language.hearsay


def is_denied(document: Document, match: Match) -> bool:
    """The word denies that somebody says or calls something: *not*, *never*, *didn't*."""
    return _head(document, match, "link") in document.language.denied and calls(document, match)


def withholds(document: Document, match: Match) -> bool:
    """The word says that something is not said: *refused to*, *short of*, *without*."""
    withheld = _head(document, match, "link") in document.language.withholding
    return withheld and calls(document, match)


def is_named(document: Document, match: Match) -> bool:
    """The verb gives the noun before it a name: *a man called*, not *a film praised as*."""
    return _head(document, match, "verb") in document.language.naming and calls(document, match)


def names_claim(document: Document, match: Match) -> bool:
    """The verb gives a name to what somebody claims: *called Y’s claim*, not *quoted*."""
    named = _head(document, match, "verb") in document.language.derived(_labelling)
    return named and noun_reports(document, match)


def describes(document: Document, match: Match) -> bool:
    """The verb says what something is called: *described Y’s plan as*."""
    capacity = _head(document, match, "link") in document.language.capacity
    return capacity and calls(document, match)


def is_named_by_nobody(document: Document, match: Match) -> bool:
    """The participle gives a name, and no agent follows the quote: *dubbed “…”*, not *by Y*."""
    named = _head(document, match, "verb") in document.language.nicknaming
    return named and not document.tags.startswith(AGENT_MARKER, match.end() + 1)


def imagines(document: Document, match: Match) -> bool:
    """The words are heard in the mind alone: *imagine her saying*."""
    language, verb = document.language, _head(document, match, "verb")
    return verb in language.imagined or verb in language.picturing


def is_chance(document: Document, match: Match) -> bool:
    """The words are what somebody has, or has not, the chance to say."""
    return _head(document, match, "link") in document.language.chances


def is_wish(document: Document, match: Match) -> bool:
    """The words are what somebody ought to say: *should say*, *wish she would say*."""
    return _head(document, match, "link") in document.language.wishing


def is_never_heard(document: Document, match: Match) -> bool:
    """Nobody hears the words: *you will not hear her say*."""
    denied = _head(document, match, "link") in document.language.denied
    return denied and perceives(document, match)


def is_condition(document: Document, match: Match) -> bool:
    """The word opens a condition: *if*, not *when*."""
    return _head(document, match, "link") in document.language.doubting


def is_passed_on(document: Document, match: Match) -> bool:
    """The verb passes on what its subject says: *was reported by Y to have said*."""
    verb, language = _head(document, match, "verb"), document.language
    return verb in language.derived(_raising) or verb in language.derived(_quoting)


def follows_comma(document: Document, match: Match) -> bool:
    """The quote opens its sentence, and a comma closes it, before its mark or behind it."""
    i = match.start()
    end = document.chunks.ends[i - 1]
    pauses = document.tags[i] == COMMA or COMMA in document.text[end - _CLOSING : end]
    return pauses and document.tags[max(0, i - 2) : i - 1] in _OPENINGS


def is_described(document: Document, match: Match) -> bool:
    """The phrase says who calls something so: *described by Y as*."""
    described = _first_word(document, match.start("link")) in document.language.capacity
    verb = _first_word(document, match.start("sign"))
    return described and verb in document.language.derived(_calling)


def turns_to_somebody(document: Document, match: Match) -> bool:
    """The verb says what somebody does before they speak: *rang and said*, not *left and said*."""
    return _head(document, match, "verb") in document.language.derived(_turning)


def is_told(document: Document, match: Match) -> bool:
    """The phrase is one of telling, in the passive: *was told by Y*."""
    telling = _first_word(document, match.start("sign"))
    return telling in document.language.derived(_addressing)


def is_inverted_denial(document: Document, match: Match) -> bool:
    """A denial opens the sentence: *not once did she say*, but not *not only*, *no sooner*."""
    link, language = match.start("link"), document.language
    words = {*_words(document, link), *_words(document, link + 1)}
    denied = not language.denied.isdisjoint(words) and language.no_negation.isdisjoint(words)
    return denied and calls(document, match)


def is_of_anyone(document: Document, match: Match) -> bool:
    """The subject stands for whoever it may be, or hardly anybody: *anyone who says*, *few say*."""
    i, language = match.start("speaker"), document.language
    certain = i > 0 and document.chunks.heads[i - 1] in language.indefinite_articles  # *a few*
    return not certain and document.chunks.heads[i] in language.anyone and calls(document, match)
