"""Labels: a sheet of unknown speakers goes out, and comes back filled in."""

import csv

import openpyxl
import pytest
from attrs import evolve
from audits import PAPERS
from tables import for_each

import quoteattr
from quoteattr import InputError, OptionError, SourceError
from quoteattr.auditing.labels import Label, read_labels


def genders(result):
    """The gender of each named speaker, and what it is from."""
    return {speaker.name: (speaker.gender, speaker.gender_from) for speaker in result.speakers}


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_the_sheet_is_read_back(tmp_path, suffix):
    path = tmp_path / f"unknown.{suffix}"
    before = quoteattr.audit(PAPERS)
    before.write_unknown(path)
    assert quoteattr.audit(PAPERS, labels=path) == before  # nothing is filled in yet
    fill_in(path, {"Nicole Tan": "f"})
    after = quoteattr.audit(PAPERS, labels=path)
    assert genders(after) == genders(before) | {"Nicole Tan": ("f", "labels")}
    assert after.unknown() == []
    assert "The gender of 1 speaker is from labels." in after.notes


def fill_in(path, gender_of):
    """Fill in the genders of a sheet, as somebody would in a spreadsheet."""
    if path.suffix == ".csv":
        rows = list(csv.reader(path.read_text().splitlines()))
    else:
        book = openpyxl.load_workbook(path)
        rows = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    place = rows[0].index("gender")
    for row in rows[1:]:
        row[place] = gender_of.get(row[0])
    if path.suffix == ".csv":
        with path.open("w", newline="") as file:
            csv.writer(file).writerows(rows)
    else:
        for number, row in enumerate(rows[1:], 2):
            book.worksheets[0].cell(number, place + 1, row[place])
        book.save(path)


@pytest.mark.parametrize(
    "text",
    [
        "name,gender\nNicole Tan,F\n",
        "\ufeffName;Gender;role class\nnicole  tan;f;\n",
        "name\tgender\tkind\nNICOLE TAN\tf\tperson\n",
        "quotes,name,gender\n3,Nicole Tan,f\n,,\n",
    ],
)
def test_a_spreadsheet_may_save_it_in_its_own_way(tmp_path, text):
    path = tmp_path / "labels.csv"
    path.write_text(text, encoding="utf-8")
    assert genders(quoteattr.audit(PAPERS, labels=path))["Nicole Tan"] == ("f", "labels")


def test_a_label_may_hold_for_one_article_only():
    both = [PAPERS[1], with_source(PAPERS[1], "d")]
    labels = [{"name": "Nicole Tan", "gender": "m", "source": "d"}]
    result = quoteattr.audit(both, labels=labels)
    named = [speaker for speaker in result.speakers if speaker.name == "Nicole Tan"]
    assert [(label.article.source, label.gender) for label in named] == [("b", None), ("d", "m")]


def with_source(records, source):
    """The same records of another article."""
    (article,) = records.articles
    changed = (evolve(record, source=source) for record in records)
    return quoteattr.QuoteRecords(changed, [evolve(article, id=source)])


def test_kind_and_role_may_be_filled_in():
    labels = [{"name": "Nicole Tan", "kind": "organisation", "role class": "bakers"}]
    (tan,) = [s for s in quoteattr.audit(PAPERS, labels=labels).speakers if s.name == "Nicole Tan"]
    assert (tan.kind, tan.role_class) == ("organisation", "bakers")


@for_each(
    ("row", "place"),
    [
        ({"name": "Ida", "sex": "f"}, "sex"),
        ({"gender": "f"}, "no name"),
        ({"name": "", "gender": "f"}, "no name"),
        ({"name": "Ida", "gender": "woman"}, "gender must be one of m, f, x"),
        ({"name": "Ida", "kind": "human"}, "kind must be one of person"),
    ],
)
def test_an_unknown_column_or_value_is_refused_with_its_row(row, place):
    rows = [{"name": "Otto", "gender": "m"}, row]
    with pytest.raises(OptionError, match=place) as caught:
        read_labels(rows)
    assert caught.value.where == "labels[1]"


def test_what_is_no_sheet_is_refused(tmp_path):
    for name, content in (("no.csv", None), ("bad.csv", b"name\n\xff\n"), ("bad.xlsx", b"PK")):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(SourceError, match="cannot read"):
            read_labels(path)
    for labels in ({"name": "Ida"}, 5, [5]):
        with pytest.raises(InputError):
            read_labels(labels)


def test_rows_that_say_nothing_are_skipped():
    assert (
        read_labels([{"name": "Ida", "gender": None}, {"name": "Bo", "gender": float("nan")}]) == []
    )
    assert read_labels([{"name": "Ida", "gender": "x"}]) == [Label("Ida", "x")]
