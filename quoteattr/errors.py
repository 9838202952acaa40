"""What quoteattr raises: one base, and a kind for each mistake a caller can make.

Messy text never raises. Only a call that cannot be meant as it stands does, at once, and says
what to pass instead.
"""

from __future__ import annotations

from reprlib import Repr
from typing import Any

#: the longest a value is in a message, in characters
LONGEST_VALUE = 200


class QuoteattrError(Exception):
    """Base of every error that quoteattr raises on purpose.

    Its message has one form: ``where: problem; remedy``. A problem that names the place itself
    needs no ``where`` before it.

    Args:
        problem: what was wrong, with the value that was, as ``shorten`` shows it.
        where: the argument, the file and line, or whatever else holds it.
        remedy: what to do about it, as an order: ``pass …``, ``install …``.

    >>> print(OptionError("must be 1 or more, not 0", where="workers", remedy="pass 1 or more"))
    workers: must be 1 or more, not 0; pass 1 or more
    """

    def __init__(
        self, problem: object, *, where: str | None = None, remedy: str | None = None
    ) -> None:
        # All three are asked for by a test; a message without them is better than none.
        self.problem, self.where, self.remedy = str(problem), where, remedy
        named = where is None or where in self.problem
        message = self.problem if named else f"{where}: {self.problem}"
        super().__init__(message if remedy is None else f"{message}; {remedy}")


class InputError(QuoteattrError, TypeError):
    """An argument is of the wrong type, such as bytes where text is wanted."""


class OptionError(QuoteattrError, ValueError):
    """An option has a value that does not exist, such as an unknown format."""


class SourceError(QuoteattrError, OSError):
    """A source cannot be read: it is missing, not a file, or not UTF-8."""


class ModelError(QuoteattrError, ValueError):
    """A file of a model does not fit the rules of this version."""


class MissingExtraError(QuoteattrError, ImportError):
    """What was asked for needs packages that only an extra of quoteattr brings."""


class LanguageWarning(UserWarning):
    """An article is in a language that quoteattr does not read."""


def shorten(value: Any, limit: int = LONGEST_VALUE) -> str:
    """Show a value in a message: its ``repr`` in one line, cut; binary data only by its size.

    Args:
        value: What a caller passed, or what a file holds.
        limit: The most characters that it takes.

    Returns:
        The words for the message.

    >>> shorten("w.json"), shorten(b"PK" * 700_000), shorten("ab" * 500, limit=8)
    ("'w.json'", '<1,400,000 bytes>', "'ababab…")
    """
    if isinstance(value, bytes | bytearray | memoryview):
        return f"<{len(value):,} bytes>"
    if isinstance(value, str):  # not as a whole: the text of an article may be passed for its path
        return shorten_text(repr(value[:limit]), limit)
    shown = Repr()
    shown.maxstring = shown.maxother = shown.maxlong = limit
    shown.maxlist = shown.maxtuple = shown.maxdict = shown.maxset = 20
    try:
        return shorten_text(shown.repr(value), limit)
    except Exception:  # a class may have any __repr__, and a long integer has none
        return f"<{type(value).__name__}>"


def shorten_text(text: object, limit: int = LONGEST_VALUE) -> str:
    r"""Show in a message what somebody else wrote, such as another library: in one line, cut.

    >>> shorten_text("invalid literal\n  for int()"), shorten_text("a" * 500, limit=5)
    ('invalid literal for int()', 'aaaa…')
    """
    line = " ".join(str(text)[: 4 * limit].split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
