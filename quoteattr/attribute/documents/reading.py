"""How the tagger reads a quote: is it reported, where does its source stand, did anybody say it."""

from __future__ import annotations

from typing import NamedTuple

from quoteattr.tag.tagger import QuoteSource

#: What stands for the tagger's probabilities where there is no tagger, or it does not say: that a
#: mention is a source, that nobody said a quote, that its source stands in another paragraph. With
#: these, those of ordinary quotes and mentions, the trees do best (``world/train``: F 88.3 instead
#: of 91.1, when rules saw labels only).
NO_SOURCE_READ, _NOBODY_READ, _ELSEWHERE_READ = 0.3, 0.05, 0.2


class QuoteReading(NamedTuple):
    """The tagger's probabilities that a quote is reported content, and the tokens beside it."""

    content: float
    #: it begins the content
    begins: float
    #: the token before it, and the one behind it: it is part of a reported clause
    before: float
    behind: float
    #: where the source of each of its quoted spans stands, none if the tagger does not say
    sources: tuple[QuoteSource, ...] = ()

    @property
    def nobody(self) -> float:
        """The probability that nobody said the words."""
        return self.sources[0].nobody if self.sources else _NOBODY_READ

    @property
    def elsewhere(self) -> float:
        """The probability that the source stands in another paragraph."""
        return self.sources[0].elsewhere if self.sources else _ELSEWHERE_READ

    def source(self, tokens: slice) -> float:
        """The probability that some tokens are, or are part of, the source."""
        if not self.sources:
            return NO_SOURCE_READ
        return max(source.within(tokens) for source in self.sources)


#: what stands for a quote that was not read
NOT_READ = QuoteReading(content=0.95, begins=0.9, before=0.05, behind=0.01)
