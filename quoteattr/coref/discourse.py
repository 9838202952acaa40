"""The state of reading an article from left to right: its mentions so far, and their entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from quoteattr.coref.entities.attributes import (
    VERB_RIGHT,
    gender_of,
    has_subject,
    person_likeness,
)
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.table import EntityTable
from quoteattr.coref.names.forms import family_first
from quoteattr.coref.turn_taking import TurnTaking
from quoteattr.detect.alphabet import (
    COMMA,
    CONJUNCTION,
    COPULA,
    CUE,
    END,
    NAME,
    NOMINAL,
    OBJECT_PRONOUN,
    OTHER_WORD,
    PARAGRAPH_END,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SAYING,
    SENTENCE_END,
    SPEAKING_NOMINAL,
    STRAY_MARK,
)
from quoteattr.detect.pattern import FARTHEST, RowPattern, encode, tags
from quoteattr.language import Language
from quoteattr.language.patterns import lazy_regex

#: how many mentions a later one can go back
MENTIONS = 24
#: a verb follows the mention; it opens its sentence; the verb of saying stands before it
_BY_VERB, _BY_OPENING, _INVERTED = 1.0, 0.8, 1.8
#: it follows a preposition; its clause is a subordinate one
_OBLIQUE, _BY_CLAUSE = -1.0, 0.8
#: the mention is a question by itself
_BY_TOPIC = 2.0
#: from here up, a name could be a person's
_PERSONAL = -1.0
_SAYS = RowPattern(encode("({COMMA} {^END|QUOTE}{1,20} {COMMA})? {ADVERB|AUXILIARY}{0,2} {SAYING}"))
#: between a subject and another argument of its verb, or of a participle beside it
_SAME_CLAUSE = RowPattern(
    encode(
        "({COMMA}? {CUE_PARTICIPLE})? {AUXILIARY|ADVERBIAL|COPULA}*"
        " {PAST_FORM|OTHER_WORD|REPORTING}?"
        " ({PREPOSITION|AGENT_MARKER|NUMBER|ADVERBIAL|NOMINAL|DETERMINER}{0,6})"
        " | {AUXILIARY|ADVERBIAL}* {COPULA} {AUXILIARY|ADVERBIAL|COPULA}*"
        " {CUE|PAST_FORM|OTHER_WORD} {QUOTE|PREPOSITION|NOMINAL|OTHER_WORD|DETERMINER}{0,6}"
        " {AGENT_MARKER}"
    )
)
#: a subordinate clause or a prepositional phrase that opens a sentence, up to its comma; how many
#: chunks it may have
_FRONTED = lazy_regex(
    encode("(^ | {END}) ({ADVERB|SUBORDINATOR}{0,2} {SUBORDINATOR} {NAME|PRONOUN|NOMINAL}")
    + encode(" | {PREPOSITION}) {^END|COMMA|QUOTE}+ {COMMA}$")
)
_FRONT = 24
#: chunks behind somebody without a name, up to which a description may go back to them
_REMEMBERED = 400
#: what stands between a quote and the verb of saying after it
_QUOTED = (QUOTE, COMMA, STRAY_MARK)
#: what opens a clause before its subject
_CLAUSE_OPENINGS = tags("COMPLEMENTIZER|SUBORDINATOR")
#: what stands beside a paragraph, and behind the name in a byline
_PARAGRAPH_EDGES = frozenset(("", PARAGRAPH_END))
_AFTER_BYLINE = _PARAGRAPH_EDGES | frozenset(tags("COMMA|CONJUNCTION"))
#: in order: *, who*
_RELATIVE_CLAUSE = COMMA + RELATIVE


class PriorMention(NamedTuple):
    """A mention that a later one could go back to."""

    chunk: int
    #: None where the text does not name it
    entity: Entity | None
    #: the gender that the mention's own words show
    gender: str
    sentence: int
    paragraph: int
    #: how much it stands like the subject of its sentence
    subject: float


class DiscourseState:
    """The mentions of an article, as far as it has been read, and the entity of each."""

    def __init__(self, table: EntityTable) -> None:
        """Begin with the entities of an article, and no mention."""
        self.table, self.names, self.language = table, table.names, table.language
        self.chunks, self.tags = table.chunks, table.chunks.tags
        self.plurals = self.language.derived(Plurals)
        #: the entity of each mention, None where the text names nobody
        self.of_chunk: dict[int, Entity | None] = {}
        #: whose turn it is in exchanges of question and answer
        self.turns = TurnTaking(table.text, self.chunks)
        #: the nominal that a pronoun goes back to, by their chunks, where the text names nobody
        self.nameless: dict[int, int] = {}
        #: by how much the antecedent of a pronoun leads the next best, where there is another; the
        #: probability of the best antecedent of a description: for ``certainty``
        self.leads: dict[int, float] = {}
        self.shares: dict[int, float] = {}
        #: entities by the nouns that describe them
        self.entities_by_noun: defaultdict[str, list[Entity]] = defaultdict(list)
        for entity in table.entities:
            for role in entity.roles:
                self.entities_by_noun[role].append(entity)
        #: the chunk of the first name
        self.first_named = min((e.chunks[0] for e in table.entities if e.chunks), default=-1)
        self._headline = _headline(self.tags)
        #: what the row alone says of mentions, asked at both readings and by each later mention
        self._saying: dict[int, bool] = {}
        self._subjecthoods: dict[int, float] = {}
        self.start()

    def start(self) -> None:
        """Begin to read anew, with what is known by now of each entity."""
        self.mentions: list[PriorMention] = []
        #: who was last called by each noun, None where the text does not name that one
        self.last_called: dict[str, Entity | None] = {}
        #: whom a noun does not stand for, as a sentence has shown
        self.ruled_out = defaultdict[str, set[Entity]](set)
        #: where a noun last introduced somebody whom the text does not name there: *an expert*
        self.introduced: dict[str, int] = {}
        self.person_likeness = {id(e): person_likeness(self.table, e) for e in self.table.entities}
        self.gender = {id(e): gender_of(e) for e in self.table.entities}

    def personal(self, entity: Entity) -> bool:
        """The entity could be a person."""
        return self.person_likeness[id(entity)] > _PERSONAL

    def could_be_body(self, entity: Entity) -> bool:
        """One word, or one like *Rail* at its end, and no sign of a person: *Nordwind*."""
        endings = self.language.organisation_endings
        formed = len(entity.words) == 1 or entity.words[-1].lower() in endings
        return formed and self.has_no_sign_of_person(entity)

    def has_no_sign_of_person(self, entity: Entity) -> bool:
        """No given name, no title, no office and no pronoun shows a person: *Holmsen Sachs*."""
        words, language = entity.words, self.language
        has_given_name = words[0].lower() in language.given_names or family_first(words, language)
        person = entity.titled or entity.gendered or entity.roles & language.person_nouns
        return not (has_given_name or person or self.gender[id(entity)])

    def referent(self, i: int | None) -> Entity | str | None:
        """What the mention in chunk i stands for: an entity, or else the head of a nominal."""
        if i is None:
            return None
        return self.of_chunk.get(i) or self.chunks.heads[self.nameless.get(i, i)]

    def recent(self) -> Iterator[PriorMention]:
        """The mentions so far, the last one first."""
        return reversed(self.mentions[-MENTIONS:])

    def remember(self, i: int, entity: Entity | None, sentence: int) -> None:
        """Keep the mention in chunk i, if a later one can go back to it."""
        tag, head = self.tags[i], self.chunks.heads[i]
        gender = ""
        if tag in PRONOUN + OBJECT_PRONOUN:
            gender = self.language.pronoun_gender.get(head, "")
            kept = gender in ("m", "f") or (gender == "n" and entity is not None)
        elif tag == SPEAKING_NOMINAL and entity is None:
            gender = self.language.kinship.get(head, "")
            kept = head in self.language.roles or head in self.language.role_classes
        else:
            kept = entity is not None
        if tag == SPEAKING_NOMINAL:
            self._introduce(i, entity)
        if kept and (entity or i > self._headline) and not self._is_byline(i):
            if tag in NOMINAL:
                self.last_called[head] = entity
            paragraph, subject = self.table.paragraphs[i], self.subjecthood(i)
            self.mentions.append(PriorMention(i, entity, gender, sentence, paragraph, subject))

    def _introduce(self, i: int, entity: Entity | None) -> None:
        """Keep whether the noun in chunk i introduces somebody whom the text does not name."""
        head, first = self.chunks.heads[i], self.names.whole(i).split(None, 1)[0].lower()
        if entity is not None:
            self.introduced.pop(head, None)
        elif first in self.language.determiners and first not in self.language.definite:
            predicated = self.tags[i - 1 : i] == COPULA or self.tags[i - 2 : i] == NAME + COMMA
            if not predicated:  # *Ada Berg, a plumber by trade*
                self.introduced[head] = i

    def has_nameless_antecedent(self, i: int) -> bool:
        """*One expert spoke. The expert said …*: and nobody was introduced by name in between."""
        head = self.chunks.heads[i]
        k = self.introduced.get(head, -1)
        if k < 0 or i - k > _REMEMBERED or head not in self.language.person_nouns:
            return False
        named = (self.table.of_chunk.get(between) for between in range(k + 1, i))
        return not any(e.chunks[0] > k and self.personal(e) for e in named if e)

    def _is_byline(self, i: int) -> bool:
        """The name in chunk i signs the article: *By Ida Berg* and no more in its line."""
        tags, openers = self.tags, self.language.byline_openers
        if i == 0 or tags[i] != NAME or self.chunks.heads[i - 1] not in openers:
            return False
        opens = tags[max(0, i - 2) : i - 1] in _PARAGRAPH_EDGES
        return opens and tags[i + 1 : i + 2] in _AFTER_BYLINE

    def subject_of_paragraph(self, i: int) -> Entity | None:
        """The only entity that the paragraph of chunk i has mentioned so far."""
        here = self.table.paragraphs[i]
        near = {m.entity for m in self.recent() if m.paragraph == here}
        return near.pop() if len(near) == 1 else None

    def in_sentence(self, k: int, i: int) -> bool:
        """No sentence ends between the chunks k and i."""
        between = self.tags[k:i]
        return SENTENCE_END not in between and PARAGRAPH_END not in between

    def says(self, i: int) -> bool:
        """The mention is the subject of a verb of saying: *said NAME*, *NAME also said*."""
        if i not in self._saying:
            says = self._inverted(i) or _SAYS.begins(self.tags, i + 1, i + FARTHEST)
            self._saying[i] = says
        return self._saying[i]

    def _inverted(self, i: int) -> bool:
        """The verb of saying before the mention is its own: no other verb follows."""
        if self.tags[i - 1 : i] != SAYING or has_subject(self.tags, i - 1):
            return False
        return self.tags[i - 2 : i - 1] in _QUOTED or not self._verb_follows(i)

    def _verb_follows(self, i: int) -> bool:
        """A verb follows the mention, as after a subject."""
        return VERB_RIGHT.begins(self.tags, i + 1, i + FARTHEST)

    def _asks(self, i: int) -> bool:
        """The name is a question by itself, *And NAME?*: what follows is about it."""
        before = self.tags[max(0, i - 2) : i].rstrip(CONJUNCTION)
        opens = not before or before[-1] in END
        end = self.chunks.ends[i]
        return opens and self.tags[i] == NAME and self.table.text[end : end + 1] == "?"

    def disjoint(self, k: int, i: int) -> bool:
        """The sentence shows that the nominal in chunk i does not stand for the mention in chunk k.

        It is another argument of the same verb, *X backed the bank*, or says words in which the
        other is named: *“X is a genius,” said the pensioner*.
        """
        between = self.tags[k + 1 : i]
        if _SAME_CLAUSE.fullmatch(between):
            return True
        inverted = self.tags[i - 1 : i] == SAYING and self.tags[i - 2 : i - 1] in _QUOTED
        return inverted and self.in_sentence(k, i)

    def _follows_fronted(self, i: int) -> bool:
        """The mention is the subject behind a clause before it: *When A left, NAME stood up*."""
        return _FRONTED.search(self.tags, max(0, i - _FRONT), i) is not None

    def introduces(self, i: int, entity: Entity | None) -> bool:
        """The name stands in full for the first time, and an aside after it says who that is."""
        if entity is None or i != entity.chunks[0]:
            return False
        aside = self.tags[i + 1 : i + 2] == COMMA and bool(entity.roles)
        return len(entity.words) > 1 and (aside or self.tags[i + 1 : i + 3] == _RELATIVE_CLAUSE)

    def subjecthood(self, i: int) -> float:
        """How much the mention stands like the subject of its sentence."""
        if i not in self._subjecthoods:
            self._subjecthoods[i] = self._rate_as_subject(i)
        return self._subjecthoods[i]

    def _rate_as_subject(self, i: int) -> float:
        """How much its neighbours in the row make the mention a subject."""
        tags = self.tags
        before, after = tags[i - 1] if i else PARAGRAPH_END, tags[i + 1 : i + 2]
        if tags[i] == OBJECT_PRONOUN:
            return 0.0  # it stands for who is spoken about, wherever it stands
        if before == PREPOSITION:
            return _OBLIQUE
        if after == POSSESSIVE:
            return 0.0
        if self._inverted(i):
            return _INVERTED
        if self._asks(i):
            return _BY_TOPIC
        opens = before in END or self._follows_fronted(i)
        verb = self._verb_follows(i) or (opens and after == OTHER_WORD and tags[i] == NAME)
        clause = before in _CLAUSE_OPENINGS or (verb and before in CUE)
        return _BY_OPENING * opens + _BY_VERB * verb - _BY_CLAUSE * clause


def _headline(tags: str) -> int:
    """The last chunk of a headline, a first line without a full stop; -1 if there is none."""
    end = len(tags.partition(PARAGRAPH_END)[0])
    return -1 if SENTENCE_END in tags[:end] or end == len(tags) else end


class Plurals:
    """The nouns of one language that stand for several."""

    def __init__(self, language: Language) -> None:
        """Build the plurals of its nouns for people and groups."""
        self._language = language
        built = map(language.plural, language.roles | language.groups)
        self._nouns = language.plurals | frozenset(built)

    def is_plural(self, head: str) -> bool:
        """The noun is a known plural."""
        return head in self._nouns

    def is_several(self, head: str) -> bool:
        """The noun is a plural, known or by its ending, or stands for a group."""
        language = self._language
        return self.is_plural(head) or language.looks_plural(head) or head in language.group_nouns
