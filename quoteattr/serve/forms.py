"""The fields of a form: bounded, and UTF-8."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from quoteattr.serve.body import read_text

#: the most fields of a form
_MOST = 50

_NO_FORM = "the body is not a form in UTF-8"


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form; of a field that occurs twice the last.

    Raises:
        HTTPException: the body is no form, or not UTF-8.
    """
    text = await read_text(request)
    try:
        # Unlike the parser of Starlette this one refuses what is not UTF-8.
        fields = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST)
    except ValueError:
        raise HTTPException(422, _NO_FORM) from None
    return dict(fields)


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
