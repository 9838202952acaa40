"""Names of speakers across articles: whether two of them can be one person's.

Within an article ``quoteattr.coref`` tells who is who, from all that the article says. Between
articles there is nothing but the names, and what was said.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache

from attrs import frozen

from quoteattr.coref.forms import initials, is_body, key, name_words, suffix_of
from quoteattr.detect.lexicon import PERSON_NOUNS, WORD_CLASS
from quoteattr.formats.columns import whole_characters
from quoteattr.language.en import tables as en

#: letters that many people have for initials
_INITIALS = 2
#: letters from which two last names that are nearly alike are two spellings of one
_SPELLABLE = 7
#: how alike these are, from 0 to 1
_ALIKE = 0.85


#: letters that no accent makes of another
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)
#: what a typewriter without umlauts makes of ä, ö and ü
_UMLAUTS = ("ae", "oe", "ue")


#: words that some names have in common
Key = tuple[str, ...]


class Relation(IntEnum):
    """How two speakers stand to each other; what is more is nearer."""

    #: their names are those of two people
    OTHER = 0
    #: one of them is not named, or only by a first name: they may be one
    OPEN = 1
    #: one name, or two forms of it
    SAME = 2


@frozen
class Name:
    """What a record calls its speaker, made comparable."""

    #: folded, without titles and determiners
    words: tuple[str, ...]
    #: *jr*, *ii*, or empty
    generation: str
    #: a name, not a nominal such as *a campaign aide*
    named: bool
    #: an organisation, to go by its words
    body: bool
    #: first letters of its capitalised words
    initials: str

    @property
    def last(self) -> str:
        """The word that all forms of the name have, as a rule."""
        return self.words[-1]

    @property
    def written(self) -> str:
        """It in one string, as all that differ in case, titles and the like have it."""
        return " ".join((*self.words, self.generation)).rstrip()

    @property
    def full(self) -> bool:
        """It has more than one word."""
        return self.named and len(self.words) > 1


@lru_cache(maxsize=1 << 16)
def read_name(speaker: str | None) -> Name | None:
    """Make the name of a speaker comparable; None for nobody and for a pronoun.

    >>> read_name("Dr. José Núñez Jr.").words, read_name("she"), read_name("a senior aide").named
    (('jose', 'nunez'), None, False)
    """
    if speaker is None or not speaker.strip():
        return None
    speaker = whole_characters(speaker)
    if WORD_CLASS.get(speaker.lower(), "") in ("P", "h"):
        return None
    raw = speaker.split()
    suffix = suffix_of(speaker)
    named = not _is_nominal(raw[:-1] if suffix else raw)
    generation = _fold(raw[-1]) if raw[-1].lower() in en.GENERATIONS and len(raw) > 1 else ""
    if named:
        words: Sequence[str] = name_words(speaker) or raw
    else:
        words = [word for word in raw if word.lower() not in en.DETERMINERS] or raw
    return Name(tuple(map(_fold, words)), generation, named, is_body(words), initials(words))


def _is_nominal(words: Sequence[str]) -> bool:
    """The head is no name: *a senior aide*, *the head of Sorvana Coal*, *Teacher from Nordkyst*.

    A common noun by itself may have its capital from its place: *Traders*.
    """
    if len(words) == 1 and words[0].istitle() and _is_common(words[0].lower()):
        return True
    joint = next((i for i, word in enumerate(words) if word in en.PREPOSITIONS), len(words))
    head = words[max(joint - 1, 0)]
    apart = joint < len(words) and words[joint] not in en.BODY_JOINTS
    return apart or not any(letter.isupper() or letter.isdigit() for letter in head)


def _is_common(word: str) -> bool:
    """A word for people, and no last name, too, as *Baker* is."""
    return word in PERSON_NOUNS and word not in en.SURNAME_ROLES


def _fold(word: str) -> str:
    """A word without case, accents, a full stop at its end, or an Arabic article before it."""
    plain = unicodedata.normalize("NFKD", key(word)).translate(_LETTERS)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    for umlaut in _UMLAUTS:
        plain = plain.replace(umlaut, umlaut[0])
    return plain.removesuffix("'s").removeprefix("al-") or plain


@lru_cache(maxsize=1 << 16)
def relation(one: Name | None, other: Name | None) -> Relation:
    """Tell how two speakers stand to each other, by their names alone.

    >>> def told(a, b): return relation(read_name(a), read_name(b)).name
    >>> told("Berg", "Ayatollah Ada Berg"), told("Ada Berg", "Bo Berg")
    ('SAME', 'OTHER')
    >>> told("J. Holt", "Jane Anne Holt"), told("Holt", "the mayor"), told("UN", "United Nations")
    ('SAME', 'OPEN', 'SAME')
    """
    if one is None or other is None:
        return Relation.OPEN
    if one.words == other.words and one.generation == other.generation:
        return Relation.SAME
    if not (one.named and other.named):
        return Relation.OPEN
    if one.generation and other.generation and one.generation != other.generation:
        return Relation.OTHER
    if one.full and other.full:
        return Relation.SAME if _is_form(one, other) else Relation.OTHER
    short, full = (one, other) if len(one.words) < len(other.words) else (other, one)
    return _relation_of_word(short, full)


def _relation_of_word(short: Name, name: Name) -> Relation:
    """How a name of one word stands to another name."""
    word = short.words[0]
    if name.body:
        return Relation.SAME if word.replace(".", "") == name.initials else Relation.OTHER
    if word in name.last.split("-") or word == name.last or _is_spelling(word, name.last):
        return Relation.SAME
    if word.replace(".", "") == name.initials and len(name.initials) > _INITIALS:
        return Relation.SAME
    return Relation.OPEN if word in name.words else Relation.OTHER


def _is_form(one: Name, other: Name) -> bool:
    """Two names of several words are forms of one."""
    if one.generation != other.generation:
        return False
    short, full = sorted((one.words, other.words), key=len)
    if short[-1] == full[-1]:
        return _abbreviates(short[:-1], full[:-1])
    return short[:-1] == full[:-1] and _is_spelling(short[-1], full[-1])


def _abbreviates(short: Sequence[str], full: Sequence[str]) -> bool:
    """Each word is one of the fuller form, or its initial, in its order."""
    rest = iter(full)
    return all(any(_is_given(word, given) for given in rest) for word in short)


def _is_given(word: str, given: str) -> bool:
    """Two words are one given name, or the initial of it."""
    short, long = sorted((word.rstrip("."), given.rstrip(".")), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _is_spelling(word: str, other: str) -> bool:
    """Two last names are two spellings of one."""
    from rapidfuzz.distance import Indel

    if min(len(word), len(other)) < _SPELLABLE:
        return False
    return Indel.normalized_similarity(word, other) >= _ALIKE


def people(forms: Mapping[str, int]) -> list[list[str]]:
    """Put the forms of one name together.

    A form that several people may share, such as a last name or an initial, stays by itself.

    Args:
        forms: names, and how often each is met.

    Returns:
        The forms of each person: the commonest first, but last names and initials last.

    >>> people({"Holt": 9, "Mara Holt": 3, "Sen. Mara Holt": 1, "J. Berg": 1, "Jo Berg": 1})
    [['Mara Holt', 'Sen. Mara Holt', 'Holt'], ['Jo Berg', 'J. Berg']]
    >>> people({"Berg": 9, "Ida Berg": 3, "Jo Berg": 1})
    [['Ida Berg'], ['Jo Berg'], ['Berg']]
    """
    found, names = list[list[str]](), list[dict[Name, None]]()
    index = _Index()
    for form in sorted(forms, key=lambda form: _order(form, forms)):
        name = read_name(form)
        same = [at for at in index.find(name) if name and _is_of(name, names[at])]
        place = same[0] if len(same) == 1 else len(found)
        if place == len(found):
            found.append([])
            names.append({})
        found[place].append(form)
        if name and name not in names[place]:
            names[place][name] = None
            index.add(name, place)
    return found


def head(forms: Mapping[str, int]) -> str:
    """The form that a person goes by: the commonest of those that leave least out."""
    return min(forms, key=lambda form: _order(form, forms))


def _order(form: str, forms: Mapping[str, int]) -> tuple[int, int, str]:
    """Puts full names before short ones, and common ones before rare ones."""
    return _shortness(form), -forms[form], form


def _is_of(name: Name, names: Iterable[Name]) -> bool:
    """A name is a form of the first of some, and of none of them another's."""
    told = [relation(name, other) for other in names]
    return told[0] == Relation.SAME and Relation.OTHER not in told


def _shortness(form: str) -> int:
    """How much is left out of a name: nothing, letters of the first word, or all but one word."""
    name = read_name(form)
    if name is None or not name.full:
        return 2
    return int(len(name.words[0].rstrip(".")) == 1)


class _Index:
    """Finds the names that another may be a form of, so that not all are compared with all."""

    def __init__(self) -> None:
        self._places = defaultdict[Key, set[int]](set)
        #: last names that may be spelt in two ways, and their places, by the names before them
        self._spelt = defaultdict[Key, tuple[list[str], list[int]]](lambda: ([], []))

    def add(self, name: Name, place: int) -> None:
        """Enter a name."""
        for words in _entered(name):
            self._places[words].add(place)
        if name.full and len(name.last) >= _SPELLABLE:
            lasts, places = self._spelt[name.words[:-1]]
            lasts.append(name.last)
            places.append(place)

    def find(self, name: Name | None) -> set[int]:
        """The places of all that may be the same, and of some others."""
        if name is None:
            return set()
        places = set[int]().union(*(self._places.get(words, ()) for words in _sought(name)))
        if name.full and name.words[:-1] in self._spelt:
            from rapidfuzz.distance import Indel
            from rapidfuzz.process import extract

            lasts, at = self._spelt[name.words[:-1]]
            scorer = Indel.normalized_similarity
            alike = extract(name.last, lasts, scorer=scorer, score_cutoff=_ALIKE, limit=None)
            places |= {at[i] for *_, i in alike}
        return places


def _entered(name: Name) -> Iterator[Key]:
    """What a name is found by."""
    yield name.words
    if name.named:
        initials = name.initials if name.body or len(name.initials) > _INITIALS else name.last
        yield from (("", word) for word in (name.last, *name.last.split("-"), initials))
    for given in _given(name):
        yield name.last, given
        yield name.last, given[:1], "initial" if len(given) == 1 else "word"


def _sought(name: Name) -> Iterator[Key]:
    """What the names are found by that a name may be a form of."""
    yield name.words
    if not name.full:
        last = name.last
        yield from (("", word) for word in (last, *last.split("-"), last.replace(".", "")))
    for given in _given(name):
        yield name.last, given
        yield name.last, given[:1], "word" if len(given) == 1 else "initial"


def _given(name: Name) -> Iterator[str]:
    """The words before a last name, without a full stop at their end."""
    return (word.rstrip(".") for word in (name.words[:-1] if name.full else ()))
