"""What an article says about those it names: offices, kin, gender, places, and who speaks.

Every kind of evidence is the text's own. Titles and words of kinship show a gender at once; a
pronoun shows one where its sentence, or the one before, has a single person to whom it can go back.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate

from quoteattr.coref.entities import Entity, Roster
from quoteattr.coref.forms import keys
from quoteattr.coref.gender import pronoun_gender, title_gender
from quoteattr.detect.lexicon import GROUP_NOUNS, PERSON_NOUNS
from quoteattr.detect.pattern import FARTHEST, RowPattern
from quoteattr.language.en import tables as en

#: what follows a subject: an aside, and then a verb
VERB_RIGHT = RowPattern(r"(?:o[dw]?[NDE])?(?:,[^/.Q]{1,30},|\([^/.]{1,10}\))?(?:[ySRv]|,?[bx])")
#: how strongly a title, a word of kinship and a pronoun show a gender
BY_TITLE, BY_KIN, BY_PRONOUN = 4.0, 3.0, 1.0
#: how strongly a given name does, beside that
BY_GIVEN_NAME = 2.0
#: from here up, a gender is beyond doubt; sentences in which a pronoun may go back to such a one
_BEYOND_DOUBT, _SHORTLY = 3.0, 5
#: chunks of an aside in which its nominal may stand
_ASIDE = 4
#: how an aside goes on after its noun, and closes
_CLOSES = RowPattern(r"w?(?:&D)?(?:o[dwgv0NDETK&'o]{1,8})?[,.)(/\-hQ]")


def describe(roster: Roster, entity: Entity, u: int) -> None:
    """Add what stands in and around one naming of the entity."""
    tags = roster.chunks.tags
    _read_prefix(roster, entity, u)
    before, after = tags[u - 1] if u else "/", tags[u + 1 : u + 2]
    entity.placed += before == "o"
    subject = before not in "oz" and VERB_RIGHT.begins(tags, u + 1, u + 40)
    inverted = before == "S" and not has_subject(tags, u - 1)
    entity.speaking += inverted or bool(subject)
    for k in _apposed(roster, u):
        _add_role(roster, entity, k)
    if after == "b":
        for k in range(u + 2, min(u + 4, len(tags))):
            if tags[k] == "D" and tags[k - 1] in "by":
                _add_role(roster, entity, k, kin=False)


def has_subject(tags: str, k: int) -> bool:
    """A subject stands right before the verb in chunk k, so that what follows is none."""
    while k and tags[k - 1] in "xy":
        k -= 1
    return tags[k - 1 : k] in ("N", "P", "D", "E", "h")


def _read_prefix(roster: Roster, entity: Entity, u: int) -> None:
    """Titles and offices in the chunk, before the name itself."""
    words = roster.usage.whole(u).lower().split()
    gender = title_gender(roster.usage.whole(u))
    if gender:
        entity.gender[gender] += BY_TITLE
        entity.honorific = entity.honorific or gender
    own = {word.lower() for word in entity.words}
    prefix = [word for word in words[:-1] if word not in own]
    entity.determined += prefix == ["the"]
    entity.titled += any(word in en.TITLES or word in PERSON_NOUNS for word in prefix)
    entity.described.update(prefix)
    parts = (part for word in prefix for part in word.split("-"))
    entity.roles.update(part for part in parts if part in PERSON_NOUNS)
    entity.roles.update(word for word in prefix[-1:] if word in GROUP_NOUNS)
    entity.roles.update(en.TITLE_ROLES[word] for word in prefix if word in en.TITLE_ROLES)


def _apposed(roster: Roster, u: int) -> Iterator[int]:
    """Nominals and offices beside the name: *NAME, the manager,* and *the manager, NAME,*."""
    tags = roster.chunks.tags
    if tags[u + 1 : u + 2] in (",", "(") and u + 2 < len(tags):
        for k in range(u + 2, min(u + 2 + _ASIDE, len(tags))):
            if tags[k] in "DE" and tags[k + 1 : k + 2] == "'":
                continue
            if tags[k] in "DE" or k in roster.usage.offices:
                if _CLOSES.begins(tags, k + 1, k + FARTHEST):
                    yield k
                    if tags[k + 1 : k + 3] == "&D":
                        yield k + 2
                break
            if tags[k] not in "dw0N'yv":
                break
    named_after = u > 1 and tags[u - 1] == "," and _CLOSES.begins(tags, u + 1, u + 1 + FARTHEST)
    if named_after and (tags[u - 2] == "D" or u - 2 in roster.usage.offices):
        yield u - 2


def _add_role(roster: Roster, entity: Entity, k: int, kin: bool = True) -> None:
    """The nominal in chunk k describes the entity."""
    head = roster.chunks.heads[k]
    if head in PERSON_NOUNS and entity.organisation:
        return
    entity.roles.add(head)
    if roster.chunks.tags[k + 1 : k + 2] == "w":
        entity.roles.add(roster.chunks.heads[k + 1])
    entity.described.update(roster.usage.whole(k).lower().split())
    if kin and head in en.KINSHIP:
        entity.gender[en.KINSHIP[head]] += BY_KIN


def person_likeness(roster: Roster, entity: Entity) -> float:
    """How much the text uses the name as that of a person: below zero, it hardly is one."""
    if entity.organisation or en.BODY_JOINTS.intersection(entity.words):
        return -3.0
    if len(entity.words) > 1 and entity.words[-1].lower() in en.THING_WORDS and not entity.titled:
        return -3.0
    if len(entity.words) == 1 and entity.determined and not entity.titled:
        return -3.0
    shown = entity.titled + sum(entity.gender.values())
    if shown >= 1:
        return 1.0
    if entity.acronym or roster.usage.is_place(keys(entity.words)):
        return -3.0
    if len(entity.words) > 1:
        return 0.5 if entity.speaking or entity.roles & PERSON_NOUNS else 0.0
    if entity.speaking > 1 and not entity.placed:
        return 1.0
    return -0.5 if entity.speaking else -1.5


def gender_of(entity: Entity) -> str:
    """``m``, ``f`` or an empty string, where one kind of evidence clearly outweighs."""
    prior = entity.given_gender
    m = entity.gender["m"] + BY_GIVEN_NAME * (prior == "m")
    f = entity.gender["f"] + BY_GIVEN_NAME * (prior == "f")
    if m > 1.5 * f:
        return "m"
    return "f" if f > 1.5 * m else ""


#: who, the gender, how strongly, and the chunk of the pronoun
Vote = tuple[Entity, str, float, int]


def vote_by_pronouns(roster: Roster, before: list[Vote] | None = None) -> list[Vote]:
    """A pronoun after the only person in its sentence, or in the one before, shows the gender.

    Two pronouns of different gender in one sentence show nothing, nor does one after a nominal such
    as *his wife* to which it may go back.

    Args:
        roster: the entities of the article.
        before: the votes of a first reading, which this one puts right: where somebody else of that
            gender, as those showed it, was named shortly before, the pronoun may go back there.

    Returns:
        The votes.
    """
    votes = list(_votes(roster))
    if before is not None:
        votes = [(*vote[:2], 2 * vote[2], vote[3]) for vote in _without_rival(roster, votes)]
    for entity, gender, strength, _ in before or ():
        entity.gender[gender] -= strength
    for entity, gender, strength, _ in votes:
        entity.gender[gender] += strength
    return votes


def _without_rival(roster: Roster, votes: list[Vote]) -> list[Vote]:
    """The votes of those pronouns that go back to nobody else whose gender is beyond doubt."""
    known: defaultdict[str, list[int]] = defaultdict(list)
    for entity in roster.entities:
        gender = gender_of(entity)
        if gender and entity.gender[gender] >= _BEYOND_DOUBT:
            known[gender] += entity.chunks
    for chunks in known.values():
        chunks.sort()
    sentences = list(accumulate(tag == "." for tag in roster.chunks.tags))

    def alone(vote: Vote) -> bool:
        """Whoever of that gender was named last is the one, or far away."""
        who, gender, _, i = vote
        at = bisect_left(known[gender], i) - 1
        last = known[gender][at] if at >= 0 else -1
        return last < 0 or roster.of_chunk[last] is who or sentences[i] - sentences[last] > _SHORTLY

    return [vote for vote in votes if alone(vote)]


def _votes(roster: Roster) -> Iterator[Vote]:
    """Each vote of a pronoun, in the order of the text."""
    likely = {id(e): person_likeness(roster, e) > -1 for e in roster.entities}
    here: set[Entity] = set()
    last: set[Entity] = set()
    nobody: tuple[str, Entity | None] = ("", None)
    before, others, said = False, False, nobody
    for i, tag in enumerate(roster.chunks.tags):
        if tag in "./":
            last, here = (here or (last if tag == "." else set())), set()
            before, others, said = others, False, nobody
        elif i in roster.of_chunk:
            if likely[id(roster.of_chunk[i])]:
                here.add(roster.of_chunk[i])
        elif tag in "PDEh":
            others = others or _other_person(roster, i)
            gender = pronoun_gender(roster.text, roster.chunks, i)
            if not gender:
                continue
            people = here or last
            people = {e for e in people if e.given_gender in ("", gender)}
            who = next(iter(people)) if len(people) == 1 and not (others or before) else None
            if who and said in (nobody, (gender, who)):
                yield who, gender, BY_PRONOUN / len(here | last), i
            said = (gender, who) if said[0] in ("", gender) else ("both", None)


def _other_person(roster: Roster, i: int) -> bool:
    """A nominal of kinship that no name stands beside, or one of a person before *who*."""
    chunks = roster.chunks
    if chunks.tags[i] == "h":
        k = i - 2 if chunks.tags[i - 1 : i] == "," else i - 1
        return k >= 0 and chunks.tags[k] == "D" and chunks.heads[k] in PERSON_NOUNS
    beside = chunks.tags[i + 1 : i + 3] == ",N" or chunks.tags[max(0, i - 2) : i] == "N,"
    return chunks.tags[i] == "D" and chunks.heads[i] in en.KINSHIP and not beside
