"""A language of some thirty words, made up after Esperanto, for tests and ``docs/extending.md``.

It has no word vectors, and so no tagger and no reported clauses without quotation marks.
"""

from __future__ import annotations

from quoteattr.language import Language
from quoteattr.language.word_tags import ADVERB, OTHER_WORD


def verb_forms(verb: str) -> tuple[str, ...]:
    """The infinitive, present, past, future and the participle that reports beside a clause.

    >>> verb_forms("diri")
    ('diri', 'diras', 'diris', 'diros', 'dirante')
    """
    stem = verb.removesuffix("i")
    return (verb, stem + "as", stem + "is", stem + "os", stem + "ante")


def is_participle(form: str, verb: str) -> bool:
    """The form of a verb is the participle."""
    return form.endswith("ante")


def plural(noun: str) -> str:
    """The plural of a noun."""
    return noun + "j"


def looks_plural(word: str) -> bool:
    """The word has the ending of a plural."""
    return len(word) > 3 and word.endswith("oj")


def tag_by_ending(word: str) -> str:
    """The tag of a word that no table has: words in -e are adverbs."""
    return ADVERB if len(word) > 3 and word.endswith("e") else OTHER_WORD


TOY = Language(
    code="eo",
    name="Toy",
    verb_forms=verb_forms,
    is_participle=is_participle,
    plural=plural,
    looks_plural=looks_plural,
    tag_by_ending=tag_by_ending,
    saying=frozenset(["diri", "respondi", "averti", "demandi", "aldoni"]),
    reporting=frozenset(["nomi", "kritiki"]),
    addressing=frozenset(["demandi"]),
    according=("laŭ",),
    cue_nouns=frozenset(["deklaro"]),
    roles=frozenset(["ministro", "urbestro", "verkisto"]),
    groups=frozenset(["firmao", "registaro"]),
    subject_pronouns=frozenset(["li", "ŝi", "ili", "ni"]),
    object_pronouns=frozenset(["lin", "ŝin"]),
    he_she=frozenset(["li", "ŝi"]),
    they=frozenset(["ili"]),
    pronoun_gender={"li": "m", "ŝi": "f", "ili": "p"},
    titles={"sinjoro": "m", "sinjorino": "f", "ministro": ""},
    determiners=frozenset(["la"]),
    definite=frozenset(["la"]),
    prepositions=frozenset(["de", "en", "al", "pri"]),
    genitive=frozenset(["de"]),
    complements=frozenset(["de"]),
    conjunctions=frozenset(["kaj"]),
    joining=frozenset(["kaj"]),
    name_joiner=" kaj ",
    complementizers=frozenset(["ke"]),
    be=frozenset(["estas", "estis"]),
    agent=frozenset(["fare"]),
    time_words=frozenset(["hodiaŭ", "hieraŭ"]),
    openers=frozenset(["hodiaŭ", "sed"]),
)
