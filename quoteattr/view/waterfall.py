"""What each rule contributed to a link, as a waterfall: bars that begin where the last one ended.

The bars add up to what puts the speaker before the runner-up, in log-odds. HTML and CSS alone.
"""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from quoteattr.attribute.reason import condition
from quoteattr.records import Evidence, QuoteRecord, Verdict
from quoteattr.view.markup import clip, escape, tag

#: characters of a mention in the heading
_MENTION = 40
#: what the rules not shown one by one are worth, below which there is no bar for them
_LITTLE = 0.005


class Step(NamedTuple):
    """A bar."""

    #: the rule; *not* before one that does not hold
    label: str
    #: how long it is, in log-odds; below zero it speaks for the runner-up
    weight: float
    #: what the rule looks at, in words
    title: str | None = None


def steps(record: QuoteRecord) -> list[Step]:
    """The bars of a record but the last, which is their sum; none where it has no verdicts."""
    if not record.verdicts:
        return []
    chosen, *others = record.verdicts[:2]
    up = [_step(evidence, 1) for evidence in chosen.evidence]
    down = [_step(evidence, -1) for other in others for evidence in other.evidence]
    rest = chosen.lead - sum(step.weight for step in (*up, *down))
    between = [Step("all other rules", rest)] if abs(rest) > _LITTLE else []
    return [*up, *between, *down]


def _step(evidence: Evidence, sign: int) -> Step:
    """The bar of a rule."""
    label = evidence.rule if evidence.holds else f"not {evidence.rule}"
    return Step(label, sign * evidence.weight, condition(evidence.rule))


def waterfall(record: QuoteRecord) -> str:
    """The chart of a record, an empty string where it has no verdicts."""
    shown = steps(record)
    if not shown:
        return ""
    ends = [0.0, *accumulate(step.weight for step in shown)]
    low, high = min(ends), max(ends)
    width = 100 / (high - low or 1.0)
    rows = [
        _row(step, (min(start, end) - low) * width, abs(step.weight) * width)
        for step, start, end in zip(shown, ends, ends[1:], strict=False)
    ]
    total = Step("together", ends[-1])
    rows.append(_row(total, (min(0.0, ends[-1]) - low) * width, abs(ends[-1]) * width, "qa-sum"))
    caption = tag("caption", _heading(record.verdicts))
    zero = f"--qa-zero:{-low * width:.1f}%"
    return tag("table", caption, *rows, class_="qa-fall", style=zero, dir="ltr")


def _row(step: Step, start: float, length: float, class_: str | None = None) -> str:
    """A bar with its label and number; where it begins and how long it is, in per cent."""
    colour = class_ or ("qa-up" if step.weight >= 0 else "qa-down")
    bar = tag("span", class_=colour, style=f"margin-left:{start:.1f}%;width:{length:.1f}%")
    number = f"{step.weight:+.2f}".replace("-", "−")
    cells = tag("th", escape(step.label), scope="row"), tag("td", number), tag("td", bar)
    return tag("tr", *cells, title=step.title, class_=class_)


def _heading(verdicts: tuple[Verdict, ...]) -> str:
    """Who is put before whom."""
    names = [
        f"“{tag('bdi', escape(clip(v.mention.text, _MENTION)))}”" if v.mention else "nobody"
        for v in verdicts[:2]
    ]
    striped = f"; striped: what speaks for {names[1]}" if len(names) > 1 else ""
    return f"What each rule was worth for {' rather than '.join(names)}, in log-odds{striped}"
