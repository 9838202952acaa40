"""The JSON interface to extraction and verification, and health checks."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute

from quoteattr.serve.answers import JsonAnswer, quotes_answer, verification_of
from quoteattr.serve.batch import NDJSON, BatchResponse
from quoteattr.serve.body import decode, parse
from quoteattr.serve.desk import Desk
from quoteattr.serve.models import (
    ERRORS,
    BatchLine,
    QuotesAnswer,
    QuotesBody,
    VerifyAnswer,
    VerifyBody,
)


class _StrictRequest(Request):
    """A request whose body must be UTF-8 and JSON."""

    async def json(self) -> Any:
        """Parse the body."""
        return parse(decode(await self.body()))


class StrictRoute(APIRoute):
    """A route whose body must be UTF-8 and JSON."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, with such a request."""
        handler = super().get_route_handler()

        async def strict(request: Request) -> Response:
            return await handler(_StrictRequest(request.scope, request.receive))

        return strict


#: an example of a batch
_BATCH = (
    '{"text": "“It will rain,” said Ida Holm.", "source": "1"}\n{"text": "Dry.", "source": "2"}\n'
)

router = APIRouter(route_class=StrictRoute)


def desk_of(request: Request) -> Desk:
    """The desk of the server of a request."""
    desk: Desk = request.app.state.desk
    return desk


@router.post("/api/quotes", response_model=QuotesAnswer, responses=ERRORS, tags=["extract"])
async def quotes(request: Request, body: QuotesBody) -> Response:
    """Extract the quotes of an article; nothing is stored."""
    records = await desk_of(request).extract(body.article(), body.options())
    return JsonAnswer(quotes_answer(records, body.source))


@router.post(
    "/api/batch",
    tags=["extract"],
    responses=ERRORS | {200: {"model": BatchLine, "content": {NDJSON: {}}}},
    openapi_extra={
        "requestBody": {
            "required": True,
            "description": "Lines of JSON, each as the body of /api/quotes.",
            "content": {NDJSON: {"schema": {"type": "string"}, "example": _BATCH}},
        }
    },
)
async def batch(request: Request) -> Response:
    """Extract the quotes of many articles, one per line; results are sent as each is done."""
    return BatchResponse(request, desk_of(request))


@router.post("/api/verify", response_model=VerifyAnswer, responses=ERRORS, tags=["extract"])
async def verify(request: Request, body: VerifyBody) -> Response:
    """Verify quotes, or those of a draft, against articles or against the archive."""
    articles = [article.article() for article in body.articles]
    results, _ = await desk_of(request).verify(body.quotes, body.draft, articles)
    return JsonAnswer({"results": list(map(verification_of, results))})


@router.get("/live", tags=["supervise"])
async def live() -> Response:
    """Whether the server responds."""
    return JsonAnswer({"live": True})


@router.get("/ready", tags=["supervise"])
async def ready(request: Request) -> Response:
    """Whether the server can process articles and read its archive; 503 until it can."""
    is_ready = await desk_of(request).is_ready()
    return JsonAnswer({"ready": is_ready}, 200 if is_ready else 503)
