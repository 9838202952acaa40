"""Metrics of an evaluation: precision, recall, calibration, in total and by group.

Only counts are kept, and, for the calibration, one confidence per attributed span, so that an
archive of any size can be evaluated as a stream.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, get_args

from attrs import Factory, define

from quoteattr.evaluation.reported_contents import CRITERIA, ContentComparison, ContentKind
from quoteattr.evaluation.score import Judgement

#: a confidence, and whether the attribution is correct
ScoredPrediction = tuple[float, bool]

#: bins of confidence
BINS = 10
#: the precision for which a confidence threshold is reported
TARGET_PRECISION = 0.98


def _percent(part: float, whole: float) -> float:
    """A share in per cent; 0 if the whole is 0."""
    return 100 * part / whole if whole else 0.0


@define
class Counts:
    """Counts of annotated (gold), predicted and correct items.

    For quoted spans: those with an annotated source, and those that are attributed to a speaker.
    """

    gold: int = 0
    predicted: int = 0
    correct: int = 0

    def add(self, gold: int, predicted: int, correct: int) -> None:
        """Add other counts to these."""
        self.gold += gold
        self.predicted += predicted
        self.correct += correct

    @property
    def precision(self) -> float:
        """The share of the predicted items that are correct, in per cent."""
        return _percent(self.correct, self.predicted)

    @property
    def recall(self) -> float:
        """The share of the annotated items that are predicted correctly, in per cent."""
        return _percent(self.correct, self.gold)

    @property
    def f(self) -> float:
        """Harmonic mean of precision and recall."""
        return _percent(2 * self.correct, self.gold + self.predicted)


def _by_criterion() -> dict[str, Counts]:
    """Empty counts for each criterion."""
    return {criterion: Counts() for criterion in CRITERIA}


@define
class ContentMetrics:
    """Metrics of the reported contents."""

    #: words inside any content
    tokens: Counts = Factory(Counts)
    #: whole contents, by each of ``CRITERIA``
    spans: dict[str, Counts] = Factory(_by_criterion)
    #: by kind, the annotated contents; predicted ones have no kind, so there is no precision
    kinds: dict[ContentKind, dict[str, Counts]] = Factory(
        lambda: {kind: _by_criterion() for kind in get_args(ContentKind)}
    )

    def add(self, comparison: ContentComparison) -> None:
        """Count the contents of one article."""
        self.tokens.add(comparison.gold_words, comparison.predicted_words, comparison.common_words)
        for name, criterion in CRITERIA.items():
            self.spans[name].add(0, comparison.predicted, 0)
            for content in comparison.gold:
                correct = criterion.accepts(content)
                self.spans[name].add(1, 0, correct)
                self.kinds[content.kind][name].add(1, 0, correct)

    @property
    def annotated(self) -> int:
        """The number of annotated contents."""
        return self.spans["lenient"].gold

    @property
    def unquoted_annotated(self) -> bool:
        """Whether speech without quotation marks is annotated as well.

        If it is not, only quoted speech was annotated: further predicted contents may well be
        correct, and no metric of contents is meaningful.
        """
        return self.kinds["indirect"]["lenient"].gold > 0


class Breakdown(NamedTuple):
    """A way to sort quoted spans into groups."""

    title: str
    #: the group of a quoted span, None if it is in none
    group: Callable[[Judgement], str | None]
    #: whether only attributed spans have a group, so that recall is undefined
    predicted_only: bool = False


def _publisher(judgement: Judgement) -> str | None:
    """The part of the document's name before the first ``_``."""
    publisher, mark, _ = judgement.article.partition("_")
    return publisher if mark else None


#: the breakdowns in the order in which they are shown
BREAKDOWNS: tuple[Breakdown, ...] = (
    Breakdown("kind of quote", lambda j: j.record.kind if j.record else "not found"),
    Breakdown("speaker’s mention", lambda j: j.mention_kind),
    Breakdown("distance to the mention", lambda j: j.distance),
    Breakdown(
        "rule",
        lambda j: j.record.rule if j.record and j.attributed else None,
        predicted_only=True,
    ),
    Breakdown("publisher", _publisher),
    # Annotators who see the machine's output correct less of it.
    Breakdown("review", lambda j: j.review),
)


@define
class Metrics:
    """Metrics of a corpus."""

    articles: int = 0
    quoted_spans: int = 0
    overall: Counts = Factory(Counts)
    #: counts by the title of a breakdown and by group
    groups: dict[str, dict[str, Counts]] = Factory(
        lambda: {breakdown.title: defaultdict(Counts) for breakdown in BREAKDOWNS}
    )
    #: quoted spans whose speaker has an annotated name, and those predicted with that name
    named: int = 0
    named_correct: int = 0
    #: quoted spans with no speaker: annotated (gold), predicted, and both (correct)
    nobody: Counts = Factory(Counts)
    #: one for each attributed span
    predictions: list[ScoredPrediction] = Factory(list)
    #: reported contents, quoted or not
    contents: ContentMetrics = Factory(ContentMetrics)

    def add(
        self, judgements: Sequence[Judgement], comparison: ContentComparison | None = None
    ) -> None:
        """Count one article.

        Args:
            judgements: the judgements of its quoted spans.
            comparison: the comparison of its reported contents; None to count quoted spans only.
        """
        self.articles += 1
        for judgement in judgements:
            self._add(judgement)
        if comparison is not None:
            self.contents.add(comparison)

    def _add(self, judgement: Judgement) -> None:
        """Count one quoted span."""
        self.quoted_spans += 1
        annotated, attributed = judgement.attribution is not None, judgement.attributed
        counts = annotated, attributed, judgement.correct
        self.overall.add(*counts)
        self.nobody.add(not annotated, not attributed, not annotated and not attributed)
        self.named += judgement.name_correct is not None
        self.named_correct += judgement.name_correct is True
        if attributed:
            self.predictions.append((judgement.confidence, judgement.correct))
        for breakdown in BREAKDOWNS:
            group = breakdown.group(judgement)
            if group is not None and (attributed or annotated):
                self.groups[breakdown.title][group].add(*counts)

    @property
    def name_recall(self) -> float:
        """Of the spans whose speaker is named, the share with the full name, in per cent."""
        return _percent(self.named_correct, self.named)

    def bins(self) -> Iterator[tuple[int, list[ScoredPrediction]]]:
        """The number and the predictions of each non-empty bin of confidence, the highest first."""
        ordered = sorted(self.predictions, reverse=True)
        yield from ((k, list(group)) for k, group in groupby(ordered, lambda p: _bin(p[0])))

    @property
    def calibration_error(self) -> float:
        """Expected calibration error over ten bins, in points (Naeini, Cooper, Hauskrecht 2015)."""
        gaps = (
            abs(sum(p for p, _ in group) - sum(c for _, c in group)) for _, group in self.bins()
        )
        return _percent(sum(gaps), len(self.predictions))

    @property
    def recall_at_target(self) -> float:
        """The recall of the most confident predictions that have a precision of 98%."""
        correct = kept = 0
        ordered = sorted(self.predictions, key=lambda prediction: -prediction[0])
        for count, (_, is_correct) in enumerate(ordered, 1):
            correct += is_correct
            if correct >= TARGET_PRECISION * count:
                kept = correct
        return _percent(kept, self.overall.gold)

    @property
    def threshold(self) -> tuple[float, float] | None:
        """The lowest confidence threshold with a precision of 98%, and the recall at it.

        Predictions of equal confidence are kept or dropped together. None if even the most
        confident ones are less than 98% correct.
        """
        correct = count = 0
        lowest = None
        ordered = sorted(self.predictions, key=itemgetter(0), reverse=True)
        for confidence, group in groupby(ordered, itemgetter(0)):
            equal = [is_correct for _, is_correct in group]
            correct, count = correct + sum(equal), count + len(equal)
            if correct >= TARGET_PRECISION * count:
                lowest = (confidence, _percent(correct, self.overall.gold))
        return lowest


def _bin(confidence: float) -> int:
    """The bin of a confidence, 0 to 9."""
    return min(BINS - 1, int(BINS * confidence))


def headline(metrics: Metrics) -> dict[str, float]:
    """The main metrics of a corpus in per cent, by the names that ``tests/floors.json`` uses.

    ``segments_`` are quoted spans. Contents have metrics only if speech without quotation marks is
    annotated.

    >>> list(headline(Metrics()))
    ['segments_p', 'segments_r', 'segments_f']
    """
    counts, contents = metrics.overall, metrics.contents
    values = {"segments_p": counts.precision, "segments_r": counts.recall, "segments_f": counts.f}
    if contents.unquoted_annotated:
        values["tokens_f"] = contents.tokens.f
        values |= {f"spans_{name}_f": spans.f for name, spans in contents.spans.items()}
    return {name: round(value, 1) for name, value in values.items()}


def to_json(metrics: Metrics) -> dict[str, Any]:
    """All metrics as values for JSON; shares in per cent, None if the whole is 0.

    >>> to_json(Metrics())["attribution"]
    {'annotated': 0, 'predicted': 0, 'correct': 0, 'precision': None, 'recall': None, 'f': None}
    """
    contents = metrics.contents
    return {
        "articles": metrics.articles,
        "quoted_spans": metrics.quoted_spans,
        "attribution": _counts_to_json(metrics.overall),
        "nobody": _counts_to_json(metrics.nobody),
        "full_name": {
            "annotated": metrics.named,
            "recall": _rounded(metrics.name_recall, metrics.named),
        },
        "expected_calibration_error": _rounded(metrics.calibration_error, len(metrics.predictions)),
        "recall_at_98_precision": _rounded(metrics.recall_at_target, metrics.overall.gold),
        "contents": _contents_to_json(contents) if contents.unquoted_annotated else None,
        "by": {
            title: {group: _counts_to_json(counts) for group, counts in sorted(groups.items())}
            for title, groups in metrics.groups.items()
        },
    }


def _counts_to_json(counts: Counts) -> dict[str, float | None]:
    """Counts, and their shares."""
    return {
        "annotated": counts.gold,
        "predicted": counts.predicted,
        "correct": counts.correct,
        "precision": _rounded(counts.precision, counts.predicted),
        "recall": _rounded(counts.recall, counts.gold),
        "f": _rounded(counts.f, counts.gold + counts.predicted),
    }


def _contents_to_json(contents: ContentMetrics) -> dict[str, Any]:
    """The metrics of reported contents."""
    spans = {name: _counts_to_json(counts) for name, counts in contents.spans.items()}
    recall = {
        kind: {name: _rounded(counts.recall, counts.gold) for name, counts in criteria.items()}
        for kind, criteria in contents.kinds.items()
    }
    return {"tokens": _counts_to_json(contents.tokens), "spans": spans, "recall_by_kind": recall}


def _rounded(share: float, whole: int) -> float | None:
    """A share to two decimals, None if the whole is 0."""
    return round(share, 2) if whole else None
