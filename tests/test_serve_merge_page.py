"""Speakers' names that are merged and parted again, by forms and by the JSON interface."""

from html import unescape

import pytest
from desks import Page, client, filled_archive, page, post

from quoteattr import QuoteArchive


@pytest.fixture
def caller(tmp_path):
    with client(filled_archive(tmp_path)) as made:
        yield made


def speakers(caller):
    """The number of quotes of each speaker."""
    items = caller.get("/api/archive/speakers").json()["items"]
    return {item["name"]: item["quotes"] for item in items}


def shown_after(caller, answer):
    """The page that a form leads to."""
    assert answer.status_code == 303, answer.text
    return unescape(page(caller, f"/{answer.headers['location'].partition('#')[0]}"))


def test_two_speakers_that_are_marked_become_one_and_two_again(caller):
    before = speakers(caller)
    boxes = {
        element["value"] for element in Page(page(caller, "/speakers")).all("input", name="name")
    }
    assert boxes == set(before)
    answer = post(caller, "/merge", name=["Ida Berg", "Otto Marx"], into="Otto Marx")
    shown = shown_after(caller, answer)
    merged = "Merged: <bdi>Ida Berg</bdi> and <bdi>Otto Marx</bdi> are one person in all articles."
    assert merged in shown
    assert speakers(caller)["Otto Marx"] == before["Otto Marx"] + before["Ida Berg"]
    assert "Ida Berg" not in speakers(caller)
    (merge,) = Page(shown).all("input", name="id", type="hidden")[:1]
    undone = shown_after(caller, post(caller, "/unmerge", id=merge["value"]))
    assert "Undone: " in undone
    assert speakers(caller) == before


def test_a_name_means_a_person_with_an_id(caller):
    answer = post(
        caller,
        "/merge",
        name="Marx",
        other="the mayor",
        into="Otto Marx",
        id="Q42",
        role="mayor of Tarn Quay",
        gender="m",
        note="seen <there>",
    )
    shown = shown_after(caller, answer)
    assert "Q42" in shown
    items = caller.get("/api/archive/quotes", params={"speaker": "Otto Marx"}).json()["items"]
    ids = {item["source"]: item["speaker_id"] for item in items}
    assert ids["gazette/7"] == "Q42"
    (merge,) = caller.get("/api/archive/merges").json()["items"]
    assert merge["person"] == {
        "name": "Otto Marx",
        "aliases": [],
        "id": "Q42",
        "role": "mayor of Tarn Quay",
        "gender": "m",
    }
    assert (merge["names"], merge["by"], merge["via"]) == (["Marx", "the mayor"], "editor", "page")
    listed = page(caller, "/corrections")
    assert "Names that were merged" in listed
    assert "seen &lt;there&gt;" in listed


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/merge", {"name": "Ida Berg"}),
        ("/merge", {"name": "Ida Berg", "into": " … "}),
        ("/merge", {"name": "…", "into": "Ida Berg"}),
        ("/merge", {"name": "Ida Berg", "into": "Ida Berg"}),
        ("/merge", {"into": "Ida Berg"}),
        ("/merge", {"name": "Holm", "into": "Ida Berg", "gender": "x"}),
        ("/unmerge", {"id": "9"}),
        ("/unmerge", {"id": "x"}),
        ("/unmerge", {"id": "9" * 5_000}),
        ("/unmerge", {"id": "9" * 19}),
    ],
)
def test_what_is_no_merge_is_refused(caller, path, fields):
    answer = post(caller, path, **fields)
    assert (answer.status_code, "Berg" in answer.text) == (422, False)
    assert caller.get("/api/archive/merges").json()["items"] == []


@pytest.mark.parametrize("person", [{"name": ":"}, {"name": "—"}])
def test_a_person_without_a_word_is_refused_by_the_api(caller, person):
    body = {"names": ["Marx"], "into": person}
    assert caller.post("/api/archive/merges", json=body).status_code == 422


def test_a_merge_is_undone_once(caller):
    body = {"names": ["Ida Berg"], "into": {"name": "Otto Marx"}}
    merge = caller.post("/api/archive/merges", json=body)
    assert (merge.status_code, merge.json()["via"]) == (201, "api")
    path = f"/api/archive/merges/{merge.json()['id']}/undo"
    assert caller.post(path).status_code == 201
    assert caller.post(path).status_code == 422
    first, second = caller.get("/api/archive/merges").json()["items"][::-1]
    assert first["undone_by"] == second["id"]
    table = unescape(page(caller, "/corrections"))
    assert table.count('action="unmerge"') == 1


def test_a_merge_holds_for_articles_that_come_later(caller, tmp_path):
    post(caller, "/merge", name="Cy Dahl", into="Ida Berg")
    post(caller, "/articles", source="later", text="“Dry,” said Cy Dahl.")
    with QuoteArchive(tmp_path / "news.db") as archive:
        assert [record.speaker for record in archive.article("later")] == ["Ida Berg"]
    assert "One person, many names" in page(caller, "/speaker", name="Ida Berg")
