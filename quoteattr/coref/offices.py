"""The words before a name that say who its bearer is.

They run into the name (*Brack Mayor Ida Berg*; *director of the Rill Institute Ida Berg*), or a
comma stands between (*the mayor of Brack, Ida Berg,*).
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coref.attributes import is_called
from quoteattr.coref.discourse import Plurals
from quoteattr.coref.name_forms import is_age
from quoteattr.coref.role import Rank, Role
from quoteattr.coref.role_context import (
    HEADS,
    MODIFIERS,
    NAMES_AND_WORDS,
    ONE_OF,
    SPEAKERS,
    RoleContext,
)
from quoteattr.detect.alphabet import (
    COMMA,
    CONJUNCTION,
    CUE,
    END,
    LABEL,
    NAME,
    NOMINAL,
    NOUN_PHRASE,
    NUMBER,
    OTHER_WORD,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    SAYING,
    SUBORDINATOR,
)
from quoteattr.detect.pattern import encode, tags
from quoteattr.language.patterns import lazy_regex

#: chunks of a role before a name
_LONGEST_OFFICE = 12
#: letters of a title in quotation marks inside an office
_TITLE = 60
#: chunks of a list of names before the last
_LISTED = 16
#: a name in a list, what it is of, and what joins it to the next: *Bo Holm (R-Vale) | and*
_MEMBER = lazy_regex(
    encode(
        "{NAME} ({OPEN_BRACKET} {^END}{0,3} {CLOSE_BRACKET} | {PREPOSITION} {NAME})?"
        " ({COMMA} | {COMMA}? {CONJUNCTION})"
    )
)
#: chunks of such a name
_WIDTHS = range(7, 1, -1)
#: what closes words that are spoken rather than a title
_SPOKEN = frozenset(",.!?")
#: a nominal: possessors, modifiers, head, a second head
_NOMINAL = (
    "({NAME|NOMINAL} ({PREPOSITION} {NAME})? {POSSESSIVE})*"
    " {OTHER_WORD|CUE_NOUN|ING_FORM|NUMBER}{0,3} {NAME|NOMINAL|OTHER_WORD}"
    " ({CONJUNCTION} {OTHER_WORD|CUE_NOUN|ING_FORM|NUMBER}{0,2} {NAME|NOMINAL|OTHER_WORD})?"
)
#: what stands in the complement of a nominal, behind its preposition
_COMPLEMENT = (
    "{OTHER_WORD|CUE_NOUN|CUE|ING_FORM|PAST_FORM|NUMBER|TIME|NAME|NOMINAL|PRONOUN|CONJUNCTION"
    "|POSSESSIVE}"
)
#: an acronym behind what it stands for: *the Vale Trust | (VT)*
_IN_BRACKETS = "({OPEN_BRACKET} {NAME|OTHER_WORD|NOMINAL} {CLOSE_BRACKET})?"
#: what an office ends with that is one of several: *Commissioner of Police | (East)*
_BRACKET = lazy_regex(encode("{OPEN_BRACKET} {NAME|OTHER_WORD|NOMINAL} {CLOSE_BRACKET}") + "$")
_BRACKET_CHUNKS = 3
#: a nominal with complements, as it stands before a comma and the name; *one of her friends*;
#: *founder and one of the trustees*
_COMPLETE = lazy_regex(
    encode(
        f"(({{SPEAKING_NOMINAL}} {{CONJUNCTION}})? {{PRONOUN}} {{PREPOSITION}} {{DETERMINER}}?)?"
        f" {_NOMINAL} {_IN_BRACKETS}"
        f" ({{PREPOSITION|AGENT_MARKER}} {_COMPLEMENT}{{1,8}} {_IN_BRACKETS})*"
    )
)
#: chunks of a complement right before a name: *vice president of sales Bo Holm*
_IN_COMPLEMENT = frozenset(
    tags(
        "OTHER_WORD|CUE_NOUN|CUE|ING_FORM|PAST_FORM|NUMBER|NAME|NOMINAL|CONJUNCTION|POSSESSIVE"
        "|PREPOSITION"
    )
)
#: marks between an office and a name
_OPENING = ",“\"‘'("
#: chunks of which a nominal is made
_IN_NOMINAL = frozenset(
    tags(
        "NAME|NOMINAL|OTHER_WORD|CUE_NOUN|ING_FORM|NUMBER|PAST_FORM|PREPOSITION|CONJUNCTION"
        "|POSSESSIVE|CUE|TIME|PRONOUN|AGENT_MARKER|OPEN_BRACKET|CLOSE_BRACKET|DETERMINER"
    )
)
#: a body behind a comma: *the chairman | , Agency for Roads (ARB)*
_BODY = lazy_regex(
    encode("{COMMA} {NAME} ({PREPOSITION} {NAME|OTHER_WORD|NOMINAL}{1,2})?")
    + encode(_IN_BRACKETS)
    + "$"
)
_BODY_CHUNKS = 8
#: what may end before a nominal that stands before a name
_EDGES = frozenset(
    tags(
        "END|QUOTE|COMMA|COLON|CUE|CUE_PARTICIPLE|ACCORDING_TO|CONJUNCTION|COMPLEMENTIZER"
        "|SUBORDINATOR|PREPOSITION|AGENT_MARKER|OPEN_BRACKET|CLOSE_BRACKET|STRAY_MARK|DASH|ADVERBIAL"
    )
)
#: a body, its acronym in brackets, and what follows: *the Vale Trust (VT) | director*
_ACRONYM = lazy_regex(encode("{NAME} {OPEN_BRACKET} {NAME} {CLOSE_BRACKET}"))
#: a participle with its adverb inside a nominal: *its recently named chair*
_NAMED = lazy_regex(encode("{POSSESSIVE} {ADVERB} {CUE|CUE_PARTICIPLE|PAST_FORM|OTHER_WORD}"))
#: what may follow a name behind its role and a comma: *the mayor, Ida Berg, | said*
_AFTER_NAME = frozenset(
    (
        "",
        *tags(
            "COMMA|END|OPEN_BRACKET|CLOSE_BRACKET|QUOTE|DASH|COLON|STRAY_MARK"
            "|RELATIVE|SAYING|AUXILIARY|COPULA"
        ),
    )
)
#: what stands behind the first of several with one role: *Sens. Ida Berg | and Bo Holm*
_AFTER_LISTED = frozenset(tags("CONJUNCTION|COMMA|OPEN_BRACKET|PREPOSITION"))
#: what an office may begin with, and hold wherever it stands
_FIRST = tags("NOUN_PHRASE|QUOTE")
_ALWAYS = tags("POSSESSIVE|NOUN_PHRASE")
#: words that can be nouns before a name, and nouns of which two modify one: *sales and marketing*
_NOUNS = tags("OTHER_WORD|CUE")
_PLAIN = frozenset(tags("OTHER_WORD|ING_FORM|CUE_NOUN"))
#: what stands before the first chunk of a sentence
_SENTENCE_EDGES = frozenset(("", *END))
#: in order: *Rill,*; *Rill University’s*; *of Dalby*; *Dalby, Norland,*; *, said,*; the end of
#: another name before a nominal
_NAME_AND_COMMA = NAME + COMMA
_POSSESSOR = NAME + POSSESSIVE
_AT_NAME = PREPOSITION + NAME
_PLACE = _NAME_AND_COMMA * 2
_INSERTED = SAYING + COMMA
_OTHER_NAME = frozenset((_NAME_AND_COMMA, LABEL + COMMA))


class OfficeFinder:
    """Finds the roles before the names of one article."""

    def __init__(self, row: RoleContext) -> None:
        """Take the row of chunks of an article."""
        self._row, self._text, self._chunks = row, row.text, row.chunks
        self._tags, self._heads, self._language = row.tags, row.heads, row.language
        self._words, self._plurals = row.words, row.language.derived(Plurals)

    def find(self, i: int) -> Iterator[Role]:
        """The roles before the name in chunk i."""
        yield from self._before(i)
        yield from self._shared(i)
        yield from self._possessor(i)
        yield from self._style(i)

    def _style(self, i: int) -> Iterator[Role]:
        """A title that belongs to a single name, and is an office: *Pope | Ivo*."""
        form, entity = self._row.names.forms.get(i, ()), self._row.table.of_chunk.get(i)
        style, language = form[0] if len(form) == 2 else "", self._language
        lower = style.lower()
        office = lower in language.role_classes and lower not in language.family
        titled = lower in language.regnal and office
        if titled and entity is not None and not (entity.organisation or entity.thing):
            start = self._row.name_start(i)
            yield Role(start, start + len(style), Rank.BESIDE, i, lower)

    def _possessor(self, i: int) -> Iterator[Role]:
        """The body or place whose the person is: *Rill University’s Ida Berg said*."""
        owner, starts = i - 2, self._chunks.starts
        if self._tags[max(0, owner) : i] != _POSSESSOR or starts[i] != self._row.name_start(i):
            return
        if not self._row.owns(owner):
            yield Role(starts[owner], self._chunks.ends[i - 1], Rank.POSTMODIFIER)

    def _before(self, i: int) -> Iterator[Role]:
        """A title or an office before the name, or an apposition before it and a comma."""
        name = self._row.name_start(i)
        first = self._with_firm(self._extend(i, name))
        start = self._chunks.starts[first]
        if first < i or self._says_more(self._text[start:name]):
            end = self._stripped(start, name)
            bare = self._without_address(start, end)
            if bare > start:
                yield self._office(i, start, bare)
        if i and (self._tags[i - 1] == COMMA or is_called(self._chunks, i)):
            yield from self._apposed(i)

    def _with_firm(self, first: int) -> int:
        """The firm before a comma, if chunk *first* begins with its form: *Rill, | Inc. chief*."""
        form = self._row.words_at(first)[0].lower()
        beside = self._tags[max(0, first - 2) : first] == _NAME_AND_COMMA
        return first - 2 if beside and form in self._language.legal_forms else first

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
        first = self._first_listed(i)
        if first == i or self._chunks.starts[i] < self._row.name_start(i):
            return
        for role in self._before(first):
            if self._is_several(role.noun):
                yield role._replace(head=-1, rank=Rank.SHARED)

    def _is_several(self, noun: str) -> bool:
        """The noun or title is a plural: *fishermen*, *Sens.*."""
        return self._plurals.is_several(noun.rstrip("."))

    def _first_listed(self, i: int) -> int:
        """The chunk of the first name in the list of names that goes on with chunk i."""
        k = before = i
        while before >= 0 and i - before < _LISTED:
            k, before = before, self._member_before(before)
        return k if self._tags[k + 1 : i + 2].count(CONJUNCTION) else i

    def _member_before(self, k: int) -> int:
        """The chunk of the name before that in chunk k in a list; -1 if there is none."""
        starts = (k - width for width in _WIDTHS if width <= k)
        return next((start for start in starts if _MEMBER.fullmatch(self._tags, start, k)), -1)

    def _says_more(self, words: str) -> bool:
        """Words before a name name an office, an age or a rank: not *Mr.*, *the late*."""
        return self._row.is_role(words.split()) or any(map(self._is_epithet, words.split()))

    # -- the office that runs into the name ------------------------------------------------------

    def _extend(self, i: int, name: int) -> int:
        """The first chunk of the office that runs into the name in chunk i."""
        first = self._with_complement(i, name)
        prefix = self._text[self._chunks.starts[i] : name].split()
        office = first < i or self._row.is_role(prefix[-1:])
        k, last = first - 1, max(-1, i - _LONGEST_OFFICE)
        while k > last and self._row.adjoins(k):
            if self._tags[k] != PREPOSITION and self._opens_nominal(k + 1, first):
                break
            ends = k == i - 1 and self._ends_office(k)
            office = office or ends
            width = self._width(k)
            if not office or not width or self._is_apart(k):
                break
            k -= width
            tag = self._tags[k + 1]
            if tag in _FIRST or (tag in MODIFIERS and (ends or self._opens_office(k + 1))):
                first = k + 1
        return first

    def _is_rank(self, k: int, number: list[str]) -> bool:
        """The words before a name in chunk k are a rank: *world number | two Ida Berg*."""
        ranked = self._heads[k - 1 : k] != [] and self._heads[k - 1] in self._language.ranked
        return ranked and len(number) == 1 and number[0].lower() in self._language.counts

    def _is_apart(self, k: int) -> bool:
        """The word in chunk k belongs to what stands before a title with a capital.

        *the kind of unilateral action | President Berg took*; but *Brack county Sheriff Berg*.
        """
        title = self._row.words_at(k + 1)[0]
        titled = title.lower() in self._language.titles
        lower = self._tags[k] in MODIFIERS and self._text[self._chunks.starts[k]].islower()
        return lower and titled and not self._edge(k) and self._tags[k - 1 : k] != NAME

    def _width(self, k: int) -> int:
        """How many chunks up to chunk k belong to an office together; 0 if chunk k does not."""
        for pattern, width in ((_ACRONYM, 4), (_NAMED, 3)):
            if pattern.fullmatch(self._tags, max(0, k + 1 - width), k + 1):
                return width
        return 1 if self.can_modify(k) else 0

    def _with_complement(self, i: int, name: int) -> int:
        """The noun for a person whose complements run into the name in chunk i, else i.

        *director of the Rill Institute Ida Berg*; neither *a fan of Ida Berg* nor *the mayor of
        Brack and Ida Berg*, who are two.
        """
        row, tags = self._row, self._tags
        prefix = self._text[self._chunks.starts[i] : name].split()
        inside = bool(prefix) and self._ends_in_body_or_field(prefix)
        if (prefix and not inside) or (not prefix and i and self._ends_office(i - 1)):
            return i
        if not prefix and tags[i - 1 : i] == CONJUNCTION:
            return i
        bracket = _BRACKET.search(tags, max(0, i - _BRACKET_CHUNKS), i) if not prefix else None
        stop = bracket.start() if bracket else i
        for k in range(stop - 1, max(0, stop - _LONGEST_OFFICE), -1):
            if not row.adjoins(k) or tags[k] not in _IN_COMPLEMENT:
                break
            opens = self._heads[k] in self._words.office_joints
            if opens and self._heads_office(k - 1) and (inside or k < stop - 1):
                return k - 1
            if inside and k < i - 1 and self._is_completed(k):
                return k
        return i

    def _is_completed(self, k: int) -> bool:
        """Chunk k is an office with a complement, which goes on: *Minister of Rain | and Sport*."""
        words = self._row.words_at(k)
        completed = not self._words.office_joints.isdisjoint(words[1:])
        return completed and self._words.is_person(self._words.head(" ".join(words)))

    def _ends_in_body_or_field(self, words: list[str]) -> bool:
        """Words before a name in its chunk name a body, a field or a number: *the UN Ida Berg*.

        Not *President Berg*.
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
        """Chunk k ends in a noun for one person, right before a complement."""
        person = self._tags[k] in HEADS and self._words.is_person(self._heads[k])
        return person and self._row.adjoins(k) and not self._plurals.is_several(self._heads[k])

    def _ends_office(self, k: int) -> bool:
        """The chunk k, right before that of a name, is the last of an office."""
        tag, head = self._tags[k], self._heads[k]
        if tag == NUMBER:
            return k > 0 and self._heads[k - 1] in self._language.ranked
        if tag not in _NOUNS:
            return False
        if self._words.is_person(head) or is_age(head, self._language):
            return True
        return tag == OTHER_WORD and self._is_modifier(k)

    def _opens_nominal(self, k: int, first: int) -> bool:
        """The chunk k, the first of an office so far, begins with a determiner, and no rank."""
        if k != first or self._is_rank(k, self._row.words_at(k)[:1]):
            return False
        return self._tags[k] in NOUN_PHRASE and self._row.is_determined(k)

    def _is_modifier(self, k: int) -> bool:
        """An unknown noun between two names, the second a person's: *Rovers goalie Bo Holm*."""
        head, entity = self._heads[k], self._row.table.of_chunk.get(k + 1)
        person = entity is not None and len(entity.words) > 1 and not entity.organisation
        noun = head not in self._language.past_forms and not head.endswith(
            self._language.third_person_suffixes
        )
        before = self._tags[k - 1 : k]
        modified = before in NAMES_AND_WORDS or (before == QUOTE and self._is_title(k - 1))
        return person and noun and modified and self._row.adjoins(k - 1)

    def _opens_office(self, k: int) -> bool:
        """An office can begin with the word in chunk k: *they met | former mayor Ida Berg*."""
        return self._edge(k) or self._heads[k] in self._language.identifying

    def _is_title(self, k: int) -> bool:
        """The quoted span in chunk k can be a title inside an office: *“Rill” author Ida Berg*."""
        start, end = self._chunks.starts[k], self._chunks.ends[k]
        return end - start <= _TITLE and self._text[end - 2] not in _SPOKEN

    def _is_epithet(self, word: str) -> bool:
        """The word gives an age or a rank: *the 14th-ranked Ida Berg*."""
        return "-" in word and (word.endswith(self._language.epithet_endings) or word[:1].isdigit())

    def _edge(self, k: int) -> bool:
        """An office can begin with chunk k: no subject stands before it, or it has an article."""
        opens = k == 0 or self._tags[k - 1] in _EDGES
        return opens or (self._tags[k] in NOMINAL and self._row.is_determined(k))

    def can_modify(self, k: int) -> bool:
        """The chunk k, a word, joint or possessive ending, can belong to an office."""
        tag, head, language = self._tags[k], self._heads[k], self._language
        if tag in _ALWAYS:
            return True
        if tag == QUOTE:
            return self._is_title(k)
        if tag == PREPOSITION:  # inside the name of a body: *Bank of Norland economist*
            body = self._tags[k - 1 : k] in SPEAKERS and not self._words.is_person(
                self._heads[k - 1]
            )
            return body and head in language.office_joints
        if tag == CONJUNCTION:
            return self._joins_nouns(k)
        if tag in CUE:  # nouns that are spelt as verbs in their base form: *research director*
            return head in language.saying or head in language.reporting
        inflected = head in language.past_forms or head.endswith(language.participle_endings)
        return tag in MODIFIERS and not inflected

    def _joins_nouns(self, k: int) -> bool:
        """The conjunction in chunk k joins two offices, or two nouns that modify one."""
        before = self._tags[k - 1 : k]
        if before in HEADS and self._row.is_head(k - 1):
            return True
        if self._joins_fields(k):
            return True
        plain = before in _PLAIN and self._tags[k + 1] in _PLAIN
        return plain and self.can_modify(k - 1)

    def _joins_fields(self, k: int) -> bool:
        """The conjunction in chunk k joins two fields: *Works | and | Housing Minister*.

        Both are ordinary words with a capital: *Norland and Housing Minister* are two.
        """
        fields = self._row.words_at(k - 1)[-1:] + self._row.words_at(k + 1)[:1]
        ordinary = self._language.ordinary_words
        return len(fields) == 2 and all(f.istitle() and f.lower() in ordinary for f in fields)

    # -- the apposition before a comma -----------------------------------------------------------

    def fronted(self, i: int) -> Iterator[Role]:
        """A nominal before a comma and a pronoun: *a nurse by training, she runs the clinic*."""
        comma, inserted = self._tags[i - 1 : i] == COMMA, self._tags[i + 1 : i + 3] == _INSERTED
        if comma and not inserted:
            yield from (role for first, role in self._apposition(i) if self._fronts(first))

    def _apposed(self, i: int) -> Iterator[Role]:
        """A nominal before a comma and the name: *the mayor of Brack, Ida Berg, said*."""
        closed = self._tags[i + 1 : i + 2] in _AFTER_NAME
        for first, role in self._apposition(i):
            if closed or self._fronts(first):
                yield role

    def _apposition(self, i: int) -> Iterator[tuple[int, Role]]:
        """The nominal before the comma that stands before chunk i, and its first chunk."""
        tags, row, first, stop = self._tags, self._row, -1, self._before_body(i - 1)
        for k in range(stop - 1, max(-1, stop - 1 - _LONGEST_OFFICE), -1):
            if tags[k] not in _IN_NOMINAL:
                break
            if _COMPLETE.fullmatch(tags, k, stop) and self._opens(k) and row.heads_role(k, stop):
                first = k
        if tags[max(0, first - 4) : first] == _PLACE and row.is_determined(first - 4):
            first -= 4  # *the Dalby, Norland, | mayor*
        # *Bo, a friend, Ida Berg* is a list, or the nominal belongs to the name before it
        if first < 0 or tags[max(0, first - 2) : first] in _OTHER_NAME:
            return
        start, end, head = (
            self._chunks.starts[first],
            self._chunks.ends[i - 2],
            row.head(first, stop),
        )
        if self._is_age_of_life(first, head):
            return
        one_of = tags[first : first + 2] == ONE_OF
        yield first, Role(start, end, Rank.BESIDE, -1 if one_of else head, self._heads[head])

    def _is_age_of_life(self, k: int, head: int) -> bool:
        """The nominal from chunk k on says when something was: *as | a girl, Berg slept*."""
        capacity = self._heads[k - 1 : k] != [] and self._heads[k - 1] in self._language.capacity
        return capacity and self._heads[head] in self._language.ages_of_life

    def _before_body(self, comma: int) -> int:
        """The comma before a body or place that ends at a comma: *the chairman | , Vale Trust,*.

        *the mayor of Dalby | , Norland,*
        """
        body = _BODY.search(self._tags, max(0, comma - _BODY_CHUNKS), comma)
        if body is None:
            return comma
        before, name = self._tags[max(0, body.start() - 2) : body.start()], body.start() + 1
        place = before == _AT_NAME and not self._is_given(name)
        return body.start() if place or self._row.is_body(name) else comma

    def _is_given(self, k: int) -> bool:
        """Chunk k begins with a given name, or names a person."""
        first = self._row.words_at(k)[0].lower()
        return first in self._language.given_names or self._row.is_person(k)

    def _opens(self, k: int) -> bool:
        """An apposition can begin with chunk k: not *a deft and | liberal opponent, Ida Berg*."""
        joined = self._tags[k - 1 : k] == CONJUNCTION and not self._row.is_determined(k)
        return self._edge(k) and not joined

    def _fronts(self, k: int) -> bool:
        """What begins with chunk k opens its sentence and is of the subject behind a comma.

        *A nurse by training, Ida Berg runs the clinic*; *as head of the trust, Berg knows it*.
        """
        before = self._tags[k - 1 : k]
        if before == SUBORDINATOR:
            return self._heads[k - 1] in self._language.capacity
        return before in _SENTENCE_EDGES and not self._row.is_definite(k)

    def _stripped(self, start: int, end: int) -> int:
        """Where the words before a place end, without marks and spaces."""
        while end > start and (self._text[end - 1].isspace() or self._text[end - 1] in _OPENING):
            end -= 1
        return end

    def _without_address(self, start: int, end: int) -> int:
        """Where the words end without forms of address behind them: *the minister, Mr.*."""
        last = self._text.rfind(" ", start, end) + 1 or start
        if start < end and self._text[last:end].lower() in self._words.address:
            return self._without_address(start, self._stripped(start, last))
        return end
