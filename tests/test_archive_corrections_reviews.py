"""Reviewed articles are gold."""

import pytest
from rain import RAIN, place, rain_archive

from quoteattr import (
    Article,
    InputError,
    OptionError,
)


@pytest.fixture
def archive():
    with rain_archive() as archive:
        yield archive


def test_only_reviewed_articles_are_gold(archive):
    archive.add([Article(RAIN, id="other")])
    archive.correct("rain", place("It will rain,"), speaker="Bo Holm")
    archive.correct("rain", place("so-called"), nobody=True)
    assert archive.gold() == []
    review = archive.review("rain", scope="all", blind=True, by="ed")
    (gold,) = archive.gold()
    assert (review.scope, review.blind, review.by, review.is_current) == ("all", True, "ed", True)
    assert (gold.name, gold.text, gold.blind, gold.quoted_spans) == ("rain", RAIN, True, None)
    by_words = {
        RAIN[slice(*attribution.content[0])]: attribution for attribution in gold.attributions
    }
    assert "so-called" not in by_words
    assert by_words["It will rain,"].name == "Bo Holm"
    assert RAIN[slice(*by_words["It will rain,"].source[0])] == "Bo Holm"


def test_a_review_of_marks_leaves_out_speech_without_them(archive):
    archive.add_quote("rain", place("Then he laughed"), speaker="Cy Dahl", kind="indirect")
    words = {"marks": None, "all": None}
    for scope in words:
        archive.review("rain", scope=scope)
        (gold,) = archive.gold()  # the last review counts
        words[scope] = {RAIN[slice(*attribution.content[0])] for attribution in gold.attributions}
        assert gold.corpus == f"archive/{scope}"
    assert "Then he laughed" in words["all"]
    assert words["all"] > words["marks"] >= {"No,", "It will rain,"}


def test_a_review_of_another_text_does_not_count(archive):
    archive.review("rain")
    archive.add([Article(RAIN + " It rained.", id="rain")])
    assert archive.gold() == []
    assert not archive.reviews()[0].is_current
    archive.add([Article(RAIN, id="rain")])
    assert len(archive.gold()) == 1


def test_gold_has_the_names_of_the_article(archive):
    archive.merge_speakers(["Bo Holm"], "Sir Robert Holm")
    archive.review("rain")
    assert "Sir Robert Holm" not in {
        attribution.name for attribution in archive.gold()[0].attributions
    }


@pytest.mark.parametrize(
    ("values", "error"), [({"scope": "some"}, OptionError), ({"blind": 1}, InputError)]
)
def test_what_is_no_review_is_refused(archive, values, error):
    with pytest.raises(error):
        archive.review("rain", **values)
    with pytest.raises(InputError):
        archive.review("snow")
    assert archive.reviews() == []
