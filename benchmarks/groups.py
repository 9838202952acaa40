"""Metrics of attributions and names by groups of speakers, articles and publishers.

The groups are those of ``world/train``: ``names.tsv`` has the kind of each speaker, ``cast.tsv``
the gender that the article’s own words show, a document is named after its publisher’s domain
(``7news-com-au-e5cb45``), and its year is the latest of the dates in its text.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import quantiles

from attrs import Factory, define, frozen

from quoteattr.evaluation.metrics import Counts
from quoteattr.evaluation.score import Judgement
from quoteattr.evaluation.tables import MetricsTable

KINDS = {
    "P": "person, named",
    "A": "person, not named",
    "O": "organisation",
    "G": "group",
    "D": "document",
}
GENDERS = {"m": "men", "f": "women", "-": "not shown"}
#: the groups by the last part of a domain; other domains have no country
COUNTRIES = {
    "United Kingdom, Ireland": "uk ie",
    "Australia": "au",
    "Canada": "ca",
    "South and East Asia": "in ph sg cn asia",
    "Africa": "eg ng za",
    "Russia, Georgia": "ru ge",
}
_COUNTRY = {end: name for name, ends in COUNTRIES.items() for end in ends.split()}
NO_COUNTRY = "no country in the domain (.com and the like)"
#: first year of each group
YEARS = (1990, 2010, 2015, 2018, 2020, 2023)
NO_YEAR = "no date in the text"
#: minimum number of quoted spans for a publisher to be counted separately
_LEAST = 10

_DOCUMENT = re.compile(r"(?P<publisher>.+)-[0-9a-f]{6}")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"((?:19|20)\d\d)\b"
_DATES = re.compile(
    rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}|\b\d{{1,2}}\s+{_MONTH},?\s+{_YEAR}"
    rf"|\b{_MONTH},?\s+{_YEAR}|\b{_YEAR}-\d\d-\d\d\b"
)


@define
class Tally:
    """The counts of a group."""

    articles: set[str] = Factory(set)
    counts: Counts = Factory(Counts)
    named: int = 0
    named_correct: int = 0

    def add(self, judgement: Judgement) -> None:
        """Count a quoted span."""
        self.articles.add(judgement.article)
        self.counts.add(judgement.attribution is not None, judgement.attributed, judgement.correct)
        self.named += judgement.name_correct is not None
        self.named_correct += judgement.name_correct is True

    @property
    def names(self) -> float:
        """Of the quoted spans whose speaker is named, how many have the full name, in per cent."""
        return 100 * self.named_correct / max(1, self.named)

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of its row."""
        counts = self.counts
        shares = (f"{share:.1f}" for share in (counts.precision, counts.recall, counts.f))
        names = f"{self.names:.1f}" if self.named else "–"
        return (str(len(self.articles)), str(counts.gold), *shares, str(self.named), names)


#: the columns after the group
COLUMNS = ("articles", "annotated", "precision", "recall", "F", "named", "full name: recall")


@frozen
class Groups:
    """The groups of the quoted spans of a corpus."""

    #: by document and id of the attribution
    kinds: Mapping[tuple[str, str], str]
    #: by document and name
    genders: Mapping[tuple[str, str], str]
    #: by document
    years: Mapping[str, int | None]

    def kind(self, judgement: Judgement) -> str | None:
        """The kind of the speaker; None if no speaker is annotated."""
        source = judgement.attribution
        key = (judgement.article, source.identifier) if source else ("", "")
        return KINDS.get(self.kinds.get(key, ""))

    def gender(self, judgement: Judgement) -> str | None:
        """The gender of a named person by the article’s own words; None for others."""
        source = judgement.attribution
        if source is None or source.name is None:
            return None
        if self.kind(judgement) != KINDS["P"]:
            return None
        return GENDERS[self.genders.get((judgement.article, source.name), "-")]

    def country(self, judgement: Judgement) -> str:
        """The country group of the publisher."""
        return country(publisher(judgement.article))

    def year(self, judgement: Judgement) -> str:
        """The years in which the article’s latest date falls."""
        year = self.years.get(judgement.article)
        return NO_YEAR if year is None else years(year)


def read_groups(corpus: Path) -> Groups:
    """Read the groups of a corpus that has ``names.tsv`` with kinds, and ``cast.tsv``."""
    kinds = {(row[0], row[1]): row[3] for row in _rows(corpus / "names.tsv") if len(row) > 3}
    genders = {(row[0], row[1]): row[3] for row in _rows(corpus / "cast.tsv")}
    texts = sorted((corpus / "text").glob("*.txt"))
    return Groups(kinds, genders, {p.stem: latest_year(p.read_text("utf-8")) for p in texts})


def _rows(path: Path) -> Iterator[list[str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def publisher(document: str) -> str:
    """The publisher’s domain in the name of a document.

    >>> publisher("7news-com-au-e5cb45")
    '7news-com-au'
    """
    match = _DOCUMENT.fullmatch(document)
    return match["publisher"] if match else document


def country(domain: str) -> str:
    """The country group of a domain.

    >>> country("7news-com-au"), country("cnn-com")
    ('Australia', 'no country in the domain (.com and the like)')
    """
    return _COUNTRY.get(domain.rpartition("-")[2], NO_COUNTRY)


def latest_year(text: str) -> int | None:
    """The latest year of the dates in a text: an article seldom has a date after its own.

    >>> latest_year("It fell on May 4, 2017. Since March 2019 it stands."), latest_year("In 2030.")
    (2019, None)
    """
    dates = (int(year) for match in _DATES.findall(text) for year in match if year)
    return max(dates, default=None)


def years(year: int) -> str:
    """The group of a year.

    >>> years(1998), years(2019), years(2025)
    ('1990–2009', '2018–2019', '2023 and later')
    """
    first = max((start for start in YEARS if start <= year), default=YEARS[0])
    later = [start for start in YEARS if start > first]
    return f"{first}–{later[0] - 1}" if later else f"{first} and later"


def by_group(
    title: str,
    first: str,
    judgements: Iterable[Judgement],
    group: Callable[[Judgement], str | None],
    order: Sequence[str] = (),
) -> MetricsTable:
    """One row per group, in a given order or the largest first."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for judgement in judgements:
        name = group(judgement)
        if name is not None:
            tallies[name].add(judgement)
    largest = sorted(tallies, key=lambda name: (-tallies[name].counts.gold, name))
    ordered = [*(name for name in order if name in tallies)] if order else largest
    rows = [(name, *tallies[name].cells) for name in ordered]
    return MetricsTable(title, (first, *COLUMNS), rows)


def by_publisher(judgements: Iterable[Judgement]) -> MetricsTable:
    """How far publishers differ: the quartiles of those with enough quoted spans."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for judgement in judgements:
        tallies[publisher(judgement.article)].add(judgement)
    large = [tally for tally in tallies.values() if tally.counts.gold >= _LEAST and tally.named]
    title = f"Publishers with {_LEAST} quotes or more: {len(large)} of {len(tallies)}"
    columns = ("metric", "a quarter is below", "half is below", "three quarters are below")
    values_by_metric = {
        "F": [tally.counts.f for tally in large],
        "full name: recall": [tally.names for tally in large],
    }
    rows = [
        (name, *(f"{cut:.1f}" for cut in quantiles(values, method="inclusive")))
        for name, values in values_by_metric.items()
        if len(values) > 1
    ]
    return MetricsTable(title, columns, rows)
