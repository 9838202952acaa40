"""The words of a text, folded so that typography does not count, and where each of them stands.

Nothing here changes a text. A word has a *form*, in which what typesetters choose is alike
(ligatures, soft hyphens, the shape of an apostrophe, composed and combining accents), and a *key*,
its form without case. What stands between two words is folded only where somebody asks for it.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Container, Iterator
from functools import lru_cache

import regex
from attrs import frozen

from quoteattr.language.marks import FAMILIES, INVISIBLE

_APOSTROPHES = "'’‘‛ʼ´`′＇"
#: every character of a quotation mark; a comma is one only where two are typed for a mark
MARKS = "".join({c for shapes in FAMILIES.values() for shape in shapes for c in "".join(shape)})
MARKS = MARKS.replace(",", "")
_MARKS = regex.escape(MARKS)
#: scripts without spaces between words: each character is taken for a word
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}"
_LETTER = rf"[[\p{{L}}\p{{N}}]--[{_UNSPACED}{_APOSTROPHES}]]"


#: a word, in which what is invisible takes no room and brackets may stand: [W]e, rebuil[t]
_RUN = (
    rf"{_LETTER}(?:[{_LETTER}\p{{M}}]|[{INVISIBLE}]++(?=[{_LETTER}\p{{M}}])|[\[\]]++(?=\p{{L}}))*+"
)
_WORD = regex.compile(
    # most words, quickly
    r"[A-Za-z]{2,}+(?=[ \n,;:)])"
    # the mark before each line of an answered letter or a block quote is no word
    r"|((?m:^)[ \t]*+(?:>[ \t]*+)++)"
    # initials, their last full stop with them: U.S., a.m.
    rf"|(?<!{_LETTER})\p{{L}}(?:\.\p{{L}}){{1,30}}+(?![\p{{L}}\p{{M}}])\.?"
    # what an apostrophe joins, and digits that a point or a comma joins, are one word
    rf"|{_RUN}(?:(?:[{INVISIBLE}\]]*+[{_APOSTROPHES}][{INVISIBLE}]*+"
    rf"|(?<=\p{{N}})[.,](?=\p{{N}})){_RUN})*+"
    rf"|[{_UNSPACED}]\p{{M}}*+"
    # $, %, an emoji: a sign that stands for a word
    rf"|[[\p{{S}}%‰&@#]--[{_MARKS}{_APOSTROPHES}^~|]]",
    regex.V1,
)
_NO_LETTERS = regex.compile(
    rf"[{INVISIBLE}\[\]]|(?<=\p{{N}}),(?=\p{{N}}{{3}}(?!\p{{N}}))|(?<!\p{{N}})\.|\.(?!\p{{N}})"
)
#: what stands for a character in HTML, escaped once or more
_ENTITY = regex.compile(
    r"&(?:(?:amp;)++(?:#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z][A-Za-z\d]{1,30};)?+"
    r"|#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z][A-Za-z\d]{1,30};)"
)
#: the number of a note or a reference: [38], [3, 5–7]
_CITATION = regex.compile(r"\[[0-9]{1,3}(?:[,–-] ?[0-9]{1,3})*+\]")
#: what stands between the halves of a word that a line end parts; marks of answered letters, too
_PARTED = regex.compile(r"[-‐‑\u00ad][ \t]*+(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029])[\s>]*+")
_ANY_APOSTROPHE = regex.compile(rf"[{_APOSTROPHES}]")
_GAP = (
    (_CITATION, ""),
    (regex.compile(rf"[\s\p{{C}}\p{{M}}{_MARKS}{_APOSTROPHES}()\[\]{{}}*_>]++"), ""),
    (regex.compile(r"[.…]*(?:…|\.{3})[.…]*"), "…"),
    (regex.compile(r"[\p{Pd}−]++"), "-"),
)


@frozen(eq=False)
class Words:
    """The words of a text in order: word ``i`` stands at ``text[starts[i]:ends[i]]``."""

    text: str
    #: the words without case
    keys: list[str]
    starts: list[int]
    ends: list[int]

    def form(self, i: int) -> str:
        """Word ``i``, its typography folded, its case kept."""
        return _form(self.text[self.starts[i] : self.ends[i]])

    def between(self, i: int) -> str:
        """What stands between word ``i - 1`` and word ``i``; at both ends what lies outside."""
        start = self.ends[i - 1] if i else 0
        end = self.starts[i] if i < len(self.starts) else len(self.text)
        return self.text[start:end]


def words(text: str, citations: bool = True) -> Words:
    """Find the words of any string.

    An HTML entity is the character that it stands for, and the ``>`` before the lines of an
    answered letter is no word.

    Args:
        text: the string.
        citations: the number of a note in square brackets, such as ``[38]``, is a word.

    >>> found = words("We\u00adll, don’t ﬁght")
    >>> found.keys, found.starts
    (['well', "don't", 'fight'], [0, 7, 13])
    >>> words("> It&rsquo;s [38] ours", citations=False).keys
    ["it's", 'ours']
    """
    keys, starts, ends = [], [], []
    for word, start, end in _decoded(text) if "&" in text else _plain(text):
        keys.append(_key(word))
        starts.append(start)
        ends.append(end)
    found = Words(text, keys, starts, ends)
    return found if citations else _without_citations(found)


def _plain(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text, and where they stand in it."""
    for match in _WORD.finditer(text):
        if match.lastindex is None:
            yield match.group(), match.start(), match.end()


def _decoded(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text in which entities are characters, and where they stand in it."""
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
        # A word ends where its last character does, which an entity may be.
        at = origins[end - 1]
        entity = _ENTITY.match(text, at)
        yield word, origins[start], entity.end() if entity else at + 1


def _character(entity: str) -> str:
    """What an entity stands for, however often it was escaped."""
    while (plain := html.unescape(entity)) != entity:
        entity = plain
    return entity


def _without_citations(found: Words) -> Words:
    """The words but for the numbers of notes."""
    spans = [match.span() for match in _CITATION.finditer(found.text)]
    kept, at = list[int](), 0
    for i, (start, end) in enumerate(zip(found.starts, found.ends, strict=True)):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at == len(spans) or start < spans[at][0] or end > spans[at][1]:
            kept.append(i)
    return _some(found, kept) if spans else found


def _some(found: Words, kept: list[int]) -> Words:
    """Some of the words of a text."""
    keys, starts, ends = found.keys, found.starts, found.ends
    return Words(
        found.text, [keys[i] for i in kept], [starts[i] for i in kept], [ends[i] for i in kept]
    )


def has_citations(text: str) -> bool:
    """The number of a note stands in a text, in square brackets."""
    return "[" in text and _CITATION.search(text) is not None


def is_parted(text: str) -> bool:
    """A hyphen, which may part a word, ends a line of a text."""
    return _PARTED.search(text) is not None


def rejoined(found: Words, known: Container[str]) -> Words:
    r"""The words, those that a hyphen at a line end parts joined where that makes a known word.

    >>> rejoined(words("the har-\nbour of well-\nknown"), {"harbour"}).keys
    ['the', 'harbour', 'of', 'well', 'known']
    """
    gaps = {gap.start(): gap.end() for gap in _PARTED.finditer(found.text)}
    keys, starts, ends = list[str](), list[int](), list[int]()
    for key, start, end in zip(found.keys, found.starts, found.ends, strict=True):
        if keys and gaps.get(ends[-1]) == start and keys[-1] + key in known:
            keys[-1] += key
            ends[-1] = end
        else:
            keys.append(key)
            starts.append(start)
            ends.append(end)
    return Words(found.text, keys, starts, ends) if len(keys) < len(found.keys) else found


@lru_cache(maxsize=1 << 16)
def _form(word: str) -> str:
    """A word with its typography folded."""
    if word.isascii() and word.isalpha():
        return word
    if "&" in word:
        word = _ENTITY.sub(lambda match: _character(match.group()), word)
    word = _PARTED.sub("", word)  # of one that is joined
    return _NO_LETTERS.sub("", _ANY_APOSTROPHE.sub("'", unicodedata.normalize("NFKC", word)))


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    """A word with its typography folded, and without case."""
    return _form(word).casefold()


def fold_gap(gap: str) -> str:
    """What is left of the characters between two words when typography does not count.

    White space, control characters, quotation marks, brackets and emphasis are nothing; all dashes
    are alike, and so are all ellipses.

    >>> fold_gap(",” — [. . .] “"), fold_gap("\u00a0\u200b")
    (',-…', '')
    """
    if gap == " ":
        return ""
    if "&" in gap:
        gap = _ENTITY.sub(lambda match: _character(match.group()), gap)
    gap = unicodedata.normalize("NFKC", gap)
    for pattern, folded in _GAP:
        gap = pattern.sub(folded, gap)
    return gap
