"""Find the last token of a content where the tagger’s label is wrong by grammar."""

from __future__ import annotations

from collections.abc import Callable

from quoteattr.detect.alphabet import (
    COMMA,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE_PARTICIPLE,
    DETERMINER,
    END,
    QUOTE,
    RELATIVE,
    REPORTING,
    STRAY_MARK,
)
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import tag_at, word_at
from quoteattr.language.marks import SEPARATORS
from quoteattr.tag import tagger
from quoteattr.tag.labelled_tokens import LabelledTokens
from quoteattr.tag.own_acts import before_own_act
from quoteattr.tag.subject_clauses import end_in_subject

#: what a verb of saying governs begins with these
_OBJECT_STARTS = frozenset(tags("COMPLEMENTIZER|DETERMINER|PRONOUN|OBJECT_PRONOUN"))


def end_of_content(labelled: LabelledTokens, first: int, last: int) -> int:
    """The last token of a content: that of its sentence if there is no verb before a comma."""
    last = _before_separator(labelled, first, last)
    if _is_unfinished(labelled, first, last):
        return _end_of_unfinished(labelled, last)
    for end in _ENDS:
        last = end(labelled, first, last)
    return last


def _before_separator(labelled: LabelledTokens, first: int, last: int) -> int:
    """The last token before a mark that separates items."""
    marks = labelled.tagged(STRAY_MARK, first + 1, last + 1)
    return next((i - 1 for i in marks if labelled.tokens[i].word in SEPARATORS), last)


def _is_unfinished(labelled: LabelledTokens, first: int, last: int) -> bool:
    """Whether a clause after *that* has only a comma so far: *that in this situation, …*."""
    tokens = labelled.tokens
    introduced = COMPLEMENTIZER in (tokens[first].tag, tag_at(tokens, first - 1))
    comma = tag_at(labelled.tokens, last + 1) == COMMA
    return introduced and comma and not labelled.verbs.among(first, last)


def _end_of_unfinished(labelled: LabelledTokens, last: int) -> int:
    """The last token of the sentence, if all the rest may belong to the content and has a verb."""
    end = labelled.reported_ends[last + 1]
    whole = tag_at(labelled.tokens, end) in END
    return end - 1 if whole and labelled.verbs.among(last + 1, end - 1) else last


def _before_main_clause(labelled: LabelledTokens, first: int, last: int) -> int:
    """The last token before the main clause: *When X said he was ill, | Y wept*."""
    comma = labelled.main_clause_commas.get(first, last)
    return comma - 1 if first < comma < last else last


def _end_of_relative_clause(labelled: LabelledTokens, first: int, last: int) -> int:
    """The last token of a content in a relative clause: *Berg, who said it was late, | has*.

    A verb right after a comma is that of the main clause, unless the comma closes an aside.
    """
    inside = False
    for i in labelled.tagged(COMMA, first, last) if _in_relative_clause(labelled, first) else ():
        if not inside and labelled.verbs.at(i + 1):
            return i - 1
        inside = not inside
    return last


def _in_relative_clause(labelled: LabelledTokens, first: int) -> bool:
    """Whether the cue right before a content has *, who* as its subject."""
    tokens = labelled.tokens
    i = first - 1 - (tag_at(tokens, first - 1) == COMPLEMENTIZER)
    while i > 0 and labelled.labels[i] == tagger.CUE:
        i -= 1
    return tag_at(tokens, i) == RELATIVE and tag_at(tokens, i - 1) == COMMA


def _before_participle(labelled: LabelledTokens, first: int, last: int) -> int:
    """The quoted span after which the speaker goes on: *it was “late,” | adding that*."""
    quotes = labelled.tagged(QUOTE, first + 1, last)
    return next((k for k in quotes if _is_speech_participle(labelled, k + 1)), last)


def _is_speech_participle(labelled: LabelledTokens, i: int) -> bool:
    """At i or after a comma stands a participle of saying with what it governs: *adding that*."""
    i += tag_at(labelled.tokens, i) == COMMA
    participle = tag_at(labelled.tokens, i) in CUE_PARTICIPLE
    return participle and tag_at(labelled.tokens, i + 1) in _OBJECT_STARTS


def _end_of_judgement(labelled: LabelledTokens, first: int, last: int) -> int:
    """The quoted span that ends what something is called: *called it “a gift” | as it rained*.

    It is the complement of the verb, and no adjective of a noun: *called the “mad” plan dead*.
    """
    tokens = labelled.tokens
    quoted = next(labelled.tagged(QUOTE, first + 1, last), last)
    judges = quoted < last and tag_at(tokens, first - 1) in REPORTING
    if not judges or tokens[quoted - 1].tag == DETERMINER or labelled.verbs.among(first, quoted):
        return last
    after = quoted + 1 + (tokens[quoted + 1].tag == COMMA)
    opens = word_at(tokens, after) in labelled.language.circumstantial
    verb = after + (tokens[after].tag == CONJUNCTION)  # *“a gift” and left*
    ends = verb <= last and labelled.verbs.at(verb)
    return quoted if ends or (opens and labelled.verbs.among(after, last)) else last


#: what ends a content, in this order: each looks only at what the ones before leave
_ENDS: tuple[Callable[[LabelledTokens, int, int], int], ...] = (
    _before_main_clause,  # *When X said he was ill, | Y wept*
    _end_of_relative_clause,  # *Berg, who said it was late, | has*
    end_in_subject,  # *The claim that it was late | angered X*
    _before_participle,  # *it was “late,” | adding that*
    _end_of_judgement,  # *called it “a gift” | as it rained*
    before_own_act,  # *said it was late, | and left*
)
