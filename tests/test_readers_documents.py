"""Reading PDF, DOCX and e-mails."""

from base64 import b64encode
from collections.abc import Sequence
from email.message import EmailMessage
from io import BytesIO

import docx
import pypdf
from tables import for_each

from quoteattr import Failure, read, verify
from quoteattr.records import Article


def pdf(
    *pages: list[str],
    columns: Sequence[list[str]] = (),
    title: str | None = None,
    password: str | None = None,
) -> bytes:
    """A PDF with these lines on its pages, and further columns beside them."""
    writer = pypdf.PdfWriter()
    font = pypdf.generic.DictionaryObject(
        {
            pypdf.generic.NameObject(key): pypdf.generic.NameObject(value)
            for key, value in {
                "/Type": "/Font",
                "/Subtype": "/Type1",
                "/BaseFont": "/Helvetica",
                "/Encoding": "/WinAnsiEncoding",
            }.items()
        }
    )
    for lines in pages:
        page = writer.add_blank_page(612, 792)
        name = pypdf.generic.NameObject
        fonts = pypdf.generic.DictionaryObject({name("/F1"): font})
        page[name("/Resources")] = pypdf.generic.DictionaryObject({name("/Font"): fonts})
        stream = pypdf.generic.DecodedStreamObject()
        blocks = [
            b"BT /F1 12 Tf 14 TL %d 700 Td\n" % (72 + 240 * i)
            + b"".join(b"(" + line.encode("cp1252") + b") Tj T*\n" for line in column)
            + b"ET\n"
            for i, column in enumerate([lines, *columns])
        ]
        stream.set_data(b"".join(blocks))
        page[name("/Contents")] = writer._add_object(stream)
    if title is not None:
        writer.add_metadata({"/Title": title, "/Author": "Ida Moss"})
    if password is not None:
        writer.encrypt(password)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def read_one(tmp_path, name, data):
    """What is read from one file."""
    (tmp_path / name).write_bytes(data)
    (result,) = read(tmp_path / name)
    return result


def test_running_headers_and_page_numbers_do_not_part_a_sentence(tmp_path):
    data = pdf(
        ["Harbour Report 2024", "“We will rebuild the", "1"],
        ["Harbour Report 2024", "old pier by May,” said Mara Holt.", "Page 2 of 3", "2"],
        ["Harbour Report 2024", "It rained.", "“Late,” she said.", "Page 3 of 3", "3"],
    )
    article = read_one(tmp_path, "a.pdf", data)
    assert article.text == (
        "“We will rebuild the\nold pier by May,” said Mara Holt.\nIt rained.\n“Late,” she said."
    )
    assert verify("We will rebuild the old pier by May", article).faithful


def test_lines_that_come_once_stay(tmp_path):
    pages = (["A letter", "“It is late,” she said.", "Mara Holt"], ["A note", "It rained."])
    assert read_one(tmp_path, "a.pdf", pdf(*pages)).text.count("\n") == 4
    one = pdf(["7", "“It is late,” she said.", "7"])
    assert read_one(tmp_path, "b.pdf", one).text == "7\n“It is late,” she said.\n7"


def lines_kept(tmp_path, *pages):
    """The lines of pages that are read, each page one string of lines between bars."""
    article = read_one(tmp_path, "a.pdf", pdf(*(page.split("|") for page in pages)))
    return "|".join(article.text.splitlines())


@for_each(
    "line",
    [
        "A. No.",
        "A. In the barn",
        "12  A. In the barn",
        "A  In the barn",
        "MR. HOLT: In the barn",
        "“Late, she",
        "too late”",
        "It rained!",
    ],
)
def test_lines_that_may_be_testimony_stay(tmp_path, line):
    pages = [f"{word} came|{word} left|{line}" for word in ("Ada", "Ida", "Bo", "Jan")]
    assert lines_kept(tmp_path, *pages) == "|".join(pages)


@for_each(
    "pages",
    [
        ["Did you|see it|A. In 1998.", "Did we|see it now|A. In 2003."],
        # on two pages; on fewer than half; on one page at the top and on another at the bottom
        ["A letter|Brack|x", "A letter|Dalby|y"],
        ["Title|a|b", "Report|c|d", "Report|e|f", "g|h", "i|j"],
        ["Report|a|b|c|d", "e|f|g|h|Report", "i|j|k|l"],
        # numbers of a page that are no other's
        ["1998|a|b|c", "d|e|f|g|7"],
    ],
)
def test_lines_that_do_not_run_through_the_pages_stay(tmp_path, pages):
    assert lines_kept(tmp_path, *pages) == "|".join(pages)


@for_each(
    ("pages", "kept"),
    [
        # on half of the pages; left and right by turns, after a title page
        (
            ["Of Brack|a|b", "Report|c|d", "Report|e|f", "Of Dalby|g|h"],
            "Of Brack|a|b|c|d|e|f|Of Dalby|g|h",
        ),
        (
            ["Title|a|b", "Left|c|d", "Right|e|f", "Left|g|h", "Right|i|j", "Left|k|l"],
            "Title|a|b|c|d|e|f|g|h|i|j|k|l",
        ),
        # the numbers of two pages
        (["a|b|1", "c|d|2"], "a|b|c|d"),
    ],
)
def test_lines_that_run_through_the_pages_go(tmp_path, pages, kept):
    assert lines_kept(tmp_path, *pages) == kept


def test_columns_are_read_one_after_the_other(tmp_path):
    left = ["“We want a new harbour-", "master at once, and we want", "her to stay,” said Mara"]
    right = [
        "Holt. The council will vote",
        "on the post in early May, as",
        "the port has lost its pilots.",
    ]
    article = read_one(tmp_path, "a.pdf", pdf(left, columns=[right]))
    result = verify("We want a new harbourmaster at once, and we want her to stay", article)
    assert (result.outcome, result.speaker) == ("typography", "Mara Holt")


def test_a_pdf_is_read_page_by_page(tmp_path):
    data = pdf(
        ["“We want a new watch-", "maker now,” said Mara Holt."], ["She left."], title="Time"
    )
    article = read_one(tmp_path, "a.pdf", data)
    assert isinstance(article, Article)
    assert article.text == "“We want a new watch-\nmaker now,” said Mara Holt.\nShe left."
    assert (article.title, article.authors) == ("Time", ("Ida Moss",))
    assert verify("We want a new watchmaker now", article).outcome == "typography"


def test_a_pdf_of_pictures_is_a_failure(tmp_path):
    result = read_one(tmp_path, "a.pdf", pdf([]))
    assert isinstance(result, Failure)
    assert "OCR" in result.reason


def test_a_pdf_with_a_password_is_a_failure(tmp_path):
    result = read_one(tmp_path, "a.pdf", pdf(["We go."], password="secret"))
    assert isinstance(result, Failure)
    assert "password" in result.reason


def test_a_docx_is_read_with_its_tables(tmp_path):
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "Time", "Ida Moss"
    document.add_paragraph("“We want a new clock,” said Mara Holt.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ivo Marek", "“No.”"
    document.add_paragraph("She left.")
    out = BytesIO()
    document.save(out)
    article = read_one(tmp_path, "a.docx", out.getvalue())
    assert isinstance(article, Article)
    assert article.text == "“We want a new clock,” said Mara Holt.\nIvo Marek\t“No.”\nShe left."
    assert (article.title, article.authors) == ("Time", ("Ida Moss",))


def test_a_cell_of_several_lines_parts_its_row(tmp_path):
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ivo Marek", "“No.”\nHe left."
    table.cell(1, 0).merge(table.cell(1, 1)).text = "The end."
    table.cell(0, 1).add_paragraph("So did she.")
    out = BytesIO()
    document.save(out)
    article = read_one(tmp_path, "a.docx", out.getvalue())
    assert article.text.splitlines() == [
        "Ivo Marek",
        "“No.”",
        "He left.",
        "So did she.",
        "The end.",
    ]


MAIL = (
    "From: =?utf-8?q?In=C3=A8s_Rocha?= <ir@example.org>\nSubject: =?utf-8?q?Pi=C3=A8r?=\n"
    "Date: Fri, 3 May 2024 09:00:00 +0200\nMIME-Version: 1.0\n"
)


@for_each(
    ("kind", "encoding", "body"),
    [
        ("plain", "quoted-printable", "“We won’t pay,” said Inès =\nRocha.\n".encode()),
        ("plain", "base64", b64encode("“We won’t pay,” said Inès Rocha.".encode())),
        ("html", "8bit", "<p>&ldquo;We won’t <b>pay</b>,” said Inès Rocha.</p>".encode()),
    ],
)
def test_an_e_mail_is_read_without_its_head(tmp_path, kind, encoding, body):
    head = f"Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n"
    article = read_one(tmp_path, "a.eml", f"{MAIL}{head}".encode() + body)
    assert article.text.strip() == "“We won’t pay,” said Inès Rocha."
    assert (article.title, article.authors) == ("Pièr", ("Inès Rocha",))
    assert article.published == "2024-05-03T09:00:00+02:00"


def test_the_plain_part_of_an_e_mail_goes_before_its_html(tmp_path):
    message = EmailMessage()
    message["From"] = "ir@example.org"
    message.set_content("We go.")
    message.add_alternative("<p>We stay.</p>", subtype="html")
    article = read_one(tmp_path, "a.eml", message.as_bytes())
    assert (article.text.strip(), article.authors) == ("We go.", ("ir@example.org",))


@for_each("data", [b"Subject: x\n\n", b"Content-Type: image/png\n\nabc"])
def test_an_e_mail_without_text_is_a_failure(tmp_path, data):
    result = read_one(tmp_path, "a.eml", data)
    assert isinstance(result, Failure)
    assert "e-mail" in result.reason


def test_an_empty_docx_is_a_failure(tmp_path):
    out = BytesIO()
    docx.Document().save(out)
    assert isinstance(read_one(tmp_path, "a.docx", out.getvalue()), Failure)


def test_what_is_neither_is_a_failure(tmp_path):
    for name in ("a.pdf", "a.docx"):
        assert isinstance(read_one(tmp_path, name, b"We go."), Failure)


def test_both_are_found_in_a_folder(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf(["We go."]))
    document = docx.Document()
    document.add_paragraph("We stay.")
    document.save(str(tmp_path / "b.docx"))
    assert [article.text for article in read(tmp_path)] == ["We go.", "We stay."]
