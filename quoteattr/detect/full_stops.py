"""Join full stops to abbreviations and initials, and drop those that end no sentence.

What else belongs to a title is joined, too: the apostrophe of *Dato' Sri*, and *(Retd)* after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.detect.alphabet import NUMBER, OTHER_WORD, POSSESSIVE, PRONOUN, SENTENCE_END
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import EDGE, Token
from quoteattr.language import Language

_APOSTROPHES = frozenset("'’")
#: tags of a capital letter that is an initial before a full stop, *I.*, *A.*, and of words that no
#: name contains, *He*, *The*
_CAPITALS = tags("PRONOUN|DETERMINER")


def join_stops(text: str, tokens: Sequence[Token], language: Language) -> list[Token]:
    """Join full stops to abbreviations and initials; drop those that end no sentence.

    An apostrophe after a plural is a possessive ending; the apostrophe of a title, and *(Retd)*
    after it, are part of the title.
    """
    joined: list[Token] = []
    for token, following in zip(tokens, [*tokens, EDGE][1:], strict=True):
        if token.word in _APOSTROPHES and joined and joined[-1].end == token.start:
            _add_apostrophe(joined, token, language)
        elif token.word == ")" and _is_retired(joined, language):
            joined[-3:] = [joined[-3]._replace(end=token.end)]
        elif (
            token.word == "."
            and joined
            and _takes_stop(joined[-1], token.start, language)
            and not _ends_name(joined, following)
        ):
            joined[-1] = _with_stop(joined[-1], token.end)
        elif token.tag != SENTENCE_END or not _goes_on(text, token.end):
            if (
                joined
                and joined[-1].tag == PRONOUN
                and _is_style(text, joined[-1], token, language)
            ):
                joined[-1] = joined[-1]._replace(tag=OTHER_WORD)
            joined.append(token)
    return joined


def _is_style(text: str, pronoun: Token, token: Token, language: Language) -> bool:
    """Whether a pronoun is an office in capitals before a name: *HE Leila Mansour*."""
    name = text[token.start : token.end]
    words = text[pronoun.start : pronoun.end]
    return token.capital and not name.isupper() and words in language.job_acronyms


def _add_apostrophe(tokens: list[Token], token: Token, language: Language) -> None:
    """Add an apostrophe that touches the token before it."""
    last = tokens[-1]
    if last.capital and last.word + "'" in language.titles:  # *Dato' Sri*
        tokens[-1] = Token(last.tag, last.start, token.end, last.word + "'", True)
    elif last.word.endswith(language.plural_suffixes):
        tokens.append(Token(POSSESSIVE, token.start, token.end, "'", False))
    else:
        tokens.append(token)


def _is_retired(tokens: list[Token], language: Language) -> bool:
    """Whether the last three tokens are a title and *(Retd* or another title: *Dr (Mrs*."""
    *_, title, opening, retired = [EDGE] * 3 + tokens[-3:]
    return (
        opening.word == "("
        and title.word in language.titles
        and (retired.word in language.retired or retired.word in language.titles)
    )


def _takes_stop(token: Token, stop: int, language: Language) -> bool:
    """Whether the token is an abbreviation or an initial, directly before the full stop."""
    if token.end != stop:
        return False
    initial = token.capital and token.end - token.start == 1
    pronoun = token.word in language.subject_pronouns  # *I.*
    word = token.word + "."
    title = token.capital and word in language.titles
    capitalized = token.capital or word not in language.capital_abbreviations
    short = word in language.abbreviations and capitalized
    return (initial and not pronoun) or title or short


def _ends_name(tokens: Sequence[Token], following: Token) -> bool:
    """Whether the last token is a letter that ends a name and its sentence: *Terminal C. | The*."""
    letter = tokens[-1].end - tokens[-1].start == 1
    named = len(tokens) > 1 and tokens[-2].capital and tokens[-2].end + 1 == tokens[-1].start
    opens = following.capital and following.tag in _CAPITALS and len(following.word) > 1
    return letter and named and (opens or following.tag == NUMBER)


def _with_stop(token: Token, end: int) -> Token:
    """An abbreviation or initial with its full stop."""
    tag = OTHER_WORD if token.tag in _CAPITALS else token.tag
    return Token(tag, token.start, end, token.word + ".", token.capital)


def _goes_on(text: str, end: int) -> bool:
    """Whether a lower-case letter directly follows a full stop: it does not end a sentence."""
    after = text[end : end + 1]
    return after.isalnum() and after.islower()
