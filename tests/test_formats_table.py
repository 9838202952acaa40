"""The table: aligned, as wide as the terminal, and safe to show."""

import io
import re

import attrs
from rich.cells import cell_len
from sample_records import NAMED, RECORDS
from tables import for_each

from quoteattr.formats.table import write_table
from quoteattr.records import QuoteRecords


def table(records, columns=80):
    file = io.StringIO()
    write_table([QuoteRecords(records)], file, columns)
    return file.getvalue().splitlines()


def test_one_row_a_record():
    assert table(RECORDS, 100) == [
        "speaker         quote                                        kind    confidence  source",
        "──────────────  ───────────────────────────────────────────  ──────  ──────────  "
        "───────────────────",
        "Mara Lindqvist  We will rebuild, Before winter, = or later.  direct  88%         "
        "articles/bridge.txt",
        "—               “so-called”                                  mixed   0%",
    ]


@for_each("columns", [60, 80, 100, 200])
@for_each(
    "words",
    ["word " * 100, "引用" * 100, "e\u0301" * 300, "👩‍👩‍👧 " * 90, "مرحبا " * 90, "w" * 900],
)
def test_no_row_is_wider_than_the_terminal(columns, words):
    long = attrs.evolve(NAMED, quote=words, speaker=words, source=words)
    lines = table([long, NAMED], columns)
    assert max(map(cell_len, lines)) <= columns
    assert "…" in lines[2]


def test_columns_line_up_whatever_the_script():
    odd = [
        attrs.evolve(NAMED, speaker=name, quote="x") for name in ("李克强", "José", "Jose\u0301")
    ]
    starts = {cell_len(line[: line.index("direct")]) for line in table(odd)[2:]}
    assert len(starts) == 1


def test_a_path_is_shortened_at_its_start_and_words_at_their_end():
    long = attrs.evolve(NAMED, source="archive/" * 9 + "bridge.txt", quote="word " * 90)
    row = table([long])[2]
    assert row.endswith("/bridge.txt")
    assert "  word word" in row
    assert re.search(r"word… +direct", row)


def test_nothing_moves_the_cursor_or_breaks_the_line():
    wild = "a\tb\r\nc\x1b[31md\u202e\u2028e\x07\u200bf\ud800"
    row = table([attrs.evolve(NAMED, quote=wild)])[2]
    assert "a b c[31md ef" in row
    assert row.encode("utf-8")


def test_the_width_is_that_of_the_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "70")
    file = io.StringIO()
    long = attrs.evolve(NAMED, speaker="Ida", source="a", quote="word " * 90)
    write_table([QuoteRecords([long])], file)
    assert max(map(len, file.getvalue().splitlines())) == 70


def test_no_quotes():
    assert table([]) == ["no quotes found"]
