"""Write the report of an evaluation: the metrics, and every mistake in its paragraph.

The report shows each wrong quoted span with the chosen mention, the annotated one and the
runner-up, the most confident mistakes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TextIO

from quoteattr.evaluation.metrics import Metrics
from quoteattr.evaluation.mistakes import Mistake
from quoteattr.evaluation.renderers import Renderer
from quoteattr.evaluation.score import MistakeKind
from quoteattr.evaluation.tables import metrics_tables

_TITLE = "Who said what: evaluation"
#: the heading of each kind of mistake, in the order of a report
MISTAKE_TITLES: dict[MistakeKind, str] = {
    "wrong speaker": "Attributed to the wrong speaker",
    "nobody said it": "Attributed, though nobody is annotated as its source",
    "nobody chosen": "Not attributed, though somebody said it",
    "not found": "Not found as a quote at all",
    "wrong name": "The right mention, but another full name",
}


def write_report(
    metrics: Metrics, mistakes: Iterable[Mistake], file: TextIO, renderer: Renderer
) -> None:
    """Write the metrics, and each mistake in its paragraph.

    Args:
        metrics: the metrics of the whole evaluation.
        mistakes: in any order; the report sorts them by kind, the most confident first.
        file: the output.
        renderer: one of ``renderers.RENDERERS``.
    """
    file.writelines(renderer.document(_TITLE, _body(metrics, mistakes, renderer)))


def _body(metrics: Metrics, mistakes: Iterable[Mistake], renderer: Renderer) -> Iterator[str]:
    """The sections of a report, in order."""
    yield renderer.heading(1, _TITLE)
    for table in metrics_tables(metrics):
        yield renderer.heading(2, table.title)
        yield renderer.table(table)
    groups: dict[MistakeKind, list[Mistake]] = defaultdict(list)
    for mistake in mistakes:
        groups[mistake.kind].append(mistake)
    for kind, title in MISTAKE_TITLES.items():
        if groups[kind]:
            yield renderer.heading(2, f"{title}: {len(groups[kind])}")
        for mistake in sorted(groups[kind], key=lambda m: -m.confidence):
            yield from _render(mistake, renderer)


def _render(mistake: Mistake, renderer: Renderer) -> Iterator[str]:
    """The lines of one mistake."""
    yield renderer.heading(3, mistake.article)
    yield renderer.facts(mistake.facts)
    yield from map(renderer.paragraph, mistake.paragraphs)
    if mistake.explanation:
        yield renderer.preformatted(mistake.explanation)
