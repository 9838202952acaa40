"""Whom descriptions stand for: the features, and the model of the package."""

import numpy as np
import pytest

from quoteattr.coref import antecedents
from quoteattr.coref.antecedent_features import FEATURES, feature_rows, similarity
from quoteattr.coref.coreference import Coreference
from quoteattr.coref.descriptions import find_candidates, read_description
from quoteattr.detect.chunks import find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize


def resolve(text, description, model=None):
    """The name of whom a description stands for, None for nobody named."""
    chunks = find_chunks(tokenize(text, find_quotes(text)))
    start = text.rindex(description)
    chunk = next(i for i, end in enumerate(chunks.ends) if end == start + len(description))
    entity = Coreference(text, chunks, model=model).entity_of(chunk)
    return entity and entity.name


class Recorder(antecedents.AntecedentModel):
    """Keeps the candidates and features of the last description."""

    def choose(self, discourse, chunk):
        """Keep what is asked and choose nobody."""
        description = read_description(discourse, chunk)
        type(self).found = find_candidates(discourse, description)
        table = feature_rows(discourse, description, self.found)
        type(self).table = [dict(zip(FEATURES, row, strict=True)) for row in table]


def features(text, description):
    """The features of each candidate, by its name."""
    resolve(text, description, Recorder(np.zeros(len(FEATURES)), 0.0, 0.5))
    names = [candidate.entity.name for candidate in Recorder.found]
    return dict(zip(names, Recorder.table, strict=True))


@pytest.mark.parametrize(
    ("text", "description", "expected"),
    [
        ("Lena Falk, the mayor of Brack, spoke. It rained. The mayor laughed.", "The mayor", 1),
        ("Rita Moor, 73, was hurt in her home. The 73-year-old is well.", "The 73-year-old", 1),
        ("Nordwind Energy cut 300 jobs. The company blamed the weather.", "The company", 1),
        ("Quill Games delayed its title. The studio asked for patience.", "The studio", 1),
        ("Pia Lund fell from the roof. It was late, the doctor said.", "the doctor", 0),
        ("Ada Berg called the police. The agency had no comment.", "The agency", 0),
        ("Otto Blum wept as the judge told him to go.", "the judge", 0),
    ],
)
def test_descriptions(text, description, expected):
    name = " ".join(text.replace(",", "").split()[:2])
    assert resolve(text, description) == (name if expected else None)


def test_features_say_what_the_article_shows():
    text = "Lena Falk, the mayor of Brack, met Otto Blum. The mayor laughed."
    found = features(text, "The mayor")
    assert found["Lena Falk"]["c was described by the noun"] == 1
    assert found["Otto Blum"]["c was described by the noun"] == 0
    assert found["Otto Blum"]["rank of c"] < found["Lena Falk"]["rank of c"]


def test_the_owner_is_no_candidate():
    text = "Rolf Amdal wrote to Ida Storm. Storm’s former treasurer was angry."
    assert list(features(text, "former treasurer")) == ["Rolf Amdal"]


def test_a_group_is_no_person():
    text = "Mr. Rolf Amdal left Nordwind Energy. The company was sold."
    assert list(features(text, "The company")) == ["Nordwind Energy"]


def test_similarity_needs_known_words():
    assert similarity("qzxqzx", "company") == 0.0
    assert similarity("airline", "airways") > similarity("airline", "soup")


def test_every_feature_has_a_weight_and_no_other():
    model = antecedents.default()
    assert len(model.weights) == len(FEATURES) == len(set(FEATURES))
    assert 0 < model.threshold < 1
