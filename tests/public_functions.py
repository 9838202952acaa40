"""The public functions, the methods of an archive and the component, with right arguments."""

from wrong_values import (
    ARTICLES,
    FILTERS,
    KINDS,
    OPTIONS,
    RECORDS,
    STREAM,
    TEXTS,
    TEXTS_OR_NONE,
    WORDS,
    WRONG,
    archive,
    component,
)

import quoteattr
from quoteattr import (
    Article,
    Failure,
    QuoteArchive,
    QuoteRecords,
)

#: what is called, with right arguments, and for each argument the wrong values that are right, too
FUNCTIONS = {
    "extract": (
        quoteattr.extract,
        {"text": "“No,” said Ida."},
        {"text": TEXTS, "source": TEXTS_OR_NONE, **OPTIONS},
    ),
    "try_extract": (
        quoteattr.try_extract,
        {"text": "“No,” said Ida."},
        {"text": set(WRONG), "source": TEXTS_OR_NONE, **OPTIONS},
    ),
    "read_people": (quoteattr.read_people, {"path": "people.csv"}, {"path": set()}),
    "Person": (
        quoteattr.Person,
        {"name": "Ada Berg"},
        {
            "name": {"text", "digit"},
            "aliases": {"list", "dictionary", "record", "frame"},
            "id": TEXTS_OR_NONE,
            "role": TEXTS_OR_NONE,
            "gender": {"None"},
        },
    ),
    "load_language": (quoteattr.load_language, {"code": "en"}, {"code": set()}),
    "load_model": (quoteattr.load_model, {}, {"path": {"None"}}),
    "extract_many": (
        quoteattr.extract_many,
        {"articles": ["“No,” said Ida."]},
        {"articles": {"list"}, **STREAM, **OPTIONS},
    ),
    "read": (
        lambda rows, **options: quoteattr.read(rows, **options),
        {"rows": [{"text": "a"}]},
        {"rows": {"list"}, "fields": {"None", "dictionary"}, "format": {"None"}},
    ),
    "read_records": (
        lambda path: quoteattr.read_records(path),
        {"path": "a.jsonl"},
        {"path": set()},
    ),
    "read_groups": (lambda path: quoteattr.read_groups(path), {"path": "a.jsonl"}, {"path": set()}),
    "write": (
        quoteattr.write,
        {"records": RECORDS, "path": "a.jsonl"},
        {"records": {"list"}, "path": {"text", "digit"}, "format": {"None"}},
    ),
    "render": (
        quoteattr.render,
        {"records": RECORDS},
        {
            "records": {"list", "record"},
            "style": set(),
            "file": {"None", "text", "digit"},
            "title": TEXTS,
        },
    ),
    "verify": (
        quoteattr.verify,
        {"quote": "We will", "text": "We will rebuild."},
        {"quote": {"text", "digit"}, "text": TEXTS},
    ),
    "verify_many": (
        quoteattr.verify_many,
        {"quotes": ["We will"], "texts": ["We will rebuild."]},
        {"quotes": {"list"}, "texts": {"list"}},
    ),
    "verify_draft": (
        quoteattr.verify_draft,
        {"draft": "“We will,” said Ada Berg.", "texts": ["We will rebuild."]},
        {"draft": TEXTS, "texts": {"list"}},
    ),
    "group": (quoteattr.group, {"records": RECORDS}, {"records": {"list", "record"}, **KINDS}),
    "QuoteRecords": (
        QuoteRecords,
        {},
        {"records": {"list"}, "articles": {"list"}, "failures": {"list"}},
    ),
    "QuoteRecords.join": (QuoteRecords.join, {"collections": [RECORDS]}, {"collections": {"list"}}),
    "QuoteRecords.of": (QuoteRecords.of, {"records": RECORDS}, {"records": {"list", "record"}}),
    "QuoteRecords.filter": (
        RECORDS.filter,
        {},
        {
            "accept": {"None"},
            "speaker": {"None", "text", "digit"},
            "kinds": {"None"},
            "min_confidence": set(),
            "source": TEXTS_OR_NONE,
        },
    ),
    "speakers of a plot": (
        RECORDS.plot.speakers,
        {},
        {"top": {"5"}, "by": set(), "ax": {"None"}},
    ),
    "timeline of a plot": (
        RECORDS.plot.timeline,
        {},
        {"top": {"5"}, "by": set(), "ax": {"None"}},
    ),
    "confidence of a plot": (RECORDS.plot.confidence, {}, {"bins": {"5"}, "ax": {"None"}}),
    "QuoteArchive": (
        QuoteArchive,
        {"path": ":memory:"},
        {"path": {"text", "digit"}, "read_only": set()},
    ),
    "archive.add": (
        archive("add"),
        {"articles": ARTICLES},
        {"articles": {"list"}, **STREAM, **KINDS},
    ),
    "archive.add_records": (
        archive("add_records"),
        {"records": [RECORDS]},
        {"records": {"list"}},
    ),
    "archive.remove": (archive("remove"), {"source": "a"}, {"source": set()}),
    "archive.search": (
        archive("search"),
        {},
        {**WORDS, "limit": {"None", "5"}, **FILTERS},
    ),
    "archive.groups": (archive("groups"), {}, {**WORDS, "min_sources": {"5"}, **FILTERS}),
    "archive.speakers": (archive("speakers"), {}, {**WORDS, **FILTERS}),
    "archive.export": (
        archive("export"),
        {"path": "a.jsonl"},
        {"path": {"text", "digit"}, "format": {"None"}},
    ),
    "Article": (
        Article,
        {"text": "a"},
        {"text": TEXTS, "authors": {"list"}}
        | dict.fromkeys(
            ("id", "url", "title", "publisher", "published", "language", "section"), TEXTS_OR_NONE
        ),
    ),
    "Failure": (
        Failure,
        {"source": "a", "reason": "b"},
        {"source": TEXTS_OR_NONE, "reason": TEXTS, "line": {"None", "5", "-1"}},
    ),
    "audit": (
        quoteattr.audit,
        {"records": RECORDS},
        {
            "records": {"list"},
            "by": set(),
            "labels": {"None", "list"},
            "guess": {"None"},
        },
    ),
    "archive.audit": (
        archive("audit"),
        {},
        {"by": set(), "labels": {"None", "list"}, "guess": {"None"}, **FILTERS},
    ),
    "component": (
        component,
        {
            "spans_key": "quotes",
            "doc_attr": "quotes",
            "quote_attr": "quote",
            "speaker_attr": "speaker",
            "source_attr": None,
            "kinds": None,
            "unattributed": False,
            "clusters": None,
            "model": None,
        },
        {
            "spans_key": TEXTS,
            "source_attr": TEXTS_OR_NONE,
            "kinds": {"None"},
            "unattributed": {"True"},
            "clusters": {"None"},
            "model": {"None", "empty text"},
            "people": {"None"},
        },
    ),
}
