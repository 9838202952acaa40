"""English pronouns, determiners, auxiliaries and other function words. Data only."""

from __future__ import annotations

from quoteattr.language.words import words

#: pronouns that can be the speaker, in the form of a subject
SUBJECT_PRONOUNS = words("he she they i we you it")

#: pronouns in the form of an object: *her*, *themselves*
OBJECT_PRONOUNS = words("him her them us me himself herself themselves itself myself ourselves")

#: reflexive pronouns, which go back to the subject of their clause: *herself*
REFLEXIVES = words("myself yourself himself herself itself ourselves yourselves themselves")

#: possessive determiners: *his*
POSSESSIVES = words("his her their its my our your")

#: gender and number of a pronoun: m, f, p (plural), o (first person), n (thing)
PRONOUN_GENDER: dict[str, str] = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
    "it": "n", "its": "n", "itself": "n",
}  # fmt: skip

#: the gender of possessive and reflexive pronouns: *her*, *himself*
BOUND_GENDER: dict[str, str] = dict.fromkeys(("his", "himself"), "m") | dict.fromkeys(
    ("her", "hers", "herself"), "f"
)

#: pronouns for one person: *he*, *she*
HE_SHE = words("he she")

#: pronouns for several people: *they*
THEY = words("they")

#: pronouns for a thing: *it*
THING_PRONOUNS = words("it")

#: pronouns of the first and second person, and their contractions: *I*, *you’re*
FIRST_SECOND = words("""
    i we you my our your me us i'm i've we're we've you're i'll we'll i’m we’re i’ve
""")

#: indefinite pronouns and quantifiers that can be the speaker: *many*
INDEFINITE = words("""
    some many others most several few both another all none one someone somebody everyone
    everybody anyone anybody nobody neither either two three four five six those half two-thirds
    a-third
""")

#: articles before what has not been named: *a claim*
INDEFINITE_ARTICLES = words("a an")
#: indefinite pronouns for one: *someone*
INDEFINITE_SINGLE = words("one another someone somebody anyone anybody")

#: pronouns for whoever it may be, or for hardly anybody: *anyone who says so*, *few would say*
ANYONE = words("anyone anybody whoever few")

#: pronouns for nobody and nothing: *no one*
NEGATIVE = words("nobody none neither no noone no-one nothing")

#: determiners of hardly anybody: *few farmers*
HARDLY_ANY = words("few")

#: pronouns for things that can be no speaker: *nothing*
NO_SPEAKERS = words("nothing something anything everything")

#: words that join a second subject to a denied one: *neither the mayor nor the bank*
NEGATIVE_JOINTS = words("nor")

#: words that refer to two who were named together: *both*
PAIRS = words("both two pair couple duo they")

#: how the labels of politicians begin, in lower case: *R-Ohio*
PARTY_LABELS = ("r-", "d-", "i-")

#: words that show several to speak together: *in a joint statement*
TOGETHER = words("joint jointly together both")

#: relative pronouns: *who*
RELATIVE = words("who which whom whose")

#: relative pronouns of things: *which*
THING_RELATIVES = words("which")

#: relative pronouns that can be the object of their clause: *whom she called “…”*
OBJECT_RELATIVES = words("whom which")

#: determiners: *the*, *every*
DETERMINERS = words("""
    the a an this these those his her their its my our your no every each any some many several
    few another other both two three four five six seven eight nine ten dozens hundreds
    thousands most one such what certain various numerous more all half
""")

#: determiners that refer back: *the*, *this*
DEFINITE = words("the this that")

#: forms of *be*, which make a passive of a verb that reports: *was asked*
BE = words("be is are was were been being am 're 'm isn't aren't wasn't weren't")

#: contractions that may stand for a form of *be*: *she’s a nurse*
CONTRACTED_BE = words("'s")

#: the other auxiliaries: *has*, *would*
AUXILIARIES = words("""
    has have had having will would can could may might must shall should do does did not never
    won't wouldn't can't cannot couldn't didn't doesn't don't hasn't haven't hadn't 's 've 'd
    'll gets got get going
""")

#: auxiliaries after which an unknown word is a verb: *visitors would coo*
MODALS = words("will would can could may might must shall should 'd 'll")

#: auxiliaries, and forms of *be*, that are no finite verbs
NOT_FINITE = words("be been being to not never having going get getting got gets")

#: words that open an indirect question or a condition
QUESTION_WORDS = words("what how why whether who when where if which")

#: prepositions of what is asked or told: *asked her about it*
TOPICAL = words("about")

#: prepositions that open a line with a topic: *On her first job: “…”*
TOPIC_OPENERS = words("on about regarding concerning")

#: words that open an occasion after a name: *Ida Berg after the vote*
OCCASIONS = words("after before following during ahead when as")

#: verbs with a single subject: *says*, *was*
SINGULAR = words("says has is was does 's isn't wasn't hasn't doesn't")

#: words that open an infinitive: *to say*
INFINITIVE = words("to")

#: prepositions
PREPOSITIONS = words("""
    of in on at by for with from to about against into through during after before between among
    under over above below behind beyond near since until till toward towards upon within
    without across along around despite except inside outside like unlike off out via amid
    amidst regarding concerning following including alongside beneath beside besides throughout
    versus
""")

#: prepositions of the agent: *described as “…” by*
AGENT = words("by")

#: prepositions of a part, an owner or an office: *part of the*, *Secretary of State*
GENITIVE = words("of")

#: prepositions of a complement that belongs to its nominal: *a spokesman for the ministry*
COMPLEMENTS = words("of for at with from")

#: prepositions before places rather than people: *near*
PLACE_PREPOSITIONS = words("in near across throughout outside inside")

#: prepositions of direction: *to*
DIRECTIONS = words("to into toward towards from via")

#: coordinating conjunctions: *and*
CONJUNCTIONS = words("and or but nor plus & yet")

#: conjunctions that join several speakers: *and*
JOINING = words("and &")

#: prepositions before what somebody is reproached with, or praised for: *sued her for calling*
REPROACHING = words("for of")

#: words for the manner, or the whole, of words: *that is how she put it*, *was all she said*
MANNER = words("how what all")

#: words that open a subordinate clause: *because*
SUBORDINATORS = words("""
    because although though while when where whereas if unless whether since as than why how
    what after before until once lest
""")

#: subordinators of what happens meanwhile, after a cue: *she said, as the rain fell*. Tried and
#: left out: *while*, *but* and *because*, after which speech goes on as often as not.
ACCOMPANYING = words("as")

#: Subordinators of what happened besides, after what something was called: *called it “a gift” as
#: it rained*. Left out: *because*, *if* and *since*, which open reasons of the speaker.
CIRCUMSTANTIAL = words("after before as when while whereas once although though")

#: words that open a reported clause: *that*
COMPLEMENTIZERS = words("that")

#: subordinators that are adverbs right before a verb: *she once said*
TIME_SUBORDINATORS = words("once")

#: adverbs that their ending does not show: *also*
ADVERBS = words("""
    also then later once again still even just already ever often sometimes always soon now only
    too so well instead meanwhile though however therefore thus perhaps maybe almost further
    simply nearly quite rather repeatedly recently previously famously reportedly allegedly yet
    first next finally afterwards afterward subsequently elsewhere online aloud there here else
    indeed moreover furthermore nevertheless nonetheless otherwise likewise similarly earlier
    back out up down off away over on-air twice much more less least
""")

#: words that negate what follows: *not*
NEGATIONS = words("""
    not never no nobody nothing none neither nor nowhere cannot hardly scarcely barely without aint
""")

#: the ending of a negated verb: *n’t*, with a straight apostrophe
NEGATED_ENDING = "n't"

#: words after which a negation does not negate: *not only*
NO_NEGATION = words("only just merely simply least doubt matter sooner")

#: words between a negation and what it negates: *not be*, *never even*, *don’t think that he*
NEGATION_JOINTS = words("""
    be been being have had to yet ever even really actually currently necessarily so a an the any
    think believe mean say said saying suggest suggesting claim that because of one
    i he she it we they you us them him her this these those
""")

#: beginnings of words that a hyphen sets off lest another word be read: *re-sign*, *un-ionised*
HYPHENED_PREFIXES = words("re un")

#: words that deny that something was said: *never says*, *no one says*
DENIED = words("""
    not never cannot can't won't wouldn't couldn't didn't doesn't don't hasn't haven't hadn't yet
    nobody none neither no nor nothing nowhere without
""")

#: words that make speech imagined: *would say*, *could have called*
IMAGINED = words("would could should might may must 'd imagine imagined imagining if")

#: prepositions of a clause with a subject and a participle: *with Ida saying that …*
ABSOLUTE = words("with")

#: auxiliaries that before their subject open a condition: *had he said no, …*
FRONTED = words("had should were")

#: words that make a report a question or a condition: *unclear whether he said that …*
DOUBTING = words("whether if unless")

#: Prepositions and verbs before words of others to which somebody reacts: *upset by rumours that*.
#: Tried and left out: *to*, since *she stuck to claims that* are hers, and *with*.
PROVOKING = words("""
    at by over about amid amidst against despite following after of face faced faces drew sparked
    prompted triggered met provoked suffered endured weathered attracted
""")

#: auxiliaries before an infinitive that is a mere chance: *never get to say*
CHANCES = words("get gets got getting")

#: words of what somebody ought to say, or others would like to hear: *wish she would say*
WISHING = words("should must ought wish wishes wished hope hopes hoped want wants wanted")

#: weekdays and months, with their abbreviations
WEEKDAYS_MONTHS = words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december mon tue wed thu fri sat sun jan feb mar
    apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov.
    dec.
""")

#: months that are given names as well: *June*
NAME_MONTHS = words("april may june august jan jun")

#: other words for times: *yesterday*
TIME_WORDS = words("""
    yesterday today tomorrow tonight week weeks month months year years day days night morning
    afternoon evening weekend hour hours minute minutes moment later earlier ago recently now
    spring summer autumn fall winter decade century noon midnight
""")

#: words that open a sentence with a capital and are never the start of a name: *Yes*
OPENERS = words("""
    yes no ok okay well oh ah hey hi hello please thanks look let what why when where how who
    there here it's that's he's she's they're we're i'm you're i've we've don't can't isn't
    there's let's asked speaking according responding addressing referring writing given despite
    photo image related read more watch listen share advertisement getty reuters/file updated
    published full abstract credit caption file breaking exclusive video live analysis opinion
    correction eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
    thirty forty fifty sixty seventy eighty ninety
""")

#: words that with a colon name the source of a picture: *Credit: Tresk Post*
CREDITS = words("credit credits photo photos photograph picture pictures pic image images source")

#: words without a content of their own, which comparisons of texts leave out
FUNCTION_WORDS = (
    SUBJECT_PRONOUNS | OBJECT_PRONOUNS | FIRST_SECOND | INDEFINITE | RELATIVE | BE | AUXILIARIES
    | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | COMPLEMENTIZERS | DETERMINERS | POSSESSIVES
    | NEGATIONS
)  # fmt: skip

#: function words that are an answer, and so something said: *she said no*
ANSWERS = words("no never")
