"""Whom a pronoun goes back to: *he*, *she*, *it*, *they*, *who*."""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr.coref.discourse import Discourse, Mention, is_plural, is_several
from quoteattr.coref.entities import Entity
from quoteattr.detect.lexicon import GROUP_NOUNS, PERSON_NOUNS
from quoteattr.language.en import tables as en

#: how many chunks a pronoun looks back
REACH = 220
#: chunks between *who* and its name
_RELATIVE = 12
#: chunks before *they* in which nothing may be several, and before *it* to its antecedent
_THEY, _THING = 60, 40
#: what an antecedent must reach, what one whose gender is shown must, and the lead of a sure one
_ENOUGH, _ENOUGH_KNOWN, _SURE = -3.0, -5.0, 1.5
#: below this, a subject that follows the pronoun's clause is the better antecedent
_AHEAD = 1.5
#: how much a sure pronoun tells of the gender of its name
_BY_CHAIN = 0.5
# What speaks for an antecedent, besides its place in its sentence. The sums were tried on annotated
# news; they lie on a plateau, so that none of them is fine-tuned.
#: each sentence, and each paragraph, that parts it from the pronoun
_BY_SENTENCE, _BY_PARAGRAPH = 1.2, 0.5
#: it is a pronoun of that gender; the text shows its gender to be that; or to be the other
_BY_PRONOUN, _BY_GENDER, _BY_OTHER = 2.5, 0.5, 3.0
#: it is used as the name of a person; it has no name, or none but that of somebody's brother
_BY_LIKENESS, _UNNAMED = 1.6, 1.0
#: of a pronoun that speaks: its antecedent spoke, or was introduced, at most so many sentences back
_BY_SAYING, _BY_INTRODUCTION, _SHORTLY = 0.5, 1.0, 2


class Pronouns:
    """Resolves pronouns by what has been said so far."""

    def __init__(self, said: Discourse) -> None:
        self._said = said
        self._tags, self._heads = said.tags, said.chunks.heads

    def resolve(self, i: int, sentence: int, vote: bool) -> Entity | None:
        """The entity that the pronoun in chunk i goes back to; a sure one votes for its gender."""
        if self._tags[i] == "h":
            return self._of_relative(i)
        gender = en.PRONOUN_GENDER.get(self._heads[i], "")
        if gender in ("m", "f"):
            return self._of_person(i, gender, sentence, vote)
        if gender == "p":
            return self._of_one_they(i)
        return self._of_thing(i) if gender == "n" else None

    def _of_relative(self, i: int) -> Entity | None:
        """The nearest name or nominal before *who* in its sentence."""
        person = self._heads[i] != "which"
        for k in range(i - 1, max(-1, i - _RELATIVE), -1):
            tag, entity = self._tags[k], self._said.of_chunk.get(k)
            if tag in "./Q":
                return None
            if entity and self._said.personal(entity) == person:
                return entity
            if tag == "D" and (self._heads[k] in PERSON_NOUNS) == person:
                return None
        return None

    def _of_person(self, i: int, gender: str, sentence: int, vote: bool) -> Entity | None:
        """The best antecedent of *he* or *she*, if there is a good one."""
        if self._tags[i + 1 : i + 3] == ",N" and self._tags[i + 3 : i + 4] in (",", "."):
            return self._said.roster.of_chunk.get(i + 2)
        scores = self._scores(i, gender, sentence)
        best = max(scores, key=scores.__getitem__, default=None)
        if len(scores) > 1:
            first, second = sorted(scores.values(), reverse=True)[:2]
            self._said.leads[i] = first - second
        ahead = self._ahead(i, gender) if best is None or self._opens_clause(i) else None
        if ahead and (best is None or scores[best] < _AHEAD):
            return ahead
        if best is None or scores[best] < self._enough(best, gender, scores):
            return None
        if vote and best.entity:
            self._vote(best.entity, gender, sorted(scores.values()))
        if best.entity is None:
            self._keep_nameless(i, best.chunk)
        return best.entity

    def _keep_nameless(self, i: int, k: int) -> None:
        """The pronoun in chunk i goes back to the nominal in chunk k, or to the antecedent of k."""
        k = self._said.nameless.get(k, k)
        if self._tags[k] in "DE":
            self._said.nameless[i] = k

    def _enough(self, best: Mention, gender: str, others: Iterable[Mention]) -> float:
        """What the best antecedent must reach: less where nobody else could be meant."""
        said = self._said
        shown = best.entity is not None and said.gender[id(best.entity)] == gender
        alone = all(m is best or (m.entity and not said.personal(m.entity)) for m in others)
        return _ENOUGH_KNOWN if shown or (best.entity and alone) else _ENOUGH

    def _scores(self, i: int, gender: str, sentence: int) -> dict[Mention, float]:
        """How well each possible antecedent fits, by the best of its mentions."""
        best: dict[int, tuple[float, Mention]] = {}
        says = self._said.says(i)
        for mention in self._said.recent():
            if mention.chunk < i - REACH:
                break
            score = self._fit(mention, gender, sentence, self._said.roster.paragraphs[i])
            if says and sentence - mention.sentence <= _SHORTLY:
                score += self._as_speaker(mention)
            who = id(mention.entity) if mention.entity else -mention.chunk
            if who not in best or score > best[who][0]:
                best[who] = score, mention
        return {mention: score for score, mention in best.values()}

    def _as_speaker(self, mention: Mention) -> float:
        """What speaks for the antecedent of a pronoun that speaks: it spoke, it was introduced."""
        said = self._said
        introduced = said.introduces(mention.chunk, mention.entity)
        return _BY_SAYING * said.says(mention.chunk) + _BY_INTRODUCTION * introduced

    def _vote(self, entity: Entity, gender: str, scores: list[float]) -> None:
        """A sure pronoun tells the gender of its name."""
        sure = len(scores) == 1 or scores[-1] - scores[-2] >= _SURE
        if sure and entity.given_gender in ("", gender):
            entity.gender[gender] += _BY_CHAIN

    def _fit(self, mention: Mention, gender: str, sentence: int, paragraph: int) -> float:
        """How well a mention fits as antecedent of a pronoun in that sentence and paragraph."""
        score = mention.subject - _BY_SENTENCE * min(6, sentence - mention.sentence)
        score -= _BY_PARAGRAPH * min(4, paragraph - mention.paragraph)
        if mention.gender:
            if mention.gender != gender:
                return -99.0
            score += _BY_PRONOUN
        entity = mention.entity
        if entity is None:
            return score - (0.0 if mention.gender and not self._owned(mention) else _UNNAMED)
        shown = self._said.gender[id(entity)]
        if shown and not mention.gender:
            score += _BY_GENDER if shown == gender else -min(8.0, _BY_OTHER + entity.gender[shown])
        return score + _BY_LIKENESS * self._said.likeness[id(entity)]

    def _owned(self, mention: Mention) -> bool:
        """*His brother*: somebody mentioned for the sake of another."""
        words = self._said.roster.usage.whole(mention.chunk).lower().split()
        return self._tags[mention.chunk] == "D" and words[0] in en.POSSESSIVES

    def _opens_clause(self, i: int) -> bool:
        """The pronoun stands in a clause that opens its sentence: *As she spoke, NAME …*."""
        return self._tags[max(0, i - 2) : i] in ("/u", ".u", "/o", ".o") or not self._said.seen

    def _ahead(self, i: int, gender: str) -> Entity | None:
        """The subject that follows the pronoun's clause in the same sentence."""
        for k in range(i + 1, min(i + 30, len(self._tags) - 1)):
            if self._tags[k] in "./":
                return None
            if (
                self._tags[k] == "N"
                and self._tags[k - 1] in ","
                and k in self._said.roster.of_chunk
            ):
                entity = self._said.roster.of_chunk[k]
                fits = (
                    self._said.gender[id(entity)] in ("", gender)
                    and self._said.likeness[id(entity)] >= 0
                )
                return entity if fits else None
        return None

    def _of_thing(self, i: int) -> Entity | None:
        """The organisation that *it* goes back to: the last subject, if that is one."""
        group = self._group_before(i)
        for mention in reversed(self._said.seen[-3:]):
            if mention.chunk < group:
                break
            if mention.chunk < i - _THING or mention.entity is None:
                return None
            if mention.subject > 0:
                entity = mention.entity
                thing = self._said.likeness[id(entity)] < -1 and not mention.gender
                return entity if thing else None
        if group >= 0:
            self._keep_nameless(i, group)
        return None

    def _group_before(self, i: int) -> int:
        """The chunk of the last subject that is a group without a name, -1 if there is none."""
        for k in range(i - 1, max(-1, i - _THING), -1):
            if (
                self._tags[k] == "D"
                and self._heads[k] in GROUP_NOUNS
                and not is_plural(self._heads[k])
            ):
                subject = self._said.subjecthood(k) > 0
                return k if subject and self._said.of_chunk.get(k) is None else -1
        return -1

    def _of_one_they(self, i: int) -> Entity | None:
        """The only person in the two sentences before *they*, where nothing there is several."""
        people: set[Entity] = set()
        stops = 0
        for k in range(i - 1, max(-1, i - _THEY), -1):
            tag = self._tags[k]
            stops += tag in "./"
            if stops > 2:
                break
            if tag in "NDE" and (self._said.of_chunk.get(k) is None) and is_several(self._heads[k]):
                return None
            entity = self._said.of_chunk.get(k) if tag in "NP" else None
            if entity is not None and tag in "NP":
                people.add(entity)
        only = people.pop() if len(people) == 1 else None
        return only if only and self._said.likeness[id(only)] > 0 and len(only.words) > 1 else None
