"""``quoteattr verify``: what it prints, and the exit status that tells a script."""

import json

import pytest
from command_line import call, pipe_in, process

TEXT = "“We will never leave the island,” said Ada Berg.\r\n“Not a word of it is true,” he said.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode())
    return path


@pytest.mark.parametrize(
    ("quote", "status", "start"),
    [
        ("We will never leave the island,", 0, "EXACT"),
        ("we'll", 1, "NOT FOUND"),
        ("“we will never leave the island.”", 0, "TYPOGRAPHY"),
        ("We will … leave the island", 1, "ALTERED"),
        ("We will never … the island", 0, "ALTERED"),
        ("We will leave the island", 1, "ALTERED"),
    ],
)
def test_the_status_tells_whether_it_is_faithful(article, quote, status, start, capsys):
    assert call("verify", quote, article) == status
    out, err = capsys.readouterr()
    assert out.startswith(start)
    assert not err


def test_it_tells_where_who_and_what_differs(article, capsys):
    assert call("verify", "We will leave the island", article) == 1
    assert capsys.readouterr().out == (
        "ALTERED: “We will leave the island”\n"
        f"{article}, 1–31, said by Ada Berg: “We will never leave the island”\n"
        "Differences: cut “never”\n"
    )


def test_the_best_of_all_articles_is_told(article, capsys):
    (article.parent / "b.jsonl").write_text(
        json.dumps({"id": "b7", "text": "“We will leave the island,” said Bo Lund."})
    )
    assert call("verify", "We will leave the island", article.parent) == 0
    assert "b7, 1–25, said by Bo Lund" in capsys.readouterr().out


def test_quotes_come_from_a_file_one_a_line(article, tmp_path, capsys):
    quotes = tmp_path / "draft.md"
    quotes.write_bytes("\ufeffNot a word of it is true\r\n\r\nWe will stay\n".encode())
    assert call("verify", "--quotes", quotes, article) == 1
    first, second = capsys.readouterr().out.split("\n\n")
    assert first.startswith("EXACT: “Not a word of it is true”\n")
    assert second == "NOT FOUND: “We will stay”\n"


@pytest.mark.parametrize("args", [["-"], ["--quotes", "-"]])
def test_quotes_come_through_standard_input(article, args, monkeypatch, capsys):
    pipe_in(monkeypatch, b"Not a word of it\nis true\n")
    assert call("verify", *args, article) == 0
    assert capsys.readouterr().out.count("EXACT") == 2


def test_an_article_comes_through_standard_input(monkeypatch, capsys):
    pipe_in(monkeypatch, TEXT.encode())
    assert call("verify", "We will never leave", "-") == 0
    assert "-, 1–20, said by Ada Berg" in capsys.readouterr().out


def test_a_line_without_a_word_is_told_of_and_the_rest_is_done(article, tmp_path, capsys):
    quotes = tmp_path / "draft.md"
    quotes.write_text("Not a word\n—…—\n" + "word " * 2001 + "\n", encoding="utf-8")
    assert call("verify", "--quotes", quotes, article) == 1
    out, err = capsys.readouterr()
    assert out.count("EXACT") == 1
    assert "draft.md, line 2: a quote needs at least one word" in err
    assert "draft.md, line 3: a quote has at most 2,000 words" in err


def test_jsonl_has_all_that_is_known(article, capsys):
    assert call("verify", "We will leave the island", article, "--format", "jsonl") == 1
    (result,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (result["outcome"], result["faithful"], result["speaker"]) == (
        "altered",
        False,
        "Ada Berg",
    )
    ((start, end),) = result["spans"]
    assert TEXT[start:end] == result["text"] == "We will never leave the island"
    (cut,) = result["differences"]
    assert cut["kind"] == "cut"
    assert TEXT[slice(*cut["span"])] == "never"
    assert result["record"]["quote"] == "We will never leave the island,"


def test_jsonl_of_what_is_not_found(article, capsys):
    assert call("verify", "Nothing", article, "--format", "jsonl") == 1
    (result,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (
        result["outcome"],
        result["source"],
        result["spans"],
        result["record"],
    ) == (
        "not found",
        None,
        [],
        None,
    )


def test_what_cannot_be_read_is_told_of_and_the_rest_is_searched(article, capsys):
    (article.parent / "latin.txt").write_bytes("café".encode("latin-1"))
    assert call("verify", "Not a word of it", article.parent) == 1
    out, err = capsys.readouterr()
    assert out.startswith("EXACT")
    assert "latin.txt: not UTF-8" in err
    assert err.count("\n") == 1


def test_no_text_moves_the_cursor_of_a_terminal(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text(
        "“We\x1b[2J sail\u202e at noon \ud83d,” said Ada Berg.", "utf-8", "surrogatepass"
    )
    call("verify", "We sail at noon \x1b[2J", tmp_path)
    assert call("verify", "sail", path) == 1  # half a surrogate pair is not UTF-8
    out, err = capsys.readouterr()
    assert "\x1b" not in out + err
    assert "\u202e" not in out


def test_fields_of_rows_are_told(tmp_path, capsys):
    path = tmp_path / "news.json"
    path.write_text(json.dumps([{"story": TEXT, "key": "s1"}]))
    fields = ["--field", "text=story", "--field", "id=key"]
    assert call("verify", "Not a word of it", path, *fields) == 0
    assert "s1, " in capsys.readouterr().out


DRAFT = """# Island news

“We will never leave the island,” Ms. Berg said.

> “We will leave the island,” said Ada Berg.

“Not a word of it is true,” Bo Lund said.
"""


def test_a_draft_is_checked_whole(article, tmp_path, capsys):
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    assert call("verify", "--draft", draft, article) == 1
    first, second, third, end = capsys.readouterr().out.split("\n\n")
    assert first.startswith("EXACT: “We will never leave the island,”\n")
    assert f"{draft}, 16–47, said by Ada Berg\n{article}, 1–32, said by Ada Berg" in first
    assert second.startswith("ALTERED: “We will leave the island,”\n")
    assert third.startswith("WRONG SPEAKER: “Not a word of it is true,”\n")
    assert "said by Bo Lund" in third
    assert "said by Ada Berg" in third
    assert end == "1 of 3 quotes are faithful, with the right speaker.\n"


def test_a_draft_of_word_is_checked_like_any_other(article, tmp_path, capsys):
    docx = pytest.importorskip("docx")
    document, draft = docx.Document(), tmp_path / "draft.docx"
    for line in DRAFT.split("\n"):
        document.add_paragraph(line)
    document.save(draft)
    assert call("verify", "--draft", draft, article) == 1
    assert f"{draft}, 16–47, said by Ada Berg" in capsys.readouterr().out


def test_a_draft_without_a_mistake_has_status_0(article, tmp_path, capsys):
    draft = tmp_path / "draft.txt"  # among its sources, where it does not count
    draft.write_text("“Never,” said Bo Lund, “never leave.”", encoding="utf-8")
    assert call("verify", "--draft", draft, tmp_path) == 1
    capsys.readouterr()
    draft.write_text("“Not a word of it is true,” said Berg.", encoding="utf-8")
    assert call("verify", "--draft", draft, tmp_path) == 0
    assert capsys.readouterr().out.endswith("1 of 1 quotes are faithful, with the right speaker.\n")


def test_a_draft_as_jsonl(article, tmp_path, capsys):
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    assert call("verify", "--draft", draft, article, "--format", "jsonl") == 1
    rows = list(map(json.loads, capsys.readouterr().out.splitlines()))
    assert [(row["right"], row["wrong_speaker"]) for row in rows] == [
        (True, False),
        (False, False),
        (False, True),
    ]
    assert [DRAFT[slice(*row["span"])] for row in rows] == [
        row["verification"]["quote"] for row in rows
    ]
    assert rows[2]["draft"]["speaker"] == "Bo Lund"


@pytest.mark.parametrize(
    ("args", "advice"),
    [
        ([], "required: QUOTE"),
        (["We sail"], "a QUOTE and a PATH"),
        (["--quotes", "a.txt"], "required: QUOTE PATH"),
        (["We sail", "missing.txt"], "pass a file, a folder, or -"),
        (["--quotes", "missing.txt", "a.txt"], "missing.txt: No such file"),
        (["--quotes", "latin.txt", "a.txt"], "latin.txt: not UTF-8"),
        (["-", "-"], "not both"),
        (["--draft", "-", "-"], "not both"),
        (["--draft", "a.txt", "--quotes", "a.txt", "a.txt"], "not allowed with"),
        (["--draft", "missing.txt", "a.txt"], "missing.txt"),
        (["", "a.txt"], "pass at least one word"),
        (["word " * 2001, "a.txt"], "at most 2,000 words"),
        (["We sail", "a.txt", "--format", "xml"], "choose from"),
    ],
)
def test_a_wrong_call_says_in_one_line_what_to_do(args, advice, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes("café".encode("latin-1"))
    assert call("verify", *args) == 2
    out, err = capsys.readouterr()
    assert advice in err
    assert err.count("\n") == 1
    assert not out


def test_the_whole_command(article):
    running = process("verify", "We will never leave", article)
    out, err = running.communicate(timeout=300)
    assert out.decode("utf-8").startswith("EXACT: “We will never leave”\n")
    assert not err
    assert running.returncode == 0


@pytest.mark.parametrize("options", [[], ["--read", "text"]])
def test_what_was_not_looked_into_is_told_before_not_found(article, capsys, options):
    folder = article.parent
    for name in ("b.doc", "c.rtf", "d/e.doc"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"We will stay")
    (folder / "quotes.csv").write_text("speaker,quote\nIda,We will stay\n")
    assert call("verify", "We will stay", folder, *options) == 1
    out, err = capsys.readouterr()
    assert out.startswith("NOT FOUND")
    assert "2 .doc" in err
    assert "1 .rtf" in err
    assert "soffice" in err
    if not options:
        assert f"1 table without texts not read, such as {folder / 'quotes.csv'}" in err


def test_another_encoding_is_named_and_then_read(article, tmp_path, capsys):
    article.write_bytes(TEXT.encode("cp1252"))
    quotes = tmp_path / "draft"
    quotes.write_bytes("“Not a word of it is true,”\n".encode("cp1252"))
    assert call("verify", "Not a word of it", article) == 1
    assert "likely cp1252: pass --encoding cp1252" in capsys.readouterr().err
    assert call("verify", "--quotes", quotes, article) == 2
    assert "likely cp1252; convert it, as with iconv -f cp1252" in capsys.readouterr().err
    assert call("verify", "--quotes", quotes, article, "--encoding", "cp1252") == 0
    assert call("verify", "Not", article, "--encoding", "latin9000") == 2
    assert "--encoding must be one that Python knows" in capsys.readouterr().err
