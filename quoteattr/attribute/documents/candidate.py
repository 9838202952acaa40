"""A candidate: a mention that may be the speaker of a quote."""

from __future__ import annotations

from attrs import define

from quoteattr.attribute.documents.reading import NO_SOURCE_READ
from quoteattr.attribute.documents.surroundings import Place
from quoteattr.coref.entities.entity import Entity
from quoteattr.language import ENGLISH, Language


@define(eq=False)
class Candidate:
    """A mention that may be chosen as the speaker."""

    chunk: int
    text: str
    head: str
    place: Place
    entity: Entity | None
    #: whether its chunk begins with a title or an office
    titled: bool
    #: the tokens of the mention
    tokens: slice
    #: the tagger's probability that it is the source of something reported
    source_probability: float = NO_SOURCE_READ
    language: Language = ENGLISH

    @property
    def key(self) -> object:
        """The entity, or if there is none the candidate itself: equal for one speaker."""
        return self.entity or self
