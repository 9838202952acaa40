"""The alphabet of chunk tags.

A tag is one character, so that a part of an article is a short string of tags and a rule is a
short pattern over it. ``Language.tag`` returns the tag of a word, one of ``language/word_tags.py``;
this module adds those of chunks and of punctuation. Code and patterns refer to the tags by these
names; a string of several tags is a class of chunks: ``tag in NOMINAL``.
"""

from __future__ import annotations

from quoteattr.language import word_tags

# Chunks of more than a word.
QUOTE = "Q"
NAME = "N"
SPEAKING_NOMINAL = "D"
OTHER_NOMINAL = "E"
LABEL = "L"

# Words that report; a cue is finite.
SAYING = word_tags.SAYING
SAYING_PARTICIPLE = word_tags.SAYING_PARTICIPLE
REPORTING = word_tags.REPORTING
REPORTING_PARTICIPLE = word_tags.REPORTING_PARTICIPLE
CUE_NOUN = word_tags.CUE_NOUN
ACCORDING_TO = word_tags.ACCORDING_TO

# Pronouns.
PRONOUN = word_tags.PRONOUN
RELATIVE = word_tags.RELATIVE
OBJECT_PRONOUN = word_tags.OBJECT_PRONOUN

# Other words.
COPULA = word_tags.COPULA
AUXILIARY = word_tags.AUXILIARY
ADVERB = word_tags.ADVERB
PREPOSITION = word_tags.PREPOSITION
AGENT_MARKER = word_tags.AGENT_MARKER
TIME = word_tags.TIME
CONJUNCTION = word_tags.CONJUNCTION
COMPLEMENTIZER = word_tags.COMPLEMENTIZER
SUBORDINATOR = word_tags.SUBORDINATOR
DETERMINER = word_tags.DETERMINER
PAST_FORM = word_tags.PAST_FORM
ING_FORM = word_tags.ING_FORM
OTHER_WORD = word_tags.OTHER_WORD

# Words that are in no table.
NUMBER = "0"
POSSESSIVE = "'"

# Punctuation.
COMMA = ","
COLON = ":"
DASH = "-"
OPEN_BRACKET = "("
CLOSE_BRACKET = ")"
STRAY_MARK = '"'
SENTENCE_END = "."
PARAGRAPH_END = "/"

# Classes of chunks: any mention, mentions that usually refer to somebody who can speak, and
# subclasses of both; words that report; ends.
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

#: the tags next to a sentence and to a paragraph; empty at the start and the end of the text
SENTENCE_EDGES = frozenset(("", *END))
PARAGRAPH_EDGES = frozenset(("", PARAGRAPH_END))

#: each chunk tag with its meaning
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

#: all tags and classes by the names that patterns use
CHUNKS: dict[str, str] = {
    name: value
    for name, value in list(globals().items())
    if isinstance(value, str) and name.isupper()
}
