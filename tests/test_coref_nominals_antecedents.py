"""Whom descriptions stand for: the model of the package."""

import json
from importlib.resources import files

from mentions import read
from tables import for_each

from quoteattr.coref.nominals import antecedents
from quoteattr.coref.nominals.antecedent_features import FEATURES


def resolve(text, description):
    """The name of whom a description stands for, None for nobody named."""
    coreference = read(text)
    chunk = coreference.chunks.ends.index(text.rindex(description) + len(description))
    entity = coreference.entity_of(chunk)
    return entity and entity.name


@for_each(
    ("text", "description", "expected"),
    [
        ("Lena Falk, the mayor of Brack, spoke. It rained. The mayor laughed.", "The mayor", 1),
        ("Rita Moor, 73, was hurt in her home. The 73-year-old is well.", "The 73-year-old", 1),
        ("Nordwind Energy cut 300 jobs. The company blamed the weather.", "The company", 1),
        ("Quill Games delayed its title. The studio asked for patience.", "The studio", 1),
        ("Pia Lund fell from the roof. It was late, the doctor said.", "the doctor", 0),
        ("Ada Berg called the police. The agency had no comment.", "The agency", 0),
        ("Otto Blum wept as the judge told him to go.", "the judge", 0),
        # a body that is a subject of the same sentence
        ("Harbor Bank raised its rates because the bank expects a loss.", "the bank", 1),
        # nouns for bodies and people
        ("Kolar Airways grounded ten jets on Monday. The carrier was late.", "The carrier", 1),
        ("Vale Zoo lost its last bear on Sunday. The zoo will mourn.", "The zoo", 1),
        # another age is somebody else's
        ("Ida Holm, 73, was robbed at noon. The 31-year-old was caught.", "The 31-year-old", 0),
    ],
)
def test_descriptions(text, description, expected):
    name = " ".join(text.replace(",", "").split()[:2])
    assert resolve(text, description) == (name if expected else None)


def test_every_feature_has_a_weight_and_no_other():
    weights = json.loads(files("quoteattr.model").joinpath("antecedents.json").read_text())[
        "weights"
    ]
    assert weights.keys() == set(FEATURES)
    model = antecedents.default_antecedent_model()
    assert 0 < model.threshold < 1
