"""What class a word belongs to: the tables of ``language/en/tables.py`` as one look-up.

A class is one character, so that a stretch of the article becomes a short string of classes and
a rule becomes a short pattern over it. ``CLASSES`` is the alphabet.
"""

from __future__ import annotations

from quoteattr.language import ENGLISH

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

_LANGUAGE = ENGLISH
#: word in lower case, apostrophes straight: its class
WORD_CLASS = _LANGUAGE.word_tags
#: heads of nominals that can speak
PERSON_NOUNS = _LANGUAGE.person_nouns
GROUP_NOUNS = _LANGUAGE.group_nouns
DOCUMENT_NOUNS = _LANGUAGE.document_nouns
SPEAKING_NOUNS = _LANGUAGE.speaking_nouns
ADDRESSING = _LANGUAGE.all_forms(_LANGUAGE.addressing)
forms, plural = _LANGUAGE.verb_forms, _LANGUAGE.plural
word_class, class_by_ending = _LANGUAGE.tag, _LANGUAGE.tag_by_ending
