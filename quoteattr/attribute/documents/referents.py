"""Find the referents of a candidate, one or several, and their names in the article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

import regex

from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.joint import joint_antecedents, joint_speakers
from quoteattr.attribute.documents.surroundings import NEAR
from quoteattr.coref.certainty import SEVERAL, UNKNOWN, Resolution
from quoteattr.coref.coreference import Coreference
from quoteattr.detect.alphabet import (
    COMMA,
    NAME,
    NOMINAL,
    OTHER_NOMINAL,
    RELATIVE,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.patterns.pattern import encode
from quoteattr.detect.patterns.row_regex import capture, one_of
from quoteattr.language import Language
from quoteattr.language.marks import NO_INVISIBLE
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Span

#: number of characters after a subject that may say that several people speak together
_CLAUSE = 60
#: number of chunks before a noun without an article that may name the person it describes
_APPOSED = 6
#: in order: *Ida Berg,*
_NAMED = NAME + COMMA
#: a nominal, its complement, an aside, and then *who*: *a letter from the firm, dated 2021, which*
_ANTECEDENT = lazy_regex(
    encode("{NOMINAL}")
    + f"(?:(?:{one_of('PREPOSITION')}|{capture('by', 'AGENT_MARKER')})"
    + f"(?:{capture('of', 'NOUN_PHRASE')}|{one_of('OTHER_WORD')}))?"
    + encode("({COMMA} {^COMMA|END|QUOTE|CUE|RELATIVE|PRONOUN}{1,6})? {COMMA}?$")
)
#: *who left and who*, up to the second
_JOINED_RELATIVE = lazy_regex(
    capture("first", "RELATIVE") + encode("{^END|QUOTE|RELATIVE}* {COMMA}? {CONJUNCTION}$")
)
#: what may stand between a description and the name that it describes, and the name
_APPOSED_NAME = lazy_regex(
    encode(
        "{NOUN_PHRASE|COMMA|CONJUNCTION|PREPOSITION|DETERMINER|POSSESSIVE|OTHER_WORD}{0,6}? {NAME}"
    )
)
_MESSAGE = "{NOMINAL|CUE_NOUN}"
_FROM = "{PREPOSITION|AGENT_MARKER} {NAME|SPEAKING_NOMINAL}"
#: a message and its sender
_SENT = lazy_regex(encode(f"{_MESSAGE} {_FROM}"))
#: the same, with the addressee in between
_ADDRESSED = lazy_regex(
    encode(f"{_MESSAGE} {{PREPOSITION}} {{NAME|SPEAKING_NOMINAL|PRONOUN}} {_FROM}")
)
_OWNER = lazy_regex(encode("{NAME|SPEAKING_NOMINAL} {POSSESSIVE}"))


class Referents:
    """Finds the referents of the candidates of one article."""

    def __init__(self, text: str, chunks: Chunks, coreference: Coreference) -> None:
        """Take an article.

        Args:
            text: the text of the article.
            chunks: the chunks of its candidates.
            coreference: the entity of each mention, by the chunks before folding.
        """
        self._text, self._chunks, self._coreference = text, chunks, coreference
        self._tags, self._language, self._origin = chunks.tags, chunks.language, chunks.origin
        #: all that speak together with a mention, cached for the fields of a record
        self._joint_speakers = cache(partial(joint_speakers, chunks))

    def name(self, candidate: Candidate) -> str:
        """The fullest name of a candidate's referent, or the candidate's own words.

        The names of several people who speak together are joined by *and*.
        """
        names = self._names(self._members(candidate))
        if names:
            return self._language.name_joiner.join(names)
        return self._single(self._stands_for(candidate))

    def chunks(self, candidate: Candidate) -> list[int]:
        """The chunks, as numbered by coreference, of the referents of a candidate.

        There are several for people who speak together; -1 for words unknown to coreference.
        """
        members = self._members(candidate)
        return self._speaking(members) if members else [self._origin[self._stands_for(candidate)]]

    def resolution(self, candidate: Candidate) -> Resolution:
        """How the speaker of a candidate was resolved, which determines how certain the name is."""
        if self._members(candidate):
            return SEVERAL
        origin = self._origin[self._stands_for(candidate)]
        return UNKNOWN if origin < 0 else self._coreference.resolution(origin)

    def mention(self, candidate: Candidate) -> Span:
        """The span of a candidate; with its owner, and for several people together, all of them."""
        members = self._joint_speakers(candidate.chunk)
        with_others = candidate.entity is None and self._only_named(members) is not None
        if not (with_others or self._names(members)):
            named = self.apposed_name(candidate)
            if named is not None:
                return Span(*self._chunks.mention(named))
            start, end = self._chunks.mention(candidate.chunk)
            return Span(self._owner_start(candidate.chunk, start), end)
        first, last = members[0], members[-1]
        return Span(self._chunks.mention(first).start, self._chunks.mention(last).end)

    def apposed_name(self, candidate: Candidate) -> int | None:
        """The chunk of the name after the description of a speaker: *the chief, Ida Berg, said*."""
        named, origin = self._coreference.table.of_chunk, self._origin[candidate.chunk]
        entity = self._coreference.speaking_entity(origin) if origin >= 0 else None
        if entity is None or named.get(origin) is entity:
            return None
        match = _APPOSED_NAME.match(self._tags, candidate.chunk + 1)
        name = match.end() - 1 if match else candidate.chunk
        return name if named.get(self._origin[name]) is entity else None

    def _members(self, candidate: Candidate) -> list[int]:
        """The chunks of all who speak together; none if one speaks alone."""
        members = self._joint_speakers(candidate.chunk)
        if not self._names(members) and candidate.entity is None:
            members = joint_antecedents(self._chunks, candidate.chunk)
        return members if self._names(members) else []

    def _named(self, members: Sequence[int]) -> list[int]:
        """The chunks, as numbered by coreference, of named members."""
        origins = [self._origin[i] for i in members]
        return [i for i in origins if i >= 0 and self._coreference.entity_of(i)]

    def _speaking(self, members: Sequence[int]) -> list[int]:
        """The named members; all if none is named, and each is described: *the mayor and a clerk*.

        Numbered by coreference.
        """
        named = self._named(members)
        described = not named and all(map(self._is_described, members))
        return [self._origin[i] for i in members if self._origin[i] >= 0] if described else named

    def _is_described(self, i: int) -> bool:
        """Whether a determiner begins the nominal in chunk i, which can speak."""
        first = self._chunks.words(self._text, i)[0].lower()
        return self._tags[i] == SPEAKING_NOMINAL and first in self._language.determiners

    def _stands_for(self, candidate: Candidate) -> int:
        """The chunk of the mention to which a candidate refers."""
        chunk = self._sender(candidate.chunk)
        if candidate.entity is None and candidate.tag == RELATIVE:
            chunk = self._described(candidate.chunk)
        if candidate.entity is None and chunk is None:
            chunk = self._only_named(self._joint_speakers(candidate.chunk))
        return candidate.chunk if chunk is None else chunk

    def _only_named(self, members: Sequence[int]) -> int | None:
        """The chunk of the only named one of several speakers: *Mara Holt and other members*."""
        named = [i for i in members if self._named((i,))]
        apposed = any(map(self._is_apposed, members))
        return named[0] if len(named) == 1 and not apposed else None

    def _sender(self, i: int) -> int | None:
        """The chunk of the sender of the message in chunk i: *a text to Y from X*, *X's text*."""
        heads = self._chunks.heads
        if heads[i] not in self._language.messages:
            return None
        for pattern in (_SENT, _ADDRESSED):
            sent = pattern.match(self._tags, i)
            if sent and heads[sent.end() - 2] in self._language.sending:
                return sent.end() - 1
        return i - 2 if _OWNER.fullmatch(self._tags, max(0, i - 2), i) else None

    def _single(self, i: int) -> str:
        """The fullest name of the referent of the mention in chunk i, or its own words."""
        origin = self._origin[i]
        own = self._text[slice(*self._chunks.mention(i))]
        words = own if origin < 0 else self._coreference.speaker(origin)
        return " ".join(words.translate(NO_INVISIBLE).split())

    def _described(self, i: int) -> int | None:
        """The chunk to which *who* or *which* in chunk i refers, a nominal without its complement.

        *Rill Rail, which* refers to the name, also if that might be a person's.

        *And who* refers to the same nominal as the *who* before it; *who* never refers to a
        document or a thing: *a letter from a pupil who*, *his job to a rival who*.
        """
        thing = self._chunks.heads[i] in self._language.thing_relatives
        if thing and self._tags[max(0, i - 2) : i] == _NAMED:
            return i - 2
        start = max(0, i - NEAR)
        joined = _JOINED_RELATIVE.search(self._tags, start, i)
        if joined:
            i = joined.start("first")
        match = _ANTECEDENT.search(self._tags, start, i)
        if not match:
            return None
        of_other = bool(match["of"]) and self._speaks_instead(match, thing)
        return match.start("of") if of_other else match.start()

    def _speaks_instead(self, match: regex.Match[str], which: bool) -> bool:
        """Whether the complement can speak, and the noun before it cannot: *his job to a rival*.

        Also an agent: *seen in court by police who*.

        A document is the antecedent of *which*, but not of *who*.
        """
        head, tags = match.start(), self._tags
        written = self._chunks.heads[head] in self._language.document_nouns and not which
        agent = bool(match["by"]) and not which
        mute = tags[head] == OTHER_NOMINAL and tags[match.start("of")] == SPEAKING_NOMINAL
        return written or mute or agent

    def _owner_start(self, i: int, start: int) -> int:
        """The start of the owner of the referent of the nominal in chunk i, or of the nominal."""
        origin = self._origin[i]
        unnamed = origin >= 0 and not self._coreference.speaking_entity(origin)
        if not unnamed or self._tags[i] not in NOMINAL:
            return start
        first, last = self._coreference.referent_span(origin)
        return self._coreference.chunks.mention(first).start if last == origin else start

    def _names(self, members: Sequence[int]) -> list[str]:
        """The full names of named members, if there are several."""
        if len(members) < 2 or any(map(self._is_apposed, members)):
            return []
        names = list(dict.fromkeys(map(self._coreference.speaker, self._speaking(members))))
        several = len(names) > 1 and (
            _are_several(names, self._language)
            or self._has_article(members[-1])
            or self._is_joint(members[-1])
        )
        return names if several else []

    def _has_article(self, i: int) -> bool:
        """Whether an article begins the name in chunk i, which then is whole: *the Home Office*."""
        return self._chunks.words(self._text, i)[0].lower() in self._language.definite

    def _is_apposed(self, i: int) -> bool:
        """Whether the noun in chunk i has no article, and describes the person before its comma.

        *Ida Berg, chair and founder of Rill & Vale, said*; *Dr Berg, the Rill and Vale director*.
        """
        chunks, language = self._chunks, self._language
        if chunks.tags[i] != SPEAKING_NOMINAL or chunks.heads[i] not in language.roles:
            return False
        first = chunks.words(self._text, i)[0]
        before = chunks.tags[max(0, i - _APPOSED) : i]
        return first not in language.determiners and _NAMED in before

    def _is_joint(self, i: int) -> bool:
        """Whether the clause after chunk i has several speakers: *in a joint statement*."""
        end = self._chunks.ends[i]
        words = self._text[end : end + _CLAUSE].split(".")[0].lower().split()
        return not self._language.together.isdisjoint(words)


def _are_several(names: Sequence[str], language: Language) -> bool:
    """Whether they are names of several, not parts of one: *Science* and *Technology Daily*."""
    first, second = names[0].lower(), names[1].lower().split()
    person = second[0] in language.given_names and first not in language.ordinary_words
    has_given_name = first in language.given_names or person  # *Carla and Nuno Reis*
    one = " " not in first and not has_given_name and any(" " in name for name in names[1:])
    return not one and names[-1].split()[-1].lower() not in language.organisation_words
