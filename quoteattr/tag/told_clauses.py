"""Find what somebody told an addressee, without *that*: *told the doctor | he was ill*.

The tagger finds most of these contents, but often not behind a speaker or an addressee without a
name; and it often takes the addressee for a part of the content.
"""

from __future__ import annotations

from attrs import evolve

from quoteattr.detect.alphabet import COPULA, DETERMINER, END, NAME
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import tag_at
from quoteattr.tag import tagger
from quoteattr.tag.labelled_tokens import LabelledTokens

#: tags of the first word of the subject
_SUBJECT_STARTS = frozenset(tags("DETERMINER|PRONOUN|NAME"))
#: tags that no subject contains, and no addressee before it
_NO_SUBJECT = frozenset(
    tags("END|COMMA|COLON|QUOTE|COMPLEMENTIZER|SUBORDINATOR|CONJUNCTION|RELATIVE|AGENT_MARKER")
)
_NO_ADDRESSEE = _NO_SUBJECT.union(tags("PREPOSITION"))
#: tags between a content and further words that report
_CLOSING = frozenset(tags("COMMA|CONJUNCTION"))
#: maximum number of tokens of a subject
_SUBJECT = 8


def with_told_clauses(labelled: LabelledTokens) -> LabelledTokens:
    """A copy with a content where the tagger found none: *a nurse told the doctor | he was ill*."""
    labels = list(labelled.labels)
    for i, label in enumerate(labelled.labels):
        if label != tagger.CUE or labelled.tokens[i].word not in labelled.language.informing:
            continue
        end = _end_of_sentence(labelled, i)
        start = start_after_addressee(labelled, i, end)
        if start < end:
            labels[start:end] = [tagger.BEGIN] + [tagger.INSIDE] * (end - start - 1)
    return evolve(labelled, labels=labels)


def _end_of_sentence(labelled: LabelledTokens, cue: int) -> int:
    """The end of the words after the cue, before further words that report.

    The cue itself if there is a content already, or it is passive: *was told the road was shut*.
    """
    tokens = labelled.tokens
    end = labelled.after(cue + 1, (tagger.OUTSIDE,))
    if tag_at(tokens, cue - 1) in COPULA:
        return cue
    if end == len(tokens) or tokens[end].tag in END:
        return end
    further = labelled.labels[end] in (tagger.CUE, tagger.SOURCE)
    return end - 1 if further and tokens[end - 1].tag in _CLOSING else cue


def start_after_addressee(labelled: LabelledTokens, cue: int, end: int) -> int:
    """The first token of a subject and its verb after the addressee of a cue; else the end."""
    tokens = labelled.tokens
    for k in range(cue + 1, end):
        if tokens[k].tag in _NO_ADDRESSEE or labelled.verbs.at(k):
            return end
        if k > cue + 1 and _begins_subject(labelled, cue, k):
            return k if _has_verb(labelled, k, end) else end
    return end


def _has_verb(labelled: LabelledTokens, k: int, end: int) -> bool:
    """Whether a verb follows the subject at k: *the rent would*, *Berg had*.

    After a name nothing may part them: *told the paper Vale Star in a letter sent on Monday*.
    """
    tokens, stop = labelled.tokens, min(end, k + _SUBJECT)
    verb = next((j for j in range(k + 1, stop) if labelled.verbs.at(j)), k)
    named = tokens[k].tag == NAME
    return verb > k and all(
        token.tag == NAME if named else token.tag not in _NO_SUBJECT for token in tokens[k:verb]
    )


def _begins_subject(labelled: LabelledTokens, cue: int, k: int) -> bool:
    """Whether a determiner, pronoun or name is at k, which goes on with no earlier word."""
    tokens = labelled.tokens
    tag, before = tokens[k].tag, tokens[k - 1]
    pronoun = k == cue + 2 and before.word in labelled.language.object_pronouns  # *told her the*
    return tag in _SUBJECT_STARTS and (pronoun or before.tag not in (tag, DETERMINER))
