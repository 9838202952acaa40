"""The base forms of the words of a cue: *had said*, say."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.language import Language


def base_of(word: str, language: Language) -> str:
    """The base form of a verb in the tables; any other word unchanged.

    >>> from quoteattr.language import ENGLISH
    >>> [base_of(word, ENGLISH) for word in ("said", "believes", "walked")]
    ['say', 'believe', 'walked']
    """
    return language.derived(_bases).get(word, word)


def _bases(language: Language) -> dict[str, str]:
    """The base of each form of the verbs that report, think or intend."""
    tables = (language.saying, language.reporting, language.thinking, language.intending)
    verbs = sorted(frozenset[str]().union(*tables))
    bases: dict[str, str] = {}
    for verb in verbs:
        for form in language.verb_forms(verb):
            bases.setdefault(form, verb)
    return bases | {verb: verb for verb in verbs}


def reporting_base(words: Sequence[str], language: Language) -> str:
    """The base form of the reporting word of a cue: its last verb, or else its last word."""
    bases = [base_of(word, language) for word in words]
    verbs = [base for base in bases if base in language.saying or base in language.reporting]
    return (verbs or bases or [""])[-1]
