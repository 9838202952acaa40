"""Full names anywhere in an article, by their last word."""

from quoteattr.coref.names.full_names import FullNames, bare_word

#: a text, a last word, and the names that end in it
NAMES = [
    ("“Ask Ida Berg,” he said.", "Berg", ["Ask Ida Berg"]),
    ("He met Ida Berg. Berg left.", "Berg", ["Ida Berg"]),
    ("He met Ida van der Berg.", "Berg", []),
    ("He met Ida van Berg.", "Berg", ["Ida van Berg"]),
    ("He met Ida y Berg.", "Berg", ["Ida y Berg"]),
    ("He met Ida della Berg.", "Berg", ["Ida della Berg"]),
    ("He met Ida Berg Jr.", "Jr", []),
    ("He met Ida and Berg.", "Berg", []),
    ("He met Ida the Berg.", "Berg", []),
    ("Berg left.", "Berg", []),
    ("He met Ida Berg.", "Ida", []),
    ("He met Ida\nBerg.", "Berg", []),
    ("He met Ida-Maria O’Berg.", "O’Berg", ["Ida-Maria O’Berg"]),
    # forms
    ("He met Ida Berg’s son.", "Berg", ["Ida Berg"]),
    ("He met Ida Berg's son.", "Berg", ["Ida Berg"]),
    ("He met Dr. Ida Berg.", "Berg", ["Ida Berg"]),
    ("He met Minister Berg.", "Berg", []),
    # a word that opens a sentence is no name
    ("At Ida Berg they met.", "Berg", []),
    ("That Ida Berg left.", "Berg", ["Ida Berg"]),
    ("Has Ida Berg left?", "Berg", []),
    ("Is Ida Berg there?", "Berg", []),
    ("If Ida Berg left.", "Berg", ["Ida Berg"]),
    ("And Ida Berg left.", "Berg", ["Ida Berg"]),
    # where a sentence ends
    ("He met Bo. Ida Berg left.", "Berg", ["Ida Berg"]),
    ("He left Brack. Berg left.", "Berg", []),
    ("He met J. Berg.", "Berg", ["J. Berg"]),
    ("He met J.R. Berg.", "Berg", ["J.R. Berg"]),
    ("He met Ida St. Berg.", "Berg", ["Ida St. Berg"]),
    # as many words, and names
    ("He met Ann Bea Cleo Dora Berg.", "Berg", ["Ann Bea Cleo Dora Berg"]),
    ("He met Ann Bea Cleo Dora Ella Berg.", "Berg", ["Bea Cleo Dora Ella Berg"]),
    ("Ida Berg left. Ann Berg slept. Ida Berg sang.", "Berg", ["Ida Berg", "Ann Berg"]),
    ("Who Ida Berg was.", "Berg", []),
    (
        "Berg left. Ann Berg, Bea Berg, Cleo Berg, Dora Berg, Ella Berg, Fay Berg, Gus Berg, Hal"
        " Berg, Ida Berg.",
        "Berg",
        [f"{name} Berg" for name in "Ann Bea Cleo Dora Ella Fay Gus Hal".split()],
    ),
]


def test_the_full_names_that_end_in_a_word():
    assert [
        (text, names, full)
        for text, word, names in NAMES
        if (full := [" ".join(words) for words in FullNames(text).ending_in(word)]) != names
    ] == []


def test_a_word_without_marks_and_possessive_ending():
    endings = ("’s", "’")
    words = ["Berg’s", "Berg.", "Berg’", "Berg-", "Lois", "O’Berg"]
    bare = ["Berg", "Berg", "Berg", "Berg", "Lois", "O’Berg"]
    assert [bare_word(word, endings) for word in words] == bare
