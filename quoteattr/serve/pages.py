"""The pages, and the actions of their forms. All of them work without JavaScript."""

from __future__ import annotations

import os
import tempfile
from hashlib import blake2b
from typing import Annotated, Any, cast

import attrs
from fastapi import APIRouter, Query, Request, Response
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, RedirectResponse

from quoteattr.archive.archive import QuoteArchive
from quoteattr.archive.browse import Facet
from quoteattr.archive.corrections.correction import Correction
from quoteattr.archive.corrections.merges import SpeakerMerge
from quoteattr.archive.corrections.reviews import Review, latest
from quoteattr.archive.search import Filters
from quoteattr.formats.formats import FORMATS, write
from quoteattr.records import QUOTE_KINDS, Article, QuoteRecords
from quoteattr.serve import archive_pages
from quoteattr.serve.api import desk_of
from quoteattr.serve.archive_api import page_of
from quoteattr.serve.archive_pages import Search
from quoteattr.serve.article_page import ArticleContent, article_body, corrections_table
from quoteattr.serve.blind_page import compared
from quoteattr.serve.corrections import Addition, Change, OverlapError, Selection, article_records
from quoteattr.serve.desk import Desk
from quoteattr.serve.forms import read_form, read_id, read_upload
from quoteattr.serve.frame import STATIC, address, html_page, static_answer
from quoteattr.serve.jobs import read_job
from quoteattr.serve.merge_page import merged_message, merges_of, merges_table
from quoteattr.view.markup import escape, tag

router = APIRouter(include_in_schema=False)

#: number of results on a page
_PAGE, _GROUPS = 50, 10
#: maximum number of quotes in an exported file, and on a speaker's page
_MOST = 100_000
#: the fields of a search form, in order
_FIELDS = ("words", "speaker", "source", "since", "until", "kinds")
#: the ``via`` of a correction
_VIA = "page"

_Count = Annotated[int, Query(ge=0, le=1_000_000)]
_Offset = Annotated[int, Query(ge=0, le=1_000_000)]


def accepts_page(request: Request) -> bool:
    """Whether a browser requests a page."""
    accepted = request.headers.get("accept", "")
    return not request.url.path.startswith("/api/") and "text/html" in accepted


def error_page(status: int, problem: str) -> Response:
    """The page that reports an error."""
    body = [tag("p", escape(problem)), tag("p", tag("a", "To the desk", href="./"))]
    return html_page("That did not work", body, status=status)


def _search(request: Request, limit: int, offset: int) -> Search:
    """The search of a page: the fields that are filled in."""
    values = {name: request.query_params.get(name, "").strip() for name in _FIELDS}
    return Search({name: value for name, value in values.items() if value}, limit, offset)


def _query(search: Search) -> tuple[str | None, Filters]:
    """The words and filters of a search."""
    filters: dict[str, object] = {**search.fields}
    words = filters.pop("words", None)
    if "kinds" in filters:
        filters["kinds"] = [filters["kinds"]]
    return cast(str | None, words), cast(Filters, filters)


def _with_next(search: Search, following: int | None) -> Search:
    """A search with the offset of its next page."""
    return Search(search.fields, search.limit, search.offset, following)


# -- reading ------------------------------------------------------------------------------


@router.get("/static/{name}")
async def static(name: str) -> Response:
    """A static file."""
    if name not in STATIC:
        raise HTTPException(404, "there is no such file")
    return static_answer(name)


@router.get("/")
async def desk(request: Request, offset: _Offset = 0) -> Response:
    """The first page."""
    state = desk_of(request)
    listed, reviews = await state.read(
        lambda a: (a.articles(limit=_PAGE + 1, offset=offset), latest(a.reviews()))
    )
    articles, following = page_of(listed, _PAGE, 0)
    search = Search({}, _PAGE, offset, None if following is None else offset + _PAGE)
    body = archive_pages.desk_body(articles, search, list(reviews), state.is_temporary)
    return html_page("Who said what?", body, current="./")


@router.get("/article")
async def article(
    request: Request,
    source: str,
    done: int | None = None,
    quote: int | None = None,
    right: _Count | None = None,
    spans: _Count | None = None,
) -> Response:
    """The page of an article."""
    content = await _content(desk_of(request), source, done, quote)
    if right is not None and spans is not None:
        content = attrs.evolve(content, message=compared(right, spans))
    title = content.article.title or source
    return html_page(title, article_body(content))


async def _content(
    state: Desk, source: str, done: int | None = None, quote: int | None = None
) -> ArticleContent:
    """The data for the page of an article."""

    def find(archive: QuoteArchive) -> tuple[QuoteRecords, list[Correction], list[Review]]:
        reviews = [review for review in archive.reviews() if review.source == source]
        return article_records(archive, source), archive.corrections(source), reviews

    records, corrections, reviews = await state.read(find)
    (article,) = records.articles
    reading = await state.reading(article)
    return ArticleContent(article, records, reading, corrections, reviews, done, quote)


@router.get("/quotes")
async def quotes(request: Request, offset: _Offset = 0) -> Response:
    """The page of a search for quotes."""
    search = _search(request, _PAGE, offset)
    words, filters = _query(search)

    def find(archive: QuoteArchive) -> tuple[QuoteRecords, dict[str, tuple[Facet, ...]]]:
        matching = archive.search(words, limit=_PAGE + 1, offset=offset, **filters)
        return matching, archive.facets(words, **filters)

    matching, facets = await desk_of(request).read(find)
    search = _with_next(search, offset + _PAGE if len(matching) > _PAGE else None)
    return html_page(
        "Quotes", archive_pages.quotes_body(matching[:_PAGE], facets, search), current="quotes"
    )


@router.get("/speakers")
async def speakers(request: Request, offset: _Offset = 0) -> Response:
    """The page of a search for speakers."""
    search = _search(request, _PAGE, offset)
    words, filters = _query(search)
    counts = await desk_of(request).read(lambda archive: archive.speakers(words, **filters))
    shown, following = page_of(counts, _PAGE, offset)
    body = archive_pages.speakers_body(shown, _with_next(search, following))
    return html_page("Speakers", body, current="speakers")


@router.get("/speaker")
async def speaker(
    request: Request,
    name: Annotated[str, Query(min_length=1)],
    offset: _Offset = 0,
    merged: int | None = None,
) -> Response:
    """The page of a speaker."""
    contents = await desk_of(request).read(lambda archive: _SpeakerPage.read(archive, name))
    following = offset + _PAGE if len(contents.records) > offset + _PAGE else None
    search = Search({"name": name}, _PAGE, offset, following)
    done = [merged_message(merge) for merge in contents.merges if merge.id == merged]
    body = archive_pages.speaker_body(
        name, contents.records, contents.facets, search, contents.merges
    )
    return html_page(name, [*done, *body])


@attrs.frozen
class _SpeakerPage:
    """The data for the page of a speaker."""

    records: QuoteRecords
    facets: dict[str, tuple[Facet, ...]]
    #: the merges in which the name occurs
    merges: list[SpeakerMerge]

    @classmethod
    def read(cls, archive: QuoteArchive, name: str) -> _SpeakerPage:
        """Read a speaker."""
        records = archive.search(limit=_MOST, speaker=name)
        return cls(records, archive.facets(speaker=name), merges_of(archive, name))


@router.get("/groups")
async def groups(request: Request, offset: _Offset = 0) -> Response:
    """The page of quotes that occur in several places."""
    search = _search(request, _GROUPS, offset)
    words, filters = _query(search)
    shown, following = await desk_of(request).read(
        lambda archive: page_of(archive.groups(words, **filters), _GROUPS, offset)
    )
    body = archive_pages.groups_body(shown, _with_next(search, following))
    return html_page("The same words in many places", body, current="groups")


@router.get("/audit")
async def audit(request: Request) -> Response:
    """The page of the audit."""
    search = _search(request, _PAGE, 0)
    _, filters = _query(search)
    counted = await desk_of(request).read(lambda archive: archive.audit(**filters))
    return html_page("Audit", archive_pages.audit_page_body(counted, search), current="audit")


@router.get("/corrections")
async def corrections(request: Request) -> Response:
    """The page of all corrections, and of merged names."""
    entered, merges = await desk_of(request).read(
        lambda archive: (archive.corrections(), archive.speaker_merges())
    )
    latest = entered[-_PAGE * 10 :]
    nothing = tag("p", "There are none yet.")
    body = [corrections_table(latest, with_source=True) if entered else nothing]
    if merges:
        body += [tag("h2", "Names that were merged"), merges_table(merges[-_PAGE * 10 :])]
    return html_page("Corrections", body, current="corrections")


@router.get("/export")
async def export(request: Request, format: str) -> Response:
    """All quotes of a search as a file."""
    if format not in FORMATS or not FORMATS[format].articles:
        raise HTTPException(422, "format: there is no such format")
    words, filters = _query(_search(request, _PAGE, 0))
    matching = await desk_of(request).read(lambda a: a.search(words, limit=_MOST, **filters))
    handle, path = tempfile.mkstemp(prefix="quoteattr-")
    os.close(handle)
    await run_in_threadpool(write, [matching], path, format)
    name = f"quotes{FORMATS[format].suffixes[0]}"
    return FileResponse(path, filename=name, background=BackgroundTask(os.unlink, path))


# -- writing ------------------------------------------------------------------------------


@router.post("/articles")
async def add_article(request: Request, then: str = "article") -> Response:
    """Add the article in the form."""
    fields = await read_form(request)
    # A browser sends each line end as two characters, whatever was pasted.
    text = fields.get("text", "").replace("\r\n", "\n")
    names = {"id": "source", "title": "title", "publisher": "publisher", "published": "published"}
    metadata: dict[str, Any] = {
        name: fields.get(field_name, "").strip() or None for name, field_name in names.items()
    }
    return await _add(desk_of(request), Article(text, **metadata), then)


@router.post("/upload")
async def upload(request: Request, then: str = "article") -> Response:
    """Add the article in a file."""
    name, data = await read_upload(request)
    state = desk_of(request)
    return await _add(state, await state.job(read_job, name, data), then)


async def _add(state: Desk, article: Article, then: str) -> Response:
    """Add an article, and go to its page, or to its blind review."""
    if not article.text.strip():
        raise HTTPException(422, "text: it is missing")
    if article.source is None:
        digest = blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=6)
        article = attrs.evolve(article, id=f"pasted/{digest.hexdigest()}")
    records = await state.extract(article, {})
    await state.write(lambda archive: archive.add_records(records))
    path = "blind" if then == "blind" else "article"
    return RedirectResponse(address(path, source=article.source), 303)


@router.post("/correct")
async def correct(request: Request) -> Response:
    """Correct a quote."""
    fields = await read_form(request)
    return await _enter(request, "correct", fields, _change(fields))


@router.post("/add")
async def add(request: Request) -> Response:
    """Add a missed quote."""
    fields = await read_form(request)
    words = fields.get("words", "")
    selection = _selection(fields, "") if fields.get("start") else None
    addition = Addition(
        fields.get("source", ""),
        selection,
        words,
        _speaker(fields),
        _kind(fields),
        "allow_overlap" in fields,
    )
    return await _enter(request, "add", fields, addition)


def _change(fields: dict[str, str]) -> Change:
    """The change in a form."""
    nobody = "nobody" in fields
    return Change(
        fields.get("source", ""),
        _selection(fields, ""),
        speaker=... if nobody else _speaker(fields),
        kind=... if nobody else _kind(fields),
        bounds=_selection(fields, "new_") if fields.get("new_start") else None,
        nobody=nobody,
        allow_overlap="allow_overlap" in fields,
    )


def _speaker(fields: dict[str, str]) -> str | None:
    """The speaker in a form; an empty field means an unknown speaker."""
    return " ".join(fields.get("speaker", "").split()) or None


def _kind(fields: dict[str, str]) -> str:
    """The kind in a form."""
    kind = fields.get("kind", "")
    if kind not in QUOTE_KINDS:
        raise HTTPException(422, "kind: there is no such kind")
    return kind


def _selection(fields: dict[str, str], prefix: str) -> Selection:
    """The selection in a form."""
    try:
        start, end = int(fields[f"{prefix}start"]), int(fields[f"{prefix}end"])
    except (KeyError, ValueError):
        raise HTTPException(422, "start and end: expected whole numbers") from None
    return Selection(start, end, fields.get(f"{prefix}words", ""))


async def _enter(
    request: Request, action: str, fields: dict[str, str], entry: Change | Addition
) -> Response:
    """Enter a correction, and return to the article; ask about an overlap first."""
    by = request.state.by
    try:
        correction = await desk_of(request).write(lambda archive: entry.apply(archive, by, _VIA))
    except OverlapError as error:
        body = archive_pages.confirm_body(fields, action, error.others)
        return html_page("Is that meant?", body, status=409)
    return _back(entry.source, correction.id)


def _back(source: str, done: int) -> Response:
    """Return to an article, to the changed quote."""
    return RedirectResponse(f"{address('article', source=source, done=done)}#main", 303)


@router.post("/undo")
async def undo(request: Request) -> Response:
    """Undo a correction."""
    number, by = await read_id(request), request.state.by
    undone = await desk_of(request).write(lambda archive: archive.undo(number, by=by, via=_VIA))
    return _back(undone.source, undone.id)


@router.post("/review")
async def review(request: Request) -> Response:
    """Enter a review."""
    fields = await read_form(request)
    source, by = fields.get("source", ""), request.state.by
    scope = fields.get("scope", "")
    await desk_of(request).write(
        lambda archive: archive.review(source, scope=scope, blind=False, by=by, via=_VIA)
    )
    return RedirectResponse(address("article", source=source), 303)


@router.post("/remove")
async def remove(request: Request) -> Response:
    """Remove an article."""
    fields = await read_form(request)
    await desk_of(request).write(lambda archive: archive.remove(fields.get("source", "")))
    return RedirectResponse("./", 303)
