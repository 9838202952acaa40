"""Find evidence next to a name that it is a body's: *Vantro’s founder*, *Vantro, which fell, …*."""

from __future__ import annotations

from quoteattr.coref.coreference import Coreference
from quoteattr.coref.entities.entity import Entity
from quoteattr.detect.alphabet import COMMA, CONJUNCTION, NAME, NOMINAL, POSSESSIVE, RELATIVE
from quoteattr.detect.patterns.pattern import tags

#: minimum number of letters of an acronym that is not a person's initials: *TMS*
_ACRONYM = 3
#: tags before a subject: *…. Vantro, which fell, …*
_BEFORE_SUBJECT = frozenset(tags("END|QUOTE|SUBORDINATOR|COMPLEMENTIZER"))
#: in order, after the name: *, which*; *’s Ida Berg*
_WHICH, _EMPLOYEE = COMMA + RELATIVE, POSSESSIVE + NAME
_NOMINALS = frozenset(NOMINAL)


class BodySigns:
    """Decides by the context of the names of one article which of them are bodies'."""

    def __init__(self, coreference: Coreference) -> None:
        self._chunks, self._table = coreference.chunks, coreference.table
        self._language = coreference.chunks.language

    def is_body(self, entity: Entity) -> bool:
        """Whether the article somewhere uses the name like a body's."""
        return any(
            self._has_officer(i)
            or self._employs(i)
            or self._is_which(i)
            or self._is_with_its(i)
            or (len(entity.words) > 1 and self._is_acronym(i))
            for i in entity.chunks
        )

    def _has_officer(self, i: int) -> bool:
        """*Vantro’s founder*, *Norland’s foreign minister*: the head of a body or a country."""
        chunks, language = self._chunks, self._language
        if chunks.tags[i + 1 : i + 2] != POSSESSIVE:
            return False
        return any(
            (head in language.officers or head in language.elected)
            and head not in language.spokespeople
            for head in chunks.heads[i + 2 : i + 3]
        )

    def _employs(self, i: int) -> bool:
        """*Rill News’s Ida Berg*: somebody with a given name works for it."""
        form = self._table.forms.get(i + 2, ())
        employee = self._chunks.tags[i + 1 : i + 3] == _EMPLOYEE and len(form) > 1
        return employee and form[0].lower() in self._language.given_names

    def _is_which(self, i: int) -> bool:
        """*Vantro, which fell, …*: a subject; otherwise *which* may refer to the sentence."""
        chunks = self._chunks
        if chunks.tags[i + 1 : i + 3] != _WHICH:
            return False
        subject = i == 0 or chunks.tags[i - 1] in _BEFORE_SUBJECT
        return subject and chunks.heads[i + 2] in self._language.thing_relatives

    def _is_with_its(self, i: int) -> bool:
        """*Vantro and its owners*."""
        tags, language = self._chunks.tags, self._language
        if tags[i + 1 : i + 2] != CONJUNCTION or tags[i + 2 : i + 3] not in _NOMINALS:
            return False
        first = self._table.names.whole(i + 2).lower().split(None, 1)[:1]
        return bool(first) and language.pronoun_gender.get(first[0]) == "n"

    def _is_acronym(self, i: int) -> bool:
        """Whether the name is an acronym of several letters: *TMS*."""
        form = self._table.forms.get(i, ())
        return len(form) == 1 and len(form[0]) >= _ACRONYM and form[0].isupper()
