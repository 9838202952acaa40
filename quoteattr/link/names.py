"""From a mention to its speaker: the people and organisations of one article.

A ``Cast`` gathers the names of an article into entities, keeps what the text says about each
(titles, kinship, offices, pronouns), and from there tells whom any mention stands for. All
evidence is the text's own; there is no list of first names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import regex
from attrs import Factory, define

from quoteattr.find.lexicon import DOCUMENT_NOUNS, GROUP_NOUNS, PERSON_NOUNS
from quoteattr.find.units import Units
from quoteattr.language import en

_NAME_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*+(?:[.'’&\-‐‑/][\p{L}\p{M}\p{N}]++)*+\.?+")
_VERB_RIGHT = regex.compile(r"(?:,[^/.Q]{1,30}?,|\([^/.]{1,10}?\))?[xySRv]")
#: how far back, in units, a pronoun looks for its name
REACH = 220


@define(eq=False)
class Entity:
    """Somebody or something with a name, and what the text says about it."""

    #: the words of the fullest form so far, without titles
    words: tuple[str, ...]
    #: indices of the units that name it, in order
    units: list[int] = Factory(list)
    #: how often each form stood there
    forms: Counter[tuple[str, ...]] = Factory(Counter)
    #: evidence for m (he), f (she)
    gender: Counter[str] = Factory(Counter)
    #: heads of the nominals that describe it: *senator*, *manager*
    roles: set[str] = Factory(set)
    #: mentions after a preposition of place, mentions that speak, mentions with a title
    placed: int = 0
    speaking: int = 0
    titled: int = 0

    @property
    def name(self) -> str:
        """The fullest name, as the text spells it."""
        return " ".join(self.words)

    @property
    def organisation(self) -> bool:
        """One of the words is one that organisations have in their names."""
        return any(w.lower() in en.ORGANISATION_WORDS for w in self.words[1:])


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name without titles, offices and suffixes.

    >>> name_words("Former Secretary of State Hillary Clinton")
    ('Hillary', 'Clinton')
    >>> name_words("Texas Sen. Ted Cruz"), name_words("Dr. Amara Okoye Jr.")
    (('Ted', 'Cruz'), ('Amara', 'Okoye'))
    """
    words = [w if len(w) < 3 or _abbreviated(w) else w.rstrip(".") for w in _NAME_WORD.findall(text)]
    while len(words) > 1 and words[-1].lower() in en.SUFFIXES:
        words.pop()
    cut = 0
    for k, word in enumerate(words[:-1]):
        if word.lower() in en.TITLES or word.lower() in en.DETERMINERS or word.lower() in PERSON_NOUNS:
            cut = k + 1
        elif word.lower() == "of" and cut == k and k + 2 < len(words):
            cut = k + 2
    return tuple(words[cut:])


def _abbreviated(word: str) -> bool:
    """A word with a full stop of its own: an initial, *U.S.*, *St.*"""
    return word.count(".") > 1 or word.lower() in en.ABBREVIATIONS


def title_gender(text: str) -> str:
    """The gender that a title in the words shows: ``m``, ``f`` or an empty string."""
    for word in text.lower().split()[:4]:
        gender = en.TITLES.get(word) or en.KINSHIP.get(word)
        if gender:
            return gender
    return ""


def _initials(words: Iterable[str]) -> str:
    """First letters of the capitalised words."""
    return "".join(w[0] for w in words if w[:1].isupper()).lower()


class Cast:
    """The entities of one article, and whom each mention stands for."""

    def __init__(self, text: str, units: Units) -> None:
        self.text, self.units = text, units
        self.entities: list[Entity] = []
        #: the entity of a unit that names one, or of a pronoun or nominal once it is resolved
        self.of_unit: dict[int, Entity | None] = {}
        self._by_last: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_first: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_initials: dict[str, Entity] = {}
        self._named = [i for i, s in enumerate(units.symbols) if s in "NL"]
        self._gather()
        self._describe()

    # -- entities -------------------------------------------------------------------------

    def _mention(self, i: int) -> str:
        """The words of the mention in unit i."""
        return self.text[self.units.mention_starts[i] : self.units.ends[i]]

    def _gather(self) -> None:
        """Names of several words make the entities; single words then find theirs."""
        words = {i: name_words(self._mention(i)) for i in self._named}
        for i in self._named:
            if len(words[i]) > 1:
                self._enter(i, words[i], self._same_long(words[i]))
        for i in self._named:
            if len(words[i]) == 1:
                self._enter(i, words[i], self._same_short(i, words[i][0].lower()))

    def _enter(self, i: int, words: tuple[str, ...], entity: Entity | None) -> None:
        """Add the unit to its entity, a new one if there is none."""
        if entity is None:
            entity = Entity(words)
            self.entities.append(entity)
            self._by_last[words[-1].lower()].append(entity)
            if len(words) > 1:
                self._by_first[words[0].lower()].append(entity)
                self._by_initials.setdefault(_initials(words), entity)
        elif len(words) > len(entity.words) and words[0].lower() == entity.words[0].lower():
            entity.words = words
        entity.units.append(i)
        entity.forms[words] += 1
        self.of_unit[i] = entity

    def _same_long(self, words: tuple[str, ...]) -> Entity | None:
        """An entity with the same first and last word, or one that ends in all these words."""
        first, last = words[0].lower(), words[-1].lower()
        for entity in self._by_last.get(last, ()):
            if entity.words[0].lower() == first:
                return entity
        return None

    def _same_short(self, i: int, word: str) -> Entity | None:
        """The entity that a single word stands for: a last name, initials, or a first name."""
        several = [e for e in self._by_last.get(word, ()) if len(e.words) > 1]
        if len(several) > 1:
            return self._of_family(i, several)
        if several or self._by_last.get(word):
            return (several or self._by_last[word])[0]
        if word.upper() == self._mention(i).rstrip(".") and word in self._by_initials:
            return self._by_initials[word]
        first = [e for e in self._by_first.get(word, ()) if not e.organisation]
        return first[0] if len(first) == 1 else None

    def _of_family(self, i: int, several: list[Entity]) -> Entity:
        """Which of several people of one last name: by title, then nearness, then frequency."""
        gender = title_gender(self.text[self.units.starts[i] : self.units.ends[i]])
        if gender:
            fitting = [e for e in several if self._family_gender(e) in ("", gender)]
            certain = [e for e in fitting if self._family_gender(e) == gender]
            several = certain or fitting or several
        paragraph = self.units.symbols.rfind("/", 0, i)
        near = [e for e in several if any(paragraph < u < i for u in e.units)]
        if near:
            return max(near, key=lambda e: max(u for u in e.units if u < i))
        return max(several, key=lambda e: len(e.units))

    def _family_gender(self, entity: Entity) -> str:
        """The gender that titles and kinship before the name have shown so far."""
        for u in entity.units:
            gender = title_gender(self.text[self.units.starts[u] : self.units.ends[u]])
            if gender:
                return gender
        return ""

    # -- what the text says about them ----------------------------------------------------

    def _describe(self) -> None:
        """Gather titles, offices, places, and the pronouns that plainly follow one name."""
        symbols = self.units.symbols
        for entity in self.entities:
            for u in entity.units:
                self._describe_unit(entity, u, symbols)
        self._vote_by_pronouns()

    def _describe_unit(self, entity: Entity, u: int, symbols: str) -> None:
        """What stands in and around one naming of the entity."""
        units = self.units
        whole = self.text[units.starts[u] : units.ends[u]]
        gender = title_gender(whole)
        if gender:
            entity.gender[gender] += 3
        words = whole.lower().split()
        entity.titled += words[0] in en.TITLES and len(words) > 1
        entity.roles.update(w for w in words[:-1] if w in PERSON_NOUNS or w in en.TITLES)
        before, after = symbols[u - 1] if u else "/", symbols[u + 1 : u + 2]
        entity.placed += before == "o"
        entity.speaking += before == "S" or bool(_VERB_RIGHT.match(symbols, u + 1))
        if after and after in ",(" and symbols[u + 2 : u + 3] in ("D", "w", "N"):
            entity.roles.update(self._apposed(u + 2))
        if before == "," and u > 1 and symbols[u - 2] == "D":
            entity.roles.add(units.heads[u - 2])
        for role in entity.roles & en.KINSHIP.keys():
            entity.gender[en.KINSHIP[role]] += 1

    def _apposed(self, i: int) -> Iterator[str]:
        """Heads of the nominals in the aside that begins at unit i."""
        for k in range(i, min(i + 6, len(self.units.symbols))):
            symbol = self.units.symbols[k]
            if symbol in "DwN" and self.units.heads[k] in PERSON_NOUNS:
                yield self.units.heads[k]
            if symbol in ",)./":
                return

    def _vote_by_pronouns(self) -> None:
        """A pronoun soon after the only name of its sentence shows that name's gender."""
        symbols, heads = self.units.symbols, self.units.heads
        for i, symbol in enumerate(symbols):
            gender = en.PRONOUN_GENDER.get(heads[i].split(" ")[0]) if symbol in "PpdDE" else None
            if gender not in ("m", "f"):
                continue
            sentence = max(symbols.rfind(".", 0, i), symbols.rfind("/", 0, i)) + 1
            for start in (sentence, max(symbols.rfind(".", 0, sentence - 1), symbols.rfind("/", 0, sentence - 1)) + 1):
                named = {id(e): e for k in range(start, i) if (e := self.of_unit.get(k)) and not e.placed * 2 > len(e.units)}
                if named:
                    for entity in named.values():
                        entity.gender[gender] += 1 / len(named)
                    break

    def gender_of(self, entity: Entity) -> str:
        """``m``, ``f`` or an empty string, where one kind of evidence clearly outweighs."""
        m, f = entity.gender["m"], entity.gender["f"]
        if m > 1.5 * f:
            return "m"
        return "f" if f > 1.5 * m else ""

    # -- whom a mention stands for --------------------------------------------------------

    def entity_of(self, i: int) -> Entity | None:
        """The entity that the mention in unit i stands for, None where the text names none."""
        if i not in self.of_unit:
            self.of_unit[i] = self._resolve(i)
        return self.of_unit[i]

    def _resolve(self, i: int) -> Entity | None:
        """Resolve a pronoun, a relative or a nominal."""
        symbol, head = self.units.symbols[i], self.units.heads[i]
        if symbol == "h":
            return self._antecedent_of_relative(i)
        gender = en.PRONOUN_GENDER.get(head) if symbol == "P" else None
        if gender in ("m", "f"):
            return self._antecedent(i, gender)
        if symbol == "D":
            return self._of_nominal(i, head)
        return None

    def _antecedent_of_relative(self, i: int) -> Entity | None:
        """The nearest name or nominal before *who* in its sentence."""
        for k in range(i - 1, max(-1, i - 12), -1):
            if self.units.symbols[k] in "./Q":
                return None
            if self.units.symbols[k] in "ND":
                return self.entity_of(k)
        return None

    def _antecedent(self, i: int, gender: str) -> Entity | None:
        """The name that a *he* or *she* goes back to: near, a subject, of that gender."""
        symbols = self.units.symbols
        best, best_score = None, -99.0
        sentences, paragraphs = 0, 0
        for k in range(i - 1, max(-1, i - REACH), -1):
            symbol = symbols[k]
            sentences += symbol in "./"
            paragraphs += symbol == "/"
            if symbol in "NPL" and (entity := self._antecedent_at(k, gender)):
                score = self._fit(entity, k, gender) - 0.7 * sentences - 0.5 * paragraphs
                if score > best_score:
                    best, best_score = entity, score
        return best

    def _antecedent_at(self, k: int, gender: str) -> Entity | None:
        """The entity at unit k if it could be a person of that gender."""
        if self.units.symbols[k] == "P":
            if en.PRONOUN_GENDER.get(self.units.heads[k]) != gender:
                return None
            return self.of_unit.get(k)
        return self.of_unit.get(k)

    def _fit(self, entity: Entity, k: int, gender: str) -> float:
        """How well an entity fits as antecedent, apart from its distance."""
        symbols = self.units.symbols
        shown = self.gender_of(entity)
        score = 2.0 if shown == gender else -4.0 if shown else 0.0
        before, after = symbols[k - 1] if k else "/", symbols[k + 1 : k + 2]
        score += 1.0 * (before in "./" or before == "S")
        score += 1.0 * bool(_VERB_RIGHT.match(symbols, k + 1))
        score -= 1.0 * (before == "o") + 0.5 * (after == "'")
        score += 0.5 * (len(entity.words) > 1) + min(1.0, 0.25 * entity.speaking)
        score -= 3.0 * entity.organisation + 2.0 * (entity.placed > 0.6 * len(entity.units))
        return score

    def _of_nominal(self, i: int, head: str) -> Entity | None:
        """A definite nominal stands for the last entity described so: *the manager*."""
        words = self._mention(i).lower().split()
        if not words or words[0] not in ("the", "this", "that") and not words[0].istitle():
            return None
        fitting = [e for e in self.entities if head in e.roles]
        if words[0] == "the" and head in GROUP_NOUNS and not fitting:
            fitting = [e for e in self.entities if e.organisation]
        before = [(max((u for u in e.units if u < i), default=-1), n) for n, e in enumerate(fitting)]
        last = max(before, default=(-1, 0))
        return fitting[last[1]] if last[0] >= 0 else None

    def speaker(self, i: int) -> str:
        """The speaker that the mention in unit i stands for.

        Returns:
            The fullest name of the entity, or the mention's own words where the text names nobody.
        """
        entity = self.entity_of(i)
        if entity is None:
            return " ".join(self._mention(i).split())
        if len(entity.words) == 1:
            return self._name_in_quotes(entity.words[0])
        return entity.name

    def _name_in_quotes(self, word: str) -> str:
        """The fuller name that stands only inside quotes, or else the word itself."""
        if not word[:1].isupper():
            return word
        fuller = regex.search(
            rf"\b((?:\p{{Lu}}[\p{{L}}.'’\-]+\s)(?:\p{{Lu}}\.\s|\p{{Ll}}{{2,3}}\s)?{regex.escape(word)})\b",
            self.text,
        )
        words = name_words(fuller.group(1)) if fuller else ()
        return " ".join(words) if len(words) > 1 else word
