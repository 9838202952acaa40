"""The word lists of English."""

from quoteattr.coref.entities.entity import given_name_gender
from quoteattr.language.en.word_lists import given_names, ordinary_words
from quoteattr.training.word_lists import given_name_lines as make_names
from quoteattr.training.word_lists import ordinary


def test_names_are_in_lower_case_with_a_share():
    names = given_names()
    assert len(names) > 5163 + 6000
    assert all(name == name.lower() and 0 <= share <= 100 for name, share in names.items())


def test_a_gender_needs_a_clear_share():
    assert [given_name_gender(n) for n in ("Mary", "John", "Kim", "Azlan")] == ["f", "m", "", ""]


def test_ordinary_words_are_no_names():
    words = ordinary_words()
    assert {"early", "late", "small", "company"} <= words
    assert not {"google", "china", "marsh", "dean"} & words


def test_headlines_and_short_lines_teach_no_word():
    assert ordinary(["Mill Burns Down In Old Brack Town", "a mill burned", "a mill burned"]) == []


def test_a_name_of_one_file_alone():
    assert make_names([], ["IDA 0.2 70.0 12"]) == ["ida 0"]
