"""How messages show values."""

import pytest

from quoteattr.errors import LONGEST_VALUE, shorten, shorten_text


class _Hostile:
    """Cannot be shown."""

    def __repr__(self):
        raise RuntimeError("no")


@pytest.mark.parametrize(
    "value",
    [
        "x" * 1_400_000,
        "\0" * 1_400_000,
        b"PK\3\4" * 350_000,
        ["x" * 5000] * 5000,
        dict.fromkeys(range(5000), "x" * 500),
        10**5000,
        _Hostile(),
        "a\nb\r\n" * 500,
    ],
    ids="text controls binary list dictionary integer hostile lines".split(),
)
def test_a_value_in_a_message_is_one_line_of_at_most_200_characters(value):
    shown = shorten(value)
    assert 0 < len(shown) <= LONGEST_VALUE == 200
    assert len(shown.splitlines()) == 1


def test_a_short_value_is_shown_as_it_is():
    assert shorten(["a", 1, None]) == "['a', 1, None]"
    assert shorten("it’s") == "'it’s'"


def test_binary_data_is_told_by_its_size():
    assert shorten(b"PK\3\4") == "<4 bytes>"
    assert shorten(bytearray(2000)) == "<2,000 bytes>"


def test_what_another_library_wrote_is_one_line():
    assert shorten_text(ValueError("a\n  b")) == "a b"
    assert len(shorten_text("x" * 5000)) == 200
