"""Find the person whom the text before an interview introduces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from quoteattr.detect.transcripts.bare_names import NameReader
from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import any_of, lazy_regex
from quoteattr.records import Span

_WORD = lazy_regex(r"\p{L}+")
#: what precedes the first word of a sentence
_OPENINGS = ("", ".", "!", "?")
#: maximum number of characters between the words that announce an interview and the name
_NEAR = 60


def _compile_announcement(language: Language) -> regex.Pattern[str]:
    """Compile the pattern of words that announce an interview."""
    return lazy_regex(rf"\b(?:{any_of(language.interview_phrases)})\b", regex.I)


def interviewee(intro: str, language: Language = ENGLISH) -> Span | None:
    """Find the interviewee in the text before an interview: announced, or else named most.

    Returns:
        The name in the text, without titles; None if it names nobody.

    >>> interviewee("Ola Berg runs the harbour. We asked him about the pier.")
    Span(start=0, end=8)
    """
    named = list(people(intro, language)) or _people_at_openings(intro, language)
    for phrase in language.derived(_compile_announcement).finditer(intro):
        near = [span for span in named if 0 <= span.start - phrase.end() < _NEAR]
        if near:
            return near[0]
    return max(named, key=lambda span: intro.count(_last_word(intro, span)), default=None)


def answerer(intro: str, language: Language = ENGLISH) -> str | None:
    """The person who answers below *A*: announced before an interview, or the only one named there.

    >>> answerer("Ola Berg runs the harbour."), answerer("Ola Berg sued Ida Holm.")
    ('Ola Berg', None)
    """
    names = {intro[slice(*span)] for span in people(intro, language)}
    named = interviewee(intro, language)
    introduced = len(names) == 1 or announces_interview(intro, language)
    return " ".join(intro[slice(*named)].split()) if named and introduced else None


def _compile_address(language: Language) -> regex.Pattern[str]:
    """Compile the pattern of a title and a last name that a comma sets off: *…, Ms. Berg?*."""
    titles = any_of(sorted(language.short_titles, key=len, reverse=True))
    return lazy_regex(rf"(?:\A|,)\s*+(?i:{titles})\.?[ ](?P<name>\p{{Lu}}[\p{{L}}'’\-]++)[,.?!]")


def addressee(
    questions: Sequence[str], answers: Sequence[str], language: Language = ENGLISH
) -> str | None:
    """The one person whom questions address, by the full name if that is an answer.

    >>> addressee(["Your name?", "Were you there, Ms. Berg?"], ["Ola Berg.", "I was."])
    'Ola Berg'
    """
    pattern = language.derived(_compile_address)
    names = {m["name"] for question in questions for m in pattern.finditer(question.strip())}
    if len(names) != 1:
        return None
    (name,) = names
    full_names = (answer.strip(" \r\n.") for answer in answers)
    return next((full for full in full_names if full.endswith(f" {name}") and full.istitle()), name)


def announces_interview(intro: str, language: Language = ENGLISH) -> bool:
    """Whether the text before questions says that somebody is interviewed."""
    return language.derived(_compile_announcement).search(intro) is not None


def _last_word(text: str, name: Span) -> str:
    """The last word of a name."""
    return text[slice(*name)].split()[-1]


def people(text: str, language: Language) -> Iterator[Span]:
    """The full names of people in a text, without titles."""
    return (span for words, span in _full_names(text, language) if _is_person(words, language))


def _people_at_openings(text: str, language: Language) -> list[Span]:
    """Full names at the start of a sentence, if the text announces an interview with *her*.

    *Ida Stone runs the mill. We spoke to her.* The last name may be an ordinary word.
    """
    phrases = language.derived(_compile_announcement).finditer(text)
    objects = (_WORD.search(text, phrase.end()) for phrase in phrases)
    if not any(word and word[0] in language.object_pronouns for word in objects):
        return []
    return [
        span
        for words, span in _full_names(text, language)
        if words[0].lower() not in language.ordinary_words
        and text[: span.start].rstrip()[-1:] in _OPENINGS
        and not _is_organisation(words, language)
    ]


def _full_names(text: str, language: Language) -> Iterator[tuple[Sequence[str], Span]]:
    """The names of several words in a text, without titles."""
    names = language.derived(NameReader)
    for match in names.find(text):
        words = names.unopened(names.bare(match.group().split()))
        if len(words) > 1:
            end = match.start() + len(names.unpossessed(match.group()).rstrip("."))
            yield words, Span(match.group().index(words[0]) + match.start(), end)


def _is_organisation(words: Sequence[str], language: Language) -> bool:
    """Whether a name has a word of organisations, or one of the calendar that is no given name."""
    lower = [word.lower().rstrip(".") for word in words]
    dates = lower[1:] if lower[0] in language.given_names else lower
    return not (
        language.organisation_words.isdisjoint(lower) and language.weekdays_months.isdisjoint(dates)
    )


def _is_person(words: Sequence[str], language: Language) -> bool:
    """Whether a name is a person's: it begins with a given name, or has no ordinary word."""
    if _is_organisation(words, language):
        return False
    lower = [word.lower().rstrip(".") for word in words]
    return lower[0] in language.given_names or language.ordinary_words.isdisjoint(lower)
