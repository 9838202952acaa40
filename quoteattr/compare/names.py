"""Compare two speakers by their names alone.

Within an article ``quoteattr.coref`` resolves mentions to entities, with all the evidence of the
article. Across articles, and between a draft and its sources, only the names can be compared.
``evaluation/score.py`` is stricter: a part of a name is not the annotated name. It has its own
fixed table of titles, so that metrics of different versions remain comparable.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import lru_cache
from unicodedata import normalize

from attrs import frozen

from quoteattr.coref.names.forms import initials, is_body, key, suffix_of
from quoteattr.coref.names.name_words import name_words
from quoteattr.errors import OptionError
from quoteattr.language import ENGLISH
from quoteattr.language.letters import strip_accents
from quoteattr.text import replace_surrogates, shorten

#: initials of at most this length are shared by many people
COMMON_INITIALS = 2
#: minimum number of letters of a last name that may have several spellings
SPELLING_LETTERS = 7
#: minimum similarity (normalized Indel) of two spellings of a last name
SPELLING_SIMILARITY = 0.85

#: letters that Unicode does not decompose into a base letter and an accent
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)
#: transcriptions of ä, ö and ü
_UMLAUTS = ("ae", "oe", "ue")


class Relation(IntEnum):
    """How the names of two speakers relate; a higher value is a closer relation."""

    #: the names of two different people
    DIFFERENT = 0
    #: undecided: one of the two is not named, or only by a first name
    UNKNOWN = 1
    #: the same name, or two forms of it
    SAME = 2


@frozen
class Name:
    """The name of a speaker, normalized for comparison."""

    #: normalized words, without titles and determiners
    words: tuple[str, ...]
    #: *jr*, *ii*, or empty
    generation: str
    #: whether it is a name, not a nominal such as *a campaign aide*
    named: bool
    #: whether its words are those of an organisation
    body: bool
    #: first letters of its capitalised words
    initials: str

    @property
    def last(self) -> str:
        """The last word, which most forms of the name contain."""
        return self.words[-1]

    @property
    def written(self) -> str:
        """The normalized name as one string."""
        return " ".join((*self.words, self.generation)).rstrip()

    @property
    def full(self) -> bool:
        """The name has more than one word."""
        return self.named and len(self.words) > 1


@lru_cache(maxsize=1 << 16)
def read_name(speaker: str | None) -> Name | None:
    """Normalize the name of a speaker.

    Returns:
        The name; None for None, an empty string and a pronoun.

    >>> read_name("Dr. José Núñez Jr.").words, read_name("she"), read_name("a senior aide").named
    (('jose', 'nunez'), None, False)
    """
    if speaker is None or not speaker.strip():
        return None
    speaker = replace_surrogates(speaker)
    if ENGLISH.word_tags.get(speaker.lower(), "") in ("P", "h"):
        return None
    raw = speaker.split()
    suffix = suffix_of(speaker)
    named = not _is_nominal(raw[:-1] if suffix else raw)
    has_generation = len(raw) > 1 and raw[-1].lower() in ENGLISH.generations
    generation = _normalize(raw[-1]) if has_generation else ""
    if named:
        words: Sequence[str] = name_words(speaker) or raw
    else:
        words = [word for word in raw if word.lower() not in ENGLISH.determiners] or raw
    return Name(tuple(map(_normalize, words)), generation, named, is_body(words), initials(words))


def _is_nominal(words: Sequence[str]) -> bool:
    """The head is not a name: *a senior aide*, *the head of Sorvana Coal*, *Teacher from Nordkyst*.

    A single common noun may be capitalised at the start of a sentence: *Traders*.
    """
    if len(words) == 1 and words[0].istitle() and _is_common_noun(words[0].lower()):
        return True
    joint = next((i for i, word in enumerate(words) if word in ENGLISH.prepositions), len(words))
    head = words[max(joint - 1, 0)]
    modified = joint < len(words) and words[joint] not in ENGLISH.body_joints
    return modified or not any(letter.isupper() or letter.isdigit() for letter in head)


def _is_common_noun(word: str) -> bool:
    """The word is a noun for people and not also a last name, as *Baker* is."""
    return word in ENGLISH.person_nouns and word not in ENGLISH.surname_roles


def _normalize(word: str) -> str:
    """Normalize a word: no case, no accents, no final full stop, no Arabic article before it."""
    plain = strip_accents(normalize("NFKC", key(word)).translate(_LETTERS))
    for umlaut in _UMLAUTS:
        plain = plain.replace(umlaut, umlaut[0])
    return plain.removesuffix("'s").removeprefix("al-") or plain


@lru_cache(maxsize=1 << 16)
def compare_names(a: Name | None, b: Name | None) -> Relation:
    """Decide whether two speakers may be the same person, by their names alone.

    Args:
        a: a name; None for a speaker without one.
        b: another name. The order of the two does not matter.

    >>> def compare(a, b): return compare_names(read_name(a), read_name(b)).name
    >>> compare("Berg", "Ayatollah Ada Berg"), compare("Ada Berg", "Bo Berg")
    ('SAME', 'DIFFERENT')
    >>> compare("J. Holt", "Jane Anne Holt"), compare("Holt", "the mayor")
    ('SAME', 'UNKNOWN')
    >>> compare("UN", "United Nations")
    'SAME'
    """
    if a is None or b is None:
        return Relation.UNKNOWN
    if a.words == b.words and a.generation == b.generation:
        return Relation.SAME
    if not (a.named and b.named):
        return Relation.UNKNOWN
    if a.generation and b.generation and a.generation != b.generation:
        return Relation.DIFFERENT
    if a.full and b.full:
        return Relation.SAME if _are_forms(a, b) else Relation.DIFFERENT
    short, long = (a, b) if len(a.words) < len(b.words) else (b, a)
    return _compare_single_word(short, long)


def same_person(speaker: str) -> Callable[[str | None], bool]:
    """Make a predicate: whether the speaker of a record may be the person of a name.

    >>> is_berg = same_person("Ada Berg")
    >>> is_berg("Mayor Berg"), is_berg("Bo Berg"), is_berg("she"), is_berg(None)
    (True, False, False, False)

    Args:
        speaker: a name, in any of its forms.

    Raises:
        OptionError: it is a pronoun, or has no word.
    """
    name = read_name(speaker)
    if name is None:
        raise OptionError(
            f"speaker= takes a name, not {shorten(speaker)}",
            where="speaker",
            remedy="pass a name as it occurs in an article",
        )
    return lambda other: compare_names(name, read_name(other)) == Relation.SAME


def _compare_single_word(short: Name, name: Name) -> Relation:
    """The relation of a name of one word to another name."""
    word = short.words[0]
    if name.body:
        return Relation.SAME if word.replace(".", "") == name.initials else Relation.DIFFERENT
    if word in name.last.split("-") or word == name.last or _is_spelling(word, name.last):
        return Relation.SAME
    if word.replace(".", "") == name.initials and len(name.initials) > COMMON_INITIALS:
        return Relation.SAME
    return Relation.UNKNOWN if word in name.words else Relation.DIFFERENT


def _are_forms(a: Name, b: Name) -> bool:
    """Two names of several words are forms of one name."""
    if a.generation != b.generation:
        return False
    short, long = sorted((a.words, b.words), key=len)
    if short[-1] == long[-1]:
        return _abbreviates(short[:-1], long[:-1])
    return short[:-1] == long[:-1] and _is_spelling(short[-1], long[-1])


def _abbreviates(short: Sequence[str], long: Sequence[str]) -> bool:
    """Each word of the short form is a word of the long one, or its initial, in the same order."""
    remaining = iter(long)
    return all(any(_same_or_initial(word, full) for full in remaining) for word in short)


def _same_or_initial(a: str, b: str) -> bool:
    """Two given names are the same, or one is the initial of the other."""
    short, long = sorted((a.rstrip("."), b.rstrip(".")), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _is_spelling(a: str, b: str) -> bool:
    """Two last names are spellings of one name."""
    from rapidfuzz.distance import Indel

    if min(len(a), len(b)) < SPELLING_LETTERS:
        return False
    return Indel.normalized_similarity(a, b) >= SPELLING_SIMILARITY
