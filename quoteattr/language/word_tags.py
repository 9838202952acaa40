"""The tags of words: the class of a word by the tables and endings of a language.

A tag is one character; ``detect/alphabet.py`` adds those of punctuation and of chunks.
"""

from __future__ import annotations

# Words that report; a cue is finite.
SAYING = "S"
SAYING_PARTICIPLE = "s"
REPORTING = "R"
REPORTING_PARTICIPLE = "r"
CUE_NOUN = "K"
ACCORDING_TO = "A"

# Pronouns.
PRONOUN = "P"
RELATIVE = "h"
OBJECT_PRONOUN = "p"

# Other words.
COPULA = "b"
AUXILIARY = "x"
ADVERB = "y"
PREPOSITION = "o"
AGENT_MARKER = "z"
TIME = "T"
CONJUNCTION = "&"
COMPLEMENTIZER = "t"
SUBORDINATOR = "u"
DETERMINER = "d"
PAST_FORM = "v"
ING_FORM = "g"
OTHER_WORD = "w"
