"""Whom pronouns and nominals go back to.

The article is read twice from left to right. The first reading takes the pronouns that are sure and
lets them tell the gender of their names; the second settles the others with what was learned.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from quoteattr.find.lexicon import GROUP_NOUNS, PERSON_NOUNS, plural
from quoteattr.language import en
from quoteattr.link.entities import Entity, Roster
from quoteattr.link.forms import keys
from quoteattr.link.evidence import VERB_RIGHT, gender_of, person_likeness

#: how many mentions, and how many units, a pronoun looks back
_MENTIONS, REACH = 24, 220
#: what an antecedent must reach, and by how much the best must lead to count as sure
_ENOUGH, _SURE = -3.0, 1.5
#: below this, a subject that follows the pronoun's clause is the better antecedent
_AHEAD = 1.5
#: how much a sure pronoun tells of the gender of its name
_BY_CHAIN = 0.5
# What speaks for an antecedent. The sums were tried on annotated news; they lie on a plateau, so
# none of them is fine-tuned: each can be halved without much loss.
#: a verb follows it; it opens its sentence; the verb of saying stands before it
_BY_VERB, _BY_OPENING, _INVERTED = 1.0, 0.8, 1.8
#: it follows a preposition; it possesses; its clause is a subordinate one
_OBLIQUE, _POSSESSOR, _BY_CLAUSE = -1.0, -0.3, 0.8
#: each sentence, and each paragraph, that parts it from the pronoun
_BY_SENTENCE, _BY_PARAGRAPH = 1.2, 0.5
#: it is a pronoun of that gender; the text shows its gender to be that; or to be the other
_BY_PRONOUN, _BY_GENDER, _BY_OTHER = 2.5, 0.5, 3.0
#: it is used as the name of a person; it has no name
_BY_LIKENESS, _UNNAMED = 1.6, 1.0
#: units between a nominal and the name in apposition to it
_COMPLEMENT = 10
#: units between *who* and its name
_RELATIVE = 12
#: units before *they* in which nothing may be several
_THEY = 60
_APPOSED = regex.compile(r"(?:o[dwg0v&oNDETK]{1,7})?,?N")
#: what closes an apposition; after the subject of a sentence, a verb may stand there as well
_CLOSED = frozenset(",.)/(-:uQ")
_CLOSED_SUBJECT = _CLOSED | frozenset("xySRv")
_DEFINITE = frozenset(("the", "this", "that"))


_PLURALS = en.PLURALS | frozenset(map(plural, en.ROLES | en.GROUPS))


def is_plural(head: str) -> bool:
    """The noun stands for several."""
    return head in _PLURALS


def _several(head: str) -> bool:
    """The noun is a plural, known or by its ending, or stands for a group."""
    return is_plural(head) or head in GROUP_NOUNS or head.endswith("s") and not head.endswith("ss")


class Mention(NamedTuple):
    """A mention that a pronoun could go back to."""

    unit: int
    #: None where the text does not name it
    entity: Entity | None
    #: the gender that the mention's own words show
    gender: str
    sentence: int
    paragraph: int
    subject: float


class Coreference:
    """Whom each mention of an article stands for."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.units, self.symbols = roster.units, roster.units.symbols
        #: the entity of each mention, None where the text names nobody
        self.of_unit: dict[int, Entity | None] = {}
        self._described: dict[str, list[Entity]] = {}
        self._bodies: list[Entity] = []
        self._index()
        self._likeness: dict[int, float] = {}
        self._gender: dict[int, str] = {}
        for last in (False, True):
            self._likeness = {id(e): person_likeness(roster, e) for e in roster.entities}
            self._gender = {id(e): gender_of(e) for e in roster.entities}
            self._read(vote=not last)

    def _index(self) -> None:
        """Entities by the nouns that describe them."""
        for entity in self.roster.entities:
            for role in entity.roles:
                self._described.setdefault(role, []).append(entity)
            if entity.organisation:
                self._bodies.append(entity)

    # -- reading --------------------------------------------------------------------------

    def _read(self, vote: bool) -> None:
        """Resolve all mentions from left to right."""
        self._seen: list[Mention] = []
        self._last_body: Entity | None = None
        sentence = 0
        for i, symbol in enumerate(self.symbols):
            if symbol in "./":
                sentence += 1
            elif symbol == "Q":
                sentence += self._ends_sentence(i)
            elif symbol in "NLPhDE":
                entity = self._resolve(i, symbol, sentence, vote)
                self.of_unit[i] = entity
                self._remember(i, symbol, entity, sentence)

    def _ends_sentence(self, i: int) -> bool:
        """The stretch in marks ends like a sentence, and a capital follows it."""
        end = self.units.ends[i]
        closing = self.roster.text[max(0, end - 2) : end]
        following = self.roster.text[end : end + 2].strip()
        return any(mark in closing for mark in ".?!") and following[:1].isupper()

    def _remember(self, i: int, symbol: str, entity: Entity | None, sentence: int) -> None:
        """Keep the mention for the pronouns that follow."""
        gender = ""
        if symbol == "P":
            gender = en.PRONOUN_GENDER.get(self.units.heads[i], "")
            if gender not in ("m", "f"):
                return
        elif symbol == "D" and entity is None:
            gender = en.KINSHIP.get(self.units.heads[i], "")
            if self.units.heads[i] not in en.ROLES:
                return
        elif entity is None:
            return
        if entity is not None and entity.organisation:
            self._last_body = entity
        paragraph = self.roster.paragraphs[i]
        self._seen.append(Mention(i, entity, gender, sentence, paragraph, self._subjecthood(i)))

    def _subjecthood(self, i: int) -> float:
        """How much the mention stands like the subject of its sentence."""
        symbols = self.symbols
        before, after = symbols[i - 1] if i else "/", symbols[i + 1 : i + 2]
        if before == "o":
            return _OBLIQUE
        if after == "'":
            return _POSSESSOR
        if before == "S":
            return _INVERTED
        verb = VERB_RIGHT.match(symbols, i + 1, i + 40) is not None
        return _BY_OPENING * (before in "./") + _BY_VERB * verb - _BY_CLAUSE * (before in "tu")

    def _resolve(self, i: int, symbol: str, sentence: int, vote: bool) -> Entity | None:
        """The entity of the mention in unit i."""
        if symbol in "NL":
            found = self.roster.of_unit.get(i)
            return self._of_nominal(i) if found is None and i in self.roster.offices else found
        if symbol == "h":
            return self._of_relative(i)
        if symbol == "D":
            return self._of_nominal(i)
        if symbol == "E":
            return self._of_unknown(i)
        gender = en.PRONOUN_GENDER.get(self.units.heads[i])
        if gender in ("m", "f"):
            return self._of_person(i, gender, sentence, vote)
        if gender == "p":
            return self._of_one_they(i)
        return self._of_thing(i, gender) if gender else None

    # -- pronouns -------------------------------------------------------------------------

    def _of_relative(self, i: int) -> Entity | None:
        """The nearest name or nominal before *who* in its sentence."""
        person = self.units.heads[i] != "which"
        for k in range(i - 1, max(-1, i - _RELATIVE), -1):
            symbol, entity = self.symbols[k], self.of_unit.get(k)
            if symbol in "./Q":
                return None
            if entity and (self._likeness[id(entity)] > -1) == person:
                return entity
            if symbol == "D" and (self.units.heads[k] in PERSON_NOUNS) == person:
                return None
        return None

    def _of_person(self, i: int, gender: str, sentence: int, vote: bool) -> Entity | None:
        """The best antecedent of *he* or *she*, if there is a good one."""
        if self.symbols[i + 1 : i + 3] == ",N" and self.symbols[i + 3 : i + 4] in (",", "."):
            return self.roster.of_unit.get(i + 2)
        scores: dict[int, float] = {}
        best: Mention | None = None
        for mention in reversed(self._seen[-_MENTIONS:]):
            if mention.unit < i - REACH:
                break
            score = self._fit(mention, gender, sentence, self.roster.paragraphs[i])
            who = id(mention.entity) if mention.entity else -mention.unit
            if score > scores.get(who, -99.0):
                scores[who] = score
                if best is None or score > max(
                    (s for w, s in scores.items() if w != who), default=-99.0
                ):
                    best = mention
        ahead = self._ahead(i, gender) if best is None or self._opens_clause(i) else None
        if ahead and (best is None or max(scores.values()) < _AHEAD):
            return ahead
        if best is None or max(scores.values()) < _ENOUGH:
            return None
        if vote and best.entity:
            self._vote(best.entity, gender, sorted(scores.values()))
        return best.entity

    def _vote(self, entity: Entity, gender: str, scores: list[float]) -> None:
        """A sure pronoun tells the gender of its name."""
        if len(scores) == 1 or scores[-1] - scores[-2] >= _SURE:
            entity.gender[gender] += _BY_CHAIN

    def _fit(self, mention: Mention, gender: str, sentence: int, paragraph: int) -> float:
        """How well a mention fits as antecedent of a pronoun in that sentence and paragraph."""
        score = mention.subject
        score -= _BY_SENTENCE * min(6, sentence - mention.sentence) + _BY_PARAGRAPH * min(
            4, paragraph - mention.paragraph
        )
        if mention.gender:
            if mention.gender != gender:
                return -99.0
            score += _BY_PRONOUN
        entity = mention.entity
        if entity is None:
            return score - (0.0 if mention.gender else _UNNAMED)
        shown = self._gender[id(entity)]
        if shown and not mention.gender:
            score += _BY_GENDER if shown == gender else -min(8.0, _BY_OTHER + entity.gender[shown])
        return score + _BY_LIKENESS * self._likeness[id(entity)]

    def _opens_clause(self, i: int) -> bool:
        """The pronoun stands in a clause that opens its sentence: *As she spoke, NAME …*."""
        return self.symbols[max(0, i - 2) : i] in ("/u", ".u", "/o", ".o") or not self._seen

    def _ahead(self, i: int, gender: str) -> Entity | None:
        """The subject that follows the pronoun's clause in the same sentence."""
        for k in range(i + 1, min(i + 30, len(self.symbols) - 1)):
            if self.symbols[k] in "./":
                return None
            if self.symbols[k] == "N" and self.symbols[k - 1] in "," and k in self.roster.of_unit:
                entity = self.roster.of_unit[k]
                fits = self._gender[id(entity)] in ("", gender) and self._likeness[id(entity)] >= 0
                return entity if fits else None
        return None

    def _of_thing(self, i: int, gender: str) -> Entity | None:
        """The organisation that *it* goes back to: the last subject, if that is one."""
        for mention in reversed(self._seen[-3:]):
            if mention.unit < i - 40 or mention.entity is None:
                return None
            if mention.subject > 0:
                entity = mention.entity
                thing = self._likeness[id(entity)] < -1 and not mention.gender
                return entity if thing and gender == "n" else None
        return None

    def _of_one_they(self, i: int) -> Entity | None:
        """The only person in the two sentences before *they*, where nothing there is several."""
        people: set[Entity] = set()
        stops = 0
        for k in range(i - 1, max(-1, i - _THEY), -1):
            symbol = self.symbols[k]
            stops += symbol in "./"
            if stops > 2:
                break
            if symbol in "NDE" and (self.of_unit.get(k) is None) and _several(self.units.heads[k]):
                return None
            entity = self.of_unit.get(k) if symbol in "NP" else None
            if entity is not None:
                people.add(entity)
        only = people.pop() if len(people) == 1 else None
        return only if only and self._likeness[id(only)] > 0 and len(only.words) > 1 else None

    # -- nominals -------------------------------------------------------------------------

    def _of_nominal(self, i: int) -> Entity | None:
        """Whom a nominal stands for: one named beside it, or described so before."""
        beside = self._beside(i)
        if beside is not None:
            return beside
        words = self.roster.whole(i).lower().split()
        head = self.units.heads[i]
        if words[0] in en.POSSESSIVES:
            kin = self._described.get(head, []) if head in en.KINSHIP else []
            return kin[0] if len(kin) == 1 else None
        possessed = i > 0 and self.symbols[i - 1] == "'"
        if words[0] not in _DEFINITE and i not in self.roster.offices and not possessed:
            return None
        if is_plural(head):
            return None
        found = self._by_role(i, head, words)
        if found is None and head in GROUP_NOUNS:
            found = self._by_kind(i, head)
        if found is None and head in PERSON_NOUNS:
            found = self._by_epithet(i, head)
        return found

    def _of_unknown(self, i: int) -> Entity | None:
        """A definite nominal of an unknown noun, if somebody was described by that noun."""
        head = self.units.heads[i]
        words = self.roster.whole(i).lower().split()
        if words[0] not in _DEFINITE or is_plural(head):
            return None
        if head in self._described:
            return self._by_role(i, head, words)
        recent = (e for e in self._recent(i) if len(e.words) > 1 and not e.titled)
        return next((e for e in recent if e.words[-1].lower() == head), None)

    def _beside(self, i: int) -> Entity | None:
        """The name in apposition: *another critic, NAME,* or *NAME, the manager,*."""
        symbols = self.symbols
        if is_plural(self.units.heads[i]):
            return None
        match = _APPOSED.match(symbols, i + 1, i + 1 + _COMPLEMENT)
        if self.units.heads[i] in en.OFFICES_OF and symbols[i + 1 : i + 3] == "oN":
            entity = self.roster.of_unit.get(i + 2)
            if entity and i + 2 in self.roster.after_office:
                return entity
        if match and not (self.units.heads[i] in GROUP_NOUNS and symbols[i - 1 : i] == "o"):
            k = match.end() - 1
            entity = self.roster.of_unit.get(k)
            closed = _CLOSED if i and symbols[i - 1] not in "./'" else _CLOSED_SUBJECT
            if entity and symbols[k - 1] == "," and symbols[k + 1 : k + 2] in closed:
                return entity if self._of_sort(entity, self.units.heads[i]) else None
        if i > 1 and symbols[i - 2 : i] == "D&" and self.of_unit.get(i - 2):
            if self.units.heads[i] in self.of_unit[i - 2].roles:
                return self.of_unit[i - 2]
        if (
            i > 1
            and symbols[i - 1] in ",("
            and symbols[i + 1 : i + 2] in (",", ")", "o", ".", "&", "w")
        ):
            entity = self.roster.of_unit.get(i - 2)
            if entity and symbols[i - 2] == "N" and self.units.heads[i] in entity.roles:
                return entity
        return None

    def _personal(self, entity: Entity) -> bool:
        """The entity could be a person."""
        return person_likeness(self.roster, entity) > -1

    def _by_role(self, i: int, head: str, words: list[str]) -> Entity | None:
        """The one who was described by the same noun, best with the same words, last before."""
        best, best_score = None, -99.0
        for entity in self._described.get(head, ())[:_MENTIONS]:
            before = entity.before(i)
            if before < 0 or not self._of_sort(entity, head):
                continue
            score = 2.0 * len(entity.described.intersection(words[1:])) + before / i
            if score > best_score:
                best, best_score = entity, score
        return best

    def _of_sort(self, entity: Entity, head: str) -> bool:
        """A noun for people describes a person, one for groups does not."""
        if head in PERSON_NOUNS:
            return self._personal(entity)
        return not (entity.titled or entity.gender) or head not in GROUP_NOUNS

    def _by_kind(self, i: int, head: str) -> Entity | None:
        """The organisation last named that is of that kind by its name, or just the last one."""
        kinds = en.BODY_KINDS.get(head, frozenset((head,)))
        recent = list(self._recent(i))
        for entity in recent:
            if kinds.intersection(w.lower() for w in entity.words) and not entity.titled:
                return entity
        if head not in en.BODY_KINDS:
            return None
        if head in en.FIRMS:
            return next((e for e in recent if self._could_be_firm(e)), None)
        return next((e for e in recent if e.organisation), None)

    def _could_be_firm(self, entity: Entity) -> bool:
        """A name that is neither a person's nor a place's, nor that of another kind of body."""
        person = entity.titled or entity.gender or entity.roles & PERSON_NOUNS
        place = (
            self.roster.is_place(keys(entity.words)) or entity.placed * 2 > len(entity.units) + 1
        )
        return not (person or place or entity.organisation)

    def _recent(self, i: int) -> Iterator[Entity]:
        """The entities named before unit i, the last one first."""
        for mention in reversed(self._seen[-_MENTIONS:]):
            if mention.entity is not None:
                yield mention.entity

    def _by_epithet(self, i: int, head: str) -> Entity | None:
        """A definite nominal with a capital or an age in it is another name for the one at hand."""
        words = self.roster.whole(i).split()[1:-1]
        if not any(word[0].isupper() or word[0].isdigit() or word == "former" for word in words):
            return None
        gender = en.KINSHIP.get(head, "")
        best, best_score = None, 0.0
        for mention in self._seen[-_MENTIONS:]:
            entity = mention.entity
            if entity is None or self._likeness[id(entity)] <= 0:
                continue
            shown = self._gender[id(entity)]
            if gender and shown and gender != shown:
                continue
            score = 3.0 + mention.subject - 0.02 * (i - mention.unit)
            if score > best_score:
                best, best_score = entity, score
        return best
