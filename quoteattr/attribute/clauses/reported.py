"""A reported clause with its attribution, before a record is built from it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from attrs import frozen

from quoteattr.attribute.clauses.acts import act_of, factuality_of, words_of
from quoteattr.attribute.decision.decode import Attribution
from quoteattr.attribute.documents.document import Document
from quoteattr.detect.alphabet import END
from quoteattr.detect.token import Token, word_at
from quoteattr.language import Language
from quoteattr.records import Act, Cue, Factuality, Mention, Span
from quoteattr.tag.clauses import TaggedClauses

#: number of chunks before a clause, and of characters before a cue, that may be its sentence
_CHUNKS_BEFORE, _CHARACTERS_BEFORE = 12, 30


@frozen(slots=False)  # a cached property of a class with slots is slower
class ReportedClause:
    """A reported clause with its speaker and its context.

    ``cue``, ``mention``, ``quoted`` and ``confidence`` are the fields of its future record.
    """

    #: its attributed parts
    attributions: Sequence[Attribution]
    #: the attribution that decides its speaker: of its first part, or of a quoted span inside it
    attribution: Attribution
    #: the article, in which each quoted span is one chunk
    document: Document
    #: the tagger's output for the article
    tagged: TaggedClauses
    cue: Cue | None
    mention: Mention | None
    #: the words in marks that somebody says
    quoted: Sequence[Span]
    #: the confidence of the attribution
    confidence: float

    @property
    def language(self) -> Language:
        """The language of the article."""
        return self.document.language

    @cached_property
    def quote(self) -> str:
        """Its words."""
        return " ".join(attribution.quote.text for attribution in self.attributions)

    @cached_property
    def spans(self) -> list[Span]:
        """Its spans in the text."""
        return [span for attribution in self.attributions for span in attribution.quote.spans]

    @cached_property
    def quoted_indices(self) -> frozenset[int]:
        """The indices of the quoted spans inside it."""
        return frozenset(k for attribution in self.attributions for k in attribution.quote.quoted)

    @cached_property
    def act(self) -> Act:
        """The act that its cue names."""
        return act_of(self, self.language)

    @cached_property
    def factuality(self) -> Factuality | None:
        """Why it was not reported; None if it was."""
        return factuality_of(self, self.before_cue, self.language, self.word_before)

    @property  # cached, the tokens of all clauses of a long article would be kept
    def tokens(self) -> Sequence[Token]:
        """Its tokens, from the first to the last part."""
        tokens = self.document.tokens
        first = bisect_left(tokens.starts, self.spans[0].start)
        return tokens[first : bisect_left(tokens.starts, self.spans[-1].end)]

    @property
    def word_before(self) -> str:
        """The word right before it, in lower case."""
        tokens = self.document.tokens
        return word_at(tokens, bisect_left(tokens.starts, self.spans[0].start) - 1)

    @cached_property
    def chunks(self) -> range:
        """Its chunks."""
        starts, ends = self.document.chunks.starts, self.document.chunks.ends
        first = bisect_right(ends, self.spans[0].start)
        return range(first, bisect_left(starts, self.spans[-1].end))

    @cached_property
    def cue_chunks(self) -> range:
        """The chunks of its cue; an empty range at its start if it has no cue."""
        cue, chunks = self.cue, self.document.chunks
        if cue is None:
            return range(self.chunks.start, self.chunks.start)
        first = max(0, bisect_right(chunks.starts, cue.start) - 1)
        return range(first, bisect_left(chunks.starts, cue.end))

    @cached_property
    def left(self) -> str:
        """The last tags of its sentence before it."""
        first = self.chunks.start
        before = self.document.tags[max(0, first - _CHUNKS_BEFORE) : first]
        return before[max(map(before.rfind, END)) + 1 :]

    @cached_property
    def before_cue(self) -> str:
        """The last words of its sentence before the cue that are part of no content."""
        cue = self.cue
        if cue is None:
            return ""
        start = max(0, cue.start - _CHARACTERS_BEFORE, self._last_content_end(cue))
        text = self.document.text[start : cue.start]
        return text[max(map(text.rfind, ".?!\n")) + 1 :]

    def _last_content_end(self, cue: Cue) -> int:
        """The end of the last clause before a cue: *It was not safe, | said Ida Berg*; else 0."""
        clauses = self.tagged.clauses
        k = bisect_right(clauses, cue.start, key=lambda clause: clause.span.end)
        return clauses[k - 1].span.end if k else 0

    @cached_property
    def cue_words(self) -> Sequence[str]:
        """The words of its cue."""
        return words_of(self.cue.text) if self.cue else ()
