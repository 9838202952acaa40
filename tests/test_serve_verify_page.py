"""The page that verifies: a quote or a draft, in the archive or in a pasted source."""

from html import unescape

import pytest
from desks import FERRY, HTML, Page, client, filled_archive, page
from tables import for_each

DRAFT = (
    "“The ferry will sail,” said Ingrid Holm. “We have really never heard that before,” said Ida"
    " Berg. “The harbour is closed to all ships for the winter,” said Otto Marx."
)


@pytest.fixture(scope="module")
def caller(tmp_path_factory):
    with client(filled_archive(tmp_path_factory.mktemp("verify"))) as made:
        yield made


def verify(caller, **fields):
    """The page of results."""
    answer = caller.post("/verify", data=fields, headers=HTML)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


def headings(shown):
    """The outcome of each quote."""
    return [part.partition("</h2>")[0] for part in shown.split("<h2>")[1:]]


def test_the_quotes_of_a_draft_are_verified_in_the_archive(caller):
    shown = verify(caller, words=DRAFT, what="draft")
    assert "1 of 3 quotes is faithful. Searched in 2 articles." in shown
    assert headings(shown) == [
        "✓ word for word",
        "≠ other words · ≠ another speaker",
        "✗ not found",
    ]
    assert "<ins>really</ins>" in shown
    assert 'href="article?source=gazette%2F7&quote=' in shown
    assert "The draft: said by <bdi>Ida Berg</bdi>." in shown


def test_the_form_stays_filled_in(caller):
    words = "\n“It will <rain>,”\nsaid Bo Lund."
    shown = verify(caller, words=words, what="quote", pasted="“It will rain,” said Bo Lund.")
    assert f">\n{words}</textarea>" in shown
    chosen = [element["value"] for element in Page(shown).all("option") if "selected" in element]
    assert chosen == ["quote"]


@for_each(
    ("quote", "heading"),
    [
        ("The ferry will sail", "✓ word for word"),
        ("the ferry will sail", "✓ the same words"),
        ("The [big old] ferry will sail", "✓ changes are marked"),
        ("The old ferry will soon sail", "≠ other words"),
        ("Everybody sank", "✗ not found"),
    ],
)
def test_one_quote_is_verified_in_a_pasted_source(caller, quote, heading):
    shown = verify(caller, words=quote, what="quote", pasted=FERRY)
    assert headings(shown) == [heading]
    assert "Searched in the pasted source." in shown
    assert "article?source" not in shown


def test_a_negation_that_is_lost_and_the_nearest_passage_are_said(caller):
    source = "“The tenant is not allowed to sublet the flat,” said Ida Holm."
    lost = verify(caller, words="allowed to sublet the flat", what="quote", pasted=source)
    assert "The source has a negation that the quote does not." in lost
    words = "the landlord was never asked to sublet some flat"
    far = verify(caller, words=words, what="quote", pasted=source)
    assert headings(far) == ["✗ not found"]


def test_a_draft_without_quotes_says_so(caller):
    assert "no quotes between quotation marks" in verify(caller, words="Nothing was said.")


@pytest.mark.parametrize(
    "fields", [{}, {"words": " \r\n"}, {"words": "a " * 3_000, "what": "quote"}]
)
def test_what_cannot_be_verified_is_refused(caller, fields):
    answer = caller.post("/verify", data=fields, headers=HTML)
    assert (answer.status_code, "That did not work" in answer.text) == (422, True)


def test_programs_verify_in_the_archive_too(caller):
    answer = caller.post("/api/verify", json={"quotes": ["We have really never heard that before"]})
    (result,) = answer.json()["results"]
    assert (result["source"], result["outcome"]) == ("gazette/7", "altered")
    assert [difference["kind"] for difference in result["differences"]] == ["inserted"]
    assert "Verify" in page(caller, "/verify")
