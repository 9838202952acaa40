"""Build the document of reported clauses, in which each clause is one chunk, like a quote.

So the same rules apply to clauses and quotes: to the text around them, and between them and the
candidates. The tagger's sources are candidates, and its cues are verbs that report.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quoteattr.attribute.decision.decode import AttributedDocument
from quoteattr.attribute.documents.document import Document
from quoteattr.detect.alphabet import (
    COMMA,
    ING_FORM,
    NAME,
    OTHER_NOMINAL,
    POSSESSIVE,
    QUOTE,
    REPORTING,
    REPORTING_PARTICIPLE,
)
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.folding import Fold, fold
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Span
from quoteattr.tag.clauses import TaggedClauses

#: classes that can speak, and the class that a source of any other class gets
_SPEAKING, _SOURCE = frozenset(tags("MENTION|LABEL")), OTHER_NOMINAL
#: the subject of a verb of saying in the passive, and a clause after *that*
_IN_PASSIVE = lazy_regex(
    encode("{PRONOUN} {COPULA} {AUXILIARY|ADVERBIAL}* {SAYING|REPORTING} {TIME}? {COMPLEMENTIZER}")
)
#: an unknown nominal and the name of the body it works for: the name speaks
_APPOSITION = OTHER_NOMINAL + COMMA + NAME
#: classes that do not change inside a cue; any other word there is a verb that reports
_STAY = _SPEAKING | frozenset(
    tags(
        "CUE|CUE_PARTICIPLE|CUE_NOUN|ACCORDING_TO|COPULA|AUXILIARY|ADVERB|PREPOSITION|AGENT_MARKER"
        "|CONJUNCTION|COMPLEMENTIZER|SUBORDINATOR|DETERMINER|POSSESSIVE|OBJECT_PRONOUN|QUOTE"
        "|COMMA|COLON|DASH|SENTENCE_END"
    )
)


def clause_document(quotes: AttributedDocument, tagged: TaggedClauses) -> Document:
    """Build the document of an article with its reported clauses as quotes.

    Args:
        quotes: the article with its quotes attributed. Those outside clauses are also quotes here,
            with settled speakers.
        tagged: its clauses, in order, with the cues and sources.

    Returns:
        The document; ``clause`` of a quote is its clause, or None for a settled quote.
    """
    document = quotes.document
    folds = [
        *(Fold(clause.span, QUOTE) for clause in tagged.clauses),
        *(Fold(span, _SOURCE) for span in _unseen(document.chunks, tagged.sources)),
    ]
    chunks = fold(document.chunks, sorted(folds))
    _mark_cues(chunks, tagged.cues)
    folded = Document(document.text, document.tokens, document.tagged, chunks, document.coreference)
    clauses = {clause.span.start: clause for clause in tagged.clauses}
    settled = _settled_speakers(quotes, chunks.origin)
    for chunk in chunks.quote_chunks:
        span = Span(chunks.starts[chunk], chunks.ends[chunk])
        if chunks.origin[chunk] < 0:
            clause = clauses[span.start]
            folded.add_quote((chunk, chunk), (clause.span,), quoted=clause.quoted, clause=clause)
        else:
            folded.add_quote((chunk, chunk), (span,), settled=True, speaker=settled[chunk])
    speaking = {chunk for chunk in settled.values() if chunk is not None}
    sources = (i for i in _within(chunks, tagged.sources) if not _is_expletive(chunks, i))
    folded.candidate_chunks = sorted(speaking.union(sources))
    return folded


def _settled_speakers(quotes: AttributedDocument, origin: Sequence[int]) -> dict[int, int | None]:
    """For the chunk of each quoted span outside clauses, the chunk of its speaker, if any."""
    quote_chunks = quotes.document.chunks.quote_chunks
    new_index = {chunk: new for new, chunk in enumerate(origin)}
    return {
        new_index[quote_chunks[k]]: new_index.get(attribution.chosen.chunk)
        if attribution.chosen
        else None
        for attribution in quotes.attributions
        for k in attribution.quote.quoted
        if quote_chunks[k] in new_index
    }


def _unseen(chunks: Chunks, sources: Sequence[Span]) -> list[Span]:
    """Sources without a chunk of a class that can speak: *polls*, *one of them*."""
    starts = [chunks.starts[i] for i in _within(chunks, sources)]
    return [s for s in sources if bisect_left(starts, s.start) == bisect_left(starts, s.end)]


def _within(chunks: Chunks, sources: Sequence[Span]) -> list[int]:
    """The chunks in a source that can speak, without owners of others: *the town’s | mayor*."""
    return [
        i
        for start, end in sources
        for i in range(bisect_left(chunks.ends, start + 1), bisect_left(chunks.starts, end))
        if chunks.tags[i] in _SPEAKING
        and not chunks.tags.startswith(_APPOSITION, i)
        and not _owns_source(chunks, i, end)
    ]


def _owns_source(chunks: Chunks, i: int, end: int) -> bool:
    """Whether a mention in the same source follows chunk i and a possessive ending."""
    owned = i + 2
    owns = owned < len(chunks.tags) and chunks.tags[i + 1] == POSSESSIVE
    return owns and chunks.starts[owned] < end and chunks.tags[owned] in _SPEAKING


def _is_expletive(chunks: Chunks, i: int) -> bool:
    """Whether the pronoun in chunk i stands for the clause itself: *it is reported that …*."""
    passive = _IN_PASSIVE.match(chunks.tags, i)
    return bool(passive) and chunks.heads[i] in chunks.language.thing_pronouns


def _mark_cues(chunks: Chunks, cues: Sequence[Span]) -> None:
    """Tag the tagger's cues as verbs that report, whether or not a table contains them."""
    row = list(chunks.tags)
    for start, end in cues:
        for i in range(bisect_left(chunks.starts, start), bisect_left(chunks.starts, end)):
            if row[i] not in _STAY:
                row[i] = REPORTING_PARTICIPLE if row[i] == ING_FORM else REPORTING
    chunks.tags = "".join(row)
