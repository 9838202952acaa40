"""Cuts an article into tokens and gives each a class of ``detect/lexicon.py``.

The words inside quotes are left out: a quote is one token. What a capital means (a name, or the
start of a sentence or a headline) and whether *report* is a noun or a verb is decided here, by the
words around.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from quoteattr.detect.layout import flatten
from quoteattr.detect.lexicon import SPEAKING_NOUNS, WORD_CLASS, word_class
from quoteattr.detect.places import by_place
from quoteattr.detect.quotes import QuotedSpan
from quoteattr.language import ENGLISH, Language
from quoteattr.language.en import tables as en
from quoteattr.language.en import transcripts as en_transcripts
from quoteattr.language.en.word_lists import given_names, ordinary_words
from quoteattr.language.marks import INVISIBLE

_ACCORDING = "|".join(regex.escape(phrase).replace("\\ ", r"\s+") for phrase in en.ACCORDING)
#: tried in this order: phrases before their words, initials before words and full stops
_TOKEN = regex.compile(
    rf"\b(?i:{_ACCORDING})\b"
    r"|(?:\p{L}\.){2,}"
    r"|\p{Lu}\p{Ll}\.(?:\p{Lu}\.)++"
    r"|[@\#]?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*+"
    rf"(?:(?:['’‘\-‐‑&@_/][{INVISIBLE}]*+|[{INVISIBLE}]++|\.(?=\p{{Ll}}|\p{{N}})|,(?=\p{{N}}))"
    r"[\p{L}\p{M}\p{N}]++)*+"
    r"|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*+"
    rf"|[^\s\p{{L}}\p{{N}}{INVISIBLE}]"
)
_NO_WIDTH = dict.fromkeys(map(ord, INVISIBLE))
_PUNCTUATION = {",": ",", ";": ",", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", "&": "&"}
_PUNCTUATION |= dict.fromkeys("-–—―‒", "-") | dict.fromkeys(".?!…", ".")
_APOSTROPHES = frozenset("'’")
_BREAKS = frozenset("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
#: after these a capital says nothing
_OPENING = frozenset('./:-("')
#: classes whose words stay what they are, capital or not
_CLOSED = frozenset("d&tuhPpA")
#: most tokens of a question
_QUESTION = 60
#: fewest words of a headline
_HEADLINE = 4
#: after a quote that ends with a full stop a new sentence begins, unless it is *Mara Holt said.*
_NEW_SENTENCE = regex.compile(r"[^\S\r\n]++(?!(?:\p{Lu}[\p{L}.'’\-]*+\s){1,4}\p{Ll}++[.,])\p{Lu}")
#: the end of a sentence and the mark that closes a quote
_STOP_IN_MARKS = regex.compile(r"[?!.…][”’»\"']?$")
#: verbs as nouns are spelt: no inflected form
BASES = en.REPORTING | en.SAYING | {"warning"}
#: what somebody calls himself on a forum, in small letters: *user pierlover77*, *user mara_h*
_HANDLE = regex.compile(r"\p{L}[\p{L}\-.]*+[\d_][\w\-.]*+")
_LABEL = regex.compile(r"\s*+(\p{Lu}[\p{L}.'’ \-]{0,38}+):\s++")


class Token(NamedTuple):
    """A word or a mark of punctuation outside quotes, or a whole quote."""

    tag: str
    start: int
    end: int
    #: in lower case, apostrophes straight
    word: str
    #: begins with a capital
    capital: bool


def tokenize(text: str, quotes: Sequence[QuotedSpan], language: Language = ENGLISH) -> list[Token]:
    """Cut an article into classed tokens, its quotes in order among them."""
    text = flatten(text)
    return by_place(text, _classed(_sentences(text, list(_raw(text, quotes)))))


def label_in_marks(text: str, quoted: QuotedSpan) -> regex.Match[str] | None:
    """The speaker label that opens a stretch at the start of its paragraph: *“SMITH: No.”*."""
    index = quoted.outer_start
    while index and text[index - 1].isspace() and text[index - 1] not in _BREAKS:
        index -= 1
    opens = not index or text[index - 1] in _BREAKS
    return _LABEL.match(text, quoted.start, quoted.end) if opens else None


def _raw(text: str, quotes: Sequence[QuotedSpan]) -> Iterator[Token]:
    """All tokens outside quotes, and each quote as one token, its label before it."""
    last = 0
    for quote in quotes:
        if last and _answers(text, last, quote):
            yield Token(".", last, last, "", False)
        yield from _words(text, last, quote.outer_start)
        label = label_in_marks(text, quote)
        if label:
            yield Token("L", label.start(1), label.end(1), label.group(1).lower(), True)
            yield Token(":", label.end(1), label.end(), ":", False)
        yield Token("Q", quote.outer_start, quote.outer_end, "", False)
        last = quote.outer_end
        if text[quote.end - 1] == "." and _NEW_SENTENCE.match(text, last):
            yield Token(".", last, last, "", False)
    yield from _words(text, last, len(text))


def _answers(text: str, last: int, quote: QuotedSpan) -> bool:
    """A quote that begins a sentence stands right after one that ends one: *“Who?” “Me.”*."""
    between = text[last : quote.outer_start]
    ended = _STOP_IN_MARKS.search(text, max(0, last - 3), last) is not None
    return ended and between in (" ", "  ") and text[quote.start].isupper()


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of a stretch without quotes, classed by the word alone."""
    for match in _TOKEN.finditer(text, start, end):
        at = match.start()
        for tag, begins, ends, word, capital in _parts(match.group()):
            yield Token(tag, at + begins, at + ends, word, capital)


@lru_cache(maxsize=1 << 16)
def _parts(word: str) -> tuple[Token, ...]:
    """The tokens of one match, as if it stood at 0; the same words come again and again."""
    first = word[0]
    if first.isalpha() or (first in "@#" and len(word) > 1):
        return _word(word)
    if first.isdigit():
        return (Token("0" if word[-1].isdigit() else "w", 0, len(word), word.lower(), False),)
    if first in _BREAKS:
        return (Token("/", 0, len(word), "\n", False),)
    return (Token(_PUNCTUATION.get(first, '"'), 0, 1, first, False),)


def _word(word: str) -> tuple[Token, ...]:
    """A word, and apart from it a possessive ending or a short verb: *Holt's*, *he's*."""
    lower = word.translate(_NO_WIDTH).lower().replace("’", "'").replace("‘", "'")
    capital = not word[0].islower() or _particle_name(word)
    if word in en.CAPITAL_NAMES:
        return (Token("w", 0, len(word), lower, True),)
    stem, apostrophe, ending = lower.rpartition("'")
    if not (apostrophe and stem and ending in en.ENDINGS) or lower in WORD_CLASS:
        return (Token(word_class(lower), 0, len(word), lower, capital),)
    tag, cut = word_class(stem), word.replace("’", "'").replace("‘", "'").rindex("'")
    possessive = ending in ("s", "") and tag not in "Phtdu"
    verb = "b" if "'" + ending in en.BE else "x"
    return (
        Token(tag, 0, cut, stem, capital),
        Token("'" if possessive else verb, cut, len(word), "'" + ending, False),
    )


def _particle_name(word: str) -> bool:
    """A particle is joined to a name by a hyphen or an apostrophe: *al-Rawi*, *d'Souza*."""
    head, hyphen, rest = word.replace("’", "-").replace("'", "-").partition("-")
    return bool(hyphen) and rest[:1].isupper() and (head in en.PARTICLES or head in en.ELIDED)


def _sentences(text: str, tokens: list[Token]) -> list[Token]:
    """Join the full stop of an abbreviation or initial; drop one that ends nothing.

    An apostrophe after a plural is a possessive ending; one that a title has, and *(Retd)* behind
    one, is part of the title.
    """
    out: list[Token] = []
    for token in tokens:
        if token.word in _APOSTROPHES and out and out[-1].end == token.start:
            last = out[-1]
            if last.capital and last.word + "'" in en.TITLES:  # *Dato' Sri*
                out[-1] = Token(last.tag, last.start, token.end, last.word + "'", True)
                continue
            if last.word.endswith("s"):
                token = Token("'", token.start, token.end, "'", False)
        elif token.word == ")" and _is_retired(out):
            title = out[-3]
            out[-3:] = [title._replace(end=token.end)]
            continue
        elif token.tag == ".":
            if token.word == "." and out and _takes_stop(out[-1], token.start):
                last = out[-1]
                tag = "w" if last.tag in "Pd" else last.tag
                out[-1] = Token(tag, last.start, token.end, last.word + ".", last.capital)
                continue
            after = text[token.end : token.end + 1]
            if after.isalnum() and after.islower():
                continue
        out.append(token)
    return out


def _is_retired(tokens: list[Token]) -> bool:
    """The last three tokens are a title and *(Retd*."""
    *_, title, opening, retired = [Token("/", 0, 0, "", False)] * 3 + tokens[-3:]
    return title.word in en.TITLES and opening.word == "(" and retired.word in en.RETIRED


def _takes_stop(token: Token, stop: int) -> bool:
    """The token is an abbreviation or an initial, and the full stop follows at once."""
    if token.end != stop:
        return False
    initial = token.capital and token.end - token.start == 1 and token.word != "i"
    return initial or token.word + "." in en.ABBREVIATIONS


def _classed(tokens: list[Token]) -> list[Token]:
    """Decide which capitals are names, and which verbs are nouns."""
    lower = {t.word for t in tokens if not t.capital} | _partitives(tokens)
    lower |= _ordinary_openers(tokens)
    people = _times_of_people(tokens)
    headlines = _headlines(tokens)
    out: list[Token] = []
    last = Token("/", 0, 0, "", False)
    nominal = phrase = False
    for i, token in enumerate(tokens):
        tag = token.tag
        if token.capital and tag != "L":
            following = tokens[i + 1] if i + 1 < len(tokens) else last
            if headlines[i]:
                tag = _in_headline(token, lower)
            elif tag == "x" and last.tag in _OPENING and _asks(tokens, i):
                pass  # *Will Google pay?*, but *Will Young sang.*
            else:
                tag = _capitalised(token, last, following, lower, people)
        elif last.word in en_transcripts.ACCOUNTS and _HANDLE.fullmatch(token.word):
            tag = "N"
        elif token.word in en.WEEKDAYS_MONTHS and tag == "T":
            tag = "w"
        elif tag in "SRsrdo":
            following = tokens[i + 1] if i + 1 < len(tokens) else last
            tag = _in_context(token, last, following, nominal)
            if phrase and token.word in en.CUE_NOUNS and following.tag in "toz":
                tag = "K"
        capital = tag == "N"
        last = token
        if tag != token.tag or capital != token.capital:
            last = Token(tag, token.start, token.end, token.word, capital)
        nominal = tag in "d'" or (nominal and tag in "w0vgNyK")
        phrase = (tag == "o" and last.word != "to") or (phrase and tag in "wvgy0")
        out.append(last)
    return out


def _asks(tokens: list[Token], i: int) -> bool:
    """The sentence of token i is a question."""
    stops = (token.word for token in tokens[i : i + _QUESTION] if token.tag in "./")
    return next(stops, "") == "?"


def _partitives(tokens: list[Token]) -> set[str]:
    """Words with a capital only where they open a sentence and *of the* follows: *Part of the*."""
    found, named = set[str](), set[str]()
    before = [Token("/", 0, 0, "", False), *tokens]
    for last, token, of, what in zip(before, tokens, tokens[1:], tokens[2:], strict=False):
        if token.capital:
            opens = last.tag in _OPENING and of.word == "of" and what.tag == "d"
            (found if opens else named).add(token.word)
    return found - named


def _ordinary_openers(tokens: list[Token]) -> set[str]:
    """Ordinary words that have a capital in this article only where they open a sentence.

    Before a colon a word may be a label: *ROSE: No.*
    """
    opening, inside = set[str](), set[str]()
    last = end = Token("/", 0, 0, "", False)
    for token, following in zip(tokens, [*tokens, end][1:], strict=True):
        if token.capital:
            opens = last.tag in _OPENING and following.tag != ":"
            (opening if opens else inside).add(token.word)
        last = token
    return (opening - inside) & ordinary_words()


def _times_of_people(tokens: list[Token]) -> set[str]:
    """Months and other times that are names here: *June Nakamura*, *Theresa May*, *Ed Day*."""
    named = set()
    for last, token, following in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if not token.capital or token.tag != "T":
            continue
        beside = last.capital and last.tag == "w" and last.end + 1 == token.start
        if token.word in en.NAME_MONTHS:
            after = following.capital and following.tag == "w" and last.tag != "o"
            if beside or after:
                named.add(token.word)
        elif beside and token.word in en.TIME_WORDS and last.word in given_names():
            named.add(token.word)
    return named


def _headlines(tokens: list[Token]) -> list[bool]:
    """For each token, whether it stands in a line in which every word has a capital."""
    out: list[bool] = []
    start = 0
    for i in range(len(tokens) + 1):
        if i == len(tokens) or tokens[i].tag == "/":
            words = [t for t in tokens[start:i] if t.word[:1].isalpha() and _counts(t)]
            titled = [t for t in words if t.capital or t.tag in "obxz"]
            out += [len(words) >= _HEADLINE and len(titled) == len(words)] * (i - start + 1)
            start = i + 1
    return out


def _counts(token: Token) -> bool:
    """The word shows by its capital whether it stands in a headline: *told by* does, *the* not."""
    return token.tag not in _CLOSED or (token.tag == "A" and not token.capital)


def _in_headline(token: Token, lower: set[str]) -> str:
    """In a headline only a word that the article never writes small can be a name."""
    known = token.word in WORD_CLASS or token.word in lower or token.word in SPEAKING_NOUNS
    ordinary = token.word in ordinary_words() and token.word not in given_names()
    return token.tag if known or ordinary else "N"


def _in_context(token: Token, last: Token, following: Token, nominal: bool) -> str:
    """*Told her:* has an object, *used to say* and *has to say* an auxiliary of two words."""
    tag, word = token.tag, token.word
    if tag == "d":
        objective = word in en.OBJECT_PRONOUNS and following.tag in ",:QtP."
        return "p" if objective and last.tag in "SRsro" else tag
    if tag == "o":
        return "x" if word == "to" and last.tag == "x" and following.tag in "SR" else tag
    if word in en.HABITUAL and following.word == "to" and last.tag not in "bx":
        return "x"
    return _noun_or_verb(token, last, following, nominal)


def _noun_or_verb(token: Token, last: Token, following: Token, nominal: bool) -> str:
    """*Report*, *claims*, *state* are nouns inside a nominal that has no head yet."""
    if last.word in en.INDEFINITE and following.tag in ",:QtPNd.":
        return token.tag
    if _reports_as_noun(token, last, nominal):
        return "K"
    if following.tag == "b" and last.tag == "w" and _is_base(token, last):
        return "w"
    if token.word in en.RATHER_NOUNS or (nominal and last.tag in "d'"):
        return "w" if token.tag in "SR" else "g"
    if token.word not in SPEAKING_NOUNS or last.word in SPEAKING_NOUNS:
        return token.tag
    if following.word in SPEAKING_NOUNS or last.tag not in "NPDwEh)":
        return "w"
    third = last.capital and token.word.endswith("s")
    return "w" if nominal and not third else token.tag


def _reports_as_noun(token: Token, last: Token, nominal: bool) -> bool:
    """*Her claim*, *of comments*, *an early warning*: what is a verb elsewhere is a noun here."""
    if token.word not in en.CUE_NOUNS:
        return False
    if last.tag == "o":
        return last.word != "to"
    if not nominal or last.word in SPEAKING_NOUNS:
        return False
    return last.tag in "d'" or _is_base(token, last)


def _is_base(token: Token, last: Token) -> bool:
    """A verb in its base form after what is no plural is no verb: *team play*."""
    return token.word in BASES and not (last.word.endswith("s") or last.word in en.PLURALS)


def _capitalised(
    token: Token, last: Token, following: Token, lower: set[str], people: set[str]
) -> str:
    """The class of a capitalised word: a name, unless its place or the lexicon explains it."""
    tag, word = token.tag, token.word
    if word in people:
        return "T" if last.tag == "o" or following.tag == "0" else "N"
    if tag in _CLOSED or tag == "T":
        return tag
    if last.tag in _OPENING:
        return _opening(token, following, lower)
    if tag in "oy" and word in WORD_CLASS and not (last.capital or following.capital):
        return tag
    return tag if tag == "o" else "N"


def _opening(token: Token, following: Token, lower: set[str]) -> str:
    """The class of a capitalised word that opens a sentence."""
    tag, word = token.tag, token.word
    if word in en.OPENERS:
        return "w"
    if following.capital and following.tag not in "PdhT":
        if word in lower and following.word in given_names() and tag != "w":
            return tag
        return "N" if tag in "wK" or word in SPEAKING_NOUNS or word not in WORD_CLASS else tag
    if word in WORD_CLASS or word in lower or word in SPEAKING_NOUNS:
        return tag
    explained = {"y": ",", "v": "od", "g": "odN"}.get(tag, "")
    return tag if following.tag in explained else "N"
