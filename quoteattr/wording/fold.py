"""The words of a text, folded so that typography does not count, and where each of them stands.

Nothing here changes a text. A word has a *form*, in which what typesetters choose is alike
(ligatures, soft hyphens, the shape of an apostrophe, composed and combining accents), and a *key*,
its form without case. What stands between two words is folded only where somebody asks for it.
"""

from __future__ import annotations

import unicodedata
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
    # initials, their last full stop with them: U.S., a.m.
    rf"|(?<!{_LETTER})\p{{L}}(?:\.\p{{L}})++(?![\p{{L}}\p{{M}}])\.?"
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
_ANY_APOSTROPHE = regex.compile(rf"[{_APOSTROPHES}]")
_GAP = (
    (regex.compile(rf"[\s{INVISIBLE}\p{{M}}{_MARKS}{_APOSTROPHES}()\[\]{{}}*_]++"), ""),
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


def words(text: str) -> Words:
    """Find the words of any string.

    >>> found = words("We\u00adll, don’t ﬁght")
    >>> found.keys, found.starts
    (['well', "don't", 'fight'], [0, 7, 13])
    """
    keys, starts, ends = [], [], []
    for match in _WORD.finditer(text):
        start, end = match.span()
        keys.append(_key(match.group()))
        starts.append(start)
        ends.append(end)
    return Words(text, keys, starts, ends)


@lru_cache(maxsize=1 << 16)
def _form(word: str) -> str:
    """A word with its typography folded."""
    if word.isascii() and word.isalpha():
        return word
    return _NO_LETTERS.sub("", _ANY_APOSTROPHE.sub("'", unicodedata.normalize("NFKC", word)))


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    """A word with its typography folded, and without case."""
    return _form(word).casefold()


def fold_gap(gap: str) -> str:
    """What is left of the characters between two words when typography does not count.

    White space, quotation marks, brackets and emphasis are nothing; all dashes are alike, and so
    are all ellipses.

    >>> fold_gap(",” — [. . .] “"), fold_gap("\u00a0\u200b")
    (',-…', '')
    """
    if gap == " ":
        return ""
    gap = unicodedata.normalize("NFKC", gap)
    for pattern, folded in _GAP:
        gap = pattern.sub(folded, gap)
    return gap
