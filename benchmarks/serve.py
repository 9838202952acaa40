"""Measure a server under load: the time of requests, alone and beside misbehaving clients.

    pip install -e ".[serve]"
    python benchmarks/serve.py [--calls 1000] [--seconds 30] [--clients 200] [--article FILE]

starts ``quoteattr serve`` with its defaults, and measures

- ``extract`` of one article without a server;
- the given number of requests with the article, one after the other, and eight at a time;
- calls of the article and of ``/live`` while ``--clients`` callers send a body byte by byte,
  ten send 50 MB with their length, ten send 50 MB in chunks, and ten send invalid JSON;
- the memory of the server and its processes before, its maximum, and afterwards (Linux only).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quoteattr import extract

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "examples/annotated/text/harbor-herald_ferry.txt"

#: bytes of a body that is too large, and of its chunks
LARGE, PART = 50_000_000, 65_536
#: seconds between two bytes of a slow body
PAUSE = 0.5
#: callers of each kind besides the slow ones, and callers at a time without them
OTHERS, TOGETHER = 10, 8

#: the seconds of calls, by kind, and their statuses
Times = dict[str, list[float]]
Statuses = Counter[tuple[str, str]]


# -- the server ---------------------------------------------------------------------------


@contextmanager
def server() -> Iterator[tuple[int, int]]:
    """The port and the process id of a server that is ready."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "quoteattr.cli", "serve", "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        while asyncio.run(status_of(port, request("GET", "/ready"))) != "200":
            time.sleep(0.2)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def memory(process: int) -> int:
    """The resident megabytes of a process and its descendants."""
    with suppress(OSError):
        pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
        own = pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000
        return own + sum(memory(int(child)) for child in children)
    return 0


# -- calls --------------------------------------------------------------------------------


def request(method: str, path: str, body: bytes = b"", length: int | str | None = None) -> bytes:
    """A request as it is sent.

    Args:
        method: of HTTP.
        path: of the server.
        body: all of it, or its beginning.
        length: what the header says of the length, or ``chunked``.
    """
    stated_length = len(body) if length is None else length
    size = (
        "Transfer-Encoding: chunked"
        if stated_length == "chunked"
        else f"Content-Length: {stated_length}"
    )
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", size, "Connection: close"]
    return "\r\n".join([*lines, "Content-Type: application/json", "", ""]).encode() + body


async def status_of(
    port: int, head: bytes, rest: Callable[..., Awaitable[None]] | None = None
) -> str:
    """Send a request, and return the status of the answer; ``closed`` if there is none.

    Args:
        port: of the server.
        head: the request, or its beginning.
        rest: sends what follows.
    """
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return "refused"
    writer.write(head)
    sending = asyncio.create_task(rest(writer)) if rest else None
    try:
        return (await reader.read())[9:12].decode() or "closed"
    except OSError:
        return "closed"
    finally:
        if sending is not None:
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
        writer.close()


async def slowly(writer: asyncio.StreamWriter) -> None:
    """Send a byte at a time."""
    while True:
        writer.write(b" ")
        await asyncio.sleep(PAUSE)


async def largely(writer: asyncio.StreamWriter, *, chunked: bool) -> None:
    """Send a body that is too large."""
    head, tail = (b"%x\r\n" % PART, b"\r\n") if chunked else (b"", b"")
    with suppress(OSError):
        for _ in range(LARGE // PART):
            writer.write(head + b" " * PART + tail)
            await writer.drain()


async def in_chunks(writer: asyncio.StreamWriter) -> None:
    """Send a body that is too large in chunks."""
    await largely(writer, chunked=True)


async def at_once(writer: asyncio.StreamWriter) -> None:
    """Send a body that is too large, whose length was said."""
    await largely(writer, chunked=False)


#: callers that misbehave: what they send first, and what follows
BAD: dict[str, tuple[bytes, Callable[..., Awaitable[None]] | None]] = {
    "slow body": (request("POST", "/api/quotes", b"{", 100_000), slowly),
    "50 MB": (request("POST", "/api/quotes", b"", LARGE), at_once),
    "50 MB in chunks": (request("POST", "/api/quotes", b"", "chunked"), in_chunks),
    "no JSON": (request("POST", "/api/quotes", b'{"text": "\xff' + b"[" * 100_000), None),
}


# -- measuring ----------------------------------------------------------------------------


async def repeat(
    port: int, kind: str, head: bytes, until: Callable[[], bool], times: Times, statuses: Statuses
) -> None:
    """Call one after the other."""
    while not until():
        start = time.perf_counter()
        statuses[kind, await status_of(port, head)] += 1
        times.setdefault(kind, []).append(time.perf_counter() - start)
        if kind == "live":
            await asyncio.sleep(0.05)


async def misbehave(port: int, kind: str, statuses: Statuses) -> None:
    """Misbehave again and again."""
    while True:
        statuses[kind, await status_of(port, *BAD[kind])] += 1


async def misbehave_all(port: int, seconds: float, clients: int) -> None:
    """Misbehave in all ways, and print the answers."""
    statuses: Statuses = Counter()
    numbers = {kind: clients if kind == "slow body" else OTHERS for kind in BAD}
    callers = [misbehave(port, kind, statuses) for kind, n in numbers.items() for _ in range(n)]
    with suppress(TimeoutError):
        await asyncio.wait_for(asyncio.gather(*callers), seconds)
    report({}, statuses)


async def calm(port: int, head: bytes, calls: int, together: int) -> None:
    """Measure calls of one article."""
    times: Times = {}
    statuses: Statuses = Counter()
    left = iter(range(calls))

    def until() -> bool:
        return next(left, None) is None

    callers = (repeat(port, "article", head, until, times, statuses) for _ in range(together))
    start = time.perf_counter()
    await asyncio.gather(*callers)
    seconds = time.perf_counter() - start
    print(f"{calls} calls, {together} at a time: {calls / seconds:.0f} a second")
    report(times, statuses)


async def storm(port: int, process: int, head: bytes, seconds: float, clients: int) -> None:
    """Measure calls while others misbehave, who are another process."""
    times: Times = {}
    statuses: Statuses = Counter()
    before = most = memory(process)
    print(f"{seconds:g} seconds with {clients + OTHERS * (len(BAD) - 1)} callers that misbehave")
    options = ["--storm", str(port), "--seconds", str(seconds), "--clients", str(clients)]
    others = await asyncio.create_subprocess_exec(sys.executable, __file__, *options)

    def until() -> bool:
        return others.returncode is not None

    good = asyncio.gather(
        repeat(port, "live", request("GET", "/live"), until, times, statuses),
        repeat(port, "article", head, until, times, statuses),
    )
    while not good.done():
        most = max(most, memory(process))
        await asyncio.sleep(0.1)
    await others.wait()
    report(times, statuses)
    print(f"  memory: {before} MB before, {most} at most, {memory(process)} afterwards")


def report(times: Times, statuses: Statuses) -> None:
    """Print the statuses, and how long calls took."""
    for kind in dict.fromkeys(kind for kind, _ in sorted(statuses)):
        answers = ", ".join(
            f"{status}: {number:,}"
            for (of_kind, status), number in sorted(statuses.items())
            if of_kind == kind
        )
        spent = f"  {kind:16} {answers}"
        if kind in times:
            ordered = sorted(times[kind])
            p99 = ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]
            middle, most = statistics.median(ordered), ordered[-1]
            spent += f"; p50 {middle:.3f} s, p99 {p99:.3f} s, longest {most:.3f} s"
        print(spent, flush=True)


def in_process(text: str, calls: int) -> None:
    """Measure ``extract`` without a server, for comparison."""
    times: Times = {"extract": []}
    for _ in range(calls):
        start = time.perf_counter()
        extract(text)
        times["extract"].append(time.perf_counter() - start)
    print("without a server")
    report(times, Counter({("extract", "done"): calls}))


def main() -> None:
    """Start a server and measure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("--calls", type=int, default=1_000)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--article", type=Path, default=ARTICLE, metavar="FILE")
    parser.add_argument("--storm", type=int, metavar="PORT", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.storm:
        asyncio.run(misbehave_all(args.storm, args.seconds, args.clients))
        return
    text = args.article.read_text("utf-8")
    head = request("POST", "/api/quotes", json.dumps({"text": text}).encode())
    print(f"an article of {len(text.split())} words, {os.cpu_count()} processors")
    in_process(text, args.calls // 5)
    with server() as (port, process):
        for together in (1, TOGETHER):
            asyncio.run(calm(port, head, args.calls, together))
        asyncio.run(storm(port, process, head, args.seconds, args.clients))
        asyncio.run(calm(port, head, args.calls // 10, 1))


if __name__ == "__main__":
    main()
