"""Find roles that a verb gives to its subject.

*Berg is the mayor*; *Berg became mayor*; *Berg was named coach*; *Berg works as a baker*; *Berg
teaches at Vale College*.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coref.names.offices import is_age
from quoteattr.coref.roles.context import SPEAKERS, RoleContext, RoleReader
from quoteattr.coref.roles.ends import RoleEnds
from quoteattr.coref.roles.role import Rank, Role
from quoteattr.detect.alphabet import (
    ADVERB,
    AUXILIARY,
    NOUN_PHRASE,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
)
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.language.patterns import lazy_re, lazy_regex

#: maximum number of chunks between a subject and its occupation
_WORKS = 10
#: an aside between a subject and its verb
_ASIDE = lazy_re(encode("{COMMA} {^COMMA|END|QUOTE}{1,12} {COMMA}"))
#: a form of *be* with its auxiliaries and adverbs: *has long been*, *is now*
_COPULA = lazy_regex(
    encode("({AUXILIARY} {ADVERB|OTHER_WORD}{0,2})? {ADVERB}? {COPULA} {AUXILIARY|ADVERB}?")
)
#: where or for whom somebody works, or what for: *for the town*, *her money*
_FIELD = lazy_regex(
    encode("{PREPOSITION|AGENT_MARKER}? {DETERMINER}? {OTHER_WORD|NAME|NOMINAL|TIME|NUMBER}{0,3}")
)
_NOUN_PHRASES = frozenset(NOUN_PHRASE)
#: tags before the subject of a predicate
_SUBJECT_BOUNDS = tags("COMMA|END|QUOTE|NAME")


class PredicateFinder(RoleReader):
    """Finds the roles after the verbs of one article."""

    def __init__(self, context: RoleContext, ends: RoleEnds) -> None:
        super().__init__(context)
        self._ends = ends

    def find(self, i: int) -> Iterator[Role]:
        """The first role that a verb gives to the subject in chunk i."""
        verb = self._after_aside(i)
        for k in (self._after_copula(verb), self._after_change(verb)):
            if 0 <= k < len(self._tags) and self._is_nominal(i, k):
                yield self._nominal(k)
                return
        yield from self._occupation(i)
        yield from self._activity(i, verb)

    def _after_aside(self, i: int) -> int:
        """The chunk after the subject in chunk i and its aside: *Ida Berg, 43, | is a nurse*."""
        aside = _ASIDE.match(self._tags, i + 1)
        return aside.end() if aside else i + 1

    def _after_copula(self, verb: int) -> int:
        """The chunk after a form of *be*, and *named* or the like; -1 if there is none."""
        copula = _COPULA.match(self._tags, verb)
        if copula is None:
            contracted = self._context.first_word(verb) in self._language.contracted_be
            return verb + 1 if contracted and self._tags[verb] == AUXILIARY else -1
        if any(self._is_negated(k) for k in range(*copula.span())):
            return -1
        return copula.end() + self._is_word(copula.end(), self._language.appointed)

    def _is_negated(self, k: int) -> bool:
        """Whether the word in chunk k negates: *not*, *isn’t*."""
        head, language = self._heads[k], self._language
        return head in language.negations or head.endswith(language.negated_ending)

    def _after_change(self, verb: int) -> int:
        """The chunk after *became* or the like, or that begins with it; -1 if there is none."""
        if self._is_word(verb, self._language.becoming):
            return verb + 1
        return verb if self._context.first_word(verb) in self._language.becoming else -1

    def _is_word(self, k: int, among: frozenset[str]) -> bool:
        """Whether chunk k is a single word, one of these."""
        return self._context.first_word(k) in among and len(self._context.words_at(k)) == 1

    # -- nominals --------------------------------------------------------------------------------

    def _is_nominal(self, i: int, k: int) -> bool:
        """Whether the nominal from chunk k on is a role of the subject in chunk i."""
        if self._context.several_after(k) >= 0:
            return True
        head = self._after_possessors(k)
        # *no stranger to the sea*
        negated = self._context.first_word(k) in self._language.negations
        if negated or self._tags[head : head + 1] not in _NOUN_PHRASES:
            return False
        is_noun = self._context.is_head(head) or is_age(self._heads[head], self._language)
        return is_noun or self._tags[i] == RELATIVE

    def _after_possessors(self, k: int) -> int:
        """The head of the nominal from chunk k on: *Brack’s | first mayor*."""
        while self._tags[k + 1 : k + 2] == POSSESSIVE:
            k += 2
        return k

    def _nominal(self, k: int) -> Role:
        """The role from chunk k on, without the verb that its chunk may begin with."""
        start, language = self._chunks.starts[k], self._language
        verb = self._context.first_word(k)
        if verb in language.becoming or verb in language.appointed:
            start += len(verb) + 1
        end = self._ends.before(self._ends.stop(k))
        several = self._context.several_after(k)
        if several >= 0:
            return Role(start, end, Rank.PREDICATE, -1, self._heads[several])
        head = self._after_possessors(k)
        return Role(start, end, Rank.PREDICATE, head, self._heads[head])

    def _occupation(self, i: int) -> Iterator[Role]:
        """The occupation after a verb: *Berg works as a baker*; *Berg took over as mayor*."""
        heads, language = self._heads, self._language
        for k in range(i + 1, min(i + _WORKS, len(self._tags) - 2)):
            if self._tags[k] in _SUBJECT_BOUNDS:
                return
            if self._context.first_word(k) not in language.occupied:
                continue
            joint = self._after_field(k + 1)
            occupation = joint + 1
            if heads[joint] in language.capacity and self._tags[occupation] in SPEAKERS:
                stop = self._ends.stop(occupation)
                start, end = self._chunks.starts[occupation], self._ends.before(stop)
                yield Role(start, end, Rank.BESIDE, occupation, heads[occupation])
                return

    def _after_field(self, k: int) -> int:
        """The chunk after where or for whom somebody works: *works | for the town | as a baker*.

        Also after a particle or a plain object: *took over | as mayor*, *earns money as a baker*.
        """
        field = _FIELD.match(self._tags, k, len(self._tags) - 1)
        after = field.end() if field else k
        return after if self._heads[after] in self._language.capacity else k

    # -- what somebody does ----------------------------------------------------------------------

    def _activity(self, i: int, verb: int) -> Iterator[Role]:
        """The activity of a living: *Berg teaches at Vale College*; *Berg owns a mill*."""
        tags = self._tags
        verb += tags[verb : verb + 1] == ADVERB
        verb += tags[verb : verb + 1] == AUXILIARY and self._is_real(verb)
        if self._tags[i] == RELATIVE or not self._is_activity(verb):
            return
        stop = self._ends.stop(verb)
        yield Role(self._chunks.starts[verb], self._ends.before(stop), Rank.POSTMODIFIER)

    def _is_real(self, k: int) -> bool:
        """Whether the auxiliary in chunk k does not make the activity a chance or a denial."""
        return not self._is_negated(k) and self._heads[k] not in self._language.modals

    def _is_activity(self, verb: int) -> bool:
        """Whether chunk *verb* is a verb of an activity, before a body, place or object."""
        language, object_tag = self._language, self._tags[verb + 1 : verb + 2]
        if object_tag == PREPOSITION and self._heads[verb + 1] in language.activity_joints:
            return self._is_word(verb, language.engaged)
        return object_tag in _NOUN_PHRASES and self._is_word(verb, language.managing)
