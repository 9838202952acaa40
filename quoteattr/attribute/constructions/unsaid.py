"""Words that nobody in particular said, or that were not said: *X denied rumours that … “…”*."""

from __future__ import annotations

from quoteattr.attribute.constructions import words
from quoteattr.attribute.constructions.addressees import UNSAID_TO_ADDRESSEES
from quoteattr.attribute.constructions.construction import Construction, Match
from quoteattr.attribute.documents.document import Document
from quoteattr.detect.alphabet import AGENT_MARKER, CUE_NOUN, NAME, OPEN_BRACKET, POSSESSIVE
from quoteattr.detect.patterns.pattern import encode
from quoteattr.language.patterns import lazy_regex

#: from a quote on: somebody reports it later in its sentence
_REPORTED_LATER = lazy_regex(
    encode(
        "{QUOTE} {^END|QUOTE}* ({SAYING|ACCORDING_TO|AGENT_MARKER} | {COMMA} {ADVERB}*"
        " ({NAME|PRONOUN|NOMINAL} {AUXILIARY|ADVERBIAL}* {CUE} | {CUE} {NAME|SPEAKING_NOMINAL}))"
    )
)
#: in order, after a quote: *“…” (Ida Berg)*
_SIGNED = OPEN_BRACKET + NAME


def is_gloss(document: Document, match: Match) -> bool:
    """The word explains the meaning of foreign words: *meaning*, *slang for*."""
    return words.head_of(document, match, "link") in document.language.glossing


def is_meaning(document: Document, match: Match) -> bool:
    """The word explains the meaning of words or of a sign: *the motto means*, not *the mayor*."""
    means = words.head_of(document, match, "noun") not in document.language.speaking_nouns
    return means and is_gloss(document, match)


def rejects_name(document: Document, match: Match) -> bool:
    """Somebody rejects a name for themselves: *rejected the label*."""
    verb = words.verb_is(document, match, document.language.rejecting)
    return verb and words.head_of(document, match, "noun") in document.language.naming


def is_slogan(document: Document, match: Match) -> bool:
    """The noun is one for words that a party or a firm stands under: *its motto*, not *Berg's*."""
    i = match.start("noun")
    owned = i > 1 and document.tags[i - 1] == POSSESSIVE
    owner = document.coreference.entity_of(document.chunks.origin[i - 2]) if owned else None
    person = owner is not None and (owner.shown_person or bool(owner.given_gender))
    return document.chunks.heads[i] in document.language.slogans and not person


def provokes(document: Document, match: Match) -> bool:
    """The clause is about the words of unnamed others: *upset by rumours that*."""
    language, i = document.language, match.start("noun")
    new = document.tags[i] == CUE_NOUN and document.words(i)[0] in language.indefinite_articles
    unsaid = new or language.looks_plural(words.head_of(document, match, "noun"))
    provoked = words.head_of(document, match, "link") in language.provoking
    return unsaid and provoked and words.noun_reports(document, match)


def rejects(document: Document, match: Match) -> bool:
    """Somebody rejects, or laughs at, words of unnamed others: *denied rumours that*."""
    verb = words.verb_is(document, match, document.language.rejecting)
    return verb and words.head_of(document, match, "noun") in document.language.hearsay


def denies(document: Document, match: Match) -> bool:
    """Somebody denies that words were said: *denied that she said*, not *denied. She said*."""
    return words.verb_is(document, match, document.language.denying)


def leaves_open(document: Document, match: Match) -> bool:
    """Somebody leaves open whether it is so: *would not say if*, *did not comment on claims*."""
    language, link = document.language, words.head_of(document, match, "link")
    noun = words.head_of(document, match, "noun")
    asked = not language.doubting.isdisjoint(document.chunks.heads[match.start() : match.end()])
    withheld = link in language.denied or link in language.refusing
    return withheld and (asked if not noun else noun in language.hearsay)


def is_topic(document: Document, match: Match) -> bool:
    """Somebody is asked about words of unnamed others: *asked about rumours that*."""
    topical = words.head_of(document, match, "link") in document.language.topical
    return topical and words.head_of(document, match, "noun") in document.language.hearsay


def is_untrue(document: Document, match: Match) -> bool:
    """The clause says that something is not so: *not true that*, *not the case that*."""
    denied = words.head_of(document, match, "link") in document.language.denied
    return denied and words.head_of(document, match, "noun") in document.language.true


def is_denied(document: Document, match: Match) -> bool:
    """The word denies that somebody says or calls something: *not*, *never*, *didn't*."""
    return words.head_of(document, match, "link") in document.language.denied and words.calls(
        document, match
    )


def withholds(document: Document, match: Match) -> bool:
    """The word says that something is not said: *refused to*, *short of*, *without*."""
    withheld = words.head_of(document, match, "link") in document.language.withholding
    return withheld and words.calls(document, match)


def is_named_by_nobody(document: Document, match: Match) -> bool:
    """The participle gives a name, and no agent follows the quote: *dubbed “…”*, not *by Y*."""
    named = words.head_of(document, match, "verb") in document.language.nicknaming
    return named and not document.tags.startswith(AGENT_MARKER, match.end() + 1)


def is_labelled_by_nobody(document: Document, match: Match) -> bool:
    """The passive gives a label, and no agent follows: *been called “…”*, not *“…” by Y*."""
    named = document.tags.startswith((AGENT_MARKER, _SIGNED), match.end() + 1)
    return words.verb_is(document, match, document.language.labelling) and not named


def imagines(document: Document, match: Match) -> bool:
    """The words are only imagined: *imagine her saying*."""
    language, verb = document.language, words.head_of(document, match, "verb")
    return verb in language.imagined or verb in language.picturing


def is_supposed(document: Document, match: Match) -> bool:
    """The words are those that somebody is thought to say if asked: *I think he would say*."""
    language, link = document.language, match.start("link")
    supposing = language.all_forms(language.thinking | language.picturing)
    thinks = words.head_of(document, match, "link") in supposing
    return thinks and not language.modals.isdisjoint(document.chunks.heads[link + 1 : match.end()])


def is_never_heard(document: Document, match: Match) -> bool:
    """Nobody hears the words: *you will not hear her say*, *she was never known to say*."""
    denied = words.head_of(document, match, "link") in document.language.denied
    raised = words.verb_is(document, match, document.language.raising)
    return denied and (raised or words.perceives(document, match))


def is_inverted_denial(document: Document, match: Match) -> bool:
    """A denial begins the sentence: *not once did she say*, but not *not only*, *no sooner*."""
    link, language = match.start("link"), document.language
    opening = {*document.words(link), *document.words(link + 1)}
    return not language.denied.isdisjoint(opening) and language.no_negation.isdisjoint(opening)


def is_of_anyone(document: Document, match: Match) -> bool:
    """The subject is indefinite: *anyone who says*, *few say*."""
    i, language = match.start("speaker"), document.language
    anyone = document.chunks.heads[i] in language.anyone
    return anyone and not _has_article(document, i) and words.calls(document, match)


def is_of_none(document: Document, match: Match) -> bool:
    """The subject is nobody, nothing, or hardly anybody: *no banker*, *few farmers*, *none*."""
    i, language = match.start("noun"), document.language
    first = document.words(i)[0]
    denied = first in language.negative or first in language.hardly_any
    thinks = words.verb_is(document, match, language.thinking)
    return denied and not thinks and not _has_article(document, i)


def _has_article(document: Document, i: int) -> bool:
    """Whether an indefinite article precedes chunk i: *a few*."""
    return i > 0 and document.chunks.heads[i - 1] in document.language.indefinite_articles


def lists_words(document: Document, match: Match) -> bool:
    """The noun is one for words that are only listed: *identified by terms such as*."""
    noun, language = words.head_of(document, match, "noun"), document.language
    return noun in language.naming and language.looks_plural(noun)


def is_description(document: Document, match: Match) -> bool:
    """An article precedes the quote, which says what the subject is, and nobody reports it."""
    language, first = document.language, match.end()
    article = document.chunks.heads[first - 1]
    verb = words.head_of(document, match, "link")
    linked = not verb or verb in language.be or verb in language.becoming
    reported = _REPORTED_LATER.match(document.tags, first) is not None
    articles = language.definite | language.indefinite_articles
    return linked and article in articles and not reported


#: the constructions without a speaker
UNSAID = (
    # *X bristled at comments that … “…”*, *X faced accusations that … “…”*
    Construction("{THE_REACTION} {ADJECTIVES} {THE_CUE_NOUN} {THAT_CLAUSE}", provokes),
    # *X denied rumours that … “…”*, *X laughed at the idea that … “…”*
    Construction("{THE_VERB} {PREPOSITION}? {THE_HEARSAY} {THAT_CLAUSE}", rejects),
    # *X denied that she had said … “…”*, *X denied telling Y to “…”*, *X denied ever having said*
    Construction(
        "{THE_VERB} ({COMPLEMENTIZER}? {MENTION} {TO_VERB} {CUE}"
        " | {ADVERB}* ({CUE_PARTICIPLE} | {AUXILIARY} {CUE})) {OBJECT}",
        denies,
    ),
    # *X would not say whether Y had called it “…”*, *X declined to comment on reports that Y said*
    Construction(
        "{THE_WORD} ({NAME|NOMINAL} {AUXILIARY}+)? {ADVERBIAL|PREPOSITION}* {CUE}"
        " ({SUBORDINATOR} | {PREPOSITION} {THE_HEARSAY} {COMPLEMENTIZER})"
        " {^END|QUOTE|COMMA|CONJUNCTION|COLON}*$",
        leaves_open,
    ),
    # *X was asked about claims that Y had called it “…”*
    Construction(
        "{CUE|OTHER_WORD} {THE_REACTION} {ADJECTIVES} {THE_HEARSAY} {COMPLEMENTIZER} {MENTION}"
        " {TO_VERB} {CUE} {OBJECT}",
        is_topic,
    ),
    # *it is not true that Y had called it “…”*
    Construction(
        "{THE_AUXILIARY} {THE_TERM} {COMPLEMENTIZER} {MENTION} {TO_VERB} {CUE} {OBJECT}",
        is_untrue,
    ),
    # *so-called “…”*
    Construction("{THE_TERM}$", words.head_in("noun", "supposed")),
    # *X rejected the label “…”*
    Construction("{THE_VERB} {PREPOSITION}? {THE_TERM}$", rejects_name),
    # *X did not call it “…”*, *X refused to call it “…”*, *X stopped short of saying … “…”*
    Construction("{THE_AUXILIARY} {ASIDE} {ADVERBIAL}* {THE_CUE} {OBJECT}", is_denied),
    Construction("{THE_WORD} {PREPOSITION}? {THE_CUE} {OBJECT}", withholds),
    # *it is not that she said “…”*, *not as though she had said “…”*
    Construction(
        "{THE_AUXILIARY} ({COMPLEMENTIZER} | {SUBORDINATOR}{2}) {MENTION} {AUXILIARY|ADVERBIAL}*"
        " {THE_CUE} {OBJECT}",
        is_denied,
    ),
    # *not once did she say “…”*, *at no point did she say “…”*
    Construction(
        "{OPENING} {^END|QUOTE|MENTION|CUE|COMMA|AUXILIARY}{0,2} {THE_DENIAL}"
        " {ADVERB|TIME|SUBORDINATOR}? {AUXILIARY} {MENTION} {ADVERB}* {THE_CUE} {OBJECT}",
        is_inverted_denial,
    ),
    *UNSAID_TO_ADDRESSEES,
    # *X was stung by gossip that … “…”*, *X fuelled rumours that … “…”*
    Construction(
        "{PREPOSITION|AGENT_MARKER|PAST_FORM|OTHER_WORD|ING_FORM} {ADJECTIVES} {THE_TALK}"
        " {THAT_CLAUSE}",
        words.head_in("noun", "rumours"),
    ),
    # *no banker would dare to say “…”*, *nothing in the law says “…”*, *there is no law that says*
    Construction(
        "{THE_NONE} {OF} {RELATIVE|COMPLEMENTIZER}? {TO_VERB}"
        " ({COPULA}? {OTHER_WORD|PAST_FORM|CUE} {NOMINAL}? {PREPOSITION})? {THE_CUE} {OWN_WORDS}",
        is_of_none,
    ),
    # *anyone who says “…” is wrong*, *whenever anyone says “…”*
    Construction("{THE_ANYONE} {RELATIVE}? {TO_VERB} {THE_CUE} {OBJECT}", is_of_anyone),
    # *X plays a policeman called “…”*
    Construction(
        "{CUE|PAST_FORM|OTHER_WORD|ING_FORM|COPULA|PREPOSITION} {NOMINAL} {THE_VERB}$",
        words.is_named,
    ),
    # *X was a “…”*, *for many, X remains the “…”*, *X, the “…”, left*
    Construction(
        "{OPENING} ({PREPOSITION} {^COMMA|END|QUOTE|CUE}{1,6} {COMMA})? {NAME}"
        " ({ADVERBIAL}* {THE_COPULA} {ADVERB}* | {COMMA}) {DETERMINER}$",
        is_description,
    ),
    # *the plan, since dubbed “…”, was dropped*
    Construction(
        "{NAME|NOMINAL} {OF} {COMMA} {ADVERBIAL|PREPOSITION}* {THE_VERB} {SUBORDINATOR}?$",
        is_named_by_nobody,
    ),
    # *she has been called the “…”*
    Construction(
        "{OPENING} {^CUE|CUE_PARTICIPLE|ACCORDING_TO|END|QUOTE}* {COPULA} {ADVERBIAL}* {THE_CUE}"
        " {DETERMINER}?$",
        is_labelled_by_nobody,
    ),
    # *raised its outlook to “…”*, *downgraded the bank to “…”*
    Construction(
        "{THE_TERM} ({PREPOSITION} {NAME|NOMINAL})? ({COPULA|AUXILIARY}+ {OTHER_WORD|PAST_FORM})?"
        " {PREPOSITION}$",
        words.head_in("noun", "grades"),
    ),
    Construction("{THE_VERB} {OBJECT_PHRASE} {PREPOSITION}$", words.verb_in("grading")),
    # *such statements are identified by terms such as “…”, “…” and “…”*
    Construction(
        "{AGENT_MARKER} ({^END|QUOTE|COMMA|NAME|PRONOUN|CUE}* {PREPOSITION})? {THE_TERM}"
        " ({DETERMINER} {SUBORDINATOR})? ({QUOTE} {COMMA}? {CONJUNCTION}?)*$",
        lists_words,
    ),
    # *imagine X saying “…”*
    Construction(
        "{THE_VERB} {MENTION} {SAYING|SAYING_PARTICIPLE} ({ADDRESSEE} | {PRONOUN}) {QUOTED}",
        imagines,
    ),
    # *had X said “…”, he would have won*
    Construction(
        "{OPENING} {THE_AUXILIARY} {NAME|PRONOUN|NOMINAL} {ADVERB}* {SAYING} {ADDRESSEE} {COMMA}?$",
        words.head_in("link", "fronted"),
    ),
    # *as the saying goes, “…”*
    Construction(
        "{SUBORDINATOR} {THE_NOUN} {TO_VERB} {CUE|OTHER_WORD|AUXILIARY} {PRONOUN}? {COMMA|COLON}?$",
        words.head_in("noun", "proverbs"),
    ),
    # *the firm's motto, “…”*, *under the slogan “…”*, *the motto of the school is “…”*
    Construction(
        "{THE_TERM} ({PREPOSITION} {NAME|NOMINAL})? {AUXILIARY|ADVERB}* {COPULA}?"
        " {COMMA|COLON|DASH}?$",
        is_slogan,
    ),
    # *they never get to say “…”*
    Construction(
        "{THE_AUXILIARY} {AUXILIARY} {SAYING} {COMMA}?$", words.head_in("link", "chances")
    ),
    # *she should say “…”*, *they wish that she would just say “…”*
    Construction("{THE_WISH} {ADVERB}* {SAYING} {COMMA}?$", words.head_in("link", "wishing")),
    Construction(
        "{THE_WISH} {COMPLEMENTIZER}? {ADVERBIAL}? {MENTION} {AUXILIARY|ADVERB}+ {SAYING}"
        " {OBJECT_PRONOUN|NAME|NOMINAL}? {COMMA}?$",
        words.head_in("link", "wishing"),
    ),
    # *I think he would say: “…”*
    Construction(
        "{THE_WISH} {COMPLEMENTIZER}? {MENTION} {AUXILIARY|ADVERB}+ {SAYING}"
        " {OBJECT_PRONOUN|NAME|NOMINAL}? {COMMA|COLON}?$",
        is_supposed,
    ),
    # *she wants them to say “…”*
    Construction(
        "{THE_WISH} {NAME|NOMINAL|PRONOUN|OBJECT_PRONOUN} {PREPOSITION|AUXILIARY} {SAYING}"
        " {COMMA}?$",
        words.head_in("link", "wishing"),
    ),
    # *you will not hear her say “…”*
    Construction(
        "{THE_AUXILIARY} {THE_VERB} {MENTION|OBJECT_PRONOUN} {SAYING} {COMMA}?$",
        is_never_heard,
    ),
    # *X was never heard to say “…”*
    Construction(
        "{THE_AUXILIARY} {ADVERBIAL}* {COPULA}? {ADVERBIAL}* {THE_VERB} {PREPOSITION|AUXILIARY}"
        " {AUXILIARY}* {CUE} {OBJECT}",
        is_never_heard,
    ),
    # *“…”, which means “…”*, *“…”, slang for “…”*: the meaning of a word
    Construction("{RELATIVE} {ADVERB}* {THE_WORD} {PREPOSITION|SUBORDINATOR}?$", is_gloss),
    Construction("{COMMA} {NOMINAL}? {THE_WORD} {PREPOSITION}?$", is_gloss),
    # *“…”, which is how Danes say “…”*
    Construction(
        "{RELATIVE} {COPULA} {THE_MANNER} {MENTION} {TO_VERB} {SAYING}$",
        words.head_in("link", "manner"),
    ),
    # *the motto means “…”*
    Construction("{THE_NOUN} {ADVERB}* {THE_WORD} {SUBORDINATOR}?$", is_meaning),
    # *if X says “…”, run*, *if you hear X say “…”*, *if only X had said “…”*, *what if X says “…”?*
    Construction(
        "{OPENING} {ADVERB|SUBORDINATOR}? {THE_SUBORDINATOR} {ADVERB}?"
        " ({NAME|PRONOUN|NOMINAL} {TO_VERB} {OTHER_WORD})? {NAME|PRONOUN|NOMINAL|OBJECT_PRONOUN}"
        " {TO_VERB} ({COPULA} {PREPOSITION|AUXILIARY})? {SAYING} {COMMA}?$",
        words.head_in("link", "doubting"),
    ),
)
