"""Find clauses without *that* behind an addressee or a time: *told the doctor | he was ill*.

Also *said on Friday | the mill was safe*, *said in a letter | it was*. The tagger misses many of
these contents, and often takes the addressee for a part of the content.
"""

from __future__ import annotations

from attrs import evolve

from quoteattr.detect.alphabet import (
    COPULA,
    END,
    NAME,
    PREPOSITION,
    QUOTE,
    SAYING,
    TIME,
)
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import tag_at
from quoteattr.tag import tagger
from quoteattr.tag.labelled_tokens import LabelledTokens

#: tags of the first word of the subject, and of no word before it
_SUBJECT_STARTS = frozenset(tags("DETERMINER|PRONOUN|NAME"))
_BEFORE_NOUN = frozenset(tags("DETERMINER|PREPOSITION"))
#: tags that no subject contains, and nothing between it and the cue
_NO_SUBJECT = frozenset(
    tags("END|COMMA|COLON|QUOTE|COMPLEMENTIZER|SUBORDINATOR|CONJUNCTION|RELATIVE|AGENT_MARKER")
)
#: tags between a content and further words that report
_CLOSING = frozenset(tags("COMMA|CONJUNCTION"))
#: maximum number of tokens of a subject, and of the words before a time: *late last week*
_SUBJECT, _BEFORE_TIME = 8, 2


def with_bare_clauses(labelled: LabelledTokens) -> LabelledTokens:
    """A copy with a content where the tagger found none: *a nurse told the doctor | he was ill*."""
    labels = list(labelled.labels)
    for i, label in enumerate(labelled.labels):
        if label != tagger.CUE or not _governs_clause(labelled, i):
            continue
        end = _end_of_sentence(labelled, i)
        start = start_after_addressee(labelled, i, end)
        if start < end and _opens_report(labelled, i):
            labels[start:end] = [tagger.BEGIN] + [tagger.INSIDE] * (end - start - 1)
    return evolve(labelled, labels=labels)


def _governs_clause(labelled: LabelledTokens, cue: int) -> bool:
    """Whether the cue is a verb of telling, or of saying before a time, a place or an occasion."""
    tokens, language = labelled.tokens, labelled.language
    if tokens[cue].word in language.informing:
        return True
    if tokens[cue].tag != SAYING:
        return False
    near = tokens[cue + 1 : cue + 2 + _BEFORE_TIME]
    in_setting = bool(near) and near[0].word in language.setting
    return in_setting or (any(t.tag == TIME for t in near) and near[0].tag not in _NO_SUBJECT)


def _opens_report(labelled: LabelledTokens, cue: int) -> bool:
    """Whether nothing that is said precedes the cue in its sentence: no *“…,” he told a crowd*."""
    tokens = labelled.tokens
    opens = labelled.before(cue, (tagger.OUTSIDE, tagger.SOURCE, tagger.CUE)) + 1
    starts = opens == 0 or tokens[opens - 1].tag in END
    return starts and all(token.tag != QUOTE for token in tokens[opens:cue])


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
    """The first token of a subject and its verb after the addressee or time; else the end."""
    tokens, language = labelled.tokens, labelled.language
    for k in range(cue + 1, end):
        topic = tokens[k].tag == PREPOSITION and tokens[k].word not in language.setting
        if topic or tokens[k].tag in _NO_SUBJECT or labelled.verbs.at(k):
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
    if k == cue + 2 and before.word in labelled.language.object_pronouns:
        return tag in _SUBJECT_STARTS  # *told her the*
    return tag in _SUBJECT_STARTS and before.tag != tag and before.tag not in _BEFORE_NOUN
