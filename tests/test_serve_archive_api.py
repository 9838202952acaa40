"""The archive by the JSON interface: pages of results, corrections, and what goes wrong."""

import pytest
from desks import ARTICLES, FERRY, client, filled_archive, span_of

from quoteattr import QuoteArchive


@pytest.fixture
def caller(tmp_path):
    with client(filled_archive(tmp_path)) as made:
        yield made


def items(caller, path, **query):
    answer = caller.get(f"/api/archive/{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


def test_what_was_added_is_told(caller):
    answer = caller.post("/api/archive/articles", json=ARTICLES[0])
    assert answer.json() == {"new": 0, "changed": 0, "known": 1, "records": 0}


def test_quotes_are_searched_and_paged(caller):
    quotes = items(caller, "quotes", words="ferry sail", kinds=["direct"])
    assert {quote["quote"] for quote in quotes} == {
        "The ferry will sail,",
        "The ferry will soon sail,",
    }
    assert quotes[0]["article"]["publisher"] in {"Harbour Herald", "Coast Gazette"}
    seen, offset = [], 0
    while offset is not None:
        answer = caller.get("/api/archive/quotes", params={"limit": 3, "offset": offset}).json()
        seen += [quote["id"] for quote in answer["items"]]
        offset = answer["next"]
    assert len(seen) == len(set(seen)) == 7


def test_speakers_groups_and_the_audit_are_those_of_the_archive(caller, tmp_path):
    speakers = {speaker["name"]: speaker["quotes"] for speaker in items(caller, "speakers")}
    assert speakers["Ingrid Holm"] == 4
    groups = items(caller, "groups", words="heard")
    assert [group["sources"] for group in groups] == [["herald/1", "gazette/7"]]
    assert groups[0]["variants"][1]["differences"][0]["kind"] == "cut"
    audit = caller.get("/api/archive/audit", params={"by": ["publisher"]}).json()
    with QuoteArchive(tmp_path / "news.db") as archive:
        assert audit["by"] == list(archive.audit("publisher").by)


def test_filters_apply_to_all(caller):
    assert {q["source"] for q in items(caller, "quotes", source="Coast Gazette")} == {"gazette/7"}
    assert {q["source"] for q in items(caller, "quotes", since="2026-06")} == {"gazette/7"}
    assert [s["name"] for s in items(caller, "speakers", speaker="Berg")] == ["Ida Berg"]
    assert items(caller, "groups", since="2027") == []


def test_a_correction_is_kept_and_undone(caller):
    change = {"source": "herald/1", "speaker": "Bo Lund"} | span_of("The ferry will sail,")
    entered = caller.post("/api/archive/corrections", json=change)
    assert entered.status_code == 201
    assert (entered.json()["by"], entered.json()["via"]) == ("editor", "api")
    assert [q["quote"] for q in items(caller, "quotes", speaker="Bo Lund")] == [
        "The ferry will sail,"
    ]
    undone = caller.post(f"/api/archive/corrections/{entered.json()['id']}/undo")
    assert undone.status_code == 201
    assert items(caller, "quotes", speaker="Bo Lund") == []
    assert [correction["action"] for correction in items(caller, "corrections")] == [
        "undo",
        "correct",
    ]


def test_only_the_fields_that_are_there_are_corrected(caller):
    change = {"source": "herald/1", "kind": "indirect"} | span_of("We have heard that before,")
    after = caller.post("/api/archive/corrections", json=change).json()["after"]
    assert (after["speaker"], after["kind"]) == ("Otto Marx", "indirect")
    change = {"source": "herald/1", "speaker": None} | span_of("We have heard that before,")
    after = caller.post("/api/archive/corrections", json=change).json()["after"]
    assert (after["speaker"], after["kind"]) == (None, "indirect")


def test_bounds_are_corrected_and_checked(caller):
    change = {"source": "herald/1"} | span_of("Nobody asked the gulls,")
    wrong = change | {"bounds": span_of("asked the gulls") | {"words": "asked the geese"}}
    assert caller.post("/api/archive/corrections", json=wrong).status_code == 409
    right = change | {"bounds": span_of("asked the gulls")}
    assert caller.post("/api/archive/corrections", json=right).status_code == 201
    assert [q["quote"] for q in items(caller, "quotes", speaker="Ida Berg")] == ["asked the gulls"]


def test_an_overlap_is_warned_of(caller):
    change = {"source": "herald/1"} | span_of("Nobody asked the gulls,")
    wide = change | {"bounds": span_of("We have heard that")}
    answer = caller.post("/api/archive/corrections", json=wide)
    assert answer.status_code == 409
    assert "overlap" in answer.json()["error"]
    allowed = caller.post("/api/archive/corrections", json=wide | {"allow_overlap": True})
    assert allowed.status_code == 201, allowed.text


def test_a_missed_quote_is_added(caller):
    addition = {"source": "herald/1", "speaker": "Otto Marx", "kind": "indirect"}
    place = span_of("The bell rang twice")
    answer = caller.post("/api/archive/additions", json=addition | place)
    assert (answer.status_code, answer.json()["action"]) == (201, "add")
    assert "The bell rang twice" in {q["quote"] for q in items(caller, "quotes", words="bell")}
    again = caller.post("/api/archive/additions", json=addition | place)
    assert again.status_code == 409


def test_a_review_makes_gold(caller, tmp_path):
    body = {"source": "herald/1", "scope": "all", "blind": True}
    assert caller.post("/api/archive/reviews", json=body).status_code == 201
    with QuoteArchive(tmp_path / "news.db") as archive:
        (gold,) = archive.gold()
    assert gold.blind


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("corrections", {"source": "nowhere", "nobody": True} | span_of("The ferry"), 404),
        ("corrections", {"source": "herald/1"} | span_of("The ferry will sail,"), 422),
        ("corrections", {"source": "herald/1", "nobody": True} | span_of("The bell rang"), 422),
        ("corrections", {"source": "herald/1", "start": 5, "end": 1, "words": ""}, 409),
        ("corrections", {"source": "herald/1", "start": 0, "end": 10**9, "words": FERRY}, 409),
        ("additions", {"source": "nowhere"} | span_of("The ferry"), 404),
        ("reviews", {"source": "nowhere"}, 404),
        ("reviews", {"source": "herald/1", "scope": "some"}, 422),
        ("corrections/99/undo", None, 422),
        ("corrections/0/undo", None, 422),
    ],
)
def test_what_is_wrong_is_refused(caller, path, body, status):
    answer = caller.post(f"/api/archive/{path}", json=body)
    assert answer.status_code == status, answer.text
    assert "nowhere" not in answer.text


def test_an_article_is_removed(caller):
    assert caller.delete("/api/archive/articles?source=herald/1").status_code == 204
    assert {q["source"] for q in items(caller, "quotes")} == {"gazette/7"}
    assert caller.delete("/api/archive/articles?source=herald/1").status_code == 404


def test_an_archive_that_is_damaged_is_503_without_its_path(caller, tmp_path):
    (tmp_path / "news.db").write_bytes(b"no archive at all" * 500)
    answer = caller.get("/api/archive/quotes")
    assert answer.status_code == 503
    assert "news.db" not in answer.text
