"""Articles about a pier and a tramway, and what an archive has of them."""

import sqlite3

import quoteattr
from quoteattr import (
    Article,
)

PIER = "We will rebuild the old wooden pier before the winter storms, and nobody will pay for it"
TRAM = "The tramway to the northern suburbs was closed because the brakes had failed twice"
ARTICLES = [
    Article(f"“{PIER},” said Ada Berg. “{TRAM},” said Otto Marx.", id="herald"),
    Article(f"Ada Berg spoke on Friday. “{PIER},” she said.", id="courier", published="2026-05-04"),
    Article("Berg promised to “rebuild the old wooden pier before the winter”.", id="post"),
    Article(f"“{TRAM},” Marx told reporters. Otto Marx is the mayor.", id="wire", authors=["Bo"]),
    Article("“The library opens on Sundays from now on,” said Ida Moss.", url="https://a.example"),
    Article("Nobody said anything in this one.", id="silent"),
]


def summary(groups):
    """Groups as sets of (source, spans), in no order."""
    return sorted(sorted((r.source, r.spans) for r in group.records) for group in groups)


def summary_of(by_article):
    """The groups across sources of all records."""
    return summary(g for g in quoteattr.group(by_article) if len(g.sources) >= 2)


def whole(path):
    """The numbers of articles and of records in a file, which has to be sound."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO record_words (record_words) VALUES ('integrity-check')")
    extracted = [
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("article", "record")
    ]
    connection.close()
    return extracted
