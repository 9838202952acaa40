"""Is this quote really in this text, word for word?"""

from quoteattr.verification.result import (
    DIFFERENCE_KINDS,
    OUTCOMES,
    Difference,
    DifferenceKind,
    Outcome,
    Verification,
)
from quoteattr.verification.search import verify, verify_many

__all__ = [
    "DIFFERENCE_KINDS",
    "OUTCOMES",
    "Difference",
    "DifferenceKind",
    "Outcome",
    "Verification",
    "verify",
    "verify_many",
]
