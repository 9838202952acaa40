"""Render a report as HTML or Markdown; every word of an article is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Protocol

from quoteattr.errors import OptionError
from quoteattr.evaluation.mistakes import LabelledText
from quoteattr.evaluation.tables import MetricsTable
from quoteattr.view.markup import escape, html_document, tag


class Renderer(Protocol):
    """Render the elements of a report in one markup language, and escape all text."""

    def document(self, title: str, body: Iterable[str]) -> Iterator[str]:
        """The whole document, piece by piece."""

    def heading(self, level: int, words: str) -> str:
        """A heading."""

    def table(self, table: MetricsTable) -> str:
        """A table."""

    def facts(self, facts: Iterable[str]) -> str:
        """A list of facts."""

    def paragraph(self, texts: Iterable[LabelledText]) -> str:
        """A paragraph of an article, its labelled words highlighted."""

    def preformatted(self, words: str) -> str:
        """Preformatted lines."""


_STYLE = """\
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; margin: 1rem 0 } th, td { padding: .2rem .7rem }
thead { border-bottom: 1px solid } th { text-align: left }
blockquote { border-left: 3px solid #bbb; margin: 1rem 0; padding-left: 1rem }
.quote { background: #fff3bf; color: #000 } .annotated { border-bottom: 3px solid #2b8a3e }
.chosen { outline: 2px solid #c92a2a } .runner-up { border-top: 2px dashed #1971c2 }
"""


class HtmlRenderer:
    """Render a self-contained HTML page."""

    def document(self, title: str, body: Iterable[str]) -> Iterator[str]:
        """The whole document, piece by piece."""
        yield from html_document(title, body, _STYLE)

    def heading(self, level: int, words: str) -> str:
        """A heading."""
        return tag(f"h{level}", escape(words)) + "\n"

    def table(self, table: MetricsTable) -> str:
        """A table."""
        head = tag("thead", self._row("th", table.columns))
        body = tag("tbody", "\n", *(self._row("td", row) for row in table.rows))
        return tag("table", head, body) + "\n"

    def _row(self, element: str, cells: Iterable[str]) -> str:
        """A row of a table."""
        return tag("tr", *(tag(element, escape(cell)) for cell in cells)) + "\n"

    def facts(self, facts: Iterable[str]) -> str:
        """A list of facts."""
        return tag("ul", *(tag("li", escape(fact)) for fact in facts)) + "\n"

    def paragraph(self, texts: Iterable[LabelledText]) -> str:
        """A paragraph of an article, its labelled words highlighted."""
        return tag("blockquote", *map(self._labelled, texts)) + "\n"

    def _labelled(self, text: LabelledText) -> str:
        """Some words of a paragraph."""
        words = escape(text.text)
        if not text.labels:
            return words
        return tag("span", words, class_=" ".join(text.labels), title=", ".join(text.labels))

    def preformatted(self, words: str) -> str:
        """Preformatted lines, collapsed."""
        summary = tag("summary", "explain")
        return tag("details", summary, tag("pre", escape(words))) + "\n"


class MarkdownRenderer:
    """Render GitHub's Markdown."""

    def document(self, title: str, body: Iterable[str]) -> Iterator[str]:
        """The whole document, piece by piece."""
        yield from body

    def heading(self, level: int, words: str) -> str:
        """A heading."""
        return f"{'#' * level} {self._escape(words)}\n\n"

    def table(self, table: MetricsTable) -> str:
        """A table."""
        rule = f"|{' --- |' * len(table.columns)}\n"
        body = "".join(map(self._row, table.rows))
        return f"{self._row(table.columns)}{rule}{body}\n"

    def _row(self, cells: Iterable[str]) -> str:
        """A row of a table."""
        return f"| {' | '.join(map(self._escape, cells))} |\n"

    def facts(self, facts: Iterable[str]) -> str:
        """A list of facts."""
        return "".join(f"- {self._escape(fact)}\n" for fact in facts) + "\n"

    def paragraph(self, texts: Iterable[LabelledText]) -> str:
        """A paragraph of an article, its labelled words highlighted."""
        return f"> {''.join(map(self._labelled, texts))}\n\n"

    def _labelled(self, text: LabelledText) -> str:
        """Some words of a paragraph, in brackets after their labels."""
        words = self._escape(text.text)
        return f"**[{', '.join(text.labels)}: {words}]**" if text.labels else words

    def preformatted(self, words: str) -> str:
        """Preformatted lines."""
        return "".join(f"    {line}\n" for line in words.splitlines()) + "\n"

    def _escape(self, words: str) -> str:
        """The words with all markup characters escaped."""
        escaped = re.sub(r"([\\`*_{}\[\]<>#|~&$])", r"\\\1", re.sub(r"\s+", " ", words))
        return re.sub(r"^( ?\d*)([-+.)])(?=[ +-]|$)", r"\1\\\2", escaped)


#: the renderers by the suffix of a file
RENDERERS: dict[str, Renderer] = {".html": HtmlRenderer(), ".md": MarkdownRenderer()}


def renderer_for(path: str) -> Renderer:
    """The renderer for the suffix of a report's name.

    Raises:
        OptionError: the suffix is neither ``.html`` nor ``.md``.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix not in RENDERERS:
        raise OptionError(
            f"the name of a report must end in {' or '.join(RENDERERS)}",
            where=path,
            remedy="pass a name with that suffix",
        )
    return RENDERERS[suffix]
