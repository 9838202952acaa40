"""Groups to look at: what is shown is what the sources have, marked, escaped, in any width."""

import io
import re
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

import quoteattr
from quoteattr import Article, InputError, OptionError, QuoteGroup, QuoteRecords, Variant
from quoteattr.compare.difference import DIFFERENCE_KINDS
from quoteattr.compare.normalize import normalize_words
from quoteattr.view.diff import diff_segments, truncate_diff
from quoteattr.view.group_html import DIFF_LEGEND
from quoteattr.view.render import NOTEBOOK

PIER = (
    "We will soon rebuild the old wooden pier before the winter, and nobody in the harbour will"
    " ever pay for it; the city has promised us the money"
)
#: who publishes it, when, and what it has
TOLD = (
    ("Harbour Courier", "2026-05-04", f"“{PIER},” said Ada Berg, the harbour master."),
    (
        "Coast Gazette",
        "2026-05-05T08:00:00Z",
        "“We shall soon rebuild the old wooden pier before the winter, and nobody in the harbour"
        " will ever pay for it,” Berg told reporters. Ada Berg is the harbour master.",
    ),
    (
        "Inland Herald",
        "2026-05-05",
        "“We will soon rebuild the old wooden pier … and nobody in the harbour will ever pay for"
        " it: the city has promised us the money,” Ada Berg said.",
    ),
    (
        "Morning Post",
        "2026-05-07",
        "“We will soon rebuild the old wooden pier before the coming winter, and nobody in the"
        " harbour will ever pay for it; the city has promised [the port] the money,” said"
        " Otto Marx, the mayor.",
    ),
    (
        "Northern Wire",
        None,
        "Ada Berg said the port would “soon rebuild the old wooden pier before the winter”.",
    ),
)
ARTICLES = [
    Article(text, id=f"{publisher}.txt", publisher=publisher, published=published)
    for publisher, published, text in TOLD
]
HOSTILE = """<script>alert("1")</script> & [bold]so[/bold] \x00\x1b[2J\u202e\ud83d </td></style>"""


def groups_of(articles):
    return quoteattr.group(quoteattr.extract_many(articles))


@pytest.fixture(scope="module")
def pier():
    (group,) = groups_of(ARTICLES)
    return group


@pytest.fixture(scope="module")
def hostile():
    """Everything that may hold any text holds the worst."""
    quotes = [f"We will {HOSTILE} rebuild the old pier", f"We shall rebuild {HOSTILE} the old pier"]
    articles = [
        Article(
            f"“{quote},” said Ada Berg.",
            id=f"{number}{HOSTILE}",
            url="javascript:alert(1)",
            title=HOSTILE,
            publisher=HOSTILE,
            published=HOSTILE,
        )
        for number, quote in enumerate(quotes)
    ]
    (group,) = groups_of(articles)
    records = [evolve(record, speaker=HOSTILE) for record in group.records]
    return QuoteGroup(QuoteRecords(records, group.records.articles))


class Shown(HTMLParser):
    """What a browser would show of a page: elements, and the words in each."""

    def __init__(self, html):
        super().__init__()
        self.open, self.elements, self.texts = [], [], []
        self.feed(html)
        self.close()
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, name, attributes):
        """An element begins."""
        if name != "meta":
            self.open.append(len(self.elements))
        self.elements.append((name, dict(attributes)))

    def handle_endtag(self, name):
        """It ends."""
        assert self.elements[self.open.pop()][0] == name

    def handle_data(self, data):
        """Words stand in it."""
        self.texts.append((tuple(self.open), data))

    def words(self, element="body", class_="", without=()):
        """The words in each element of this name and class, but for those in some others."""
        for number, (name, attributes) in enumerate(self.elements):
            if name == element and class_ in (attributes.get("class") or ""):
                yield "".join(
                    data
                    for path, data in self.texts
                    if number in path and not {self.elements[n][0] for n in path} & set(without)
                )


def terminal(group, width, **options):
    file = io.StringIO()
    Console(file=file, width=width, **options).print(group)
    return file.getvalue()


# -- segments ------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    "we We will shall rebuild the old pier , . ? ; … [will] [the] don’t — “ ” ( ) U.S. 3,000 \n é"
    " 引 שלום 😀 \u202e".split(" ")
)
TEXTS = (
    st.lists(WORDS, min_size=1, max_size=12).map(" ".join).filter(lambda t: normalize_words(t).keys)
)


@st.composite
def wordings(draw):
    """A wording, and another that is made of it by cutting, changing and putting in."""
    fullest = draw(TEXTS)
    quoted = fullest.split(" ")
    for _ in range(draw(st.integers(0, 4))):
        place, size = draw(st.integers(0, len(quoted))), draw(st.integers(0, 3))
        quoted[place : place + size] = draw(st.lists(WORDS, max_size=2))
    quote = draw(st.just(" ".join(quoted)) | TEXTS)
    return Variant(quote if normalize_words(quote).keys else fullest, (), fullest)


@given(wordings())
@settings(max_examples=200, deadline=None)
def test_passages_are_together_both_wordings(variant):
    segments = list(diff_segments(variant.fullest, variant.quote, variant.differences))
    assert "".join(segment.fullest for segment in segments) == variant.fullest
    assert "".join(segment.quote for segment in segments) == variant.quote
    assert tuple(filter(None, (p.difference for p in segments))) == variant.differences
    for difference, fullest, quote in segments:
        if difference:
            assert difference.text.endswith(fullest)
            assert difference.quote.endswith(quote)


@pytest.mark.slow
@given(wordings())
@settings(max_examples=500, deadline=None)
def test_no_word_runs_into_another(variant):
    segments = list(diff_segments(variant.fullest, variant.quote, variant.differences))
    shown = "".join(p.quote if p.difference else p.common for p in segments)
    assert normalize_words(shown).keys == normalize_words(variant.quote).keys
    both = "".join(f"{p.fullest} {p.quote}" if p.difference else p.common for p in segments)
    pieces = [p.quote if p.difference is None else f"{p.fullest} {p.quote}" for p in segments]
    assert normalize_words(both).keys == [
        key for part in pieces for key in normalize_words(part).keys
    ]


@given(wordings(), st.integers(1, 40))
@settings(max_examples=100, deadline=None)
def test_as_much_is_kept_as_there_is_room_for(variant, room):
    segments = list(diff_segments(variant.fullest, variant.quote, variant.differences))
    kept = truncate_diff(segments, room)
    assert sum(len(p.quote) + (len(p.fullest) if p.difference else 0) for p in kept) <= 2 * room
    assert "".join(p.quote.removesuffix("…") for p in kept[:-1]) in variant.quote
    assert truncate_diff(segments, None) == segments


# -- HTML ----------------------------------------------------------------------------------------


def test_a_page_shows_the_fullest_wording_and_the_others_beside_it(pier):
    html = quoteattr.render(pier)
    shown = Shown(html)
    (heading,) = shown.words("h2")
    assert heading == "ABAda Berg"
    facts = list(shown.words("p", "qa-small"))
    assert "5 sources · 5 wordings · 2026-05-04 – 2026-05-07" in facts
    (fullest,) = shown.words("blockquote")
    assert fullest == pier.variants[0].quote
    rows = list(shown.words("td", without=["ul", "del"]))[1::2]
    for row, variant in zip(rows, pier.variants[1:], strict=True):
        assert normalize_words(row).keys == normalize_words(variant.quote).keys
    sources = list(shown.words("li"))
    assert [source.split("2026")[0] for source in sources[:1]] == ["Harbour Courier "]
    assert sorted(source[:5] for source in sources) == sorted(name[:5] for name, _, _ in TOLD)


def test_each_difference_is_marked_in_its_own_way_and_told_in_words(pier):
    shown = Shown(quoteattr.render(pier))
    marked = {
        attributes["class"].split("qa-")[-1]: attributes["title"]
        for _, attributes in shown.elements
        if "qa-other" in (attributes.get("class") or "")
    }
    assert set(marked) == set(DIFFERENCE_KINDS)
    titles = {
        str(difference) for differences in pier.differences().values() for difference in differences
    }
    assert set(marked.values()) <= titles
    assert "qa-other" not in DIFF_LEGEND
    deleted = list(shown.words("del"))
    assert "before the winter" in " ".join(deleted)
    assert "shall" in list(shown.words("ins"))
    assert {"…", ":"} <= set(shown.words("abbr"))


def test_a_word_put_in_is_underlined():
    record = quoteattr.extract("“We will rebuild the old pier by spring,” said Ada Berg.", "a")[0]
    other = quoteattr.extract("“We will soon rebuild the old pier,” said Ada Berg.", "b")[0]
    shown = Shown(quoteattr.render(QuoteGroup(QuoteRecords([record, other]))))
    assert list(shown.words("ins"))[2:] == ["soon"]
    assert ("span", {"class": "qa-other qa-inserted", "title": "inserted “soon”"}) in shown.elements


def test_who_disagrees_is_said_in_words_and_marked(pier):
    assert pier.disputed
    (dispute,) = Shown(quoteattr.render(pier)).words("p", "qa-dispute")
    by_berg, by_marx = dispute.removesuffix(".").split("; to Otto Marx by ")
    assert by_marx == "Morning Post"
    names = by_berg.removeprefix("Disputed: ascribed to Ada Berg by ").split(", ")
    assert sorted([*names, by_marx]) == sorted(name for name, _, _ in TOLD)
    assert list(Shown(quoteattr.render(pier)).words("strong"))[2:] == ["≠ Otto Marx"]
    agreed = QuoteGroup(QuoteRecords([r for r in pier.records if r.speaker == "Ada Berg"]))
    html = agreed._repr_html_()
    assert "Disputed" not in html
    assert html.count("≠") == 1  # in the legend


def test_only_the_web_is_linked_to_and_sources_of_one_name_are_told_apart():
    text = "“We will rebuild the old pier,” said Ada Berg."
    urls = ("https://a.example/1", "javascript:alert(1)", "HTTP://b.example/2")
    articles = [Article(text, id=str(n), url=url, publisher="X") for n, url in enumerate(urls)]
    shown = Shown(quoteattr.render(groups_of(articles)))
    links = [attributes for name, attributes in shown.elements if name == "a"]
    assert [link.get("href") for link in links] == [urls[0], None, urls[2]]
    assert list(shown.words("a")) == ["X (0)", "X (1)", "X (2)"]
    assert not list(shown.words("table"))  # one wording needs none


@pytest.mark.parametrize("make", [quoteattr.render, lambda group: group._repr_html_()])
def test_whatever_a_source_holds_is_shown_as_text(hostile, make):
    html = make(hostile)
    shown = Shown(html)
    assert not {name for name, _ in shown.elements} & {"script", "img", "iframe", "link", "object"}
    assert not [a for _, a in shown.elements for key in a if key.startswith("on")]
    assert not [a["href"] for _, a in shown.elements if a.get("href")]
    text = "".join(data for _, data in shown.texts)
    assert text.count('<script>alert("1")</script>') >= 4
    assert not set("\x00\x1b\u202e") & set(html)
    html.encode("utf-8")


def test_render_takes_groups_however_they_come(pier, tmp_path):
    path = tmp_path / "group.html"
    html = quoteattr.render(pier, file=path, title="<Pier>")
    assert path.read_text("utf-8") == html == quoteattr.render(iter([pier]), title="<Pier>")
    assert html.startswith("<!DOCTYPE html>")
    assert "<title>&lt;Pier&gt;</title>" in html
    assert "default-src 'none'" in html
    assert len(list(Shown(quoteattr.render([pier, pier])).words("h2"))) == 2
    assert "No quotes found." in quoteattr.render([])
    with pytest.raises(OptionError, match="a fixed style"):
        quoteattr.render(pier, "table")
    for mixed in ([pier, pier.records], [pier.records[0], pier], [pier, None]):
        with pytest.raises(InputError, match="not both"):
            quoteattr.render(mixed)


@pytest.mark.slow
def test_a_notebook_keeps_little_of_a_huge_group_and_says_so():
    quote = "the old pier goes " * 30
    one = quoteattr.extract(f"“We rebuild {quote}now,” said Ada Berg.", "a")[0]
    many = [evolve(one, source=f"s{n}") for n in range(500)]
    many += [evolve(one, quote=one.quote[n:], source=f"t{n}") for n in range(0, 300, 3)]
    many += [evolve(one, speaker="Otto Marx", source=f"u{n}" * 100) for n in range(600)]
    group = QuoteGroup(QuoteRecords(many))
    html = group._repr_html_()
    assert len(html) < 100_000
    assert html.count("580 more<") == 2
    assert f"{len(many) - NOTEBOOK.records:,} more quotes" in html
    assert len(list(Shown(quoteattr.render(group)).words("li"))) == len(many)


@pytest.mark.slow
def test_what_is_too_long_to_be_compared_is_told():
    quote = "the old pier goes " * 550
    one = quoteattr.extract(f"“We rebuild {quote}now,” said Ada Berg.", "a")[0]
    group = QuoteGroup(QuoteRecords([one, evolve(one, quote=one.quote[3:], source="b")]))
    note = "only the first 2,000 words are compared"
    assert note in quoteattr.render(group)
    assert note in terminal(group, 80)
    assert note not in terminal(QuoteGroup(QuoteRecords([one, one])), 80)


# -- the terminal --------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_terminal_shows_the_same_in_its_width(pier, width):
    shown = terminal(pier, width)
    assert "\x1b" not in shown
    assert max(cell_len(line) for line in shown.splitlines()) <= width
    line = " ".join(shown.split())
    assert line.startswith("Ada Berg 5 sources · 5 wordings · 2026-05-04 – 2026-05-07 Disputed: ")
    shown_words = (
        "before the {+coming+} winter",
        "promised [~us~] {~[the port]~} the money",
        "[-will-] {+shall+} soon",
        "{~…~} and nobody",
        "for it{~:~} the city",
        "Morning Post 2026-05-07 · ≠ Otto Marx",
        "Coast Gazette 2026-05-05 · Ada Berg “Berg”",
        "[-cut-] {+inserted+}",
    )
    for words_shown in shown_words:
        assert words_shown in line


def test_styles_come_on_top_of_signs(pier):
    coloured = terminal(pier, 80, force_terminal=True, color_system="truecolor")
    assert "\x1b[9;31m[-will-]" in coloured
    plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert plain == terminal(pier, 80)
    assert "31m" not in terminal(pier, 80, force_terminal=True, no_color=True)


@pytest.mark.parametrize("width", [10, 40, 80])
def test_no_character_of_a_text_moves_the_cursor(hostile, width):
    shown = terminal(hostile, width)
    assert all(c.isprintable() for c in shown.replace("\n", ""))
    if width == 80:
        assert "[bold]so[/bold]" in shown
    shown.encode("utf-8")
