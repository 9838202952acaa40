"""Tell finite verbs, and a *that* that introduces no clause, by form and neighbours."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from attrs import frozen

from quoteattr.detect.alphabet import (
    AGENT_MARKER,
    AUXILIARY,
    COPULA,
    CUE,
    OTHER_WORD,
    PAST_FORM,
    QUOTE,
)
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import Token, columns_of, tag_at, word_at
from quoteattr.language import Language
from quoteattr.tag.tag_sets import PEOPLE, SAYING_VERBS

#: tags of auxiliaries and forms of *be*
AUXILIARIES = frozenset(COPULA + AUXILIARY)
#: tags of words that may be finite verbs
_VERBS = frozenset(tags("AUXILIARY|COPULA|CUE|PAST_FORM"))
#: tags before a noun
_BEFORE_NOUN = frozenset(tags("DETERMINER|PREPOSITION"))


def is_finite(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether a token is a finite verb, as far as its form and its neighbours show.

    Args:
        tokens: the tokens of an article or a clause.
        i: index of the token; the very first token is finite only if it is an auxiliary.
        language: the language of the text.
    """
    tag, _, _, word, _ = tokens[i]
    if tag in AUXILIARIES:
        return word not in language.not_finite
    finite = tag in CUE or word in language.past_forms
    if not i or not (finite or tag == PAST_FORM):
        return False
    before = tokens[i - 1]
    if before.tag in _BEFORE_NOUN or before.word in language.infinitive:
        return False
    return finite or tag_at(tokens, i + 1) != AGENT_MARKER


def is_demonstrative(tokens: Sequence[Token], i: int, last: int, language: Language) -> bool:
    """Whether the *that* at token i is a demonstrative, and does not introduce a clause.

    *Said that was a lie*, *says that’s a lie*; *dismissed that claim as nonsense*, *called that
    idea “mad”*; but *said that management “lied”*.

    Args:
        tokens: the tokens of an article.
        i: index of *that*.
        last: index of the last token of the content that it would introduce.
        language: the language of the text.
    """
    predicate = i + 2
    helps = tag_at(tokens, i + 1) in AUXILIARIES
    if helps and is_finite(tokens, i + 1, language):
        return tag_at(tokens, i + 2) not in PEOPLE  # *that had she known*
    if word_at(tokens, predicate) in language.capacity:
        return True
    if word_at(tokens, i + 1) in language.glossing and is_finite(tokens, i + 1, language):
        return True  # *said that meant war*
    says = tag_at(tokens, i - 1) in SAYING_VERBS
    if i + 1 == last and tokens[last].tag == OTHER_WORD:
        return not is_finite(tokens, last, language)  # *rejected that deal*
    return not says and predicate == last and tokens[last].tag == QUOTE


@frozen
class FiniteVerbs:
    """The finite verbs of an article."""

    tokens: Sequence[Token]
    language: Language

    def at(self, i: int) -> bool:
        """Whether the token is a finite verb; there is none after the text."""
        return i < len(self.tokens) and is_finite(self.tokens, i, self.language)

    def among(self, first: int, last: int) -> bool:
        """Whether one of the tokens from the first to the last is a finite verb."""
        return self._counts[last + 1] > self._counts[first]

    @cached_property
    def _counts(self) -> Sequence[int]:
        """The number of finite verbs before each token, and in all."""
        past_forms, columns = self.language.past_forms, columns_of(self.tokens)
        finite = (
            (tag in _VERBS or word in past_forms) and self.at(i)
            for i, (tag, word) in enumerate(zip(columns.tags, columns.words, strict=True))
        )
        return array("I", accumulate(finite, initial=0))
