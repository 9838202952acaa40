"""The options of a call: what to look for, with which model, and which records to give."""

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
    """The options of a call, as a caller passes them; :func:`quoteattr.extract` explains each."""

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
    #: also give what nobody said
    unattributed: bool = False
    #: None for that of the package
    chosen_model: Model | None = None
    clusters: FindClusters | None = None
    language: Language = ENGLISH
    #: None for what was said, and for all where everything is wanted
    chosen_acts: frozenset[str] | None = None
    #: the least confidence of a record; None for the default, which is asked of clauses only
    min_confidence: float | None = None
    #: known people, whose names and ids the records get
    people: People | None = None

    def accepts(self, record: QuoteRecord) -> bool:
        """The record is of a kind and an act that are wanted, took place, and is sure enough."""
        if not self.wants(record):
            return False
        if self.min_confidence is not None:
            return record.overall_confidence >= self.min_confidence
        # a bare *who* or *which* is nobody's name
        bare = (record.speaker or "").lower() in self.language.relative
        return record.kind != "indirect" or not bare

    def wants(self, quote: QuoteRecord | JudgedClause) -> bool:
        """All of :meth:`accepts` that does not depend on the speaker, which takes time to find."""
        if quote.kind not in self.kinds or quote.act not in self._acts:
            return False
        if not (self.everything or quote.factuality is None):
            return False
        usual = self.min_confidence is None and quote.kind == "indirect"
        return not usual or quote.confidence >= self.model.speech.threshold

    @property
    def everything(self) -> bool:
        """All that is found is wanted, however unsure."""
        return self.min_confidence == 0

    @property
    def _acts(self) -> frozenset[str]:
        """The acts that are wanted."""
        usual = frozenset(ACTS) if self.everything else DEFAULT_ACTS
        return usual if self.chosen_acts is None else self.chosen_acts

    @property
    def model(self) -> Model:
        """The learned numbers."""
        return self.chosen_model or load_default()

    @property
    def everywhere(self) -> bool:
        """Read all of the text for reported clauses, not only what stands around quoted spans."""
        return "indirect" in self.kinds
