"""Where the words end that say who somebody is: *the mayor of Brack, Norland, | said*."""

from __future__ import annotations

import regex

from quoteattr.coref.entity_table import EntityTable
from quoteattr.detect.pattern import encode, tags
from quoteattr.detect.row_regex import one_of

#: most chunks of a role
_LONGEST = 40
#: chunks between brackets in a role, and of a list behind a comma
_BRACKETS, _LIST = 4, 8
#: a name behind a comma that tells where a place is: *in Houston, Texas,*
_BEHIND_PLACE = one_of("COMMA|END|CLOSE_BRACKET|OPEN_BRACKET|QUOTE|SAYING|DASH")
_PLACE = regex.compile(encode("{COMMA} {NAME}") + f"(?={_BEHIND_PLACE})")
#: further members of a list inside a role: *of Health, Education and Labour*
_MEMBERS = regex.compile(
    encode(
        "{COMMA} ({OTHER_WORD|ING_FORM|CUE_NOUN|NAME}{1,3} {COMMA}){0,3}"
        " ({OTHER_WORD|ING_FORM|CUE_NOUN|NAME}{1,3} {COMMA}?)?"
        " {CONJUNCTION} {OTHER_WORD|ING_FORM|CUE_NOUN|NAME|OTHER_NOMINAL}{1,3}"
    )
)
#: what ends a role wherever it stands, and what ends one that holds no relative clause
_STOPS = frozenset(tags("END|QUOTE|COLON|DASH|CLOSE_BRACKET"))
_FINITE = frozenset(tags("SAYING|AUXILIARY|COPULA|PRONOUN|SUBORDINATOR|TIME|REPORTING"))
#: what no role ends with
_LOOSE_ENDS = frozenset(tags("PREPOSITION|CONJUNCTION|ADVERB|SUBORDINATOR|POSSESSIVE"))


class RoleEnds:
    """Where the roles in one article end."""

    def __init__(self, table: EntityTable) -> None:
        """Take the entities of the article."""
        self._table, self._tags, self._ends = table, table.chunks.tags, table.chunks.ends

    def stop(self, k: int) -> int:
        """One past the last chunk of the role that begins with chunk k."""
        tags, relative, j = self._tags, False, k
        most = min(len(tags), k + _LONGEST)
        while j < most:
            tag = tags[j]
            relative = relative or tag in "ht"
            if tag in _STOPS:
                break
            if tag == "(":
                closing = tags.find(")", j, j + _BRACKETS)
                if closing < 0:
                    break
                j = closing
            elif tag == ",":
                further = self._goes_on(k, j)
                if further == j:
                    break
                j = further
                continue
            elif j > k and tag in _FINITE and not relative and not self._is_noun(j):
                break
            j += 1
        while j > k + 1 and tags[j - 1] in _LOOSE_ENDS:
            j -= 1
        return j

    def _is_noun(self, j: int) -> bool:
        """What looks like a verb is a noun: *for Canadian rates and analysis*."""
        if self._tags[j] == "T":
            return self._tags[j - 1] in "'o"
        before, after = self._tags[j - 1], self._tags[j + 1 : j + 2]
        return self._tags[j] in "RS" and (
            before in "'0" or (before in "wgo" and after in tuple("&Kow"))
        )

    def _goes_on(self, k: int, comma: int) -> int:
        """Where the role goes on behind a comma: behind a place, or a list; else the comma."""
        tags = self._tags
        place = _PLACE.match(tags, comma)
        if place and tags[comma - 1] == "N" and comma > k + 1 and not self.is_person(comma + 1):
            return place.end()
        members = _MEMBERS.match(tags, comma, comma + _LIST)
        if members and "o" in tags[k:comma] and tags[comma - 1] in "Nwg":
            inside = range(comma + 1, members.end())
            if not any(self.is_person(j) for j in inside):
                return members.end()
        return comma

    def is_person(self, j: int) -> bool:
        """The chunk names a person, as far as its name shows."""
        entity = self._table.of_chunk.get(j)
        if self._tags[j] != "N" or entity is None:
            return False
        return bool(entity.titled or entity.gendered or entity.given_gender or entity.speaking)

    def before(self, stop: int) -> int:
        """Where the last chunk before this one ends."""
        return self._ends[stop - 1]
