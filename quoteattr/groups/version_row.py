"""A version with its speaker: the unit that is linked to fuller versions and grouped.

A version is identified by everything that a comparison uses: its words, its speaker's complete name
as parsed, and whether the attribution is certain. So no comparison depends on the order of records.
"""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from quoteattr.compare.names import Name, Relation, compare_names, read_name
from quoteattr.groups.similarity import Similarity
from quoteattr.groups.version import Version, own_words, read_version
from quoteattr.records import QuoteRecord

#: minimum confidence of an attribution that counts as certain
SURE = 0.8
#: the share of words that one step of ``Relation`` is worth when links are ranked
_RELATION_WEIGHT = 0.1

#: the fullness of a version: its weight and its id
Size = tuple[float, int]
#: the rank of a link: the common words and the speakers, and the fullness of the parent
Rank = tuple[float, Size]


class VersionRow(NamedTuple):
    """A version; ``archive/versions.sql`` has the same columns."""

    #: a digest of ``folded``, ``name`` and ``sure``
    id: int
    #: the normalized words
    folded: str
    #: the name of the speaker, as :func:`encode_name` writes it
    name: str
    #: 1 if the confidence of the attribution is high, else 0
    sure: int
    #: the weight of the words, in bits
    weight: float
    #: the most similar fuller version; None for a root
    parent: int | None = None
    #: the relation of the two speakers, and the similarity of the words
    relation: int = 0
    share: float = 0.0
    bits: float = 0.0
    #: the root of the tree: the version itself if it has no parent; 0 until it is known
    root: int = 0

    @property
    def version(self) -> Version:
        """The words of the version."""
        return cached_version(self.folded)

    @property
    def speaker(self) -> Name | None:
        """The name of the speaker."""
        return decode_name(self.name)

    @property
    def keys(self) -> frozenset[int]:
        """The index keys of the version."""
        return _keys(self.folded, self.name)

    @property
    def link(self) -> ParentLink:
        """The link to the parent; undefined for a root."""
        return ParentLink(Relation(self.relation), Similarity(self.share, self.bits))

    @property
    def size(self) -> Size:
        """The fullness of the version: a total order, independent of the order of arrival."""
        return self.weight, self.id

    def relation_to(self, row: VersionRow) -> Relation:
        """The relation of the speakers of two versions."""
        by_name = _relation(self.name, row.name)
        return by_name if self.sure and row.sure else max(by_name, Relation.UNKNOWN)

    def linked_to(self, parent: VersionRow | None, link: ParentLink | None) -> VersionRow:
        """The version with another parent, or as a root without one; the root is not updated."""
        if parent is None or link is None:
            return self._replace(parent=None, relation=0, share=0.0, bits=0.0)
        share, bits = link.similarity
        return self._replace(parent=parent.id, relation=int(link.relation), share=share, bits=bits)


class ParentLink(NamedTuple):
    """A link between a version and a fuller version of the same utterance."""

    relation: Relation
    similarity: Similarity

    def rank(self, parent_size: Size) -> Rank:
        """Sort key of a link: words and speaker, then the fullness of the parent."""
        score = self.similarity.share + _RELATION_WEIGHT * self.relation
        return round(score, 2), parent_size


def version_row_of(record: QuoteRecord) -> VersionRow | None:
    """The version that a record quotes, without a parent; None if the record has no word."""
    version = read_version(own_words(record))
    if not version.words:
        return None
    name = encode_name(read_name(record.speaker))
    sure = int(record.confidence >= SURE)
    number = digest(version.folded, name, str(sure))
    return VersionRow(number, version.folded, name, sure, version.weight, root=number)


def digest(*texts: str) -> int:
    """A hash of texts as a signed integer of 64 bits, which SQLite and Arrow can hold.

    It is the same in every process. Among a million values the chance that any two have one digest
    is one in 37 million.
    """
    joined = "\0".join(texts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(joined, digest_size=8).digest(), "big", signed=True)


def hex_id(number: int) -> str:
    """A signed integer of 64 bits as 16 hexadecimal digits.

    >>> hex_id(-2811994195783768227)
    'd8f9ca2d71d9275d'
    """
    return f"{number & (1 << 64) - 1:016x}"


@lru_cache(maxsize=1 << 14)
def encode_name(name: Name | None) -> str:
    """The whole of a name as text; empty for None.

    >>> encode_name(read_name("Dr. Ada Berg"))
    '[["ada","berg"],"",true,false,"ab"]'
    """
    if name is None:
        return ""
    fields = (name.words, name.generation, name.named, name.body, name.initials)
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=1 << 14)
def decode_name(text: str) -> Name | None:
    """The name that :func:`encode_name` wrote.

    >>> decode_name(encode_name(read_name("Ada Berg"))) == read_name("Ada Berg")
    True
    """
    if not text:
        return None
    words, generation, named, body, letters = json.loads(text)
    return Name(tuple(words), generation, named, body, letters)


@lru_cache(maxsize=1 << 14)
def cached_version(folded: str) -> Version:
    """The version with these words; cached, since the same versions are compared repeatedly."""
    return Version(folded)


@lru_cache(maxsize=1 << 12)
def _keys(folded: str, name: str) -> frozenset[int]:
    """The index keys of the version with these words and this encoded name."""
    speaker = decode_name(name)
    return cached_version(folded).keys(speaker.last if speaker else None)


@lru_cache(maxsize=1 << 14)
def _relation(name: str, other: str) -> Relation:
    """The relation of two encoded names."""
    return compare_names(decode_name(name), decode_name(other))
