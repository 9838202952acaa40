"""Records of made-up texts that the tests of the formats write and read."""

import io

from quoteattr.io.formats import FORMATS
from quoteattr.records import Article, Cue, Mention, QuoteRecord, QuoteRecords

TEXT = "“We will rebuild,” said Mara Lindqvist, the mayor. “Before\nwinter, = or later.”"

NAMED = QuoteRecord(
    speaker="Mara Lindqvist",
    quote="We will rebuild, Before\nwinter, = or later.",
    source="articles/bridge.txt",
    kind="direct",
    spans=[(1, 17), (52, 79)],
    quoted=[(1, 17), (52, 79)],
    mention=Mention(24, 38, "Mara Lindqvist", "name"),
    cue=Cue(19, 23, "said"),
    rule="quote-cue-speaker",
    confidence=0.9375,
)

NOBODY = QuoteRecord(speaker=None, quote="“so-called”", source=None, kind="mixed", spans=[(3, 14)])

RECORDS = (NAMED, NOBODY)

ARTICLE = Article(
    TEXT,
    id="articles/bridge.txt",
    url="https://news.example/bridge?page=1",
    title="A bridge returns",
    authors=["Ida Moss", "Bo Field"],
    publisher="The Example",
    published="2024-05-04",
    language="en",
)

#: the records as ``extract_many`` would give them: one article that is known, one that is not
PARTS = (QuoteRecords([NAMED], [ARTICLE]), QuoteRecords([NOBODY]))


def written(name, parts):
    """What a format writes: text or bytes."""
    form = FORMATS[name]
    file = io.BytesIO() if form.binary else io.StringIO(newline="")
    form.write(iter(parts), file)
    return file.getvalue()


class Stopped(BaseException):
    """Somebody pressed Ctrl-C."""


def stopping(parts):
    """The parts, and then the end of everything."""
    yield from parts
    raise Stopped
