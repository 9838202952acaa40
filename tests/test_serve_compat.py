"""Answers in the form of BBC Citron and of Stanford CoreNLP."""

import json

import pytest
from desks import FERRY, STRANGE, client
from tables import for_each

from quoteattr.serve.settings import Settings


@pytest.fixture(scope="module")
def citron():
    with client(settings=Settings(compat="citron")) as caller:
        yield caller


@pytest.fixture(scope="module")
def corenlp():
    with client(settings=Settings(compat="corenlp")) as caller:
        yield caller


def test_citron_gives_sources_cues_and_contents(citron):
    answer = citron.post("/quotes", data={"text": FERRY}).json()
    assert answer["source"]["application"] == "quoteattr"
    first, *_ = answer["quotes"]
    assert first["sources"] == [{"start": 28, "end": 39, "text": "Ingrid Holm"}]
    assert first["cue"]["text"] == "said"
    assert first["contents"][0]["text"] == "“The ferry will sail,”"
    assert 0 <= float(first["confidence"]) <= 1


def test_citron_gives_the_name_that_a_pronoun_stands_for(citron):
    answer = citron.get("/quotes", params={"text": FERRY}).json()
    (quote,) = [q for q in answer["quotes"] if q["coreferences"] and q["cue"]["text"] == "said"]
    assert quote["sources"][0]["text"] == "Otto Marx"
    assert quote["coreferences"][0]["text"] == "he"


def test_every_span_of_citron_has_its_words(citron):
    for text in (FERRY, STRANGE, "A “title” alone.", ""):
        quotes = citron.post("/quotes", data={"text": text}).json()["quotes"]
        spans = [
            span
            for quote in quotes
            for span in (
                *quote["sources"],
                *quote["coreferences"],
                quote["cue"],
                *quote["contents"],
            )
        ]
        assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)


def test_citron_wants_a_text_and_leaves_the_page_of_quotes(citron):
    assert citron.post("/quotes", data={"words": "x"}).status_code == 422
    assert "<h1" in citron.get("/quotes").text


def corenlp_answer(caller, text, **properties):
    chosen = {"annotators": "quote", "outputFormat": "json"} | properties
    query = {"properties": json.dumps(chosen)}
    return caller.post("/", params=query, content=text.encode())


def test_corenlp_gives_quotes_with_tokens_and_speakers(corenlp):
    answer = corenlp_answer(corenlp, FERRY).json()
    first, second, third = answer["quotes"]
    assert first["text"] == "“The ferry will sail,”"
    assert (first["speaker"], first["mentionType"]) == ("Ingrid Holm", "name")
    assert (second["canonicalSpeaker"], second["mention"]) == ("Otto Marx", "he")
    assert (second["mentionType"], third["id"]) == ("pronoun", 2)
    tokens = [token["word"] for sentence in answer["sentences"] for token in sentence["tokens"]]
    assert tokens[first["beginToken"]] == "“"
    assert tokens[first["endToken"]] == "”"
    assert tokens[second["mentionBegin"] : second["mentionEnd"] + 1] == ["he"]
    canonical = tokens[second["canonicalMentionBegin"] : second["canonicalMentionEnd"] + 1]
    assert canonical == ["Otto", "Marx"]


def test_offsets_of_corenlp_count_units_of_utf_16(corenlp):
    answer = corenlp_answer(corenlp, STRANGE).json()
    units = STRANGE.encode("utf-16-le")

    def words(start, end):
        return units[2 * start : 2 * end].decode("utf-16-le")

    assert len(answer["quotes"]) == 2
    assert all(words(q["beginIndex"], q["endIndex"]) == q["text"] for q in answer["quotes"])
    tokens = [token for sentence in answer["sentences"] for token in sentence["tokens"]]
    for token in tokens:
        place = (token["characterOffsetBegin"], token["characterOffsetEnd"])
        assert words(*place) == token["originalText"]
    rebuilt = tokens[0]["before"] + "".join(t["originalText"] + t["after"] for t in tokens)
    assert rebuilt == STRANGE


@for_each("text", ["", " ", "\n\n", "“”", "No quote."])
def test_corenlp_answers_for_any_text(corenlp, text):
    assert corenlp_answer(corenlp, text).json()["quotes"] == []


def test_what_corenlp_has_and_this_server_has_not_is_said(corenlp):
    answer = corenlp_answer(corenlp, FERRY, outputFormat="xml")
    assert answer.status_code == 422
    assert "json" in answer.json()["error"]
    assert corenlp.post("/?properties=[]", content=b"x").status_code == 422
    assert corenlp.post("/?properties={", content=b"x").status_code == 422
    assert corenlp.post("/", content=b"\xff").status_code == 422


def test_other_servers_are_not_played_unasked():
    with client() as caller:
        assert caller.post("/", content=b"x").status_code == 405
        assert caller.post("/quotes", data={"text": "x"}).status_code == 405
