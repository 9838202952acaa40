"""Find the gender that an article's own words show for an entity, with these words.

A form of address (*Mr.*), a noun for a man or a woman (*actress*, *his wife*), and the pronouns
that refer to the entity show it. A given name never does: it may decide to which of two people a
pronoun refers, and shows nothing without a pronoun.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from quoteattr.coref.coreference import Coreference
from quoteattr.coref.entities.entity import Entity
from quoteattr.coref.entities.gender import belongs_to_body_name, personal_gender
from quoteattr.coref.roles.finder import RoleFinder
from quoteattr.coref.roles.role import Role
from quoteattr.detect.alphabet import NAMING, NOMINAL, PRONOUN, SPEAKING_NOMINAL
from quoteattr.detect.patterns.pattern import tags
from quoteattr.language import Language
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import ShownGender

#: the weight of a word that states the gender, and of a pronoun, which may refer to somebody else
_BY_WORD, BY_PRONOUN = 3, 1
#: the required lead of the evidence for one gender over all other
_OUTWEIGHS = 3
#: number of chunks after a name in which the name may bind a pronoun
_CLAUSE = 24
_WORD = lazy_regex(r"[\p{L}][\p{L}.'’\-]*")
#: the end of the clause of a name, and mentions of others
_BOUNDS = tags("END|QUOTE")
_OTHERS = tags("OBJECT_PRONOUN|NOUN_PHRASE")


class GenderSign(NamedTuple):
    """A word that shows a gender."""

    start: int
    end: int
    gender: ShownGender
    weight: int


def shown_gender(
    coreference: Coreference, finder: RoleFinder, entity: Entity, roles: Sequence[Role]
) -> tuple[ShownGender | None, list[GenderSign]]:
    """The gender that the article shows for an entity, and the words that show it.

    Args:
        coreference: the entities of the article.
        finder: finds where names begin.
        entity: one of these.
        roles: its roles.

    Returns:
        The gender; None if no words show it or if they contradict each other.
    """
    signs = sorted({*_by_mentions(coreference, finder, entity), *_by_roles(coreference, roles)})
    count: Counter[ShownGender] = Counter()
    for sign in signs:
        count[sign.gender] += sign.weight
    ranking = count.most_common(2)
    if not ranking or (len(ranking) > 1 and ranking[0][1] < _OUTWEIGHS * ranking[1][1]):
        return None, []
    gender = ranking[0][0]
    return gender, [sign for sign in signs if sign.gender == gender]


def _by_mentions(
    coreference: Coreference, finder: RoleFinder, entity: Entity
) -> Iterator[GenderSign]:
    """The evidence of titles before the name, and of pronouns and nominals for the entity."""
    chunks, language = coreference.chunks, coreference.chunks.language
    for i in coreference.mentions(entity):
        start, end = chunks.starts[i], chunks.ends[i]
        if chunks.tags[i] in NAMING:
            yield from words_of_gender(coreference.text, start, finder.title_end(i), language)
            yield from _other_pronouns(coreference.text, end, language)
        elif chunks.tags[i] == PRONOUN:
            gender = personal_gender(chunks.heads[i], language)
            yield from _pronoun(start, end, gender)
        elif chunks.tags[i] in NOMINAL:
            for sign in noun_of_gender(coreference, i):
                yield sign._replace(weight=BY_PRONOUN)
    yield from _bound(coreference, entity)
    for vote in coreference.votes(entity):
        first = _WORD.match(coreference.text, chunks.starts[vote.chunk])
        if first:
            yield from _pronoun(first.start(), first.end(), vote.gender)


def _bound(coreference: Coreference, entity: Entity) -> Iterator[GenderSign]:
    """Possessive and reflexive pronouns in a sentence that mentions nobody else before them.

    *Berg, who sold her bakery, …*, *Berg (herself a baker)*: they refer to the subject.
    """
    chunks, tags = coreference.chunks, coreference.chunks.tags
    for i in coreference.mentions(entity):
        if tags[i] not in NAMING or coreference.others_before(i):
            continue
        for k in range(i + 1, min(i + _CLAUSE, len(tags))):
            if tags[k] in _BOUNDS or coreference.is_other(k, entity):
                break
            if tags[k] in _OTHERS:
                word = _WORD.match(coreference.text, chunks.starts[k])
                if word is None:
                    continue
                gender = chunks.language.bound_gender.get(word.group().lower(), "")
                yield from _pronoun(word.start(), word.end(), gender)


def _other_pronouns(text: str, end: int, language: Language) -> Iterator[GenderSign]:
    """Statements of other pronouns after a name: *who uses they/them*."""
    match = language.derived(_pattern_of_pronouns).match(text, end)
    if match:
        yield GenderSign(*match.span("pronouns"), "x", _BY_WORD)


def _pattern_of_pronouns(language: Language) -> regex.Pattern[str]:
    """Compile the pattern of one language for other pronouns, a few words after a name."""
    return lazy_regex(
        rf"[^.!?\r\n“”\"]{{0,60}}?(?P<pronouns>{language.other_pronouns})", regex.IGNORECASE
    )


def _pronoun(start: int, end: int, gender: str) -> Iterator[GenderSign]:
    """The evidence of a pronoun."""
    shown: ShownGender | None = "m" if gender == "m" else "f" if gender == "f" else None
    if shown is not None:
        yield GenderSign(start, end, shown, BY_PRONOUN)


def _by_roles(coreference: Coreference, roles: Iterable[Role]) -> Iterator[GenderSign]:
    """The evidence of the heads of appositions: *Ida Berg, an actress*."""
    for role in roles:
        if role.head >= 0 and coreference.chunks.tags[role.head] == SPEAKING_NOMINAL:
            yield from noun_of_gender(coreference, role.head)


def words_of_gender(text: str, start: int, end: int, language: Language) -> Iterator[GenderSign]:
    """The words before a name that show a gender: *Mrs.*, *her brother*, *actress*."""
    matches = list(_WORD.finditer(text, start, end))
    after = [match.group() for match in matches[1:]] + [""]
    for match, following in zip(matches, after, strict=False):
        word = match.group()
        gender = _gender_of_word(word.lower(), language)
        if belongs_to_body_name(word, following, language) or _goes_on(
            word.lower(), following, language
        ):
            continue
        if gender:
            yield GenderSign(match.start(), match.end(), gender, _BY_WORD)


def _goes_on(word: str, following: str, language: Language) -> bool:
    """Whether a word belongs to a longer name or office: *Duke University*, *Lord Mayor*."""
    lower = following.lower()
    office = lower in language.titles or lower in language.person_nouns
    return word in language.office_titles if office else following[:1].isupper()


def noun_of_gender(coreference: Coreference, i: int) -> Iterator[GenderSign]:
    """The evidence of the head of the nominal in chunk i."""
    chunks = coreference.chunks
    gender = _gender_of_word(chunks.heads[i], chunks.language)
    if gender:
        end = chunks.ends[i]
        yield GenderSign(end - len(chunks.heads[i]), end, gender, _BY_WORD)


def _noun_of_compound(word: str, language: Language) -> str:
    """The noun of a word with hyphens: *mother* of *mother-of-two*, *wife* of *ex-wife*."""
    first, *further = word.split("-")
    complemented = not language.genitive.isdisjoint(further)
    return first if complemented or not further else further[-1]


def _gender_of_word(word: str, language: Language) -> ShownGender | None:
    """The gender that a title or noun shows by itself; *chairman* shows none."""
    noun = _noun_of_compound(word, language)
    if not language.generic_nouns.isdisjoint((word, noun)):
        return None
    if word.rstrip(".") in language.neutral_titles:
        return "x"
    gender = language.titles.get(noun) or language.kinship.get(noun)
    return "m" if gender == "m" else "f" if gender == "f" else None
