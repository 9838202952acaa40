"""Find the modifiers before the noun of a role: *research | director*.

They are words, names, numbers, possessors, the title of a work, and what joins two of them.
"""

from __future__ import annotations

from quoteattr.coref.roles.context import MODIFIERS, SPEAKERS, RoleReader
from quoteattr.detect.alphabet import CONJUNCTION, CUE, PREPOSITION, QUOTE
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.language.patterns import lazy_re

#: maximum number of letters of a title in quotation marks before a noun
_TITLE = 60
#: the end of words that are spoken rather than a title
_SPOKEN = frozenset(",.!?")
#: a body, its acronym in brackets, and what follows: *the Vale Trust (VT) | director*
_ACRONYM = lazy_re(encode("{NAME} {OPEN_BRACKET} {NAME} {CLOSE_BRACKET}"))
#: a participle with its adverb inside a nominal: *its recently named chair*
_NAMED = lazy_re(encode("{POSSESSIVE} {ADVERB} {CUE|CUE_PARTICIPLE}"))
#: tags that can modify a noun anywhere
_ALWAYS = tags("POSSESSIVE|NOUN_PHRASE")
#: nouns of which two can modify one: *sales and marketing*
_PLAIN = frozenset(tags("OTHER_WORD|CUE_NOUN"))


class Modifiers(RoleReader):
    """Decides which chunks of one article can modify the noun of a role."""

    def width(self, k: int) -> int:
        """The number of chunks up to chunk k that belong to an office together; 0 if k does not."""
        for pattern, width in ((_ACRONYM, 4), (_NAMED, 3)):
            if pattern.fullmatch(self._tags, max(0, k + 1 - width), k + 1):
                return width
        return 1 if self.can_modify(k) else 0

    def can_modify(self, k: int) -> bool:
        """Whether chunk k, a word, joint or possessive ending, can belong to an office."""
        tag, head, language = self._tags[k], self._heads[k], self._language
        if tag in _ALWAYS:
            return True
        if tag == QUOTE:
            return self.is_title(k)
        if tag == PREPOSITION:  # inside the name of a body: *Bank of Norland economist*
            body = self._tags[k - 1 : k] in SPEAKERS and not self._context.words.is_person(
                self._heads[k - 1]
            )
            return body and head in language.office_joints
        if tag == CONJUNCTION:
            return self._joins_nouns(k)
        if tag in CUE:  # nouns that are spelt like verbs in their base form: *research director*
            return head in language.saying or head in language.reporting
        return tag in MODIFIERS and head not in language.past_forms

    def _joins_nouns(self, k: int) -> bool:
        """Whether the conjunction in chunk k joins two offices, or two nouns that modify one."""
        before = self._tags[k - 1 : k]
        if self._context.is_head(k - 1) or self._joins_fields(k):
            return True
        return before in _PLAIN and self._tags[k + 1] in _PLAIN

    def _joins_fields(self, k: int) -> bool:
        """Whether the conjunction in chunk k joins two fields: *Works | and | Housing Minister*.

        Both are ordinary words with a capital: *Norland and Housing Minister* are two.
        """
        fields = self._context.words_at(k - 1)[-1:] + self._context.words_at(k + 1)[:1]
        ordinary = self._language.ordinary_words
        return all(f.istitle() and f.lower() in ordinary for f in fields)

    def is_title(self, k: int) -> bool:
        """Whether the quoted span in chunk k can be a title in an office: *“Rill” author NAME*."""
        start, end = self._chunks.starts[k], self._chunks.ends[k]
        return end - start <= _TITLE and self._text[end - 2] not in _SPOKEN
