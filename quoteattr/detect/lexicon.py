"""What class a word belongs to: the tables of ``language/en/tables.py`` as one look-up.

A class is one character, so that a stretch of the article becomes a short string of classes and
a rule becomes a short pattern over it. ``CLASSES`` is the alphabet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteattr.language.en import tables as en

#: the alphabet: what each character in a row of chunks stands for
CLASSES: dict[str, str] = {
    "Q": "a quote",
    "N": "a name",
    "P": "a pronoun that can be the speaker",
    "D": "a nominal whose head is a person, a group or a document",
    "E": "any other nominal",
    "L": "a speaker label",
    "h": "who, which, whose",
    "p": "a pronoun that is spoken to or about",
    "S": "a verb of saying, finite",
    "s": "a verb of saying, -ing",
    "R": "a verb of reporting, finite",
    "r": "a verb of reporting, -ing",
    "K": "a noun that reports",
    "A": "according to",
    "b": "a form of be",
    "x": "another auxiliary, or not",
    "y": "an adverb",
    "o": "a preposition",
    "z": "by",
    "&": "and, or, but",
    "t": "that",
    "u": "a word that opens a clause",
    "d": "a determiner",
    "'": "a possessive ending",
    "T": "a time",
    "0": "a number",
    "v": "another word in -ed",
    "g": "another word in -ing",
    "w": "another word",
    ",": "a comma or semicolon",
    ":": "a colon",
    "-": "a dash",
    "(": "an opening bracket",
    ")": "a closing bracket",
    ".": "the end of a sentence",
    "/": "the end of a paragraph",
    '"': "a mark that belongs to no quote",
}

_VOWELS = frozenset("aeiou")


def regular(verb: str) -> tuple[str, str, str]:
    """Build third person, past and -ing of a regular verb.

    >>> regular("reply"), regular("argue")
    (('replies', 'replied', 'replying'), ('argues', 'argued', 'arguing'))
    """
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith("e"):
        return verb + "s", verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    hisses = verb.endswith(("s", "sh", "ch", "x", "z", "o")) and not verb.endswith("oo")
    third = verb + ("es" if hisses else "s")
    return third, verb + "ed", verb + "ing"


def forms(verb: str) -> Iterator[str]:
    """All forms of a verb, the base first, the -ing forms last."""
    yield verb
    yield from en.IRREGULAR[verb].split() if verb in en.IRREGULAR else regular(verb)


def plural(noun: str) -> str:
    """Build the plural of a noun.

    >>> plural("ally"), plural("thief"), plural("chairwoman")
    ('allies', 'thieves', 'chairwomen')
    """
    if noun in en.IRREGULAR_PLURALS:
        return en.IRREGULAR_PLURALS[noun]
    for ending, several in en.PLURAL_ENDINGS.items():
        if noun.endswith(ending):
            return noun.removesuffix(ending) + several
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _verbs(verbs: Iterable[str], finite: str, ing: str) -> Iterator[tuple[str, str]]:
    """Each form of each verb with its class."""
    for verb in verbs:
        for form in forms(verb):
            yield form, ing if form.endswith("ing") and form != verb else finite


def _classes() -> dict[str, str]:
    """The look-up: later tables win, so the closed classes come last."""
    table: dict[str, str] = {}
    table.update((noun, "K") for noun in en.CUE_NOUNS)
    table.update(_verbs(en.REPORTING, "R", "r"))
    table.update(_verbs(en.SAYING, "S", "s"))
    for words, tag in (
        (en.TIME_WORDS | en.WEEKDAYS_MONTHS, "T"),
        (en.ADVERBS, "y"),
        (en.DETERMINERS, "d"),
        (en.INDEFINITE - en.DETERMINERS, "P"),
        (en.SUBORDINATORS, "u"),
        (en.PREPOSITIONS, "o"),
        (en.CONJUNCTIONS, "&"),
        (en.AUXILIARIES, "x"),
        (en.BE, "b"),
        (en.AGENT, "z"),
        (en.THAT, "t"),
        (en.RELATIVE, "h"),
        (en.OBJECT_PRONOUNS - en.POSSESSIVES, "p"),
        (en.SUBJECT_PRONOUNS, "P"),
        (en.ACCORDING, "A"),
    ):
        table.update(dict.fromkeys(words, tag))
    return table


#: word in lower case, apostrophes straight: its class
WORD_CLASS = _classes()
#: heads of nominals that can speak
PERSON_NOUNS = en.ROLES | frozenset(map(plural, en.ROLES)) | en.PLURALS
GROUP_NOUNS = en.GROUPS | frozenset(map(plural, en.GROUPS))
DOCUMENT_NOUNS = en.DOCUMENTS | frozenset(map(plural, en.DOCUMENTS))
SPEAKING_NOUNS = PERSON_NOUNS | GROUP_NOUNS | DOCUMENT_NOUNS
ADDRESSING = frozenset(form for verb in en.ADDRESSING for form in forms(verb))


def word_class(word: str) -> str:
    """The class of a word in lower case, from the tables or else from its ending."""
    return WORD_CLASS.get(word) or class_by_ending(word)


def class_by_ending(word: str) -> str:
    """The class of a word that is in no table, from its ending."""
    if word.endswith("ly") and word not in en.NOT_ADVERBS:
        return "y"
    if word.endswith("ed") and len(word) > 4:
        return "v"
    if word.endswith("ing") and len(word) > 5:
        return "g"
    return "w"
