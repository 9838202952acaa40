"""What notebooks and files show: all words as text, all quotes marked, nothing leaking, bounded."""

import os
import re
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_records import NAMED, NOBODY, RECORDS, TEXT

import quoteattr
from quoteattr import (
    Article,
    Cue,
    Failure,
    InputError,
    Mention,
    OptionError,
    QuoteRecord,
    QuoteRecords,
    extract,
)
from quoteattr.view.markup import style_sheet
from quoteattr.view.render import NOTEBOOK

HOSTILE = (
    """<script>alert("1")</script> & 'all' <!-- that --> ]]> </div></style></table> \x00\x1b"""
)
VOID = {"meta", "br"}


class Shown(HTMLParser):
    """What a browser would show: elements, attributes, the article's words without the signs."""

    def __init__(self, html):
        super().__init__()
        self.open, self.elements, self.texts, self.words = [], [], [], []
        self.feed(html)
        self.close()
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, name, attributes):
        """An element begins."""
        self.elements.append((name, dict(attributes)))
        if name not in VOID:
            self.open.append((name, dict(attributes).get("class") or ""))
        if self.open[-1][1] == "qa-text":
            self.texts.append("")

    def handle_endtag(self, name):
        """It ends."""
        assert self.open.pop()[0] == name

    def handle_data(self, data):
        """Words stand in it."""
        classes = [classes for _, classes in self.open]
        if not any(name == "style" for name, _ in self.open):
            self.words.append(data)
        in_sign = any("qa-sign" in c for c in classes)
        if "qa-text" in classes and not in_sign and classes[-1] != "qa-small":
            self.texts[-1] += data

    def marked(self, element):
        """The words in each element of this name."""
        return [attributes for name, attributes in self.elements if name == element]


def records_of(text, *records, **known):
    return QuoteRecords(records, [Article(text, id="a.txt", **known)])


def at(text, words, kind="direct", **more):
    start = text.index(words)
    return QuoteRecord("Ida", words, "a.txt", kind, [(start, start + len(words))], **more)


def mention(text, words):
    return Mention(text.index(words), text.index(words) + len(words), words, "name")


def test_a_notebook_shows_the_article_marked_and_a_table_beside_it():
    records = extract("“We will rebuild,” said Mara Holt.\n\n“When?” Otto Marx asked.", "a.txt")
    html = records._repr_html_()
    shown = Shown(html)
    assert shown.texts == [records.articles[0].text]
    assert html.startswith('<div class="quoteattr"><style>')
    assert len(shown.marked("mark")) == 2 + 1  # and one in the key
    first = shown.marked("mark")[1]
    assert first["title"].startswith("Mara Holt: direct, ")
    assert first["title"].endswith(records[0].rule)
    assert len(shown.marked("tr")) == 1 + 2
    assert {record.rule for record in records} <= {
        word for words in shown.words for word in words.split()
    }
    assert "MH" in "".join(shown.words)
    percent = f"{min(records[0].speaker_confidence, 0.99):.0%}"
    assert f"MH {percent}" in shown.words


def test_a_speaker_has_one_colour_on_a_page_of_several_articles():
    texts = [
        "“We must go now,” said Ada Berg. “We will not go,” said Otto Marx.",
        "“Why?” asked Otto Marx of Rivertown.",
    ]
    html = quoteattr.render(quoteattr.extract_many((text, text) for text in texts))
    shown = Shown(html)
    signs = [a["class"] for n, a in shown.elements if "qa-sign" in (a.get("class") or "")]
    otto = re.findall(r'class="qa-sign ([^"]*)"[^>]*>OM', html)
    assert len(otto) == 2 + 1 + 1 + 2  # after the quotes, in both legends, in both tables
    assert len(set(otto)) == 1
    assert len(set(signs)) == 2
    assert shown.texts == texts
    assert html == quoteattr.render(quoteattr.extract_many((text, text) for text in texts))


def test_links_between_quotes_and_rows_lead_somewhere():
    html = quoteattr.render(extract(TEXT, "a.txt"))
    elements = Shown(html).elements
    places = [a["id"] for _, a in elements if a.get("id")]
    links = [a["href"] for _, a in elements if (a.get("href") or "").startswith("#")]
    assert len(places) == len(set(places))
    assert {link[1:] for link in links} == set(places)


HTML_MAKERS = [
    pytest.param(lambda r: r._repr_html_(), id="notebook"),
    pytest.param(lambda r: quoteattr.render(r), id="file"),
    pytest.param(lambda r: quoteattr.render(r, "table"), id="table"),
    pytest.param(lambda r: "".join(one._repr_html_() for one in r), id="cards"),
    pytest.param(lambda r: QuoteRecords(r)._repr_html_(), id="without articles"),
]


@pytest.mark.parametrize("make", HTML_MAKERS)
def test_whatever_a_text_holds_is_shown_as_text(make):
    text = f"He said {HOSTILE} and went on{HOSTILE}."
    record = evolve(
        at(text, HOSTILE, mention=Mention(0, 2, "He", "pronoun"), cue=Cue(3, 7, "said")),
        speaker=HOSTILE,
        source=HOSTILE,
        rule=HOSTILE,
    )
    article = Article(text, HOSTILE, "javascript:alert(1)", HOSTILE, [HOSTILE], HOSTILE, HOSTILE)
    records = QuoteRecords([record], [article], [Failure(HOSTILE, HOSTILE)])
    html = make(records)
    shown = Shown(html)
    names = {name for name, _ in shown.elements}
    assert not names & {"script", "img", "iframe", "link", "object"}
    assert not [a for _, a in shown.elements for key in a if key.startswith("on")]
    assert not [a for _, a in shown.elements if (a.get("href") or "#")[0] != "#"]
    assert "".join(shown.words).count('<script>alert("1")</script>') >= 2
    assert "\x00" not in html
    html.encode("utf-8")


def test_lone_surrogates_line_ends_and_directions():
    text = "“a\ud83d\r\nb\u202ec\u202c,” she\rsaid. שלום \u2067x\u2069"
    records = records_of(text, at(text, "a\ud83d\r\nb\u202ec\u202c,"))
    html = records._repr_html_()
    html.encode("utf-8")
    (shown,) = Shown(html).texts
    assert shown == text.replace("\ud83d", "\ufffd").replace("\u202e", "[U+202E]")


TEXTS = st.text(st.sampled_from("ab<>&\"'“”’ \n\r\t\x00\u202e\ud800é😀ש"), min_size=1, max_size=60)


@st.composite
def any_records(draw):
    """A text, and records whose spans lie anywhere in it, across and in one another."""
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    span = st.tuples(place, place).map(sorted).filter(lambda pair: pair[0] < pair[1])
    made = []
    for one in draw(st.lists(span, max_size=6)):
        start, end = draw(span)
        made.append(
            QuoteRecord(
                draw(st.sampled_from(["Ida", "Otto", None, text])),
                text[slice(*one)],
                "a.txt",
                draw(st.sampled_from(["direct", "mixed", "indirect", "post", "turn"])),
                [one],
                quoted=draw(st.lists(span, max_size=2)),
                mention=Mention(start, end, text[start:end], "name"),
                cue=draw(st.none() | st.builds(lambda p: Cue(*p, text[slice(*p)]), span)),
                confidence=draw(st.floats(0, 1)),
            )
        )
    return QuoteRecords(made, [Article(text, id="a.txt")])


@settings(max_examples=50)
@given(any_records())
def test_spans_may_overlap_and_the_text_is_whole(records):
    def visible(text):
        text = "".join("\ufffd" if 0xD800 <= ord(c) < 0xE000 else c for c in text)
        return text.replace("\x00", "␀").replace("\u202e", "[U+202E]")

    for html in (quoteattr.render(records), records._repr_html_()):
        shown = Shown(html)
        assert shown.texts == [visible(records.articles[0].text)]
        assert len(shown.marked("tr")) == (len(records) + 1 if records else 0)


def test_reported_words_are_underlined_and_those_in_marks_within_them_filled():
    text = "She said that it was “safe as houses” and that he agreed."
    clause = "that it was “safe as houses” and that he agreed"
    marks = text.index("safe")
    mixed = at(text, clause, "mixed", quoted=[(marks, marks + 14)])
    html = records_of(text, mixed)._repr_html_()
    assert re.search(
        r"<u [^>]*>that it was “</u><mark [^>]*>safe as houses</mark><u [^>]*>” and", html
    )
    html = records_of(text, at(text, clause, "indirect"))._repr_html_()
    assert len(Shown(html).marked("mark")) == 1  # in the key


def test_a_quote_within_anothers_report_keeps_its_own_colour_and_tells_of_both():
    text = "She said that he had told her “no” twice."
    report = evolve(at(text, "that he had told her “no” twice", "indirect"), speaker="Ada Berg")
    html = records_of(text, report, at(text, "no"))._repr_html_()
    inner = re.search(
        r'<u class="qa-c0"[^>]*><mark class="qa-c1" title="([^"]*)">no</mark></u>', html
    )
    assert [line.split(":")[0] for line in inner[1].splitlines()] == ["Ida", "Ada Berg"]


def test_without_its_article_a_record_stands_in_a_table_and_is_told_why():
    here, gone = extract("“Go,” said Ada Berg.", "a.txt"), evolve(NAMED, source="b.txt")
    other_text = QuoteRecords([*here, gone], [Article("Something else.", id="a.txt")])
    for records in (QuoteRecords(RECORDS), other_text):
        html = records._repr_html_()
        assert not Shown(html).texts
        assert "not available" in html
    both = QuoteRecords([*here, gone], here.articles)._repr_html_()
    assert Shown(both).texts == ["“Go,” said Ada Berg."]
    assert "not available" in both
    assert "b.txt" in both


def test_nothing_to_show():
    assert "No quotes found." in QuoteRecords()._repr_html_()
    nothing = extract("Nobody spoke.", "a.txt")
    assert Shown(nothing._repr_html_()).texts == ["Nobody spoke."]
    empty = extract("", "a.txt")
    assert Shown(quoteattr.render(empty)).texts == [""]
    assert Shown(quoteattr.render([], "table")).elements


def test_huge_results_stay_bounded_in_a_notebook_and_whole_in_a_file():
    text = "“Go on, and on,” said Ada Berg. " * 40
    one = extract(text, "0")
    assert len(one) == 40
    many = QuoteRecords.join(
        QuoteRecords([evolve(r, source=str(n)) for r in one], [Article(text, id=str(n))])
        for n in range(8)
    )
    html = many._repr_html_()
    assert len(html) < 200_000
    assert f"{len(many) - NOTEBOOK.records:,} more quotes" in html
    assert len(Shown(html).texts) == 3
    assert len(repr(many)) < 20_000
    whole = quoteattr.render(many)
    assert "more quote" not in whole
    assert len(Shown(whole).texts) == 8
    assert QuoteRecords(many)._repr_html_().count("<tr") == NOTEBOOK.records + 1


def test_a_huge_article_is_cut_and_says_so():
    def shown(text, quote):
        start = text.index(quote)
        record = QuoteRecord("Ada Berg", quote, "a", "direct", [(start, start + len(quote))])
        return QuoteRecords([record], [Article(text, "a")])._repr_html_()

    html = shown("Word " * 50_000 + "“Go,” said Ada Berg.", "Go,")
    assert len(html) < 100_000
    assert "more characters" in html
    assert "1 more quote" in html
    quote = "go on " * 20_000
    assert len(shown(f"“{quote},” said Ada Berg.", f"{quote},")) < 100_000
    unread = QuoteRecords(articles=[Article("", str(n)) for n in range(9999)])
    assert len(unread._repr_html_()) < 100_000
    failed = QuoteRecords(failures=[Failure("a", "b" * 20)] * 9999)
    assert len(failed._repr_html_()) < 100_000


@pytest.mark.slow
def test_a_thousand_quotes_in_one_article_are_all_in_a_file():
    text = "“Go on,” said Ada Berg. " * 1000
    places = [(24 * n + 1, 24 * n + 7) for n in range(1000)]
    records = [QuoteRecord("Ada", "Go on,", "a", "direct", [place]) for place in places]
    shown = Shown(quoteattr.render(QuoteRecords(records, [Article(text, "a")])))
    assert shown.texts == [text]
    assert len(shown.marked("mark")) == 1000 + 1  # and one in the key


def test_a_card_tells_all_of_a_record():
    record = extract("“We will rebuild,” she told us. Mara Holt is the mayor.", "a.txt")[0]
    words = " ".join(Shown(record._repr_html_()).words)
    for value in (record.speaker, record.quote, record.kind, record.rule, "told", "a.txt"):
        assert value in words
    assert record.explain() in words
    assert "nobody" in NOBODY._repr_html_()


def test_no_rule_of_style_reaches_beyond_what_is_shown():
    sheet = re.sub(r"/\*.*?\*/", "", style_sheet(), flags=re.S)
    selectors = [
        s.strip() for group in re.findall(r"([^{}]+)\{[^{}]*\}", sheet) for s in group.split(",")
    ]
    assert len(selectors) > 30
    assert all(s == ".quoteattr" or s.startswith(".quoteattr ") for s in selectors)
    assert "@" not in sheet
    assert "url(" not in sheet
    html = extract("“Go,” said Ada Berg.")._repr_html_()
    assert html.count("<style>") == 1
    assert html.endswith("</div>")


def test_a_file_needs_nothing_else(tmp_path):
    records = extract("“Go,” said Ada Berg — naïvely 😀.", "a.txt")
    path = tmp_path / "quotes.html"
    html = quoteattr.render(records, file=path, title="<Quotes>")
    assert path.read_bytes().decode("utf-8") == html
    assert html.startswith("<!DOCTYPE html>")
    assert "<title>&lt;Quotes&gt;</title>" in html
    assert "default-src 'none'" in html
    assert not re.search(r"<(script|link|img)|src=|@import", html)
    with path.open("w", encoding="utf-8") as file:
        quoteattr.render(records, file=file)
    assert "Ada Berg" in path.read_text("utf-8")


def test_render_takes_records_however_they_come():
    records = extract("“Go,” said Ada Berg. “No,” said Otto Marx.", "a.txt")
    assert quoteattr.render([records]) == quoteattr.render(iter([records]))
    assert quoteattr.render(list(records), "table") == quoteattr.render(records, "table")
    assert "Ada Berg" in quoteattr.render(records[0])
    assert "We will not go" not in quoteattr.render(records[0])


def test_a_call_that_cannot_be_meant_is_refused():
    records = extract("“Go,” said Ada Berg.")
    with pytest.raises(OptionError, match="'article' or 'table', not 'map'"):
        quoteattr.render(records, "map")
    for wrong in (["words"], "words", None, 3, [None]):
        with pytest.raises(InputError, match="expected records"):
            quoteattr.render(wrong)


def test_a_page_takes_the_place_of_another(tmp_path):
    path, kept = tmp_path / "a.html", tmp_path / "kept.html"
    path.write_text("before", encoding="utf-8")
    os.link(path, kept)
    quoteattr.render(extract("“Go,” said Ida Berg."), file=path)
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert kept.read_text(encoding="utf-8") == "before"
