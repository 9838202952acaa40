"""Records of a made-up text that the tests of the formats write and read."""

from quoteattr.records import Cue, Mention, QuoteRecord

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
