"""Find the answers of an interview whose questions are paragraphs, most often in bold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from quoteattr.detect.transcripts.interviews import announces_interview, interviewee
from quoteattr.detect.transcripts.turns import Turn, in_first_person, turn_spans
from quoteattr.language import ENGLISH, Language
from quoteattr.language.marks import FAMILIES
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Span

#: a question that is a paragraph in bold, or a heading
_QUESTION = lazy_regex(
    r"^[ \t]*+(?:(?:\#{1,6}[ \t]++)?(?P<bold>\*\*|__|<(?:b|strong|h[1-6])>)(?!\s)[^\r\n]{2,400}?\?"
    r"(?:\*\*|__|</(?:b|strong|h[1-6])>)|\#{1,6}[ \t]++[^\r\n]{4,200}\?)[ \t]*+\r?$",
    regex.M,
)
#: a question that is a paragraph in italics, or numbered or as plain as the answers
_PLAIN_QUESTION = lazy_regex(
    r"(?:\A|(?<=\n\n))(?P<number>\d{1,2}[.)][ ])?"
    r"[*_]?\p{Lu}[^\r\n“”\"«»]{2,200}?\?[*_]?(?=[ \t]*+\r?\n)"
)
_FEWEST, _FEWEST_PLAIN = 2, 3
#: minimum share of plain questions among the paragraphs after the first one
_DENSE = 0.3
#: minimum share of answers in the first person, unless all are in marks, or the questions marked
_OWN = 0.34
_OPENS = tuple(mark for opens, _, either in FAMILIES.values() for mark in (*opens, *either))
_CONFIDENCE = 0.85


def find_answers(text: str, language: Language = ENGLISH) -> list[Turn]:
    r"""Find the answers under questions in bold.

    Returns:
        The answers of the one person whom the text before the first question introduces; none if it
        introduces nobody, or if the questions are headings above the writer's own words.

    >>> text = "We met Ola Berg.\n\n**Why now?**\n\nI am late.\n\n**Who pays?**\n\nWe do."
    >>> [(turn.speaker, text[slice(*turn.spans[0])]) for turn in find_answers(text)]
    [('Ola Berg', 'I am late.'), ('Ola Berg', 'We do.')]
    """
    questions = _questions(text)
    if not questions:
        return []
    intro = text[: questions[0].start()]
    speaker = interviewee(intro, language)
    ends = [match.start() for match in questions[1:]] + [len(text)]
    bodies = [Span(match.end(), end) for match, end in zip(questions, ends, strict=True)]
    if speaker is None:
        return []
    name = " ".join(text[slice(*speaker)].split())
    marked = {"bold", "number"}.intersection(k for k, v in questions[0].groupdict().items() if v)
    if not _are_answers(text, bodies, _Interview(intro, name, bool(marked)), language):
        return []
    answers = [turn_spans(text, body, {name.split()[-1]}, language) for body in bodies]
    return [Turn(spans, speaker, None, name, _CONFIDENCE) for spans in answers if spans]


def _questions(text: str) -> Sequence[regex.Match[str]]:
    """The questions in bold, or headings, or enough plain ones; otherwise none."""
    if text.count("?") < _FEWEST:
        return ()
    if any(sign in text for sign in ("**", "#", "__", "</")):
        questions = list(_QUESTION.finditer(text))
        if len(questions) >= _FEWEST:
            return questions
    questions = list(_PLAIN_QUESTION.finditer(text))
    if len(questions) < _FEWEST_PLAIN:
        return ()
    paragraphs = text.count("\n\n", questions[0].start()) + 1
    return questions if len(questions) >= _DENSE * paragraphs else ()


class _Interview(NamedTuple):
    """What shows whether paragraphs below questions are answers."""

    #: the text before the first question
    intro: str
    #: the person whom it introduces
    name: str
    #: whether the questions are in bold or have numbers
    marked: bool


def _are_answers(text: str, bodies: list[Span], interview: _Interview, language: Language) -> bool:
    """Whether the paragraphs below the questions are in marks, or in the first person.

    Below questions in bold or with numbers it is enough that none of them names the person.
    """
    words = [text[slice(*body)].strip() for body in bodies]
    if not all(words):
        return False
    if all(answer.startswith(_OPENS) for answer in words):
        return True
    if not announces_interview(interview.intro, language):
        return False
    own = sum(in_first_person(answer, language) for answer in words)
    last_name = interview.name.split()[-1]
    unnamed = interview.marked and not any(last_name in answer for answer in words)
    return unnamed or own >= _OWN * len(words)
