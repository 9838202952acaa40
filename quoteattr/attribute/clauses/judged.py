"""Decide which reported clauses to keep, and their confidence.

The model of speech is slow, and often not needed. So it is applied to a clause on demand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from quoteattr.attribute.clauses.evidence import is_evidence, is_hearsay
from quoteattr.attribute.clauses.reported import ReportedClause
from quoteattr.attribute.clauses.speech import LEAST, SpeechModel
from quoteattr.detect.alphabet import ADVERB, PREPOSITION, RELATIVE
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import tag_at
from quoteattr.records import Act, Factuality, QuoteKind

#: tags that may follow an object of saying, tags of words that are not nouns, and tags of verbs
_ADJUNCTS = tags("PREPOSITION|ADVERBIAL|CONJUNCTION")
_NO_NOUNS = tags("ING_FORM|CUE_PARTICIPLE|ADVERBIAL")
_VERBS = tags("COPULA|AUXILIARY|PAST_FORM|CUE")
#: a clause is dropped if its mean probability of being content, and that of being speech, are both
#: lower. Cross-validated, lenient F with speaker on ``said`` 76.6 → 78.3, on ``polnear/train``
#: 69.1 → 69.3; strict F 71.4 → 73.0 and 64.0 → 64.3
_LEAST_CONTENT, _LEAST_SPEECH = 0.65, 0.3


@frozen(slots=False)  # a cached property of a class with slots is slower
class JudgedClause:
    """A reported clause with its confidence."""

    clause: ReportedClause
    model: SpeechModel

    @property
    def kind(self) -> QuoteKind:
        """``mixed`` if somebody says words in marks inside it, else ``indirect``."""
        return "mixed" if self.clause.quoted else "indirect"

    @property
    def act(self) -> Act:
        """The act that its cue names."""
        return self.clause.act

    @property
    def factuality(self) -> Factuality | None:
        """Why it was not reported; None if it was."""
        return self.clause.factuality

    @cached_property
    def probability(self) -> float:
        """The probability that it is speech, complete, and by its speaker."""
        unsaid = is_evidence(self.clause) or is_hearsay(self.clause)
        return LEAST if unsaid else self.model.confidence(self.clause)

    @cached_property
    def confidence(self) -> float:
        """The probability that its record is right.

        For speech it comes from the model. A clause with quotation marks in it is at least as
        certain as its attribution, since readers first ask who says the words in marks. A thought
        is as certain as its attribution, whose annotators counted thoughts as well.
        """
        attributed = self.clause.confidence
        if self.clause.quoted_indices:
            probability = max(attributed, (self.probability + attributed) / 2)
        else:
            probability = self.probability if self.act == "speech" else attributed
        return round(probability, 3)

    @property
    def doubtful(self) -> bool:
        """Whether neither the tagger nor the model finds it likely."""
        clauses = (attribution.quote.clause for attribution in self.clause.attributions)
        means = [clause.reading.mean for clause in clauses if clause and clause.reading]
        unread = bool(means) and min(means) < _LEAST_CONTENT
        spoken = self.act != "speech" or self.clause.quoted_indices
        return unread and not spoken and self.probability < _LEAST_SPEECH

    @property
    def likely(self) -> bool:
        """Whether it is likely enough speech to be returned by default."""
        return self.probability >= self.model.threshold


def judge_clauses(
    clauses: Iterable[ReportedClause], model: SpeechModel, everything: bool
) -> Iterator[JudgedClause]:
    """Keep the reported clauses that are valid, with their confidence.

    A single word without meaning is not a clause, nor is one that neither the tagger nor the model
    finds likely. Unless everything is wanted, a clause that is cut off is dropped, and so is one
    with quotation marks in it that is not likely speech: the words in marks then have a record of
    their own.
    """
    for clause in clauses:
        if is_bare(clause) or is_object_of_saying(clause):
            continue
        if not everything and is_cut_off(clause):
            continue
        judged = JudgedClause(clause, model)
        if judged.doubtful:
            continue
        if everything or not clause.quoted_indices or judged.likely:
            yield judged


def is_bare(clause: ReportedClause) -> bool:
    """Whether it is only a word without a meaning of its own (*it*), or one that is not a noun."""
    words, language = clause.quote.lower().split(), clause.language
    if clause.quoted or len(words) != 1 or words[0] in language.answers:
        return False
    return words[0] in language.function_words or any(t.tag in _NO_NOUNS for t in clause.tokens)


def is_cut_off(clause: ReportedClause) -> bool:
    """Whether it ends where none can: *the film is directed by Ada Berg and*, *a film in which*."""
    tokens = clause.tokens
    if clause.quoted_indices or not tokens:
        return False
    unfinished = clause.language.joining | clause.language.indefinite_articles
    relative = tokens[-1].tag == RELATIVE and tag_at(tokens, len(tokens) - 2) == PREPOSITION
    return relative or tokens[-1].word in unfinished


def is_object_of_saying(clause: ReportedClause) -> bool:
    """Whether it is only an object of saying: *said something in a low voice*, *said goodbye*."""
    language = clause.language
    degree = int(clause.tokens[0].tag == ADVERB) if clause.tokens else 0  # *very little*
    tokens = clause.tokens[degree:]
    if clause.quoted or not tokens or tokens[0].word not in language.said_pronouns:
        return False
    adjunct = len(tokens) == 1 or tokens[1].tag in _ADJUNCTS
    verbs = (t.word for t in tokens if t.tag in _VERBS)
    # spelt like verbs, but nouns here: *in a low voice*
    return adjunct and all(w in language.reporting or w in language.saying for w in verbs)
