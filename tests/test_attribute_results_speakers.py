"""Speakers of records: named, unnamed, several, of turns and of posts."""

import pytest
from tables import for_each

from quoteattr import extract


def speakers(text, **options):
    """The speakers of the first record of a text, its spans checked."""
    record = extract(text, **options)[0]
    for speaker in record.speakers:
        words = (speaker.role, *speaker.roles, speaker.anonymous, *speaker.gender_evidence)
        for phrase in filter(None, words):
            assert text[phrase.start : phrase.end] == phrase.text
    return record.speakers


@for_each(
    ("text", "name", "kind"),
    [
        ("“It rains,” said Ida Berg.", "Ida Berg", "person"),
        ("“It rains,” said a nurse.", "a nurse", "unnamed person"),
        ("“It rains,” said a dispatcher.", "a dispatcher", "unnamed person"),
        ("“It rains,” she said.", "she", "unnamed person"),
        ("“It rains,” someone said.", "someone", "unnamed person"),
        ("“It rains,” officials said.", "officials", "unnamed group"),
        ("“It rains,” many said.", "many", "unnamed group"),
        ("“It rains,” the company said.", "the company", "unnamed group"),
        ("“It rains,” the Berg administration said.", "the Berg administration", "organisation"),
        ("“It rains,” a report said.", "a report", "document"),
        ("“It rains,” a sign said.", "a sign", "document"),
        ("“It rains,” it said.", "it", "unresolved"),
        (
            "Wary Republicans in Brack quickly said that it rains.",
            "Wary Republicans",
            "unnamed group",
        ),
    ],
)
def test_the_kind_of_a_speaker(text, name, kind):
    (speaker,) = speakers(text)
    assert (speaker.name, speaker.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "name", "via"),
    [
        ("“It rains,” said a spokesman for Rillco.", "Rillco", "spokesman"),
        ("“It rains,” said a Rillco spokeswoman.", "Rillco", "spokeswoman"),
        ("“It rains,” said Rillco’s spokesperson.", "Rillco", "spokesperson"),
    ],
)
def test_an_unnamed_spokesman_of_a_named_body_is_that_bodys(text, name, via):
    (speaker,) = speakers(text)
    assert (speaker.name, speaker.kind, speaker.via) == (name, "organisation", via)


@pytest.mark.parametrize(
    "text", ["“It rains,” said a spokesman.", "“It rains,” said a spokesman for Ida Berg."]
)
def test_a_spokesman_of_no_body_is_a_person(text):
    (speaker,) = speakers(text)
    assert (speaker.kind, speaker.via) == ("unnamed person", None)


def test_a_named_spokesman_speaks_for_himself():
    (speaker,) = speakers("“It rains,” said Rillco spokesman Bo Holm.")
    assert (speaker.name, speaker.kind, speaker.via) == ("Bo Holm", "person", None)
    assert (speaker.role.text, speaker.affiliation) == ("Rillco spokesman", "Rillco")


def test_the_words_for_somebody_unnamed_are_their_role():
    (speaker,) = speakers("“It rains,” said a retired nurse at Brack Hospital.")
    assert speaker.role.text == "a retired nurse at Brack Hospital"
    assert speaker.affiliation == "Brack Hospital"


@for_each(
    ("text", "words"),
    [
        ("“It rains,” said an official, who asked not to be named.", "who asked not to be named"),
        (
            "“It rains,” said an official on condition of anonymity.",
            "on condition of anonymity",
        ),
        ("“It rains,” said an official.", None),
        ("“It rains,” said an official. Bo Holm asked not to be named.", None),
        ("“It rains,” said Ida Berg, who asked not to be named.", None),
    ],
)
def test_who_is_anonymous_by_the_words_of_the_text(text, words):
    (speaker,) = speakers(text)
    assert (speaker.anonymous and speaker.anonymous.text) == words


def test_the_gender_of_somebody_unnamed():
    (speaker,) = speakers("“It rains,” said his wife.")
    assert (speaker.gender, [p.text for p in speaker.gender_evidence]) == ("f", ["wife"])


def test_several_speak_together():
    several = speakers("“It rains,” said Ida Berg and Bo Holm.")
    assert [speaker.name for speaker in several] == ["Ida Berg", "Bo Holm"]


def test_nobody_speaks_a_title():
    records = extract("The film “Rain” ran.", unattributed=True)
    assert [record.speakers for record in records] == [()]


def test_the_speaker_of_a_turn_has_what_the_article_says():
    text = "Ida Berg, the mayor of Brack, met us.\n\nIDA BERG: It rains.\n\nBO HOLM: No.\n"
    records = extract(text, kinds=["turn", "direct"])
    by_name = {record.speaker: record.speakers for record in records}
    assert all(len(several) == 1 for several in by_name.values())
    assert {several[0].kind for several in by_name.values()} <= {"person", "unresolved"}


def test_the_author_of_a_post():
    (record,) = extract("It rains. — Bo Holm (@boholm) May 4, 2024", kinds=["post"])
    assert [(s.name, s.kind) for s in record.speakers] == [("Bo Holm", "post author")]


def test_two_records_of_one_speaker_share_it():
    records = extract("“It rains,” said Ida Berg. “Hard,” she said.")
    assert records[0].speakers[0] is records[1].speakers[0]


def test_a_known_person_reaches_the_speaker():
    known = {"name": "Ida B. Berg", "aliases": ["Ida Berg"], "id": "Q7", "role": "mayor"}
    (speaker,) = speakers("“It rains,” said Ida Berg.", people=[known | {"gender": "f"}])
    assert (speaker.name, speaker.id, speaker.known_role) == ("Ida B. Berg", "Q7", "mayor")
    assert (speaker.gender, speaker.gender_evidence) == ("f", ())


def test_what_the_article_shows_stands_above_the_list():
    known = {"name": "Ida Berg", "gender": "m"}
    (speaker,) = speakers("“It rains,” said Mrs. Ida Berg.", people=[known])
    assert (speaker.gender, [p.text for p in speaker.gender_evidence]) == ("f", ["Mrs."])
