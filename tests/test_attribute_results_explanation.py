"""Why, in one sentence: what stands between quote and speaker, and how the name was reached."""

import attrs
from hypothesis import given, settings
from sample_records import NAMED, NOBODY, objects, spans
from tables import for_each

from quoteattr import Cue, Evidence, Mention, Naming, QuoteRecord, Verdict, extract
from quoteattr.attribute.results.explanation import condition, sentence
from quoteattr.attribute.rules import RULES

HOLM = "Ingrid Holm, the owner, bought the line.\n\n"
IN_FULL = "Ingrid Holm, named in full in paragraph 1."
BECAUSE = f"{IN_FULL[:-1]}, because"


@for_each(
    ("text", "sentence"),
    [
        (
            HOLM + "“It sails,” said Holm.",
            f"“said” stands between the quote and Ingrid Holm; “Holm” is {IN_FULL}",
        ),
        (
            HOLM + "“It sails,” she added.",
            f"“she added” stands after the quote; “she” refers to {BECAUSE}"
            " nobody else nearby fits.",
        ),
        (
            HOLM + "The owner said: “It sails.”",
            f"“said” stands between the quote and Ingrid Holm; “The owner” describes"
            f" {BECAUSE} nobody else so far has this role.",
        ),
        (
            HOLM + "“It sails,” Holm said, “and soon.”",
            f"“Holm said” stands between two parts of the quote; “Holm” is {IN_FULL}",
        ),
        (
            "“It sails,” said Ingrid Holm.",
            "“said” stands between the quote and Ingrid Holm; the text gives the full name there.",
        ),
        (
            "“It sails,” said a nurse at the clinic.",
            "“said” stands between the quote and “a nurse at the clinic”; the text gives no name.",
        ),
        (
            "“We go,” said Ida Berg and Otto Marx.",
            "“said” stands between the quote and “Ida Berg and Otto Marx”; the text names each of"
            " them.",
        ),
        (
            "It was reported that the bridge had been closed in May.",
            "“was reported” reports these words, and the text names no speaker.",
        ),
        (
            "It sails in May. — Ingrid Holm (@holm) May 4, 2020",
            "The post is signed “Ingrid Holm (@holm)”.",
        ),
    ],
)
def test_one_sentence_tells_why(text, sentence):
    assert extract(text)[-1].explain() == sentence


def linked(quote, mention, cue=None, **more):
    """A record whose parts stand at these places."""
    place = Mention(*mention, "x" * (mention[1] - mention[0]), "name")
    word = None if cue is None else Cue(*cue, more.pop("word", "said"))
    naming = Naming("full name", 1)
    record = QuoteRecord("Bo", "a", None, "direct", [quote], mention=place, cue=word, naming=naming)
    return attrs.evolve(record, **more)


@for_each(
    ("record", "link"),
    [
        (linked((0, 5), (20, 22), (10, 14)), "“said” stands between the quote and Bo"),
        (linked((20, 25), (0, 2), (10, 14)), "“said” stands between the quote and Bo"),
        (linked((0, 5), (10, 12), (20, 24)), "Bo and then “said” stand after the quote"),
        (linked((20, 25), (8, 10), (0, 4)), "“said” and then Bo stand before the quote"),
        (linked((20, 25), (5, 7), (0, 4)), "“said xx” stands before the quote"),
        (
            linked((10, 15), (0, 2), (20, 24)),
            "Bo stands before the quote, and “said” after the quote",
        ),
        (linked((9, 15), (0, 2), (3, 4), word=":"), "A colon stands between the quote and Bo"),
    ],
)
def test_where_cue_and_mention_stand(record, link):
    assert sentence(record).split("; ")[0] == link


@for_each(
    ("rule", "link"),
    [
        ("nearest-before", "No other mention stands between Bo and the quote after it"),
        ("quote-speaker", "Bo stands right after the quote"),
        ("chunks-between", "Among all candidates, Bo is the most likely speaker"),
        ("no such rule", "Among all candidates, Bo is the most likely speaker"),
        (None, "Among all candidates, Bo is the most likely speaker"),
    ],
)
def test_without_a_cue_the_leading_rule_tells(rule, link):
    assert sentence(linked((9, 15), (0, 2), rule=rule)).split("; ")[0] == link


def test_of_nobody_the_rule_that_weighed_most_is_told():
    evidence = Evidence("chunks-between", True, 2.0), Evidence("naming-quote", True, 1.0)
    record = attrs.evolve(NOBODY, verdicts=(Verdict(None, evidence, 0.9),))
    assert sentence(record) == "The text names nobody who says these words."
    assert condition("naming-quote").startswith("A word such as titled")
    evidence = evidence[1:]
    record = attrs.evolve(NOBODY, verdicts=(Verdict(None, evidence, 0.9),))
    assert sentence(record).startswith(
        "The text names nobody who says these words: a word such as titled"
    )


def test_a_record_that_was_read_from_a_file_tells_what_it_knows():
    link = "“said Mara Lindqvist” stands between two parts of the quote"
    assert sentence(NAMED) == f"{link}."
    shorter = attrs.evolve(NAMED, mention=Mention(29, 38, "Lindqvist", "name"))
    assert sentence(shorter).endswith("; “Lindqvist” refers to Mara Lindqvist.")


def test_no_condition_has_marks_of_emphasis():
    assert [rule.name for rule in RULES if "*" in condition(rule.name)] == []


@settings(max_examples=60)
@given(objects(QuoteRecord, spans=spans(1)))
def test_any_record_is_explained_in_one_line(record):
    sentence = record.explain()
    assert sentence.endswith(".")
    assert len(sentence) < 1000
