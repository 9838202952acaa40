"""Take screenshots of the server's pages with the articles in ``examples/``.

    python docs/serve.py

writes ``docs/serve-article.png`` and ``docs/serve-quotes.png``. It needs the extras ``serve`` and
``test``, and Chromium.
"""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

import quoteattr
from quoteattr.serve.app import make_app
from quoteattr.serve.desk import Desk
from quoteattr.serve.settings import Settings

ROOT = Path(__file__).parent.parent
CHROMIUM = "/usr/bin/chromium"
SOURCE = "harbor-herald/ferry"


def fill(path: str) -> None:
    """Add the articles."""
    text = (ROOT / "examples/annotated/text/harbor-herald_ferry.txt").read_text("utf-8")
    ferry = quoteattr.Article(
        text,
        id=SOURCE,
        title="The ferry to Skerry Island",
        publisher="Harbor Herald",
        published="2026-02-11",
    )
    with quoteattr.QuoteArchive(path) as archive:
        archive.add([*quoteattr.read(ROOT / "examples/retold"), ferry])
        (record, *_) = archive.search(speaker="Tomas Reyes", kinds=["direct"])
        start, end = record.spans[0].start, record.spans[-1].end
        archive.correct(SOURCE, (start, end), speaker="Tomas Reyes Vidal", by="ed", via="page")


def take(page: Page, address: str) -> None:
    """Take the screenshots."""
    page.goto(f"{address}/article?source={SOURCE}")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.screenshot(path=ROOT / "docs/serve-article.png")
    page.goto(f"{address}/quotes?words=roof")
    page.screenshot(path=ROOT / "docs/serve-quotes.png")


def main() -> None:
    """Start a server, and take the screenshots."""
    desk = Desk(Settings(by="ed"))
    fill(desk.path)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(make_app(desk), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page(viewport={"width": 1200, "height": 760})
        page.set_default_timeout(300_000)
        take(page, f"http://127.0.0.1:{listening.getsockname()[1]}")
        browser.close()
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    main()
