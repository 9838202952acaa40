"""What a tagger does: it labels tokens as reported content, cue, source, or outside.

``neural_tagger.py`` has the tagger of the package; a caller may pass another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

import numpy as np
from attrs import evolve, field, frozen

from quoteattr.detect.token import Token
from quoteattr.tag.matrices import Floats
from quoteattr.tag.paragraphs import Paragraph

Label = Literal["outside", "begin", "inside", "cue", "source"]
#: the labels of a token; ``begin`` is the first token of a reported content, ``inside`` any other
LABELS: tuple[Label, ...] = ("outside", "begin", "inside", "cue", "source")
OUTSIDE, BEGIN, INSIDE, CUE, SOURCE = range(len(LABELS))


class QuoteSource(NamedTuple):
    """The position of the source of a quoted span: probabilities that sum to one."""

    #: the first token of its paragraph
    start: int
    #: the probability of each token of the paragraph
    tokens: Sequence[float]
    #: the probability that it is in another paragraph, and that nobody said the words
    elsewhere: float
    nobody: float

    def within(self, tokens: slice) -> float:
        """The probability that it is among some tokens of the article."""
        start, stop = tokens.start - self.start, tokens.stop - self.start
        return sum(self.tokens[max(0, start) : stop]) if stop > 0 else 0.0


@frozen(eq=False)
class Tagged:
    """The labels of an article's tokens."""

    #: the index of each token's label in ``LABELS``
    labels: list[int]
    #: probability of each label: tokens × labels
    probabilities: Floats
    #: the source of each quoted span, by the index of its token, if it is known
    sources: Mapping[int, QuoteSource] = field(factory=dict)

    @classmethod
    def outside(cls, count: int) -> Tagged:
        """Label this many tokens as outside."""
        probabilities = np.zeros((count, len(LABELS)), dtype=np.float32)
        probabilities[:, OUTSIDE] = 1
        return cls([OUTSIDE] * count, probabilities)

    def column(self, label: int) -> Floats:
        """The probability of a label at each token."""
        return self.probabilities[:, label]

    def within(self, paragraphs: Iterable[Paragraph]) -> Tagged:
        """The labels of the tokens in some paragraphs; all other tokens are outside."""
        tagged = evolve(self.outside(len(self.labels)), sources=self.sources)
        for start, end in paragraphs:
            tagged.labels[start:end] = self.labels[start:end]
            tagged.probabilities[start:end] = self.probabilities[start:end]
        return tagged


class Tagger(Protocol):
    """The interface of a tagger: that of the package, or a caller's own.

    Pass one to ``Model.with_tagger``.
    """

    def tag(
        self, text: str, tokens: Sequence[Token], paragraphs: Sequence[Paragraph] | None = None
    ) -> Tagged:
        """Label the tokens of an article.

        Args:
            text: the text of the article.
            tokens: its tokens, with one for each quoted span.
            paragraphs: the paragraphs to read; all other tokens are outside. All by default.

        Returns:
            A label and probabilities for each token, and optionally the sources of quoted spans.
        """
        ...
