"""A quote as the rules see it: its words, and what stands around it."""

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

    More than one where a quotation goes on over several paragraphs, each opened anew.
    """

    #: its position among the document's quotes
    index: int
    #: the chunks of its first and its last quoted span
    first: int
    last: int
    #: where the words of each quoted span stand
    spans: tuple[Span, ...]
    text: str
    frame: Frame
    language: Language
    #: the quoted spans that it is, or that stand in it, as they are counted
    quoted: Sequence[int] = ()
    #: the last quoted span has its closing mark
    closed: bool = True
    #: how often its words stand between other marks, inside a longer quoted span, and outside marks
    repeated: int = 0
    echoed: int = 0
    unmarked: int = 0
    #: a noun, without a determiner, stands right after it
    noun_follows: bool = False
    #: how the tagger read it
    reading: QuoteReading = NOT_READ
    #: the reported clause that it is, None for quoted spans
    clause: Clause | None = None
    #: who speaks it is settled: the candidate in the chunk ``speaker``, None for nobody
    settled: bool = False
    speaker: int | None = None

    @cached_property
    def words(self) -> list[str]:
        """Its words as they stand."""
        return _WORD.findall(self.text)

    @cached_property
    def classes(self) -> str:
        """The classes of its words, unknown words left out."""
        tags = self.language.word_tags
        return "".join([tags.get(word, "") for word in " ".join(self.words).lower().split(" ")])

    @cached_property
    def capital_count(self) -> int:
        """How many of its words begin with a capital."""
        return sum([word[0].isupper() for word in self.words])
