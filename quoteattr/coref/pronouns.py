"""The entity that a pronoun goes back to: *he*, *she*, *it*, *they*, *who*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf

from quoteattr.coref.discourse import DiscourseState, PriorMention
from quoteattr.coref.entity import Entity
from quoteattr.coref.turn_taking import Expectation
from quoteattr.detect.alphabet import (
    COMMA,
    CONJUNCTION,
    CUE,
    END,
    NAME,
    NOMINAL,
    NOUN_PHRASE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SENTENCE_END,
    SPEAKING_NOMINAL,
    SUBORDINATOR,
)
from quoteattr.detect.pattern import encode, tags
from quoteattr.language.patterns import lazy_regex

#: chunks that a pronoun of a person looks back, and one of a relative clause
REACH, _RELATIVE = 220, 12
#: chunks before *they* in which nothing may be several, and the sentences there
_THEY, _THEY_SENTENCES = 60, 2
#: chunks before *it* to its antecedent, and mentions among which that is
_THING, _THING_MENTIONS = 40, 3
#: sentences that may end between a document and *it*
_DOCUMENT_SENTENCES = 1
#: likeness to a person below which *it* may go back to a name
_THING_LIKENESS = -1.0
#: what an antecedent must reach, what one whose gender is shown must, and the lead of a sure one
_ENOUGH, _ENOUGH_KNOWN, _SURE = -3.0, -5.0, 1.5
#: below this, a subject that follows the pronoun's clause is the better antecedent; in how many
#: chunks that is looked for
_AHEAD, _AHEAD_REACH = 1.5, 30
#: how much a sure pronoun shows of the gender of its name
_BY_CHAIN = 0.5
# What speaks for an antecedent, besides its place in its sentence. The sums were tried on annotated
# news; they lie on a plateau, so that none of them is fine-tuned.
#: each sentence, and each paragraph, between it and the pronoun, and how many count
_BY_SENTENCE, _BY_PARAGRAPH, _SENTENCES, _PARAGRAPHS = 1.2, 0.5, 6, 4
#: it is a pronoun of that gender; the text shows its gender to be that; or to be the other, with
#: all evidence for that, up to a most
_BY_PRONOUN, _BY_GENDER, _BY_OTHER, _MOST_BY_OTHER = 2.5, 0.5, 3.0, 8.0
#: it is used as the name of a person; it has no name, or none but that of somebody's brother
_BY_LIKENESS, _UNNAMED = 1.6, 1.0
#: of a pronoun that speaks: its antecedent spoke, or was introduced, at most so many sentences back
_BY_SAYING, _BY_INTRODUCTION, _SHORTLY = 0.5, 1.0, 2
#: it has the turn in an exchange of question and answer, or the other one has
_BY_TURN = 6.0
#: before a pronoun in a clause that opens its sentence
_CLAUSE_OPENINGS = frozenset(end + word for end in END for word in SUBORDINATOR + PREPOSITION)
#: a name, and the clause of a pronoun right behind it; a name in apposition to a pronoun
_NAMES_WITH_CLAUSE = frozenset(NAME + SUBORDINATOR + PRONOUN + cue for cue in CUE)
#: what may be the verb of which *him* is the object
_VERBS = frozenset(tags("CUE|CUE_PARTICIPLE|PAST_FORM|ING_FORM|OTHER_WORD"))
#: what ends the clause of a pronoun, and what a subject is
_BOUNDS = tags("END|QUOTE")
_SUBJECTS = tags("NOUN_PHRASE|PRONOUN")
#: in order: *, Ida Berg*; the same and what follows
_APPOSED = COMMA + NAME
_APPOSED_NAMES = frozenset(COMMA + NAME + mark for mark in COMMA + SENTENCE_END)
#: an apposition up to its second comma
_TO_COMMA = lazy_regex(encode("{^COMMA|END|QUOTE|CUE}{1,12} {COMMA}"))
#: the score of an antecedent of the other gender
_IMPOSSIBLE = -99.0


class PronounResolver:
    """Resolves pronouns by the mentions before them."""

    def __init__(self, state: DiscourseState) -> None:
        """Take the state of the reading."""
        self._state, self._language = state, state.language
        self._tags, self._heads = state.tags, state.chunks.heads

    def resolve(self, i: int, sentence: int, vote: bool) -> Entity | None:
        """The entity that the pronoun in chunk i goes back to.

        Args:
            i: the chunk of the pronoun.
            sentence: the number of its sentence.
            vote: a sure pronoun shows the gender of its entity.

        Returns:
            The entity, None where the text names none.
        """
        if self._tags[i] == RELATIVE:
            return self._of_relative(i)
        gender = self._language.pronoun_gender.get(self._heads[i], "")
        if gender in ("m", "f"):
            return self._of_person(i, gender, sentence, vote)
        if gender == "p":
            return self._of_singular_they(i) or self._of_group(i)
        return self._of_thing(i) if gender == "n" else None

    def resolve_object(self, i: int, sentence: int) -> Entity | None:
        """The entity that *him* or *her* in chunk i goes back to, where that is sure.

        It does not go back to the subject of its own verb, as *himself* does (Conditions A and B of
        Chomsky 1981).
        """
        state, head, language = self._state, self._heads[i], self._language
        gender = language.pronoun_gender.get(head, "")
        if gender not in ("m", "f") or head in language.reflexives:
            return None
        scores = self._scores(i, gender, sentence)
        free = {m: score for m, score in scores.items() if not state.disjoint(m.chunk, i)}
        near = any(state.in_sentence(mention.chunk, i) for mention in scores)
        if near and self._tags[i - 1 : i] not in _VERBS:
            return None  # *sat with a blanket round him* may be the subject after all
        best, lead = _best_of(free)
        if best is None or best.entity is None or lead < _SURE:
            return None
        fits = state.gender[id(best.entity)] in ("", gender)
        return best.entity if fits and scores[best] >= _ENOUGH else None

    # -- who ------------------------------------------------------------------------------

    def _of_relative(self, i: int) -> Entity | None:
        """The nearest name or nominal before *who* in its sentence."""
        person = self._heads[i] not in self._language.thing_relatives
        for k in range(i - 1, max(-1, i - _RELATIVE), -1):
            tag, entity = self._tags[k], self._state.of_chunk.get(k)
            if tag in _BOUNDS:
                return None
            if entity and self._state.personal(entity) == person:
                return entity
            personal = self._heads[k] in self._language.person_nouns
            if tag == SPEAKING_NOMINAL and personal == person:
                return None
        return None

    # -- he, she --------------------------------------------------------------------------

    def _of_person(self, i: int, gender: str, sentence: int, vote: bool) -> Entity | None:
        """The best antecedent of *he* or *she*, if there is a good one."""
        if self._tags[i + 1 : i + 4] in _APPOSED_NAMES:
            return self._state.table.of_chunk.get(i + 2)
        scores = self._scores(i, gender, sentence)
        best, lead = _best_of(scores)
        if len(scores) > 1:
            self._state.leads[i] = lead
        if best is None or (self._opens_clause(i) and scores[best] < _AHEAD):
            ahead = self._ahead(i, gender)
            if ahead:
                return ahead
        if best is None or scores[best] < self._required(best, gender, scores):
            return None
        if best.entity is None:
            self._keep_nameless(i, best.chunk)
        elif vote and self._state.leads.get(i, _SURE) >= _SURE:
            self._vote(best.entity, gender)
        return best.entity

    def _vote(self, entity: Entity, gender: str) -> None:
        """A sure pronoun shows the gender of its name."""
        if entity.given_gender in ("", gender):
            entity.gender[gender] += _BY_CHAIN

    def _keep_nameless(self, i: int, k: int) -> None:
        """The pronoun in chunk i goes back to the nominal in chunk k, or to the antecedent of k."""
        k = self._state.nameless.get(k, k)
        if self._tags[k] in NOMINAL:
            self._state.nameless[i] = k

    def _required(self, best: PriorMention, gender: str, mentions: Iterable[PriorMention]) -> float:
        """What the best antecedent must reach: less where nobody else could be meant."""
        state = self._state
        if best.entity is None:
            return _ENOUGH
        shown = state.gender[id(best.entity)] == gender
        alone = all(m is best or (m.entity and not state.personal(m.entity)) for m in mentions)
        return _ENOUGH_KNOWN if shown or alone else _ENOUGH

    def _scores(self, i: int, gender: str, sentence: int) -> dict[PriorMention, float]:
        """How well each possible antecedent fits, by the best of its mentions."""
        best: dict[int, tuple[float, PriorMention]] = {}
        says, expectation = self._state.says(i), self._state.turns.expected(i)
        for mention in self._state.recent():
            if mention.chunk < i - REACH:
                break
            score = self._fitness(mention, gender, sentence, self._state.table.paragraphs[i])
            if says and sentence - mention.sentence <= _SHORTLY:
                score += self._as_speaker(mention)
            if expectation:
                score += _BY_TURN * self._in_turn(mention, expectation)
            who = id(mention.entity) if mention.entity else -mention.chunk
            if who not in best or score > best[who][0]:
                best[who] = score, mention
        return {mention: score for score, mention in best.values()}

    def _as_speaker(self, mention: PriorMention) -> float:
        """What speaks for the antecedent of a pronoun that speaks: it spoke, it was introduced."""
        introduced = self._state.introduces(mention.chunk, mention.entity)
        return _BY_SAYING * self._state.says(mention.chunk) + _BY_INTRODUCTION * introduced

    def _in_turn(self, mention: PriorMention, expectation: Expectation) -> int:
        """1 if the mention is of who has the turn, -1 if it is of who has just spoken."""
        who, expected, other = map(
            self._state.referent,
            (mention.chunk, expectation.probable_speaker, expectation.excluded_speaker),
        )
        return (who == expected) - (who == other)

    def _fitness(self, mention: PriorMention, gender: str, sentence: int, paragraph: int) -> float:
        """How well a mention fits as antecedent of a pronoun in that sentence and paragraph."""
        if mention.gender not in ("", gender):
            return _IMPOSSIBLE
        score = mention.subject - _BY_SENTENCE * min(_SENTENCES, sentence - mention.sentence)
        score -= _BY_PARAGRAPH * min(_PARAGRAPHS, paragraph - mention.paragraph)
        score += _BY_PRONOUN * bool(mention.gender)
        entity = mention.entity
        if entity is None:
            return score - (0.0 if mention.gender and not self._possessed(mention) else _UNNAMED)
        shown = self._state.gender[id(entity)]
        if shown and not mention.gender:
            contradiction = min(_MOST_BY_OTHER, _BY_OTHER + entity.gender[shown])
            score += _BY_GENDER if shown == gender else -contradiction
        return score + _BY_LIKENESS * self._state.person_likeness[id(entity)]

    def _possessed(self, mention: PriorMention) -> bool:
        """*His brother*: somebody mentioned for the sake of another."""
        words = self._state.names.whole(mention.chunk).lower().split()
        return words[0] in self._language.possessives

    def _opens_clause(self, i: int) -> bool:
        """The pronoun stands in a clause that opens its sentence: *As she spoke, NAME …*."""
        return self._tags[max(0, i - 2) : i] in _CLAUSE_OPENINGS

    def _ahead(self, i: int, gender: str) -> Entity | None:
        """The subject that follows the pronoun's clause in the same sentence."""
        state = self._state
        for k in range(i + 1, min(i + _AHEAD_REACH, len(self._tags) - 1)):
            if self._tags[k] in END:
                return None
            entity = state.table.of_chunk.get(k)
            if entity and self._tags[k - 1 : k + 1] == _APPOSED:
                shown, likeness = state.gender[id(entity)], state.person_likeness[id(entity)]
                return entity if shown in ("", gender) and likeness >= 0 else None
        return None

    # -- it, they -------------------------------------------------------------------------

    def _of_thing(self, i: int) -> Entity | None:
        """The organisation that *it* goes back to: the last subject, if that is one.

        None if it goes back to a group without a name, or to a document.
        """
        clause = self._named_before_clause(i)
        if clause is not None:
            return clause
        written = self._reads(i)
        unnamed = self._document_before(i, written)
        if unnamed < 0 and not written:
            unnamed = self._group_before(i)
        for mention in reversed(self._state.mentions[-_THING_MENTIONS:]):
            if mention.chunk <= unnamed or written:
                break
            passing = mention.subject <= 0 or self._possessed(mention)
            if mention.entity is None and passing:
                continue
            if mention.chunk < i - _THING or mention.entity is None:
                return None
            if mention.subject > 0:
                likeness = self._state.person_likeness[id(mention.entity)]
                is_thing = likeness < _THING_LIKENESS and mention.gender in ("", "n")
                speaks = self._speaks_as_thing(i, mention)
                return mention.entity if is_thing or speaks else None
        if unnamed >= 0:
            self._keep_nameless(i, unnamed)
        return None

    def _speaks_as_thing(self, i: int, mention: PriorMention) -> bool:
        """*Nordwind denied it. “No,” it said*: *it* speaks, and no subject follows the name."""
        state, entity = self._state, mention.entity
        if entity is None or not state.says(i):
            return False
        if self._tags[mention.chunk] == PRONOUN:
            return mention.gender == "n"
        nominals = (k for k in range(mention.chunk + 1, i) if self._tags[k] in NOMINAL)
        if any(state.subjecthood(k) > 0 for k in nominals):
            return False
        if self._tags[mention.chunk] != NAME:  # *Rill, a bank, will close*
            return self._heads[mention.chunk] in self._language.group_nouns
        return state.could_be_body(entity) or (
            state.has_no_sign_of_person(entity) and self._owns_as_thing(mention.chunk, i)
        )

    def _owns_as_thing(self, name: int, i: int) -> bool:
        """*Holmsen Sachs cut its forecast*: *its* goes back to the name in its clause.

        No other name and no group stands between the name and the pronoun in chunk i.
        """
        heads, groups = self._heads, self._language.group_nouns
        between = range(name + 1, i)
        if any(self._tags[k] == NAME or heads[k] in groups for k in between):
            return False
        owners = (k for k in between if self._tags[k] in NOMINAL and self._is_its(k))
        return any(self._state.in_sentence(name, k) for k in owners)

    def _is_its(self, k: int) -> bool:
        """*Its* stands before the nominal in chunk k."""
        first = self._state.names.whole(k).split(None, 1)[0].lower()
        return self._language.pronoun_gender.get(first) == "n"

    def _named_before_clause(self, i: int) -> Entity | None:
        """*X sued the Mirror because it said …*: the body right before the clause of *it*."""
        entity = self._state.of_chunk.get(i - 2)
        clause = self._tags[max(0, i - 2) : i + 2] in _NAMES_WITH_CLAUSE
        return entity if entity and clause and self._state.could_be_body(entity) else None

    def _document_before(self, i: int, written: bool) -> int:
        """The chunk of the document in the sentence before that *it* goes back to, else -1.

        Args:
            i: the chunk of the pronoun.
            written: the verb of the pronoun shows that it is something written, *it reads*, so that
                the document is no subject of necessity: *She held up a sign. It read …*.
        """
        state = self._state
        for k in range(i - 1, max(-1, i - _THING), -1):
            if self._tags[k:i].count(SENTENCE_END) > _DOCUMENT_SENTENCES:
                return -1
            if self._tags[k] in _SUBJECTS and (written or state.subjecthood(k) > 0):
                if self._is_document(k):
                    return k
                if not written:
                    return -1
        return -1

    def _reads(self, i: int) -> bool:
        """The verb of the pronoun in chunk i is one of something written: *it reads*."""
        return any(head in self._language.of_documents for head in self._heads[i + 1 : i + 2])

    def _is_document(self, k: int) -> bool:
        """One document without a name is in chunk k."""
        head, language = self._heads[k], self._language
        if self._tags[k] not in NOMINAL or self._state.of_chunk.get(k) is not None:
            return False
        written = head in language.document_nouns or head in language.inscribed
        return written and not self._state.plurals.is_several(head)

    def _group_before(self, i: int) -> int:
        """The chunk of the last subject that is a group without a name, -1 if there is none."""
        state = self._state
        for k in range(i - 1, max(-1, i - _THING), -1):
            head = self._heads[k]
            group = self._tags[k] == SPEAKING_NOMINAL and head in self._language.group_nouns
            if group and not state.plurals.is_plural(head):
                nameless = state.of_chunk.get(k) is None and not self._is_apposed(k)
                return k if nameless and state.subjecthood(k) > 0 else -1
        return -1

    def _is_apposed(self, k: int) -> bool:
        """The nominal in chunk k stands between commas behind a name: *Rill, a bank,*.

        Also in a relative clause: *Rill, which runs the bank,*.
        """
        comma = max(0, self._tags.rfind(COMMA, 0, k))
        aside = self._tags[comma + 1] == RELATIVE or comma + 1 == k
        named = self._tags[max(0, comma - 1) : comma + 1] == NAME + COMMA
        return aside and named and _TO_COMMA.match(self._tags, k) is not None

    def _of_group(self, i: int) -> Entity | None:
        """The group that *they* go back to: the last subject, if that is one."""
        state = self._state
        for k in range(i - 1, max(-1, i - _THEY), -1):
            if self._tags[k:i].count(SENTENCE_END) > _THEY_SENTENCES:
                return None
            if self._tags[k] in _SUBJECTS and state.subjecthood(k) > 0:
                joined = CONJUNCTION in (self._tags[k - 1 : k], self._tags[k + 1 : k + 2])
                return None if joined else self._group_at(i, k)
        return None

    def _group_at(self, i: int, k: int) -> Entity | None:
        """The group in chunk k, to which the pronoun in chunk i goes back, if it is one."""
        state, head, entity = self._state, self._heads[k], self._state.of_chunk.get(k)
        if self._tags[k] in NOMINAL:
            several = self._tags[k] == SPEAKING_NOMINAL and state.plurals.is_several(head)
            if entity is None and several:
                self._keep_nameless(i, k)
            return entity if several else None
        if entity is None or entity.thing:
            return None
        last, language = entity.words[-1].lower(), self._language
        several = len(entity.words) > 1 and state.plurals.is_several(last)
        band = several and not entity.given_gender
        group = band or not entity.roles.isdisjoint(language.group_nouns)
        body = state.person_likeness[id(entity)] < _THING_LIKENESS or state.could_be_body(entity)
        return entity if body or group else None

    def _of_singular_they(self, i: int) -> Entity | None:
        """The only person in the two sentences before *they*, where nothing there is several."""
        people: set[Entity] = set()
        stops = 0
        for k in range(i - 1, max(-1, i - _THEY), -1):
            tag, entity = self._tags[k], self._state.of_chunk.get(k)
            stops += tag in END
            if stops > _THEY_SENTENCES:
                break
            unnamed = tag in NOUN_PHRASE and entity is None
            if unnamed and self._state.plurals.is_several(self._heads[k]):
                return None
            if entity is not None:
                people.add(entity)
        only = people.pop() if len(people) == 1 else None
        person = only and self._state.person_likeness[id(only)] > 0 and len(only.words) > 1
        return only if person else None


def _best_of(scores: Mapping[PriorMention, float]) -> tuple[PriorMention | None, float]:
    """The antecedent with the best score, and by how much it leads the next, if there is one."""
    best = max(scores, key=scores.__getitem__, default=None)
    ranking = sorted(scores.values(), reverse=True)
    return best, ranking[0] - ranking[1] if len(ranking) > 1 else inf
