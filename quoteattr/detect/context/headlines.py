"""Find headlines: lines in which every word has a capital."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.detect.alphabet import ACCORDING_TO, PARAGRAPH_END
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import Token

#: tags that do not change, capital or not
CLOSED = frozenset(
    tags("DETERMINER|CONJUNCTION|COMPLEMENTIZER|SUBORDINATOR|RELATIVE")
    + tags("PRONOUN|OBJECT_PRONOUN|ACCORDING_TO")
)
#: tags of words that headlines write in lower case
_SMALL_IN_HEADLINE = frozenset(tags("PREPOSITION|COPULA|AUXILIARY|AGENT_MARKER"))
#: minimum number of words of a headline
_HEADLINE = 4


def in_headline(tokens: Sequence[Token]) -> list[bool]:
    """For each token, whether it is in a line in which every word has a capital."""
    flags: list[bool] = []
    ends = (i for i, token in enumerate(tokens) if token.tag == PARAGRAPH_END)
    start = 0
    for end in (*ends, len(tokens)):
        flags += [_is_headline(tokens[start:end])] * (end - start + 1)
        start = end + 1
    return flags


def _is_headline(line: Sequence[Token]) -> bool:
    """Whether all words of a line whose capital distinguishes headlines have one."""
    words = (t for t in line if t.word[:1].isalpha() and _counts(t))
    count = 0
    for word in words:  # the second word decides most lines
        if not (word.capital or word.tag in _SMALL_IN_HEADLINE):
            return False
        count += 1
    return count >= _HEADLINE


def _counts(token: Token) -> bool:
    """Whether the capital of a word distinguishes headlines: *told by* does, *the* does not."""
    return token.tag not in CLOSED or (token.tag == ACCORDING_TO and not token.capital)
