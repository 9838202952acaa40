"""Find the words of an article whose other occurrences show whether a capital is a name."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import chain
from typing import NamedTuple

from quoteattr.detect.alphabet import COLON, COMMA, DETERMINER, OTHER_WORD, PAST_FORM, TIME
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import EDGE, Token
from quoteattr.language import Language

#: after these tags a capital is not evidence of a name
OPENING = frozenset(tags("END|COLON|DASH|OPEN_BRACKET|STRAY_MARK"))
#: maximum length of a last name in -ed: *Reed*, *Creed*
_SHORT_NAME = 5
#: tags next to a month in a date
_IN_DATE = tags("PREPOSITION|NUMBER")


class CapitalWord(NamedTuple):
    """A word with a capital, and the tokens beside it; beyond the text, its edge."""

    last: Token
    token: Token
    following: Token
    second: Token


def capital_words(tokens: Sequence[Token]) -> list[CapitalWord]:
    """The words of an article with a capital: a seventh of its tokens."""
    words, last, token, following = list[CapitalWord](), EDGE, EDGE, EDGE
    for second in chain(tokens, (EDGE, EDGE)):
        if token.capital:
            words.append(CapitalWord(last, token, following, second))
        last, token, following = token, following, second
    return words


def partitives(words: Sequence[CapitalWord], language: Language) -> set[str]:
    """Words with a capital only at the start of a sentence, before *of the*: *Part of the*."""
    openers, names = set[str](), set[str]()
    for last, token, of, article in words:
        opens = last.tag in OPENING and of.word in language.genitive and article.tag == DETERMINER
        (openers if opens else names).add(token.word)
    return openers - names


def ordinary_openers(words: Sequence[CapitalWord], language: Language) -> set[str]:
    """Ordinary words that have a capital in this article only at the start of a sentence.

    Also participles before a comma: *Annoyed, the firm left*, but *Reed, the baker, left*. Before a
    colon a word may be a label: *ROSE: No.*
    """
    openers, participles, names = set[str](), set[str](), set[str]()
    for last, token, following, _ in words:
        opens = last.tag in OPENING and following.tag != COLON
        (openers if opens else names).add(token.word)
        if opens and token.tag == PAST_FORM and following.tag == COMMA:
            participles.add(token.word)
    long = {word for word in participles if len(word) > _SHORT_NAME}
    return ((openers & language.ordinary_words) | (long - language.given_names.keys())) - names


def names_of_times(words: Sequence[CapitalWord], language: Language) -> set[str]:
    """Times that are names here: *June Nakamura*, *Theresa May*, *Ed Day*, *the Morning Herald*.

    Also beside what joins the words of a name: *Jan van der Meer*, *Maria del Mar Ortiz*.
    """
    names, joints = set(), language.particles - language.word_tags.keys()
    for last, token, following, _ in words:
        if token.tag != TIME:
            continue
        beside = last.capital and last.tag == OTHER_WORD and last.end + 1 == token.start
        if not joints.isdisjoint((last.word, following.word)):
            names.add(token.word)
        elif token.word in language.name_months:
            after = following.capital and following.tag == OTHER_WORD and last.tag not in _IN_DATE
            if beside or after:
                names.add(token.word)
        elif token.word in language.name_days:
            if beside or last.word in language.definite:
                names.add(token.word)
        elif token.word in language.time_words:
            opens = (
                last.word in language.definite and following.capital and following.tag == OTHER_WORD
            )
            if opens or (beside and last.word in language.given_names):
                names.add(token.word)
    return names


def last_names(words: Sequence[CapitalWord], given_names: Container[str] | None = None) -> set[str]:
    """Words with a capital right after another, which may be last names: *Ida May*.

    Args:
        words: the words of an article with a capital.
        given_names: if passed, the other word must be one of these.
    """
    return {
        word.token.word
        for word in words
        if word.last.capital
        and (word.last.tag == OTHER_WORD if given_names is None else word.last.word in given_names)
    }
