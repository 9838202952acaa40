"""Articles for the tests of ``quoteattr archive``; ``conftest.py`` has fixtures with them."""

import json
import sqlite3
from pathlib import Path

from command_line import call

PIER = "We will rebuild the old wooden pier before the winter storms come"
ARTICLES = (
    ("herald/1", "Harbour Herald", "2026-05-04", f"“{PIER},” said Ada Berg, the harbour master."),
    ("gazette/7", "Coast Gazette", "2026-05-05", f"“{PIER.replace('will', 'shall')},” said Berg."),
    (
        "post/3",
        "Morning Post",
        "2026-06-01",
        f"“{PIER},” said Otto Marx.\n\nThe gulls left.\n\n“Nobody asked the gulls,” said Ida Holm.",
    ),
)
#: where a whole command runs: the package is there, also if it is not installed
ROOT = Path(__file__).parent.parent
#: what reads an archive
READING = ("search", "groups", "speakers", "export")
#: what moves a cursor, marks up a page, or has no UTF-8
HOSTILE = "<script>alert(1)</script> \x1b[2J\u202e [bold] \ud83d & 'so' \x00"


def rows(articles):
    """Articles as JSONL."""
    names = ("id", "publisher", "published", "text")
    return "".join(
        json.dumps(dict(zip(names, article, strict=True))) + "\n" for article in articles
    )


def run(*args):
    return call("archive", *args)


def dump(path):
    """All that stands in a database."""
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()
