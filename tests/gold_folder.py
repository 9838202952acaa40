"""Annotated articles that the tests write: brat stand-off of made-up articles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

ARTICLES = Path(__file__).parent.parent / "examples" / "articles"

#: a quote, the mention of its speaker, and the speaker's full name
GoldQuote = tuple[str, str, str]

#: an article of one page, and who says what in it
TEXT = """\
The bridge will be closed for “urgent” repairs.

“It is not safe,” said Ada Berg, the mayor. “Not one more winter.”

She had read “The Long Span” twice. “Nobody listened,” she said.
"""
GOLD_QUOTES: tuple[GoldQuote, ...] = (
    ("It is not safe,", "Ada Berg", "Ada Berg"),
    ("Not one more winter.", "Ada Berg", "Ada Berg"),
    ("Nobody listened,", "she", "Ada Berg"),
)


def write_gold(
    folder: Path,
    name: str = "herald_bridge",
    text: str = TEXT,
    quotes: Iterable[GoldQuote] = GOLD_QUOTES,
) -> Path:
    """Add an article to a folder of annotated articles, and its speakers to ``names.tsv``."""
    for part in ("text", "attributions"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "text" / f"{name}.txt").write_bytes(text.encode())
    events = [_event(text, number, quote) for number, quote in enumerate(quotes, 1)]
    annotation = folder / "attributions" / f"{name}_ab.ann"
    annotation.write_text("".join(events), encoding="utf-8")
    with (folder / "names.tsv").open("a", encoding="utf-8") as file:
        file.writelines(f"{name}\tT{n}2\t{full}\n" for n, (_, _, full) in enumerate(quotes, 1))
    return folder


def _event(text: str, number: int, quote: GoldQuote) -> str:
    """One attribution; the source stands where its words are nearest to the content."""
    content, source, _ = quote
    start = text.index(content)
    near = min(
        (m.start() for m in re.finditer(re.escape(source), text)), key=lambda at: abs(at - start)
    )
    return (
        f"T{number}0\tContent {start} {start + len(content)}\t{content}\n"
        f"T{number}1\tSource {near} {near + len(source)}\t{source}\n"
        f"T{number}2\tAttribution {near} {near + len(source)}\t{source}\n"
        f"E{number}\tAttribution:T{number}2 Content:T{number}0 Source:T{number}1\n"
    )


def write_examples(folder: Path) -> Path:
    """Add the example articles; the source is the nearest of the speaker's last names."""
    for path in sorted(ARTICLES.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        records = json.loads(path.with_suffix(".gold.json").read_text("utf-8"))["records"]
        pairs = ((r["quote"], r["speaker"]) for r in records if r["speaker"])
        quotes = [(q, s.split()[-1], s) for q, s in pairs if q in text and s.split()[-1] in text]
        write_gold(folder, path.stem, text, quotes)
    return folder
