"""Every public function, called with wrong values for each argument: an error of ours, or right."""

import pytest
from public_classes import CLASSES
from public_functions import FUNCTIONS
from sample_records import NAMED
from tables import for_each
from wrong_values import RECORDS, WRONG, archive

import quoteattr
from quoteattr import (
    Article,
    QuoteattrError,
    QuoteRecord,
    Span,
)
from quoteattr.checks import is_path

#: all public names that can be called
CALLS = FUNCTIONS | CLASSES

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
