"""Read the fields of a form: bounded, and UTF-8."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from quoteattr.serve.body import read_text

#: maximum number of fields of a form
_MOST = 50
#: maximum number of digits of the number of an entry, which SQLite can hold
_DIGITS = 18

_NO_FORM = "the body is not a form in UTF-8"


async def read_form(request: Request, most: int = _MOST) -> dict[str, str]:
    """Read the fields of a form; if a field occurs twice, the last one counts.

    Args:
        request: the request.
        most: the maximum number of fields.

    Raises:
        HTTPException: the body is not a form, or not UTF-8.
    """
    return dict(await _read_pairs(request, most))


async def read_lists(request: Request, most: int = _MOST) -> dict[str, list[str]]:
    """Read the fields of a form of which some may occur several times; see ``read_form``."""
    lists: dict[str, list[str]] = {}
    for name, value in await _read_pairs(request, most):
        lists.setdefault(name, []).append(value)
    return lists


async def read_id(request: Request) -> int:
    """Read the number in the field ``id`` of a form.

    Raises:
        HTTPException: it cannot be the id of an entry of an archive, or as for ``read_form``.
    """
    number = (await read_form(request)).get("id", "")
    if not number.isdecimal() or len(number) > _DIGITS:
        raise HTTPException(422, "id: expected a whole number")
    return int(number)


async def _read_pairs(request: Request, most: int) -> list[tuple[str, str]]:
    """Read the names and values of a form."""
    text = await read_text(request)
    try:
        # unlike Starlette's parser, this rejects text that is not UTF-8
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=most)
    except ValueError:
        raise HTTPException(422, _NO_FORM) from None


async def read_upload(request: Request) -> tuple[str, bytes]:
    """Read the name and the content of the file of a form.

    Raises:
        HTTPException: the body is not a form with a file.
    """
    try:
        async with request.form(max_files=1, max_fields=_MOST) as form:
            for value in form.values():
                if isinstance(value, UploadFile) and value.filename:
                    return value.filename, await value.read()
    except HTTPException as error:
        if error.status_code != 400:
            raise
        # Starlette's message may repeat the input
    raise HTTPException(422, "expected a file")
