"""Choose the antecedent of a description: *the mayor*, *the studio*, *the 73-year-old*.

*Nobody whom the article names* is one of the choices. A log-linear model (softmax over the
candidates), trained by ``python -m quoteattr.training.antecedents`` on annotated descriptions,
weights the features of description and candidate.
"""

from __future__ import annotations

import json
from functools import lru_cache

import numpy as np
from attrs import frozen

from quoteattr.coref.discourse import Antecedent, DiscourseState
from quoteattr.coref.nominals.antecedent_features import FEATURES, Floats, feature_rows
from quoteattr.coref.nominals.descriptions import find_candidates, read_description
from quoteattr.data import data_file


@frozen(eq=False)
class AntecedentModel:
    """The learned parameters: the weight of each feature, and the required probability."""

    weights: Floats
    #: score of *nobody whom the article names*
    nobody: float
    #: minimum probability of a chosen entity
    threshold: float

    def choose(self, state: DiscourseState, i: int) -> Antecedent:
        """The entity to which the nominal in chunk i refers, if it is likely enough."""
        description = read_description(state, i)
        candidates = find_candidates(state, description)
        if not candidates:
            return Antecedent(share=0.0, ruled_out=description.ruled_out)
        scores = (feature_rows(state, description, candidates) * self.weights).sum(axis=1)
        best = int(scores.argmax())
        total = np.exp(scores - scores[best]).sum() + np.exp(self.nobody - scores[best])
        share = 1.0 / float(total)
        entity = candidates[best].entity if share >= self.threshold else None
        return Antecedent(entity, share=share, ruled_out=description.ruled_out)


@lru_cache(maxsize=1)
def default_antecedent_model() -> AntecedentModel:
    """The model of the package, loaded once."""
    source = data_file("model", "antecedents.json")
    data = json.loads(source.read_text(encoding="utf-8"))
    weights = np.array([data["weights"][name] for name in FEATURES])
    return AntecedentModel(weights, data["nobody"], data["threshold"])
