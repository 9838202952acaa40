"""Corrections follow their words into another text, or are lost and come back."""

import pytest
from rain import RAIN, place, rain_archive, speakers
from tables import for_each

from quoteattr import (
    Article,
    QuoteArchive,
)
from quoteattr.archive.corrections.selectors import locate, select
from quoteattr.records import Span


@pytest.fixture
def archive():
    with rain_archive() as archive:
        yield archive


def test_corrections_follow_their_words_into_another_text(archive):
    archive.correct("rain", place("It will rain,"), speaker="Bo Holm")
    archive.correct("rain", place("It will rain,"), new_span=place("will rain,"))
    archive.correct("rain", place("so-called"), nobody=True)
    archive.add_quote("rain", place("Then he laughed"), speaker="Cy Dahl")
    text = "Update: a storm came.\n\n" + RAIN.replace("failed", "is at an end")
    archive.add([Article(text, id="rain")])
    assert not any(correction.is_lost for correction in archive.corrections())
    now = speakers(archive)
    assert now["will rain,"] == "Bo Holm"
    assert now["Then he laughed"] == "Cy Dahl"
    assert "so-called" not in now
    for correction in archive.corrections():
        assert text[slice(*correction.place)] == correction.exact


def test_a_correction_whose_words_are_gone_is_lost_and_comes_back_with_them(archive):
    archive.correct("rain", place("It will rain,"), speaker="Bo Holm")
    archive.add([Article(RAIN.replace("It will rain", "It will snow"), id="rain")])
    (lost,) = archive.corrections()
    assert lost.is_lost
    assert lost.before.speaker == "Ada Berg"
    assert speakers(archive)["It will snow,"] == "Ada Berg"
    archive.add([Article(RAIN, id="rain")])
    assert not archive.corrections()[0].is_lost
    assert speakers(archive)["It will rain,"] == "Bo Holm"


def test_a_lost_correction_can_be_undone(archive):
    correction = archive.correct("rain", place("No,"), nobody=True)
    archive.remove("rain")
    assert archive.corrections()[0].is_lost
    archive.undo(correction.id)
    archive.add([Article(RAIN, id="rain")])
    assert "No," in speakers(archive)


def test_an_undo_after_the_text_has_changed(archive):
    first = archive.correct("rain", place("It will rain,"), speaker="Bo Holm")
    second = archive.correct("rain", place("No,"), nobody=True)
    text = "A storm came. " * 9 + RAIN.replace("It will rain", "It will snow")
    archive.add([Article(text, id="rain")])
    undo = archive.undo(second.id)
    assert text[slice(*undo.place)] == "No,"
    assert archive.undo(first.id).is_lost
    assert speakers(archive)["No,"] == "Bo Holm"


def test_an_article_that_is_removed_and_added_again_is_corrected(archive):
    archive.correct("rain", place("No,"), speaker="Cy Dahl")
    archive.remove("rain")
    assert len(archive) == 0
    archive.add([Article(RAIN, id="rain")])
    assert speakers(archive)["No,"] == "Cy Dahl"


@for_each(
    ("now", "expected"),
    [
        ("Later. “No,” he said.", "“No,” he said"),
        ("“No,”\nhe said. “No,” she said.", "“No,”\nhe said"),
        ("In November, he said.", None),
        ("“Yes,” she wrote. Nobody says No, here.", None),
        ("", None),
    ],
)
def test_short_words_need_their_surroundings(now, expected):
    before = "“No,” he said."
    selector = select(before, Span(1, 4))
    place = locate(now, selector)
    assert place == (expected and Span(now.index(expected) + 1, now.index(expected) + 4))


def test_of_equal_places_the_nearest_counts():
    words = "we will rebuild the wooden pier"
    text = f"{words}. " * 3
    second = text.index(words, 5)
    assert locate(text, select(text, Span(second, second + len(words)))).start == second


def test_words_may_be_wrapped_otherwise():
    text = "He said it will rain tomorrow in the north."
    wrapped = text.replace("rain tomorrow", "rain\n  tomorrow")
    span = locate(wrapped, select(text, Span(*place("it will rain tomorrow in the north", text))))
    assert wrapped[slice(*span)] == "it will rain\n  tomorrow in the north"


def test_text_with_surrogates_and_emoji_keeps_its_offsets():
    text = "Ada\ud800 Berg 😀 came. “It\ud83d rains é,” she said."
    with QuoteArchive(":memory:") as archive:
        archive.add([Article(text, id="\ud800")])
        (record,) = archive.search()
        correction = archive.correct(
            "\ud800", tuple(record.spans[0]), speaker="Bo \ud800", by="\ud800"
        )
        assert text[correction.start : correction.end] == correction.exact == record.quote
        assert archive.corrections("\ud800") == [correction]
        assert archive.search()[0].speaker == "Bo \ud800"
