"""The document: the state of one article during attribution, and the input of the rules.

Every context is a slice of the sequence of chunks (one character per chunk; ``detect/alphabet.py``
defines the alphabet), so that a rule is a short pattern.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.quote import Quote
from quoteattr.attribute.documents.reading import NO_SOURCE_READ
from quoteattr.attribute.documents.referents import Referents
from quoteattr.attribute.documents.surroundings import Paths, SurroundingsReader
from quoteattr.coref.coreference import Coreference
from quoteattr.detect.alphabet import PARAGRAPH_END, QUOTE, SENTENCE_END
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.patterns.pattern import FARTHEST
from quoteattr.detect.token import TokenColumns
from quoteattr.records import Span
from quoteattr.tag.tagger import SOURCE, Tagged

#: number of paragraphs before and after the quote's own that may contain candidates; before it,
#: those that are only a quote, the turns of a dialogue, or a topic and a quote, are not counted
PARAGRAPHS_BACK, PARAGRAPHS_ON = 3, 1
#: maximum number of candidates before and after a quote, the nearest first; and of a clause, whose
#: speaker is usually in its sentence
MOST_BEFORE, MOST_AFTER = 15, 6
CLAUSE_BEFORE, CLAUSE_AFTER = 5, 3
#: maximum distance of a candidate, in chunks
WINDOW = 600


class Document:
    """The chunks of an article, its coreference, its quotes, and their candidates.

    ``quote_document`` builds it from quoted spans, ``clauses/clause_document.py`` from reported
    clauses.
    """

    def __init__(
        self,
        text: str,
        tokens: TokenColumns,
        tagged: Tagged | None,
        chunks: Chunks,
        coreference: Coreference,
        tagged_for_rules: Tagged | None = None,
    ) -> None:
        """Start without quotes and candidates.

        Args:
            text: the text of the article.
            tokens: its tokens, with one for each quoted span.
            tagged: their labels; None without a tagger.
            chunks: its chunks.
            coreference: the entity of each mention, by the chunks before folding.
            tagged_for_rules: the labels that the rules see; all by default.
        """
        self.text = text
        self.tokens = tokens
        self.tagged = tagged
        self.language = chunks.language
        self.chunks = chunks
        self.tags = chunks.tags
        self.coreference = coreference
        #: the referents of candidates
        self.referents = Referents(text, chunks, coreference)
        self.quotes: list[Quote] = []
        #: the chunks of lines that announce what a quote is about: *On her first job: “…”*
        self.topics: frozenset[int] = frozenset()
        #: the chunks with a candidate, in order
        self.candidate_chunks: list[int] = []
        visible = tagged if tagged_for_rules is None else tagged_for_rules
        #: four bytes each; a list of numbers takes thirty
        sources = visible.column(SOURCE).astype("f4").tobytes() if visible else b""
        self._source_probabilities = array("f", sources)
        self._surroundings = SurroundingsReader(text, chunks)
        self._candidates: dict[int, Candidate] = {}

    def words(self, i: int) -> list[str]:
        """The words of chunk i, in lower case."""
        return self.chunks.words(self.text, i)

    def add_quote(self, chunks: tuple[int, int], spans: tuple[Span, ...], **fields: Any) -> None:
        """Add the next quote, from its first to its last chunk, with further fields of Quote."""
        text = " ".join(self.text[start:end] for start, end in spans)
        frame = self._surroundings.frame(*chunks)
        self.quotes.append(
            Quote(len(self.quotes), *chunks, spans, text, frame, self.language, **fields)
        )

    def candidate(self, i: int) -> Candidate:
        """The candidate in chunk i, cached."""
        candidate = self._candidates.get(i)
        if candidate is None:
            candidate = self._candidates[i] = self._candidate(i)
        return candidate

    def _candidate(self, i: int) -> Candidate:
        """Make the candidate in chunk i."""
        chunks, (begin, end) = self.chunks, self.chunks.mention(i)
        entity, titled = self.coreference.entity_of(chunks.origin[i]), chunks.starts[i] < begin
        words, head, tag = self.text[begin:end], chunks.heads[i], chunks.tags[i]
        tokens = self.tokens_in(begin, end)
        source = self._source_in(tokens)
        around, language = self._surroundings, self.language
        return Candidate(i, words, head, tag, entity, titled, tokens, source, around, language)

    def source_probability(self, i: int) -> float:
        """The tagger's probability that the mention in chunk i is a source."""
        return self._source_in(self.tokens_in(*self.chunks.mention(i)))

    def _source_in(self, tokens: slice) -> float:
        """The tagger's probability that one of some tokens belongs to a source."""
        return max(self._source_probabilities[tokens], default=NO_SOURCE_READ)

    def tokens_in(self, start: int, end: int) -> slice:
        """The tokens that overlap a span of the text."""
        starts = self.tokens.starts
        return slice(bisect_right(starts, start) - 1, bisect_left(starts, end))

    def window(self, quote: Quote) -> list[int]:
        """The chunks of the candidates near enough to have said the quote, in order of the text."""
        low, high = quote.first, quote.last
        first, last = max(0, low - WINDOW), min(len(self.tags), high + WINDOW)
        back = PARAGRAPHS_BACK + 1
        while back and low > first:
            end, low = low, max(first, self.tags.rfind(PARAGRAPH_END, first, low))
            alone = self.tags[low + 1 : end].rstrip(SENTENCE_END) == QUOTE
            back -= not alone and low + 1 not in self.topics
        for _ in range(PARAGRAPHS_ON + 1):
            high = self.tags.find(PARAGRAPH_END, high + 1, last)
            high = last if high < 0 else high
        chunks = self.candidate_chunks
        most_before, most_after = (
            (CLAUSE_BEFORE, CLAUSE_AFTER) if quote.clause else (MOST_BEFORE, MOST_AFTER)
        )
        here, on = bisect_left(chunks, quote.first), bisect_left(chunks, quote.last)
        before = chunks[max(bisect_left(chunks, low), here - most_before) : here]
        return before + chunks[on : min(bisect_left(chunks, high), on + most_after)]

    def paths(self, quote: Quote, candidates: Sequence[Candidate]) -> Paths:
        """The paths between a quote and some candidates, in order of the text."""
        first, after = quote.first, quote.last + 1
        before = [candidate.chunk < first for candidate in candidates]
        distances = [
            first - candidate.chunk - 1 if stands_before else candidate.chunk - after
            for candidate, stands_before in zip(candidates, before, strict=True)
        ]
        return Paths(
            self.tags[max(0, first - FARTHEST) : first],
            self.tags[after : after + FARTHEST],
            before,
            [min(max(0, distance), FARTHEST) for distance in distances],
            [quote.reading.source(candidate.tokens) for candidate in candidates],
        )
