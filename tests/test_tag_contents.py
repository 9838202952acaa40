"""How far a reported content goes, and what is none, by grammar.

In the texts ``[…]`` is what a tagger reads as content, ``{…}`` as a cue and ``<…>`` as a source.
"""

import re

from growth import Count, grows
from tables import for_each

from quoteattr.detect.alphabet import QUOTE
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.language import ENGLISH
from quoteattr.tag.contents import find_contents
from quoteattr.tag.finite_verbs import is_finite
from quoteattr.tag.tagger import BEGIN, CUE, INSIDE, OUTSIDE, SOURCE

LABELS = {"[": INSIDE, "{": CUE, "<": SOURCE}


def read(marked):
    """A text in which the labels of a tagger are marked, with its tokens and labels."""
    text, labelled = "", []
    for piece in re.findall(r"[\[{<][^\]}>]*[\]}>]|[^\[{<]+", marked):
        if piece[0] in LABELS:
            labelled.append((len(text), len(text) + len(piece) - 2, LABELS[piece[0]]))
            piece = piece[1:-1]
        text += piece
    tokens = tokenize(text, find_quotes(text))
    labels = []
    for token in tokens:
        spans = [(s, label) for s, e, label in labelled if s <= token.start < e]
        start, label = spans[0] if spans else (None, OUTSIDE)
        labels.append(BEGIN if label == INSIDE and token.start == start else label)
    return text, tokens, labels


def contents(marked, titles=frozenset(), unsaid=frozenset()):
    """The contents of a text in which the labels of a tagger are marked."""
    text, tokens, labels = read(marked)
    ends = find_contents(tokens, labels, ENGLISH, titles, unsaid)
    return [text[tokens[first].start : tokens[last].end] for first, last in ends]


@for_each(
    ("marked", "expected"),
    [
        # what the speaker does
        ("<Ivo> {said} [the town was quiet, and left].", ["the town was quiet"]),
        ("<Ivo> {said} [that the plan was dead, then left the stage].", ["that the plan was dead"]),
        ("<Ivo> {said} [the plan was dead, before leaving by boat].", ["the plan was dead"]),
        ("<Ivo> {said} [it was dead, and thanked her staff].", ["it was dead"]),
        # what the subject of the clause does
        ("<Ivo> {said} [the nurse was ill, and left].", ["the nurse was ill, and left"]),
        ("<Ivo> {said} [she was ill, and left].", ["she was ill, and left"]),
        ("<Ivo> {said} [Ada Berg was ill, and left].", ["Ada Berg was ill, and left"]),
        ("<Ivo> {said} [it hit us, and left 20 dead].", ["it hit us, and left 20 dead"]),
        ("<Ivo> {said} [it hit us, and left a crater].", ["it hit us, and left a crater"]),
        ("<Ivo> {said} [it hit us, and left the town in ruins].", None),
        ("<Ivo> {said} [it was dear, and cost the town].", None),
        ("<Ivo> {said} [it was quiet and left].", None),
        # what something is called, and what happened besides
        ("<Ivo> {called} [the goal “a gift” as it rained].", ["the goal “a gift”"]),
        ("<Ivo> {called} [the goal “a gift”, before it rained].", ["the goal “a gift”"]),
        ("<Ivo>, who {called} [it “a gift,” replied with a shrug].", ["it “a gift,”"]),
        ("<Ivo> {called} [the goal “a gift” and left].", ["the goal “a gift”"]),
        ("<Ivo> {called} [the goal “a gift” and a joy].", None),
        ("<Ivo> {called} [the goal “a gift” because it rained].", None),
        ("<Ivo> {called} [the goal “a gift” before the rain].", None),
        ("<Ivo> {called} [the “mad” plan was dead].", None),
        ("<Ivo> {said} [the goal “a gift” was late].", None),
        ("<Ivo> {called} [the goal that was late “a gift” as it rained].", None),
        # where a report comes from
        ("[TRESK (agency) — The bank is shut], <Ivo> {said}.", ["The bank is shut"]),
        ("[TRESK, Feb 12 - The bank is shut], <Ivo> {said}.", ["The bank is shut"]),
        ("[TRESK: The bank is shut], <Ivo> {said}.", ["The bank is shut"]),
        ("[TRESK bank - the old one is shut], <Ivo> {said}.", None),
        ("[Tresk – the town – was shut], <Ivo> {said}.", None),
        ("It rained. [TRESK – The bank is shut], <Ivo> {said}.", None),
        ("[TRESK, Va. (NP) -- The bank is shut], <Ivo> {said}.", ["The bank is shut"]),
        ("([NP) — The bank is shut], <Ivo> {said}.", ["The bank is shut"]),
        ("([NP/TRESK) BRACK - The bank is shut], <Ivo> {said}.", ["The bank is shut"]),
        (
            "([NP) The bank – the old one – is shut], <Ivo> {said}.",
            ["The bank – the old one – is shut"],
        ),
        ("[(NP) The bank is shut], <Ivo> {said}.", ["The bank is shut"]),
        ("([the old one) - it is shut], <Ivo> {said}.", ["the old one) - it is shut"]),
        # who is told
        ("<Ivo> {told} the budget [meeting they were late].", ["they were late"]),
        ("<Ivo> {told} the budget [meeting the plan was dead].", ["the plan was dead"]),
        ("<Ivo> {told} [the budget meeting they were late].", ["they were late"]),
        ("<Ivo> {told} [the meeting of them they were late].", None),
        ("<Ivo> {told} clerks [meeting them was late].", None),
        ("<Ivo> {told} the men [meeting them].", None),
        # a phrase right after the cue
        ("<Ivo> {said} under the plan, [it would shut].", ["under the plan, it would shut"]),
        ("<Ivo> {said} while ill, [he was safe].", ["while ill, he was safe"]),
        ("<Ivo> {said} in a letter, [it would shut].", ["it would shut"]),
        ("<Ivo> {said} at a hearing, [it would shut].", ["it would shut"]),
        ("<Ivo> {said} on Friday, [it would shut].", ["it would shut"]),
        ("<Ivo> {said} under the plan, [that it would shut].", ["that it would shut"]),
        ("<Ivo> {wrote} under duress, [“late” it was].", ["“late” it was"]),
        ("<Ivo> {wrote} to the men, [it would shut].", ["it would shut"]),
        ("<Ivo> {said} under a plan, which failed, [it would shut].", ["it would shut"]),
        ("<Ivo> {left} under the plan, [it would shut].", ["it would shut"]),
        # whom somebody told
        ("<Ivo> {said} [Ada told] them [she was ill].", ["Ada told them she was ill"]),
        ("<Ivo> {said} [Ada saw] them [she was ill].", ["Ada saw", "she was ill"]),
        # a main clause after the one in which somebody speaks
        ("While <Ivo> {said} [it was late, the clerks stayed].", ["it was late"]),
        (
            "As <Ivo> {said} [the town, which is old, fell, it rained].",
            ["the town, which is old, fell"],
        ),
        (
            "As <Ivo> {said} [if it was wet, the port was shut, it rained].",
            ["if it was wet, the port was shut"],
        ),
        ("While <Ivo> {said} [it was late, for now].", None),
        ("While <Ivo> {said} [it was late, being ill].", None),
        ("While <Ivo> {said} [the town, the old one, was late].", None),
        ("As <Ivo> {said}, [it was late, the clerks stayed].", None),
        ("As for it, <Ivo> {said} [it was late, the clerks stayed].", None),
        ("<Ivo> {said} [it was late, the clerks stayed].", None),
        # the complement of a verb of calling
        ("words which <Ivo> {described} [as “late”].", ["“late”"]),
        ("<Ivo> {described} it [as late].", None),
        # who is made to answer
        ("<Ivo> {said} [the town was quiet, prompting Ada to ask].", ["the town was quiet"]),
        # that as a subject
        ("<Ivo> {said} that [was a lie].", ["that was a lie"]),
        ("<Ivo> {said} that[’s a lie].", ["that’s a lie"]),
        ("<Ivo> {said} that [would be late].", ["that would be late"]),
        ("<Ivo> {said} that [meant war].", ["that meant war"]),
        ("<Ivo> {said} that [meaning is lost].", None),
        ("<Ivo> {said} that [having women there helps].", None),
        ("<Ivo> {said} that [not all was well].", None),
        ("<Ivo> {said} that [had she come, it was late].", None),
        # the speaker goes on
        ("<Ivo> {called} [it “a gift,” adding that it rained].", ["it “a gift,”"]),
        ("<Ivo> {said} [it was “late”, calling the plan dead].", ["it was “late”"]),
        ("<Ivo> {said} [the “new” talking points were late].", None),
        ("Asked by [a clerk whether it rained], <Ivo> {said} [no].", ["no"]),
        # what stands around a quote of another, and an agent
        ("<Ivo> {told} me that [Ada yelled] “Run!”", []),
        ("<Ivo> {said} [go] “now”.", None),
        ("The town, {first built by} [Ada Berg], fell.", []),
        ("<Ivo> {said} [the town was built by] [Ada Berg].", None),
        # a clause needs a verb
        (
            "<Ivo> {said} that [in this case], the port could not open.",
            ["in this case, the port could not open"],
        ),
        (
            "<Ivo> {said} [that in this case], [if it rains, the port will shut].",
            ["that in this case, if it rains, the port will shut"],
        ),
        ("<Ivo> {said} that [it was late], the port being shut.", ["it was late"]),
        ("<Ivo> {praised} [the plan], which had failed.", ["the plan"]),
        ("<Ivo> {said} that [for now], <Ada> {said}, it was late.", ["for now"]),
        ("<Ivo> {said} that [for now], a bad time.", ["for now"]),
        ("<Ivo> {said} that [by Friday] it was late.", ["by Friday"]),
        # a quote that stands on its own belongs to no content
        ("<Ivo> {said} that [in this case], it was shut: “We wait.”", ["in this case"]),
        ("<Ivo> {said} that [for now], “We wait,” he was told.", ["for now"]),
        ("<Ivo> {said} that [for now], it was “safe” and, he felt, shut.", ["for now"]),
        (
            "<Ivo> {said} that [for now], [it was “safe” and shut].",
            ["for now, it was “safe” and shut"],
        ),
        ("[Passing it], “at last,” <Ada> {said} [it was late].", None),
        ("[The road is shut], “for good,” <Ivo> {said}, [as rain fell].", ["The road is shut"]),
        # what somebody does meanwhile
        ("[Passing sentence], <the judge> {said} [it was late].", ["it was late"]),
        ("[Responding to the court], <Ivo> {said}, “It is late.”", []),
        ("It is late. [Summing up], <Ivo> {said} that [it was late].", ["it was late"]),
        ("[Passing there is safe], <Ivo> {said}, “and cheap.”", ["Passing there is safe"]),
        ("[Passing the dam], <Ivo> {said}, [is safe].", ["Passing the dam", "is safe"]),
        ("[Passing the dam by night], <Ivo> {said}.", ["Passing the dam by night"]),
        ("[Passing sentence], the judge nodded.", ["Passing sentence"]),
        ("He saw [she was passing sentence], <the judge> {said} [it was late].", None),
        ("<Ivo> {said}, [passing sentence, that it was late].", ["it was late"]),
        ("<Ivo> {said}, [passing there was safe, that he knew].", None),
        ("<Ivo> {said} [passing it, that of all roads, was safe].", None),
        ("<Ivo> {said} that [, at noon, it was late].", ["at noon, it was late"]),
        # what happens meanwhile
        ("[The road is shut], <Ivo> {said} on Monday, [as rain fell].", ["The road is shut"]),
        ("[The road is shut], <Ivo> {said}, [because rain fell].", None),
        ("[The road is shut], {according to} <Ivo>, [as rain fell].", None),
        ("<Ivo> {said} [the road was shut] [as rain fell].", None),
        ("On Monday, [as rain fell], <Ivo> {sang}.", ["as rain fell"]),
        # who is told, and what
        ("<Ivo> {told} [two old men that it was late].", ["it was late"]),
        ("<Ivo> {built} [the men that it was late].", None),
        ("<Ivo> {told} [it was plain that it was late].", None),
        ("<Ivo> {told} [Ada, a man that was late].", None),
        ("<Ivo> {told} [Ada that old tale].", None),
        ("<Ivo> {told} [a man by the gate of the old port that it was late].", None),
        # the end of a relative clause
        ("<Ada>, <who> {said} [the dam was safe, has left].", ["the dam was safe"]),
        ("<Ada>, <who> {said} that [the dam was safe, has left].", ["the dam was safe"]),
        ("<Ada>, <who> {said} [the dam, which leaks, was safe].", None),
        (
            "<Ada>, <who> {said} [the dam, an old one, fell, has left].",
            ["the dam, an old one, fell"],
        ),
        ("<Ada> {said} [the dam was safe, has left].", None),
        # what the speaker refuses
        ("<Ivo> {refused} [to say more].", None),
        ("<Ivo> {said} [it was late], and {refused} [to go home].", None),
        ("<Ivo> {said} [it was late], and began [to say more].", None),
        ("<Ivo> {said} [the men were late, and refused to say more].", ["the men were late"]),
        ("<Ivo> {said} [the men were late but declined to comment].", ["the men were late"]),
        ("<Ivo> {said} [the men were late and refused to leave].", None),
        ("<Ivo> {said} [the men refused to say more].", None),
        ("<Ivo> {said} [the men who were late refused to comment and left].", None),
        # the subject before a relative clause
        ("<Ivo> {said} Ada, [who left, was ill].", ["Ada, who left, was ill"]),
        ("<Ivo>, by fax, {said} [Ada], [who left, was ill].", ["Ada, who left, was ill"]),
        ("<Ivo> {said} Ada[, who left, was ill].", ["Ada, who left, was ill"]),
        ("<Ivo> {told} Ada, [who left, it was late].", None),
        ("[It rained], {said} Ada, [who left early].", None),
        ("“No,” {said} Ada, [who left early].", None),
        ("<Ivo> {said} Ada, [a nurse, was ill].", None),
        ("<Ivo> {said} the hand of a man from the old town, [who left, was ill].", None),
        ("Ivo saw Ada, [who left, was ill].", None),
        ("<Ivo> {said}, [who was ill].", []),
        # a phrase before the words that report
        ("By May, <Ivo> {said}, [it was late].", ["By May", "it was late"]),
        ("If so, {said} <Ivo>, [it was late].", None),
        ("By May, <Ivo> {said} [it was late].", None),
        ("Now, <Ivo> {said}, [it was late].", None),
        ("She, by May, <Ivo> {said}, [it was late].", None),
        ("By [the summer, it was late], <Ivo> {said}.", ["By the summer, it was late"]),
        ("Now by [the summer, it was late], <Ivo> {said}.", None),
        ("[In a letter], <Ivo> {wrote}: [it was late].", ["it was late"]),
        ("[In a letter], <Ivo> {wrote:} [it was late].", ["it was late"]),
        ("[In a letter], <Ivo> {wrote} [it was late].", None),
        ("[In May it was late], <Ivo> {wrote}: [it was].", None),
        # what somebody does between two quotes
        ("“Why?” [Ivo did not move]. “Rain.”", []),
        ("“Why?” [The dam did not hold]. “Rain.”", None),
        ("“Why?” [Ivo did not move].", None),
    ],
)
def test_contents(marked, expected):
    labelled = re.findall(r"\[([^\]]*)\]", marked)
    assert contents(marked) == (labelled if expected is None else expected)


@for_each(
    ("marked", "expected"),
    [
        ("“No,” he {said}. [The title was “Closed.”]", []),
        ("“No,” he {said}. [The title had “Closed.”]", None),
        ("“No,” he {said}. He [said the title was “Closed.”]", None),
        ("“No,” he {said}. [The title was “Closed” again].", None),
    ],
)
def test_a_sentence_that_gives_a_title_is_nobodys(marked, expected):
    _, tokens, _ = read(marked)
    quotes = {i for i, token in enumerate(tokens) if token.tag == QUOTE}
    labelled = re.findall(r"\[([^\]]*)\]", marked)
    assert contents(marked, unsaid=quotes) == (labelled if expected is None else expected)


class ReadList(list):
    """A list that counts how often one of its items is read."""

    def __init__(self, items, count):
        super().__init__(items)
        self.count = count

    def __getitem__(self, index):
        self.count()
        return super().__getitem__(index)


@for_each(
    ("piece", "end"),
    [
        ("that [no road], no bridge ", "."),
        ("that [no road], no bridge ", "<Ivo> {said}."),
        ("[passing it], no bridge ", "."),
        ("that [by boat, by road, by rail, that] no ", "."),
        ("[by boat], <Ivo> {said} , ", "[as rain fell]."),
        ("[as rain fell], ", "<Ivo> {said}."),
        ("[it was dear, and then] on Monday, ", "."),
        ("by May, <Ivo> {said}, [it was late], ", "."),
        (", <who> {told} [the old man] that ", "."),
    ],
)
def test_no_content_reads_the_article_anew(piece, end):
    def reads(size):
        _, tokens, labels = read(piece * size + end)
        count = Count()
        list(find_contents(ReadList(tokens, count), ReadList(labels, count), ENGLISH))
        return count.times

    assert grows(reads, 50) < 2.1


def test_the_last_token_does_not_precede_the_first():
    assert contents("Berg, [who left, was ill], <he> {said}") == ["who left, was ill"]


@for_each(
    ("text", "word", "finite"),
    [
        ("the mill fell", "fell", True),
        ("the mill was sold", "was", True),
        ("to be sold", "be", False),
        ("the mended mill", "mended", False),
        ("they hope to read", "read", False),
        ("the mill mended", "mended", True),
        ("the mill mended by Ivo", "mended", False),
    ],
)
def test_finite_verbs(text, word, finite):
    tokens = tokenize(text, [])
    i = next(i for i, token in enumerate(tokens) if token.word == word)
    assert is_finite(tokens, i, ENGLISH) == finite


@for_each(
    ("marked", "expected"),
    [
        ("<Ivo> {said} [her novel, “Salt Road”, would be filmed].", None),
        ("<Ivo> {said} that [“Salt Road” was dull].", None),
        ("<Ivo> {showed} [the words “Salt Road”].", ["the words"]),
        ("<Ivo> {said} [the words “Salt Road”].", ["the words"]),
        ("<Ivo> {said}: [her novel is “Salt Road”].", ["her novel is"]),
        ("[Her novel “Salt Road” was dull], <Ivo> {said}.", ["Her novel", "was dull"]),
    ],
)
def test_titles_stand_in_what_somebody_says(marked, expected):
    _, tokens, _ = read(marked)
    titles = {i for i, token in enumerate(tokens) if token.tag == QUOTE}
    labelled = re.findall(r"\[([^\]]*)\]", marked)
    assert contents(marked, titles) == (labelled if expected is None else expected)
