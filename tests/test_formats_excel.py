"""The sheet: for reporters, and harmless whatever an article holds."""

import io
import re
import zipfile

import attrs
import openpyxl
import pytest
from sample_records import ARTICLE, NAMED, PARTS, Stopped, stopping, written
from tables import for_each

from quoteattr.formats import excel
from quoteattr.records import QuoteRecords


def book(collections):
    return openpyxl.load_workbook(io.BytesIO(written("xlsx", collections)))


def cell(quote):
    """The quote's cell, as a program reads it."""
    return book([QuoteRecords([attrs.evolve(NAMED, quote=quote)])]).active["B2"]


def test_a_row_tells_who_said_what_and_where():
    head, first, second = book(PARTS).active.iter_rows(values_only=True)
    assert dict(zip(head, first, strict=True)) == {
        "Speaker": "Mara Lindqvist",
        "Quote": "We will rebuild, Before\nwinter, = or later.",
        "Kind": "direct",
        "Act": "speech",
        "Confidence": 0.875,
        "Words for the speaker": "Mara Lindqvist",
        "Title": "A bridge returns",
        "Publisher": "The Example",
        "Published": "2024-05-04",
        "Authors": "Ida Moss, Bo Field",
        "Source": "articles/bridge.txt",
        "Link": "https://news.example/bridge?page=1",
        "Role": None,
        "Speaker is": None,
        "Gender shown": None,
        "Affiliation": None,
        "Paragraph": None,
    }
    assert second == (None, "“so-called”", "mixed", "speech", 0, *[None] * 12)


def test_the_sheet_is_made_to_be_read():
    sheet = book(PARTS).active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:Q3"
    assert sheet["B2"].alignment.wrap_text
    assert sheet["E2"].number_format == '[>0.99]"99%";0%'
    assert sheet["L2"].hyperlink.target == ARTICLE.url
    assert sheet["A1"].font.bold


@for_each(
    "words",
    [
        '=HYPERLINK("https://bad.example")',
        "+1",
        "-1",
        "@SUM(A1)",
        "{=1}",
        "\t=1",
        "007",
        "1e5",
        "https://bad.example",
        "<script>alert(1)</script>",
        " both ends ",
        "mixed “marks” & emoji 👩‍👩‍👧",
    ],
)
def test_a_text_is_text_and_nothing_else(words):
    data = written("xlsx", [QuoteRecords([attrs.evolve(NAMED, quote=words, speaker=words)])])
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert {sheet["A2"].value, sheet["B2"].value} == {words}
    assert {sheet["A2"].data_type, sheet["B2"].data_type} <= {"s", "inlineStr"}
    assert sheet["B2"].hyperlink is None
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert not re.search(rb"<f[ >]", file.read("xl/worksheets/sheet1.xml"))


def test_what_excel_would_read_as_an_escape_is_escaped():
    # openpyxl reads it as it stands in the file; Excel shows what the text has.
    assert cell("_x0041_").value == "_x005F_x0041_"


def test_markup_of_the_sheet_itself_is_text():
    words = "<r><t>a</t></r></is></c><c><f>1+1</f></c><r></r>"
    assert cell(words).value == words + " "
    long = "<r>" + "a" * 32_760 + "</r>"
    assert cell(long).value == long[:32_766] + "…"


def test_what_no_sheet_can_hold_is_replaced():
    assert cell("a\0b\x1b\ud83dc\ufffe\x0bd").value == "a\ufffdb\ufffd\ufffdc\ufffd\ufffdd"
    assert cell("a\r\nb\rc\td").value == "a\nb\nc\td"


@pytest.mark.parametrize("letter", ["a", "é", "👩"])
def test_a_long_text_is_cut_where_excel_would_refuse_it(letter):
    value = cell(letter * 40_000).value
    assert value.endswith(letter + "…")
    assert 32_765 <= len(value.encode("utf-16-le")) // 2 <= 32_767
    whole = letter * (32_767 // (len(letter.encode("utf-16-le")) // 2))
    assert cell(whole).value == whole


@for_each(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "internal:Sheet1!A1",
        "https://a.example/\x01",
        "https://a.example/a b",
        "https://a.example/" + "a" * 2_100,
        "ftp://a.example",
    ],
)
def test_what_is_no_link_to_the_web_is_text(url):
    sheet = book([QuoteRecords([NAMED], [attrs.evolve(ARTICLE, url=url)])]).active
    assert sheet["L2"].hyperlink is None
    assert sheet["L2"].value == url.replace("\x01", "\ufffd")


@pytest.mark.parametrize("url", ["https://a.example/1?b=c&d=%20", "http://a.example/ü/新闻"])
def test_a_source_that_is_an_address_is_the_link(url):
    sheet = book([QuoteRecords([attrs.evolve(NAMED, source=url)])]).active
    assert sheet["L2"].hyperlink.target == url
    assert sheet["L2"].value == url


def test_when_a_sheet_is_full_another_begins(monkeypatch):
    monkeypatch.setattr(excel, "MOST_ROWS", 3)
    monkeypatch.setattr(excel, "MOST_LINKS", 1)
    full = book([QuoteRecords([NAMED] * 5, [ARTICLE])])
    assert [(s.title, s.max_row, s.auto_filter.ref) for s in full] == [
        ("Quotes", 3, "A1:Q3"),
        ("Quotes 2", 3, "A1:Q3"),
        ("Quotes 3", 2, "A1:Q2"),
    ]
    assert full.active["L2"].hyperlink
    assert not full.active["K3"].hyperlink


def test_an_interruption_leaves_a_whole_file():
    file = io.BytesIO()
    with pytest.raises(Stopped):
        excel.write_excel(stopping(PARTS), file)
    sheet = openpyxl.load_workbook(io.BytesIO(file.getvalue())).active
    assert sheet.max_row == 3


def test_a_whole_number_is_a_percentage_too():
    record = attrs.evolve(NAMED, confidence=1, speaker_confidence=1)
    (value,) = (c.value for c in book([QuoteRecords([record])]).active["E"][1:])
    assert value == 1


def test_a_record_without_a_speaker_confidence_shows_that_of_the_link():
    record = attrs.evolve(NAMED, speaker_confidence=None)
    (value,) = (c.value for c in book([QuoteRecords([record])]).active["E"][1:])
    assert value == 0.9375


def test_no_records_leave_the_header():
    assert book([]).active.max_row == 1
