"""Find appositions after a name: *Ida Berg, | then the mayor of Brack,*."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coref.roles.context import MODIFIERS, NAMES_AND_WORDS, RoleContext, RoleReader
from quoteattr.coref.roles.ends import RoleEnds
from quoteattr.coref.roles.modifiers import Modifiers
from quoteattr.coref.roles.role import Rank, Role
from quoteattr.detect.alphabet import (
    ADVERBIAL,
    COMMA,
    CUE,
    NAME,
    NOUN_PHRASE,
    OTHER_NOMINAL,
    POSSESSIVE,
    PRONOUN,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.detect.patterns.row_regex import one_of
from quoteattr.language.patterns import lazy_regex

#: the end of an aside: *Ida Berg, the mayor,*
_CLOSERS = frozenset(tags("COMMA|END|OPEN_BRACKET|CLOSE_BRACKET|QUOTE|DASH|COLON"))
#: tags that begin with a determiner, tags after a name, and tags before a noun
_NOUN_PHRASES = frozenset(NOUN_PHRASE)
_MODIFIED = frozenset((*MODIFIERS, SPEAKING_NOMINAL))
_MODIFIERS_AND_NAME = frozenset((*MODIFIERS, NAME))
_MOST_MODIFIERS = 4
#: a name at the start of its sentence, and a comma; and its verb
_SUBJECT = lazy_regex(f"(?:^|{one_of('END')}){encode('{NAME} {COMMA}')}$")
_VERBS = tags("SAYING|AUXILIARY|COPULA")
_ADVERBIALS = frozenset(ADVERBIAL)
#: how an apposition without a determiner continues, and one with *a*
_AFTER_BARE = tags("SAYING|AUXILIARY|COPULA|TIME")
_AFTER_DETERMINED = tags("SUBORDINATOR|TIME|PREPOSITION")
#: in order: a noun that is spelt like a verb, and a noun for a person
_CUE_AND_NOUN = frozenset(cue + SPEAKING_NOMINAL for cue in CUE)


class AppositionFinder(RoleReader):
    """Finds the appositions after the names of one article."""

    def __init__(self, context: RoleContext, ends: RoleEnds) -> None:
        super().__init__(context)
        self._ends, self._modifiers = ends, Modifiers(context)

    def find(self, first: int, k: int) -> Iterator[Role]:
        """An apposition from chunk k on; an age or adverb may precede it from *first* on."""
        k += self._is_adverb(k)
        head = self._opens_role(k)
        if head < 0:
            return
        stop = self._ends.stop(k)
        if self.is_closed(k, stop) and not self._context.is_body(head):
            start, end = self._chunks.starts[first], self._ends.before(stop)
            yield self._of_one(Role(start, end, Rank.BESIDE, head, self._heads[head]))

    def _is_adverb(self, k: int) -> bool:
        """Whether chunk k modifies the nominal after it: *then the mayor*; *herself a nurse*."""
        if self._tags[k + 1 : k + 2] not in _NOUN_PHRASES or not self._context.is_determined(k + 1):
            return False
        return self.is_adverbial(k)

    def is_adverbial(self, k: int) -> bool:
        """Whether chunk k is an adverb, a time or a reflexive: *formerly | of Vale College*."""
        time = self._tags[k : k + 1] in _ADVERBIALS
        return time or (
            self._heads[k : k + 1] != [] and self._heads[k] in self._language.bound_gender
        )

    def _of_one(self, role: Role) -> Role:
        """The role of one among several: the head of *one of the founders* is *founders*."""
        several = self._context.several_after(role.head)
        return role if several < 0 else role._replace(head=-1, noun=self._heads[several])

    # -- the noun of the apposition --------------------------------------------------------------

    def _opens_role(self, k: int) -> int:
        """The head of a nominal that is a role and begins with chunk k; -1 if there is none."""
        tags, is_head = self._tags, self._context.is_head
        while tags[k + 1 : k + 2] == POSSESSIVE:
            k += 2
        low = k
        while k - low < _MOST_MODIFIERS and self._modifies(k):
            k += 1
        tag = tags[k : k + 1]
        if k > low and tag in _NOUN_PHRASES and self._context.is_determined(k):
            return -1
        if tag == PRONOUN:
            return k if self._heads[k] in self._language.indefinite else -1
        if tag == OTHER_NOMINAL:  # *a mental health | support | worker*
            compound = self._tags[k + 1 : k + 3] in _CUE_AND_NOUN
            return k + 2 if compound else k
        if tag == SPEAKING_NOMINAL:
            return k + self._modifies_noun(k)
        if tag not in NAMES_AND_WORDS or self._context.is_rank_letters(k):
            return -1
        return k if is_head(k) or k in self._context.names.offices else -1

    def _modifies(self, k: int) -> bool:
        """Whether chunk k modifies the noun after it: *Vale | project | director*."""
        tag, after = self._tags[k : k + 1], self._tags[k + 1 : k + 2]
        if tag not in _MODIFIERS_AND_NAME or self._context.is_head(k):
            return False
        if tag != NAME:
            return self._modifiers.can_modify(k)
        return after in _MODIFIED

    def _modifies_noun(self, k: int) -> bool:
        """Whether chunk k, a body, modifies a noun for a person: *media | contact for them*."""
        body = self._heads[k] in self._language.group_nouns
        return body and any(map(self._words.is_person, self._heads[k + 1 : k + 2]))

    # -- its end ---------------------------------------------------------------------------------

    def is_closed(self, k: int, stop: int) -> bool:
        """Whether the chunks from k to another are an aside: not *Here, the mayor said*."""
        if stop >= len(self._tags) or self._tags[stop] in _CLOSERS:
            return True
        if self._ends.closes_aside(stop - 1):
            return True
        if not self._context.is_determined(k):
            return self._tags[stop] in _AFTER_BARE
        if self._context.is_definite(k):
            return False
        return self._tags[stop] in _AFTER_DETERMINED or self._goes_on_unclosed(k, stop)

    def _goes_on_unclosed(self, k: int, stop: int) -> bool:
        """Whether the name begins its sentence, and its verb is chunk *stop*, without a comma.

        *Ida Berg, a nurse in Vale told the court*; but *Ida Berg, a friend said, is a nurse*.
        """
        opens = _SUBJECT.search(self._tags, max(0, k - 3), k)
        return bool(opens) and self._tags[stop] in _VERBS and self._tags[stop + 1 :][:1] != COMMA
