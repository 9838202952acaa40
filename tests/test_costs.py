"""What an article costs, counted in calls: no clock can tell."""

import cProfile
import pstats

import pytest
from growth import calls
from retold import STORIES

from quoteattr.api import extract
from quoteattr.coref.nominals import descriptions
from quoteattr.coref.nominals.antecedents import AntecedentModel
from quoteattr.detect.token import TokenColumns

#: a third of the stories
TEXTS = [
    path.read_text(encoding="utf-8")
    for story in STORIES[::3]
    for path in sorted(story.glob("*.txt"))
]
#: the maximum number of calls of functions for each word; it was 175
CALLS = 170


@pytest.fixture(scope="module")
def read_before():
    """Texts that the package has read, so that it compiles and loads nothing more."""
    for text in TEXTS:
        extract(text)


@pytest.mark.usefixtures("read_before")
def test_calls_per_word():
    profile = cProfile.Profile()
    profile.enable()
    for text in TEXTS:
        extract(text)
    profile.disable()
    words = sum(len(text.split()) for text in TEXTS)
    assert pstats.Stats(profile).total_calls < CALLS * words


@pytest.mark.usefixtures("read_before")
def test_few_tokens_are_built_from_their_columns():
    with calls(TokenColumns, "__getitem__") as built:
        for text in TEXTS:
            extract(text)
    words = sum(len(text.split()) for text in TEXTS)
    assert built.times < 1.5 * words


@pytest.mark.usefixtures("read_before")
def test_the_mentions_before_a_description_are_collected_once():
    with (
        calls(descriptions, "_last_mentions") as collected,
        calls(AntecedentModel, "choose") as chosen,
    ):
        for text in TEXTS:
            extract(text)
    assert collected.times == chosen.times > 0
