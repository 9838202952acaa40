"""English pronouns, determiners, auxiliaries and other function words.

Data only; ``contract/function_words.py`` describes each table.
"""

from __future__ import annotations

from quoteattr.language.words import words

SUBJECT_PRONOUNS = words("he she they i we you it")
OBJECT_PRONOUNS = words("him her them us me himself herself themselves itself myself ourselves")
REFLEXIVES = words("myself yourself himself herself itself ourselves yourselves themselves")
POSSESSIVES = words("his her their its my our your")

PRONOUN_GENDER: dict[str, str] = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
    "it": "n", "its": "n", "itself": "n",
}  # fmt: skip

BOUND_GENDER: dict[str, str] = dict.fromkeys(("his", "himself"), "m") | dict.fromkeys(
    ("her", "hers", "herself"), "f"
)

HE_SHE = words("he she")
THEY = words("they")
THING_PRONOUNS = words("it")

FIRST_SECOND = words("""
    i we you my our your me us i'm i've we're we've you're i'll we'll i’m we’re i’ve
""")

INDEFINITE = words("""
    some many others most several few both another all none one someone somebody everyone
    everybody anyone anybody nobody neither either two three four five six those half two-thirds
    a-third
""")

INDEFINITE_ARTICLES = words("a an")
INDEFINITE_SINGLE = words("one another someone somebody anyone anybody")
ANYONE = words("anyone anybody whoever few")
NEGATIVE = words("nobody none neither no noone no-one nothing")
HARDLY_ANY = words("few")
NO_SPEAKERS = words("nothing something anything everything")
NEGATIVE_JOINTS = words("nor")
PAIRS = words("both two pair couple duo they")
PARTY_LABELS = ("r-", "d-", "i-")
TOGETHER = words("joint jointly together both")
RELATIVE = words("who which whom whose")
THING_RELATIVES = words("which")
OBJECT_RELATIVES = words("whom which")
OWNING_RELATIVES = words("whose")

DETERMINERS = words("""
    the a an this these those his her their its my our your no every each any some many several
    few another other both two three four five six seven eight nine ten dozens hundreds
    thousands most one such what certain various numerous more all half
""")

DEFINITE = words("the this that")
BE = words("be is are was were been being am 're 'm isn't aren't wasn't weren't")
CONTRACTED_BE = words("'s")

AUXILIARIES = words("""
    has have had having will would can could may might must shall should do does did not never
    won't wouldn't can't cannot couldn't didn't doesn't don't hasn't haven't hadn't 's 've 'd
    'll gets got get going
""")

MODALS = words("will would can could may might must shall should 'd 'll")
NOT_FINITE = words("be been being to not never having going get getting got gets")
QUESTION_WORDS = words("what how why whether who when where if which")
TOPICAL = words("about")
TOPIC_OPENERS = words("on about regarding concerning")
SETTING = words("on in at during after before following over via")
OCCASION_OPENERS = words("after before following during ahead when as")
SINGULAR = words("says has is was does 's isn't wasn't hasn't doesn't")
INFINITIVE = words("to")

PREPOSITIONS = words("""
    of in on at by for with from to about against into through during after before between among
    under over above below behind beyond near since until till toward towards upon within
    without across along around despite except inside outside like unlike off out via amid
    amidst regarding concerning following including alongside beneath beside besides throughout
    versus
""")

AGENT = words("by")
GENITIVE = words("of")
COMPLEMENTS = words("of for at with from")
PLACE_PREPOSITIONS = words("in near across throughout outside inside")
DIRECTIONS = words("to into toward towards from via")
CONJUNCTIONS = words("and or but nor plus & yet")
JOINING = words("and &")
REPROACHING = words("for of")
MANNER = words("how what all")

SUBORDINATORS = words("""
    because although though while when where whereas if unless whether since as than why how
    what after before until once lest
""")

# Tried and left out: *while*, *but* and *because*, after which speech goes on as often as not.
ACCOMPANYING = words("as")

# Left out: *because*, *if* and *since*, which open reasons of the speaker.
CIRCUMSTANTIAL = words("after before as when while whereas once although though")
COMPLEMENTIZERS = words("that")
TIME_SUBORDINATORS = words("once")

ADVERBS = words("""
    also then later once again still even just already ever often sometimes always soon now only
    too so well instead meanwhile though however therefore thus perhaps maybe almost further
    simply nearly quite rather repeatedly recently previously famously reportedly allegedly yet
    first next finally afterwards afterward subsequently elsewhere online aloud there here else
    indeed moreover furthermore nevertheless nonetheless otherwise likewise similarly earlier
    back out up down off away over on-air twice much more less least
""")

NEGATIONS = words("""
    not never no nobody nothing none neither nor nowhere cannot hardly scarcely barely without aint
""")

NEGATED_ENDING = "n't"
NO_NEGATION = words("only just merely simply least doubt matter sooner")

NEGATION_JOINTS = words("""
    be been being have had to yet ever even really actually currently necessarily so a an the any
    think believe mean say said saying suggest suggesting claim that because of one
    i he she it we they you us them him her this these those
""")

HYPHENED_PREFIXES = words("re un")

DENIED = words("""
    not never cannot can't won't wouldn't couldn't didn't doesn't don't hasn't haven't hadn't yet
    nobody none neither no nor nothing nowhere without
""")

IMAGINED = words("would could should might may must 'd imagine imagined imagining if")
ABSOLUTE = words("with")
FRONTED = words("had should were")
DOUBTING = words("whether if unless")

# Tried and left out: *to*, since *she stuck to claims that* are hers, and *with*.
PROVOKING = words("""
    at by over about amid amidst against despite following after of face faced faces drew sparked
    prompted triggered met provoked suffered endured weathered attracted
""")

CHANCES = words("get gets got getting")
WISHING = words("should must ought wish wishes wished hope hopes hoped want wants wanted")

WEEKDAYS_MONTHS = words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december mon tue wed thu fri sat sun jan feb mar
    apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov.
    dec.
""")

NAME_MONTHS = words("april may june august jan jun")

NAME_DAYS = words("sun")

TIME_WORDS = words("""
    yesterday today tomorrow tonight week weeks month months year years day days night morning
    afternoon evening weekend hour hours minute minutes moment later earlier ago recently now
    spring summer autumn fall winter decade century noon midnight
""")

CLOCK_WORDS = words("am pm a.m. p.m. et est edt ct cst pt pst pdt gmt bst cet utc ist")

OPENERS = words("""
    yes no ok okay well oh ah hey hi hello please thanks look let what why when where how who
    there here it's that's he's she's they're we're i'm you're i've we've don't can't isn't
    there's let's asked speaking according responding addressing referring writing given despite
    photo image related read more watch listen share advertisement getty reuters/file updated
    published full abstract credit caption file breaking exclusive video live analysis opinion
    correction eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
    thirty forty fifty sixty seventy eighty ninety
""")

PICTURES = words("photo photos photograph picture pictures pic image images")

CREDITS = PICTURES | words("credit credits source")

FUNCTION_WORDS = (
    SUBJECT_PRONOUNS | OBJECT_PRONOUNS | FIRST_SECOND | INDEFINITE | RELATIVE | BE | AUXILIARIES
    | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | COMPLEMENTIZERS | DETERMINERS | POSSESSIVES
    | NEGATIONS
)  # fmt: skip

ANSWERS = words("no never")
