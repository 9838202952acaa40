"""Who said what in news text: ``(speaker, quote, source)`` records with offsets and reasons.

>>> import quoteattr
>>> records = quoteattr.extract("“It will rain,” said Mara Holt.", source="weather.txt")
>>> records[0].speaker, records[0].quote, records[0].source
('Mara Holt', 'It will rain,', 'weather.txt')
"""

from quoteattr import _interrupt as _interrupt  # first, before what takes time
from quoteattr.api import extract, extract_many, try_extract
from quoteattr.archive.archive import Added, QuoteArchive
from quoteattr.archive.speakers import SpeakerCount
from quoteattr.compare.difference import Difference
from quoteattr.coref.people import Person
from quoteattr.errors import (
    InputError,
    LanguageWarning,
    MarkupWarning,
    MissingExtraError,
    ModelError,
    OptionError,
    QuoteattrError,
    SourceError,
)
from quoteattr.formats.formats import write
from quoteattr.groups.group import AttributedSpeaker, QuoteGroup, Variant, group
from quoteattr.language import Language
from quoteattr.language import load as load_language
from quoteattr.model.model import Model, load_model
from quoteattr.readers.people import read_people
from quoteattr.readers.read import read
from quoteattr.records import (
    Article,
    Cue,
    Evidence,
    Failure,
    Mention,
    Naming,
    QuoteRecord,
    QuoteRecords,
    Span,
    Verdict,
)
from quoteattr.verification import (
    DraftQuote,
    Passage,
    Verification,
    verify,
    verify_draft,
    verify_many,
)
from quoteattr.view.render import render

__version__ = "0.1.0"

__all__ = [
    "Added",
    "Article",
    "AttributedSpeaker",
    "Cue",
    "Difference",
    "DraftQuote",
    "Evidence",
    "Failure",
    "InputError",
    "Language",
    "LanguageWarning",
    "MarkupWarning",
    "Mention",
    "MissingExtraError",
    "Model",
    "ModelError",
    "Naming",
    "OptionError",
    "Passage",
    "Person",
    "QuoteArchive",
    "QuoteGroup",
    "QuoteRecord",
    "QuoteRecords",
    "QuoteattrError",
    "SourceError",
    "Span",
    "SpeakerCount",
    "Variant",
    "Verdict",
    "Verification",
    "extract",
    "extract_many",
    "group",
    "load_language",
    "load_model",
    "read",
    "read_people",
    "render",
    "try_extract",
    "verify",
    "verify_draft",
    "verify_many",
    "write",
]
