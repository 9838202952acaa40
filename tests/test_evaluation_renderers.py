"""Renderers escape every word, and the name of a report selects one."""

import pytest
from tables import for_each

from quoteattr.errors import OptionError
from quoteattr.evaluation.mistakes import LabelledText
from quoteattr.evaluation.renderers import RENDERERS, renderer_for
from quoteattr.evaluation.tables import MetricsTable


def test_columns_of_a_markdown_table():
    table = MetricsTable("t", ("a", "b"), [("x|y", "1.5")])
    assert RENDERERS[".md"].table(table) == "| a | b |\n| --- | --- |\n| x\\|y | 1.5 |\n\n"


@for_each("words", ["- a", "1. a", "# a", "+ a", "a\n# b", "---"])
def test_markdown_words_are_never_a_list_or_a_heading(words):
    paragraph = RENDERERS[".md"].paragraph([LabelledText(words, ())])
    assert paragraph.startswith(("> \\", "> a", "> 1\\"))
    assert paragraph.count("\n") == 2


def test_the_name_of_a_report_selects_its_renderer():
    assert renderer_for("a/B.HTML") is RENDERERS[".html"]
    with pytest.raises(OptionError, match=r"must end in \.html or \.md"):
        renderer_for("report.pdf")
