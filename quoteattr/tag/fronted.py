"""Find the boundaries of contents beside fronted clauses and phrases.

*While X said it was late, | Y …*; *X said | under the plan, it would close*.
"""

from __future__ import annotations

from quoteattr.detect.alphabet import COMMA, END, SAYING
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import tag_at, word_at
from quoteattr.tag import tagger
from quoteattr.tag.labelled_tokens import LabelledTokens

#: tags of the first word of a phrase before its clause: *by May*, *if it rains*
FRONTED = frozenset(tags("PREPOSITION|AGENT_MARKER|SUBORDINATOR"))
#: tags of the first word of a clause that needs no phrase before it
_OPENED = frozenset(tags("COMPLEMENTIZER|QUOTE"))
#: tags that no such phrase contains, and those of one that is only a time
_PARTED = frozenset(tags("COMMA|QUOTE|RELATIVE"))
_OF_TIMES = frozenset(tags("TIME|NUMBER|DETERMINER|NAME"))
#: tags of the first word of a main clause
_SUBJECTS = frozenset(tags("DETERMINER|PRONOUN|NAME|OTHER_WORD|NUMBER"))


def end_of_subordinate_clause(labelled: LabelledTokens, first: int, last: int) -> int:
    """The last token of a content in a clause before the main one: *While X said it was late, | Y*.

    The main clause begins after a comma with a subject, and has a verb of its own.
    """
    tokens, verbs = labelled.tokens, labelled.verbs
    if not _is_subordinate(labelled, first):
        return last
    commas = [i for i in range(first + 1, last - 1) if tokens[i].tag == COMMA]
    mains = (
        i
        for i in commas[tokens[first].tag in FRONTED :]
        if verbs.among(first, i) and tokens[i + 1].tag in _SUBJECTS and not verbs.at(i + 1)
    )
    return next((i - 1 for i in mains if verbs.among(i + 2, last)), last)


def _is_subordinate(labelled: LabelledTokens, first: int) -> bool:
    """Whether the sentence opens with *while* or the like, and then reports the content."""
    reports = (tagger.SOURCE, tagger.CUE, tagger.OUTSIDE)
    opens = labelled.before(first - 1, reports) + 1
    conjunction = word_at(labelled.tokens, opens) in labelled.language.subordinators
    sourced = labelled.labels[opens + 1] == tagger.SOURCE
    introduced = tag_at(labelled.tokens, first - 1) != COMMA
    whole = tag_at(labelled.tokens, opens - 1) in END
    return conjunction and sourced and introduced and whole


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
