"""What has been said so far: the mentions that later ones can go back to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from quoteattr.coref.entities import Entity, Roster
from quoteattr.coref.evidence import VERB_RIGHT, gender_of, has_subject, person_likeness
from quoteattr.detect.lexicon import GROUP_NOUNS, plural
from quoteattr.detect.pattern import RowPattern
from quoteattr.language.en import tables as en

#: how many mentions a later one can go back
MENTIONS = 24
#: a verb follows the mention; it opens its sentence; the verb of saying stands before it
_BY_VERB, _BY_OPENING, _INVERTED = 1.0, 0.8, 1.8
#: it follows a preposition; it possesses; its clause is a subordinate one
_OBLIQUE, _POSSESSOR, _BY_CLAUSE = -1.0, -0.3, 0.8
#: the mention is a question by itself
_BY_TOPIC = 2.0
#: from here up, a name could be a person's
_PERSONAL = -1.0
_SAYS = RowPattern("(?:,[^/.Q]{1,20},)?[yx]{0,2}S")
#: what stands between a quote and the verb of saying after it
_QUOTED = ("Q", ",", '"')
_PLURALS = en.PLURALS | frozenset(map(plural, en.ROLES | en.GROUPS))


class Mention(NamedTuple):
    """A mention that a pronoun could go back to."""

    chunk: int
    #: None where the text does not name it
    entity: Entity | None
    #: the gender that the mention's own words show
    gender: str
    sentence: int
    paragraph: int
    subject: float


class Discourse:
    """The mentions of an article, as far as it has been read, and what each stands for."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.chunks, self.tags = roster.chunks, roster.chunks.tags
        #: the entity of each mention, None where the text names nobody
        self.of_chunk: dict[int, Entity | None] = {}
        #: the nominal that a pronoun goes back to, by their chunks, where the text names nobody
        self.nameless: dict[int, int] = {}
        #: by how much the antecedent of a pronoun leads the next best, where there is another; the
        #: probability of the best antecedent of a description: for ``certainty``
        self.leads: dict[int, float] = {}
        self.shares: dict[int, float] = {}
        #: entities by the nouns that describe them
        self.described: defaultdict[str, list[Entity]] = defaultdict(list)
        #: the last chunk of a headline, which is a first line without a full stop
        self._headline = len(self.tags.partition("/")[0])
        if "." in self.tags[: self._headline] or self._headline == len(self.tags):
            self._headline = -1
        #: the chunk of the first name
        self.first_named = min((e.chunks[0] for e in roster.entities if e.chunks), default=-1)
        for entity in roster.entities:
            for role in entity.roles:
                self.described[role].append(entity)
        self.start()

    def start(self) -> None:
        """Begin to read anew, with what is known by now of each entity."""
        self.seen: list[Mention] = []
        #: who was last called by each noun, None where the text does not name that one
        self.nouns: dict[str, Entity | None] = {}
        self.likeness = {id(e): person_likeness(self.roster, e) for e in self.roster.entities}
        self.gender = {id(e): gender_of(e) for e in self.roster.entities}

    def personal(self, entity: Entity) -> bool:
        """The entity could be a person."""
        return self.likeness[id(entity)] > _PERSONAL

    def recent(self) -> Iterator[Mention]:
        """The mentions so far, the last one first."""
        return reversed(self.seen[-MENTIONS:])

    def remember(self, i: int, entity: Entity | None, sentence: int) -> None:
        """Keep the mention in chunk i, if a later one can go back to it."""
        tag, head = self.tags[i], self.chunks.heads[i]
        gender = ""
        if tag == "P":
            gender = en.PRONOUN_GENDER.get(head, "")
            kept = gender in ("m", "f")
        elif tag == "D" and entity is None:
            gender = en.KINSHIP.get(head, "")
            kept = head in en.ROLES
        else:
            kept = entity is not None
        if kept and (entity or i > self._headline):
            if tag in "DE":
                self.nouns[head] = entity
            paragraph, subject = self.roster.paragraphs[i], self.subjecthood(i)
            self.seen.append(Mention(i, entity, gender, sentence, paragraph, subject))

    def subject_of_paragraph(self, i: int) -> Entity | None:
        """The only entity that the paragraph of chunk i has mentioned so far."""
        here = self.roster.paragraphs[i]
        near = {m.entity for m in self.recent() if m.paragraph == here}
        return near.pop() if len(near) == 1 else None

    def in_sentence(self, k: int, i: int) -> bool:
        """No sentence ends between the chunks k and i."""
        between = self.tags[k:i]
        return "." not in between and "/" not in between

    def says(self, i: int) -> bool:
        """The mention is the subject of a verb of saying: *said NAME*, *NAME also said*."""
        return self._inverted(i) or _SAYS.begins(self.tags, i + 1, i + 24)

    def _inverted(self, i: int) -> bool:
        """The verb of saying before the mention is its own: no other verb follows."""
        if self.tags[i - 1 : i] != "S" or has_subject(self.tags, i - 1):
            return False
        return self.tags[i - 2 : i - 1] in _QUOTED or not VERB_RIGHT.begins(
            self.tags, i + 1, i + 40
        )

    def _asks(self, i: int) -> bool:
        """The name is a question by itself, *And NAME?*: what follows is about it."""
        opens = self.tags[max(0, i - 2) : i].rstrip("&")[-1:] in ("", ".", "/")
        end = self.chunks.ends[i]
        return opens and self.tags[i] == "N" and self.roster.text[end : end + 1] == "?"

    def introduces(self, i: int, entity: Entity | None) -> bool:
        """The name stands in full for the first time, and an aside after it says who that is."""
        if entity is None or self.tags[i] != "N" or i != entity.chunks[0]:
            return False
        aside = self.tags[i + 1 : i + 2] == "," and bool(entity.roles)
        return len(entity.words) > 1 and (aside or self.tags[i + 1 : i + 3] == ",h")

    def subjecthood(self, i: int) -> float:
        """How much the mention stands like the subject of its sentence."""
        tags = self.tags
        before, after = tags[i - 1] if i else "/", tags[i + 1 : i + 2]
        if before == "o":
            return _OBLIQUE
        if after == "'":
            return _POSSESSOR
        if self._inverted(i):
            return _INVERTED
        verb = VERB_RIGHT.begins(tags, i + 1, i + 40)
        if self._asks(i):
            return _BY_TOPIC
        verb = verb or (before in "./" and after == "w" and tags[i] == "N")
        clause = before in "tu" or (verb and before in "SR")
        return _BY_OPENING * (before in "./") + _BY_VERB * verb - _BY_CLAUSE * clause


def is_plural(head: str) -> bool:
    """The noun stands for several."""
    return head in _PLURALS


def is_several(head: str) -> bool:
    """The noun is a plural, known or by its ending, or stands for a group."""
    ending = head.endswith("s") and not head.endswith("ss")
    return ending or is_plural(head) or head in GROUP_NOUNS
