"""Resolve *he* and *she* to the best antecedent, and measure its lead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quoteattr.coref.discourse import Antecedent, DiscourseReader, PriorMention
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.turn_taking import Expectation
from quoteattr.detect.alphabet import COMMA, END, NAME, PREPOSITION, SENTENCE_END, SUBORDINATOR
from quoteattr.detect.patterns.pattern import FARTHEST, RowPattern, encode, tags

#: maximum distance of the antecedent of a personal pronoun, in chunks
REACH = 220
#: the required score of an antecedent, of one with a known gender, and the lead of a certain one
_ENOUGH, _ENOUGH_KNOWN, _SURE = -3.0, -5.0, 1.5
#: the score below which a subject after the pronoun's clause is preferred, and the number of chunks
#: in which it is searched
_AHEAD, _AHEAD_REACH = 1.5, 30
#: the weight of a certain pronoun as evidence for the gender of its name
BY_CHAIN = 0.5
# Evidence for an antecedent, in addition to its position in its sentence. The weights were tried on
# annotated news; they are on a plateau, so that none of them is fine-tuned.

#: each sentence, and each paragraph, between it and the pronoun, and the maximum number of them
_BY_SENTENCE, _BY_PARAGRAPH, _SENTENCES, _PARAGRAPHS = 1.2, 0.5, 6, 4
#: it is a pronoun of that gender; the text shows that gender; or the other one, for each evidence,
#: up to a maximum
_BY_PRONOUN, _BY_GENDER, _BY_OTHER, _MOST_BY_OTHER = 2.5, 0.5, 3.0, 8.0
#: it is used like a person's name; it has no name, or only as somebody's brother
_BY_LIKENESS, _UNNAMED = 1.6, 1.0
#: for a pronoun that speaks: its antecedent spoke, or was introduced, within so many sentences; it
#: is a nameless subject in the sentence before
_BY_SAYING, _BY_INTRODUCTION, _BY_ACT, _SHORTLY = 0.5, 1.0, 2.0, 2
#: it is the subject, and somebody new without a name; it is a pronoun, and the sentences after it
#: have another person as their subject (a shift of the centre, Grosz, Joshi and Weinstein 1995)
_BY_NOVELTY, _BY_SHIFT = 1.6, 1.0
#: it is in what the pronoun says: *Berg is ill, she said*
_BY_REPORT = 4.0
#: it, or the other person, has the turn in an exchange of question and answer
_BY_TURN = 6.0
#: tags before a pronoun in a clause at the start of its sentence
_CLAUSE_OPENINGS = frozenset(end + word for end in END for word in SUBORDINATOR + PREPOSITION)
#: verbs that may have *him* as their object
_VERBS = frozenset(tags("CUE|CUE_PARTICIPLE|PAST_FORM|ING_FORM|OTHER_WORD"))
#: in order: *, Ida Berg*; the same with what follows
_APPOSED = COMMA + NAME
_APPOSED_NAMES = frozenset(COMMA + NAME + mark for mark in COMMA + SENTENCE_END)
#: after the subject of a passive: *was arrested*, *, 34, was shot*
_PASSIVE = RowPattern(
    encode(
        "({PREPOSITION} {^END|QUOTE|COMMA|COPULA}{1,4})? ({COMMA} {^END|QUOTE}{1,12} {COMMA})?"
        " {AUXILIARY|ADVERBIAL}* {COPULA} {ADVERBIAL}* {PAST_FORM}"
    )
)
#: after the subject of another verb than *be* and *say*
_ACTS = RowPattern(encode("{AUXILIARY|ADVERBIAL}* {REPORTING|PAST_FORM|OTHER_WORD}"))
#: the score of an antecedent of the other gender
_IMPOSSIBLE = -99.0


class PersonResolver(DiscourseReader):
    """Resolves *he* and *she*, *him* and *her* by the mentions before them."""

    def resolve(self, i: int, gender: str, sentence: int) -> Antecedent:
        """The best antecedent of *he* or *she*, if it is good enough."""
        if self._tags[i + 1 : i + 4] in _APPOSED_NAMES:
            return Antecedent(self._table.of_chunk.get(i + 2))
        scores = self._scores(i, gender, sentence)
        best, lead = _best_of(scores)
        if best is None or (self._opens_clause(i) and scores[best] < _AHEAD):
            ahead = self._ahead(i, gender)
            if ahead:
                return Antecedent(ahead, lead=lead)
        if best is None or scores[best] < self._required(best, gender, scores):
            return Antecedent(lead=lead)
        if best.entity is None:
            return Antecedent(nominal=best.chunk, lead=lead)
        shows = _is_sure(lead) and best.entity.expected_gender in ("", gender)
        return Antecedent(best.entity, lead=lead, shown_gender=gender if shows else "")

    def resolve_object(self, i: int, sentence: int) -> Antecedent:
        """The entity to which *him* or *her* in chunk i refers, if that is certain.

        It does not refer to the subject of its own verb, as *himself* does (Conditions A and B of
        Chomsky 1981).
        """
        state, head, language = self._state, self._heads[i], self._language
        gender = language.pronoun_gender.get(head, "")
        if gender not in ("m", "f") or head in language.reflexives:
            return Antecedent()
        scores = self._scores(i, gender, sentence)
        possible = {
            m: score for m, score in scores.items() if not state.sentences.disjoint(m.chunk, i)
        }
        near = any(state.sentences.in_sentence(mention.chunk, i) for mention in scores)
        if near and self._tags[i - 1 : i] not in _VERBS:
            return Antecedent()  # in *sat with a blanket round him* it may be the subject after all
        best, lead = _best_of(possible)
        if best is None or best.entity is None or not _is_sure(lead):
            return Antecedent()
        fits = state.gender[id(best.entity)] in ("", gender)
        return Antecedent(best.entity if fits and scores[best] >= _ENOUGH else None)

    def _required(self, best: PriorMention, gender: str, mentions: Iterable[PriorMention]) -> float:
        """The required score of the best antecedent: lower if nobody else could be meant."""
        state = self._state
        if best.entity is None:
            return _ENOUGH
        shown = state.gender[id(best.entity)] == gender
        is_person = state.person_likeness[id(best.entity)] > 0
        fitting = (m for m in mentions if not is_person or m.gender in ("", gender))
        others = (m for m in fitting if m is not best)
        alone = all(m.entity and not state.personal(m.entity) for m in others)
        return _ENOUGH_KNOWN if shown or alone else _ENOUGH

    def _scores(self, i: int, gender: str, sentence: int) -> dict[PriorMention, float]:
        """The score of each possible antecedent, by the best of its mentions."""
        best: dict[int, tuple[float, PriorMention]] = {}
        says, expectation = self._state.sentences.says(i), self._state.turns.expected(i)
        report = self._state.sentences.report_before(i)
        topic: PriorMention | None = None  # the last person named, or introduced, as a subject
        for mention in self._state.recent():
            if mention.chunk < i - REACH:
                break
            score = self._fitness(mention, gender, sentence, self._table.paragraphs[i])
            if not mention.gender and mention.chunk in report:
                score -= _BY_REPORT
            if topic is None and mention.sentence < sentence and self._is_topic(mention, gender):
                topic = mention
            elif topic is not None and self._goes_on_before(mention, topic):
                score -= _BY_SHIFT
            if says and sentence - mention.sentence <= _SHORTLY:
                score += self._as_speaker(mention, sentence)
            if expectation:
                score += _BY_TURN * self._in_turn(mention, expectation)
            who = id(mention.entity) if mention.entity else -mention.chunk
            if who not in best or score > best[who][0]:
                best[who] = score, mention
        return {mention: score for score, mention in best.values()}

    def _is_topic(self, mention: PriorMention, gender: str) -> bool:
        """Whether the mention makes a person, who may have that gender, the subject."""
        entity, state = mention.entity, self._state
        if mention.gender or mention.subjecthood <= 0:
            return False
        if entity is None:
            return self._is_new_subject(mention)
        return state.gender[id(entity)] in ("", gender) and state.person_likeness[id(entity)] > 0

    def _is_new_subject(self, mention: PriorMention) -> bool:
        """Whether it introduces somebody who acts: *a neighbour came*, not *was arrested*."""
        new = mention.subjecthood > 0 and self._state.introduces_somebody(mention.chunk)
        return new and not self._is_passive_subject(mention.chunk)

    def _is_passive_subject(self, i: int) -> bool:
        """Whether the mention in chunk i is the subject of a passive: *a man was arrested*."""
        return _PASSIVE.begins(self._tags, i + 1, i + FARTHEST)

    def _acts(self, i: int) -> bool:
        """Whether the mention in chunk i is the subject of another verb than *be* and *say*."""
        return _ACTS.begins(self._tags, i + 1, i + FARTHEST)

    def _goes_on_before(self, mention: PriorMention, topic: PriorMention) -> bool:
        """Whether the mention is a pronoun for another person, in a sentence before the topic."""
        another = mention.entity is not topic.entity and mention.sentence < topic.sentence
        return bool(mention.gender) and another

    def _as_speaker(self, mention: PriorMention, sentence: int) -> float:
        """The evidence for the antecedent of a pronoun that speaks in a sentence.

        It spoke, it was introduced, or it is a nameless subject right before: *the coach wept*.
        """
        says = self._state.sentences.says(mention.chunk)
        introduced = self._state.introduces(mention.chunk, mention.entity)
        nameless = mention.entity is None and not mention.gender and mention.subjecthood > 0
        acts = nameless and mention.sentence == sentence - 1 and self._acts(mention.chunk)
        return _BY_SAYING * says + _BY_INTRODUCTION * introduced + _BY_ACT * acts

    def _in_turn(self, mention: PriorMention, expectation: Expectation) -> int:
        """1 if the mention is the person who has the turn, -1 if it is the last speaker."""
        who, expected, other = map(
            self._state.referent,
            (mention.chunk, expectation.probable_speaker, expectation.excluded_speaker),
        )
        return (who == expected) - (who == other)

    def _fitness(self, mention: PriorMention, gender: str, sentence: int, paragraph: int) -> float:
        """The score of a mention as antecedent of a pronoun in that sentence and paragraph."""
        if mention.gender not in ("", gender):
            return _IMPOSSIBLE
        score = mention.subjecthood - _BY_SENTENCE * min(_SENTENCES, sentence - mention.sentence)
        score -= _BY_PARAGRAPH * min(_PARAGRAPHS, paragraph - mention.paragraph)
        score += _BY_PRONOUN * bool(mention.gender)
        entity = mention.entity
        if entity is not None and entity.kin_gender not in ("", gender):
            return _IMPOSSIBLE
        if entity is None:
            if self._is_passive_subject(mention.chunk):
                return score - _BY_PRONOUN * bool(mention.gender) - _UNNAMED
            if mention.gender and not self._state.is_possessed(mention.chunk):
                return score
            new = mention.sentence >= sentence - 1 and self._is_new_subject(mention)
            return score + _BY_NOVELTY if new else score - _UNNAMED
        shown = self._state.gender[id(entity)]
        if shown and not mention.gender:
            contradiction = min(_MOST_BY_OTHER, _BY_OTHER + entity.gender[shown])
            score += _BY_GENDER if shown == gender else -contradiction
        return score + _BY_LIKENESS * self._state.person_likeness[id(entity)]

    def _opens_clause(self, i: int) -> bool:
        """Whether the pronoun is in a clause that begins its sentence: *As she spoke, NAME …*."""
        return self._tags[max(0, i - 2) : i] in _CLAUSE_OPENINGS

    def _ahead(self, i: int, gender: str) -> Entity | None:
        """The subject after the pronoun's clause in the same sentence."""
        state = self._state
        for k in range(i + 1, min(i + _AHEAD_REACH, len(self._tags) - 1)):
            if self._tags[k] in END:
                return None
            entity = state.table.of_chunk.get(k)
            if entity and self._tags[k - 1 : k + 1] == _APPOSED:
                shown, likeness = state.gender[id(entity)], state.person_likeness[id(entity)]
                return entity if shown in ("", gender) and likeness >= 0 else None
        return None


def _best_of(scores: Mapping[PriorMention, float]) -> tuple[PriorMention | None, float | None]:
    """The antecedent with the best score, and its lead over the next, if there is one."""
    best = max(scores, key=scores.__getitem__, default=None)
    ranking = sorted(scores.values(), reverse=True)
    return best, ranking[0] - ranking[1] if len(ranking) > 1 else None


def _is_sure(lead: float | None) -> bool:
    """Whether the best antecedent leads by enough, or is the only one."""
    return lead is None or lead >= _SURE
