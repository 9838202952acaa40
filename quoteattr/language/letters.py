"""Letters and words of any language: shared patterns and operations."""

from __future__ import annotations

from unicodedata import normalize

from quoteattr.language.patterns import lazy_regex

# Shared patterns of words. Some modules have reasons to use others: names also have full stops and
# ampersands (coref/names/forms.py, detect/transcripts/labels.py), tokens are split by chunk tags
# (detect/tokens.py), in a comparison of quotes brackets and invisible characters are part of a word
# (compare/normalize.py), a full-text index splits words at every sign (archive/search.py), words in
# lists have no digits (training/word_lists.py), and the words that evaluation counts never change
# (evaluation/score.py).

#: a character of a word after its first one
WORD_CHARACTER = r"[\p{L}\p{M}\p{N}'’\-]"
#: a word or number: *harbour-master’s*, *1990s*
WORD = rf"[\p{{L}}\p{{N}}]{WORD_CHARACTER}*+"

_ACCENTS = lazy_regex(r"\p{Mn}++")


def strip_accents(word: str) -> str:
    """Remove accents and other marks above or below the letters of a word.

    Letters that do not decompose into a base letter and a mark remain, such as *ø*.

    >>> strip_accents("Cáceres"), strip_accents("Jose\u0301")
    ('Caceres', 'Jose')
    """
    return word if word.isascii() else _ACCENTS.sub("", normalize("NFD", word))
