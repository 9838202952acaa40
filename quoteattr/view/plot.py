"""Plot records with matplotlib (extra ``plot``): ``records.plot.speakers()``.

Each plot is drawn on the axes that are passed, or on new ones, and returns them: ``ax.figure`` is
the figure, ``ax.figure.savefig("speakers.png")`` saves it. Records without a speaker count only in
``confidence()``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from attrs import frozen

from quoteattr.checks import check_choice, check_count
from quoteattr.errors import InputError, OptionError
from quoteattr.extras import require
from quoteattr.records import QUOTE_KINDS, QuoteRecord, QuoteRecords
from quoteattr.records.article import publication_day
from quoteattr.text import clip, count, one_line, replace_surrogates, shorten
from quoteattr.view.plot_counts import (
    OTHERS,
    LayerCounts,
    Measure,
    TimeUnit,
    attributed_records,
    choose_unit,
    count_layers,
    largest_layers,
    name_of_speaker,
    totals_by_speaker,
)
from quoteattr.view.speaker_styles import COLOURS, GREY

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: hatches for the first, second and third use of the colours
_HATCHES = ("", "///", "\\\\\\")
#: maximum number of publishers with a colour
_MAX_PUBLISHERS = len(COLOURS)
#: maximum length of a name, in characters
_NAME_LENGTH = 32
#: maximum number of time units with labelled dates
_MAX_DATES = 10


@frozen
class Plots:
    """The plots of some records."""

    records: QuoteRecords

    def __call__(self, top: int = 15, *, by: Measure = "quotes", ax: Axes | None = None) -> Axes:
        """Plot how often and how much speakers are quoted, like :meth:`speakers`."""
        return self.speakers(top, by=by, ax=ax)

    def speakers(self, top: int = 15, *, by: Measure = "quotes", ax: Axes | None = None) -> Axes:
        """Plot how much each speaker is quoted, and by which publishers: one bar per speaker.

        The segments of a bar are the publishers of the articles, or their sources if no publisher
        is known.

        Args:
            top: the number of speakers: those that are quoted most.
            by: the unit of the bars, ``quotes`` or ``words`` (between white space); both counts are
                written beside them.
            ax: the axes to draw on; new ones if None.

        Raises:
            MissingExtraError: matplotlib is not installed.
            OptionError: nobody is quoted, or an option has a value that does not exist.
        """
        _check("top", top, by, ax)
        attributed = attributed_records(self.records)
        publishers = self._publishers()
        totals = totals_by_speaker(attributed, by)
        shown = dict(totals.most_common(top))
        axes = axes_of(ax, 1.3 + 0.32 * len(shown))
        layers = count_layers(
            (record for record in attributed if record.speaker in shown),
            lambda record: publishers[record.source],
            name_of_speaker,
            by,
        )
        largest = largest_layers(layers, _MAX_PUBLISHERS)
        places = _Places(list(shown), range(len(shown)), 0.75)
        _stack(axes.barh, "left", largest, places)
        _name_bars(axes, list(shown), attributed, by)
        axes.set_xlabel(by + (f" ({top} of {len(totals)} speakers)" if len(totals) > top else ""))
        return axes

    def timeline(self, top: int = 5, *, by: Measure = "quotes", ax: Axes | None = None) -> Axes:
        """Plot when speakers are quoted: by ``Article.published``, in days, weeks, months or years.

        Args:
            top: the number of speakers with a colour of their own; the others are grey.
            by: the unit of the bars, ``quotes`` or ``words``.
            ax: the axes to draw on; new ones if None.

        Raises:
            MissingExtraError: matplotlib is not installed.
            OptionError: nobody is quoted, no article has a date, or an option has a value that
                does not exist.
        """
        _check("top", top, by, ax)
        attributed = attributed_records(self.records)
        days = {a.source: d for a in self.records.articles if (d := publication_day(a)) is not None}
        dated = [record for record in attributed if record.source in days]
        if not dated:
            raise OptionError(
                "no quote is from an article with a date",
                where="timeline()",
                remedy="set Article(published=…) in ISO 8601, such as '2024-05-04'",
            )
        unit, starts = choose_unit([days[record.source] for record in dated])
        axes = axes_of(ax, 3.6)
        layers = count_layers(
            dated, name_of_speaker, lambda record: unit.first(days[record.source]), by
        )
        _draw_time(axes, unit, starts, largest_layers(layers, top))
        undated = len(attributed) - len(dated)
        note = f" ({undated} of {len(attributed)} undated)" if undated else ""
        axes.set_xlabel(unit.name + note)
        axes.set_ylabel(by)
        return axes

    def confidence(self, bins: int = 20, *, ax: Axes | None = None) -> Axes:
        """Plot a histogram of the confidence, by kind of quote.

        Args:
            bins: the number of bars between 0 and 1.
            ax: the axes to draw on; new ones if None.

        Raises:
            MissingExtraError: matplotlib is not installed.
            OptionError: there are no records, or ``bins`` is less than 1.
        """
        _check("bins", bins, "quotes", ax)
        if not self.records:
            raise OptionError(
                "there is nothing to plot: there are no records",
                where="confidence()",
                remedy="pass texts with quotes",
            )
        axes = axes_of(ax, 3.6)
        layers = count_layers(
            self.records,
            lambda record: record.kind,
            lambda record: min(int(record.overall_confidence * bins), bins - 1),
            "quotes",
        )
        ordered = {kind: layers[kind] for kind in QUOTE_KINDS if kind in layers}
        starts = [place / bins for place in range(bins)]
        places = _Places(range(bins), starts, 0.94 / bins)
        _stack(axes.bar, "bottom", ordered, places, align="edge")
        axes.set_xlim(0, 1)
        axes.xaxis.set_major_formatter("{x:.0%}")
        axes.set_xlabel("confidence")
        axes.set_ylabel("quotes")
        return axes

    def _publishers(self) -> dict[str | None, str]:
        """The publisher of each source, or else its name."""
        publishers = {article.source: article.publisher for article in self.records.articles}
        sources = {record.source for record in self.records}
        return {source: publishers.get(source) or source or "no source" for source in sources}


def _check(name: str, number: int, by: str, ax: object) -> None:
    """Check the arguments, and that matplotlib is installed."""
    check_choice(by, get_args(Measure), "by")
    check_plot(name, number, ax)


def check_plot(name: str, number: int, ax: object) -> None:
    """Check a number and the axes to draw on, and that matplotlib is installed."""
    require("plot", "matplotlib")
    check_count(number, name)
    if ax is not None and not hasattr(ax, "barh"):
        raise InputError(
            f"ax must be matplotlib axes, not {shorten(ax)}",
            where="ax",
            remedy="pass those of plt.subplots(), or None for new ones",
        )


def axes_of(axes: Axes | None, height: float) -> Axes:
    """The axes to draw on; if None, new ones of a height in inches."""
    import matplotlib.pyplot

    if axes is None:
        axes = matplotlib.pyplot.subplots(figsize=(8, height), layout="constrained")[1]
    axes.spines[["top", "right"]].set_visible(False)
    return axes


class _Places(NamedTuple):
    """The positions of stacked bars."""

    #: the key of each bar in the layers
    keys: Sequence[Any]
    #: its position on the axis
    at: Sequence[float]
    #: the width of all bars, or of each
    width: float | Sequence[float]


def _stack(
    bar: Callable[..., Any], base: str, layers: LayerCounts, places: _Places, **properties: Any
) -> None:
    """Draw stacked bars, with a legend if there are several layers.

    Args:
        bar: ``bar`` or ``barh`` of some axes.
        base: its argument for the place where a bar begins.
        layers: the layers, from the base on.
        places: the positions of the bars.
        properties: properties of all bars.
    """
    begin, drawn = [0] * len(places.keys), []
    for number, (layer, counts) in enumerate(layers.items()):
        lengths = [counts[key] for key in places.keys]
        again, colour = divmod(number, len(COLOURS))
        properties["color"] = GREY if layer == OTHERS else COLOURS[colour]
        properties["hatch"] = "" if layer == OTHERS else _HATCHES[again % len(_HATCHES)]
        properties[base] = begin
        drawn.append(bar(places.at, lengths, places.width, edgecolor="white", **properties))
        begin = [start + length for start, length in zip(begin, lengths, strict=True)]
    if len(layers) > 1:
        _legend(drawn[0][0].axes, drawn, layers)


def _legend(axes: Axes, drawn: list[Any], layers: Iterable[str]) -> None:
    """Draw the legend: beside the axes if the layout of the figure has room."""
    makes_room = axes.figure.get_layout_engine() is not None
    place = {"loc": "upper left", "bbox_to_anchor": (1, 1)} if makes_room else {"loc": "best"}
    legend = axes.legend(drawn, list(map(_short, layers)), fontsize="small", frameon=False, **place)
    for text in legend.get_texts():
        text.set_parse_math(False)


def _name_bars(axes: Axes, speakers: list[str], attributed: list[QuoteRecord], by: Measure) -> None:
    """Write the speakers' names before their bars, and both counts after them."""
    quotes, words = totals_by_speaker(attributed, "quotes"), totals_by_speaker(attributed, "words")
    ends = quotes if by == "quotes" else words
    for place, speaker in enumerate(speakers):
        counts = f" {count(quotes[speaker], 'quote')}, {count(words[speaker], 'word')}"
        axes.text(ends[speaker], place, counts, va="center", fontsize="small")
    axes.set_yticks(range(len(speakers)), list(map(_short, speakers)), parse_math=False)
    axes.invert_yaxis()
    # room for the counts; margins() adds none if the last layer of the longest bar has length 0
    axes.set_xlim(0, 1.55 * max(1, *(ends[speaker] for speaker in speakers)))
    axes.locator_params(axis="x", integer=True)  # ticks at whole quotes only


def _draw_time(axes: Axes, unit: TimeUnit, starts: list[date], layers: LayerCounts) -> None:
    """Draw the layers on an axis of dates."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num

    at = [float(date2num(start)) for start in starts]
    ends = [*at[1:], at[-1] + unit.days]
    widths = [0.92 * (end - start) for start, end in zip(at, ends, strict=True)]
    _stack(axes.bar, "bottom", layers, _Places(starts, at, widths), align="edge")
    if len(starts) <= _MAX_DATES:
        middles = [start + width / 2 for start, width in zip(at, widths, strict=True)]
        axes.set_xticks(middles, [start.strftime(unit.form) for start in starts])
    else:
        axes.xaxis.set_major_locator(locator := AutoDateLocator(minticks=4, maxticks=9))
        axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))


def _short(name: str) -> str:
    """A name, shortened, on one line, without halves of surrogate pairs."""
    return clip(one_line(replace_surrogates(name)), _NAME_LENGTH)
