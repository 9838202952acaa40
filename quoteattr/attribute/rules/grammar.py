"""The pieces shared by the patterns of the rules: the parts of a clause, as sequences of chunks.

A pattern of a rule names its chunks and pieces in the order of the text, so that it can be read
aloud: ``{CANDIDATE} {TO_VERB} {SAYING} {COMMA} {THE_QUOTE}``. ``detect/alphabet.py`` names the
chunks, this module longer pieces; each may use those above it.
"""

from __future__ import annotations

from collections.abc import Callable

from quoteattr.detect.patterns import pattern

#: each piece, made of chunks and of pieces above it
_PIECES: dict[str, str] = {
    # an adverb, a time or a prepositional phrase
    "MODIFIER": (
        "({PREPOSITION|AGENT_MARKER} {DETERMINER|OTHER_WORD|ING_FORM|NUMBER|PAST_FORM}*"
        " {NAME|NOMINAL|OTHER_WORD|CUE_NOUN|TIME|PRONOUN|OBJECT_PRONOUN|NUMBER}+"
        " | {ADVERBIAL} | {CONJUNCTION} {NAME|NOMINAL})"
    ),
    # something between two commas, brackets or dashes
    "ASIDE": (
        "({COMMA} {^END|QUOTE}+ {COMMA}"
        " | {OPEN_BRACKET} {^END|CLOSE_BRACKET}+ {CLOSE_BRACKET}"
        " | {DASH} {^END|QUOTE|DASH}+ {DASH})"
    ),
    # what may follow a subject
    "AFTER_NAME": "({MODIFIER} | {ASIDE})*",
    # from the subject to its verb
    "TO_VERB": "{AFTER_NAME} {COMMA}? {AUXILIARY|ADVERBIAL}*",
    # from the subject to a verb in the passive: *was asked*
    "TO_PASSIVE": "{TO_VERB} {COPULA} {COPULA|AUXILIARY|ADVERBIAL}*",
    # from a subject to its verb, not across another verb: one aside, prepositional phrases
    "TO_OWN_VERB": (
        "({COMMA} {^COMMA|END|QUOTE}{1,40} {COMMA})?"
        " ({PREPOSITION} {NAME|NOMINAL|TIME|OTHER_WORD|CUE_NOUN|NUMBER}{1,3}){0,2}"
        " {AUXILIARY|ADVERBIAL}*"
    ),
    # the same to a verb in the passive
    "TO_OWN_PASSIVE": "{TO_OWN_VERB} {COPULA} {COPULA|AUXILIARY|ADVERBIAL}*",
    # a mention and its own verb of saying or reporting
    "OTHER_SAYS": "{MENTION} {TO_OWN_VERB} {CUE}",
    # right after a quote: somebody says it
    "SPEECH_TAG": (
        "{COMMA}? ({ADVERB}* {SAYING} {ADVERBIAL}* {MENTION} | {MENTION} {TO_VERB} {SAYING})"
    ),
    # a noun that reports and its owner: *Y's claim*, *a warning from Y*
    "OTHERS_CUE_NOUN": (
        "({NAME|PRONOUN|NOMINAL} {POSSESSIVE} {ADVERB|OTHER_WORD|PAST_FORM}{0,3} {CUE_NOUN}"
        " | {CUE_NOUN} {PREPOSITION|AGENT_MARKER} {NAME|PRONOUN|NOMINAL}"
        " | {SPEAKING_NOMINAL} {PREPOSITION|AGENT_MARKER} {NAME|PRONOUN|NOMINAL} {COMPLEMENTIZER})"
    ),
    # *quoted X as saying*, from X on
    "AS_SAYING": (
        "({PREPOSITION} {NAME|NOMINAL} | {COMMA} {^COMMA|END|QUOTE}{1,20} {COMMA})?"
        " {SUBORDINATOR} {SAYING_PARTICIPLE}"
    ),
    # the rest of a clause, which does not continue with *X as saying*
    "NOT_AS_SAYING": (
        "({^END|QUOTE|NAME|NOMINAL} {^END|QUOTE}*"
        " | {NAME|NOMINAL} ({^END|QUOTE|SUBORDINATOR} {^END|QUOTE}*"
        " | {SUBORDINATOR} ({^END|QUOTE|SAYING_PARTICIPLE} {^END|QUOTE}*)?)?)?"
    ),
}


def _spelled() -> dict[str, str]:
    """Each piece in tag characters."""
    spelled = {"ANY": "."}
    for name, piece in _PIECES.items():
        spelled[name] = pattern.encode(piece, spelled)
    return spelled


#: longer pieces by name, in tag characters
RULE_PIECES = _spelled()


def encode_rule(named: str) -> str:
    """Translate a pattern of chunks and pieces to tag characters.

    >>> encode_rule("{NAME} {SAYING|REPORTING} {COMMA}?")
    'N[SR],?'
    """
    return pattern.encode(named, RULE_PIECES)


def rule_searcher(named: str) -> Callable[[str], bool]:
    """Make a predicate: whether a pattern of chunks and pieces matches anywhere in a sequence."""
    return pattern.searcher(encode_rule(named))
