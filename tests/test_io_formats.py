"""The table of formats."""

import io

import pytest
from sample_records import RECORDS

from quoteattr.errors import OptionError
from quoteattr.io.formats import FORMATS, format_of


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_an_iterator_of_records(name):
    file = io.StringIO()
    FORMATS[name].write(iter(RECORDS), file)
    assert "Mara Lindqvist" in file.getvalue()
    assert file.getvalue().endswith("\n")


def test_no_ending_is_claimed_by_two():
    endings = [suffix for form in FORMATS.values() for suffix in form.suffixes]
    assert len(endings) == len(set(endings))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.csv", "csv"),
        ("b.d/A.CSV", "csv"),
        ("a.jsonl", "jsonl"),
        ("a", "jsonl"),
        ("x.d/a", "jsonl"),
    ],
)
def test_a_files_name_tells_its_format(path, name):
    assert format_of(path) is FORMATS[name]


def test_an_unknown_ending_raises_and_says_what_to_pass():
    with pytest.raises(OptionError, match=r"'\.xlsx'.*--format.*table, jsonl, csv"):
        format_of("quotes.xlsx")
