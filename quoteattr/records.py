"""The records: who said what, and where it was read.

Everything here is frozen, hashable and made of plain strings and numbers. Every span is a pair of
string indices into the text as it was given, in characters, end exclusive, so that
``text[start:end]`` is exactly what was reported.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from operator import index
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self, get_args, overload

from attrs import field, frozen

from quoteattr.checks import (
    check_choices,
    check_fields,
    check_flag,
    check_instances,
    check_place,
    check_several,
)
from quoteattr.errors import InputError, OptionError, shorten

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from quoteattr.view.plot import Plots

QuoteKind = Literal["direct", "mixed", "indirect", "post", "turn"]
MentionKind = Literal["name", "pronoun", "nominal", "label", "handle"]
NamedBy = Literal["full name", "part", "pronoun", "description", "several", "nobody"]

QUOTE_KINDS: tuple[str, ...] = get_args(QuoteKind)
MENTION_KINDS: tuple[str, ...] = get_args(MentionKind)


#: the most that the confidence of anything is said to be, since nothing is certain
_SUREST = 0.99


def check_kinds(kinds: Collection[str]) -> frozenset[str]:
    """The kinds of quotes that are wanted.

    Raises:
        InputError: these are no strings.
        OptionError: one of these is none, or there are none.
    """
    return check_choices(kinds, QUOTE_KINDS, "kinds")


def percent(probability: float) -> str:
    """A probability as people read it, in every table, page and sentence; never “100%”.

    >>> percent(0.987), percent(0.9951), percent(1.0)
    ('99%', '99%', '99%')
    """
    return f"{min(probability, _SUREST):.0%}"


class _Bounds(NamedTuple):
    """What a span is made of; it may have no ``__new__`` of its own."""

    start: int
    end: int


class Span(_Bounds):
    """A stretch of the text: ``text[start:end]``, in characters.

    Raises:
        InputError: these are no whole numbers.
        OptionError: it ends before it starts, or starts before the text.
    """

    __slots__ = ()

    @overload
    def __new__(cls, start: int, end: int) -> Self: ...
    @overload
    def __new__(cls, start: Iterable[int]) -> Self: ...
    def __new__(cls, start: Any, end: Any = None) -> Self:
        """Make a span of two numbers, or of a pair of them, as ``attrs.asdict`` has it."""
        if type(start) is not int or type(end) is not int or not 0 <= start <= end <= sys.maxsize:
            start, end = _bounds(start, end)
        return tuple.__new__(cls, (start, end))


def _bounds(start: object, end: object) -> tuple[int, int]:
    """Two numbers that are not of Python's own type, or are wrong."""
    pair: tuple[Any, ...] = (start, end)
    if end is None and isinstance(start, Iterable) and not isinstance(start, str):
        pair = tuple(start)
    remedy = "pass two whole numbers, 0 <= start <= end, in characters of the text"
    try:
        first, last = map(index, pair)
    except (TypeError, ValueError):
        first, last = -1, -2
    if bool in map(type, pair) or (first, last) == (-1, -2):
        raise InputError(
            f"a span is a pair of whole numbers, not {shorten(pair)}", where="Span", remedy=remedy
        )
    if not 0 <= first <= last <= sys.maxsize:
        raise OptionError(
            f"the span {shorten(pair)} is none of a text", where="Span", remedy=remedy
        )
    return first, last


def _as_spans(spans: Any) -> tuple[Span, ...]:
    """Make spans of any pairs of integers."""
    if type(spans) is tuple and all(type(span) is Span for span in spans):
        return spans
    return tuple(map(_as_span, check_several(spans, "spans", "a list of pairs (start, end)")))


def _as_span(pair: Any) -> Span:
    """Make a span of a pair of integers."""
    return pair if type(pair) is Span else Span(pair)


def _as_names(authors: Any) -> Any:
    """Make a tuple of names; a single one is no list of its letters."""
    return tuple(authors) if isinstance(authors, list) else authors


def _check_order(spans: tuple[Span, ...]) -> None:
    """Spans are not empty, lie in order and do not overlap."""
    last = 0
    for start, end in spans:
        if not last <= start < end:
            break
        last = end
    else:
        if spans:
            return
    raise OptionError(
        f"spans must be in order, not empty, and at least one, not {shorten([*map(tuple, spans)])}",
        where="QuoteRecord.spans",
        remedy="pass the pieces of the quote in the order of the text",
    )


@frozen
class Article:
    """A text with what is known of it."""

    #: the text as it was read; every span of a record indexes it
    text: str
    #: what the document is called: a path, a URL, any name
    id: str | None = None
    #: where it can be read on the web
    url: str | None = None
    #: its headline
    title: str | None = None
    #: who wrote it, a name each
    authors: tuple[str, ...] = field(default=(), converter=_as_names)
    #: who published it
    publisher: str | None = None
    #: when, as ISO 8601: ``2024-05-04`` or ``2024-05-04T09:30:00Z``
    published: str | None = None
    #: two letters, such as ``en``
    language: str | None = None

    __attrs_post_init__ = check_fields

    @property
    def source(self) -> str | None:
        """What its records call it: ``id``, or else ``url``."""
        return self.id if self.id is not None else self.url

    @property
    def moment(self) -> datetime | None:
        """When it was published, None if ``published`` tells no time.

        The first moment of a day, month or year that is all that is told; UTC if no zone is.

        >>> Article("", published="2024-05").moment.isoformat()
        '2024-05-01T00:00:00+00:00'
        """
        for rest in ("", "-01", "-01-01"):
            try:
                moment = datetime.fromisoformat(f"{self.published}".strip() + rest)
            except ValueError:
                continue
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return None


@frozen
class Failure:
    """What could not be read or worked on, while the rest went on."""

    #: the file or document
    source: str | None
    #: what was wrong, in one line
    reason: str
    #: the line of the file, counted from 1, where one is to blame
    line: int | None = None

    __attrs_post_init__ = check_fields


@frozen
class Mention:
    """The words in the text that stand for the speaker."""

    #: first character, an index into the text
    start: int
    #: one past the last character
    end: int
    #: the words themselves, ``text[start:end]``
    text: str
    #: ``name``, ``pronoun``, ``nominal``, ``label`` (``SMITH:``) or ``handle`` (of a post)
    kind: MentionKind

    __attrs_post_init__ = check_place


@frozen
class Cue:
    """The word that reports, such as *said*, *according to*, or a colon."""

    #: first character, an index into the text
    start: int
    #: one past the last character
    end: int
    #: the words themselves, ``text[start:end]``
    text: str

    __attrs_post_init__ = check_place


@frozen
class Evidence:
    """What one rule had to say for one of the two best candidates, rather than the other."""

    #: name of the rule, one of ``quoteattr.attribute.rules.RULES``
    rule: str
    #: the rule holds of the candidate; where it does not, that is what speaks for it
    holds: bool
    #: how much more it was worth than for the other candidate, in log-odds
    weight: float

    __attrs_post_init__ = check_fields


@frozen
class Verdict:
    """A candidate as the rules saw it; ``mention`` is None for *nobody said this*."""

    mention: Mention | None
    #: the rules that spoke for it, those that weighed most first
    evidence: tuple[Evidence, ...]
    #: probability that this candidate is the right one
    probability: float
    #: by how much all rules together put it before the other candidate, in log-odds
    lead: float = 0.0

    __attrs_post_init__ = check_fields


@frozen
class Naming:
    """How the mention led to the speaker's name."""

    #: the mention is the ``full name``, or a ``part`` or a short form of it; it is a ``pronoun`` or
    #: a ``description`` that stands for somebody named; it stands for ``several`` who are named; or
    #: the text names ``nobody`` for it
    by: NamedBy
    #: the paragraph with the full name, the first of several, counted from 1; None where no single
    #: place has it
    paragraph: int | None = None

    __attrs_post_init__ = check_fields


@frozen
class QuoteRecord:
    """Who said what, and where it was read. Unpacks to ``(speaker, quote, source)``.

    >>> record = QuoteRecord(speaker="Mara Lindqvist", quote="We will rebuild.", source="a.txt",
    ...                      kind="direct", spans=[(1, 17)])
    >>> speaker, quote, source = record
    >>> speaker
    'Mara Lindqvist'
    """

    #: fullest name in the text, without titles; the mention's own words where nobody is named;
    #: None where nobody is found
    speaker: str | None
    #: the words, verbatim, outer marks off; pieces of an interrupted quote joined by one space
    quote: str
    #: the document that the quote was read in, as the caller named it
    source: str | None
    #: ``direct``, ``mixed``, ``indirect``, ``post`` or ``turn``
    kind: QuoteKind
    #: where the pieces of the quote stand, without the outer marks
    spans: tuple[Span, ...] = field(converter=_as_spans)
    #: what of these stands between marks: all of a direct quote, nothing of an indirect one
    quoted: tuple[Span, ...] = field(default=(), converter=_as_spans)
    #: the words that stand for the speaker
    mention: Mention | None = None
    #: the word that reports
    cue: Cue | None = None
    #: name of the first rule, in reading order, that holds for this speaker and not against
    rule: str | None = None
    #: calibrated probability that the link is right, the mention that is, 0 to 1
    confidence: float = 0.0
    #: the chosen candidate and the runner-up, with the rules that spoke for each
    verdicts: tuple[Verdict, ...] = field(default=(), eq=False, repr=False)
    #: how the mention led to the name; None where nobody is found, and of a post
    naming: Naming | None = field(default=None, eq=False, repr=False)
    #: calibrated probability that the speaker as given is right, link and name together, 0 to 1
    speaker_confidence: float | None = None

    def __attrs_post_init__(self) -> None:
        """Check what is in the fields.

        Raises:
            InputError: a field is of the wrong type.
            OptionError: a value cannot be.
        """
        check_fields(self)
        _check_order(self.spans)

    def __iter__(self) -> Iterator[str | None]:
        """Unpack to speaker, quote and source."""
        return iter((self.speaker, self.quote, self.source))

    @property
    def overall_confidence(self) -> float:
        """``speaker_confidence``, or ``confidence`` in a record that has none.

        Tables, pages, sheets and every ``min_confidence`` go by it.

        >>> record = QuoteRecord("Ida Holm", "No.", None, "direct", [(1, 4)], confidence=0.9)
        >>> record.overall_confidence
        0.9
        """
        known = self.speaker_confidence
        return self.confidence if known is None else known

    @property
    def verbatim(self) -> tuple[Span, ...]:
        """What of it is word for word: all in marks, and all of a post or a turn."""
        # A record of an older file may not tell what stands in marks; of a direct quote it is all.
        whole = self.kind in ("direct", "post", "turn") and not self.quoted
        return self.spans if whole else self.quoted

    def explain(self, *, rules: bool = False) -> str:
        r"""Tell why the quote is linked to its speaker, and how the speaker's name was reached.

        Args:
            rules: tell also which rules linked the quote and what each was worth, for the speaker
                and for the runner-up.

        Returns:
            One sentence; with ``rules`` more lines below it.

        Raises:
            InputError: ``rules`` is neither True nor False.

        >>> from quoteattr import extract
        >>> article = "Ida Holm came late.\n\n“We will not sell,” said Holm."
        >>> link, name = extract(article)[0].explain().split("; ")
        >>> link
        '“said” stands between the quote and Ida Holm'
        >>> name
        '“Holm” is Ida Holm, named in full in paragraph 1.'
        """
        from quoteattr.attribute.reason import details, sentence

        check_flag(rules, "rules")
        return "\n".join([sentence(self), *(details(self) if rules else ())])

    def to_dict(self) -> dict[str, Any]:
        """Make what JSON can hold: dictionaries, lists, strings and numbers, without verdicts.

        >>> record = QuoteRecord("Ida Holm", "No.", "a.txt", "direct", [(1, 4)])
        >>> record.to_dict()["spans"]
        [[1, 4]]
        """
        from quoteattr.formats.plain import to_plain

        return to_plain(self)

    # Here, above and below: what shows or converts records is imported where it is asked for, so
    # that `import quoteattr` stays quick and records know nobody until they are shown.

    def _repr_html_(self) -> str:
        """What a notebook shows: a card."""
        from quoteattr.view.render import notebook_card

        return notebook_card(self)


#: what to do where something else stands for records
_GIVE_RECORDS = "pass what extract() or extract_many() gives"

#: most records that ``repr`` spells out: a notebook keeps what it shows
_MOST_SHOWN = 100


class QuoteRecords(Sequence[QuoteRecord]):
    """The records of one or more articles: an immutable sequence.

    Two are equal if their records are; the articles and failures come along beside them.
    """

    __slots__ = ("_records", "articles", "failures")

    #: the articles that the records were read in, no two with one source
    articles: tuple[Article, ...]
    #: what could not be read or worked on
    failures: tuple[Failure, ...]

    def __init__(
        self,
        records: Iterable[QuoteRecord] = (),
        articles: Iterable[Article] = (),
        failures: Iterable[Failure] = (),
    ) -> None:
        self._records = check_instances(records, QuoteRecord, "records", _GIVE_RECORDS)
        self.articles = check_instances(articles, Article, "articles", "pass Article(text, …)")
        self.failures = check_instances(failures, Failure, "failures", "pass Failure(…)")

    @classmethod
    def join(cls, parts: Iterable[QuoteRecords]) -> QuoteRecords:
        """Make one of many, such as all that ``extract_many`` yields.

        Of several articles with one source none is kept, since a record could not tell which is
        its own: give each article an id.
        """
        parts = check_instances(parts, cls, "join()", "pass what extract_many() yields")
        texts: dict[str | None, set[Article]] = {}
        for article in (article for part in parts for article in part.articles):
            texts.setdefault(article.source, set()).add(article)
        return cls(
            (record for part in parts for record in part),
            (article for same in texts.values() if len(same) == 1 for article in same),
            (failure for part in parts for failure in part.failures),
        )

    @classmethod
    def of(cls, given: object) -> QuoteRecords:
        """Make one of whatever holds records: one of them, or what gives them one by one or joined.

        Raises:
            InputError: these are no records.
        """
        if isinstance(given, cls):
            return given
        # A record is iterable too, and would give its speaker, quote and source.
        # A record is iterable too, and would give its speaker, quote and source.
        single = isinstance(given, QuoteRecord | str | Mapping)
        several = isinstance(given, Iterable) and not single
        return cls.join(map(_part, given if several else [given]))  # type: ignore[call-overload]

    def filter(
        self,
        accept: Callable[[QuoteRecord], object] | None = None,
        *,
        speaker: str | None = None,
        kinds: Collection[str] | None = None,
        min_confidence: float = 0.0,
        source: str | None = None,
    ) -> QuoteRecords:
        """Choose records; the articles and failures stay.

        Args:
            accept: a function of a record, true of those that are wanted.
            speaker: a name; all forms of it that may be the same person's are meant.
            kinds: some of ``direct``, ``mixed``, ``indirect``, ``post`` and ``turn``.
            min_confidence: the least ``overall_confidence``, 0 to 1.
            source: what the article is called, in which ``*`` stands for anything, or its
                publisher.

        Returns:
            The records of which all of this is true.

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
        from quoteattr.groups.record_filter import conditions

        wanted = conditions(self.articles, accept, speaker, kinds, min_confidence, source)
        chosen = [record for record in self._records if all(fits(record) for fits in wanted)]
        return QuoteRecords(chosen, self.articles, self.failures)

    @overload
    def __getitem__(self, index: int) -> QuoteRecord: ...
    @overload
    def __getitem__(self, index: slice) -> QuoteRecords: ...
    def __getitem__(self, index: int | slice) -> QuoteRecord | QuoteRecords:
        try:
            found = self._records[index]
        except TypeError as error:
            raise InputError(
                f"records are numbered from 0, and {shorten(index)} is no number",
                where="records[…]",
                remedy="pass a whole number or a slice; filter(speaker=…) chooses by name",
            ) from error
        if isinstance(found, tuple):
            return QuoteRecords(found, self.articles, self.failures)
        return found

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, QuoteRecords) and self._records == other._records

    def __hash__(self) -> int:
        return hash(self._records)

    def __repr__(self) -> str:
        shown = [f"({r.speaker!r}, {r.quote!r}, {r.source!r})" for r in self._records[:_MOST_SHOWN]]
        if len(self) > _MOST_SHOWN:
            shown.append(f"… and {len(self) - _MOST_SHOWN} more")
        listed = ",\n ".join(shown)
        return f"QuoteRecords([{listed}])"

    def _repr_html_(self) -> str:
        """What a notebook shows: the articles, what is said in them marked, and a table beside."""
        from quoteattr.view.render import notebook

        return notebook(self)

    def to_pandas(self) -> pandas.DataFrame:
        """Make a pandas ``DataFrame``, one row a record; ``io.frames`` documents its columns.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        from quoteattr.formats.frames import to_pandas

        return to_pandas(self)

    def to_polars(self) -> polars.DataFrame:
        """Make a polars ``DataFrame``, one row a record; ``io.frames`` documents its columns.

        Raises:
            MissingExtraError: polars is not installed.
        """
        from quoteattr.formats.frames import to_polars

        return to_polars(self)

    def to_arrow(self) -> pyarrow.Table:
        """Make an Arrow ``Table``, one row a record; ``io.frames`` documents its columns.

        Raises:
            MissingExtraError: pyarrow is not installed.
        """
        from quoteattr.formats.frames import to_arrow

        return to_arrow(self)

    @property
    def plot(self) -> Plots:
        """Pictures: ``plot.speakers()``, ``plot.timeline()`` and ``plot.confidence()``."""
        from quoteattr.view.plot import Plots

        return Plots(self)


def _part(given: object) -> QuoteRecords:
    """Records as some; raises on what are none."""
    if isinstance(given, QuoteRecord):
        return QuoteRecords([given])
    if not isinstance(given, QuoteRecords):
        raise InputError(
            f"records are wanted, not {type(given).__name__} {shorten(given)}",
            where="records",
            remedy=_GIVE_RECORDS,
        )
    return given
