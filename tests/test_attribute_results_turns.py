"""The records of transcripts: turns, and what is quoted in them, on twenty invented ones."""

from pathlib import Path

import regex
from tables import for_each

from quoteattr import extract

FOLDER = Path(__file__).parent / "gold" / "transcripts"
PATHS = sorted(FOLDER.glob("*.txt"))
#: least share of turns that come out whole and under the right name
FLOOR = 0.95

#: ``⟦Speaker|words⟧`` is a turn, ``⟦+|words⟧`` goes on with it
_MARK = regex.compile(r"⟦([^|⟧]+)\||⟧")
Turn = tuple[str, tuple[str, ...]]


def read_gold(path: Path) -> tuple[str, list[Turn]]:
    """The text of a transcript, and speaker and paragraphs of each of its turns."""
    gold: list[Turn] = []
    text, last = "", 0
    source = path.read_text(encoding="utf-8")
    for match in _MARK.finditer(source):
        text += source[last : match.start()]
        last = match.end()
        if match[1] is None:
            speaker, words = gold[-1]
            gold[-1] = (speaker, (*words[:-1], text[int(words[-1]) :]))
        elif match[1] == "+":
            gold[-1] = (gold[-1][0], (*gold[-1][1], str(len(text))))
        else:
            gold.append((match[1], (str(len(text)),)))
    return text + source[last:], gold


def letters(words: str) -> str:
    """Letters and digits, case folded."""
    return "".join(c for c in words.casefold() if c.isalnum())


def compare(path: Path) -> tuple[int, int, int]:
    """How many turns are right, how many there are, and how many come out."""
    text, gold = read_gold(path)
    turns = [r for r in extract(text) if r.kind == "turn"]
    pairs = {(letters(r.speaker or ""), letters(r.quote)) for r in turns}
    wanted = [(letters(speaker), letters(" ".join(words))) for speaker, words in gold]
    return sum(pair in pairs for pair in wanted), len(wanted), len(turns)


def test_turns_are_whole_and_under_the_right_name():
    counts = [compare(path) for path in PATHS]
    right, wanted, predicted = map(sum, zip(*counts, strict=True))
    assert len(PATHS) == 20
    assert right >= FLOOR * wanted
    assert right >= FLOOR * predicted


@for_each("path", PATHS)
def test_spans_are_those_of_the_text(path):
    text, _ = read_gold(path)
    for record in extract(text):
        assert record.quote == " ".join(text[slice(*span)] for span in record.spans)
        assert record.mention is None or record.mention.text in text


TALK = """NORA KAHN, ANCHOR: How did it start?

OLA BERG, MAYOR: My brother said, "Come home." I told him, "Never."

KAHN: He says that you will go.

BERG: "I will not."
"""


def test_quotes_inside_turns_stay_quotes():
    records = [(r.speaker, r.quote) for r in extract(TALK) if r.kind == "direct"]
    assert records == [
        ("My brother", "Come home."),
        ("Ola Berg", "Never."),
        ("Ola Berg", "I will not."),
    ]


def test_turns():
    records = [(r.speaker, r.quote, r.mention.text) for r in extract(TALK, kinds=["turn"])]
    assert records == [
        ("Nora Kahn", "How did it start?", "NORA KAHN"),
        ("Ola Berg", 'My brother said, "Come home." I told him, "Never."', "OLA BERG"),
        ("Nora Kahn", "He says that you will go.", "KAHN"),
    ]


def test_a_label_reports_no_clause():
    assert not [r for r in extract(TALK, kinds=["indirect"]) if r.mention.kind == "label"]


def test_every_word_of_a_turn_is_verbatim():
    for record in extract(TALK, kinds=["turn"]):
        assert record.verbatim == record.spans
