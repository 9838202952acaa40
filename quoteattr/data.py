"""Find the data files of the package, which lie beside its modules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def data_file(folder: str, name: str) -> Traversable:
    """A data file of the package.

    Args:
        folder: its folder, relative to that of the package.
        name: the name of the file.

    >>> data_file("model", "attribution.json").is_file()
    True
    """
    path = Path(__file__).parent / folder / name
    if path.exists():
        return path
    # The package is in a zip file. The module takes some ten milliseconds to import.
    from importlib.resources import files

    return files("quoteattr").joinpath(folder, name)
