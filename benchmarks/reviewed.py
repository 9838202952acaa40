"""Measure the benefit of training on reviewed articles for the same publishers' later ones.

    pip install -e ".[train]"
    python benchmarks/reviewed.py CORPORA

``CORPORA`` holds ``polnear/train`` and ``world/train``, annotated as docs/evaluate.md describes.
For each publisher with several articles in ``world/train``, one is left out, and 60 others are
reviewed: they are added to an archive, and every record that differs from the annotation is
corrected, added or denied, as by a person. Models are trained

- on PolNeAR alone;
- on PolNeAR and the reviewed articles, as ``quoteattr train polnear/train news.db`` does;
- on PolNeAR and 60 articles of other publishers, reviewed in the same way;
- on the 60 reviewed articles alone.

Each extracts the articles that are left out. This is done twice, with the first and the last
article of a publisher left out, and the counts are added. The trees for quotes are fitted; the
tagger, which is for speech without marks, stays.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from attrs import evolve

from quoteattr import Article, QuoteArchive, QuoteRecord, extract
from quoteattr.archive.corrections.correction import outer_span
from quoteattr.attribute.decision.trees import grow
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution, read_gold
from quoteattr.evaluation.metrics import Metrics
from quoteattr.evaluation.score import judge
from quoteattr.model.model import Model, load_default
from quoteattr.records import Span
from quoteattr.training.annotated import AnnotatedDocument, annotated_quotes
from quoteattr.training.boost import TrainingExample, fit
from quoteattr.training.rule_examples import rule_examples
from quoteattr.training.train import EXAMPLE_REPEATS, QUOTE_TREES, FittedTrees, fit_quotes

#: the number of reviewed articles
REVIEWED = 60
#: minimum Jaccard index of a record and the annotated content that replaces it
SAME = 0.5
#: the name of the reviewer
REVIEWER = "reviewer"


def publisher(gold: GoldArticle) -> str:
    """The publisher of an article, whose file is called ``publisher-number.txt``."""
    return Path(gold.name).stem.rpartition("-")[0]


# -- which articles -----------------------------------------------------------------------


def divide(
    golds: Sequence[GoldArticle], left_out: int
) -> tuple[list[GoldArticle], list[GoldArticle], list[GoldArticle]]:
    """Divide articles into those left out, those to review, and as many of other publishers.

    Args:
        golds: all articles, sorted by name.
        left_out: the index of the article of each publisher that is left out, 0 or -1.
    """
    by_publisher = defaultdict[str, list[GoldArticle]](list)
    for gold in golds:
        by_publisher[publisher(gold)].append(gold)
    several = [articles for articles in by_publisher.values() if len(articles) > 1]
    unseen = [articles[left_out] for articles in several]
    same = [gold for articles in several for gold in articles if gold not in unseen]
    others = [articles[0] for articles in by_publisher.values() if len(articles) == 1]
    missing = REVIEWED - len(same)
    return unseen, same + others[:missing], others[missing : missing + REVIEWED]


# -- reviewing ----------------------------------------------------------------------------


def review(golds: Iterable[GoldArticle], model: Model) -> list[GoldArticle]:
    """Review articles in an archive, and return its annotated articles."""
    with QuoteArchive(":memory:") as archive:
        for gold in golds:
            archive.add([Article(gold.text, id=gold.name)], model=model)
            _correct(archive, gold)
            archive.review(gold.name, scope="marks", by=REVIEWER)
        return archive.gold()


def _correct(archive: QuoteArchive, gold: GoldArticle) -> None:
    """Correct the records of an article to its annotations."""
    records = list(archive.article(gold.name))
    for attribution in filter(lambda annotated: annotated.source, gold.attributions):
        span = Span(attribution.content[0].start, attribution.content[-1].end)
        record = max(
            records, key=lambda candidate: _share(outer_span(candidate), span), default=None
        )
        if record is None or _share(outer_span(record), span) < SAME:
            _add(archive, gold, attribution, span)
            continue
        records.remove(record)
        if not _is_right(record, attribution):
            speaker = _speaker(gold, attribution)
            archive.correct(gold.name, outer_span(record), speaker=speaker, by=REVIEWER)
    for record in records:
        if record.kind in ("direct", "mixed") and _is_current(archive, gold.name, record):
            archive.correct(gold.name, outer_span(record), nobody=True, by=REVIEWER)


def _add(
    archive: QuoteArchive, gold: GoldArticle, attribution: GoldAttribution, span: Span
) -> None:
    """Add a missed quote, unless another one overlaps it."""
    if all(outer_span(record) != span for record in archive.article(gold.name)):
        archive.add_quote(gold.name, span, speaker=_speaker(gold, attribution), by=REVIEWER)


def _is_current(archive: QuoteArchive, source: str, record: QuoteRecord) -> bool:
    """Whether the archive still has a record."""
    return any(outer_span(candidate) == outer_span(record) for candidate in archive.article(source))


def _is_right(record: QuoteRecord, attribution: GoldAttribution) -> bool:
    """Whether the mention of a record overlaps the annotated one."""
    mention = record.mention
    return mention is not None and any(
        mention.start < source.end and source.start < mention.end for source in attribution.source
    )


def _speaker(gold: GoldArticle, attribution: GoldAttribution) -> str:
    """The annotated speaker: the name, or the words of an unnamed one."""
    return attribution.name or gold.text[slice(*attribution.source[0])]


def _share(first: Span, second: Span) -> float:
    """The Jaccard index of the characters of two spans."""
    common = min(first.end, second.end) - max(first.start, second.start)
    return max(0, common) / (max(first.end, second.end) - min(first.start, second.start))


# -- training and evaluation --------------------------------------------------------------


class Trainer:
    """Fits the trees of quotes on PolNeAR and some further articles.

    Args:
        golds: the articles of PolNeAR.
    """

    def __init__(self, golds: Sequence[GoldArticle]) -> None:
        quotes = fit_quotes(golds)
        self._fitted = quotes.trees
        self._examples = _examples(quotes.documents, self._fitted)
        of_rules = [annotated_quotes(gold) for gold in rule_examples()]
        self._of_rules = _examples(of_rules, self._fitted)
        #: trained on PolNeAR alone
        self.model = self._model(self._fitted.trees)

    def train(self, golds: Iterable[GoldArticle], *, alone: bool = False) -> Model:
        """Train on further articles; the speakers of quotes before are those that PolNeAR gives."""
        documents = [annotated_quotes(gold) for gold in golds]
        trees = self.model.quotes
        further = [x for d in documents for x in d.examples(d.chosen(trees))]
        examples = further if alone else self._examples + further
        return self._model(fit([*examples, *(EXAMPLE_REPEATS * self._of_rules)], *QUOTE_TREES))

    def _model(self, trees: Any) -> Model:
        """The model of the package with other trees for quotes."""
        return evolve(load_default(), quotes=grow(trees, self._fitted.calibration))


def _examples(documents: Sequence[AnnotatedDocument], fitted: FittedTrees) -> list[TrainingExample]:
    """The training examples of documents, each by trees that were not fitted on it."""
    return [
        example
        for document in documents
        for example in document.examples(document.chosen(fitted.unseen(document.name)))
    ]


def main() -> None:
    """Train and evaluate, and print a row for each model."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--first", type=int, help="only so many articles of PolNeAR, to try it")
    args = parser.parse_args()
    corpora = args.corpora
    golds = sorted(read_gold(corpora / "world/train"), key=lambda gold: gold.name)
    trainer = Trainer(list(islice(read_gold(corpora / "polnear/train"), args.first)))
    metrics = defaultdict[str, Metrics](Metrics)
    for left_out in (0, -1):
        unseen, same, others = divide(golds, left_out)
        reviewed = review(same, trainer.model)
        _evaluate(metrics["PolNeAR alone"], unseen, trainer.model)
        _evaluate(metrics["and 60 reviewed"], unseen, trainer.train(reviewed))
        strangers = review(others, trainer.model)
        _evaluate(metrics["and 60 of others"], unseen, trainer.train(strangers))
        _evaluate(metrics["60 reviewed alone"], unseen, trainer.train(reviewed, alone=True))
        _print(metrics, len(unseen), len(reviewed))


def _evaluate(metrics: Metrics, golds: Iterable[GoldArticle], model: Model) -> None:
    """Add the metrics of a model."""
    for gold in golds:
        records = extract(gold.text, gold.name, min_confidence=0, unattributed=True, model=model)
        metrics.add(list(judge(gold, records)))


def _print(metrics: dict[str, Metrics], unseen: int, reviewed: int) -> None:
    """Print the metrics so far."""
    print(f"{unseen} articles left out, {reviewed} reviewed", file=sys.stderr)
    for name, measured in metrics.items():
        counts, nobody = measured.overall, measured.nobody
        print(
            f"{name:18} P {counts.precision:.1f} R {counts.recall:.1f} F {counts.f:.1f},"
            f" right {counts.correct} of {counts.gold}, nobody {nobody.correct} of {nobody.gold},"
            f" names {measured.named_correct} of {measured.named}",
            flush=True,
        )


if __name__ == "__main__":
    main()
