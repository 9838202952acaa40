"""Convert HTML in a field of a row to text, preserving what its tags say about quotes.

A ``<q>`` gets quotation marks, as in a browser; a block quote that names its author in a ``<cite>``
or ``<footer>`` becomes a quote with a signature; one without becomes lines with a ``>``, as in
e-mail; embedded posts keep their author; a question that is a heading, or a paragraph in bold, gets
the stars of Markdown, since an answer follows it. All other tags only separate paragraphs.
"""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

import regex

from quoteattr.detect.html_tags import BLOCK_TAG, BLOCKS, DROPPED, ESCAPED_TAG, find_tag

#: the class of a block quote that is an embedded post, whose signature is part of its text
_EMBED = regex.compile(r"tweet|bluesky|mastodon|threads|instagram|tiktok|embed", regex.IGNORECASE)
_AUTHOR = frozenset(("cite", "footer", "figcaption"))

#: a wrapper of HTML in feeds, which is not a declaration
_CDATA = regex.compile(r"<!\[CDATA\[(.*?)\]\]>", regex.DOTALL)
#: signs of the start and the end of bold print, which no text contains, and a question between them
_BOLD = frozenset(("b", "strong"))
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_BOLD_START, _BOLD_END = "\x02", "\x03"
_BOLD_QUESTION = regex.compile(r"\s*+\x02[\s\x02]*+([^\x02\x03\n]++)(?<=\?)\s*+\x03[\s\x03]*+")
_NO_BOLD = dict.fromkeys(map(ord, "\x02\x03"))
_SPACE = regex.compile(r"[ \t\r\n\f]+")
_QUOTED = regex.compile(r"[“”\"„«»‘]")
_DASHES = "—–- \u00a0"
#: if words precede it, a *cite* is part of a sentence
_ENDED = regex.compile(r"[.?!…][”\"’»]?$")
#: maximum number of words of a signature
_SIGNATURE = 12


def text_of_html(html: str) -> str:
    """The text of an HTML fragment.

    If no tag separates paragraphs, the line breaks of the source do.

    >>> print(text_of_html("<p><q>Never,</q> said Ida&#32;Berg.</p><p>She left.</p>"))
    “Never,” said Ida Berg.
    <BLANKLINE>
    She left.
    """
    html = _CDATA.sub(r"\1", html)
    if find_tag(html) is None and ESCAPED_TAG.search(html):
        html = unescape(html)
    if find_tag(html) is None:
        return unescape(html)
    parser = _TextParser(flows=BLOCK_TAG.search(html) is not None)
    parser.feed(html)
    parser.close()
    return parser.text()


class _Blockquote:
    """An open block quote: its paragraphs, and the name of its author."""

    def __init__(self, embed: bool) -> None:
        self.embed = embed
        self.paragraphs: list[str] = []
        self.author = ""

    def lines(self) -> list[str]:
        """The lines that represent it in the text."""
        if not self.embed and not self.author:
            self._take_signature()
        author = [f"— {self.author}"] if self.author else []
        if self.embed or not self.paragraphs:
            return self.paragraphs + author
        if not author:
            return [f"> {paragraph}" for paragraph in self.paragraphs]
        if _QUOTED.match(self.paragraphs[0]):
            return self.paragraphs + author
        marked = [f"“{paragraph}" for paragraph in self.paragraphs]
        return [*marked[:-1], f"{marked[-1]}”", *author]

    def _take_signature(self) -> None:
        """Take a short last paragraph after a dash for the author."""
        last = self.paragraphs[-1] if len(self.paragraphs) > 1 else ""
        if last.startswith(("—", "–")) and len(last.split()) <= _SIGNATURE:
            self.author = self.paragraphs.pop().lstrip(_DASHES)


class _TextParser(HTMLParser):
    """Parses HTML into paragraphs."""

    def __init__(self, flows: bool) -> None:
        super().__init__(convert_charrefs=True)
        #: whether line breaks of the source are spaces: they are if tags separate the paragraphs
        self._flows = flows
        self._paragraphs: list[str] = []
        self._words: list[str] = []
        self._dropped = self._quoted = self._figures = 0
        self._quotes: list[_Blockquote] = []
        #: the open element with the author of a block quote
        self._author = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Handle the start of an element."""
        if tag in DROPPED:
            self._dropped += 1
        elif tag == "q":
            self._quoted += 1
            self._words.append("“" if self._quoted % 2 else "‘")
        elif tag in _BOLD:
            self._words.append(_BOLD_START)
        elif tag == "br":
            self._words.append("\n")
        elif self._begins_author(tag):
            self._end_paragraph()
            self._author = tag
        elif tag in BLOCKS and not self._author:
            self._end_paragraph()
            self._open_block(tag, dict(attrs).get("class") or "")
            self._words += [_BOLD_START] if tag in _HEADINGS else []
        elif tag in ("td", "th") and self._words:
            self._words.append("\t")

    def handle_endtag(self, tag: str) -> None:
        """Handle the end of an element."""
        if tag in DROPPED:
            self._dropped = max(0, self._dropped - 1)
        elif tag == "q" and self._quoted:
            self._words.append("”" if self._quoted % 2 else "’")
            self._quoted -= 1
        elif tag in _BOLD:
            self._words.append(_BOLD_END)
        elif self._author and tag == self._author:
            self._end_author()
        elif tag in BLOCKS and not self._author:
            self._words += [_BOLD_END] if tag in _HEADINGS else []
            self._end_paragraph()
            self._close_block(tag)

    def handle_data(self, data: str) -> None:
        """Store the text of an element."""
        if not self._dropped:
            self._words.append(_SPACE.sub(" ", data) if self._flows else data)

    def text(self) -> str:
        """All paragraphs, separated by empty lines."""
        if self._author:
            self._end_author()
        self._end_paragraph()
        while self._quotes:
            self._end_quote()
        return "\n\n".join(self._paragraphs)

    def _begins_author(self, tag: str) -> bool:
        """Whether an element names the author of the block quote; *cite* among words is a title."""
        if not self._quotes or self._author or tag not in _AUTHOR:
            return False
        words = "".join(self._words).translate(_NO_BOLD).strip(_DASHES)
        if tag == "cite" and words and not _ENDED.search(words):
            return False
        if not words:
            self._words.clear()
        return True

    def _open_block(self, tag: str, classes: str) -> None:
        """Open a block quote, or a figure, whose caption names the author."""
        self._figures += tag == "figure"
        if tag == "blockquote":
            self._quotes.append(_Blockquote(_EMBED.search(classes) is not None))

    def _close_block(self, tag: str) -> None:
        """Close a block quote; in a figure, only with the figure."""
        if tag == "figure":
            self._figures = max(0, self._figures - 1)
        closes = tag == "figure" or (tag == "blockquote" and not self._figures)
        if closes and self._quotes:
            self._end_quote()

    def _take(self) -> str:
        """Return the text of the paragraph so far, and start a new one."""
        words, self._words = "".join(self._words), []
        question = _BOLD_QUESTION.fullmatch(words)
        words = f"**{question[1].strip()}**" if question else words.translate(_NO_BOLD)
        lines = words.split("\n") if self._flows else [words]
        return "\n".join(line.strip(" \r\n") for line in lines).strip()

    def _kept(self) -> list[str]:
        """The list of the current paragraphs: of the open block quote, or of the text."""
        return self._quotes[-1].paragraphs if self._quotes else self._paragraphs

    def _end_paragraph(self) -> None:
        """Finish the current paragraph."""
        paragraph = self._take()
        if paragraph:
            self._kept().append(paragraph)

    def _end_author(self) -> None:
        """Store the author of the block quote."""
        author = " ".join(self._take().split()).lstrip(_DASHES)
        self._author = ""
        if self._quotes:
            self._quotes[-1].author = self._quotes[-1].author or author

    def _end_quote(self) -> None:
        """Store the paragraphs of a block quote."""
        lines = self._quotes.pop().lines()
        self._kept().extend(lines)
