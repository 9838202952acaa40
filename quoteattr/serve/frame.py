"""The frame of all pages: their head, their navigation, and the fields of forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from urllib.parse import urlencode

from starlette.responses import HTMLResponse, Response

from quoteattr.view.markup import escape, style_sheet, tag, void

#: the pages of the navigation; all addresses are relative, so that a proxy may add a folder
_PAGES = {
    "./": "Desk",
    "quotes": "Quotes",
    "speakers": "Speakers",
    "groups": "Same words",
    "verify": "Verify",
    "audit": "Audit",
    "corrections": "Corrections",
}

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<title>{title} · quoteattr</title>
<link rel="icon" href="static/icon.svg">
<link rel="stylesheet" href="static/desk.css?{style}">
<script src="static/desk.js?{script}" defer></script>
</head>
<body class="quoteattr">
"""

#: the types of the static files
STATIC = {"desk.css": "text/css", "desk.js": "text/javascript", "icon.svg": "image/svg+xml"}


def html_page(
    title: str, body: Iterable[str], *, current: str = "", status: int = 200
) -> HTMLResponse:
    """Make a page.

    Args:
        title: its heading, as text.
        body: the markup below the heading.
        current: its entry in the navigation.
        status: the HTTP status.
    """
    links = (
        tag("a", name, href=address, aria_current="page" if address == current else None)
        for address, name in _PAGES.items()
    )
    markup = (
        _HEAD.format(title=escape(title), style=_mark("desk.css"), script=_mark("desk.js")),
        tag("a", "Skip to the content", href="#main", class_="skip"),
        tag("header", tag("nav", *links, aria_label="Pages")),
        tag("main", tag("h1", escape(title), dir="auto"), *body, id="main"),
        "</body>\n</html>\n",
    )
    return HTMLResponse("".join(markup), status)


@cache
def static_content(name: str) -> str:
    """A static file; the style sheet includes that of all views."""
    own = files("quoteattr.serve").joinpath("static", name).read_text("utf-8")
    return f"{style_sheet('audit.css')}{own}" if name == "desk.css" else own


@cache
def _mark(name: str) -> str:
    """A hash of the content of a file: a browser loads the file again if it changes."""
    return blake2b(static_content(name).encode(), digest_size=6).hexdigest()


def static_answer(name: str) -> Response:
    """A static file, as a response."""
    content = static_content(name)
    return Response(content, media_type=STATIC[name], headers={"Cache-Control": "max-age=3600"})


def address(path: str, **query: str | int | None) -> str:
    """The address of a page.

    >>> address("article", source="a b", page=None)
    'article?source=a+b'
    """
    arguments = {name: value for name, value in query.items() if value is not None}
    return f"{path}?{urlencode(arguments, errors='surrogatepass')}" if arguments else path


def field(label: str, name: str, value: str = "", **attributes: str | None) -> str:
    """A labelled field of a form."""
    box = void("input", name=name, value=value, **({"autocomplete": "off"} | attributes))
    return tag("label", tag("span", escape(label)), box)


def choice(label: str, name: str, options: Mapping[str, str], chosen: str) -> str:
    """A labelled list of options: value and words."""
    listed = (
        tag("option", escape(words), value=value, selected="" if value == chosen else None)
        for value, words in options.items()
    )
    return tag("label", tag("span", escape(label)), tag("select", *listed, name=name))


def hidden(**values: str | int) -> str:
    """Hidden fields of a form."""
    return "".join(
        void("input", type="hidden", name=name, value=str(value)) for name, value in values.items()
    )


def button(words: str, **attributes: str | None) -> str:
    """A button; it sends its form unless it has another type."""
    return tag("button", escape(words), **attributes)


def form(action: str, *content: str, method: str = "post", **attributes: str | None) -> str:
    """A form."""
    return tag("form", *content, action=action, method=method, **attributes)


def table(titles: Sequence[str], rows: Iterable[Sequence[str]], **attributes: str | None) -> str:
    """A table; its cells are markup."""
    head = tag("thead", tag("tr", *(tag("th", escape(title), scope="col") for title in titles)))
    body = (tag("tr", *(tag("td", cell) for cell in row)) for row in rows)
    whole = tag("table", head, tag("tbody", *body), class_="qa-table", **attributes)
    return tag("div", whole, class_="wide", tabindex="0", role="region", aria_label=titles[0])


def name_of(text: str) -> str:
    """A name or title as markup, isolated from the text direction around it."""
    return tag("bdi", escape(text))


def link_to(content: str, target: str) -> str:
    """A link to another page of the server."""
    return tag("a", content, href=target)
