"""What the chunks of an article show about roles: nouns for people, determiners, owners."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.table import EntityTable
from quoteattr.coref.plurals import Plurals
from quoteattr.coref.roles.words import RoleWords
from quoteattr.detect.alphabet import POSSESSIVE, PREPOSITION, PRONOUN
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.detect.patterns.row_regex import one_of
from quoteattr.language.patterns import lazy_regex

_WORD = lazy_regex(r"[^\s“”\"()]+")
#: tags in a possessor before its last word, and the end of a nominal
_POSSESSORS = tags("NOUN_PHRASE|PREPOSITION|POSSESSIVE")
_JOINTS = tags("PREPOSITION|CONJUNCTION")
#: tags before the nouns for several: *one of | the first three*
_BEFORE_HEAD = lazy_regex(
    encode("({NAME|NOMINAL} {POSSESSIVE})* {DETERMINER|NUMBER|ADVERB|OTHER_WORD}{0,3}")
    + f"(?={one_of('NOUN_PHRASE')})"
)
#: tags that may head a role, modify its head, and be a mention after it
HEADS = tags("NOUN_PHRASE|OTHER_WORD")
MODIFIERS = frozenset(tags("OTHER_WORD|CUE_NOUN|NUMBER|CUE"))
SPEAKERS = frozenset(tags("NAME|SPEAKING_NOMINAL"))
NAMES_AND_WORDS = frozenset(tags("NAME|OTHER_WORD"))
#: in order: *one of*
ONE_OF = PRONOUN + PREPOSITION
#: tags before a nominal that begins a role
_EDGES = frozenset(
    tags(
        "END|QUOTE|COMMA|COLON|CUE|CUE_PARTICIPLE|ACCORDING_TO|CONJUNCTION|COMPLEMENTIZER"
        "|SUBORDINATOR|PREPOSITION|AGENT_MARKER|OPEN_BRACKET|CLOSE_BRACKET|STRAY_MARK|DASH|ADVERBIAL"
    )
)


class RoleContext:
    """One article for the role finders: its chunks, names, entities and role words."""

    def __init__(self, text: str, table: EntityTable) -> None:
        self.text, self.table, self.names = text, table, table.names
        self.chunks, self.language = table.chunks, table.language
        self.tags, self.heads = table.chunks.tags, table.chunks.heads
        self.words = table.language.derived(RoleWords)

    def name_start(self, i: int) -> int:
        """The start of the name itself in chunk i, after titles and offices."""
        start, end = self.chunks.mention_starts[i], self.chunks.ends[i]
        form = self.names.forms.get(i, ())
        words = _WORD.finditer(self.text, pos=start, endpos=end) if form else ()
        return next((word.start() for word in words if _begins(word.group(), form[0])), start)

    def title_end(self, i: int) -> int:
        """Where the titles before the name in chunk i end: also that of a single name.

        *Mr. | Berg*, *Queen | Ida*
        """
        return self.name_start(i) + len(self.style(i))

    def style(self, i: int) -> str:
        """A title that belongs to the single name in chunk i, and is an office: *Pope | Ivo*."""
        form, language = self.names.forms.get(i, ()), self.language
        lower = form[0].lower() if len(form) == 2 else ""
        office = lower in language.role_classes and lower not in language.family
        return form[0] if lower in language.regnal and office else ""

    def words_at(self, k: int) -> list[str]:
        """The words of chunk k; none for the end of a paragraph."""
        return self.text[self.chunks.starts[k] : self.chunks.ends[k]].split()

    def first_word(self, k: int) -> str:
        """The first word of chunk k in lower case; empty for an end, of a paragraph or the text."""
        words = self.words_at(k) if k < len(self.tags) else []
        return words[0].lower().replace("’", "'") if words else ""

    def is_role(self, words: Iterable[str]) -> bool:
        """Whether one of the words is a noun for people or bodies, an office or a title."""
        return any(self.words.is_role(word) for word in words)

    def is_head(self, k: int) -> bool:
        """Whether the last word of chunk k is a noun for people or bodies, an office or a title."""
        return self.is_role(self.words_at(k)[-1:])

    def is_rank_letters(self, k: int) -> bool:
        """Whether chunk k is letters that are a rank before a name, but not after it: *CPT*."""
        words, language = self.words_at(k), self.language
        if len(words) > 1 or not words[0].isupper():
            return False
        lower = words[0].lower()
        return lower in language.titles and lower not in language.role_classes

    def is_body(self, k: int) -> bool:
        """Whether chunk k is an organisation without an article: *director, | Rill University*."""
        entity = self.table.of_chunk.get(k)
        return entity is not None and entity.organisation and not self.is_determined(k)

    def is_person(self, k: int) -> bool:
        """Whether chunk k names a person, as far as its name and the article show."""
        entity = self.table.of_chunk.get(k)
        if entity is None:
            return False
        first = entity.words[0].lower()
        has_given_name = entity.given_gender and first not in self.language.no_given_names
        speaks = entity.usage.speaking and not self._is_country(entity)
        return bool(entity.shown_person or has_given_name or speaks)

    def _is_country(self, entity: Entity) -> bool:
        """Whether a people's name is derived from a single name: *Norlandian* from *Norland*."""
        return len(entity.words) == 1 and self.names.has_demonym(entity.words[0])

    def owns(self, k: int) -> bool:
        """Whether chunk k names a person, who hardly has a person: not *Al Varda*, a body."""
        entity = self.table.of_chunk.get(k)
        if entity is None:
            return False
        first = entity.words[0].lower()
        has_given_name = entity.given_gender and first not in self.language.name_articles
        return bool(entity.shown_person or has_given_name)

    def is_determined(self, k: int) -> bool:
        """Whether the nominal in chunk k begins with a determiner."""
        return self.first_word(k) in self.language.determiners

    def is_definite(self, k: int) -> bool:
        """Whether the nominal in chunk k begins with a definite determiner."""
        return self.first_word(k) in self.language.definite

    def can_open(self, k: int) -> bool:
        """Whether a nominal can begin with chunk k: it has an article, or follows no subject."""
        opens = k == 0 or self.tags[k - 1] in _EDGES
        return opens or self.is_determined(k)

    def adjoins(self, k: int) -> bool:
        """Whether at most a space separates chunk k and the next."""
        between = self.text[self.chunks.ends[k] : self.chunks.starts[k + 1]]
        return between in ("", " ", "\u00a0")

    def head(self, first: int, stop: int) -> int:
        """The chunk that heads the nominal in these chunks: the last before a preposition.

        In *one of her friends* it is the one after the preposition.
        """
        if self.tags[first : first + 2] == ONE_OF:
            first += 2
        possessor = self.tags.rfind(POSSESSIVE, first, stop)
        if possessor >= 0 and self.tags[first : possessor - 1].strip(_POSSESSORS) == "":
            first = possessor + 1
        before = takewhile(lambda k: self.tags[k] not in _JOINTS, range(first, stop))
        return max((k for k in before if self.tags[k] in HEADS), default=first)

    def several_after(self, k: int) -> int:
        """The head of the group after a pronoun in chunk k: *one of the town’s | mayors*.

        Returns:
            Its chunk; -1 if there is no group, or the head is not a noun for people.
        """
        tags = self.tags
        if tags[k : k + 2] != ONE_OF:
            return -1
        modifiers = _BEFORE_HEAD.match(tags, k + 2)
        k = modifiers.end() if modifiers else k + 2
        return k if k < len(tags) and self.is_head(k) else -1

    def heads_role(self, first: int, stop: int) -> bool:
        """Whether the nominal in these chunks is headed by a noun for people, bodies, offices."""
        head = self.head(first, stop)
        return self.is_role([self.heads[head]]) or head in self.names.offices


class RoleReader:
    """Base of the classes that read roles in one article."""

    def __init__(self, context: RoleContext) -> None:
        self._context, self._table, self._text = context, context.table, context.text
        self._chunks, self._tags, self._heads = context.chunks, context.tags, context.heads
        self._language, self._words = context.language, context.words
        self._plurals = context.language.derived(Plurals)


def _begins(written: str, word: str) -> bool:
    """Whether a word as written is another one, possibly with an ending: *Berg’s*, *Berg,*."""
    return written.startswith(word) and not written[len(word) : len(word) + 1].isalpha()
