"""The lines of a body, in whatever parts it comes."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.serve.spool import LineSpool


def lines(chunks, longest=100):
    """The lines of some parts."""

    async def stream():
        for part in chunks:
            yield part

    async def collect():
        return [line async for line in LineSpool(stream(), longest).lines()]

    return asyncio.run(collect())


@given(st.lists(st.binary(max_size=30)), st.integers(1, 20))
def test_lines_are_those_of_the_whole_body(chunks, longest):
    whole = b"".join(chunks).split(b"\n")
    expected = whole if whole[-1] else whole[:-1]
    assert lines(chunks, longest) == [x if len(x) <= longest else None for x in expected]


def test_an_error_comes_after_the_lines_before_it():
    async def stream():
        yield b"one\ntwo"
        raise ValueError

    async def collect():
        async for line in LineSpool(stream(), 100).lines():
            received.append(line)

    received = []
    with pytest.raises(ValueError):  # noqa: PT011
        asyncio.run(collect())
    assert received == [b"one", b"two"]


def test_a_line_is_given_before_the_next_comes():
    async def collect():
        asked = asyncio.Event()

        async def stream():
            yield b"one\n"
            await asked.wait()
            yield b"two\n"

        received = []
        async for line in LineSpool(stream(), 100).lines():
            received.append(line)
            asked.set()
        return received

    assert asyncio.run(collect()) == [b"one", b"two"]
