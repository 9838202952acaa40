"""Evaluates, and shows what came of it: tables in a terminal, a report of every wrong link.

A report shows each stretch in its paragraph, with the mention that was chosen, the one that is
annotated and the runner-up, the surest mistakes first. It is HTML or Markdown, by the ending of
its name, and every word of an article in it is escaped.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import PurePath
from typing import NamedTuple, Protocol, TextIO

from attrs import frozen

from quoteattr.api import extract
from quoteattr.errors import OptionError
from quoteattr.evaluation.brat import GoldArticle
from quoteattr.evaluation.contents import MEASURES, compare
from quoteattr.evaluation.figures import BREAKDOWNS, SURE, Breakdown, Contents, Count, Figures
from quoteattr.evaluation.score import Fault, Judged, judge
from quoteattr.model.model import Model
from quoteattr.records import Mention, QuoteRecord, Span, percent

#: the heading of each kind of mistake, in the order of a report
FAULTS: dict[Fault, str] = {
    "wrong speaker": "Linked to the wrong speaker",
    "nobody said it": "Linked, though nobody is annotated as its source",
    "nobody chosen": "Left alone, though somebody said it",
    "not found": "Not found as a quote at all",
    "wrong name": "The right mention, but another full name",
}

#: the measures of spans, as a table calls them
SPANS = {name: name.replace("_e2e", " with speaker") for name in MEASURES}
_IN_MARKS_ONLY = (
    "No speech without marks is annotated here, so that nothing but the quoted spans "
    "is measured, and what is found outside of them does not count as a mistake."
)

#: characters of a paragraph that are shown around and between what is marked
_AROUND = 200
#: how wide a bar of 100% is
_BAR = 20


class Table(NamedTuple):
    """A table of figures, as words."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


class Piece(NamedTuple):
    """Some words of an article, and what they are there: none or more of ``LABELS``."""

    text: str
    labels: tuple[str, ...]


#: what is marked in a report
LABELS = ("quote", "chosen", "annotated", "runner-up")


@frozen
class Mistake:
    """What a report tells of one stretch."""

    fault: Fault
    article: str
    confidence: float
    #: names, rule and confidence in one line each
    facts: tuple[str, ...]
    #: what ``QuoteRecord.explain`` says, with the rules
    explanation: str
    #: the paragraphs in which the quote and the mentions stand
    paragraphs: tuple[tuple[Piece, ...], ...]


def evaluate(
    golds: Iterable[GoldArticle], model: Model | None = None
) -> tuple[Figures, list[Mistake]]:
    """Find who said what in annotated articles, and compare, one article after the other.

    Args:
        golds: the annotated articles; none is kept.
        model: the model, by default that of the package.
    """
    figures, mistakes = Figures(), []
    for gold in golds:
        records = extract(gold.text, gold.name, unattributed=True, model=model)
        judgements = list(judge(gold, records))
        figures.add(judgements, compare(gold, records))
        mistakes += [found for j in judgements if (found := mistake(gold.text, j))]
    return figures, mistakes


# -- tables --------------------------------------------------------------------------------------


def tables(figures: Figures) -> Iterator[Table]:
    """Make the tables of an evaluation: all in all, contents, the breakdowns, the confidence."""
    yield _overall(figures)
    if figures.contents.annotated:
        yield from _reported(figures.contents)
    for breakdown in BREAKDOWNS:
        counts = figures.groups[breakdown.title]
        if counts:
            yield _breakdown(breakdown, counts, figures.overall)
    if figures.bets:
        yield _reliability(figures)


def _overall(figures: Figures) -> Table:
    """All in all."""
    count, sure = figures.overall, f"{SURE:.0%}"
    precision, recall, f = _shares(count)
    alone = _one(figures.nobody_precision, figures.alone)
    nobody = _one(figures.nobody_recall, figures.nobody)
    rows = [
        ("articles", str(figures.articles), ""),
        ("attribution: precision", precision, f"{count.given} links"),
        ("attribution: recall", recall, f"{count.gold} stretches with a source"),
        ("attribution: F", f, f"{figures.stretches} quoted spans"),
        ("nobody: precision", alone, f"{figures.alone} left alone"),
        ("nobody: recall", nobody, f"{figures.nobody} that nobody said"),
    ]
    if figures.named:
        named = f"{figures.named} whose speaker is named"
        rows.append(("full name: recall", _one(figures.name_recall), named))
    if figures.bets:
        off = _one(figures.calibration_error)
        rows.append(("expected calibration error", off, "points, over ten bins"))
        rows.append((f"recall at {sure} precision", _one(figures.recall_when_sure), "surest first"))
    if figures.threshold:
        least, left = figures.threshold
        kept = f"keeping it leaves a recall of {_one(left)}"
        rows.append((f"confidence that is {sure} right", f"≥ {least:g}", kept))
    return Table("All in all", ("figure", "value", "of"), rows)


def _reported(contents: Contents) -> Iterator[Table]:
    """What is found of reported contents, all in all and by kind."""
    if not contents.beyond_marks:
        yield Table("Reported content", ("not measured",), [(_IN_MARKS_ONLY,)])
        return
    counts = {"tokens": contents.tokens}
    counts |= {f"spans, {title}": contents.spans[name] for name, title in SPANS.items()}
    rows = [(title, str(c.gold), str(c.given), *_shares(c)) for title, c in counts.items()]
    yield Table(
        "Reported content", ("measure", "annotated", "found", "precision", "recall", "F"), rows
    )
    recalls = [
        (kind, str(spans["lenient"].gold), *(_one(spans[name].recall) for name in SPANS))
        for kind, spans in contents.kinds.items()
        if spans["lenient"].gold
    ]
    yield Table("Reported content: recall by kind", ("kind", "annotated", *SPANS.values()), recalls)


def _one(share: float, whole: float = 1) -> str:
    """A share of so many, in per cent; a dash for one of nothing."""
    return f"{share:.1f}" if whole else "–"


def _shares(count: Count) -> tuple[str, str, str]:
    """Precision, recall and F."""
    return (
        _one(count.precision, count.given),
        _one(count.recall, count.gold),
        _one(count.f, count.gold + count.given),
    )


def _breakdown(breakdown: Breakdown, counts: dict[str, Count], overall: Count) -> Table:
    """The groups of a breakdown, the largest first."""
    title, first = f"By {breakdown.title}", breakdown.title
    if breakdown.of_links:
        by_links = sorted(counts.items(), key=lambda item: (-item[1].given, item[0]))
        shares = {group: _one(100 * c.given / overall.given) for group, c in by_links}
        links = [(g, str(c.given), shares[g], _one(c.precision, c.given)) for g, c in by_links]
        return Table(title, (first, "links", "% of links", "precision"), links)
    ordered = sorted(counts.items(), key=lambda item: (-item[1].gold, -item[1].given, item[0]))
    rows = [(group, str(c.gold), str(c.given), *_shares(c)) for group, c in ordered]
    return Table(title, (first, "source", "links", "precision", "recall", "F"), rows)


def _reliability(figures: Figures) -> Table:
    """The reliability diagram: how sure, and how often right."""
    rows = []
    for number, bets in figures.bins():
        sure = 100 * sum(confidence for confidence, _ in bets) / len(bets)
        right = 100 * sum(is_right for _, is_right in bets) / len(bets)
        bounds = f"{number / 10:.1f}–{(number + 1) / 10:.1f}"
        bar = "█" * round(_BAR * right / 100)
        rows.append((bounds, str(len(bets)), _one(sure), _one(right), bar))
    columns = ("confidence", "links", "mean confidence", "right", "")
    return Table("Reliability", columns, rows)


def print_tables(shown: Iterable[Table], file: TextIO, width: int) -> None:
    """Print tables for people.

    Args:
        shown: the tables, in order.
        file: where to; colours are used only in a terminal.
        width: columns of characters.
    """
    import rich.box
    import rich.console  # an extra: only evaluation needs it
    import rich.table

    console = rich.console.Console(file=file, width=width, highlight=False)
    for table in shown:
        drawn = rich.table.Table(title=table.title, box=rich.box.SIMPLE, title_justify="left")
        for number, column in enumerate(table.columns):
            drawn.add_column(column, justify="right" if _numeric(table, number) else "left")
        for row in table.rows:
            drawn.add_row(*row)
        console.print(drawn)


def _numeric(table: Table, column: int) -> bool:
    """The cells of a column are numbers."""
    return bool(table.rows) and all(_is_number(row[column]) for row in table.rows) and column > 0


def _is_number(cell: str) -> bool:
    """A cell holds a number, or the dash for one that there is not."""
    return cell == "–" or cell[-1:].isdecimal()


# -- mistakes ------------------------------------------------------------------------------------


def mistake(text: str, judged: Judged) -> Mistake | None:
    """What a report tells of a stretch, None if nothing is wrong.

    Args:
        text: the article.
        judged: the stretch.
    """
    if judged.fault is None:
        return None
    record = judged.record
    return Mistake(
        fault=judged.fault,
        article=judged.article,
        confidence=record.confidence if record else 0.0,
        facts=tuple(_facts(text, judged)),
        explanation=record.explain(rules=True) if record else "",
        paragraphs=tuple(_paragraphs(text, list(_marked(judged)))),
    )


def _facts(text: str, judged: Judged) -> Iterator[str]:
    """Who is annotated, who was chosen and why, and who came next."""
    source, record = judged.attribution, judged.record
    words = " … ".join(text[start:end] for start, end in source.source) if source else "nobody"
    yield f"annotated: {words}" + (f" ({source.name})" if source and source.name else "")
    if record is None:
        return
    chosen = f"{record.mention.text} ({record.speaker})" if record.mention else "nobody"
    yield f"chosen: {chosen}, confidence {percent(record.confidence)}, rule {record.rule}"
    if len(record.verdicts) > 1:
        other = record.verdicts[1]
        next_best = other.mention.text if other.mention else "nobody"
        yield f"runner-up: {next_best}, {percent(other.probability)}"


def _runner_up(record: QuoteRecord) -> Mention | None:
    """The mention that came second."""
    return record.verdicts[1].mention if len(record.verdicts) > 1 else None


def _marked(judged: Judged) -> Iterator[tuple[Span, str]]:
    """What is marked in the article, and as what."""
    yield judged.span, "quote"
    for span in judged.attribution.source if judged.attribution else ():
        yield span, "annotated"
    if judged.record is None:
        return
    seen = {"chosen": judged.record.mention, "runner-up": _runner_up(judged.record)}
    for label, mention in seen.items():
        if mention is not None:
            yield Span(mention.start, mention.end), label


def _paragraphs(text: str, marked: Sequence[tuple[Span, str]]) -> Iterator[tuple[Piece, ...]]:
    """The paragraphs in which something is marked, cut into pieces."""
    for paragraph in re.finditer(r"[^\r\n]+", text):
        here = [m for m in marked if m[0].start < paragraph.end() and m[0].end > paragraph.start()]
        if here:
            yield tuple(_pieces(text, paragraph.start(), paragraph.end(), here))


def _pieces(text: str, start: int, end: int, marked: Sequence[tuple[Span, str]]) -> Iterator[Piece]:
    """A paragraph, cut wherever a mark begins or ends; what is long and unmarked is shortened."""
    inner = {place for span, _ in marked for place in span if start < place < end}
    cuts = [start, *sorted(inner), end]
    for a, b in pairwise(cuts):
        labels = {label for span, label in marked if span.start <= a and b <= span.end}
        words = text[a:b]
        if not labels and b - a > 2 * _AROUND:
            words = f"{words[:_AROUND]} […] {words[-_AROUND:]}"
        yield Piece(words, tuple(label for label in LABELS if label in labels))


# -- reports -------------------------------------------------------------------------------------


class Markup(Protocol):
    """A language to write a report in; whatever it is given is escaped."""

    def document(self, title: str, body: Iterable[str]) -> Iterator[str]:
        """The whole document."""

    def heading(self, level: int, words: str) -> str:
        """A heading."""

    def table(self, table: Table) -> str:
        """A table."""

    def facts(self, facts: Iterable[str]) -> str:
        """A list."""

    def paragraph(self, pieces: Iterable[Piece]) -> str:
        """Words of an article."""

    def verbatim(self, words: str) -> str:
        """Lines that stay as they are."""


_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; margin: 1rem 0 } th, td { padding: .2rem .7rem }
thead { border-bottom: 1px solid } th { text-align: left }
blockquote { border-left: 3px solid #bbb; margin: 1rem 0; padding-left: 1rem }
.quote { background: #fff3bf; color: #000 } .annotated { border-bottom: 3px solid #2b8a3e }
.chosen { outline: 2px solid #c92a2a } .runner-up { border-top: 2px dashed #1971c2 }
"""


class Html:
    """A page that needs nothing beside it."""

    def document(self, title: str, body: Iterable[str]) -> Iterator[str]:
        """The whole document."""
        yield "<!doctype html>\n<html lang=en><meta charset=utf-8>"
        yield f"<title>{html.escape(title)}</title>\n"
        yield f'<meta name=viewport content="width=device-width"><style>{_STYLE}</style>\n'
        yield from body
        yield "</html>\n"

    def heading(self, level: int, words: str) -> str:
        """A heading."""
        return f"<h{level}>{html.escape(words)}</h{level}>\n"

    def table(self, table: Table) -> str:
        """A table."""
        head = self._row("th", table.columns)
        body = "".join(self._row("td", row) for row in table.rows)
        return f"<table><thead>{head}</thead><tbody>\n{body}</tbody></table>\n"

    def _row(self, tag: str, cells: Iterable[str]) -> str:
        """A row of a table."""
        return f"<tr>{''.join(f'<{tag}>{html.escape(cell)}</{tag}>' for cell in cells)}</tr>\n"

    def facts(self, facts: Iterable[str]) -> str:
        """A list."""
        return f"<ul>{''.join(f'<li>{html.escape(fact)}</li>' for fact in facts)}</ul>\n"

    def paragraph(self, pieces: Iterable[Piece]) -> str:
        """Words of an article."""
        return f"<blockquote>{''.join(map(self._piece, pieces))}</blockquote>\n"

    def _piece(self, piece: Piece) -> str:
        """Some of its words."""
        words = html.escape(piece.text)
        if not piece.labels:
            return words
        classes, title = " ".join(piece.labels), ", ".join(piece.labels)
        return f'<span class="{classes}" title="{title}">{words}</span>'

    def verbatim(self, words: str) -> str:
        """Lines that stay as they are, folded away."""
        return f"<details><summary>explain</summary><pre>{html.escape(words)}</pre></details>\n"


class Markdown:
    """GitHub's Markdown."""

    def document(self, title: str, body: Iterable[str]) -> Iterator[str]:
        """The whole document."""
        yield from body

    def heading(self, level: int, words: str) -> str:
        """A heading."""
        return f"{'#' * level} {self._escape(words)}\n\n"

    def table(self, table: Table) -> str:
        """A table."""
        rule = f"|{' --- |' * len(table.columns)}\n"
        body = "".join(map(self._row, table.rows))
        return f"{self._row(table.columns)}{rule}{body}\n"

    def _row(self, cells: Iterable[str]) -> str:
        """A row of a table."""
        return f"| {' | '.join(map(self._escape, cells))} |\n"

    def facts(self, facts: Iterable[str]) -> str:
        """A list."""
        return "".join(f"- {self._escape(fact)}\n" for fact in facts) + "\n"

    def paragraph(self, pieces: Iterable[Piece]) -> str:
        """Words of an article."""
        return f"> {''.join(map(self._piece, pieces))}\n\n"

    def _piece(self, piece: Piece) -> str:
        """Some of its words, labels before them in brackets."""
        words = self._escape(piece.text)
        return f"**[{', '.join(piece.labels)}: {words}]**" if piece.labels else words

    def verbatim(self, words: str) -> str:
        """Lines that stay as they are."""
        return "".join(f"    {line}\n" for line in words.splitlines()) + "\n"

    def _escape(self, words: str) -> str:
        """Words in which nothing is markup."""
        escaped = re.sub(r"([\\`*_{}\[\]<>#|~&$])", r"\\\1", re.sub(r"\s+", " ", words))
        return re.sub(r"^( ?\d*)([-+.)])(?=[ +-]|$)", r"\1\\\2", escaped)


#: the languages by the ending of a file's name
MARKUPS: dict[str, Markup] = {".html": Html(), ".md": Markdown()}


def markup_of(path: str) -> Markup:
    """The language that a report's name asks for.

    Raises:
        OptionError: its name has another ending.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix not in MARKUPS:
        raise OptionError(
            f"a report's name ends in {' or '.join(MARKUPS)}",
            where=path,
            remedy="name the file so",
        )
    return MARKUPS[suffix]


def write_report(
    figures: Figures, mistakes: Iterable[Mistake], file: TextIO, markup: Markup
) -> None:
    """Write the figures, and each mistake in its paragraph.

    Args:
        figures: of the whole evaluation.
        mistakes: in any order; a report has them by kind, the surest first.
        file: where to.
        markup: one of ``MARKUPS``.
    """
    file.writelines(markup.document("Who said what: evaluation", _body(figures, mistakes, markup)))


def _body(figures: Figures, mistakes: Iterable[Mistake], markup: Markup) -> Iterator[str]:
    """The parts of a report, in order."""
    yield markup.heading(1, "Who said what: evaluation")
    for table in tables(figures):
        yield markup.heading(2, table.title)
        yield markup.table(table)
    groups: dict[Fault, list[Mistake]] = defaultdict(list)
    for found in mistakes:
        groups[found.fault].append(found)
    for fault, title in FAULTS.items():
        if groups[fault]:
            yield markup.heading(2, f"{title}: {len(groups[fault])}")
        for found in sorted(groups[fault], key=lambda m: -m.confidence):
            yield from _told(found, markup)


def _told(found: Mistake, markup: Markup) -> Iterator[str]:
    """One mistake."""
    yield markup.heading(3, found.article)
    yield markup.facts(found.facts)
    yield from map(markup.paragraph, found.paragraphs)
    if found.explanation:
        yield markup.verbatim(found.explanation)
