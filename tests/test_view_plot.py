"""Plots: what is counted, what is drawn where, and what is refused."""

import importlib.util
import io
import warnings
from datetime import date

import matplotlib
import pytest
from attrs import evolve
from sample_records import NAMED, NOBODY

from quoteattr import Article, InputError, MissingExtraError, OptionError, QuoteRecords
from quoteattr.records.article import publication_day
from quoteattr.view.plot_counts import choose_unit

matplotlib.use("Agg")
from matplotlib import pyplot


@pytest.fixture(autouse=True)
def no_figure_is_left():
    yield
    pyplot.close("all")


def some(*quotes, **published):
    """Records of speaker, source, number of words; articles of sources and their dates."""
    return QuoteRecords(
        [
            evolve(NAMED, speaker=speaker, source=source, quote="word " * words)
            for speaker, source, words in quotes
        ],
        [Article("", source, published=when) for source, when in published.items()],
    )


def names(axes):
    """The layers by the legend."""
    return [text.get_text() for text in axes.get_legend().get_texts()]


def labels(axes):
    return [label.get_text() for label in axes.get_yticklabels()]


def draw(axes):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of glyphs that the font does not have
        axes.figure.savefig(io.BytesIO(), format="png")


SAID = [("Ida", "a", 5), ("Otto", "a", 50), ("Ida", "b", 5), ("Ida", "b", 5), ("Una", "b", 1)]


def test_speakers_by_how_often_and_how_much_and_by_source():
    axes = some(*SAID).plot.speakers()
    assert labels(axes) == ["Ida", "Otto", "Una"]
    assert names(axes) == ["b", "a"]
    widths = [[bar.get_width() for bar in layer] for layer in axes.containers]
    assert widths == [[2, 0, 1], [1, 1, 0]]
    assert [bar.get_x() for bar in axes.containers[1]] == [2, 0, 1]
    assert [text.get_text().strip() for text in axes.texts] == [
        "3 quotes, 15 words",
        "1 quote, 50 words",
        "1 quote, 1 word",
    ]
    draw(axes)
    axes = some(*SAID).plot.speakers(top=1, by="words")
    assert labels(axes) == ["Otto"]
    assert axes.get_xlabel() == "words (1 of 3 speakers)"
    assert [bar.get_width() for layer in axes.containers for bar in layer] == [50]
    assert axes.get_legend() is None  # one source needs none


def test_publishers_go_before_sources():
    records = some(*SAID)
    articles = [Article("", "a", publisher="The Courier"), Article("", "b", publisher="The Herald")]
    axes = QuoteRecords(records, articles).plot.speakers()
    assert names(axes) == ["The Herald", "The Courier"]


def test_more_sources_than_colours_are_others():
    axes = some(*[("Ida", f"s{n}", 1) for n in range(9)]).plot.speakers()
    assert names(axes) == ["s0", "s1", "s2", "s3", "s4", "s5", "others"]
    assert sum(bar.get_width() for layer in axes.containers for bar in layer) == 9


def test_a_timeline_counts_by_day_of_publication():
    records = some(*SAID, a="2026-05-04T09:30:00Z", b="2026-05-06")
    axes = records.plot.timeline(top=1)
    assert names(axes) == ["Ida", "others"]
    heights = [[bar.get_height() for bar in layer] for layer in axes.containers]
    assert heights == [[1, 0, 2], [1, 0, 1]]
    assert [t.get_text() for t in axes.get_xticklabels()] == [f"2026-05-0{d}" for d in (4, 5, 6)]
    assert axes.get_xlabel() == "day"
    draw(axes)
    axes = some(*SAID, a="2026", b="last Friday").plot.timeline()
    assert axes.get_xlabel() == "day (3 of 5 undated)"


@pytest.mark.parametrize(
    ("last", "unit", "number"),
    [
        ("2026-01-01", "day", 1),
        ("2026-02-10", "day", 41),
        ("2026-06-01", "week", 23),
        ("2028-03-31", "month", 27),
        ("2046-03-31", "year", 21),
    ],
)
def test_the_unit_suits_the_time(last, unit, number):
    chosen, starts = choose_unit([date.fromisoformat(last), date(2026, 1, 1)])
    assert (chosen.name, len(starts)) == (unit, number)
    assert starts == sorted(set(starts))
    assert all(chosen.first(start) == start for start in starts)
    assert starts[-1] == chosen.first(date.fromisoformat(last))


def test_dates_before_and_after_all_news_are_slips():
    records = some(
        ("Ida", "a", 1), ("Ida", "b", 1), ("Ida", "c", 1), a="0001-01-01", b="9999-12-31"
    )
    with pytest.raises(OptionError, match="ISO 8601"):
        records.plot.timeline()
    dated = QuoteRecords(records, [*records.articles, Article("", "c", published="1605-07-01")])
    axes = dated.plot.timeline()
    assert axes.get_xlabel() == "day (2 of 3 undated)"
    draw(axes)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2026-05-04", date(2026, 5, 4)),
        ("2026-05-04T23:30:00-08:00", date(2026, 5, 4)),
        (" 2026-05-04 09:30 ", date(2026, 5, 4)),
        ("2026-05", date(2026, 5, 1)),
        ("2026", date(2026, 1, 1)),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_as_articles_have_them(published, day):
    assert publication_day(Article("", published=published)) == day


def test_confidence_in_bars_by_kind():
    sure = [0.0, 0.04, 0.5, 0.99, 1.0]
    records = [evolve(NAMED, speaker_confidence=c) for c in sure] + [evolve(NOBODY, confidence=0.5)]
    axes = QuoteRecords(records).plot.confidence(bins=10)
    assert names(axes) == ["direct", "mixed"]
    heights = [[bar.get_height() for bar in layer] for layer in axes.containers]
    assert heights[0] == [2, 0, 0, 0, 0, 1, 0, 0, 0, 2]
    assert heights[1] == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0]
    draw(axes)


def test_plots_are_drawn_on_the_axes_that_are_given():
    figure, (first, second, third) = pyplot.subplots(3)
    records = some(*SAID, a="2026-05-04")
    assert records.plot.speakers(ax=first) is first
    assert records.plot.timeline(ax=second) is second
    assert records.plot.confidence(ax=third) is third
    assert pyplot.get_fignums() == [figure.number]
    draw(first)


def test_odd_names_are_drawn_as_they_are():
    odd = ["$x_1$ & $", "_hidden", "a\ud83d\nb", "<b>", "", "long " * 50, r"\frac{", "العربية 😀"]
    records = some(*[(name, name, 3) for name in odd], **dict.fromkeys(odd, "2026-05-04"))
    some_shown = {"$x_1$ & $", "_hidden", "a\ufffd b", r"\frac{"}
    bars, layers = records.plot.speakers(), records.plot.timeline(top=20)
    assert some_shown <= set(labels(bars))
    assert some_shown <= set(names(layers))
    assert max(map(len, labels(bars))) < 40
    draw(bars)
    draw(layers)


def test_plot_itself_shows_the_speakers():
    axes, same = some(*SAID).plot(), some(*SAID).plot.speakers()
    assert [text.get_text() for text in axes.texts] == [text.get_text() for text in same.texts]
    with pytest.raises(InputError, match="ax must be matplotlib axes"):
        some(*SAID).plot(ax="a")


def test_what_cannot_be_plotted_is_refused():
    nobody = QuoteRecords([NOBODY])
    for records in (QuoteRecords(), nobody):
        for draws in (records.plot, records.plot.speakers, records.plot.timeline):
            with pytest.raises(OptionError, match="nobody is quoted"):
                draws()
    with pytest.raises(OptionError, match="nothing to plot"):
        QuoteRecords().plot.confidence()
    for records in (some(*SAID), some(*SAID, a="soon"), some(*SAID, c="2026-05-04")):
        with pytest.raises(OptionError, match="ISO 8601"):
            records.plot.timeline()
    with pytest.raises(OptionError, match="at least 1"):
        some(*SAID).plot.speakers(top=0)
    with pytest.raises(OptionError, match="'quotes' or 'words', not 'letters'"):
        some(*SAID).plot.timeline(by="letters")
    assert not pyplot.get_fignums()


def test_missing_matplotlib_is_told_with_what_brings_it(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda *_: None)
    with pytest.raises(MissingExtraError, match=r"pip install 'quoteattr\[plot\]'"):
        some(*SAID).plot.speakers()
