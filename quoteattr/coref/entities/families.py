"""Resolve last names that several people of an article share.

Titles, the pronouns that follow, and the distance to a mention of the full name decide.
"""

from __future__ import annotations

from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.gender import gender_of, pronoun_gender
from quoteattr.coref.entities.table import EntityTable
from quoteattr.coref.names.forms import key
from quoteattr.detect.alphabet import (
    ANAPHOR,
    COMMA,
    END,
    NAME,
    NOUN_PHRASE,
    PARAGRAPH_END,
    POSSESSIVE,
    PREPOSITION,
    SAYING,
)
from quoteattr.detect.patterns.pattern import encode
from quoteattr.language.patterns import lazy_re

#: number of paragraphs within which the last full name determines a last name
_FAMILY_PARAGRAPHS = 3
#: how much evidence of the other gender a title before the last name outweighs
_DOUBT = 2.5
#: number of chunks, and of sentences, after a name in which a pronoun shows its gender
_REACH, _SENTENCES = 25, 2
#: chunks between a name and what it is, or does: *, 19, was found | dead*, *has | died*
_TO_STATE = lazy_re(
    encode("({COMMA} {^END|QUOTE}{1,8} {COMMA})? {AUXILIARY|ADVERB}*")
    + encode("({COPULA} {AUXILIARY|COPULA|ADVERB}* {PAST_FORM|CUE}?)?")
)
#: evidence for a member of a family: the title, its gender; against: the pronoun
_BY_TITLE, _BY_GENDER, _BY_PRONOUN = 3.0, 2.0, 1.5
#: whether named in this paragraph; how late in the article
_BY_NEARNESS, _BY_LATENESS = 2.0, 0.25
#: each mention by the last name, and by the full name, and the maximum of their sum
_BY_SHORT, _MOST_SHORT, _BY_FULL, _MOST_FULL = 0.2, 2.0, 0.1, 1.0


def assign_family_names(table: EntityTable) -> list[int]:
    """Assign the shared last names to people, after titles and pronouns are counted.

    Returns:
        The chunks that were assigned.
    """
    for i in sorted(table.families, key=lambda i: not table.title_gender(i)):
        _assign(table, i)
    return list(table.families)


def only_relative(table: EntityTable, entity: Entity, gender: str) -> Entity | None:
    """The only other person with that last name, unless of the other gender."""
    others = [e for e in table.people(entity.words[-1]) if e is not entity]
    return others[0] if len(others) == 1 and _agrees(others[0], gender) else None


def _without_relatives(table: EntityTable, family: list[Entity], local: str) -> list[Entity]:
    """The family without members introduced as relatives: the last name alone refers to the others.

    Pronouns right after the name may show that it refers to a relative all the same.
    """
    shown = [e for e in family if local and e.gender[local] > e.gender[_other(local)]]
    return [e for e in family if e in shown or not _is_introduced_as_kin(table, e)]


def _is_introduced_as_kin(table: EntityTable, entity: Entity) -> bool:
    """Whether the first mention introduces a relative: *his wife, Ada*, *Ada Berg, his wife*."""
    i = entity.chunks[0]
    tags = table.chunks.tags
    if _is_kin(table, i):
        return True
    before = tags[max(0, i - 1) : i] == COMMA and _is_kin(table, i - 2)
    return before or (tags[i + 1 : i + 2] == COMMA and _is_kin(table, i + 2))


def _relatives_by_first_name(table: EntityTable, i: int, gender: str) -> list[Entity]:
    """The only relative of a gender who is introduced next to a family member: *his wife, Ada*."""
    family, kinship = table.families[i], table.language.kinship
    relatives = [
        e
        for e in table.entities
        if len(e.words) == 1 and gender in {kinship.get(role) for role in e.roles}
        if _is_introduced_as_kin(table, e) and _last_named(table, e.chunks[0]) in family
    ]
    return relatives if len(relatives) == 1 else []


def _last_named(table: EntityTable, i: int) -> Entity | None:
    """The entity that is named last before chunk i in its paragraph."""
    for k in range(i - 1, -1, -1):
        if table.chunks.tags[k] == PARAGRAPH_END:
            return None
        if k in table.of_chunk:
            return table.of_chunk[k]
    return None


def _is_kin(table: EntityTable, i: int) -> bool:
    """Whether chunk i, or a prefix of its name, is a word of kinship with its owner: *his wife*."""
    if not 0 <= i < len(table.chunks.tags) or table.chunks.tags[i] not in NOUN_PHRASE:
        return False
    language = table.language
    return table.is_owned(i) and not language.family.isdisjoint(table.words(i))


def _speaks(table: EntityTable, i: int) -> bool:
    """Whether a verb of saying is right beside the name in chunk i."""
    return SAYING in table.chunks.tags[max(0, i - 1) : i + 2]


def _is_dead(table: EntityTable, entity: Entity) -> bool:
    """Whether the article says of one of its names that the person is dead.

    *Ada Berg died*, *Ada Berg was found dead*, *Ada Berg's body*, *the death of Ada Berg*.
    """
    heads, tags, language = table.chunks.heads, table.chunks.tags, table.language
    for i in entity.chunks:
        before_state = _TO_STATE.match(tags, i + 1)
        end = before_state.end() if before_state else i + 1
        dies = not language.dying.isdisjoint(heads[end - 1 : end + 1])
        owned = heads[i + 2 : i + 3] if tags[i + 1 : i + 2] == POSSESSIVE else []
        of = heads[i - 2 : i - 1] if tags[i - 1 : i] == PREPOSITION else []
        if dies or not language.deaths.isdisjoint((*owned, *of)):
            return True
    return False


def _assign(table: EntityTable, i: int) -> None:
    """Assign the last name in chunk i to a family member, or to somebody without a full name."""
    words = table.forms[i]
    gender, local = table.title_gender(i), _local_gender(table, i)
    family = [*table.families[i], *table.namesakes(words[0])]
    fitting = _of_gender(family, gender)
    if gender and all(_is_other_gender(e, gender) for e in fitting):
        fitting = _relatives_by_first_name(table, i, gender) or fitting
    if not gender:
        if _speaks(table, i):
            fitting = [e for e in fitting if not _is_dead(table, e)] or fitting
        fitting = _without_relatives(table, fitting, local) or fitting
    chosen = max(fitting, key=lambda e: fitness(table, e, i, local), default=None)
    entity = table.enter(i, words, chosen)
    if len(entity.words) == 1 and key(entity.words[0]) != key(words[0]):  # *his wife, Ada*
        entity.words = (*entity.words, *words)
    entity.roles.update(table.language.person_nouns.intersection(_titles(table, i)))
    if gender:
        entity.gender[gender] += 1
        entity.honorific = gender


def _titles(table: EntityTable, i: int) -> list[str]:
    """The words before the name in chunk i, in lower case."""
    return table.names.whole(i).lower().split()[:-1]


def _agrees(entity: Entity, gender: str) -> bool:
    """Whether no title, kinship or sequence of pronouns shows the other gender."""
    if not gender:
        return True
    if entity.honorific == _other(gender):
        return False
    return entity.gender[gender] + _DOUBT >= entity.gender[_other(gender)]


def _of_gender(family: list[Entity], gender: str) -> list[Entity]:
    """The members of a gender; a given name counts, unless it speaks against all."""
    agreeing = [e for e in family if _agrees(e, gender)]
    named = [e for e in agreeing if not _speaks_against(e, gender)]
    return named if named or len(agreeing) == len(family) else agreeing


def _speaks_against(entity: Entity, gender: str) -> bool:
    """Whether the given name is of the other gender, and nothing shows this one."""
    return bool(gender) and entity.given_gender == _other(gender) and not entity.gender[gender]


def _is_other_gender(entity: Entity, gender: str) -> bool:
    """The given name is of the other gender, or pronouns are, and none shows this one."""
    shown = entity.given_gender or gender_of(entity)
    return shown == _other(gender) and not entity.gender[gender]


def _other(gender: str) -> str:
    """The other gender."""
    return "f" if gender == "m" else "m"


def _local_gender(table: EntityTable, i: int) -> str:
    """The gender of the first pronoun after the name, if no other name is in between."""
    tags = table.chunks.tags
    stops = 0
    for k in range(i + 1, min(i + _REACH, len(tags))):
        stops += tags[k] in END
        if tags[k] == NAME or stops > _SENTENCES:
            return ""
        if tags[k] in ANAPHOR and (gender := pronoun_gender(table.text, table.chunks, k)):
            return gender
    return ""


def fitness(table: EntityTable, entity: Entity, i: int, local: str) -> float:
    """The score of a family member for the last name in chunk i.

    Args:
        table: the entities of the article.
        entity: the family member.
        i: the chunk of the last name.
        local: the gender that the pronouns after it show.
    """
    roles = table.language.title_roles
    titles, gender = _titles(table, i), table.title_gender(i)
    score = _BY_TITLE * any(roles.get(title, title) in entity.roles for title in titles)
    score += _BY_GENDER * bool(gender and entity.gender[gender])
    if local and entity.gender[local] < entity.gender[_other(local)]:
        score -= _BY_PRONOUN
    before = entity.before(i)
    if before >= 0:
        gap = table.paragraphs[i] - table.paragraphs[before]
        score += _BY_NEARNESS * max(0.0, 1 - gap / _FAMILY_PARAGRAPHS)
        score += _BY_LATENESS * before / (i + 1.0)
    full, short = entity.in_full, len(entity.chunks) - entity.in_full
    return score + min(_MOST_SHORT, _BY_SHORT * short) + min(_MOST_FULL, _BY_FULL * full)
