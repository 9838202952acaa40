"""Merges of names: names that are one person's in all articles of an archive."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
from attrs import evolve, frozen

from quoteattr.archive.corrections.correction import Origin
from quoteattr.archive.store import Store, decode_value
from quoteattr.checks import check_fields, check_several, check_text, describe
from quoteattr.coref.entities.people import People, Person
from quoteattr.errors import InputError, OptionError
from quoteattr.text import shorten

#: the speakers of each article: as they are now, and as they were before names were merged
_NAMES = """
SELECT record.article, name FROM speaker JOIN record ON record.number = speaker.record
UNION SELECT article, speaker FROM record WHERE speaker IS NOT NULL
UNION SELECT article, json_extract(plain, '$.speaker') FROM machine_record
    WHERE json_extract(plain, '$.speaker') IS NOT NULL
UNION SELECT article, json_extract(value, '$.name') FROM machine_record,
    json_each(machine_record.plain, '$.speakers')
UNION SELECT article, json_extract(value_after, '$.speaker') FROM correction_place
    JOIN correction ON correction.id = correction_place.correction
    WHERE json_extract(value_after, '$.speaker') IS NOT NULL
"""


@frozen
class SpeakerMerge:
    """A merge: names that are one person's.

    A merge is never changed: undoing it adds another, with ``undoes``.
    """

    id: int
    #: the names, as they were in the records
    names: tuple[str, ...]
    #: the person: the new speaker of the records, with aliases and id
    person: Person
    by: str
    via: str
    #: when, in UTC, as ISO 8601
    at: str
    note: str
    #: the version of the package
    version: str
    #: the merge that this one undoes
    undoes: int | None = None
    #: the merge that undid this one
    undone_by: int | None = None

    __attrs_post_init__ = check_fields

    @property
    def forms(self) -> tuple[str, ...]:
        """All names of the person: the merged ones, and the person's own."""
        return tuple(dict.fromkeys((self.person.name, *self.person.aliases, *self.names)))


class SpeakerMergeLog:
    """The merges of an archive. All methods that write are called within a transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store
        #: the people of the merges up to a row
        self._people: tuple[Any, People | None] = (None, None)

    def merge(self, names: Iterable[str], into: str | Person, origin: Origin) -> SpeakerMerge:
        """Enter a merge."""
        several = [names] if isinstance(names, str) else check_several(names, "names", "a list")
        merged = tuple(several)
        for name in merged:
            check_text(name, "names")
            Person(name)  # this checks that it contains a word
        person = _person(into)
        if not {*merged, *person.aliases} - {person.name} and person.id is None:
            raise InputError(
                f"there is no other name to merge into {shorten(person.name)}",
                where="merge_speakers(names=…)",
                remedy="pass the names that records have, or a Person with an id",
            )
        return self._insert(merged, person, None, origin)

    def undo(self, number: int, origin: Origin) -> SpeakerMerge:
        """Enter an undo of a merge."""
        undone = next((merge for merge in self.merges() if merge.id == number), None)
        if undone is None or undone.undone_by is not None:
            problem = "is already undone" if undone else "does not exist"
            raise OptionError(
                f"merge {shorten(number)} {problem}",
                where="undo_merge()",
                remedy="pass the id of one of speaker_merges() that is not undone",
            )
        return self._insert(undone.names, undone.person, undone.id, origin)

    def _insert(
        self, names: tuple[str, ...], person: Person, undoes: int | None, origin: Origin
    ) -> SpeakerMerge:
        """Insert a merge."""
        self._store.run(
            "INSERT INTO speaker_merge (undoes, names, person, made_by, via, made_at, note,"
            " version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *(undoes, json.dumps(names), json.dumps(attrs.asdict(person))),
            *(origin.by, origin.via, origin.at, origin.note, origin.version),
        )
        return self.merges()[-1]

    def merges(self) -> list[SpeakerMerge]:
        """All merges, in the order of entering."""
        rows = self._store.run(
            "SELECT id, names, person, made_by, via, made_at, note, version, undoes"
            " FROM speaker_merge ORDER BY id"
        )
        merges = list(map(_read, rows))
        undone_by: dict[int, int] = {}
        for merge in reversed(merges):
            if merge.undoes is not None and merge.id not in undone_by:
                undone_by[merge.undoes] = merge.id
        return [evolve(merge, undone_by=undone_by.get(merge.id)) for merge in merges]

    def people(self) -> People | None:
        """The people of all active merges; None if there are none."""
        # The id alone is not enough: another merge may get the id of one that was rolled back.
        last = self._store.run(
            "SELECT id, undoes, names, person FROM speaker_merge ORDER BY id DESC LIMIT 1"
        ).fetchone()
        if last != self._people[0]:
            self._people = last, people_of(self.merges())
        return self._people[1]

    def changed_articles(self, before: People | None) -> list[int]:
        """The numbers of the articles in which a speaker gets another name, id, role or gender."""
        after = self.people()
        rows = self._store.run(_NAMES).fetchall()
        names = {name: decode_value(name) for _, name in rows}
        changed = {
            name
            for name, speaker in names.items()
            if _identity(before, speaker) != _identity(after, speaker)
        }
        return sorted({number for number, name in rows if name in changed})


def _identity(people: People | None, name: str) -> tuple[str | None, ...]:
    """The fields of a record that depend on the speaker: name, id, role, gender."""
    person = people.find(name) if people else None
    if person is None:
        return name, None, None, None
    return person.name, person.id, person.role, person.gender


def people_of(merges: Iterable[SpeakerMerge]) -> People | None:
    """The people that result from merges; a later merge overrides an earlier one.

    If a person is merged into another one, the names merged earlier follow.
    """
    people: dict[str, Person] = {}
    for merge in merges:
        if merge.undoes is None and merge.undone_by is None:
            forms = set(merge.forms)
            for name in [name for name in people if name in forms]:
                earlier = people.pop(name)
                forms |= {earlier.name, *earlier.aliases}
            for name, other in people.items():  # a name is one person's
                kept = tuple(alias for alias in other.aliases if alias not in forms)
                people[name] = evolve(other, aliases=kept)
            aliases = tuple(sorted(forms - {merge.person.name}))
            people[merge.person.name] = evolve(merge.person, aliases=aliases)
    return People(people.values()) if people else None


def _person(into: object) -> Person:
    """Convert an argument to a person.

    Raises:
        InputError: it is neither a name nor a person.
    """
    if isinstance(into, Person):
        return into
    if isinstance(into, Mapping):
        return next(iter(People([into])))
    if not isinstance(into, str):
        raise InputError(
            f"expected a name or a Person, not {describe(into)}",
            where="merge_speakers(into=…)",
            remedy="pass the name that the records are to have, or Person(name, id=…)",
        )
    return Person(into)


def _read(row: Sequence[Any]) -> SpeakerMerge:
    """The merge of a row."""
    number, names, person, by, via, at, note, version, undoes = map(decode_value, row)
    merged, into = tuple(json.loads(names)), Person(**json.loads(person))
    return SpeakerMerge(number, merged, into, by, via, at, note, version, undoes)
