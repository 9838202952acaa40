"""How sure a reported clause is, and when the model of speech is asked."""

from unittest.mock import patch

import pytest

from quoteattr import extract
from quoteattr.attribute.clauses.speech import SpeechModel


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
