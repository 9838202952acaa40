"""How many words of a record are word for word."""

from audits import record
from tables import for_each

from quoteattr.auditing.words import count_verbatim_words, count_words
from quoteattr.records import QuoteRecord


@for_each(
    ("kind", "quoted", "verbatim"),
    [
        ("direct", [], 5),
        ("post", [], 5),
        ("turn", [], 5),
        ("indirect", [], 0),
        ("mixed", [(4, 12)], 2),
        ("mixed", [(0, 3), (13, 17)], 2),
        ("mixed", [(0, 20)], 5),
    ],
)
def test_the_words_between_marks_are_counted(kind, quoted, verbatim):
    quote_record = record("a", "she left the town at", kind=kind, quoted=quoted)
    assert (count_words(quote_record), count_verbatim_words(quote_record)) == (5, verbatim)


def test_the_pieces_of_a_quote_are_found_by_their_spans():
    quote_record = QuoteRecord(
        "Ida", "it was cold, and very wet", "a", "mixed", [(10, 22), (40, 52)], quoted=[(44, 52)]
    )
    assert count_verbatim_words(quote_record) == 2


def test_a_quote_that_somebody_changed_is_counted_by_its_length():
    quote_record = QuoteRecord(
        "Ida", "it was cold and wet", "a", "mixed", [(10, 50)], quoted=[(10, 30)]
    )
    assert count_verbatim_words(quote_record) == 2
