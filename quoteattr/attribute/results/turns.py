"""Build the records of a transcript: its turns, and the quotes and clauses in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from quoteattr.detect.regions import Regions
from quoteattr.detect.transcripts.turns import Turn
from quoteattr.language import Language
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Article, Cue, Mention, QuoteKind, QuoteRecord, Span, evolve_record

#: the rule of a turn's record
_RULE = "turn-label"


def turn_records(
    article: Article, regions: Regions, records: Iterable[QuoteRecord], language: Language
) -> Iterator[QuoteRecord]:
    """The records of quotes and clauses, adjusted to turns, and those of the turns.

    A clause that a label seems to report is the turn itself. Quotes attributed to *I*, or to
    somebody outside the turn, belong to its speaker. In any other text there are no turns, and
    nothing changes.
    """
    turns = _Turns(article, regions, language)
    #: turns whose words are in quotation marks and have records of their own
    marked: set[int] = set()
    for record in records:
        k = turns.turn_of(record.spans[0].start)
        if k is None:
            if not turns.crosses(record):
                yield record
            continue
        settled = turns.settled(record, k)
        if settled is not None:
            if settled.kind == "direct":
                marked.add(k)
            yield settled
    yield from turns.records(marked)


class _Turns:
    """The turns of one article."""

    def __init__(self, article: Article, regions: Regions, language: Language) -> None:
        self._language = language
        self._article, self._turns, self._quoted = article, regions.turns, regions.quoted
        self._outer_ends = [span.outer_end for span in regions.quoted]
        #: the start of each turn, including its label
        self._starts = [
            turn.label.start if turn.cue else turn.spans[0].start for turn in self._turns
        ]
        self._spelling = {turn.speaker.casefold(): turn.speaker for turn in self._turns}
        labels = [turn.label for turn in self._turns]
        letters = {article.text[slice(*label)] for label in labels if label.end - label.start == 1}
        self._joined = lazy_regex(rf"[{''.join(letters)}] ") if letters else None

    def _spelt(self, record: QuoteRecord) -> QuoteRecord:
        """The record with its speaker spelt as in the records of turns.

        A label and the first word of a turn are not a name: *Q Is the road open?*.
        """
        speaker = record.speaker or ""
        joined = self._joined.match(speaker) if self._joined else None
        if joined and record.mention and record.mention.text != speaker:
            return evolve_record(record, speaker=record.mention.text)
        return evolve_record(record, speaker=self._spelling.get(speaker.casefold(), record.speaker))

    def records(self, marked: Collection[int]) -> Iterator[QuoteRecord]:
        """The records of the turns, except those whose words have records of their own."""
        for k, turn in enumerate(self._turns):
            spans = self._marked(turn)
            if spans and k not in marked:
                yield self._record(turn, spans, "direct")
            elif not spans:
                yield self._record(turn, turn.spans, "turn")

    def turn_of(self, place: int) -> int | None:
        """The turn that contains an offset."""
        k = bisect_right(self._starts, place) - 1
        return k if k >= 0 and place < self._turns[k].spans[-1].end else None

    def crosses(self, record: QuoteRecord) -> bool:
        """Whether a clause begins before a turn and ends in it."""
        return self.turn_of(record.spans[-1].end - 1) is not None

    def settled(self, record: QuoteRecord, k: int) -> QuoteRecord | None:
        """A record inside turn k; None if it only repeats the turn."""
        record, turn = self._spelt(record), self._turns[k]
        mention, inside = record.mention, self._is_inside(record.mention, turn)
        labelled = mention is not None and turn.cue is not None and _overlap(mention, turn.label)
        own = mention is not None and mention.text.lower() in self._language.first_person
        if record.kind == "indirect":
            if labelled or not inside or not self._spans_inside(record, turn):
                return None
            return _of(turn, record) if own else record
        if labelled or (own and inside):
            return _of(turn, record)
        if inside:
            return record
        mention, cue = self._mention(turn), self._cue(turn)
        return evolve_record(_of(turn, record), mention=mention, cue=cue, rule=_RULE)

    def _is_inside(self, mention: Mention | None, turn: Turn) -> bool:
        """Whether a mention is in a turn or its label."""
        start = turn.label.start if turn.cue else turn.spans[0].start
        return mention is not None and start <= mention.start < turn.spans[-1].end

    @staticmethod
    def _spans_inside(record: QuoteRecord, turn: Turn) -> bool:
        """Whether a clause is among the words of a turn, not in a stage direction."""
        return all(
            any(piece.start <= span.start and span.end <= piece.end for piece in turn.spans)
            for span in record.spans
        )

    def _marked(self, turn: Turn) -> list[Span]:
        """The words in marks, if they are all the words of a turn."""
        low, high = turn.spans[0].start, turn.spans[-1].end
        first = bisect_right(self._outer_ends, low)
        spans, at = [], low
        for quote in map(self._quoted.__getitem__, range(first, len(self._quoted))):
            if quote.outer_start >= high:
                break
            if self._article.text[at : quote.outer_start].strip():
                return []
            spans.append(Span(quote.start, min(quote.end, high)))
            at = quote.outer_end
        return spans if not self._article.text[at:high].strip(" \r\n\t*_") else []

    def _record(self, turn: Turn, spans: Sequence[Span], kind: QuoteKind) -> QuoteRecord:
        """The record of a turn."""
        text = self._article.text
        return QuoteRecord(
            speaker=turn.speaker,
            quote=" ".join(text[slice(*span)] for span in spans),
            source=self._article.source,
            kind=kind,
            spans=tuple(spans),
            quoted=tuple(spans) if kind == "direct" else (),
            mention=self._mention(turn),
            cue=self._cue(turn),
            rule=_RULE,
            confidence=turn.confidence,
            speaker_confidence=turn.confidence,
        )

    def _mention(self, turn: Turn) -> Mention:
        """The label, or the name before the first question."""
        words = self._article.text[slice(*turn.label)]
        return Mention(*turn.label, words, "label" if turn.cue else "name")

    def _cue(self, turn: Turn) -> Cue | None:
        """The colon, if there is one."""
        if not turn.cue or turn.cue.start == turn.cue.end:
            return None
        return Cue(*turn.cue, self._article.text[slice(*turn.cue)])


def _overlap(mention: Mention, label: Span) -> bool:
    """Two spans of text share a character."""
    return mention.start < label.end and label.start < mention.end


def _of(turn: Turn, record: QuoteRecord) -> QuoteRecord:
    """A record with the speaker of a turn; the label is as certain as its attribution."""
    confidence = record.confidence
    return evolve_record(record, speaker=turn.speaker, speaker_confidence=confidence, speakers=())
