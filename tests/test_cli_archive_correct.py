"""``quoteattr archive sheet``, ``correct`` and ``review``; evaluation on an archive."""

import csv
import json

import pytest
from command_line import call

from quoteattr import Article, QuoteArchive
from quoteattr.archive.corrections.sheet import SHEET_COLUMNS

RAIN = "Ada Berg met Bo Holm. “It will rain,” she said. Then he laughed. “No,” he said."
TITLES = [column.title for column in SHEET_COLUMNS]


@pytest.fixture
def filled(tmp_path, monkeypatch):
    """The name of an archive in the working folder."""
    monkeypatch.chdir(tmp_path)
    with QuoteArchive("news.db") as archive:
        archive.add([Article(RAIN, id="rain"), Article(RAIN, id="other")])
    return "news.db"


def fill_in(path, words, **values):
    """Fill in cells of the first row with some words; the titles have _ for spaces."""
    with open(path, encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    row = next(row for row in rows[2:] if words in row[TITLES.index("quote")])
    for title, value in values.items():
        row[TITLES.index(title.replace("_", " "))] = value
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def test_a_sheet_goes_out_and_comes_back(filled, capsys):
    assert call("archive", "sheet", filled, "-o", "quotes.csv") == 0
    assert capsys.readouterr().err == "quoteattr: quotes.csv: 4 quotes\n"
    fill_in("quotes.csv", "It will rain", right_speaker="Bo Holm")
    fill_in("quotes.csv", "No,", nobody_said_this="yes")

    assert call("archive", "correct", filled, "quotes.csv", "--dry-run") == 0
    shown = capsys.readouterr()
    assert shown.out.splitlines() == [
        "rain 23-36 “It will rain,”: Ada Berg, direct → Bo Holm, direct",
        "rain 66-69 “No,”: Bo Holm, direct → no quote",
    ]
    assert "2 corrections would be entered, 0 known, 0 refused" in shown.err
    with QuoteArchive(filled) as archive:
        assert archive.corrections() == []

    assert call("archive", "correct", filled, "quotes.csv", "--by", "Ida Moss") == 0
    assert "2 corrections entered" in capsys.readouterr().err
    assert call("archive", "correct", filled, "quotes.csv") == 0
    assert "0 corrections entered, 2 known, 0 refused" in capsys.readouterr().err
    with QuoteArchive(filled) as archive:
        assert {correction.by for correction in archive.corrections()} == {"Ida Moss"}
        assert len(archive) == 3


def test_refused_rows_are_named_and_the_status_says_so(filled, capsys):
    call("archive", "sheet", filled, "rain", "--source", "rain", "-o", "quotes.csv")
    fill_in("quotes.csv", "It will rain", start="7", right_speaker="Bo Holm")
    capsys.readouterr()
    assert call("archive", "correct", filled, "quotes.csv") == 1
    shown = capsys.readouterr().err
    assert "quotes.csv, row 3: " in shown
    assert "the locked cell “start” has '7', not '23'" in shown
    assert "0 corrections entered, 0 known, 1 refused" in shown


@pytest.mark.parametrize(
    "args",
    [
        ("sheet", "nothing.db", "-o", "quotes.csv"),
        ("correct", "nothing.db", "quotes.csv"),
        ("review", "nothing.db", "rain"),
        ("sheet", "news.db", "-o", "news.db"),
        ("sheet", "news.db", "-o", "quotes.pdf"),
        ("sheet", "news.db"),
        ("correct", "news.db", "nothing.csv"),
        ("correct", "news.db", "quotes.pdf"),
        ("review", "news.db", "nothing"),
        ("review", "news.db", "rain", "--scope", "some"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(filled, capsys, args):
    assert call("archive", *args) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) <= 3
    with QuoteArchive(filled) as archive:
        assert archive.reviews() == archive.corrections() == []


def test_evaluation_is_on_the_reviewed_articles(filled, capsys):
    assert call("evaluate", filled) == 2
    assert "no article of 'news.db' is reviewed" in capsys.readouterr().err
    assert call("archive", "review", filled, "rain", "--blind", "--by", "Ida Moss") == 0
    assert "1 reviewed article" in capsys.readouterr().err
    assert call("evaluate", filled, "--format", "json") == 0
    metrics = json.loads(capsys.readouterr().out)
    assert metrics["articles"] == 1
    assert metrics["by"]["review"]["blind"]["annotated"] == 2
    assert call("evaluate", filled, "--names", "names.tsv") == 2


def test_a_folder_for_annotators_goes_out_and_comes_back(filled, capsys):
    assert call("archive", "sheet", filled, "--format", "brat", "-o", "annotated") == 0
    assert call("archive", "correct", filled, "annotated") == 0
    assert "0 corrections entered" in capsys.readouterr().err
    assert call("evaluate", "annotated") == 0
    assert "By review" not in capsys.readouterr().out
