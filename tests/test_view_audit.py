"""What an audit looks like: pages, tables, sheets and plots, all with their notes."""

import csv
import io
import json
import re

import matplotlib
import openpyxl
import pytest
from audits import PAPERS, article, record, speaker
from rich.console import Console

import quoteattr
from quoteattr import InputError, OptionError
from quoteattr.view.audit_files import AUDIT_FORMATS

matplotlib.use("Agg")
from matplotlib import pyplot

AUDIT = quoteattr.audit(PAPERS)
GUESSED = quoteattr.audit(PAPERS, guess="given-names")


def content(path):
    """All text of a file."""
    if path.suffix != ".xlsx":
        return path.read_text(encoding="utf-8")
    book = openpyxl.load_workbook(path)
    return "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    )


def printed(result):
    """What a terminal shows."""
    file = io.StringIO()
    Console(file=file, width=150).print(result)
    return file.getvalue()


@pytest.mark.parametrize("name", AUDIT_FORMATS)
def test_every_file_says_that_it_was_guessed(tmp_path, name):
    for result, guessed in ((AUDIT, False), (GUESSED, True)):
        path = tmp_path / f"audit{AUDIT_FORMATS[name].suffixes[0]}"
        result.write(path)
        text = " ".join(content(path).split())
        assert ("GUESSED: the gender of 1 speaker" in text) == guessed
        assert "Each speaker counts once per article." in text
    path = tmp_path / "other"
    AUDIT.write(path, format=name)
    assert path.stat().st_size


def test_every_view_says_that_it_was_guessed():
    for result, guessed in ((AUDIT, False), (GUESSED, True)):
        assert ("GUESSED" in printed(result)) == guessed
        assert ("GUESSED" in result._repr_html_()) == guessed
        assert ("guessed" in result.plot("section").get_title()) == guessed
        pyplot.close("all")


def test_the_table_has_the_unknown_beside_the_shown():
    text = printed(AUDIT)
    assert "Women: 67% of those shown; between 50% and 75% of all." in text
    assert re.search(r"The Gazette +2 +3 +3 +75% +33% +100% +50–100% +50%", text)
    assert "Nicole Tan (1)" in text


def test_a_field_that_no_article_has_has_no_table():
    result = quoteattr.audit(article("a", record("a", "one", speaker("Ida"))))
    for shown in (printed(result), result._repr_html_()):
        assert "No article says its publisher." in shown
        assert "not known" not in shown


def test_the_page_needs_nothing_else_and_escapes_names(tmp_path):
    odd = article(
        "a", record("a", "one", speaker("<b>Ida</b>", role="<i>")), section="<script>alert(1)"
    )
    quoteattr.audit(odd).write(tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<b>Ida" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_bars_have_their_numbers_as_text():
    page = AUDIT._repr_html_()
    assert 'aria-label="women: 2 (50%); men: 1 (25%); gender not shown: 1 (25%)"' in page
    assert "women 67% of those shown, 50–75% of all" in page


def test_a_notebook_lists_fewer_groups_than_a_page(tmp_path):
    collections = [
        article(f"{n}", record(f"{n}", "a", speaker("Ida")), section=f"S{n}") for n in range(80)
    ]
    result = quoteattr.audit(collections, by="section")
    result.write(tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "and 20 more" in page
    assert "and 65 more" in result._repr_html_()
    result.write(tmp_path / "a.csv")
    assert len(list(csv.DictReader((tmp_path / "a.csv").open()))) == 81 + len(result.notes)


def test_the_sheets_are_groups_speakers_and_what_is_to_be_filled_in(tmp_path):
    AUDIT.write(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Groups", "Women by role", "Speakers", "To fill in", "Notes"]
    assert book["Groups"].max_row == 1 + len(AUDIT.groups)
    assert book["Speakers"].max_row == 1 + len(AUDIT.speakers)
    columns, *rows = book["Women by role"].iter_rows(values_only=True)
    shown = {
        (row["group"], row["role"]): (row["people"], row["women"], row["gender not shown"])
        for row in (dict(zip(columns, row, strict=True)) for row in rows)
    }
    assert shown["all articles", "no role shown"] == (1, 0, 1)
    assert shown["The Herald", "politics and government"] == (1, 1, 0)
    header, first = list(book["To fill in"].iter_rows(values_only=True))
    assert dict(zip(header, first, strict=True))["name"] == "Nicole Tan"


def test_a_row_has_each_number(tmp_path):
    AUDIT.write(tmp_path / "a.csv")
    total, *_ = csv.DictReader((tmp_path / "a.csv").open())
    assert {name: total[name] for name in ("group", "speakers", "people", "quotes")} == {
        "group": "all articles",
        "speakers": "5",
        "people": "4",
        "quotes": "7",
    }
    assert total["women of those shown"].startswith("0.666")
    assert (total["women of all, at least"], total["women of all, at most"]) == ("0.5", "0.75")
    assert (total["kind: person"], total["gender: not shown"]) == ("3", "1")


def test_every_view_has_women_by_role_with_those_whom_nothing_shows(tmp_path):
    experts = [speaker(f"Ada {n}", gender="f", role="a chemist") for n in range(2)]
    experts += [speaker("Bo", gender="m", role="a chemist"), speaker("Tan", role="a chemist")]
    result = quoteattr.audit(article("a", *(record("a", "one", expert) for expert in experts)))
    assert re.search(r"experts and science +4 +67% +50–75% +25%", printed(result))
    page = result._repr_html_()
    assert "Women and men by role" in page
    assert page.count("women 67% of those shown, 50–75% of all") == 2
    result.write(tmp_path / "a.csv")
    total, *_ = csv.DictReader((tmp_path / "a.csv").open())
    role = "women in role: experts and science"
    assert (total[f"{role}, of all, at least"], total[f"{role}, of all, at most"]) == (
        "0.5",
        "0.75",
    )
    assert total["women in role: no role shown, of all, at least"] == ""


def test_frames_and_json_have_the_groups(tmp_path):
    frame = AUDIT.to_pandas()
    assert list(frame["group"])[:2] == ["all articles", "The Gazette"]
    AUDIT.write(tmp_path / "a.json")
    data = json.loads((tmp_path / "a.json").read_text())
    assert data["groups"][0]["women"]["bounds"] == [0.5, 0.75]
    of_roles = {row["role"]: row["women"] for row in data["groups"][0]["role_genders"]}
    assert of_roles["no role shown"]["bounds"] == [0, 1]


@pytest.mark.parametrize("name", ["a.pdf", "a"])
def test_an_unknown_format_is_refused(tmp_path, name):
    with pytest.raises(OptionError, match="no format has the suffix"):
        AUDIT.write(tmp_path / name)
    with pytest.raises(OptionError, match="no format has the suffix"):
        AUDIT.write_unknown(tmp_path / name)
    with pytest.raises(OptionError, match="format must be one of"):
        AUDIT.write(tmp_path / "a.csv", format="pdf")


# -- plots ------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _close():
    """Leave no figure behind."""
    yield
    pyplot.close("all")


def test_each_bar_is_whole_and_what_is_not_shown_is_there():
    axes = AUDIT.plot.genders("publisher")
    lengths = [[bar.get_width() for bar in layer] for layer in axes.containers]
    assert [sum(column) for column in zip(*lengths, strict=True)] == pytest.approx([1, 1])
    assert [text.get_text() for text in axes.get_legend().get_texts()] == [
        "women",
        "men",
        "gender not shown",
    ]
    assert [label.get_text() for label in axes.get_yticklabels()] == [
        "The Gazette (2)",
        "The Herald (2)",
    ]


def test_months_stand_side_by_side():
    axes = AUDIT.plot.kinds("month")
    assert [label.get_text() for label in axes.get_xticklabels()] == ["2024-05", "2024-06"]
    (axes,) = [AUDIT.plot.kinds("month", 1)]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["2024-06"]


def test_roles_have_a_rest():
    axes = AUDIT.plot.roles("section")
    names = [text.get_text() for text in axes.get_legend().get_texts()]
    assert names[-1] == "no role shown"
    assert "politics and government" in names


def test_a_plot_of_nothing_or_of_other_groups_is_refused():
    with pytest.raises(OptionError, match="by must be"):
        AUDIT.plot("paper")
    with pytest.raises(OptionError, match="nothing to plot"):
        quoteattr.audit([]).plot()
    with pytest.raises(InputError, match="matplotlib axes"):
        AUDIT.plot(ax=5)
    with pytest.raises(OptionError, match="top"):
        AUDIT.plot(top=0)
