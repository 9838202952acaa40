"""What comes out of an annotated article: records, each with what the annotation says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from quoteattr.attribute.clauses.reported import ReportedClause
from quoteattr.attribute.results.records import RecordBuilder, quote_records, reported_clauses
from quoteattr.detect.regions import find_regions
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.evaluation.score import WordPositions, same_name
from quoteattr.model.model import Model
from quoteattr.options import Options
from quoteattr.pipeline import analyse, find_records
from quoteattr.records import QUOTE_KINDS, Article, QuoteRecord


@frozen
class LabelledRecord:
    """A record, and what the annotation says of it."""

    record: QuoteRecord
    #: the numbers of its words
    words: frozenset[int]
    #: its words lie in an annotated content, and that is speech
    reported: bool
    is_speech: bool
    #: its speaker is the annotated one
    by_speaker: bool
    #: of a clause, None of any other record
    clause: ReportedClause | None = None
    #: of one with words in marks, the records of these alone
    alone: tuple[LabelledRecord, ...] = ()
    #: of a clause, its features
    features: Mapping[str, float] = field(factory=dict)

    @property
    def right(self) -> bool:
        """It is speech, and by its speaker."""
        return self.is_speech and self.by_speaker


@frozen
class LabelledArticle:
    """An annotated article, and what comes out of it."""

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
    """All records of an article, each with the clause that it is of, as that was attributed.

    And, of a clause with words in marks, the records of these alone.
    """
    options = Options(frozenset(QUOTE_KINDS), min_confidence=0.0, chosen_model=model)
    article = Article(gold.text, gold.name)
    regions = find_regions(gold.text, options.kinds, options.language)
    analysis = analyse(gold.text, regions.quoted, options, regions.closed)
    quotes = RecordBuilder(analysis.quotes, model.certainty, gold.name)
    clauses = RecordBuilder(analysis.clauses, model.certainty, gold.name, analysis.tagged.cues)
    of_spans = {tuple(c.spans): c for c in reported_clauses(clauses, quotes, analysis.tagged)}
    every = set(range(len(regions.quoted)))
    for record in find_records(article, options):
        clause = of_spans.get(record.spans) if record.kind in ("mixed", "indirect") else None
        alone = every - clause.quoted_indices if clause and record.quoted else every
        yield record, clause, list(quote_records(quotes, alone, unattributed=False))


class _Labeller:
    """Says of the records of one article what its annotation says."""

    def __init__(self, gold: GoldArticle, acts: Mapping[tuple[str, str], str]) -> None:
        """Take the annotated article, and the acts of its attributions."""
        self._positions = WordPositions(gold.text)
        #: the words of each annotated content, and its attribution; of all, and of speech
        self._contents = [(self._words(a.content), a) for a in gold.attributions]
        self.speech = [
            (words, attribution)
            for words, attribution in self._contents
            if acts.get((gold.name, attribution.identifier), "speech") == "speech"
        ]

    def label(self, record: QuoteRecord) -> LabelledRecord:
        """What the annotation says of a record."""
        own = self._words(record.spans)
        best = max(self.speech, key=lambda content: len(own & content[0]), default=None)
        is_speech = best is not None and 2 * len(own & best[0]) >= len(own)
        reported = any(2 * len(own & words) >= len(own) for words, _ in self._contents)
        by_speaker = best is not None and _is_speaker(record, best[1])
        return LabelledRecord(record, own, reported, is_speech, by_speaker)

    def _words(self, spans: Iterable[Any]) -> frozenset[int]:
        """The numbers of the words in some spans."""
        return frozenset(word for span in spans for word in self._positions.inside(span))


def _is_speaker(record: QuoteRecord, attribution: GoldAttribution) -> bool:
    """The mention touches the annotated source, or the speaker has the annotated name."""
    mention, name = record.mention, attribution.name
    if mention and any(s < mention.end and mention.start < e for s, e in attribution.source):
        return True
    if mention is None and not attribution.source:
        return True
    return bool(record.speaker and name and same_name(record.speaker, name))


def read_acts(folder: Path) -> dict[tuple[str, str], str]:
    """The acts of the annotated attributions, by document and id, where they are annotated."""
    path = folder / "acts.tsv"
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {(d, i): act for d, i, act in (line.split("\t") for line in lines if line.strip())}
