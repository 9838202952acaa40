"""Normalize the words of a text, so that typography does not count, and keep their offsets.

The text itself is never changed. A word has a *form*, in which typographic variants are equal
(ligatures, soft hyphens, the shape of an apostrophe, composed and combining accents), and a *key*,
the case-folded form. The characters between two words are normalized only on request.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Container, Iterator
from functools import lru_cache

import regex
from attrs import frozen

from quoteattr.language import ENGLISH
from quoteattr.language.marks import FAMILIES, INVISIBLE
from quoteattr.language.patterns import any_of

_APOSTROPHES = "'’‘‛ʼ´`′＇"
#: all characters of quotation marks; a comma belongs to one only if two are typed for a mark
MARKS = "".join({c for shapes in FAMILIES.values() for shape in shapes for c in "".join(shape)})
MARKS = MARKS.replace(",", "")
_MARKS = regex.escape(MARKS)
#: scripts without spaces between words: each character counts as a word
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}"
#: the numbers of footnotes: ¹²
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LETTER = rf"[[\p{{L}}\p{{N}}]--[{_UNSPACED}{_APOSTROPHES}{_RAISED}]]"


#: a word, which may contain invisible characters and brackets: [W]e, rebuil[t]
_RUN = (
    rf"{_LETTER}(?:[{_LETTER}\p{{M}}]|[{INVISIBLE}]++(?=[{_LETTER}\p{{M}}])|[\[\]]++(?=\p{{L}}))*+"
)
_WORD = regex.compile(
    # a shortcut for most words
    r"[A-Za-z]{2,}+(?=[ \n,;:)])"
    # no words: the ``>`` or ``|`` before each line of an e-mail reply or a block quote, and the
    # ``=`` at a line end of an e-mail
    r"|((?m:^)[ \t]*+(?:[>|][ \t]*+)++|=(?=\r?\n))"
    # initials with their last full stop: U.S., a.m.
    rf"|(?<!{_LETTER})\p{{L}}(?:\.\p{{L}}){{1,30}}+(?![\p{{L}}\p{{M}}])\.?"
    # words joined by an apostrophe, and digits joined by a point or a comma, are one word
    rf"|{_RUN}(?:(?:[{INVISIBLE}\]]*+[{_APOSTROPHES}][{INVISIBLE}]*+"
    rf"|(?<=\p{{N}})[.,](?=\p{{N}})){_RUN})*+"
    rf"|[{_UNSPACED}]\p{{M}}*+"
    # a sign that represents a word: $, %, an emoji
    rf"|[[\p{{S}}%‰&@#]--[{_MARKS}{_APOSTROPHES}^~|]]",
    regex.V1,
)
_NON_LETTERS = regex.compile(
    rf"[{INVISIBLE}\[\]]|(?<=\p{{N}}),(?=\p{{N}}{{3}}(?!\p{{N}}))|(?<!\p{{N}})\.|\.(?!\p{{N}})"
)
#: an HTML entity, escaped once or more
_ENTITY = regex.compile(
    r"&(?:(?:amp;)++(?:#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z][A-Za-z\d]{1,30};)?+"
    r"|#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z][A-Za-z\d]{1,30};)"
)
#: what no one says: a reference number ([38], [3, 5–7], <sup>3</sup>), a remark of Wikipedia's, a
#: tag of HTML, the address of a link in Markdown
_CITATION = regex.compile(
    r"\[(?:[0-9]{1,3}(?:[,–-] ?[0-9]{1,3})*+|citation needed)\]"
    r"|<sup\b[^<>]{0,99}>[^<>]{0,9}</sup>|</?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>]{0,400})?+/?>"
    r"|(?<=\])\((?:https?://|[/#])[^\s()]++\)"
)
#: the characters between the halves of a word with a hyphen, or hyphenated at a line end; there
#: with the ``>`` of replies
_HYPHEN = regex.compile(
    rf"(?<=\p{{L}})(?:(?<!\b(?i:{any_of(sorted(ENGLISH.hyphened_prefixes))}))[-‐‑](?=\p{{L}})"
    r"|[-‐‑\u00ad][ \t]*+(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029])[\s>]*+)"
)
_ANY_APOSTROPHE = regex.compile(rf"[{_APOSTROPHES}]")
_GAP = (
    (regex.compile(r"=(?=\r?\n)"), ""),
    (_CITATION, ""),
    (regex.compile(rf"[\s\p{{C}}\p{{M}}{_MARKS}{_APOSTROPHES}()\[\]{{}}*_>|]++"), ""),
    (regex.compile(r"[.…]*(?:…|\.{3})[.…]*"), "…"),
    (regex.compile(r"[\p{Pd}−]++"), "-"),
)


_NO_FOOTNOTES = dict.fromkeys(map(ord, _RAISED))


@frozen(eq=False)
class WordSequence:
    """The words of a text in order; word ``i`` is ``text[starts[i]:ends[i]]``."""

    text: str
    #: the normalized words without case
    keys: list[str]
    starts: list[int]
    ends: list[int]

    def form(self, i: int) -> str:
        """Word ``i``, normalized, with its case."""
        return _form(self.text[self.starts[i] : self.ends[i]])

    def between(self, i: int) -> str:
        """The characters between word ``i - 1`` and word ``i``; at both ends those outside."""
        start = self.ends[i - 1] if i else 0
        end = self.starts[i] if i < len(self.starts) else len(self.text)
        return self.text[start:end]


def normalize_words(text: str, citations: bool = True) -> WordSequence:
    """Split a string into words and normalize them.

    An HTML entity counts as the character that it stands for; the ``>`` before the lines of an
    e-mail reply is no word.

    Args:
        text: the string.
        citations: whether a reference number in square brackets, such as ``[38]``, is a word, and
            tags of HTML and addresses of links are some.

    Returns:
        The words, with offsets of ``text`` in characters, end exclusive.

    >>> words = normalize_words("We\u00adll, don’t ﬁght")
    >>> words.keys, words.starts
    (['well', "don't", 'fight'], [0, 7, 13])
    >>> normalize_words("> It&rsquo;s [38] ours", citations=False).keys
    ["it's", 'ours']
    """
    keys, starts, ends = [], [], []
    for word, start, end in _decoded(text) if "&" in text else _plain(text):
        keys.append(_key(word))
        starts.append(start)
        ends.append(end)
    words = WordSequence(text, keys, starts, ends)
    return words if citations else _without_citations(words)


def _plain(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text, each with its start and end."""
    for match in _WORD.finditer(text):
        if match.lastindex is None:
            yield match.group(), match.start(), match.end()


def _decoded(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text with its entities decoded, each with its start and end in the text."""
    pieces, origins, last = list[str](), list[int](), 0
    for match in _ENTITY.finditer(text):
        character = _character(match.group())
        pieces += text[last : match.start()], character
        origins += [*range(last, match.start()), *[match.start()] * len(character)]
        last = match.end()
    if not pieces:
        yield from _plain(text)
        return
    origins += range(last, len(text) + 1)
    for word, start, end in _plain("".join(pieces) + text[last:]):
        # The last character of a word may be an entity.
        at = origins[end - 1]
        entity = _ENTITY.match(text, at)
        yield word, origins[start], entity.end() if entity else at + 1


def _character(entity: str) -> str:
    """The character of an entity, however often it was escaped."""
    while (plain := html.unescape(entity)) != entity:
        entity = plain
    return entity


def _without_citations(words: WordSequence) -> WordSequence:
    """The words without reference numbers and markup."""
    spans = [match.span() for match in _CITATION.finditer(words.text)]
    kept, at = list[int](), 0
    for i, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at == len(spans) or start < spans[at][0] or end > spans[at][1]:
            kept.append(i)
    return _some(words, kept) if spans else words


def _some(words: WordSequence, kept: list[int]) -> WordSequence:
    """Some of the words of a text."""
    keys, starts, ends = words.keys, words.starts, words.ends
    return WordSequence(
        words.text, [keys[i] for i in kept], [starts[i] for i in kept], [ends[i] for i in kept]
    )


def has_citations(text: str) -> bool:
    """The text has a reference number in square brackets, or markup."""
    return ("[" in text or "<" in text) and _CITATION.search(text) is not None


def hyphenated_words(words: WordSequence) -> Iterator[str]:
    r"""The words that a hyphen divides, without it, also at a line end.

    >>> list(hyphenated_words(normalize_words("an e-mail to the har-\nbour")))
    ['email', 'harbour']
    """
    following = dict(zip(words.starts, words.keys, strict=True))
    before = dict(zip(words.ends, words.keys, strict=True))
    for gap in _HYPHEN.finditer(words.text):
        yield before.get(gap.start(), "") + following.get(gap.end(), "")


def rejoin_hyphenated(words: WordSequence, vocabulary: Container[str]) -> WordSequence:
    r"""Join the halves of words that a hyphen divides, also at a line end.

    Args:
        words: the words.
        vocabulary: halves are joined if the whole is one of these.

    >>> rejoin_hyphenated(normalize_words("the har-\nbour of well-\nknown"), {"harbour"}).keys
    ['the', 'harbour', 'of', 'well', 'known']
    """
    gaps = {gap.start(): gap.end() for gap in _HYPHEN.finditer(words.text)}
    keys, starts, ends = list[str](), list[int](), list[int]()
    for key, start, end in zip(words.keys, words.starts, words.ends, strict=True):
        if keys and gaps.get(ends[-1]) == start and keys[-1] + key in vocabulary:
            keys[-1] += key
            ends[-1] = end
        else:
            keys.append(key)
            starts.append(start)
            ends.append(end)
    return WordSequence(words.text, keys, starts, ends) if len(keys) < len(words.keys) else words


@lru_cache(maxsize=1 << 16)
def _form(word: str) -> str:
    """The normalized word."""
    if word.isascii() and word.isalpha():
        return word
    if "&" in word:
        word = _ENTITY.sub(lambda match: _character(match.group()), word)
    word = _HYPHEN.sub("", word)  # of a joined word
    return _NON_LETTERS.sub("", _ANY_APOSTROPHE.sub("'", unicodedata.normalize("NFKC", word)))


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    """The normalized word without case."""
    return _form(word).casefold()


def normalize_gap(gap: str) -> str:
    """Normalize the characters between two words.

    White space, control characters, quotation marks, brackets and emphasis are dropped; all dashes
    are equal, and so are all ellipses.

    >>> normalize_gap(",” — [. . .] “"), normalize_gap("\u00a0\u200b")
    (',-…', '')
    """
    if gap == " ":
        return ""
    if "&" in gap:
        gap = _ENTITY.sub(lambda match: _character(match.group()), gap)
    gap = unicodedata.normalize("NFKC", gap.translate(_NO_FOOTNOTES))
    for pattern, replacement in _GAP:
        gap = pattern.sub(replacement, gap)
    return gap
