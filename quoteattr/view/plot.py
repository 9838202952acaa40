"""Pictures of records, drawn with matplotlib (extra ``plot``): ``records.plot.speakers()``.

Each is drawn on the axes that are handed in, or on new ones, and returns them: ``ax.figure`` is the
figure, ``ax.figure.savefig("speakers.png")`` keeps it. Records whose speaker is None, which nobody
said, count only in ``confidence()``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from attrs import frozen

from quoteattr.checks import check_choice, check_count
from quoteattr.errors import InputError, OptionError, shorten
from quoteattr.extras import require
from quoteattr.formats.columns import whole_characters
from quoteattr.records import QUOTE_KINDS, Article, QuoteRecord, QuoteRecords
from quoteattr.view.looks import COLOURS, GREY
from quoteattr.view.markup import clip, count

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: what may be counted
Measure = Literal["quotes", "words"]

#: layer → place → how much: what a stack of bars shows
Tally = dict[str, Counter[Any]]

#: the layer of all that have no colour of their own
OTHERS = "others"
#: the second and third time that the colours are used
_HATCHES = ("", "///", "\\\\\\")
#: most publishers that are told apart
_PUBLISHERS = len(COLOURS)
#: most characters of a name
_NAME = 32
#: the years of news, from the first newspaper on; other dates, such as 0001-01-01, are slips
_YEARS = range(1605, 3000)
#: at most so many bars of time have their dates below them
_FEW = 10


class Unit(NamedTuple):
    """A stretch of time that is counted together."""

    name: str
    #: from its first day on, so many days lead into the next one
    days: int
    #: used where all is within so many days
    within: int
    #: the first day of the one that a day is in
    first: Callable[[date], date]
    #: how its first day is written
    form: str = "%Y-%m-%d"


#: the first that fits is used
UNITS: tuple[Unit, ...] = (
    Unit("day", 1, 45, lambda day: day),
    Unit("week", 7, 400, lambda day: day - timedelta(day.weekday())),
    Unit("month", 31, 2000, lambda day: day.replace(day=1), "%Y-%m"),
    Unit("year", 366, date.max.toordinal(), lambda day: day.replace(month=1, day=1), "%Y"),
)


@frozen
class Plots:
    """The pictures of some records."""

    records: QuoteRecords

    def __call__(self, top: int = 15, *, by: Measure = "quotes", ax: Axes | None = None) -> Axes:
        """Show who is quoted how often and how much, as :meth:`speakers` does."""
        return self.speakers(top, by=by, ax=ax)

    def speakers(self, top: int = 15, *, by: Measure = "quotes", ax: Axes | None = None) -> Axes:
        """Show who is quoted how often and how much, and by whom: a bar a speaker.

        The parts of a bar are the publishers of the articles, or their sources where no publisher
        is known.

        Args:
            top: so many speakers, those that are quoted most.
            by: what the bars count, ``quotes`` or ``words`` (between white space); both are written
                beside them.
            ax: the axes to draw on; new ones if None.

        Raises:
            MissingExtraError: matplotlib is not installed.
            OptionError: nobody is quoted, or an option has a value that does not exist.
        """
        _check("top", top, by, ax)
        said = _said(self.records)
        publishers = self._publishers()
        totals = _totals(said, by)
        shown = dict(totals.most_common(top))
        axes = _axes(ax, 1.3 + 0.32 * len(shown))
        tally = _tally(
            (record for record in said if record.speaker in shown),
            lambda record: publishers[record.source],
            _speaker,
            by,
        )
        _stack(
            axes.barh, "left", _largest(tally, _PUBLISHERS), list(shown), range(len(shown)), 0.75
        )
        _name_bars(axes, list(shown), said, by)
        axes.set_xlabel(by + (f" ({top} of {len(totals)} speakers)" if len(totals) > top else ""))
        return axes

    def timeline(self, top: int = 5, *, by: Measure = "quotes", ax: Axes | None = None) -> Axes:
        """Show when who is quoted: by ``Article.published``, in days, weeks, months or years.

        Args:
            top: so many speakers have a colour of their own; the others are grey.
            by: what the bars count, ``quotes`` or ``words``.
            ax: the axes to draw on; new ones if None.

        Raises:
            MissingExtraError: matplotlib is not installed.
            OptionError: nobody is quoted, no article has a date, or an option has a value that
                does not exist.
        """
        _check("top", top, by, ax)
        said = _said(self.records)
        days = {a.source: d for a in self.records.articles if (d := _day(a)) is not None}
        dated = [record for record in said if record.source in days]
        if not dated:
            raise OptionError(
                "no quote is from an article with a date",
                where="timeline()",
                remedy="give Article(published=…) as ISO 8601, such as '2024-05-04'",
            )
        unit, starts = _time([days[record.source] for record in dated])
        axes = _axes(ax, 3.6)
        tally = _tally(dated, _speaker, lambda record: unit.first(days[record.source]), by)
        _draw_time(axes, unit, starts, _largest(tally, top))
        undated = len(said) - len(dated)
        axes.set_xlabel(unit.name + (f" ({undated} of {len(said)} undated)" if undated else ""))
        axes.set_ylabel(by)
        return axes

    def confidence(self, bins: int = 20, *, ax: Axes | None = None) -> Axes:
        """Show how sure the speakers are: so many quotes in each of ``bins``, by kind.

        Args:
            bins: so many bars between 0 and 1.
            ax: the axes to draw on; new ones if None.

        Raises:
            MissingExtraError: matplotlib is not installed.
            OptionError: there are no records, or ``bins`` is less than 1.
        """
        _check("bins", bins, "quotes", ax)
        if not self.records:
            raise OptionError(
                "there is nothing to plot: these are no records",
                where="confidence()",
                remedy="pass texts with quotes",
            )
        axes = _axes(ax, 3.6)
        tally = _tally(
            self.records,
            lambda record: record.kind,
            lambda record: min(int(record.overall_confidence * bins), bins - 1),
            "quotes",
        )
        ordered = {kind: tally[kind] for kind in QUOTE_KINDS if kind in tally}
        starts = [place / bins for place in range(bins)]
        _stack(axes.bar, "bottom", ordered, range(bins), starts, 0.94 / bins, align="edge")
        axes.set_xlim(0, 1)
        axes.xaxis.set_major_formatter("{x:.0%}")
        axes.set_xlabel("confidence")
        axes.set_ylabel("quotes")
        return axes

    def _publishers(self) -> dict[str | None, str]:
        """Who published each source, or what else it is called."""
        known = {article.source: article.publisher for article in self.records.articles}
        sources = {record.source for record in self.records}
        return {source: known.get(source) or source or "no source" for source in sources}


# -- counting ------------------------------------------------------------------------------------


def _check(name: str, number: int, by: str, ax: object) -> None:
    """Refuse options whose values do not exist, and a call that cannot be drawn."""
    require("plot", "matplotlib")
    check_count(number, name)
    check_choice(by, get_args(Measure), "by")
    if ax is not None and not hasattr(ax, "barh"):
        raise InputError(
            f"ax must be axes of matplotlib, not {shorten(ax)}",
            where="ax",
            remedy="pass those of plt.subplots(), or None for new ones",
        )


def _said(records: QuoteRecords) -> list[QuoteRecord]:
    """The records of what somebody said."""
    said = [record for record in records if record.speaker is not None]
    if not said:
        raise OptionError(
            "there is nothing to plot: nobody is quoted in these records",
            where="plot",
            remedy="pass records with a speaker",
        )
    return said


def _speaker(record: QuoteRecord) -> str:
    """Who said it, where somebody did."""
    return record.speaker or ""


def _amount(record: QuoteRecord, by: Measure) -> int:
    """How much one record counts."""
    return 1 if by == "quotes" else len(record.quote.split())


def _totals(said: Iterable[QuoteRecord], by: Measure) -> Counter[str]:
    """How much each speaker is quoted."""
    totals: Counter[str] = Counter()
    for record in said:
        totals[_speaker(record)] += _amount(record, by)
    return totals


def _tally(
    records: Iterable[QuoteRecord],
    layer: Callable[[QuoteRecord], str],
    place: Callable[[QuoteRecord], Hashable],
    by: Measure,
) -> Tally:
    """How much there is of each layer at each place."""
    tally: Tally = {}
    for record in records:
        tally.setdefault(layer(record), Counter())[place(record)] += _amount(record, by)
    return tally


def _largest(tally: Tally, most: int) -> Tally:
    """The largest layers first, at most so many; all others as one."""
    ordered = sorted(tally, key=lambda layer: -tally[layer].total())
    largest = {layer: tally[layer] for layer in ordered[:most]}
    if len(ordered) > most:
        largest[OTHERS] = sum((tally[layer] for layer in ordered[most:]), Counter())
    return largest


def _day(article: Article) -> date | None:
    """The day it was published, if that is one to be drawn."""
    day = article.moment and article.moment.date()
    return day if day and day.year in _YEARS else None


def _time(days: Iterable[date]) -> tuple[Unit, list[date]]:
    """The unit of time that suits some days, and the first day of each from first to last."""
    first, *_, last = sorted([*days] * 2)
    unit = next(unit for unit in UNITS if (last - first).days <= unit.within)
    starts = [unit.first(first)]
    while starts[-1] < unit.first(last):
        starts.append(unit.first(starts[-1] + timedelta(unit.days)))
    return unit, starts


# -- drawing -------------------------------------------------------------------------------------


def _axes(given: Axes | None, height: float) -> Axes:
    """The axes to draw on, new ones of a height in inches if none are given."""
    import matplotlib.pyplot

    axes = given
    if axes is None:
        axes = matplotlib.pyplot.subplots(figsize=(8, height), layout="constrained")[1]
    axes.spines[["top", "right"]].set_visible(False)
    return axes


def _stack(
    bar: Callable[..., Any],
    base: str,
    tally: Tally,
    keys: Sequence[Any],
    at: Sequence[float],
    width: float | Sequence[float],
    **looks: Any,
) -> None:
    """Draw a layer upon the other, and tell which is which where there are several.

    Args:
        bar: ``bar`` or ``barh`` of some axes.
        base: what it calls the place where a bar begins.
        tally: the layers from the base on.
        keys: the places of the tally.
        at: where each is on the axis.
        width: how wide all or each of them are there.
        looks: of all bars.
    """
    begin, drawn = [0] * len(keys), []
    for number, (layer, counts) in enumerate(tally.items()):
        lengths = [counts[key] for key in keys]
        again, colour = divmod(number, len(COLOURS))
        looks["color"] = GREY if layer == OTHERS else COLOURS[colour]
        looks["hatch"] = "" if layer == OTHERS else _HATCHES[again % len(_HATCHES)]
        drawn.append(bar(at, lengths, width, **{base: begin}, edgecolor="white", **looks))
        begin = [start + length for start, length in zip(begin, lengths, strict=True)]
    if len(tally) > 1:
        _legend(drawn[0][0].axes, drawn, tally)


def _legend(axes: Axes, drawn: list[Any], layers: Iterable[str]) -> None:
    """Tell which layer is which: beside the axes, if the figure makes room by itself."""
    roomy = axes.figure.get_layout_engine() is not None
    place = {"loc": "upper left", "bbox_to_anchor": (1, 1)} if roomy else {"loc": "best"}
    legend = axes.legend(drawn, list(map(_short, layers)), fontsize="small", frameon=False, **place)
    for text in legend.get_texts():
        text.set_parse_math(False)


def _name_bars(axes: Axes, speakers: list[str], said: list[QuoteRecord], by: Measure) -> None:
    """Write the speakers' names before their bars, and both counts behind them."""
    quotes, words = _totals(said, "quotes"), _totals(said, "words")
    ends = quotes if by == "quotes" else words
    for place, speaker in enumerate(speakers):
        told = f" {count(quotes[speaker], 'quote')}, {count(words[speaker], 'word')}"
        axes.text(ends[speaker], place, told, va="center", fontsize="small")
    axes.set_yticks(range(len(speakers)), list(map(_short, speakers)), parse_math=False)
    axes.invert_yaxis()
    # Room for the counts; margins() would give none where a layer of no length ends the longest.
    axes.set_xlim(0, 1.55 * max(1, *(ends[speaker] for speaker in speakers)))
    axes.locator_params(axis="x", integer=True)  # there is no half a quote


def _draw_time(axes: Axes, unit: Unit, starts: list[date], tally: Tally) -> None:
    """Draw the layers on an axis of dates."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num

    at = [float(date2num(start)) for start in starts]
    ends = [*at[1:], at[-1] + unit.days]
    widths = [0.92 * (end - start) for start, end in zip(at, ends, strict=True)]
    _stack(axes.bar, "bottom", tally, starts, at, widths, align="edge")
    if len(starts) <= _FEW:
        middles = [start + width / 2 for start, width in zip(at, widths, strict=True)]
        axes.set_xticks(middles, [start.strftime(unit.form) for start in starts])
    else:
        axes.xaxis.set_major_locator(locator := AutoDateLocator(minticks=4, maxticks=9))
        axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))


def _short(name: str) -> str:
    """A name as there is room for it, in one line of whole characters."""
    return clip(" ".join(whole_characters(name).split()), _NAME)
