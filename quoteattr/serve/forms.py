"""The fields of a form: bounded, and UTF-8."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from quoteattr.serve.body import read_text

#: the most fields of a form
_MOST = 50
#: the most digits of the number of an entry, which SQLite can hold
_DIGITS = 18

_NO_FORM = "the body is not a form in UTF-8"


async def read_form(request: Request, most: int = _MOST) -> dict[str, str]:
    """The fields of a form; of a field that occurs twice the last.

    Args:
        request: the request.
        most: the maximum number of fields.

    Raises:
        HTTPException: the body is no form, or not UTF-8.
    """
    return dict(await _read_pairs(request, most))


async def read_lists(request: Request, most: int = _MOST) -> dict[str, list[str]]:
    """The fields of a form of which some may occur several times; see ``read_form``."""
    lists: dict[str, list[str]] = {}
    for name, value in await _read_pairs(request, most):
        lists.setdefault(name, []).append(value)
    return lists


async def read_id(request: Request) -> int:
    """The number in the field ``id`` of a form.

    Raises:
        HTTPException: it is none that an entry of an archive can have, or as for ``read_form``.
    """
    number = (await read_form(request)).get("id", "")
    if not number.isdecimal() or len(number) > _DIGITS:
        raise HTTPException(422, "id: a whole number is wanted")
    return int(number)


async def _read_pairs(request: Request, most: int) -> list[tuple[str, str]]:
    """The names and values of a form."""
    text = await read_text(request)
    try:
        # Unlike the parser of Starlette this one refuses what is not UTF-8.
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=most)
    except ValueError:
        raise HTTPException(422, _NO_FORM) from None


async def read_upload(request: Request) -> tuple[str, bytes]:
    """The name and the content of the file of a form.

    Raises:
        HTTPException: the body is no form with a file.
    """
    try:
        async with request.form(max_files=1, max_fields=_MOST) as form:
            for value in form.values():
                if isinstance(value, UploadFile) and value.filename:
                    return value.filename, await value.read()
    except HTTPException as error:
        if error.status_code != 400:
            raise
        # The message of Starlette may repeat what was sent.
    raise HTTPException(422, "a file is wanted")
