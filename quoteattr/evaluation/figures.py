"""Counts judgements and comparisons, article by article, and tells what the counts come to.

Everything is kept as counts, apart from one pair of numbers a link for the calibration, so that an
archive of any size can be evaluated as a stream.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, get_args

from attrs import Factory, define

from quoteattr.evaluation.contents import MEASURES, Compared, ContentKind
from quoteattr.evaluation.score import Judged

#: a confidence, and whether the link was right
Bet = tuple[float, bool]

#: bins of confidence
BINS = 10
#: the precision that a user who wants to be sure asks for
SURE = 0.98


def _share(part: float, whole: float) -> float:
    """A share in per cent; 0 of nothing."""
    return 100 * part / whole if whole else 0.0


@define
class Count:
    """How many are annotated, how many the records give, and how many of these are right.

    Of stretches: those with an annotated source, and those linked to a speaker.
    """

    gold: int = 0
    given: int = 0
    right: int = 0

    def add(self, gold: int, given: int, right: int) -> None:
        """Count further ones."""
        self.gold += gold
        self.given += given
        self.right += right

    @property
    def precision(self) -> float:
        """Of those given, how many are right, in per cent."""
        return _share(self.right, self.given)

    @property
    def recall(self) -> float:
        """Of those annotated, how many are given and right, in per cent."""
        return _share(self.right, self.gold)

    @property
    def f(self) -> float:
        """Harmonic mean of precision and recall."""
        return _share(2 * self.right, self.gold + self.given)


def _by_measure() -> dict[str, Count]:
    """Nothing counted yet by any measure."""
    return {measure: Count() for measure in MEASURES}


@define
class Contents:
    """What the comparisons of reported contents come to."""

    #: words inside any content
    tokens: Count = Factory(Count)
    #: contents as wholes, by each of ``MEASURES``
    spans: dict[str, Count] = Factory(_by_measure)
    #: the annotated ones of each kind; what is found has no kind of its own, so they have no
    #: precision
    kinds: dict[ContentKind, dict[str, Count]] = Factory(
        lambda: {kind: _by_measure() for kind in get_args(ContentKind)}
    )

    def add(self, compared: Compared) -> None:
        """Count the contents of one article."""
        self.tokens.add(compared.words_told, compared.words_found, compared.words_both)
        for name, measure in MEASURES.items():
            self.spans[name].add(0, compared.found, 0)
            for told in compared.told:
                found = measure.holds(told)
                self.spans[name].add(1, 0, found)
                self.kinds[told.kind][name].add(1, 0, found)

    @property
    def annotated(self) -> int:
        """How many contents are annotated."""
        return self.spans["lenient"].gold

    @property
    def beyond_marks(self) -> bool:
        """Speech without marks is annotated, too.

        Where it is nowhere, quotes in marks were all that was annotated: what else is found may
        well be right, and no figure of contents means anything.
        """
        return self.kinds["indirect"]["lenient"].gold > 0


class Breakdown(NamedTuple):
    """A way to sort stretches into groups."""

    title: str
    #: the group of a stretch, None if it is in none
    group: Callable[[Judged], str | None]
    #: only what is linked has a group, so that there is no recall to tell
    of_links: bool = False


def _publisher(judged: Judged) -> str | None:
    """What stands before the first ``_`` in the document's name."""
    publisher, mark, _ = judged.article.partition("_")
    return publisher if mark else None


#: in the order in which they are shown
BREAKDOWNS: tuple[Breakdown, ...] = (
    Breakdown("kind of quote", lambda j: j.record.kind if j.record else "not found"),
    Breakdown("speaker’s mention", lambda j: j.mention_kind),
    Breakdown("distance to the mention", lambda j: j.distance),
    Breakdown("rule", lambda j: j.record.rule if j.record and j.linked else None, of_links=True),
    Breakdown("publisher", _publisher),
)


@define
class Figures:
    """What the judgements of a corpus come to."""

    articles: int = 0
    stretches: int = 0
    overall: Count = Factory(Count)
    groups: dict[str, dict[str, Count]] = Factory(
        lambda: {breakdown.title: defaultdict(Count) for breakdown in BREAKDOWNS}
    )
    #: stretches whose speaker has an annotated name, and those given that name
    named: int = 0
    named_right: int = 0
    #: stretches that nobody said, those that were left alone, and those that are both
    nobody: int = 0
    alone: int = 0
    nobody_alone: int = 0
    bets: list[Bet] = Factory(list)
    #: what is reported, between marks or not
    contents: Contents = Factory(Contents)

    def add(self, judgements: Sequence[Judged], compared: Compared | None = None) -> None:
        """Count one article.

        Args:
            judgements: of its quoted spans.
            compared: its reported contents; None if they shall not count.
        """
        self.articles += 1
        for judged in judgements:
            self._add(judged)
        if compared is not None:
            self.contents.add(compared)

    def _add(self, judged: Judged) -> None:
        """Count one stretch."""
        self.stretches += 1
        counts = judged.attribution is not None, judged.linked, judged.right
        self.overall.add(*counts)
        self.named += judged.named is not None
        self.named_right += judged.named is True
        self.nobody += judged.attribution is None
        self.alone += not judged.linked
        self.nobody_alone += judged.attribution is None and not judged.linked
        if judged.linked:
            self.bets.append((judged.confidence, judged.right))
        for breakdown in BREAKDOWNS:
            group = breakdown.group(judged)
            if group is not None and (judged.linked or judged.attribution is not None):
                self.groups[breakdown.title][group].add(*counts)

    @property
    def name_recall(self) -> float:
        """Of the stretches whose speaker is named, how many have the full name, in per cent."""
        return _share(self.named_right, self.named)

    @property
    def nobody_precision(self) -> float:
        """Of the stretches left alone, how many nobody said, in per cent."""
        return _share(self.nobody_alone, self.alone)

    @property
    def nobody_recall(self) -> float:
        """Of the stretches that nobody said, how many are left alone, in per cent."""
        return _share(self.nobody_alone, self.nobody)

    def bins(self) -> Iterator[tuple[int, list[Bet]]]:
        """The links by confidence, the surest first: number of the bin, and its links."""
        ordered = sorted(self.bets, reverse=True)
        yield from ((k, list(bets)) for k, bets in groupby(ordered, lambda bet: _bin(bet[0])))

    @property
    def calibration_error(self) -> float:
        """Expected calibration error over ten bins, in points (Naeini, Cooper, Hauskrecht 2015)."""
        gaps = (abs(sum(p for p, _ in bets) - sum(r for _, r in bets)) for _, bets in self.bins())
        return _share(sum(gaps), len(self.bets))

    @property
    def recall_when_sure(self) -> float:
        """The recall that is left if the surest links are kept, as many as are 98% right."""
        right = kept = 0
        for count, (_, is_right) in enumerate(sorted(self.bets, key=lambda bet: -bet[0]), 1):
            right += is_right
            if right >= SURE * count:
                kept = right
        return _share(kept, self.overall.gold)

    @property
    def threshold(self) -> tuple[float, float] | None:
        """The least confidence from which on 98% are right, and the recall that keeping it leaves.

        All links of one confidence are kept or none. None if the surest are less than 98% right.
        """
        right = count = 0
        found = None
        ordered = sorted(self.bets, key=itemgetter(0), reverse=True)
        for confidence, bets in groupby(ordered, itemgetter(0)):
            here = [is_right for _, is_right in bets]
            right, count = right + sum(here), count + len(here)
            if right >= SURE * count:
                found = (confidence, _share(right, self.overall.gold))
        return found


def _bin(confidence: float) -> int:
    """The bin of a confidence, 0 to 9."""
    return min(BINS - 1, int(BINS * confidence))


def measured(figures: Figures) -> dict[str, float]:
    """The figures of a corpus that are worth keeping, in per cent, by the names of the floors.

    ``segments_`` are the quoted spans. Of contents there are figures only where speech
    without marks is annotated.

    >>> list(measured(Figures()))
    ['segments_p', 'segments_r', 'segments_f']
    """
    count, contents = figures.overall, figures.contents
    out = {"segments_p": count.precision, "segments_r": count.recall, "segments_f": count.f}
    if contents.beyond_marks:
        out["tokens_f"] = contents.tokens.f
        out |= {f"spans_{name}_f": spans.f for name, spans in contents.spans.items()}
    return {name: round(figure, 1) for name, figure in out.items()}


def to_plain(figures: Figures) -> dict[str, Any]:
    """All figures as plain values, for programs; shares in per cent, None for one of nothing.

    >>> to_plain(Figures())["attribution"]
    {'annotated': 0, 'given': 0, 'right': 0, 'precision': None, 'recall': None, 'f': None}
    """
    contents, links = figures.contents, len(figures.bets)
    return {
        "articles": figures.articles,
        "stretches": figures.stretches,
        "attribution": _plain_count(figures.overall),
        "nobody": {
            "stretches": figures.nobody,
            "left_alone": figures.alone,
            "precision": _number(figures.nobody_precision, figures.alone),
            "recall": _number(figures.nobody_recall, figures.nobody),
        },
        "full_name": {
            "annotated": figures.named,
            "recall": _number(figures.name_recall, figures.named),
        },
        "expected_calibration_error": _number(figures.calibration_error, links),
        "recall_when_sure": _number(figures.recall_when_sure, figures.overall.gold),
        "contents": _plain_contents(contents) if contents.beyond_marks else None,
        "by": {
            title: {group: _plain_count(count) for group, count in sorted(groups.items())}
            for title, groups in figures.groups.items()
        },
    }


def _plain_count(count: Count) -> dict[str, float | None]:
    """A count, and its shares."""
    return {
        "annotated": count.gold,
        "given": count.given,
        "right": count.right,
        "precision": _number(count.precision, count.given),
        "recall": _number(count.recall, count.gold),
        "f": _number(count.f, count.gold + count.given),
    }


def _plain_contents(contents: Contents) -> dict[str, Any]:
    """What is found of reported contents."""
    spans = {name: _plain_count(count) for name, count in contents.spans.items()}
    recall = {
        kind: {name: _number(count.recall, count.gold) for name, count in counts.items()}
        for kind, counts in contents.kinds.items()
    }
    return {"tokens": _plain_count(contents.tokens), "spans": spans, "recall_by_kind": recall}


def _number(share: float, whole: int) -> float | None:
    """A share of so many, None of nothing."""
    return round(share, 2) if whole else None
