"""Find the role after a name: *Ida Berg, MP (R-Vale), the mayor,*.

It consists of letters, a party or a body, a complement of the name, a relative clause, or an aside
(``asides``).
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coref.names.forms import key, keys
from quoteattr.coref.roles.appositions import AppositionFinder
from quoteattr.coref.roles.asides import AsideFinder
from quoteattr.coref.roles.context import RoleContext, RoleReader
from quoteattr.coref.roles.ends import RoleEnds
from quoteattr.coref.roles.predicates import PredicateFinder
from quoteattr.coref.roles.role import Rank, Role
from quoteattr.detect.alphabet import (
    COMMA,
    CONJUNCTION,
    NAME,
    NOMINAL,
    OPEN_BRACKET,
    PREPOSITION,
    RELATIVE,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.detect.patterns.row_regex import one_of
from quoteattr.language.patterns import lazy_re, lazy_regex

#: the end of an aside: *Ida Berg, the mayor,*
_CLOSERS = frozenset(tags("COMMA|END|OPEN_BRACKET|CLOSE_BRACKET|QUOTE|DASH|COLON"))
#: party labels and suffixes between a name and its apposition: *(R-Brack)*; *Ida Berg, R.N.,*
_LABEL = lazy_re(encode("{OPEN_BRACKET} {^PARAGRAPH_END}{0,5} {CLOSE_BRACKET}"))
_SUFFIXES = lazy_re(encode("({COMMA} {NAME})+") + f"(?={one_of('COMMA')})")
#: maximum number of chunks of the words that locate somebody in a picture
_IN_PICTURE = 6
#: the start of an aside
_OPENERS = tuple(tags("COMMA|OPEN_BRACKET|DASH"))
_NOMINALS = frozenset(NOMINAL)
#: in order: *and Bo Holm,*; *Ida Berg and Bo Holm,*
_AND_NAME = CONJUNCTION + NAME + COMMA
_TWO_NAMES = NAME + _AND_NAME
#: a body after a name, its place, and what joins an office to it: *, Rill College, Vale, and*
_BODY_AND = lazy_regex(
    encode(
        "{COMMA} {NAME} ({PREPOSITION} {NAME|OTHER_WORD}{1,2})?"
        " ({COMMA} {NAME} {COMMA}? | {COMMA}) {CONJUNCTION}"
    )
)


class PostposedFinder(RoleReader):
    """Finds the roles after the names of one article."""

    def __init__(self, context: RoleContext, ends: RoleEnds, predicates: PredicateFinder) -> None:
        super().__init__(context)
        self._ends, self._appositions = ends, AppositionFinder(context, ends)
        self._asides = AsideFinder(context, ends, predicates, self._appositions)

    def find(self, i: int) -> Iterator[Role]:
        """The roles after the name in chunk i."""
        yield from self._after(i)
        yield from self._shared(i)

    def _after(self, i: int) -> Iterator[Role]:
        """An apposition, a relative clause, or a complement of the name."""
        yield from self._letters(i)
        yield from self._label(i)
        yield from self._after_body(i)
        tags, k = self._tags, self._after_labels(i)
        if tags[k : k + 1] == RELATIVE:
            yield from self._asides.relative(k, k)
        elif self._asides.is_origin(k) and self._is_body_or_place(k + 1):
            yield from self._asides.origin(k, k)
        elif tags[k : k + 1] in _OPENERS:
            yield from self._asides.find(k + 1)
        elif tags[i + 1 : i + 2] == OPEN_BRACKET:
            yield from self._appositions.find(i + 2, i + 2)

    def _is_body_or_place(self, k: int) -> bool:
        """Whether chunk k can be somebody's origin or body: *of | Rill*, *from | the council*."""
        if self._tags[k : k + 1] == NAME:
            return not self._context.is_person(k)
        nominal = self._tags[k : k + 1] in _NOMINALS
        return nominal and self._heads[k] in self._language.group_nouns

    def _shared(self, i: int) -> Iterator[Role]:
        """The plural after two names: *Ida Berg and Bo Holm, founders of the trust*."""
        tags = self._tags
        k = i + 4 if tags[i + 1 : i + 4] == _AND_NAME else i + 2
        if k == i + 2 and tags[max(0, i - 2) : i + 2] != _TWO_NAMES:
            return
        for role in self._appositions.find(k, k):
            if self._plurals.is_several(role.noun):
                yield role._replace(head=-1, rank=Rank.SHARED)

    # -- letters and bodies after the name ------------------------------------------------------

    def _letters(self, i: int) -> Iterator[Role]:
        """An office in capitals after the name, in its chunk: *Ida Berg, MP for Dalby*."""
        last = self._context.words_at(i)[-1]
        entity = self._context.table.of_chunk.get(i)
        named = entity is None or key(last) in keys(entity.words)
        if not named and self._is_office(last, i + 1):
            start = self._chunks.ends[i] - len(last)
            yield Role(start, self._ends.before(self._ends.stop(i)), Rank.BESIDE, i, last.lower())

    def _is_office(self, letters: str, k: int) -> bool:
        """Whether letters after a name, before chunk k, are an office: *MP*; *MD of Rillco*."""
        lower, language = letters.lower(), self._language
        degree = lower in language.suffixes and lower not in language.person_nouns
        goes_on = self._tags[k : k + 1] == PREPOSITION or self._joins_office(k)
        return self._words.is_person(letters) and (goes_on or not degree)

    def _joins_office(self, k: int) -> bool:
        """Whether chunk k joins another office with a complement: *MD | and CEO of Rillco*."""
        completed = self._tags[k + 2 : k + 3] == PREPOSITION
        return completed and self._tags[k] == CONJUNCTION and self._context.is_head(k + 1)

    def _label(self, i: int) -> Iterator[Role]:
        """A body or party after the name: *Ida Berg, Rill University,*; *Ida Berg (R-Vale)*."""
        k = i + 2
        if self._tags[i + 1 : k] not in _OPENERS or self._tags[k : k + 1] != NAME:
            return
        stop = self._ends.stop(k)
        closed = stop == len(self._tags) or self._tags[stop] in _CLOSERS
        if closed and (self._context.is_body(k) or self._is_party(k)):
            yield Role(self._chunks.starts[k], self._ends.before(stop), Rank.POSTMODIFIER)

    def _is_party(self, k: int) -> bool:
        """Whether chunk k is a party with its constituency: *R-Vale*."""
        party, _, place = self._context.words_at(k)[0].partition("-")
        return party.lower() in self._language.party_letters and place[:1].isupper()

    def _after_body(self, i: int) -> Iterator[Role]:
        """An office joined to a body by *and*: *Ida Berg, Rill College, and head of the trust*."""
        body = _BODY_AND.match(self._tags, i + 1)
        if body and self._context.is_body(i + 2) and self._is_completed(body.end()):
            yield from self._appositions.find(body.end(), body.end())

    def _is_completed(self, k: int) -> bool:
        """Whether chunk k is a noun for a person without an article, but with a complement."""
        completed = self._tags[k : k + 2] == SPEAKING_NOMINAL + PREPOSITION
        return (
            completed
            and self._words.is_person(self._heads[k])
            and not self._context.is_determined(k)
        )

    # -- where the labels of the name end --------------------------------------------------------

    def _after_labels(self, i: int) -> int:
        """The chunk after the name in chunk i, its party label and its suffix."""
        label = _LABEL.match(self._tags, i + 1)
        k = self._after_place_in_picture(label.end() if label else i + 1)
        suffixes = _SUFFIXES.match(self._tags, k)
        while suffixes and k < suffixes.end() and self._is_suffix(k + 1):
            k += 2
        return k

    def _is_suffix(self, k: int) -> bool:
        """Whether chunk k, between a comma after a name and another, is not an office: *R.N.*."""
        letters = self._context.is_rank_letters(k)
        return letters or not self._context.is_head(k)

    def _after_place_in_picture(self, k: int) -> int:
        """The comma after the words that locate somebody in a picture: *Ida Berg, far left | ,*."""
        comma = (
            self._tags.find(COMMA, k + 2, k + _IN_PICTURE) if self._tags[k : k + 1] == COMMA else -1
        )
        placed = comma > 0 and self._heads[comma - 1] in self._language.places_in_picture
        return comma if placed else k
