"""How sure a reported clause is, and when the model of speech is asked."""

from types import SimpleNamespace
from unittest.mock import patch

import pytest
from tables import for_each

from quoteattr import extract
from quoteattr.attribute.clauses.judged import JudgedClause, is_cut_off, judge_clauses
from quoteattr.attribute.clauses.speech import SpeechModel, default_speech_model
from quoteattr.detect.tokens import tokenize
from quoteattr.language import ENGLISH
from quoteattr.records import Span
from quoteattr.tag.clauses import Clause, ClauseReading


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Mara Holt said on Monday that the old mill would close in May.", 1),
        ("Mara Holt did not say that the old mill would close in May.", 0),  # not wanted: denied
        ("Mara Holt believes that the old mill will close in May.", 0),  # a thought
    ],
)
def test_the_model_is_asked_only_of_what_may_be_wanted(text, asked):
    confidence = SpeechModel.confidence
    with patch.object(SpeechModel, "confidence", autospec=True, side_effect=confidence) as model:
        extract(text)
    assert model.call_count == asked


def test_what_is_no_clause_is_not_judged():
    with patch.object(SpeechModel, "confidence", autospec=True) as model:
        assert list(extract("Mara Holt said it.")) == []
    assert not model.called


@for_each(
    ("words", "quoted_indices", "cut"),
    [
        ("the film was directed by Ada Berg and", (), True),
        ("the film in which", (), True),
        ("the film was a", (), True),
        ("the film was late", (), False),
        ("he knew which", (), False),
        ("the film that she thought of", (), False),
        ("the film was a", {0}, False),  # with words in marks
        ("", (), False),
    ],
)
def test_a_clause_that_ends_where_none_can_is_none(words, quoted_indices, cut):
    tokens = tokenize(words, [])
    clause = SimpleNamespace(tokens=tokens, quoted_indices=quoted_indices, language=ENGLISH)
    assert is_cut_off(clause) is cut


@for_each(
    ("mean", "speech", "act", "quoted_indices", "doubtful"),
    [
        (0.6, 0.2, "speech", (), True),
        (0.7, 0.2, "speech", (), False),  # content by the tagger
        (0.6, 0.4, "speech", (), False),  # speech by the model
        (0.6, 0.2, "thought", (), False),  # the model knows speech only
        (0.6, 0.2, "speech", {0}, False),  # somebody says the words in marks
        (None, 0.2, "speech", (), False),  # no tagger
    ],
)
def test_a_clause_that_tagger_and_model_doubt_is_none(mean, speech, act, quoted_indices, doubtful):
    reading = None if mean is None else ClauseReading(mean, 0.5, 0.5, 0.0, 0.0)
    quote = SimpleNamespace(clause=Clause(Span(0, 9), (), 0.5, reading))
    clause = SimpleNamespace(
        attributions=[SimpleNamespace(quote=quote)], act=act, quoted_indices=quoted_indices
    )
    with patch.object(JudgedClause, "probability", speech):
        assert JudgedClause(clause, default_speech_model()).doubtful is doubtful


@for_each(("everything", "count"), [(False, 0), (True, 1)])
def test_a_clause_that_is_cut_off_comes_out_only_with_everything(everything, count):
    clause = SimpleNamespace(
        tokens=tokenize("the film was a", []),
        attributions=(),
        act="speech",
        quote="the film was a",
        quoted=(),
        quoted_indices=(),
        language=ENGLISH,
    )
    assert len(list(judge_clauses([clause], default_speech_model(), everything))) == count
