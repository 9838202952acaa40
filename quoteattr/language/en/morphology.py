"""English word forms, and what a word's ending tells of its class."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.language.en import tables

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
    yield from tables.IRREGULAR[verb].split() if verb in tables.IRREGULAR else regular(verb)


def plural(noun: str) -> str:
    """Build the plural of a noun.

    >>> plural("ally"), plural("thief"), plural("chairwoman")
    ('allies', 'thieves', 'chairwomen')
    """
    if noun in tables.IRREGULAR_PLURALS:
        return tables.IRREGULAR_PLURALS[noun]
    for ending, several in tables.PLURAL_ENDINGS.items():
        if noun.endswith(ending):
            return noun.removesuffix(ending) + several
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def looks_plural(word: str) -> bool:
    """The ending of a word is that of a plural: *ophthalmologists*, but *crisis* and *boss*."""
    ends = word.endswith(tables.PLURAL_SUFFIXES) and not word.endswith(tables.SINGULAR_ENDINGS)
    return len(word) > 3 and (ends or word.endswith(tuple(tables.PLURAL_ENDINGS.values())))


def is_participle(form: str, verb: str) -> bool:
    """The form of a verb is its -ing form."""
    return form.endswith("ing") and form != verb


def tag_by_ending(word: str) -> str:
    """The tag of a word that is in no table, from its ending."""
    if word.endswith("ly") and word not in tables.NOT_ADVERBS:
        return "y"
    if word.endswith("ed") and len(word) > 4:
        return "v"
    if word.endswith("ing") and len(word) > 5:
        return "g"
    return "w"
