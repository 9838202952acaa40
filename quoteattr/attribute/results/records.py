"""Build the records of quotes and of reported clauses from their attributions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import Any

from attrs import frozen

from quoteattr.attribute.clauses.judged import JudgedClause
from quoteattr.attribute.clauses.reported import ReportedClause
from quoteattr.attribute.decision.contributions import MentionFields, best_candidates, leading_rule
from quoteattr.attribute.decision.decode import AttributedDocument, Attribution, speaker_key
from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.quote import Quote
from quoteattr.attribute.results.cues import find_cue
from quoteattr.attribute.results.naming import Namer
from quoteattr.attribute.results.speakers import SpeakerFinder
from quoteattr.attribute.results.utterances import kind_of, utterances
from quoteattr.coref.certainty import CertaintyModel, Resolution
from quoteattr.coref.profiles.profile import Profiles
from quoteattr.detect.alphabet import END, LABEL, NAME, PRONOUN, RELATIVE
from quoteattr.records import Cue, Mention, MentionKind, Naming, QuoteRecord, Span, defer_verdicts
from quoteattr.tag.clauses import TaggedClauses

_KINDS: dict[str, MentionKind] = {
    NAME: "name",
    PRONOUN: "pronoun",
    RELATIVE: "pronoun",
    LABEL: "label",
}
_ENDS = frozenset(END)
#: the share of a speaker who is more likely than all others together
_LIKELY = 0.5


@frozen
class RecordBuilder:
    """Builds the records of an attributed document."""

    attributed: AttributedDocument
    #: estimates how likely a name is right
    certainty: CertaintyModel
    #: the source of the article
    source: str | None
    #: the tagger's reporting words
    cues: Sequence[Span] = ()
    #: the profiles of the article's entities, shared by quotes and clauses
    profiles: Profiles | None = None

    @property
    def document(self) -> Document:
        """The article with its quotes."""
        return self.attributed.document

    @property
    def attributions(self) -> Sequence[Attribution]:
        """The attributions of the quotes."""
        return self.attributed.attributions

    @cached_property
    def speakers(self) -> SpeakerFinder:
        """Finds the speakers of candidates."""
        return SpeakerFinder(self.document, self.profiles)

    @cached_property
    def _mentions(self) -> dict[Candidate, MentionFields]:
        """A cache of mentions."""
        return {}

    @cached_property
    def _namer(self) -> Namer:
        """Describes how mentions lead to names."""
        return Namer(self.document.coreference)

    def records(self, quotes: Sequence[Sequence[Attribution]]) -> Iterator[QuoteRecord]:
        """The records of quotes, each with its parts."""
        return map(self._quote_record, quotes)

    def clause_records(self, judged: Sequence[JudgedClause]) -> Iterator[QuoteRecord]:
        """The records of clauses, whose speakers this builder attributed."""
        return map(self._clause_record, judged)

    def _quote_record(self, utterance: Sequence[Attribution]) -> QuoteRecord:
        """The record of a quote with these parts."""
        first, spans = utterance[0], [span for a in utterance for span in a.quote.spans]
        return self._record(
            first,
            quote=" ".join(attribution.quote.text for attribution in utterance),
            kind=kind_of(first.quote),
            spans=spans,
            quoted=spans,
            mention=self.mention(first),
            cue=self.cue(first),
            confidence=self.confidence(utterance),
        )

    def _clause_record(self, judged: JudgedClause) -> QuoteRecord:
        """The record of a reported clause."""
        clause = judged.clause
        return self._record(
            clause.attribution,
            quote=clause.quote,
            kind=judged.kind,
            spans=clause.spans,
            quoted=clause.quoted,
            mention=clause.mention,
            cue=clause.cue,
            confidence=judged.confidence,
            act=judged.act,
            factuality=judged.factuality,
        )

    def _record(
        self,
        attribution: Attribution,
        mention: Mention | None,
        confidence: float,
        **fields: Any,
    ) -> QuoteRecord:
        """A record with these fields, and with the speaker fields of an attributed quote."""
        chosen, trees = attribution.chosen, self.attributed.trees
        referents = self.document.referents
        speaker = referents.name(chosen) if chosen else None
        resolution = referents.resolution(chosen) if chosen else None
        record = QuoteRecord(
            speaker=speaker,
            source=self.source,
            mention=mention,
            rule=leading_rule(attribution, trees),
            confidence=confidence,
            speaker_confidence=round(confidence * self._named_right(resolution), 3),
            naming=self._naming(mention, speaker, resolution),
            speakers=self.speakers.find(chosen) if chosen else (),
            **fields,
        )
        return defer_verdicts(record, best_candidates(attribution, trees, self._mention))

    def confidence(self, utterance: Sequence[Attribution]) -> float:
        """The calibrated probability that all of these parts are attributed correctly."""
        return min(map(self.attributed.confidence, utterance))

    def mention(self, attribution: Attribution) -> Mention | None:
        """The mention of the speaker; None for nobody."""
        return Mention(*self._mention(attribution.chosen)) if attribution.chosen else None

    def _named_right(self, resolution: Resolution | None) -> float:
        """The probability that the name is right if the attribution is; 1 for nobody."""
        return 1.0 if resolution is None else self.certainty.probability(resolution)

    def _naming(
        self, mention: Mention | None, speaker: str | None, resolution: Resolution | None
    ) -> Naming | None:
        """How the mention led to the name; None for nobody."""
        if mention is None or not speaker or resolution is None:
            return None
        return self._namer.naming(mention, speaker, resolution.reason)

    def _mention(self, candidate: Candidate) -> MentionFields:
        """The fields of the candidate's mention in a record, cached."""
        if candidate not in self._mentions:
            referents = self.document.referents
            start, end = referents.mention(candidate)
            if referents.apposed_name(candidate) is not None:
                kind: MentionKind = "name"
            elif candidate.head in self.document.language.object_pronouns:
                kind = "pronoun"  # *according to her*: a source that the tagger found
            else:
                kind = _KINDS.get(candidate.tag, "nominal")
            self._mentions[candidate] = start, end, self.document.text[start:end], kind
        return self._mentions[candidate]

    def cue(self, attribution: Attribution) -> Cue | None:
        """The cue that links quote and speaker; for a clause even if nobody is named."""
        quote, document = attribution.quote, self.document
        chunk = None
        if attribution.chosen is not None:
            chunk = find_cue(document.tags, quote.first, quote.last, attribution.chosen.chunk)
        span = self._nearest(quote) if quote.clause else None
        if chunk is not None:
            start, end = document.chunks.starts[chunk], document.chunks.ends[chunk]
            tagged_cue = self._read_at(start)
            span = tagged_cue or span or Span(start, end)
        return None if span is None else Cue(*span, document.text[slice(*span)])

    def _read_at(self, start: int) -> Span | None:
        """The tagger's cue that contains a word."""
        k = bisect_right(self.cues, (start, len(self.document.text))) - 1
        return self.cues[k] if k >= 0 and start < self.cues[k].end else None

    def _nearest(self, quote: Quote) -> Span | None:
        """The nearest cue before or after a clause in its sentence."""
        k = bisect_left(self.cues, quote.spans[0])
        near = [
            (abs(chunk - quote.first), span)
            for span in self.cues[max(0, k - 1) : k + 1]
            if self._in_sentence(chunk := self._chunk(span), quote)
        ]
        return min(near)[1] if near else None

    def _chunk(self, span: Span) -> int:
        """The chunk in which a cue begins."""
        return bisect_right(self.document.chunks.starts, span.start) - 1

    def _in_sentence(self, chunk: int, quote: Quote) -> bool:
        """Whether no sentence ends between a chunk and the clause."""
        low, high = sorted((chunk, quote.first))
        return _ENDS.isdisjoint(self.document.tags[low:high])


def quote_records(
    quotes: RecordBuilder, inside: Collection[int], unattributed: bool
) -> Iterator[QuoteRecord]:
    """The records of the quoted spans outside reported clauses.

    Args:
        quotes: the builder of the records.
        inside: the indices of the quoted spans inside a clause.
        unattributed: whether to include those that nobody said.
    """
    outside_clauses = [
        a for a in quotes.attributions if not set(inside).intersection(a.quote.quoted)
    ]
    joined = utterances(quotes.document, outside_clauses)
    return quotes.records([u for u in joined if unattributed or u[0].chosen is not None])


def reported_clauses(
    clauses: RecordBuilder, quotes: RecordBuilder, tagged: TaggedClauses
) -> Iterator[ReportedClause]:
    """The reported clauses of an article with their attributions.

    If somebody says words in quotation marks inside a clause, this person says the clause. Marks
    around words that nobody says, such as a title, do not count.
    """
    by_span = {k: a for a in quotes.attributions if a.chosen for k in a.quote.quoted}
    spans = {
        k: s for a in by_span.values() for k, s in zip(a.quote.quoted, a.quote.spans, strict=True)
    }
    for utterance in utterances(clauses.document, clauses.attributions):
        quoted = [k for a in utterance for k in a.quote.quoted if k in by_span]
        likely = (by_span[k] for k in quoted if by_span[k].share > _LIKELY)
        if len({speaker_key(attribution.chosen) for attribution in likely}) > 1:
            continue  # *“a joke” to Ann Lee and “a gift” to Bob Ray*: each is a separate quote
        surest = max((by_span[k] for k in quoted), key=lambda a: a.share, default=None)
        deciding, builder = ([surest], quotes) if surest else (utterance, clauses)
        yield ReportedClause(
            utterance,
            deciding[0],
            quotes.document,
            tagged,
            cue=builder.cue(deciding[0]) or clauses.cue(utterance[0]),
            mention=builder.mention(deciding[0]),
            quoted=[spans[k] for k in quoted],
            confidence=builder.confidence(deciding),
        )
