"""A server for tests: its articles, and a pool that does jobs in this process."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.testclient import TestClient

from quoteattr import QuoteArchive
from quoteattr.errors import QuoteattrError
from quoteattr.serve.app import make_app
from quoteattr.serve.desk import Desk
from quoteattr.serve.jobs import Preparation
from quoteattr.serve.models import ArticleBody
from quoteattr.serve.pool import JobError, JobPool, without_value
from quoteattr.serve.settings import Settings

#: articles with one story in several places, a wrong speaker to find, and a missed quote to add
FERRY = (
    "“The ferry will sail,” said Ingrid Holm, the head of Harbour Lines. She denied that fares"
    " would rise.\n\nOtto Marx, the mayor of Tarn Quay, was not convinced. “We have heard that"
    " before,” he said. The bell rang twice.\n\n“Nobody asked the gulls,” Ida Berg said at the"
    " quay."
)
ARTICLES = (
    {
        "source": "herald/1",
        "title": "The ferry sails again",
        "publisher": "Harbour Herald",
        "published": "2026-05-04",
        "text": FERRY,
    },
    {
        "source": "gazette/7",
        "title": "Holm promises a ferry",
        "publisher": "Coast Gazette",
        "published": "2026-06-01",
        "text": "“We have never heard that before,” said Marx. Ingrid Holm, chair of Harbour Lines,"
        " said that the ferry would sail. “The ferry will soon sail,” Holm said.",
    },
)
#: the ends of lines of another system, an emoji outside the basic plane, and a combining mark
STRANGE = "The 🚢 came.\r\n\r\n“Cafe\u0301 first,” said Ida Berg.\r\n“Then 🚢 we sail,” she said."


@cache
def _prepare():
    """Load the model once."""
    Preparation()()


@cache
def _filled():
    """The file of an archive of the articles, as bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "news.db"
        with QuoteArchive(path) as archive:
            archive.add(ArticleBody(**article).article() for article in ARTICLES)
        return path.read_bytes()


def filled_archive(folder):
    """The path of a new archive of the articles."""
    path = folder / "news.db"
    path.write_bytes(_filled())
    return path


class DirectPool(JobPool):
    """Does each job at once, in the thread of the server."""

    def __init__(self) -> None:
        _prepare()
        self.ready = threading.Event()
        self.ready.set()

    def start(self):
        """There is nothing to start."""

    def close(self):
        """There is nothing to end."""

    def submit(self, seconds, function, *args):
        """The result of a job, done."""
        future = Future()
        try:
            future.set_result(function(*args))
        except QuoteattrError as error:
            future.set_exception(JobError(without_value(error), caller=True))
        return future


#: corrections of the tests are by this person
SETTINGS = Settings(by="editor")


@contextmanager
def client(path=None, settings=SETTINGS, pool=None, **options) -> Iterator[TestClient]:
    """A client of a server, without a socket."""
    desk = Desk(settings, path and str(path), pool=pool or DirectPool())
    with TestClient(make_app(desk), base_url="http://localhost:8020", **options) as caller:
        yield caller


def span_of(words, text=FERRY):
    """The place of words, as a request has it."""
    start = text.index(words)
    return {"start": start, "end": start + len(words), "words": words}


def send_chunks(app, path, chunks, pause=0, **headers):
    """Send a body chunk by chunk, without a socket.

    Args:
        app: the application.
        path: that is called by POST.
        chunks: of the body; None for one that never comes.
        pause: seconds before each chunk.
        headers: of the request.

    Returns:
        The status, the body of the answer, and the number of chunks that were taken.
    """
    return asyncio.run(send_chunks_of(app, path, chunks, pause, **headers))


async def send_chunks_of(app, path, chunks, pause=0, **headers):
    """Send a body chunk by chunk, as ``send_chunks``; of JSON by default."""
    headers = {"content_type": "application/json"} | headers
    sent, taken = [], 0

    async def receive():
        nonlocal taken
        if taken == len(chunks):
            await asyncio.Event().wait()
        await asyncio.sleep(pause)
        taken += 1
        if chunks[taken - 1] is None:
            await asyncio.Event().wait()
        more = taken < len(chunks)
        return {"type": "http.request", "body": chunks[taken - 1], "more_body": more}

    async def send(message):
        sent.append(message)

    pairs = {"host": "localhost", **headers}.items()
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in pairs],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8020),
    }
    await app(scope, receive, send)
    body = b"".join(message.get("body", b"") for message in sent)
    return sent[0]["status"], body, taken


#: what a browser accepts
HTML = {"accept": "text/html"}


class Page(HTMLParser):
    """The elements of a page, with the text in each part of an article."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.segments, self._part = [], {}, []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Note an element."""
        values = dict(attrs)
        self.elements.append((tag, values))
        if tag == "span":
            part = (
                (int(values["data-start"]), int(values["data-end"]))
                if "data-start" in values
                else None
            )
            self._part.append(part)
            if part:
                self.segments[part] = ""

    def handle_endtag(self, tag):
        """Leave a part."""
        if tag == "span":
            self._part.pop()

    def handle_data(self, data):
        """Note the text of a part."""
        if self._part and self._part[-1]:
            self.segments[self._part[-1]] += data

    def all(self, tag, **values):
        """The attributes of elements that have some of them."""
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and values.items() <= attributes.items()
        ]


def page(caller, path, **query):
    """A page, as a browser gets it."""
    answer = caller.get(path, params=query or None, headers=HTML)
    assert answer.status_code == 200, answer.text
    return answer.text


def post(caller, path, **fields):
    """The answer to a form; a value that is a list is sent several times."""
    return caller.post(path, data=fields, headers=HTML, follow_redirects=False)
