"""Evaluate on annotated articles: metrics, and a list of mistakes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quoteattr.api import extract
from quoteattr.evaluation.brat import GoldArticle
from quoteattr.evaluation.metrics import Metrics
from quoteattr.evaluation.mistakes import Mistake, describe_mistake
from quoteattr.evaluation.reported_contents import compare_contents
from quoteattr.evaluation.score import judge
from quoteattr.model.model import Model
from quoteattr.records import QuoteRecord, QuoteRecords


def evaluate(
    golds: Iterable[GoldArticle], model: Model | None = None
) -> tuple[Metrics, list[Mistake]]:
    """Extract the records of annotated articles, and compare them with the annotations.

    Args:
        golds: the annotated articles; they are processed one at a time, and none is kept.
        model: the model, by default that of the package.

    Returns:
        The metrics, and a description of each mistake in order of the articles.
    """

    def extracted(gold: GoldArticle) -> QuoteRecords:
        """Extract the records of an article."""
        return extract(gold.text, gold.name, min_confidence=0, unattributed=True, model=model)

    return evaluate_records((gold, extracted(gold)) for gold in golds)


def evaluate_records(
    articles: Iterable[tuple[GoldArticle, Sequence[QuoteRecord]]],
) -> tuple[Metrics, list[Mistake]]:
    """Compare records with annotations, as ``evaluate`` does.

    Args:
        articles: each annotated article with its records, in the order of the text.

    Returns:
        The metrics, and a description of each mistake in order of the articles.
    """
    metrics, mistakes = Metrics(), []
    for gold, records in articles:
        judgements = list(judge(gold, records))
        metrics.add(judgements, compare_contents(gold, records))
        described = (describe_mistake(gold.text, judgement) for judgement in judgements)
        mistakes += [mistake for mistake in described if mistake]
    return metrics, mistakes
