"""Find the phrase with which a content begins, before or right after its cue.

*Under the plan, X said, | it would close*; *X said | under the plan, it would close*.
"""

from __future__ import annotations

from quoteattr.detect.alphabet import COMMA, END, SAYING
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import tag_at
from quoteattr.tag import tagger
from quoteattr.tag.labelled_tokens import LabelledTokens
from quoteattr.tag.tag_sets import FRONTED

#: tags of the first word of a clause that needs no phrase before it
_OPENED = frozenset(tags("COMPLEMENTIZER|QUOTE"))
#: tags that no such phrase contains, and those of one that is only a time
_PARTED = frozenset(tags("COMMA|QUOTE|RELATIVE"))
_OF_TIMES = frozenset(tags("TIME|NUMBER|DETERMINER|NAME"))


def start_of_phrase(labelled: LabelledTokens, first: int) -> int:
    """The first token of a phrase right after the cue: *said | under the plan, it would close*.

    An occasion or a time is that of the speech: *said in a letter, it would close*.
    """
    tokens, language = labelled.tokens, labelled.language
    opens = labelled.before(first - 2, (tagger.OUTSIDE,)) + 1
    phrase = tokens[opens + 1 : first - 1]
    says = tag_at(tokens, opens - 1) in SAYING and labelled.labels[opens - 1] == tagger.CUE
    simple = tokens[first].tag not in _OPENED and all(t.tag not in _PARTED for t in phrase)
    addressed = tokens[opens].word in language.infinitive  # *wrote to the council, “…”*
    if not (says and simple) or addressed or tokens[opens].tag not in FRONTED:
        return first
    occasion = any(t.word in language.occasions or t.word in language.cue_nouns for t in phrase)
    timed = all(token.tag in _OF_TIMES for token in phrase)
    return first if occasion or timed else opens


def phrase_before_cue(labelled: LabelledTokens, first: int) -> tuple[int, int] | None:
    """The phrase of a content before the words that report it: *By May, X said, | it was*."""
    tokens, i = labelled.tokens, first - 1
    for label in (tagger.OUTSIDE, tagger.CUE, tagger.SOURCE):
        end = i
        while i >= 0 and labelled.labels[i] == label and tokens[i].tag not in END:
            i -= 1
        if i == end or tokens[first - 1].tag != COMMA:
            return None
    opens = labelled.before(i, (tagger.OUTSIDE,)) + 1
    phrase = i > opens and tokens[i].tag == COMMA and tokens[opens].tag in FRONTED
    return (opens, i - 1) if phrase and tag_at(tokens, opens - 1) in END else None
