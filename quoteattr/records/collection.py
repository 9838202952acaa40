"""The records of one or more articles, as a sequence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, overload

from quoteattr.checks import check_instances, describe
from quoteattr.display import find_method
from quoteattr.errors import InputError
from quoteattr.records.article import Article, Failure
from quoteattr.records.record import QuoteRecord
from quoteattr.text import shorten

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from quoteattr.view.plot import Plots

#: remedy in the message if a value is not a collection of records
_PASS_RECORDS = "pass what extract() or extract_many() gives"

#: maximum number of records in ``repr``: a notebook stores its output
_MAX_SHOWN = 100


class QuoteRecords(Sequence[QuoteRecord]):
    """The records of one or more articles: an immutable sequence.

    Two are equal if their records are, whatever their articles and failures.
    """

    __slots__ = ("_records", "articles", "failures")

    #: the articles of the records, no two with the same source
    articles: tuple[Article, ...]
    #: what could not be read or processed
    failures: tuple[Failure, ...]

    def __init__(
        self,
        records: Iterable[QuoteRecord] = (),
        articles: Iterable[Article] = (),
        failures: Iterable[Failure] = (),
    ) -> None:
        self._records = check_instances(records, QuoteRecord, "records", _PASS_RECORDS)
        self.articles = check_instances(articles, Article, "articles", "pass Article(text, …)")
        self.failures = check_instances(failures, Failure, "failures", "pass Failure(…)")

    @classmethod
    def join(cls, collections: Iterable[QuoteRecords]) -> QuoteRecords:
        """Join several collections, such as all that ``extract_many`` yields.

        If several articles have the same source, none of them is kept, since their records cannot
        be told apart: give each article an id.
        """
        collections = check_instances(collections, cls, "join()", "pass what extract_many() yields")
        texts: dict[str | None, set[Article]] = {}
        for article in (article for collection in collections for article in collection.articles):
            texts.setdefault(article.source, set()).add(article)
        return cls(
            (record for collection in collections for record in collection),
            (article for same in texts.values() if len(same) == 1 for article in same),
            (failure for collection in collections for failure in collection.failures),
        )

    @classmethod
    def of(cls, records: object) -> QuoteRecords:
        """Convert a record, a collection, or an iterable of either to one collection.

        Raises:
            InputError: the value holds something else.
        """
        if isinstance(records, cls):
            return records
        # A record is iterable too, and would give its speaker, quote and source.
        single = isinstance(records, QuoteRecord | str | Mapping)
        if single or not isinstance(records, Iterable):
            records = [records]
        return cls.join(map(_as_collection, records))

    def filter(
        self,
        accept: Callable[[QuoteRecord], object] | None = None,
        *,
        speaker: str | None = None,
        kinds: Collection[str] | None = None,
        acts: Collection[str] | None = None,
        min_confidence: float = 0.0,
        source: str | None = None,
    ) -> QuoteRecords:
        """Select records; the articles and failures stay.

        Args:
            accept: a function of a record that returns true for those to keep.
            speaker: a name; records with any form of it that may be the same person's are kept.
            kinds: some of ``direct``, ``mixed``, ``indirect``, ``post`` and ``turn``.
            acts: some of ``speech``, ``thought`` and ``intent``.
            min_confidence: the least ``overall_confidence``, 0 to 1.
            source: the source of the record, in which ``*`` stands for anything, or the publisher
                of its article.

        Returns:
            The records that meet all of these conditions.

        Raises:
            InputError: an argument is of the wrong type.
            OptionError: a value does not exist.

        >>> from quoteattr import extract
        >>> records = extract("“It rains,” said Ida Holm. “Not here,” said Bo Berg.")
        >>> [record.quote for record in records.filter(speaker="Holm")]
        ['It rains,']
        >>> [record.quote for record in records.filter(lambda record: len(record.quote) < 10)]
        ['It rains,', 'Not here,']
        """
        choose = find_method("QuoteRecords.filter")
        chosen = choose(self, accept, speaker, kinds, acts, min_confidence, source)
        return QuoteRecords(chosen, self.articles, self.failures)

    @overload
    def __getitem__(self, index: int) -> QuoteRecord: ...
    @overload
    def __getitem__(self, index: slice) -> QuoteRecords: ...
    def __getitem__(self, index: int | slice) -> QuoteRecord | QuoteRecords:
        try:
            selected = self._records[index]
        except TypeError as error:
            raise InputError(
                f"records are numbered from 0, and {shorten(index)} is no number",
                where="records[…]",
                remedy="pass a whole number or a slice; filter(speaker=…) selects by name",
            ) from error
        if isinstance(selected, tuple):
            return QuoteRecords(selected, self.articles, self.failures)
        return selected

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, QuoteRecords) and self._records == other._records

    def __hash__(self) -> int:
        return hash(self._records)

    def __repr__(self) -> str:
        shown = [f"({r.speaker!r}, {r.quote!r}, {r.source!r})" for r in self._records[:_MAX_SHOWN]]
        if len(self) > _MAX_SHOWN:
            shown.append(f"… and {len(self) - _MAX_SHOWN} more")
        listed = ",\n ".join(shown)
        return f"QuoteRecords([{listed}])"

    def _repr_html_(self) -> str:
        """Return the HTML for a notebook: the articles, quotes highlighted, and a table."""
        html: str = find_method("QuoteRecords._repr_html_")(self)
        return html

    def to_pandas(self) -> pandas.DataFrame:
        """Convert to a pandas ``DataFrame``, one row per record; see ``formats/frames.py``.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        frame: pandas.DataFrame = find_method("QuoteRecords.to_pandas")(self)
        return frame

    def to_polars(self) -> polars.DataFrame:
        """Convert to a polars ``DataFrame``, one row per record; see ``formats/frames.py``.

        Raises:
            MissingExtraError: polars is not installed.
        """
        frame: polars.DataFrame = find_method("QuoteRecords.to_polars")(self)
        return frame

    def to_arrow(self) -> pyarrow.Table:
        """Convert to an Arrow ``Table``, one row per record; see ``formats/frames.py``.

        Raises:
            MissingExtraError: pyarrow is not installed.
        """
        table: pyarrow.Table = find_method("QuoteRecords.to_arrow")(self)
        return table

    @property
    def plot(self) -> Plots:
        """The plots: ``plot.speakers()``, ``plot.timeline()`` and ``plot.confidence()``."""
        plots: Plots = find_method("QuoteRecords.plot")(self)
        return plots


def _as_collection(records: object) -> QuoteRecords:
    """Convert one record to a collection.

    Raises:
        InputError: the value is neither a record nor a collection.
    """
    if isinstance(records, QuoteRecord):
        return QuoteRecords([records])
    if not isinstance(records, QuoteRecords):
        raise InputError(
            f"expected records, not {describe(records)}",
            where="records",
            remedy=_PASS_RECORDS,
        )
    return records
