"""HTML of words: whatever a text holds is shown as text."""

from __future__ import annotations

import html
from functools import lru_cache
from importlib.resources import files

from quoteattr.formats.columns import whole_characters
from quoteattr.view.looks import COLOURS, GREY

#: Control characters have pictures of their own, since HTML may not hold them. The two that turn
#: the direction of all that follows are told by number: what is read must be what is written.
_STAND_INS: dict[int, int | str] = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"},
    0x7F: 0x2421,
    0x202D: "[U+202D]",
    0x202E: "[U+202E]",
}


def escape(text: str) -> str:
    r"""Words as they may stand in an element or in a quoted attribute.

    >>> escape('<b title="x">\x00')
    '&lt;b title=&quot;x&quot;&gt;␀'
    """
    return html.escape(whole_characters(text).translate(_STAND_INS))


def tag(name: str, *inside: str, **attributes: str | None) -> str:
    """An element: markup inside, words in its attributes, None for one that it does not have.

    >>> tag("p", "<i>so</i>", class_="a b", title='"', id=None)
    '<p class="a b" title="&quot;"><i>so</i></p>'
    """
    told = "".join(
        f' {key.rstrip("_")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{told}>{''.join(inside)}</{name}>"


def clip(text: str, length: int | None) -> str:
    """The text, its end cut off where it is longer than that many characters."""
    return text if length is None or len(text) <= length else text[: length - 1].rstrip() + "…"


def count(number: int, noun: str) -> str:
    """So many of these.

    >>> count(1, "quote"), count(1200, "quote")
    ('1 quote', '1,200 quotes')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@lru_cache(maxsize=1)
def style_sheet() -> str:
    """The style of all that is shown, every rule of it for what stands in ``.quoteattr`` only."""
    sheet = files("quoteattr.view").joinpath("style.css").read_text("utf-8")
    named = {"none": GREY} | {str(number): colour for number, colour in enumerate(COLOURS)}
    return "".join(_colour(name, colour) for name, colour in named.items()) + sheet


def _colour(name: str, colour: str) -> str:
    """The rule of a colour; plain, also within a pattern."""
    parts = " ".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return (
        f".quoteattr .qa-c{name} {{ --qa-c: {parts}; --qa-pattern: none;"
        f" --qa-line: color-mix(in srgb, rgb({parts}) 75%, currentColor); }}\n"
    )
