"""A quote as the rules see it: its words, and its context."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from attrs import define

from quoteattr.attribute.documents.reading import NOT_READ, QuoteReading
from quoteattr.attribute.documents.surroundings import Frame
from quoteattr.language import Language
from quoteattr.language.letters import WORD
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Span
from quoteattr.tag.clauses import Clause

_WORD = lazy_regex(WORD)


@define(eq=False)
class Quote:
    """One or more quoted spans, or a reported clause, as the rules see them.

    There are several spans if a quotation continues over paragraphs, each with its own opening
    mark.
    """

    #: its position among the document's quotes
    index: int
    #: the chunks of its first and its last quoted span
    first: int
    last: int
    #: the span of the words of each quoted span
    spans: tuple[Span, ...]
    text: str
    frame: Frame
    language: Language
    #: the indices of the quoted spans that it consists of or contains
    quoted: Sequence[int] = ()
    #: whether the last quoted span has a closing mark
    closed: bool = True
    #: how often its words occur between other marks, inside a longer quoted span, and outside marks
    repeated: int = 0
    echoed: int = 0
    unmarked: int = 0
    #: whether a noun without a determiner directly follows it
    noun_follows: bool = False
    #: the tagger's probabilities
    reading: QuoteReading = NOT_READ
    #: the reported clause that it is; None for quoted spans
    clause: Clause | None = None
    #: if the speaker is settled: the candidate in the chunk ``speaker``, or None for nobody
    settled: bool = False
    speaker: int | None = None

    @cached_property
    def words(self) -> list[str]:
        """Its words, verbatim."""
        return _WORD.findall(self.text)

    @cached_property
    def classes(self) -> str:
        """The classes of its words, without unknown words."""
        tags = self.language.word_tags
        return "".join([tags.get(word, "") for word in " ".join(self.words).lower().split(" ")])

    @cached_property
    def capital_count(self) -> int:
        """The number of its words that begin with a capital."""
        return sum([word[0].isupper() for word in self.words])
