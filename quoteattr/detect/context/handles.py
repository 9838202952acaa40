"""Tell user names of forums by their form."""

from __future__ import annotations

from quoteattr.language.patterns import lazy_regex

#: a user name of a forum, in lower case: *user pierlover77*, *user mara_h*, *u/oatmill*
_HANDLE = lazy_regex(r"\p{L}[\p{L}\-.]*+[\d_][\w\-.]*+|u/[\w\-]{2,}+")


def is_handle(word: str) -> bool:
    """Whether a word has the form of a user name: letters, then digits or underscores; *u/…*.

    >>> [is_handle(word) for word in ("mara_h", "pierlover77", "mara", "u/mara")]
    [True, True, False, True]
    """
    return _HANDLE.fullmatch(word) is not None
