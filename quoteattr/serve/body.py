"""Read the body of a request: bounded, and UTF-8."""

from __future__ import annotations

import asyncio
import json
import re
from math import inf
from time import monotonic
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quoteattr.serve.answers import error_answer
from quoteattr.serve.settings import Limits

#: a whole body may take this many times the maximum pause
_PAUSES = 10

#: the path whose body is read line by line, with a limit on each line
BATCH_PATH = "/api/batch"

#: the escape of half a surrogate pair; two of them form one character
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class BodyLimit:
    """Middleware that stops reading a body that is too large, or does not arrive.

    A body with an announced length is refused at once, a chunked one when it exceeds the limit.
    """

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self._app, self._limits = app, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limits = self._limits
        is_batch = scope["path"] == BATCH_PATH
        most = limits.batch if is_batch else limits.body
        if _announced(scope) > most:
            await error_answer(413, too_large(most))(scope, receive, send)
            return
        # a batch may be as slow as the source of its lines
        seconds = inf if is_batch else _PAUSES * limits.idle
        await self._app(scope, _Bounded(receive, most, limits.idle, seconds), send)


class _Bounded:
    """Receives the parts of a body up to a size, with limits on the time of each and of all."""

    def __init__(self, receive: Receive, most: int, idle: float, seconds: float) -> None:
        self._receive, self._most, self._idle, self._seconds = receive, most, idle, seconds
        self._size, self._complete = 0, False
        self._end = monotonic() + seconds

    async def __call__(self) -> Message:
        """The next message."""
        if self._complete:  # anything that follows is only the end of the connection
            return await self._receive()
        left = self._end - monotonic()
        try:
            message = await asyncio.wait_for(self._receive(), min(self._idle, left))
        except TimeoutError:
            if left < self._idle:
                problem = f"the body took longer than {self._seconds:g} seconds"
            else:
                problem = f"the body paused for {self._idle:g} seconds"
            raise HTTPException(408, problem) from None
        self._size += len(message.get("body", b""))
        if self._size > self._most:
            raise HTTPException(413, too_large(self._most))
        self._complete = not message.get("more_body", False)
        return message


def _announced(scope: Scope) -> int:
    """The length of a body according to its header; 0 if there is none."""
    value = dict(scope["headers"]).get(b"content-length", b"")
    return int(value) if value.isdigit() else 0


def too_large(most: int) -> str:
    """The message for a body that is too large."""
    return f"the body is larger than {most:,} bytes"


async def read_text(request: Request) -> str:
    """Read the body as text.

    Raises:
        HTTPException: it is not UTF-8.
    """
    return decode(await request.body())


def decode(data: bytes) -> str:
    """Decode UTF-8.

    Raises:
        HTTPException: the data is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise HTTPException(422, f"the body is not UTF-8, at byte {error.start:,}") from None


def parse(text: str) -> Any:
    """Parse JSON.

    Raises:
        HTTPException: the text is not JSON, nested too deeply, or not Unicode.
    """
    try:
        value = json.loads(text)
        if _SURROGATE.search(text):
            json.dumps(value, ensure_ascii=False).encode()
        return value
    except UnicodeEncodeError:
        raise HTTPException(422, "the body has half a surrogate pair, which is no text") from None
    except json.JSONDecodeError as error:
        problem = f"the body is not JSON: {error.msg}, at character {error.pos:,}"
        raise HTTPException(422, problem) from None
    except (RecursionError, ValueError):  # nested too deeply, or a number with too many digits
        raise HTTPException(422, "the body is not JSON that can be read") from None
