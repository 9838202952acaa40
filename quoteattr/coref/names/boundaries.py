"""Find where a name begins and ends: which of its words as written are part of it.

A form counts as a name if the article itself uses it so: words that precede a name here and occur
apart from it there (*Tresk Holt*, *Harbor Herald Holt*) are not part of it.
"""

from __future__ import annotations

from quoteattr.coref.names.counts import NameCounts
from quoteattr.coref.names.forms import NameForm, is_body, keys
from quoteattr.coref.names.offices import is_occupation

#: maximum number of words of a name to examine
_WORDS = 12


class NameBoundaries:
    """Removes words that are not part of a name, by how the article uses its names."""

    def __init__(self, counts: NameCounts) -> None:
        self._counts, self._language = counts, counts.language
        self._particles = frozenset(keys(self._language.particles))

    def clean(self, words: NameForm) -> NameForm:
        """The words without those that the article shows to be not part of the name."""
        if not 1 < len(words) <= _WORDS:
            return words
        form = keys(words)
        if is_body(words, self._language):
            return words[-2:] if self._runs_into_person(form) else words
        if self._is_acronym_before_country(words) or self._is_job_before_last_name(words):
            return words[1:]
        start = (
            self._given_name(words)
            or self._after_native(words)
            or self._after_capitals(words, form)
        )
        if start:
            return words[start:]
        if self._runs_into_word(words, form):
            return words[:-1]
        start = next((k for k in range(1, len(form)) if self._is_apart(form, k)), 0)
        if start:
            return words[start:]
        return words[: self._end(form)]

    def _end(self, form: NameForm) -> int:
        """The end of a known name before two or more further words, once in the article.

        If the known name follows, it is a short form: *Wan Hamdan* for *Wan Hamdan Azlan Wan Sani*.
        """
        counts = self._counts
        if counts.forms[form] == 1:
            for k in range(2, len(form) - 1):
                if form[:k] in counts.forms and form[k:] not in counts.forms:
                    earlier = counts.first[form[:k]] < counts.first[form]
                    plain = not self._language.ordinary_words.isdisjoint(form[k:])
                    return k if earlier or plain else len(form)
        return len(form)

    def _given_name(self, words: NameForm) -> int:
        """The index of a given name after an ordinary word or one in capitals, else 0.

        *Brack Junior Ada Berg*, *GSAS Dean Ada Berg*; but *North Carolina Panthers*, *JP Morgan*.
        """
        language = self._language
        last = words[-1].lower()
        if last in language.ordinary_words or last in language.thing_words:
            return 0
        for k in reversed(range(1, len(words) - 1)):
            if words[k].lower() in language.given_names and self._ends_prefix(words, k - 1):
                return k
        return 0

    def _after_native(self, words: NameForm) -> int:
        """The index of a name of two words after a nationality, else 0.

        *Italian Paolo Ferrante*; but *Italian Football Union*, and *Roman* is a given name, too.
        """
        language, (first, *further) = self._language, (word.lower() for word in words)
        native = first in language.native_adjectives and first not in language.continental
        if not native or first in language.given_names:
            return 0
        tables = (language.ordinary_words, language.thing_words, language.organisation_words)
        named = not any(word in table for word in further for table in tables)
        return int(named and len(further) == 2 and not self._counts.is_place(keys(words[1:])))

    def _after_capitals(self, words: NameForm, form: NameForm) -> int:
        """The start of a name that also occurs without the capitals before it, else 0.

        *No. 1 OG Ada Berg*, and *Ada Berg* by herself; but *JP Morgan Chase*, *US Steel Works*.
        """
        last = len(words) - 2
        start = next((k for k in range(last) if not self._is_acronym(words[k])), last)
        tail = form[start:]
        return start if tail in self._counts.forms and not self._counts.is_place(tail) else 0

    def _is_acronym(self, word: str) -> bool:
        """Whether the word is in capitals, and neither an initial nor the acronym of a country."""
        if len(word) < 2 or not word.isalpha():
            return False
        return word.isupper() and word.lower() not in self._language.country_acronyms

    def _ends_prefix(self, words: NameForm, k: int) -> bool:
        """Whether word k is in capitals, ordinary, or an office after another word."""
        word, lower, language = words[k], words[k].lower(), self._language
        if lower in language.particles:
            return False
        if word.isupper() and len(word) > 2 and "." not in word:
            return True
        if word in language.short_bodies or (lower in language.surname_roles and k):
            return True
        ambiguous = lower in language.ambiguous_organisation_words
        if lower in language.organisation_words and not ambiguous:
            return True
        tables = (
            language.ordinary_words,
            language.person_nouns,
            language.native_adjectives,
            language.body_fields,
        )
        plain = any(lower in table for table in tables)
        thing = lower in language.thing_words and lower not in language.no_given_names
        return (plain or thing) and lower not in language.given_names

    def _runs_into_word(self, words: NameForm, form: NameForm) -> bool:
        """Whether an ordinary word follows a complete name: *Donald Marsh Credit*, *… Drops*.

        In the headline it may be any word: *Actress Ngaio Adeleke Spills*.
        """
        language, counts = self._language, self._counts
        if len(words) < 3:
            return False
        if counts.only_in_headline(form) and form[-1] not in counts.single:
            return form[:-1] in counts.forms
        if words[0].lower() not in language.given_names:
            return False
        if form[-1] not in language.ordinary_words or form[-1] in counts.single:
            return False
        return form[-2:-1] in counts.forms or form[:-1] in counts.forms

    def _runs_into_person(self, form: NameForm) -> bool:
        """Whether a body runs into a person: *Ministry of Finance Ada Berg*, and *Berg* alone."""
        language = self._language
        if form[-1] in language.organisation_words or form[-1] in language.organisation_endings:
            return False
        if form[-2] in language.name_joints:
            return False
        return form[-1] in self._counts.single and not self._counts.is_place(form[-1:])

    def _is_acronym_before_country(self, words: NameForm) -> bool:
        """*US Israel*, if *Israel* also occurs alone and *Israeli* shows that it is a country."""
        if len(words) != 2 or not words[0].isupper():
            return False
        return keys(words[1:]) in self._counts.forms and self._counts.has_demonym(words[1])

    def _is_job_before_last_name(self, words: NameForm) -> bool:
        """*PC Berg*, *Private Berg*, if *Berg* is the last name of another form: *Ida Berg*.

        Also *CM Berg*, if *the CM* stands alone.
        """
        job, lower, language = words[0], words[0].lower(), self._language
        surname = lower in language.surname_roles and lower not in language.given_names
        last = keys(words)[-1]
        named = self._counts.lasts[last] > 1 and last not in language.organisation_endings
        acronym = job in language.job_acronyms
        alone = acronym and (lower,) in self._counts.forms
        return alone or (named and (acronym or surname))

    def _is_apart(self, form: NameForm, k: int) -> bool:
        """Whether the first k words are not part of the name: a body, a place, an ordinary word."""
        counts = self._counts
        before, tail = form[:k], form[k:]
        if self._particles.intersection(form[k - 1 : k + 1]):  # *Luiz da Silva*, *Nuala Ní Bhrán*
            return False
        if form[k - 1] in self._language.organisation_words:
            return counts.is_name(tail) or tail[-1] in counts.single
        if is_occupation(form[0], self._language):
            return counts.is_name(tail)
        if not counts.is_name(tail):
            return False
        if counts.is_place(before):
            return len(tail) > 1 or counts.lasts[tail[0]] > 1
        if self._opens_sentence(form, k):
            return True
        return len(tail) > 1 and counts.vocabulary.issuperset(before)

    def _opens_sentence(self, form: NameForm, k: int) -> bool:
        """Whether the first of k words has its capital by position, and the rest is a name.

        A single word is one if it ends another name and follows a noun: *Rob
        Collins won. Championship Collins is back*.
        """
        if form[0] in self._language.given_names:
            return False
        closes_another = self._counts.lasts[form[-1]] > 1
        if len(form) - k < 2 and not (closes_another and self._counts.is_noun(form[0])):
            return False
        plain = self._counts.vocabulary.issuperset(form[1:k])
        return plain and self._counts.always_opens(form)
