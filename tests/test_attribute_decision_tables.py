"""Tables: a row for each candidate, many quotes at once, and what was decided before them."""

import numpy as np
from documents import document_of

from quoteattr.attribute.decision import decode
from quoteattr.attribute.decision.decode import History, attribute, candidates_of
from quoteattr.attribute.decision.tables import add_history, rows, rule_tables
from quoteattr.attribute.decision.trees import COLUMN_SLICES, RULE_COLUMNS
from quoteattr.model.model import load_default

TEXT = "“Yes,” said Mara Holt. “No,” said Otto Marx.\n\n“Yes.”\n\nThe word “no” is short."


def test_nobody_is_the_last_candidate_and_no_rule_of_a_candidate_holds_of_it():
    here = document_of(TEXT)
    quote = here.quotes[0]
    candidates = candidates_of(here, quote)
    table = rows(here, quote, candidates, History(here).before(quote))
    assert candidates[-1] is None
    assert None not in candidates[:-1]
    assert table.shape == (len(candidates), len(RULE_COLUMNS))
    assert list(table[:, -1]) == [0] * (len(candidates) - 1) + [1]
    assert table[0, RULE_COLUMNS.index("quote-cue-speaker")] == 1
    assert table[-1, RULE_COLUMNS.index("quote-cue-speaker")] == 0


def test_a_quote_has_the_same_table_alone_and_among_others():
    here = document_of(TEXT)
    candidates = [candidates_of(here, quote) for quote in here.quotes]
    candidates[1] = candidates[1][-1:]  # nobody else can have said it
    together = rule_tables(here, here.quotes, candidates)
    other = document_of(TEXT)
    for quote, table, of_quote in zip(other.quotes, together, candidates, strict=True):
        own = tuple(c and other.candidate(c.chunk) for c in of_quote)
        (alone,) = rule_tables(other, [quote], [own])
        assert np.array_equal(alone, table)
        assert len(table) == len(of_quote)


def test_what_was_decided_before_is_added_to_the_table_of_a_quote():
    here = document_of(TEXT)
    first, second = here.quotes[:2]
    candidates = candidates_of(here, second)
    (table,) = rule_tables(here, [second], [candidates])
    again = table[:, COLUMN_SLICES["again"]]
    assert not again.any()
    history = History(here)
    history.add(here.candidate(here.window(first)[0]))
    add_history(table, candidates, history.before(second))
    speaker = RULE_COLUMNS.index("same-speaker")
    assert [c.text for c, row in zip(candidates, table, strict=True) if row[speaker]] == [
        "Mara Holt"
    ]
    assert not again[-1].any()


def test_it_does_not_matter_how_many_quotes_are_in_one_table(monkeypatch):
    trees = load_default().quotes
    before = [a.ranking for a in attribute(document_of(TEXT), trees).attributions]
    monkeypatch.setattr(decode, "_AT_ONCE", 1)
    assert [a.ranking for a in attribute(document_of(TEXT), trees).attributions] == before
