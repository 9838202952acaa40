"""The JSON interface to the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Annotated, Any, NamedTuple, cast

import attrs
from fastapi import APIRouter, Depends, Path, Query, Request, Response

from quoteattr.archive.archive import QuoteArchive
from quoteattr.archive.corrections.reviews import Review
from quoteattr.archive.search import Filters
from quoteattr.auditing.audit import GROUPINGS
from quoteattr.formats.columns import with_articles
from quoteattr.formats.record_dict import article_metadata, record_to_dict
from quoteattr.groups.group_dict import group_to_dict
from quoteattr.records import Act, QuoteKind, QuoteRecords
from quoteattr.serve.answers import JsonAnswer
from quoteattr.serve.api import StrictRoute, desk_of
from quoteattr.serve.corrections import article_records
from quoteattr.serve.models import (
    ERRORS,
    AddedCounts,
    AdditionBody,
    CorrectionBody,
    MergeBody,
    Page,
    QuotesBody,
    ReviewBody,
)

router = APIRouter(prefix="/api/archive", tags=["archive"], route_class=StrictRoute)

#: the maximum number of results on a page, and the last result that can be requested
_LARGEST_PAGE, _LAST = 500, 1_000_000

_Text = Annotated[str, Query(max_length=1_000)]
_Limit = Annotated[int, Query(ge=1, le=_LARGEST_PAGE, description="Number of results per page.")]
_Offset = Annotated[int, Query(ge=0, le=_LAST, description="Number of results before the page.")]


class PageBounds(NamedTuple):
    """The range of results that a request asks for."""

    limit: int
    offset: int


def _page_bounds(limit: _Limit = 50, offset: _Offset = 0) -> PageBounds:
    """The range of short results."""
    return PageBounds(limit, offset)


def _group_page_bounds(limit: _Limit = 20, offset: _Offset = 0) -> PageBounds:
    """The range of groups, which are long."""
    return PageBounds(limit, offset)


def filters_of(
    speaker: _Text = "",
    source: _Text = "",
    since: _Text = "",
    until: _Text = "",
    kinds: Annotated[list[QuoteKind] | None, Query()] = None,
    acts: Annotated[list[Act] | None, Query()] = None,
    min_confidence: Annotated[float | None, Query(ge=0, le=1)] = None,
) -> Filters:
    """The filters of a search; empty fields of a form are left out."""
    values = {
        "speaker": speaker,
        "source": source,
        "since": since,
        "until": until,
        "kinds": kinds,
        "acts": acts,
        "min_confidence": min_confidence,
    }
    return cast(Filters, {name: value for name, value in values.items() if value})


ChosenFilters = Annotated[Filters, Depends(filters_of)]


class ArchiveQuery(NamedTuple):
    """The words and filters of a search."""

    #: None for all quotes
    words: str | None
    filters: Filters


def _query_of(filters: ChosenFilters, words: _Text = "") -> ArchiveQuery:
    """The words and filters of a request."""
    return ArchiveQuery(words.strip() or None, filters)


#: parameters of several routes
_Query = Annotated[ArchiveQuery, Depends(_query_of)]
_Bounds = Annotated[PageBounds, Depends(_page_bounds)]
_GroupBounds = Annotated[PageBounds, Depends(_group_page_bounds)]


def page_of(items: Iterable[Any], limit: int, offset: int) -> tuple[list[Any], int | None]:
    """A page of results, and the offset of the next page; None on the last."""
    page = list(islice(items, offset, offset + limit + 1))
    return page[:limit], offset + limit if len(page) > limit else None


def _answer(items: Iterable[dict[str, Any]], following: int | None) -> Response:
    """A page of results as JSON."""
    return JsonAnswer({"items": list(items), "next": following})


@router.get("/quotes", response_model=Page, responses=ERRORS)
async def quotes(request: Request, query: _Query, bounds: _Bounds) -> Response:
    """Search quotes; each is as in the JSONL of ``quoteattr archive search``."""
    limit, offset = bounds

    def find(archive: QuoteArchive) -> QuoteRecords:
        return archive.search(query.words, limit=limit + 1, offset=offset, **query.filters)

    records = await desk_of(request).read(find)
    following = offset + limit if len(records) > limit else None
    return _answer(_with_metadata(records[:limit]), following)


def _with_metadata(records: QuoteRecords) -> Iterable[dict[str, Any]]:
    """Records as JSON, with the metadata of their articles."""
    for record, article in with_articles([records]):
        yield record_to_dict(record) | {"article": article_metadata(article) if article else {}}


@router.get("/speakers", response_model=Page, responses=ERRORS)
async def speakers(request: Request, query: _Query, bounds: _Bounds) -> Response:
    """Count the quotes of each named speaker."""
    counts = await desk_of(request).read(
        lambda archive: archive.speakers(query.words, **query.filters)
    )
    page, following = page_of(counts, *bounds)
    return _answer(map(attrs.asdict, page), following)


@router.get("/groups", response_model=Page, responses=ERRORS)
async def groups(
    request: Request,
    query: _Query,
    bounds: _GroupBounds,
    min_sources: Annotated[int, Query(ge=1, le=1_000_000)] = 2,
) -> Response:
    """The utterances that several articles quote, and how their wordings differ."""

    def find(archive: QuoteArchive) -> tuple[list[dict[str, Any]], int | None]:
        matching = archive.groups(query.words, min_sources=min_sources, **query.filters)
        page, following = page_of(matching, *bounds)
        return list(map(group_to_dict, page)), following

    return _answer(*await desk_of(request).read(find))


@router.get("/audit", responses=ERRORS | {200: {"description": "The counts of an audit."}})
async def audit(
    request: Request,
    filters: ChosenFilters,
    by: Annotated[list[_Text], Query(max_length=4)] = list(GROUPINGS),  # noqa: B006
) -> Response:
    """Count whom the articles quote: kinds of speakers, gender shown, roles."""
    counted = await desk_of(request).read(lambda archive: archive.audit(by, **filters).to_dict())
    return JsonAnswer(counted)


@router.post("/articles", status_code=201, response_model=AddedCounts, responses=ERRORS)
async def add(request: Request, body: QuotesBody) -> Response:
    """Extract the quotes of an article and store both."""
    desk = desk_of(request)
    records = await desk.extract(body.article(), body.options())
    added = await desk.write(lambda archive: archive.add_records(records))
    return JsonAnswer({name: getattr(added, name) for name in AddedCounts.model_fields}, 201)


@router.delete("/articles", status_code=204, responses=ERRORS)
async def remove(request: Request, source: Annotated[str, Query(min_length=1)]) -> Response:
    """Remove an article and its quotes from the archive."""

    def take_out(archive: QuoteArchive) -> None:
        article_records(archive, source)
        archive.remove(source)

    await desk_of(request).write(take_out)
    return Response(status_code=204)


# -- corrections --------------------------------------------------------------------------

_MERGE = ERRORS | {201: {"description": "The merge as stored in the archive."}}
_CORRECTION = ERRORS | {201: {"description": "The correction as stored in the archive."}}


@router.get("/corrections", response_model=Page, responses=ERRORS)
async def corrections(
    request: Request,
    bounds: _Bounds,
    source: Annotated[str | None, Query(min_length=1)] = None,
) -> Response:
    """All corrections, the newest first, including those that were undone."""
    entered = await desk_of(request).read(lambda archive: archive.corrections(source))
    page, following = page_of(reversed(entered), *bounds)
    return _answer(map(attrs.asdict, page), following)


@router.post("/corrections", status_code=201, responses=_CORRECTION)
async def correct(request: Request, body: CorrectionBody) -> Response:
    """Correct the speaker, the kind or the boundaries of a quote, or say that nobody said it."""
    return await _enter(request, body.change().apply)


@router.post("/additions", status_code=201, responses=_CORRECTION)
async def add_quote(request: Request, body: AdditionBody) -> Response:
    """Add a quote that was missed."""
    return await _enter(request, body.addition().apply)


async def _enter(
    request: Request, enter: Callable[[QuoteArchive, str, str], attrs.AttrsInstance]
) -> Response:
    """Enter something in the archive, by the person who sent the request, with ``api`` as tool."""
    by = request.state.by
    entered = await desk_of(request).write(lambda archive: enter(archive, by, "api"))
    return JsonAnswer(attrs.asdict(entered), 201)


@router.post("/corrections/{id}/undo", status_code=201, responses=_CORRECTION)
async def undo(request: Request, id: Annotated[int, Path(ge=1, le=2**31)]) -> Response:
    """Undo a correction; the undo is a correction itself."""
    return await _enter(request, lambda archive, by, via: archive.undo(id, by=by, via=via))


@router.get("/merges", response_model=Page, responses=ERRORS)
async def merges(request: Request, bounds: _Bounds) -> Response:
    """All merges of names, the newest first, including those that were undone."""
    entered = await desk_of(request).read(lambda archive: archive.speaker_merges())
    page, following = page_of(reversed(entered), *bounds)
    return _answer(map(attrs.asdict, page), following)


@router.post("/merges", status_code=201, responses=_MERGE)
async def merge(request: Request, body: MergeBody) -> Response:
    """Record that names are one person's in all articles, now and later."""
    return await _enter(
        request,
        lambda archive, by, via: archive.merge_speakers(
            body.names, body.person(), by=by, via=via, note=body.note
        ),
    )


@router.post("/merges/{id}/undo", status_code=201, responses=_MERGE)
async def undo_merge(request: Request, id: Annotated[int, Path(ge=1, le=2**31)]) -> Response:
    """Undo a merge of names; the undo is a merge itself."""
    return await _enter(request, lambda archive, by, via: archive.undo_merge(id, by=by, via=via))


@router.post("/reviews", status_code=201, responses=ERRORS)
async def review(request: Request, body: ReviewBody) -> Response:
    """Record that somebody reviewed all quotes of an article; evaluation uses it."""

    def enter(archive: QuoteArchive, by: str, via: str) -> Review:
        article_records(archive, body.source)
        return archive.review(
            body.source, scope=body.scope, blind=body.blind, by=by, via=via, note=body.note
        )

    return await _enter(request, enter)
