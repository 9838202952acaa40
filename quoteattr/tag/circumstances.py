"""Tell contents that are none: narration of what happened while somebody spoke."""

from __future__ import annotations

from quoteattr.detect.alphabet import (
    ACCORDING_TO,
    AGENT_MARKER,
    COLON,
    COMMA,
    COMPLEMENTIZER,
    END,
    PARAGRAPH_END,
    PREPOSITION,
    QUOTE,
    SAYING,
    SENTENCE_END,
)
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import tag_at, word_at
from quoteattr.tag import tagger
from quoteattr.tag.labelled_tokens import CONTENT_LABELS, LabelledTokens
from quoteattr.tag.tag_sets import ING_FORMS, PEOPLE, SAYING_VERBS

#: tags between a cue and its content
_INTRODUCING = frozenset(tags("COMMA|COLON|COMPLEMENTIZER"))


def is_circumstance(labelled: LabelledTokens, first: int, last: int) -> bool:
    """Whether the content is a circumstance: narration of what happened meanwhile."""
    return (
        _is_cut_off(labelled, first, last)
        or _is_participle_clause(labelled, first, last)
        or _is_fronted_phrase(labelled, first, last)
        or _is_fronted_adverbial(labelled, first, last)
        or _is_accompaniment(labelled, first)
        or _is_beside_according(labelled, first, last)
        or _is_main_clause(labelled, first, last)
    )


def _is_cut_off(labelled: LabelledTokens, first: int, last: int) -> bool:
    """What stands around a quote of another: *told me that Ivo yelled | “Run!” | at her*.

    That is its subject and verb, or a phrase after it; or, after *by*, who does something.
    """
    before, after, tokens = first - 1, last + 1, labelled.tokens
    if tag_at(tokens, before) == AGENT_MARKER:
        asked = word_at(tokens, before - 1) in labelled.language.telling
        return asked or labelled.labels[before] == tagger.CUE
    if tag_at(tokens, after) == QUOTE and labelled.labels[after] == tagger.OUTSIDE:
        return last > first and tokens[last].tag == SAYING
    is_after = tag_at(tokens, before) == QUOTE and labelled.labels[before] == tagger.OUTSIDE
    if is_after and (_is_speech_tag(labelled, first, last) or _is_beat(labelled, first, last)):
        return True
    if not is_after or labelled.labels[first] != tagger.INSIDE:
        return False
    opening = tokens[first]
    adverbial = opening.tag == PREPOSITION or opening.word in labelled.language.circumstantial
    phrase = adverbial or not labelled.verbs.among(first, last)
    return phrase and QUOTE not in labelled.tags[first : last + 1]


def _is_speech_tag(labelled: LabelledTokens, first: int, last: int) -> bool:
    """Whether it only says who says the quote before it: *“…,” | he added |, according to Y*."""
    says = labelled.tokens[last].tag == SAYING and tag_at(labelled.tokens, last + 1) == COMMA
    return says and last > first and not labelled.verbs.among(first, last - 1)


def _is_beat(labelled: LabelledTokens, first: int, last: int) -> bool:
    """Whether a sentence between two quotes tells of an act: *“…?” Holt did not move. “…”*."""
    opening = labelled.tokens[first]
    whole = tag_at(labelled.tokens, last + 1) == SENTENCE_END
    acts = opening.tag in PEOPLE and opening.capital
    return acts and whole and tag_at(labelled.tokens, last + 2) == QUOTE


def _is_participle_clause(labelled: LabelledTokens, first: int, last: int) -> bool:
    """Whether a verbless clause precedes the subject: *Passing sentence, the judge said …*."""
    opens = tag_at(labelled.tokens, first - 1) in END
    if not opens or labelled.language.tag(labelled.tokens[first].word) not in ING_FORMS:
        return False
    return not labelled.verbs.among(first, last) and _reports_after(labelled, last)


def _is_fronted_phrase(labelled: LabelledTokens, first: int, last: int) -> bool:
    """Whether a phrase precedes the main clause: *Asked about the cost, she said it was …*."""
    if tag_at(labelled.tokens, first - 1) in END:
        return False
    opens = labelled.before(first - 1, (tagger.OUTSIDE, tagger.CUE))
    if opens >= 0 and labelled.tokens[opens].tag not in END:
        return False
    subject = labelled.after(last + 1, (tagger.OUTSIDE,))
    if subject == len(labelled.tokens) or labelled.labels[subject] != tagger.SOURCE:
        return False
    return _reports_after(labelled, last) and not labelled.verbs.among(first, last)


def _is_fronted_adverbial(labelled: LabelledTokens, first: int, last: int) -> bool:
    """Whether a phrase precedes who writes what follows: *In a letter, Berg wrote: …*.

    Also *After the vote, Berg said on Friday that …*: what is said begins with *that*.
    """
    tokens = labelled.tokens
    opens = tag_at(tokens, first - 1) in END and tokens[first].tag == PREPOSITION
    if not opens or labelled.verbs.among(first, last):
        return False
    i = labelled.after(last + 1, (tagger.OUTSIDE, tagger.SOURCE))
    if i >= len(tokens) or labelled.labels[i] != tagger.CUE:
        return False
    after = labelled.after(i, (tagger.CUE,))
    if COLON in (tag_at(tokens, after - 1), tag_at(tokens, after)):
        return True
    that = labelled.after(after, (tagger.OUTSIDE,))
    apart = any(token.tag == COMMA for token in tokens[after:that])
    return COMPLEMENTIZER in (tag_at(tokens, that - 1), tag_at(tokens, that)) and not apart


def _reports_after(labelled: LabelledTokens, last: int) -> bool:
    """Whether somebody says more after a comma: *, X said, “…”*, *, X said it was*."""
    i = labelled.after(last + 1, (tagger.OUTSIDE,))
    i = labelled.after(i, (tagger.SOURCE,))
    if i >= len(labelled.tokens) or labelled.labels[i] != tagger.CUE:
        return False
    i = labelled.after(i, (tagger.CUE,))
    comma = tag_at(labelled.tokens, i) == COMMA
    while tag_at(labelled.tokens, i) in _INTRODUCING:
        i += 1
    i += tag_at(labelled.tokens, i - 1) == COLON and tag_at(labelled.tokens, i) == PARAGRAPH_END
    if i < len(labelled.tokens) and labelled.tokens[i].tag == QUOTE:
        return True
    return not comma and i < len(labelled.tokens) and labelled.labels[i] in CONTENT_LABELS


def _is_accompaniment(labelled: LabelledTokens, first: int) -> bool:
    """Whether such a clause follows the cue: *The road is shut, X said, as the rain fell*."""
    if labelled.tokens[first].word not in labelled.language.accompanying:
        return False
    i = first - 1
    if tag_at(labelled.tokens, i) != COMMA:
        return False
    i = labelled.before(i - 1, (tagger.OUTSIDE, tagger.SOURCE, tagger.CUE))
    cues = (k for k in range(i + 1, first) if labelled.labels[k] == tagger.CUE)
    follows = i >= 0 and labelled.labels[i] in CONTENT_LABELS
    return follows and any(labelled.tokens[k].tag in SAYING_VERBS for k in cues)


def _is_beside_according(labelled: LabelledTokens, first: int, last: int) -> bool:
    """Whether words without a verb are a source or a speaker before a comma.

    *According to | the rules |, he said, it was late*; *The mayor |, according to Y, said it was*.
    """
    tokens, comma = labelled.tokens, last + 1
    if tag_at(tokens, comma) != COMMA or labelled.verbs.among(first, last):
        return False
    if tag_at(tokens, first - 1) == ACCORDING_TO:
        return True
    if tag_at(tokens, comma + 1) != ACCORDING_TO:
        return False
    end = labelled.after(comma + 1, (tagger.CUE, tagger.SOURCE, tagger.OUTSIDE))
    commas = (k for k in range(comma + 1, end) if tokens[k].tag == COMMA)
    closes = next(commas, end)
    verbs = range(closes + 1, min(end, closes + 3))  # *, also said*
    return any(labelled.labels[k] == tagger.CUE and tokens[k].tag in SAYING_VERBS for k in verbs)


def _is_main_clause(labelled: LabelledTokens, first: int, last: int) -> bool:
    """Whether it is the clause after one that reports: *As X announced the sale, | Y wept*.

    Words in marks are always reported, and so is what another verb reports.
    """
    comma = labelled.main_clause_commas.get(first)
    if comma is None or comma >= first or QUOTE in labelled.tags[first : last + 1]:
        return False
    after = labelled.after(last + 1, (tagger.OUTSIDE, tagger.SOURCE, *CONTENT_LABELS))
    return after == len(labelled.tokens) or labelled.labels[after] != tagger.CUE
