"""What kind of attribution a clause is, and whether it took place."""

import json

import pytest
from tables import for_each

from quoteattr import Article, Cue, Mention, QuoteArchive, QuoteRecord, extract, extract_many
from quoteattr.attribute.clauses.acts import act_of, factuality_of
from quoteattr.cli import main
from quoteattr.errors import OptionError
from quoteattr.formats.jsonl import read_jsonl
from quoteattr.language import ENGLISH


def record_of(text, subject, cue, content, **more):
    """The record of a clause in a text, by its words."""
    start = text.index(content)
    at, here = text.index(subject), text.index(cue)
    return QuoteRecord(
        speaker=subject,
        quote=content,
        source=None,
        kind="indirect",
        spans=[(start, start + len(content))],
        mention=Mention(at, at + len(subject), subject, "nominal"),
        cue=Cue(here, here + len(cue), cue),
        **more,
    )


@for_each(
    ("cue", "act"),
    [
        ("said", "speech"),
        ("has announced", "speech"),
        ("vowed", "speech"),
        ("expects", "speech"),
        ("believes", "thought"),
        ("knew", "thought"),
        ("is afraid", "thought"),
        ("wants", "intent"),
        ("had planned", "intent"),
        ("is eager", "intent"),
        ("said she believed", "speech"),
        ("wanted to say", "speech"),
    ],
)
def test_the_cue_tells_the_act(cue, act):
    text = f"Mara Holt {cue} the mill will close."
    record = record_of(text, "Mara Holt", cue, "the mill will close")
    assert act_of(record, ENGLISH) == act


def test_words_in_quotation_marks_were_uttered():
    text = "Mara Holt believes the mill “will close”."
    record = record_of(text, "Mara Holt", "believes", "the mill “will close")
    assert act_of(record, ENGLISH) == "thought"
    quoted = record_of(text, "Mara Holt", "believes", "the mill “will close", quoted=[(29, 39)])
    assert act_of(quoted, ENGLISH) == "speech"


@for_each(
    ("subject", "before", "cue", "content", "factuality"),
    [
        ("Mara Holt", "Mara Holt ", "said", "the mill will close", None),
        ("Mara Holt", "Mara Holt ", "didn’t say", "the mill will close", "negated"),
        ("Mara Holt", "Mara Holt never ", "said", "the mill will close", "negated"),
        ("Nobody", "Nobody ", "said", "the mill will close", "negated"),
        ("Mara Holt", "Mara Holt ", "would say", "the mill will close", "hypothetical"),
        ("Mara Holt", "If Mara Holt ", "says", "the mill will close", "hypothetical"),
        ("Mara Holt", "It is open whether Mara Holt ", "said", "the mill closes", "hypothetical"),
        ("Mara Holt", "Mara Holt ", "declined", "to comment", "no-comment"),
        ("Mara Holt", "Mara Holt ", "refused to say", "whether it closes", "no-comment"),
        ("Mara Holt", "Mara Holt ", "refused", "to close the mill", None),
        ("Mara Holt", "neither Ola nor Mara Holt ", "said", "the mill will close", "negated"),
        ("Mara Holt", "nor did he, and Mara Holt ", "said", "the mill will close", None),
        ("Mara Holt", "Mara Holt stopped short of ", "saying", "the mill will close", "negated"),
        ("Mara Holt", "Mara Holt ", "avoided saying", "the mill will close", "negated"),
        ("Mara Holt", "Mara Holt would hesitate and ", "said", "the mill will close", None),
        ("Mara Holt", "Mara Holt refused, ", "saying", "the mill will close", None),
        ("Mara Holt", "Had Mara Holt ", "said", "the mill will close", "hypothetical"),
        ("Mara Holt", "Imagine Mara Holt ", "said", "the mill will close", "hypothetical"),
        ("Mara Holt", "all that had Mara Holt ", "said", "the mill will close", None),
        ("Mara Holt", "Mara Holt, ill until May, ", "said", "the mill will close", None),
    ],
)
def test_what_was_not_said_tells_why(subject, before, cue, content, factuality):
    record = record_of(f"{before}{cue} {content}.", subject, cue, content)
    assert factuality_of(record, before, ENGLISH) == factuality


@pytest.mark.parametrize(
    "text", ["Ola Berg feared that the boat would sink.", "Ada Berg never said that the boat sank."]
)
def test_what_was_not_said_comes_out_only_where_everything_is_asked_for(text):
    assert not extract(text)
    assert extract(text, min_confidence=0)


def test_acts_are_chosen_in_every_way_there_is(tmp_path, capsys):
    text = "Ivo Marek said the pier was safe. Ola Berg feared that the boat would sink."
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    everything = extract(text, min_confidence=0)
    assert [record.act for record in everything] == ["speech", "thought"]
    assert [record.act for record in everything.filter(acts="thought")] == ["thought"]
    (records,) = extract_many([text], acts=["thought"])
    assert [record.act for record in records] == ["thought"]
    archive = QuoteArchive(":memory:")
    archive.add([Article(text, id="a")], min_confidence=0)
    assert [record.act for record in archive.search(acts=["thought"])] == ["thought"]
    assert main(["extract", str(path), "--format", "jsonl", "--acts", "thought"]) == 0
    assert [json.loads(line)["act"] for line in capsys.readouterr().out.splitlines()] == ["thought"]


def test_an_act_that_does_not_exist_is_refused():
    with pytest.raises(OptionError, match="acts must be one or more of speech, thought, intent"):
        extract("“Go,” he said.", acts=["shout"])
    with pytest.raises(OptionError, match="min_confidence"):
        extract("“Go,” he said.", min_confidence=2)


def test_a_record_of_an_older_file_is_speech():
    line = '{"speaker": "Ida", "quote": "No", "source": "a", "kind": "post", "spans": [[1, 3]]}'
    (record,) = read_jsonl([line])
    assert (record.act, record.factuality) == ("speech", None)
