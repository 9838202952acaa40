"""Makes the record of a quote, or of a reported clause, of its linked pieces."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from attrs import evolve, frozen

from quoteattr.attribute.cues import find_cue
from quoteattr.attribute.decode import Link
from quoteattr.attribute.document import Candidate, Quote, Surroundings
from quoteattr.attribute.explain import Gains, explain, weigh
from quoteattr.attribute.naming import Namer
from quoteattr.attribute.trees import Trees
from quoteattr.attribute.utterances import kind_of
from quoteattr.coref import certainty
from quoteattr.language.en import tables as en
from quoteattr.records import Cue, Mention, MentionKind, QuoteRecord, Span

_KINDS: dict[str, MentionKind] = {"N": "name", "P": "pronoun", "h": "pronoun", "L": "label"}


@frozen
class Reading:
    """An article as it was linked."""

    article: Surroundings
    source: str | None
    links: Sequence[Link]
    #: what it was linked with
    trees: Trees
    #: what the tagger reads as words that report
    cues: Sequence[Span] = ()

    @cached_property
    def _gains(self) -> dict[int, Gains]:
        """What each rule contributed to the two best candidates of each quote."""
        gained = weigh(self.links, self.trees)
        return {found.quote.index: g for found, g in zip(self.links, gained, strict=True)}

    @cached_property
    def _namer(self) -> Namer:
        """Tells how mentions lead to names."""
        return Namer(self.article.cast)

    def record(self, pieces: Sequence[Link]) -> QuoteRecord:
        """The record of a quote that stands in these pieces."""
        first = pieces[0]
        chosen = first.chosen
        why = explain(first, self._gains[first.quote.index], self.mention)
        spans = [span for piece in pieces for span in piece.quote.spans]
        confidence = min(self.trees.confidence(piece.certainty) for piece in pieces)
        speaker = self.article.speaker(chosen) if chosen else None
        mention = self.mention(chosen) if chosen else None
        return QuoteRecord(
            speaker=speaker,
            quote=" ".join(piece.quote.text for piece in pieces),
            source=self.source,
            kind=kind_of(first.quote),
            spans=spans,
            quoted=spans,
            mention=mention,
            cue=self.cue(first),
            rule=why.rule,
            confidence=confidence,
            verdicts=why.verdicts,
            speaker_confidence=round(confidence * self._named_right(chosen), 3),
            naming=self._namer.naming(mention, speaker) if mention and speaker else None,
        )

    def _named_right(self, chosen: Candidate | None) -> float:
        """The probability that the name is right if the link is; nobody has none to be wrong."""
        return certainty.default().probability(self.article.way(chosen)) if chosen else 1.0

    def mention(self, candidate: Candidate) -> Mention:
        """The candidate as a record keeps it."""
        kind = _KINDS.get(candidate.place.symbol, "nominal")
        start, end = self.article.mention(candidate)
        return Mention(start, end, self.article.text[start:end], kind)

    def cue(self, found: Link) -> Cue | None:
        """The cue that joins quote and speaker; that of a clause also where nobody is named."""
        quote, article = found.quote, self.article
        unit = None
        if found.chosen is not None:
            unit = find_cue(article.symbols, quote.first, quote.last, found.chosen.unit)
        span = self._nearest(quote) if quote.clause else None
        if unit is not None:
            start, end = article.units.starts[unit], article.units.ends[unit]
            read = self._read_at(start)
            span = read or span or Span(start, end)
        return None if span is None else Cue(*span, article.text[slice(*span)])

    def _read_at(self, start: int) -> Span | None:
        """What the tagger reads as the cue that a word belongs to."""
        k = bisect_right(self.cues, (start, len(self.article.text))) - 1
        return self.cues[k] if k >= 0 and start < self.cues[k].end else None

    def _nearest(self, quote: Quote) -> Span | None:
        """The nearest cue before or after a clause in its sentence."""
        k = bisect_left(self.cues, quote.spans[0])
        near = [
            (abs(unit - quote.first), span)
            for span in self.cues[max(0, k - 1) : k + 1]
            if self._close(unit := self._unit(span), quote)
        ]
        return min(near)[1] if near else None

    def _unit(self, span: Span) -> int:
        """The unit in which a cue begins."""
        return bisect_right(self.article.units.starts, span.start) - 1

    def _close(self, unit: int, quote: Quote) -> bool:
        """No sentence ends between a unit and the clause."""
        low, high = sorted((unit, quote.first))
        return not {".", "/"} & set(self.article.symbols[low:high])


@frozen
class InMarks:
    """The stretches between marks, as they were linked by themselves."""

    reading: Reading
    #: where the words of each stretch stand
    spans: Sequence[Span]

    @cached_property
    def said(self) -> dict[int, Link]:
        """The link of each stretch that somebody says."""
        links = self.reading.links
        return {k: found for found in links if found.chosen for k in found.quote.stretches}


def clause_record(retold: Reading, pieces: Sequence[Link], in_marks: InMarks) -> QuoteRecord:
    """The record of a reported clause that stands in these pieces.

    Where words in it stand between marks and somebody says them, that one says the clause. Marks
    around what nobody says, such as a title, do not make it one with a quote in it.
    """
    quoted = [k for piece in pieces for k in piece.quote.stretches if k in in_marks.said]
    if quoted:
        surest = max((in_marks.said[k] for k in quoted), key=lambda found: found.share)
        told = in_marks.reading.record([surest])
    else:
        told = retold.record(pieces)
    return evolve(
        told,
        kind="mixed" if quoted else "indirect",
        quote=" ".join(piece.quote.text for piece in pieces),
        spans=[span for piece in pieces for span in piece.quote.spans],
        quoted=[in_marks.spans[k] for k in quoted],
        cue=told.cue or retold.cue(pieces[0]),
    )


def says_nothing(record: QuoteRecord) -> bool:
    """Nothing came to words: *declined to comment*, *nobody said anything*, *named him*."""
    words = record.quote.lower().split()
    if record.quoted or not words:
        return False
    subject = record.mention.text.lower().split()[:1] if record.mention else []
    refuses = record.cue is not None and not en.REFUSING.isdisjoint(record.cue.text.lower().split())
    refused = refuses and words[0] == "to" and not en.REFUSED.isdisjoint(words[1:2])
    bare = len(words) == 1 and words[0] in en.PRONOUN_GENDER
    return refused or bare or not en.NEGATIVE.isdisjoint(subject)
