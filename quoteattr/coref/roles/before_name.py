"""Find the role before a name.

It runs into the name (*Brack Mayor Ida Berg*; *director of the Rill Institute Ida Berg*), or a
comma separates them (*the mayor of Brack, Ida Berg,*).
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coref.entities.attributes import is_called
from quoteattr.coref.roles.before_comma import PreposedFinder
from quoteattr.coref.roles.context import RoleContext, RoleReader
from quoteattr.coref.roles.listed_names import first_listed
from quoteattr.coref.roles.office_starts import OfficeStarts
from quoteattr.coref.roles.role import Rank, Role
from quoteattr.detect.alphabet import COMMA, NAME, POSSESSIVE
from quoteattr.detect.patterns.pattern import tags
from quoteattr.language.patterns import lazy_regex

#: tags between an office and a form of address, or the name
_AFTER_OFFICE = ", \u00a0"
#: tags after the first of several people with one role: *Sens. Ida Berg | and Bo Holm*
_AFTER_LISTED = frozenset(tags("CONJUNCTION|COMMA|OPEN_BRACKET|PREPOSITION"))
#: tags of a verb before a name, and tags of its subject
_PAST, _SUBJECTS = frozenset(tags("PAST_FORM|CUE")), frozenset(tags("PRONOUN|NAME|NOMINAL"))
_WORD = lazy_regex(r"\S+")
#: *Rill University’s*
_POSSESSOR = NAME + POSSESSIVE


class OfficeFinder(RoleReader):
    """Finds the roles before the names of one article."""

    def __init__(self, context: RoleContext) -> None:
        super().__init__(context)
        self._starts, self._preposed = OfficeStarts(context), PreposedFinder(context)

    def find(self, i: int) -> Iterator[Role]:
        """The roles before the name in chunk i."""
        yield from self._before(i)
        yield from self._shared(i)
        yield from self._possessor(i)
        yield from self._style(i)

    def _before(self, i: int) -> Iterator[Role]:
        """A title or an office before the name, or an apposition before a comma and the name."""
        name = self._context.name_start(i)
        first = self._starts.first(i, name)
        start = self._after_verb(first, name)
        if start < name and (first < i or self._says_more(self._text[start:name])):
            yield self._office(i, start, self._without_address(start, name))
        if self._tags[i - 1 : i] == COMMA or (i and is_called(self._chunks, i)):
            yield from self._preposed.before_name(i)

    def _after_verb(self, first: int, name: int) -> int:
        """The start of the words before a name, after the verb whose object it is."""
        start, subject = self._chunks.starts[first], self._tags[first - 1 : first] in _SUBJECTS
        for word in _WORD.finditer(self._text, start, name):
            if self._is_verb(word.group(), subject):
                start = word.end() + 1
            subject = self._acts(word.group())
        return start

    def _is_verb(self, word: str, subject: bool) -> bool:
        """Whether a word after a subject is its past verb; not *House | press secretary*."""
        language = self._language
        if not subject or word in language.reporting or word in language.saying:
            return False
        return word in language.past_forms or language.tag(word) in _PAST

    def _acts(self, word: str) -> bool:
        """Whether the word can be the subject of a verb after it: a noun for people or groups."""
        noun, language = word.lower(), self._language
        return noun in language.person_nouns or noun in language.group_nouns

    def _office(self, i: int, start: int, end: int) -> Role:
        """The office in these words before the name in chunk i; a plural is of several people."""
        words = self._text[start:end]
        noun = self._words.head(words)
        if not self._words.is_person(noun):
            noun = words.split()[-1].lower()
        shared = self._tags[i + 1 : i + 2] in _AFTER_LISTED and self._is_several(noun)
        return Role(start, end, Rank.SHARED if shared else Rank.BESIDE, -1 if shared else i, noun)

    def _shared(self, i: int) -> Iterator[Role]:
        """The plural before the first of several: *fishermen Jan Berg and Bo Holm*."""
        first = first_listed(self._tags, i)
        if first == i or self._chunks.starts[i] < self._context.name_start(i):
            return
        for role in self._before(first):
            if self._is_several(role.noun):
                yield role._replace(head=-1, rank=Rank.SHARED)

    def _is_several(self, noun: str) -> bool:
        """Whether the noun or title is a plural: *fishermen*, *Sens.*."""
        return self._plurals.is_several(noun.rstrip("."))

    def _possessor(self, i: int) -> Iterator[Role]:
        """The body or place to which the person belongs: *Rill University’s Ida Berg said*."""
        owner, starts = i - 2, self._chunks.starts
        if self._tags[max(0, owner) : i] != _POSSESSOR or starts[i] != self._context.name_start(i):
            return
        if not self._context.owns(owner):
            yield Role(starts[owner], self._chunks.ends[i - 1], Rank.POSTMODIFIER)

    def _style(self, i: int) -> Iterator[Role]:
        """A title that belongs to a single name, and is an office: *Pope | Ivo*."""
        style, entity = self._context.style(i), self._context.table.of_chunk.get(i)
        if style and entity is not None and not entity.thing:
            start = self._context.name_start(i)
            yield Role(start, start + len(style), Rank.BESIDE, i, style.lower())

    def _says_more(self, words: str) -> bool:
        """Whether words before a name give an office, an age or a rank: not *Mr.*, *the late*."""
        return self._context.is_role(words.split()) or any(map(self._is_epithet, words.split()))

    def _is_epithet(self, word: str) -> bool:
        """Whether the word gives an age or a rank: *the 14th-ranked Ida Berg*."""
        return word.endswith(self._language.epithet_endings) or word[:1].isdigit()

    def _without_address(self, start: int, end: int) -> int:
        """The end of the words without forms of address after them: *the minister, Mr.*."""
        end = start + len(self._text[start:end].rstrip(_AFTER_OFFICE))
        last = self._text.rfind(" ", start, end) + 1
        # without a space the words would be the whole text up to here
        if last and self._text[last:end].lower() in self._words.address:
            return self._without_address(start, last)
        return end
