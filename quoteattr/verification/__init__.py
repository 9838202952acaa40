"""Verify whether quotes occur in a text word for word."""

from quoteattr.verification.draft import DraftQuote, verify_draft
from quoteattr.verification.result import OUTCOMES, Outcome, Passage, Verification
from quoteattr.verification.search import verify, verify_many

__all__ = [
    "OUTCOMES",
    "DraftQuote",
    "Outcome",
    "Passage",
    "Verification",
    "verify",
    "verify_draft",
    "verify_many",
]
