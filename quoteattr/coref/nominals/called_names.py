"""Find the name by which a nominal is called: *a baker named NAME*, *who gave his name as NAME*."""

from __future__ import annotations

from quoteattr.coref.discourse import DiscourseReader
from quoteattr.coref.entities.attributes import is_called
from quoteattr.coref.entities.entity import Entity
from quoteattr.detect.patterns.pattern import encode
from quoteattr.detect.patterns.row_regex import capture, one_of
from quoteattr.language.patterns import lazy_re

#: the name at the end, which owns nothing: *who called himself Ida Berg’s friend*
_NAME = f"{one_of('NAME')}(?!{one_of('POSSESSIVE')})"
_LINK = f"(?:{encode('{ADVERB}*')}{capture('link', 'SUBORDINATOR|PREPOSITION|AGENT_MARKER')})?"
#: a participle and a name after a nominal: *named NAME*, *, identified only as NAME*; a relative
#: clause with such a verb: *who goes by NAME*, *who asked to be called NAME*
_CALLED = lazy_re(
    encode("{COMMA}? ({RELATIVE} ({CUE|OTHER_WORD} {PREPOSITION})? {AUXILIARY|ADVERB|COPULA}*)?")
    + capture("verb", "CUE|PAST_FORM|OTHER_WORD")
    + _LINK
    + _NAME
)
#: a verb, its object and a name: *giving her name as NAME*, *who identified himself as NAME*
_SELF_NAMED = lazy_re(
    encode("{COMMA}? ({RELATIVE} {AUXILIARY|ADVERB}*)?")
    + capture("verb", "CUE|CUE_PARTICIPLE|PAST_FORM|ING_FORM|OTHER_WORD")
    + capture("object", "OBJECT_PRONOUN|OTHER_NOMINAL")
    + _LINK
    + _NAME
)


class CalledNames(DiscourseReader):
    """Finds the entity by whose name a nominal is called."""

    def find(self, i: int) -> Entity | None:
        """The name in a participle or relative clause after the nominal in chunk i.

        A noun for a person shows that it is a person’s, and maybe the gender: *a man named NAME*.
        """
        name = self._called(i)
        if name < 0:
            name = self._self_named(i)
        entity, head = self._table.of_chunk.get(name), self._heads[i]
        if entity is not None and head in self._language.person_nouns:
            self._state.show_person(entity, self._language.kinship.get(head, ""))
        return entity

    def _called(self, i: int) -> int:
        """*A baker named NAME*, *a witness identified only as NAME*, *a rebel who goes by NAME*."""
        match = _CALLED.match(self._tags, i + 1)
        if not match:
            return -1
        language, name = self._language, match.end() - 1
        if match["link"]:
            link, verb = (self._heads[match.start(part)] for part in ("link", "verb"))
            identified = link in language.capacity and verb in language.identified
            named = identified or (link in language.agent and verb in language.going)
        else:
            named = is_called(self._state.chunks, name)
        return name if named else -1

    def _self_named(self, i: int) -> int:
        """*A baker who gave her name as NAME*, *who identified himself as NAME*."""
        match = _SELF_NAMED.match(self._tags, i + 1)
        if not match:
            return -1
        language, k = self._language, match.start("object")
        own = self._state.is_possessed(k) and self._heads[k] in language.name_nouns
        calls = self._heads[match.start("verb")] in language.self_naming
        linked = not language.capacity.isdisjoint(self._heads[slice(*match.span("link"))])
        reflexive = self._heads[k] in language.reflexives and calls
        named = (own and linked) or (reflexive and (linked or not match["link"]))
        return match.end() - 1 if named else -1
