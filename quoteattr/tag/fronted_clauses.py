"""Find the main clause after a clause with a reported content: *When X said he was ill, | Y wept*.

The tagger often labels both as content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quoteattr.detect.alphabet import AUXILIARY, COMMA, CUE_PARTICIPLE, END
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import Token, tag_at, tags_of
from quoteattr.language import Language
from quoteattr.tag.finite_verbs import FiniteVerbs
from quoteattr.tag.tag_sets import FRONTED, PEOPLE
from quoteattr.tag.tagger import CUE

#: tags with which no main clause begins
_NO_SUBJECT = frozenset(
    tags("CONJUNCTION|PREPOSITION|AGENT_MARKER|RELATIVE|SUBORDINATOR|ING_FORM|CUE_PARTICIPLE")
)


def main_clause_commas(
    tokens: Sequence[Token], labels: Sequence[int], verbs: FiniteVerbs
) -> dict[int, int]:
    """The comma between a subordinate clause that reports something and the main clause.

    Args:
        tokens: the tokens of an article.
        labels: their labels.
        verbs: their finite verbs.

    Returns:
        The comma by the tokens where a content may begin: those from the cue to the first comma of
        the sentence, and the first one of the main clause.
    """
    by_start = dict[int, int]()
    for opens, end in _sentences(tokens):
        participle = _is_participle(tokens, opens, verbs.language)
        if not participle and tokens[opens].word not in verbs.language.circumstantial:
            continue
        commas = [i for i in range(opens, end) if tokens[i].tag == COMMA]
        cues = [i for i in range(opens, min(commas, default=opens)) if labels[i] == CUE]
        if not cues or cues[-1] + 1 == commas[0]:
            continue  # *as X said, it was late*
        parted = commas[tokens[cues[-1] + 1].tag in FRONTED :]  # *said if it rained, they*
        ends = pairwise([*parted, end])
        comma = next((i for i, j in ends if _begins_clause(verbs, cues[-1], i, j, end)), None)
        if comma is not None and (not participle or verbs.among(cues[-1] + 1, comma)):
            by_start.update(dict.fromkeys(range(cues[-1] + 1, commas[0] + 1), comma))
            by_start[comma + 1] = comma
    return by_start


def _is_participle(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether a participle that reports opens the sentence: *Having said*, *Despite saying*."""
    opening = tokens[i]
    having = opening.tag == AUXILIARY and opening.word in language.not_finite
    return having or opening.tag in CUE_PARTICIPLE or tag_at(tokens, i + 1) in CUE_PARTICIPLE


def _sentences(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The first token of each sentence, and the one after its last."""
    ends = [i for i, tag in enumerate(tags_of(tokens)) if tag in END]
    for before, end in pairwise([-1, *ends, len(tokens)]):
        if before + 1 < end:
            yield before + 1, end


def _begins_clause(verbs: FiniteVerbs, cue: int, comma: int, next_comma: int, end: int) -> bool:
    """Whether a subject and its verb follow a comma, up to the next one or the sentence end.

    After a name they may be apart: *said he was ill, Otto Marsh, the mayor, wept*.
    """
    subject = comma + 1
    if tag_at(verbs.tokens, subject) in _NO_SUBJECT or verbs.at(subject):
        return False
    if verbs.among(subject, next_comma - 1):
        return True
    whole = verbs.among(cue + 1, comma) and verbs.among(subject, end - 1)
    return whole and verbs.tokens[subject].tag in PEOPLE
