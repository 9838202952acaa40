"""Several who speak together: who they are, and who only stands beside *and*."""

import pytest
from tables import for_each

import quoteattr
from quoteattr.attribute.documents.joint import joint_antecedents, joint_speakers
from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize

TOGETHER = [
    "“We agree,” Ada Holm and Otto Marx said.",
    "“We agree,” said Ada Holm and Otto Marx.",
    "“We agree,” said Ada Holm, of Oslo, and Otto Marx, of Bergen.",
    "“We agree,” said Ada Holm, the mayor, and Otto Marx, the clerk.",
    "“We agree,” said Rillco’s Ada Holm and Vantro’s Otto Marx.",
    "“We agree,” Ada Holm, R-Ohio, and Otto Marx, D-Maine, said.",
    "Ada Holm and Otto Marx said in a joint letter: “We agree.”",
    "Ada Holm and her husband, Otto Marx, said: “We agree.”",
    "“We agree,” Ada Holm and the mayor of the town, Otto Marx, said.",
    "According to Ada Holm and Otto Marx, it is “over”.",
    "Ada Holm of Oslo and Otto Marx of Bergen wrote that it was “over”.",
]
APART = [
    "“We agree,” said Ada Holm and left the room.",
    "“We agree,” said Ada Holm and Otto Marx left the room.",
    "Ada Holm smiled and Otto Marx said: “We agree.”",
    "Ada Holm met Otto Marx and Ina Lund said: “We agree.”",
    "Ada Holm or Otto Marx said: “We agree.”",
    "“We agree,” Ada Holm and Otto Marx, Brack, said.",
    "It is over, according to Ada Holm, and Otto Marx says “we agree”.",
]


def chunks_of(text: str) -> Chunks:
    return find_chunks(tokenize(text, find_quotes(text)))


def named(text: str, chunks: list[int]) -> list[str]:
    row = chunks_of(text)
    return [text[slice(*row.mention(i))].split(" of ")[0] for i in chunks]


@for_each("text", TOGETHER)
def test_each_of_several_speaks_with_the_others(text):
    row = chunks_of(text)
    first = next(i for i, s in enumerate(row.tags) if s == "N")
    members = joint_speakers(row, first)
    assert named(text, members) == ["Ada Holm", "Otto Marx"]
    assert joint_speakers(row, members[-1]) == members


@for_each("text", APART)
def test_a_name_beside_and_does_not_speak_with_others(text):
    row = chunks_of(text)
    assert not any(joint_speakers(row, i) for i, s in enumerate(row.tags) if s == "N")


def test_a_first_name_alone_speaks_with_a_person_and_is_no_word_of_a_body():
    records = quoteattr.extract("“We agree,” said Ilvara and Oscar Dahl.")
    assert [r.speaker for r in records] == ["Ilvara and Oscar Dahl"]
    for body in ("Ilvara and Rill Daily", "Water and Oscar Daily"):
        records = quoteattr.extract(f"“We agree,” said {body}.")
        assert [r.speakers for r in records if len(r.speakers) > 1] == []


def test_three_speak_together():
    text = "Ada Holm, Otto Marx and Ina Lund wrote: “We agree.”"
    assert named(text, joint_speakers(chunks_of(text), 0)) == ["Ada Holm", "Otto Marx", "Ina Lund"]


@pytest.mark.parametrize("pronoun", ["both", "they", "the pair"])
def test_both_goes_back_to_two_who_were_named_together(pronoun):
    text = f"Ada Holm and Otto Marx walked home. “We were cold,” {pronoun} said."
    row = chunks_of(text)
    here = next(i for i, head in enumerate(row.heads) if head == pronoun.split()[-1])
    assert named(text, joint_antecedents(row, here)) == ["Ada Holm", "Otto Marx"]


def test_he_goes_back_to_no_pair():
    text = "Ada Holm and Otto Marx walked home. “It was cold,” he said."
    row = chunks_of(text)
    assert joint_antecedents(row, row.heads.index("he")) == []


def test_the_record_names_all_and_its_mention_spans_them():
    text = TOGETHER[2]
    (record,) = quoteattr.extract(text)
    assert record.speaker == "Ada Holm and Otto Marx"
    assert record.mention.text == "Ada Holm, of Oslo, and Otto Marx"
    assert text[record.mention.start : record.mention.end] == record.mention.text


@pytest.mark.parametrize("name", ["Centre for Health and Safety", "Science and Technology Daily"])
def test_the_words_of_one_name_are_no_two_speakers(name):
    (record,) = quoteattr.extract(f"The {name} said: “We agree.”")
    assert record.speaker in (name, name.split(" and ")[1])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Holm, chair and chief executive of Marx, Lund & Rill, said: “We grow.”", "Ada Holm"),
        ("Dr Holm, the Office for Tides and Coastal Waters director, said: “We grow.”", "Holm"),
        ("Ada Holm, her chair, and Otto Marx said: “We grow.”", "Ada Holm and Otto Marx"),
        ("Ada Holm, mayors and Otto Marx said: “We grow.”", "Ada Holm and Otto Marx"),
    ],
)
def test_nouns_without_an_article_are_of_the_person_before_them(text, speaker):
    (record,) = quoteattr.extract(text)
    assert record.speaker == speaker


def test_several_without_names_speak_together():
    for text, speaker in (
        ("“No,” the mayor and the clerk said.", "the mayor and the clerk"),
        ("“No,” said a nurse and her aunt.", "a nurse and her aunt"),
        ("“No,” said the mayor and friends.", "the mayor"),
        ("“No,” said Ada Holm and the clerk.", "Ada Holm"),
    ):
        assert [r.speaker for r in quoteattr.extract(text)] == [speaker]
