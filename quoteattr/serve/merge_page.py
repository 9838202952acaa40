"""Merge the names of one person: the forms, and the table of merges."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from quoteattr.archive.archive import QuoteArchive
from quoteattr.archive.browse import Facet
from quoteattr.archive.corrections.merges import SpeakerMerge
from quoteattr.archive.speakers import SpeakerCount
from quoteattr.compare.names import same_person
from quoteattr.coref.entities.people import Person
from quoteattr.serve.api import desk_of
from quoteattr.serve.forms import read_id, read_lists
from quoteattr.serve.frame import (
    address,
    button,
    choice,
    field,
    form,
    hidden,
    link_to,
    name_of,
    table,
)
from quoteattr.text import clip
from quoteattr.view.markup import tag, void

router = APIRouter(include_in_schema=False)

#: maximum number of characters of a name
_NAME = 120
#: makes the cells of a speaker's row
_Row = Callable[[SpeakerCount], list[str]]
#: the genders of a person, as options
_GENDERS = {"": "not known", "f": "woman", "m": "man"}


# -- paths --------------------------------------------------------------------------------


@router.post("/merge")
async def merge(request: Request) -> Response:
    """Merge the names in the form, and go to the page of the person."""
    fields = await read_lists(request)
    names = [name for name in fields.get("name", []) + fields.get("other", []) if name.strip()]
    last = {name: values[-1] for name, values in fields.items()}
    by, note = request.state.by, last.get("note", "").strip()
    entered = await desk_of(request).write(
        lambda archive: archive.merge_speakers(names, _person(last), by=by, via="page", note=note)
    )
    return _to_speaker(entered)


def _person(fields: dict[str, str]) -> Person:
    """The person of a form.

    Raises:
        HTTPException: the name has no word.
    """
    attributes = {name: fields.get(name, "").strip() or None for name in ("id", "role", "gender")}
    into = " ".join(fields.get("into", "").split())
    if not any(map(str.isalnum, into)):
        raise HTTPException(422, "into: the new name of the records is missing")
    if attributes["gender"] not in (None, "f", "m"):
        raise HTTPException(422, "gender: there is no such choice")
    return Person(into, **attributes)  # type: ignore[arg-type]


@router.post("/unmerge")
async def unmerge(request: Request) -> Response:
    """Undo a merge, or the undo of one."""
    number, by = await read_id(request), request.state.by
    undone = await desk_of(request).write(
        lambda archive: archive.undo_merge(number, by=by, via="page")
    )
    return _to_speaker(undone)


def _to_speaker(entered: SpeakerMerge) -> Response:
    """Go to the page of a person, with a message."""
    target = address("speaker", name=entered.person.name, merged=entered.id)
    return RedirectResponse(f"{target}#main", 303)


def merges_of(archive: QuoteArchive, name: str) -> list[SpeakerMerge]:
    """The merges in which a name, or a form of it, occurs."""
    is_same = same_person(name)
    return [merge for merge in archive.speaker_merges() if any(map(is_same, merge.forms))]


# -- markup -------------------------------------------------------------------------------


def merge_table(speakers: Sequence[SpeakerCount], titles: Sequence[str], row: _Row) -> str:
    """The table of speakers, each with a box, and a form to merge those that are ticked.

    Args:
        speakers: the speakers.
        titles: the heads of the columns.
        row: makes the cells of a speaker.
    """
    rows = ([_box(speaker.name), *row(speaker)] for speaker in speakers)
    own = tag(
        "div",
        tag("h2", "Those that are marked are one person"),
        field("The name that they get", "into", required=""),
        button("Merge them"),
        class_="panel",
    )
    return form("merge", table(["mark", *titles], rows), own)


def _box(name: str) -> str:
    """The box to tick a name."""
    label = f"{clip(name, _NAME)} is one of them"
    return void("input", type="checkbox", name="name", value=name, aria_label=label)


def merge_panel(name: str, forms: Sequence[Facet], merges: Sequence[SpeakerMerge]) -> str:
    """The panel of a speaker's page: further names of the person, id and role, and the merges.

    Args:
        name: the name of the speaker.
        forms: the names on the page, with their numbers of quotes.
        merges: the merges in which one of them occurs.
    """
    boxes = (
        tag("label", _box(facet.value), f" {name_of(clip(facet.value, _NAME))}", class_="choice")
        for facet in forms
    )
    names = tag("fieldset", tag("legend", "Names of this person"), *boxes) if forms else ""
    own = form(
        "merge",
        names,
        field("Another name, as articles have it", "other"),
        field("The name that they get", "into", name, required=""),
        tag(
            "div",
            field("Id, such as Q42", "id"),
            field("Role", "role"),
            choice("Gender", "gender", _GENDERS, ""),
            field("Note", "note"),
            class_="columns",
        ),
        button("They are one person"),
    )
    shown = merges_table(merges) if merges else ""
    return tag("details", tag("summary", "One person, many names"), own, shown, class_="panel")


def merges_table(merges: Sequence[SpeakerMerge]) -> str:
    """A table of merges, the newest first."""
    titles = ["names", "person", "who and when", "state"]
    return table(titles, map(_merge_row, merges[::-1]))


def _merge_row(merge: SpeakerMerge) -> list[str]:
    """The row of a merge."""
    person = merge.person
    who = " · ".join(filter(None, (name_of(merge.by), merge.via, merge.at[:16])))
    details = " · ".join(name_of(value) for value in (person.id, person.role) if value)
    target = address("speaker", name=person.name)
    return [
        ", ".join(name_of(clip(name, _NAME)) for name in merge.names),
        link_to(name_of(clip(person.name, _NAME)), target) + (f" ({details})" if details else ""),
        who + (f"<br>{name_of(merge.note)}" if merge.note else ""),
        _state(merge),
    ]


def _state(merge: SpeakerMerge) -> str:
    """Whether a merge is active, with the button to undo it."""
    if merge.undone_by is not None:
        return "undone"
    kind = "undo " if merge.undoes is not None else ""
    return kind + form("unmerge", hidden(id=merge.id), button("Undo", class_="undo"))


def merged_message(merge: SpeakerMerge) -> str:
    """The message on a speaker's page after a merge."""
    others = [name for name in merge.forms if name != merge.person.name]
    names = " and ".join(name_of(clip(name, _NAME)) for name in [*others, merge.person.name])
    if merge.undoes is not None:
        outcome = f"Undone: {names} are as they were."
    elif others:
        outcome = f"Merged: {names} are one person in all articles."
    else:
        outcome = f"Entered: who {names} is."
    undo = form("unmerge", hidden(id=merge.id), button("Undo")) if merge.undone_by is None else ""
    return tag("div", tag("p", outcome), undo, class_="status", role="status")
