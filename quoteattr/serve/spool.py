"""Read the lines of a body while results are sent, and keep them on disk until their turn.

A client that sends a whole batch before it reads any result would block forever if the server
stopped reading; one that sends line by line gets each result at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator
from tempfile import SpooledTemporaryFile
from typing import IO

#: number of bytes that are kept in memory
_IN_MEMORY = 1_000_000
#: number of bytes that are read at a time
_BLOCK = 64 * 1024


class LineSpool:
    """Lines of a stream of bytes.

    Args:
        stream: the bytes, in any parts.
        longest: the maximum number of bytes of a line; a longer one is None.
    """

    def __init__(self, stream: AsyncIterable[bytes], longest: int) -> None:
        self._stream, self._longest = stream, longest
        self._file: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        self._written = self._read = 0
        self._arrived = asyncio.Condition()
        self._done = False
        self._error: Exception | None = None

    async def lines(self) -> AsyncIterator[bytes | None]:
        """Yield the lines, without their line ends; None for one that is too long.

        Raises:
            Exception: an error of the stream, after the lines before it.
        """
        reader = asyncio.create_task(self._receive())
        try:
            async for line in self._split():
                yield line
            if self._error is not None:
                raise self._error
        finally:
            reader.cancel()
            self._file.close()

    async def _receive(self) -> None:
        """Write the stream to the file."""
        try:
            async for part in self._stream:
                self._file.seek(self._written)
                self._written += self._file.write(part)
                await self._notify()
        except Exception as error:
            self._error = error
        self._done = True
        await self._notify()

    async def _notify(self) -> None:
        """Wake up readers that wait for a line."""
        async with self._arrived:
            self._arrived.notify_all()

    async def _block(self) -> bytes:
        """The next bytes of the file; empty at the end."""
        async with self._arrived:
            await self._arrived.wait_for(lambda: self._done or self._written > self._read)
        self._file.seek(self._read)
        block = self._file.read(_BLOCK)
        self._read += len(block)
        return block

    async def _split(self) -> AsyncIterator[bytes | None]:
        """The lines of the file."""
        begun, too_long = bytearray(), False
        while block := await self._block():
            *ends, tail = block.split(b"\n")
            for end in ends:
                too_long = too_long or len(begun) + len(end) > self._longest
                yield None if too_long else bytes(begun + end)
                begun, too_long = bytearray(), False
            too_long = too_long or len(begun) + len(tail) > self._longest
            begun = bytearray() if too_long else begun + tail
        if begun or too_long:
            yield None if too_long else bytes(begun)
