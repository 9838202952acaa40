"""Estimate the probability that a reported clause is speech, complete, and by its speaker.

The corpus on which clauses are trained counts as reported whatever anybody said, thought or meant,
including noun objects (*attacked the plan*). This module decides what a reader would call reported
speech, with small trees over simple features of a clause: the tagger's output, how its speaker was
chosen, its cue and its words. They are boosted on articles in which all reported speech is
annotated (``training/speech.py``); their sum, calibrated on held-out articles, is the confidence of
a clause.

``model/speech.json`` has the trees: nested ``[feature, bound, no, yes]`` with numbers at the
leaves.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from math import exp, log
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from quoteattr.attribute.clauses.reported import ReportedClause
from quoteattr.attribute.documents.document import Document
from quoteattr.data import data_file
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
from quoteattr.language import Language
from quoteattr.records import Mention, Span
from quoteattr.tag.boundaries import is_finite
from quoteattr.tag.clauses import ClauseReading

#: maximum number of features that one tree tests in sequence
DEPTH = 3
#: minimum distance of a probability from 0 and from 1 before its log-odds are taken
_EDGE = 0.01
#: if there is no finite verb among this many words, there is none
_FAR = 15
#: the minimum and the maximum confidence of a clause
LEAST, _MOST = 0.005, 0.99
_SENTENCE_ENDS = frozenset(END)
#: verbs, and the auxiliaries among them
_VERBS = tags("COPULA|AUXILIARY|CUE")
_AUXILIARIES = tags("COPULA|AUXILIARY")
#: words that may be a noun without a determiner, and any form in -ing
_BARE_NOUNS = tags("OTHER_WORD|PAST_FORM|CUE_NOUN")
_ING_FORMS = tags("CUE_PARTICIPLE|ING_FORM")
#: tags that no clause begins with, that none ends with, and that introduce one inside another
_NO_OPENING = tags("PREPOSITION|CONJUNCTION|COMMA|COPULA|AUXILIARY")
_NO_ENDING = tags(
    "COPULA|AUXILIARY|DETERMINER|PREPOSITION|SUBORDINATOR|COMPLEMENTIZER|RELATIVE|CONJUNCTION"
)
_SUBORDINATE = tags("RELATIVE|COMPLEMENTIZER|SUBORDINATOR")
#: tags before a noun rather than before a finite verb
_BEFORE_NOUN = tags("DETERMINER|PREPOSITION")
#: tags between a cue and its clause
_INTRODUCING = tags("COMMA|COLON|COMPLEMENTIZER")
_PAUSES = frozenset(tags("COMMA|COLON"))
#: tags of cues, and of verbs of saying, of reporting and in -ing among them
_CUES = frozenset(tags("CUE|CUE_PARTICIPLE|CUE_NOUN|ACCORDING_TO"))
_SAYING = frozenset(tags("SAYING|SAYING_PARTICIPLE"))
_REPORTING = frozenset(tags("REPORTING|REPORTING_PARTICIPLE"))
_PARTICIPLES = frozenset(tags("CUE_PARTICIPLE"))
Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
_UNREAD = ClauseReading(0.0, 0.0, 0.0, 0.0, 0.0)


def log_odds(probability: float) -> float:
    """The log-odds of a probability, within bounds."""
    return log((probability + _EDGE) / (1 + _EDGE - probability))


def base_of(word: str, language: Language) -> str:
    """The base form of a verb in the tables; any other word unchanged.

    >>> from quoteattr.language import ENGLISH
    >>> [base_of(word, ENGLISH) for word in ("said", "believes", "walked")]
    ['say', 'believe', 'walked']
    """
    return language.derived(_bases).get(word, word)


def _bases(language: Language) -> dict[str, str]:
    """The base of each form of the verbs that report, think or intend."""
    tables = (language.saying, language.reporting, language.thinking, language.intending)
    verbs = sorted(frozenset[str]().union(*tables))
    bases: dict[str, str] = {}
    for verb in verbs:
        for form in language.verb_forms(verb):
            bases.setdefault(form, verb)
    return bases | {verb: verb for verb in verbs}


def head_of(words: Sequence[str], language: Language) -> str:
    """The base form of the reporting word of a cue: its last verb, or else its last word."""
    bases = [base_of(word, language) for word in words]
    verbs = [base for base in bases if base in language.saying or base in language.reporting]
    return (verbs or bases or [""])[-1]


def features(clause: ReportedClause, clausal: Mapping[str, Sequence[float]]) -> dict[str, float]:
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
    readings = [p.quote.clause.reading or _UNREAD for p in clause.pieces if p.quote.clause]
    for name, values in zip(ClauseReading._fields, zip(*readings, strict=True), strict=True):
        yield f"tagger: {name}", log_odds(min(values))
    least = min((p.quote.clause.probability for p in clause.pieces if p.quote.clause), default=0.0)
    yield "tagger: least", log_odds(least)
    cue, mention, tagged = clause.cue, clause.mention, clause.tagged
    sure = tagged.cue_probability(Span(cue.start, cue.end)) if cue else 0.0
    yield "tagger: cue", log_odds(sure)
    sure = tagged.source_probability(Span(mention.start, mention.end)) if mention else 0.0
    yield "tagger: source", log_odds(sure)


def _as_attributed(clause: ReportedClause) -> Numbers:
    """The features of its attribution."""
    yield "share of the speaker", min(piece.share for piece in clause.pieces)
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
    yield "a comma behind it", right == COMMA
    yield "a verb behind it", right in _VERBS and bool(right)
    end = clause.spans[-1].end
    yield "asked", "?" in document.text[end : end + 2]


def _cue(clause: ReportedClause) -> Numbers:
    """The features of its cue and of the cue's position."""
    cue, words, language = clause.cue_chunks, clause.cue_words, clause.language
    tags, heads = clause.document.tags[cue.start : cue.stop], clause.document.chunks.heads
    behind = clause.cue is not None and clause.cue.start >= clause.spans[-1].end
    gap = clause.document.tags[cue.stop : clause.chunks.start]
    yield "no cue", clause.cue is None
    yield "cue behind it", behind
    yield "cue right before it", bool(cue) and not behind and not gap.strip(_INTRODUCING)
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
    share, count = clausal.get(head_of(clause.cue_words, clause.language), (0.5, 0))
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
    values["cue with clauses, behind"] = share * values["cue behind it"]
    values["that and a verb of saying"] = (
        values["that before it"] * values["cue is a verb of saying"]
    )


@frozen
class SpeechModel:
    """The learned parameters."""

    #: by the base form of cues, the share of clauses among their contents, and their number
    cues: Mapping[str, Sequence[float]]
    #: trees as ``[feature, bound, no, yes]``, nested
    trees: Sequence[Any]
    #: slope and offset from the sum of the trees to the log-odds of being right
    calibration: Sequence[float]
    #: the minimum confidence of a clause in the default output
    threshold: float

    def score(self, values: Mapping[str, float]) -> float:
        """The sum of the trees for the values of the features."""
        names, asked, bounds, leaves = self._tables
        row_of_values = np.array([values[name] for name in names] or [0.0])
        above = (row_of_values.take(asked) > bounds).ravel()
        place = np.zeros(len(leaves), dtype=np.intp)
        *levels, bottom = self._levels
        for first in levels:
            place = 2 * place + above.take(first + place)
        return float(leaves.take(bottom + place).sum())

    @cached_property
    def _levels(self) -> list[Indices]:
        """The first node of each level in each tree, inner nodes only, and the first leaf of each.

        The nodes of a level are adjacent; inner nodes and leaves are numbered separately.
        """
        trees, inner = np.arange(len(self.trees)), 2**DEPTH - 1
        firsts = [inner * trees + (2**depth - 1) for depth in range(DEPTH)]
        return [*firsts, (inner + 1) * trees]

    @cached_property
    def _tables(self) -> tuple[list[str], Indices, Floats, Floats]:
        """The features that are tested; of each inner node its feature and bound; the leaves."""
        inner = 2**DEPTH - 1
        names: dict[str, int] = {}
        asked = np.zeros((len(self.trees), inner), dtype=np.intp)
        bounds = np.full((len(self.trees), inner), np.inf)
        leaves = np.zeros((len(self.trees), inner + 1))
        for k, tree in enumerate(self.trees):
            level = [tree]
            for depth in range(DEPTH):
                for at, node in enumerate(level):
                    if isinstance(node, list):
                        here = 2**depth - 1 + at
                        asked[k, here] = names.setdefault(node[0], len(names))
                        bounds[k, here] = node[1]
                level = [branch for node in level for branch in _branches(node)]
            leaves[k] = level
        return list(names), asked, bounds, leaves

    def calibrated(self, score: float) -> float:
        """The probability that a clause with this sum of the trees is right."""
        slope, offset = self.calibration
        sure = 1 / (1 + exp(-slope * score - offset))
        return round(min(_MOST, max(LEAST, sure)), 3)

    def confidence(self, clause: ReportedClause) -> float:
        """The probability that a clause is speech, complete, and by its speaker."""
        return self.calibrated(self.score(features(clause, self.cues)))


def _branches(node: Any) -> tuple[Any, Any]:
    """The branches of a node, no and yes; a shallow leaf leads to itself."""
    return (node[2], node[3]) if isinstance(node, list) else (node, node)


@lru_cache(maxsize=1)
def default() -> SpeechModel:
    """The model of the package, loaded once."""
    data = json.loads(data_file("model", "speech.json").read_text(encoding="utf-8"))
    return SpeechModel(*(data[name] for name in ("cues", "trees", "calibration", "threshold")))
