"""Find the speakers of a quote: of a candidate, a turn, or a post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.results.passages import Paragraphs
from quoteattr.attribute.results.unnamed import UnnamedSpeakers
from quoteattr.coref.profiles.kind import kind_of_name
from quoteattr.coref.profiles.profile import Profiles
from quoteattr.language import Language
from quoteattr.records import QuoteRecord, Span, Speaker, evolve_record


class SpeakerFinder:
    """Finds the speakers of the candidates of one article."""

    def __init__(self, document: Document, profiles: Profiles | None = None) -> None:
        self._document, self._coreference = document, document.coreference
        self._profiles = profiles or Profiles(document.text, self._coreference)
        self._unnamed = UnnamedSpeakers(document.text, self._coreference, self._profiles)

    def find(self, candidate: Candidate) -> tuple[Speaker, ...]:
        """All speakers of a candidate: one, or several who speak together."""
        chunks = self._document.referents.chunks(candidate)
        return tuple(self._speaker(i, candidate) for i in chunks)

    def _speaker(self, i: int, candidate: Candidate) -> Speaker:
        """The speaker to whom the mention in chunk i (of the coreference) refers."""
        if i < 0:
            return named_speaker(self._document.referents.name(candidate), self._document.language)
        entity = self._coreference.speaking_entity(i)
        return self._profiles.speaker(entity) if entity else self._unnamed.find(i)


def named_speaker(name: str, language: Language) -> Speaker:
    """The speaker of a name, by its words alone."""
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
    """Add a paragraph to each record, and speakers to those that have only a name.

    The latter are the records of turns, posts and replies.

    Args:
        text: the text of the article.
        records: its records.
        language: the language of the article.
        profiles: the profiles of its entities, if they were computed.
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
    """The speaker of a record whose name is not an entity's, by the form of the name."""
    mention = record.mention
    speaker = named_speaker(name, language)
    if record.kind == "post" and speaker.kind != "organisation":
        speaker = evolve(speaker, kind="post author")
    return evolve(speaker, mentions=() if mention is None else (Span(mention.start, mention.end),))
