"""Bodies: bounded, UTF-8, and never repeated."""

import asyncio
import json

import pytest
from desks import client, send_chunks, send_chunks_of
from tables import for_each

from quoteattr.serve.settings import Limits, Settings

JSON = {"content-type": "application/json"}


@pytest.fixture(scope="module")
def caller():
    with client(settings=Settings(limits=Limits(body=1_000, text=100))) as made:
        yield made


#: a body in parts, together larger than the limit
PARTS = [b"x" * 100] * 50


def test_a_body_that_says_that_it_is_too_large_is_refused_unread(caller):
    status, body, taken = send_chunks(caller.app, "/api/quotes", PARTS, content_length="5000")
    assert (status, taken) == (413, 0)
    assert json.loads(body) == {"error": "the body is larger than 1,000 bytes"}


@for_each(
    ("path", "kind"),
    [
        ("/api/quotes", "application/json"),
        ("/articles", "application/x-www-form-urlencoded"),
        ("/upload", "multipart/form-data; boundary=b"),
        ("/correct", "application/x-www-form-urlencoded"),
    ],
)
def test_a_body_in_chunks_is_refused_where_it_exceeds_the_limit(caller, path, kind):
    chunks = [b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n', *PARTS]
    status, _, taken = send_chunks(
        caller.app, path, chunks if path == "/upload" else PARTS, content_type=kind
    )
    assert (status, taken <= 11) == (413, True)


@pytest.mark.parametrize("chunks", [[None], [b'{"text": ', None]])
def test_a_body_that_does_not_come_is_408(chunks, monkeypatch):
    monkeypatch.setattr("quoteattr.serve.body.monotonic", lambda: 0.0)  # however slow the machine
    with client(settings=Settings(limits=Limits(idle=0.01))) as hasty:
        status, body, _ = send_chunks(
            hasty.app, "/api/quotes", chunks, content_type="application/json"
        )
    assert status == 408
    assert json.loads(body) == {"error": "the body paused for 0.01 seconds"}


def test_a_body_that_comes_byte_by_byte_is_408():
    with client(settings=Settings(limits=Limits(idle=0.02))) as hasty:
        chunks = [b" "] * 900
        status, _, taken = send_chunks(hasty.app, "/api/quotes", chunks, pause=0.001)
    assert (status, taken < 900) == (408, True)


def test_many_slow_bodies_keep_nobody_else_waiting(caller):
    async def call_among_slow_ones():
        slow = [
            asyncio.create_task(send_chunks_of(caller.app, "/api/quotes", [b'{"text": ', None]))
            for _ in range(200)
        ]
        await asyncio.sleep(0)
        status, body, _ = await send_chunks_of(caller.app, "/api/quotes", [b'{"text": "Dry."}'])
        waiting = sum(not task.done() for task in slow)
        for task in slow:
            task.cancel()
        return status, json.loads(body), waiting

    answer = {"source": None, "quotes": []}
    assert asyncio.run(call_among_slow_ones()) == (200, answer, 200)


def test_a_length_that_is_no_number_is_not_believed(caller):
    status, _, taken = send_chunks(
        caller.app, "/api/quotes", PARTS, content_type="application/json", content_length="-1"
    )
    assert (status, taken <= 11) == (413, True)


def test_a_text_that_is_too_long_is_refused(caller):
    for body in ({"text": "é" * 101}, {"text": "🚢" * 101}):
        answer = caller.post("/api/quotes", json=body)
        assert answer.status_code == 413
        assert answer.json() == {"error": "the text is longer than 100 characters"}
    articles = [{"text": "a" * 60}, {"text": "b" * 60}]
    answer = caller.post("/api/verify", json={"quotes": ["no"], "articles": articles})
    assert answer.status_code == 413


@for_each(
    "body",
    [
        b'{"text": "\xff\xfe secret"}',
        b'{"text": "secret \\ud83d"}',
        b'{"text": "\\udea2 secret"}',
        b'{"secret": 1}',
        b'{"text": "a", "secret": 1}',
        b'{"text": ["secret"]}',
        b'["secret"]',
        b'"secret"',
        b"secret",
        b"",
        b"[" * 900,
        b'{"text": "a", "kinds": ["secret"]}',
        b'{"text": "a", "min_confidence": "secret"}',
        b'{"text": "a", "kinds": []}',
        b'{"text": "a", "authors": "secret"}',
        b"1" * 999,
    ],
)
def test_what_is_not_valid_is_refused_and_not_repeated(caller, body):
    answer = caller.post("/api/quotes", content=body, headers=JSON)
    assert answer.status_code == 422
    assert set(answer.json()) == {"error"}
    assert "secret" not in answer.text


def test_a_body_that_is_not_called_json_is_told_what_to_do(caller):
    answer = caller.post("/api/quotes", content=b'{"text": "a"}')
    assert answer.status_code == 422
    assert "Content-Type: application/json" in answer.json()["error"]


def test_two_halves_that_are_one_character_are_text(caller):
    body = b'{"text": "\\ud83d\\udea2 came."}'
    assert caller.post("/api/quotes", content=body, headers=JSON).json()["quotes"] == []


@for_each("body", [b"text=%FF", b"text=%ED%A0%BD", b"text=\xff", b"a=1&" * 60])
def test_forms_are_utf_8(caller, body):
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert caller.post("/articles", content=body, headers=headers).status_code == 422


@for_each(
    "query", ["words=%00", "limit=secret", "limit=0", "limit=501", "offset=-1", "kinds=secret"]
)
def test_what_is_not_valid_in_an_address_is_not_repeated(caller, query):
    answer = caller.get(f"/api/archive/quotes?{query}")
    assert answer.status_code == 422
    assert "secret" not in answer.text


def test_words_that_are_none_are_refused_without_them(caller):
    answer = caller.get("/api/archive/quotes", params={"words": "*** ---", "since": "2026"})
    assert answer.status_code == 422
    assert answer.json() == {"error": "words: pass a word with a letter or digit"}


def test_a_date_that_is_none_is_refused_without_it(caller):
    answer = caller.get("/api/archive/quotes", params={"since": "secret"})
    assert (answer.status_code, "secret" in answer.text) == (422, False)
