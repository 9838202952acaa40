"""Cues: the word that reports, beside the mention or between it and the quote."""

from tables import for_each

from quoteattr.attribute.results.cues import find_cue
from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize


@for_each(
    ("text", "mention", "cue"),
    [
        ("“No,” said Mara Holt.", "Mara Holt", "said"),
        ("“No,” Mara Holt told reporters.", "Mara Holt", "told"),
        ("Mara Holt said on Friday: “No.”", "Mara Holt", "said"),
        ("Mara Holt, who asked in vain, said “no”.", "Mara Holt", "said"),
        ("According to Mara Holt, it is “no”.", "Mara Holt", "According to"),
        ("It is “no”, according to Mara Holt.", "Mara Holt", "according to"),
        ("Mara Holt denied the claim, saying “no”.", "Mara Holt", "saying"),
        ("Mara Holt refused to go, adding that “no”.", "Mara Holt", "adding"),
        ("Mara Holt denied the claim, also saying “no”.", "Mara Holt", "saying"),
        ("Mara Holt asked them by saying “no”.", "Mara Holt", "asked"),
        ("Mara Holt said, going on, “no”.", "Mara Holt", "said"),
        ("Mara Holt: “No.”", "Mara Holt", ":"),
        ("“No” — Mara Holt", "Mara Holt", "—"),
        ("said Mara Holt, who bought the line in May. “No.”", "Mara Holt", "said"),
        ("added Mara Holt. “No.”", "Mara Holt", "added"),
        ("said Mara Holt as she announced “no”.", "Mara Holt", "announced"),
        ("Mara Holt in “no”", "Mara Holt", None),
    ],
)
def test_cue(text, mention, cue):
    chunks = find_chunks(tokenize(text, find_quotes(text)))
    quote = chunks.quote_chunks[0]
    speaker = next(i for i in range(len(chunks.tags)) if text[slice(*chunks.mention(i))] == mention)
    cue_chunk = find_cue(chunks.tags, quote, quote, speaker)
    assert (
        None if cue_chunk is None else text[chunks.starts[cue_chunk] : chunks.ends[cue_chunk]]
    ) == cue
