"""Find the roles that a person's acts show: who coaches a team is *the coach*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from quoteattr.detect.alphabet import (
    ADVERB,
    AUXILIARY,
    CUE,
    ING_FORM,
    NOMINAL,
    OTHER_WORD,
    PAST_FORM,
)
from quoteattr.detect.chunks import Chunks
from quoteattr.language import Language
from quoteattr.language.tables import Words

#: what may stand between a subject and its verb
_MODIFIERS = frozenset(AUXILIARY + ADVERB)
#: tags of a verb; *coaches* may be a noun as well
_VERBS = frozenset(OTHER_WORD + PAST_FORM + ING_FORM + CUE + NOMINAL)
_NONE: Words = frozenset()


def roles_of_acts(chunks: Chunks, i: int) -> Words:
    """The nouns for who does what the name in chunk i does: *Ida Berg has coached the team*."""
    k = i + 1
    while chunks.tags[k : k + 1] in _MODIFIERS:
        k += 1
    if chunks.tags[k : k + 1] not in _VERBS:
        return _NONE
    return chunks.language.derived(_agents).get(chunks.heads[k], _NONE)


def _agents(language: Language) -> Mapping[str, Words]:
    """For each form of a verb the nouns for who does that."""
    agents: defaultdict[str, set[str]] = defaultdict(set)
    for noun, verbs in language.agent_verbs.items():
        for form in language.all_forms(verbs):
            agents[form].add(noun)
    return {form: frozenset(nouns) for form, nouns in agents.items()}
