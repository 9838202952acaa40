"""Convert a group to values that JSON can hold."""

from __future__ import annotations

from typing import Any

import attrs

from quoteattr.groups.group import AttributedSpeaker, QuoteGroup, Variant


def group_to_dict(group: QuoteGroup) -> dict[str, Any]:
    """Convert a group; spans of differences refer to ``fullest`` and to ``quote``.

    >>> from quoteattr import extract, group
    >>> text = "“We will rebuild the pier,” said Ada Berg."
    >>> (pier,) = group([extract(text, source="a"), extract(text, source="b")])
    >>> group_to_dict(pier)["sources"]
    ('a', 'b')
    """
    return {
        "id": group.id,
        "speaker": group.speaker,
        "disputed": group.disputed,
        "fullest": group.variants[0].quote,
        "sources": group.sources,
        "variants": [_variant(variant) for variant in group.variants],
        "attributions": [_attribution(attribution) for attribution in group.attributions],
    }


def _variant(variant: Variant) -> dict[str, Any]:
    """A wording."""
    differences = [attrs.asdict(difference, recurse=False) for difference in variant.differences]
    return {"quote": variant.quote, "sources": variant.sources, "differences": differences}


def _attribution(speaker: AttributedSpeaker) -> dict[str, Any]:
    """A speaker with the sources that attribute the quote to them."""
    return {"speaker": speaker.speaker, "forms": speaker.forms, "sources": speaker.sources}
