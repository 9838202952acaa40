"""Find full names anywhere in an article, including quotes, by their last word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from quoteattr.coref.names.forms import NameForm, key
from quoteattr.coref.names.name_words import name_words
from quoteattr.detect.alphabet import OTHER_WORD
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.transcripts.bare_names import possessive_suffixes
from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import lazy_regex

#: consecutive capitalised words on one line, possibly with a particle between them; one word alone
#: matches as well, since otherwise each of its capitals would be tried again
_RUN = lazy_regex(
    r"\p{Lu}[\p{L}.'’\-]*+(?:[^\S\r\n](?:\p{Ll}{1,5}[^\S\r\n])?\p{Lu}[\p{L}.'’\-]*+)*+"
)
#: tags of words that ``name_words`` keeps, and that do not begin a name
_GRAMMAR = tags("PREPOSITION|AUXILIARY|COPULA|RELATIVE")
#: maximum number of words before the last one of a name, and of runs that end in one word
_WORDS, _RUNS = 4, 8


class FullNames:
    """The runs of capitalised words of an article, by their last word."""

    def __init__(self, text: str, language: Language = ENGLISH) -> None:
        """Find the runs."""
        self._language = language
        self._runs = _find_runs(text, language)

    def ending_in(self, word: str) -> Iterator[NameForm]:
        """The names of several words that end in the word, in order of the text.

        >>> list(FullNames("“Ask Ines van Kolar. Kolar’s ferry is late.”").ending_in("Kolar"))
        [('Ask', 'Ines', 'van', 'Kolar')]
        """
        language = self._language
        for run in self._runs.get(word, ()):
            words = name_words(run, language)
            lower = {w for w in words if w.islower()}
            opens = language.word_tags.get(key(words[0]), OTHER_WORD) not in _GRAMMAR
            if opens and len(words) > 1 and words[-1] == word and lower <= language.particles:
                yield words


def _find_runs(text: str, language: Language) -> Mapping[str, list[str]]:
    """Runs of capitalised words, each up to a word and by that word."""
    endings = possessive_suffixes(language)
    runs = defaultdict[str, list[str]](list)
    for match in _RUN.finditer(text):
        words = match.group().split()
        first = 0
        for k, word in enumerate(words):
            if k and _ends_sentence(words[k - 1], language):
                first = k
            bare = bare_word(word, endings)
            run = " ".join((*words[max(first, k - _WORDS) : k], bare))
            if k > first and len(runs[bare]) < _RUNS and run not in runs[bare]:
                runs[bare].append(run)
    return runs


def bare_word(word: str, possessive_endings: tuple[str, ...]) -> str:
    """A word of a name without the punctuation after it and without a possessive ending.

    >>> bare_word("Kolar’s", ("’s",)), bare_word("Kolar.", ("’s",))
    ('Kolar', 'Kolar')
    """
    bare = word.rstrip(".'’-")
    ending = next((e for e in possessive_endings if bare.endswith(e)), "")
    return bare.removesuffix(ending)


def _ends_sentence(word: str, language: Language) -> bool:
    """Whether the full stop after the word belongs neither to an initial nor to an abbreviation."""
    initial = word.count(".") > 1 or len(word) == 2
    return word.endswith(".") and not initial and word.lower() not in language.abbreviations
