"""Collect what an article says about an entity: offices, kin, gender, places, speaking.

All evidence is in the text, except the gender of given names. Titles and words of kinship show a
gender directly; ``gender_votes`` counts the evidence of pronouns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteattr.coref.entities.agents import roles_of_acts
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.gender import BY_KIN, BY_TITLE
from quoteattr.coref.entities.table import EntityTable
from quoteattr.detect.alphabet import (
    CLOSE_BRACKET,
    COMMA,
    CONJUNCTION,
    COPULA,
    MENTION,
    NAME,
    NOMINAL,
    NUMBER,
    OPEN_BRACKET,
    OTHER_WORD,
    PARAGRAPH_END,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    SAYING,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.patterns.pattern import FARTHEST, RowPattern, encode, tags
from quoteattr.detect.patterns.row_regex import capture, one_of
from quoteattr.language import Language
from quoteattr.language.patterns import lazy_re

#: what may follow a subject: asides, *(R-Vale), a nurse,*, and then a verb
VERB_RIGHT = RowPattern(
    encode(
        "({PREPOSITION} {DETERMINER|OTHER_WORD}? ({NAME|NOMINAL} {POSSESSIVE})?"
        " {NAME|NOMINAL|OBJECT_PRONOUN})?"
        " ({OPEN_BRACKET} {^END}{1,10} {CLOSE_BRACKET})? ({COMMA} {^END|QUOTE}{1,30} {COMMA})?"
        " ({CUE|PAST_FORM} | {ADVERB} {^END|COMMA|QUOTE|PREPOSITION} | {COMMA}? {COPULA|AUXILIARY})"
    )
)
#: number of chunks of an aside that may contain its nominal, and tags that may precede it
_ASIDE = 4
_PREPOSITIONS = tags("PREPOSITION|AGENT_MARKER")
#: tags before the noun of a predicate
_TO_PREDICATE = tags("COPULA|ADVERB")
#: a subject and the chunks between it and its verb; the start of an aside
_SUBJECTS = frozenset(MENTION)
_VERB_MODIFIERS = frozenset(tags("AUXILIARY|ADVERB"))
_OPENERS = frozenset(tags("COMMA|OPEN_BRACKET"))
#: in order: *the mayor,*; *the mayor of Brack,*; *and chairman*
_APPOSITION = SPEAKING_NOMINAL + COMMA
_APPOSITION_OF = SPEAKING_NOMINAL + PREPOSITION + NAME + COMMA
_SECOND = CONJUNCTION + SPEAKING_NOMINAL
#: in order: *the mayor of the Vale Party (VP)*
_OFFICE_OF_BODY = SPEAKING_NOMINAL + PREPOSITION + NAME + OPEN_BRACKET + NAME + CLOSE_BRACKET
#: two offices of one person: *the minister for Roads and also MP for Dunkwa,*; their chunks
_JOINT_OFFICES = lazy_re(
    encode("{SPEAKING_NOMINAL} ({PREPOSITION} {NAME|NOMINAL})? {CONJUNCTION} {ADVERB}?")
    + capture("second", "NAME")
    + encode("({PREPOSITION} {NAME|NOMINAL})? {COMMA}")
    + "$"
)
_JOINT_CHUNKS = 9
#: chunks between an office and a name that its field runs into: *for | Roads Ida Berg*, *and |
#: Industry Ida Berg*, *of State for | Roads Ida Berg*, *of the Council’s | Road Board Ida Berg*;
#: the last of each
_FIELDS = frozenset(
    (
        PREPOSITION,
        CONJUNCTION,
        PREPOSITION + NAME + PREPOSITION,
        PREPOSITION + NAME + POSSESSIVE,
    )
)
_FIELD_JOINTS = frozenset(joint[-1] for joint in _FIELDS)
#: in order: *, 38,*
_AGE = COMMA + NUMBER + COMMA
#: an age and a place before an apposition: *NAME | , aged 38, from Brack | , a baker*
AGE_ASIDE = encode(
    "({COMMA} {OTHER_WORD|PAST_FORM}? {NUMBER}"
    " | {OPEN_BRACKET} {OTHER_WORD|PAST_FORM}? {NUMBER} {CLOSE_BRACKET})"
    " ({COMMA}? {PREPOSITION} {NAME})?"
)
_AGE_ASIDE = lazy_re(AGE_ASIDE + f"(?={one_of('COMMA')})")
#: in order: *“…,”*; *“…,” said*
_QUOTE = (QUOTE, QUOTE + COMMA)
_QUOTE_SAID = (QUOTE + SAYING, QUOTE + COMMA + SAYING)
_MODIFIERS = tags("DETERMINER|OTHER_WORD|NUMBER|NAME|POSSESSIVE|ADVERB|PAST_FORM")
#: the start of a judgement of the name before it: *called Ida Berg a bore*, *Ida Berg’s play “…”*
_JUDGEMENT = frozenset(tags("QUOTE|POSSESSIVE|DETERMINER|NOMINAL"))
#: how an aside continues after its noun, and ends
_CLOSES = RowPattern(
    encode(
        "{OTHER_WORD}? ({CONJUNCTION} {SPEAKING_NOMINAL})?"
        " ({PREPOSITION} {DETERMINER|OTHER_WORD|ING_FORM|PAST_FORM|NUMBER|NAME|NOMINAL|TIME"
        "|CUE_NOUN|CONJUNCTION|POSSESSIVE|PREPOSITION}{1,8}"
        " | {AGENT_MARKER} {OTHER_WORD|ING_FORM})?"  # *a juggler by trade*
        " {COMMA|END|OPEN_BRACKET|CLOSE_BRACKET|DASH|RELATIVE|QUOTE}"
    )
)


def add_evidence(table: EntityTable, entity: Entity, i: int) -> None:
    """Add the evidence in and around chunk i, which names the entity."""
    tags = table.chunks.tags
    _read_prefix(table, entity, i)
    before = tags[i - 1] if i else PARAGRAPH_END
    entity.usage.placed += before == PREPOSITION
    subject = before not in _PREPOSITIONS and VERB_RIGHT.begins(tags, i + 1, i + FARTHEST)
    inverted = before == SAYING and not has_subject(tags, i - 1)
    entity.usage.speaking += inverted or bool(subject)
    entity.usage.aged += tags[i + 1 : i + 4] == _AGE
    entity.usage.quoted += _is_quoted(tags, i)
    for k in _apposed(table, i):
        _add_role(table, entity, k)
        _add_kinship(table, entity, k)
    for k in _predicated(tags, i):
        _add_role(table, entity, k)
    if before in _FIELD_JOINTS:
        for k in _fielded(table, i):
            _add_office(table, entity, k)
    if tags[i + 1 : i + 2] in _OPENERS:
        entity.roles |= _party(table, i)
    entity.act_roles |= roles_of_acts(table.chunks, i)


def _is_quoted(tags: str, i: int) -> bool:
    """Whether the name in chunk i is the speaker of the quote before it: *“…,” said NAME*."""
    before = tags[max(0, i - 3) : i]
    return before.endswith(_QUOTE_SAID) or (
        before.endswith(_QUOTE) and tags[i + 1 : i + 2] == SAYING
    )


def has_subject(tags: str, k: int) -> bool:
    """Whether a subject is right before the verb in chunk k, so that what follows is not one."""
    while tags[k - 1 : k] in _VERB_MODIFIERS:
        k -= 1
    return tags[k - 1 : k] in _SUBJECTS


def is_called(chunks: Chunks, i: int) -> bool:
    """Whether the name follows a participle: *a baker called NAME*, not *called NAME a bore*."""
    participle, language = chunks.heads[i - 1], chunks.language
    judged = participle in language.judging and chunks.tags[i + 1 : i + 2] in _JUDGEMENT
    return participle in language.called and not judged


def _read_prefix(table: EntityTable, entity: Entity, i: int) -> None:
    """Add the titles and offices in the chunk, before the name itself."""
    language = table.language
    written = table.names.whole(i).split()
    words = [word.lower() for word in written]
    gender = table.title_gender(i)
    if gender:
        entity.gender[gender] += BY_TITLE
        entity.honorific = entity.honorific or gender
    own = {word.lower() for word in entity.words}
    prefix = [word for word in words[:-1] if word not in own]
    if prefix and prefix[0] in language.definite:  # *the official Brack Herald*
        prefix = [word for word in prefix if word not in language.adjectival_nouns]
    determined = len(prefix) == 1 and prefix[0] in language.definite
    entity.usage.determined += determined and words[-1] in own  # not *the CJI* for a judge
    jobs = language.job_acronyms.intersection(w for w in written[:-1] if w.lower() not in own)
    titles = (w for w in prefix if w in language.titles or w in language.person_nouns)
    entity.usage.titled += any(titles) or bool(jobs)
    compounds = (part for word in prefix for part in word.split("-"))
    entity.roles.update(language.person_nouns.intersection(compounds))
    # *the band Vale Sound*, but not *chairman of the Dalby Assembly Ada Berg*
    entity.roles.update(language.group_nouns.intersection(prefix[-1:], written))
    roles = _equivalent_roles(prefix, " ".join(prefix), language)
    entity.roles |= roles | _equivalent_roles(roles, "", language)  # *Sgt.*, sergeant, officer
    entity.roles.update(word for word in prefix if word in language.native_adjectives)


def _apposed(table: EntityTable, i: int) -> Iterator[int]:
    """Nominals and offices next to the name: *NAME, the manager,* and *the manager, NAME,*."""
    yield from _apposed_after(table, i)
    tags, offices = table.chunks.tags, table.names.offices
    before = tags[max(0, i - 2) : i]
    described = before == _APPOSITION or (i - 2 in offices and before[1:] == COMMA)
    of_something = tags[max(0, i - 4) : i] == _APPOSITION_OF
    if (described or of_something) and _CLOSES.begins(tags, i + 1, i + 1 + FARTHEST):
        yield i - (2 if described else 4)
    office = i - len(_OFFICE_OF_BODY)
    if tags.startswith(_OFFICE_OF_BODY, max(0, office)):
        yield office
    joint = _JOINT_OFFICES.search(tags, max(0, i - _JOINT_CHUNKS), i)
    if joint and joint.start("second") in offices and _CLOSES.begins(tags, i + 1, i + FARTHEST):
        yield joint.start()


def _apposed_after(table: EntityTable, i: int) -> Iterator[int]:
    """The nominals of an aside after the name: *NAME, the manager and spokesman,*."""
    tags, offices = table.chunks.tags, table.names.offices
    if tags[i + 1 : i + 2] not in _OPENERS or _is_origin(table, i):
        return
    opener = _after_age(tags, i)
    for k in range(opener + 1, min(opener + 1 + _ASIDE, len(tags))):
        if tags[k + 1 : k + 2] == POSSESSIVE:
            continue
        if tags[k] in NOMINAL or k in offices:
            if _CLOSES.begins(tags, k + 1, k + FARTHEST):
                yield k
                if tags[k + 1 : k + 3] == _SECOND:
                    yield k + 2
            return
        if tags[k] not in _MODIFIERS:
            return


def _after_age(tags: str, i: int) -> int:
    """The chunk after the name in chunk i, and after its age and place: *NAME, 34, from Brack*."""
    age = _AGE_ASIDE.match(tags, i + 1)
    return age.end() if age else i + 1


def _is_origin(table: EntityTable, i: int) -> bool:
    """Whether the name in chunk i is where somebody is from: *NAME, 34, from | Brack*, a baker."""
    return table.chunks.tags[max(0, i - 4) : i] == _AGE + PREPOSITION


def _predicated(tags: str, i: int) -> Iterator[int]:
    """The nominal that a form of *be* links to the name: *NAME is the manager*."""
    if tags[i + 1 : i + 2] == COPULA:
        for k in range(i + 2, min(i + 4, len(tags))):
            if tags[k] == SPEAKING_NOMINAL and tags[k - 1] in _TO_PREDICATE:
                yield k


def _fielded(table: EntityTable, i: int) -> Iterator[int]:
    """The office with its field before the name: *Minister of State for Roads | Ida Berg*."""
    tags, names = table.chunks.tags, table.names
    joined = tags[i - 1 : i] == CONJUNCTION and i - 2 in names.offices and table.office(i)
    if i in names.after_office or joined:
        offices = (k for k in (i - 2, i - 4) if k >= 0 and tags[k + 1 : i] in _FIELDS)
        yield from (k for k in offices if k in names.offices or tags[k] == SPEAKING_NOMINAL)


def _party(table: EntityTable, i: int) -> set[str]:
    """The noun for a member of the party after the name: *NAME (R-Texas)*, *NAME, D-Ohio,*."""
    if table.chunks.tags[i + 2 : i + 3] != NAME:
        return set()
    letter = table.names.whole(i + 2).partition("-")[0]
    member = table.language.party_letters.get(letter.lower())
    return {member} if member and letter.isupper() else set()


def _add_office(table: EntityTable, entity: Entity, k: int) -> None:
    """Record that the nouns for people of the office in chunk k are roles of the entity."""
    words = table.names.whole(k).lower().split()
    entity.roles |= table.language.person_nouns.intersection(words)


def _add_role(table: EntityTable, entity: Entity, k: int) -> None:
    """Record that the nominal in chunk k describes the entity."""
    head = table.chunks.heads[k]
    if head in table.language.person_nouns and entity.organisation:
        return
    entity.roles.add(head)
    words = table.names.whole(k).lower()
    entity.roles |= _equivalent_roles((), words, table.language)
    entity.roles.update(w for w in words.split() if w in table.language.native_adjectives)
    if table.chunks.tags[k + 1 : k + 2] == OTHER_WORD:
        entity.roles.add(table.chunks.heads[k + 1])


def _equivalent_roles(roles: Iterable[str], phrase: str, language: Language) -> set[str]:
    """Other nouns for roles, *Sgt.*, and for a phrase that ends with one: *chief executive*."""
    nouns = {language.title_roles[role] for role in roles if role in language.title_roles}
    if phrase:
        nouns.update(n for words, n in language.phrase_roles.items() if phrase.endswith(words))
    return nouns


def _add_kinship(table: EntityTable, entity: Entity, k: int) -> None:
    """Record the gender that the word of kinship in chunk k shows."""
    head, kinship = table.chunks.heads[k], table.language.kinship
    if head in kinship and not entity.organisation:
        entity.gender[kinship[head]] += BY_KIN
        entity.kin_gender = kinship[head]
