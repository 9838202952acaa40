"""Build HTML: elements, escaped text and whole documents, without scripts or external resources."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files

from quoteattr.text import replace_surrogates
from quoteattr.view.speaker_styles import COLOURS, GREY, SpeakerStyle

#: Control characters are shown by their pictures, since HTML may not contain them. The two that
#: change the direction of all following text are shown by their number, so that readers see them.
_VISIBLE: dict[int, int | str] = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"},
    0x7F: 0x2421,
    0x202D: "[U+202D]",
    0x202E: "[U+202E]",
}

#: the start of a document that follows the colour scheme of its reader's system
_START = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
{style}
</style>
</head>
<body>
"""
_END = "\n</body>\n</html>\n"

#: the style of a document that fills a wide window
_WIDE = "body { margin: 2em auto; max-width: 90em; padding: 0 1.5em; }"


def visible(text: str) -> str:
    r"""Replace characters that HTML may not contain or that hide other text.

    >>> visible("a\x00\u202e")
    'a␀[U+202E]'
    """
    return replace_surrogates(text).translate(_VISIBLE)


def escape(text: str) -> str:
    r"""Escape text for an element or a quoted attribute.

    >>> escape('<b title="x">\x00')
    '&lt;b title=&quot;x&quot;&gt;␀'
    """
    return html.escape(visible(text))


def tag(name: str, /, *content: str, **attributes: str | None) -> str:
    """Make an element.

    Args:
        name: the name of the element.
        content: its markup, already escaped.
        attributes: their values, not escaped; None omits one; in names a final ``_`` is dropped,
            and any other becomes a hyphen.

    >>> tag("p", "<i>so</i>", class_="a b", title='"', id=None)
    '<p class="a b" title="&quot;"><i>so</i></p>'
    """
    return f"{void(name, **attributes)}{''.join(content)}</{name}>"


def void(name: str, /, **attributes: str | None) -> str:
    """Make an empty element, such as ``<input>``; attributes as for ``tag``.

    >>> void("input", name="words", required="")
    '<input name="words" required="">'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>"


def link(content: str, url: str | None, title: str | None = None) -> str:
    """Make a link to the web; for any other scheme plain text, since it could run a script."""
    safe = url is not None and url.lower().startswith(("https://", "http://"))
    return tag("a", content, href=url if safe else None, title=title)


def badge(style: SpeakerStyle, suffix: str = "", **attributes: str | None) -> str:
    """Make the badge of a speaker, with a suffix; it is a link if the attributes have ``href``."""
    element = "a" if attributes.get("href") else "span"
    text = escape(style.badge + suffix)
    return tag(element, text, class_=f"qa-sign {style.classes}", **attributes)


def html_document(title: str, body: Iterable[str], style: str = _WIDE) -> Iterator[str]:
    """Make a whole document, piece by piece."""
    yield _START.format(title=escape(title), style=style)
    yield from body
    yield _END


@lru_cache(maxsize=1)
def style_sheet(*further: str) -> str:
    """The style sheet; each of its rules applies within ``.quoteattr`` only.

    Args:
        further: names of style sheets that follow it.
    """
    folder = files("quoteattr.view")
    sheet = "".join(folder.joinpath(name).read_text("utf-8") for name in ("style.css", *further))
    named = {"none": GREY} | {str(number): colour for number, colour in enumerate(COLOURS)}
    return "".join(_colour_rule(name, colour) for name, colour in named.items()) + sheet


def _colour_rule(name: str, colour: str) -> str:
    """The rule of a colour, which also ends the pattern of an enclosing element."""
    rgb = " ".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return (
        f".quoteattr .qa-c{name} {{ --qa-c: {rgb}; --qa-pattern: none;"
        f" --qa-line: color-mix(in srgb, rgb({rgb}) 75%, currentColor); }}\n"
    )
