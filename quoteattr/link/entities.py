"""Who and what an article names: every name in it, gathered into people and organisations.

Names of several words make the entities; a single word then finds the one that it is short for.
A form counts as a name when the article itself uses it so: words that stand before a name here and
apart from it there (*Iraq Khamenei*, *Washington Post Trump*) are no part of it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, islice

import regex
from attrs import Factory, define

from quoteattr.find.lexicon import PERSON_NOUNS
from quoteattr.find.units import Units
from quoteattr.language import en
from quoteattr.link.forms import (
    Words,
    initials,
    is_body,
    is_office,
    key,
    keys,
    name_words,
    suffix_of,
    title_gender,
)
from quoteattr.link.pronouns import pronoun_gender

_LOWER_WORD = regex.compile(r"(?<![\p{L}\p{N}'’\-])\p{Ll}[\p{Ll}\-]++")
_INITIAL = regex.compile(r"\p{Lu}\.\s\p{Lu}")
_NICKNAME = regex.compile(r"\s?[\"“‘'(](\p{Lu}[\p{L}.'’\-]{1,14})[\"”’')]\s")
#: paragraphs back in which the last one fully named holds the family's name
_FAMILY_PARAGRAPHS = 3
#: most words of a name, and most people of one name, that are looked at one by one
_WORDS, _PEOPLE = 12, 24
#: share of its mentions that a place has after prepositions of place
_PLACED = 0.12
#: how much evidence of the other gender a title before the last name outweighs
_DOUBT = 2.5


@define(eq=False)
class Entity:
    """Somebody or something with a name, and what the text says about it."""

    #: the words of the fullest form so far, without titles
    words: Words
    #: indices of the units that name it, in order
    units: list[int] = Factory(list)
    #: how often each form stood there
    forms: Counter[Words] = Factory(Counter)
    #: evidence for m (he), f (she)
    gender: Counter[str] = Factory(Counter)
    #: heads of the nominals that describe it: *senator*, *manager*
    roles: set[str] = Factory(set)
    #: all words of those nominals: *Vermont*, *former*
    described: set[str] = Factory(set)
    #: mentions after a preposition of place, mentions that speak, mentions with a title
    placed: int = 0
    speaking: int = 0
    titled: int = 0
    #: what closes the name as written: *Jr.*, *II*
    suffix: str = ""

    @property
    def name(self) -> str:
        """The fullest name, as the text spells it."""
        return " ".join((*self.words, self.suffix) if self.suffix else self.words)

    @property
    def organisation(self) -> bool:
        """One of the words is one that organisations have in their names."""
        return any(w.lower() in en.ORGANISATION_WORDS for w in self.words[1:]) or is_body(
            self.words
        )

    @property
    def acronym(self) -> bool:
        """A single word in capitals."""
        return len(self.words) == 1 and len(self.words[0]) > 1 and self.words[0].isupper()

    def before(self, i: int) -> int:
        """The last unit before unit i that names it, -1 if none does."""
        at = bisect_left(self.units, i)
        return self.units[at - 1] if at else -1


class Roster:
    """The entities of one article, and which unit names which."""

    def __init__(self, text: str, units: Units) -> None:
        self.text, self.units = text, units
        self.entities: list[Entity] = []
        #: the entity of each unit that names one
        self.of_unit: dict[int, Entity] = {}
        #: units with an office in capitals: they name nobody by themselves
        self.offices: set[int] = set()
        #: units whose name follows an office in the unit before: *Secretary of State NAME*
        self.after_office: set[int] = set()
        self._by_last: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_part: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_ends: dict[tuple[str, str], Entity] = {}
        self._by_initials: defaultdict[str, list[Entity]] = defaultdict(list)
        self._forms: dict[int, Words] = dict(self._read())
        self._counts = Counter(map(keys, self._forms.values()))
        self._lasts = Counter(form[-1] for form in self._counts if len(form) > 1)
        self._local = Counter(keys(form) for i, form in self._forms.items() if self._after_place(i))
        #: how often each form opens a sentence, where a capital says little
        self._opening = Counter(
            keys(form) for i, form in self._forms.items() if i == 0 or units.symbols[i - 1] in "./"
        )
        #: the number of the paragraph of each unit
        self.paragraphs = list(accumulate(symbol == "/" for symbol in units.symbols))
        #: units with the shared last name of several people: for ``settle_families``
        self._families: dict[int, list[Entity]] = {}
        self._enter_long()
        self._enter_short()

    def mention(self, i: int) -> str:
        """The name in unit i."""
        return self.text[self.units.mention_starts[i] : self.units.ends[i]]

    def whole(self, i: int) -> str:
        """The name in unit i with the title or office before it."""
        return self.text[self.units.starts[i] : self.units.ends[i]]

    # -- reading --------------------------------------------------------------------------

    def _read(self) -> Iterator[tuple[int, Words]]:
        """The words of each name; handles and offices are none, a nickname in marks joins two."""
        joined = -1
        for i, symbol in enumerate(self.units.symbols):
            if symbol not in "NL":
                continue
            mention = self.mention(i)
            words = name_words(mention)
            if not words or mention[0] in "@#" or i == joined:
                continue
            nickname = self._nickname(i)
            if nickname:
                joined = i + 2
                words = (*words, f'"{nickname}"', *name_words(self.mention(joined)))
                yield joined, words
            elif self._initial_follows(i):
                joined = i + 1
                words = (*words, *name_words(self.mention(joined)))
                yield joined, words
            elif self._ends_office(i, words):
                self.after_office.add(i)
                words = words[1:]
            elif self._goes_on(i, words):
                words = (*words, self.units.heads[i + 1], *name_words(self.mention(i + 2)))
            elif is_office(mention, words):
                self.offices.add(i)
                continue
            yield i, words

    def _nickname(self, i: int) -> str:
        """The nickname in marks between this name and the next: *Robert C. “Bobby” Scott*."""
        if self.units.symbols[i + 2 : i + 3] != "N":
            return ""
        match = _NICKNAME.fullmatch(self.text, self.units.ends[i], self.units.starts[i + 2])
        return match.group(1) if match else ""

    def _initial_follows(self, i: int) -> bool:
        """The next unit goes on with an initial: *Walter* and *A. Clyburn Reed*."""
        units = self.units
        if units.symbols[i + 1 : i + 2] != "N" or units.starts[i + 1] != units.ends[i] + 1:
            return False
        return _INITIAL.match(self.text, units.starts[i + 1]) is not None

    def _ends_office(self, i: int, words: Words) -> bool:
        """An office with *of* runs into the name: *Secretary of State Ada Berg*."""
        before = i > 1 and self.units.symbols[i - 1] == "o" and self.units.heads[i - 1] == "of"
        office = self.units.heads[i - 2].rpartition("-")[2]
        return before and len(words) > 2 and office in en.OFFICES_OF

    def _goes_on(self, i: int, words: Words) -> bool:
        """The name of a body goes on after *on*: *Commission on Presidential Debates*."""
        if words[-1].lower() not in en.ORGANISATION_WORDS:
            return False
        on = self.units.symbols[i + 1 : i + 3] == "oN" and self.units.heads[i + 1] == "on"
        return on and self.mention(i + 2)[0].isupper()

    def _after_place(self, i: int) -> bool:
        """A preposition of place stands before the name, and no possessive ending after it."""
        symbols = self.units.symbols
        before = (
            i > 0 and symbols[i - 1] == "o" and self.units.heads[i - 1] in en.PLACE_PREPOSITIONS
        )
        return before and symbols[i + 1 : i + 2] != "'"

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """All words that the article has in lower case."""
        return frozenset(_LOWER_WORD.findall(self.text))

    def is_place(self, form: Words, share: float = _PLACED) -> bool:
        """The form stands after prepositions of place, as often as places do."""
        return self._local[form] > 0 and self._local[form] >= share * self._counts[form]

    # -- what is part of a name -----------------------------------------------------------

    def _clean(self, words: Words) -> Words:
        """The words without those that the article shows to be no part of the name."""
        if not 1 < len(words) <= _WORDS:
            return words
        form = keys(words)
        if is_body(words):
            return words[-2:] if self._holder_named(form) else words
        if len(form) == 2 and words[0].isupper() and not words[1].isupper():
            if form[1:] in self._counts and self.has_demonym(words[1]):
                return words[1:]
        for k in range(1, len(form)):
            if self._apart(form, k):
                return words[k:]
        for k in range(2, len(form)):
            if form[:k] in self._counts and self._counts[form] == 1 and len(form) - k > 1:
                return words[:k]
        return words

    def _holder_named(self, form: Words) -> bool:
        """A body's name runs into a person's: *Ministry of Finance Ada Berg*, and *Berg* alone."""
        if len(form) < 4 or form[-1] in en.ORGANISATION_WORDS or form[-2] in en.NAME_JOINTS:
            return False
        return form[-1:] in self._counts and not self.is_place(form[-1:])

    def _known(self, form: Words) -> bool:
        """The article uses the form as a name by itself, or as somebody's last name."""
        return form in self._counts or len(form) == 1 and self._lasts[form[0]] > 1

    def _apart(self, form: Words, k: int) -> bool:
        """The first k words are no part of the name: a body, a place, an ordinary word."""
        before, rest = form[:k], form[k:]
        if form[k - 1] in en.ORGANISATION_WORDS:
            return self._known(rest) or len(rest) > 1 and rest[-1:] in self._counts
        if not self._known(rest):
            return False
        if before in self._counts and self.is_place(before):
            return len(rest) > 1 or self._lasts[rest[0]] > 1
        if len(rest) > 1 and self._opening[form] == self._counts[form]:
            return True
        if len(rest) == 1 and (self._lasts[rest[0]] or rest[0] not in self._firsts):
            return False
        return all(word in self._vocabulary for word in before)

    @cached_property
    def _firsts(self) -> frozenset[str]:
        """First words of the names of several words."""
        return frozenset(form[0] for form in self._counts if len(form) > 1)

    # -- entering -------------------------------------------------------------------------

    def _enter_long(self) -> None:
        """Names of several words make the entities, the longest first."""
        cleaned: dict[Words, Words] = {}
        for words in self._forms.values():
            if words not in cleaned:
                cleaned[words] = self._clean(words)
        for i, words in self._forms.items():
            self._forms[i] = cleaned[words]
            if cleaned[words] != words and is_body(words):
                self.after_office.add(i)
        made: dict[Words, Entity] = {}
        for words in sorted({w for w in self._forms.values() if len(w) > 1}, key=len, reverse=True):
            made[words] = self._same_long(words) or self._make(words)
        for i, words in sorted(self._forms.items()):
            if len(words) > 1:
                self._enter(i, words, made[words])

    def _make(self, words: Words) -> Entity:
        """A new entity, found again by its last word, its other words and its initials."""
        entity = Entity(words)
        self.entities.append(entity)
        form = keys(words)
        if len(form) == 1 or is_body(words) or not en.BODY_JOINTS.intersection(form):
            self._by_last[form[-1]].append(entity)
        self._by_ends.setdefault((form[0], form[-1]), entity)
        for part in form[:-1]:
            self._by_part[part.strip('"')].append(entity)
        if len(form) > 1:
            self._by_initials[initials(words)].append(entity)
        return entity

    def _enter(self, i: int, words: Words, entity: Entity) -> None:
        """Add the unit to its entity."""
        insort(entity.units, i)
        entity.forms[words] += 1
        if len(words) > 1 and not entity.suffix:
            entity.suffix = suffix_of(self.mention(i))
        self.of_unit[i] = entity

    def _same_long(self, words: Words) -> Entity | None:
        """An entity with the same first and last word, or a longer form of the same body."""
        form = keys(words)
        if (form[0], form[-1]) in self._by_ends:
            return self._by_ends[form[0], form[-1]]
        for entity in self._by_last[form[-1]][:_PEOPLE]:
            longer = keys(entity.words)
            if longer[0] == form[0] or _initial_of(form[0], longer[0]) or f'"{form[0]}"' in longer:
                return entity
            if longer[-len(form) :] == form:
                return entity
        for entity in self._by_part[form[0]][:_PEOPLE]:
            if keys(entity.words)[: len(form)] == form:
                return entity
        return None

    def _enter_short(self) -> None:
        """Single words find theirs, or make an entity; shared last names wait."""
        short = [(i, words) for i, words in sorted(self._forms.items()) if len(words) == 1]
        titled = {key(words[0]) for i, words in short if title_gender(self.whole(i))}
        for i, words in short:
            family = self._people(words[0])
            if len(family) > 1 or family and key(words[0]) in titled:
                self._families[i] = family
            else:
                entity = family[0] if family else self._same_short(i, words[0])
                self._enter(i, words, entity or self._make(words))

    def _people(self, word: str) -> list[Entity]:
        """The people who have the word as their last name."""
        last = key(word)
        if (
            last in en.ORGANISATION_WORDS
            or self.is_place((last,), 0.3)
            and self._local[(last,)] > 1
        ):
            return []
        people = (e for e in self._by_last[last] if len(e.words) > 1 and not e.organisation)
        return list(islice(people, _PEOPLE))

    def _same_short(self, i: int, word: str) -> Entity | None:
        """The entity that a single word stands for: an acronym, a body's last word, a first name."""
        short = key(word)
        alone = self._by_ends.get((short, short))
        if alone:
            return alone
        if word.isupper() and len(short) > 1:
            return self._long_form(i, short.replace(".", ""))
        bodies = [e for e in self._by_last[short][:_PEOPLE] if e.organisation]
        if bodies:
            return _last_named(bodies, i)
        people = [e for e in self._by_part[short][:_PEOPLE] if not e.organisation]
        if len(people) == 1 and not self.is_place((short,)) and not self.has_demonym(word):
            return people[0]
        return None

    def _long_form(self, i: int, short: str) -> Entity | None:
        """What an acronym stands for: the name right before its brackets, or the one it abbreviates."""
        found = next(iter(self._by_initials[short]), None)
        if found is None and i > 1 and self.units.symbols[i - 2 : i] == "N(":
            before = self.of_unit.get(i - 2)
            if before and len(before.words) > 1 and before.words[0][0].lower() == short[0]:
                found = before
                self._by_initials[short].append(found)
        return found

    def has_demonym(self, word: str) -> bool:
        """The article has a name of people made from the word, as from that of a country."""
        return regex.search(rf"\b{regex.escape(word)}(?:i|n|an|ian|ese)s?\b", self.text) is not None

    # -- families -------------------------------------------------------------------------

    def settle_families(self) -> list[int]:
        """Give the shared last names to their people, now that titles and pronouns have spoken.

        Returns:
            The units that were entered.
        """
        for i in sorted(self._families, key=lambda i: not title_gender(self.whole(i))):
            words = self._forms[i]
            gender = title_gender(self.whole(i))
            family = [*self._families[i], *self._lone(words)]
            fitting = [e for e in family if not gender or self._agrees(e, gender)]
            chosen = max(fitting, key=lambda e: self._nearness(e, i)) if fitting else None
            self._enter(i, words, chosen or self._make(words))
            titles = self.whole(i).lower().split()[:-1]
            self.of_unit[i].roles.update(title for title in titles if title in PERSON_NOUNS)
            if gender:
                self.of_unit[i].gender[gender] += 1
        return list(self._families)

    def _lone(self, words: Words) -> list[Entity]:
        """The one of that last name whom the article never names in full, if there is one."""
        short = key(words[0])
        entity = self._by_ends.get((short, short))
        return [entity] if entity else []

    def _agrees(self, entity: Entity, gender: str) -> bool:
        """No title or kinship, and no row of pronouns, shows the other gender."""
        other = "f" if gender == "m" else "m"
        return entity.gender[gender] + _DOUBT >= entity.gender[other]

    def _local_gender(self, i: int) -> str:
        """The gender of the first pronoun after the name, where no other name comes between."""
        symbols = self.units.symbols
        stops = 0
        for k in range(i + 1, min(i + 25, len(symbols))):
            stops += symbols[k] in "./"
            if symbols[k] == "N" or stops > 2:
                return ""
            if symbols[k] in "PDE" and (gender := pronoun_gender(self.text, self.units, k)):
                return gender
        return ""

    def _nearness(self, entity: Entity, i: int) -> float:
        """How well one of a family fits the last name in unit i: title, nearness, custom."""
        titles = self.whole(i).lower().split()[:-1]
        gender = title_gender(self.whole(i))
        score = 3.0 * any(en.TITLE_ROLES.get(title, title) in entity.roles for title in titles)
        score += 2.0 * bool(gender and entity.gender[gender])
        local = self._local_gender(i)
        if local and entity.gender[local] < entity.gender["f" if local == "m" else "m"]:
            score -= 1.5
        before = entity.before(i)
        if before >= 0:
            gap = self.paragraphs[i] - self.paragraphs[before]
            score += max(0.0, 2.0 - gap * 2.0 / _FAMILY_PARAGRAPHS) + before / (i + 1.0) / 4
        full = sum(n for form, n in entity.forms.items() if len(form) > 1)
        return score + min(2.0, 0.2 * (len(entity.units) - full)) + min(1.0, 0.1 * full)


def _initial_of(short: str, long: str) -> bool:
    """The one first name is the initial of the other."""
    return len(short.rstrip(".")) == 1 and long.startswith(short[0])


def _last_named(entities: Iterable[Entity], i: int) -> Entity:
    """The one that was named last before unit i, or else the first of all."""
    return max(entities, key=lambda entity: entity.before(i))
