"""Draw a waterfall chart: what each rule contributed to an attribution, in log-odds.

Each bar begins where the last one ended; they add up to the lead of the speaker over the runner-up.
The chart uses only HTML and CSS.
"""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from quoteattr.attribute.results.explanation import condition
from quoteattr.records import Evidence, QuoteRecord, Verdict
from quoteattr.text import clip
from quoteattr.view.markup import escape, tag

#: maximum length of a mention in the caption, in characters
_MENTION_LENGTH = 40
#: rules without bars of their own share a bar if they add up to more than this
_MIN_REST = 0.005


class Bar(NamedTuple):
    """A bar of the chart."""

    #: the name of the rule, after *not* if it does not hold
    label: str
    #: its length in log-odds; a negative one favours the runner-up
    weight: float
    #: the condition of the rule, in words
    title: str | None = None


def bars_of(record: QuoteRecord) -> list[Bar]:
    """The bars of a record except the last, their sum; none if it has no verdicts."""
    if not record.verdicts:
        return []
    chosen, *others = record.verdicts[:2]
    up = [_bar(evidence, 1) for evidence in chosen.evidence]
    down = [_bar(evidence, -1) for verdict in others for evidence in verdict.evidence]
    remainder = chosen.lead - sum(bar.weight for bar in (*up, *down))
    between = [Bar("all other rules", remainder)] if abs(remainder) > _MIN_REST else []
    return [*up, *between, *down]


def _bar(evidence: Evidence, sign: int) -> Bar:
    """The bar of a rule."""
    label = evidence.rule if evidence.holds else f"not {evidence.rule}"
    return Bar(label, sign * evidence.weight, condition(evidence.rule))


def waterfall(record: QuoteRecord) -> str:
    """The chart of a record; empty if it has no verdicts."""
    bars = bars_of(record)
    if not bars:
        return ""
    ends = [0.0, *accumulate(bar.weight for bar in bars)]
    low, high = min(ends), max(ends)
    width = 100 / (high - low or 1.0)
    rows = [
        _row(bar, (min(start, end) - low) * width, abs(bar.weight) * width)
        for bar, start, end in zip(bars, ends, ends[1:], strict=False)
    ]
    total = Bar("together", ends[-1])
    rows.append(_row(total, (min(0.0, ends[-1]) - low) * width, abs(ends[-1]) * width, "qa-sum"))
    caption = tag("caption", _caption(record.verdicts))
    zero = f"--qa-zero:{-low * width:.1f}%"
    return tag("table", caption, *rows, class_="qa-fall", style=zero, dir="ltr")


def _row(bar: Bar, start: float, length: float, class_: str | None = None) -> str:
    """A bar with its label and number; its start and length in per cent of the chart."""
    colour = class_ or ("qa-up" if bar.weight >= 0 else "qa-down")
    drawn = tag("span", class_=colour, style=f"margin-left:{start:.1f}%;width:{length:.1f}%")
    number = f"{bar.weight:+.2f}".replace("-", "−")
    cells = tag("th", escape(bar.label), scope="row"), tag("td", number), tag("td", drawn)
    return tag("tr", *cells, title=bar.title, class_=class_)


def _caption(verdicts: tuple[Verdict, ...]) -> str:
    """The two candidates."""
    names = [
        f"“{tag('bdi', escape(clip(v.mention.text, _MENTION_LENGTH)))}”" if v.mention else "nobody"
        for v in verdicts[:2]
    ]
    striped = f"; striped: what speaks for {names[1]}" if len(names) > 1 else ""
    return f"What each rule was worth for {' rather than '.join(names)}, in log-odds{striped}"
