"""A letter from its greeting to its sign-off is said by the one whose name stands below."""

from tables import for_each

from quoteattr import extract
from quoteattr.detect.posts.letters import find_letters

LETTER = "Dear members,\n\nThe pool is shut. I am sorry.\n\nWe reopen in May.\n\n"


def letters(text: str) -> list[tuple[str, str]]:
    """Author and paragraphs of each letter."""
    return [(x.name, "|".join(text[slice(*span)] for span in x.spans)) for x in find_letters(text)]


@for_each("end", ["\n", "\r\n"])
@for_each(
    "signature",
    [
        "Yours sincerely,\n\nIda Berg",
        "Kind regards\nDr Ida Berg, chair",
        "Yours,\n\n– Ida Berg\nBath",
    ],
)
def test_signatures(signature, end):
    text = f"It rained.\n\n{LETTER}{signature}\n\nNobody came.".replace("\n", end)
    assert letters(text) == [("Ida Berg", "The pool is shut. I am sorry.|We reopen in May.")]


def test_letters_to_an_editor():
    page = (
        "LETTERS\n\nSir, – The pool is shut.\n\nI am sorry.\n\nIda Berg,\nBrack\n\n"
        "MADAM — The trams run.\n\nDr Bo Holm, Brack\n\nIt rained."
    )
    assert letters(page) == [
        ("Ida Berg", "The pool is shut.|I am sorry."),
        ("Bo Holm", "The trams run."),
    ]


@for_each("signature", ["Ada Crane,\nOrley", "Ada Crane, Upper Orley, Norland", "– Ada Crane"])
def test_a_letter_to_an_editor_ends_at_a_signature(signature):
    page = (
        "Sir, – “Bins” are full. I said so.\n\nCouncillor Ivo Holm, however, laughed.\n\n"
        f"Ivo Holm, Orley.\n\nWe shall see.\n\n{signature}"
    )
    (letter,) = find_letters(page)
    assert (letter.name, page[slice(*letter.cue)], len(letter.spans)) == ("Ada Crane", "Sir, –", 4)
    assert page[slice(*letter.spans[0])] == "“Bins” are full. I said so."


def test_no_letter_to_an_editor():
    texts = (
        "Sir Bo Holm left.\n\nIda Berg",
        "Sir-named men met.\n\nIda Berg",
        "Sir, – The pool is shut.\n\nIda Berg, who said so at length, then went to swim in Brack.",
        "Sir, – " + "The pool is shut.\n\n" * 40 + "Ida Berg",
        "Sir, – The pool is shut.\n\nCouncillor Ivo Holm, however, laughed.\n\nWe shall see.",
        "Sir – that is what he called everyone – was tired.\n\nJosé Mourinho, of course, laughed.",
        "Sir – that is what he called everyone – was tired.\n\nJosé Mourinho",
        "Sir, – The pool is shut.\n\nIda Berg, Ivo Holm, Bo Lund, Jan Marek, Kai Moor",
    )
    assert [letters(text) for text in texts] == [[]] * len(texts)


def test_an_address_may_have_a_line_of_its_own():
    text = "Sir,\n\nThe pool is shut.\n\nIda Berg\nBrack\n\nMadam:\n\nIt is.\n\nBo Lund, Brack"
    assert [(letter.name, len(letter.spans)) for letter in find_letters(text)] == [
        ("Ida Berg", 1),
        ("Bo Lund", 1),
    ]
    assert find_letters("Sir,\n\nIda Berg") == []


def test_what_is_no_letter():
    texts = [
        LETTER,
        f"{LETTER}Yours sincerely,",
        f"{LETTER}Yours sincerely,\n\nthe chair",
        "Yours sincerely,\n\nIda Berg",
        "Dear members of the club, it was said, were few.\n\nSo.\n\nYours,\n\nIda Berg",
    ]
    assert [letters(text) for text in texts] == [[]] * len(texts)


def test_words_may_introduce_a_letter():
    text = f"Her letter in full:\n\n{LETTER}Yours sincerely,\n\nIda Berg\n\nShe left."
    assert [name for name, _ in letters(text)] == ["Ida Berg"]
    assert [(r.speaker, r.rule) for r in extract(text)] == [("Ida Berg", "letter-signature")]


def test_a_letter_is_one_record_of_its_author():
    text = f"{LETTER}Yours sincerely,\n\nIda Berg\n\n“A shame,” said Bo Lund."
    letter, quote = extract(text)
    assert (letter.speaker, letter.kind, letter.rule) == ("Ida Berg", "direct", "letter-signature")
    assert (quote.speaker, quote.quote) == ("Bo Lund", "A shame,")
