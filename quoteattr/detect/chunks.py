"""The article as a row of chunks: words, names, nominals, quotes, each with its class.

Runs of tokens are folded into mentions, and the classes kept as one string, so that what stands
between a quote and a candidate is a slice of that string.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex
from attrs import define, field

from quoteattr.detect.lexicon import SPEAKING_NOUNS
from quoteattr.detect.tokens import Token
from quoteattr.language import ENGLISH, Language
from quoteattr.language.en import tables as en
from quoteattr.records import Span

#: what can stand inside a nominal, before its head or as its head
_CONTENT = frozenset("wvgK0NyD")
_COMPLEMENT = regex.compile("o[NDE]")
#: a subject and its verb after what can be a preposition as well
_CLAUSE = regex.compile(r"o(?=[NPDE](?:o[NDE])?(?:,[^,./Q]{1,20},)?[yT]{0,3}(?:[bxS]|R(?!z)))")
#: most tokens of a nominal, and of what may stand between a name and the head that it modifies
_NOMINAL, _MODIFIED = 8, 4


@define
class Chunks:
    """Parallel rows, one entry a chunk: classes, extents, and the mention that a chunk holds."""

    language: Language = field(default=ENGLISH, repr=False)
    #: one character of ``lexicon.CLASSES`` a chunk, joined when all are there
    tags: str = ""
    #: the same, one by one
    row: list[str] = field(factory=list)
    #: extent of each chunk in the text
    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)
    #: where the mention in the chunk starts (later than the chunk where an office precedes a name)
    mention_starts: list[int] = field(factory=list)
    #: the word that heads the chunk, in lower case
    heads: list[str] = field(factory=list)
    #: index of the chunk of each quoted span, in order
    quote_chunks: list[int] = field(factory=list)

    def add(self, tag: str, start: int, end: int, head: str, mention_start: int = -1) -> None:
        """Append one chunk."""
        self.row.append(tag)
        self.starts.append(start)
        self.ends.append(end)
        self.heads.append(head)
        self.mention_starts.append(start if mention_start < 0 else mention_start)

    def mention(self, i: int) -> Span:
        """The mention in chunk i; a nominal with its complement: *a spokesman for the ministry*."""
        end = self.ends[i]
        several = self.tags[i] == "P" and self.heads[i] in en.INDEFINITE
        if (self.tags[i] == "D" or several) and _COMPLEMENT.match(self.tags, i + 1):
            end = self.ends[i + 2] if self.heads[i + 1] in en.COMPLEMENTS else end
        return Span(self.mention_starts[i], end)


class Fold(NamedTuple):
    """A stretch of the text that becomes one chunk of a row."""

    span: Span
    #: its class
    tag: str


def fold(chunks: Chunks, folds: Sequence[Fold]) -> tuple[Chunks, list[int]]:
    """Make a row with one chunk for each of some stretches.

    Args:
        chunks: a row.
        folds: stretches in order that do not overlap; a chunk that starts in one becomes part of
            it. One in which no chunk starts is left out.

    Returns:
        The new row, and for each of its chunks the one that it was, -1 for a stretch.
    """
    row, origin = Chunks(chunks.language), list[int]()
    waiting = list(reversed(folds))
    end = -1
    for i, (tag, start) in enumerate(zip(chunks.row, chunks.starts, strict=True)):
        if start < end:
            continue
        while waiting and waiting[-1].span.end <= start:
            waiting.pop()
        if waiting and waiting[-1].span.start <= start:
            new = waiting.pop()
            end = new.span.end
            row.add(new.tag, *new.span, chunks.heads[i])
        else:
            row.add(tag, start, chunks.ends[i], chunks.heads[i], chunks.mention_starts[i])
        origin.append(i if end <= start else -1)
    row.quote_chunks = [i for i, tag in enumerate(row.row) if tag == "Q"]
    row.tags = "".join(row.row)
    return row, origin


def find_chunks(tokens: Sequence[Token], language: Language = ENGLISH) -> Chunks:
    """Gather the tokens of an article into chunks.

    Returns:
        The row of chunks; ``tags`` has one character of ``lexicon.CLASSES`` each.
    """
    chunks = Chunks(language)
    i, n = 0, len(tokens)
    while i < n:
        tag, start, end, word, _ = tokens[i]
        if tag == "N":
            i = _add_name(tokens, i, chunks)
        elif tag == "d" or tag in _CONTENT:
            i = _add_nominal(tokens, i, chunks)
        else:
            if tag == "Q":
                chunks.quote_chunks.append(len(chunks.starts))
            chunks.add(tag, start, end, word)
            i += 1
    _open_clauses(chunks)
    return chunks


def _open_clauses(chunks: Chunks) -> None:
    """Join the classes; a preposition with subject and verb opens a clause: *after X said*."""
    tags = "".join(chunks.row)
    for match in _CLAUSE.finditer(tags):
        if chunks.heads[match.start()] in en.SUBORDINATORS:
            chunks.row[match.start()] = "u"
    chunks.tags = "".join(chunks.row)


def _name_end(tokens: Sequence[Token], i: int) -> int:
    """One past the last token of the name that begins at token i."""
    n = len(tokens)
    j = i + 1
    while j < n:
        if tokens[j].tag == "N" or _owns_body(tokens, j):
            j += 1
        elif (k := _after_joint(tokens, j)) < n and tokens[k].tag == "N":
            j = k + 1
        elif tokens[j].word in en.SUFFIXES:
            j += 1
        elif tokens[j].tag == "," and _is_suffix(tokens, j + 1):
            j += 2
        else:
            break
    return j


def _is_suffix(tokens: Sequence[Token], k: int) -> bool:
    """Token k closes a name after a comma, and opens none: *Ada Berg, MP, said*."""
    opens_name = k + 1 < len(tokens) and tokens[k + 1].tag == "N"
    return _word_at(tokens, k) in en.SUFFIXES and tokens[k].capital and not opens_name


def _owns_body(tokens: Sequence[Token], j: int) -> bool:
    """A plural owner in the name of a body: *Makers’ Federation*."""
    return tokens[j].word == "'" and _word_at(tokens, j + 1) in en.ORGANISATION_WORDS


def _after_joint(tokens: Sequence[Token], j: int) -> int:
    """One past the particles at token j, or past the *of* in an office's or a body's name."""
    k = j
    while k < len(tokens) and k - j < 3 and tokens[k].word in en.PARTICLES:
        k += 1
    if k > j:
        return k
    word, before = tokens[j].word, tokens[j - 1].word
    of_body = word in en.BODY_JOINTS and before in en.ORGANISATION_WORDS
    of_office = word == "of" and before in en.OFFICES_OF
    return j + 1 if word == "&" or of_body or of_office else len(tokens)


def _add_name(tokens: Sequence[Token], i: int, chunks: Chunks) -> int:
    """Add the name at token i, or the nominal that it opens: *Holt aides*, *Iranian officials*."""
    j = _name_end(tokens, i)
    head = j
    while head < len(tokens) and head - j < _MODIFIED and tokens[head].tag in "wK":
        head += 1
    roles = [k for k in range(j, head) if tokens[k].word in SPEAKING_NOUNS]
    if roles and not _is_verb(tokens, roles[-1]):
        return _add_headed(tokens, i, roles[-1] + 1, chunks)
    label = (not chunks.row or chunks.row[-1] == "/") and j < len(tokens) and tokens[j].tag == ":"
    tag = "L" if label else "N"
    chunks.add(tag, tokens[i].start, tokens[j - 1].end, tokens[j - 1].word)
    return j


def _is_verb(tokens: Sequence[Token], k: int) -> bool:
    """What looks like a plural has an object: *NAME chairs the inquiry*."""
    return tokens[k].word.endswith("s") and k + 1 < len(tokens) and tokens[k + 1].tag == "d"


def _add_headed(tokens: Sequence[Token], i: int, j: int, chunks: Chunks) -> int:
    """Add a nominal whose head is token j - 1; a name right after it takes its place."""
    if j < len(tokens) and tokens[j].tag == "N":
        end = _name_end(tokens, j)
        chunks.add("N", tokens[i].start, tokens[end - 1].end, tokens[end - 1].word, tokens[j].start)
        return end
    chunks.add("D", tokens[i].start, tokens[j - 1].end, tokens[j - 1].word)
    return j


def _add_nominal(tokens: Sequence[Token], i: int, chunks: Chunks) -> int:
    """Add the nominal that begins at token i, or the token alone where none does.

    *Her husband NAME* is whole: a plural after it is a verb.
    """
    first = tokens[i]
    if first.word in en.POSSESSIVES and _word_at(tokens, i + 1) in en.CUE_NOUNS:
        chunks.add("P", first.start, first.end, first.word)
        chunks.add("K", tokens[i + 1].start, tokens[i + 1].end, tokens[i + 1].word)
        return i + 2
    start = i + (first.tag == "d")
    j = start
    while j < len(tokens) and j - i < _NOMINAL and tokens[j].tag in _CONTENT:
        j += 1
    while j > start + 1 and tokens[j - 1].tag == "y":
        j -= 1
    if j < len(tokens) and tokens[j].tag == "T" and j == i + 1:
        j += 1
    roles = [k for k in range(start, j) if _is_head(tokens[k])]
    if roles:
        apposed = first.word in en.POSSESSIVES and tokens[roles[0] + 1 : j][:1]
        whole = apposed and apposed[0].tag == "N"
        return _add_headed(tokens, i, roles[0 if whole else -1] + 1, chunks)
    if first.tag == "d":
        return _add_determined(tokens, i, j, chunks)
    chunks.add(first.tag, first.start, first.end, first.word)
    return i + 1


def _is_head(token: Token) -> bool:
    """The token is a noun that can speak, known or by its place."""
    return (token.word in SPEAKING_NOUNS and not token.capital) or token.tag == "D"


def _word_at(tokens: Sequence[Token], i: int) -> str:
    """The word of token i, empty past the end."""
    return tokens[i].word if i < len(tokens) else ""


def _tag_at(tokens: Sequence[Token], i: int) -> str:
    """The class of token i, empty past the end."""
    return tokens[i].tag if i < len(tokens) else ""


def _add_determined(tokens: Sequence[Token], i: int, j: int, chunks: Chunks) -> int:
    """Add a determiner with what follows it, where no known head does."""
    first = tokens[i]
    if j == i + 1:
        chunks.add("P" if first.word in en.INDEFINITE else "d", first.start, first.end, first.word)
        return j
    names = [k for k in range(i + 1, j) if tokens[k].tag == "N"]
    if names and names[-1] == j - 1:
        end = _name_end(tokens, names[0])
        chunks.add("N", first.start, tokens[end - 1].end, tokens[end - 1].word)
        return end
    if names and _word_at(tokens, names[-1] + 1) in en.PAST_FORMS:
        chunks.add("N", first.start, tokens[names[-1]].end, tokens[names[-1]].word)
        return names[-1] + 1
    if names:
        j = min(j, names[-1] + 2)
    tag = "T" if tokens[j - 1].tag == "T" else "E"
    if tokens[j - 1].word in en.CUE_NOUNS and _tag_at(tokens, j) in ("t", "o", "z", "Q"):
        tag = "K"
    chunks.add(tag, first.start, tokens[j - 1].end, tokens[j - 1].word)
    return j
