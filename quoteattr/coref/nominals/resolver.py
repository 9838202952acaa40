"""Resolve a nominal to an entity named next to it, a relative, or one described so before.

The tables of strategies below say in which order they are tried. Each has a reason, which
``explain()`` gives to readers: *“The actor” describes Ada Berg, because nobody else so far has this
role*.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from quoteattr.coref.discourse import Antecedent, DiscourseState
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.gender import personal_gender
from quoteattr.coref.nominals.antecedents import AntecedentModel
from quoteattr.coref.nominals.apposed_names import ApposedNames
from quoteattr.coref.nominals.bodies import Bodies
from quoteattr.coref.nominals.relatives import Relatives
from quoteattr.coref.nominals.role_holders import RoleHolders
from quoteattr.detect.alphabet import POSSESSIVE
from quoteattr.language.patterns import lazy_regex

#: an age after a determiner: *73-year-old*
_AGE = lazy_regex(r"\d+-\S+")


class NominalResolver:
    """Resolves nominals by the names next to them and the mentions before them."""

    def __init__(self, state: DiscourseState, model: AntecedentModel) -> None:
        self.state, self.model, self.language = state, model, state.language
        self.apposed, self.bodies = ApposedNames(state), Bodies(state)
        self.holders, self.relatives = RoleHolders(state), Relatives(state)

    def resolve(self, i: int, strategies: Sequence[Strategy]) -> Antecedent:
        """What the nominal in chunk i refers to, by the first strategy that finds it."""
        nominal, entity = Nominal(self, i), None
        for strategy in strategies:
            if strategy.applies(nominal):
                entity = strategy.find(nominal)
                if entity is not None or strategy.is_last:
                    break
        reason = strategy.reason if entity else ""
        if not strategy.is_weighed:
            return Antecedent(entity, reason=reason)
        is_body = strategy.find is Nominal.described and nominal.is_of_group()
        return nominal.choice._replace(entity=entity, reason=reason, is_body=is_body)


class Nominal:
    """A nominal to resolve."""

    def __init__(self, resolver: NominalResolver, i: int) -> None:
        self.resolver, self._state, self.language = resolver, resolver.state, resolver.language
        self.chunk, self.head = i, resolver.state.chunks.heads[i]

    @cached_property
    def words(self) -> list[str]:
        """Its words in lower case."""
        return self._state.table.words(self.chunk)

    @cached_property
    def choice(self) -> Antecedent:
        """The entity that the model chooses."""
        return self.resolver.model.choose(self._state, self.chunk)

    # -- conditions --------------------------------------------------------------------------------

    def has_pronoun(self) -> bool:
        """Whether a possessive pronoun begins it: *her husband*."""
        return self.words[0] in self.language.possessives

    def is_possessed(self) -> bool:
        """Whether a name with a possessive ending precedes it."""
        return self._state.tags[self.chunk - 1 : self.chunk] == POSSESSIVE

    def is_relative_of_name(self) -> bool:
        """*Travis Berg’s mother*."""
        return self.is_possessed() and self.head in self.language.family

    def is_plural(self) -> bool:
        """Whether it refers to several: *the mayors*, *the couple*."""
        return self._state.plurals.is_plural_or_pair(self.head)

    def is_indefinite(self) -> bool:
        """*A mayor*; not *the mayor*, *Brack’s mayor*, *PAHO Director*."""
        first, language = self.words[0], self.language
        office = self.chunk in self._state.names.offices and first not in language.determiners
        return not (first in language.definite or office or self.is_possessed())

    def is_not_definite(self) -> bool:
        """Whether it begins with another word than *the* or *that*."""
        return self.words[0] not in self.language.definite

    def is_bare(self) -> bool:
        """Whether it is a determiner and a noun."""
        return self._state.is_bare(self.chunk)

    def is_introduced(self) -> bool:
        """Whether it refers to somebody without a name: *An expert spoke. The expert said …*."""
        return self.is_bare() and self._state.has_nameless_antecedent(self.chunk)

    def is_press_piece(self) -> bool:
        """*The article*."""
        return self.head in self.language.press_pieces

    def is_age(self) -> bool:
        """*The 33-year-old*."""
        return len(self.words) == 2 and _AGE.fullmatch(self.words[1]) is not None

    def is_role(self) -> bool:
        """Whether its noun describes an entity somewhere in the article."""
        return self.head in self._state.entities_by_noun

    def is_of_group(self) -> bool:
        """Whether its noun is only one for groups: its entity is no person from there on."""
        language = self.language
        return self.head in language.group_nouns and self.head not in language.person_nouns

    # -- strategies --------------------------------------------------------------------------------

    def described(self) -> Entity | None:
        """The entity that the model chooses; the person who asks does not answer."""
        entity, state = self.choice.entity, self._state
        if entity is None or state.has_asked(entity, self.chunk):
            return None
        return None if self.resolver.holders.excludes(self.chunk, entity) else entity

    def only_described(self) -> Entity | None:
        """The only entity so far that the noun describes: *the juggler*, Ada Berg, a juggler."""
        described = self._state.entities_by_noun[self.head]
        return self._state.only_before(described, self.chunk) if self.is_bare() else None

    def called(self) -> Entity | None:
        """The entity last mentioned whose name ends with the noun: *the mill*, Brack Mill."""
        recent = self._state.recent_entities()
        named = (e for e in recent if len(e.words) > 1 and not e.usage.titled)
        return next((e for e in named if e.words[-1].lower() == self.head), None)

    def nobody(self) -> None:
        """None: the text does not name its referent."""


def _always(nominal: Nominal) -> bool:
    """Whether the nominal is one."""
    return True


class Strategy(NamedTuple):
    """A way to find the entity of a nominal."""

    #: why a nominal refers to the entity that it finds, as a clause; empty if it finds none
    reason: str
    find: Callable[[Nominal], Entity | None]
    #: the nominals for which it is tried
    applies: Callable[[Nominal], bool] = _always
    #: whether no further strategy is tried for these
    is_last: bool = False
    #: whether the model’s probability of its choice says how certain the name is
    is_weighed: bool = False


#: for nominals of which only the name next to them is certain
APPOSED = (Strategy("the name is next to it", lambda n: n.resolver.apposed.find(n.chunk)),)
#: for a nominal with a noun of the tables, in the order in which they are tried
OF_NOUN = (
    *APPOSED,
    Strategy(
        "the text names one such relative",
        lambda n: n.resolver.relatives.of_possessive(
            n.chunk, personal_gender(n.words[0], n.language)
        ),
        Nominal.has_pronoun,
        is_last=True,
    ),
    Strategy(
        "this relative has the same last name",
        lambda n: n.resolver.relatives.of_name(n.chunk, n.head),
        Nominal.is_relative_of_name,
        is_last=True,
    ),
    Strategy("", Nominal.nobody, Nominal.is_plural, is_last=True),
    Strategy("", Nominal.nobody, Nominal.is_indefinite, is_last=True),
    Strategy("", Nominal.nobody, Nominal.is_introduced, is_last=True),
    Strategy(
        "it is the newspaper named last",
        lambda n: n.resolver.bodies.press(n.chunk),
        Nominal.is_press_piece,
        is_last=True,
    ),
    Strategy(
        "no other name so far has this noun",
        lambda n: n.resolver.bodies.named_so(n.chunk),
        Nominal.is_bare,
    ),
    Strategy(
        "no other name so far is of this kind",
        lambda n: n.resolver.bodies.of_kind(n.chunk),
        Nominal.is_bare,
    ),
    Strategy(
        "somebody with an office there speaks",
        lambda n: n.resolver.bodies.of_officer(n.chunk),
        Nominal.is_bare,
    ),
    Strategy("nobody else so far has this role there", lambda n: n.resolver.holders.find(n.chunk)),
    Strategy(
        "nobody else so far has this role",
        lambda n: n.resolver.holders.only(n.chunk),
        is_weighed=True,
    ),
    Strategy("it fits nobody else so far as well", Nominal.described, is_weighed=True),
    Strategy(
        "the sentence before is about it",
        lambda n: n.resolver.bodies.of_topic(n.chunk),
        Nominal.is_bare,
        is_weighed=True,
    ),
    Strategy(
        "no other organization is named so far",
        lambda n: n.resolver.bodies.only_body(n.chunk),
        Nominal.is_bare,
        is_weighed=True,
    ),
)
#: for a nominal with another noun: *his opposite number, NAME,*; *the juggler*; *the 33-year-old*
OF_UNKNOWN_NOUN = (
    Strategy("the name follows it", lambda n: n.resolver.apposed.named_after(n.chunk)),
    Strategy("", Nominal.nobody, Nominal.is_not_definite, is_last=True),
    Strategy(
        "the text gives this age", Nominal.described, Nominal.is_age, is_last=True, is_weighed=True
    ),
    Strategy("", Nominal.nobody, Nominal.is_plural, is_last=True),
    Strategy("nobody else so far has this role", lambda n: n.resolver.holders.only(n.chunk)),
    Strategy(
        "it fits nobody else so far as well", Nominal.described, Nominal.is_role, is_weighed=True
    ),
    Strategy(
        "nobody else so far is described so",
        Nominal.only_described,
        Nominal.is_role,
        is_last=True,
        is_weighed=True,
    ),
    Strategy("the name ends with this noun", Nominal.called),
)
