"""The folds of a cross-validation, and the models trained without each of them.

``quoteattr train --held-out FOLDER`` writes these models. Training or measuring anything on top of
a model's predictions requires predictions for articles that are new to the model.
"""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

from quoteattr.model.model import Model, load_model

#: the number of folds
FOLDS = 5


def fold_of(name: str) -> int:
    """The fold of an article, by its name: the same in every run and in every corpus."""
    return crc32(name.encode()) % FOLDS


def held_out_path(folder: Path, fold: int) -> Path:
    """The file of the model that was trained without a fold."""
    return folder / f"{fold}.json"


class HeldOutModels:
    """For each article, the model that was trained without its fold."""

    def __init__(self, folder: Path) -> None:
        """Read the models.

        Args:
            folder: where ``quoteattr train --held-out`` wrote them.

        Raises:
            ModelError: one of them is missing or broken.
        """
        self._models = [load_model(held_out_path(folder, fold)) for fold in range(FOLDS)]

    def of(self, name: str) -> Model:
        """The model that was not trained on the article of this name."""
        return self._models[fold_of(name)]
