"""An entity: somebody or something that an article names, with the evidence about it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from attrs import Factory, define, field

from quoteattr.coref.names.forms import NameForm, family_first, is_organisation
from quoteattr.language import ENGLISH, Language

#: minimum share of men, or of women, among the bearers of a given name, in percent, to show a
#: gender
_CLEAR = 95


@define(eq=False)
class Usage:
    """How the article uses a name: the number of mentions of each kind."""

    #: after a preposition of place
    placed: int = 0
    #: with only an article before the name
    determined: int = 0
    #: as the subject of a verb
    speaking: int = 0
    #: as the speaker of a quote
    quoted: int = 0
    #: with a title
    titled: int = 0
    #: with an age
    aged: int = 0


@define(eq=False)
class Entity:
    """Somebody or something with a name, and what the text says about it."""

    #: the words of the fullest form so far, without titles
    words: NameForm
    language: Language = field(default=ENGLISH, repr=False)
    #: indices of the chunks that name it, in order
    chunks: list[int] = Factory(list)
    #: how often its full name occurs
    in_full: int = 0
    #: evidence for m (he), f (she)
    gender: dict[str, float] = Factory(lambda: {"m": 0.0, "f": 0.0})
    #: heads of the nominals that describe it: *senator*, *manager*
    roles: set[str] = Factory(set)
    #: nouns for who does what it does: *coach*, of who coaches; a body may do so, too
    act_roles: set[str] = Factory(set)
    usage: Usage = Factory(Usage)
    #: the gender that its title shows, *Mrs.* or *his wife*
    honorific: str = ""
    #: the gender that words of kinship for it show: *her husband, Sten*
    kin_gender: str = ""
    #: the suffix as written: *Jr.*, *II*
    suffix: str = ""

    @property
    def name(self) -> str:
        """The fullest name, as spelt in the text."""
        return " ".join((*self.words, self.suffix) if self.suffix else self.words)

    @property
    def organisation(self) -> bool:
        """Whether the name is like an organisation's."""
        return is_organisation(self.words, self.language)

    @cached_property
    def noun(self) -> str:
        """The head of a name of several words, in lower case: *bank*, also in *Bank of Tresk*."""
        words = [word.lower() for word in self.words]
        joints = (k for k, word in enumerate(words) if word in self.language.body_joints)
        head = next(joints, len(words)) - 1
        return words[head] if len(words) > 1 else ""

    @property
    def heading(self) -> bool:
        """Whether the words are in capitals, as in a line above an article: *FERRY STOPS*."""
        return len(self.words) > 1 and all(word.isupper() and len(word) > 2 for word in self.words)

    @property
    def firm(self) -> bool:
        """Whether the name ends like a firm's: *Peabody Energy*."""
        return self._closes_with(self.language.firm_endings)

    @property
    def thing(self) -> bool:
        """Whether the first or the last word is one in names of things, places and events."""
        opens = len(self.words) > 1 and self.words[0].lower() in self.language.thing_openers
        return opens or self._closes_with(self.language.thing_words)

    @property
    def road_or_water(self) -> bool:
        """Whether the last word is one in names of roads and waters: *Quay Street*."""
        return self._closes_with(self.language.way_words)

    def _closes_with(self, nouns: frozenset[str]) -> bool:
        """Whether the last of several words is among these."""
        return len(self.words) > 1 and self.words[-1].lower() in nouns

    @property
    def gendered(self) -> bool:
        """Whether anything shows a gender."""
        return any(self.gender.values())

    @property
    def shown_person(self) -> bool:
        """Whether a title or a gender shows that it is a person."""
        return self.usage.titled > 0 or self.gendered

    @cached_property
    def given_gender(self) -> str:
        """The gender that the given name shows, *Nicole Berg*; otherwise empty."""
        words, language = self.words, self.language
        if words[0].lower() in language.regnal:
            return given_name_gender(words[-1], language)
        if len(words) < 2 or self.organisation or self.thing or family_first(words, language):
            return ""
        return given_name_gender(words[0], language)

    @cached_property
    def name_gender(self) -> str:
        """The gender that the given name shows, also one that stands alone: *Nicole*.

        Not after a title: *Dr Nicole* may be a last name.
        """
        alone = len(self.words) == 1 and not self.usage.titled
        return given_name_gender(self.words[0], self.language) if alone else self.given_gender

    @property
    def expected_gender(self) -> str:
        """The gender that kinship or given name show before any pronoun; empty if none."""
        return self.kin_gender or self.given_gender

    @property
    def acronym(self) -> bool:
        """Whether it is a single word in capitals."""
        return len(self.words) == 1 and len(self.words[0]) > 1 and self.words[0].isupper()

    def before(self, i: int) -> int:
        """The last chunk before chunk i that names it; -1 if there is none."""
        at = bisect_left(self.chunks, i)
        return self.chunks[at - 1] if at else -1


def given_name_gender(name: str, language: Language = ENGLISH) -> str:
    """``m`` or ``f`` if 95 of 100 bearers of a given name have that gender, else empty.

    >>> given_name_gender("Nicole"), given_name_gender("Leslie"), given_name_gender("Bolormaa")
    ('f', '', '')
    """
    share = language.given_names.get(name.lower())
    if share is None:
        return ""
    return "m" if share >= _CLEAR else "f" if share <= 100 - _CLEAR else ""
