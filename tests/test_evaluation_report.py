"""The report: metrics and mistakes in order, and no word of an article is markup."""

import io
from html.parser import HTMLParser

import pytest
from gold_folder import write_gold
from scored_records import WILD, wrong_record

from quoteattr.evaluation import evaluate as module
from quoteattr.evaluation.brat import read_gold
from quoteattr.evaluation.evaluate import evaluate
from quoteattr.evaluation.renderers import RENDERERS
from quoteattr.evaluation.report import MISTAKE_TITLES, write_report


@pytest.fixture
def evaluated(tmp_path, monkeypatch):
    """Metrics and mistakes of the wild article, in which all is attributed wrongly."""
    source = "<b>Ada</b> *Berg*"
    quotes = [("It is not safe,", source, source), ("Nobody listened,", "she", source)]
    gold = write_gold(tmp_path, "herald_b&w", WILD, quotes)
    records = [
        wrong_record(WILD, "<script>&_x_", "the mayor", "she", 0.3),
        wrong_record(WILD, "It is not safe,", "the mayor", source, 0.6),
        wrong_record(WILD, "Nobody listened,", "the mayor", "she", 0.9),
    ]
    monkeypatch.setattr(module, "extract", lambda *_, **__: records)
    return evaluate(read_gold(gold))


def report_text(evaluated, suffix):
    file = io.StringIO()
    write_report(*evaluated, file, RENDERERS[suffix])
    return file.getvalue()


class PageParser(HTMLParser):
    """Parses a page: its tags, and the words in each class."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.classes, self._open = [], {}, []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        """A tag opens."""
        self.tags.append(tag)
        self._open.append((tag, dict(attributes).get("class")))

    def handle_endtag(self, tag):
        """A tag closes, and all that was left open in it."""
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        """Words inside a tag."""
        if self._open and self._open[-1][1]:
            self.classes.setdefault(self._open[-1][1], []).append(data)


def test_a_page_marks_quote_choice_annotation_and_runner_up(evaluated):
    page = PageParser(report_text(evaluated, ".html"))
    assert page.classes["quote"] == ["Nobody listened,", "It is not safe,", "<script>&_x_"]
    assert set(page.classes["chosen"]) == {"the mayor"}
    assert page.classes["annotated runner-up"] == ["she", "<b>Ada</b> *Berg*"]
    assert {"b", "script"}.isdisjoint(page.tags)


def test_markdown_marks_the_same(evaluated):
    text = report_text(evaluated, ".md")
    assert "**[quote: Nobody listened,]**" in text
    assert r"**[annotated, runner-up: \<b\>Ada\</b\> \*Berg\*]**" in text
    assert r"### herald\_b\&w" in text
    assert "    +1.50  quote-speaker" in text


@pytest.mark.parametrize("suffix", RENDERERS)
def test_a_report_has_metrics_and_mistakes_in_order(evaluated, suffix):
    text = report_text(evaluated, suffix)
    wrong, nobody = (MISTAKE_TITLES[kind] for kind in ("wrong speaker", "nobody said it"))
    headings = ["By rule", f"{wrong}: 2", f"{nobody}: 1"]
    assert all(text.count(heading) == 1 for heading in headings)
    assert sorted(headings, key=text.index) == headings
    assert text.index("confidence 90%") < text.index("confidence 60%")


@pytest.mark.parametrize("suffix", RENDERERS)
def test_where_only_quoted_speech_is_annotated_a_report_says_so(evaluated, suffix):
    text = report_text(evaluated, suffix)
    assert "No speech without marks is annotated here" in text
    assert "spans, lenient" not in text
