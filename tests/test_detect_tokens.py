"""Tokens: the tag and the span of each word and mark."""

from tables import for_each

from quoteattr.detect.alphabet import CHUNK_TAGS, NAME
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize


@for_each(
    ("text", "tags"),
    [
        ("“Go,” said Mara Holt.", "QSNN."),
        ("Mara's dog's barking; he's late.", "N'w'g,Pxw."),
        ("He reports it. The report says so.", "PSP.dwSy."),
        ("According to\nthe mayor, yes.", "A/dw,w."),
        ("“SMITH: No.”\n", "L:Q/"),
        ("The 2.5 towns, 1,000 left.", "d0w,0w."),
        ("Look at @user or #tag.", "woN&N."),
        ("“One.”\r\n\r\n“Two.”", "Q/Q"),
        ("Holt told her: “No.”", "NSp:Q"),  # her is spoken to
        ("According to her, no.", "Ap,d."),
        ("Holt used to say: “No.”", "NxxS:Q"),
        ("Marx rejected Holt’s claim.", "NRN'K."),  # a noun, not a verb
        ("He spoke of new claims that it rained.", "PRowKtPv."),
        ("Holt said team play was bad.", "NSwwbw."),
        ("Both said “no”.", "dSQ."),
        ("It is in Terminal C. The bus left.", "PboNN.dww."),  # a letter that ends a sentence
        ("It is in Terminal C. Holt left.", "PboNNNw."),
        ("It is in Terminal C. 27 men left.", "PboNN.0ww."),
        ("It is a C. The bus left.", "PbdNdww."),
        ("“Will it?” “No.”", "Q.Q"),  # the answer begins a sentence
        ("", ""),
    ],
)
def test_tags(text, tags):
    assert "".join(token.tag for token in tokenize(text, find_quotes(text))) == tags


@for_each(
    ("text", "names"),
    [
        # words in capitals at the start of a paragraph
        ("A COUNCIL has left.", []),
        ("Ida left.\n  THE COUNCIL left.", ["Ida"]),
        # an unknown word, a given name among them, a short one
        ("THE TRESKIAN has left.", ["TRESKIAN"]),
        ("NICOLE has left.", ["NICOLE"]),
        ("FERRY COUNCIL has left.", ["FERRY", "COUNCIL"]),
        ("A MAP has left.", ["MAP"]),
        # not in the paragraph, not a whole line
        ("Ida saw A COUNCIL there.", ["Ida", "COUNCIL"]),
        ("COUNCIL LEFT\nIda saw it.", ["COUNCIL", "LEFT", "Ida"]),
    ],
)
def test_capitals_at_the_start_of_a_paragraph(text, names):
    assert [text[t.start : t.end] for t in tokenize(text, []) if t.tag == NAME] == names


@for_each(
    ("word", "head"),
    [
        ("mum-of-two", "mum"),
        ("mother-of-seven", "mother"),
        ("man-of-war", "man-of-war"),
        ("mum-to-be", "mum-to-be"),
        ("co-organiser", "organiser"),
        ("co-author", "co-author"),  # in the tables
        ("co-operative", "co-operative"),
        ("anti-organiser", "anti-organiser"),
    ],
)
def test_the_noun_of_a_compound(word, head):
    assert [token.word for token in tokenize(word, [])] == [head]


def test_a_full_stop_belongs_to_an_initial():
    assert [t.word for t in tokenize("J. Holt left.", [])] == ["j.", "holt", "left", "."]


def test_a_word_ends_a_sentence_that_with_a_capital_is_an_abbreviation():
    assert [t.word for t in tokenize("He is ill. No. 5 left.", [])][2:5] == ["ill", ".", "no."]


@for_each(
    "text",
    [
        "«Oui», dit-il — “no”, ‘so’ 5% of $3 (A.B.) said it’s\u2028J. K. ’tis…",
        "“SMITH: No.”\n\n“HOLT: Yes.”",  # a label stands before the words of its quote
    ],
)
def test_tokens_lie_in_order_and_are_of_known_tags(text):
    last = 0
    for token in tokenize(text, find_quotes(text)):
        assert last <= token.start < token.end
        assert token.tag in CHUNK_TAGS
        last = token.end


@for_each(
    ("text", "row"),
    [
        ("“Go.” Mara Holt said.", "QNNS."),  # the words say who says it
        ("“Go.” Mara Holt left.", "Q.NNw."),
        ("Ada said: “Go.” Mara Holt said.", "NS:Q.NNS."),  # who says it stands before it
        ("Ada asked, “Why?” Mara Holt left.", "NS,Q.NNw."),
        ("It was “late.” Mara Holt said.", "PbQ.NNS."),  # no sentence in marks
        ("Late at 8:30 PM Mara Holt left.", "wo0:0TNNw."),  # no person
    ],
)
def test_a_sentence_may_end_in_marks(text: str, row: str) -> None:
    assert "".join(t.tag for t in tokenize(text, find_quotes(text))) == row
