"""Credits of pictures: *(Photo: Ida Berg/Tresk Post)*. Nobody whom they name says a quote."""

from __future__ import annotations

from quoteattr.detect.chunks import Chunks
from quoteattr.detect.patterns.pattern import encode
from quoteattr.detect.patterns.row_regex import capture, one_of
from quoteattr.language.patterns import lazy_regex

#: the first chunk of a credit: *Photo*, *The picture*
_OPENER = capture("opener", "NAME|LABEL|NOMINAL|OTHER_WORD")
#: in brackets, or in a line of its own
_CREDIT = lazy_regex(
    f"{one_of('OPEN_BRACKET')}{_OPENER}"
    + encode("{^OPEN_BRACKET|CLOSE_BRACKET|QUOTE|PARAGRAPH_END}{0,16} {CLOSE_BRACKET}")
    + f"|(?:^|(?<={one_of('PARAGRAPH_END')})){_OPENER}"
    + encode("({REPORTING|OTHER_WORD}? {COLON|AGENT_MARKER} | {OTHER_WORD} {PREPOSITION})")
    + encode("{^END|QUOTE}{1,16}")
    + f"(?={one_of('PARAGRAPH_END')}|$)"
)


def chunks_of_credits(chunks: Chunks) -> frozenset[int]:
    """The chunks of the credits of an article."""
    heads, pictures = chunks.heads, chunks.language.pictures
    if pictures.isdisjoint(heads):
        return frozenset()  # no pattern is compiled
    credits = (m for m in _CREDIT.finditer(chunks.tags) if heads[m.start("opener")] in pictures)
    return frozenset(i for match in credits for i in range(*match.span()))
