"""The alphabet of chunk tags.

A tag is one character, so that a part of an article is a short string of tags and a rule is a
short pattern over it. ``Language.tag`` gives the tag of a word.
"""

from __future__ import annotations

#: each chunk tag and what a chunk with this tag is
CHUNK_TAGS: dict[str, str] = {
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
