"""Is this quote really in this text, word for word?"""

from quoteattr.verification.result import OUTCOMES, Outcome, Verification
from quoteattr.verification.search import verify, verify_many

__all__ = ["OUTCOMES", "Outcome", "Verification", "verify", "verify_many"]
