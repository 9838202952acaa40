"""The sequence of chunks of an article: words, names, nominals and quotes, with tags.

The tags form one string, so that the chunks between a quote and a candidate are a slice of that
string.
"""

from __future__ import annotations

from array import array
from collections.abc import MutableSequence, Sequence
from functools import partial

from attrs import define, field

from quoteattr.detect.alphabet import (
    COLON,
    DETERMINER,
    LABEL,
    OBJECT_PRONOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.detect.patterns.row_regex import capture
from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import lazy_re
from quoteattr.records import Span

_COMPLEMENT = lazy_re(encode("{PREPOSITION} {NOUN_PHRASE|PRONOUN|NUMBER}"))
#: a participle, an adjective or a noun that continues a nominal, with its complement
_POSTMODIFIER = lazy_re(
    encode("({PREPOSITION} {OTHER_WORD}?)?")
    + capture("head", "OTHER_WORD|PAST_FORM|CUE|ADVERB")
    + encode("{PREPOSITION} {NOUN_PHRASE}")
)
#: an empty sequence of offsets into the text: four bytes each, where a list of numbers takes forty
_offsets = partial(array, "I")
#: what may belong to somebody
_POSSESSED = frozenset(tags("NAME|NOMINAL|CUE_NOUN"))


@define
class Chunks:
    """Parallel lists, one entry per chunk: tags, extents, and the mention in a chunk."""

    language: Language = field(default=ENGLISH, repr=False)
    #: the tags, each one of ``alphabet.CHUNK_TAGS``, when all are there
    tags: str = ""
    #: the tags so far, until they are joined
    row: list[str] = field(factory=list)
    #: extent of each chunk in the text
    starts: MutableSequence[int] = field(factory=_offsets)
    ends: MutableSequence[int] = field(factory=_offsets)
    #: where the mention in the chunk starts (after the start of the chunk if an office precedes a
    #: name)
    mention_starts: MutableSequence[int] = field(factory=_offsets)
    #: the head word of the chunk, in lower case
    heads: list[str] = field(factory=list)
    #: index of the chunk of each quoted span, in order
    quote_chunks: list[int] = field(factory=list)
    #: chunks of nominals with an indefinite article: *a man*
    indefinite: set[int] = field(factory=set)
    #: for each chunk the one that it was before some were folded, -1 for a fold; of a row that was
    #: not folded, itself
    origin: Sequence[int] = ()

    def add(self, tag: str, start: int, end: int, head: str, mention_start: int = -1) -> None:
        """Append one chunk."""
        self.row.append(tag)
        self.starts.append(start)
        self.ends.append(end)
        self.heads.append(head)
        self.mention_starts.append(start if mention_start < 0 else mention_start)

    def extend(self, chunks: Chunks, first: int, stop: int) -> None:
        """Append some chunks of another sequence."""
        self.row += chunks.tags[first:stop]
        self.starts += chunks.starts[first:stop]
        self.ends += chunks.ends[first:stop]
        self.heads += chunks.heads[first:stop]
        self.mention_starts += chunks.mention_starts[first:stop]

    def join_tags(self) -> None:
        """Join the tags: all chunks are there."""
        self.tags = "".join(self.row)
        self.row.clear()

    def mention(self, i: int) -> Span:
        """The mention in chunk i; a nominal with its complement: *a spokesman for the ministry*."""
        first = last = i
        indefinite = self._is_indefinite(i)
        if indefinite or self.tags[i] == SPEAKING_NOMINAL:
            last = self._possessed(i + 2) if self._has_complement(i) else self._postmodified(i)
        if indefinite and self.tags[i - 1 : i] == DETERMINER:
            first -= self.heads[i - 1] in self.language.indefinite_articles  # *a few*
        return Span(self.mention_starts[first], self.ends[last])

    def words(self, text: str, i: int) -> list[str]:
        """The words of chunk i of a text, in lower case."""
        return text[self.starts[i] : self.ends[i]].lower().split()

    def label_before(self, i: int) -> int | None:
        """The chunk of the label right before chunk i, and its colon; None if there is none."""
        return i - 2 if i >= 2 and self.tags[i - 2 : i] == LABEL + COLON else None

    def _is_indefinite(self, i: int) -> bool:
        """Whether the chunk is a pronoun for somebody new: *one*, *someone*."""
        return self.tags[i] == PRONOUN and self.heads[i] in self.language.indefinite

    def _postmodified(self, i: int) -> int:
        """The last chunk of a postmodifier of the nominal in chunk i, else i.

        *A person familiar with the talks*, *people with knowledge of the matter*.
        """
        match = _POSTMODIFIER.match(self.tags, i + 1)
        postposed = match and self.heads[match.start("head")] in self.language.postposed
        return match.end() - 1 if match and postposed else i

    def _possessed(self, i: int) -> int:
        """What belongs to the noun in chunk i, else i: *one of the band | ’s members*."""
        while self.tags[i + 1 : i + 2] == POSSESSIVE and self.tags[i + 2 : i + 3] in _POSSESSED:
            i += 2
        return i

    def _has_complement(self, i: int) -> bool:
        """Whether the nominal in chunk i goes on after it: *one of them*, *a man in the crowd*.

        A place is part of it only after an indefinite article: *the mayor in Brack* may have spoken
        there.
        """
        language, several = self.language, self.tags[i] == PRONOUN
        if several and self.tags[i + 1 : i + 3] == PREPOSITION + OBJECT_PRONOUN:
            return self.heads[i + 1] in language.genitive
        if not _COMPLEMENT.match(self.tags, i + 1):
            return False
        link, head = self.heads[i + 1], self.heads[i + 2]
        if link in language.infinitive:
            return self.heads[i] in language.assisting
        if link in language.complements:
            return self.tags[i + 2] != PRONOUN or head in language.indefinite
        place = i in self.indefinite and link in language.place_prepositions
        is_text = head in language.statement_nouns or head in language.document_nouns
        return place and not is_text
