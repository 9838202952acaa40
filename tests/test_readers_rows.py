"""Reading tables of articles: which field is what, and rows that are none."""

import csv
import json
import warnings
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tables import for_each

from quoteattr import Article, Failure, read

TEXT = "“The ferry is late,” said Mara Holt.\n\n“Again,” she added."
URL = "https://herald.example/ferry"

#: what the extractors write, with the values that they have for what they do not know
TRAFILATURA = {
    "title": "Ferry late", "author": "Ida Berg; Otto Marx", "hostname": "herald.example",
    "date": "2024-05-04", "fingerprint": "a1", "id": None, "license": None, "comments": "",
    "raw_text": "Home Ferry late", "text": TEXT, "language": None, "image": None,
    "pagetype": "article", "filedate": "2026-01-01", "source": URL,
    "source-hostname": "The Herald", "excerpt": "", "categories": "", "tags": "",
}  # fmt: skip
NEWSPAPER = {
    "url": URL, "read_more_link": "", "language": "en", "title": "Ferry late", "images": [],
    "keywords": [], "tags": [], "authors": ["Ida Berg", "Otto Marx"],
    "publish_date": "2024-05-04T09:30:00+00:00", "summary": "", "meta_lang": "en",
    "meta_site_name": "The Herald", "canonical_link": URL, "text": TEXT,
}  # fmt: skip
NEWS_PLEASE = {
    "authors": ["Ida Berg", "Otto Marx"], "date_download": "2026-01-01 00:00:00",
    "date_modify": "None", "date_publish": "2024-05-04 09:30:00", "description": None,
    "filename": "ferry.html", "image_url": None, "language": "en", "localpath": None,
    "maintext": TEXT, "source_domain": "herald.example", "text": None, "title": "Ferry late",
    "title_page": None, "title_rss": None, "url": URL,
}  # fmt: skip
FUNDUS = {
    "title": "Ferry late", "authors": ["Ida Berg", "Otto Marx"], "topics": [], "free_access": True,
    "publishing_date": "2024-05-04 09:30:00+00:00",
    "body": {
        "summary": ["“The ferry is late,” said Mara Holt."],
        "sections": [{"headline": [], "paragraphs": ["“Again,” she added."]}],
    },
}  # fmt: skip

WRITERS = {
    "trafilatura": (TRAFILATURA, ("The Herald", "2024-05-04", None, URL)),
    "newspaper4k": (NEWSPAPER, ("The Herald", "2024-05-04T09:30:00Z", "en", URL)),
    "news-please": (NEWS_PLEASE, ("herald.example", "2024-05-04T09:30:00", "en", URL)),
    "fundus": (FUNDUS, (None, "2024-05-04T09:30:00Z", None, None)),
}


def write_jsonl(path, *rows):
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return path


@pytest.mark.parametrize("writer", WRITERS)
def test_what_the_extractors_write_is_understood(tmp_path, writer):
    row, (publisher, published, language, url) = WRITERS[writer]
    wanted = Article(
        TEXT,
        id=None if url else f"{tmp_path / 'a.jsonl'}#1",
        url=url,
        title="Ferry late",
        authors=("Ida Berg", "Otto Marx"),
        publisher=publisher,
        published=published,
        language=language,
    )
    assert list(read(write_jsonl(tmp_path / "a.jsonl", row))) == [wanted]


def test_a_file_of_fundus_holds_lists_by_publisher(tmp_path):
    path = tmp_path / "crawl.json"
    path.write_text(json.dumps({"TheHerald": [FUNDUS, FUNDUS], "DalbyNews": [FUNDUS]}))
    assert [(item.publisher, item.source) for item in read(path)] == [
        ("TheHerald", f"{path}#1"),
        ("TheHerald", f"{path}#2"),
        ("DalbyNews", f"{path}#3"),
    ]


@for_each(
    "value",
    [
        {"status": "ok", "total": 2, "articles": [{"text": "a"}, {"text": "b"}]},
        {"response": {"status": "ok", "results": [{"text": "a"}, {"text": "b"}]}},
        {"meta": {}, "posts": [{"body_html": "<p>a</p>"}, {"paragraphs": ["b"]}]},
    ],
)
def test_the_answer_of_an_interface_wraps_a_list(tmp_path, value):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(value))
    assert [article.text for article in read(path)] == ["a", "b"]


@for_each(
    "value",
    [
        {"articles": [1, 2], "status": "ok"},
        {"articles": [{"text": "a"}], "docs": [{"text": "b"}], "status": "ok"},
        {"found": [{"text": "a"}], "status": "ok"},
    ],
)
def test_what_wraps_no_list_of_articles_is_a_failure(tmp_path, value):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(value))
    (failure,) = read(path)
    assert isinstance(failure, Failure)


def test_the_csv_of_newspaper4k(tmp_path):
    path = tmp_path / "a.csv"
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, NEWSPAPER)
        writer.writeheader()
        writer.writerow(NEWSPAPER)
    (article,) = read(path)
    assert (article.text, article.authors) == (TEXT, ("Ida Berg", "Otto Marx"))


def test_the_csv_of_trafilatura_has_no_header(tmp_path):
    path = tmp_path / "a.csv"
    cells = [URL, None, "a1", "herald.example", "Ferry late", None, "2024-05-04", TEXT, None]
    with path.open("w", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        writer.writerow([cell or "null" for cell in [*cells, None, "article"]])
    (article,) = read(path)
    assert (article.text, article.source, article.title) == (TEXT, URL, "Ferry late")
    assert (article.publisher, article.published) == ("herald.example", "2024-05-04")


NAME_FIELD = "name the field that holds it with fields={'text': …}"


@for_each("value", ["a", ["a", "b"], {"article": {"body": "c"}}, 3, None, ""])
def test_fields_can_be_told(value):
    row = {"text": "not this", "story": value, "no": 7}
    (result,) = read([row], fields={"text": "story", "id": "no"})
    wanted = {str: value, list: "a\n\nb"}.get(type(value))
    if wanted is None:
        assert isinstance(result, Failure)
        assert "its text is" in result.reason
    else:
        assert (result.text, result.source) == (wanted, "7")


def test_a_dot_leads_into_an_object(tmp_path):
    path = write_jsonl(tmp_path / "a.jsonl", {"_source": {"maintext": "a"}}, {"_source": None})
    article, failure = read(path, fields={"text": "_source.maintext"})
    assert article.text == "a"
    assert (failure.line, failure.reason) == (
        2,
        f"its text is empty; fix the row, or {NAME_FIELD}",
    )


@for_each(
    ("value", "wanted"),
    [
        ("2024-05-04", "2024-05-04"),
        ("2024-05-04T09:30:00Z", "2024-05-04T09:30:00Z"),
        ("2024-05-04 09:30:00+02:00", "2024-05-04T09:30:00+02:00"),
        ("Sat, 04 May 2024 09:30:00 GMT", "2024-05-04T09:30:00Z"),
        (datetime(2024, 5, 4, 9, 30, tzinfo=UTC), "2024-05-04T09:30:00+00:00"),
        (date(2024, 5, 4), "2024-05-04"),
        ("04/05/2024", None),
        ("yesterday", None),
        (1714814700, None),
        ([], None),
    ],
)
def test_dates_become_iso_8601_or_nothing(value, wanted):
    (article,) = read([{"text": "", "date": value}])
    assert article.published == wanted


@for_each(
    ("value", "wanted"),
    [
        ("Ida Berg", ("Ida Berg",)),
        ("Ida Berg; Otto Marx; ", ("Ida Berg", "Otto Marx")),
        ("['Ida Berg', 'Otto Marx']", ("Ida Berg", "Otto Marx")),
        ("[" * 5000, ("",)[:0]),
        ([{"@type": "Person", "name": "Ida Berg"}, None, "Ida Berg"], ("Ida Berg",)),
        (None, ()),
        (float("nan"), ()),
        (7, ("7",)),
    ],
)
def test_authors_come_in_many_shapes(value, wanted):
    (article,) = read([{"text": "", "author": value}])
    assert article.authors == wanted


def test_no_two_articles_share_a_source(tmp_path):
    rows = [{"text": "a", "id": 1}, {"text": "b", "id": 1}, {"text": "c"}]
    first = write_jsonl(tmp_path / "one.jsonl", *rows)
    two = write_jsonl(tmp_path / "two.jsonl", *rows)
    sources = [item.source for item in read(first, two, rows)]
    assert sources[:4] == ["1", f"{first}#2", f"{first}#3", f"{two}#1"]
    assert len(set(sources)) == 9


def test_lines_that_are_no_articles_are_told_by_line(tmp_path):
    path = tmp_path / "a.jsonl"
    bad = [b"{", b"[1]", b'{"text": 3}', b'{"text": null}', b'{"a": 1}', b'{"text": "\xff"}']
    deep = b"[" * 100_000
    path.write_bytes(
        b'\xef\xbb\xbf{"text": "first"}\r\n\n' + b"\n".join([*bad, deep]) + b'\n{"text": "last"}'
    )
    first, *failures, last = read(path)
    assert (first.text, first.source, last.text, last.source) == (
        "first", f"{path}#1", "last", f"{path}#10",
    )  # fmt: skip
    assert [(item.source, item.line) for item in failures] == [(str(path), n) for n in range(3, 10)]
    words = ["not JSON", "list", "int", "empty", "among: a", "not UTF-8", "nested"]
    assert all(word in item.reason for word, item in zip(words, failures, strict=True))


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\ud83d", "\r\n", "\0", "😀" * 9])
def test_text_in_json_is_kept_as_it_is(tmp_path, text):
    (article,) = read(write_jsonl(tmp_path / "a.jsonl", {"text": text}), html=False)
    assert article.text == text


def test_json_is_an_article_a_list_or_lines(tmp_path):
    path = tmp_path / "a.json"
    for content, sources in [
        ('{"text": "a"}', [f"{path}"]),
        ('[{"text": "a"}, {"text": "b"}]', [f"{path}#1", f"{path}#2"]),
        ('{"text": "a"}\n{"text": "b"}', [f"{path}#1", f"{path}#2"]),
        ('{"articles": [{"text": "a", "id": "x"}]}', ["x"]),
        ("[]", []),
    ]:
        path.write_text(content)
        assert [item.source for item in read(path)] == sources
    path.write_text('{"text": "a",\n}')
    assert [item.line for item in read(path)] == [2]
    path.write_text("3")
    assert [item.source for item in read(path)] == [f"{path}#1"]


@pytest.mark.parametrize("delimiter", ",;\t|")
def test_csv_has_a_header_and_any_delimiter(tmp_path, delimiter):
    path = tmp_path / "a.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerows([["Title", "Text"], ["One, two", TEXT], [], ["Three", "c" * 200_000]])
    first, third = read(path)
    assert (first.title, first.text, first.source) == ("One, two", TEXT, f"{path}#2")
    assert (len(third.text), third.source) == (200_000, f"{path}#6")
    assert csv.field_size_limit() == 131_072


@pytest.mark.parametrize("delimiter", ",;\t|")
@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('"No," said Ida Berg.', '"No," said Ida Berg.'),
        ('"No" said Ida Berg. "Go."', '"No" said Ida Berg. "Go."'),
        ('"Ida Berg said \\"no\\" twice"', 'Ida Berg said "no" twice'),
        ('"Ida Berg said,""No""\nand left"', 'Ida Berg said,"No"\nand left'),
        ('"""No,"" said Ida Berg."', '"No," said Ida Berg.'),
    ],
)
def test_marks_of_a_text_that_csv_does_not_quote(tmp_path, delimiter, cell, text):
    path = tmp_path / "a.csv"
    path.write_text(f"id{delimiter}text\n1{delimiter}{cell}\n2{delimiter}b\n")
    assert [item.text for item in read(path)] == [text, "b"]


def test_rows_that_are_no_articles_are_told_by_line(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,text\n1,a,b\n2,\xff\n3\n4,d\n")
    *failures, last = read(path)
    assert [item.line for item in failures] == [2, 3, 4]
    assert (last.source, last.text) == ("4", "d")


@pytest.mark.parametrize("content", ["", "\n", "a,b\n1,2\n", "\0", '"', "x " * 200_000, '"a\nb",c'])
def test_a_csv_without_texts_is_one_failure(tmp_path, content):
    path = tmp_path / "a.csv"
    path.write_text(content)
    (failure,) = read(path)
    assert "fields={'text': …}" in failure.reason
    assert len(failure.reason) < 300
    assert "\n" not in failure.reason


def test_a_mark_that_is_never_closed_does_not_take_the_memory(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('id,text\n1,"never closed' + "x" * 10_000_001 + "\n2,b\n")
    failure, article = read(path)
    assert (failure.line, article.source) == (2, "2")


def test_parquet(tmp_path):
    path = tmp_path / "a.parquet"
    rows = [
        {"maintext": f"“{n},” said Ida Berg.", "url": f"{URL}/{n}", "date": datetime(2024, 5, 4)}
        for n in range(100)
    ]
    pq.write_table(pa.Table.from_pylist([*rows, {"maintext": None}, rows[0]]), path)
    entries = list(read(path))
    assert [item.source for item in entries[:100]] == [row["url"] for row in rows]
    assert entries[0].published == "2024-05-04T00:00:00"
    assert entries[100] == Failure(
        f"{path}#101", f"its text is empty; fix the row, or {NAME_FIELD}"
    )
    assert entries[101].source == f"{path}#102"
    pq.write_table(pa.table({"a": [1]}), path)
    assert "among: a" in next(read(path)).reason
    path.write_bytes(b"PAR1 no more")
    assert isinstance(next(read(path)), Failure)


def test_a_partitioned_folder_of_parquet(tmp_path):
    for day, section in (
        ("2026-05-04", "Arts%2FBooks"),
        ("2026-05-05", "__HIVE_DEFAULT_PARTITION__"),
    ):
        folder = tmp_path / f"published={day}" / f"section={section}"
        folder.mkdir(parents=True)
        pq.write_table(pa.table({"text": ["a"], "id": [day]}), folder / "part-0.parquet")
    (tmp_path / "_SUCCESS").touch()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        articles = list(read(tmp_path))
    assert [(a.source, a.published, a.section) for a in articles] == [
        ("2026-05-04", "2026-05-04", "Arts/Books"),
        ("2026-05-05", "2026-05-05", None),
    ]


def test_rows_with_other_keys_and_values_are_articles_all_the_same():
    (article,) = read([{"TEXT": "a", 1: 2, "title": float("nan"), "Language": "en_US", "ID": 5}])
    assert article == Article("a", id="5", language="en")


@for_each(
    ("value", "section"),
    [
        ("Sport", "Sport"),
        (["Local News", "Ferries"], "Local News"),
        ("['World', 'Politics']", "World"),
        ("https://news.example/sport", None),
        ("", None),
        (None, None),
    ],
)
@for_each("name", ["section", "articleSection", "Category", "desk"])
def test_the_section_is_the_first_category_of_a_row(name, value, section):
    (article,) = read([{"text": "a", name: value}])
    assert article.section == section


@for_each(
    ("byline", "authors"),
    [
        ("By Ida Berg", ("Ida Berg",)),
        ("BY Ida Berg and Otto Marx", ("Ida Berg", "Otto Marx")),
        ("Ida Berg; By Otto Marx", ("Ida Berg", "Otto Marx")),
        (["Ida Berg and Otto Marx", "Ida Berg"], ("Ida Berg", "Otto Marx")),
        ("Health and Science Desk", ("Health and Science Desk",)),
        ("By", ("By",)),
    ],
)
def test_the_authors_are_the_names_of_a_byline(byline, authors):
    (article,) = read([{"text": "a", "byline": byline}])
    assert article.authors == authors


def nested(depth):
    """JSON that is nested so deep."""
    return "[" * depth + "]" * depth


#: rows that Python cannot hold, or that no reader should walk over
UNREADABLE = [
    f'{{"text": {nested(900)}}}',
    f'{{"text": "a", "more": {nested(900)}}}',
    f'{{"text": "a", "body": {{"sections": {nested(900)}}}}}',
    f'{{"text": "a", "author": {nested(900)}}}',
    f'{{"text": "a", "more": {nested(100_000)}}}',
    f'{{"text": "a", "views": {"1" * 5_000}}}',
    f'{{"text": "a", "id": -{"1" * 5_000}}}',
]


def fault_of(row):
    """What is told of such a row."""
    if "[" in row:
        return "nested more than 200 deep; flatten the row, or remove it"
    return "an integer of more than 4,300 digits; write it as a string"


@pytest.mark.parametrize("row", UNREADABLE)
def test_a_line_of_json_that_cannot_be_held_is_a_failure_with_its_line(tmp_path, row):
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "first"}}\n{row}\n{{"text": "last"}}\n')
    first, failure, last = read(path)
    assert (first.text, last.text) == ("first", "last")
    assert (failure.source, failure.line) == (str(path), 2)
    assert failure.reason == fault_of(row)


@pytest.mark.parametrize("shape", ["[%s]", '{"articles": [%s]}', '{"Herald": [%s], "News": []}'])
@pytest.mark.parametrize("row", UNREADABLE[4:])
def test_a_row_of_json_that_cannot_be_held_is_a_failure_with_its_number(tmp_path, row, shape):
    path = tmp_path / "a.json"
    path.write_text(shape % f'{{"text": "[[", "id": 1}}, {row}, {{"text": "last"}}')
    first, failure, last = read(path)
    assert (first.text, last.text) == ("[[", "last")
    assert failure.source == f"{path}#2"
    assert failure.reason == fault_of(row)
    path.write_text(row)
    assert [item.source for item in read(path)] == [str(path)]


def test_rows_of_dictionaries_may_be_nested_and_long():
    deep = []
    for _ in range(100_000):
        deep = [deep]
    rows = [{"text": "a", "id": 10**5_000}, {"text": deep}, {"text": {"sections": deep}}]
    *failures, last = read([*rows, {"text": "last"}])
    assert all(isinstance(item, Failure) for item in failures[:2])
    assert [item.source for item in failures][:2] == ["input1#1", "input1#2"]
    assert last.text == "last"


def test_a_date_out_of_range_fails_its_row_of_parquet_only(tmp_path):
    path = tmp_path / "a.parquet"
    days = pa.array([0, 2**30, 1, 2**30], pa.int32()).cast(pa.date32())
    pq.write_table(pa.table({"text": list("abcd"), "date": days}), path)
    first, second, third, fourth = read(path)
    assert [(item.text, item.published) for item in (first, third)] == [
        ("a", "1970-01-01"),
        ("c", "1970-01-02"),
    ]
    assert [item.source for item in (second, fourth)] == [f"{path}#2", f"{path}#4"]
    for failure in (second, fourth):
        assert failure.reason.startswith("column 'date': OverflowError: ")
        assert failure.reason.endswith("; write a value there that Python can hold")


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_row_that_the_encoding_lacks_fails_alone(tmp_path, name):
    path = tmp_path / name
    if name == "a.csv":
        path.write_bytes(b"id,text\n1,caf\xe9\n2,\x81\n3,b\n")
    else:
        path.write_bytes(
            b'{"id": 1, "text": "caf\xe9"}\n{"text": "\x81"}\n{"id": 3, "text": "b"}\n'
        )
    first, failure, last = read(path, encoding="cp1252")
    assert (first.text, last.source) == ("café", "3")
    assert failure.reason == "not cp1252; pass encoding= as the file has it"


def test_long_numbers_that_are_no_integers_are_read(tmp_path):
    path = tmp_path / "a.json"
    numbers = f"1.{'1' * 5_000}, 0e-{'1' * 5_000}, {'1' * 5_000}.5"
    path.write_text(f'[{{"text": "a", "more": [{numbers}]}}, {UNREADABLE[-1]}]')
    article, failure = read(path)
    assert (article.text, failure.source) == ("a", f"{path}#2")
