"""The mention of who speaks, from the one that a quote is attributed to.

*NAME's wife* speaks, not NAME; of *Hill campaign spokesman NAME* it is NAME, not the campaign.
"""

from __future__ import annotations

from quoteattr.coref.discourse import Plurals
from quoteattr.coref.entity_table import EntityTable
from quoteattr.detect.alphabet import (
    CONJUNCTION,
    CUE,
    NAME,
    OTHER_WORD,
    POSSESSIVE,
    PREPOSITION,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.pattern import tags
from quoteattr.language import Language

#: chunks in which the office of a mention is looked for
_OFFICE = 7
_NOMINALS = frozenset(tags("NOMINAL|OTHER_WORD"))
_SPEAKERS = tags("NAME|SPEAKING_NOMINAL")
#: what may be a noun, and what may stand before one that is spelt as a verb
_NOUNS = tags("OTHER_WORD|CUE_NOUN|SPEAKING_NOMINAL")
_BEFORE_VERB = tags("NAME|SPEAKING_NOMINAL|OTHER_WORD|CUE_NOUN")


class SpeakingMentions:
    """Finds the mentions of who speaks in one article."""

    def __init__(self, table: EntityTable) -> None:
        """Take the entities of the article."""
        self._table, self._chunks, self._language = table, table.chunks, table.language
        self._tables = self._language.derived(_Tables)
        self._plurals = self._language.derived(Plurals)

    def find(self, i: int) -> tuple[int, int]:
        """The mention of who speaks, where the mention in chunk i is or begins it.

        Returns:
            The chunk in which its words begin, and its own chunk.
        """
        first = self._holder(i)
        return first, self._possessed(first)

    def _possessed(self, i: int) -> int:
        """The person or group that the name in chunk i possesses, *NAME's wife*, else i."""
        tags, language = self._chunks.tags, self._language
        if (
            tags[i] != NAME
            or tags[i + 1 : i + 2] != POSSESSIVE
            or tags[i + 2 : i + 3] not in _NOMINALS
        ):
            return i
        head = self._chunks.heads[i + 2]
        return i + 2 if head in language.person_nouns or head in language.group_nouns else i

    def _holder(self, i: int) -> int:
        """The person whose office begins with chunk i, *Hill campaign spokesman NAME*, else i."""
        chunks = self._chunks
        if chunks.tags[i] not in _SPEAKERS:
            return i
        for k in range(i + 1, min(i + _OFFICE, len(chunks.tags))):
            if chunks.starts[k] != chunks.ends[k - 1] + 1:
                return i
            if chunks.tags[k] == NAME:
                if self._opens_with_office(k) or (k > i + 1 and self._follows_noun(k)):
                    return k
                if chunks.tags[k - 1] != PREPOSITION:
                    return i
            elif not self._is_in_office(i, k):
                return i
        return i

    def _opens_with_office(self, k: int) -> bool:
        """The chunk begins with an office or title before the name itself."""
        chunks = self._chunks
        if chunks.starts[k] < chunks.mention_starts[k]:
            return True
        entity = self._table.of_chunk.get(k)
        words = self._table.names.mention(k).split()[:-1]
        titles = (w for w in words if w.lower() in self._tables.offices or w.isupper())
        return entity is not None and any(w not in entity.words for w in titles)

    def _follows_noun(self, k: int) -> bool:
        """A person's name, by its given name, right after a noun: *HGSU steward Ada Berg*."""
        entity = self._table.of_chunk.get(k)
        if entity is None or len(entity.words) < 2 or entity.organisation or entity.thing:
            return False
        opens = entity.words[0].lower() in self._language.given_names
        return opens and self._chunks.tags[k - 1] in _NOUNS

    def _is_in_office(self, i: int, k: int) -> bool:
        """The chunk k can go on with the office that begins in chunk i.

        No verb after one name stands in its base form; such a word there is a noun.
        """
        language, tags = self._language, self._chunks.tags
        tag, head = tags[k], self._chunks.heads[k]
        if tag == CONJUNCTION:
            return k == i + 1 and self._can_be_joined(i)
        if tag == PREPOSITION:
            return head in language.office_joints and tags[k - 1] in _BEFORE_VERB
        if tag == OTHER_WORD and k == i + 1:
            return not head.endswith(language.third_person_suffixes) and (
                head not in language.past_forms
            )
        return tag in _NOUNS or (tag in CUE and head in self._tables.base_forms)

    def _can_be_joined(self, i: int) -> bool:
        """The nominal in chunk i is a bare singular: *writer and director NAME*."""
        chunks = self._chunks
        if chunks.tags[i] != SPEAKING_NOMINAL or chunks.starts[i] != chunks.mention_starts[i]:
            return False
        first = self._table.names.whole(i).split()[0].lower()
        plural = self._plurals.is_plural(chunks.heads[i])
        return first not in self._language.determiners and not plural


class _Tables:
    """What is derived from the tables of one language."""

    def __init__(self, language: Language) -> None:
        #: verbs as nouns are spelt: no inflected form
        self.base_forms = language.reporting | language.saying
        #: words that open an office
        self.offices = language.person_nouns | language.titles.keys()
