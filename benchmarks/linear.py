"""Check that the cost is linear in the length of the text, including adversarial texts.

    python benchmarks/linear.py [--size N] [--only NAME] [--workers N]

Each kind of text is generated with about N and 4N characters and processed; the output is the
seconds of processor time and their ratio: 4 is linear, 16 is quadratic. The exit status is 1 if a
ratio is above LIMIT.

A busy machine makes a time longer, never shorter. So the best time of either size counts (for N,
whose delays would lower the ratio, the best of at least two), and a kind of text that looks slow is
timed again, at most ROUNDS times: what is quadratic is so every time.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from quoteattr.api import extract

#: maximum ratio of the times of 4N and N; 4 is linear, 16 is quadratic
LIMIT = 7.0

#: how often a kind of text is timed before it counts as slow
ROUNDS = 20

#: maximum number of seconds for a kind of text
PATIENCE = 60.0

#: times below this many seconds are mostly noise
FLOOR = 0.05


def repeat(piece: str, end: str = "") -> Callable[[int], str]:
    """Make a text of a size by repeating a piece."""
    return lambda size: piece * (size // len(piece)) + end


#: kinds of text: a name, and a function that makes a text of a size
KINDS: dict[str, Callable[[int], str]] = {
    "article": repeat("“We will rebuild,” said Mara Lindqvist, the mayor. “All of it.”\n\n"),
    "paragraph of quotes": repeat("“We will rebuild,” she said. "),
    "rows of quotes": repeat("“We go.”\t“We stay.”\n"),
    "opening marks": repeat("“"),
    "opening marks with words": repeat("“word "),
    "closing marks": repeat("”"),
    "straight marks": repeat('"'),
    "straight marks with words": repeat('"word '),
    "nested marks": lambda size: "“‘" * (size // 4) + "’”" * (size // 4),
    "single marks": repeat("‘word "),
    "apostrophes": repeat("the girls’ book isn't "),
    "backticks": repeat("``"),
    "opened in every paragraph": repeat("“And so it goes on.\n\n"),
    "names": repeat("Mara Lindqvist "),
    "one name": repeat("Mara-"),
    "initials": repeat("J. "),
    "particles": repeat("van der "),
    "names and commas": repeat("Mara Lindqvist, "),
    "names and cues": repeat("Mara Lindqvist said "),
    "different names": lambda size: " ".join(
        f"Ida{n:x} Berg{n:x} said." for n in range(size // 18)
    ),
    "different speakers": lambda size: "\n\n".join(
        f"“We go,” said Ida{letters(n)} Berg{letters(n)}." for n in range(size // 32)
    ),
    "cues": repeat("said "),
    "according to": repeat("according to "),
    "auxiliaries": repeat("has repeatedly been "),
    "pronouns": repeat("he she they "),
    "pronouns after one name": lambda size: "Ida Berg came. " + repeat("“No,” she said. ")(size),
    "colons": repeat("NAME: “Yes.” "),
    "dashes": repeat("“Yes.” — "),
    "posts": repeat("Hello all. — Ida Berg (@ida) May 4, 2024\n\n"),
    "brackets": repeat("("),
    "handles": repeat("(@"),
    "spaces": repeat(" "),
    "line ends": repeat("\n"),
    "carriage returns": repeat("\r"),
    "one word": repeat("a"),
    "capitals": repeat("A"),
    "a line in capitals": repeat("A B "),
    "cells": lambda size: "|" + repeat(" a")(size),
    "dots": repeat("."),
    "digits": repeat("6'2\" "),
    "combining marks": repeat("\u0301"),
    "zero-width": repeat("\u200b"),
    "no end of a nominal": lambda size: "the dam of " + repeat("word ")(size),
    "letters and stops": repeat("a.", "bb"),
    "one label": repeat("Aa", ": “Yes.”"),
    "hyphens in a name": lambda size: "Ida A" + repeat("-", "b said “yes”.")(size),
    "space after a post": lambda size: "— Ida (@ida) — b (c)" + repeat(" ")(size),
    "space after a dash": lambda size: "- " + repeat(" ", "x")(size),
    "blank before marks": lambda size: repeat(" ")(size // 2) + repeat("“a” ")(size // 2),
    "attributes": repeat('="'),
}

#: texts with a gap, in which a piece is repeated
FRAMES = (
    "“We go,” said Ada Berg{} of the town.",
    "“We go,” Ada Berg{} said of the town.",
    "Ada Berg{} said “we go” to the town.",
    "Ada Berg says{} “we go” to the town.",
    "{}“We go,” said Ada Berg.",
    "“We go{}” said Ada Berg.",
    "“We go,” said Ada Berg.{} “We stay,” she said.",
)
#: words that may open or close an aside, a phrase or a sentence, and words inside one
# fmt: off
PIECES = (
    ",", ", ", ";", "()", "(", ")", " - ", "—", ", - ", ", a", ", a, ", " (a)", " of the town",
    " in May", " today", ", who", " and Ida", " said", ", said", " quickly", " was", " 7", "'s",
    " “a”", '"', ".", ": ", "\n", " the word", "A.", " of waver to",
)
# fmt: on


def fill(frame: str, piece: str, times: int) -> str:
    """Repeat a piece in the gap of a frame."""
    return frame.replace("{}", piece * times)


def after_speaker(piece: str) -> Callable[[int], str]:
    """Make a text of a size by repeating a piece after a speaker."""
    return lambda size: fill(FRAMES[0], piece, size // len(piece))


KINDS |= {f"after a speaker: {piece!r}": after_speaker(piece) for piece in PIECES}


def letters(number: int) -> str:
    """A number in letters, so that every name is different."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def seconds(text: str) -> float:
    """The processor time for a text, without other threads."""
    start = time.thread_time()
    extract(text)
    return max(FLOOR, time.thread_time() - start)


def best_times(name: str, size: int) -> tuple[float, float]:
    """The minimum times for N and for 4N characters."""
    short, long = KINDS[name](size), KINDS[name](4 * size)
    best_short = best_long = float("inf")
    for _ in range(ROUNDS):
        best_short = min(best_short, seconds(short), seconds(short))
        best_long = min(best_long, seconds(long))
        if best_long <= LIMIT * best_short or best_long > PATIENCE:
            break
    return best_short, best_long


def report(name: str, size: int) -> tuple[bool, str]:
    """Time one kind of text; return whether its cost is linear, and a line for it."""
    short, long = best_times(name, size)
    linear = long <= LIMIT * short
    line = f"{name:26}  {short:8.3f}s  {long:8.3f}s  ×{long / short:.1f}"
    return linear, line if linear else f"{line}   NOT LINEAR"


def load() -> None:
    """Load what the first call loads, so that it does not count."""
    extract("“Yes,” said Ida Berg.")


def main() -> int:
    """Time every kind of text."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("--size", type=int, default=250_000, help="characters (default: 250,000)")
    parser.add_argument("--only", choices=KINDS, help="one kind of text")
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count(), help="processes (default: one a core)"
    )
    args = parser.parse_args()
    print(f"{'':26}  {args.size:>8,}   {4 * args.size:>8,} characters")
    linear = []
    with ProcessPoolExecutor(args.workers, initializer=load) as pool:
        names = [args.only] if args.only else KINDS
        for is_linear, line in pool.map(partial(report, size=args.size), names):
            print(line, flush=True)
            linear.append(is_linear)
    print(f"{sum(linear)} of {len(linear)} kinds of text are linear")
    return 0 if all(linear) else 1


if __name__ == "__main__":
    sys.exit(main())
