"""Count quotes or words by speaker, publisher and time, for plots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from quoteattr.errors import OptionError
from quoteattr.records import QuoteRecord, QuoteRecords

#: the units of the bars
Measure = Literal["quotes", "words"]

#: layer → place on the axis → count: the lengths of stacked bars
LayerCounts = dict[str, Counter[Any]]

#: the layer of all speakers or publishers without a colour of their own
OTHERS = "others"


class TimeUnit(NamedTuple):
    """A unit of time: one bar."""

    name: str
    #: number of days from its first day into the next unit
    days: int
    #: the unit is used if all dates are within this number of days
    within: int
    #: returns the first day of the unit that contains a day
    first: Callable[[date], date]
    #: the date format of its first day
    form: str = "%Y-%m-%d"


#: in order; the first that is large enough is used
TIME_UNITS: tuple[TimeUnit, ...] = (
    TimeUnit("day", 1, 45, lambda day: day),
    TimeUnit("week", 7, 400, lambda day: day - timedelta(day.weekday())),
    TimeUnit("month", 31, 2000, lambda day: day.replace(day=1), "%Y-%m"),
    TimeUnit("year", 366, date.max.toordinal(), lambda day: day.replace(month=1, day=1), "%Y"),
)


def attributed_records(records: QuoteRecords) -> list[QuoteRecord]:
    """Select the records with a speaker.

    Raises:
        OptionError: there are none.
    """
    attributed = [record for record in records if record.speaker is not None]
    if not attributed:
        raise OptionError(
            "there is nothing to plot: nobody is quoted in these records",
            where="plot",
            remedy="pass records with a speaker",
        )
    return attributed


def name_of_speaker(record: QuoteRecord) -> str:
    """The speaker; empty if there is none."""
    return record.speaker or ""


def _amount(record: QuoteRecord, by: Measure) -> int:
    """The count of one record."""
    return 1 if by == "quotes" else len(record.quote.split())


def totals_by_speaker(records: Iterable[QuoteRecord], by: Measure) -> Counter[str]:
    """The count of each speaker."""
    totals: Counter[str] = Counter()
    for record in records:
        totals[name_of_speaker(record)] += _amount(record, by)
    return totals


def count_layers(
    records: Iterable[QuoteRecord],
    layer: Callable[[QuoteRecord], str],
    place: Callable[[QuoteRecord], Hashable],
    by: Measure,
) -> LayerCounts:
    """Count the records of each layer at each place."""
    layers: LayerCounts = {}
    for record in records:
        layers.setdefault(layer(record), Counter())[place(record)] += _amount(record, by)
    return layers


def largest_layers(layers: LayerCounts, top: int) -> LayerCounts:
    """The largest layers in descending order, and the sum of the rest as ``OTHERS``."""
    ordered = sorted(layers, key=lambda layer: -layers[layer].total())
    largest = {layer: layers[layer] for layer in ordered[:top]}
    if len(ordered) > top:
        largest[OTHERS] = sum((layers[layer] for layer in ordered[top:]), Counter())
    return largest


def choose_unit(days: Iterable[date]) -> tuple[TimeUnit, list[date]]:
    """Choose the unit for a range of days, and list the first day of each unit in the range."""
    first, *_, last = sorted([*days] * 2)
    unit = next(unit for unit in TIME_UNITS if (last - first).days <= unit.within)
    starts = [unit.first(first)]
    while starts[-1] < unit.first(last):
        starts.append(unit.first(starts[-1] + timedelta(unit.days)))
    return unit, starts
