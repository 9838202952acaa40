"""Known people: found by any of their forms, named and identified in the records."""

import pytest
from tables import for_each

from quoteattr import (
    InputError,
    OptionError,
    Person,
    QuoteArchive,
    SourceError,
    extract,
    read_people,
)
from quoteattr.coref.entities.people import People

ADA = {"name": "Ada Berg", "aliases": ["Adi Berg", "AdBe", "the Iron Harbourmaster"], "id": "Q1"}
NOA = {"name": "Noa Berg", "id": "Q2", "gender": "m"}


def speakers(text, *people):
    return [(r.speaker, r.speaker_id) for r in extract(text, people=people)]


@for_each(
    "text",
    [
        "“The lock is full,” said Ada Berg.",
        "“The lock is full,” said Adi Berg.",
        "“The lock is full,” AdBe said.",
        "Adi Berg came late. “The lock is full,” she said.",
        "Mayor Adi Berg came late. “The lock is full,” said Berg.",
        "Adi Berg’s boat was late. “The lock is full,” Berg said.",
    ],
)
def test_every_form_names_the_person(text):
    assert speakers(text, ADA) == [("Ada Berg", "Q1")]


def test_two_forms_of_one_person_are_one_speaker():
    text = "“It is full,” said AdBe. Ada Berg opened it in May. “It was empty,” said Berg."
    assert speakers(text, ADA) == [("Ada Berg", "Q1")] * 2


def test_whoever_is_not_listed_stays_as_the_text_has_it():
    assert speakers("“No,” said Otto Marx. “Yes,” said a nurse.", ADA) == [
        ("Otto Marx", None),
        ("a nurse", None),
    ]


def test_a_form_that_two_share_names_neither():
    shared = [ADA, {"name": "Ada Bergmann", "aliases": ["AdBe"], "id": "Q3"}]
    assert speakers("“It is full,” AdBe said.", *shared) == [("AdBe", None)]


def test_the_gender_of_a_person_is_evidence_for_pronouns():
    text = "Noa Berg met Rona Falk at the lock. “It is full,” he said."
    assert speakers(text, NOA) == [("Noa Berg", "Q2")]


def test_the_longest_form_counts_and_case_matters():
    people = People([Person("Berg", id="1"), Person("Ada Berg", id="2")])
    text = "Ada Berg met Berg and a berg."
    assert {p.id: [text[slice(*s)] for s in spans] for p, spans in people.spans(text).items()} == {
        "2": ["Ada Berg"],
        "1": ["Berg"],
    }


def test_an_archive_keeps_the_id():
    with QuoteArchive(":memory:") as archive:
        archive.add(["“The lock is full,” said Adi Berg."], people=[ADA])
        assert [record.speaker_id for record in archive.search()] == ["Q1"]


@for_each("people", ["Ada Berg", 5, ADA, [5], [{"nom": "Ada"}], [{"name": ""}]])
def test_what_is_no_list_of_people_is_refused(people):
    with pytest.raises(InputError):
        extract("“Go,” he said.", people=people)


def test_a_gender_is_one_that_pronouns_show():
    with pytest.raises(OptionError, match="the gender of 'Ada Berg' is 'female'"):
        Person("Ada Berg", gender="female")


def test_people_are_read_from_a_sheet(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("name,aliases,id,gender,note\nAda Berg,Adi Berg | AdBe,Q1,f,x\nNoa Berg,,,,\n")
    ada, noa = read_people(path)
    assert ada == Person("Ada Berg", ("Adi Berg", "AdBe"), "Q1", None, "f")
    assert noa == Person("Noa Berg")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("nom\nAda\n", "has no column “name”; give it a header with name, aliases"),
        ("name,gender\nAda Berg,x\n", "line 2: the gender of 'Ada Berg' is 'x'; give 'm'"),
        (b"name\n\xe9\n", "cannot read .*; pass a CSV file in UTF-8"),
    ],
)
def test_a_sheet_that_is_wrong_says_where(tmp_path, content, message):
    path = tmp_path / "people.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(SourceError, match=message):
        read_people(path)


def test_a_short_form_at_the_end_of_a_text_is_found_beside_a_longer_one():
    people = People([{"name": "Ida B. Berg", "aliases": ["Ida Berg"]}])
    assert [list(spans) for spans in people.spans("It was Ida Berg").values()] == [[(7, 15)]]


def test_an_alias_without_a_word_is_no_form():
    people = People([{"name": "Ada Berg", "aliases": ["–"]}])
    assert [person.name for person in people.spans("Ada Berg left – late.")] == ["Ada Berg"]
