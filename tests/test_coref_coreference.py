"""From mentions to speakers: who is who in an article, by the article's own evidence."""

import pytest

from quoteattr.coref.coreference import Coreference
from quoteattr.coref.name_forms import name_words
from quoteattr.detect.chunks import find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize


def speakers(text: str, mention: str) -> list[str]:
    """The speakers that all mentions of these words stand for, in order."""
    chunks = find_chunks(tokenize(text, find_quotes(text)))
    coreference = Coreference(text, chunks)
    found = []
    for i, tag in enumerate(chunks.tags):
        words = text[chunks.mention_starts[i] : chunks.ends[i]]
        if tag in "NPDEhL" and words == mention:
            found.append(coreference.speaker(i))
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the al-Sadr", ("al-Sadr",)),
        ("Brave Ines Kolar", ("Ines", "Kolar")),
        ("Adv Tebello Moeti", ("Tebello", "Moeti")),
        ("the Council of Europe", ("Council", "of", "Europe")),
        ("Vice-President-elect Ana Mora", ("Ana", "Mora")),
        ("Foreign Affairs Committee", ("Foreign", "Affairs", "Committee")),
    ],
)
def test_name_words(text: str, words: tuple[str, ...]) -> None:
    assert name_words(text) == words


CASES = [
    # label, text, mention, speakers
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
        "a country is no first name",
        "Narnia voted. Narnia said “no.” The Narnian army and Narnia Kats were absent.",
        "Narnia",
        ["Narnia", "Narnia"],
    ),
]


@pytest.mark.parametrize(
    ("text", "mention", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
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
