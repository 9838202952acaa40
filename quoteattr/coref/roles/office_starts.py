"""Find the start of an office that runs into a name: *they met | former Brack mayor Ida Berg*.

It is read backwards from the name: its noun, then its modifiers (``modifiers``), or the complement
of its noun (*director of the Rill Institute Ida Berg*).
"""

from __future__ import annotations

from quoteattr.coref.names.offices import is_age
from quoteattr.coref.roles.context import MODIFIERS, NAMES_AND_WORDS, RoleContext, RoleReader
from quoteattr.coref.roles.modifiers import Modifiers
from quoteattr.detect.alphabet import (
    COMMA,
    CONJUNCTION,
    NAME,
    NUMBER,
    OTHER_WORD,
    PREPOSITION,
    QUOTE,
)
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.language.patterns import lazy_re

#: maximum number of chunks of an office
_LONGEST_OFFICE = 12
#: the end of an office that is one of several: *Commissioner of Police | (East)*
_BRACKET = lazy_re(encode("{OPEN_BRACKET} {NAME|OTHER_WORD|NOMINAL} {CLOSE_BRACKET}") + "$")
_BRACKET_CHUNKS = 3
#: maximum number of chunks of a complement right before a name: *vice president of sales Bo Holm*
_IN_COMPLEMENT = frozenset(
    tags(
        "OTHER_WORD|CUE_NOUN|CUE|ING_FORM|PAST_FORM|NUMBER|NAME|NOMINAL|CONJUNCTION|POSSESSIVE"
        "|PREPOSITION"
    )
)
#: tags at the start of an office
_FIRST = tags("NOUN_PHRASE|QUOTE")
#: *Rill,*
_NAME_AND_COMMA = NAME + COMMA


class OfficeStarts(RoleReader):
    """Finds the starts of the offices that run into the names of one article."""

    def __init__(self, context: RoleContext) -> None:
        super().__init__(context)
        self._modifiers = Modifiers(context)

    def first(self, i: int, name: int) -> int:
        """The first chunk of the office that runs into a name; that of the name without one.

        Args:
            i: the chunk of the name.
            name: the start of the name itself in it, in characters.
        """
        return self._with_firm(self._extend(i, name))

    def _with_firm(self, first: int) -> int:
        """The firm before a comma, if chunk *first* begins with its form: *Rill, | Inc. chief*."""
        form = self._context.words_at(first)[0].lower()
        beside = self._tags[max(0, first - 2) : first] == _NAME_AND_COMMA
        return first - 2 if beside and form in self._language.legal_forms else first

    def _extend(self, i: int, name: int) -> int:
        """The first chunk of the office that runs into the name in chunk i."""
        first = self._with_complement(i, name)
        prefix = self._text[self._chunks.starts[i] : name].split()
        office = first < i or self._context.is_role(prefix[-1:])
        k, last = first - 1, max(-1, i - _LONGEST_OFFICE)
        while k > last:
            if self._tags[k] != PREPOSITION and self._opens_nominal(k + 1):
                break
            ends = k == i - 1 and self._ends_office(k)
            office = office or ends
            width = self._modifiers.width(k)
            if not office or not width or self._is_apart(k):
                break
            k -= width
            tag = self._tags[k + 1]
            if tag in _FIRST or (tag in MODIFIERS and (ends or self._context.can_open(k + 1))):
                first = k + 1
        return first

    def _opens_nominal(self, k: int) -> bool:
        """Whether chunk k begins with a determiner, not a rank: *world number | two Ida Berg*."""
        return self._context.is_determined(k) and self._heads[k - 1] not in self._language.ranked

    def _is_apart(self, k: int) -> bool:
        """Whether the word in chunk k belongs to the text before a title with a capital.

        *the kind of unilateral action | President Berg took*; but *Brack county Sheriff Berg*.
        """
        title = self._context.words_at(k + 1)[0]
        titled = title.lower() in self._language.titles
        lower = self._tags[k] in MODIFIERS and self._text[self._chunks.starts[k]].islower()
        return lower and titled and not self._context.can_open(k) and self._tags[k - 1 : k] != NAME

    def _ends_office(self, k: int) -> bool:
        """Whether chunk k, right before that of a name, is the last of an office."""
        tag, head = self._tags[k], self._heads[k]
        if tag == NUMBER:
            return self._heads[k - 1] in self._language.ranked
        if self._words.is_person(head) or is_age(head, self._language):
            return True
        return tag == OTHER_WORD and self._is_modifier(k)

    def _is_modifier(self, k: int) -> bool:
        """Whether an unknown noun is between a name and a person: *Rovers goalie Bo Holm*."""
        head, entity = self._heads[k], self._context.table.of_chunk.get(k + 1)
        person = entity is not None and len(entity.words) > 1 and not entity.organisation
        noun = head not in self._language.past_forms and not head.endswith(
            self._language.third_person_suffixes
        )
        before = self._tags[k - 1 : k]
        modified = before in NAMES_AND_WORDS or (
            before == QUOTE and self._modifiers.is_title(k - 1)
        )
        return person and noun and modified

    # -- an office whose complement runs into the name -------------------------------------------

    def _with_complement(self, i: int, name: int) -> int:
        """The noun for a person whose complements run into the name in chunk i, else i.

        *director of the Rill Institute Ida Berg*; neither *a fan of Ida Berg* nor *the mayor of
        Brack and Ida Berg*, who are two.
        """
        context, tags = self._context, self._tags
        prefix = self._text[self._chunks.starts[i] : name].split()
        inside = bool(prefix) and self._ends_in_body_or_field(prefix)
        if (prefix and not inside) or (not prefix and i and self._ends_office(i - 1)):
            return i
        if not prefix and (tags[i - 1 : i] == CONJUNCTION or self._is_verb(i - 1)):
            return i
        bracket = _BRACKET.search(tags, max(0, i - _BRACKET_CHUNKS), i) if not prefix else None
        stop = bracket.start() if bracket else i
        for k in range(stop - 1, max(0, stop - _LONGEST_OFFICE), -1):
            if not context.adjoins(k) or tags[k] not in _IN_COMPLEMENT:
                break
            opens = self._heads[k] in self._words.office_joints
            if opens and self._heads_office(k - 1) and (inside or k < stop - 1):
                return k - 1
            if inside and self._is_completed(k):
                return k
        return i

    def _is_verb(self, k: int) -> bool:
        """The word in chunk k is a past form, of which a name after it is the object.

        *A baker from Dalby | met | Ida Berg*; but *head of research Ida Berg*.
        """
        words, language = self._context.words_at(k) if k >= 0 else [], self._language
        past = len(words) == 1 and words[0].endswith(language.past_suffixes)
        return past or self._heads[k] in language.past_forms

    def _is_completed(self, k: int) -> bool:
        """Whether the complement of office k continues: *Minister of Rain | and NAME*."""
        words = self._context.words_at(k)
        completed = not self._words.office_joints.isdisjoint(words[1:])
        return completed and self._words.is_person(self._words.head(" ".join(words)))

    def _ends_in_body_or_field(self, words: list[str]) -> bool:
        """Whether words before a name in its chunk are a body, field or number: *the UN NAME*.

        *President* in *President Berg* is none of these.
        """
        if len(words) == 1 and words[0].lower() in self._language.counts:
            return True
        head = self._words.head(" ".join(words))
        if self._plurals.is_several(head):
            return True
        last, language = words[-1].lower(), self._language
        title = last in language.titles and last not in language.title_fields
        return words[-1][0].isupper() and not self._words.is_person(head) and not title

    def _heads_office(self, k: int) -> bool:
        """Whether chunk k ends in a noun for one person, right before a complement."""
        person = self._words.is_person(self._heads[k])
        return person and self._context.adjoins(k) and not self._plurals.is_several(self._heads[k])
