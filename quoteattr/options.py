"""The options of a call: what to find, with which model, and which records to return."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, TypedDict

from attrs import frozen

from quoteattr.attribute.clauses.judged import JudgedClause
from quoteattr.coref.entities.clusters import FindClusters
from quoteattr.coref.entities.people import KnownPeople, People
from quoteattr.language import ENGLISH, Language
from quoteattr.model.model import Model, load_default
from quoteattr.records import ACTS, DEFAULT_ACTS, QUOTE_KINDS, QuoteRecord


class ExtractOptions(TypedDict, total=False):
    """The options of a call, as a caller passes them; see :func:`quoteattr.extract`."""

    kinds: Collection[str]
    acts: Collection[str] | None
    min_confidence: float | None
    unattributed: bool
    model: Model | Literal["encoder"] | None
    clusters: FindClusters | None
    people: KnownPeople | None
    language: str | Language | None


@frozen
class Options:
    """The options of a call, checked."""

    kinds: frozenset[str] = frozenset(QUOTE_KINDS)
    #: also return spans that nobody said
    unattributed: bool = False
    #: None for the model of the package
    chosen_model: Model | None = None
    clusters: FindClusters | None = None
    language: Language = ENGLISH
    #: None for speech only, or for all acts if ``min_confidence`` is 0
    chosen_acts: frozenset[str] | None = None
    #: the least confidence of a record; None for the default, which applies to clauses only
    min_confidence: float | None = None
    #: known people, whose names and ids appear in the records
    people: People | None = None

    def accepts(self, record: QuoteRecord) -> bool:
        """Whether a record has a requested kind and act, was said, and is confident enough."""
        if not self.wants(record):
            return False
        if self.min_confidence is not None:
            return record.overall_confidence >= self.min_confidence
        # a bare *who* or *which* is not a name
        bare = (record.speaker or "").lower() in self.language.relative
        return record.kind != "indirect" or not bare

    def wants(self, quote: QuoteRecord | JudgedClause) -> bool:
        """The part of :meth:`accepts` that does not need the speaker, which is slow to find."""
        if quote.kind not in self.kinds or quote.act not in self._acts:
            return False
        if not (self.wants_all or quote.factuality is None):
            return False
        usual = self.min_confidence is None and quote.kind == "indirect"
        return not usual or quote.confidence >= self.model.speech.threshold

    @property
    def wants_all(self) -> bool:
        """Whether everything that is found is wanted, with any confidence."""
        return self.min_confidence == 0

    @property
    def _acts(self) -> frozenset[str]:
        """The requested acts."""
        usual = frozenset(ACTS) if self.wants_all else DEFAULT_ACTS
        return usual if self.chosen_acts is None else self.chosen_acts

    @property
    def model(self) -> Model:
        """The model."""
        return self.chosen_model or load_default()

    @property
    def reads_all(self) -> bool:
        """Whether to look for clauses in all of the text, not only around quoted spans."""
        return "indirect" in self.kinds
