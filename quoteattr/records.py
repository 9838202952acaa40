"""The records: who said what, and where it was read.

Everything here is frozen, hashable and made of plain strings and numbers. Every span is a pair of
string indices into the text as it was given, in characters, end exclusive, so that
``text[start:end]`` is exactly what was reported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args, overload

from attrs import field, frozen, validators

from quoteattr.errors import InputError, OptionError

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from quoteattr.view.plot import Plots

QuoteKind = Literal["direct", "mixed", "indirect", "post"]
MentionKind = Literal["name", "pronoun", "nominal", "label", "handle"]

QUOTE_KINDS: tuple[str, ...] = get_args(QuoteKind)
MENTION_KINDS: tuple[str, ...] = get_args(MentionKind)


def check_kinds(kinds: Collection[str]) -> frozenset[str]:
    """The kinds of quotes that are wanted.

    Raises:
        OptionError: one of these is none, or there are none.
    """
    wanted = frozenset([kinds] if isinstance(kinds, str) else kinds)
    if not wanted or wanted - frozenset(QUOTE_KINDS):
        raise OptionError(f"kinds must be some of {', '.join(QUOTE_KINDS)}, not {kinds!r}")
    return wanted


class Span(NamedTuple):
    """A stretch of the text: ``text[start:end]``, in characters."""

    start: int
    end: int


def _ordered(instance: object, attribute: object, spans: tuple[Span, ...]) -> None:
    """Spans are not empty, lie in order and do not overlap."""
    if not spans:
        raise ValueError("a record needs at least one span")
    last = 0
    for start, end in spans:
        if not last <= start < end:
            raise ValueError(f"spans must be in order and not empty, not {list(map(tuple, spans))}")
        last = end


def _as_spans(spans: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    """Make spans of any pairs of integers."""
    return tuple(Span(*span) for span in spans)


@frozen
class Article:
    """A text with what is known of it."""

    #: the text as it was read; every span of a record indexes it
    text: str
    #: what the document is called: a path, a URL, any name
    id: str | None = None
    #: where it was published
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = field(default=(), converter=tuple)
    publisher: str | None = None
    #: when, as ISO 8601: ``2024-05-04`` or ``2024-05-04T09:30:00Z``
    published: str | None = None
    #: two letters, such as ``en``
    language: str | None = None

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
    kind: MentionKind = field(validator=validators.in_(MENTION_KINDS))


@frozen
class Cue:
    """The word that reports, such as *said*, *according to*, or a colon."""

    #: first character, an index into the text
    start: int
    #: one past the last character
    end: int
    #: the words themselves, ``text[start:end]``
    text: str


@frozen
class Evidence:
    """What one rule had to say for one of the two best candidates, rather than the other."""

    #: name of the rule, one of ``quoteattr.link.rules.RULES``
    rule: str
    #: the rule holds of the candidate; where it does not, that is what speaks for it
    holds: bool
    #: how much more it was worth than for the other candidate, in log-odds
    weight: float


@frozen
class Verdict:
    """A candidate as the rules saw it; ``mention`` is None for *nobody said this*."""

    mention: Mention | None
    #: the rules that spoke for it, those that weighed most first
    evidence: tuple[Evidence, ...]
    #: probability that this candidate is the right one
    probability: float


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
    #: ``direct``, ``mixed``, ``indirect`` or ``post``
    kind: QuoteKind = field(validator=validators.in_(QUOTE_KINDS))
    #: where the pieces of the quote stand, without the outer marks
    spans: tuple[Span, ...] = field(converter=_as_spans, validator=_ordered)
    #: what of these stands between marks: all of a direct quote, nothing of an indirect one
    quoted: tuple[Span, ...] = field(default=(), converter=_as_spans)
    #: the words that stand for the speaker
    mention: Mention | None = None
    #: the word that reports
    cue: Cue | None = None
    #: name of the first rule, in reading order, that holds for this speaker and not against
    rule: str | None = None
    #: calibrated probability that the link is right, 0 to 1
    confidence: float = field(default=0.0, validator=[validators.ge(0), validators.le(1)])
    #: the chosen candidate and the runner-up, with the rules that spoke for each
    verdicts: tuple[Verdict, ...] = field(default=(), eq=False, repr=False)

    def __iter__(self) -> Iterator[str | None]:
        """Unpack to speaker, quote and source."""
        return iter((self.speaker, self.quote, self.source))

    @property
    def verbatim(self) -> tuple[Span, ...]:
        """What of it is word for word: all that stands in marks, and all of a post."""
        # A record of an older file may not tell what stands in marks; of a direct quote it is all.
        whole = self.kind in ("direct", "post") and not self.quoted
        return self.spans if whole else self.quoted

    def explain(self) -> str:
        """Tell which rules linked the quote, the words they saw, and the runner-up."""
        speaker = self.speaker if self.speaker is not None else "nobody"
        quote = self.quote if len(self.quote) <= 60 else self.quote[:59] + "…"
        lines = [f"“{quote}” — {speaker} ({self.confidence:.0%}, {self.rule or 'no rule'})"]
        for place, verdict in zip(("chosen", "runner-up"), self.verdicts, strict=False):
            lines.append(f"  {place}: {_words(verdict.mention)}, {verdict.probability:.0%}")
            lines += [
                f"    {e.weight:+.2f}  {'' if e.holds else 'not '}{e.rule}"
                for e in verdict.evidence
            ]
        if self.cue is not None:
            lines.append(f"  cue: “{self.cue.text}” at {self.cue.start}–{self.cue.end}")
        return "\n".join(lines)

    # Here and below: what shows or converts records is imported where it is asked for, so that
    # `import quoteattr` stays quick and records know nobody until they are shown.

    def _repr_html_(self) -> str:
        """What a notebook shows: a card."""
        from quoteattr.view.render import notebook_card

        return notebook_card(self)


def _words(mention: Mention | None) -> str:
    """A mention as ``explain`` shows it."""
    if mention is None:
        return "nobody"
    return f"“{mention.text}” ({mention.kind}) at {mention.start}–{mention.end}"


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
        self._records = tuple(records)
        self.articles = tuple(articles)
        self.failures = tuple(failures)

    @classmethod
    def join(cls, parts: Iterable[QuoteRecords]) -> QuoteRecords:
        """Make one of many, such as all that ``extract_many`` yields.

        Of several articles with one source none is kept, since a record could not tell which is
        its own: give each article an id.
        """
        parts = list(parts)
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
        several = isinstance(given, Iterable) and not isinstance(given, QuoteRecord)
        return cls.join(map(_part, given if several else [given]))  # type: ignore[call-overload]

    @overload
    def __getitem__(self, index: int) -> QuoteRecord: ...
    @overload
    def __getitem__(self, index: slice) -> QuoteRecords: ...
    def __getitem__(self, index: int | slice) -> QuoteRecord | QuoteRecords:
        if isinstance(index, slice):
            return QuoteRecords(self._records[index], self.articles, self.failures)
        return self._records[index]

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
        from quoteattr.io.frames import to_pandas

        return to_pandas(self)

    def to_polars(self) -> polars.DataFrame:
        """Make a polars ``DataFrame``, one row a record; ``io.frames`` documents its columns.

        Raises:
            MissingExtraError: polars is not installed.
        """
        from quoteattr.io.frames import to_polars

        return to_polars(self)

    def to_arrow(self) -> pyarrow.Table:
        """Make an Arrow ``Table``, one row a record; ``io.frames`` documents its columns.

        Raises:
            MissingExtraError: pyarrow is not installed.
        """
        from quoteattr.io.frames import to_arrow

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
            f"records are wanted, not {type(given).__name__}:"
            " pass what extract() or extract_many() gives"
        )
    return given
