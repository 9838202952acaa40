"""The names of an article as written: nicknames, offices, last names that are offices."""

import pytest
from mentions import read, speakers


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Walter “Bo” Reed left.", ['Walter "Bo" Reed']),
        ("He saw @adaberg there.", []),
        ("The Prime Minister of Tresk left.", []),
        ("The Secretary met Ada Berg.", ["Ada Berg"]),
        ("Critics turned on Arvid Dean. Dean left.", ["Arvid Dean"]),
        ("Critics turned on Arvid Dean. The dean left.", ["Arvid Dean"]),
        ("Secretary of State Ada Berg left.", ["Ada Berg"]),
    ],
)
def test_names(text, names):
    assert sorted(entity.name for entity in read(text).entities) == sorted(names)


def test_an_office_with_of_is_beside_its_name():
    text = "Secretary of State Ada Berg left. “No,” the secretary said."
    assert speakers(text, "the secretary") == ["Ada Berg"]
