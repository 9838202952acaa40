"""The quotation marks, for all languages. Data only.

Marks of one family may close each other, since real texts mix them: a curly mark closed by a
straight one, two straight single marks closed by a curly double one.
"""

from __future__ import annotations

#: Family → marks whose shape opens, marks whose shape closes, marks whose shape may do either. The
#: shape is a hint only: languages differ, and typists turn the marks the other way. Primes (5″) are
#: never marks, and the accents ´ and ʼ are always apostrophes.
FAMILIES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "double": (
        ("“", "„", "‟", "``", ",,", "‘‘", "‚‚", "〝", "❝"),
        ("”", "’’", "〞", "〟", "❞"),
        ('"', "＂", "''"),
    ),
    "single": (("‘", "‚", "‛", "`", "❛"), ("’", "❜"), ("'", "＇")),
    "angle": (("«",), ("»",), ()),
    "small angle": (("‹",), ("›",), ()),
    "corner": (("「", "｢", "﹁"), ("」", "｣", "﹂"), ()),
    "white corner": (("『", "﹃"), ("』", "﹄"), ()),
}

#: Families that nobody reverses; they stand between words without spaces.
RIGID = frozenset({"corner", "white corner"})

#: The family whose marks are also apostrophes.
APOSTROPHES = "single"

#: Opening mark → marks that close it although their shape opens: German „…“ and ‚…‘, »…« and ›…‹.
CLOSED_BY: dict[str, tuple[str, ...]] = {
    "„": ("“", "‘‘"),
    ",,": ("“", "‘‘"),
    "‚‚": ("“", "‘‘"),
    "‚": ("‘",),
    "»": ("«",),
    "›": ("‹",),
}

#: Marks, dashes and dots that a wrong encoding has turned into three characters: UTF-8 that was
#: read as Windows-1252, in which the closing mark has no third one.
MISREAD = {
    "â€œ": "“",
    "â€\x9d": "”",
    "â€˜": "‘",
    "â€™": "’",
    "â€“": "–",
    "â€”": "—",
    "â€¦": "…",
    "â€": "”",
}

#: Zero-width characters, soft hyphens, signs of the writing direction.
INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)

#: The replacement, in a copy of a text, of a character that is not part of a word.
ZERO_WIDTH = "\u2060"

#: For ``str.translate``, to remove them.
NO_INVISIBLE: dict[int, None] = dict.fromkeys(map(ord, INVISIBLE))

#: Characters that begin a list item, at the start of a line before a space.
BULLETS = "•‣⁃◦▪▫●○■□◾◆►▶▸▹→➤✓✔·∙"

#: Dashes that introduce speech at the start of a paragraph, in texts without quotation marks.
DIALOGUE_DASHES = "—–―"

#: signs between a title and what follows it: *Berg says the road is shut | Tresk Post*
SEPARATORS = frozenset("|¦")

#: signs that belong to the number after them, and before them
CURRENCY_SIGNS, UNIT_SIGNS = frozenset("$£€¥₹₦₱₩₽₺₴₪฿₫₵"), frozenset("%‰°")
