"""Exclude candidates that, by grammar, cannot have said a quote.

In the trees, being a subject is strong evidence. If a construction leaves only one reading, the
other candidates are excluded: in *X said Y had told her: “…”* the speaker is Y, in *X denied a
report in the Y that …* it is Y, and next to a sentence about an act of X the speaker is not nobody.
"""

from __future__ import annotations

from quoteattr.attribute.constructions.matches import (
    NO_TELLER,
    modified_subject,
    said_by_nobody,
    speaker_by_construction,
    teller,
)
from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.quote import Quote
from quoteattr.attribute.structure.columns import speaker_of_column
from quoteattr.attribute.structure.headings import is_subheading
from quoteattr.attribute.structure.name_lines import speaker_of_line
from quoteattr.detect.alphabet import (
    COMMA,
    END,
    OTHER_NOMINAL,
    PARAGRAPH_EDGES,
    POSSESSIVE,
    PRONOUN,
    SENTENCE_EDGES,
)
from quoteattr.detect.patterns.pattern import encode
from quoteattr.detect.patterns.row_regex import TO_VERB, capture, one_of
from quoteattr.language.patterns import lazy_regex

Candidates = tuple[Candidate | None, ...]

_LETTER = lazy_regex(r"\p{L}")
_LETTER_BACKWARDS = lazy_regex(r"(?r)\p{L}")
#: next to a quote that is a sentence: a sentence about an act of somebody, without a verb of saying
_ACTION_BEFORE = lazy_regex(
    encode("(^ | {END}) {NAME|PRONOUN|SPEAKING_NOMINAL}") + rf"{one_of('^END|QUOTE')}++\.$"
)
_ACTION_AFTER = lazy_regex(
    encode("{SENTENCE_END}?")
    + (capture("speaker", "NAME|PRONOUN|SPEAKING_NOMINAL") + TO_VERB)
    + one_of("PAST_FORM|OTHER_WORD|ING_FORM")
    + (f"{one_of('^END|QUOTE|CUE')}*+" + one_of("END"))
)
#: right after a quote: somebody says it, *“Never,” X said*
_SPEECH_TAG = lazy_regex(
    encode(
        "{COMMA}? ({ADVERB}* {SAYING} {ADVERB}* {NAME|PRONOUN|SPEAKING_NOMINAL}"
        " | {NAME|PRONOUN|SPEAKING_NOMINAL}"
    )
    + TO_VERB
    + encode("{SAYING} {^QUOTE|COMPLEMENTIZER})")
)
#: maximum number of words of a quote that may be a term
_SHORT = 2
#: the last character of a quote before such a clause
_PAUSES = frozenset(",!?…—–-")
#: confidence in the speaker that a construction leaves: the maximum if the trees choose another,
#: the minimum if they choose the same. Fewer annotated quotes are right (126 of 179 in the training
#: articles); PolNeAR annotates many of the others differently (it attributes *“…,” X said,
#: according to Y* to Y)
RELIABILITY = 0.9
#: number of chunks before a quote in which such a sentence may begin
_ACTION = 40


def possible(document: Document, quote: Quote, candidates: Candidates) -> Candidates:
    """The candidates that can have said a quote; all of them if grammar does not decide.

    Args:
        document: the document of the quote.
        quote: the quote.
        candidates: its candidates, nobody last.
    """
    if quote.clause:
        return _of_clause(document, quote, candidates)
    if said_by_nobody(document, quote):
        return candidates[-1:]
    chunk = _label_in_capitals(document, quote)
    if chunk is None:
        chunk = speaker_of_column(document, quote)
    if chunk is None:
        chunk = speaker_of_line(document, quote)
    if chunk is None:
        chunk = speaker_by_construction(document, quote)
    if chunk is None and quote.first - 1 in document.topics:
        return candidates[:-1] or candidates
    if chunk is None and is_subheading(document, quote):
        return tuple(c for c in candidates if c is None or c.chunk > quote.last)
    if chunk is None:
        candidates = _without_sentences(document, quote, candidates)
        return _somebody(document, quote, _beside_action(document, quote, candidates))
    same = _same(document, chunk, candidates)
    own_candidates = tuple(c for c in candidates if c is not None and c.chunk in same)
    return own_candidates or (document.candidate(chunk),)


def _of_clause(document: Document, clause: Quote, candidates: Candidates) -> Candidates:
    """The candidates that can have said a reported clause."""
    speaker = teller(document, clause)
    if speaker == NO_TELLER:
        return candidates[-1:]
    if speaker is None:
        speaker = modified_subject(document, clause)
    return candidates if speaker is None else (document.candidate(speaker),)


def _label_in_capitals(document: Document, quote: Quote) -> int | None:
    """The label in capitals at the start of the paragraph of a quote: *“SMITH: No.”*.

    If the sentence continues, it is the heading of a note: *WEATHER: “No,” said Ivo Novak*.
    """
    label = document.chunks.label_before(quote.first)
    if label is None or quote.frame.right.strip(END):
        return None
    opens = document.tags[max(0, label - 1) : label] in PARAGRAPH_EDGES
    return label if opens and document.candidate(label).text.isupper() else None


def _same(document: Document, chunk: int, candidates: Candidates) -> set[int]:
    """The chunk of a mention; for a pronoun also the other mentions of its referent.

    In *Berg’s son said he told her* the first name is the son's owner, who does not speak.
    """
    entity = document.candidate(chunk).entity if document.tags[chunk] == PRONOUN else None
    others = (c for c in candidates if c and entity and c.entity is entity)
    owner = document.tags.startswith
    return {chunk, *(c.chunk for c in others if not owner(POSSESSIVE, c.chunk + 1))}


def _beside_action(document: Document, quote: Quote, candidates: Candidates) -> Candidates:
    """The candidates of a quote that is a sentence next to an act of somebody.

    *A locked the door. “Nobody leaves.”*: not nobody. *“Nobody leaves.” A locked the door.*: A.
    """
    tags, first = document.tags, quote.first
    alone = not quote.frame.left and not quote.frame.right.strip(END)
    if not alone or not _is_sentence(quote.text):
        return candidates
    after = _ACTION_AFTER.match(tags, quote.last + 1)
    if after and tags[first - 1 : first] in PARAGRAPH_EDGES:
        actor_candidates = tuple(
            c for c in candidates if c is not None and c.chunk == after.start("speaker")
        )
        return actor_candidates or candidates
    before = _ACTION_BEFORE.search(tags, max(0, first - _ACTION), first)
    return candidates[:-1] or candidates if before else candidates


def _without_sentences(document: Document, quote: Quote, candidates: Candidates) -> Candidates:
    """The candidates without a nominal that is the sentence beside the quote.

    Whoever owns it speaks: *“No.” Her voice drops.*: not nobody.
    """
    if OTHER_NOMINAL not in document.tags[max(0, quote.first - 2) : quote.last + 3]:
        return candidates
    chunks = (quote.first - 2, quote.last + 1, quote.last + 2)
    sentences = {i for i in chunks if _is_sentence_of(document.tags, i)}
    if not sentences:
        return candidates
    owned = any(document.words(i)[0] in document.language.bound_gender for i in sentences)
    others = tuple(c for c in candidates if c is None or c.chunk not in sentences)
    return others[:-1] or others if owned else others


def _somebody(document: Document, quote: Quote, candidates: Candidates) -> Candidates:
    """The candidates without nobody, if a short quote begins its sentence and somebody says it.

    A few words in marks are most often a term, but in *“Never,” X said* they are what X says.
    """
    if len(quote.words) > _SHORT:
        return candidates
    pauses = quote.text[-1:] in _PAUSES or document.tags.startswith(COMMA, quote.last + 1)
    if quote.frame.left or not pauses:
        return candidates
    spoken = _SPEECH_TAG.match(document.tags, quote.last + 1)
    return candidates[:-1] or candidates if spoken else candidates


def _is_sentence_of(tags: str, i: int) -> bool:
    """Whether chunk i, no person or group, is a sentence by itself."""
    edges = tags[i - 1 : i], tags[i + 1 : i + 2]
    return tags[i : i + 1] == OTHER_NOMINAL and SENTENCE_EDGES.issuperset(edges)


def _is_sentence(text: str) -> bool:
    """Whether the words are a sentence, as far as their capital and their mark show."""
    first, last = _LETTER.search(text), _LETTER_BACKWARDS.search(text)
    return bool(first and last and first[0].isupper() and set(".?!…") & set(text[last.end() :]))
