"""Whether an article uses a name as that of a place."""

from mentions import speakers
from tables import for_each

from quoteattr.coref.names.counts import NameCounts
from quoteattr.coref.names.name_words import name_words
from quoteattr.detect.alphabet import NAME
from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.tokens import tokenize

CASES = [
    # label, text, mention, speakers
    (
        "once in a place is no evidence against a last name",
        "Ada Brack won in Brack. “No,” Brack said.",
        "Brack",
        ["Ada Brack", "Ada Brack"],
    ),
    (
        "nor are two of many",
        "Ada Brack won. Life in Brack is good. Life in Brack is slow. Brack spoke. Brack sang."
        " Brack wept. Brack sat. Brack rose. “No,” Brack said.",
        "Brack",
        ["Ada Brack"] * 8,
    ),
    (
        "two of three are",
        "Ada Brack won. Life in Brack is good. Life in Brack is slow. Brack voted.",
        "Brack",
        ["Brack"] * 3,
    ),
    (
        "once in a place is evidence against a first name",
        "Brack Holm won. Life in Brack is good. Brack voted.",
        "Brack",
        ["Brack"] * 2,
    ),
    (
        "but not if the first name is used so all the time",
        "Brack Holm won. Life in Brack is good. Brack spoke. Brack sang. Brack wept. Brack sat."
        " Brack rose. Brack ran. Brack slept. Brack ate. “No,” Brack said.",
        "Brack",
        ["Brack Holm"] * 10,
    ),
]


@for_each(("text", "mention", "expected"), [c[1:] for c in CASES])
def test_places(text, mention, expected):
    assert speakers(text, mention) == expected


def counted(text: str) -> NameCounts:
    """The counts of the names of a text without quotes."""
    chunks = find_chunks(tokenize(text, []))
    spans = zip(chunks.mention_starts, chunks.ends, strict=True)
    words = [name_words(text[start:end]) for start, end in spans]
    names = {i: words[i] for i, tag in enumerate(chunks.tags) if tag == NAME}
    return NameCounts(text, chunks, names)


def test_forms_by_their_words() -> None:
    counts = counted("Ada Berg met Bo Berg. Holm left. Ada Berg slept.")
    assert counts.forms == {("ada", "berg"): 2, ("bo", "berg"): 1, ("holm",): 1}
    assert (counts.single, counts.firsts) == ({"holm"}, {"ada", "bo"})
    assert counts.lasts == {"berg": 2}


@for_each(
    ("text", "form", "is_name"),
    [
        ("Ada Berg left.", ("ada", "berg"), True),
        # one word: a name of its own, or the last name of two
        ("Berg left.", ("berg",), True),
        ("Ada Berg left.", ("berg",), False),
        ("Ada Berg met Bo Berg.", ("berg",), True),
        ("Ada Berg met Bo Berg.", ("ida", "berg"), False),
    ],
)
def test_a_complete_name(text: str, form: tuple[str, ...], is_name: bool) -> None:
    assert counted(text).is_name(form) is is_name


@for_each(
    ("text", "is_place"),
    [
        ("Life in Brack is slow.", True),
        ("Brack grew.", False),
        ("Life with Brack is slow.", False),
        ("Life in Brack’s house is slow.", False),
        ("It rained.", False),
    ],
)
def test_a_place_follows_a_preposition(text: str, is_place: bool) -> None:
    assert counted(text).is_place(("brack",)) is is_place


@for_each(
    ("text", "always_opens"),
    [
        ("Brack grew.", True),
        ("It rained. Brack grew.", True),
        ("Brack grew. They saw Brack.", False),
    ],
)
def test_a_name_that_only_opens_sentences(text: str, always_opens: bool) -> None:
    assert counted(text).always_opens(("brack",)) is always_opens


@for_each(
    ("text", "word", "is_noun"),
    [
        # an ordinary word, a word of bodies; one that the article has in lower case, or its plural
        ("It rained.", "Table", True),
        ("It rained.", "Council", True),
        ("It rained on the tavra.", "Tavra", True),
        ("It rained on two tavras.", "Tavra", True),
        ("It rained.", "Tavra", False),
        # a given name is none
        ("It rained on the mark.", "Mark", False),
    ],
)
def test_a_noun_in_a_name(text: str, word: str, is_noun: bool) -> None:
    assert counted(text).is_noun(word) is is_noun


def test_a_name_is_complete_or_a_last_name():
    counts = counted("Ida Berg met Bo Berg. Ada Berg met Otto Lund in Vale Moor.")
    forms = [("ida", "berg"), ("vale", "moor"), ("berg",), ("lund",), ("berg", "moor")]
    assert [counts.is_name(form) for form in forms] == [True, True, True, False, False]
