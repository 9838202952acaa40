"""The tables of metrics."""

import io

import pytest
from gold_folder import write_gold
from scored_records import wrong_record

from quoteattr.evaluation.brat import read_gold
from quoteattr.evaluation.metrics import Counts, Metrics
from quoteattr.evaluation.reported_contents import compare_contents
from quoteattr.evaluation.score import judge
from quoteattr.evaluation.tables import metrics_tables, print_tables


@pytest.fixture
def quoted_only():
    """Metrics of a corpus without annotated speech outside of marks."""
    metrics = Metrics(3, 3, Counts(3, 3, 1), predictions=[(0.9, True)])
    metrics.groups["rule"]["quote-speaker"].add(3, 3, 0)
    metrics.contents.spans["lenient"].add(3, 3, 0)
    return metrics


def test_tables_of_nothing():
    (table,) = metrics_tables(Metrics())
    assert table.rows[0] == ("articles", "0", "")


def test_tables_of_reported_content(tmp_path):
    words = "the bridge will be closed"
    text = f"“It is not safe,” said Ada Berg. Berg warned that {words}. It opened in 1930."
    quotes = [("It is not safe,", "Ada Berg", "Ada Berg"), (words, "Berg", "Ada Berg")]
    (gold,) = read_gold(write_gold(tmp_path, text=text, quotes=quotes))
    records = [wrong_record(text, f"{words}. It opened", "Ada Berg", "Berg")]
    metrics = Metrics()
    metrics.add(list(judge(gold, records)), compare_contents(gold, records))
    by_title = {table.title: table for table in metrics_tables(metrics)}
    assert by_title["Reported content"].columns[1:] == (
        "annotated", "found", "precision", "recall", "F",
    )  # fmt: skip
    assert by_title["Reported content"].rows == [
        ("tokens", "9", "7", "71.4", "55.6", "62.5"),
        ("spans, lenient", "2", "1", "100.0", "50.0", "66.7"),
        ("spans, strict", "2", "1", "0.0", "0.0", "0.0"),
        ("spans, lenient with speaker", "2", "1", "100.0", "50.0", "66.7"),
        ("spans, strict with speaker", "2", "1", "0.0", "0.0", "0.0"),
    ]
    assert by_title["Reported content: recall by kind"].rows == [  # nothing mixed is annotated
        ("direct", "1", "0.0", "0.0", "0.0", "0.0"),
        ("indirect", "1", "100.0", "0.0", "100.0", "0.0"),
    ]


def test_where_only_quoted_speech_is_annotated_a_table_says_so(quoted_only):
    by_title = {table.title: table for table in metrics_tables(quoted_only)}
    ((note,),) = by_title["Reported content"].rows
    assert note.startswith("No speech without marks is annotated here")
    assert not any("recall by kind" in title for title in by_title)


def test_where_contents_are_not_compared_there_is_no_table_of_them():
    assert not any(
        "content" in table.title for table in metrics_tables(Metrics(1, 1, Counts(1, 1, 1)))
    )


def test_a_table_shows_the_confidence_threshold():
    (overall, *_) = metrics_tables(Metrics(overall=Counts(4, 4, 4), predictions=[(0.9, True)] * 4))
    cells = {name: (value, rest) for name, value, rest in overall.rows}
    name = "confidence that is 98% right"
    assert cells[name] == ("≥ 0.9", "keeping it leaves a recall of 100.0")


def test_tables_fit_the_terminal(quoted_only):
    file = io.StringIO()
    print_tables(metrics_tables(quoted_only), file, 60)
    lines = file.getvalue().splitlines()
    assert max(map(len, lines)) <= 60
    assert "\x1b" not in file.getvalue()
    assert any(line.split() == ["quote-speaker", "3", "100.0", "0.0"] for line in lines)
