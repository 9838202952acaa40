"""The alphabet of chunk tags.

A tag is one character, so that a part of an article is a short string of tags and a rule is a
short pattern over it. ``Language.tag`` gives the tag of a word. Logic and patterns call the tags by
the names below; a string of several tags is a class of chunks: ``tag in NOMINAL``.
"""

from __future__ import annotations

QUOTE = "Q"
NAME = "N"
PRONOUN = "P"
SPEAKING_NOMINAL = "D"
OTHER_NOMINAL = "E"
LABEL = "L"
RELATIVE = "h"
OBJECT_PRONOUN = "p"

# What reports; a cue is finite.
SAYING = "S"
SAYING_PARTICIPLE = "s"
REPORTING = "R"
REPORTING_PARTICIPLE = "r"
CUE_NOUN = "K"
ACCORDING_TO = "A"

# Other words.
COPULA = "b"
AUXILIARY = "x"
ADVERB = "y"
PREPOSITION = "o"
AGENT_MARKER = "z"
TIME = "T"
NUMBER = "0"
CONJUNCTION = "&"
COMPLEMENTIZER = "t"
SUBORDINATOR = "u"
DETERMINER = "d"
POSSESSIVE = "'"
PAST_FORM = "v"
ING_FORM = "g"
OTHER_WORD = "w"

# Punctuation.
COMMA = ","
COLON = ":"
DASH = "-"
OPEN_BRACKET = "("
CLOSE_BRACKET = ")"
STRAY_MARK = '"'
SENTENCE_END = "."
PARAGRAPH_END = "/"

# Classes of chunks: any mention, those that mostly are of somebody who can speak, and further
# classes of both; what reports; what ends.
MENTION = NAME + PRONOUN + SPEAKING_NOMINAL + OTHER_NOMINAL + RELATIVE
SPEAKER = NAME + PRONOUN + SPEAKING_NOMINAL + RELATIVE + LABEL
NOMINAL = SPEAKING_NOMINAL + OTHER_NOMINAL
NOUN_PHRASE = NAME + NOMINAL
ANAPHOR = PRONOUN + NOMINAL
NAMING = NAME + LABEL
PRONOMINAL = PRONOUN + RELATIVE
CUE = SAYING + REPORTING
CUE_PARTICIPLE = SAYING_PARTICIPLE + REPORTING_PARTICIPLE
ADVERBIAL = ADVERB + TIME
END = SENTENCE_END + PARAGRAPH_END

#: each chunk tag and what a chunk with this tag is
CHUNK_TAGS: dict[str, str] = {
    QUOTE: "a quote",
    NAME: "a name",
    PRONOUN: "a pronoun that can be the speaker",
    SPEAKING_NOMINAL: "a nominal whose head is a person, a group or a document",
    OTHER_NOMINAL: "any other nominal",
    LABEL: "a speaker label",
    RELATIVE: "who, which, whose",
    OBJECT_PRONOUN: "a pronoun that is spoken to or about",
    SAYING: "a verb of saying, finite",
    SAYING_PARTICIPLE: "a verb of saying, -ing",
    REPORTING: "a verb of reporting, finite",
    REPORTING_PARTICIPLE: "a verb of reporting, -ing",
    CUE_NOUN: "a noun that reports",
    ACCORDING_TO: "according to",
    COPULA: "a form of be",
    AUXILIARY: "another auxiliary, or not",
    ADVERB: "an adverb",
    PREPOSITION: "a preposition",
    AGENT_MARKER: "by",
    CONJUNCTION: "and, or, but",
    COMPLEMENTIZER: "that",
    SUBORDINATOR: "a word that opens a clause",
    DETERMINER: "a determiner",
    POSSESSIVE: "a possessive ending",
    TIME: "a time",
    NUMBER: "a number",
    PAST_FORM: "another word in -ed",
    ING_FORM: "another word in -ing",
    OTHER_WORD: "another word",
    COMMA: "a comma or semicolon",
    COLON: "a colon",
    DASH: "a dash",
    OPEN_BRACKET: "an opening bracket",
    CLOSE_BRACKET: "a closing bracket",
    SENTENCE_END: "the end of a sentence",
    PARAGRAPH_END: "the end of a paragraph",
    STRAY_MARK: "a mark that belongs to no quote",
}

#: every tag and every class by the name that patterns use
CHUNKS: dict[str, str] = {
    name: value
    for name, value in list(globals().items())
    if isinstance(value, str) and name.isupper()
}
