"""The record of a quote: who said what, and in which document."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from operator import attrgetter
from typing import Any, Literal, get_args

from attrs import evolve, field, fields_dict, frozen

from quoteattr.checks import check_choices, check_fields, check_flag, check_place
from quoteattr.display import find_method
from quoteattr.records.phrase import Phrase
from quoteattr.records.span import Span, as_spans, check_order
from quoteattr.records.speaker import Speaker

QuoteKind = Literal["direct", "mixed", "indirect", "post", "turn"]
MentionKind = Literal["name", "pronoun", "nominal", "label", "handle"]
Act = Literal["speech", "thought", "intent"]
Factuality = Literal["negated", "hypothetical", "no-comment"]
NamedBy = Literal["full name", "part", "pronoun", "description", "several", "nobody"]

QUOTE_KINDS: tuple[str, ...] = get_args(QuoteKind)
MENTION_KINDS: tuple[str, ...] = get_args(MentionKind)
ACTS: tuple[str, ...] = get_args(Act)
#: the acts that are returned by default
DEFAULT_ACTS = frozenset({"speech"})

#: hexadecimal digits of a record's id: 64 bits, enough for billions of records
_ID_DIGITS = 16


def check_kinds(kinds: Collection[str]) -> frozenset[str]:
    """Check the kinds of quotes that a caller asks for.

    Raises:
        InputError: the value is not one or more strings.
        OptionError: a kind does not exist, or there are none.
    """
    return check_choices(kinds, QUOTE_KINDS, "kinds")


def check_acts(acts: Collection[str]) -> frozenset[str]:
    """Check the acts that a caller asks for.

    Raises:
        InputError: the value is not one or more strings.
        OptionError: an act does not exist, or there are none.
    """
    return check_choices(acts, ACTS, "acts")


@frozen
class Mention:
    """The words in the text that refer to the speaker."""

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
    """What one rule contributed to one of the two best candidates, rather than to the other."""

    #: name of the rule, one of ``quoteattr.attribute.rules.RULES``, or ``encoder``
    rule: str
    #: whether the rule holds for the candidate; if not, that it does not hold is the evidence
    holds: bool
    #: how much more it contributes to this candidate than to the other one, in log-odds
    weight: float

    __attrs_post_init__ = check_fields


@frozen
class Verdict:
    """A candidate with its score; ``mention`` is None for *nobody said this*."""

    mention: Mention | None
    #: the rules that favour it, the largest contribution first
    evidence: tuple[Evidence, ...]
    #: probability that this candidate is the right one
    probability: float
    #: score of all rules together, minus that of the other candidate, in log-odds
    lead: float = 0.0
    #: if an encoder was asked (``model="encoder"``): the probability of the candidate's speaker by
    #: the rules alone, and by the encoder alone
    by_rules: float | None = None
    by_encoder: float | None = None

    __attrs_post_init__ = check_fields


@frozen
class Naming:
    """How the mention was resolved to the speaker's name."""

    #: the mention is the ``full name``, or a ``part`` or a short form of it; it is a ``pronoun`` or
    #: a ``description`` that refers to somebody named; it refers to ``several`` named people; or
    #: the text names ``nobody``
    by: NamedBy
    #: the first paragraph with the full name, counted from 1; None if no single place has it
    paragraph: int | None = None
    #: why a pronoun or a description refers to this name, as a clause: *nobody else so far has this
    #: role*; empty if no reason is known
    reason: str = ""

    __attrs_post_init__ = check_fields


@frozen
class QuoteRecord:
    """Who said what, and in which document. Unpacks to ``(speaker, quote, source)``.

    >>> record = QuoteRecord(speaker="Mara Lindqvist", quote="We will rebuild.", source="a.txt",
    ...                      kind="direct", spans=[(1, 17)])
    >>> speaker, quote, source = record
    >>> speaker
    'Mara Lindqvist'
    """

    #: fullest name in the text, without titles; the mention's own words if nobody is named; None if
    #: no speaker was found
    speaker: str | None
    #: the words, verbatim, without outer marks; parts of an interrupted quote joined by one space
    quote: str
    #: the document that contains the quote, as the caller named it
    source: str | None
    #: ``direct``, ``mixed``, ``indirect``, ``post`` or ``turn``
    kind: QuoteKind
    #: the spans of the parts of the quote, without the outer marks
    spans: tuple[Span, ...] = field(converter=as_spans)
    #: the parts of these between quotation marks: all of a direct quote, none of an indirect one
    quoted: tuple[Span, ...] = field(default=(), converter=as_spans)
    #: the words that refer to the speaker
    mention: Mention | None = None
    #: the word that reports
    cue: Cue | None = None
    #: name of the first rule, in reading order, that holds and favours this speaker; ``encoder`` if
    #: the rules alone would have chosen another
    rule: str | None = None
    #: calibrated probability that the mention is right, and that a reported clause is one and is
    #: speech; 0 to 1
    confidence: float = 0.0
    #: the chosen candidate and the runner-up, with the rules that favour each
    verdicts: tuple[Verdict, ...] = field(default=(), eq=False, repr=False)
    #: how the mention was resolved to the name; None without a speaker, and for a post
    naming: Naming | None = field(default=None, eq=False, repr=False)
    #: calibrated probability that the speaker is right, mention and name together, 0 to 1
    speaker_confidence: float | None = None
    #: the type of attribution: ``speech`` (it was said or written); for an indirect record also
    #: ``thought`` (*believes*, *knew*) and ``intent`` (*wants*, *plans*)
    act: Act = "speech"
    #: why it was not said: ``negated`` (*did not say*), ``hypothetical`` (*would say*),
    #: ``no-comment`` (*declined to say*); None if it was
    factuality: Factuality | None = None
    #: the id of the speaker, if it is one of the known people (``people=``) and has one
    speaker_id: str | None = None
    #: the speakers: one, several who speak together, or none
    speakers: tuple[Speaker, ...] = ()
    #: the paragraphs of the quote; of a very long one at most 2,000 characters before the quote and
    #: after it
    paragraph: Phrase | None = None

    def __attrs_post_init__(self) -> None:
        """Check the fields.

        Raises:
            InputError: a field is of the wrong type.
            OptionError: a value does not exist.
        """
        check_fields(self)
        check_order(self.spans)

    def __iter__(self) -> Iterator[str | None]:
        """Unpack to speaker, quote and source."""
        return iter((self.speaker, self.quote, self.source))

    @property
    def id(self) -> str:
        """A stable id: a digest of source, spans and words, 16 hexadecimal digits.

        Extracting the same text again gives the same id, whatever the attribution.

        >>> QuoteRecord("Ida Holm", "No.", "a.txt", "direct", [(1, 4)]).id
        '27da64e0d0ae173f'
        """
        from hashlib import sha256  # it loads OpenSSL, and ids are not always needed

        spans = ",".join(f"{start}-{end}" for start, end in self.spans)
        identity = "\x1f".join((self.source or "", spans, self.quote))
        return sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_DIGITS]

    def context(self, sentences: int = 1) -> str:
        """The sentence of the quote, with its neighbours, within its paragraph.

        The sentence includes the cue and the mention. The words come from ``paragraph``, so a
        record from a file has its context, too.

        Args:
            sentences: how many more sentences to include on each side.

        Returns:
            The words, verbatim; only the quote if the record has no ``paragraph``.

        Raises:
            InputError: ``sentences`` is not a whole number.
            OptionError: it is below 0.

        >>> from quoteattr import extract
        >>> article = "It rained. “We will sail,” said Ida Holm. The sea was calm. Nobody came."
        >>> extract(article)[0].context()
        'It rained. “We will sail,” said Ida Holm. The sea was calm.'
        """
        words: str = find_method("QuoteRecord.context")(self, sentences)
        return words

    @property
    def overall_confidence(self) -> float:
        """``speaker_confidence``, or ``confidence`` if the record has none.

        Tables, pages, sheets and every ``min_confidence`` use it.

        >>> record = QuoteRecord("Ida Holm", "No.", None, "direct", [(1, 4)], confidence=0.9)
        >>> record.overall_confidence
        0.9
        """
        by_name = self.speaker_confidence
        return self.confidence if by_name is None else by_name

    @property
    def verbatim(self) -> tuple[Span, ...]:
        """The parts that are verbatim: all between marks, and all of a post or a turn."""
        # A record from an older file may have no ``quoted``; for a direct quote that is all of it.
        whole = self.kind in ("direct", "post", "turn") and not self.quoted
        return self.spans if whole else self.quoted

    def explain(self, *, rules: bool = False) -> str:
        r"""Explain the attribution of the quote, and the resolution of the mention to a name.

        Args:
            rules: also list the rules behind the attribution, and what each contributed to the
                speaker and to the runner-up.

        Returns:
            One sentence; with ``rules`` more lines below it.

        Raises:
            InputError: ``rules`` is neither True nor False.

        >>> from quoteattr import extract
        >>> article = "Ida Holm came late.\n\n“We will not sell,” said Holm."
        >>> attribution, name = extract(article)[0].explain().split("; ")
        >>> attribution
        '“said” stands between the quote and Ida Holm'
        >>> name
        '“Holm” is Ida Holm, named in full in paragraph 1.'
        """
        check_flag(rules, "rules")
        explanation: str = find_method("QuoteRecord.explain")(self, rules)
        return explanation

    def to_dict(self) -> dict[str, Any]:
        """Convert to values that JSON can hold: dictionaries, lists, strings, numbers; no verdicts.

        >>> record = QuoteRecord("Ida Holm", "No.", "a.txt", "direct", [(1, 4)])
        >>> record.to_dict()["spans"]
        [[1, 4]]
        """
        data: dict[str, Any] = find_method("QuoteRecord.to_dict")(self)
        return data

    def _repr_html_(self) -> str:
        """Return the HTML for a notebook: a card."""
        card: str = find_method("QuoteRecord._repr_html_")(self)
        return card

    def __getstate__(self) -> tuple[Any, ...]:
        """The state for a pickle; deferred verdicts stay deferred."""
        return (*_other_values(self), _VERDICTS.stored(self))

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        """Restore the state from a pickle."""
        for name, value in zip(_STATE, state, strict=True):
            object.__setattr__(self, name, value)


class DeferredVerdicts(ABC):
    """Verdicts that are computed on first use: few are used, and each has a dozen parts."""

    __slots__ = ()

    @abstractmethod
    def make(self) -> tuple[Verdict, ...]:
        """Compute the verdicts."""


class _VerdictsField:
    """The field ``verdicts`` of a record, which may hold deferred verdicts."""

    def __init__(self, slot: Any) -> None:
        #: the attribute that stores the value
        self._slot = slot

    def __get__(self, record: Any, owner: Any = None) -> Any:
        if record is None:
            return self
        value = self.stored(record)
        if isinstance(value, DeferredVerdicts):
            value = value.make()
            self.__set__(record, value)
        return value

    def __set__(self, record: Any, value: Any) -> None:
        self._slot.__set__(record, value)

    def stored(self, record: QuoteRecord) -> Any:
        """The verdicts as stored, computed or deferred."""
        return self._slot.__get__(record)


_VERDICTS = QuoteRecord.verdicts = _VerdictsField(QuoteRecord.verdicts)  # type: ignore[assignment]
#: the fields in the pickle of a record, in order
_STATE = (*(name for name in fields_dict(QuoteRecord) if name != "verdicts"), "verdicts")
_other_values = attrgetter(*_STATE[:-1])


def defer_verdicts(record: QuoteRecord, verdicts: DeferredVerdicts) -> QuoteRecord:
    """Give a new record its deferred verdicts."""
    _VERDICTS.__set__(record, verdicts)
    return record


def evolve_record(record: QuoteRecord, **changes: Any) -> QuoteRecord:
    """A record with other values of some fields, like ``attrs.evolve``; it computes no verdicts."""
    changed = evolve(record, verdicts=(), **changes)
    _VERDICTS.__set__(changed, _VERDICTS.stored(record))
    return changed
