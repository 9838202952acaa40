"""Process a batch: one article per line in, one result per line out, each as it is done."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from quoteattr.formats.record_dict import to_json_line
from quoteattr.serve.answers import describe_invalid, quotes_answer
from quoteattr.serve.body import decode, parse
from quoteattr.serve.desk import Desk
from quoteattr.serve.models import QuotesBody
from quoteattr.serve.spool import LineSpool

NDJSON = "application/x-ndjson"

#: number of articles in progress per process
_AHEAD = 2


class BatchResponse(StreamingResponse):
    """The results of a batch, sent while its articles are still received.

    Args:
        request: the request, whose body has one article per line.
        desk: extracts their quotes.
    """

    def __init__(self, request: Request, desk: Desk) -> None:
        super().__init__(self._results(), media_type=NDJSON)
        self._request, self._desk = request, desk
        self._received = asyncio.Event()
        self._places = asyncio.Semaphore(_AHEAD * desk.settings.limits.workers)
        self._done: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the results until the client disconnects."""
        sending = asyncio.create_task(self.stream_response(send))
        gone = asyncio.create_task(self._wait_until_gone())
        try:
            await asyncio.wait({sending, gone}, return_when=asyncio.FIRST_COMPLETED)
            if sending.done():
                sending.result()
        finally:
            for task in (sending, gone):
                task.cancel()
                with suppress(asyncio.CancelledError, Exception):
                    await task

    async def _wait_until_gone(self) -> None:
        """Wait until the client closes the connection, after the whole body."""
        await self._received.wait()
        while (await self._request.receive())["type"] != "http.disconnect":
            pass

    async def _results(self) -> AsyncIterator[str]:
        """Yield the lines of the response."""
        distributing = asyncio.create_task(self._distribute())
        try:
            while (result := await self._done.get()) is not None:
                yield to_json_line(result) + "\n"
                self._places.release()  # a result that nobody reads delays the next article
            await distributing
        finally:
            distributing.cancel()

    async def _distribute(self) -> None:
        """Extract the quotes of all lines, several at a time."""
        try:
            failure = await self._extract_all()
            if failure is not None:
                self._done.put_nowait(failure)
        finally:
            self._done.put_nowait(None)

    async def _extract_all(self) -> dict[str, Any] | None:
        """Extract the quotes of all lines; return the failure that ended the body, if any."""
        number = 0
        spool = LineSpool(self._body(), self._desk.settings.limits.body)
        async with asyncio.TaskGroup() as group:
            try:
                async for line in spool.lines():
                    number += 1
                    if line is None or line.strip():
                        await self._places.acquire()
                        group.create_task(self._extract(number, line))
            except HTTPException as error:
                return {"line": number + 1, "failure": error.detail}
            except ClientDisconnect:
                return None
        return None

    async def _body(self) -> AsyncIterator[bytes]:
        """Yield the parts of the body."""
        async for chunk in self._request.stream():
            yield chunk
        self._received.set()

    async def _extract(self, number: int, line: bytes | None) -> None:
        """Extract the quotes of a line."""
        self._done.put_nowait({"line": number} | await self._result(line))

    async def _result(self, line: bytes | None) -> dict[str, Any]:
        """The quotes of a line, or the failure."""
        most = self._desk.settings.limits.body
        if line is None:
            return {"failure": f"the line is longer than {most:,} bytes"}
        try:
            body = QuotesBody.model_validate(parse(decode(line)))
            records = await self._desk.extract(body.article(), body.options())
        except ValidationError as error:
            errors = error.errors(include_input=False)
            return {"failure": describe_invalid(errors, list(QuotesBody.model_fields))}
        except HTTPException as error:
            return {"failure": error.detail}
        return quotes_answer(records, body.source)
