"""The server as an ASGI application: routes, limits and access control."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, get_args

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from quoteattr import __version__
from quoteattr.serve import api, archive_api, blind_page, compat, merge_page, pages, verify_page
from quoteattr.serve.answers import describe_invalid, error_answer
from quoteattr.serve.body import BodyLimit
from quoteattr.serve.desk import Desk
from quoteattr.serve.guard import Guard

_DESCRIPTION = (
    "Who said what in news text. Offsets are code points of the text as it was sent, end"
    " exclusive. Requests are neither logged nor repeated in errors."
)


def make_app(desk: Desk) -> FastAPI:
    """Make the application.

    Args:
        desk: the settings, processes and archive; it starts and closes with the application.

    Returns:
        The application, with all limits and checks of ``desk.settings``.
    """
    # the OpenAPI pages of FastAPI load scripts from elsewhere
    app = FastAPI(
        title="quoteattr",
        version=__version__,
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.desk = desk
    if desk.settings.compat is not None:  # its routes come before those of pages
        app.include_router(compat.ROUTERS[desk.settings.compat])
    for part in (api, archive_api, pages, blind_page, merge_page, verify_page):
        app.include_router(part.router)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_middleware(BodyLimit, limits=desk.settings.limits)
    app.add_middleware(Guard, settings=desk.settings)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Start the processes with the server, and stop them with it."""
    desk: Desk = app.state.desk
    desk.start()
    try:
        yield
    finally:
        desk.close()


async def _refused(request: Request, error: Exception) -> Response:
    """The response to a request that is refused."""
    assert isinstance(error, HTTPException)
    if pages.accepts_page(request):
        return pages.error_page(error.status_code, error.detail)
    answer = error_answer(error.status_code, error.detail)
    answer.headers.update(error.headers or {})
    return answer


async def _invalid(request: Request, error: Exception) -> Response:
    """The response to an invalid request."""
    assert isinstance(error, RequestValidationError)
    problem = describe_invalid(error.errors(), _fields(request))
    return await _refused(request, HTTPException(422, problem))


def _fields(request: Request) -> list[str]:
    """The fields of the body that a route accepts."""
    body: Any = getattr(request.scope.get("route"), "body_field", None)
    model = getattr(getattr(body, "field_info", None), "annotation", None)
    for candidate in (model, *get_args(model)):
        if hasattr(candidate, "model_fields"):
            return list(candidate.model_fields)
    return []
