"""The pages without a script: what they show, and what their forms do."""

from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from desks import FERRY, HTML, STRANGE, Page, client, filled_archive, page, post, span_of

from quoteattr import Article, QuoteArchive


@pytest.fixture
def caller(tmp_path):
    with client(filled_archive(tmp_path)) as made:
        yield made


PATHS = (
    "/ /quotes /speakers /groups /verify /audit /corrections /article?source=herald/1"
    " /blind?source=herald/1 /speaker?name=Holm"
).split()


@pytest.mark.parametrize("path", PATHS)
def test_pages_load_nothing_from_elsewhere_and_have_no_script_inside(caller, path):
    read = Page(page(caller, path))
    (script,) = read.all("script")
    assert script["src"].startswith("static/desk.js?")
    for _, values in read.elements:
        assert not [name for name in values if name.startswith("on")]
        for name in ("src", "href", "action"):
            assert not (values.get(name) or "").startswith(("http", "//", "/"))
    assert not read.all("style")
    assert len(read.all("h1")) == len(read.all("main")) == 1


def test_a_pasted_article_is_kept_and_shown(caller):
    answer = post(caller, "/articles", text="“It will rain,”\r\nsaid Bo Lund.", title="Rain")
    assert answer.status_code == 303
    shown = page(caller, f"/{answer.headers['location']}")
    assert "Rain · quoteattr" in shown
    assert "<bdi>Bo Lund</bdi>" in shown


def test_the_ends_of_pasted_lines_are_those_that_were_pasted(caller, tmp_path):
    answer = post(caller, "/articles", text="“It will rain,”\r\nsaid Bo Lund.", source="pasted")
    assert parse_qs(urlsplit(answer.headers["location"]).query)["source"] == ["pasted"]
    with QuoteArchive(tmp_path / "news.db") as archive:
        assert archive.article("pasted").articles[0].text == "“It will rain,”\nsaid Bo Lund."


def test_an_uploaded_file_is_kept_as_it_is(caller, tmp_path):
    files = {"file": ("story.txt", STRANGE.encode(), "text/plain")}
    answer = caller.post("/upload", files=files, headers=HTML, follow_redirects=False)
    assert answer.status_code == 303
    (source,) = parse_qs(urlsplit(answer.headers["location"]).query)["source"]
    with QuoteArchive(tmp_path / "news.db") as archive:
        assert archive.article(source).articles[0].text == STRANGE


@pytest.mark.parametrize(
    ("name", "data"),
    [("story.txt", b"\xff\xfe\xfa"), ("story.jsonl", b"{}\n{}\n"), ("a.pdf", b"%PDF")],
)
def test_a_file_that_is_no_article_is_refused(caller, name, data):
    answer = caller.post("/upload", files={"file": (name, data)}, headers=HTML)
    assert answer.status_code in (422, 503)
    assert "That did not work" in answer.text
    assert caller.post("/upload", data={"a": "b"}, headers=HTML).status_code == 422


def test_a_number_that_no_entry_has_is_refused(caller):
    for number in ("", "x", "7", "9" * 19, "9" * 5_000):
        assert post(caller, "/undo", id=number).status_code == 422


def test_an_empty_article_is_refused(caller):
    assert post(caller, "/articles", text=" \n ").status_code == 422


def test_every_quote_has_a_card_with_its_reason_and_runner_up(caller):
    shown = unescape(page(caller, "/article", source="herald/1"))
    assert "“said” stands between the quote and Ingrid Holm" in shown
    assert "“he” refers to" in shown or "“he” refers to" in shown
    assert shown.count("Runner-up: ") == 4
    assert len(Page(shown).all("li", tabindex="-1")) == 4
    names = {element["value"] for element in Page(shown).all("option") if "value" in element}
    assert {"Ingrid Holm", "Otto Marx", "Ida Berg"} <= names


def test_an_article_in_two_places_has_its_reasons_in_both(caller):
    for source in ("wire", "copy"):
        post(caller, "/articles", source=source, text=FERRY)
        shown = unescape(page(caller, "/article", source=source))
        assert "“said” stands between the quote and Ingrid Holm" in shown
        assert shown.count("Runner-up: ") == 4


@pytest.mark.parametrize(
    "text", [FERRY, STRANGE, "“a”\r\rsaid \u202eBo.\r\n", "“\x00 no \ud83d,” said Bo."]
)
def test_every_part_of_an_article_says_where_it_stands(caller, tmp_path, text):
    with QuoteArchive(tmp_path / "news.db") as archive:
        archive.add([Article(text, id="here")])
    segments = Page(page(caller, "/article", source="here")).segments
    assert "".join(text[start:end] for start, end in segments) == text
    for (start, end), shown in segments.items():
        whole = text[start:end]
        assert len(shown) == len(whole) or whole in ("\r\n", "\r", "\u202e")


def correction(words, **fields):
    return (
        {"source": "herald/1", "speaker": "Otto Marx", "kind": "direct"} | span_of(words) | fields
    )


def test_a_correction_is_seen_after_a_reload_and_undone(caller):
    answer = post(caller, "/correct", **correction("The ferry will sail,", speaker="Bo Lund"))
    assert answer.status_code == 303
    shown = unescape(page(caller, f"/{answer.headers['location'].partition('#')[0]}"))
    assert "Corrected: " in shown
    assert "corrected by" in shown
    reloaded = page(caller, "/article", source="herald/1")
    assert "Bo Lund" in reloaded
    form = Page(reloaded).all("input", name="id")[0]
    answer = post(caller, "/undo", id=form["value"], source="herald/1")
    assert answer.status_code == 303
    undone = unescape(page(caller, f"/{answer.headers['location'].partition('#')[0]}"))
    assert "Undone: " in undone
    assert "“said” stands between the quote and Ingrid Holm" in undone


def test_nobody_said_this(caller):
    words = span_of("Nobody asked the gulls,")
    answer = post(caller, "/correct", source="herald/1", nobody="1", **words)
    assert answer.status_code == 303
    quotes = caller.get("/api/archive/quotes", params={"words": "gulls"}).json()["items"]
    assert quotes == []


def test_words_that_are_not_there_are_refused(caller):
    wrong = correction("The ferry will sail,") | {"words": "The ferry will sink,"}
    answer = post(caller, "/correct", **wrong)
    assert answer.status_code == 409
    assert "load it again" in answer.text


def test_an_overlap_is_asked_about_first(caller):
    other = span_of("We have heard that")
    bounds = {f"new_{name}": value for name, value in other.items()}
    fields = correction("The ferry will sail,", **bounds)
    asked = post(caller, "/correct", **fields)
    assert asked.status_code == 409
    assert "We have heard that before," in unescape(asked.text)
    kept = {
        element["name"]: element["value"]
        for element in Page(asked.text).all("input", type="hidden")
    }
    assert post(caller, "/correct", **kept).status_code == 303


def test_a_missed_quote_is_added_by_typed_words(caller):
    fields = {
        "source": "herald/1",
        "words": "The bell\nrang twice",
        "speaker": "",
        "kind": "direct",
    }
    answer = post(caller, "/add", start="", end="", **fields)
    assert answer.status_code == 303
    (added,) = caller.get("/api/archive/quotes", params={"words": "bell"}).json()["items"]
    assert (added["speaker"], added["quote"]) == (None, "The bell rang twice")


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/correct", {"source": "herald/1", "start": "a", "end": "2", "kind": "direct"}),
        ("/correct", {"source": "herald/1", "kind": "direct"}),
        ("/correct", {"source": "herald/1", "start": "1", "end": "2", "kind": "song"}),
        ("/undo", {"id": "x"}),
        ("/undo", {"id": "99"}),
        ("/review", {"source": "herald/1", "scope": "some"}),
        ("/review", {"source": "nowhere", "scope": "all"}),
        ("/remove", {"source": "nowhere"}),
        ("/add", {"source": "herald/1", "words": "x", "start": "1", "end": "y", "kind": "direct"}),
    ],
)
def test_forms_that_are_wrong_are_refused(caller, path, fields):
    answer = post(caller, path, **fields)
    assert answer.status_code == 422, answer.text
    assert "nowhere" not in answer.text


def test_a_review_is_entered_and_shown(caller):
    assert post(caller, "/review", source="herald/1", scope="all").status_code == 303
    assert "all speech, <bdi>editor</bdi>" in page(caller, "/article", source="herald/1")
    listed = page(caller, "/")
    assert listed.count("✓ <bdi>editor</bdi>") == 1
    assert "blind?source=herald%2F1" not in listed
    assert "blind?source=gazette%2F7" in listed


def test_an_article_is_removed(caller):
    assert post(caller, "/remove", source="herald/1").status_code == 303
    assert caller.get("/article?source=herald/1", headers=HTML).status_code == 404
    assert "The ferry sails again" not in page(caller, "/")


def test_quotes_are_narrowed_by_facets_and_exported_as_seen(caller):
    shown = Page(page(caller, "/quotes", words="ferry", kinds="direct"))
    links = [unescape(element["href"]) for element in shown.all("a")]
    narrowed = next(
        link for link in links if "speaker=Ingrid" in link and link.startswith("quotes")
    )
    assert "words=ferry" in narrowed
    assert "kinds=direct" in narrowed
    exported = caller.get(f"/{next(link for link in links if 'format=csv' in link)}")
    assert exported.headers["content-disposition"].endswith('"quotes.csv"')
    assert exported.text.count("\n") == 3  # with the heads of the columns


def test_every_format_of_the_page_is_exported(caller):
    links = [element["href"] for element in Page(page(caller, "/quotes")).all("a")]
    exports = [link for link in links if link.startswith("export")]
    assert len(exports) == 6
    for link in exports:
        answer = caller.get(f"/{unescape(link)}")
        assert (answer.status_code, bool(answer.content)) == (200, True)
    assert caller.get("/export?format=table").status_code == 422
    assert caller.get("/export?format=../x").status_code == 422


def test_a_speaker_has_roles_over_time_and_name_forms(caller):
    shown = unescape(page(caller, "/speaker", name="Otto Marx"))
    assert "the mayor of Tarn Quay" in shown
    assert "<bdi>Marx</bdi> 1" in shown
    assert "2026-06" in shown
    holm = unescape(page(caller, "/speaker", name="Ingrid Holm"))
    assert holm.index("the head of Harbour Lines") < holm.index("chair of Harbour Lines")


def test_groups_stand_side_by_side_with_links_to_their_articles(caller):
    shown = page(caller, "/groups")
    assert "<del>never</del>" in shown
    hrefs = {element.get("href") for element in Page(shown).all("a")}
    assert {"article?source=herald%2F1", "article?source=gazette%2F7"} <= hrefs


def test_results_are_paged(caller, tmp_path):
    with QuoteArchive(tmp_path / "news.db") as archive:
        archive.add(Article(f"“Day {n} is dry,” said Bo Lund.", id=f"day/{n}") for n in range(60))
    seen, path = set(), "/quotes?words=dry"
    while path:
        links = [unescape(element.get("href", "")) for element in Page(page(caller, path)).all("a")]
        seen |= {link for link in links if link.startswith("article?")}
        path = next((f"/{x}" for x in links if "offset=" in x and "offset=0" not in x), None)
        path = path if len(seen) < 60 else None
    assert len(seen) == 60


def test_text_of_articles_is_never_markup(caller, tmp_path):
    evil = "<script>alert(1)</script>"
    text = f"“{evil} is here,” said Bo Lund. {evil}"
    with QuoteArchive(tmp_path / "news.db") as archive:
        archive.add([Article(text, id=evil, title=evil, publisher=evil, section=evil)])
        archive.merge_speakers([evil], "Bo Lund", note=evil)
    paths = ["/", "/quotes", "/speakers", "/audit", "/corrections", "/speaker?name=Bo Lund"]
    for path in [*paths, f"/article?source={evil}", f"/blind?source={evil}"]:
        assert evil not in page(caller, path)
    verified = caller.post("/verify", data={"words": f"“{evil}”", "pasted": text}, headers=HTML)
    assert (verified.status_code, evil in verified.text) == (200, False)


def test_a_page_that_is_not_there_says_so(caller):
    answer = caller.get("/article?source=nowhere", headers=HTML)
    assert (answer.status_code, "<h1" in answer.text) == (404, True)
    assert caller.get("/static/../app.py").status_code == 404


def test_an_archive_of_its_own_ends_with_the_server(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with client() as caller:
        assert "lost when the server stops" in page(caller, "/")
        assert list(tmp_path.iterdir())
    assert list(tmp_path.iterdir()) == []
