"""Count how an article uses each form of a name: how often, after which words, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from quoteattr.coref.names.forms import NameForm, keys
from quoteattr.detect.alphabet import END, PARAGRAPH_END, POSSESSIVE, PREPOSITION, SENTENCE_END
from quoteattr.detect.chunks import Chunks
from quoteattr.language import Language
from quoteattr.language.patterns import lazy_regex

_LOWER_WORD = lazy_regex(r"(?<![\p{L}\p{N}'’\-])\p{Ll}[\p{Ll}\-]++")
_ANY_WORD = lazy_regex(r"\p{L}++")
#: the share of mentions of a place that follow prepositions of place
_PLACED = 0.12
#: the share, and the number, at which a last name is a place's all the same
_OFTEN_PLACED, _MANY = 0.3, 2


class NameCounts:
    """Counts of the forms of names in one article; forms are keys (``forms.keys``)."""

    def __init__(self, text: str, chunks: Chunks, names: Mapping[int, NameForm]) -> None:
        """Count the forms.

        Args:
            text: the article.
            chunks: its chunks.
            names: the words of each name as written, by its chunk.
        """
        self.text, self.chunks, self.language = text, chunks, chunks.language
        forms = {i: keys(form) for i, form in sorted(names.items())}
        #: how often each form occurs
        self.forms = Counter(forms.values())
        #: the first chunk of each form
        self.first = {form: i for i, form in reversed(forms.items())}
        #: names of one word; first words of longer names; last words, with the number of forms
        self.single = frozenset(form[0] for form in self.forms if len(form) == 1)
        self.firsts = frozenset(form[0] for form in self.forms if len(form) > 1)
        self.lasts = Counter(form[-1] for form in self.forms if len(form) > 1)
        #: cached: the same words recur
        self._nouns = dict[str, bool]()
        self._placed = Counter(form for i, form in forms.items() if self._is_placed(i))
        self._opening = Counter(form for i, form in forms.items() if self._opens(i))
        first_line = chunks.tags.partition(PARAGRAPH_END)[0]
        headline = 0 if SENTENCE_END in first_line else len(first_line)
        self._in_headline = Counter(form for i, form in forms.items() if i < headline)

    def is_place(self, form: NameForm, often: bool = False) -> bool:
        """Whether the form follows prepositions of place as often as places do."""
        placed = self._placed[form]
        if often and placed < _MANY:
            return False
        return placed > 0 and placed >= (_OFTEN_PLACED if often else _PLACED) * self.forms[form]

    def is_name(self, form: NameForm) -> bool:
        """Whether the article uses the form as a complete name, or as somebody's last name."""
        return form in self.forms or (len(form) == 1 and self.lasts[form[0]] > 1)

    def always_opens(self, form: NameForm) -> bool:
        """Whether the form occurs only at the start of sentences, where a capital shows little."""
        return self._opening[form] == self.forms[form]

    def only_in_headline(self, form: NameForm) -> bool:
        """Whether the form occurs only in the headline, where a verb may have a capital, too."""
        return self._in_headline[form] == self.forms[form]

    def has_demonym(self, word: str) -> bool:
        """Whether the article has a name of people derived from the word, as from a country's."""
        return any(word + ending in self._words for ending in self.language.demonym_endings)

    def is_noun(self, word: str) -> bool:
        """Whether a word of a name is a noun: the language or the article has it in lower case.

        A given name is not a noun: *Mark*, *Hope*.
        """
        if word not in self._nouns:
            self._nouns[word] = self._is_noun(word)
        return self._nouns[word]

    def _is_noun(self, word: str) -> bool:
        """The cached part of ``is_noun``; a cache of the method would create a reference cycle."""
        language, lower = self.language, word.lower()
        if lower in language.given_names:
            return False
        written = lower in self.vocabulary or language.plural(lower) in self.vocabulary
        return written or lower in language.derived(_nouns_of_names)

    def _is_placed(self, i: int) -> bool:
        """Whether a preposition of place precedes the name, and no possessive ending follows it."""
        tags, heads = self.chunks.tags, self.chunks.heads
        if tags[i - 1] != PREPOSITION or tags[i + 1 : i + 2] == POSSESSIVE:
            return False
        return heads[i - 1] in self.language.place_prepositions

    def _opens(self, i: int) -> bool:
        """Whether the name begins its sentence."""
        return i == 0 or self.chunks.tags[i - 1] in END

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words that occur in lower case in the article."""
        return frozenset(_LOWER_WORD.findall(self.text))

    @cached_property
    def _words(self) -> frozenset[str]:
        """All words of the article, verbatim."""
        return frozenset(_ANY_WORD.findall(self.text))


def _nouns_of_names(language: Language) -> frozenset[str]:
    """Words that are not names alone: ordinary ones, and those in names of bodies and things."""
    bodies = language.organisation_words | language.body_fields | language.country_acronyms
    things = language.thing_words | language.no_given_names | language.no_last_names
    return language.ordinary_words | bodies | things
