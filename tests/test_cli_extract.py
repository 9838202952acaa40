"""``quoteattr extract``, with an engine so simple that every test can tell what it must find."""

import csv
import gzip
import io
import json
import os
import sys

import pytest
from command_line import ARTICLE, Terminal, call, pipe_in, process, quoted, simple_engine

from quoteattr import api
from quoteattr.cli import articles
from quoteattr.formats.formats import FORMATS
from quoteattr.model.model import Model, load_default
from quoteattr.records import QuoteRecord

pytestmark = pytest.mark.usefixtures("simply")


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_bytes(ARTICLE.encode())
    return path


def run(*args):
    return call("extract", *args)


def test_jsonl_is_what_another_program_gets(article, capsys):
    assert run(article) == 0
    out, err = capsys.readouterr()
    assert quoted(out) == [("Ida", "Yes,"), ("Bo", "No,")]
    assert {json.loads(line)["source"] for line in out.splitlines()} == {str(article)}
    assert not err


def test_a_table_is_what_people_get(article, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert run(article) == 0
    assert sys.stdout.getvalue().startswith("speaker  quote")


@pytest.mark.parametrize(
    ("name", "start"), [("a.csv", "speaker,quote,"), ("a.jsonl", "{"), ("a", "{")]
)
def test_the_name_of_the_output_tells_its_format(article, tmp_path, monkeypatch, name, start):
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert run(article, "-o", tmp_path / name) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert not sys.stdout.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_and_goes_before_the_name_of_the_output(article, tmp_path, name):
    path = tmp_path / "a.csv"
    assert run(article, "-o", path, "--format", name) == 0
    start = {"table": b"speaker  quote", "jsonl": b'{"speaker"', "csv": b"speaker,quote"}
    start |= {"parquet": b"PAR1", "xlsx": b"PK", "web-annotation": b"[", "schema-org": b'{"@'}
    assert path.read_bytes().startswith(start[name])


def test_offsets_are_those_of_the_file(article, tmp_path):
    article.write_bytes(b"\xef\xbb\xbf" + ARTICLE.encode())
    run(article, "-o", tmp_path / "a.csv")
    text = article.open(encoding="utf-8", newline="").read()
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            ((start, end),) = json.loads(row["spans"])
            assert text[start:end] == row["quote"]


def test_standard_input(monkeypatch, capsys):
    pipe_in(monkeypatch, ARTICLE.encode())
    assert run("-") == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["source"] == "-"


def test_any_reader_is_found_by_the_names_of_files(tmp_path, capsys):
    row = {"body": "“Yes,” said Ida.", "url": "https://news.example/1", "title": "Yes"}
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(json.dumps(row).encode()))
    (tmp_path / "b.csv").write_text("id,text\n7,“No” said Bo.\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text("“Well” said Al.", encoding="utf-8")
    words = "“Maybe” said Cy. There is more to say of this than the page has room for. " * 5
    (tmp_path / "d.html").write_text(
        f"<html><body><article><p>{words}</p></article></body></html>", encoding="utf-8"
    )
    assert run(tmp_path) == 0
    out, err = capsys.readouterr()
    assert not err
    sources = {r["speaker"]: r["source"] for r in map(json.loads, out.splitlines())}
    c, d = tmp_path / "c.txt", tmp_path / "d.html"
    assert sources == {"Ida": "https://news.example/1", "Bo": "7", "Al": str(c), "Cy": str(d)}


def test_what_is_read_and_its_fields_can_be_told(monkeypatch, capsys):
    row = {"story": {"body": "“Yes,” said Ida."}, "key": 7, "text": "“Wrong” said Bo."}
    pipe_in(monkeypatch, json.dumps(row).encode())
    assert run("-", "--read", "jsonl", "--field", "text=story.body", "--field", "id=key") == 0
    (record,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (record["speaker"], record["source"]) == ("Ida", "7")


def test_unattributed_quotes_are_given_on_demand(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("A “so-called” plan. “Yes,” said Ida.", encoding="utf-8")
    run(tmp_path)
    run(tmp_path, "--unattributed")
    assert [speaker for speaker, _ in quoted(capsys.readouterr().out)] == ["Ida", None, "Ida"]


def test_only_what_is_sure_is_given_on_demand(article, capsys):
    assert run(article, "--min-confidence", "0.04") == 0
    assert quoted(capsys.readouterr().out) == [("Ida", "Yes,")]


def test_only_the_kinds_asked_for_are_given(article, monkeypatch, capsys):
    assert run(article, "--kinds", "mixed,post") == 0
    assert run(article, "--kinds", "direct") == 0
    assert quoted(capsys.readouterr().out) == [("Ida", "Yes,"), ("Bo", "No,")]


def test_workers_find_the_same(tmp_path, capsys):
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"“It is {number}” said Ida.", encoding="utf-8")
    run(tmp_path)
    alone = capsys.readouterr().out
    assert run(tmp_path, "--workers", "2") == 0
    assert capsys.readouterr().out == alone
    assert len(quoted(alone)) == 40


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_done(article, capsys):
    article.with_name("a-latin.txt").write_bytes("café".encode("latin-1"))
    article.with_name("b.jsonl").write_text('{"text": "“Well” said Al."}\n{"text"\n')
    assert run(article.parent) == 1
    out, err = capsys.readouterr()
    assert [speaker for speaker, _ in quoted(out)] == ["Ida", "Bo", "Al"]
    assert err.count("\n") == 2
    assert "a-latin.txt: not UTF-8" in err
    assert "b.jsonl, line 2: not JSON" in err


def test_an_article_that_the_engine_fails_on_is_named_and_the_rest_is_done(
    article, monkeypatch, capsys
):
    def failing(article, options):
        if "Bo" not in article.text:
            raise RecursionError("too\ndeep")
        return simple_engine(article, options)

    article.with_name("a.txt").write_text("“No”")
    monkeypatch.setattr(api, "find_records", failing)
    assert run(article.parent) == 1
    out, err = capsys.readouterr()
    assert len(quoted(out)) == 2
    assert err.endswith("a.txt: RecursionError: too deep; cut the article into parts\n")


@pytest.mark.parametrize(
    ("args", "advice"),
    [
        (["missing.txt"], "pass a file, a folder, or -"),
        ([], "required: PATH"),
        (["https://news.example/1"], "curl -s https://news.example/1 | quoteattr"),
        (["-", "--format", "xml"], "choose from"),
        (["-", "-o", "a.xml"], "add --format"),
        (["-", "-o", "no/such/folder/a.csv"], "name another file"),
        (["-", "--wrong"], "unrecognized arguments: --wrong (see quoteattr extract --help)"),
        (["-", "--people", "none.csv"], "cannot read 'none.csv': No such file or directory; pass"),
        (["-", "--model", "missing.json"], "cannot read the model"),
        (["-", "--model", __file__], "is not a model file (not JSON: "),
        (["-", "--read", "odt"], "choose from"),
        (["-", "--field", "text"], "is not FIELD=NAME"),
        (["-", "--field", "body=text"], "text, id, url"),
        (["-", "--kinds", "direct,free"], "'free' is not one of direct,mixed"),
        (["-", "--kinds", ""], "'' is not one of direct,mixed"),
        (["-", "--min-confidence", "98"], "not a number from 0 to 1"),
        (["-", "--min-confidence", "nan"], "not a number from 0 to 1"),
        (["-", "--workers", "0"], "'0' is not a whole number from 1"),
        (["-", "--workers", "two"], "'two' is not a whole number from 1"),
        (["-", "--resume"], "add -o FILE"),
        (["-", "--resume", "-o", "a.parquet"], "jsonl and csv"),
        (["-", "--resume", "-o", "."], "--resume needs a regular file, which "),
    ],
)
def test_a_wrong_call_says_in_one_line_what_to_do(args, advice, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    pipe_in(monkeypatch, b"")
    assert run(*args) == 2
    out, err = capsys.readouterr()
    assert advice in err
    assert err.count("\n") == 1
    assert not out
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("named", [True, False])
def test_a_text_is_never_written_over(article, named, capsys):
    assert run(article if named else article.parent, "--format", "csv", "-o", article) == 2
    assert article.read_bytes() == ARTICLE.encode()
    assert "name another file" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["quotes.csv", "quotes.jsonl", "quotes.parquet"])
def test_quotes_may_lie_beside_the_articles_and_be_written_anew(article, name, capsys):
    output = article.with_name(name)
    for _ in range(2):
        assert run(article.parent, "-o", output) == 0
        assert capsys.readouterr().err == ""
    if name == "quotes.jsonl":
        assert len(quoted(output.read_text(encoding="utf-8"))) == 2


def test_articles_among_others_are_not_written_over(article, capsys):
    rows = article.with_name("news.csv")
    rows.write_text("text\n“Well” said Al.\n", encoding="utf-8")
    assert run(article.parent, "-o", rows) == 2
    assert "is one of the inputs" in capsys.readouterr().err
    assert rows.read_text(encoding="utf-8").startswith("text")


def test_ctrl_c_is_quiet_and_leaves_whole_lines(article, tmp_path, monkeypatch, capsys):
    def interrupted(article, options):
        if article.source.endswith("second.txt"):
            raise KeyboardInterrupt
        return simple_engine(article, options)

    monkeypatch.setattr(api, "find_records", interrupted)
    second = article.with_name("second.txt")
    second.write_text(ARTICLE)
    for name in ("a.jsonl", "a.parquet", "a.anno.jsonld"):
        assert run(article, second, "-o", tmp_path / name) == 130
    assert len(quoted((tmp_path / "a.jsonl").read_text(encoding="utf-8"))) == 2
    assert len(json.loads((tmp_path / "a.anno.jsonld").read_text(encoding="utf-8"))) == 2
    parquet = pytest.importorskip("pyarrow.parquet")
    assert parquet.read_table(tmp_path / "a.parquet")["speaker"].to_pylist() == ["Ida", "Bo"]
    assert capsys.readouterr() == ("", "")


def test_half_a_surrogate_pair_is_written_as_json_writes_it(article, monkeypatch, tmp_path):
    def damaged(article, options):
        return [QuoteRecord(None, "\ud83d", article.source, "direct", [(0, 1)])]

    monkeypatch.setattr(api, "find_records", damaged)
    for name in ("a.csv", "a.jsonl"):
        assert run(article, "-o", tmp_path / name) == 0
        assert "\\ud83d" in (tmp_path / name).read_text(encoding="utf-8")


def test_no_name_of_a_file_moves_the_cursor_of_a_terminal(tmp_path, capsys):
    (tmp_path / "\x1b[2Ja\nb.txt").write_bytes(b"\xff")
    assert run(tmp_path) == 1
    err = capsys.readouterr().err
    assert "[2Ja b.txt: not UTF-8" in err
    assert "\x1b" not in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("files", "looked_at", "shown"), [(3, True, False), (9, True, True), (9, False, False)]
)
def test_a_progress_bar_for_more_than_a_few_files(tmp_path, monkeypatch, files, looked_at, shown):
    for number in range(files):
        (tmp_path / f"{number}.txt").write_text("")
    monkeypatch.setattr(sys, "stderr", Terminal() if looked_at else io.StringIO())
    assert run(tmp_path, "-o", tmp_path / "a.jsonl") == 0
    assert (f"/{files} " in sys.stderr.getvalue()) is shown


def test_weights_are_used(article, monkeypatch):
    used, mine = [], Model(load_default().quotes, load_default().clauses)
    monkeypatch.setattr(articles, "load_model", {"mine.json": mine}.get)
    monkeypatch.setattr(api, "find_records", lambda _, options: used.append(options.model) or [])
    assert run(article, "--model", "mine.json") == 0
    assert used == [mine]


def test_a_format_of_bytes_goes_to_another_program_and_to_no_terminal(article, monkeypatch, capsys):
    out, err = process("extract", article, "--format", "parquet").communicate(timeout=300)
    assert out.startswith(b"PAR1")
    assert out.endswith(b"PAR1")
    assert not err
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert run(article, "--format", "parquet") == 2
    assert "add -o FILE" in capsys.readouterr().err


def test_a_language_that_is_not_read_is_told_of_in_one_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(api, "_warned", {""})
    row = {"text": "„Nein“, sagte Ida.", "language": "de"}
    path = tmp_path / "news.jsonl"
    path.write_text(f"{json.dumps(row)}\n" * 3, encoding="utf-8")
    assert run(path) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("quoteattr: Article.language: 'de' is not supported")


def test_messages_speak_of_options_and_not_of_arguments(tmp_path, capsys):
    (tmp_path / "a.txt").write_bytes("“Yes,” said Zoë. “No,” said Bo.".encode("cp1252"))
    (tmp_path / "b.jsonl").write_text('{"tale": "a"}\n' + '"' + "x" * 2_000 + '"\n')
    paths = (tmp_path / "a.txt", tmp_path / "b.jsonl")
    assert run(*paths, "--max-size", "1000") == 1
    encoding, field, size = capsys.readouterr().err.splitlines()
    assert encoding.endswith("likely cp1252: pass --encoding cp1252")
    assert field.endswith("among: tale; name the field that holds it with --field text=…")
    assert "a line of more than 1,000 bytes" in size
    assert size.endswith("pass --max-size if that is right")
    assert run(*paths, "--encoding", "cp1252", "--field", "text=tale", "--max-size", "3000") == 1
    out, err = capsys.readouterr()
    assert quoted(out)[0] == ("Zo", "Yes,")
    assert "not a JSON object" in err


def test_html_in_rows_is_read_as_html_or_not(tmp_path, capsys):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "<p><q>No,</q> said Ida Berg.</p>"}\n{"text": "<br>"}\n')
    assert run(path) == 1
    out, err = capsys.readouterr()
    assert quoted(out) == [("Ida", "No,")]
    assert err.endswith("HTML without a word; fix the row, or pass --no-html\n")
    assert run(path, "--no-html") == 0
    assert not quoted(capsys.readouterr().out)


def test_what_is_not_read_in_a_folder_is_told_once(article, capsys):
    article.with_name("b.doc").write_bytes(b"")
    article.with_name("c.png").write_bytes(b"")
    assert run(article.parent) == 0
    out, err = capsys.readouterr()
    assert len(quoted(out)) == 2
    assert err.count("\n") == 1
    assert "2 files are not read (1 .doc, 1 .png); convert them to text with soffice" in err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_in_a_folder_is_not_opened(article, capsys):
    os.mkfifo(article.with_name("pipe.txt"))
    assert run(article.parent) == 0
    out, err = capsys.readouterr()
    assert len(quoted(out)) == 2
    assert "1 file is not read (1 special file)" in err


def test_a_run_that_fails_leaves_the_sheet_that_is_there(article, tmp_path, monkeypatch):
    output = tmp_path / "quotes.xlsx"
    output.write_bytes(b"what was there")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("quoteattr.formats.output._NamedWriter.write", full)
    assert run(article, "-o", output) == 1
    assert output.read_bytes() == b"what was there"
