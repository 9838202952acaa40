"""Is the cost linear in the text, also for texts made to be slow?

    python benchmarks/linear.py [--size N] [--only NAME]

Each kind of text is made at N, 2N and 4N characters or so and run; printed are the seconds of
processor time and how many times as long the next size takes: 2 is linear, 4 is quadratic. The exit
status is 1 if 4N takes more than LIMIT times as long as N.

A busy machine makes a time longer, never shorter. So every size keeps its best time, and a kind of
text that looks slow is timed anew, ROUNDS times at most: what is quadratic is so every time.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from itertools import pairwise

from quoteattr.api import extract

#: how many times as long a text four times as long may take; 4 would be linear, 16 is quadratic
LIMIT = 7.0

#: how often a kind of text is timed before it is called slow
ROUNDS = 20

#: after this many seconds a kind of text has shown enough
PATIENCE = 60.0

#: below this many seconds noise is all that is measured
FLOOR = 0.05


def repeat(piece: str, end: str = "") -> Callable[[int], str]:
    """Make a text of a size by saying a piece over and over."""
    return lambda size: piece * (size // len(piece)) + end


#: kinds of text: a name, and what makes one of a size
KINDS: dict[str, Callable[[int], str]] = {
    "article": repeat("“We will rebuild,” said Mara Lindqvist, the mayor. “All of it.”\n\n"),
    "paragraph of quotes": repeat("“We will rebuild,” she said. "),
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

#: texts with a gap, in which a piece is put over and over
FRAMES = (
    "“We go,” said Ada Berg{} of the town.",
    "“We go,” Ada Berg{} said of the town.",
    "Ada Berg{} said “we go” to the town.",
    "Ada Berg says{} “we go” to the town.",
    "{}“We go,” said Ada Berg.",
    "“We go{}” said Ada Berg.",
    "“We go,” said Ada Berg.{} “We stay,” she said.",
)
#: what may open or close an aside, a phrase or a sentence, and what may stand in one
# fmt: off
PIECES = (
    ",", ", ", ";", "()", "(", ")", " - ", "—", ", - ", ", a", ", a, ", " (a)", " of the town",
    " in May", " today", ", who", " and Ida", " said", ", said", " quickly", " was", " 7", "'s",
    " “a”", '"', ".", ": ", "\n", " the word", "A.",
)
# fmt: on


def fill(frame: str, piece: str, times: int) -> str:
    """Put a piece into the gap of a frame, so many times."""
    return frame.replace("{}", piece * times)


def after_speaker(piece: str) -> Callable[[int], str]:
    """Make a text of a size by putting a piece after a speaker over and over."""
    return lambda size: fill(FRAMES[0], piece, size // len(piece))


KINDS |= {f"after a speaker: {piece!r}": after_speaker(piece) for piece in PIECES}


def letters(number: int) -> str:
    """A number in letters, so that every name is another one."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def seconds(text: str) -> float:
    """How long the processor works on a text, whatever other threads do."""
    start = time.thread_time()
    extract(text)
    return max(FLOOR, time.thread_time() - start)


def is_linear(times: list[float]) -> bool:
    """Whether the longest text takes about four times as long as the shortest."""
    return times[-1] / times[0] <= LIMIT


def best_times(name: str, size: int) -> list[float]:
    """The least seconds for each of the three sizes."""
    texts = [KINDS[name](size * factor) for factor in (1, 2, 4)]
    best = [float("inf")] * len(texts)
    for turn in range(ROUNDS):
        for number, text in enumerate(texts):
            best[number] = min(best[number], seconds(text))
            if best[number] > PATIENCE:
                return best[: number + 1]
        if turn and is_linear(best):
            break
    return best


def measure(name: str, size: int) -> bool:
    """Time one kind of text, print it, and tell whether its cost is linear."""
    times = best_times(name, size)
    linear = len(times) == 3 and is_linear(times)
    shown = "".join(f"  {one:8.3f}s" for one in times)
    ratios = "".join(f"  ×{later / earlier:.1f}" for earlier, later in pairwise(times))
    print(f"{name:26}{shown} {ratios}{'' if linear else '   NOT LINEAR'}", flush=True)
    return linear


def main() -> int:
    """Time every kind of text."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("--size", type=int, default=250_000, help="characters (default: 250,000)")
    parser.add_argument("--only", choices=KINDS, help="one kind of text")
    args = parser.parse_args()
    extract("“Yes,” said Ida Berg.")  # what is loaded at the first call does not count
    print(f"{'':26}  {args.size:>8,}   {2 * args.size:>8,}   {4 * args.size:>8,} characters")
    linear = [measure(name, args.size) for name in ([args.only] if args.only else KINDS)]
    print(f"{sum(linear)} of {len(linear)} kinds of text are linear")
    return 0 if all(linear) else 1


if __name__ == "__main__":
    sys.exit(main())
