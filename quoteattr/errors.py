"""What quoteattr raises: one base, and a kind for each mistake a caller can make.

Messy text never raises. Only a call that cannot be meant as it stands does, at once, and says
what to pass instead.
"""


class QuoteattrError(Exception):
    """Base of every error that quoteattr raises on purpose."""


class InputError(QuoteattrError, TypeError):
    """An argument is of the wrong type, such as bytes where text is wanted."""


class OptionError(QuoteattrError, ValueError):
    """An option has a value that does not exist, such as an unknown format."""


class SourceError(QuoteattrError, OSError):
    """A source cannot be read: it is missing, not a file, or not UTF-8."""


class WeightsError(QuoteattrError, ValueError):
    """A file of weights does not fit the rules of this version."""


class MissingExtraError(QuoteattrError, ImportError):
    """What was asked for needs packages that only an extra of quoteattr brings."""
