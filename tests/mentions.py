"""Whom the mentions of a made-up article stand for: what the tests of coreference ask."""

from __future__ import annotations

from quoteattr.coref.coreference import Coreference
from quoteattr.detect.chunks import find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize


def read(text: str) -> Coreference:
    """The coreference of a text."""
    return Coreference(text, find_chunks(tokenize(text, find_quotes(text))))


def speakers(text: str, mention: str) -> list[str]:
    """The speakers that all mentions of these words stand for, in order."""
    coreference = read(text)
    chunks = coreference.chunks
    return [
        coreference.speaker(i)
        for i, tag in enumerate(chunks.tags)
        if tag in "NPDEhL" and text[chunks.mention_starts[i] : chunks.ends[i]] == mention
    ]
