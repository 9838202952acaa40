"""From a mention to its speaker: the people and organisations of one article.

A ``Coreference`` joins what the modules below know: ``entities`` gathers the names, ``evidence``
what the text says about each, ``resolve`` whom the other mentions go back to. All evidence is the
text's own; there is no list of first names.
"""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr.coref.antecedents import AntecedentModel
from quoteattr.coref.certainty import Way, read_way
from quoteattr.coref.clusters import chunks_of
from quoteattr.coref.discourse import is_plural
from quoteattr.coref.entities import Entity, Roster
from quoteattr.coref.evidence import describe, vote_by_pronouns
from quoteattr.coref.forms import name_words
from quoteattr.coref.resolve import resolve
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.lexicon import GROUP_NOUNS, PERSON_NOUNS
from quoteattr.language.en import tables as en
from quoteattr.language.en.word_lists import given_names
from quoteattr.records import Span

#: verbs as nouns are spelt: no inflected form
_BASES = en.REPORTING | en.SAYING
#: words that open an office, and the prepositions that go on with one: *ambassador to the UN*
_OFFICES, _OFFICE_JOINTS = PERSON_NOUNS | en.TITLES.keys(), frozenset({"of", "to", "for"})
#: chunks in which the office of a mention is looked for
_OFFICE = 7

__all__ = ["Coreference", "Entity", "name_words"]


class Coreference:
    """The entities of one article, and whom each mention stands for."""

    def __init__(
        self,
        text: str,
        chunks: Chunks,
        clusters: Iterable[Iterable[Span]] = (),
        model: AntecedentModel | None = None,
    ) -> None:
        self.text, self.chunks = text, chunks
        self._roster = roster = Roster(text, chunks, chunks_of(clusters, chunks))
        self.entities: list[Entity] = roster.entities
        for entity in roster.entities:
            for chunk in entity.chunks:
                describe(roster, entity, chunk)
        votes = vote_by_pronouns(roster)
        for chunk in roster.settle_families():
            describe(roster, roster.of_chunk[chunk], chunk)
        vote_by_pronouns(roster, votes)
        self._full = {entity.name for entity in roster.entities}
        self._names: dict[Entity, str] = {}
        #: the entity of each mention, None where the text names nobody
        self._said = resolve(roster, model)
        self.of_chunk = self._said.of_chunk

    def entity_of(self, i: int) -> Entity | None:
        """The entity that the mention in chunk i stands for, None where the text names none."""
        return self.of_chunk.get(i)

    def speaker(self, i: int) -> str:
        """The speaker that the mention in chunk i stands for.

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
        """How the speaker that the mention in chunk i stands for was reached."""
        return read_way(self._said, self._speaking(i)[1])

    def _speaking(self, i: int) -> tuple[int, int]:
        """The first chunk of who speaks, from where the mention in chunk i begins, and its own."""
        modified = self._modified(i)
        first = i if modified is None else modified
        possessed = self._possessed(first)
        return first, first if possessed is None else possessed

    def _possessed(self, i: int) -> int | None:
        """The person or group that the name in chunk i possesses: *NAME's wife* speaks."""
        chunks = self.chunks
        if chunks.tags[i] != "N" or chunks.tags[i + 1 : i + 2] != "'":
            return None
        possessed = chunks.tags[i + 2 : i + 3] in ("D", "E", "w")
        head = chunks.heads[i + 2] if possessed else ""
        return i + 2 if head in PERSON_NOUNS or head in GROUP_NOUNS else None

    def _modified(self, i: int) -> int | None:
        """The person whose office begins with the mention: *Hill campaign spokesman NAME*."""
        chunks = self.chunks
        if chunks.tags[i] not in "ND":
            return None
        for k in range(i + 1, min(i + _OFFICE, len(chunks.tags))):
            if chunks.starts[k] != chunks.ends[k - 1] + 1:
                return None
            if chunks.tags[k] == "N":
                if self._opens_with_office(k) or (k > i + 1 and self._follows_noun(k)):
                    return k
                if chunks.tags[k - 1] != "o":
                    return None
            elif not self._in_office(i, k):
                return None
        return None

    def _opens_with_office(self, k: int) -> bool:
        """The chunk begins with an office or title before the name itself."""
        chunks = self.chunks
        if chunks.starts[k] < chunks.mention_starts[k]:
            return True
        entity = self._roster.of_chunk.get(k)
        words = self._roster.usage.mention(k).split()
        titles = (w for w in words[:-1] if w.lower() in _OFFICES or w.isupper())
        return entity is not None and any(w not in entity.words for w in titles)

    def _follows_noun(self, k: int) -> bool:
        """A person's name, by its given name, right after a noun: *HGSU steward Ada Berg*."""
        entity = self._roster.of_chunk.get(k)
        if entity is None or len(entity.words) < 2 or entity.organisation or entity.thing:
            return False
        return self.chunks.tags[k - 1] in "wKD" and entity.words[0].lower() in given_names()

    def _in_office(self, i: int, k: int) -> bool:
        """The chunk k can go on with the office that begins in chunk i.

        No verb after one name stands in its base form; such a word there is a noun.
        """
        tag, head = self.chunks.tags[k], self.chunks.heads[k]
        alone = (
            self.chunks.tags[i] == "D" and self.chunks.starts[i] == self.chunks.mention_starts[i]
        )
        if tag == "&":
            first = self._roster.usage.whole(i).split()[0].lower()
            several = is_plural(self.chunks.heads[i])
            return k == i + 1 and alone and first not in en.DETERMINERS and not several
        if tag == "o":
            return head in _OFFICE_JOINTS and self.chunks.tags[k - 1] in "NDwK"
        if tag == "w" and k == i + 1:
            return not head.endswith("s") and head not in en.PAST_FORMS
        return tag in "wKD" or (tag in "RS" and head in _BASES)

    def _words(self, first: int, last: int) -> str:
        """The words of the mentions in these chunks, as they stand."""
        return " ".join(
            self.text[self.chunks.mention(first).start : self.chunks.mention(last).end].split()
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
