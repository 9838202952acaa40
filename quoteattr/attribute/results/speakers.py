"""Who speaks a quote: the speakers of a candidate, of a turn, of a post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import regex
from attrs import evolve

from quoteattr.attribute.documents.document import Candidate, Document
from quoteattr.attribute.results.passages import Paragraphs
from quoteattr.coref.coreference import Entity
from quoteattr.coref.discourse import Plurals
from quoteattr.coref.entities.gender import personal_gender
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
from quoteattr.language import Language
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import (
    Phrase,
    QuoteRecord,
    ShownGender,
    Span,
    Speaker,
    SpeakerKind,
    evolve_record,
)

#: characters around a mention in which its sentence lies
_SENTENCE = 400
_SENTENCE_END = lazy_regex(r"[.!?]['\"”’)]*\s+(?=[\p{Lu}“\"‘'(])|\n")
#: in order: *Rill’s*
_POSSESSOR = NAME + POSSESSIVE


class SpeakerFinder:
    """Finds the speakers of the candidates of one article."""

    def __init__(self, document: Document, profiles: Profiles | None = None) -> None:
        """Take an article with its candidates, and its profiles if they are there."""
        self._document, self._coreference = document, document.coreference
        self._chunks, self._language = self._coreference.chunks, document.language
        self._profiles = profiles or Profiles(document.text, self._coreference)
        self._nameless: dict[int, Speaker] = {}
        self._plurals = self._language.derived(Plurals)

    @property
    def profiles(self) -> Profiles:
        """The profiles of the article's entities."""
        return self._profiles

    def find(self, candidate: Candidate) -> tuple[Speaker, ...]:
        """Everybody for whom a candidate stands: one, or all who speak together."""
        chunks = self._document.coreference_chunks(candidate)
        return tuple(self._speaker(i, candidate) for i in chunks)

    def _speaker(self, i: int, candidate: Candidate) -> Speaker:
        """The speaker for whom the mention in chunk i of the coreference stands."""
        if i < 0:
            return named_speaker(self._document.speaker(candidate), self._language)
        entity = self._coreference.speaking_entity(i)
        if entity is not None:
            return self._profiles.speaker(entity)
        first, last = self._coreference.referent_span(i)
        if first not in self._nameless:
            self._nameless[first] = self._unnamed(first, last)
        return self._nameless[first]

    # -- whom the article does not name ----------------------------------------------------------

    def _unnamed(self, first: int, last: int) -> Speaker:
        """The speaker for whom words stand that name nobody."""
        body = self._body_of_spokesperson(last)
        if body is not None:
            return evolve(body, via=self._chunks.heads[last], anonymous=self._anonymous(last))
        start, end = self._chunks.mention(first).start, self._chunks.mention(last).end
        name = " ".join(self._document.text[start:end].split())
        kind = self._kind(last, name)
        described = self._chunks.tags[last] not in PRONOMINAL
        roles = list(self._profiles.finder.of_mention(last)) if described else []
        role = (
            self._profiles.phrase(roles[0].start, roles[0].end)
            if roles and kind in _WITH_ROLES
            else None
        )
        gender, signs = self._gender(last) if kind == "unnamed person" else (None, ())
        return Speaker(
            name,
            kind,
            role=role,
            roles=() if role is None else (role,),
            affiliation=self._profiles.affiliation(roles[0], ()) if role else None,
            anonymous=self._anonymous(last) if kind.startswith("unnamed") else None,
            gender=gender,
            gender_evidence=signs,
            mentions=self._profiles.spans(self._coreference.nameless_mentions(last)),
        )

    def _kind(self, i: int, name: str) -> SpeakerKind:
        """What the words in chunk i stand for."""
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
        """A name inside the nominal in chunk i names its body: *the Berg administration*."""
        chunks = self._chunks
        words = self._document.text[chunks.starts[i] : chunks.ends[i]].split()[:-1]
        if words and words[0].lower() in self._language.determiners:
            del words[0]
        owned = chunks.tags[max(0, i - 2) : i] == _POSSESSOR
        return owned or any(word[0].isupper() for word in words)

    def _kind_of_pronoun(self, word: str) -> SpeakerKind:
        """What a pronoun stands for that goes back to nobody: *she*, *many*, *it*."""
        language = self._language
        if personal_gender(word, language) or word in language.indefinite_single:
            return "unnamed person"
        return (
            "unnamed group"
            if word in language.indefinite or word in language.they
            else "unresolved"
        )

    def _gender(self, i: int) -> tuple[ShownGender | None, tuple[Phrase, ...]]:
        """The gender that the words for somebody without a name show, and these words."""
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
        entity = self._represented(i)
        if entity is not None:
            speaker = self._profiles.speaker(entity)
            return speaker if speaker.kind == "organisation" else None
        words = self._document.text[chunks.starts[i] : chunks.ends[i]].split()[:-1]
        while words and (words[0].lower() in self._language.determiners or words[0].islower()):
            del words[0]
        name = " ".join(words).removesuffix("’s").removesuffix("'s")
        entity = self._by_name.get(name)
        if entity is not None:
            speaker = self._profiles.speaker(entity)
            return speaker if speaker.kind == "organisation" else None
        if not name or not name[0].isupper() or kind_of_name(name, self._language) == "person":
            return None
        return Speaker(name, "organisation", mentions=(chunks.mention(i),))

    def _represented(self, i: int) -> Entity | None:
        """The entity for which, or whose, the nominal in chunk i is."""
        tags, heads, coreference = self._chunks.tags, self._chunks.heads, self._coreference
        if tags[i + 1 : i + 2] == PREPOSITION and heads[i + 1] in self._language.representing:
            return coreference.entity_of(i + 2)
        return coreference.entity_of(i - 2) if tags[max(0, i - 1) : i] == POSSESSIVE else None

    @cached_property
    def _by_name(self) -> dict[str, Entity]:
        """The entities by their names and by the single words of these that stand alone."""
        coreference = self._coreference
        names = {
            coreference.table.names.mention(k): e for k, e in coreference.table.of_chunk.items()
        }
        return names | {entity.name: entity for entity in coreference.entities}

    def _anonymous(self, i: int) -> Phrase | None:
        """The words in the sentence of chunk i by which a name is withheld."""
        text = self._document.text
        start, end = self._chunks.mention(i)
        low, high = max(0, start - _SENTENCE), min(len(text), end + _SENTENCE)
        for stop in _SENTENCE_END.finditer(text, low, start):
            low = stop.end()
        close = _SENTENCE_END.search(text, end, high)
        match = self._anonymity.search(text, low, close.start() if close else high)
        return Phrase(*match.span(), match.group()) if match else None

    @cached_property
    def _anonymity(self) -> regex.Pattern[str]:
        """How a text says that a name is withheld."""
        return self._language.derived(_anonymity)


#: kinds whose words are a role themselves: *a retired nurse*
_WITH_ROLES = frozenset(("unnamed person", "unnamed group", "organisation"))


def _anonymity(language: Language) -> regex.Pattern[str]:
    """The pattern of one language for withheld names."""
    return lazy_regex(language.anonymity, regex.IGNORECASE)


def kind_of_nominal(head: str, language: Language, plurals: Plurals) -> SpeakerKind:
    """What a nominal stands for that the article does not name, by its head."""
    several = plurals.is_several(head)
    written = (language.document_nouns, language.cue_nouns, language.inscribed)
    if any(head in nouns for nouns in written) and head not in language.person_nouns:
        return "document"
    if head in language.person_nouns or head[:1].isdigit() or head.endswith(language.agent_endings):
        return "unnamed group" if several else "unnamed person"
    if several or head in language.group_nouns:
        return "unnamed group"
    return "unnamed person" if head.endswith(language.speaking_endings) else "unresolved"


def named_speaker(name: str, language: Language) -> Speaker:
    """The speaker that a name stands for by its words alone."""
    kind = kind_of_name(name, language)
    if name.startswith("@"):
        return Speaker(name, "post author")
    return Speaker(name, kind or "unresolved")


def complete_records(
    text: str,
    records: Iterable[QuoteRecord],
    language: Language,
    profiles: Profiles | None = None,
) -> Iterator[QuoteRecord]:
    """Give each record its paragraph, and speakers to those that have none but a name.

    These are the records of turns, posts and replies.

    Args:
        text: the article as given.
        records: its records.
        language: of the article.
        profiles: what the article says of its entities, where they were read.
    """
    paragraphs = Paragraphs(text, None if profiles is None else profiles.flat)
    for record in records:
        speakers = record.speakers
        if record.speaker is not None and not speakers:
            speaker = profiles.named(record.speaker) if profiles else None
            speakers = (speaker or _unread(record, record.speaker, language),)
        paragraph = paragraphs.paragraph(record.spans[0].start, record.spans[-1].end)
        yield evolve_record(record, speakers=speakers, paragraph=paragraph)


def _unread(record: QuoteRecord, name: str, language: Language) -> Speaker:
    """The speaker of a record whose name is no entity's: by the form of the name."""
    mention = record.mention
    speaker = named_speaker(name, language)
    if record.kind == "post" and speaker.kind != "organisation":
        speaker = evolve(speaker, kind="post author")
    return evolve(speaker, mentions=() if mention is None else (Span(mention.start, mention.end),))
