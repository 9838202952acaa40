"""Ten thousand broken articles: nothing raises, and what comes out keeps its promises.

The articles of ``examples/`` are mutated from a fixed seed: marks dropped, doubled and replaced,
texts cut off, joined and repeated, odd characters put in.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

import quoteattr
from quoteattr import Article, QuoteRecords, verify_many
from quoteattr.compare.normalize import normalize_words
from quoteattr.formats.jsonl import read_jsonl, write_jsonl

EXAMPLES = Path(__file__).parent.parent / "examples"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("**/*.txt"))]
#: articles of a seed, and seeds
EACH, SEEDS = 500, 20
#: longest piece of an article that is mutated, in characters: short ones break as well as long ones
LONGEST = 250

MARKS = "“”‘’\"'«»„‟`´‚"
ODD = [
    *"\x00\x07\x0b\x0c\x1b\x1c\x85\u00a0\u00ad\u200b\u200d\u200e\u202e\u2028\u2029\ufeff\ufffd",
    *"\ud83d\udc4d\U0001f600\U0001d49f字ß\u0130\u0301ﬁ½…—–•*_#>|<&;:,.!?()[]{}@/\\0",
    "&rsquo;",
    "&#0;",
    "<b>",
    "\r",
    "\r\n",
    "\n\n",
    "...",
    "[38]",
    "-\n",
    "''",
    "``",
    "SMITH: ",
    "\n> ",
    "\t",
    "",
]


def places(rng: random.Random, text: str, few: int = 12) -> list[int]:
    """Some places in a text, the last first, so that changes do not move those to come."""
    return sorted((rng.randrange(len(text) + 1) for _ in range(rng.randint(1, few))), reverse=True)


def put_in(rng: random.Random, text: str) -> str:
    """Odd characters anywhere."""
    for at in places(rng, text):
        text = text[:at] + rng.choice(ODD) * rng.choice([1, 1, 1, 2, 30]) + text[at:]
    return text


def change_marks(rng: random.Random, text: str) -> str:
    """Quotation marks dropped, doubled, turned into others."""
    choices = ["", "\0\0", *MARKS]
    return "".join(
        rng.choice(choices).replace("\0", c) if c in MARKS and rng.random() < 0.3 else c
        for c in text
    )


def cut_off(rng: random.Random, text: str) -> str:
    """The beginning or the end lost, or a piece in the middle."""
    start, end = sorted(rng.randrange(len(text) + 1) for _ in range(2))
    return rng.choice([text[start:end], text[:start] + text[end:]])


def repeat(rng: random.Random, text: str) -> str:
    """A short piece again and again."""
    start = rng.randrange(len(text) + 1)
    piece = text[start : start + rng.randint(1, 20)]
    return text[:start] + piece * rng.randint(2, 40) + text[start:]


def join(rng: random.Random, text: str) -> str:
    """Another article after it, without a break or with an odd one."""
    return text + rng.choice(["", " ", "\n", "“", "\u2029"]) + piece_of(rng)


def shuffle(rng: random.Random, text: str) -> str:
    """The lines, sentences or words in another order."""
    pieces = text.split(mark := rng.choice(["\n", ". ", " ", "“", ","]))
    rng.shuffle(pieces)
    return mark.join(pieces)


def recase(rng: random.Random, text: str) -> str:
    """All in capitals, in lower case, or without spaces."""
    return rng.choice([text.upper(), text.lower(), text.title(), text.replace(" ", "")])


MUTATIONS: list[Callable[[random.Random, str], str]] = [
    put_in,
    put_in,
    change_marks,
    change_marks,
    cut_off,
    repeat,
    join,
    shuffle,
    recase,
]


def piece_of(rng: random.Random) -> str:
    """A piece of an example."""
    text = rng.choice(TEXTS)
    start = rng.randrange(max(len(text) - LONGEST, 1))
    return text[start : start + rng.randint(40, LONGEST)]


def mutated(rng: random.Random) -> str:
    """A piece of an example, broken in one to four ways."""
    text = piece_of(rng)
    for mutation in rng.choices(MUTATIONS, k=rng.randint(1, 4)):
        text = mutation(rng, text)
    return text


def check(text: str) -> None:
    """Everything that holds of the records of any text."""
    records = quoteattr.extract(Article(text, id="a"), unattributed=True)
    for record in records:
        assert record.quote == " ".join(text[start:end] for start, end in record.spans)
        within = [(s, e) for s, e in record.quoted if any(a <= s < e <= b for a, b in record.spans)]
        assert within == list(record.quoted)
        for part in filter(None, (record.mention, record.cue)):
            assert part.text == text[part.start : part.end] != ""
        assert 0 <= record.confidence <= 1
        assert record.explain()
    check_round_trip(records)
    check_own_quotes(text, records)


def check_round_trip(records: QuoteRecords) -> None:
    """Records are the same after JSON."""
    file = StringIO()
    write_jsonl([records], file)
    assert QuoteRecords.of(read_jsonl(StringIO(file.getvalue()))) == records


def check_own_quotes(text: str, records: QuoteRecords) -> None:
    """Each record is found in its own text, but for typography.

    Mostly character for character; a broken quotation mark inside a quote may be read as another.
    """
    own = [record for record in records if normalize_words(record.quote).keys]
    for record, verification in zip(own, verify_many((r.quote for r in own), [text]), strict=True):
        assert verification.outcome in ("exact", "typography"), (record.quote, verification)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEEDS))
def test_ten_thousand_broken_articles(seed: int) -> None:
    rng = random.Random(seed)
    for number in range(EACH):
        text = mutated(rng)
        try:
            check(text)
        except Exception as error:
            error.add_note(f"article {number} of seed {seed}: {json.dumps(text)}")
            raise


@pytest.mark.slow
def test_what_comes_out_is_always_the_same() -> None:
    rng = random.Random(0)
    for _ in range(EACH):
        text = mutated(rng)
        assert repr(quoteattr.extract(text)) == repr(quoteattr.extract(text))
