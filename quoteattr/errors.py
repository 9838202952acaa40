"""The errors of quoteattr: one base class, and a subclass for each mistake of a caller.

Messy text never raises. A wrong call raises at once, and the message says what to pass instead.
"""

from __future__ import annotations


class QuoteattrError(Exception):
    """Base of every error that quoteattr raises on purpose.

    Messages have the form ``where: problem; remedy``. A problem that names the place itself needs
    no ``where``.

    Args:
        problem: what was wrong, with the value, as ``text.shorten`` shows it.
        where: the argument, or the file and line.
        remedy: what to do, in the imperative: ``pass …``, ``install …``.

    >>> print(OptionError("must be 1 or more, not 0", where="workers", remedy="pass 1 or more"))
    workers: must be 1 or more, not 0; pass 1 or more
    """

    def __init__(
        self, problem: object, *, where: str | None = None, remedy: str | None = None
    ) -> None:
        # A test requires all three, but at run time a message without them is better than none.
        self.problem, self.where, self.remedy = str(problem), where, remedy
        named = where is None or where in self.problem
        message = self.problem if named else f"{where}: {self.problem}"
        super().__init__(message if remedy is None else f"{message}; {remedy}")


class InputError(QuoteattrError, TypeError):
    """An argument is of the wrong type, such as bytes where text is required."""


class OptionError(QuoteattrError, ValueError):
    """An option has a value that does not exist, such as an unknown format."""


class SourceError(QuoteattrError, OSError):
    """A source cannot be read: it is missing, not a file, or not UTF-8."""


class ModelError(QuoteattrError, ValueError):
    """A model file does not fit the rules of this version."""


class MissingExtraError(QuoteattrError, ImportError):
    """A function needs packages that only an extra of quoteattr installs."""


class LanguageWarning(UserWarning):
    """An article is in a language that quoteattr does not read."""


class MarkupWarning(UserWarning):
    """A text has HTML tags, which remain in its quotes."""
