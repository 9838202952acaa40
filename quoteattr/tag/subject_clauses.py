"""End a content that belongs to the subject of a sentence before the verb of the sentence.

*The claim that the dam was safe | angered the council*: the tagger, which labels tokens one by one,
may go on to the end of the sentence.
"""

from __future__ import annotations

from quoteattr.detect.alphabet import (
    ADVERB,
    AGENT_MARKER,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    PAST_FORM,
    PREPOSITION,
    RELATIVE,
    REPORTING_PARTICIPLE,
    SAYING,
    SUBORDINATOR,
)
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import tag_at, word_at
from quoteattr.tag import tagger
from quoteattr.tag.finite_verbs import AUXILIARIES
from quoteattr.tag.labelled_tokens import LabelledTokens

#: tags after which one more verb belongs to the content: *that what she saw was real*
_MORE_VERBS = frozenset(COMPLEMENTIZER + CONJUNCTION + RELATIVE + SUBORDINATOR)
#: tags before the noun or participle in the subject: *the council's claim*, *Mara Holt calling*
_IN_PHRASE = frozenset(tags("CONJUNCTION|DETERMINER|NAME|OTHER_WORD|POSSESSIVE|PRONOUN"))
#: tags after a participle that modifies a noun: *the dam built in May*, *the dam built by Vale*
_AFTER_PARTICIPLE = frozenset(PREPOSITION + AGENT_MARKER)


def end_in_subject(labelled: LabelledTokens, first: int, last: int) -> int:
    """The last token of a content, before the verb of its sentence if it is part of the subject.

    Args:
        labelled: the tokens of an article, with their labels.
        first: first token of the content.
        last: its last token.
    """
    opens = first + (labelled.tokens[first].tag == COMPLEMENTIZER)
    introduced = tag_at(labelled.tokens, opens - 1) == COMPLEMENTIZER
    verbs = _verbs_of_content(labelled, opens - 1 - introduced, introduced)
    if verbs is None:
        return last
    for i in range(opens, last + 1):
        verbs += labelled.tokens[i].tag in _MORE_VERBS or _may_be_participle(labelled, i)
        if labelled.verbs.at(i) and not _continues_verb(labelled, i):
            if verbs == 0 and i > opens:
                return i - 1
            verbs -= 1
    return last


def _verbs_of_content(labelled: LabelledTokens, cue: int, introduced: bool) -> int | None:
    """The number of verbs of a content in the subject: none in *calling us “mad”*, else one.

    None if its cue is not in the subject, which a noun before *that* (*Berg's claim that*), a
    relative clause (*the man who said*) or a participle (*Berg calling*) is with what precedes it.
    """
    tokens = labelled.tokens
    tag, word = tag_at(tokens, cue), word_at(tokens, cue)
    start = labelled.before(cue, (tagger.OUTSIDE, tagger.CUE, tagger.SOURCE)) + 1
    relative = tag in SAYING and tag_at(tokens, cue - 1) in RELATIVE + COMPLEMENTIZER
    noun = introduced and word in labelled.language.cue_nouns and tag not in CUE
    calls = tag in REPORTING_PARTICIPLE and not introduced
    phrase = tokens[start : cue - relative]
    if not (relative or noun or calls) or not phrase:
        return None
    return int(not calls) if all(word.tag in _IN_PHRASE for word in phrase) else None


def _may_be_participle(labelled: LabelledTokens, i: int) -> bool:
    """Whether a verb may modify the noun before it, and so be no finite one."""
    past = labelled.tokens[i].tag == PAST_FORM
    return past and tag_at(labelled.tokens, i + 1) in _AFTER_PARTICIPLE


def _continues_verb(labelled: LabelledTokens, i: int) -> bool:
    """Whether a verb belongs to the auxiliary before it: *has not been | kept*."""
    k = i - 1
    while k >= 0 and labelled.tokens[k].tag == ADVERB:
        k -= 1
    return tag_at(labelled.tokens, k) in AUXILIARIES
