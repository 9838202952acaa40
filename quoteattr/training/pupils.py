"""Annotated articles, ready to learn from: their quotes, or their clauses, with the answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from attrs import evolve, field, frozen

from quoteattr.attribute.decode import History, attribute, candidates_of, rows, settled_speaker
from quoteattr.attribute.document import Candidate, Document, Quote
from quoteattr.attribute.rules.quote import quote_name, quote_title
from quoteattr.attribute.trees import Trees
from quoteattr.detect.regions import find_regions
from quoteattr.evaluation.brat import Attribution, GoldArticle
from quoteattr.model.model import Model
from quoteattr.pipeline import Options, read_document
from quoteattr.records import Span
from quoteattr.training.boost import LEFT_OUT, RIGHT, WRONG, Lesson

#: least Jaccard of characters for a clause to be an annotated content: half of both together
ALIKE = 0.5


@frozen
class Answer:
    """What the annotation says of a quote: its attribution, None for nobody."""

    attribution: Attribution | None
    #: there is nothing of the kind in the annotation, which a sure answer should have known
    invented: bool = False

    def holds(self, candidate: Candidate | None, document: Document) -> bool:
        """The candidate's mention overlaps the annotated source; nobody where there is none."""
        if self.invented:
            return False
        if candidate is None or self.attribution is None:
            return candidate is None and self.attribution is None
        start, end = document.chunks.mention(candidate.chunk)
        return any(start < e and s < end for s, e in self.attribution.source)

    @property
    def known(self) -> bool:
        """The annotation names a source, or nobody speaks."""
        return not self.invented and (self.attribution is None or bool(self.attribution.source))


@frozen
class Outcome:
    """What came of one quote that the trees had not seen."""

    #: somebody was chosen
    chosen: bool
    right: bool
    #: how sure the choice was
    certainty: float


@frozen
class Pupil:
    """An annotated document, ready to learn from."""

    document: Document
    #: of each quote that is not settled
    answers: tuple[Answer, ...]
    #: the right candidate of each, None for nobody or where it is not among them
    right: tuple[Candidate | None, ...] = field()

    @right.default
    def _right(self) -> tuple[Candidate | None, ...]:
        return tuple(
            self._best(q, a) for q, a in zip(_asked(self.document), self.answers, strict=True)
        )

    def _best(self, quote: Quote, answer: Answer) -> Candidate | None:
        """Of the candidates in the annotated source, the one that begins where it begins.

        The owner is not meant where a name follows: *Loeb's attorney Mark Heller*.
        """
        if answer.attribution is None or not answer.known:
            return None
        start = answer.attribution.source[0].start
        fitting = [
            c for c in candidates_of(self.document, quote) if c and answer.holds(c, self.document)
        ]
        return min(
            fitting,
            key=lambda c: (
                c.place.right.startswith("'N"),
                abs(self.document.chunks.mention_starts[c.chunk] - start),
            ),
            default=None,
        )

    def lessons(self, chosen: Sequence[Candidate | None]) -> list[Lesson]:
        """One lesson a quote, as if these candidates had been chosen for the document's quotes."""
        out, history = [], History(self.document)
        answered = zip(self.answers, self.right, chosen, strict=True)
        for quote in self.document.quotes:
            if quote.settled:
                history.add(settled_speaker(self.document, quote))
                continue
            answer, right, spoke = next(answered)
            candidates = candidates_of(self.document, quote)
            labels = [self._label(c, answer, right) for c in candidates]
            table = rows(self.document, quote, candidates, history.turn(quote))
            out.append(Lesson(table, np.array(labels, dtype=np.int8)))
            history.add(spoke)
        return out

    def _label(self, candidate: Candidate | None, answer: Answer, right: Candidate | None) -> int:
        """Right, wrong, or left out: other words of the source, other mentions of the speaker."""
        if candidate is None:
            return RIGHT if answer.known and answer.attribution is None else WRONG
        if candidate is right:
            return RIGHT
        same = right is not None and right.key is candidate.key
        return LEFT_OUT if same or answer.holds(candidate, self.document) else WRONG

    def chosen(self, trees: Trees) -> list[Candidate | None]:
        """Whom the trees choose for each quote."""
        return [a.chosen for a in attribute(self.document, trees).attributions]

    def outcomes(self, trees: Trees) -> Iterator[Outcome]:
        """What comes of each quote that the annotation has an answer for."""
        linked = attribute(self.document, trees).attributions
        for found, answer, right in zip(linked, self.answers, self.right, strict=True):
            if answer.known or answer.invented:
                chosen = found.chosen
                same = chosen is not None and right is not None and chosen.key is right.key
                correct = same or answer.holds(chosen, self.document)
                yield Outcome(chosen is not None, correct, found.certainty)


def _asked(document: Document) -> list[Quote]:
    """The quotes that are not settled."""
    return [quote for quote in document.quotes if not quote.settled]


def of_quotes(gold: GoldArticle, model: Model | None = None) -> Pupil:
    """A document to learn from how quoted spans are linked.

    Args:
        gold: the document with its annotations.
        model: resolves descriptions; by default that of the package.
    """
    quoted = find_regions(gold.text, ("direct",)).quoted
    document = read_document(gold.text, quoted, Options(chosen_model=model))
    return Pupil(document, tuple(_quote_answer(gold, quote) for quote in document.quotes))


def _quote_answer(gold: GoldArticle, quote: Quote) -> Answer:
    """What the annotation says of a quote.

    Nothing, if it is what may be a title inside a longer reported clause: the annotation tells
    whose the clause is, not whether the marks are for words said or for a title.
    """
    attribution = gold.at(*quote.spans[0])
    if attribution and (quote_name(quote) or quote_title(quote)):
        reported = sum(end - start for start, end in attribution.content)
        if reported > 2 * len(quote.text):
            return Answer(evolve(attribution, source=()))
    return Answer(attribution)


def of_clauses(gold: GoldArticle, retelling: Document) -> Pupil:
    """A document to learn from how reported clauses are linked."""
    asked = _asked(retelling)
    return Pupil(retelling, tuple(_clause_answer(gold, quote.spans[0]) for quote in asked))


def _clause_answer(gold: GoldArticle, clause: Span) -> Answer:
    """What the annotation says of a clause that the tagger has found."""
    for attribution in gold.attributions:
        if any(_alike(clause, content) for content in attribution.content):
            return Answer(attribution if attribution.source else None)
    return Answer(None, invented=True)


def _alike(one: Span, other: Span) -> bool:
    """Two stretches have more characters in common than not."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common >= ALIKE * (max(one.end, other.end) - min(one.start, other.start))
