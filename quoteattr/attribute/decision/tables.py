"""The values of the rules for the candidates of quotes: a table with a row for each candidate.

Values that do not depend on earlier speakers are computed for many quotes at once, by columns.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from quoteattr.attribute.decision.trees import COLUMN_SLICES, RULE_COLUMNS
from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.previous_quotes import PreviousQuotes
from quoteattr.attribute.documents.quote import Quote
from quoteattr.attribute.rules import (
    BY_SCOPE,
    Floats,
    as_table,
    frame_values,
    mention_values,
    path_values,
    place_values,
    values,
)

#: the candidates of a quote; None is nobody, which comes last if at all
Candidates = tuple[Candidate | None, ...]

_FRAME, _QUOTE, _TURN = COLUMN_SLICES["frame"], COLUMN_SLICES["quote"], COLUMN_SLICES["turn"]
_PATH, _AGAIN = COLUMN_SLICES["path"], COLUMN_SLICES["again"]
_CANDIDATE = slice(COLUMN_SLICES["place"].start, COLUMN_SLICES["mention"].stop)
#: the values of the rules on the words of a quote, for a clause
_NO_WORDS = np.zeros(len(BY_SCOPE["quote"]), dtype=np.float32)


def rows(
    document: Document, quote: Quote, candidates: Candidates, previous: PreviousQuotes
) -> Floats:
    """The value of each rule for each candidate of a quote.

    Args:
        document: the document of the quote.
        quote: the quote.
        candidates: the candidates of the quote. No rule on a candidate holds for nobody.
        previous: the decisions before the quote.

    Returns:
        Candidates × columns of the model.
    """
    (table,) = rule_tables(document, [quote], [candidates])
    add_history(table, candidates, previous)
    return table


def rule_tables(
    document: Document,
    quotes: Sequence[Quote],
    candidates: Sequence[Candidates],
    candidate_rows: dict[Candidate, Floats] | None = None,
) -> list[Floats]:
    """The value of each rule for each candidate of some quotes, without the decisions before them.

    Args:
        document: the document of the quotes.
        quotes: the quotes, at least one.
        candidates: the candidates of each quote.
        candidate_rows: the values of the rules on each candidate alone, as far as they are known,
            to which those of new candidates are added.

    Returns:
        For each quote, a table like that of ``rows``.
    """
    counts = [len(of_quote) for of_quote in candidates]
    named = [[c for c in of_quote if c] for of_quote in candidates]
    is_named = np.array([c is not None for of_quote in candidates for c in of_quote])
    table = np.zeros((sum(counts), len(RULE_COLUMNS)), dtype=np.float32)
    table[:, _FRAME] = frame_values([quote.frame for quote in quotes]).repeat(counts, axis=0)
    words = [_NO_WORDS if quote.clause else values("quote", quote) for quote in quotes]
    table[:, _QUOTE] = np.array(words).repeat(counts, axis=0)
    table[:, -1] = ~is_named
    if any(named):
        paths = [document.paths(*pair) for pair in zip(quotes, named, strict=True)]
        table[is_named, _PATH] = path_values(paths)
        by_candidate = {} if candidate_rows is None else candidate_rows
        table[is_named, _CANDIDATE] = _candidate_values(
            [c for of_quote in named for c in of_quote], by_candidate
        )
    return np.split(table, np.cumsum(counts)[:-1])


def _candidate_values(
    candidates: Sequence[Candidate], by_candidate: dict[Candidate, Floats]
) -> Floats:
    """The values of the rules on each candidate alone; those of new ones are added."""
    new = [candidate for candidate in dict.fromkeys(candidates) if candidate not in by_candidate]
    if new:
        place = place_values([candidate.place for candidate in new])
        by_candidate.update(zip(new, np.hstack((place, mention_values(new))), strict=True))
    return as_table([by_candidate[candidate] for candidate in candidates])


def add_history(table: Floats, candidates: Candidates, previous: PreviousQuotes) -> None:
    """Add to the table of a quote the values of the rules on the decisions before it."""
    table[:, _TURN] = values("turn", previous)
    again_rules = [rule.holds for rule in BY_SCOPE["again"]]
    named = [[holds(previous, c) for holds in again_rules] for c in candidates if c]
    if named:
        table[: len(named), _AGAIN] = named
