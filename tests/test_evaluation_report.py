"""The tables and the report of wrong links: in order, and no word of an article is markup."""

import io
from html.parser import HTMLParser

import attrs
import pytest
from gold_folder import TEXT, write_gold

from quoteattr.errors import OptionError
from quoteattr.evaluation import report
from quoteattr.evaluation.brat import read_gold
from quoteattr.evaluation.figures import Count, Figures
from quoteattr.evaluation.report import (
    FAULTS,
    MARKUPS,
    Piece,
    evaluate,
    markup_of,
    mistake,
    print_tables,
    tables,
    write_report,
)
from quoteattr.evaluation.score import judge
from quoteattr.records import Evidence, Mention, QuoteRecord, Verdict

#: what would be markup if it were not escaped
WILD = TEXT.replace("Ada Berg", "<b>Ada</b> *Berg*").replace("urgent", "<script>&_x_")


def named(text, words, kind="name"):
    """A mention."""
    start = text.index(words)
    return Mention(start, start + len(words), words, kind)


def wrong(text, quote, chosen, runner_up, confidence=0.8):
    """A record that chooses one mention, with another as the runner-up."""
    start = text.index(quote)
    verdicts = [
        Verdict(named(text, words), (Evidence("quote-speaker", True, 1.5),), probability)
        for words, probability in ((chosen, 0.8), (runner_up, 0.1))
    ]
    return QuoteRecord(
        speaker=chosen,
        quote=quote,
        source="a.txt",
        kind="direct",
        spans=[(start, start + len(quote))],
        mention=verdicts[0].mention,
        rule="quote-speaker",
        confidence=confidence,
        verdicts=tuple(verdicts),
    )


@pytest.fixture
def found(tmp_path, monkeypatch):
    """Figures and mistakes of the wild article: everybody's words are put in the wrong mouth."""
    source = "<b>Ada</b> *Berg*"
    said = [("It is not safe,", source, source), ("Nobody listened,", "she", source)]
    gold = write_gold(tmp_path, "herald_b&w", WILD, said)
    records = [
        wrong(WILD, "<script>&_x_", "the mayor", "she", 0.3),
        wrong(WILD, "It is not safe,", "the mayor", source, 0.6),
        wrong(WILD, "Nobody listened,", "the mayor", "she", 0.9),
    ]
    monkeypatch.setattr(report, "extract", lambda *_, **__: records)
    return evaluate(read_gold(gold))


def written(found, suffix):
    file = io.StringIO()
    write_report(*found, file, MARKUPS[suffix])
    return file.getvalue()


class Reader(HTMLParser):
    """Reads a page: its tags, and the words in each class."""

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


def test_a_page_marks_quote_choice_annotation_and_runner_up(found):
    read = Reader(written(found, ".html"))
    assert read.classes["quote"] == ["Nobody listened,", "It is not safe,", "<script>&_x_"]
    assert set(read.classes["chosen"]) == {"the mayor"}
    assert read.classes["annotated runner-up"] == ["she", "<b>Ada</b> *Berg*"]
    assert {"b", "script"}.isdisjoint(read.tags)


def test_markdown_marks_the_same(found):
    text = written(found, ".md")
    assert "**[quote: Nobody listened,]**" in text
    assert r"**[annotated, runner-up: \<b\>Ada\</b\> \*Berg\*]**" in text
    assert r"### herald\_b\&w" in text
    assert "    +1.50  quote-speaker" in text


@pytest.mark.parametrize("suffix", MARKUPS)
def test_a_report_has_figures_and_mistakes_in_order(found, suffix):
    text = written(found, suffix)
    parts = ["By rule", FAULTS["wrong speaker"] + ": 2", FAULTS["nobody said it"] + ": 1"]
    assert all(text.count(part) == 1 for part in parts)
    assert sorted(parts, key=text.index) == parts
    assert text.index("confidence 90%") < text.index("confidence 60%")


def test_facts_of_a_mistake(found):
    told = {m.facts for m in found[1]}
    assert (
        "annotated: she (<b>Ada</b> *Berg*)",
        "chosen: the mayor (the mayor), confidence 90%, rule quote-speaker",
        "runner-up: she, 10%",
    ) in told


def test_a_quote_that_is_not_found(tmp_path):
    (gold,) = read_gold(write_gold(tmp_path))
    missed = [mistake(gold.text, judged) for judged in judge(gold, [])]
    assert [m and m.fault for m in missed] == [None, "not found", "not found", None, "not found"]
    assert missed[1].facts == ("annotated: Ada Berg (Ada Berg)",)
    assert missed[1].explanation == ""


def test_a_long_paragraph_is_shortened_around_what_is_marked(tmp_path):
    text = f"{'word ' * 400}“It is not safe,” said Ada Berg."
    (gold,) = read_gold(write_gold(tmp_path, text=text, said=[("It is not safe,", "Ada Berg", "")]))
    ((paragraph,),) = [m.paragraphs for j in judge(gold, []) if (m := mistake(text, j))]
    assert paragraph[1] == Piece("It is not safe,", ("quote",))
    assert len(paragraph[0].text) < 500
    assert "[…]" in paragraph[0].text


def test_tables_of_nothing():
    (table,) = tables(Figures())
    assert table.rows[0] == ("articles", "0", "")


def test_tables_of_reported_content(tmp_path, monkeypatch):
    words = "the bridge will be closed"
    text = f"“It is not safe,” said Ada Berg. Berg warned that {words}. It opened in 1930."
    said = [("It is not safe,", "Ada Berg", "Ada Berg"), (words, "Berg", "Ada Berg")]
    gold = write_gold(tmp_path, text=text, said=said)
    warned = wrong(text, f"{words}. It opened", "Ada Berg", "Berg")
    monkeypatch.setattr(report, "extract", lambda *_, **__: [warned])
    shown = {table.title: table for table in tables(evaluate(read_gold(gold))[0])}
    assert shown["Reported content"].columns[1:] == (
        "annotated", "found", "precision", "recall", "F",
    )  # fmt: skip
    assert shown["Reported content"].rows == [
        ("tokens", "9", "7", "71.4", "55.6", "62.5"),
        ("spans, lenient", "2", "1", "100.0", "50.0", "66.7"),
        ("spans, strict", "2", "1", "0.0", "0.0", "0.0"),
        ("spans, lenient with speaker", "2", "1", "100.0", "50.0", "66.7"),
        ("spans, strict with speaker", "2", "1", "0.0", "0.0", "0.0"),
    ]
    assert shown["Reported content: recall by kind"].rows == [  # nothing mixed is annotated
        ("direct", "1", "0.0", "0.0", "0.0", "0.0"),
        ("indirect", "1", "100.0", "0.0", "100.0", "0.0"),
    ]


@pytest.mark.parametrize("suffix", MARKUPS)
def test_where_only_marks_are_annotated_a_report_says_so(found, suffix):
    text = written(found, suffix)
    assert "No speech without marks is annotated here" in text
    assert "spans, lenient" not in text
    assert not any("recall by kind" in table.title for table in tables(found[0]))


def test_where_contents_are_not_compared_there_is_no_table_of_them():
    assert not any("content" in table.title for table in tables(Figures(1, 1, Count(1, 1, 1))))


def test_a_table_says_from_which_confidence_on_links_are_sure():
    (overall, *_) = tables(Figures(overall=Count(4, 4, 4), bets=[(0.9, True)] * 4))
    row = {name: (value, rest) for name, value, rest in overall.rows}
    name = "confidence that is 98% right"
    assert row[name] == ("≥ 0.9", "keeping it leaves a recall of 100.0")


def test_tables_fit_the_terminal(found):
    file = io.StringIO()
    print_tables(tables(found[0]), file, 60)
    lines = file.getvalue().splitlines()
    assert max(map(len, lines)) <= 60
    assert "\x1b" not in file.getvalue()
    assert any(line.split() == ["quote-speaker", "3", "100.0", "0.0"] for line in lines)


def test_columns_of_a_markdown_table():
    table = report.Table("t", ("a", "b"), [("x|y", "1.5")])
    assert MARKUPS[".md"].table(table) == "| a | b |\n| --- | --- |\n| x\\|y | 1.5 |\n\n"


@pytest.mark.parametrize("words", ["- a", "1. a", "# a", "+ a", "a\n# b", "---"])
def test_markdown_words_are_never_a_list_or_a_heading(words):
    shown = MARKUPS[".md"].paragraph([Piece(words, ())])
    assert shown.startswith(("> \\", "> a", "> 1\\"))
    assert shown.count("\n") == 2


def test_the_name_of_a_report_tells_its_markup():
    assert markup_of("a/B.HTML") is MARKUPS[".html"]
    with pytest.raises(OptionError, match=r"ends in \.html or \.md"):
        markup_of("report.pdf")


def test_a_mistake_is_none_where_nothing_is_wrong(tmp_path):
    (gold,) = read_gold(write_gold(tmp_path, said=[("It is not safe,", "Ada Berg", "Ada Berg")]))
    right = attrs.evolve(wrong(TEXT, "It is not safe,", "Ada Berg", "She"), speaker="Ada Berg")
    judged = [j for j in judge(gold, [right]) if j.attribution]
    assert [mistake(TEXT, j) for j in judged] == [None]
