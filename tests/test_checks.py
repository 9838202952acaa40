"""Every public function, called with wrong values for each argument: an error of ours, or right."""

import math
from functools import cache

import pytest
from sample_records import ARTICLE, NAMED
from tables import for_each

import quoteattr
from quoteattr import (
    Article,
    Cue,
    Evidence,
    Failure,
    Mention,
    Naming,
    Phrase,
    QuoteArchive,
    QuoteattrError,
    QuoteRecord,
    QuoteRecords,
    Span,
    Speaker,
    Verdict,
)
from quoteattr.checks import is_path
from quoteattr.component import make_component


class Frame:
    """What a data frame looks like: it can be iterated, and gives the names of its columns."""

    columns = ("text", "title")
    shape = (1, 2)

    def __iter__(self):
        return iter(self.columns)


#: what may be passed by mistake
WRONG = {
    "None": None,
    "5": 5,
    "-1": -1,
    "2.5": 2.5,
    "nan": math.nan,
    "True": True,
    "empty text": "",
    "text": "x",
    "digit": "2",
    "bytes": b"x",
    "list": [],
    "list of numbers": [5],
    "list of None": [None],
    "dictionary": {},
    "object": object(),
    "record": NAMED,
    "frame": Frame(),
}

RECORDS = QuoteRecords([NAMED], [ARTICLE])
ARTICLES = [Article("“The bridge is safe,” said Ada Berg.", id="a", published="2024-05-04")]
NUMBERS = {"5", "-1", "2.5", "nan"}
TEXTS = {"empty text", "text", "digit"}
TEXTS_OR_NONE = TEXTS | {"None"}
KINDS = {"kinds": set()}


#: the methods of an archive that may change it
WRITING = {"add", "add_records", "remove"}


def small_archive():
    """An archive of one article."""
    small = QuoteArchive(":memory:")
    small.add(ARTICLES)
    return small


#: one for all calls that only read
shared_archive = cache(small_archive)


def archive(method):
    """A function that calls a method of a small archive."""

    def call(**arguments):
        small = small_archive() if method in WRITING else shared_archive()
        result = getattr(small, method)(**arguments)
        return list(result) if hasattr(result, "__next__") else result

    return call


def component(**config):
    """Make a spaCy component, as the pipeline does; which pipeline is no matter."""
    return make_component(None, "quoteattr", **config)


FILTERS = {
    "speaker": {"None", "text", "digit"},
    "source": TEXTS_OR_NONE,
    "since": {"None"},
    "until": {"None"},
    "kinds": set(),
    "min_confidence": set(),
}
WORDS = {"words": {"None", "text", "digit"}}
OPTIONS = {
    "kinds": set(),
    "unattributed": {"True"},
    "model": {"None"},
    "clusters": {"None"},
    "people": {"None", "list"},
    "language": {"None"},
}
STREAM = {"workers": set(), "progress": {"True"}}
PLACE = {"start": {"5"}, "end": {"5"}, "text": TEXTS}

#: what is called, with right arguments, and for each argument the values above that are right, too
CALLS = {
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
    "Naming": (Naming, {"by": "part"}, {"by": set(), "paragraph": {"None", "5", "-1"}}),
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

#: in __all__, but not called: errors are raised, and say what they do; a language and a model are
#: made by ``load_language`` and ``load_model``, an audit by ``audit``
NOT_CALLED = {name for name in quoteattr.__all__ if name.endswith(("Error", "Warning"))} | {
    "Audit",
    "Language",
    "Model",
}


def outcome(call, arguments):
    """The error of ours that a call ends in, None if it does not."""
    try:
        result = call(**arguments)
        if hasattr(result, "__next__"):
            list(result)
    except QuoteattrError as error:
        return error
    return None


@pytest.mark.parametrize("called", CALLS)
def test_a_wrong_value_is_an_error_of_ours_and_a_right_one_none(called, tmp_path, monkeypatch):
    call, right, arguments = CALLS[called]
    unexpected = []
    for argument, fine in arguments.items():
        assert fine <= WRONG.keys()
        (tmp_path / argument).mkdir()
        monkeypatch.chdir(tmp_path / argument)
        for name, value in WRONG.items():
            if (argument, name) == ("workers", "5"):
                continue  # which starts processes
            error = outcome(call, right | {argument: value})
            helps = error is None or (error.remedy and len(str(error)) < 800)
            if (error is None) != (name in fine) or not helps:
                unexpected.append(f"{argument}={name}: {error}")
    assert unexpected == []


def test_every_public_name_is_called():
    assert set(quoteattr.__all__) == CALLS.keys() & set(quoteattr.__all__) | NOT_CALLED


@for_each("method", ["add", "search", "groups", "speakers", "audit", "export", "remove"])
def test_every_method_of_an_archive_is_called(method):
    assert f"archive.{method}" in CALLS


@for_each("values", [RECORDS, NAMED, ["a.txt"], [NAMED]])
def test_what_is_no_list_of_articles_is_refused_by_both(values):
    for call in (
        lambda: list(quoteattr.extract_many(values)),
        lambda: archive("add")(articles=values),
    ):
        with pytest.raises(quoteattr.InputError):
            call()


def test_a_data_frame_says_how_its_rows_are_passed():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"text": ["“No,” said Ida."]})
    for call in (quoteattr.extract_many, CALLS["read"][0], archive("add")):
        argument = "rows" if call is CALLS["read"][0] else "articles"
        error = outcome(call, {argument: frame})
        assert "quoteattr.read(frame.to_dict('records'))" in str(error)


def test_a_path_is_no_text(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Ferry news").write_text("“No,” said Ida.")
    for path in ("articles/storm.txt", "Storm.HTML", "news.jsonl.gz", "Ferry news"):
        assert is_path(path)
        with pytest.raises(quoteattr.InputError, match=r"quoteattr\.read\(path\)"):
            quoteattr.extract(path)
        with pytest.raises(quoteattr.InputError, match=r"quoteattr\.read\(path\)"):
            quoteattr.verify("No", path)
        assert not quoteattr.extract(Article(path))
    for text in (
        "",
        "Read storm.txt",
        "“No,” he said.",
        "a\nb.txt",
        "x.txt" * 100,
        "nul\0.",
        "\ud83d",
    ):
        assert not is_path(text)
        assert quoteattr.extract(text).articles[0].text == text


def test_the_types_of_numpy_are_numbers():
    numpy = pytest.importorskip("numpy")
    span = Span(numpy.int64(1), numpy.int32(4))
    assert type(span.start) is int
    record = QuoteRecord(
        "a", "b", "c", "direct", numpy.array([[1, 4]]), confidence=numpy.float64(1)
    )
    assert record.spans == (span,)
    assert len(RECORDS.filter(min_confidence=numpy.float32(0.5))) == 1
