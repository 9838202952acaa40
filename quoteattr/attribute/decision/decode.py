"""Attribute the quotes of a document to their speakers, from the first to the last.

Each candidate of a quote, and *nobody*, is a row of rule values; the trees score the rows, and the
best is chosen. Since some rules look at earlier speakers, the decision on one quote is evidence for
the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from attrs import evolve, frozen

from quoteattr.attribute.decision.constraints import RELIABILITY, possible
from quoteattr.attribute.decision.fusion import NO_ENCODER_SCORES, EncoderScores, softmax
from quoteattr.attribute.decision.tables import Candidates, add_history, rows, rule_tables
from quoteattr.attribute.decision.trees import Trees
from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.previous_quotes import PreviousQuotes
from quoteattr.attribute.documents.quote import Quote
from quoteattr.attribute.rules import Floats
from quoteattr.attribute.structure.exchanges import Exchanges, of_speaker
from quoteattr.attribute.structure.headings import echoed_quotes

#: number of quotes whose candidates are in one table: half a megabyte
_AT_ONCE = 64
#: number of speakers of a quote that are kept: a verdict compares the best with the next
KEPT_SPEAKERS = 2
#: the best candidate of each speaker, and the speaker's share
Ranking = tuple[tuple[int, float], ...]


@frozen
class Attribution:
    """A quote with the candidate chosen for it; None for nobody."""

    quote: Quote
    candidates: tuple[Candidate | None, ...]
    #: the rule values of the best candidate of each of the ``KEPT_SPEAKERS`` most likely
    #: speakers; those of all candidates would take a fifth of the memory of an article
    best_rows: Floats
    #: the score of each candidate by all rules
    scores: Floats
    #: for each of these speakers, the most likely first, the index of the best candidate, and the
    #: softmax share of all the speaker's candidates together
    ranking: Ranking
    #: the encoder's scores of the candidates; None if it was not asked
    encoder_scores: EncoderScores | None = None
    #: whether grammar excludes all speakers but the chosen one, and whether the trees choose the
    #: same; then the ranking is theirs
    by_grammar: bool = False
    trees_agree: bool = False
    #: for words that a heading repeats, the attribution of the quote that contains them
    repeated_quote: Attribution | None = None

    @property
    def best(self) -> list[int]:
        """The indices of the candidates in ``best_rows``."""
        return _best(self.ranking)

    @property
    def chosen(self) -> Candidate | None:
        """The best candidate of the most likely speaker."""
        return self.candidates[self.ranking[0][0]]

    @property
    def share(self) -> float:
        """The softmax share of the most likely speaker."""
        return self.ranking[0][1]

    @property
    def certainty(self) -> float:
        """The share, times the probability that the clause reports anything."""
        clause = self.quote.clause
        return self.share * (clause.probability if clause else 1.0)


def _best(ranking: Ranking) -> list[int]:
    """The best candidates of the most likely speakers."""
    return [k for k, _ in ranking]


class History:
    """The decisions so far: for each quote, what was decided before it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._last: Candidate | None = None
        self._before_last: Candidate | None = None
        self._spoken: Counter[object] = Counter()

    def add(self, chosen: Candidate | None) -> None:
        """Add the decision on the next quote: its candidate, or None for nobody."""
        self._last, self._before_last = chosen, self._last
        if chosen:
            self._spoken[chosen.key] += 1

    def before(self, quote: Quote) -> PreviousQuotes:
        """The decisions before the quote."""
        if not quote.index:
            return PreviousQuotes(None, None, self._spoken, None, -1, quote.first)
        before = self._document.quotes[quote.index - 1].last
        gap = max(0, quote.first - before - 1)
        return PreviousQuotes(self._last, self._before_last, self._spoken, gap, before, quote.first)


def candidates_of(document: Document, quote: Quote) -> Candidates:
    """The candidates of a quote in order of the text, with nobody last."""
    return (*map(document.candidate, document.window(quote)), None)


@frozen
class AttributedDocument:
    """A document with the attributions of its quotes, and the trees that made them."""

    document: Document
    trees: Trees
    attributions: Sequence[Attribution]

    def confidence(self, attribution: Attribution) -> float:
        """The calibrated probability that an attribution is right."""
        if attribution.repeated_quote is not None:
            return min(self.confidence(attribution.repeated_quote), RELIABILITY)
        encoder_scores = attribution.encoder_scores
        curve = (
            self.trees.calibration if encoder_scores is None else encoder_scores.fusion.calibration
        )
        probability = curve.probability(attribution.certainty)
        if not attribution.by_grammar:
            return probability
        bound = max if attribution.trees_agree else min
        return bound(probability, RELIABILITY)


def attribute(
    document: Document,
    trees: Trees,
    encoder_scores_by_quote: Mapping[int, EncoderScores] = NO_ENCODER_SCORES,
) -> AttributedDocument:
    """Attribute each quote, in order of the text, except those with settled speakers.

    Args:
        document: the article with its quotes and candidates.
        trees: the model that scores the candidates.
        encoder_scores_by_quote: an encoder's scores for some quotes, by their index.
    """
    history, exchanges, tabulated = History(document), Exchanges(document), _tabulated(document)
    attributions = []
    for quote in document.quotes:
        if quote.settled:
            history.add(settled_speaker(document, quote))
            continue
        all_candidates, candidates, table = next(tabulated)
        next_speaker = exchanges.next_speaker(quote)
        if next_speaker:
            candidates = of_speaker(all_candidates, next_speaker)
            (table,) = rule_tables(document, [quote], [candidates])
        before = history.before(quote)
        add_history(table, candidates, before)
        scores = trees.scores(table)
        encoder_scores = encoder_scores_by_quote.get(quote.index)
        attribution = _decide(quote, candidates, table, scores, encoder_scores)
        if (
            len(attribution.ranking) == 1
            and not next_speaker
            and len(candidates) < len(all_candidates)
        ):
            attribution = _of_only_speaker(document, trees, attribution, all_candidates, before)
        history.add(attribution.chosen)
        exchanges.add(quote, attribution.chosen, next_speaker is not None)
        attributions.append(attribution)
    attributed = AttributedDocument(document, trees, attributions)
    return evolve(attributed, attributions=_with_headings(attributed))


def _decide(
    quote: Quote,
    candidates: Candidates,
    table: Floats,
    scores: Floats,
    encoder_scores: EncoderScores | None,
) -> Attribution:
    """The attribution of a quote by the scores of its candidates."""
    if encoder_scores and encoder_scores.candidates != candidates:
        # the remaining candidates depend on earlier speakers, and may be others
        encoder_scores = None
    ranking = rank_speakers(
        candidates, encoder_scores.combine(scores) if encoder_scores else scores
    )[:KEPT_SPEAKERS]
    return Attribution(quote, candidates, table[_best(ranking)], scores, ranking, encoder_scores)


def _of_only_speaker(
    document: Document,
    trees: Trees,
    by_grammar: Attribution,
    all_candidates: Candidates,
    before: PreviousQuotes,
) -> Attribution:
    """The attribution to the only speaker that grammar leaves, ranked by trees that agree with it.

    The mention is that of grammar: in *Berg’s son said he told her* not *Berg*, whose son speaks.
    That of a reported clause keeps its share of 1, from which its confidence is learned.
    """
    quote = by_grammar.quote
    if not quote.clause:
        (table,) = rule_tables(document, [quote], [all_candidates])
        add_history(table, all_candidates, before)
        by_trees = _decide(quote, all_candidates, table, trees.scores(table), None)
        chosen = by_grammar.chosen
        if speaker_key(by_trees.chosen) == speaker_key(chosen) and chosen in all_candidates:
            ranking = ((all_candidates.index(chosen), by_trees.share), *by_trees.ranking[1:])
            attribution = evolve(by_trees, ranking=ranking, best_rows=table[_best(ranking)])
            return evolve(attribution, by_grammar=True, trees_agree=True)
    return evolve(by_grammar, by_grammar=True)


def _tabulated(document: Document) -> Iterator[tuple[Candidates, Candidates, Floats]]:
    """Yield the candidates of each quote to attribute, the possible ones, and their table."""
    quotes = [quote for quote in document.quotes if not quote.settled]
    candidate_rows: dict[Candidate, Floats] = {}  # neighbouring quotes share candidates
    for first in range(0, len(quotes), _AT_ONCE):
        block = quotes[first : first + _AT_ONCE]
        all_candidates = [candidates_of(document, quote) for quote in block]
        possible_candidates = [
            possible(document, *pair) for pair in zip(block, all_candidates, strict=True)
        ]
        yield from zip(
            all_candidates,
            possible_candidates,
            rule_tables(document, block, possible_candidates, candidate_rows),
            strict=True,
        )
        kept = set().union(*possible_candidates)
        candidate_rows = {c: candidate_rows[c] for c in kept if c}


def _with_headings(attributed: AttributedDocument) -> Sequence[Attribution]:
    """Attribute words that a heading repeats like the quote that contains them.

    This is possible only when all quotes are attributed: the decisions on later quotes used the
    trees' decision on the heading.
    """
    document, trees = attributed.document, attributed.trees
    by_quote = {attribution.quote.index: attribution for attribution in attributed.attributions}
    for quote, repeated_quote in echoed_quotes(document):
        repeated = by_quote.get(repeated_quote.index)
        if quote.index not in by_quote or repeated is None or repeated.chosen is None:
            continue
        candidates = of_speaker(candidates_of(document, quote), repeated.chosen)
        table = rows(document, quote, candidates, History(document).before(quote))
        scores = trees.scores(table)
        ranking = ((rank_speakers(candidates, scores)[0][0], repeated.share),)
        by_quote[quote.index] = Attribution(
            quote, candidates, table[_best(ranking)], scores, ranking, repeated_quote=repeated
        )
    return list(by_quote.values())


def settled_speaker(document: Document, quote: Quote) -> Candidate | None:
    """The candidate chosen earlier for a settled quote; None for nobody."""
    return None if quote.speaker is None else document.candidate(quote.speaker)


def rank_speakers(candidates: Sequence[Candidate | None], scores: Floats) -> Ranking:
    """Rank speakers by share: the mentions of one person do not compete with each other."""
    shares: list[float] = softmax(scores).tolist()
    keys = [candidate and candidate.key for candidate in candidates]
    best: dict[object, int] = {}
    total: dict[object, float] = {}
    for k in sorted(range(len(shares)), key=shares.__getitem__, reverse=True):
        key = keys[k]
        if key in best:
            total[key] += shares[k]
        else:
            best[key], total[key] = k, shares[k]
    ranked = sorted(total.items(), key=itemgetter(1), reverse=True)
    return tuple((best[key], share) for key, share in ranked)


def speaker_key(candidate: Candidate | None) -> object:
    """A key that is equal for candidates of one speaker; None for nobody."""
    return candidate.key if candidate else None
