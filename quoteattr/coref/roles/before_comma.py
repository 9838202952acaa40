"""Find appositions before a comma and the name or pronoun: *the mayor of Brack, Ida Berg, said*."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coref.roles.context import ONE_OF, RoleReader
from quoteattr.coref.roles.role import Rank, Role
from quoteattr.detect.alphabet import (
    COMMA,
    CONJUNCTION,
    LABEL,
    NAME,
    PREPOSITION,
    SAYING,
    SENTENCE_EDGES,
    SUBORDINATOR,
)
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.language.patterns import lazy_regex

#: maximum number of chunks of an apposition
_LONGEST = 12
#: a nominal: possessors, modifiers, head, a second head
_NOMINAL = (
    "({NAME|NOMINAL} ({PREPOSITION} {NAME})? {POSSESSIVE})*"
    " {OTHER_WORD|CUE_NOUN|ING_FORM|NUMBER}{0,3} {NAME|NOMINAL|OTHER_WORD}"
    " ({CONJUNCTION} {OTHER_WORD|CUE_NOUN|ING_FORM|NUMBER}{0,2} {NAME|NOMINAL|OTHER_WORD})?"
)
#: tags in the complement of a nominal, after its preposition
_COMPLEMENT = (
    "{OTHER_WORD|CUE|ING_FORM|PAST_FORM|NUMBER|TIME|NAME|NOMINAL|PRONOUN|CONJUNCTION|POSSESSIVE}"
)
#: an acronym after its long form: *the Vale Trust | (VT)*
_IN_BRACKETS = "({OPEN_BRACKET} {NAME|OTHER_WORD|NOMINAL} {CLOSE_BRACKET})?"
#: a nominal with complements before a comma and the name; *one of her friends*;
#: *founder and one of the trustees*
_COMPLETE = lazy_regex(
    encode(
        f"(({{SPEAKING_NOMINAL}} {{CONJUNCTION}})? {{PRONOUN}} {{PREPOSITION}} {{DETERMINER}}?)?"
        f" {_NOMINAL} {_IN_BRACKETS}"
        f" ({{PREPOSITION|AGENT_MARKER}} {_COMPLEMENT}{{1,8}} {_IN_BRACKETS})*"
    )
)
#: tags of a nominal
_IN_NOMINAL = frozenset(
    tags(
        "NAME|NOMINAL|OTHER_WORD|CUE_NOUN|ING_FORM|NUMBER|PAST_FORM|PREPOSITION|CONJUNCTION"
        "|POSSESSIVE|CUE|TIME|PRONOUN|AGENT_MARKER|OPEN_BRACKET|CLOSE_BRACKET|DETERMINER"
    )
)
#: a body after a comma: *the chairman | , Agency for Roads (ARB)*
_BODY = lazy_regex(
    encode("{COMMA} {NAME} ({PREPOSITION} {NAME|OTHER_WORD|NOMINAL}{1,2})?")
    + encode(_IN_BRACKETS)
    + "$"
)
_BODY_CHUNKS = 8
#: what may follow a name after its role and a comma: *the mayor, Ida Berg, | said*
_AFTER_NAME = frozenset(
    (
        "",
        *tags(
            "COMMA|END|OPEN_BRACKET|CLOSE_BRACKET|QUOTE|DASH|COLON|STRAY_MARK"
            "|RELATIVE|SAYING|AUXILIARY|COPULA"
        ),
    )
)
#: in order: *Rill,*; *Rill University’s*; *of Dalby*; *Dalby, Norland,*; *, said,*; the end of
#: another name before a nominal
_NAME_AND_COMMA = NAME + COMMA
_AT_NAME = PREPOSITION + NAME
_PLACE = _NAME_AND_COMMA * 2
_INSERTED = SAYING + COMMA
_OTHER_NAME = frozenset((_NAME_AND_COMMA, LABEL + COMMA))


class PreposedFinder(RoleReader):
    """Finds the appositions that stand before names and pronouns in one article."""

    def before_name(self, i: int) -> Iterator[Role]:
        """A nominal before a comma and the name: *the mayor of Brack, Ida Berg, said*."""
        closed = self._tags[i + 1 : i + 2] in _AFTER_NAME
        for first, role in self._apposition(i):
            if closed or self._fronts(first):
                yield role

    def before_pronoun(self, i: int) -> Iterator[Role]:
        """A nominal before a comma and a pronoun: *a nurse by training, she runs the clinic*."""
        comma, inserted = self._tags[i - 1 : i] == COMMA, self._tags[i + 1 : i + 3] == _INSERTED
        if comma and not inserted:
            yield from (role for first, role in self._apposition(i) if self._fronts(first))

    def _apposition(self, i: int) -> Iterator[tuple[int, Role]]:
        """The nominal before the comma before chunk i, and its first chunk."""
        tags, context, first, stop = self._tags, self._context, -1, self._before_body(i - 1)
        for k in range(stop - 1, max(-1, stop - 1 - _LONGEST), -1):
            if tags[k] not in _IN_NOMINAL:
                break
            if (
                _COMPLETE.fullmatch(tags, k, stop)
                and self._opens(k)
                and context.heads_role(k, stop)
            ):
                first = k
        if tags[max(0, first - 4) : first] == _PLACE and context.is_determined(first - 4):
            first -= 4  # *the Dalby, Norland, | mayor*
        # *Bo, a friend, Ida Berg* is a list, or the nominal belongs to the name before it
        if first < 0 or tags[max(0, first - 2) : first] in _OTHER_NAME:
            return
        start, end, head = (
            self._chunks.starts[first],
            self._chunks.ends[i - 2],
            context.head(first, stop),
        )
        if self._is_age_of_life(first, head):
            return
        one_of = tags[first : first + 2] == ONE_OF
        yield first, Role(start, end, Rank.BESIDE, -1 if one_of else head, self._heads[head])

    def _is_age_of_life(self, k: int, head: int) -> bool:
        """Whether the nominal from chunk k on gives a time of life: *as | a girl, Berg slept*."""
        capacity = not self._language.capacity.isdisjoint(self._heads[k - 1 : k])
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
        return body.start() if place or self._context.is_body(name) else comma

    def _is_given(self, k: int) -> bool:
        """Whether chunk k begins with a given name."""
        return self._context.words_at(k)[0].lower() in self._language.given_names

    def _opens(self, k: int) -> bool:
        """Whether an apposition can begin with chunk k: not *a deft and | liberal rival, NAME*."""
        joined = self._tags[k - 1 : k] == CONJUNCTION and not self._context.is_determined(k)
        return self._context.can_open(k) and not joined

    def _fronts(self, k: int) -> bool:
        """Whether a phrase from chunk k on is fronted and describes the subject after a comma.

        *A nurse by training, Ida Berg runs the clinic*; *as head of the trust, Berg knows it*.
        """
        before = self._tags[k - 1 : k]
        if before == SUBORDINATOR:
            return self._heads[k - 1] in self._language.capacity
        return before in SENTENCE_EDGES and not self._context.is_definite(k)
