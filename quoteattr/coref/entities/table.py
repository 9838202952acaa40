"""Build the table of named entities of an article: group the names of each entity.

Names of several words create the entities; single words are then assigned to the entity that they
abbreviate. ``families`` later assigns last names that several people share.
"""

from __future__ import annotations

from array import array
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, islice

from quoteattr.coref.entities.clusters import unite
from quoteattr.coref.entities.entity import Entity, given_name_gender
from quoteattr.coref.entities.gender import title_gender
from quoteattr.coref.names.article_names import ArticleNames
from quoteattr.coref.names.forms import (
    NameForm,
    family_first,
    initials,
    is_body,
    key,
    keys,
    suffix_of,
)
from quoteattr.coref.names.office_acronyms import OfficeAcronyms
from quoteattr.detect.alphabet import COMMA, NAME, OPEN_BRACKET, PARAGRAPH_END, POSSESSIVE
from quoteattr.detect.chunks import Chunks

#: maximum number of people with one name to examine
_PEOPLE = 24
#: minimum number of letters of a word that may have a misspelling, and the number from which on it
#: has none
_SPELLABLE, _ENDLESS = 5, 60
#: minimum length of a short form of a given name
_SHORT = 3
#: in order: text before its short form: *the Vale Trust (*
_NAME_IN_FULL = NAME + OPEN_BRACKET


class EntityTable:
    """The named entities of one article, and the entity of each chunk that names one."""

    def __init__(self, text: str, chunks: Chunks, clusters: Sequence[Sequence[int]] = ()) -> None:
        """Read the names of an article and group them into entities.

        Args:
            text: the article.
            chunks: its chunks.
            clusters: clusters of chunks that refer to one entity each, from the caller.
        """
        self.text, self.chunks, self.clusters = text, chunks, clusters
        self.language = chunks.language
        self.names = ArticleNames(text, chunks)
        self.entities: list[Entity] = []
        #: the entity of each chunk that names one
        self.of_chunk: dict[int, Entity] = {}
        #: the words of the name in each chunk, the same for all those of a cluster
        self.forms = unite(self.names.forms, clusters) if clusters else self.names.forms
        #: the number of the paragraph of each chunk
        self.paragraphs = array("I", accumulate(tag == PARAGRAPH_END for tag in chunks.tags))
        #: chunks with a last name that several people share, with these people
        self.families: dict[int, list[Entity]] = {}
        self._by_last: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_part: defaultdict[str, list[Entity]] = defaultdict(list)
        #: people by each half of a last name with a hyphen
        self._by_half: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_ends: dict[tuple[str, str], Entity] = {}
        self._by_initials: defaultdict[str, list[Entity]] = defaultdict(list)
        self._offices = OfficeAcronyms(self.names)
        self._enter_long()
        self._enter_short()

    def clustered(self) -> dict[int, Entity]:
        """The entity of each mention in a cluster with a name."""
        entities: dict[int, Entity] = {}
        for cluster in self.clusters:
            entity = next((self.of_chunk[i] for i in cluster if i in self.of_chunk), None)
            if entity:
                entities.update(dict.fromkeys(cluster, entity))
        return entities

    def words(self, i: int) -> list[str]:
        """The words of the mention in chunk i, with the office before a name, in lower case."""
        return self.names.whole(i).lower().split()

    def office(self, i: int) -> list[str]:
        """The words before the name in chunk i; all words of a nominal."""
        words = self.names.whole(i).split()
        return words[: len(words) - len(self.forms.get(i, ()))]

    def is_owned(self, i: int) -> bool:
        """Whether an owner identifies the mention in chunk i: *his brother*, *Berg’s brother*."""
        first, tags = self.words(i)[0], self.chunks.tags
        return first in self.language.possessives or tags[max(0, i - 1) : i] == POSSESSIVE

    @cached_property
    def entities_per_word(self) -> Counter[str]:
        """The number of entities with a word in their names, by its key."""
        return Counter(word for entity in self.entities for word in {*keys(entity.words)})

    def enter(self, i: int, words: NameForm, entity: Entity | None) -> Entity:
        """Add the name in chunk i to its entity, or to a new one."""
        entity = entity or self._make(words)
        insort(entity.chunks, i)
        entity.in_full += len(words) > 1
        if len(words) > 1 and not entity.suffix:
            entity.suffix = suffix_of(self.names.mention(i), self.language)
        self.of_chunk[i] = entity
        return entity

    def named(self, word: str) -> Entity | None:
        """The entity whose complete name is this word."""
        short = key(word)
        return self._by_ends.get((short, short))

    def namesakes(self, word: str) -> list[Entity]:
        """All entities whose complete name is this word: *Mr Berg* and *Mrs Berg*."""
        return [e for e in self._by_last[key(word)][:_PEOPLE] if len(e.words) == 1]

    def people(self, word: str) -> list[Entity]:
        """The people with the word as their last name."""
        last = key(word)
        if last in self.language.organisation_words or self.names.is_place((last,), often=True):
            return []
        people = (e for e in self._by_last[last] if len(e.words) > 1 and not e.organisation)
        return list(islice(people, _PEOPLE))

    # -- names of several words -----------------------------------------------------------

    def _enter_long(self) -> None:
        """Create the entities from names of several words, the longest first."""
        entities: dict[NameForm, Entity] = {}
        long = dict.fromkeys(words for words in self.forms.values() if len(words) > 1)
        for words in sorted(long, key=len, reverse=True):
            entities[words] = entity = self._same_long(words) or self._make(words)
            if "".join(entity.words).isupper() and keys(entity.words) == keys(words):
                entity.words = words  # *IDA BERG* in the first line
        for i, words in sorted(self.forms.items()):
            if len(words) > 1:
                self.enter(i, words, entities[words])

    def _make(self, words: NameForm) -> Entity:
        """Create an entity, indexed by its last word, its other words and its initials."""
        language = self.language
        entity = Entity(words, language)
        self.entities.append(entity)
        form = keys(words)
        whole = is_body(words, language) or language.body_joints.isdisjoint(form)
        if whole:
            self._by_last[form[-1]].append(entity)
        self._by_ends.setdefault((form[0], form[-1]), entity)
        for part in form[:-1]:
            self._by_part[part.strip('"')].append(entity)
        if family_first(words, language):
            self._by_last[form[0]].append(entity)
        if len(form) > 1:
            self._by_initials[initials(words)].append(entity)
            self._by_initials["".join(word[0] for word in words)].append(entity)
        if len(form) > 1 and not entity.organisation and not family_first(words, language):
            first, hyphen, second = form[-1].partition("-")
            for half in (first, second) if hyphen else ():
                self._by_half[half].append(entity)
        article, hyphen, bare = form[-1].partition("-")
        if hyphen and article in language.particles:
            self._by_last[bare].append(entity)  # *Zahar* for *Mahmoud al-Zahar*
        return entity

    def _same_long(self, words: NameForm) -> Entity | None:
        """An entity with the same first and last word, or a longer form of the same body."""
        form = keys(words)
        if (form[0], form[-1]) in self._by_ends:
            return self._by_ends[form[0], form[-1]]
        for entity in self._by_last[form[-1]][:_PEOPLE]:
            longer = keys(entity.words)
            if _is_initial(form[0], longer[0]) or f'"{form[0]}"' in longer:
                return entity
            if longer[-len(form) :] == form:
                return entity
        for entity in self._by_part[form[0]][:_PEOPLE]:
            if keys(entity.words)[: len(form)] == form:
                return entity
        return self._same_style(words)

    def _same_style(self, words: NameForm) -> Entity | None:
        """*Prince Ivo* is the only person named Ivo with that title: *Crown Prince Ivo Moor*."""
        style, name = words[0].lower(), key(words[-1])
        if style not in self.language.regnal:
            return None
        styled = [e for e in self._by_part[name][:_PEOPLE] if self._has_style(e.words, style)]
        return styled[0] if len(styled) == 1 else None

    def _has_style(self, words: NameForm, style: str) -> bool:
        """Whether the title precedes the name of these words."""
        whole = (self.names.whole(i) for i, form in self.forms.items() if form == words)
        return any(style in text.lower().split() for text in whole)

    # -- names of one word ----------------------------------------------------------------

    def _enter_short(self) -> None:
        """Assign single words to entities, or create them; shared last names wait.

        Acronyms of offices come last, since they are assigned to the names of their holders.
        """
        short = [(i, words) for i, words in sorted(self.forms.items()) if len(words) == 1]
        short.sort(key=lambda name: name[1][0] in self._offices.holders)
        self._alone = {key(words[0]) for _, words in short}
        titles = defaultdict[str, set[str]](set)
        for i, words in short:
            titles[key(words[0])] |= {self.title_gender(i)} - {""}
        for i, words in short:
            family, genders = self.people(words[0]), titles[key(words[0])]
            if len(family) > 1 or (family and genders) or len(genders) > 1:
                self.families[i] = family
            else:
                self.enter(i, words, family[0] if family else self._same_short(i, words[0]))

    def title_gender(self, i: int) -> str:
        """The gender that the title before the name in chunk i shows; also of *Mr and Mrs Berg*."""
        titled = self.names.whole(i)
        if self.names.is_bare_title(i):
            titled = f"{titled} {self.forms[i][-1]}"
        return title_gender(titled, self.language)

    def _same_short(self, i: int, word: str) -> Entity | None:
        """The entity to which a single word refers: an acronym, a body, a first name."""
        short = key(word)
        holder = self._offices.holder(word, i)
        alone = self.named(word) if holder is None else None
        if alone:
            return alone
        if word.isupper() and len(short) > 1:
            full = self._long_form(i, short.replace(".", ""))
            if holder is not None and not (full and full.organisation):
                return self.of_chunk.get(holder)
            if full or short not in self.language.given_names:
                return full  # *IDA* in a headline is Ida
        if word in self._by_initials:
            return self._by_initials[word][0]  # *DoF* for *Department of Finance*
        bodies = [e for e in self._by_last[short][:_PEOPLE] if e.organisation]
        if bodies:
            return _last_named(bodies, i)
        namesakes = self._by_part[short][:_PEOPLE]
        people = [e for e in namesakes if e.firm or not (e.organisation or e.thing)]
        # *Ali* is Ali Reza, not Omar Ali Haddad
        people = [e for e in people if key(e.words[0]) == short] or people
        if len(people) == 1 and not self._is_place(word):
            return people[0]
        return self._by_one_half(word) or self._misspelt(word) or self._shortened(i, word)

    def _by_one_half(self, word: str) -> Entity | None:
        """The one person whose last name has this half: *Holm* for *Ada Lund-Holm*."""
        people = self._by_half.get(key(word), ())
        return people[0] if len(people) == 1 and not self._is_place(word) else None

    def _shortened(self, i: int, word: str) -> Entity | None:
        """The one person so far whose given name begins so: *Alex* for *Alexandra Berg*.

        Not where the word is introduced, *her sister Alex*, or shows another gender.
        """
        introduced = self.names.whole(i) != word or self.chunks.tags[i - 1 : i] == COMMA
        if introduced or key(word) not in self.language.given_names or self._is_place(word):
            return None
        people = [e for e in self.entities if _begins_so(e.words, word) and e.before(i) >= 0]
        gender = given_name_gender(word, self.language)
        fits = len(people) == 1 and (not gender or people[0].given_gender in ("", gender))
        return people[0] if fits else None

    def _is_place(self, word: str) -> bool:
        """Whether the article uses the word like a place's, or has the name of its people."""
        return self.names.is_place((key(word),)) or self.names.has_demonym(word)

    def _long_form(self, i: int, short: str) -> Entity | None:
        """The long form of an acronym: the name before its brackets, or the abbreviated words."""
        words = self.names.spelt_out.get(short.upper(), ())
        by_ends = self._by_ends.get((key(words[0]), key(words[-1]))) if words else None
        entity = by_ends or next(iter(self._by_initials[short]), None)
        if entity is None and self.chunks.tags[i - 2 : i] == _NAME_IN_FULL:
            before = self.of_chunk.get(i - 2)
            if before and before.words[0][0].lower() == short[0]:
                entity = before
                self._by_initials[short].append(entity)
        return entity

    def _misspelt(self, word: str) -> Entity | None:
        """The only person whose last name, never alone, differs from this word by a letter."""
        short = key(word)
        if len(short) < _SPELLABLE:
            return None
        spelt = self._by_spelling
        similar = {e for near in self._one_letter_off(short) for e in spelt.get(near, ())}
        return similar.pop() if len(similar) == 1 and not self._is_place(word) else None

    @cached_property
    def _by_spelling(self) -> dict[str, list[Entity]]:
        """People by their last names, and by these with one letter left out.

        A noun is no last name, except after a given name: *Ida Marsh*, not *the Vale Marsh*.
        """
        spelt: dict[str, list[Entity]] = {}
        for entity in self.entities:
            first, last = entity.words[0].lower(), key(entity.words[-1])
            noun = last in self.language.ordinary_words and first not in self.language.given_names
            if not (entity.organisation or noun) and last not in self._alone:
                for near in self._one_letter_off(last):
                    spelt.setdefault(near, []).append(entity)
        return spelt

    def _one_letter_off(self, word: str) -> set[str]:
        """The word, and the word without one of its letters, except the first and a plural's."""
        if len(word) > _ENDLESS:
            return {word}
        ends = len(word) - word.endswith(self.language.plural_suffixes)
        return {word, *(word[:k] + word[k + 1 :] for k in range(1, ends))}


def _begins_so(words: NameForm, short: str) -> bool:
    """Whether a full name begins with the start of its first word: *Alex* of *Alexandra Berg*."""
    dropped = len(words[0]) - len(short)
    return len(words) > 1 and len(short) >= _SHORT and dropped > 1 and words[0].startswith(short)


def _is_initial(short: str, long: str) -> bool:
    """Whether one first name is the initial of the other."""
    return len(short.rstrip(".")) == 1 and long.startswith(short[0])


def _last_named(entities: Iterable[Entity], i: int) -> Entity:
    """The entity that was named last before chunk i, or else the first of all."""
    return max(entities, key=lambda entity: entity.before(i))
