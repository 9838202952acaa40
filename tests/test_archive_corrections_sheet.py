"""The sheet of an archive: written, filled in by people with their programs, and read again."""

import csv

import openpyxl
import pytest

from quoteattr import Article, InputError, OptionError, QuoteArchive, SourceError
from quoteattr.archive.corrections.sheet import SHEET_COLUMNS, UNKNOWN
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.evaluation.evaluate import evaluate, evaluate_records
from quoteattr.records import Span

RAIN = (
    "Ada Berg met Bo Holm and Cy Dahl. “It will rain,” she said. Then he laughed. “No,” he said."
    " He wrote “so-called”."
)
TITLES = [column.title for column in SHEET_COLUMNS]
formats = pytest.mark.parametrize("suffix", ["xlsx", "csv"])


@pytest.fixture
def archive():
    with QuoteArchive(":memory:") as archive:
        archive.add(
            [
                Article(RAIN, id="rain", published="2026-05-04"),
                Article("“=1+1 is two,” said Eva\r\nMoss. “It\ud83d snows,” she said.", id="=sum"),
                Article("“Nobody knows me,” said Ida Roe."),
            ]
        )
        yield archive


def cells(path):
    """The rows of a sheet as texts, from the first on."""
    if path.suffix == ".csv":
        with open(path, encoding="utf-8-sig", newline="") as lines:
            return list(csv.reader(lines))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = sheet.iter_rows(values_only=True)
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


def edit(path, changes, delimiter=","):
    """Fill in cells: (words of the quote, title) → text; None instead of a text deletes the row."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        for (words, title), text in changes.items():
            row = next(r for r in sheet.iter_rows(min_row=3) if words in str(r[5].value))
            if text is None:
                sheet.delete_rows(row[0].row)
            else:
                row[TITLES.index(title)].value = text
        book.save(path)
        return
    rows = cells(path)
    for (words, title), text in changes.items():
        row = next(row for row in rows[2:] if words in row[5])
        if text is None:
            rows.remove(row)
        else:
            row[TITLES.index(title)] = text
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)


def speakers(archive):
    """The speaker of each quote, by its words."""
    return {record.quote: record.speaker for record in archive.search(limit=None)}


@pytest.fixture(params=["xlsx", "csv"])
def sheet(archive, tmp_path, request):
    """A sheet of the archive."""
    path = tmp_path / f"quotes.{request.param}"
    archive.write_sheet(path)
    return path


def test_a_sheet_has_a_row_for_each_quote_below_what_explains_it(archive, sheet):
    explanation, titles, *rows = cells(sheet)
    assert explanation[0].startswith("Fill in the last four columns only.")
    assert titles == TITLES
    assert [row[5] for row in rows][:3] == ["It will rain,", "No,", "so-called"]
    assert [row[6] for row in rows][:2] == ["Ada Berg", "Bo Holm"]
    assert all(row[8:] == [""] * 4 for row in rows)
    for row in rows[:3]:
        assert RAIN[int(row[2]) : int(row[3])] == row[5]
    assert len(rows) == len(archive) - 1  # one is of an article without a source


def test_a_sheet_as_it_was_written_changes_nothing(archive, sheet):
    imported = archive.read_sheet(sheet)
    assert (imported.corrections, imported.failures) == ((), ())
    assert archive.corrections() == []


def test_what_is_filled_in_is_entered(archive, sheet):
    edit(
        sheet,
        {
            ("It will rain", "right speaker"): " Bo  Holm",
            ("It will rain", "note"): "heard it",
            ("No,", "right speaker"): "Speaker unknown",
            ("No,", "right kind"): "Mixed",
            ("so-called", "nobody said this"): "x",
            ("snows", "right speaker"): "Ida \U0001f600 Roe",
        },
    )
    imported = archive.read_sheet(sheet, by="ed")
    assert imported.failures == ()
    assert [(correction.by, correction.via) for correction in imported.corrections] == [
        ("ed", "sheet")
    ] * 4
    assert imported.corrections == tuple(archive.corrections())
    assert imported.corrections[0].note == "heard it"
    now = speakers(archive)
    assert (now["It will rain,"], now["No,"]) == ("Bo Holm", None)
    assert now["It\ud83d snows,"] == "Ida \U0001f600 Roe"
    assert "so-called" not in now
    assert next(r for r in archive.search() if r.quote == "No,").kind == "mixed"


def test_the_same_sheet_again_enters_nothing(archive, sheet):
    edit(
        sheet,
        {
            ("It will rain", "right speaker"): "Bo Holm",
            ("No,", "right kind"): "mixed",
            ("so-called", "nobody said this"): "yes",
        },
    )
    assert len(archive.read_sheet(sheet).corrections) == 3
    again = archive.read_sheet(sheet)
    assert (again.corrections, again.known, again.failures) == ((), 3, ())


def test_a_name_that_the_machine_has_too_is_a_confirmation(archive, sheet):
    edit(sheet, {("It will rain", "right speaker"): "Ada Berg"})
    (correction,) = archive.read_sheet(sheet).corrections
    assert correction.before.speaker == correction.after.speaker == "Ada Berg"


def test_a_dry_run_enters_nothing(archive, sheet):
    edit(sheet, {("so-called", "nobody said this"): "yes", ("No,", "right kind"): "loud"})
    before = speakers(archive)
    imported = archive.read_sheet(sheet, dry_run=True)
    assert len(imported.corrections) == len(imported.failures) == 1
    assert archive.corrections() == []
    assert speakers(archive) == before


def test_a_row_that_is_deleted_and_empty_rows_mean_nothing(archive, sheet):
    edit(sheet, {("so-called", "id"): None, ("It will rain", "right speaker"): "Bo Holm"})
    if sheet.suffix == ".csv":
        sheet.write_bytes(sheet.read_bytes() + b"\n,,,\n\n")
    imported = archive.read_sheet(sheet)
    assert len(imported.corrections) == 1
    assert imported.failures == ()
    assert "so-called" in speakers(archive)


@pytest.mark.parametrize(
    ("title", "text", "message"),
    [
        ("quote", "It will snow,", "locked cell “quote”"),
        ("start", "3", "locked cell “start”"),
        ("end", "", "locked cell “end”"),
        ("speaker", "Cy Dahl", "locked cell “speaker” has 'Cy Dahl', not 'Ada Berg'"),
        ("kind", "mixed", "locked cell “kind”"),
        ("context", "Nothing.", "locked cell “context”"),
    ],
)
def test_a_changed_locked_cell_is_refused_by_its_row(archive, sheet, title, text, message):
    changes = {("No,", "right speaker"): "Cy Dahl", ("so-called", "nobody said this"): "yes"}
    if title != "quote":  # by which the row is sought
        changes |= {("It will rain", "right speaker"): "Bo Holm"}
    edit(sheet, changes | {("It will rain", title): text})
    imported = archive.read_sheet(sheet)
    (failure,) = imported.failures
    assert failure.source == f"{sheet}, row 3"
    assert message in failure.reason
    assert speakers(archive)["It will rain,"] == "Ada Berg"
    assert len(imported.corrections) == 2  # the other rows are entered


@pytest.mark.parametrize(
    ("title", "text", "message"),
    [
        ("id", "q0000000000000000", "no quote 'q0000000000000000' of the article 'rain'"),
        ("article", "snow", "of the article 'snow'"),
        ("nobody said this", "maybe", "“nobody said this” has 'maybe'"),
        ("right kind", "loud", "kind must be one of"),
        ("right speaker", "?!", "no word"),
        ("nobody said this", "yes", "contradict each other"),
    ],
)
def test_a_cell_that_cannot_be_meant_is_refused_by_its_row(archive, sheet, title, text, message):
    edit(sheet, {("No,", "right speaker"): "Cy Dahl", ("No,", title): text})
    imported = archive.read_sheet(sheet)
    (failure,) = imported.failures
    assert failure.source == f"{sheet}, row 4"
    assert message in failure.reason
    assert archive.corrections() == []


def test_a_sheet_from_before_another_correction_is_read(archive, sheet):
    archive.correct("rain", (35, 48), speaker="Cy Dahl")
    edit(sheet, {("It will rain", "right speaker"): "Bo Holm"})
    imported = archive.read_sheet(sheet)
    assert imported.failures == ()
    assert speakers(archive)["It will rain,"] == "Bo Holm"


def test_a_sheet_of_an_article_that_has_changed_is_refused_where_it_says_something(archive, sheet):
    archive.add([Article(RAIN.replace("It will", "Soon it will"), id="rain")])
    edit(sheet, {("It will rain", "right speaker"): "Bo Holm"})
    (failure,) = archive.read_sheet(sheet).failures
    assert "write the sheet anew" in failure.reason


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_csv_that_another_program_has_saved(archive, tmp_path, delimiter):
    path = tmp_path / "quotes.csv"
    archive.write_sheet(path)
    edit(path, {("It will rain", "right speaker"): "Bo Holm"}, delimiter)
    assert len(archive.read_sheet(path).corrections) == 1


def test_no_cell_of_csv_is_a_formula(archive, tmp_path):
    path = tmp_path / "quotes.csv"
    archive.write_sheet(path)
    assert not [cell for row in cells(path)[2:] for cell in row if cell.startswith("=")]
    edit(path, {("1+1", "right speaker"): "Ada Berg"})
    (correction,) = archive.read_sheet(path).corrections
    assert correction.source == "=sum"


def test_excel_locks_what_must_stay_and_offers_names(archive, tmp_path):
    path = tmp_path / "quotes.xlsx"
    archive.write_sheet(path)
    book = openpyxl.load_workbook(path)
    sheet, names = book.worksheets
    assert sheet.protection.sheet
    assert [cell.value for cell in sheet[2]] == TITLES
    assert sheet.freeze_panes == "A3"  # the explanation and the titles stay in sight
    assert names.sheet_state == "hidden"
    assert [cell.protection.locked for cell in sheet[3]] == [True] * 8 + [False] * 4
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    rain = rules["I3:I5"]  # the rows of the first article
    first, last = (int(cell.rpartition("$")[2]) for cell in rain.formula1.split(":"))
    offered = [names.cell(row, 1).value for row in range(first, last + 1)]
    assert offered[0] == UNKNOWN
    assert set(offered[1:]) == {"Ada Berg", "Bo Holm", "Cy Dahl"} == set(archive.names("rain"))
    assert not rain.showErrorMessage  # any other name may be typed in
    assert [rule.formula1 for rule in rules.values() if "direct" in rule.formula1]


def test_only_the_quotes_that_are_asked_for_are_written(archive, tmp_path):
    path = tmp_path / "quotes.csv"
    assert archive.write_sheet(path, words="rain") == 1
    assert archive.write_sheet(path, source="rain", kinds=["direct"]) == 2
    assert [row[5] for row in cells(path)[2:]] == ["It will rain,", "No,"]


@formats
def test_an_archive_without_quotes_has_a_sheet_too(tmp_path, suffix):
    path = tmp_path / f"quotes.{suffix}"
    with QuoteArchive(":memory:") as archive:
        assert archive.write_sheet(path) == 0
        assert archive.read_sheet(path).corrections == ()


@formats
def test_what_is_no_sheet_is_refused(archive, tmp_path, suffix):
    path = tmp_path / f"quotes.{suffix}"
    with pytest.raises(SourceError):
        archive.read_sheet(path)
    path.write_bytes(b"\xff\xfe no sheet")
    with pytest.raises(SourceError):
        archive.read_sheet(path)
    archive.export(path)
    with pytest.raises(OptionError, match="no column"):
        archive.read_sheet(path)


def test_what_is_no_format_is_refused(archive, tmp_path):
    with pytest.raises(OptionError, match="no format has the suffix"):
        archive.write_sheet(tmp_path / "quotes.pdf")
    with pytest.raises(OptionError, match="format must be"):
        archive.read_sheet(tmp_path / "quotes", "pdf")
    with pytest.raises(InputError):
        archive.read_sheet(tmp_path / "quotes.csv", dry_run="yes")


# -- the reporter's round trip ----------------------------------------------------------------

#: an article whose quotes the machine gives to the wrong people, and who said them
STORY = (
    "Mara Quist, the harbour master, stood beside Olav Renn, who owns the ferry.\n\n"
    "“The pier is closed,” said Quist.\n\n"
    "“It will stay closed until May,” the owner of the ferry told the council.\n\n"
    "A sign at the gate called it “temporarily unavailable”.\n\n"
    "“We have lost the whole season,” the older of the two said."
)


def test_a_reporter_corrects_a_sheet_and_evaluation_is_better(tmp_path):
    path = tmp_path / "quotes.xlsx"
    with QuoteArchive(tmp_path / "news.db") as archive:
        archive.add([Article(STORY, id="pier")])
        archive.write_sheet(path)
        before = list(archive.records())
        edit(
            path,
            {
                ("until May", "right speaker"): "Olav Renn",
                ("whole season", "right speaker"): "Olav Renn",
            },
        )
        assert len(archive.read_sheet(path, by="reporter").corrections) == 2
        after = list(archive.records())
        archive.review("pier", blind=False, by="reporter")
        golds = archive.gold()
    metrics = [evaluate_records(zip(golds, records, strict=True))[0] for records in (before, after)]
    assert metrics[0].overall.f < metrics[1].overall.f == 100
    # What the machine says of the same text is no better than it was, and the report says
    # that whoever corrected it had seen that.
    again, mistakes = evaluate(golds)
    assert again.overall.f < 100
    assert mistakes
    assert again.groups["review"].keys() == {"machine seen"}


#: another such article
BAKERY = (
    "Tessa Vane and her brother Rolf Vane run the only bakery of the island.\n\n"
    "“Flour comes by boat,” said Tessa Vane. “No boat, no bread.”\n\n"
    "“She bakes, and I sell,” her brother said.\n\n"
    "“My sister is too modest,” the seller added.\n\n"
    "“People ask us every morning,” the younger of the two said. The other nodded: “Every time.”"
)
#: who says what in both, by the author of the stories: words, the words for the speaker, the name
TRUTH = {
    STORY: (
        ("The pier is closed,", "Quist.", "Mara Quist"),
        ("It will stay closed until May,", "the owner of the ferry", "Olav Renn"),
        ("We have lost the whole season,", "the older of the two", "Olav Renn"),
    ),
    BAKERY: (
        ("Flour comes by boat,", "Tessa Vane.", "Tessa Vane"),
        ("No boat, no bread.", "Tessa Vane.", "Tessa Vane"),
        ("She bakes, and I sell,", "her brother said", "Rolf Vane"),
        ("My sister is too modest,", "the seller", "Rolf Vane"),
        ("People ask us every morning,", "the younger", "Rolf Vane"),
        ("Every time.", "The other", "Tessa Vane"),
    ),
}
TEN_CELLS = {
    ("The pier is closed", "right kind"): "direct",
    ("until May", "right speaker"): "Olav Renn",
    ("whole season", "right speaker"): "Olav Renn",
    ("whole season", "note"): "asked him",
    ("temporarily", "nobody said this"): "yes",
    ("Flour", "right speaker"): "Tessa Vane",
    ("She bakes", "right speaker"): "Rolf Vane",
    ("too modest", "right speaker"): "Rolf Vane",
    ("People ask", "right speaker"): "Rolf Vane",
    ("Every time", "right speaker"): "Tessa Vane",
}


def true_gold(text):
    """A story as its author annotates it."""
    attributions = []
    for words, source, name in TRUTH[text]:
        content, speaker = (text.index(part) for part in (words, source))
        spans = (Span(content, content + len(words)),), (Span(speaker, speaker + len(source)),)
        attributions.append(GoldAttribution(words, *spans, (), name))
    return GoldArticle(text[:20], text, tuple(attributions))


@formats
def test_ten_cells_of_two_articles_make_the_archive_what_their_author_says(tmp_path, suffix):
    path, golds = tmp_path / f"quotes.{suffix}", [true_gold(STORY), true_gold(BAKERY)]
    with QuoteArchive(tmp_path / "news.db") as archive:
        archive.add([Article(STORY, id="pier"), Article(BAKERY, id="bakery")])
        archive.write_sheet(path)
        before = list(archive.records())
        edit(path, TEN_CELLS)
        entered = archive.read_sheet(path, by="reporter")
        after = list(archive.records())
        noted = [
            correction.exact
            for correction in archive.corrections()
            if correction.note == "asked him"
        ]
    assert entered.failures == ()
    assert noted == ["We have lost the whole season,"]
    machine, corrected = (
        evaluate_records(zip(golds, records, strict=True))[0] for records in (before, after)
    )
    assert (corrected.overall.recall, corrected.name_recall) == (100, 100)
    assert machine.name_recall < 100
    assert machine.nobody.correct < corrected.nobody.correct == corrected.nobody.gold == 1
