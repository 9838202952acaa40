"""Sets of tags by which several modules of this package tell what a token is."""

from __future__ import annotations

from quoteattr.detect.alphabet import (
    CUE_PARTICIPLE,
    ING_FORM,
    NAME,
    PRONOUN,
    SAYING,
    SAYING_PARTICIPLE,
)
from quoteattr.detect.patterns.pattern import tags

#: tags of verbs of saying
SAYING_VERBS = frozenset(SAYING + SAYING_PARTICIPLE)
#: tags of verb forms in *-ing*
ING_FORMS = frozenset(CUE_PARTICIPLE + ING_FORM)
#: tags of names and pronouns
PEOPLE = frozenset(NAME + PRONOUN)
#: tags of the first word of a phrase or clause before another one: *by May*, *if it rains*
FRONTED = frozenset(tags("PREPOSITION|AGENT_MARKER|SUBORDINATOR"))
