"""Made-up records for the tests of audits."""

from quoteattr.records import Article, Phrase, QuoteRecord, QuoteRecords, Speaker


def speaker(name, kind="person", gender=None, role=None, **fields):
    """A speaker; the role is anywhere in the text."""
    phrase = None if role is None else Phrase(0, len(role), role)
    return Speaker(name, kind, role=phrase, gender=gender, **fields)


def record(source, quote, *speakers, kind="direct", quoted=(), **fields):
    """A record of an article with its speakers."""
    name = speakers[0].name if speakers else None
    span = (0, len(quote))
    return QuoteRecord(
        name, quote, source, kind, [span], quoted=quoted, speakers=speakers, **fields
    )


def article(source, *records, **fields):
    """The records of an article, with it."""
    return QuoteRecords(records, [Article(f"text of {source}", id=source, **fields)])


IDA = speaker("Ida Berg", gender="f", role="the mayor of Brack", affiliation="Brack")
OTTO = speaker("Otto Marx", gender="m", role="a retired nurse")
NICOLE = speaker("Nicole Tan")
RESIDENT = speaker("a resident", "unnamed person", gender="f")
COMPANY = speaker("Vale Water", "organisation")

#: three articles of two papers, one without quotes
PAPERS = (
    article(
        "a",
        record("a", "one two three", IDA),
        record("a", "four five", IDA, kind="indirect"),
        record("a", "six", OTTO),
        record("a", "seven", act="thought"),
        record("a", "eight"),
        publisher="The Herald",
        section="Local",
        authors=("Nell Arkwright", "Bo Lund"),
        published="2024-05-04",
    ),
    article(
        "b",
        record("b", "one", NICOLE),
        record("b", "two", COMPANY),
        record("b", "she left", RESIDENT, kind="mixed", quoted=[(4, 8)]),
        record("b", "not so", IDA, factuality="negated"),
        publisher="The Gazette",
        section="Sport",
        authors=("Nell Arkwright",),
        published="2024-06-01",
    ),
    article("c", publisher="The Gazette", published="no date"),
)
