"""Judges reported clauses: what is none is left out, and how sure the others are.

The model of speech takes time, and much of what is wanted does not depend on it. So it is asked of
a clause when its judgement is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from quoteattr.attribute.evidence import is_evidence
from quoteattr.attribute.reported import ReportedClause
from quoteattr.attribute.speech import LEAST, SpeechModel
from quoteattr.detect.pattern import tags
from quoteattr.records import Act, Factuality, QuoteKind

#: tags of what may stand behind an object of saying, of words that are no nouns, and of verbs
_ADJUNCTS = tags("PREPOSITION|ADVERBIAL|CONJUNCTION")
_NO_NOUNS = tags("ING_FORM|CUE_PARTICIPLE|ADVERBIAL")
_VERBS = tags("COPULA|AUXILIARY|PAST_FORM|CUE")


@frozen(slots=False)  # a cached property of a class with slots takes longer
class JudgedClause:
    """A reported clause with how sure it is."""

    clause: ReportedClause
    model: SpeechModel

    @property
    def kind(self) -> QuoteKind:
        """``mixed`` if somebody says words between marks in it, ``indirect`` if not."""
        return "mixed" if self.clause.quoted else "indirect"

    @property
    def act(self) -> Act:
        """The act that its cue names."""
        return self.clause.act

    @property
    def factuality(self) -> Factuality | None:
        """Whether it was reported at all; None if it was."""
        return self.clause.factuality

    @cached_property
    def probability(self) -> float:
        """The probability that it is speech, whole, and by its speaker."""
        return LEAST if is_evidence(self.clause) else self.model.confidence(self.clause)

    @cached_property
    def confidence(self) -> float:
        """The probability that its record is right.

        That of speech is what the model says. A clause with quotation marks in it is as sure as its
        attribution at least: whoever reads it asks first who says the words in marks. A thought is
        as sure as its attribution, whose annotators counted thoughts as well.
        """
        attributed = self.clause.confidence
        if self.clause.quoted_indices:
            sure = max(attributed, (self.probability + attributed) / 2)
        else:
            sure = self.probability if self.act == "speech" else attributed
        return round(sure, 3)

    @property
    def likely(self) -> bool:
        """It is likely enough speech to come out by default."""
        return self.probability >= self.model.threshold


def judge_clauses(
    clauses: Iterable[ReportedClause], model: SpeechModel, everything: bool
) -> Iterator[JudgedClause]:
    """Judge reported clauses; those that are none are left out.

    A single word without meaning is none. One with quotation marks in it that is not likely speech
    is none either, unless everything is wanted: the words in marks then stand alone.
    """
    for clause in clauses:
        if is_bare(clause) or is_object(clause):
            continue
        judged = JudgedClause(clause, model)
        if everything or not clause.quoted_indices or judged.likely:
            yield judged


def is_bare(clause: ReportedClause) -> bool:
    """No clause, but a word without a meaning of its own (*it*), or that is no noun."""
    words, language = clause.quote.lower().split(), clause.language
    if clause.quoted or len(words) != 1 or words[0] in language.answers:
        return False
    return words[0] in language.function_words or any(t.tag in _NO_NOUNS for t in clause.tokens)


def is_object(clause: ReportedClause) -> bool:
    """No clause, but an object of saying: *said something in a low voice*, *said goodbye*."""
    tokens, language = clause.tokens, clause.language
    if clause.quoted or not tokens or tokens[0].word not in language.said_pronouns:
        return False
    adjunct = len(tokens) == 1 or tokens[1].tag in _ADJUNCTS
    verbs = (t.word for t in tokens if t.tag in _VERBS)
    # as they are spelt, these are nouns: *in a low voice*
    return adjunct and all(w in language.reporting or w in language.saying for w in verbs)
