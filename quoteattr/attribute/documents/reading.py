"""The tagger's probabilities for a quote: that it is reported, its source, that nobody said it."""

from __future__ import annotations

from typing import NamedTuple

from quoteattr.tag.tagger import QuoteSource

#: The default probabilities if there is no tagger, or it returns none: that a mention is a source,
#: that nobody said a quote, that its source is in another paragraph. They are those of ordinary
#: quotes and mentions, with which the trees do best (``world/train``: F 88.3 instead of 91.1, when
#: rules saw labels only).
NO_SOURCE_READ, _NOBODY_READ, _ELSEWHERE_READ = 0.3, 0.05, 0.2


class QuoteReading(NamedTuple):
    """The tagger's probabilities that a quote, and the tokens next to it, are reported content."""

    content: float
    #: that it begins the content
    begins: float
    #: that the token before it, and the one after it, are content: it is part of a reported clause
    before: float
    after: float
    #: the source of each of its quoted spans; empty if the tagger returns none
    sources: tuple[QuoteSource, ...] = ()

    @property
    def nobody(self) -> float:
        """The probability that nobody said the words."""
        return self.sources[0].nobody if self.sources else _NOBODY_READ

    @property
    def elsewhere(self) -> float:
        """The probability that the source is in another paragraph."""
        return self.sources[0].elsewhere if self.sources else _ELSEWHERE_READ

    def source(self, tokens: slice) -> float:
        """The probability that some tokens are, or are part of, the source."""
        if not self.sources:
            return NO_SOURCE_READ
        return max([source.within(tokens) for source in self.sources])


#: the default for a quote that the tagger did not read
NOT_READ = QuoteReading(content=0.95, begins=0.9, before=0.05, after=0.01)
