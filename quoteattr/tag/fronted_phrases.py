"""Find the phrase with which a content begins, right after its cue.

*X said | under the plan, it would close*.
"""

from __future__ import annotations

from quoteattr.detect.alphabet import SAYING
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
