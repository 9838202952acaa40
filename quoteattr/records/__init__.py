"""Records: who said what, and in which document.

All classes here are frozen, hashable and consist of plain strings and numbers. Every span is a pair
of indices into the text of the article, in characters, end exclusive, so that ``text[start:end]``
is exactly what was reported.
"""

from quoteattr.records.article import Article, Failure
from quoteattr.records.collection import QuoteRecords
from quoteattr.records.phrase import Phrase
from quoteattr.records.record import (
    ACTS,
    DEFAULT_ACTS,
    MENTION_KINDS,
    QUOTE_KINDS,
    Act,
    Cue,
    DeferredVerdicts,
    Evidence,
    Factuality,
    Mention,
    MentionKind,
    NamedBy,
    Naming,
    QuoteKind,
    QuoteRecord,
    Verdict,
    check_acts,
    check_kinds,
    defer_verdicts,
    evolve_record,
)
from quoteattr.records.span import Span
from quoteattr.records.speaker import GENDERS, SPEAKER_KINDS, ShownGender, Speaker, SpeakerKind
from quoteattr.text import percent

__all__ = [
    "ACTS",
    "DEFAULT_ACTS",
    "GENDERS",
    "MENTION_KINDS",
    "QUOTE_KINDS",
    "SPEAKER_KINDS",
    "Act",
    "Article",
    "Cue",
    "DeferredVerdicts",
    "Evidence",
    "Factuality",
    "Failure",
    "Mention",
    "MentionKind",
    "NamedBy",
    "Naming",
    "Phrase",
    "QuoteKind",
    "QuoteRecord",
    "QuoteRecords",
    "ShownGender",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Verdict",
    "check_acts",
    "check_kinds",
    "defer_verdicts",
    "evolve_record",
    "percent",
]
