"""Extraction, batches and verification by a server."""

import asyncio
import json

import pytest
from desks import FERRY, DirectPool, client, send_chunks
from starlette.requests import Request

import quoteattr
from quoteattr.formats.record_dict import record_to_dict
from quoteattr.serve.batch import BatchResponse
from quoteattr.serve.pool import JobError
from quoteattr.serve.settings import Limits, Settings


@pytest.fixture(scope="module")
def caller():
    with client(settings=Settings(limits=Limits(body=2_000, workers=1))) as made:
        yield made


class Refusing(DirectPool):
    """Does no job of an article with a word."""

    def submit(self, seconds, function, *args):
        """Refuse, or do the job."""
        if "endless" in getattr(args[0], "text", ""):
            raise JobError("the article took longer than 30 seconds")
        return super().submit(seconds, function, *args)


def test_quotes_are_the_records_of_the_library(caller):
    answer = caller.post("/api/quotes", json={"text": FERRY, "source": "herald/1"})
    records = quoteattr.extract(FERRY, "herald/1")
    expected = json.loads(json.dumps([record_to_dict(record) for record in records]))
    assert answer.json() == {"source": "herald/1", "quotes": expected}
    assert all(FERRY[slice(*span)] for quote in answer.json()["quotes"] for span in quote["spans"])


def test_options_are_those_of_the_library(caller):
    body = {"text": FERRY, "kinds": ["indirect"], "min_confidence": 0}
    quotes = caller.post("/api/quotes", json=body).json()["quotes"]
    assert [quote["quote"] for quote in quotes] == ["fares would rise"]
    quotes = caller.post("/api/quotes", json=body | {"acts": ["intent"]}).json()["quotes"]
    assert quotes == []


def test_an_article_that_takes_too_long_is_503_and_the_next_is_read():
    with client(pool=Refusing()) as caller:
        answer = caller.post("/api/quotes", json={"text": "endless"})
        assert answer.status_code == 503
        assert answer.json() == {"error": "the article took longer than 30 seconds"}
        assert answer.headers["retry-after"].isdecimal()
        assert caller.post("/api/quotes", json={"text": FERRY}).status_code == 200


def batch(caller, *lines):
    """The results of a batch by their lines."""
    answer = caller.post("/api/batch", content="\n".join(lines).encode())
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    results = [json.loads(line) for line in answer.text.splitlines()]
    return {result.pop("line"): result for result in results}


def test_each_line_of_a_batch_has_its_result(caller):
    lines = [
        json.dumps({"text": f"“It is {n},” said Ida Holm.", "source": str(n)}) for n in range(9)
    ]
    results = batch(caller, *lines, "")
    assert sorted(results) == list(range(1, 10))
    for n in range(9):
        assert [quote["quote"] for quote in results[n + 1]["quotes"]] == [f"It is {n},"]
        assert results[n + 1]["source"] == str(n)


def test_failures_are_lines_of_a_batch():
    good = json.dumps({"text": FERRY, "source": "b"})
    lines = [good, "secret", "", '{"text": 3}', "x" * 3_000, '{"text": "endless"}', "[" * 999, good]
    with client(settings=Settings(limits=Limits(body=2_000)), pool=Refusing()) as caller:
        results = batch(caller, *lines)
    assert sorted(results) == [1, 2, 4, 5, 6, 7, 8]
    failures = {line: result["failure"] for line, result in results.items() if "failure" in result}
    assert failures == {
        2: "the body is not JSON: Expecting value, at character 0",
        4: "text: Input should be a valid string",
        5: "the line is longer than 2,000 bytes",
        6: "the article took longer than 30 seconds",
        7: "the body is not JSON that can be read",
    }


def test_a_batch_that_is_too_large_ends_with_a_failure():
    line = json.dumps({"text": "“No,” said Ida Holm."}).encode() + b"\n"
    with client(settings=Settings(limits=Limits(batch=3 * len(line)))) as caller:
        assert caller.post("/api/batch", content=line * 9).status_code == 413
        status, body, taken = send_chunks(caller.app, "/api/batch", [line] * 9)
    results = [json.loads(line) for line in body.splitlines()]
    assert (status, taken) == (200, 4)
    assert results[-1] == {"line": 4, "failure": f"the body is larger than {3 * len(line):,} bytes"}
    assert sorted(result["line"] for result in results[:-1]) == [1, 2, 3]


def test_a_result_comes_before_the_next_line_is_sent():
    lines = [json.dumps({"text": f"“It is {n},” said Ida.", "source": str(n)}) for n in range(3)]
    with client() as caller:
        received = asyncio.run(_one_by_one(caller.app.state.desk, lines))
    assert [json.loads(line)["source"] for line in received] == ["0", "1", "2"]


async def _one_by_one(desk, lines):
    """The results of a batch whose caller sends a line once it has the result of the one before."""
    answered = asyncio.Semaphore(1)
    sent = iter(lines)

    async def receive():
        await answered.acquire()
        line = next(sent, None)
        body = b"" if line is None else f"{line}\n".encode()
        return {"type": "http.request", "body": body, "more_body": line is not None}

    async def send(message):
        if message.get("body"):
            received.append(message["body"])
            answered.release()

    received = []
    scope = {"type": "http", "headers": [], "method": "POST", "path": "/api/batch"}
    await BatchResponse(Request(scope, receive), desk)(scope, receive, send)
    return received


def test_quotes_are_verified(caller):
    body = {"quotes": ["The ferry will not sail", "We have heard that before"]}
    answer = caller.post("/api/verify", json=body | {"articles": [{"text": FERRY, "source": "a"}]})
    altered, exact = answer.json()["results"]
    assert (altered["outcome"], altered["faithful"]) == ("altered", False)
    assert (exact["outcome"], exact["speaker"], exact["source"]) == ("exact", "Otto Marx", "a")
    assert "".join(FERRY[slice(*span)] for span in exact["spans"]) == exact["text"]


def test_a_draft_is_verified(caller):
    draft = "“The ferry will sail,” said Otto Marx."
    answer = caller.post("/api/verify", json={"draft": draft, "articles": [{"text": FERRY}]})
    (result,) = answer.json()["results"]
    assert result["wrong_speaker"]
    assert result["draft"]["speaker"] == "Otto Marx"


def test_a_server_is_live_before_it_is_ready():
    pool = DirectPool()
    pool.ready.clear()
    with client(pool=pool) as caller:
        assert caller.get("/live").status_code == 200
        assert caller.get("/ready").status_code == 503
        pool.ready.set()
        assert caller.get("/ready").json() == {"ready": True}


def test_openapi_has_every_path_with_an_example_of_each_body(caller):
    paths = caller.get("/openapi.json").json()
    written = {
        path
        for path, methods in paths["paths"].items()
        for method in methods.values()
        if "requestBody" in method
    }
    assert {"/api/quotes", "/api/batch", "/api/verify", "/api/archive/corrections"} <= written
    assert {f"/api/archive/{name}" for name in "quotes speakers groups audit".split()} <= set(
        paths["paths"]
    )
    for name in "QuotesBody VerifyBody CorrectionBody AdditionBody ReviewBody".split():
        assert paths["components"]["schemas"][name]["examples"]


def test_examples_of_bodies_are_valid(caller):
    schemas = caller.get("/openapi.json").json()["components"]["schemas"]
    for example in schemas["QuotesBody"]["examples"]:
        assert caller.post("/api/archive/articles", json=example).status_code == 201
    for example in schemas["VerifyBody"]["examples"]:
        assert caller.post("/api/verify", json=example).status_code == 200
    for example in schemas["CorrectionBody"]["examples"]:
        answer = caller.post("/api/archive/corrections", json=example)
        assert answer.status_code == 201, answer.text
        undone = caller.post(f"/api/archive/corrections/{answer.json()['id']}/undo")
        assert undone.status_code == 201


def test_pages_of_documentation_that_fetch_from_elsewhere_are_not_there(caller):
    assert caller.get("/docs").status_code == caller.get("/redoc").status_code == 404
