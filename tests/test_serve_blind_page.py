"""The blind review without a script: it shows no answer, wants all of them, and enters them."""

from html import unescape

import pytest
from desks import FERRY, HTML, Page, client, filled_archive, page, post

from quoteattr import Article, QuoteArchive
from quoteattr.archive.corrections.span_review import quoted_spans

#: who says the words in quotation marks of the ferry
ANSWERS = {
    "The ferry will sail,": "Ingrid Holm",
    "We have heard that before,": "Otto Marx",
    "Nobody asked the gulls,": "Ida Berg",
}


@pytest.fixture
def caller(tmp_path):
    with client(filled_archive(tmp_path)) as made:
        yield made


def fields(caller, answers, source="herald/1"):
    """The fields of the form with answers: a name, ``...`` for nobody, None for no name."""
    shown = Page(page(caller, "/blind", source=source))
    (version,) = shown.all("input", name="version")
    filled = {"version": version["value"]}
    for span in quoted_spans(FERRY):
        words = FERRY[slice(*span)]
        if words in answers:
            speaker = answers[words]
            who = "nobody" if speaker is ... else "unnamed" if speaker is None else "somebody"
            filled[f"who-{span.start}-{span.end}"] = who
            filled[f"name-{span.start}-{span.end}"] = speaker if who == "somebody" else ""
    return filled


def send(caller, filled, source="herald/1"):
    """Send the form."""
    return post(caller, f"/blind?source={source}", **filled)


def reviews(tmp_path):
    """The reviews of the archive."""
    with QuoteArchive(tmp_path / "news.db") as archive:
        return archive.reviews()


def test_the_page_shows_nothing_of_the_machines_answer(caller, tmp_path):
    shown = page(caller, "/blind", source="herald/1")
    with QuoteArchive(tmp_path / "news.db") as archive:
        archive.correct("herald/1", (1, 21), speaker="Bo Lund")
        for record in list(archive.article("herald/1"))[1:]:
            span = record.spans[0].start, record.spans[-1].end
            archive.correct("herald/1", span, nobody=True)
    assert page(caller, "/blind", source="herald/1") == shown
    assert "fares" in shown
    assert len(Page(shown).all("mark")) == len(ANSWERS)
    names = [element["value"] for element in Page(shown).all("option")]
    in_text = [name for name in names if name in FERRY]
    assert in_text == sorted(in_text, key=FERRY.index)


def test_answers_are_compared_and_entered(caller, tmp_path):
    filled = fields(caller, ANSWERS | {"We have heard that before,": "Bo Lund"})
    answer = send(caller, filled)
    assert answer.status_code == 303
    shown = page(caller, f"/{answer.headers['location'].partition('#')[0]}")
    assert "You and the machine agree on 2 of 3 quoted spans." in shown
    assert "<bdi>Bo Lund</bdi>" in shown
    assert "all words in quotation marks, <bdi>editor</bdi>" in shown
    assert ", blind" in shown
    (review,) = reviews(tmp_path)
    assert (review.source, review.blind, review.scope, review.by) == (
        "herald/1",
        True,
        "marks",
        "editor",
    )


def test_a_reader_who_knows_the_answer_says_so(caller, tmp_path):
    assert send(caller, fields(caller, ANSWERS) | {"seen": "1"}).status_code == 303
    assert [review.blind for review in reviews(tmp_path)] == [False]


@pytest.mark.parametrize(
    "missing", [{}, {"The ferry will sail,": ""}, {"The ferry will sail,": " … "}]
)
def test_what_is_missing_is_asked_for_and_the_rest_is_kept(caller, tmp_path, missing):
    answered = {words: name for words, name in ANSWERS.items() if words != "The ferry will sail,"}
    answer = send(caller, fields(caller, answered | missing))
    assert answer.status_code == 422
    assert 'href="#answer-1"' in answer.text
    shown = Page(answer.text)
    checked = [
        element["value"] for element in shown.all("input", type="radio") if "checked" in element
    ]
    assert checked.count("somebody") == len(answered) + len(missing)
    assert {"Otto Marx", "Ida Berg"} <= {element.get("value") for element in shown.all("input")}
    assert reviews(tmp_path) == []


def test_nobody_and_a_speaker_without_a_name_are_answers(caller, tmp_path):
    answers = ANSWERS | {"The ferry will sail,": ..., "Nobody asked the gulls,": None}
    assert send(caller, fields(caller, answers)).status_code == 303
    with QuoteArchive(tmp_path / "news.db") as archive:
        speakers = {r.quote: r.speaker for r in archive.article("herald/1") if r.kind == "direct"}
    assert speakers == {"We have heard that before,": "Otto Marx", "Nobody asked the gulls,": None}


def test_an_article_that_has_changed_is_not_reviewed(caller, tmp_path):
    filled = fields(caller, ANSWERS)
    with QuoteArchive(tmp_path / "news.db") as archive:
        archive.add([Article(FERRY.replace("sail", "sink"), id="herald/1")])
    answer = send(caller, filled)
    assert (answer.status_code, "has changed since" in answer.text) == (409, True)
    assert reviews(tmp_path) == []


def test_an_article_without_quotation_marks_is_reviewed_all_the_same(caller, tmp_path):
    post(caller, "/articles", source="dry", text="Nothing was said.")
    assert "no words in quotation marks" in page(caller, "/blind", source="dry")
    answer = send(caller, fields(caller, {}, "dry"), "dry")
    assert answer.status_code == 303
    assert [(review.source, review.blind) for review in reviews(tmp_path)] == [("dry", True)]


def test_an_article_with_many_quotes_has_a_form_for_all(caller, tmp_path):
    text = "\n".join(f"“Day {n} is dry,” said Bo Lund." for n in range(26))
    with QuoteArchive(tmp_path / "news.db") as archive:
        archive.add([Article(text, id="long")])
    shown = Page(page(caller, "/blind", source="long"))
    filled = {
        element["name"]: element.get("value", "") for element in shown.all("input", type="hidden")
    }
    filled |= {element["name"]: "nobody" for element in shown.all("input", type="radio")}
    filled |= {element["name"]: "" for element in shown.all("input", list="names")}
    assert len(filled) == 53 > 50  # more than other forms may have
    answer = send(caller, filled, "long")
    assert (answer.status_code, "right=0&spans=26" in answer.headers["location"]) == (303, True)


def test_an_article_is_pasted_or_uploaded_for_a_blind_review(caller):
    answer = post(caller, "/articles?then=blind", source="first", text=FERRY)
    assert answer.headers["location"] == "blind?source=first"
    file = {"file": ("a.txt", FERRY.encode(), "text/plain")}
    answer = caller.post("/upload?then=blind", files=file, headers=HTML, follow_redirects=False)
    assert answer.headers["location"].startswith("blind?source=")
    answer = post(caller, "/articles?then=//evil.example", source="second", text=FERRY)
    assert answer.headers["location"] == "article?source=second"
    desk = unescape(page(caller, "/"))
    assert 'href="blind?source=first"' in desk


def test_an_article_that_is_not_there_is_said(caller):
    assert caller.get("/blind?source=nowhere", headers=HTML).status_code == 404
    assert post(caller, "/blind?source=nowhere", version="").status_code == 404
