"""Who and what an article names: every name in it, gathered into people and organisations.

Names of several words make the entities; a single word then finds the one that it is short for.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, islice

from attrs import Factory, define

from quoteattr.coref.clusters import unite
from quoteattr.coref.forms import Words, family_first, initials, is_body, key, keys, suffix_of
from quoteattr.coref.gender import pronoun_gender, title_gender
from quoteattr.coref.usage import Usage
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.lexicon import PERSON_NOUNS
from quoteattr.language.en import tables as en
from quoteattr.language.en.word_lists import given_name_gender

#: paragraphs back in which the last one fully named holds the family's name
_FAMILY_PARAGRAPHS = 3
#: most people of one name that are looked at one by one
_PEOPLE = 24
#: how much evidence of the other gender a title before the last name outweighs
_DOUBT = 2.5
#: letters from which a word is long enough for another to be a slip of the pen for it, and from
#: which on it is no word that a pen could slip in
_SPELLABLE, _ENDLESS = 5, 60


@define(eq=False)
class Entity:
    """Somebody or something with a name, and what the text says about it."""

    #: the words of the fullest form so far, without titles
    words: Words
    #: indices of the chunks that name it, in order
    chunks: list[int] = Factory(list)
    #: how often it is named in full
    in_full: int = 0
    #: evidence for m (he), f (she)
    gender: dict[str, float] = Factory(lambda: {"m": 0.0, "f": 0.0})
    #: heads of the nominals that describe it: *senator*, *manager*
    roles: set[str] = Factory(set)
    #: all words of those nominals: *Vermont*, *former*
    described: set[str] = Factory(set)
    #: mentions after a preposition of place, with nothing but an article before the name, that
    #: speak, with a title
    placed: int = 0
    determined: int = 0
    speaking: int = 0
    titled: int = 0
    #: the gender that its title shows, *Mrs.* or *his wife*
    honorific: str = ""
    #: what closes the name as written: *Jr.*, *II*
    suffix: str = ""

    @property
    def name(self) -> str:
        """The fullest name, as the text spells it."""
        return " ".join((*self.words, self.suffix) if self.suffix else self.words)

    @property
    def organisation(self) -> bool:
        """One of the words is one that organisations have in their names, or an *&*."""
        firm = "&" in self.words
        named = any(word.lower() in en.ORGANISATION_WORDS for word in self.words[1:])
        return firm or named or is_body(self.words)

    @property
    def heading(self) -> bool:
        """Words in capitals, as in a line above an article: *FERRY STOPS*."""
        return len(self.words) > 1 and all(word.isupper() and len(word) > 2 for word in self.words)

    @property
    def firm(self) -> bool:
        """The name closes as those of firms do: *Peabody Energy*."""
        return len(self.words) > 1 and self.words[-1].lower() in en.FIRM_ENDINGS

    @property
    def thing(self) -> bool:
        """The last word is one that things, places and events have in their names."""
        return len(self.words) > 1 and self.words[-1].lower() in en.THING_WORDS

    @property
    def gendered(self) -> bool:
        """Something shows a gender."""
        return any(self.gender.values())

    @cached_property
    def given_gender(self) -> str:
        """The gender that the given name shows, *Nicole Berg*, else an empty string."""
        first = self.words[0]
        if first.lower() in en.REGNAL:
            first = self.words[-1]
        elif len(self.words) < 2 or self.organisation or self.thing or family_first(self.words):
            return ""
        return given_name_gender(first)

    @property
    def acronym(self) -> bool:
        """A single word in capitals."""
        return len(self.words) == 1 and len(self.words[0]) > 1 and self.words[0].isupper()

    def before(self, i: int) -> int:
        """The last chunk before chunk i that names it, -1 if none does."""
        at = bisect_left(self.chunks, i)
        return self.chunks[at - 1] if at else -1


class Roster:
    """The entities of one article, and which chunk names which."""

    def __init__(self, text: str, chunks: Chunks, clusters: Sequence[Sequence[int]] = ()) -> None:
        self.text, self.chunks = text, chunks
        #: chunks that stand for one entity each, as the caller was told
        self.clusters = clusters
        self.entities: list[Entity] = []
        #: the entity of each chunk that names one
        self.of_chunk: dict[int, Entity] = {}
        self.usage = usage = Usage(text, chunks)
        self._by_last: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_part: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_ends: dict[tuple[str, str], Entity] = {}
        self._by_initials: defaultdict[str, list[Entity]] = defaultdict(list)
        self._forms = unite(usage.forms, clusters) if clusters else usage.forms
        #: the number of the paragraph of each chunk
        self.paragraphs = list(accumulate(tag == "/" for tag in chunks.tags))
        #: chunks with the shared last name of several people: for ``settle_families``
        self._families: dict[int, list[Entity]] = {}
        self._enter_long()
        self._enter_short()

    def told(self) -> dict[int, Entity]:
        """The entity of each mention in a cluster that has a name."""
        told: dict[int, Entity] = {}
        for cluster in self.clusters:
            named = next((self.of_chunk[i] for i in cluster if i in self.of_chunk), None)
            if named:
                told.update(dict.fromkeys(cluster, named))
        return told

    # -- entering -------------------------------------------------------------------------

    def _enter_long(self) -> None:
        """Names of several words make the entities, the longest first."""
        made: dict[Words, Entity] = {}
        long = dict.fromkeys(words for words in self._forms.values() if len(words) > 1)
        for words in sorted(long, key=len, reverse=True):
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
        if family_first(words):
            self._by_last[form[0]].append(entity)
        if len(form) > 1:
            self._by_initials[initials(words)].append(entity)
        return entity

    def _enter(self, i: int, words: Words, entity: Entity) -> None:
        """Add the chunk to its entity."""
        insort(entity.chunks, i)
        entity.in_full += len(words) > 1
        if len(words) > 1 and not entity.suffix:
            entity.suffix = suffix_of(self.usage.mention(i))
        self.of_chunk[i] = entity

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
        self._alone = {key(words[0]) for _, words in short}
        titled = {key(words[0]) for i, words in short if title_gender(self.usage.whole(i))}
        for i, words in short:
            family = self._people(words[0])
            if len(family) > 1 or (family and key(words[0]) in titled):
                self._families[i] = family
            else:
                entity = family[0] if family else self._same_short(i, words[0])
                self._enter(i, words, entity or self._make(words))

    def _people(self, word: str) -> list[Entity]:
        """The people who have the word as their last name."""
        last = key(word)
        if last in en.ORGANISATION_WORDS or self.usage.is_place((last,), often=True):
            return []
        people = (e for e in self._by_last[last] if len(e.words) > 1 and not e.organisation)
        return list(islice(people, _PEOPLE))

    def _same_short(self, i: int, word: str) -> Entity | None:
        """The entity that a single word stands for: an acronym, a body, a first name."""
        short = key(word)
        alone = self._by_ends.get((short, short))
        if alone:
            return alone
        if word.isupper() and len(short) > 1:
            return self._long_form(i, short.replace(".", ""))
        bodies = [e for e in self._by_last[short][:_PEOPLE] if e.organisation]
        if bodies:
            return _last_named(bodies, i)
        parts = self._by_part[short][:_PEOPLE]
        people = [e for e in parts if e.firm or not (e.organisation or e.thing)]
        if (
            len(people) == 1
            and not self.usage.is_place((short,))
            and not self.usage.has_demonym(word)
        ):
            return people[0]
        return self._misspelt(word)

    def _misspelt(self, word: str) -> Entity | None:
        """The one person whose last name, never used alone, is this word but for one letter."""
        short = key(word)
        if len(short) < _SPELLABLE:
            return None
        spelt = self._by_spelling
        found = {e for near in _one_letter_off(short) if near in spelt for e in spelt[near]}
        if len(found) != 1 or self.usage.is_place((short,)) or self.usage.has_demonym(word):
            return None
        return found.pop()

    @cached_property
    def _by_spelling(self) -> defaultdict[str, list[Entity]]:
        """People by their last names, and by these with a letter left out."""
        spelt: defaultdict[str, list[Entity]] = defaultdict(list)
        for entity in self.entities:
            last = key(entity.words[-1])
            if len(entity.words) > 1 and not entity.organisation and last not in self._alone:
                for near in _one_letter_off(last):
                    spelt[near].append(entity)
        return spelt

    def relative(self, entity: Entity, gender: str) -> Entity | None:
        """The only other person of that last name, unless of the other gender."""
        others = [e for e in self._people(entity.words[-1]) if e is not entity]
        return others[0] if len(others) == 1 and self._agrees(others[0], gender) else None

    def _long_form(self, i: int, short: str) -> Entity | None:
        """What an acronym stands for: the name before its brackets, or what it abbreviates."""
        words = self.usage.spelt_out.get(short.upper(), ())
        known = self._by_ends.get((key(words[0]), key(words[-1]))) if words else None
        found = known or next(iter(self._by_initials[short]), None)
        if found is None and i > 1 and self.chunks.tags[i - 2 : i] == "N(":
            before = self.of_chunk.get(i - 2)
            if before and len(before.words) > 1 and before.words[0][0].lower() == short[0]:
                found = before
                self._by_initials[short].append(found)
        return found

    # -- families -------------------------------------------------------------------------

    def settle_families(self) -> list[int]:
        """Give the shared last names to their people, now that titles and pronouns have spoken.

        Returns:
            The chunks that were entered.
        """
        for i in sorted(self._families, key=lambda i: not title_gender(self.usage.whole(i))):
            words = self._forms[i]
            gender, local = title_gender(self.usage.whole(i)), self._local_gender(i)
            family = [*self._families[i], *self._lone(words)]
            fitting = [e for e in family if not gender or self._agrees(e, gender)]
            chosen = max(fitting, key=lambda e: self._nearness(e, i, local)) if fitting else None
            self._enter(i, words, chosen or self._make(words))
            titles = self.usage.whole(i).lower().split()[:-1]
            self.of_chunk[i].roles.update(title for title in titles if title in PERSON_NOUNS)
            if gender:
                self.of_chunk[i].gender[gender] += 1
                self.of_chunk[i].honorific = gender
        return list(self._families)

    def _lone(self, words: Words) -> list[Entity]:
        """The one of that last name whom the article never names in full, if there is one."""
        short = key(words[0])
        entity = self._by_ends.get((short, short))
        return [entity] if entity else []

    def _agrees(self, entity: Entity, gender: str) -> bool:
        """No title or kinship, and no row of pronouns, shows the other gender."""
        if not gender:
            return True
        other = "f" if gender == "m" else "m"
        if entity.honorific == other:
            return False
        return entity.gender[gender] + _DOUBT >= entity.gender[other]

    def _local_gender(self, i: int) -> str:
        """The gender of the first pronoun after the name, where no other name comes between."""
        tags = self.chunks.tags
        stops = 0
        for k in range(i + 1, min(i + 25, len(tags))):
            stops += tags[k] in "./"
            if tags[k] == "N" or stops > 2:
                return ""
            if tags[k] in "PDE" and (gender := pronoun_gender(self.text, self.chunks, k)):
                return gender
        return ""

    def _nearness(self, entity: Entity, i: int, local: str) -> float:
        """How well one of a family fits the last name in chunk i: title, nearness, custom."""
        titles = self.usage.whole(i).lower().split()[:-1]
        gender = title_gender(self.usage.whole(i))
        score = 3.0 * any(en.TITLE_ROLES.get(title, title) in entity.roles for title in titles)
        score += 2.0 * bool(gender and entity.gender[gender])
        if local and entity.gender[local] < entity.gender["f" if local == "m" else "m"]:
            score -= 1.5
        before = entity.before(i)
        if before >= 0:
            gap = self.paragraphs[i] - self.paragraphs[before]
            score += max(0.0, 2.0 - gap * 2.0 / _FAMILY_PARAGRAPHS) + before / (i + 1.0) / 4
        full = entity.in_full
        return score + min(2.0, 0.2 * (len(entity.chunks) - full)) + min(1.0, 0.1 * full)


def _one_letter_off(word: str) -> set[str]:
    """The word, and the word without one of its letters, the first and a last *s* apart."""
    if len(word) > _ENDLESS:
        return {word}
    ends = len(word) - word.endswith("s")
    return {word, *(word[:k] + word[k + 1 :] for k in range(1, ends))}


def _initial_of(short: str, long: str) -> bool:
    """The one first name is the initial of the other."""
    return len(short.rstrip(".")) == 1 and long.startswith(short[0])


def _last_named(entities: Iterable[Entity], i: int) -> Entity:
    """The one that was named last before chunk i, or else the first of all."""
    return max(entities, key=lambda entity: entity.before(i))
