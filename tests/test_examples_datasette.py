"""An archive in Datasette: every page of every table is there, and the example's metadata hold."""

import asyncio
import json
import sqlite3
from pathlib import Path

import pytest

pytest.importorskip("datasette", reason="it needs pip install '.[test-slow]'")

from datasette.app import Datasette

from quoteattr import Article, QuoteArchive, QuoteRecord, QuoteRecords, read

EXAMPLES = Path(__file__).parents[1] / "examples"
METADATA = json.loads((EXAMPLES / "datasette" / "metadata.json").read_text(encoding="utf-8"))
TABLES = METADATA["databases"]["quotes"]["tables"]
QUERIES = METADATA["databases"]["quotes"]["queries"]
#: what nobody would call a thing
ODD = Article("“A\ud800 <b>bridge</b>,” said \ud83d Ida Moss.", id="odd\ud800/'?#.json", title="😀")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("datasette") / "quotes.db"
    record = QuoteRecord(
        "\ud800", "\ud800", "\udfff", "post", [(0, 1)], rule="\ud800", confidence=1
    )
    article = Article("\ud800", *["\udfff"] * 3, ["\udfff"], *["\udfff"] * 3)
    with QuoteArchive(path) as archive:
        assert archive.add([*read(EXAMPLES / "retold"), ODD]).new == 5
        assert archive.add_records([QuoteRecords([record], [article])]).new == 1
    return path


@pytest.fixture(scope="module")
def get(path):
    """The answer to a request."""
    datasette = Datasette([str(path)], metadata=METADATA)

    def get(address):
        return asyncio.run(datasette.client.get(address, follow_redirects=True))

    return get


def names(path, kind):
    """The names of all tables, or views; also those that an index for words keeps to itself."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,))
        return [name for (name,) in rows]


def test_every_page_is_there(path, get):
    pages = [*names(path, "table"), *names(path, "view")]
    assert {"article", "record", "version", "key", "record_words", "quote"} <= set(pages)
    addresses = ["/", "/quotes", *(f"/quotes/{page}" for page in pages)]
    addresses += [f"{page}.{form}" for page in addresses[2:] for form in ("json", "csv")]
    (version,) = get("/quotes/version.json?_size=1&_shape=arrays").json()["rows"]
    addresses += ["/quotes/article/1", "/quotes/record/1", f"/quotes/version/{version[0]}"]
    addresses += [f"/quotes/{query}" for query in QUERIES]
    assert {address: get(address).status_code for address in addresses} == dict.fromkeys(
        addresses, 200
    )


def test_a_record_leads_to_its_article(get):
    assert '<a href="/quotes/article/1">' in get("/quotes/record").text


def test_the_view_is_searched_and_counted(get):
    rows = get("/quotes/quote.json?_search=newspaper&_shape=array").json()
    assert {row["speaker"] for row in rows} == {"Suki Brandt"}
    facets = get("/quotes/quote.json?_size=0").json()["facet_results"]
    assert set(facets) == {"kind", "publisher"}


def test_the_queries_answer(get):
    speakers = get("/quotes/speakers.json?_shape=array").json()
    assert {"Bram Okafor", "Odile Marchetti"} <= {row["speaker"] for row in speakers}
    carried = get("/quotes/carried.json?_shape=array").json()
    assert max(row["articles"] for row in carried) == 4
    genders = get("/quotes/women_and_men.json?_shape=array").json()
    assert all(row["speakers"] > 0 for row in genders)


def test_the_metadata_speak_of_what_is_there(path):
    assert set(TABLES) <= {*names(path, "table"), *names(path, "view")}
    with sqlite3.connect(path) as connection:
        for table, description in TABLES.items():
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            assert set(description.get("columns", columns)) == set(columns)
            assert description.get("label_column", columns[0]) in columns
