"""Tables of metrics, for a terminal or a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TextIO

from quoteattr.evaluation.metrics import (
    BREAKDOWNS,
    TARGET_PRECISION,
    Breakdown,
    ContentMetrics,
    Counts,
    Metrics,
)
from quoteattr.evaluation.reported_contents import CRITERIA

#: the titles of the criteria
CRITERION_TITLES = {name: name.replace("_e2e", " with speaker") for name in CRITERIA}
_QUOTED_ONLY = (
    "No speech without marks is annotated here, so that only the quoted spans are measured, and "
    "what is found outside of them does not count as a mistake."
)

#: width of a bar of 100%, in characters
_BAR = 20


class MetricsTable(NamedTuple):
    """A table of metrics, each cell a string."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def metrics_tables(metrics: Metrics) -> Iterator[MetricsTable]:
    """Make the tables of an evaluation.

    Yields:
        All in all, reported contents, each breakdown, reliability.
    """
    yield _overall(metrics)
    if metrics.contents.annotated:
        yield from _contents(metrics.contents)
    for breakdown in BREAKDOWNS:
        groups = metrics.groups[breakdown.title]
        if groups:
            yield _breakdown(breakdown, groups, metrics.overall)
    if metrics.predictions:
        yield _reliability(metrics)


def _overall(metrics: Metrics) -> MetricsTable:
    """The metrics of all quoted spans."""
    counts, nobody = metrics.overall, metrics.nobody
    precision, recall, f = _shares(counts)
    nobody_precision, nobody_recall, _ = _shares(nobody)
    rows = [
        ("articles", str(metrics.articles), ""),
        ("attribution: precision", precision, f"{counts.predicted} attributed"),
        ("attribution: recall", recall, f"{counts.gold} with an annotated source"),
        ("attribution: F", f, f"{metrics.quoted_spans} quoted spans"),
        ("nobody: precision", nobody_precision, f"{nobody.predicted} not attributed"),
        ("nobody: recall", nobody_recall, f"{nobody.gold} that nobody said"),
    ]
    if metrics.named:
        named = f"{metrics.named} whose speaker is named"
        rows.append(("full name: recall", _share(metrics.name_recall), named))
    rows += _confidence_rows(metrics)
    return MetricsTable("All in all", ("metric", "value", "of"), rows)


def _confidence_rows(metrics: Metrics) -> Iterator[tuple[str, str, str]]:
    """The calibration error, and the recall at the target precision."""
    target = f"{TARGET_PRECISION:.0%}"
    if metrics.predictions:
        error = _share(metrics.calibration_error)
        yield "expected calibration error", error, "points, over ten bins"
        recall = _share(metrics.recall_at_target)
        yield f"recall at {target} precision", recall, "most confident first"
    if metrics.threshold:
        confidence, recall_left = metrics.threshold
        kept = f"keeping it leaves a recall of {_share(recall_left)}"
        yield f"confidence that is {target} right", f"≥ {confidence:g}", kept


def _contents(contents: ContentMetrics) -> Iterator[MetricsTable]:
    """The metrics of reported contents, in total and by kind."""
    if not contents.unquoted_annotated:
        yield MetricsTable("Reported content", ("not measured",), [(_QUOTED_ONLY,)])
        return
    counts = {"tokens": contents.tokens}
    counts |= {f"spans, {title}": contents.spans[name] for name, title in CRITERION_TITLES.items()}
    rows = [(title, str(c.gold), str(c.predicted), *_shares(c)) for title, c in counts.items()]
    yield MetricsTable(
        "Reported content", ("metric", "annotated", "found", "precision", "recall", "F"), rows
    )
    recalls = [
        (
            kind,
            str(spans["lenient"].gold),
            *(_share(spans[name].recall) for name in CRITERION_TITLES),
        )
        for kind, spans in contents.kinds.items()
        if spans["lenient"].gold
    ]
    columns = ("kind", "annotated", *CRITERION_TITLES.values())
    yield MetricsTable("Reported content: recall by kind", columns, recalls)


def _share(share: float, whole: float = 1) -> str:
    """A share in per cent; a dash if the whole is 0."""
    return f"{share:.1f}" if whole else "–"


def _shares(counts: Counts) -> tuple[str, str, str]:
    """Precision, recall and F."""
    return (
        _share(counts.precision, counts.predicted),
        _share(counts.recall, counts.gold),
        _share(counts.f, counts.gold + counts.predicted),
    )


def _breakdown(breakdown: Breakdown, groups: dict[str, Counts], overall: Counts) -> MetricsTable:
    """The groups of a breakdown, the largest first."""
    title, first = f"By {breakdown.title}", breakdown.title
    if breakdown.predicted_only:
        ordered = sorted(groups.items(), key=lambda item: (-item[1].predicted, item[0]))
        share = {group: _share(100 * c.predicted / overall.predicted) for group, c in ordered}
        rows: list[tuple[str, ...]] = [
            (group, str(c.predicted), share[group], _share(c.precision, c.predicted))
            for group, c in ordered
        ]
        columns = (first, "attributed", "% of attributed", "precision")
        return MetricsTable(title, columns, rows)
    ordered = sorted(groups.items(), key=lambda item: (-item[1].gold, -item[1].predicted, item[0]))
    rows = [(group, str(c.gold), str(c.predicted), *_shares(c)) for group, c in ordered]
    return MetricsTable(title, (first, "annotated", "attributed", "precision", "recall", "F"), rows)


def _reliability(metrics: Metrics) -> MetricsTable:
    """The reliability diagram: mean confidence and precision of each bin of confidence."""
    rows = []
    for number, predictions in metrics.bins():
        count = len(predictions)
        mean = 100 * sum(confidence for confidence, _ in predictions) / count
        correct = 100 * sum(is_correct for _, is_correct in predictions) / count
        bounds = f"{number / 10:.1f}–{(number + 1) / 10:.1f}"
        bar = "█" * round(_BAR * correct / 100)
        rows.append((bounds, str(count), _share(mean), _share(correct), bar))
    columns = ("confidence", "attributed", "mean confidence", "precision", "")
    return MetricsTable("Reliability", columns, rows)


def print_tables(metrics_tables: Iterable[MetricsTable], file: TextIO, width: int) -> None:
    """Print tables in a human-readable layout.

    Args:
        metrics_tables: the tables, in order.
        file: the output; colours are used only in a terminal.
        width: the number of columns.
    """
    import rich.box
    import rich.console  # imported here since it is slow and only a terminal needs it
    import rich.table

    console = rich.console.Console(file=file, width=width, highlight=False)
    for table in metrics_tables:
        rich_table = rich.table.Table(title=table.title, box=rich.box.SIMPLE, title_justify="left")
        for number, column in enumerate(table.columns):
            rich_table.add_column(column, justify="right" if _is_numeric(table, number) else "left")
        for row in table.rows:
            rich_table.add_row(*row)
        console.print(rich_table)


def _is_numeric(table: MetricsTable, column: int) -> bool:
    """Whether all cells of a column are numbers."""
    return bool(table.rows) and all(_is_number(row[column]) for row in table.rows) and column > 0


def _is_number(cell: str) -> bool:
    """Whether the cell holds a number, or the dash for a missing one."""
    return cell == "–" or cell[-1:].isdecimal()
