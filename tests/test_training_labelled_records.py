"""What comes out of an annotated article, and what its annotation says of it."""

import pytest

from quoteattr import extract
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.model.model import load_default
from quoteattr.records import Span
from quoteattr.training.labelled_records import label_article, read_acts

TEXT = "“The pier is rotten,” said Ada Berg. Bo Holm said the old ramp was “a museum of rust”."


def attribution(identifier, content, source):
    """An annotation of words of the text."""
    places = [Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in content]
    start = TEXT.index(source)
    return GoldAttribution(identifier, tuple(places), (Span(start, start + len(source)),), ())


DIRECT = attribution("a", ["The pier is rotten,"], "Ada Berg")
CLAUSE = attribution("b", ["the old ramp was “a museum of rust”"], "Bo Holm")


def labelled(*attributions, acts=()):
    """The labels of the records by their words."""
    gold = GoldArticle("pier", TEXT, attributions)
    article = label_article(gold, dict(acts), load_default())
    return article, {labelled.record.quote: labelled for labelled in article.records}


def test_each_record_has_what_the_annotation_says_of_it():
    article, records = labelled(DIRECT, CLAUSE)
    direct, clause = records.values()
    assert [len(words) for words in article.contents] == [4, 8]
    assert direct.right
    assert direct.reported
    assert direct.clause is None
    assert not direct.alone
    assert clause.right
    assert clause.clause is not None
    (words_in_marks,) = clause.alone
    assert words_in_marks.record.quote == "a museum of rust"
    assert words_in_marks.right


def test_what_is_not_annotated_is_not_reported():
    _, records = labelled(DIRECT)
    direct, clause = records.values()
    assert direct.right
    assert not clause.reported
    assert not clause.is_speech
    assert not clause.right


def test_what_was_only_thought_is_reported_and_no_speech():
    _, records = labelled(DIRECT, CLAUSE, acts={("pier", "b"): "thought"}.items())
    direct, clause = records.values()
    assert direct.is_speech
    assert clause.reported
    assert not clause.is_speech


def test_another_speaker_is_not_right():
    _, records = labelled(DIRECT, attribution("b", ["the old ramp was “a museum of rust”"], "Ada"))
    clause = list(records.values())[1]
    assert clause.is_speech
    assert not clause.by_speaker
    assert not clause.right


@pytest.mark.parametrize("content", ["the old ramp was", "museum of rust"])
def test_half_of_the_words_make_a_record_reported(content):
    _, records = labelled(attribution("b", [content], "Bo Holm"))
    clause = list(records.values())[1]
    assert clause.is_speech == (content == "the old ramp was")


def test_acts_are_read_where_there_are_some(tmp_path):
    assert read_acts(tmp_path) == {}
    (tmp_path / "acts.tsv").write_text("pier\ta\tspeech\n\npier\tb\tthought\n", "utf-8")
    assert read_acts(tmp_path) == {("pier", "a"): "speech", ("pier", "b"): "thought"}


def test_a_clause_that_the_model_in_use_finds_unlikely_is_an_example():
    text = "Ida Berg, who ran the campaign for the old pier, had mixed feelings."
    article = label_article(GoldArticle("pier", text, ()), {}, load_default())
    assert [labelled.record.quote for labelled in article.records] == ["had mixed feelings"]
    assert not extract(text, min_confidence=0)
