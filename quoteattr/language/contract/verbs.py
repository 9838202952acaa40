"""Tables of verbs, and of phrases that report."""

from __future__ import annotations

from attrs import frozen

from quoteattr.language.tables import Words


@frozen(eq=False, repr=False, slots=False, kw_only=True)
class VerbTables:
    """Tables of verbs, and of phrases that report."""

    #: verbs whose object can be the whole quote: *“…,” she said*; in their base form
    saying: Words = frozenset()
    #: verbs that report words or a judgement, mostly with a few words in marks: *called it “…”*
    reporting: Words = frozenset()
    #: verbs of a belief, or of a fact that one knows: *believes*, *knew*; in their base form
    thinking: Words = frozenset()
    #: nouns and adjectives of the same
    thoughts: Words = frozenset()
    #: verbs of what somebody means to do or wants done, nothing uttered; in their base form
    intending: Words = frozenset()
    #: nouns and adjectives of the same
    intentions: Words = frozenset()
    #: verbs whose object is the addressee: *told reporters*, *asked her*
    addressing: Words = frozenset()
    #: verbs of asking a question: *asked where he had been*
    inquiring: Words = frozenset()
    #: infinitives after *wants to* that ask: *wanted to know where he had been*
    inquired: Words = frozenset()
    #: verbs whose subject without an object is something written: *it reads*
    of_documents: Words = frozenset()
    #: verbs of ``reporting`` that are of saying between the quote and a name: *“Come!” called Rolf*
    inverted: Words = frozenset()
    #: verbs that are of saying only right beside a quote: *he wept as the judge told him*
    gestures: Words = frozenset()
    #: verbs of saying that are mostly nouns in news: *state*
    rather_nouns: Words = frozenset()
    #: participles that are nouns inside a nominal: *an early warning*
    verbal_nouns: Words = frozenset()
    #: past forms that end like nouns: *Google met Ada Berg*
    past_forms: Words = frozenset()
    #: objects of saying that say nothing of what was said: *said something*, *said goodbye*
    said_pronouns: Words = frozenset()
    #: plurals that are objects of saying and never its subject: *said things*
    said_objects: Words = frozenset()
    #: phrases before a speaker: *according to*
    according: tuple[str, ...] = ()
    #: set phrases with a word of saying that report nothing: *needless to say*
    discourse_markers: tuple[str, ...] = ()
    #: verbs that make a habit of the infinitive after them: *used to say*
    habitual: Words = frozenset()
    #: forms of verbs of refusing: *declined*
    refusing: Words = frozenset()
    #: verbs after which, refused, nothing was said: *declined to comment*
    refused: Words = frozenset()
    #: particles of verbs, which are prepositions elsewhere: *laughed off the claim*
    verb_particles: Words = frozenset()
    #: verbs of hearing or remembering somebody speak; in their base form
    perceiving: Words = frozenset()
    #: verbs of telling what another did: *recalls that he came and said*; in their base form
    narrating: Words = frozenset()
    #: verbs of getting to know something from somebody; in their base form
    learning: Words = frozenset()
    #: verbs of sending or giving a message; in their base form
    delivering: Words = frozenset()
    #: verbs that ask the reader to imagine something; in their base form
    picturing: Words = frozenset()
    #: verbs of denying that something was said: *denied that she said …*; in their base form
    denying: Words = frozenset()
    #: verbs of rejecting what others say: *denied rumours that …*; in their base form
    rejecting: Words = frozenset()
    #: verbs of saying something, or of calling something so, which a *not* denies; in their base
    #: form
    calling: Words = frozenset()
    #: verbs of calling something so, with its name right after it; in their base form
    labelling: Words = frozenset()
    #: words before such a verb that say that somebody does not: *refused to call it “…”*
    withholding: Words = frozenset()
    #: verbs whose object is who speaks: *quoted the mayor: “…”*; in their base form
    quoting: Words = frozenset()
    #: verbs of naming a source: *citing an official*; in their base form
    citing: Words = frozenset()
    #: verbs whose passive says what its subject does: *was heard to say*; in their base form
    raising: Words = frozenset()
    #: verbs of what somebody does before they speak to another: *rang and said*; in their base form
    turning: Words = frozenset()
    #: words before the meaning of a word: *which means “good morning”*, *slang for “run”*
    glossing: Words = frozenset()
    #: what people do with their bodies: *and left*, *before leaving*
    bodily: Words = frozenset()
    #: verbs of what a thing tells those who look at it: *the score suggests*; in their base form
    showing: Words = frozenset()
    #: verbs of the same that are mostly of speakers: *a scan revealed*; in their base form
    revealing: Words = frozenset()
    #: verbs of analysts for a share, a bond or a country: *downgraded it to “sell”*; in their base
    #: form
    grading: Words = frozenset()
    #: nouns for what they change: *raised its outlook to “stable”*
    grades: Words = frozenset()
    #: verbs of listening, whose subject says nothing: *the court heard that*; in their base form
    hearing: Words = frozenset()
    #: verbs of making somebody say something: *prompting her to ask*; in their base form
    prompting: Words = frozenset()
    #: participles that without an object are passives, in headings without *be*: *court told*
    bare_passives: Words = frozenset()
