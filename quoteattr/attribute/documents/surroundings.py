"""The context of a quote and of a candidate, and the path between the two, as chunks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from attrs import frozen

from quoteattr.attribute.documents.reading import NO_SOURCE_READ
from quoteattr.detect.alphabet import PARAGRAPH_END, SENTENCE_END
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.patterns.pattern import FARTHEST, encode, tags
from quoteattr.detect.patterns.row_regex import capture, one_of
from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import lazy_re

#: maximum number of chunks before a candidate that a rule sees
NEAR = 24
#: the subject, auxiliaries and adverbs of a cue right before a quote
_CUE_BEFORE = lazy_re(
    encode("{MENTION}? ({PREPOSITION} {NAME})? {AUXILIARY|ADVERB|PREPOSITION|CONJUNCTION}{0,6}")
    + capture("cue", "CUE|CUE_PARTICIPLE")
    + encode("{ADVERBIAL|OBJECT_PRONOUN|NOUN_PHRASE|PREPOSITION|OTHER_WORD}{0,3}")
    + encode("{COMMA|COLON|COMPLEMENTIZER}{0,2}$")
)
_CUES = frozenset(tags("CUE|CUE_PARTICIPLE"))
_SENTENCE_END = lazy_re(one_of("END"))


class Frame(NamedTuple):
    """The context of a quote."""

    #: the chunks from the start of its sentence to the quote, and from the quote to the sentence's
    #: end
    left: str
    right: str
    #: the chunks of its paragraph
    paragraph: str
    #: the heads of the two chunks before it and of the one after it, in lower case
    beside: tuple[str, str, str]
    #: whether its cue is negated: *never say*, *no one says*; or imagined: *would have said*
    denied: bool = False
    imagined: bool = False
    language: Language = ENGLISH

    @property
    def before(self) -> str:
        """Its sentence before it; if it begins the sentence, the end of the previous one."""
        return self.left or PARAGRAPH_END

    @property
    def after(self) -> str:
        """Its sentence after it; at the end of the article, an end."""
        return self.right or PARAGRAPH_END


class Place(NamedTuple):
    """The context of a candidate: its sentence before it, and its sentence after it."""

    before: str
    after: str


class Path(NamedTuple):
    """The chunks between a quote and a candidate, and whether the tagger links them."""

    #: whether the candidate precedes the quote
    before: bool
    chunks: str
    #: the tagger's probability that the candidate is the source of the quote
    source: float = NO_SOURCE_READ

    @property
    def length(self) -> int:
        """The number of chunks between them."""
        return len(self.chunks)


@frozen
class Paths:
    """The paths from a quote to each of its candidates, which are in order of the text."""

    #: the chunks before the quote and those after it, as far as rules see
    left: str
    right: str
    #: for each candidate, the values of its path by name
    before: Sequence[bool]
    length: Sequence[int]
    source: Sequence[float]

    def __getitem__(self, k: int) -> Path:
        before, length = self.before[k], self.length[k]
        chunks = self.left[len(self.left) - length :] if before else self.right[:length]
        return Path(before, chunks, self.source[k])


class SurroundingsReader:
    """Reads the context of the quotes and candidates of one article."""

    def __init__(self, text: str, chunks: Chunks) -> None:
        self._text, self._chunks, self._tags = text, chunks, chunks.tags

    def frame(self, first: int, last: int) -> Frame:
        """The context of the chunks of a quote."""
        tags = self._tags
        low, high = max(0, first - FARTHEST), last + FARTHEST
        start = max(low, tags.rfind(PARAGRAPH_END, low, first) + 1)
        stop = tags.find(PARAGRAPH_END, last, high)
        sentence = max(start, tags.rfind(SENTENCE_END, start, first) + 1)
        end, governing = _SENTENCE_END.search(tags, last, high), self._governing(sentence, first)
        return Frame(
            tags[sentence:first],
            tags[last + 1 : end.end() if end else high],
            tags[start : high if stop < 0 else stop],
            self._beside(first, last),
            not governing.isdisjoint(self._chunks.language.denied),
            not governing.isdisjoint(self._chunks.language.imagined),
            self._chunks.language,
        )

    def _governing(self, start: int, first: int) -> set[str]:
        """The words before the cue right before chunk first, in its clause.

        Args:
            start: the first chunk of its sentence.
            first: the chunk of a quote.
        """
        start = max(start, first - NEAR)
        if _CUES.isdisjoint(self._tags[start:first]):
            return set()
        match = _CUE_BEFORE.search(self._tags, start, first)
        if match is None:
            return set()
        chunks = self._chunks
        around = range(match.start(), match.start("cue"))
        return {word for i in around for word in (chunks.heads[i], chunks.words(self._text, i)[0])}

    def _beside(self, first: int, last: int) -> tuple[str, str, str]:
        """The heads of the two chunks before and of the one after these."""
        heads = self._chunks.heads
        before, further = heads[max(0, first - 1) : first], heads[max(0, first - 2) : first - 1]
        return ("".join(further), "".join(before), "".join(heads[last + 1 : last + 2]))

    def place(self, i: int) -> Place:
        """The context of the mention in chunk i."""
        tags, near = self._tags, max(0, i - NEAR)
        end = _SENTENCE_END.search(tags, i + 1, i + FARTHEST)
        start = max(near, tags.rfind(SENTENCE_END, near, i), tags.rfind(PARAGRAPH_END, near, i))
        after = tags[i + 1 : end.end() if end else i + FARTHEST]
        return Place(tags[start:i] or PARAGRAPH_END, after)
