"""Coreference: the entities of one article, and the entity to which each mention refers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter

from quoteattr.coref.certainty import Resolution, read_resolution
from quoteattr.coref.entities.attributes import add_evidence
from quoteattr.coref.entities.clusters import chunks_at, chunks_of
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.families import assign_family_names
from quoteattr.coref.entities.gender import BY_TITLE
from quoteattr.coref.entities.people import People, Person
from quoteattr.coref.entities.table import EntityTable
from quoteattr.coref.names.forms import NameForm
from quoteattr.coref.nominals.antecedents import AntecedentModel
from quoteattr.coref.pronouns.gender_votes import Vote, add_votes, replace_votes
from quoteattr.coref.resolve import resolve
from quoteattr.coref.speaking import SpeakingMentions
from quoteattr.detect.alphabet import NAME, NAMING, NOMINAL, POSSESSIVE, SPEAKING_NOMINAL
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.patterns.pattern import tags
from quoteattr.records import Span

#: an owner before a nominal: *Ada Berg’s mother*, *the district’s superintendent*
_OWNERS = frozenset(f"{owner}{POSSESSIVE}" for owner in NAME + NOMINAL)
#: number of chunks to search for the start of a sentence; text without an end may be longer
_SENTENCE = 60
#: the end of the clause of a name
_BOUNDS = tags("END|QUOTE")


class Coreference:
    """The entities of one article, and the entity of each mention."""

    def __init__(
        self,
        text: str,
        chunks: Chunks,
        clusters: Iterable[Iterable[Span]] = (),
        model: AntecedentModel | None = None,
        people: People | None = None,
    ) -> None:
        """Group names into entities, collect what the text says of them, resolve mentions.

        Args:
            text: the article.
            chunks: its chunks.
            clusters: clusters of spans that refer to one entity each, in characters, from the
                caller.
            model: resolves descriptions; by default that of the package.
            people: known people, whose forms refer to one entity each.
        """
        self.text, self.chunks = text, chunks
        spans = people.spans(text) if people else {}
        #: the table of the named entities
        self.table = EntityTable(text, chunks, chunks_of([*clusters, *spans.values()], chunks))
        self._people = self._identify(spans)
        self._describe()
        self._state = resolve(self.table, model)
        self._speaking = SpeakingMentions(self.table)
        #: the name of each entity, cached: the same speakers recur
        self._names: dict[Entity, str] = {}

    def _identify(self, spans_of: Mapping[Person, Sequence[Span]]) -> dict[Entity, Person]:
        """The known person that an entity is; a known gender counts like a title."""
        people: dict[Entity, Person] = {}
        for person, spans in spans_of.items():
            for i in chunks_at(spans, self.chunks):
                entity = self.table.of_chunk.get(i)
                if entity is not None and entity not in people:
                    people[entity] = person
                    if person.gender:
                        entity.gender[person.gender] += BY_TITLE
        return people

    def _describe(self) -> None:
        """Collect what the text says about each entity; families need that of all others."""
        table = self.table
        for entity in table.entities:
            for chunk in entity.chunks:
                add_evidence(table, entity, chunk)
        votes = add_votes(table)
        for chunk in assign_family_names(table):
            add_evidence(table, table.of_chunk[chunk], chunk)
        self._votes = replace_votes(table, votes)

    @property
    def entities(self) -> list[Entity]:
        """The entities that the article names."""
        return self.table.entities

    def entity_of(self, i: int) -> Entity | None:
        """The entity to which the mention in chunk i refers; None if the text does not name it."""
        return self._state.of_chunk.get(i)

    def mentions(self, entity: Entity) -> Sequence[int]:
        """The chunks that refer to an entity, in order: names, pronouns, nominals."""
        return self._mentions.get(entity, ())

    @cached_property
    def _mentions(self) -> dict[Entity, list[int]]:
        """The chunks that refer to each entity."""
        mentions: defaultdict[Entity, list[int]] = defaultdict(list)
        for i, entity in sorted(self._state.of_chunk.items(), key=itemgetter(0)):
            if entity is not None:
                mentions[entity].append(i)
        return mentions

    def others_before(self, i: int) -> bool:
        """Whether somebody else is, or may be, mentioned before chunk i in its sentence."""
        entity, tags = self.entity_of(i), self.chunks.tags
        first = max(-1, i - 1 - _SENTENCE)
        for k in range(i - 1, first, -1):
            if tags[k] in _BOUNDS:
                return False
            if entity is not None and self.is_other(k, entity):
                return True
        return first >= 0

    def is_other(self, k: int, entity: Entity) -> bool:
        """Whether chunk k mentions somebody who may be another person than an entity."""
        tag, other = self.chunks.tags[k], self.entity_of(k)
        if tag in NAMING:
            return other is not entity and (other is None or self._state.personal(other))
        head, language = self.chunks.heads[k], self.chunks.language
        person = head in language.he_she or (
            tag == SPEAKING_NOMINAL and head in language.person_nouns
        )
        return person and other is not entity

    def votes(self, entity: Entity) -> Sequence[Vote]:
        """The pronouns that can refer only to an entity, and show its gender."""
        return self._votes_by_entity.get(entity, ())

    @cached_property
    def _votes_by_entity(self) -> dict[Entity, list[Vote]]:
        """The votes for the gender of each entity."""
        votes: defaultdict[Entity, list[Vote]] = defaultdict(list)
        for vote in self._votes:
            votes[vote.entity].append(vote)
        return votes

    def name_of(self, entity: Entity) -> str:
        """The fullest name of an entity; for a known person, the given name."""
        if entity not in self._names:
            self._names[entity] = self._find_name(entity)
        return self._names[entity]

    def referent_span(self, i: int) -> tuple[int, int]:
        """The first and the last chunk of the words to which the mention in chunk i refers.

        A pronoun that refers to a nominal has the same referent. A nominal includes its owner: *the
        senator's aide*, not *aide*.
        """
        first, last = self._speaking.find(i)
        if first != last:
            return first, last
        nominal = self._state.nameless.get(first, first)
        owner = self.chunks.tags[max(0, nominal - 2) : nominal]
        owned = owner in _OWNERS and self.chunks.tags[nominal] in NOMINAL
        return nominal - 2 * owned, nominal

    def nameless_mentions(self, i: int) -> list[int]:
        """The nominal in chunk i, and the pronouns that refer to it."""
        pronouns = (k for k, nominal in self._state.nameless.items() if nominal == i)
        return sorted({i, *pronouns})

    def speaker(self, i: int) -> str:
        """The speaker to whom the mention in chunk i refers.

        Returns:
            The fullest name of the entity, or the mention's own words if the text names nobody.
        """
        entity = self.speaking_entity(i)
        return self._words(*self.referent_span(i)) if entity is None else self.name_of(entity)

    def speaking_entity(self, i: int) -> Entity | None:
        """The entity that speaks if the mention in chunk i does; None if it has no name."""
        return self.entity_of(self._speaking.find(i)[1])

    def resolution(self, i: int) -> Resolution:
        """How the mention in chunk i was resolved to its speaker."""
        return read_resolution(self._state, self._speaking.find(i)[1])

    def _words(self, first: int, last: int) -> str:
        """The words of the mentions in these chunks, verbatim."""
        start, end = self.chunks.mention(first).start, self.chunks.mention(last).end
        return " ".join(self.text[start:end].split())

    def _find_name(self, entity: Entity) -> str:
        """The fullest name of an entity, even inside quotes; for a known person, the given one."""
        if entity in self._people:
            return self._people[entity].name
        return self._name_in_quotes(entity) if len(entity.words) == 1 else entity.name

    def _name_in_quotes(self, entity: Entity) -> str:
        """The fuller name that occurs only inside quotes, or else the word itself."""
        word, names = entity.words[0], self.table.names
        if entity.acronym or names.has_demonym(word):
            return word
        fuller = map(" ".join, map(self._without_nouns, names.full_names.ending_in(word)))
        taken = self._entity_names
        return next((name for name in fuller if name not in taken), word)

    @cached_property
    def _entity_names(self) -> frozenset[str]:
        """The fullest names of all entities."""
        return frozenset(entity.name for entity in self.entities)

    def _without_nouns(self, words: NameForm) -> NameForm:
        """The words before and including a last name, after the last noun or acronym among them.

        In *South China* only *China* is left, in *Ask Ivo Moor* the name; bodies have nouns.
        """
        if words[-1].lower() in self.chunks.language.organisation_words:
            return words
        stops = (k + 1 for k, word in enumerate(words[:-1]) if not self._may_begin(word))
        return words[max(stops, default=0) :]

    def _may_begin(self, word: str) -> bool:
        """Whether the word may precede a last name: it is not a noun or an acronym."""
        language, lower = self.chunks.language, word.lower()
        if lower in language.particles:
            return True
        acronym = len(word) > 1 and word.isupper() and "." not in word
        grammatical = lower in language.function_words or lower in language.openers
        return not (acronym or grammatical or self.table.names.is_noun(word))
