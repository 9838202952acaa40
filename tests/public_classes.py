"""The public classes, with right arguments."""

from sample_records import NAMED
from wrong_values import NUMBERS, PLACE, RECORDS, TEXTS, TEXTS_OR_NONE

import quoteattr
from quoteattr import (
    Cue,
    Evidence,
    Mention,
    Naming,
    Phrase,
    QuoteRecord,
    Span,
    Speaker,
    Verdict,
)

#: what is called, with right arguments, and for each argument the wrong values that are right, too
CLASSES = {
    "Span": (Span, {"start": 3, "end": 7}, {"start": {"5"}, "end": {"5"}}),
    "Mention": (
        Mention,
        {"start": 3, "end": 7, "text": "a", "kind": "name"},
        {**PLACE, "kind": set()},
    ),
    "Cue": (Cue, {"start": 3, "end": 7, "text": "a"}, PLACE),
    "Phrase": (Phrase, {"start": 3, "end": 7, "text": "a"}, PLACE),
    "Speaker": (
        Speaker,
        {"name": "a", "kind": "person"},
        {"name": TEXTS, "kind": set(), "gender": {"None", "text"}},  # “x” is one
    ),
    "Evidence": (
        Evidence,
        {"rule": "a", "holds": True, "weight": 0.5},
        {"rule": TEXTS, "holds": {"True"}, "weight": NUMBERS},
    ),
    "Verdict": (
        Verdict,
        {"mention": None, "evidence": (), "probability": 0.5},
        {"mention": {"None"}, "evidence": set(), "probability": set(), "lead": NUMBERS},
    ),
    "Naming": (
        Naming,
        {"by": "part"},
        {"by": set(), "paragraph": {"None", "5", "-1"}, "reason": TEXTS},
    ),
    "QuoteRecord": (
        QuoteRecord,
        {"speaker": "a", "quote": "b", "source": "c", "kind": "direct", "spans": [(1, 2)]},
        {
            "speaker": TEXTS_OR_NONE,
            "quote": TEXTS,
            "source": TEXTS_OR_NONE,
            "kind": set(),
            "spans": set(),
            "quoted": {"list"},
            "mention": {"None"},
            "cue": {"None"},
            "rule": TEXTS_OR_NONE,
            "confidence": set(),
            "verdicts": set(),
            "naming": {"None"},
        },
    ),
    "Difference": (
        quoteattr.Difference,
        {"kind": "cut", "text": "a", "span": Span(1, 2), "quote": "", "quote_span": Span(1, 1)},
        {
            "kind": set(),
            "text": TEXTS,
            "span": set(),
            "quote": TEXTS,
            "quote_span": set(),
        },
    ),
    "Verification": (
        quoteattr.Verification,
        {"quote": "a", "outcome": "not found"},
        {
            "quote": TEXTS,
            "outcome": set(),
            "source": TEXTS_OR_NONE,
            "spans": set(),
            "text": TEXTS,
            "differences": set(),
            "similarity": set(),
            "record": {"None", "record"},
            "negation": {"None"},
            "nearest": {"None"},
        },
    ),
    "Passage": (
        quoteattr.Passage,
        {"source": None, "span": Span(1, 2), "text": "a", "similarity": 0.5},
        {"source": TEXTS_OR_NONE, "span": set(), "text": TEXTS, "similarity": set()},
    ),
    "DraftQuote": (
        quoteattr.DraftQuote,
        {
            "record": NAMED,
            "span": Span(1, 2),
            "verification": quoteattr.Verification("a", "not found"),
        },
        {"record": {"record"}, "span": set(), "verification": set()},
    ),
    "Added": (
        quoteattr.Added,
        {},
        {
            "new": {"5", "-1"},
            "changed": {"5", "-1"},
            "known": {"5", "-1"},
            "records": {"5", "-1"},
            "failures": set(),
        },
    ),
    "AttributedSpeaker": (
        quoteattr.AttributedSpeaker,
        {"speaker": "a", "forms": (), "records": ()},
        {"speaker": TEXTS_OR_NONE, "forms": set(), "records": set()},
    ),
    "Variant": (
        quoteattr.Variant,
        {"quote": "a", "records": (), "fullest": "a"},
        {"quote": TEXTS, "records": set(), "fullest": TEXTS},
    ),
    "QuoteGroup": (quoteattr.QuoteGroup, {"records": RECORDS}, {"records": set()}),
    "SpeakerCount": (
        quoteattr.SpeakerCount,
        {"name": "a", "forms": (), "quotes": 1, "words": 1, "sources": ()},
        {
            "name": TEXTS,
            "forms": set(),
            "quotes": {"5", "-1"},
            "words": {"5", "-1"},
            "sources": set(),
        },
    ),
}
