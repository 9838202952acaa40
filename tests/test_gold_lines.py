"""The lines of gold files: which must be met, and which must not."""

import pytest
from gold_lines import GoldLine, check, read_lines
from tables import for_each


@pytest.fixture
def write(tmp_path):
    """Write a file of gold cases."""

    def write(lines):
        path = tmp_path / "gold.txt"
        path.write_text(lines, encoding="utf-8")
        return path

    return write


def test_comments_and_empty_lines_are_no_cases(write):
    assert list(read_lines(write("# kind\n\na\n~ b\n"))) == [
        GoldLine("a", required=True),
        GoldLine("b", required=False),
    ]


@for_each(
    ("lines", "complaint"),
    [
        ("right\nwrong\n", "not met: .'wrong'"),
        ("right\n~ right too\n", "take off the ~: .'right too'"),
        ("right\n~ wrong\n~ wrong too\n", ""),
    ],
)
def test_what_fails(write, lines, complaint):
    with pytest.raises(AssertionError, match=complaint):
        check(write(lines), lambda line: line.startswith("right"))


def test_half_may_be_open(write):
    check(write("right\n~ wrong\n"), lambda line: line == "right")
