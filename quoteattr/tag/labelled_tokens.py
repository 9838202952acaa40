"""The tokens of an article with the labels of the tagger, and steps within a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import frozen

from quoteattr.detect.alphabet import END, QUOTE
from quoteattr.detect.token import Token, tags_of
from quoteattr.language import Language
from quoteattr.tag import tagger
from quoteattr.tag.finite_verbs import FiniteVerbs
from quoteattr.tag.fronted_clauses import main_clause_commas

#: the labels of a content
CONTENT_LABELS = (tagger.BEGIN, tagger.INSIDE)


@frozen
class LabelledTokens:
    """The tokens of an article with a label each."""

    tokens: Sequence[Token]
    labels: Sequence[int]
    language: Language

    @cached_property
    def tags(self) -> str:
        """The tags of the tokens."""
        return tags_of(self.tokens)

    @cached_property
    def verbs(self) -> FiniteVerbs:
        """The finite verbs among the tokens."""
        return FiniteVerbs(self.tokens, self.language)

    @cached_property
    def main_clause_commas(self) -> dict[int, int]:
        """The comma before the main clause, by the tokens where a content may begin."""
        return main_clause_commas(self.tokens, self.labels, self.verbs)

    @cached_property
    def reported_ends(self) -> list[int]:
        """For each token, the next one that cannot belong to the same content, by its label."""
        ends = [len(self.tokens)] * (len(self.tokens) + 1)
        for i in range(len(self.tokens) - 1, -1, -1):
            ends[i] = ends[i + 1] if self.goes_on(i, (tagger.OUTSIDE, *CONTENT_LABELS)) else i
        return ends

    def tagged(self, tag: str, first: int, stop: int) -> Iterator[int]:
        """The tokens with a tag, from the first one on and before another."""
        i = self.tags.find(tag, first, stop)
        while i >= 0:
            yield i
            i = self.tags.find(tag, i + 1, stop)

    def contents(self) -> Iterator[tuple[int, int]]:
        """First and last token of each run of content labels."""
        first = None
        for i, label in enumerate(self.labels):
            if first is not None and label != tagger.INSIDE:
                yield first, i - 1
                first = None
            if first is None and label in CONTENT_LABELS:
                first = i
        if first is not None:
            yield first, len(self.labels) - 1

    def after(self, i: int, labels: Sequence[int]) -> int:
        """The first token of the sentence from i on with none of the labels, or a quote."""
        while i < len(self.tokens) and self.goes_on(i, labels):
            i += 1
        return i

    def goes_on(self, i: int, labels: Sequence[int]) -> bool:
        """Whether a token has one of the labels, and is neither an end nor a separate quote."""
        tag, label = self.tags[i], self.labels[i]
        return label in labels and tag not in END and (tag, label) != (QUOTE, tagger.OUTSIDE)

    def before(self, i: int, labels: Sequence[int]) -> int:
        """The last token of the sentence up to i with none of the labels."""
        tags = self.tags
        while i >= 0 and self.labels[i] in labels and tags[i] not in END:
            i -= 1
        return i
