"""The waterfall: bars that add up, each from where the last one ended, nothing but HTML and CSS."""

import re

import attrs
import pytest
from sample_records import NAMED

from quoteattr import Article, Evidence, Mention, Verdict, extract, render
from quoteattr.view.waterfall import bars_of, waterfall

ARTICLE = Article("“It rains,” Mara Holt told Otto Marx on Friday.", id="a")
BAR = re.compile(r"margin-left:(-?[\d.]+)%;width:([\d.]+)%")


@pytest.fixture(scope="module")
def record():
    return extract(ARTICLE)[0]


def bars(chart):
    """Where each bar begins and ends, in per cent of the width."""
    return [(float(start), float(start) + float(width)) for start, width in BAR.findall(chart)]


def made(up, down, lead):
    """A record with evidence of these weights."""
    sides = [[Evidence("quote-speaker", True, w) for w in weights] for weights in (up, down)]
    runner_up = Mention(0, 3, "<b>", "name")
    verdicts = (
        Verdict(NAMED.mention, tuple(sides[0]), 0.9, lead),
        Verdict(runner_up, tuple(sides[1]), 0.1),
    )
    return attrs.evolve(NAMED, verdicts=verdicts)


def test_the_bars_add_up_to_what_puts_the_speaker_first(record):
    chosen, runner_up = record.verdicts
    total = sum(bar.weight for bar in bars_of(record))
    assert total == pytest.approx(chosen.lead, abs=0.01)
    assert chosen.lead == -runner_up.lead
    assert chosen.lead > 0


def test_each_bar_begins_where_the_last_one_ended():
    chart = waterfall(made([3.0, 1.0], [2.0], 2.5))
    assert sum(bars(chart), ()) == pytest.approx(
        (0, 66.7, 66.7, 88.9, 88.9, 100, 55.6, 100, 0, 55.6), abs=0.15
    )
    assert [*re.findall(r"<td>(.[\d.]+)</td>", chart)] == [
        "+3.00", "+1.00", "+0.50", "−2.00", "+2.50"
    ]  # fmt: skip


def test_a_sum_below_zero_begins_left_of_the_line():
    chart = waterfall(made([1.0], [3.0], -2.0))
    assert "--qa-zero:66.7%" in chart
    assert bars(chart)[-1] == pytest.approx((0, 66.7), abs=0.15)


def test_all_bars_are_within_the_chart(record):
    assert all(-0.1 <= start <= end <= 100.2 for start, end in bars(waterfall(record)))


def test_words_of_an_article_are_escaped():
    chart = waterfall(made([1.0], [0.5], 0.5))
    assert "“<bdi>&lt;b&gt;</bdi>”" in chart
    assert "<b>" not in chart


def test_without_verdicts_there_is_no_chart():
    assert waterfall(NAMED) == ""
    assert "qa-fall" not in re.sub("<style>.*?</style>", "", NAMED._repr_html_(), flags=re.S)


def test_weights_of_nothing_make_a_chart():
    assert bars(waterfall(made([0.0], [], 0.0))) == [(0.0, 0.0)] * 2


@pytest.mark.parametrize("style", ["article", "table"])
def test_a_file_has_the_chart_of_each_record_and_a_notebook_its_sentence(style):
    records = extract(ARTICLE)
    shown, brief = render(records, style), records._repr_html_()
    assert shown.count('class="qa-fall"') == len(records)
    assert 'class="qa-fall"' not in brief
    for page in (shown, brief):
        assert records[0].explain() in page
    assert 'class="qa-fall"' in records[0]._repr_html_()
