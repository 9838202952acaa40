"""Split an article into tokens, each with a tag of ``detect/alphabet.py``.

The words inside quotes are left out: a quote is one token. The tag depends on the word alone here;
``full_stops.py`` and ``capitals.py`` then correct the tokens, ``context_tags.py`` and
``quote_tags.py`` their tags by the context.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from quoteattr.detect.alphabet import (
    AUXILIARY,
    CLOSE_BRACKET,
    COLON,
    COMMA,
    CONJUNCTION,
    COPULA,
    DASH,
    LABEL,
    NUMBER,
    OPEN_BRACKET,
    OTHER_WORD,
    PARAGRAPH_END,
    POSSESSIVE,
    QUOTE,
    SAYING,
    SENTENCE_END,
    STRAY_MARK,
)
from quoteattr.detect.capitals import correct_capitals
from quoteattr.detect.context.context_tags import tag_in_context
from quoteattr.detect.context.quote_tags import tag_by_quotes
from quoteattr.detect.full_stops import join_stops
from quoteattr.detect.layout import flatten
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.quotes import QuotedSpan
from quoteattr.detect.token import Token, token_of
from quoteattr.language import ENGLISH, Language
from quoteattr.language.marks import INVISIBLE, NO_INVISIBLE
from quoteattr.language.patterns import any_of, lazy_regex

#: tried in this order: phrases before their words, initials and the labels of politicians, such as
#: *R-N.Y.* and *(D-Mass.)*, before words and full stops
_TOKEN = (
    r"\b(?i:{phrases})\b"
    r"|\b\p{{Lu}}-(?:\p{{Lu}}\.){{2,}}|\b\p{{Lu}}-(?:\p{{Lu}}\p{{Ll}}*+\.(?=\p{{Lu}}|[),]))++"
    r"|(?:\p{{L}}\.){{2,}}"
    r"|\p{{Lu}}\p{{Ll}}\.(?:\p{{Lu}}\.)++|\p{{Lu}}\p{{Ll}}{{1,3}}\.-\p{{Lu}}\p{{Ll}}{{2}}\."
    r"|[@\#]?[\p{{L}}\p{{N}}][\p{{L}}\p{{M}}\p{{N}}]*+"
    r"(?:(?:['’‘\-‐‑&@_/][{invisible}]*+|[{invisible}]++|\.(?=\p{{Ll}}|\p{{N}})|,(?=\p{{N}}))"
    r"[\p{{L}}\p{{M}}\p{{N}}]++)*+"
    r"|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*+(?:[{invisible}]++\s++)*+"
    r"|[^\s\p{{L}}\p{{N}}\p{{So}}\p{{Cs}}{invisible}]"
)
_PUNCTUATION = {
    sign: tag
    for signs, tag in (
        (",;", COMMA),
        (":", COLON),
        ("([", OPEN_BRACKET),
        (")]", CLOSE_BRACKET),
        ("&", CONJUNCTION),
        ("-–—―‒", DASH),
        (".?!…", SENTENCE_END),
    )
    for sign in signs
}
_BREAKS = frozenset("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
#: tags of words after which an apostrophe with an ending is a short verb, not a possessive: *he's*
_NO_OWNERS = frozenset(tags("PRONOUN|RELATIVE|COMPLEMENTIZER|DETERMINER|SUBORDINATOR"))
#: after a quote that ends with a full stop a new sentence begins
_NEW_SENTENCE = lazy_regex(r"[^\S\r\n]++\p{Lu}")
#: unless the words after a quote that is a sentence say who says it: *“Go.” Mara Holt said.*
_SPEECH_TAG = lazy_regex(r"[^\S\r\n]++(?:\p{Lu}[\p{L}.'’\-]*+\s){1,4}(?P<verb>\p{Ll}++)[.,]")
#: what introduces a quote whose speaker stands before it, within this many characters
_INTRODUCING, _NEAR = (",", ":"), 3
#: marks at the end of a sentence
_STOPS = frozenset(".?!…")
#: the end of a sentence and the mark that closes a quote
_STOP_IN_MARKS = lazy_regex(r"[?!.…][”’»\"']?$")
_LABEL = lazy_regex(r"\s*+(\p{Lu}[\p{L}.'’ \-]{0,38}+):\s++")
#: number of words whose tokens are cached
_REMEMBERED = 1 << 16


def tokenize(text: str, quotes: Sequence[QuotedSpan], language: Language = ENGLISH) -> list[Token]:
    """Split an article into tagged tokens.

    Returns:
        The tokens in order, each quoted span one of them.
    """
    text = flatten(text)
    tokenizer = language.derived(_Tokenizer)
    tokens = join_stops(text, tokenizer.split(text, quotes), language)
    tokens = correct_capitals(text, tokens, language)
    return tag_by_quotes(text, tag_in_context(tokens, language), language)


def label_in_marks(text: str, quoted: QuotedSpan) -> regex.Match[str] | None:
    """Find the label at the start of a quoted span that begins a paragraph: *“SMITH: No.”*."""
    index = quoted.outer_start
    while index and text[index - 1].isspace() and text[index - 1] not in _BREAKS:
        index -= 1
    opens = not index or text[index - 1] in _BREAKS
    return _LABEL.match(text, quoted.start, quoted.end) if opens else None


def _is_reply(text: str, last: int, quote: QuotedSpan) -> bool:
    """Whether a quote that begins a sentence directly follows one that ends one: *“Who?” “Me.”*."""
    between = text[last : quote.outer_start]
    ended = _STOP_IN_MARKS.search(text, max(0, last - 3), last) is not None
    return ended and between in (" ", "  ") and text[quote.start].isupper()


class _Tokenizer:
    """Splits texts of one language into tokens and tags each by its word alone."""

    def __init__(self, language: Language) -> None:
        self._language = language
        phrases = any_of(language.according + language.discourse_markers)
        phrases = phrases.replace("\\ ", r"\s+").replace("'", "['’]")
        self._pattern = lazy_regex(_TOKEN.format(phrases=phrases, invisible=INVISIBLE))
        #: the tokens of one match of the pattern, as if it were at 0; words recur
        self._tokens = lru_cache(maxsize=_REMEMBERED)(self._tokens_of_match)

    def split(self, text: str, quotes: Sequence[QuotedSpan]) -> list[Token]:
        """Split a text: tokens outside quotes, and one for each quote, after the label in it."""
        tokens, last = list[Token](), 0
        for quote in quotes:
            if last and _is_reply(text, last, quote):
                tokens.append(Token(SENTENCE_END, last, last, "", False))
            tokens += self._cut_words(text, last, quote.outer_start)
            label, start = label_in_marks(text, quote), quote.outer_start
            if label:
                start = label.end()
                words = label.group(1).lower()
                tokens.append(Token(LABEL, label.start(1), label.end(1), words, True))
                tokens.append(Token(COLON, label.end(1), start, ":", False))
            tokens.append(Token(QUOTE, start, quote.outer_end, "", False))
            last = quote.outer_end
            if self._is_sentence_after(text, quote):
                tokens.append(Token(SENTENCE_END, last, last, "", False))
        tokens += self._cut_words(text, last, len(text))
        return tokens

    def _is_sentence_after(self, text: str, quote: QuotedSpan) -> bool:
        """A new sentence stands after a quote, and no words that say whose it is.

        These stand before a quote after a comma or colon: *X said: “Why?” Y left.*
        """
        start = quote.outer_start
        if text[max(0, start - _NEAR) : start].rstrip().endswith(_INTRODUCING):
            return text[quote.end - 1] in _STOPS and bool(
                _NEW_SENTENCE.match(text, quote.outer_end)
            )
        if text[quote.end - 1] != ".":
            return False
        speech_tag = _SPEECH_TAG.match(text, quote.outer_end)
        if speech_tag and not text[quote.start].islower():
            return self._language.tag(speech_tag["verb"]) != SAYING
        return _NEW_SENTENCE.match(text, quote.outer_end) is not None

    def _cut_words(self, text: str, start: int, end: int) -> list[Token]:
        """The tokens of a part of the text without quotes."""
        matches = self._pattern.finditer(text, start, end)
        return [
            token_of((tag, offset + first, offset + stop, word, capital))
            for match in matches
            for offset in (match.start(),)
            for tag, first, stop, word, capital in self._tokens(match.group())
        ]

    def _tokens_of_match(self, word: str) -> tuple[Token, ...]:
        """The tokens of one match of the pattern."""
        first = word[0]
        if first.isalpha() or (first in "@#" and len(word) > 1):
            return self._tokens_of_word(word)
        if first.isdigit():
            return (
                Token(
                    NUMBER if word[-1].isdigit() else OTHER_WORD, 0, len(word), word.lower(), False
                ),
            )
        if first in _BREAKS:
            return (Token(PARAGRAPH_END, 0, len(word), "\n", False),)
        return (Token(_PUNCTUATION.get(first, STRAY_MARK), 0, 1, first, False),)

    def _tokens_of_word(self, word: str) -> tuple[Token, ...]:
        """The tokens of a word; a possessive ending or short verb is separate: *Holt's*, *he's*."""
        language = self._language
        lower = word.translate(NO_INVISIBLE).lower().replace("’", "'").replace("‘", "'")
        lower = self._head_of_compound(lower)
        capital = not word[0].islower() or self._has_particle(word)
        if word in language.capital_names:
            return (Token(OTHER_WORD, 0, len(word), lower, True),)
        stem, apostrophe, ending = lower.rpartition("'")
        if not (apostrophe and stem and ending in language.endings) or lower in language.word_tags:
            return (Token(language.tag(lower), 0, len(word), lower, capital),)
        tag, cut = language.tag(stem), word.replace("’", "'").replace("‘", "'").rindex("'")
        possessive = ending in language.possessive_endings and tag not in _NO_OWNERS
        verb = COPULA if "'" + ending in language.be else AUXILIARY
        return (
            Token(tag, 0, cut, stem, capital),
            Token(POSSESSIVE if possessive else verb, cut, len(word), "'" + ending, False),
        )

    def _head_of_compound(self, word: str) -> str:
        """The noun of a compound, *mum-of-two*, *co-organiser*, or else the word, in lower case."""
        language, (first, _, second) = self._language, word.partition("-")
        if first in language.family and second.partition("-")[0] in language.genitive:
            return first
        prefixed = first in language.office_prefixes and second in language.person_nouns
        return second if prefixed and word not in language.speaking_nouns else word

    def _has_particle(self, word: str) -> bool:
        """Whether a hyphen or an apostrophe joins a particle to a name: *al-Rawi*, *d'Souza*."""
        head, hyphen, tail = word.replace("’", "-").replace("'", "-").partition("-")
        particle = head in self._language.particles or head in self._language.elided
        return bool(hyphen) and tail[:1].isupper() and particle
