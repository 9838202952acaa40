"""Describe speakers whom the article does not name: *a Rillco spokesman*, *two nurses*, *she*."""

from __future__ import annotations

from functools import cached_property

import regex
from attrs import evolve

from quoteattr.coref.coreference import Coreference
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.gender import personal_gender
from quoteattr.coref.plurals import Plurals
from quoteattr.coref.profiles.kind import kind_of_name
from quoteattr.coref.profiles.profile import Profiles
from quoteattr.coref.profiles.shown_gender import noun_of_gender
from quoteattr.detect.alphabet import (
    NAME,
    NAMING,
    NOMINAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOMINAL,
    PRONOUN,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.transcripts.bare_names import NameReader
from quoteattr.language import Language
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Phrase, ShownGender, Speaker, SpeakerKind

#: number of characters around a mention that contain its sentence
_SENTENCE = 400
_SENTENCE_END = lazy_regex(r"[.!?]['\"”’)]*\s+(?=[\p{Lu}“\"‘'(])|\n")
#: in order: *Rill’s*
_POSSESSOR = NAME + POSSESSIVE
#: kinds whose mentions are themselves a role: *a retired nurse*
_WITH_ROLES = frozenset(("unnamed person", "unnamed group", "organisation"))


class UnnamedSpeakers:
    """Describes the unnamed speakers of one article, each once."""

    def __init__(self, text: str, coreference: Coreference, profiles: Profiles) -> None:
        self._text, self._coreference, self._profiles = text, coreference, profiles
        self._chunks, self._language = coreference.chunks, coreference.chunks.language
        self._plurals = self._language.derived(Plurals)
        self._described: dict[int, Speaker] = {}

    def find(self, i: int) -> Speaker:
        """The speaker to whom the mention in chunk i refers."""
        first, last = self._coreference.referent_span(i)
        if first not in self._described:
            self._described[first] = self._describe(first, last)
        return self._described[first]

    def _describe(self, first: int, last: int) -> Speaker:
        """The speaker to whom words without a name refer."""
        body = self._body_of_spokesperson(last)
        if body is not None:
            return evolve(body, via=self._chunks.heads[last], anonymous=self._anonymous(last))
        start, end = self._chunks.mention(first).start, self._chunks.mention(last).end
        name = " ".join(self._text[start:end].split())
        kind = self._kind(last, name)
        described = self._chunks.tags[last] not in PRONOMINAL
        roles = list(self._profiles.finder.of_mention(last)) if described else []
        has_role = bool(roles) and kind in _WITH_ROLES
        role = self._profiles.phrase(roles[0].start, roles[0].end) if has_role else None
        gender, signs = self._gender(last) if kind == "unnamed person" else (None, ())
        return Speaker(
            name,
            kind,
            role=role,
            roles=() if role is None else (role,),
            affiliation=self._profiles.affiliations.find(roles[0], ()) if role else None,
            anonymous=self._anonymous(last) if kind.startswith("unnamed") else None,
            gender=gender,
            gender_evidence=signs,
            mentions=self._profiles.spans(self._coreference.nameless_mentions(last)),
        )

    def _kind(self, i: int, name: str) -> SpeakerKind:
        """The kind of the referent of the words in chunk i."""
        tag, head = self._chunks.tags[i], self._chunks.heads[i]
        if tag in PRONOMINAL:
            return self._kind_of_pronoun(head)
        if name.startswith(("@", "#")):
            return "post author"
        if tag in NAMING and not all(map(self._profiles.finder.words.is_role, name.split())):
            language = self._language
            ordinary = head in language.ordinary_words or head in language.person_nouns
            if ordinary and self._plurals.is_several(head):
                return "unnamed group"
            return kind_of_name(name, self._language) or "unresolved"
        if head in self._language.group_nouns and self._names_body(i):
            return "organisation"
        if head in self._language.quantities and self._chunks.tags[i + 1 : i + 2] == PREPOSITION:
            return "unnamed group"
        if self._profiles.finder.words.is_role(head) and head not in self._language.group_nouns:
            return "unnamed group" if self._plurals.is_several(head) else "unnamed person"
        return kind_of_nominal(head, self._language, self._plurals)

    def _names_body(self, i: int) -> bool:
        """Whether a name inside the nominal in chunk i is its body: *the Berg administration*."""
        chunks = self._chunks
        words = self._words(i)[:-1]
        if words and words[0].lower() in self._language.determiners:
            del words[0]
        owned = chunks.tags[max(0, i - 2) : i] == _POSSESSOR
        return owned or any(word[0].isupper() for word in words)

    def _kind_of_pronoun(self, word: str) -> SpeakerKind:
        """The kind of the referent of an unresolved pronoun: *she*, *many*, *it*."""
        language = self._language
        if personal_gender(word, language) or word in language.indefinite_single:
            return "unnamed person"
        several = word in language.indefinite or word in language.they
        return "unnamed group" if several else "unresolved"

    def _gender(self, i: int) -> tuple[ShownGender | None, tuple[Phrase, ...]]:
        """The gender that words for an unnamed person show, and these words."""
        chunks, signs = self._chunks, list[tuple[int, int, str]]()
        for k in self._coreference.nameless_mentions(i):
            if chunks.tags[k] == PRONOUN:
                gender = personal_gender(chunks.heads[k], self._language)
                signs += [(chunks.starts[k], chunks.ends[k], gender)] if gender else []
            elif chunks.tags[k] in NOMINAL:
                signs += [sign[:3] for sign in noun_of_gender(self._coreference, k)]
        genders = {gender for *_, gender in signs}
        if len(genders) != 1:
            return None, ()
        phrases = tuple(self._profiles.phrase(start, end) for start, end, _ in signs)
        return ("m" if genders == {"m"} else "f" if genders == {"f"} else "x"), phrases

    def _body_of_spokesperson(self, i: int) -> Speaker | None:
        """The named body for which the mention in chunk i speaks: *a spokesman for Rillco*."""
        chunks = self._chunks
        if chunks.tags[i] != SPEAKING_NOMINAL or chunks.heads[i] not in self._language.spokespeople:
            return None
        name = self._name_before(i)
        entity = self._represented(i) or self._by_name.get(name)
        if entity is not None:
            speaker = self._profiles.speaker(entity)
            return speaker if speaker.kind == "organisation" else None
        if not name or not name[0].isupper() or kind_of_name(name, self._language) == "person":
            return None
        return Speaker(name, "organisation", mentions=(chunks.mention(i),))

    def _name_before(self, i: int) -> str:
        """The words before the noun in chunk i, from a name on: *a Rillco spokesman*."""
        words = self._words(i)[:-1]
        while words and (words[0].lower() in self._language.determiners or words[0].islower()):
            del words[0]
        return self._language.derived(NameReader).unpossessed(" ".join(words))

    def _words(self, i: int) -> list[str]:
        """The words of chunk i."""
        return self._text[self._chunks.starts[i] : self._chunks.ends[i]].split()

    def _represented(self, i: int) -> Entity | None:
        """The entity that the nominal in chunk i represents or belongs to."""
        tags, heads, coreference = self._chunks.tags, self._chunks.heads, self._coreference
        if tags[i + 1 : i + 2] == PREPOSITION and heads[i + 1] in self._language.representing:
            return coreference.entity_of(i + 2)
        return coreference.entity_of(i - 2) if tags[max(0, i - 1) : i] == POSSESSIVE else None

    @cached_property
    def _by_name(self) -> dict[str, Entity]:
        """The entities by their names and by single words of these that occur alone."""
        coreference = self._coreference
        names = {
            coreference.table.names.mention(k): e for k, e in coreference.table.of_chunk.items()
        }
        return names | {entity.name: entity for entity in coreference.entities}

    def _anonymous(self, i: int) -> Phrase | None:
        """The words in the sentence of chunk i that withhold a name."""
        text = self._text
        start, end = self._chunks.mention(i)
        low, high = max(0, start - _SENTENCE), min(len(text), end + _SENTENCE)
        for stop in _SENTENCE_END.finditer(text, low, start):
            low = stop.end()
        close = _SENTENCE_END.search(text, end, high)
        match = self._anonymity.search(text, low, close.start() if close else high)
        return Phrase(*match.span(), match.group()) if match else None

    @cached_property
    def _anonymity(self) -> regex.Pattern[str]:
        """The pattern of withheld names in the language of the article."""
        return self._language.derived(_anonymity)


def _anonymity(language: Language) -> regex.Pattern[str]:
    """The pattern of one language for withheld names."""
    return lazy_regex(language.anonymity, regex.IGNORECASE)


def kind_of_nominal(head: str, language: Language, plurals: Plurals) -> SpeakerKind:
    """The kind of the referent of an unnamed nominal, by its head."""
    several = plurals.is_several(head)
    written = (language.document_nouns, language.cue_nouns, language.inscribed)
    if any(head in nouns for nouns in written) and head not in language.person_nouns:
        return "document"
    if head in language.person_nouns or head[:1].isdigit() or head.endswith(language.agent_endings):
        return "unnamed group" if several else "unnamed person"
    if several or head in language.group_nouns:
        return "unnamed group"
    return "unnamed person" if head.endswith(language.speaking_endings) else "unresolved"
