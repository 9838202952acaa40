"""Paths that respond like other servers, so that their clients need not change."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.exceptions import HTTPException

from quoteattr.serve import pages
from quoteattr.serve.answers import JsonAnswer
from quoteattr.serve.api import desk_of
from quoteattr.serve.body import parse, read_text
from quoteattr.serve.compat_answers import JOBS
from quoteattr.serve.forms import read_form
from quoteattr.serve.models import ERRORS

citron = APIRouter(tags=["citron"])
corenlp = APIRouter(tags=["corenlp"])

#: the OpenAPI description of a plain text body
_PLAIN: dict[str, Any] = {
    "requestBody": {"required": True, "content": {"text/plain": {"schema": {"type": "string"}}}}
}
#: the OpenAPI description of a form with a text
_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "properties": {"text": {"type": "string"}},
                    "required": ["text"],
                }
            }
        },
    }
}


async def _extract(request: Request, text: str, server: str) -> Response:
    """Extract the quotes of a text, in the form of another server."""
    desk = desk_of(request)
    desk.check_length(text)
    return JsonAnswer(await desk.job(JOBS[server], text))


@citron.get("/quotes", responses=ERRORS)
async def citron_query(request: Request, text: str | None = None) -> Response:
    """Extract quotes like Citron, from a text in the URL; without one, show the page of quotes."""
    if text is None:
        return await pages.quotes(request)
    return await _extract(request, text, "citron")


@citron.post("/quotes", responses=ERRORS, openapi_extra=_FORM)
async def citron_form(request: Request) -> Response:
    """Extract quotes like Citron, from a text in a form."""
    fields = await read_form(request)
    if "text" not in fields:
        raise HTTPException(422, "text: a text parameter must be provided")
    return await _extract(request, fields["text"], "citron")


@corenlp.post("/", responses=ERRORS, openapi_extra=_PLAIN)
async def corenlp_properties(
    request: Request, properties: Annotated[str, Query(max_length=10_000)] = "{}"
) -> Response:
    """Extract quotes like CoreNLP's annotator ``quote``, from a plain text body."""
    chosen = parse(properties)
    if not isinstance(chosen, dict):
        raise HTTPException(422, "properties: expected an object")
    if chosen.get("outputFormat", "json") != "json":
        raise HTTPException(422, "properties.outputFormat: this server supports only json")
    return await _extract(request, await read_text(request), "corenlp")


ROUTERS = {"citron": citron, "corenlp": corenlp}
