"""From a mention to its speaker: the people and organisations of one article.

A ``Cast`` joins what the rooms below know: ``entities`` gathers the names, ``evidence`` what the
text says about each, ``coreference`` whom the other mentions go back to. All evidence is the
text's own; there is no list of first names.
"""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr.coref.antecedents import AntecedentModel
from quoteattr.coref.certainty import Way, read_way
from quoteattr.coref.clusters import units_of
from quoteattr.coref.coreference import resolve
from quoteattr.coref.discourse import is_plural
from quoteattr.coref.entities import Entity, Roster
from quoteattr.coref.evidence import describe, vote_by_pronouns
from quoteattr.coref.forms import name_words
from quoteattr.detect.chunks import Units
from quoteattr.detect.lexicon import GROUP_NOUNS, PERSON_NOUNS
from quoteattr.language.en import tables as en
from quoteattr.language.en.word_lists import given_names
from quoteattr.records import Span

#: verbs as nouns are spelt: no inflected form
_BASES = en.REPORTING | en.SAYING
#: words that open an office, and the prepositions that go on with one: *ambassador to the UN*
_OFFICES, _OFFICE_JOINTS = PERSON_NOUNS | en.TITLES.keys(), frozenset({"of", "to", "for"})
#: units in which the office of a mention is looked for
_OFFICE = 7

__all__ = ["Cast", "Entity", "name_words"]


class Cast:
    """The entities of one article, and whom each mention stands for."""

    def __init__(
        self,
        text: str,
        units: Units,
        clusters: Iterable[Iterable[Span]] = (),
        model: AntecedentModel | None = None,
    ) -> None:
        self.text, self.units = text, units
        self._roster = roster = Roster(text, units, units_of(clusters, units))
        self.entities: list[Entity] = roster.entities
        for entity in roster.entities:
            for unit in entity.units:
                describe(roster, entity, unit)
        votes = vote_by_pronouns(roster)
        for unit in roster.settle_families():
            describe(roster, roster.of_unit[unit], unit)
        vote_by_pronouns(roster, votes)
        self._full = {entity.name for entity in roster.entities}
        self._names: dict[Entity, str] = {}
        #: the entity of each mention, None where the text names nobody
        self._said = resolve(roster, model)
        self.of_unit = self._said.of_unit

    def entity_of(self, i: int) -> Entity | None:
        """The entity that the mention in unit i stands for, None where the text names none."""
        return self.of_unit.get(i)

    def speaker(self, i: int) -> str:
        """The speaker that the mention in unit i stands for.

        Returns:
            The fullest name of the entity, or the mention's own words where the text names nobody.
        """
        first, last = self._speaking(i)
        entity = self.entity_of(last)
        if entity is None:
            nominal = self._said.nameless.get(first)
            return self._words(first, last) if nominal is None else self._words(nominal, nominal)
        if entity not in self._names:
            single = len(entity.words) == 1
            self._names[entity] = self._name_in_quotes(entity) if single else entity.name
        return self._names[entity]

    def way(self, i: int) -> Way:
        """How the speaker that the mention in unit i stands for was reached."""
        return read_way(self._said, self._speaking(i)[1])

    def _speaking(self, i: int) -> tuple[int, int]:
        """The first unit of who speaks, where the mention in unit i begins, and the unit of it."""
        modified = self._modified(i)
        first = i if modified is None else modified
        possessed = self._possessed(first)
        return first, first if possessed is None else possessed

    def _possessed(self, i: int) -> int | None:
        """The person or group that the name in unit i possesses, and that speaks: *NAME's wife*."""
        units = self.units
        if units.symbols[i] != "N" or units.symbols[i + 1 : i + 2] != "'":
            return None
        possessed = units.symbols[i + 2 : i + 3] in ("D", "E", "w")
        head = units.heads[i + 2] if possessed else ""
        return i + 2 if head in PERSON_NOUNS or head in GROUP_NOUNS else None

    def _modified(self, i: int) -> int | None:
        """The person whose office begins with the mention: *Hill campaign spokesman NAME*."""
        units = self.units
        if units.symbols[i] not in "ND":
            return None
        for k in range(i + 1, min(i + _OFFICE, len(units.symbols))):
            if units.starts[k] != units.ends[k - 1] + 1:
                return None
            if units.symbols[k] == "N":
                if self._opens_with_office(k) or (k > i + 1 and self._follows_noun(k)):
                    return k
                if units.symbols[k - 1] != "o":
                    return None
            elif not self._in_office(i, k):
                return None
        return None

    def _opens_with_office(self, k: int) -> bool:
        """The unit begins with an office or title before the name itself."""
        units = self.units
        if units.starts[k] < units.mention_starts[k]:
            return True
        entity = self._roster.of_unit.get(k)
        words = self._roster.usage.mention(k).split()
        titles = (w for w in words[:-1] if w.lower() in _OFFICES or w.isupper())
        return entity is not None and any(w not in entity.words for w in titles)

    def _follows_noun(self, k: int) -> bool:
        """A person's name, by its given name, right after a noun: *HGSU steward Ada Berg*."""
        entity = self._roster.of_unit.get(k)
        if entity is None or len(entity.words) < 2 or entity.organisation or entity.thing:
            return False
        return self.units.symbols[k - 1] in "wKD" and entity.words[0].lower() in given_names()

    def _in_office(self, i: int, k: int) -> bool:
        """The unit k can go on with the office that begins in unit i.

        No verb after one name stands in its base form; such a word there is a noun.
        """
        symbol, head = self.units.symbols[k], self.units.heads[k]
        alone = (
            self.units.symbols[i] == "D" and self.units.starts[i] == self.units.mention_starts[i]
        )
        if symbol == "&":
            first = self._roster.usage.whole(i).split()[0].lower()
            several = is_plural(self.units.heads[i])
            return k == i + 1 and alone and first not in en.DETERMINERS and not several
        if symbol == "o":
            return head in _OFFICE_JOINTS and self.units.symbols[k - 1] in "NDwK"
        if symbol == "w" and k == i + 1:
            return not head.endswith("s") and head not in en.PAST_FORMS
        return symbol in "wKD" or (symbol in "RS" and head in _BASES)

    def _words(self, first: int, last: int) -> str:
        """The words of the mentions in these units, as they stand."""
        return " ".join(
            self.text[self.units.mention(first).start : self.units.mention(last).end].split()
        )

    def _name_in_quotes(self, entity: Entity) -> str:
        """The fuller name that stands only inside quotes, or else the word itself."""
        word = entity.words[0]
        if not word[:1].isupper() or entity.acronym or self._roster.usage.has_demonym(word):
            return word
        for words in self._roster.usage.fuller(word):
            if " ".join(words) not in self._full:
                return " ".join(words)
        return word
