"""Compute the features of a reported clause, by which ``speech.py`` judges it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from math import log

from quoteattr.attribute.clauses.cue_bases import base_of, reporting_base
from quoteattr.attribute.clauses.reported import ReportedClause
from quoteattr.attribute.documents.document import Document
from quoteattr.detect.alphabet import (
    ACCORDING_TO,
    AUXILIARY,
    COLON,
    COMMA,
    COPULA,
    CUE_NOUN,
    DETERMINER,
    END,
    NAME,
    NUMBER,
    OTHER_NOMINAL,
    PAST_FORM,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.patterns.pattern import tags
from quoteattr.records import Mention, Span
from quoteattr.tag.clauses import ClauseReading
from quoteattr.tag.finite_verbs import is_finite

#: minimum distance of a probability from 0 and from 1 before its log-odds are taken
_EDGE = 0.01
#: if there is no finite verb among this many words, there is none
_FAR = 15
_SENTENCE_ENDS = frozenset(END)
#: verbs
_VERBS = tags("COPULA|AUXILIARY|CUE")
#: words that may be a noun without a determiner, and any form in -ing
_BARE_NOUNS = tags("OTHER_WORD|PAST_FORM|CUE_NOUN")
_ING_FORMS = tags("CUE_PARTICIPLE|ING_FORM")
#: tags that no clause begins with, that none ends with, and that introduce one inside another
_NO_OPENING = tags("PREPOSITION|CONJUNCTION|COMMA|COPULA|AUXILIARY")
_NO_ENDING = tags(
    "COPULA|AUXILIARY|DETERMINER|PREPOSITION|SUBORDINATOR|COMPLEMENTIZER|RELATIVE|CONJUNCTION"
)
_SUBORDINATE = tags("RELATIVE|COMPLEMENTIZER|SUBORDINATOR")
#: tags between a cue and its clause
_INTRODUCING = tags("COMMA|COLON|COMPLEMENTIZER")
_PAUSES = frozenset(tags("COMMA|COLON"))
#: tags of cues, and of verbs of saying, of reporting and in -ing among them
_CUES = frozenset(tags("CUE|CUE_PARTICIPLE|CUE_NOUN|ACCORDING_TO"))
_SAYING = frozenset(tags("SAYING|SAYING_PARTICIPLE"))
_REPORTING = frozenset(tags("REPORTING|REPORTING_PARTICIPLE"))
_PARTICIPLES = frozenset(tags("CUE_PARTICIPLE"))
_UNREAD = ClauseReading(0.0, 0.0, 0.0, 0.0, 0.0)


def log_odds(probability: float) -> float:
    """The log-odds of a probability, within bounds."""
    return log((probability + _EDGE) / (1 + _EDGE - probability))


def clause_features(
    clause: ReportedClause, clausal: Mapping[str, Sequence[float]]
) -> dict[str, float]:
    """Compute the features of a clause: a number for each name.

    Args:
        clause: the clause.
        clausal: by the base form of cues, how often their contents are clauses rather than noun
            phrases, and how many there were.
    """
    values: dict[str, float] = {}
    for part in (_as_read, _as_attributed, _opening, _verbs, _around, _cue, _source):
        values.update(part(clause))
    values.update(_clausal(clause, clausal))
    _together(values)
    return values


Numbers = Iterator[tuple[str, float]]


def _as_read(clause: ReportedClause) -> Numbers:
    """The features of the tagger's output."""
    clauses = [a.quote.clause for a in clause.attributions if a.quote.clause]
    readings = [c.reading or _UNREAD for c in clauses]
    for name, values in zip(ClauseReading._fields, zip(*readings, strict=True), strict=True):
        yield f"tagger: {name}", log_odds(min(values))
    minimum = min((c.probability for c in clauses), default=0.0)
    yield "tagger: least", log_odds(minimum)
    cue, mention, tagged = clause.cue, clause.mention, clause.tagged
    probability = tagged.cue_probability(Span(cue.start, cue.end)) if cue else 0.0
    yield "tagger: cue", log_odds(probability)
    probability = tagged.source_probability(Span(mention.start, mention.end)) if mention else 0.0
    yield "tagger: source", log_odds(probability)


def _as_attributed(clause: ReportedClause) -> Numbers:
    """The features of its attribution."""
    yield "share of the speaker", min(attribution.share for attribution in clause.attributions)
    yield "confidence of the attribution", log_odds(clause.confidence)
    yield "somebody says words in marks", bool(clause.quoted)


def _opening(clause: ReportedClause) -> Numbers:
    """The features of its start and its length."""
    tokens, text = clause.tokens, clause.document.text
    first, count = (tokens[0].word, len(tokens)) if tokens else ("", 0)
    tag = tokens[0].tag if tokens else ""
    yield "words", log(1 + sum(len(text[s:e].split()) for s, e in clause.spans))
    yield "opens with to", first in clause.language.infinitive
    yield "opens with a question word", first in clause.language.question_words
    yield "opens with a pronoun", tag == PRONOUN
    yield "opens with a name", tag == NAME
    yield "opens with a determiner", tag == DETERMINER
    yield "opens with a possessive", first in clause.language.possessives
    yield "opens with a bare noun", tag in _BARE_NOUNS
    yield "opens with -ing", tag in _ING_FORMS
    yield "opens with a number", tag == NUMBER
    yield "opens in the middle", tag in _NO_OPENING
    yield "opens with a capital", text[clause.spans[0].start].isupper()
    yield "ends in the middle", bool(tokens) and tokens[-1].tag in _NO_ENDING
    yield "marks inside", any(token.tag == QUOTE for token in tokens)
    yield "one word", count == 1


def _verbs(clause: ReportedClause) -> Numbers:
    """The features of its first finite verb: its position, its kind, and what precedes it."""
    tokens = clause.tokens
    at = next((i for i in range(len(tokens)) if is_finite(tokens, i, clause.language)), None)
    before = tokens[: at or 0]
    yield "finite verb at", _FAR if at is None else min(_FAR, at)
    yield "no finite verb", at is None
    tag = "" if at is None else tokens[at].tag
    yield "finite verb is be", tag == COPULA
    yield "finite verb is an auxiliary", tag == AUXILIARY
    yield "finite verb in -ed", tag == PAST_FORM
    yield (
        "subordinate before the verb",
        min(3, sum(t.tag in _SUBORDINATE or t.word in clause.language.infinitive for t in before)),
    )
    yield "prepositions before the verb", min(4, sum(t.tag == PREPOSITION for t in before))
    yield "commas before the verb", min(3, sum(t.tag == COMMA for t in before))
    yield "share of verbs", sum(t.tag in _VERBS for t in tokens) / max(1, len(tokens))


def _around(clause: ReportedClause) -> Numbers:
    """The features of the words right before and after it."""
    document, chunks, language = clause.document, clause.chunks, clause.language
    before = document.chunks.heads[chunks.start - 1] if chunks.start else ""
    right = document.tags[chunks.stop : chunks.stop + 1]
    yield "that before it", before in language.complementizers
    yield (
        "a preposition before it",
        clause.left[-1:] == PREPOSITION and before not in language.infinitive,
    )
    yield "a comma before it", clause.left[-1:] in _PAUSES
    yield "opens its sentence", not clause.left
    yield "ends its sentence", right in _SENTENCE_ENDS
    yield "a comma after it", right == COMMA
    yield "a verb after it", right in _VERBS and bool(right)
    end = clause.spans[-1].end
    yield "asked", "?" in document.text[end : end + 2]


def _cue(clause: ReportedClause) -> Numbers:
    """The features of its cue and of the cue's position."""
    cue, words, language = clause.cue_chunks, clause.cue_words, clause.language
    tags, heads = clause.document.tags[cue.start : cue.stop], clause.document.chunks.heads
    after = clause.cue is not None and clause.cue.start >= clause.spans[-1].end
    gap = clause.document.tags[cue.stop : clause.chunks.start]
    yield "no cue", clause.cue is None
    yield "cue after it", after
    yield "cue right before it", bool(cue) and not after and not gap.strip(_INTRODUCING)
    yield "chunks between", min(12, len(gap))
    yield "cue is a verb of saying", not _SAYING.isdisjoint(tags)
    yield "cue is a verb of reporting", not _REPORTING.isdisjoint(tags)
    yield "cue is a noun", CUE_NOUN in tags
    yield "cue is according to", ACCORDING_TO in tags
    yield "cue is a colon", COLON in tags and _CUES.isdisjoint(tags)
    yield "cue in -ing", not _PARTICIPLES.isdisjoint(tags)
    yield "words of the cue", len(words)
    yield "cue opens with to", bool(words) and words[0] in language.infinitive
    yield (
        "cue ends with a preposition",
        bool(words) and words[-1] in language.prepositions,
    )
    yield "cue has be", any(word in language.be for word in words)
    yield "cue is denied or imagined", clause.factuality is not None
    yield "cue is no speech", clause.act != "speech"
    near = heads[max(0, cue.start - 4) : cue.start]
    yield (
        "a question or condition before the cue",
        any(h in language.question_words for h in near),
    )


def _source(clause: ReportedClause) -> Numbers:
    """The features of its source."""
    mention, document = clause.mention, clause.document
    chunk = None if mention is None else _head_chunk(document, mention)
    tag, head = ("", "") if chunk is None else (document.tags[chunk], document.chunks.heads[chunk])
    language = clause.language
    yield "nobody", mention is None
    yield "source is a pronoun", mention is not None and mention.kind == "pronoun"
    yield "source is a name", mention is not None and mention.kind == "name"
    yield "source can speak", tag == SPEAKING_NOMINAL
    yield "source is any nominal", tag == OTHER_NOMINAL
    yield "source is who or which", head in language.relative
    yield "source is I, we or you", head in language.first_second
    yield "source is it or they", head in language.thing_pronouns or head in language.they
    yield "source beside the cue", chunk is not None and 0 <= clause.cue_chunks.start - chunk <= 3


def _head_chunk(document: Document, mention: Mention) -> int:
    """The head chunk of a mention, which may begin with its owner: *the boy's father*."""
    starts, tags = document.chunks.starts, document.tags
    i = bisect_right(starts, mention.start) - 1
    last = bisect_left(starts, mention.end) - 1
    while i + 2 <= last and tags[i + 1] == POSSESSIVE:
        i += 2
    return i


def _clausal(clause: ReportedClause, clausal: Mapping[str, Sequence[float]]) -> Numbers:
    """The feature of how often the contents of its cue are clauses."""
    bases = [base_of(word, clause.language) for word in clause.cue_words]
    share, count = clausal.get(reporting_base(clause.cue_words, clause.language), (0.5, 0))
    yield "cue with clauses", share
    yield "cue seen", log(1 + count)
    yield (
        "any word of the cue with clauses",
        max((clausal.get(b, (0.3, 0))[0] for b in bases), default=0.5),
    )


def _together(values: dict[str, float]) -> None:
    """Add features that are evidence only in combination."""
    finite = 1 - values["no finite verb"]
    soon = finite and not values["subordinate before the verb"] and values["finite verb at"] <= 6
    share = values["cue with clauses"]
    values["cue with clauses, finite verb"] = share * finite
    values["cue with clauses, no finite verb"] = share * (1 - finite)
    values["cue with clauses, finite verb soon"] = share * bool(soon)
    values["cue with clauses, right before, finite verb"] = (
        share * finite * values["cue right before it"]
    )
    values["cue with clauses, after"] = share * values["cue after it"]
    values["that and a verb of saying"] = (
        values["that before it"] * values["cue is a verb of saying"]
    )
