"""Find the mention of the person who speaks, from the one that a quote is attributed to.

In *NAME's wife* the wife speaks, not NAME; in *Hill campaign spokesman NAME* NAME does, not the
campaign.
"""

from __future__ import annotations

from quoteattr.coref.entities.table import EntityTable
from quoteattr.coref.plurals import Plurals
from quoteattr.coref.roles.words import RoleWords
from quoteattr.detect.alphabet import (
    CONJUNCTION,
    NAME,
    OTHER_WORD,
    POSSESSIVE,
    PREPOSITION,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.detect.patterns.row_regex import capture
from quoteattr.language import Language
from quoteattr.language.patterns import lazy_re

#: maximum number of chunks of the office of a mention
_OFFICE = 7
_NOMINALS = frozenset(tags("NOMINAL|OTHER_WORD"))
_SPEAKERS = tags("NAME|SPEAKING_NOMINAL")
#: *the man | Ada Berg*
_NOMINAL_AND_NAME = SPEAKING_NOMINAL + NAME
#: a body, its acronym, one office and another: *Vale League (VL) Secretary and Roads Minister NAME*
_TWO_OFFICES = lazy_re(
    encode("{NAME} ({OPEN_BRACKET} {NAME} {CLOSE_BRACKET})?")
    + capture("office", "NAME")
    + encode("({CONJUNCTION} {NAME}){1,3}")
)
#: tags that may be a noun
_NOUNS = tags("OTHER_WORD|CUE_NOUN|SPEAKING_NOMINAL")


class SpeakingMentions:
    """Finds the mentions of the people who speak in one article."""

    def __init__(self, table: EntityTable) -> None:
        self._table, self._chunks, self._language = table, table.chunks, table.language
        self._tables = self._language.derived(_Tables)
        self._plurals = self._language.derived(Plurals)
        self._words = self._language.derived(RoleWords)

    def find(self, i: int) -> tuple[int, int]:
        """The mention of the person who speaks, which the mention in chunk i is or begins.

        Returns:
            The chunk in which its words begin, and its own chunk.
        """
        first = self.holder(i)
        return first, self._possessed(first)

    def _possessed(self, i: int) -> int:
        """The person or group that belongs to the name in chunk i, *NAME's wife*, else i.

        Also somebody with a given name who belongs to a body: *Rill News's Ida Berg*.
        """
        tags, language = self._chunks.tags, self._language
        if tags[i] != NAME or tags[i + 1 : i + 2] != POSSESSIVE:
            return i
        if tags[i + 2 : i + 3] == NAME:
            works_for = self._has_given_name(i + 2) and not self._has_given_name(i)
            return i + 2 if works_for else i
        if tags[i + 2 : i + 3] not in _NOMINALS:
            return i
        head = self._chunks.heads[i + 2]
        return i + 2 if head in language.person_nouns or head in language.group_nouns else i

    def _has_given_name(self, k: int) -> bool:
        """Whether the name in chunk k is a person's, by its given name."""
        form = self._table.forms.get(k, ())
        return len(form) > 1 and form[0].lower() in self._language.given_names

    def holder(self, i: int) -> int:
        """The person whose office begins with chunk i, *Hill campaign spokesman NAME*, else i."""
        chunks = self._chunks
        if chunks.tags[i] not in _SPEAKERS or self._has_clause(i):
            return i
        offices = _TWO_OFFICES.match(chunks.tags, i)
        if offices and self._are_offices(i, offices.start("office"), offices.end() - 1):
            return offices.end() - 1
        for k in range(i + 1, min(i + _OFFICE, len(chunks.tags))):
            if chunks.tags[k] == NAME:
                return k if self._is_holder(i, k) else i
            if not self._is_in_office(i, k):
                return i
        return i

    def _are_offices(self, i: int, first: int, last: int) -> bool:
        """Whether two chunks are offices, the last with a name, of a body in chunk i."""
        office = first in self._table.names.offices and self._opens_with_office(last)
        return office and not self._names_person(i)

    def _has_clause(self, i: int) -> bool:
        """The name after the nominal in chunk i is a subject: *the man | Ada Berg | married*.

        An office with a determiner would be one chunk with the name: *the singer Ada Berg*.
        """
        if self._chunks.tags[i : i + 2] != _NOMINAL_AND_NAME:
            return False
        return self._table.words(i)[0] in self._language.determiners

    def _is_holder(self, i: int, k: int) -> bool:
        """Whether the name in chunk k is that of the person whose office begins with chunk i."""
        entity = self._table.of_chunk.get(k)
        if entity is not None and entity.organisation:
            return False
        if PREPOSITION in self._chunks.tags[i:k] and not self._runs_into(i, k):
            return False
        return self._opens_with_office(k) or self._follows_noun(k)

    def _runs_into(self, i: int, k: int) -> bool:
        """Whether the complement of the office from chunk i on runs into the name in chunk k.

        *Minister for Works Ida Berg*, *the Minister for Works Mr. Bo Holm*; but in *an aide to
        Minister Ida Berg* and *the sister of Rill teacher Ida Berg* the name is the complement
        itself, and in *Ida Berg of the movement Nova Vale* it follows another name.
        """
        if self._names_person(i):
            return False
        before = self._table.office(k)
        if before and self._is_title(before[0]):
            return False
        styled = before and before[-1].lower() in self._words.address
        return bool(styled) or self._chunks.tags[i] == NAME or self._is_bare_singular(i)

    def _names_person(self, i: int) -> bool:
        """Whether the name in chunk i has two words, and is not a body's."""
        entity = self._table.of_chunk.get(i)
        return entity is not None and len(entity.words) > 1 and not entity.organisation

    def _is_title(self, word: str) -> bool:
        """Whether the word is a title or noun for one person: *Mr.*, *Minister*; not *Staff*."""
        title = self._words.is_person(word) or self._words.is_bare_title(word)
        return title and not self._plurals.is_several(word.lower())

    def _opens_with_office(self, k: int) -> bool:
        """Whether the chunk begins with an office or title before the name itself."""
        chunks = self._chunks
        if chunks.starts[k] < chunks.mention_starts[k]:
            return True
        entity = self._table.of_chunk.get(k)
        words = self._table.names.mention(k).split()[:-1]
        titles = (w for w in words if w.lower() in self._tables.offices or w.isupper())
        return entity is not None and any(w not in entity.words for w in titles)

    def _follows_noun(self, k: int) -> bool:
        """Whether a person's name, by its given name, follows a noun: *HGSU steward Ada Berg*."""
        return self._has_given_name(k) and self._chunks.tags[k - 1] in _NOUNS

    def _is_in_office(self, i: int, k: int) -> bool:
        """Whether chunk k can continue the office that begins in chunk i.

        A verb after one name is never in its base form; such a word is a noun there.
        """
        language, tags = self._language, self._chunks.tags
        tag, head = tags[k], self._chunks.heads[k]
        if tag == CONJUNCTION:
            return k == i + 1 and self._is_bare_singular(i)
        if tag == PREPOSITION:
            return head in language.office_joints
        if tag == OTHER_WORD and k == i + 1:
            return not head.endswith(language.third_person_suffixes) and (
                head not in language.past_forms
            )
        return tag in _NOUNS or head in self._tables.base_forms

    def _is_bare_singular(self, i: int) -> bool:
        """Whether the nominal in chunk i is singular without a determiner: *writer and NAME*."""
        chunks = self._chunks
        if chunks.tags[i] != SPEAKING_NOMINAL:
            return False
        first = self._table.words(i)[0]
        plural = self._plurals.is_plural(chunks.heads[i])
        return first not in self._language.determiners and not plural


class _Tables:
    """Tables derived from those of one language."""

    def __init__(self, language: Language) -> None:
        #: verbs that are spelt like nouns: no inflected form
        self.base_forms = language.reporting | language.saying
        #: words at the start of an office
        self.offices = language.person_nouns | language.titles.keys()
