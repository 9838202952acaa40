"""Describe how a mention led to the name of its speaker, and find the full name's paragraph."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from quoteattr.coref.coreference import Coreference
from quoteattr.coref.entities.entity import Entity
from quoteattr.detect.alphabet import PARAGRAPH_END
from quoteattr.records import Mention, NamedBy, Naming

#: how a mention that is not the name itself leads to it, by its kind
_BY: dict[str, NamedBy] = {"pronoun": "pronoun", "nominal": "description"}


class Namer:
    """Explains how the speakers of one article were named."""

    def __init__(self, coreference: Coreference) -> None:
        self._coreference = coreference
        self._entities = {entity.name: entity for entity in coreference.entities}
        self._paragraphs: dict[str, int | None] = {}

    def naming(self, mention: Mention, speaker: str, reason: str) -> Naming:
        """How the mention led to the speaker of a record.

        Args:
            mention: the mention.
            speaker: the name of the speaker.
            reason: why a pronoun or a description refers to this name; empty if nothing says so.
        """
        entity = self._entities.get(speaker)
        words = " ".join(mention.text.split())
        if entity is None:
            return Naming(self._unknown(mention, words, speaker))
        full = speaker.casefold() in words.casefold()
        by: NamedBy = "full name" if full else _BY.get(mention.kind, "part")
        return Naming(by, self._paragraph(entity), reason if by in _BY.values() else "")

    def _unknown(self, mention: Mention, words: str, speaker: str) -> NamedBy:
        """How a mention led to a speaker who is not an entity: several, a name in marks, nobody."""
        several = speaker.split(self._coreference.chunks.language.name_joiner)
        if len(several) > 1 and all(name in self._entities for name in several):
            return "several"
        if mention.kind in ("name", "label"):
            if words == speaker:
                return "full name"
            return "part" if set(words.split()) < set(speaker.split()) else "nobody"
        return "nobody"

    def _paragraph(self, entity: Entity) -> int | None:
        """The first paragraph with the full name, counted from 1; None if there is none."""
        name = entity.name
        if name not in self._paragraphs:
            chunks, text = self._coreference.chunks, self._coreference.text
            places = (chunks.mention(chunk) for chunk in sorted(entity.chunks))
            full = (start for start, end in places if name in " ".join(text[start:end].split()))
            self._paragraphs[name] = self._number(next(full, None))
        return self._paragraphs[name]

    def _number(self, place: int | None) -> int | None:
        """The number of the paragraph that contains a position."""
        return None if place is None else 1 + bisect_left(self._ends, place)

    @cached_property
    def _ends(self) -> list[int]:
        """The ends of the non-empty paragraphs; empty lines before the first are not counted."""
        chunks = self._coreference.chunks
        first = len(chunks.tags) - len(chunks.tags.lstrip(PARAGRAPH_END))
        ends = (i for i, tag in enumerate(chunks.tags) if tag == PARAGRAPH_END)
        return [chunks.starts[i] for i in ends if i >= first]
