"""Who said what in news text: ``(speaker, quote, source)`` records with offsets and reasons.

>>> import quoteattr
>>> records = quoteattr.extract("“It will rain,” said Mara Holt.", source="weather.txt")
>>> records[0].speaker, records[0].quote, records[0].source
('Mara Holt', 'It will rain,', 'weather.txt')
"""

from quoteattr.engine import extract, extract_many
from quoteattr.errors import (
    InputError,
    MissingExtraError,
    OptionError,
    QuoteattrError,
    SourceError,
    WeightsError,
)
from quoteattr.io.formats import write
from quoteattr.readers.read import read
from quoteattr.records import (
    Article,
    Cue,
    Evidence,
    Failure,
    Mention,
    QuoteRecord,
    QuoteRecords,
    Span,
    Verdict,
)
from quoteattr.verification import Verification, verify, verify_many
from quoteattr.view.render import render
from quoteattr.wording.difference import Difference

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Cue",
    "Difference",
    "Evidence",
    "Failure",
    "InputError",
    "Mention",
    "MissingExtraError",
    "OptionError",
    "QuoteRecord",
    "QuoteRecords",
    "QuoteattrError",
    "SourceError",
    "Span",
    "Verdict",
    "Verification",
    "WeightsError",
    "extract",
    "extract_many",
    "read",
    "render",
    "verify",
    "verify_many",
    "write",
]
