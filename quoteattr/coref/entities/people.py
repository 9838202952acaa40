"""Known people, whom a caller lists with names, aliases and an id (``people=``).

A mention that is one of a person's forms refers to that person, and so do all mentions of the same
entity. A form that two people share refers to neither: a wrong name is worse than none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal

import regex
from attrs import Attribute, evolve, field, frozen

from quoteattr.checks import check_text, describe
from quoteattr.errors import InputError, OptionError
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import QuoteRecord, Span, Speaker, evolve_record
from quoteattr.text import shorten

Gender = Literal["m", "f"]
_WORD = lazy_regex(r"[@#\p{L}\p{N}][\p{L}\p{M}\p{N}'’.\-_]*+")
_APOSTROPHE = str.maketrans("’", "'")

#: the words of a form, normalized for comparison
Form = tuple[str, ...]


def _texts(values: object) -> tuple[str, ...]:
    """Several texts, as a tuple."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InputError(
            f"aliases must be a list of strings, not {shorten(values)}",
            where="people",
            remedy="pass a list, even for one",
        )
    texts = tuple(values)
    for text in texts:
        check_text(text, "an alias")
    return texts


@frozen
class Person:
    """A person, or an organisation, that a caller knows.

    Raises:
        InputError: a value is of the wrong type, or the name is empty.
        OptionError: ``gender`` is not one of ``m``, ``f``, None.
    """

    #: the value of ``QuoteRecord.speaker``
    name: str = field()
    #: other forms of the name in texts
    aliases: tuple[str, ...] = field(default=(), converter=_texts)
    #: the value of ``QuoteRecord.speaker_id``: a Wikidata QID, or your own
    id: str | None = field(default=None)
    #: the person's role: *mayor of Brack*; becomes ``Speaker.known_role``
    role: str | None = field(default=None)
    #: evidence for *he* and *she*; used for a speaker whose gender the article does not show
    gender: Gender | None = field(default=None)

    @name.validator
    def _check_name(self, _: Any, name: object) -> None:
        """Check that the name is text with a word in it."""
        check_text(name, "name")
        if not _form(str(name)):
            raise InputError(
                f"a person needs a name, and {shorten(name)} has no word",
                where="people",
                remedy="pass the name as it occurs in texts",
            )

    @id.validator
    @role.validator
    def _check_text(self, attribute: Attribute[str | None], value: object) -> None:
        """Check that a value is text, or missing."""
        check_text(value, attribute.name, optional=True)

    @gender.validator
    def _check_gender(self, _: Any, gender: object) -> None:
        """Check that the gender is one that pronouns show."""
        if gender not in ("m", "f", None):
            raise OptionError(
                f"the gender of {shorten(self.name)} is {shorten(gender)}",
                where="people",
                remedy="give 'm', 'f' or None",
            )

    @property
    def forms(self) -> set[Form]:
        """The words of the name and of each alias."""
        return {form for form in map(_form, (self.name, *self.aliases)) if form}


def _form(name: str) -> Form:
    """The words of a name, with straight apostrophes, without the full stops of abbreviations."""
    return tuple(_bare(match.group()) for match in _WORD.finditer(name))


def _bare(word: str) -> str:
    """A word without typography and without a possessive ending."""
    straight = word.translate(_APOSTROPHE)
    return straight.removesuffix("'s").rstrip(".'-")


class People:
    """Known people, found by any of their forms.

    Args:
        people: persons, or mappings with the fields of :class:`Person`.

    Raises:
        InputError: one is neither.
    """

    def __init__(self, people: Iterable[Person | Mapping[str, Any]]) -> None:
        self._people = tuple(map(_person, people))
        bearers: defaultdict[Form, list[Person]] = defaultdict(list)
        for person in self._people:
            for form in person.forms:
                bearers[form].append(person)
        self._of_form = {form: people[0] for form, people in bearers.items() if len(people) == 1}
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)
        for form in self._of_form:
            self._lengths[form[0]].add(len(form))

    def __iter__(self) -> Iterator[Person]:
        return iter(self._people)

    def find(self, name: str) -> Person | None:
        """The only person with a form of this name; None if there is none."""
        return self._of_form.get(_form(name))

    def spans(self, text: str) -> dict[Person, list[Span]]:
        """The spans of known people's names in a text, by the longest form at each position."""
        places: defaultdict[Person, list[Span]] = defaultdict(list)
        words = list(_WORD.finditer(text)) if self._lengths else []
        bare = [_bare(word.group()) for word in words]
        end = 0
        for i, word in enumerate(bare):
            if i < end:
                continue
            for length in sorted(self._lengths.get(word, ()), reverse=True):
                if i + length > len(bare):
                    continue  # fewer words remain
                person = self._of_form.get(tuple(bare[i : i + length]))
                if person and _adjoin(text, words[i : i + length]):
                    last = words[i + length - 1]
                    stop = last.start() + len(bare[i + length - 1])
                    places[person].append(Span(words[i].start(), stop))
                    end = i + length
                    break
        return places

    def identify(self, record: QuoteRecord) -> QuoteRecord:
        """Add the name and the id of the known person to a record of this speaker.

        Each speaker gets the name, id, role and gender of its person; a gender that the article
        shows remains, with the words that show it.
        """
        person = self.find(record.speaker) if record.speaker else None
        speakers = tuple(map(self._identify, record.speakers))
        if person is not None:
            speaker, person_id = person.name, person.id
            return evolve_record(record, speaker=speaker, speaker_id=person_id, speakers=speakers)
        return record if speakers == record.speakers else evolve_record(record, speakers=speakers)

    def _identify(self, speaker: Speaker) -> Speaker:
        """Add what the caller knows to a speaker."""
        person = None if speaker.via else self.find(speaker.name)
        if person is None:
            return speaker
        return evolve(
            speaker,
            name=person.name,
            id=person.id,
            known_role=person.role,
            gender=speaker.gender or person.gender,
        )


def _adjoin(text: str, words: Sequence[regex.Match[str]]) -> bool:
    """Whether only spaces separate the words."""
    gaps = (text[word.end() : following.start()] for word, following in pairwise(words))
    return all(not gap.strip(" \t\u00a0") for gap in gaps)


def _person(entry: object) -> Person:
    """A person, unchanged or made from its fields."""
    if isinstance(entry, Person):
        return entry
    if not isinstance(entry, Mapping):
        raise InputError(
            f"people= holds {describe(entry)}",
            where="people",
            remedy="pass Person objects, or mappings with name, aliases, id, role, gender",
        )
    try:
        return Person(**entry)
    except TypeError as error:
        raise InputError(
            f"a person has name, aliases, id, role and gender, not {shorten(dict(entry))}",
            where="people",
            remedy="leave out the other fields",
        ) from error


#: the type of the argument ``people=``
KnownPeople = People | Iterable[Person | Mapping[str, Any]]


def known_people(people: object) -> People | None:
    """Convert the argument ``people=`` to an index of known people.

    Raises:
        InputError: it is not a list of people.
    """
    if people is None or isinstance(people, People):
        return people
    if isinstance(people, str | Mapping) or not isinstance(people, Iterable):
        raise InputError(
            f"people= takes a list of people, not {describe(people)}",
            where="people",
            remedy="pass [{'name': 'Ada Berg', 'id': 'Q1'}, …], or quoteattr.read_people(path)",
        )
    return People(people)
