"""From mentions to speakers: who is who in an article, by the article's own evidence."""

import pytest
from mentions import read, speakers
from tables import for_each

from quoteattr.coref.coreference import Coreference
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.people import Person
from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.tokens import tokenize

CASES = [
    # label, text, mention, speakers
    (
        "the full name stands only inside quotes",
        "“Ask Tavian van Moor.” Moor denied it.",
        "Moor",
        ["Tavian van Moor"],
    ),
    ("initials and a last name", "“Ask J.D. Moor.” Moor denied it.", "Moor", ["J.D. Moor"]),
    ("a noun is no first name", "“The South Moor Sea is deep.” Moor denied it.", "Moor", ["Moor"]),
    (
        "an initial without a full stop is no acronym",
        "“Ask J Moor.” Moor denied it.",
        "Moor",
        ["J Moor"],
    ),
    ("nor is an acronym", "“The BIF Moor staff left.” Moor denied it.", "Moor", ["Moor"]),
    ("nor a function word", "“See How Moor left.” Moor denied it.", "Moor", ["Moor"]),
    ("nor a preposition", "“It was About Moor.” Moor denied it.", "Moor", ["Moor"]),
    ("nor a word that opens sentences", "“So Hello Moor.” Moor denied it.", "Moor", ["Moor"]),
    (
        "a body has nouns in its name",
        "“The City Bureau is late.” The Bureau denied it.",
        "The Bureau",
        ["City Bureau"],
    ),
    (
        "a name but for one letter that of the one person, whose own is never used alone",
        "“No,” said Petra Lindqvist, a nurse. Lindkvist left early.",
        "Lindkvist",
        ["Petra Lindqvist"],
    ),
    (
        "two spellings that are both used are two people",
        "Petra Hansen met Otto Berg. Hansen spoke. Hanson left.",
        "Hanson",
        ["Hanson"],
    ),
    (
        "a last name that is an office too, where the full name stands in the article",
        "Critics turned on Arvid Dean. Dean said so on Monday.",
        "Dean",
        ["Arvid Dean"],
    ),
    (
        "somebody's mother is the other person of that last name",
        "Ada Velde praised the album. Joris Velde's mother confirmed it.",
        "mother",
        ["Ada Velde"],
    ),
    (
        "the Republican is the one with an elected office",
        "Dr. Omar Sayed once met Rep. Carl Wendt, the chairman of the house, the Oregon Republican"
        " said in a statement.",
        "the Oregon Republican",
        ["Carl Wendt"],
    ),
    (
        "no fuller name across and",
        "“Peace in South Freedonia and Sylvania,” he said. Sylvania agreed.",
        "Sylvania",
        ["Sylvania"],
    ),
    (
        "who was introduced with an aside speaks next",
        "While Otto Berg won, that worries Lars Omdal, president of the union.\n\n“No,” he said.",
        "he",
        ["Lars Omdal"],
    ),
    (
        "a place before a last name is no part of the name",
        "Protests in Freedonia go on. Otto Marx spoke. In Freedonia Marx lost. “No,” Marx said."
        " Ilse Marx left.",
        "Marx",
        ["Otto Marx"],
    ),
    (
        "Mr. keeps apart a man who is never named in full and a woman who is",
        "Ms. Vera Holt, the first lady, was there. “Yes,” Mr. Holt said. Mr. Holt left.",
        "Mr. Holt",
        ["Holt", "Holt"],
    ),
    (
        "an apposition after a nominal names it",
        "Another critic, Lars Omdal, disagreed.",
        "Another critic",
        ["Lars Omdal"],
    ),
    (
        "a fronted place is not in apposition to the subject",
        "Mayor Lena Voss came home. In Calder, the mayor said “yes.”",
        "the mayor",
        ["Lena Voss"],
    ),
    (
        "who goes back to a person over an organisation",
        "“Fine,” says Inga Thor, a biologist at the University of Tromvik, who led the trial.",
        "who",
        ["Inga Thor"],
    ),
    (
        "the commission is the one that has the word in its name",
        "The Commission on Harbour Fees met Orla Finn. The commission said “no.”",
        "The commission",
        ["Commission on Harbour Fees"],
    ),
    (
        "an indefinite nominal is nobody named before",
        "Minister Arman Saryan declined. “Soon,” a senior official said.",
        "a senior official",
        ["a senior official"],
    ),
    (
        "who possesses a campaign does not speak for himself",
        "Ada Quill won. Quill’s campaign said “thanks.”",
        "Quill",
        ["Quill’s campaign"],
    ),
    (
        "a pronoun with a name in apposition",
        "Ben Otis left. Then she, Ruth Amsel, said “good.”",
        "she",
        ["Ruth Amsel"],
    ),
    (
        "a pronoun that goes back to somebody without a name has the words of that one",
        "The commission met. It said no.",
        "It",
        ["The commission"],
    ),
    (
        "the fuller name that stands only inside quotes",
        "“Petra Kolar,” he said. Kolar left.",
        "Kolar",
        ["Petra Kolar"],
    ),
    (
        "but not for an acronym",
        "“Petra KOLAR,” he said. KOLAR left.",
        "KOLAR",
        ["KOLAR"],
    ),
    (
        "nor for a country",
        "“Petra Narnia,” he said. The Narnian army left. Narnia left.",
        "Narnia",
        ["Narnia"],
    ),
    (
        "a country is no first name",
        "Narnia voted. Narnia said “no.” The Narnian army and Narnia Kats were absent.",
        "Narnia",
        ["Narnia", "Narnia"],
    ),
]


@for_each(("text", "mention", "expected"), [c[1:] for c in CASES])
def test_speaker(text: str, mention: str, expected: list[str]) -> None:
    assert speakers(text, mention) == expected


def test_nickname_in_marks() -> None:
    text = 'Rep. Albert C. "Bo" Dunn came. "Hello there, everyone," Dunn said.'
    assert speakers(text, "Dunn")[-1] == 'Albert C. "Bo" Dunn'


def test_cost_is_linear() -> None:
    """Many people of one last name: the look-back is bounded."""
    text = " ".join(f"Mr. A{i} Berg met Berg, and she left." for i in range(400))
    chunks = find_chunks(tokenize(text, []))
    assert len(Coreference(text, chunks).entities) >= 400


ADA = Person("Ada Berg", ("AdBe", "the old skipper"), gender="f")


@for_each(
    ("text", "mention", "people", "expected"),
    [
        # all forms are those of one entity, which has the name of the person
        ("AdBe came late. “It rains,” she said.", "she", [ADA], ["Ada Berg"]),
        ("AdBe came. “It rains,” said the old skipper.", "the old skipper", [ADA], ["Ada Berg"]),
        # the article names nobody
        ("“It rains,” said the old skipper.", "the old skipper", [ADA], ["the old skipper"]),
        # the first of two people whose forms the article has for one entity
        ("Ada Berg came. Berg left.", "Berg", [ADA, Person("Berg")], ["Ada Berg"]),
    ],
)
def test_known_people(text, mention, people, expected):
    assert speakers(text, mention, *people) == expected


def test_the_gender_of_a_known_person_counts_once():
    (entity,) = read("AdBe came. AdBe left.", ADA).entities
    assert entity.gender == {"m": 0.0, "f": 4.0}


@pytest.mark.parametrize(("count", "others"), [(3, False), (60, True)])
def test_in_a_sentence_too_long_to_search_others_may_stand_before(count: int, others: bool) -> None:
    """A list without an end; else each of its names would be compared with all before it."""
    coreference = read("Ida Berg said, " * count)
    (entity,) = coreference.entities
    assert coreference.others_before(coreference.mentions(entity)[-1]) is others


def test_the_names_of_all_are_read_once(monkeypatch):
    names = [f"Mo{chr(97 + a)}{chr(97 + b)}r" for a in range(6) for b in range(6)]
    coreference = read(" ".join(f"“Go,” said {name}." for name in names))
    read_names, name_of = [], Entity.name.fget
    monkeypatch.setattr(
        Entity, "name", property(lambda entity: read_names.append(entity) or name_of(entity))
    )
    tags = coreference.chunks.tags
    assert [coreference.speaker(i) for i, tag in enumerate(tags) if tag == "N"] == names
    assert len(read_names) <= 2 * len(names)


@for_each(
    ("text", "mention", "is_other"),
    [
        # names: the same one, another person's, a body's, a title alone that nobody has
        ("Ida Berg left. Berg slept.", "Berg", False),
        ("Ida Berg left. Bo Holm slept.", "Bo Holm", True),
        ("Ida Berg left. Rill Foundation slept.", "Rill Foundation", False),
        # a pronoun for a person, for a thing, for the same person
        ("Mrs. Ida Berg met Mr. Bo Holm. He slept.", "He", True),
        ("Ida Berg left. It slept.", "It", False),
        ("Mrs. Ida Berg left. She slept.", "She", False),
        # a noun for people, one for groups
        ("Ida Berg left. A nurse slept.", "A nurse", True),
        ("Ida Berg left. The council slept.", "The council", False),
    ],
)
def test_who_may_be_another_person(text: str, mention: str, is_other: bool) -> None:
    coreference = read(text)
    (berg,) = (e for e in coreference.entities if e.name == "Ida Berg")
    assert coreference.is_other(chunk_of(coreference, mention), berg) is is_other


def chunk_of(coreference: Coreference, words: str) -> int:
    """The last chunk with these words."""
    chunks = coreference.chunks
    spans = zip(chunks.starts, chunks.ends, strict=True)
    return max(i for i, span in enumerate(spans) if coreference.text[slice(*span)] == words)


def test_nobody_is_before_a_mention_without_an_entity() -> None:
    coreference = read("It rained. Ida Berg met a nurse.")
    assert not coreference.others_before(chunk_of(coreference, "a nurse"))


def test_the_words_of_a_mention_have_its_owner_only_if_it_is_a_nominal() -> None:
    coreference = read("It rained on the senator’s aide, and on the senator’s Rill Rail.")
    first, last = coreference.referent_span(chunk_of(coreference, "aide"))
    assert last - first == 2
    first, last = coreference.referent_span(chunk_of(coreference, "Rill Rail"))
    assert last == first


def test_any_nominal_may_own_another() -> None:
    coreference = read("The district’s superintendent left.")
    superintendent = chunk_of(coreference, "superintendent")
    assert coreference.speaker(superintendent) == "The district’s superintendent"


def test_the_mentions_of_one_nominal_are_not_those_of_another() -> None:
    coreference = read("A nurse left. She sang.\n\nA waiter came. He ate.")
    nurse, waiter = (chunk_of(coreference, words) for words in ("A nurse", "A waiter"))
    assert coreference.nameless_mentions(nurse) == [nurse, chunk_of(coreference, "She")]
    assert coreference.nameless_mentions(waiter) == [waiter, chunk_of(coreference, "He")]
