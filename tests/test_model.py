"""Model: all that was learned, in one file and one beside it, and files that do not fit."""

import json
import pickle
from importlib.resources import files

import numpy as np
import pytest

from quoteattr import ModelError, QuoteattrError, extract
from quoteattr.attribute.decision.trees import RULE_COLUMNS
from quoteattr.model.model import default_tagger, load_default, load_model
from quoteattr.tag.tagger import BEGIN, CUE, INSIDE, LABELS, SOURCE, Tagged

NODE = {"rule": "nobody", "above": 0.5, "value": 0.25, "yes": 1.0, "no": 0.5}
LEARNED = {"trees": [NODE], "calibration": [[0.5, 0.6], [1.0, 0.9]]}


def write(path, quotes=LEARNED, clauses=LEARNED):
    path.write_text(json.dumps({"quotes": quotes, "clauses": clauses}), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "3", "{}", '{"trees": []}', json.dumps({"quotes": LEARNED})],
)
def test_a_file_that_is_none_of_weights_is_told_by_name(tmp_path, content):
    path = tmp_path / "model.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=r"model\.json is not a model file"):
        load_model(path)


def test_a_file_that_is_not_there_is_told_by_name(tmp_path):
    with pytest.raises(ModelError, match=r"cannot read the model '.*none\.json': No such file"):
        load_model(tmp_path / "none.json")


def test_a_file_is_read_and_an_error_is_one_of_ours(tmp_path):
    row = np.zeros((1, len(RULE_COLUMNS)), dtype=np.float32)
    model = load_model(write(tmp_path / "model.json"))
    assert model.quotes.scores(row) == model.clauses.scores(row) == [0.5]
    assert issubclass(ModelError, QuoteattrError)


def test_the_tagger_stands_beside_the_file_or_is_that_of_the_package(tmp_path):
    path = write(tmp_path / "mine.json")
    assert load_model(path).tagger is default_tagger()
    ours = files("quoteattr.model").joinpath("attribution.npz").read_bytes()
    (tmp_path / "mine.npz").write_bytes(ours)
    assert load_model(path).tagger is not default_tagger()
    (tmp_path / "mine.npz").write_bytes(b"nothing")
    with pytest.raises(ModelError, match=r"mine\.npz is not a tagger file"):
        extract("She said it rained.", model=load_model(path))


def test_weights_travel_to_other_processes(tmp_path):
    model = pickle.loads(pickle.dumps(load_model(write(tmp_path / "model.json"))))
    assert extract("“Go,” said Mara Holt.", model=model, unattributed=True)
    assert (
        pickle.loads(pickle.dumps(load_default())).quotes.tests.shape
        == load_default().quotes.tests.shape
    )


class LastWord:
    """A tagger of a caller's own: whatever stands after the word *claims* is reported."""

    def tag(self, text, tokens, paragraphs=None):
        """Label what stands before and after the word."""
        words = [token.word for token in tokens]
        cue = words.index("claims")
        labels = [SOURCE] * cue + [CUE, BEGIN] + [INSIDE] * (len(words) - cue - 2)
        return Tagged(labels, np.eye(len(LABELS), dtype=np.float32)[labels])


def test_a_tagger_of_ones_own_takes_the_place_of_ours():
    model = load_model().with_tagger(LastWord())
    (record,) = extract("Mara Holt claims victory", model=model)
    assert (record.speaker, record.quote, record.cue.text) == ("Mara Holt", "victory", "claims")
