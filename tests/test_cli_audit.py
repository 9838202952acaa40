"""``quoteattr audit``: articles, records and archives."""

import json

import pytest
from audits import PAPERS
from command_line import call

from quoteattr import QuoteArchive, write

TEXT = "“We will rebuild,” said Ida Berg, the mayor of Brack. She left.\n\n“No,” said Otto Marx.\n"


@pytest.fixture
def database(tmp_path):
    """A small archive."""
    path = tmp_path / "news.db"
    with QuoteArchive(path) as archive:
        archive.add_records(PAPERS)
    return path


def groups(capsys):
    """The groups that were printed as JSON."""
    return json.loads(capsys.readouterr().out)["groups"]


def test_articles_are_read_and_counted(tmp_path, capsys):
    row = {"text": TEXT, "section": "Local", "byline": "By Nell Arkwright"}
    (tmp_path / "news.jsonl").write_text(json.dumps(row))
    assert call("audit", tmp_path / "news.jsonl", "--by", "section,author") == 0
    printed = groups(capsys)
    assert [group["values"] for group in printed] == [[], ["Local"], ["Nell Arkwright"]]
    assert printed[0]["speakers"] == 2
    assert printed[0]["women"]["part"] == 1


def test_records_are_counted_with_the_metadata_of_their_articles(tmp_path, capsys):
    write(PAPERS, tmp_path / "quotes.jsonl")
    assert call("audit", tmp_path / "quotes.jsonl", "--by", "section") == 0
    assert [group["values"] for group in groups(capsys)] == [[], ["Sport"], ["Local"]]


def test_an_archive_is_counted_and_filtered(database, capsys):
    assert call("audit", database, "--by", "section+month", "--since", "2024-06") == 0
    assert [group["values"] for group in groups(capsys)] == [[], ["Sport", "2024-06"]]


def test_the_format_is_that_of_the_file_or_the_option(database, tmp_path, capsys):
    assert call("audit", database, "-o", tmp_path / "a.html") == 0
    assert "<h2>Whom we quote" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert call("audit", database, "--format", "table") == 0
    assert capsys.readouterr().out.startswith("Whom we quote\n3 articles")
    assert call("audit", database, "-o", tmp_path / "a.xlsx") == 0
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_a_sheet_goes_out_and_comes_back(database, tmp_path, capsys):
    sheet = tmp_path / "people.csv"
    assert call("audit", database, "--unknown", sheet) == 0
    assert "fill it in, and pass it as --labels" in capsys.readouterr().err
    sheet.write_text(sheet.read_text().replace("Nicole Tan,", "Nicole Tan,f"))
    assert call("audit", database, "--labels", sheet) == 0
    assert groups(capsys)[0]["women"] | {"interval": None} == {
        "part": 3,
        "shown": 4,
        "unknown": 0,
        "interval": None,
        "share": 0.75,
        "bounds": [0.75, 0.75],
    }


def test_a_guess_is_told(database, capsys):
    assert call("audit", database, "--guess", "given-names") == 0
    assert "GUESSED" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--by", "paper"], "by must be one of"),
        (["--labels", "none.csv"], "cannot read 'none.csv': No such file or directory"),
        (["more.txt"], "an archive cannot be audited together"),
        (["--format", "csv", "-o", "news.db"], "-o news.db is the archive"),
        (["-o", "a.pdf"], "no format has the suffix"),
        (["--since", "yesterday"], "a date must be in ISO 8601"),
    ],
)
def test_a_wrong_call_says_what_to_do(database, monkeypatch, capsys, options, message):
    monkeypatch.chdir(database.parent)
    assert call("audit", "news.db", *options) == 2
    assert message in capsys.readouterr().err


def test_only_an_archive_is_chosen_from_by_date(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(TEXT)
    assert call("audit", tmp_path / "a.txt", "--since", "2024") == 2
    assert "quoteattr archive add" in capsys.readouterr().err
