"""Exchanges: quotes that are a paragraph by themselves, and those beside what somebody does."""

from documents import document_of
from tables import for_each

from quoteattr import extract
from quoteattr.attribute.decision.decode import attribute
from quoteattr.model.model import load_default

ASKED = "“Who has the key?” asked Irene Costa.\n\n“Not me,” said Dmitri Volkov.\n\n"


def spoken(text: str) -> list[str | None]:
    """Who speaks each quote."""
    document = document_of(text)
    links = attribute(document, load_default().quotes).attributions
    return [document.referents.name(link.chosen) if link.chosen else None for link in links]


@for_each(
    ("text", "speakers"),
    [
        (f"{ASKED}“Then who?”", "CVC"),
        (f"{ASKED}“Then who?”\n\n“Ask the cook.”\n\n“She left.”\n\n“When?”", "CVCVCV"),
        (f"{ASKED}The dog slept.\n\nThe clock struck nine.\n\n“Then who?”", "CVV"),
        (f"{ASKED.strip()} “Then who?” “Ask the cook.”", "CVCV"),
        (f"{ASKED.strip()} “Who then?”", "CVV"),
    ],
)
def test_two_take_turns_where_one_asks(text: str, speakers: str) -> None:
    names = {"C": "Irene Costa", "V": "Dmitri Volkov"}
    assert spoken(text) == [names[letter] for letter in speakers]


def test_who_asks_without_marks_asks_again() -> None:
    text = "{} Dmitri Volkov where he was.\n\n“At home,” Volkov said.\n\n“Alone?”\n\n“Yes.”"
    volkov, costa = "Dmitri Volkov", "Irene Costa"
    assert spoken(text.format("Irene Costa asked")) == [volkov, costa, volkov]
    asks, sees = (extract(text.format(f"Irene Costa {verb}")) for verb in ("asked", "saw"))
    confidence = {record.quote: record.confidence for record in asks}
    unsure = {record.quote: record.confidence for record in sees}
    assert unsure.get("Alone?", 0.0) < 0.9 < confidence["Alone?"]  # it may not come out


def test_the_only_other_person_answers_who_is_asked_again() -> None:
    text = "Irene Costa {} Dmitri Volkov.\n\n“Who locked it?” she asked.\n\n“I did.”\n\n{}"
    costa, volkov = "Irene Costa", "Dmitri Volkov"
    assert spoken(text.format("turned to", "“And the key?”")) == [costa, volkov, costa]
    # no dialogue, as far as a further question shows; or more than one who may answer
    assert spoken(text.format("turned to", "“It was late.”"))[1] == costa
    assert spoken(text.format("led Ada Berg to", "“And the key?”"))[1] == costa


def test_whoever_is_no_longer_near_can_still_have_the_turn() -> None:
    turns = "“Then who?”\n\n“Ask the cook.”\n\n" * 9
    assert spoken(ASKED + turns)[-2:] == ["Irene Costa", "Dmitri Volkov"]


@for_each(
    ("text", "speakers"),
    [
        # who does something between a question and its answer
        ("“Is it safe?” asked Irene Costa. Dmitri Volkov shook his head. “No.”", "CV"),
        (
            "“It is safe,” said Irene Costa, who built it. Dmitri Volkov was not at home."
            " “Our men are proud of it.”",
            "CC",
        ),
        ("“Is it safe?” asked Irene Costa. Dmitri Volkov shook his head. “Since when?”", "CV"),
        ("“Is it safe?” asked Irene Costa. Dmitri Volkov did not answer. “Hello?”", "CC"),
        ("“Is it safe?” asked Irene Costa. Dmitri Volkov said nothing. “It is safe.”", "CC"),
        ("“Is it safe?” asked Irene Costa. Dmitri Volkov sat down.\n\n“Is it?”", "CC"),
        # who is addressed answers, if somebody answers back
        ("“Sit,” Irene Costa told Dmitri Volkov. “I would rather stand.” “Do.”", "CVC"),
        ("“Sit,” Irene Costa told Dmitri Volkov. “It will be a while.”", "CC"),
        # a question without a verb takes up what the other said
        ("“I sold it,” said Irene Costa.\n\n“No,” said Dmitri Volkov.\n\n“Why not?”", "CVC"),
        (
            "“I sold it,” said Irene Costa.\n\n“No,” said Dmitri Volkov.\n\n"
            "“When did you find the time?”",
            "CVV",
        ),
    ],
)
def test_whose_turn_it_is_beside_narration(text: str, speakers: str) -> None:
    names = {"C": "Irene Costa", "V": "Dmitri Volkov"}
    assert spoken(text) == [names[letter] for letter in speakers]


@for_each(
    ("text", "speaker"),
    [
        ("Erik Lund shook his head. “No.”", "Erik Lund"),
        ("“I have a train.” Omar Said put down his hat.", "Omar Said"),
        ("Erik Lund shook his head at the word “no”.", None),
        ("“Night Train” Omar Said put down his hat.", None),
    ],
)
def test_a_sentence_beside_what_somebody_does(text: str, speaker: str | None) -> None:
    assert spoken(text) == [speaker]
