"""Optional dependencies: ``pip install 'quoteattr[EXTRA]'``."""

from __future__ import annotations

import importlib.util

from quoteattr.errors import MissingExtraError


def require(extra: str, *modules: str) -> None:
    """Check that the packages of an extra are installed.

    Args:
        extra: its name in ``setup.cfg``.
        modules: the top-level modules that will be imported.

    Raises:
        MissingExtraError: a module is missing; the message says what to install.

    >>> require("xml", "json", "no_such_module")
    Traceback (most recent call last):
    ...
    quoteattr.errors.MissingExtraError: xml needs no_such_module; pip install 'quoteattr[xml]'
    """
    missing = [name for name in modules if importlib.util.find_spec(name) is None]
    if missing:
        raise MissingExtraError(
            f"{extra} needs {' and '.join(missing)}",
            where=extra,
            remedy=f"pip install 'quoteattr[{extra}]'",
        )
