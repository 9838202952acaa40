"""Old names of what ``alphabet.py`` and ``language/`` hold, until nobody imports them any more."""

from __future__ import annotations

from quoteattr.detect.alphabet import CHUNK_TAGS as CLASSES
from quoteattr.language import ENGLISH

__all__ = [
    "ADDRESSING",
    "CLASSES",
    "DOCUMENT_NOUNS",
    "GROUP_NOUNS",
    "PERSON_NOUNS",
    "SPEAKING_NOUNS",
    "WORD_CLASS",
    "class_by_ending",
    "forms",
    "plural",
    "word_class",
]

#: word in lower case, apostrophes straight: its class
WORD_CLASS = ENGLISH.word_tags
#: heads of nominals that can speak
PERSON_NOUNS = ENGLISH.person_nouns
GROUP_NOUNS = ENGLISH.group_nouns
DOCUMENT_NOUNS = ENGLISH.document_nouns
SPEAKING_NOUNS = ENGLISH.speaking_nouns
ADDRESSING = ENGLISH.all_forms(ENGLISH.addressing)
forms, plural = ENGLISH.verb_forms, ENGLISH.plural
word_class, class_by_ending = ENGLISH.tag, ENGLISH.tag_by_ending
