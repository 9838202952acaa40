"""The quotation marks, for all languages. Data only.

Marks of one family may close each other, since real texts mix them: a curly mark closed by a
straight one, two straight single marks closed by a curly double one.
"""

from __future__ import annotations

#: family → (marks whose shape opens, marks whose shape closes, marks without a direction).
#: The shape is a hint only: many languages, and many typists, turn the marks the other way.
FAMILIES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "double": (
        ("“", "„", "‟", "``", ",,", "‘‘", "‚‚", "〝"),
        ("”", "’’", "〞", "〟"),
        ('"', "＂", "''"),
    ),
    "single": (("‘", "‚", "‛", "`"), ("’",), ("'", "＇")),
    "angle": (("«",), ("»",), ()),
    "small angle": (("‹",), ("›",), ()),
    "corner": (("「", "｢", "﹁"), ("」", "｣", "﹂"), ()),
    "white corner": (("『", "﹃"), ("』", "﹄"), ()),
}

#: Families that nobody turns the other way; they stand between words without any space.
RIGID = frozenset({"corner", "white corner"})

#: The family whose marks are apostrophes as well.
APOSTROPHES = "single"

#: Opening mark → marks that close it although their shape opens: German „…“ and ‚…‘, »…« and ›…‹.
CLOSED_BY: dict[str, tuple[str, ...]] = {
    "„": ("“",),
    ",,": ("“", "‘‘"),
    "‚‚": ("‘‘", "“"),
    "‚": ("‘",),
    "»": ("«",),
    "›": ("‹",),
}

#: Letters after which an apostrophe often ends a word: the girls’, James’, goin’.
APOSTROPHE_AFTER = frozenset("sSxXzZnN")

#: Words whose first letters an apostrophe replaces: ’em, ’til, rock ’n’ roll.
CLIPPED = frozenset(
    """
    bout cause cept cos coz cuz em er fraid fore gainst less m n neath nother nough nuff r round
    s scuse spect sup t til till tis twas tween twere twill twould ere un ya
    """.split()
)

#: Characters that take no room: zero-width ones, soft hyphens, marks of the writing direction.
INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
