"""A candidate: a mention that may be the speaker of a quote."""

from __future__ import annotations

from attrs import define, field

from quoteattr.attribute.documents.surroundings import Place, SurroundingsReader
from quoteattr.coref.entities.entity import Entity
from quoteattr.language import Language


@define(eq=False)
class Candidate:
    """A mention that may be chosen as the speaker."""

    chunk: int
    text: str
    head: str
    #: its chunk tag
    tag: str
    entity: Entity | None
    #: whether its chunk begins with a title or an office
    titled: bool
    #: the tokens of the mention
    tokens: slice
    #: the tagger's probability that it is the source of something reported
    source_probability: float
    #: reads its context, which rules need once, and which takes most of the memory
    surroundings: SurroundingsReader
    language: Language
    #: the entity, or if there is none an object of its own: the same for one speaker; rules on the
    #: turn ask for it several times for each quote
    key: object = field(init=False, repr=False)

    @key.default
    def _make_key(self) -> object:
        """The entity, or else a new object."""
        return self.entity or object()

    @property
    def place(self) -> Place:
        """Its context."""
        return self.surroundings.place(self.chunk)
