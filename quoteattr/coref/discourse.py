"""The discourse state while an article is processed: its mentions so far, and their entities."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.gender import gender_of
from quoteattr.coref.entities.person_likeness import (
    COULD_BE_PERSON,
    NO_PERSON,
    PERSON,
    person_likeness,
)
from quoteattr.coref.entities.table import EntityTable
from quoteattr.coref.names.forms import family_first
from quoteattr.coref.plurals import Plurals
from quoteattr.coref.sentences import Sentences
from quoteattr.coref.turn_taking import TurnTaking
from quoteattr.detect.alphabet import (
    COMMA,
    COPULA,
    NAME,
    NOMINAL,
    OBJECT_PRONOUN,
    PARAGRAPH_EDGES,
    PARAGRAPH_END,
    PRONOUN,
    RELATIVE,
    SENTENCE_END,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.patterns.pattern import FARTHEST, RowPattern, encode, tags

#: maximum distance of an antecedent, in mentions; of one of a description, for which they are kept
MENTIONS, KEPT_MENTIONS = 24, 60
#: maximum number of chunks between somebody without a name and a description of them
_REMEMBERED = 400
#: what follows the name in a byline
_AFTER_BYLINE = PARAGRAPH_EDGES | frozenset(tags("COMMA|CONJUNCTION"))
#: what follows *one* of several people: *of the neighbours*, *of the café's regulars*, *of them*
_ONE_OF = RowPattern(
    encode(
        "{PREPOSITION} (({NAME|NOMINAL} {POSSESSIVE})? {SPEAKING_NOMINAL}"
        " | {NAME|NOMINAL} {POSSESSIVE} {OTHER_WORD} | {OBJECT_PRONOUN})"
    )
)
#: tags of pronouns that can be antecedents
_PRONOUNS = PRONOUN + OBJECT_PRONOUN
#: in order: *, who*
_RELATIVE_CLAUSE = COMMA + RELATIVE


class PriorMention(NamedTuple):
    """A mention that may be an antecedent."""

    chunk: int
    #: None if the text does not name it
    entity: Entity | None
    #: the gender that the mention's own words show
    gender: str
    sentence: int
    paragraph: int
    #: how much it is like the subject of its sentence
    subjecthood: float


class Antecedent(NamedTuple):
    """What a mention refers to, and what its resolution shows."""

    #: None if the text does not name it
    entity: Entity | None = None
    #: the nominal to which a pronoun refers, by its chunk, if the text names nobody
    nominal: int | None = None
    #: why a nominal refers to the entity, as a clause for readers; empty if none is known
    reason: str = ""
    #: the lead of a pronoun's antecedent over the next best; None if there is no other
    lead: float | None = None
    #: the gender that a certain pronoun shows of the entity; empty if none
    shown_gender: str = ""
    #: the probability of the best antecedent of a description; None if it was not asked for
    share: float | None = None
    #: the entities that the sentence shows the noun not to refer to
    ruled_out: Collection[Entity] = ()
    #: whether a description by a noun for groups shows that the entity is no person
    is_body: bool = False


#: what a resolution shows besides the entity, if it shows nothing
_NOTHING_ELSE = Antecedent()[1:]


class DiscourseState:
    """The mentions of an article so far, and the entity of each.

    Only ``record``, ``show_person`` and ``start`` change it.
    """

    def __init__(self, table: EntityTable) -> None:
        """Start with the entities of an article, and no mentions."""
        self.table, self.names, self.language = table, table.names, table.language
        self.chunks, self.tags = table.chunks, table.chunks.tags
        self.plurals = self.language.derived(Plurals)
        #: the entity of each mention; None if the text does not name it
        self.of_chunk: dict[int, Entity | None] = {}
        #: the evidence in the sentence of each mention
        self.sentences = Sentences(table.text, self.chunks)
        #: whose turn it is in exchanges of question and answer
        self.turns = TurnTaking(table.text, self.chunks)
        #: the nominal to which a pronoun refers, by their chunks, if the text names nobody
        self.nameless: dict[int, int] = {}
        #: entities by the nouns that describe them
        self.entities_by_noun: defaultdict[str, list[Entity]] = defaultdict(list)
        for entity in table.entities:
            for role in entity.roles | entity.act_roles:
                self.entities_by_noun[role].append(entity)
        #: the chunk of the first name
        self.first_named = min((e.chunks[0] for e in table.entities), default=-1)
        self._headline = _headline(self.tags)
        self.start()

    def start(self) -> None:
        """Start again, with the current knowledge about each entity."""
        #: how mentions were resolved that show more than their entity, which are few
        self._antecedents: dict[int, Antecedent] = {}
        #: the last mentions
        self.mentions = deque[PriorMention](maxlen=KEPT_MENTIONS)
        #: the last referent of each noun; None if the text does not name it
        self.last_referents: dict[str, Entity | None] = {}
        #: referents that a noun cannot have, as a sentence has shown
        self.ruled_out = defaultdict[str, set[Entity]](set)
        #: where a noun last introduced somebody without a name: *an expert*
        self.introduced: dict[str, int] = {}
        self.person_likeness = {id(e): person_likeness(self.table, e) for e in self.table.entities}
        self.gender = {id(e): gender_of(e) for e in self.table.entities}

    def personal(self, entity: Entity) -> bool:
        """The entity could be a person."""
        return self.person_likeness[id(entity)] > COULD_BE_PERSON

    def impersonal(self, entity: Entity) -> bool:
        """Whether the entity is hardly a person: *it* may refer to it."""
        return self.person_likeness[id(entity)] < COULD_BE_PERSON

    def could_be_body(self, entity: Entity) -> bool:
        """Whether one word, or a name like or called a body’s, shows no sign of a person.

        *Nordwind*, *Holmsen Rail*, *the Evening Lamp*, *the rights group Nova Tresk*.
        """
        endings = self.language.organisation_endings
        formed = len(entity.words) == 1 or entity.words[-1].lower() in endings
        formed = formed or entity.organisation or entity.usage.determined > 0
        called = entity.roles & self.language.group_nouns
        return bool(formed or called) and self.has_no_sign_of_person(entity)

    def owns_as_body(self, name: int, entity: Entity, i: int) -> bool:
        """*Holmsen Sachs cut its forecast*: *its* refers to the name in its clause.

        There is no other name and no group between the name and the mention in chunk i, and no sign
        of a person.
        """
        heads, groups, between = self.chunks.heads, self.language.group_nouns, range(name + 1, i)
        owned = {k for k in between if self.tags[k] in NOMINAL and self._is_its(k)}
        if any(self.tags[k] == NAME or heads[k] in groups for k in between if k not in owned):
            return False
        in_clause = any(self.sentences.in_sentence(name, k) for k in owned)
        return in_clause and self.has_no_sign_of_person(entity)

    def _is_its(self, k: int) -> bool:
        """Whether *its* precedes the nominal in chunk k."""
        first = self.table.words(k)[0]
        return self.language.pronoun_gender.get(first) == "n"

    def has_no_sign_of_person(self, entity: Entity) -> bool:
        """Whether no given name, title, office or pronoun shows a person: *Holmsen Sachs*."""
        words, language = entity.words, self.language
        has_given_name = words[0].lower() in language.given_names or family_first(words, language)
        person = entity.shown_person or entity.roles & language.person_nouns
        return not (has_given_name or person)

    def antecedent(self, i: int) -> Antecedent:
        """How the words in chunk i were resolved; an empty one if they are no mention."""
        return self._antecedents.get(i) or Antecedent(self.of_chunk.get(i))

    def referent(self, i: int | None) -> Entity | str | None:
        """The referent of the mention in chunk i: an entity, or else the head of a nominal."""
        if i is None:
            return None
        return self.of_chunk.get(i) or self.chunks.heads[self.nameless.get(i, i)]

    def introduces_somebody(self, i: int) -> bool:
        """Whether chunk i introduces a person without a name: *a neighbour*, *one of them*."""
        head, language = self.chunks.heads[i], self.language
        if self.tags[i] == PRONOUN:
            one_of = _ONE_OF.begins(self.tags, i + 1, i + FARTHEST)
            return one_of and head in language.indefinite_single
        first = self.table.words(i)[0]
        indefinite = first in language.indefinite_articles or first in language.indefinite_single
        return indefinite and head in language.person_nouns

    def only_before(self, entities: Iterable[Entity], i: int) -> Entity | None:
        """The only one of these named before chunk i, unless the sentence excludes it."""
        named = [entity for entity in entities if entity.before(i) >= 0]
        only = named[0] if len(named) == 1 else None
        return only if only and not self.sentences.disjoint(only.before(i), i) else None

    def is_bare(self, i: int) -> bool:
        """Whether the nominal in chunk i is an article or another determiner and a noun."""
        return len(self.table.words(i)) == 2

    def has_asked(self, entity: Entity, i: int) -> bool:
        """Whether the entity has asked a question that the mention in chunk i answers."""
        expectation = self.turns.expected(i)
        return expectation is not None and entity is self.referent(expectation.excluded_speaker)

    def record(self, i: int, antecedent: Antecedent, sentence: int) -> None:
        """Record what the mention in chunk i, in a sentence with this number, refers to."""
        if antecedent[1:] != _NOTHING_ELSE:
            self._antecedents[i] = antecedent
        entity = self.of_chunk[i] = antecedent.entity
        if antecedent.nominal is not None:
            self._keep_nameless(i, antecedent.nominal)
        if antecedent.ruled_out:
            self.ruled_out[self.chunks.heads[i]].update(antecedent.ruled_out)
        if antecedent.is_body:
            self.person_likeness[id(entity)] = NO_PERSON
        if entity is not None or self.tags[i] != OBJECT_PRONOUN:
            self._remember(i, entity, sentence)

    def show_person(self, entity: Entity, gender: str) -> None:
        """Record that the entity is a person, of this gender if none is known: *a man named X*."""
        self.person_likeness[id(entity)] = PERSON
        self.gender[id(entity)] = self.gender[id(entity)] or gender

    def _keep_nameless(self, i: int, k: int) -> None:
        """Record that the pronoun in chunk i refers to the nominal in chunk k, or its referent."""
        k = self.nameless.get(k, k)
        if self.tags[k] in NOMINAL or self.introduces_somebody(k):
            self.nameless[i] = k

    def is_possessed(self, i: int) -> bool:
        """Whether the mention in chunk i is identified by its owner: *his brother*."""
        return self.table.words(i)[0] in self.language.possessives

    def recent(self) -> Iterator[PriorMention]:
        """The mentions so far, the last one first."""
        return islice(reversed(self.mentions), MENTIONS)

    def recent_entities(self) -> Iterator[Entity]:
        """The entities of the mentions so far, the last one first."""
        for mention in self.recent():
            if mention.entity is not None:
                yield mention.entity

    def _remember(self, i: int, entity: Entity | None, sentence: int) -> None:
        """Add the mention in chunk i to the last ones, if it can be an antecedent."""
        tag, head = self.tags[i], self.chunks.heads[i]
        gender = ""
        if tag in _PRONOUNS:
            gender = self.language.pronoun_gender.get(head, "")
            kept = gender in ("m", "f") or (gender == "n" and entity is not None)
            kept = kept or self.introduces_somebody(i)
        elif tag == SPEAKING_NOMINAL and entity is None:
            gender = self.language.kinship.get(head, "")
            kept = head in self.language.roles or head in self.language.role_classes
            kept = kept or self.introduces_somebody(i)
        else:
            kept = entity is not None
        if tag == SPEAKING_NOMINAL:
            self._introduce(i, entity)
        if kept and (entity or i > self._headline) and not self._is_byline(i):
            if tag in NOMINAL:
                self.last_referents[head] = entity
            paragraph, subjecthood = self.table.paragraphs[i], self.sentences.subjecthood(i)
            self.mentions.append(PriorMention(i, entity, gender, sentence, paragraph, subjecthood))

    def _introduce(self, i: int, entity: Entity | None) -> None:
        """Record whether the noun in chunk i introduces somebody whom the text does not name."""
        head = self.chunks.heads[i]
        if entity is not None:
            self.introduced.pop(head, None)
            return
        first = self.table.words(i)[0]
        if first in self.language.determiners and first not in self.language.definite:
            predicated = self.tags[i - 1 : i] == COPULA or self.tags[i - 2 : i] == NAME + COMMA
            if not predicated and self.chunks.heads[i - 1] not in self.language.capacity:
                self.introduced[head] = (
                    i  # not *Ada Berg, a plumber by trade*, *works as a plumber*
                )

    def has_nameless_antecedent(self, i: int) -> bool:
        """Whether a nameless nominal is the antecedent: *One expert spoke. The expert said …*."""
        head = self.chunks.heads[i]
        k = self.introduced.get(head, -1)
        if k < 0 or i - k > _REMEMBERED or head not in self.language.person_nouns:
            return False
        named = (self.table.of_chunk.get(between) for between in range(k + 1, i))
        return not any(e.chunks[0] > k and self.personal(e) for e in named if e)

    def _is_byline(self, i: int) -> bool:
        """Whether the name in chunk i is a byline: *By Ida Berg* and no more on its line."""
        tags, openers = self.tags, self.language.byline_openers
        if tags[i] != NAME or self.chunks.heads[i - 1] not in openers:
            return False
        opens = tags[max(0, i - 2) : i - 1] in PARAGRAPH_EDGES
        return opens and tags[i + 1 : i + 2] in _AFTER_BYLINE

    def subject_of_paragraph(self, i: int) -> Entity | None:
        """The only entity mentioned so far in the paragraph of chunk i."""
        here = self.table.paragraphs[i]
        near = {m.entity for m in self.recent() if m.paragraph == here}
        return near.pop() if len(near) == 1 else None

    def introduces(self, i: int, entity: Entity | None) -> bool:
        """Whether the name occurs in full for the first time, with an aside that describes it."""
        if entity is None or i != entity.chunks[0]:
            return False
        aside = self.tags[i + 1 : i + 2] == COMMA and bool(entity.roles)
        return len(entity.words) > 1 and (aside or self.tags[i + 1 : i + 3] == _RELATIVE_CLAUSE)


class DiscourseReader:
    """Base of the classes that look up mentions in the state of a discourse."""

    def __init__(self, state: DiscourseState) -> None:
        self._state, self._table, self._names = state, state.table, state.names
        self._tags, self._heads, self._language = state.tags, state.chunks.heads, state.language


def _headline(tags: str) -> int:
    """The last chunk of a headline, a first line without a full stop; -1 if there is none."""
    end = len(tags.partition(PARAGRAPH_END)[0])
    return -1 if SENTENCE_END in tags[:end] or end == len(tags) else end
