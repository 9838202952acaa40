"""What grammar rules out: candidates that cannot have said a quote, whatever speaks for them.

The trees weigh rules, and a subject weighs much. Where a construction leaves one reading only, the
others are no candidates: of *X said Y had told her: “…”* it is Y, of *X denied a report in the Y
that …* it is Y, and beside a sentence of what X does it is not nobody.
"""

from __future__ import annotations

from quoteattr.attribute.columns import speaker_of_column
from quoteattr.attribute.construction_matches import (
    modified_subject,
    said_by_nobody,
    speaker_by_construction,
)
from quoteattr.attribute.document import Candidate, Document, Quote
from quoteattr.attribute.name_lines import speaker_of_line
from quoteattr.detect.alphabet import COMMA, END, PARAGRAPH_END, PRONOUN
from quoteattr.detect.pattern import encode
from quoteattr.detect.row_regex import TO_VERB, group, one_of
from quoteattr.language.patterns import lazy_regex

Candidates = tuple[Candidate | None, ...]

_LETTER = lazy_regex(r"\p{L}")
_LETTER_BACKWARDS = lazy_regex(r"(?r)\p{L}")
#: beside a quote that is a sentence, a sentence of what somebody does
_BEAT_BEFORE = lazy_regex(
    encode("(^ | {END}) {NAME|PRONOUN|SPEAKING_NOMINAL}") + rf"{one_of('^END|QUOTE')}++\.$"
)
_BEAT_AFTER = lazy_regex(
    encode("{SENTENCE_END}?")
    + (group("speaker", "NAME|PRONOUN|SPEAKING_NOMINAL") + TO_VERB)
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
#: most words of a quote that may be a term
_SHORT = 2
#: the last character of a quote that such a clause follows
_PAUSES = frozenset(",!?…—–-")
#: most confidence in the one speaker that a construction leaves. Of annotated quotes fewer are
#: right (126 of 179 in the articles that were learned from); many of the others PolNeAR annotates
#: otherwise (it has *“…,” X said, according to Y* as Y's)
RELIABILITY = 0.9
#: chunks before a quote in which such a sentence may begin
_BEAT = 40
_PARAGRAPH_EDGES = frozenset(("", PARAGRAPH_END))


def possible(document: Document, quote: Quote, candidates: Candidates) -> Candidates:
    """The candidates that can have said a quote; all of them where grammar does not decide.

    Args:
        document: where the quote stands.
        quote: the quote.
        candidates: its candidates, nobody last.
    """
    if quote.clause:
        subject = modified_subject(document, quote)
        return candidates if subject is None else (document.candidate(subject),)
    if said_by_nobody(document, quote):
        return candidates[-1:]
    chunk = _label_in_capitals(document, quote)
    if chunk is None:
        chunk = speaker_of_column(document, quote)
    if chunk is None:
        chunk = speaker_of_line(document, quote)
    if chunk is None:
        chunk = speaker_by_construction(document, quote)
    if chunk is None:
        return _somebody(document, quote, _beside_beat(document, quote, candidates))
    same = _same(document, chunk, candidates)
    own = tuple(c for c in candidates if c is not None and c.chunk in same)
    return own or (document.candidate(chunk),)


def _label_in_capitals(document: Document, quote: Quote) -> int | None:
    """The label in capitals that opens the paragraph of a quote: *“SMITH: No.”*.

    Where the sentence goes on, it is the heading of a note: *WEATHER: “No,” said Ivo Novak*.
    """
    label = document.chunks.label_before(quote.first)
    if label is None or quote.frame.right.strip(END):
        return None
    opens = document.tags[max(0, label - 1) : label] in _PARAGRAPH_EDGES
    return label if opens and document.candidate(label).text.isupper() else None


def _same(document: Document, chunk: int, candidates: Candidates) -> set[int]:
    """The chunk of a mention, and for a pronoun the other mentions of whom it stands for."""
    entity = document.candidate(chunk).entity if document.tags[chunk] == PRONOUN else None
    return {chunk, *(c.chunk for c in candidates if c and entity and c.entity is entity)}


def _beside_beat(document: Document, quote: Quote, candidates: Candidates) -> Candidates:
    """The candidates of a quote that is a sentence beside what somebody does.

    *A locked the door. “Nobody leaves.”*: not nobody. *“Nobody leaves.” A locked the door.*: A.
    """
    tags, first = document.tags, quote.first
    alone = not quote.frame.left and not quote.frame.right.strip(END)
    if not alone or not _is_sentence(quote.text):
        return candidates
    after = _BEAT_AFTER.match(tags, quote.last + 1)
    if after and tags[first - 1 : first] in _PARAGRAPH_EDGES:
        own = tuple(c for c in candidates if c is not None and c.chunk == after.start("speaker"))
        return own or candidates
    before = _BEAT_BEFORE.search(tags, max(0, first - _BEAT), first)
    return candidates[:-1] or candidates if before else candidates


def _somebody(document: Document, quote: Quote, candidates: Candidates) -> Candidates:
    """The candidates without nobody, if a short quote opens its sentence and somebody says it.

    Few words in marks are most often a term, but of *“Never,” X said* they are what X says.
    """
    if len(quote.words) > _SHORT:
        return candidates
    pauses = quote.text[-1:] in _PAUSES or document.tags.startswith(COMMA, quote.last + 1)
    if quote.frame.left or not pauses:
        return candidates
    spoken = _SPEECH_TAG.match(document.tags, quote.last + 1)
    return candidates[:-1] or candidates if spoken else candidates


def _is_sentence(text: str) -> bool:
    """The words are a sentence, as far as their capital and their mark show."""
    first, last = _LETTER.search(text), _LETTER_BACKWARDS.search(text)
    return bool(first and last and first[0].isupper() and set(".?!…") & set(text[last.end() :]))
