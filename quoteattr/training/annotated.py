"""Annotated documents: the quotes or clauses of an article, each with its annotated speaker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from attrs import evolve, field, frozen
from numpy.typing import NDArray

from quoteattr.attribute.decision.decode import History, attribute, candidates_of, settled_speaker
from quoteattr.attribute.decision.fusion import NO_ENCODER_SCORES, EncoderScores
from quoteattr.attribute.decision.tables import rows
from quoteattr.attribute.decision.trees import Trees
from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.quote import Quote
from quoteattr.attribute.rules.quote import quote_name, quote_title
from quoteattr.detect.regions import find_regions
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.model.model import Model, untrained
from quoteattr.options import Options
from quoteattr.pipeline import read_document
from quoteattr.records import Span
from quoteattr.training.boost import CORRECT, IGNORED, WRONG, TrainingExample

#: minimum Jaccard index of the characters of a clause and the annotated content it matches
MIN_OVERLAP = 0.5


@frozen
class GoldLabel:
    """The annotation of a quote or clause: its attribution, None for nobody."""

    attribution: GoldAttribution | None
    #: whether the tagger found a clause that is not annotated: every prediction for it is wrong
    spurious: bool = False

    def accepts(self, candidate: Candidate | None, document: Document) -> bool:
        """Whether the mention overlaps the annotated source; None is right if there is none."""
        if self.spurious:
            return False
        if candidate is None or self.attribution is None:
            return candidate is None and self.attribution is None
        start, end = document.chunks.mention(candidate.chunk)
        return any(start < e and s < end for s, e in self.attribution.source)

    @property
    def is_known(self) -> bool:
        """Whether the annotation names a source, or says that nobody speaks."""
        return not self.spurious and (self.attribution is None or bool(self.attribution.source))


@frozen
class Prediction:
    """The prediction for one quote, by trees that were not trained on its article."""

    #: the index of the quote in its document
    quote: int
    #: whether a candidate was chosen
    attributed: bool
    correct: bool
    #: before calibration
    certainty: float


class LabelledQuote(NamedTuple):
    """A quote, its candidates, and the class of each: right, wrong, or ignored in training."""

    quote: Quote
    candidates: tuple[Candidate | None, ...]
    classes: NDArray[np.int8]


@frozen
class AnnotatedDocument:
    """A document with the annotation of each quote, or clause, whose speaker is not settled."""

    document: Document
    labels: tuple[GoldLabel, ...]
    #: the name of the article
    name: str
    #: for each label the right candidate, None for nobody or if no candidate is right
    gold_candidates: tuple[Candidate | None, ...] = field()

    @gold_candidates.default
    def _find_gold_candidates(self) -> tuple[Candidate | None, ...]:
        quotes = _open_quotes(self.document)
        return tuple(self._gold_candidate(q, a) for q, a in zip(quotes, self.labels, strict=True))

    def _gold_candidate(self, quote: Quote, label: GoldLabel) -> Candidate | None:
        """Of the candidates in the annotated source, the one that begins where it begins.

        A possessive before a name is not the speaker: *Loeb's attorney Mark Heller*.
        """
        if label.attribution is None or not label.is_known:
            return None
        start = label.attribution.source[0].start
        candidates = candidates_of(self.document, quote)
        accepted = [c for c in candidates if c and label.accepts(c, self.document)]
        return min(
            accepted,
            key=lambda c: (
                c.place.after.startswith("'N"),
                abs(self.document.chunks.mention_starts[c.chunk] - start),
            ),
            default=None,
        )

    def examples(self, chosen: Sequence[Candidate | None]) -> list[TrainingExample]:
        """Make one training example for each label.

        Args:
            chosen: for each label the candidate that the rules take as the speaker of that quote
                when they score a later one.
        """
        examples, history = [], History(self.document)
        labelled = zip(self.labelled(), chosen, strict=True)
        for quote in self.document.quotes:
            if quote.settled:
                history.add(settled_speaker(self.document, quote))
                continue
            (_, candidates, classes), speaker = next(labelled)
            table = rows(self.document, quote, candidates, history.before(quote))
            examples.append(TrainingExample(table, classes))
            history.add(speaker)
        return examples

    def labelled(self) -> Iterator[LabelledQuote]:
        """The quotes that have a label, each with its candidates and the class of each."""
        quotes = _open_quotes(self.document)
        for quote, label, gold in zip(quotes, self.labels, self.gold_candidates, strict=True):
            candidates = candidates_of(self.document, quote)
            classes = [self._row_class(candidate, label, gold) for candidate in candidates]
            yield LabelledQuote(quote, candidates, np.array(classes, dtype=np.int8))

    def _row_class(
        self, candidate: Candidate | None, label: GoldLabel, gold_candidate: Candidate | None
    ) -> int:
        """The class of a candidate; other mentions of the speaker or in the source are ignored."""
        if candidate is None:
            return CORRECT if label.is_known and label.attribution is None else WRONG
        if candidate is gold_candidate:
            return CORRECT
        same_entity = gold_candidate is not None and gold_candidate.key is candidate.key
        return IGNORED if same_entity or label.accepts(candidate, self.document) else WRONG

    def chosen(self, trees: Trees) -> list[Candidate | None]:
        """The candidate that the trees choose for each label."""
        return [a.chosen for a in attribute(self.document, trees).attributions]

    def predictions(
        self, trees: Trees, encoder_scores_by_quote: Mapping[int, EncoderScores] = NO_ENCODER_SCORES
    ) -> Iterator[Prediction]:
        """The prediction for each label that can be evaluated.

        Args:
            trees: the trees that score the candidates.
            encoder_scores_by_quote: the encoder's scores for some quotes, by index.
        """
        attributions = attribute(self.document, trees, encoder_scores_by_quote).attributions
        for attribution, label, gold_candidate in zip(
            attributions, self.labels, self.gold_candidates, strict=True
        ):
            if label.is_known or label.spurious:
                chosen = attribution.chosen
                same_entity = (
                    chosen is not None
                    and gold_candidate is not None
                    and chosen.key is gold_candidate.key
                )
                correct = same_entity or label.accepts(chosen, self.document)
                index, certainty = attribution.quote.index, attribution.certainty
                yield Prediction(index, chosen is not None, correct, certainty)


def _open_quotes(document: Document) -> list[Quote]:
    """The quotes whose speaker is not settled."""
    return [quote for quote in document.quotes if not quote.settled]


def annotated_quotes(gold: GoldArticle, model: Model | None = None) -> AnnotatedDocument:
    """Read an annotated article with its quoted spans as quotes.

    Args:
        gold: the article with its annotations.
        model: its tagger labels the tokens, and it resolves nominals; by default the model of the
            package.
    """
    quoted = find_regions(gold.text, ("direct",)).quoted
    document = read_document(gold.text, quoted, Options(chosen_model=model or untrained()))
    labels = tuple(_quote_label(gold, quote) for quote in document.quotes)
    return AnnotatedDocument(document, labels, gold.name)


def _quote_label(gold: GoldArticle, quote: Quote) -> GoldLabel:
    """The annotation of a quote.

    A possible title inside a longer reported clause has an unknown source: the annotation says who
    reports the clause, but not whether the marks enclose a quote or a title.
    """
    attribution = gold.attribution_at(*quote.spans[0])
    if attribution and (quote_name(quote) or quote_title(quote)):
        reported = sum(end - start for start, end in attribution.content)
        if reported > 2 * len(quote.text):
            return GoldLabel(evolve(attribution, source=()))
    return GoldLabel(attribution)


def annotated_clauses(gold: GoldArticle, document: Document) -> AnnotatedDocument:
    """Pair the reported clauses of a document with their annotations.

    Args:
        gold: the article with its annotations.
        document: the article with the clauses that a tagger found, see ``pipeline.read_clauses``.
    """
    labels = tuple(_clause_label(gold, clause.spans[0]) for clause in _open_quotes(document))
    return AnnotatedDocument(document, labels, gold.name)


def _clause_label(gold: GoldArticle, clause: Span) -> GoldLabel:
    """The annotation of a clause that the tagger found."""
    for attribution in gold.attributions:
        if any(_overlap(clause, content) for content in attribution.content):
            return GoldLabel(attribution if attribution.source else None)
    return GoldLabel(None, spurious=True)


def _overlap(clause: Span, content: Span) -> bool:
    """Whether two spans share at least half of the characters that either covers."""
    common = min(clause.end, content.end) - max(clause.start, content.start)
    return common >= MIN_OVERLAP * (max(clause.end, content.end) - min(clause.start, content.start))
