"""End a content before what the speaker does next: *said the town was quiet, | and left*."""

from __future__ import annotations

from quoteattr.detect.alphabet import COMMA, CONJUNCTION, END
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import Token, tag_at, word_at
from quoteattr.tag.labelled_tokens import LabelledTokens
from quoteattr.tag.tag_sets import ING_FORMS, PEOPLE

#: tags between a comma and a second verb: *, and then left*, *, before leaving*
_JOINTS = frozenset(tags("CONJUNCTION|ADVERB|SUBORDINATOR|PREPOSITION"))
#: tags after a verb without an object
_PHRASE_ENDS = frozenset(tags("END|COMMA|CONJUNCTION|ADVERB|PREPOSITION|AGENT_MARKER"))


def before_own_act(labelled: LabelledTokens, first: int, last: int) -> int:
    """The last token before an act of the speaker: *said the town was quiet, and left*.

    Only a person leaves, and the subject of the clause is not a person.
    """
    refusal = next((i for i in range(first + 1, last) if _refuses(labelled, i)), None)
    if refusal is not None:
        return refusal - 1 - (labelled.tokens[refusal - 1].tag == COMMA)
    verb = next((i for i in range(first + 1, last) if labelled.verbs.at(i)), last)
    if any(_is_person(labelled, token) for token in labelled.tokens[first:verb]):
        return last
    for i in range(verb + 1, last):
        comma = labelled.tokens[i].tag == COMMA
        if comma and (_prompts(labelled, i + 1) or _is_act(labelled, i + 1)):
            return i - 1
    return last


def _refuses(labelled: LabelledTokens, i: int) -> bool:
    """*And refused to say*, which is the speaker’s own act, is at i."""
    return labelled.tokens[i].tag == CONJUNCTION and _is_refusal(labelled, i + 1)


def _is_refusal(labelled: LabelledTokens, i: int) -> bool:
    """*Refused to say* is at i."""
    language, words = labelled.language, [word_at(labelled.tokens, i + k) for k in range(3)]
    infinitive = words[0] in language.refusing and words[1] in language.infinitive
    return infinitive and words[2] in language.refused


def _prompts(labelled: LabelledTokens, i: int) -> bool:
    """At i somebody is made to answer: *, prompting Ada to ask*."""
    word, language = word_at(labelled.tokens, i), labelled.language
    return labelled.tokens[i].tag in ING_FORMS and word in language.all_forms(language.prompting)


def _is_act(labelled: LabelledTokens, i: int) -> bool:
    """Whether *and left*, *then left the room* is at i; not *and left thousands homeless*."""
    while tag_at(labelled.tokens, i) in _JOINTS:
        i += 1
    if word_at(labelled.tokens, i) not in labelled.language.bodily:
        return False
    if tag_at(labelled.tokens, i + 1) in _PHRASE_ENDS:
        return True
    owner = word_at(labelled.tokens, i + 1)
    definite = owner in labelled.language.definite or owner in labelled.language.possessives
    return definite and tag_at(labelled.tokens, i + 3) in END


def _is_person(labelled: LabelledTokens, token: Token) -> bool:
    """Whether the token names a person, or is a pronoun or noun for one."""
    word, language = token.word, labelled.language
    if token.tag in PEOPLE:
        return word not in language.thing_pronouns
    return word in language.person_nouns
