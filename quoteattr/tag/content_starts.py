"""Find the first token of a content where the tagger’s label is wrong by grammar."""

from __future__ import annotations

from quoteattr.detect.alphabet import (
    AGENT_MARKER,
    CLOSE_BRACKET,
    COMMA,
    COMPLEMENTIZER,
    END,
    OPEN_BRACKET,
    PARAGRAPH_END,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
)
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import tag_at, word_at
from quoteattr.tag import tagger
from quoteattr.tag.addressees import after_addressee, ends_addressee
from quoteattr.tag.finite_verbs import is_demonstrative
from quoteattr.tag.fronted_phrases import start_of_phrase
from quoteattr.tag.labelled_tokens import LabelledTokens
from quoteattr.tag.tag_sets import ING_FORMS

#: tags of the words of an owner: *last week’s*, *Vale’s*
_OWNERS = frozenset(tags("TIME|NAME|DETERMINER"))
#: tokens of a dateline, what stands in one beside capitals, and what closes it
_DATELINE = 12
_IN_DATELINE = frozenset(tags("COMMA|OPEN_BRACKET|CLOSE_BRACKET|NUMBER|TIME|SENTENCE_END"))
_CLOSES_DATELINE = frozenset(tags("DASH|COLON"))


def start_of_content(labelled: LabelledTokens, first: int, last: int) -> int:
    """The first token of a content: not a comma or a dateline, and with its phrase or owner."""
    while first < last and labelled.tokens[first].tag == COMMA:
        first += 1
    opens = first - (tag_at(labelled.tokens, first - 1) == OPEN_BRACKET)
    if tag_at(labelled.tokens, opens - 1) == PARAGRAPH_END:
        return _after_dateline(labelled, opens, first, last)
    if _opens_phrase(labelled, first - 1):
        return first - 1
    if labelled.tokens[first].tag == POSSESSIVE:
        return _owner(labelled, first)
    if tag_at(labelled.tokens, first - 1) == COMMA:
        first = start_of_phrase(labelled, first)
    return _start_after_cue(labelled, first, last)


def _start_after_cue(labelled: LabelledTokens, first: int, last: int) -> int:
    """The first token of a content after its cue, *that*, an addressee, or an inserted clause."""
    if tag_at(labelled.tokens, first - 1) == COMPLEMENTIZER:
        return first - is_demonstrative(labelled.tokens, first - 1, last, labelled.language)
    if labelled.tokens[first].word in labelled.language.capacity:
        return first + (tag_at(labelled.tokens, first + 1) == QUOTE)  # *described as “late”*
    if word_at(labelled.tokens, first - 1) in labelled.language.telling:
        return after_addressee(labelled, first, last)
    if ends_addressee(labelled, first, last):
        return first + 1
    inserted = tag_at(labelled.tokens, first - 1) == COMMA
    if inserted and labelled.language.tag(labelled.tokens[first].word) in ING_FORMS:
        return _after_participle_clause(labelled, first, last)
    return first


def _opens_phrase(labelled: LabelledTokens, i: int) -> bool:
    """Whether a preposition begins the sentence at i: *By | the summer of 2015, X said*."""
    preposition = tag_at(labelled.tokens, i) in (PREPOSITION, AGENT_MARKER)
    return preposition and tag_at(labelled.tokens, i - 1) in END


def _owner(labelled: LabelledTokens, i: int) -> int:
    """The first token of the owner before a possessive: *says | last week’s vote was a farce*."""
    while tag_at(labelled.tokens, i - 1) in _OWNERS and labelled.labels[i - 1] != tagger.SOURCE:
        i -= 1
    return i


def _after_dateline(labelled: LabelledTokens, opens: int, first: int, last: int) -> int:
    """The token after where a report comes from: *LONDON (Agency) — | The bank is shut*.

    A bracket that opens the paragraph needs no dash after it: *(Agency) | The bank is shut*.
    """
    tokens, bracketed = labelled.tokens, False
    alone = tokens[opens].tag == OPEN_BRACKET
    for i in range(opens, min(last, first + _DATELINE)):
        token = tokens[i]
        bracketed = (bracketed or token.tag == OPEN_BRACKET) and token.tag != CLOSE_BRACKET
        if alone and token.tag == CLOSE_BRACKET:
            first = i + 1
        if token.tag in _CLOSES_DATELINE and i > opens:
            start = next((k for k in range(i, last) if tokens[k].tag != token.tag), last)
            aside = any(after.tag == token.tag for after in tokens[start : last + 1])
            return first if aside else start
        if not (token.capital or token.tag in _IN_DATELINE or (bracketed and not alone)):
            return first
    return first


def _after_participle_clause(labelled: LabelledTokens, first: int, last: int) -> int:
    """The token after *that*: *said, passing sentence, that | the man was ill*; else first."""
    for i in range(first + 1, last - 1):
        if labelled.tokens[i].tag == COMMA and labelled.tokens[i + 1].tag == COMPLEMENTIZER:
            return first if labelled.verbs.among(first, i) else i + 2
    return first
