"""The words by which an article says who an entity is: *the mayor of Brack*, *who owns the bakery*.

They stand before a name (``offices``), behind it (*Ida Berg, the mayor*; *Ida Berg of Brack
Council*; *Ida Berg, who …*), behind a form of *be* (*Berg is the mayor*), or for it (*the mayor*,
as a mention of its own). Each is read off the row of chunks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quoteattr.coref.discourse import Plurals
from quoteattr.coref.entity_table import EntityTable
from quoteattr.coref.offices import OfficeFinder
from quoteattr.coref.role import Rank, Role
from quoteattr.coref.role_context import MODIFIERS, NAMES_AND_WORDS, RoleContext
from quoteattr.coref.role_ends import RoleEnds
from quoteattr.coref.role_predicates import PredicateFinder
from quoteattr.detect.alphabet import (
    ADVERBIAL,
    COMMA,
    CONJUNCTION,
    CUE,
    NAME,
    NAMING,
    NOMINAL,
    NOUN_PHRASE,
    NUMBER,
    OPEN_BRACKET,
    OTHER_NOMINAL,
    OTHER_WORD,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.pattern import encode, tags
from quoteattr.detect.row_regex import one_of
from quoteattr.language.patterns import lazy_regex

#: what closes an aside: *Ida Berg, the mayor,*
_CLOSERS = frozenset(tags("COMMA|END|OPEN_BRACKET|CLOSE_BRACKET|QUOTE|DASH|COLON"))
#: party labels and suffixes between a name and its apposition: *(R-Brack)*; *Ida Berg, R.N.,*
_LABEL = lazy_regex(encode("{OPEN_BRACKET} {^PARAGRAPH_END}{0,5} {CLOSE_BRACKET}"))
_SUFFIXES = lazy_regex(encode("({COMMA} {NAME})+") + f"(?={one_of('COMMA')})")
#: chunks of the words that say who is who in a picture
_IN_PICTURE = 6
#: what opens an aside
_OPENERS = tuple(tags("COMMA|OPEN_BRACKET|DASH"))
#: a clause in which somebody said something says little of who they are: *who said it rains*
_SPEAKS = lazy_regex(encode("{RELATIVE} {ADVERB|AUXILIARY}* {SAYING}"))
#: mentions that are the subject of *is the mayor*
_SUBJECTS = tags("NAMING|PRONOUN")
#: nominals and what one is made of
_NOUN_PHRASES, _NOMINALS = frozenset(NOUN_PHRASE), frozenset(NOMINAL)
_HEADS = frozenset(tags("NAME|SPEAKING_NOMINAL|OTHER_WORD"))
_MODIFIERS_AND_NAME = frozenset((*MODIFIERS, NAME))
_MOST_MODIFIERS = 4
#: a name that opens its sentence, and a comma; and its verb
_SUBJECT = lazy_regex(f"(?:^|{one_of('END')}){encode('{NAME} {COMMA}')}$")
_VERBS = tags("SAYING|AUXILIARY|COPULA")
_ADVERBIALS = frozenset(ADVERBIAL)
#: what may stand before a participle: *best | known for*
_QUALIFIERS = frozenset(tags("OTHER_WORD|ADVERB"))
#: what goes on behind an apposition without a determiner, and behind one with *a*
_AFTER_BARE = tags("SAYING|AUXILIARY|COPULA|TIME")
_AFTER_DETERMINED = tags("SUBORDINATOR|TIME|PREPOSITION")
#: in order: *63,*; *and Bo Holm,*; *Ida Berg and Bo Holm,*; *Ida Berg,*; *and founder*
_AGE = NUMBER + COMMA
_AND_NAME = CONJUNCTION + NAME + COMMA
_TWO_NAMES = NAME + _AND_NAME
_NAME_AND_COMMA = NAME + COMMA
_AND_NOUN = CONJUNCTION + SPEAKING_NOMINAL
#: a body behind a name, its place, and what joins an office to it: *, Rill College, Vale, and*
_BODY_AND = lazy_regex(
    encode(
        "{COMMA} {NAME} ({PREPOSITION} {NAME|OTHER_WORD}{1,2})?"
        " ({COMMA} {NAME} {COMMA}? | {COMMA}) {CONJUNCTION}"
    )
)


class RoleFinder:
    """Finds the roles of the entities of one article."""

    def __init__(self, text: str, table: EntityTable) -> None:
        """Take the article and its entities."""
        self._row = RoleContext(text, table)
        self._offices, self._ends = OfficeFinder(self._row), RoleEnds(self._row)
        self._predicates = PredicateFinder(self._row, self._ends)
        self._chunks, self._language = table.chunks, table.language
        self._tags, self._heads = table.chunks.tags, table.chunks.heads
        self._words, self._plurals = self._row.words, table.language.derived(Plurals)
        self.name_start = self._row.name_start
        self.is_role, self.is_person = self._words.is_role, self._words.is_person
        self.is_bare_title = self._words.is_bare_title

    def find(self, mentions: Sequence[int]) -> list[Role]:
        """The roles of an entity, in the order of the text.

        Args:
            mentions: the chunks that stand for the entity.
        """
        roles: dict[tuple[int, int], Role] = {}
        for i in mentions:
            for role in self._at(i):
                known = roles.get((role.start, role.end))
                if known is None or role.rank is Rank.SHARED or role.rank < known.rank:
                    roles[role.start, role.end] = role
        offices = self._row.names.offices
        names = [i for i in mentions if self._tags[i] in NAMING and i not in offices]
        own = (role for role in roles.values() if not self._is_of_another(role, mentions))
        return sorted(role for role in own if not self._holds_name(role, names))

    def _is_of_another(self, role: Role, mentions: Sequence[int]) -> bool:
        """A nominal stands behind a comma and the name of somebody else: *Bo, | a friend | ,*."""
        name = role.head - 2
        beside = self._tags[max(0, name) : role.head] == _NAME_AND_COMMA
        another = beside and self._row.is_person(name) and name not in mentions
        return role.rank is Rank.MENTION and another

    def _holds_name(self, role: Role, names: Sequence[int]) -> bool:
        """A nominal holds one of these chunks, which name the entity, or begins with one."""
        starts, ends = self._chunks.starts, self._chunks.ends
        behind = bisect_left(names, role.start, key=starts.__getitem__)
        if behind == len(names) or ends[names[behind]] > role.end:
            return False
        begins = starts[names[behind]] == role.start
        return role.rank is Rank.MENTION or (role.rank is Rank.BESIDE and begins)

    def _at(self, i: int) -> Iterator[Role]:
        """The roles that stand beside the mention in chunk i, or in it."""
        tag = self._tags[i]
        if tag in NAMING:
            yield from self._offices.find(i)
            yield from self._behind(i)
            yield from self._shared(i)
        if tag == PRONOUN:
            yield from self._offices.fronted(i)
        if tag in _SUBJECTS:
            yield from self._predicates.find(i)
        elif tag in NOMINAL and i not in self._row.table.of_chunk:
            yield from self.of_mention(i)

    # -- behind the name -------------------------------------------------------------------------

    def _behind(self, i: int) -> Iterator[Role]:
        """An apposition, a relative clause, or what the name is of."""
        yield from self._letters(i)
        yield from self._label(i)
        yield from self._behind_body(i)
        tags, k = self._tags, self._behind_labels(i)
        if tags[k : k + 1] == RELATIVE:
            yield from self._relative(k, k)
        elif tags[i] == NAME and self._is_origin(k) and self._is_body_or_place(k + 1):
            yield from self._origin(k, k)
        elif tags[k : k + 1] in _OPENERS:
            yield from self._aside(k + 1)
        elif tags[i + 1 : i + 2] == OPEN_BRACKET:
            yield from self._apposition(i + 2, i + 2)

    def _is_body_or_place(self, k: int) -> bool:
        """Somebody can be of what chunk k says: *of | Rill*, *from | the council*."""
        if self._tags[k : k + 1] == NAME:
            return not self._row.is_person(k)
        nominal = self._tags[k : k + 1] in _NOMINALS
        return nominal and self._heads[k] in self._language.group_nouns

    def _letters(self, i: int) -> Iterator[Role]:
        """An office in capitals behind the name, in its chunk: *Ida Berg, MP for Dalby*."""
        last = self._row.words_at(i)[-1]
        entity = self._row.table.of_chunk.get(i)
        named = entity is None or last in entity.words
        if not named and last.isupper() and self._is_office(last, i + 1):
            start = self._chunks.ends[i] - len(last)
            yield Role(start, self._ends.before(self._ends.stop(i)), Rank.BESIDE, i, last.lower())

    def _is_office(self, letters: str, k: int) -> bool:
        """Letters behind a name, before chunk k, are an office: *MP*; *MD of Rillco*, not *MD*."""
        lower, language = letters.lower(), self._language
        degree = lower in language.suffixes and lower not in language.person_nouns
        goes_on = self._tags[k : k + 1] == PREPOSITION or self._joins_office(k)
        return self._words.is_person(letters) and (goes_on or not degree)

    def _joins_office(self, k: int) -> bool:
        """Chunk k joins a further office, a complement behind it: *MD | and CEO of Rillco*."""
        completed = self._tags[k + 2 : k + 3] == PREPOSITION
        return completed and self._tags[k] == CONJUNCTION and self._row.is_head(k + 1)

    def _label(self, i: int) -> Iterator[Role]:
        """A body or party behind the name: *Ida Berg, Rill University,*; *Ida Berg (R-Vale)*."""
        k = i + 2
        if self._tags[i + 1 : k] not in _OPENERS or self._tags[k : k + 1] != NAME:
            return
        stop = self._ends.stop(k)
        closed = stop == len(self._tags) or self._tags[stop] in _CLOSERS
        if closed and (self._row.is_body(k) or self._is_party(k)):
            yield Role(self._chunks.starts[k], self._ends.before(stop), Rank.POSTMODIFIER)

    def _behind_body(self, i: int) -> Iterator[Role]:
        """An office that *and* joins to a body: *Ida Berg, Rill College, and head of the trust*."""
        body = _BODY_AND.match(self._tags, i + 1)
        if body and self._row.is_body(i + 2) and self._is_completed(body.end()):
            yield from self._apposition(body.end(), body.end())

    def _is_completed(self, k: int) -> bool:
        """Chunk k is a noun for a person without an article, a complement behind it."""
        completed = self._tags[k : k + 2] == SPEAKING_NOMINAL + PREPOSITION
        return completed and self.is_person(self._heads[k]) and not self._row.is_determined(k)

    def _is_party(self, k: int) -> bool:
        """Chunk k is a party and what it was elected by: *R-Vale*."""
        party, _, place = self._row.words_at(k)[0].partition("-")
        return party.lower() in self._language.party_letters and place[:1].isupper()

    def _behind_labels(self, i: int) -> int:
        """The chunk behind the name in chunk i, its party label and its suffix."""
        label = _LABEL.match(self._tags, i + 1)
        k = self._behind_place_in_picture(label.end() if label else i + 1)
        suffixes = _SUFFIXES.match(self._tags, k)
        while suffixes and k < suffixes.end() and self._is_suffix(k + 1):
            k += 2
        return k

    def _is_suffix(self, k: int) -> bool:
        """Chunk k, between a comma behind a name and another, names no office: *R.N.*."""
        letters = self._is_letters(k)
        return letters or (k not in self._row.names.offices and not self._row.is_head(k))

    def _is_letters(self, k: int) -> bool:
        """Chunk k is letters that are a rank before a name, and none behind it: *CPT*."""
        words, language = self._row.words_at(k), self._language
        if len(words) > 1 or not words[0].isupper():
            return False
        lower = words[0].lower()
        person = lower in language.person_nouns or lower in language.role_classes
        return lower in language.titles and not person

    def _behind_place_in_picture(self, k: int) -> int:
        """The comma behind the words that say who is who in a picture: *Ida Berg, far left | ,*."""
        comma = (
            self._tags.find(COMMA, k + 2, k + _IN_PICTURE) if self._tags[k : k + 1] == COMMA else -1
        )
        placed = comma > 0 and self._heads[comma - 1] in self._language.places_in_picture
        return comma if placed else k

    def _aside(self, first: int) -> Iterator[Role]:
        """What an aside from chunk *first* on says, an age before it: *63, of Dalby*."""
        first += self._tags[first : first + 2] == _AND_NOUN
        k = self._behind_age(first)
        if self._tags[k : k + 1] == RELATIVE:
            yield from self._relative(first, k)
        elif self._is_origin(k + self._is_adverbial(k)):
            yield from self._origin(first, k + self._is_adverbial(k))
        elif self._is_pleading(k):
            yield Role(self._chunks.starts[first], self._chunks.ends[k], Rank.POSTMODIFIER)
        elif self._belongs(k) or self._is_station(k):
            yield from self._origin(first, k)
        else:
            yield from self._apposition(first, k)

    def _behind_age(self, k: int) -> int:
        """The chunk behind an age and its comma, which may begin with chunk k: *aged 63, | of*."""
        number = k + (self._heads[k : k + 1] != [] and self._heads[k] in self._language.aged)
        return number + 2 if self._tags[number : number + 2] == _AGE else k

    def _belongs(self, k: int) -> bool:
        """A participle says where somebody is from, and closes an aside that begins with chunk k.

        One word may stand before it: *best known for*.
        """
        belonging = self._language.belonging
        if self._tags[k : k + 1] in _QUALIFIERS and self._heads[k] not in belonging:
            k += 1
        if belonging.isdisjoint(self._heads[k : k + 1]):
            return False
        return self._is_closed(k, self._ends.stop(k))

    def _is_station(self, k: int) -> bool:
        """A preposition in chunk k and a noun say what somebody is there for: *in charge of*."""
        noun = self._heads[k + 1 : k + 2]
        if self._tags[k : k + 1] != PREPOSITION or self._language.stations.isdisjoint(noun):
            return False
        return self._is_closed(k, self._ends.stop(k))

    def _is_pleading(self, k: int) -> bool:
        """A participle in chunk k, all of an aside, says for whom somebody is in court."""
        pleads = not self._language.pleading.isdisjoint(self._heads[k : k + 1])
        return pleads and self._is_closed(k, k + 1)

    def _origin(self, first: int, k: int) -> Iterator[Role]:
        """What the name is of, and the aside behind it: *Ida Berg of Dalby, a baker*."""
        yield from self._role(first, k, Rank.POSTMODIFIER)
        stop = self._ends.stop(k)
        if self._tags[stop : stop + 1] == COMMA:
            yield from self._aside(stop + 1)

    def _is_origin(self, k: int) -> bool:
        """Chunk k is a preposition before what somebody is of: *of Brack Council*."""
        return self._tags[k : k + 1] == PREPOSITION and self._heads[k] in self._words.origin

    def _relative(self, first: int, k: int) -> Iterator[Role]:
        """The relative clause in chunk k, and what it says somebody is: *who was the mayor*."""
        yield from self._predicates.find(k)
        if not _SPEAKS.match(self._tags, k):
            yield from self._role(first, k, Rank.POSTMODIFIER)

    def _apposition(self, first: int, k: int) -> Iterator[Role]:
        """An apposition that begins with chunk k, an age or adverb before it from *first* on."""
        k += self._is_adverb(k)
        head = self._opens_role(k)
        if head < 0:
            return
        stop = self._ends.stop(k)
        if self._is_closed(k, stop) and not self._row.is_body(head):
            start, end = self._chunks.starts[first], self._ends.before(stop)
            yield self._of_one(Role(start, end, Rank.BESIDE, head, self._heads[head]))

    def _is_adverb(self, k: int) -> bool:
        """Chunk k goes with the nominal behind it: *then the mayor*; *herself a nurse*."""
        if self._tags[k + 1 : k + 2] not in _NOUN_PHRASES or not self._row.is_determined(k + 1):
            return False
        return self._is_adverbial(k)

    def _is_adverbial(self, k: int) -> bool:
        """Chunk k is an adverb, a time or a reflexive pronoun: *formerly | of Vale College*."""
        time = self._tags[k : k + 1] in _ADVERBIALS
        return time or (
            self._heads[k : k + 1] != [] and self._heads[k] in self._language.bound_gender
        )

    def _of_one(self, role: Role) -> Role:
        """The role of one among several: *one of the founders* is headed by *founders*."""
        several = self._row.several_behind(role.head)
        return role if several < 0 else role._replace(head=-1, noun=self._heads[several])

    def _shared(self, i: int) -> Iterator[Role]:
        """The plural behind two names: *Ida Berg and Bo Holm, founders of the trust*."""
        tags = self._tags
        k = i + 4 if tags[i + 1 : i + 4] == _AND_NAME else i + 2
        if k == i + 2 and tags[max(0, i - 2) : i + 2] != _TWO_NAMES:
            return
        for role in self._apposition(k, k):
            if self._plurals.is_several(role.noun):
                yield role._replace(head=-1, rank=Rank.SHARED)

    def _is_closed(self, k: int, stop: int) -> bool:
        """What stands from chunk k up to another is an aside: not *Here, the mayor said*."""
        if stop >= len(self._tags) or self._tags[stop] in _CLOSERS:
            return True
        if self._ends.closes_aside(stop - 1):
            return True
        if not self._row.is_determined(k):
            return self._tags[stop] in _AFTER_BARE
        if self._row.is_definite(k):
            return False
        return self._tags[stop] in _AFTER_DETERMINED or self._goes_on_unclosed(k, stop)

    def _goes_on_unclosed(self, k: int, stop: int) -> bool:
        """The name opens its sentence, and its verb stands in chunk *stop*, without a comma before.

        *Ida Berg, a nurse in Vale told the court*; but *Ida Berg, a friend said, is a nurse*.
        """
        opens = _SUBJECT.search(self._tags, max(0, k - 3), k)
        return bool(opens) and self._tags[stop] in _VERBS and self._tags[stop + 1 :][:1] != COMMA

    def _opens_role(self, k: int) -> int:
        """The head of a nominal that says who somebody is and begins with chunk k; -1 if none."""
        tags, is_head = self._tags, self._row.is_head
        while tags[k + 1 : k + 2] == POSSESSIVE:
            k += 2
        low = k
        while k - low < _MOST_MODIFIERS and self._modifies(k):
            k += 1
        tag = tags[k : k + 1]
        if k > low and tag in _NOUN_PHRASES and self._row.is_determined(k):
            return -1
        if tag == PRONOUN:
            return k if self._heads[k] in self._language.indefinite else -1
        if tag == OTHER_NOMINAL:
            return self._compound(k) if self._row.is_determined(k) and k == low else -1
        if tag == SPEAKING_NOMINAL:
            return k + self._modifies_noun(k)
        if tag not in NAMES_AND_WORDS or self._is_letters(k):
            return -1
        return k if is_head(k) or k in self._row.names.offices else -1

    def _modifies(self, k: int) -> bool:
        """Chunk k goes with the noun behind it: *Vale | project | director*."""
        tag, after = self._tags[k : k + 1], self._tags[k + 1 : k + 2]
        if tag not in _MODIFIERS_AND_NAME or self._row.is_head(k):
            return False
        if tag != NAME:
            return self._offices.can_modify(k)
        return after in _HEADS or (after in MODIFIERS and self._offices.can_modify(k + 1))

    def _modifies_noun(self, k: int) -> bool:
        """Chunk k, a body, modifies a noun for a person: *media | contact for the family*."""
        body = self._heads[k] in self._language.group_nouns
        return (
            body and self._tags[k + 1 : k + 2] == OTHER_WORD and self.is_person(self._heads[k + 1])
        )

    def _compound(self, k: int) -> int:
        """The head of the nominal in chunk k, behind a noun that is spelt as a verb.

        *a mental health | support | worker*
        """
        behind = self._tags[k + 1 : k + 3]
        if behind[:1] in CUE and behind[1:] == SPEAKING_NOMINAL and self._ends.is_noun(k + 1):
            return k + 2
        return k

    # -- elsewhere -----------------------------------------------------------------------------

    def of_mention(self, i: int) -> Iterator[Role]:
        """The nominal in chunk i, which stands for the entity."""
        if self._modifies_next(i):
            return
        stop = i + 1
        behind = self._tags[stop : stop + 1]
        if behind == RELATIVE or (behind and self._heads[stop] in self._words.complements):
            stop = self._ends.stop(i)
        yield Role(self._chunks.starts[i], self._ends.before(stop), Rank.MENTION, i, self._heads[i])

    def _modifies_next(self, i: int) -> bool:
        """The noun in chunk i is an adjective of the next: *the humanitarian | crisis*."""
        adjective = self._heads[i] in self._language.adjectival_nouns
        before_word = adjective and self._tags[i + 1 : i + 2] == OTHER_WORD
        return before_word and self._heads[i + 1] not in self._language.past_forms

    def _role(self, first: int, k: int, rank: Rank) -> Iterator[Role]:
        """The role whose words from chunk k on are its last part, from chunk *first* on."""
        stop = self._ends.stop(k)
        if stop > k + 1:
            yield Role(self._chunks.starts[first], self._ends.before(stop), rank)
