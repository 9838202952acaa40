r"""Copy a text with layout and markup blanked.

Line breaks inside a sentence, bullets, the ``>`` of replies, the stars and links of Markdown and
the tags of HTML and forums are not words. Entities, escapes (``\u201c``) and what a wrong encoding
left of a mark (``â€œ``) represent a character. The copy replaces all of them, and has the length of
the text, so that every offset is valid in both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import regex

from quoteattr.detect.html_tags import blank_tags
from quoteattr.language.marks import BULLETS, FAMILIES, INVISIBLE, MISREAD, ZERO_WIDTH
from quoteattr.language.patterns import any_of, lazy_regex

#: minimum and maximum width of a hard-wrapped text
_NARROWEST, _WIDEST = 20, 100
#: percentage of lines that are no longer than the width: a link may be longer
_ALMOST = 95
#: how far from the width a full line may end, in proportional fonts
_SLACK = 8
#: minimum share of breaks at the end of a full line, and of breaks inside a sentence
_FULL, _INSIDE = 0.7, 0.5
#: minimum number of breaks that show a width by themselves
_MANY = 3

_MARKS = "".join(m for f in FAMILIES.values() for shape in f for m in shape if len(m) == 1)
_QUOTED = rf"[ \t*_{INVISIBLE}]*+[{_MARKS}]"
_REPLY = r">(?:[ \t]*+>)*+"
#: a line may begin with a non-word; in ``re``, which is faster if there is none
_MAY_HAVE_HEAD = re.compile(
    rf"^(?:[^\S\r\n]|[{INVISIBLE}])*+(?:[>#{BULLETS}*+»›\-–—(]|\d|\S\))", re.MULTILINE
)
#: non-words at the start of a line; dashes and numbers only before a quotation
_HEAD = lazy_regex(
    rf"^[^\S\r\n]*+(?:[{INVISIBLE}]++[^\S\r\n]*+)?((?:{_REPLY}[^\S\r\n]*+)?"
    rf"(?:#{{1,6}}(?=[ \t])|[{BULLETS}*+](?=\s)|[»›](?=[ \t][^«»‹›\r\n]*+$)"
    rf"|[\-–—](?=[ \t]++{_QUOTED}|[ \t]++[\p{{Lu}}*_][^:.\r\n]{{0,60}}+:{_QUOTED})"
    rf"|\(?(?:\d{{1,3}}|\p{{L}}(?=\)))[.)](?=[ \t]++{_QUOTED}))?+)",
    regex.M,
)
#: a run of stars or underscores that touches a word or a mark on one side only
_EMPHASIS = lazy_regex(
    r"(?<=[^\s*])\*{1,3}+(?![\w*])|(?<![\w*])\*{1,3}+(?=[^\s*])"
    r"|(?<=[^\s_])_{1,3}+(?![\w])|(?<![\w])_{1,3}+(?=[^\s_])"
)
#: an entity, possibly escaped again: *&amp;quot;*
_ENTITY = lazy_regex(r"&(?:amp;){0,2}(?:[a-zA-Z]{2,8}+|#\d{2,6}+|#[xX][\da-fA-F]{2,5}+);")
#: a line break escaped as in JSON, if what follows may begin a sentence
_ESCAPED_BREAK = lazy_regex(rf"(?<=[.!?…:)\s{_MARKS}]|\\n)(?:\\r)?\\n(?=[\\\s\p{{Lu}}{_MARKS}]|\Z)")
#: a character escaped as in JSON, the bytes of a mark as in e-mail, a mark in a wrong encoding
_ESCAPE = lazy_regex(
    rf"\\u(?P<code>(?:00|20)[\da-fA-F]{{2}})|=E2=80=(?P<byte>[89A][\dA-F])|{any_of(MISREAD)}"
)
#: what a text with an escape contains
_ESCAPE_SIGNS = ("\\u", "=E2=80=", "â€")
#: the break of a long line in quoted-printable e-mail
_SOFT_BREAK = lazy_regex(r"(?<=[\p{L}\p{N} ,.;:!?”\"’'=])=\r?\n(?=\S)")
#: marks and dashes of Windows-1252 that were read as Latin-1; beside them its ellipsis, too
_CONTROL, _CONTROLS = re.compile("[\x91-\x94\x96\x97]"), re.compile("[\x85\x91-\x94\x96\x97]")
#: the bold print of a wiki around a name, in whose text several apostrophes are no quotation mark
_WIKI_BOLD = lazy_regex(r"(?<!')'{3}\p{Lu}[^'\r\n.,!?]{1,60}'{3}(?!')")
_APOSTROPHES = re.compile("'{2,5}")
#: a tag of a forum: *[b]*, *[/url]*
_FORUM_TAG = lazy_regex(r"\[/?(?:b|i|u|s|url|size|color|font)(?:=[^\[\]\r\n]{0,200})?\]", regex.I)
#: the title before the words of a wiki's link, and its brackets: *[[Ada Berg (baker)|Ada Berg]]*
_WIKI_LINK = lazy_regex(r"(\[\[(?:[^\[\]|\r\n]{1,200}\|)?)([^\[\]|\r\n]{1,200})(\]\])")
#: the separator of the cells of a row, and a cell without a quotation
_BETWEEN, _PLAIN = r"[ ]*+[\t|][ ]*+", rf"[^\t\r\n|.{_MARKS}]{{1,60}}?"
_NAME_CELL = rf"\p{{Lu}}[^\t\r\n|.{_MARKS}]{{1,60}}+"
#: a cell with a name, possibly after one with a number, and one with a role, before a quotation
_CELLS_BEFORE = lazy_regex(
    rf"^(?P<head>[ {ZERO_WIDTH}]*+(?:\d[^\t\r\n|]{{0,20}}?{_BETWEEN})?)(?P<name>\p{{Lu}}{_PLAIN})"
    rf"(?:(?P<comma>{_BETWEEN})(?P<role>{_PLAIN}))?(?P<colon>{_BETWEEN})(?=\t*+[{_MARKS}])",
    regex.M,
)
#: a cell with a quotation before a cell with a name, and possibly one with a role
_CELLS_AFTER = lazy_regex(
    rf"(?<=[{_MARKS}])\t(?P<name>\p{{Lu}}{_PLAIN})(?:(?P<comma>\t)(?P<role>{_PLAIN}))?$", regex.M
)
#: a row of names, above one of quotations
_NAMES = lazy_regex(
    rf"^{_NAME_CELL}(?:\t{_NAME_CELL})++(?=\r?\n[{_MARKS}][^\t\r\n]++\t[{_MARKS}])", regex.M
)
#: minimum number of rows of a table
_ROWS = 2
#: a gap between two columns; one before a quotation, with the line up to it
_GAP = lazy_regex(r"(?<=\S)[ ]{2,}(?=[ ]\S)[ ]")
_GAP_BEFORE_QUOTATION = lazy_regex(
    rf"^(?P<row>\p{{Lu}}[^\r\n.{_MARKS}]*?\S[ ]{{3,}})[{_MARKS}]", regex.M
)
#: the bars at the edges of a table row
_EDGE = lazy_regex(r"^[ \t]*+\|(?=[^\r\n|]++\|)|\|(?<=\|[^\r\n|]++\|)[ \t]*+$", regex.M)
#: a Markdown link or image: *[the ferry](https://example.org)*
_LINK = lazy_regex(r"(!?\[)([^\[\]\r\n]{1,400}+)(\]\((?:https?://|mailto:|[/#])[^\s()]{0,2000}+\))")
#: a line that begins with a bullet, a number or a sign
_SET_OFF = lazy_regex(rf"\s*+(?:[{BULLETS}*+\-–—#»›|]|\d{{1,3}}[.)])\s")
#: a line of a list of who said what: *Ida Berg, baker: “No”*
_LISTED = lazy_regex(rf"\s*+\p{{Lu}}[^:.{_MARKS}]{{1,60}}+:\s*+[{_MARKS}]")
#: a row of a table with a quotation
_ROW = lazy_regex(rf"\p{{Lu}}[^\r\n.{_MARKS}]*\t[{_MARKS}]")
#: the sentence ends with the line, not with an abbreviation without vowels: *Mr.*, *J.*
_ENDED = lazy_regex(
    rf"(?<!\b[\p{{Lu}}--[AEIOU]][a-z--[aeiou]]{{0,2}})[.!?…:][{_MARKS})\]*_\s]*+\Z", regex.V1
)


def flatten(text: str) -> str:
    r"""Copy a text with layout and markup blanked: the same length, the same offsets.

    Returns:
        The copy. A line break inside a sentence is a space in it; the line lengths of the document
        show which line breaks these are. Markup has become zero-width characters.

    >>> flatten("“We have the steel,” said Ingrid\nSolberg, the mayor.")
    '“We have the steel,” said Ingrid Solberg, the mayor.'
    >>> flatten("• **“Go,”** said Ida Berg.").replace("\u2060", "")
    ' “Go,” said Ida Berg.'
    """
    if "=\n" in text or "=\r\n" in text:
        text = _SOFT_BREAK.sub(lambda m: ZERO_WIDTH * len(m[0]), text)
    text = _decoded(blank_tags(_unwrapped(_with_tabs(text)), ZERO_WIDTH))
    if "]" in text:
        text = _without_brackets(text)
    if "'''" in text and _WIKI_BOLD.search(text):
        text = _APOSTROPHES.sub(lambda m: ZERO_WIDTH * len(m[0]), text)
    if _MAY_HAVE_HEAD.search(text):
        text = _HEAD.sub(lambda m: m.group()[: -len(m[1]) or None] + _blank(m[1]), text)
    if "|" in text:
        text = _EDGE.sub(lambda m: _blank(m.group()), text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(lambda m: ZERO_WIDTH * len(m.group()), text)
    return _without_cells(text) if "\t" in text or "|" in text else text


def _decoded(text: str) -> str:
    """The characters that control characters, entities and escapes represent."""
    if _CONTROL.search(text):
        text = _CONTROLS.sub(lambda m: m[0].encode("latin-1").decode("cp1252"), text)
    if "&" in text:
        from html import unescape  # it loads a table of all entities

        text = _ENTITY.sub(lambda m: _padded(unescape(unescape(unescape(m[0]))), m[0]), text)
    if any(sign in text for sign in _ESCAPE_SIGNS):
        text = _ESCAPE.sub(lambda m: _padded(_unescaped(m), m[0]), text)
    if "\\n" in text:
        text = _ESCAPED_BREAK.sub(lambda m: _padded("\n", m[0]), text)
    return text


def _without_brackets(text: str) -> str:
    """Blank the brackets of links, and the tags of forums."""
    if "](" in text:
        text = _LINK.sub(_without_target, text)
    if "[[" in text:
        text = _WIKI_LINK.sub(_without_target, text)
    return _FORUM_TAG.sub(lambda m: _blank(m[0]), text)


def _without_target(link: regex.Match[str]) -> str:
    """The words of a link, with what surrounds them blanked."""
    return ZERO_WIDTH * len(link[1]) + link[2] + ZERO_WIDTH * len(link[3])


def _with_tabs(text: str) -> str:
    """End the gaps between the columns of a table with tabs, if quotations share a column."""
    if "   " not in text:
        return text
    widths = Counter(len(row["row"]) for row in _GAP_BEFORE_QUOTATION.finditer(text))

    def tabbed(row: regex.Match[str]) -> str:
        if widths[len(row["row"])] < _ROWS:
            return row[0]
        return _GAP.sub(lambda gap: gap[0][:-1] + "\t", row[0])

    return _GAP_BEFORE_QUOTATION.sub(tabbed, text)


def _without_cells(text: str) -> str:
    """Convert table cells of who said what to labels and signatures, and rows of names to names."""
    text = _NAMES.sub(lambda row: row[0].replace("\t", "|"), _CELLS_BEFORE.sub(_labelled, text))
    return _CELLS_AFTER.sub(_signed, text)


def _labelled(row: regex.Match[str]) -> str:
    """The cells before a quotation as a label: *NAME, ROLE:*."""
    role = _sign(",", row["comma"]) + row["role"] if row["role"] else ""
    return _blank(row["head"]) + row["name"] + role + _sign(":", row["colon"])


def _signed(row: regex.Match[str]) -> str:
    """The cells after a quotation as its signature: *: NAME, ROLE*."""
    return f":{row['name']}" + (f",{row['role']}" if row["role"] else "")


def _sign(sign: str, between: str) -> str:
    """A punctuation mark, as wide as the separator of two cells."""
    return sign + " " * (len(between) - 1)


def _unescaped(escape: regex.Match[str]) -> str:
    """The character that an escape represents."""
    if escape["code"]:
        return chr(int(escape["code"], 16))
    if escape["byte"]:
        return bytes((0xE2, 0x80, int(escape["byte"], 16))).decode()
    return MISREAD[escape[0]]


def _padded(character: str, entity: str) -> str:
    """The character of an entity, padded to its length; else the entity."""
    if len(character) != 1:
        return entity
    return character + ZERO_WIDTH * (len(entity) - 1)


def _blank(head: str) -> str:
    """The start of a line, with its spaces kept."""
    return "".join(c if c.isspace() else ZERO_WIDTH for c in head)


def _unwrapped(text: str) -> str:
    """Replace each line break inside a paragraph of a hard-wrapped document by a space."""
    if "\n" not in text.strip():
        return text
    lines = text.split("\n")
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    width = lengths[-(-_ALMOST * (len(lengths) - 1) // 100)]
    if not _NARROWEST <= width <= _WIDEST:
        return text
    blank = [not line.strip() or not line.strip("> \t\r\f\v\u00a0" + INVISIBLE) for line in lines]
    breaks = [
        i
        for i in range(len(lines) - 1)
        if not (blank[i] or blank[i + 1] or _are_listed(lines[i], lines[i + 1]))
    ]
    if not breaks or not _is_wrapped(lines, breaks, width):
        return text
    soft = {i for i in breaks if _goes_on(lines, i, width)}
    return "".join(_joined(lines, soft))


def _are_listed(line: str, following: str) -> bool:
    """Whether two lines each say who said what: the break separates list items."""
    if _ROW.match(line) and _ROW.match(following):
        return True
    return ":" in line and bool(_LISTED.match(line) and _LISTED.match(following))


def _is_wrapped(lines: list[str], breaks: list[int], width: int) -> bool:
    """Whether most breaks are at the end of a full line, and many of them inside a sentence.

    Alternatively, half of them precede a lower-case letter, where no sentence has ended. If there
    are few breaks, all must be such; a line that begins with a quotation or a bullet is not
    evidence.
    """
    open_ended = [i for i in breaks if not _ENDED.search(lines[i])]
    if 2 * sum(_content(lines[i + 1])[0].islower() for i in open_ended) >= len(breaks):
        return True
    full = sum(_length(lines, i) > width for i in breaks)
    if len(breaks) < _MANY:
        opened = any(lines[i + 1].lstrip()[0] in _MARKS for i in breaks)
        return full == len(breaks) == len(open_ended) and not opened
    return full >= _FULL * len(breaks) and len(open_ended) >= _INSIDE * len(breaks)


def _length(lines: list[str], i: int) -> int:
    """The length that line i would have with the first word of the next line."""
    return len(lines[i].rstrip()) + 1 + len(_content(lines[i + 1]).split(None, 1)[0])


def _content(line: str) -> str:
    """A line without the ``>`` of a reply, unless there is nothing else in it."""
    return line.lstrip("> \t").strip() or line.strip()


def _goes_on(lines: list[str], i: int, width: int) -> bool:
    """Whether the paragraph continues after line i: the next word would not fit into it."""
    content = _content(lines[i + 1])
    if _SET_OFF.match(content) or lines[i].lstrip().startswith("#"):
        return False
    if lines[i].lstrip().startswith(">") != lines[i + 1].lstrip().startswith(">"):
        return False
    if _ENDED.search(lines[i]):
        return _length(lines, i) > width
    return _length(lines, i) > width - _SLACK or content[0].islower()


def _joined(lines: list[str], soft: set[int]) -> Iterator[str]:
    """The lines, joined by line breaks or spaces."""
    for i, line in enumerate(lines):
        if i and i - 1 in soft:
            words = line.lstrip("> \t") or line
            line = _blank(line[: len(line) - len(words)]) + words
        if i in soft and line.endswith("\r"):
            line = line[:-1] + " "
        yield line
        if i < len(lines) - 1:
            yield " " if i in soft else "\n"
