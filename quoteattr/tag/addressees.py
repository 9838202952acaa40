"""Tell whom somebody told from what he told them: *told the budget meeting | they were late*."""

from __future__ import annotations

from attrs import evolve

from quoteattr.detect.alphabet import COMPLEMENTIZER, DETERMINER, OBJECT_PRONOUN, QUOTE
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import tag_at, word_at
from quoteattr.tag import tagger
from quoteattr.tag.bare_clauses import start_after_addressee
from quoteattr.tag.labelled_tokens import CONTENT_LABELS, LabelledTokens

#: tags of the last word of an addressee
_NOUNS = frozenset(tags("OTHER_WORD|ING_FORM"))
#: tags of the first word of the subject after it
_SUBJECT_STARTS = frozenset(tags("DETERMINER|PRONOUN"))
#: tags that no addressee contains, and the maximum number of its tokens
_OUTSIDE = frozenset(tags("END|COMMA|COLON|QUOTE|SUBORDINATOR|RELATIVE|CUE"))
_MAX_TOKENS = 8


def with_addressees(labelled: LabelledTokens) -> LabelledTokens:
    """A copy in which whom somebody told inside a content does not part it.

    *X says Y told | them | it was late* is one content.
    """
    tokens, labels = labelled.tokens, list(labelled.labels)
    telling = labelled.language.telling
    for i in range(1, len(labels) - 1):
        interrupts = labels[i] == tagger.OUTSIDE and labels[i - 1] in CONTENT_LABELS
        if not interrupts or labels[i + 1] != tagger.BEGIN:
            continue
        if tokens[i].tag == OBJECT_PRONOUN and tokens[i - 1].word in telling:
            labels[i] = labels[i + 1] = tagger.INSIDE
    return evolve(labelled, labels=labels)


def ends_addressee(labelled: LabelledTokens, first: int, last: int) -> bool:
    """Whether the first token is still who is told: *told the budget meeting | they were late*."""
    tokens = labelled.tokens
    opens = labelled.before(first - 1, (tagger.OUTSIDE,)) + 1
    tells = word_at(tokens, opens - 1) in labelled.language.telling
    phrase = opens < first and tokens[opens].tag == DETERMINER
    noun = tokens[first].tag in _NOUNS and tag_at(tokens, first + 1) in _SUBJECT_STARTS
    return tells and phrase and noun and labelled.verbs.among(first + 1, last)


def after_addressee(labelled: LabelledTokens, first: int, last: int) -> int:
    """The token after who is told: *told the men | it was late*; else the first one.

    Also *told her | “never”*.
    """
    pronoun = labelled.tokens[first].tag == OBJECT_PRONOUN
    if pronoun and tag_at(labelled.tokens, first + 1) == QUOTE:
        return first + 1
    for i in range(first, min(last, first + _MAX_TOKENS)):
        if labelled.tokens[i].tag == COMPLEMENTIZER and i > first:
            return i + 1 if labelled.verbs.among(i, last) else first
        if labelled.tokens[i].tag in _OUTSIDE or labelled.verbs.at(i):
            break
    if word_at(labelled.tokens, first - 1) not in labelled.language.informing:
        return first
    start = start_after_addressee(labelled, first - 1, last + 1)
    return start if start <= last else first
