"""From a text to its records: calls, offsets, streams."""

import gc
import json
import warnings
from collections.abc import Iterator
from itertools import islice

import attrs
import pytest
from attrs import evolve
from tables import for_each

from quoteattr import (
    Article,
    Failure,
    InputError,
    LanguageWarning,
    MarkupWarning,
    OptionError,
    QuoteArchive,
    QuoteRecords,
    api,
    extract,
    extract_many,
    render,
    try_extract,
    verify,
    write,
)
from quoteattr.attribute.decision.trees import grow
from quoteattr.formats.formats import FORMATS
from quoteattr.language import ENGLISH
from quoteattr.model.model import load_default
from quoteattr.records import evolve_record

TEXT = (
    "The word “flood” is old.\n\nMara Lindqvist, the mayor, spoke. “If it goes,” she said, “we go.”"
    "\n\nOtto Marx said: “Nobody asked us.\n\n“We would have said no.”\n\n"
    "Dry at last! — Dalby Weather (@dalbyweather) May 3, 2020\n\nHOLT: “No comment.”\n"
)


@for_each(
    ("call", "error", "message"),
    [
        (lambda: extract(b"Go"), InputError, "not bytes; decode it first"),
        (lambda: extract(None), InputError, "as a string, not None; read the file first"),
        (lambda: extract(["Go"]), InputError, "as a string, not list"),
        (lambda: extract("Go", source=3), InputError, r"not 3; .*str\(\)"),
        (
            lambda: extract_many("Go"),
            InputError,
            r"extract_many\(\) takes a list of articles, not (str|bytes) .*; pass a list",
        ),
        (
            lambda: extract_many(b"Go"),
            InputError,
            r"extract_many\(\) takes a list of articles, not (str|bytes) .*; pass a list",
        ),
        (
            lambda: extract_many(["Go"], workers=0),
            OptionError,
            "at least 1, not 0; pass a whole number",
        ),
    ],
)
def test_a_call_that_cannot_be_meant_says_what_to_pass(call, error, message):
    with pytest.raises(error, match=message):
        call()


@for_each("article", [b"No", b"Not", None, 3, ("a", "b", "c")])
def test_an_article_that_is_neither_text_nor_pair_is_refused(article):
    with pytest.raises(InputError, match=r"a pair|not bytes|not int|not None"):
        list(extract_many([article]))


def test_what_goes_wrong_in_one_article_does_not_end_the_run(monkeypatch):
    def fragile(article, _options):
        if "bad" in article.text:
            raise RuntimeError("out of luck")
        return []

    monkeypatch.setattr(api, "find_records", fragile)
    unread = Failure("c.txt", "not UTF-8")
    results = list(extract_many(["good", ("bad", "b.txt"), unread, Article("good", url="u")]))
    advice = "report it as a bug in quoteattr, with the text"
    assert [part.failures for part in results] == [
        (),
        (Failure("b.txt", f"RuntimeError: out of luck; {advice}"),),
        (unread,),
        (),
    ]
    assert [a.source for part in results for a in part.articles] == [None, "b.txt", "u"]


def test_an_article_names_its_source_and_comes_along():
    article = Article("“No,” said Ida Berg.", id="a.txt", publisher="The Herald")
    assert [tuple(r) for r in extract(article)] == [("Ida Berg", "No,", "a.txt")]
    assert extract(article).articles == (article,)
    assert extract(article, "b.txt")[0].source == "b.txt"


def test_joined_records_keep_the_articles_that_can_be_told_apart():
    one, two, three = (Article(f"“No {n},” said Ida Berg.") for n in range(3))
    four = Article("“Yes,” said Ida Berg.", id="d")
    joined = QuoteRecords.join(extract_many([one, two, three, four, four]))
    assert len(joined) == 5
    assert joined.articles == (four,)


@for_each("text", ["", " \n\t", "Nobody spoke.", "“", "”“", "\ufeff", "\x00"])
def test_a_text_without_quotes_gives_no_records(text):
    assert extract(text) == QuoteRecords()


def test_every_span_is_what_it_says():
    records = extract(TEXT, unattributed=True)
    assert [r.speaker for r in records] == [
        None,
        "Mara Lindqvist",
        "Otto Marx",
        "Dalby Weather",
        "HOLT",
    ]
    for record in records:
        assert record.quote == " ".join(TEXT[start:end] for start, end in record.spans)
        for part in filter(None, (record.mention, record.cue)):
            assert TEXT[part.start : part.end] == part.text


def test_what_nobody_said_is_given_on_request_only():
    assert [r for r in extract(TEXT, unattributed=True) if r.speaker] == list(extract(TEXT))
    assert [r.quote for r in extract(TEXT, unattributed=True) if not r.speaker] == ["flood"]


def test_windows_line_ends_change_nothing_but_the_offsets():
    text = TEXT.replace("\n", "\r\n")
    records = extract(text, unattributed=True)
    plain = extract(TEXT, unattributed=True)
    assert [(r.speaker, r.quote) for r in records] == [(r.speaker, r.quote) for r in plain]
    for record in records:
        assert record.quote == " ".join(text[start:end] for start, end in record.spans)


def test_records_are_frozen_hashable_and_unpack():
    record = extract(TEXT, "a.txt")[0]
    speaker, quote, source = record
    assert (speaker, quote, source) == ("Mara Lindqvist", "If it goes, we go.", "a.txt")
    assert {record, extract(TEXT, "a.txt")[0]} == {record}
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.speaker = "Otto Marx"


def articles(count: int) -> Iterator[tuple[str, str]]:
    """Short articles, each with its number as its source."""
    return ((f"“It is {i},” said Mara Holt.", str(i)) for i in range(count))


def test_many_come_in_order_with_their_sources():
    results = list(extract_many(articles(5)))
    assert [r.source for records in results for r in records] == ["0", "1", "2", "3", "4"]
    assert results[3][0].quote == "It is 3,"


def test_two_workers_find_what_one_does():
    assert list(extract_many(articles(40), workers=2)) == list(extract_many(articles(40)))


def test_many_are_read_as_they_are_asked_for():
    taken = []
    stream = (taken.append(source) or (text, source) for text, source in articles(100))
    assert len(list(islice(extract_many(stream), 3))) == 3
    assert taken == ["0", "1", "2"]


def test_many_can_give_what_nobody_said():
    assert [len(r) for r in extract_many([TEXT], unattributed=True)] == [5]


def test_progress_is_shown_on_standard_error(capsys):
    list(extract_many(articles(2), progress=True))
    out, err = capsys.readouterr()
    assert not out
    assert "2 articles" in err


def test_other_weights_can_be_used():
    tree = {"rule": "nobody", "above": 0.5, "yes": 9, "no": 0, "value": 0}
    nobody = evolve(load_default(), quotes=grow([tree], [(0, 0.5)]))
    assert not extract("“Go home at once,” said Mara Holt.", model=nobody)


REPORT = (
    "Mara Lindqvist, the mayor, said the bridge was “a danger” and would close.\n\n"
    "“We tried,” she said. Otto Marx warned that the mill could fall. It was reported that the firm"
    " would sue.\n\nDry at last! — Dalby Weather (@dalbyweather) May 3, 2020\n"
)


def test_kinds_are_given_as_asked():
    everything = extract(REPORT)
    assert [record.kind for record in everything] == [
        "mixed",
        "direct",
        "indirect",
        "indirect",
        "post",
    ]
    for wanted in (["direct"], ["mixed"], ["indirect"], ["post"], ["direct", "mixed", "post"]):
        records = extract(REPORT, kinds=wanted)
        # what an article says of a speaker is read only where its text is, which posts do not need
        of_kind = [evolve_record(r, speakers=()) for r in everything if r.kind in wanted]
        assert of_kind == [evolve_record(r, speakers=()) for r in records]
        assert list(next(extract_many([REPORT], kinds=wanted))) == list(records)


@for_each("kinds", [(), ["spoken"], "indirekt", ["direct", "x"]])
def test_kinds_that_do_not_exist_are_refused(kinds):
    with pytest.raises(
        OptionError, match="kinds must be one or more of direct, mixed, indirect, post"
    ):
        extract(REPORT, kinds=kinds)
    with pytest.raises(OptionError, match="kinds must be one or more of"):
        extract_many([REPORT], kinds=kinds)


def test_a_clause_without_a_source_keeps_its_cue():
    (record,) = (record for record in extract(REPORT) if record.quote == "the firm would sue")
    assert (record.speaker, record.mention) == (None, None)
    assert REPORT[record.cue.start : record.cue.end] == "was reported"


def test_the_marks_in_a_clause_are_told():
    mixed = extract(REPORT, kinds=["mixed"])[0]
    assert mixed.quote == "the bridge was “a danger” and would close"
    assert [REPORT[start:end] for start, end in mixed.quoted] == ["a danger"]
    assert extract(REPORT, kinds=["indirect"])[0].quoted == ()
    direct = extract(REPORT, kinds=["direct"])[0]
    assert direct.quoted == direct.spans


@pytest.fixture
def _no_warning_yet(monkeypatch):
    monkeypatch.setattr(api, "_warned", {""})


@pytest.mark.usefixtures("_no_warning_yet")
@pytest.mark.parametrize(
    "run", [lambda a: [extract(x) for x in a], lambda a: list(extract_many(a))]
)
def test_a_language_that_is_not_read_is_told_of_once(run):
    german = [Article("„Nein“, sagte Ida Berg.", language="de") for _ in range(3)]
    with pytest.warns(LanguageWarning, match="'de' is not supported.*English") as caught:
        run(german)
    assert len(caught) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        run(german)
        tags = ("en", "EN-gb", "en_US", "", None)
        run([Article("“No,” said Ida Berg.", language=tag) for tag in tags])


@pytest.mark.usefixtures("_no_warning_yet")
@pytest.mark.parametrize(
    "run", [lambda t: [extract(x) for x in t], lambda t: list(extract_many(t))]
)
def test_tags_that_are_read_as_words_are_told_of_once(run):
    html = ["<p>“No,” said Ida Berg.</p>"] * 3
    with pytest.warns(MarkupWarning, match="such as '<p>'.*read as words; read the file") as caught:
        run(html)
    assert len(caught) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        run(["“3 < 4,” said Ida Berg. “R&amp;D,” <she> said."])


@pytest.mark.usefixtures("_no_warning_yet")
def test_several_processes_tell_of_a_language_once(capfd):
    german = [Article("„Nein“, sagte Ida Berg.", language="de") for _ in range(4)]
    with pytest.warns(LanguageWarning) as caught:
        list(extract_many(german, workers=2))
    assert len(caught) == 1
    assert "LanguageWarning" not in capfd.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        "\ud83d",
        "“\ud83d,” said Ida Berg.",
        "“No,” said Ida \ud83d Berg.",
        "“No \udc00\ud83d,” he said.",
    ],
)
def test_half_a_surrogate_pair_goes_through_all_that_is_done_with_records(text, tmp_path):
    records = extract(text, "a\ud83d.txt")
    assert all(text[slice(*span)] for record in records for span in record.spans)
    for name in FORMATS:
        write(records, tmp_path / "out", name)
        assert (tmp_path / "out").stat().st_size or not records
    if records:
        json.dumps(records[0].to_dict()).encode("utf-8")
    render(records, file=tmp_path / "out.html")
    (tmp_path / "out.html").read_text(encoding="utf-8")
    assert [verify("No", text).found] == ["No" in text]
    with QuoteArchive(tmp_path / "a.db") as archive:
        archive.add([Article(text, id="a\ud83d.txt")])
        assert QuoteRecords.join(archive.records()) == records


@for_each(
    "text",
    [
        "Mara Holt declined to comment.",
        "Mara Holt refused to answer questions.",
        "Nobody said anything here.",
        "Mara Holt said that she could not identify him.",
    ],
)
def test_what_nobody_put_into_words_is_no_record(text):
    quotes = [record.quote for record in extract(text)]
    assert quotes in ([], ["she could not identify him"])


@for_each("text", [None, b"bytes", 5, "\ud83d “We will go,” said Ida."])
def test_nothing_that_is_wrong_with_an_article_raises(text):
    records = try_extract(text, "a.txt")
    assert records.failures or list(records)


def test_what_goes_wrong_inside_is_a_failure_too(monkeypatch):
    def broken(article, options):
        raise RecursionError("too deep")

    monkeypatch.setattr(api, "find_records", broken)
    failure = Failure("a.txt", "RecursionError: too deep; cut the article into parts")
    assert try_extract("“Go,” he said.", "a.txt").failures == (failure,)


def test_a_wrong_option_raises_all_the_same():
    with pytest.raises(OptionError):
        try_extract("“Go,” he said.", kinds=["nope"])


def test_words_of_a_newsroom_are_words_of_its_language():
    text = "“The lock is full,” zegt the schout."
    assert [r.speaker for r in extract(text)] != ["the schout"]
    ours = ENGLISH.extended(saying=["zegt"], roles=["schout"])
    assert [r.speaker for r in extract(text, language=ours)] == ["the schout"]
    with pytest.raises(OptionError, match="no table 'verbs'"):
        ENGLISH.extended(verbs=["zegt"])


@for_each("kinds", [("direct", "mixed", "indirect", "post", "turn"), ("direct",)])
def test_what_was_read_of_an_article_is_in_no_circle(kinds):
    """Else it stays until the collector comes, beside what is read of the next article."""
    text = "The mayor of Dalby left. “It will rain,” Ida Berg said, and she said that it had."
    extract(text, kinds=kinds)
    gc.collect()
    gc.disable()
    try:
        records = extract(text, kinds=kinds)
        assert records
        assert gc.collect() == 0
    finally:
        gc.enable()


@pytest.mark.parametrize("language", ["xx", 5, "English"])
def test_a_language_that_is_not_there_is_refused(language):
    with pytest.raises(OptionError, match="is not supported; pass one of en"):
        extract("“Go,” he said.", language=language)


def test_records_are_no_articles():
    records = extract("“Go,” said Ida Berg.")
    advice = r"^extract_many\(\) takes .*; pass articles, as those of records\.articles$"
    with pytest.raises(InputError, match=advice):
        extract_many(records)
    for value in (records, records[0]):
        with pytest.raises(InputError, match=advice):
            list(extract_many([value]))


@for_each(
    "text",
    [
        "Mr and",
        "Ida Berg said “yes” to Mr and",
        "Brack: according to IDA MP (",
        "Having said it rained, Tunku Inc.,",
        "Having said said Tunku says Inc. ,",
    ],
)
def test_a_text_may_end_anywhere(text):
    assert all(record.quote in text for record in extract(text, min_confidence=0))
