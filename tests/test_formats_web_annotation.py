"""Web Annotation: what the W3C model asks, and spans that are those of the text."""

import json
from pathlib import Path

import attrs
import jsonschema
from pyld import jsonld
from sample_records import ARTICLE, NAMED, NOBODY, PARTS, RECORDS, TEXT, written
from tables import for_each

import quoteattr
from quoteattr.formats.json_ld import AGENT_TYPES
from quoteattr.formats.web_annotation import CONTEXT, SCHEMA, annotation
from quoteattr.records import Article, QuoteRecords

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").rglob("*.txt"))

IRI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:[!-~]+$"}
QUOTE_SELECTOR = {
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        "exact": {"type": "string"},
        "prefix": {"type": "string"},
        "suffix": {"type": "string"},
    },
    "required": ["type", "exact"],
    "additionalProperties": False,
}
POSITION_SELECTOR = {
    "properties": {
        "type": {"const": "TextPositionSelector"},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 0},
    },
    "required": ["type", "start", "end"],
    "additionalProperties": False,
}
MOTIVATION = {"enum": ["identifying", "highlighting", "classifying"]}
PART = {
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": IRI,
        "purpose": MOTIVATION,
        "selector": {
            "type": "array",
            "items": {"oneOf": [QUOTE_SELECTOR, POSITION_SELECTOR]},
            "minItems": 1,
        },
    },
    "required": ["type", "source", "selector"],
    "additionalProperties": False,
}
WORDS = {
    "properties": {
        "type": {"const": "TextualBody"},
        "value": {"type": "string"},
        "format": {"const": "text/plain"},
        "purpose": MOTIVATION,
    },
    "required": ["type", "value"],
    "additionalProperties": False,
}
#: a resource of another vocabulary, its terms as IRIs
AGENT = {
    "properties": {
        "type": {"enum": [f"{SCHEMA}{kind}" for kind in AGENT_TYPES.values()]},
        f"{SCHEMA}affiliation": {"type": "object", "required": ["type", f"{SCHEMA}name"]},
    },
    "patternProperties": {f"^{SCHEMA}(name|jobTitle|sameAs|identifier)$": {"type": "string"}},
    "required": ["type", f"{SCHEMA}name"],
    "additionalProperties": False,
}
#: what the model demands (its sections 3.1, 3.2.4, 4.2.4 and 4.2.5), of the parts that are used
MODEL = jsonschema.Draft202012Validator(
    {
        "properties": {
            "@context": {"const": CONTEXT},
            "id": IRI,
            "type": {"const": "Annotation"},
            "motivation": MOTIVATION,
            "generator": {"properties": {"type": {"const": "Software"}}},
            "body": {"type": "array", "items": {"oneOf": [PART, WORDS, AGENT]}},
            "target": {"type": "array", "items": PART, "minItems": 1},
        },
        "required": ["@context", "id", "type", "target"],
        "additionalProperties": False,
    }
)

OA, RDF = "http://www.w3.org/ns/oa#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LINKS = {
    "body": "hasBody", "target": "hasTarget", "source": "hasSource", "selector": "hasSelector",
}  # fmt: skip
NAMES = """
    Annotation TextualBody SpecificResource TextQuoteSelector TextPositionSelector identifying
    highlighting classifying exact prefix suffix
""".split()
COUNT = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
#: what the W3C's context says of the terms that are used, and of no other
TERMS = {
    "id": "@id",
    "type": "@type",
    **{name: OA + name for name in NAMES},
    **{name: {"@id": OA + link, "@type": "@id"} for name, link in LINKS.items()},
    "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": OA + "hasPurpose", "@type": "@vocab"},
    "start": {"@id": OA + "start", "@type": COUNT},
    "end": {"@id": OA + "end", "@type": COUNT},
    "value": RDF + "value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "generator": {"@id": "http://www.w3.org/ns/activitystreams#generator", "@type": "@id"},
    "Software": "http://www.w3.org/ns/activitystreams#Application",
    "name": "http://xmlns.com/foaf/0.1/name",
}


def expand(data):
    """The annotations as a JSON-LD processor reads them."""

    def load(url, _):
        assert url == CONTEXT
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}

    return jsonld.expand(data, {"documentLoader": load})


def resources(item):
    """Every span that an annotation marks."""
    return [*item["target"], *(body for body in item["body"] if "selector" in body)]


@for_each("path", EXAMPLES)
def test_every_span_of_every_example_is_that_of_the_text(path):
    text = path.read_text(encoding="utf-8")
    records = quoteattr.extract(text, path.name, unattributed=True)
    some = json.loads(written("web-annotation", [records]))
    assert len(some) == len(records) > 0
    assert len({item["id"] for item in some}) == len(some)
    for item in some:
        MODEL.validate(item)
        for resource in resources(item):
            quote, place = resource["selector"]
            start, end = place["start"], place["end"]
            assert quote["exact"] == text[start:end]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
            assert quote["prefix"] or start == 0
            assert quote["suffix"] or end == len(text)


def test_pieces_mention_and_speaker():
    item = annotation(NAMED, ARTICLE)
    assert [resource["selector"][0]["exact"] for resource in item["target"]] == [
        "We will rebuild,",
        "Before\nwinter, = or later.",
    ]
    name, mention, kind, act = item["body"]
    assert (name["value"], name["purpose"]) == ("Mara Lindqvist", "identifying")
    assert mention["selector"][1] == {"type": "TextPositionSelector", "start": 24, "end": 38}
    assert (kind["value"], act["value"]) == ("direct", "speech")
    assert {resource["source"] for resource in resources(item)} == {ARTICLE.url}


def test_a_speaker_is_described_in_the_terms_of_schema_org():
    text = "“We go,” said Bo Holm, an engineer at Rillco."
    (record,) = quoteattr.extract(text, "a.txt", kinds=["direct"])
    item = annotation(record, Article(text, "a.txt"))
    MODEL.validate(item)
    assert item["body"][-1] == {
        "type": "https://schema.org/Person",
        "https://schema.org/name": "Bo Holm",
        "https://schema.org/jobTitle": "an engineer at Rillco",
        "https://schema.org/affiliation": {
            "type": "https://schema.org/Organization",
            "https://schema.org/name": "Rillco",
        },
    }
    body = expand(item)[0][OA + "hasBody"][-1]
    assert body["https://schema.org/name"] == [{"@value": "Bo Holm"}]


def test_a_quote_that_nobody_said_is_highlighted():
    item = annotation(NOBODY)
    assert item["motivation"] == "highlighting"
    assert [body["value"] for body in item["body"]] == ["mixed", "speech"]


def test_every_term_means_what_the_w3c_says():
    item = expand(json.loads(written("web-annotation", PARTS)))[0]
    assert item["@type"] == [OA + "Annotation"]
    assert item[OA + "motivatedBy"] == [{"@id": OA + "identifying"}]
    resource = item[OA + "hasTarget"][0]
    assert resource[OA + "hasSource"] == [{"@id": ARTICLE.url}]
    quote, place = resource[OA + "hasSelector"]
    assert quote[OA + "exact"] == [{"@value": "We will rebuild,"}]
    assert place[OA + "end"] == [{"@value": 17, "@type": COUNT}]
    assert [b.get(RDF + "value") for b in item[OA + "hasBody"]][::2] == [
        [{"@value": "Mara Lindqvist"}],
        [{"@value": "direct"}],
    ]


def test_no_term_is_lost_to_a_json_ld_processor():
    document = annotation(NAMED, ARTICLE)
    back = jsonld.compact(expand(document), TERMS)
    assert {**back, "@context": CONTEXT} == document


@for_each(
    ("source", "url", "iri"),
    [
        ("a.txt", None, "urn:x-source:a.txt"),
        ("/a b/ü.txt", None, "urn:x-source:/a%20b/%C3%BC.txt"),
        ("C:\\a.txt", None, "urn:x-source:C%3A%5Ca.txt"),
        ("https://a.example/ü?q=a b#c", None, "https://a.example/%C3%BC?q=a%20b#c"),
        ("a", "https://a.example/%20", "https://a.example/%20"),
        ("a", "a.example", "urn:x-source:a"),
        ("urn:isbn:1", None, "urn:isbn:1"),
        ("a\ud83d\0<", None, "urn:x-source:a%ED%A0%BD%00%3C"),
    ],
)
def test_every_document_has_an_iri(source, url, iri):
    record = attrs.evolve(NAMED, source=source)
    item = annotation(record, Article(TEXT, source, url=url))
    MODEL.validate(item)
    assert {resource["source"] for resource in resources(item)} == {iri}


def test_a_text_without_a_source_is_known_by_its_words():
    one, same, other = (
        annotation(attrs.evolve(NAMED, source=None), Article(text))
        for text in (TEXT, TEXT, TEXT + " ")
    )
    MODEL.validate(one)
    assert one == same
    assert one["id"] != other["id"]


def test_the_id_of_a_quote_outlives_another_speaker():
    other = attrs.evolve(NAMED, speaker="Bo", confidence=0.5)
    assert annotation(NAMED, ARTICLE)["id"] == annotation(other, ARTICLE)["id"]


def test_without_its_article_a_record_tells_what_it_knows():
    item = annotation(NAMED)
    MODEL.validate(item)
    assert [len(resource["selector"]) for resource in item["target"]] == [1, 1]
    assert item["body"][1]["selector"][0] == {
        "type": "TextQuoteSelector",
        "exact": "Mara Lindqvist",
    }


def test_hostile_words_stand_in_a_page_and_come_back():
    words = "</script><b>\ud83d👩‍👩‍👧\r\n"
    record = attrs.evolve(NAMED, quote=words, spans=[(1, 1 + len(words))])
    lines = written(
        "web-annotation", [QuoteRecords([record], [attrs.evolve(ARTICLE, text=f"“{words}”")])]
    )
    assert "<" not in lines
    assert lines.encode("utf-8")
    (item,) = json.loads(lines)
    assert item["target"][0]["selector"][0] == {
        "type": "TextQuoteSelector",
        "exact": words,
        "prefix": "“",
        "suffix": "”",
    }


def test_no_records():
    assert json.loads(written("web-annotation", [QuoteRecords()])) == []
    assert len(json.loads(written("web-annotation", PARTS))) == len(RECORDS)
