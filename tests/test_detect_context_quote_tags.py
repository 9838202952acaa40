"""Tags of words that depend on the quote beside them."""

from __future__ import annotations

from tables import for_each

from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize


def tags(text: str) -> str:
    """The tags of the tokens."""
    return "".join(token.tag for token in tokenize(text, find_quotes(text)))


@for_each(
    ("text", "expected"),
    [
        # an unknown plural is the subject of a cue beside the quote
        ("“Go,” said glaziers.", "QSD."),
        ("“Go,” said quietly old glaziers of Brack.", "QSywDoN."),
        ("“Go,” old glaziers have said.", "QwDxS."),
        ("At noon glaziers said: “Go.”", "oTDS:Q"),
        ("At noon, glaziers said: “Go.”", "oT,DS:Q"),
        ("“Go,” she said things.", "QPSw."),  # an object
        ("“Go,” said goodbyes.", "QSw."),
        ("“Go,” said yesterday.", "QST."),
        ("“Go,” said news.", "QSD."),
        ("Holt was dubbed “iceman” by team-mates.", "NbRQzD."),
        ("“Tram Songs” opens doors.", "QSw."),  # no comma
        ("“Go,” said nothing.", "QSw."),
        # an unknown verb after a subject and an auxiliary
        ("“Go,” glaziers would coo.", "QDxS."),
        ("“Go,” Ida would never gurgle.", "QNxxS."),
        ("“Go” Ida would gurgle.", "QNxw."),  # no comma
        ("“Go,” Ida would see it.", "QNxRP."),  # a verb that is known
        ("“Go,” Ida would gurgle it.", "QNxwP."),  # an object
        # gestures
        ("“Go,” Ida nodded.", "QNS."),
        ("“Go,” nodded the old man.", "QSdww."),
        ("Ida shrugged: “Go.”", "NS:Q"),
        ("Ida wept as it rained. “Go.”", "NwuPv.Q"),
        ("Ida shrugged off the rain and “the man left”.", "Nvodw&Q."),
        # brackets and colons that sign
        ("It was “an old mess” (Ida Berg).", "PbQANN)."),
        ("It was “an old mess” (Ida Berg, Brack News).", "PbQ(NN,NN)."),
        ("It was “an old mess” (Ida Berg, 2019, p. 4).", "PbQANN,0,w.0)."),
        ("It was “an old mess” (Ida Berg in the town hall has said so).", "PbQ(NNodwwxSy)."),
        ("It was “An Old Mess” (Ida Berg).", "PbQ(NN)."),
        ("The film “an old mess” (Ida Berg).", "dwQ(NN)."),
        ("“It is old.” : Ida", "Q-N"),
        ("It said “old” : Ida", "PSQ:N"),
        # a text without capitals
        ("“go,” ola berg said. berg left.", "QNNS.Nw."),
        ("“go,” said nurse ola. “go.”", "QSwN.Q"),
        ("“go,” said the mayor.", "QSdw."),
        ("“Go,” ola berg said.", "QwwS."),
    ],
)
def test_classes(text: str, expected: str) -> None:
    assert tags(text) == expected


def test_called_is_a_cue_before_a_name_only() -> None:
    assert tags("“Go!” called Rolf.") == "QSN."
    assert tags("“Go!” called it.") == "QSP."
    assert tags("Rolf called it “a mess”.") == "NRPQ."
