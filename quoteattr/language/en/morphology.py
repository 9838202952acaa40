"""English word forms, and the class that a word's ending indicates."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.language.en.spelling import PLURAL_SUFFIXES
from quoteattr.language.word_tags import ADVERB, ING_FORM, OTHER_WORD, PAST_FORM
from quoteattr.language.words import words

_VOWELS = frozenset("aeiou")

#: for a verb its third person, past, participle and -ing form, where they are irregular
IRREGULAR: dict[str, str] = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thinking",
    "send": "sends sent sending",
    "give": "gives gave given giving",
    "make": "makes made making",
    "leave": "leaves left leaving",
    "shoot": "shoots shot shooting",
    "read": "reads reading",
    "prefer": "prefers preferred preferring",
    "strive": "strives strove striven strived striving",
    "fight": "fights fought fighting",
    "bat": "bats batted batting",
    "rebut": "rebuts rebutted rebutting",
    "hear": "hears heard hearing",
    "overhear": "overhears overheard overhearing",
    "meet": "meets met meeting",
    "catch": "catches caught catching",
    "go": "goes went gone going",
    "sing": "sings sang sung singing",
    "swear": "swears swore sworn swearing",
    "foresee": "foresees foresaw foreseen foreseeing",
    "forecast": "forecasts forecast forecasted forecasting",
    "mean": "means meant meaning",
    "find": "finds found finding",
    "feel": "feels felt feeling",
    "know": "knows knew known knowing",
    "understand": "understands understood understanding",
    "forget": "forgets forgot forgotten forgetting",
    "dream": "dreams dreamed dreamt dreaming",
    "plan": "plans planned planning",
    "fret": "frets fretted fretting",
    "hold": "holds held holding",
    "show": "shows showed shown showing",
    "beg": "begs begged begging",
    "begin": "begins began begun beginning",
    "quip": "quips quipped quipping",
    "brag": "brags bragged bragging",
    "quiz": "quizzes quizzed quizzing",
    "blog": "blogs blogged blogging",
    "sob": "sobs sobbed sobbing",
    "snap": "snaps snapped snapping",
    "sum": "sums summed summing",
    "admit": "admits admitted admitting",
    "pin": "pins pinned pinning",
    "submit": "submits submitted submitting",
    "plead": "pleads pleaded pled pleading",
    "speak": "speaks spoke spoken speaking",
    "aver": "avers averred averring",
    "nod": "nods nodded nodding",
    "grin": "grins grinned grinning",
    "shrug": "shrugs shrugged shrugging",
    "weep": "weeps wept weeping",
    "beseech": "beseeches besought beseeched beseeching",
    "marvel": "marvels marvelled marveled marvelling marveling",
    "dub": "dubs dubbed dubbing",
    "slam": "slams slammed slamming",
    "rip": "rips ripped ripping",
    "pan": "pans panned panning",
    "refer": "refers referred referring",
    "seek": "seeks sought seeking",
    "see": "sees saw seen seeing",
    "cast": "casts cast casting",
    "lay": "lays laid laying",
    "teach": "teaches taught teaching",
    "run": "runs ran running",
    "label": "labels labelled labeled labelling labeling",
    "signal": "signals signalled signaled signalling signaling",
    "counsel": "counsels counselled counseled counselling counseling",
    "ring": "rings rang rung ringing",
    "come": "comes came coming",
    "stand": "stands stood standing",
    "sit": "sits sat sitting",
    "grab": "grabs grabbed grabbing",
    "rise": "rises rose risen rising",
    "kneel": "kneels knelt kneeled kneeling",
    "stop": "stops stopped stopping",
}
#: words in -ly that are not adverbs of manner
NOT_ADVERBS = words("""
    family only early daily weekly monthly ally reply supply rally assembly italy july
""")
#: plurals that are irregular, and nouns that are their own plural
IRREGULAR_PLURALS: dict[str, str] = {
    "child": "children",
    "thief": "thieves",
    "analysis": "analyses",
    "passerby": "passersby",
    "police": "police",
    "media": "media",
    "data": "data",
    "staff": "staff",
}
#: endings of nouns whose plural is irregular, with that of the plural: *spokesman*, *midwife*
PLURAL_ENDINGS: dict[str, str] = {
    "man": "men",
    "wife": "wives",
    "monarch": "monarchs",
    "oligarch": "oligarchs",
    "triarch": "triarchs",
}
#: endings in -s of words that are usually not plurals: *crisis*, *boss*
SINGULAR_ENDINGS = ("ss", "us", "is", "ics", "as", "os")


def regular(verb: str) -> tuple[str, str, str]:
    """Build third person, past and -ing of a regular verb.

    >>> regular("reply"), regular("argue")
    (('replies', 'replied', 'replying'), ('argues', 'argued', 'arguing'))
    """
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith("e"):
        return verb + "s", verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    hisses = verb.endswith(("s", "sh", "ch", "x", "z", "o")) and not verb.endswith("oo")
    third = verb + ("es" if hisses else "s")
    return third, verb + "ed", verb + "ing"


def forms(verb: str) -> Iterator[str]:
    """All forms of a verb, the base first, the -ing forms last."""
    yield verb
    yield from IRREGULAR[verb].split() if verb in IRREGULAR else regular(verb)


def plural(noun: str) -> str:
    """Build the plural of a noun.

    >>> plural("ally"), plural("thief"), plural("chairwoman")
    ('allies', 'thieves', 'chairwomen')
    """
    if noun in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[noun]
    for ending, several in PLURAL_ENDINGS.items():
        if noun.endswith(ending):
            return noun.removesuffix(ending) + several
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def looks_plural(word: str) -> bool:
    """Whether a word has a plural ending: *ophthalmologists*, but not *crisis* and *boss*."""
    ends = word.endswith(PLURAL_SUFFIXES) and not word.endswith(SINGULAR_ENDINGS)
    return len(word) > 3 and (ends or word.endswith(tuple(PLURAL_ENDINGS.values())))


def is_participle(form: str, verb: str) -> bool:
    """Whether the form of a verb is its -ing form."""
    return form.endswith("ing") and form != verb


def tag_by_ending(word: str) -> str:
    """The tag that the ending of a word indicates, if it is in no table."""
    if word.endswith("ly") and word not in NOT_ADVERBS:
        return ADVERB
    if word.endswith("ed") and len(word) > 4:
        return PAST_FORM
    if word.endswith("ing") and len(word) > 5:
        return ING_FORM
    return OTHER_WORD
