"""The words by which an article says who an entity is: *the mayor of Brack*, *who owns the bakery*.

They stand before a name (*Mayor Ida Berg*, *the mayor of Brack, Ida Berg,*), behind it (*Ida Berg,
the mayor*; *Ida Berg of Brack Council*; *Ida Berg, who …*), behind a form of *be* (*Berg is the
mayor*), or for it (*the mayor*, as a mention of its own). Each is read off the row of chunks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import takewhile
from typing import NamedTuple

import regex

from quoteattr.coref.discourse import Plurals
from quoteattr.coref.entity import Entity
from quoteattr.coref.entity_table import EntityTable
from quoteattr.coref.role_ends import RoleEnds
from quoteattr.coref.role_words import RoleWords
from quoteattr.detect.pattern import encode, tags
from quoteattr.detect.row_regex import one_of

#: chunks of a role before a name
_BEFORE = 10
#: letters of a title in quotation marks inside an office
_TITLE = 60
#: what closes words that are spoken rather than a title
_SPOKEN = frozenset(",.!?")
#: chunks between a name and what somebody works as
_WORKS = 10
#: a nominal: possessors, modifiers, head, a second head
_NOMINAL = (
    "({NAME|NOMINAL} ({PREPOSITION} {NAME})? {POSSESSIVE})*"
    " {OTHER_WORD|CUE_NOUN|ING_FORM|NUMBER}{0,3} {NAME|NOMINAL|OTHER_WORD}"
    " ({CONJUNCTION} {OTHER_WORD|CUE_NOUN|ING_FORM|NUMBER}{0,2} {NAME|NOMINAL|OTHER_WORD})?"
)
#: what stands in the complement of a nominal, behind its preposition
_COMPLEMENT = (
    "{OTHER_WORD|CUE_NOUN|CUE|ING_FORM|PAST_FORM|NUMBER|TIME|NAME|NOMINAL|CONJUNCTION|POSSESSIVE}"
)
#: a nominal with complements, as it stands before a comma and the name
_COMPLETE = regex.compile(encode(f"{_NOMINAL} ({{PREPOSITION}} {_COMPLEMENT}{{1,8}})*"))
#: chunks of which such a nominal is made
_IN_NOMINAL = frozenset(
    tags(
        "NAME|NOMINAL|OTHER_WORD|CUE_NOUN|ING_FORM|NUMBER|PAST_FORM|PREPOSITION|CONJUNCTION"
        "|POSSESSIVE|CUE|TIME"
    )
)
#: what may stand in a nominal before a name, and what may end before it
_MODIFIERS = frozenset(tags("OTHER_WORD|CUE_NOUN|NUMBER|ING_FORM|CUE|PAST_FORM"))
_EDGES = frozenset(
    tags(
        "END|QUOTE|COMMA|COLON|CUE|CUE_PARTICIPLE|ACCORDING_TO|CONJUNCTION|COMPLEMENTIZER"
        "|SUBORDINATOR|PREPOSITION|AGENT_MARKER|OPEN_BRACKET|CLOSE_BRACKET|STRAY_MARK|DASH|ADVERBIAL"
    )
)
#: what closes an aside: *Ida Berg, the mayor,*
_CLOSERS = frozenset(tags("COMMA|END|OPEN_BRACKET|CLOSE_BRACKET|QUOTE|DASH|COLON|STRAY_MARK"))
#: suffixes and party labels between a name and its apposition: *Ida Berg, R.N.,*; *(R-Brack)*
_ASIDE = regex.compile(
    encode("({OPEN_BRACKET} {^PARAGRAPH_END|QUOTE}{1,5} {CLOSE_BRACKET})?")
    + f"(?:{encode('{COMMA} {NAME}')}(?={one_of('COMMA')}))?"
)


class Rank(IntEnum):
    """How well words say who somebody is; the least is best."""

    #: beside the name: a title, an apposition, a predicate
    BESIDE = 0
    #: a nominal that stands for the entity elsewhere: *the mayor*
    APART = 1
    #: a relative clause, or what the name is of: *who owns the bakery*, *of Brack Council*
    LOOSE = 2


class Role(NamedTuple):
    """Words that say who an entity is, and where they stand."""

    start: int
    end: int
    rank: Rank
    #: the chunk of their head, -1 for a clause
    head: int = -1
    #: the head, in lower case; empty for a clause
    noun: str = ""


class RoleFinder:
    """Finds the roles of the entities of one article."""

    def __init__(self, text: str, table: EntityTable) -> None:
        """Take the article and its entities."""
        self._text, self._table, self._names = text, table, table.names
        self._chunks, self._language = table.chunks, table.language
        self._tags, self._heads = table.chunks.tags, table.chunks.heads
        self._words, self._ends = table.language.derived(RoleWords), RoleEnds(table)
        self._plurals = table.language.derived(Plurals)
        self._called = table.language.called

    def find(self, entity: Entity, mentions: Iterable[int]) -> list[Role]:
        """The roles of an entity, in the order of the text.

        Args:
            entity: an entity of the article.
            mentions: the chunks that stand for it.
        """
        roles: dict[tuple[int, int], Role] = {}
        for i in mentions:
            for role in self._at(i):
                known = roles.get((role.start, role.end))
                if known is None or role.rank < known.rank:
                    roles[role.start, role.end] = role
        return sorted(roles.values())

    def name_start(self, i: int) -> int:
        """Where the name itself begins in the chunk i, behind titles and offices."""
        start, end = self._chunks.mention_starts[i], self._chunks.ends[i]
        form = self._names.forms.get(i, ())
        entity = self._table.of_chunk.get(i)
        known = {*form, *(entity.words if entity else ())}
        words = list(regex.finditer(r"[^\s“”\"()]+", self._text, pos=start, endpos=end))
        first = form[0] if form else ""
        for word in words:
            if first and _begins(word.group(), first):
                return word.start()
        return next((word.start() for word in words if word.group().rstrip(".,") in known), start)

    def _at(self, i: int) -> Iterator[Role]:
        """The roles that stand beside the mention in chunk i, or in it."""
        tag = self._tags[i]
        if tag in "NL":
            yield from self._before(i)
            yield from self._joint(i)
            yield from self._behind(i)
        if tag in "NLP":
            yield from self._predicate(i)
        elif tag in "DE" and i not in self._table.of_chunk:
            yield from self.apart(i)

    # -- before the name -------------------------------------------------------------------------

    def _before(self, i: int) -> Iterator[Role]:
        """A title or an office before the name, or an apposition before it and a comma."""
        name = self.name_start(i)
        first = self._extend(i, name)
        start = self._chunks.starts[first]
        if first < i or self._tells(self._text[start:name]):
            end = self._stripped(start, name)
            if end > start:
                words = self._text[start:end]
                noun = words.split()[-1].lower()
                if not self._words.is_role(noun):
                    noun = self._words.head(words)
                joint = self._tags[i + 1 : i + 3] == "&N" and self._plurals.is_several(noun)
                yield Role(start, end, Rank.BESIDE, -1 if joint else i, noun)
        if first == i and i and (self._tags[i - 1] == "," or self._heads[i - 1] in self._called):
            yield from self._apposed_before(i)

    def _joint(self, i: int) -> Iterator[Role]:
        """The plural before the first of two: *fishermen Jan Berg and Bo Holm*."""
        if self._tags[max(0, i - 2) : i] != "N&" or self._chunks.starts[i] < self.name_start(i):
            return
        for role in self._before(i - 2):
            if self._plurals.is_several(role.noun) and role.rank is Rank.BESIDE:
                yield role._replace(head=-1)

    def _tells(self, words: str) -> bool:
        """Words before a name say more than a form of address or a determiner does."""
        language = self._language
        content = [
            word
            for word in (word.strip("“”\"'‘’,").lower() for word in words.split())
            if word and word not in language.determiners and word not in self._words.address
        ]
        return any(word not in language.adverbs for word in content)

    def _extend(self, i: int, name: int) -> int:
        """The first chunk of the office that runs into the name in chunk i."""
        first = i
        office = self._is_role(self._text[self._chunks.starts[i] : name].split()[-1:])
        for k in range(i - 1, max(-1, i - _BEFORE), -1):
            tag = self._tags[k]
            if not self._adjoins(k) or (tag != "o" and self._opens_nominal(k + 1, first)):
                break
            ends = k == i - 1 and self._ends_office(k, name)
            office = office or ends
            if not office or not self._can_modify(k):
                break
            if tag in "NDEQ" or (tag in _MODIFIERS and (ends or self._edge(k))):
                first = k
        return first

    def _ends_office(self, k: int, name: int) -> bool:
        """The chunk k, right before that of a name, is the last of an office."""
        tag, head = self._tags[k], self._heads[k]
        if tag == "o":  # *ambassador to the UN Ida Berg*
            inside = name > self._chunks.mention_starts[k + 1]
            return inside and self._is_role([self._heads[k - 1]])
        if tag in "wRS":
            return self._words.is_person(head) or (tag == "w" and self._is_modifier(k))
        return tag in "NDE" and (self._is_role([head]) or (tag == "E" and self._is_epithet(k)))

    def _opens_nominal(self, k: int, first: int) -> bool:
        """The chunk k, the first of an office so far, begins with a determiner."""
        if k != first or self._tags[k] not in "NDE":
            return False
        words = self._words_at(k)
        return bool(words) and words[0].lower() in self._language.determiners

    def _is_modifier(self, k: int) -> bool:
        """An unknown noun between two names, the second a person's: *Rovers goalie Bo Holm*."""
        head, entity = self._heads[k], self._table.of_chunk.get(k + 1)
        person = entity is not None and len(entity.words) > 1 and not entity.organisation
        noun = head not in self._language.past_forms and not head.endswith(
            self._language.third_person_suffixes
        )
        before = self._tags[k - 1 : k]
        modified = before in ("N", "w") or (before == "Q" and self._is_title(k - 1))
        return person and noun and modified and self._adjoins(k - 1)

    def _is_title(self, k: int) -> bool:
        """The quoted span in chunk k can be a title inside an office: *“Rill” author Ida Berg*."""
        start, end = self._chunks.starts[k], self._chunks.ends[k]
        return end - start <= _TITLE and self._text[end - 2] not in _SPOKEN

    def _is_epithet(self, k: int) -> bool:
        """The nominal in chunk k ends in an age or rank: *the 14th-ranked Ida Berg*."""
        head = self._heads[k]
        return "-" in head and (head.endswith(self._language.age_endings) or head[0].isdigit())

    def _edge(self, k: int) -> bool:
        """An office can begin with chunk k: no subject stands before it, or it has an article."""
        opens = k == 0 or self._tags[k - 1] in _EDGES
        return opens or (self._tags[k] in "DE" and self._is_determined(k))

    def _can_modify(self, k: int) -> bool:
        """The chunk k, a word, joint or possessive ending, can belong to an office."""
        tag, head, language = self._tags[k], self._heads[k], self._language
        if tag in "'NDE":
            return True
        if tag == "Q":
            return self._is_title(k)
        if tag == "o":
            return head in language.office_joints and self._tags[k - 1 : k] in ("N", "D")
        if tag == "&":
            before = self._tags[k - 1 : k] in ("N", "D", "Q")
            return before and self._is_role([self._heads[k - 1]])
        if tag in "RS":  # nouns that are spelt as verbs in their base form: *research director*
            return head in language.saying or head in language.reporting
        inflected = head in language.past_forms or head.endswith(language.participle_endings)
        return tag in _MODIFIERS and not inflected

    def _adjoins(self, k: int) -> bool:
        """Only a space, or nothing, stands between chunk k and the next."""
        between = self._text[self._chunks.ends[k] : self._chunks.starts[k + 1]]
        return between in ("", " ", "\u00a0")

    def _apposed_before(self, i: int) -> Iterator[Role]:
        """A nominal before a comma and the name: *the mayor of Brack, Ida Berg, said*."""
        tags, found = self._tags, -1
        behind = tags[i + 1 : i + 2]
        if behind not in ("", *_CLOSERS, "h", "S", "x", "b"):
            return
        for k in range(i - 2, max(-1, i - 2 - _BEFORE), -1):
            if tags[k] not in _IN_NOMINAL:
                break
            if _COMPLETE.fullmatch(tags, k, i - 1) and self._edge(k) and self._heads_role(k, i - 1):
                found = k
        # *Bo, a friend, Ida Berg* is a list, or the nominal belongs to the name before it
        if found >= 0 and tags[max(0, found - 2) : found] not in ("N,", "L,"):
            start, end = self._chunks.starts[found], self._chunks.ends[i - 2]
            head = self._head(found, i - 1)
            yield Role(start, end, Rank.BESIDE, head, self._heads[head])

    def _head(self, first: int, stop: int) -> int:
        """The chunk that heads the nominal in these chunks: the last before a preposition."""
        possessor = self._tags.rfind("'", first, stop)
        if possessor >= 0 and self._tags[first : possessor - 1].strip("NDEo'") == "":
            first = possessor + 1
        before = takewhile(lambda k: self._tags[k] not in "o&", range(first, stop))
        return max((k for k in before if self._tags[k] in "NDEw"), default=first)

    def _heads_role(self, first: int, stop: int) -> bool:
        """The head of the nominal in these chunks is a noun for people or bodies, or an office."""
        head = self._head(first, stop)
        return self._is_role([self._heads[head]]) or head in self._names.offices

    def is_role(self, word: str) -> bool:
        """A word is a noun for people or bodies, an office or a title."""
        return self._words.is_role(word)

    def is_person(self, word: str) -> bool:
        """A word is a noun for people, an office or a title."""
        return self._words.is_person(word)

    def _is_role(self, words: Iterable[str]) -> bool:
        """One of the words is a noun for people, an office or a title."""
        return any(self._words.is_role(word) for word in words)

    # -- behind the name -------------------------------------------------------------------------

    def _behind(self, i: int) -> Iterator[Role]:
        """An apposition, a relative clause, or what the name is of."""
        tags = self._tags
        aside = _ASIDE.match(tags, i + 1)
        k = aside.end() if aside else i + 1
        if tags[k : k + 1] == "o" and tags[k + 1 : k + 2] == "N":
            if self._heads[k] in self._words.origin and tags[i] == "N":
                yield from self._role(k, Rank.LOOSE)
        elif (
            tags[k : k + 1] == ","
            and self._heads[k + 1 : k + 2]
            and (self._heads[k + 1] in self._words.origin)
        ) or (tags[k : k + 4] == ",0,o" and self._heads[k + 3] in self._words.origin):
            yield from self._role(k + 1, Rank.LOOSE)
        elif tags[k : k + 1] == "h" or tags[k : k + 2] == ",h":
            clause = k + (tags[k] == ",")
            yield from self._predicate(clause)
            yield from self._role(clause, Rank.LOOSE)
        elif tags[k : k + 1] in (",", "(", "-"):
            yield from self._apposed_behind(k + 1)
        elif tags[i + 1 : i + 2] == "(":
            yield from self._apposed_behind(i + 2)

    def _apposed_behind(self, k: int) -> Iterator[Role]:
        """An apposition that begins with chunk k, with an age before it: *63, a retired nurse*."""
        first = k
        if self._tags[k : k + 2] == "0,":
            k += 2
        head = self._opens_role(k)
        if head < 0:
            return
        stop = self._ends.stop(k)
        if self._is_closed(k, stop):
            start = self._chunks.starts[first]
            yield Role(start, self._ends.before(stop), Rank.BESIDE, head, self._heads[head])

    def _is_closed(self, k: int, stop: int) -> bool:
        """What stands from chunk k up to another is an aside: not *Here, the mayor said*."""
        if stop >= len(self._tags) or self._tags[stop] in _CLOSERS:
            return True
        if not self._is_determined(k):
            return self._tags[stop] in "SxbhT"
        definite = self._words_at(k)[0].lower() in self._language.definite
        return not definite and self._tags[stop] in "uhtTo"

    def _opens_role(self, k: int) -> int:
        """The head of a nominal that says who somebody is and begins with chunk k; -1 if none."""
        tags, names = self._tags, self._names
        while tags[k + 1 : k + 2] == "'" and tags[k : k + 1] in tuple("NDE"):
            k += 2
        low = k
        while tags[k : k + 1] in tuple("wKg0RSv") and k - low < 3 and not self._is_head(k):
            if not self._can_modify(k):
                return -1
            k += 1
        if k > low and tags[k : k + 1] in tuple("DNE") and self._is_determined(k):
            return -1
        while (
            tags[k : k + 1] == "N" and tags[k + 1 : k + 2] in tuple("NDw") and not self._is_head(k)
        ):
            k += 1
        tag = tags[k : k + 1]
        if tag == "P":
            return k if self._heads[k] in self._language.indefinite else -1
        if tag == "E":
            return k if self._is_determined(k) and k == low else -1
        if tag == "D":
            return k
        if tag in ("N", "w") and (self._is_head(k) or k in names.offices):
            return k
        return -1

    def _is_head(self, k: int) -> bool:
        """The head of chunk k is a noun for people or bodies, an office or a title."""
        words = self._words_at(k)
        return bool(words) and self._words.is_role(words[-1])

    def _words_at(self, k: int) -> list[str]:
        """The words of chunk k; none of the end of a paragraph."""
        return self._text[self._chunks.starts[k] : self._chunks.ends[k]].split()

    def _is_determined(self, k: int) -> bool:
        """The nominal in chunk k begins with a determiner."""
        words = self._words_at(k)
        return bool(words) and words[0].lower() in self._language.determiners

    def _predicate(self, i: int) -> Iterator[Role]:
        """A nominal behind a form of *be*: *Berg is the mayor of Brack*."""
        if self._tags[i + 1 : i + 2] != "b":
            yield from self._occupation(i)
            return
        for k in range(i + 2, min(i + 4, len(self._tags))):
            told = self._is_head(k) or (self._tags[i] == "h" and self._is_determined(k))
            if self._tags[k] in "DNE" and told and self._tags[k - 1] in "by":
                start, end = self._chunks.starts[k], self._ends.before(self._ends.stop(k))
                yield Role(start, end, Rank.BESIDE, k, self._heads[k])
                return

    def _occupation(self, i: int) -> Iterator[Role]:
        """What somebody works as: *Berg works as a baker*."""
        for k in range(i + 1, min(i + _WORKS, len(self._tags) - 2)):
            if self._tags[k] in ",./QN":
                return
            works = self._heads[k] in self._language.occupied
            if (
                works
                and self._heads[k + 1] in self._language.capacity
                and self._tags[k + 2] in "DN"
            ):
                start, end = self._chunks.starts[k + 2], self._ends.before(self._ends.stop(k + 2))
                yield Role(start, end, Rank.BESIDE, k + 2, self._heads[k + 2])
                return

    def apart(self, i: int) -> Iterator[Role]:
        """The nominal in chunk i, which stands for the entity."""
        stop = i + 1
        if self._heads[stop : stop + 1] and self._heads[stop] in self._words.complements:
            stop = self._ends.stop(i)
        yield Role(self._chunks.starts[i], self._ends.before(stop), Rank.APART, i, self._heads[i])

    def _role(self, k: int, rank: Rank) -> Iterator[Role]:
        """The role from chunk k on."""
        stop = self._ends.stop(k)
        if stop > k + 1:
            yield Role(self._chunks.starts[k], self._ends.before(stop), rank)

    def _stripped(self, start: int, end: int) -> int:
        """Where the words before a place end."""
        while end > start and self._text[end - 1] in " \t\n\r,“\"‘'(":
            end -= 1
        return end


def _begins(written: str, word: str) -> bool:
    """A word as written is another, with what may close it: *Berg’s*, *Berg,*."""
    return written.startswith(word) and not written[len(word) : len(word) + 1].isalpha()
