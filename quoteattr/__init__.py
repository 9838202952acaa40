"""Who said what in news text: ``(speaker, quote, source)`` records with offsets and reasons.

>>> import quoteattr
>>> records = quoteattr.extract("“It will rain,” said Mara Holt.", source="weather.txt")
>>> records[0].speaker, records[0].quote, records[0].source
('Mara Holt', 'It will rain,', 'weather.txt')
"""

import sys
from typing import TYPE_CHECKING

from quoteattr import _interrupt as _interrupt  # first, before slow imports

if TYPE_CHECKING:
    from quoteattr.api import extract, extract_many, try_extract
    from quoteattr.archive.archive import Added, QuoteArchive
    from quoteattr.archive.speakers import SpeakerCount
    from quoteattr.auditing.audit import audit
    from quoteattr.auditing.result import Audit
    from quoteattr.compare.difference import Difference
    from quoteattr.coref.entities.people import Person
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
    from quoteattr.language import Language, load_language
    from quoteattr.model.model import Model, load_model
    from quoteattr.readers.people import read_people
    from quoteattr.readers.read import read
    from quoteattr.record_files import read_groups, read_records
    from quoteattr.records import (
        Article,
        Cue,
        Evidence,
        Failure,
        Mention,
        Naming,
        Phrase,
        QuoteRecord,
        QuoteRecords,
        Span,
        Speaker,
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
    "Audit",
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
    "Phrase",
    "QuoteArchive",
    "QuoteGroup",
    "QuoteRecord",
    "QuoteRecords",
    "QuoteattrError",
    "SourceError",
    "Span",
    "Speaker",
    "SpeakerCount",
    "Variant",
    "Verdict",
    "Verification",
    "audit",
    "extract",
    "extract_many",
    "group",
    "load_language",
    "load_model",
    "read",
    "read_groups",
    "read_people",
    "read_records",
    "render",
    "try_extract",
    "verify",
    "verify_draft",
    "verify_many",
    "write",
]

#: module and attribute of each name; a module is imported when one of its names is first used
_HOMES = {
    "Added": "quoteattr.archive.archive:Added",
    "Article": "quoteattr.records:Article",
    "AttributedSpeaker": "quoteattr.groups.group:AttributedSpeaker",
    "Audit": "quoteattr.auditing.result:Audit",
    "Cue": "quoteattr.records:Cue",
    "Difference": "quoteattr.compare.difference:Difference",
    "DraftQuote": "quoteattr.verification:DraftQuote",
    "Evidence": "quoteattr.records:Evidence",
    "Failure": "quoteattr.records:Failure",
    "InputError": "quoteattr.errors:InputError",
    "Language": "quoteattr.language:Language",
    "LanguageWarning": "quoteattr.errors:LanguageWarning",
    "MarkupWarning": "quoteattr.errors:MarkupWarning",
    "Mention": "quoteattr.records:Mention",
    "MissingExtraError": "quoteattr.errors:MissingExtraError",
    "Model": "quoteattr.model.model:Model",
    "ModelError": "quoteattr.errors:ModelError",
    "Naming": "quoteattr.records:Naming",
    "OptionError": "quoteattr.errors:OptionError",
    "Passage": "quoteattr.verification:Passage",
    "Person": "quoteattr.coref.entities.people:Person",
    "Phrase": "quoteattr.records:Phrase",
    "QuoteArchive": "quoteattr.archive.archive:QuoteArchive",
    "QuoteGroup": "quoteattr.groups.group:QuoteGroup",
    "QuoteRecord": "quoteattr.records:QuoteRecord",
    "QuoteRecords": "quoteattr.records:QuoteRecords",
    "QuoteattrError": "quoteattr.errors:QuoteattrError",
    "SourceError": "quoteattr.errors:SourceError",
    "Span": "quoteattr.records:Span",
    "Speaker": "quoteattr.records:Speaker",
    "SpeakerCount": "quoteattr.archive.speakers:SpeakerCount",
    "Variant": "quoteattr.groups.group:Variant",
    "Verdict": "quoteattr.records:Verdict",
    "Verification": "quoteattr.verification:Verification",
    "audit": "quoteattr.auditing.audit:audit",
    "extract": "quoteattr.api:extract",
    "extract_many": "quoteattr.api:extract_many",
    "group": "quoteattr.groups.group:group",
    "load_language": "quoteattr.language:load_language",
    "load_model": "quoteattr.model.model:load_model",
    "read": "quoteattr.readers.read:read",
    "read_groups": "quoteattr.record_files:read_groups",
    "read_people": "quoteattr.readers.people:read_people",
    "read_records": "quoteattr.record_files:read_records",
    "render": "quoteattr.view.render:render",
    "try_extract": "quoteattr.api:try_extract",
    "verify": "quoteattr.verification:verify",
    "verify_draft": "quoteattr.verification:verify_draft",
    "verify_many": "quoteattr.verification:verify_many",
    "write": "quoteattr.formats.formats:write",
}

if not TYPE_CHECKING:  # otherwise a type checker would accept any name

    def __getattr__(name: str) -> object:
        """Import a name, or a module of the package, on first use."""
        from importlib import import_module, util

        home, _, attribute = _HOMES.get(name, "").partition(":")
        if home:
            value = getattr(import_module(home), attribute)
        elif not name.startswith("_") and util.find_spec(f"{__name__}.{name}"):
            value = import_module(f"{__name__}.{name}")
        else:
            reason = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(reason, name=name, obj=sys.modules[__name__])
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """The names of the package, including those that are not imported yet."""
    return sorted({*globals(), *__all__})
