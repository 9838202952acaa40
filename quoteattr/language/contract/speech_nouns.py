"""Tables of nouns for words: statements, documents, titles, rumours."""

from __future__ import annotations

from attrs import frozen

from quoteattr.language.patterns import NO_MATCH
from quoteattr.language.tables import Words


@frozen(eq=False, repr=False, slots=False, kw_only=True)
class SpeechNounTables:
    """Tables of nouns for words: statements, documents, titles, rumours."""

    #: nouns that report: *in a statement*, *his claim that*
    cue_nouns: Words = frozenset()
    #: nouns for occasions of speech, beside those that report: *at a hearing*
    occasions: Words = frozenset()
    #: nouns for thoughts, with a clause that gives the content: *her view that*
    stances: Words = frozenset()
    #: nouns for documents that speak for their authors, singular
    documents: Words = frozenset()
    #: printed things that are not documents: *T-shirt*
    inscribed: Words = frozenset()
    #: how a text says that a name is withheld, as a pattern: *who asked not to be named*
    anonymity: str = NO_MATCH
    #: nouns for what the press prints in its own name: *editorial*
    press_pieces: Words = frozenset()
    #: nouns for words without a specific speaker: *as the saying goes*
    proverbs: Words = frozenset()
    #: nouns for words that a party or a firm stands under: *its motto*
    slogans: Words = frozenset()
    #: nouns for messages, whose words are the sender’s: *a text from Rolf Tanner*
    messages: Words = frozenset()
    #: nouns for words of unknown speakers: *denied rumours that …*
    hearsay: Words = frozenset()
    #: nouns for what somebody describes something as: *her description of him as “a menace”*
    depictions: Words = frozenset()
    #: words that say of a clause that it is so: *true*, *the case*
    true: Words = frozenset()
    #: words before a name that is not the writer's: *so-called*
    supposed: Words = frozenset()
    #: nouns for talk, which is nobody’s in particular: *stung by gossip that …*
    rumours: Words = frozenset()
    #: prepositions between a message and its sender
    sending: Words = frozenset()
    #: words before quotation marks around a name, a title or a term: *a film called “…”*
    naming: Words = frozenset()
    #: participles that introduce a name that is nobody’s words: *the plan, nicknamed “…”*
    nicknaming: Words = frozenset()
    #: things that show something and say nothing: *replays*
    evidence: Words = frozenset()
    #: findings of authors, which as a subject state it: *research suggests that*
    studies: Words = frozenset()
