"""Find the reported contents of an article from its labels, within the limits of grammar.

The tagger labels tokens one by one, and does not know that a clause needs a verb, or who the
subject of a second verb is. Where grammar leaves only one reading, it corrects the labels
(``_CORRECTIONS``), decides what is no content (``circumstances.py``), and where one ends
(``content_ends.py``) and begins (``content_starts.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set

from attrs import evolve

from quoteattr.detect.alphabet import (
    COMMA,
    COMPLEMENTIZER,
    COPULA,
    CUE,
    END,
    PREPOSITION,
    QUOTE,
    RELATIVE,
)
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import Token, tag_at, word_at
from quoteattr.language import Language
from quoteattr.tag import tagger
from quoteattr.tag.addressees import with_addressees
from quoteattr.tag.bare_clauses import with_bare_clauses
from quoteattr.tag.circumstances import is_circumstance
from quoteattr.tag.content_ends import end_of_content
from quoteattr.tag.content_starts import start_of_content
from quoteattr.tag.fronted_phrases import phrase_before_cue
from quoteattr.tag.labelled_tokens import CONTENT_LABELS, LabelledTokens
from quoteattr.tag.tag_sets import SAYING_VERBS

#: the maximum number of tokens between a cue and a relative clause after a subject
_MAX_SUBJECT = 8
#: tags of nouns, and the maximum number of tokens of a phrase with a preposition and a noun
_NOUNS, _PHRASE = frozenset(tags("OTHER_WORD|CUE_NOUN|SAYING")), 4
#: the labels of words that report nothing
_NO_CUE = (tagger.OUTSIDE, tagger.SOURCE, *CONTENT_LABELS)


def find_contents(
    tokens: Sequence[Token],
    labels: Sequence[int],
    language: Language,
    titles: Set[int] = frozenset(),
    unsaid: Set[int] = frozenset(),
) -> Iterator[tuple[int, int]]:
    """Find the reported contents of an article.

    Args:
        tokens: its tokens.
        labels: their labels.
        language: the language of the text.
        titles: indices of the quoted spans that nobody said. One belongs to a content only in a
            clause right after a verb of saying: *said “…” was dull*.
        unsaid: indices of all quoted spans that nobody said.

    Yields:
        First and last token of each content, within the limits of grammar.
    """
    labelled = LabelledTokens(tokens, labels, language)
    for corrected in _CORRECTIONS:
        labelled = corrected(labelled)
    labelled, stop = _without_titles(labelled, titles), 0
    for first, last in labelled.contents():
        if first < stop or _is_no_content(labelled, first, last, unsaid):
            continue
        fronted = phrase_before_cue(labelled, first)
        if fronted and fronted[0] >= stop:
            yield fronted
        last = end_of_content(labelled, first, last)
        stop, start = last + 1, start_of_content(labelled, first, last)
        if not _is_relative_clause(labelled, start):
            yield start, last


def _is_no_content(labelled: LabelledTokens, first: int, last: int, unsaid: Set[int]) -> bool:
    """Whether the words tell what something is called, who speaks, or what happened meanwhile."""
    return (
        _gives_title(labelled, first, last, unsaid)
        or _is_relative_clause_of_speaker(labelled, first)
        or is_circumstance(labelled, first, last)
    )


def _is_relative_clause(labelled: LabelledTokens, start: int) -> bool:
    """Whether *that* stands for a thing before it: *told us of a deal that | was struck in May*."""
    tokens, language = labelled.tokens, labelled.language
    that = start if tokens[start].tag == COMPLEMENTIZER else start - 1
    if that < 1 or tokens[that].tag != COMPLEMENTIZER or not labelled.verbs.at(that + 1):
        return False
    noun, before = tokens[that - 1], tokens[max(0, that - _PHRASE) : that - 1]
    addressed = noun.word in language.speaking_nouns and all(t.tag != PREPOSITION for t in before)
    return labelled.labels[that - 1] != tagger.CUE and noun.tag in _NOUNS and not addressed


def _gives_title(labelled: LabelledTokens, first: int, last: int, unsaid: Set[int]) -> bool:
    """Whether a sentence only says what something is called: *The title was “Closed.”*.

    Or what somebody else calls it: *The sale was “a gift” (Ida Berg)*.
    """
    tokens = labelled.tokens
    quoted = last if last in unsaid else last + 1
    whole = tag_at(tokens, first - 1) in END and tag_at(tokens, quoted) == QUOTE
    return whole and first < quoted and tokens[quoted - 1].tag == COPULA


def _with_antecedents(labelled: LabelledTokens) -> LabelledTokens:
    """A copy in which a relative clause that opens a content belongs to the subject before it.

    *X said | Berg, who left, was ill*: the subject is all that stands between cue and comma.
    """
    labels = list(labelled.labels)
    for first, _ in labelled.contents():
        relative = first + (labelled.tokens[first].tag == COMMA)
        start = _after_cue(labelled, relative - 1)
        if start < relative - 1 and tag_at(labelled.tokens, relative) == RELATIVE:
            labels[start : relative + 1] = [tagger.BEGIN] + [tagger.INSIDE] * (relative - start)
    return evolve(labelled, labels=labels)


def _after_cue(labelled: LabelledTokens, comma: int) -> int:
    """The token after the cue before a comma, if it is near and no content precedes it."""
    tokens, start = labelled.tokens, comma
    if tag_at(tokens, comma) != COMMA:
        return comma
    while start > max(0, comma - _MAX_SUBJECT) and labelled.goes_on(start - 1, _NO_CUE):
        start -= 1
    before = labelled.before(start - 1, (tagger.CUE,))
    before -= tag_at(tokens, before) == COMMA
    follows = tag_at(tokens, start - 1) in CUE and labelled.labels[start - 1] == tagger.CUE
    reported = before >= 0 and labelled.labels[before] in CONTENT_LABELS
    inverted = reported or tag_at(tokens, before) == QUOTE
    tells = word_at(tokens, start - 1) in labelled.language.telling
    return start if follows and not (tells or inverted) else comma


def _without_titles(labelled: LabelledTokens, titles: Set[int]) -> LabelledTokens:
    """A copy with titles labelled as outside, except in what somebody says."""
    labels = list(labelled.labels)
    for first, last in labelled.contents() if titles else ():
        within = titles & set(range(first, last + 1))
        if within and not _is_said_clause(labelled, first, last):
            for i in within:
                labels[i] = tagger.OUTSIDE
    return evolve(labelled, labels=labels)


def _is_said_clause(labelled: LabelledTokens, first: int, last: int) -> bool:
    """Whether a content has a verb, and follows a verb of saying or *that*."""
    before = first - 1
    if tag_at(labelled.tokens, before) == COMPLEMENTIZER:
        before -= 1
    saying = tag_at(labelled.tokens, before) in SAYING_VERBS
    is_cue = before >= 0 and labelled.labels[before] == tagger.CUE
    return saying and is_cue and labelled.verbs.among(first, last)


def _is_relative_clause_of_speaker(labelled: LabelledTokens, first: int) -> bool:
    """Whether a content is a relative clause after the words that report: *X said, | who left*."""
    tokens = labelled.tokens
    relative = tag_at(tokens, first) == RELATIVE and tag_at(tokens, first - 1) == COMMA
    return relative and first > 1 and labelled.labels[first - 2] == tagger.CUE


#: the corrections of the labels, in this order: the last one adds contents only where none is
_CORRECTIONS: tuple[Callable[[LabelledTokens], LabelledTokens], ...] = (
    _with_antecedents,  # *X said | Berg, who left, was ill*
    with_addressees,  # *X says Y told them it was late*
    with_bare_clauses,  # *told the doctor | he was ill*
)
