"""An article in an archive, and what tests of corrections ask of it."""

from contextlib import contextmanager

from quoteattr import Article, QuoteArchive

RAIN = (
    "Ada Berg met Bo Holm. “It will rain,” she said. Then he laughed. “No,” he said.\n\n"
    "Holm whispered: “so-called”. Cy Dahl wrote that the pier would burn."
)


def place(words, text=RAIN):
    """Where words stand in a text."""
    start = text.index(words)
    return (start, start + len(words))


@contextmanager
def rain_archive():
    """An archive with that article."""
    with QuoteArchive(":memory:") as archive:
        archive.add([Article(RAIN, id="rain", publisher="Argus", published="2026-05-04")])
        yield archive


def speakers(archive, **filters):
    """The speaker of each quote, by its words."""
    return {record.quote: record.speaker for record in archive.search(**filters)}


def snapshot(archive):
    """All records of an archive, as JSON has them."""
    return [record.to_dict() for part in archive.records() for record in part]


def tables(archive):
    """What is in the tables that follow from the effective records, whatever the row numbers."""
    run = archive._store.run
    return [
        sorted(map(repr, run(sql).fetchall()))
        for sql in (
            "SELECT article, speaker, quote, kind, rule, words, verbatim, plain FROM record",
            "SELECT name, kind, gender, role FROM speaker",
            "SELECT folded, name, sure FROM version",
        )
    ]
