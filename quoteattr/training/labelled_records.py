"""Label the records of annotated articles by comparison with the annotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from quoteattr.attribute.clauses.reported import ReportedClause
from quoteattr.attribute.clauses.speech import SpeechModel
from quoteattr.attribute.results.records import RecordBuilder, quote_records, reported_clauses
from quoteattr.detect.regions import find_regions
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.evaluation.score import WordPositions, same_name
from quoteattr.model.model import Model
from quoteattr.options import Options
from quoteattr.pipeline import analyse, find_records
from quoteattr.records import QUOTE_KINDS, Article, QuoteRecord

#: a model of speech that finds every clause likely: those that the one in use drops are examples
_ALL_LIKELY = SpeechModel({}, (), calibration=(1.0, 9.0), threshold=0.0)


@frozen
class LabelledRecord:
    """A record, labelled by the annotation."""

    record: QuoteRecord
    #: the indices of its words
    words: frozenset[int]
    #: whether its words lie in an annotated content, and in one that is speech
    reported: bool
    is_speech: bool
    #: whether its speaker is the annotated one
    by_speaker: bool
    #: the clause that it is a record of; None if it is none
    clause: ReportedClause | None = None
    #: for a clause with words in marks, the records of these words alone
    alone: tuple[LabelledRecord, ...] = ()
    #: the features of a clause
    features: Mapping[str, float] = field(factory=dict)

    @property
    def right(self) -> bool:
        """Whether it is speech, and attributed to the right speaker."""
        return self.is_speech and self.by_speaker


@frozen
class LabelledArticle:
    """An annotated article with its labelled records."""

    name: str
    records: tuple[LabelledRecord, ...]
    #: the words of each annotated speech content
    contents: tuple[frozenset[int], ...]


def label_article(
    gold: GoldArticle, acts: Mapping[tuple[str, str], str], model: Model
) -> LabelledArticle:
    """Find all records of an annotated article, and label each by the annotation."""
    labeller = _Labeller(gold, acts)
    records = tuple(
        evolve(labeller.label(record), clause=clause, alone=tuple(map(labeller.label, alone)))
        for record, clause, alone in _extracted(gold, model)
    )
    return LabelledArticle(gold.name, records, tuple(words for words, _ in labeller.speech))


def _extracted(
    gold: GoldArticle, model: Model
) -> Iterator[tuple[QuoteRecord, ReportedClause | None, Sequence[QuoteRecord]]]:
    """All records of an article, each with its attributed clause, if any.

    For a clause with words in marks, also the records of these words alone.
    """
    every_clause = evolve(model, speech=_ALL_LIKELY)
    options = Options(frozenset(QUOTE_KINDS), min_confidence=0.0, chosen_model=every_clause)
    article = Article(gold.text, gold.name)
    regions = find_regions(gold.text, options.kinds, options.language)
    analysis = analyse(gold.text, regions.quoted, options, regions.separate)
    quotes = RecordBuilder(analysis.quotes, model.certainty, gold.name)
    clauses = RecordBuilder(analysis.clauses, model.certainty, gold.name, analysis.tagged.cues)
    of_spans = {tuple(c.spans): c for c in reported_clauses(clauses, quotes, analysis.tagged)}
    every = set(range(len(regions.quoted)))
    for record in find_records(article, options):
        clause = of_spans.get(record.spans) if record.kind in ("mixed", "indirect") else None
        alone = every - clause.quoted_indices if clause and record.quoted else every
        yield record, clause, list(quote_records(quotes, alone, unattributed=False))


class _Labeller:
    """Label the records of one article by its annotation."""

    def __init__(self, gold: GoldArticle, acts: Mapping[tuple[str, str], str]) -> None:
        self._positions = WordPositions(gold.text)
        #: the words of each annotated content, and its attribution: all contents, and speech only
        self._contents = [(self._words(a.content), a) for a in gold.attributions]
        self.speech = [
            (words, attribution)
            for words, attribution in self._contents
            if acts.get((gold.name, attribution.identifier), "speech") == "speech"
        ]

    def label(self, record: QuoteRecord) -> LabelledRecord:
        """Label a record by the annotation."""
        own = self._words(record.spans)
        best = max(self.speech, key=lambda content: len(own & content[0]), default=None)
        is_speech = best is not None and 2 * len(own & best[0]) >= len(own)
        reported = any(2 * len(own & words) >= len(own) for words, _ in self._contents)
        by_speaker = best is not None and _is_speaker(record, best[1])
        return LabelledRecord(record, own, reported, is_speech, by_speaker)

    def _words(self, spans: Iterable[Any]) -> frozenset[int]:
        """The indices of the words in some spans."""
        return frozenset(word for span in spans for word in self._positions.inside(span))


def _is_speaker(record: QuoteRecord, attribution: GoldAttribution) -> bool:
    """Whether the mention overlaps the annotated source, or the speaker has the annotated name."""
    mention, name = record.mention, attribution.name
    if mention and any(s < mention.end and mention.start < e for s, e in attribution.source):
        return True
    if mention is None and not attribution.source:
        return True
    return bool(record.speaker and name and same_name(record.speaker, name))


def read_acts(folder: Path) -> dict[tuple[str, str], str]:
    """The acts of the annotated attributions, by document and id, if they are annotated."""
    path = folder / "acts.tsv"
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {(d, i): act for d, i, act in (line.split("\t") for line in lines if line.strip())}
