"""Ask an encoder about the quotes of which the rules are unsure.

The rules attribute all quotes first. Where they are unsure, an encoder, which reads the sentence,
scores the same candidates, and a weighted sum of both scores decides.
``attribute/encoder/encoder.py`` has the encoder of the package.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from quoteattr.attribute.decision.decode import AttributedDocument, Attribution, attribute
from quoteattr.attribute.decision.fusion import EncoderScores, Fusion
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.rules import Floats


class Encoder(Protocol):
    """The interface of an encoder, which scores the candidates of a quote without the rules."""

    @property
    def fusion(self) -> Fusion:
        """The fusion of its scores with those of the rules."""
        ...

    def scores(self, document: Document, attributions: Sequence[Attribution]) -> Sequence[Floats]:
        """Score the candidates of some quotes.

        Args:
            document: the document of the quotes.
            attributions: the quotes with their candidates, as the rules attributed them.

        Returns:
            For each quote the scores of its candidates, in log-odds.
        """
        ...


def rerank(attributed: AttributedDocument, encoder: Encoder) -> AttributedDocument:
    """Decide again on the quotes of which the rules are unsure."""
    document, trees, fusion = attributed.document, attributed.trees, encoder.fusion
    unsure = [a for a in attributed.attributions if attributed.confidence(a) < fusion.threshold]
    if not unsure:
        return attributed
    scores = encoder.scores(document, unsure)
    encoder_scores_by_quote = {
        a.quote.index: EncoderScores(quote_scores, a.candidates, fusion)
        for a, quote_scores in zip(unsure, scores, strict=True)
    }
    return attribute(document, trees, encoder_scores_by_quote)
