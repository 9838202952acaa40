"""Classify the act of a reported clause, and whether it took place.

The types are those of attribution in the Penn Discourse Treebank (Prasad, Dinesh, Lee, Joshi and
Webber 2007, “Attribution and its annotation in the Penn Discourse TreeBank”, TAL 47(2)):

- ``speech``, its *assertion* (Comm): words that somebody uttered or wrote, *said*, *announced*;
- ``thought``, its *belief* (PAtt) and *fact* (Ftv): *believes*, *fears*, *knew*, nothing uttered;
- ``intent``, its *eventuality* (Ctrl), as far as nothing is uttered: *wants to*, *plans to*. An
  order, a vow or a refusal is an utterance, and so ``speech``.

The same authors treat whether it took place as polarity (*did not say*) and determinacy (*would
say*, *asked whether he said*); for events in general it is factuality (Saurí and Pustejovsky 2009,
“FactBank”). A refusal to say anything has a value of its own, which newsrooms look for: *no
comment*.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from quoteattr.detect.patterns.pattern import tags
from quoteattr.language import Language
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Act, Cue, Factuality, Mention, Span

_WORD = lazy_regex(r"[\p{L}\p{M}]+(?:['’\-][\p{L}\p{M}]+)*")
#: number of texts whose words are cached
_REMEMBERED = 1 << 12
#: number of words before a cue that may contain its subject and the start of its clause
_SUBJECT = 4
#: classes of words that report an utterance
_UTTERING = frozenset(tags("CUE|CUE_PARTICIPLE|CUE_NOUN|ACCORDING_TO"))


class Reported(Protocol):
    """The interface of a reported clause, or of its record."""

    @property
    def quote(self) -> str:
        """Its words."""

    @property
    def quoted(self) -> Sequence[Span]:
        """The words in marks that somebody says."""

    @property
    def cue(self) -> Cue | None:
        """The words that report it."""

    @property
    def mention(self) -> Mention | None:
        """The words that name who says it."""


class _Attitudes(NamedTuple):
    """The words of a language, in all their forms, that express an attitude."""

    thought: frozenset[str]
    intent: frozenset[str]


def _attitudes(language: Language) -> _Attitudes:
    """The words that express an attitude."""
    return _Attitudes(
        language.all_forms(language.thinking) | language.thoughts,
        language.all_forms(language.intending) | language.intentions,
    )


@lru_cache(maxsize=_REMEMBERED)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a cue in lower case, apostrophes straight; cached, since cues recur."""
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


def act_of(clause: Reported, language: Language) -> Act:
    """The act of a reported clause, by its cue; words in quotation marks were uttered.

    The first of these words decides, unless another is one of speech.
    """
    if clause.quoted or clause.cue is None:
        return "speech"
    words = words_of(clause.cue.text)
    attitudes = language.derived(_attitudes)
    decisive = [word for word in words if word in attitudes.thought or word in attitudes.intent]
    others = (language.word_tags.get(word, "") for word in words if word not in decisive)
    if not decisive or any(tag in _UTTERING for tag in others if tag):
        return "speech"
    return "intent" if decisive[0] in attitudes.intent else "thought"


def factuality_of(
    clause: Reported, before: str, language: Language, introduction: str = ""
) -> Factuality | None:
    """Why a clause was not reported; None if it was.

    Args:
        clause: the clause. Words in quotation marks that somebody says were uttered.
        before: the words of the sentence right before its cue.
        language: the language of the article.
        introduction: the word right before the clause, which may be apart from the cue: *said so,
            and refused | to say more*.
    """
    if clause.quoted:
        return None
    if _is_refusal(clause, introduction, language):
        return "no-comment"
    cue = words_of(clause.cue.text) if clause.cue else ()
    around = [*words_of(before)[-2:], *cue]
    subject = words_of(clause.mention.text) if clause.mention else ()
    nobody = not language.negative.isdisjoint(subject[:1]) or _is_denied(subject, before, language)
    if nobody or _negates(around, language) or _is_withheld(before, cue, language):
        return "negated"
    doubted = not language.doubting.isdisjoint(words_of(before)[-_SUBJECT:])
    imagined = not language.imagined.isdisjoint([*_WORD.findall(before)[-2:], *cue])  # no *May*
    conditional = _is_conditional(subject, before, language)
    return "hypothetical" if doubted or imagined or conditional else None


def _negates(words: Iterable[str], language: Language) -> bool:
    """Whether one of these words negates: *never*, *didn't*."""
    ending = language.negated_ending
    return any(w in language.denied or (ending and w.endswith(ending)) for w in words)


def _is_denied(subject: tuple[str, ...], before: str, language: Language) -> bool:
    """Whether the words right before a cue are its subject and *nor*: *nor the bank has said*."""
    return not language.negative_joints.isdisjoint(_before_subject(subject, before)[-1:])


def _is_withheld(before: str, cue: Sequence[str], language: Language) -> bool:
    """Whether words before the verb say that nothing is said: *stopped short of saying*."""
    governing = words_of(before.rpartition(",")[2])[-2:]
    if not language.joining.isdisjoint(governing[-1:]):
        governing = ()  # *did not hesitate and said*
    return not language.withholding.isdisjoint([*governing, *cue[:-1]])


def _is_conditional(subject: tuple[str, ...], before: str, language: Language) -> bool:
    """Whether a sentence only begins with such a word: *had he said*, *imagine he said*."""
    words = _before_subject(subject, before)
    opens = words[:1] if len(words) == 1 else ()
    return not (language.fronted | language.picturing).isdisjoint(opens)


def _before_subject(subject: tuple[str, ...], before: str) -> tuple[str, ...]:
    """The words before the subject right before a cue; none if something else is there."""
    words, count = words_of(before), len(subject)
    return words[:-count] if count and words[-count:] == subject else ()


def _is_refusal(clause: Reported, introduction: str, language: Language) -> bool:
    """Whether somebody refused to say anything: *declined to comment*, *refused comment*."""
    cue = (*(words_of(clause.cue.text) if clause.cue else ()), introduction)
    if language.refusing.isdisjoint(cue):
        return False
    content = words_of(clause.quote)
    opening = content[1:2] if content[:1] and content[0] in language.infinitive else content[:1]
    return not (language.refused.isdisjoint(opening) and language.refused.isdisjoint(cue))
