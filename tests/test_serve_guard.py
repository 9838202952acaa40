"""Who may call a server, and what every answer has."""

import logging

import pytest
from desks import SETTINGS, client
from tables import for_each

from quoteattr.serve.settings import Settings

TOKEN = "a token of twenty characters"
#: a call that changes something
WRITE = ("/api/verify", {"quotes": ["No."], "articles": [{"text": "“No.”"}]})


@pytest.fixture(scope="module")
def local():
    with client() as caller:
        yield caller


@pytest.fixture(scope="module")
def public():
    settings = Settings(host="0.0.0.0", token=TOKEN, host_names=frozenset({"news.example"}))
    with client(settings=settings) as caller:
        yield caller


def test_another_name_is_refused(local):
    for path in ("/", "/api/archive/quotes", "/live"):
        answer = local.get(path, headers={"host": "evil.example"})
        assert answer.status_code == 421
        assert "evil" not in answer.text


@for_each(
    ("headers", "status"),
    [
        ({}, 200),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"origin": "http://localhost:8020"}, 200),
        ({"sec-fetch-site": "same-origin", "origin": "null"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://localhost:9"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://[bad"}, 403),
        ({"origin": ""}, 403),
    ],
)
def test_pages_of_other_sites_may_not_write(local, headers, status):
    path, body = WRITE
    assert local.post(path, json=body, headers=headers).status_code == status


def test_pages_of_other_sites_may_link_here(local):
    assert local.get("/", headers={"sec-fetch-site": "cross-site"}).status_code == 200


@for_each("path", ["/article", "/correct", "/add", "/undo", "/review", "/remove"])
def test_every_form_is_guarded(local, path):
    answer = local.post(path, data={"source": "a"}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403


def test_nothing_is_answered_without_the_token(public):
    headers = {"host": "news.example"}
    for path in ("/", "/api/archive/quotes", "/static/desk.js", "/openapi.json", "/nothing"):
        answer = public.get(path, headers=headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Basic ")
    assert public.post("/api/quotes", json={"text": ""}, headers=headers).status_code == 401
    assert public.get("/live", headers=headers).status_code == 200
    assert public.get("/ready", headers=headers).status_code == 200


@for_each("authorization", ["Bearer wrong", "Basic !", "Basic aWRhOg==", "Basic", "", "Bearer é"])
def test_a_wrong_token_is_none(public, authorization):
    headers = {"host": "news.example", "authorization": authorization.encode()}
    assert public.get("/", headers=headers).status_code == 401


def test_the_token_opens_and_its_user_is_who_corrects(public):
    headers = {"host": "news.example", "origin": "https://news.example"}
    article = {"text": "“It will rain,” said Ida Holm.", "source": "a"}
    added = public.post("/api/archive/articles", json=article, auth=("ida", TOKEN), headers=headers)
    assert added.status_code == 201
    change = {"source": "a", "start": 1, "end": 14, "words": "It will rain,", "speaker": "Bo"}
    answer = public.post(
        "/api/archive/corrections", json=change, auth=("ida", TOKEN), headers=headers
    )
    assert answer.json()["by"] == "ida"
    bearer = headers | {"authorization": f"Bearer {TOKEN}"}
    assert public.get("/api/archive/corrections", headers=bearer).json()["items"][0]["by"] == "ida"


def test_a_proxy_says_who_corrects():
    with client(settings=Settings(behind_proxy=True, by="nobody")) as caller:
        article = {"text": "“It will rain,” said Ida Holm.", "source": "a"}
        caller.post("/api/archive/articles", json=article)
        change = {"source": "a", "start": 1, "end": 14, "words": "It will rain,", "speaker": "Bo"}
        headers = {"x-forwarded-user": "ida"}
        answer = caller.post("/api/archive/corrections", json=change, headers=headers)
        assert answer.json()["by"] == "ida"


def test_a_user_is_not_believed_without_a_proxy():
    with client(settings=SETTINGS) as caller:
        caller.post("/api/archive/articles", json={"text": "“Rain,” said Ida.", "source": "a"})
        change = {"source": "a", "start": 1, "end": 6, "words": "Rain,", "nobody": True}
        headers = {"x-forwarded-user": "ida"}
        answer = caller.post("/api/archive/corrections", json=change, headers=headers)
        assert answer.json()["by"] == "editor"


@for_each(
    "path",
    ["/", "/live", "/nothing", "/static/desk.js", "/api/archive/quotes", "/article?source=x"],
)
def test_every_answer_has_the_headers(local, path):
    headers = local.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "'unsafe-inline'" not in policy.replace("style-src-attr 'unsafe-inline'", "")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


def test_refusals_have_the_headers_too(local):
    answer = local.get("/", headers={"host": "evil.example"})
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_no_other_site_is_let_in_by_cors(local):
    headers = {"origin": "http://evil.example", "access-control-request-method": "POST"}
    answer = local.options("/api/quotes", headers=headers)
    assert "access-control-allow-origin" not in answer.headers


def test_a_fault_is_logged_by_its_place_and_without_words(caplog):
    with client(raise_server_exceptions=False) as caller:
        caller.app.state.desk.extract = None  # calling it is a fault of the server
        with caplog.at_level(logging.ERROR):
            answer = caller.post("/api/quotes", json={"text": "Secret words"})
    assert answer.status_code == 500
    assert "Secret" not in answer.text + caplog.text
    assert "TypeError at " in caplog.text
    assert answer.headers["x-content-type-options"] == "nosniff"
