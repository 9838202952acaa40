"""The blind review page: a reader says who said each quoted span, without seeing an answer.

The page shows nothing of the machine's output: not its quotes, nor their number, nor their
speakers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b

from attrs import frozen
from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from quoteattr.archive.archive import QuoteArchive
from quoteattr.archive.corrections.span_review import SpanAnswer, SpanReview, quoted_spans
from quoteattr.records import Article, Span
from quoteattr.serve.api import desk_of
from quoteattr.serve.corrections import article_records
from quoteattr.serve.forms import read_form
from quoteattr.serve.frame import address, button, form, hidden, html_page, link_to, name_of
from quoteattr.text import clip, count
from quoteattr.view.markup import escape, tag, void
from quoteattr.view.segments import after_mark

router = APIRouter(include_in_schema=False)

#: maximum number of characters of words in a legend
_WORDS = 160
#: number of form fields for each quoted span, and of further fields
_PER_SPAN, _OTHERS = 2, 10

#: the answers, as the form sends them
SOMEBODY, UNNAMED, NOBODY = "somebody", "unnamed", "nobody"

_EXPLANATION = (
    "Who said the words between the quotation marks? The machine's answers are shown when you have"
    " answered. If they differ from yours, yours count. For evaluation, such a review is worth more"
    " than one that shows the machine's answers first."
)


@frozen
class _BlindContent:
    """The data for the page of a blind review."""

    article: Article
    #: the words between quotation marks
    spans: Sequence[Span]
    #: everybody whom the article names, in the order of the text
    names: Sequence[str] = ()
    #: the fields of an incomplete form
    fields: Mapping[str, str] = {}

    @property
    def text(self) -> str:
        """The text of the article."""
        return self.article.text

    def missing(self) -> list[int]:
        """The numbers of the spans without an answer, from 1."""
        return [k for k, span in enumerate(self.spans, 1) if _answer(self.fields, span) is None]

    def answers(self) -> list[SpanAnswer]:
        """The answers, if none is missing."""
        answers = (_answer(self.fields, span) for span in self.spans)
        return [answer for answer in answers if answer is not None]


def _field(name: str, span: Span) -> str:
    """The name of a field of a span."""
    return f"{name}-{span.start}-{span.end}"


def _answer(fields: Mapping[str, str], span: Span) -> SpanAnswer | None:
    """The answer for a span; None if there is none, or the name is missing."""
    who = fields.get(_field("who", span))
    if who == NOBODY:
        return SpanAnswer(span, nobody=True)
    if who == UNNAMED:
        return SpanAnswer(span)
    name = " ".join(fields.get(_field("name", span), "").split())
    has_word = any(map(str.isalnum, name))
    return SpanAnswer(span, name) if who == SOMEBODY and has_word else None


def _version(text: str) -> str:
    """A hash of the text, which shows whether a form belongs to another version."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


# -- paths --------------------------------------------------------------------------------


@router.get("/blind")
async def blind(request: Request, source: str) -> Response:
    """The page of a blind review."""
    article = await _article(request, source)
    return await _page(request, _BlindContent(article, quoted_spans(article.text)))


@router.post("/blind")
async def enter_blind(request: Request, source: str) -> Response:
    """Enter a blind review, or ask for missing answers."""
    article = await _article(request, source)
    spans = quoted_spans(article.text)
    fields = await read_form(request, most=_PER_SPAN * len(spans) + _OTHERS)
    _check_version(article, fields)
    content = _BlindContent(article, spans, fields=fields)
    if content.missing():
        return await _page(request, content, status=422)
    answers, is_blind = content.answers(), "seen" not in fields

    def enter(archive: QuoteArchive) -> SpanReview:
        by = request.state.by
        _check_version(article_records(archive, source).articles[0], fields)
        return archive.review_spans(source, answers, blind=is_blind, by=by, via="page")

    entered = await desk_of(request).write(enter)
    back = address("article", source=source, right=entered.right, spans=entered.spans)
    return RedirectResponse(f"{back}#main", 303)


def _check_version(article: Article, fields: Mapping[str, str]) -> None:
    """Check that a form belongs to the current text.

    Raises:
        HTTPException: it belongs to another one.
    """
    if fields.get("version") != _version(article.text):
        raise HTTPException(409, "the article has changed since; load it again")


async def _article(request: Request, source: str) -> Article:
    """An article of the archive."""
    records = await desk_of(request).read(lambda archive: article_records(archive, source))
    (article,) = records.articles
    return article


async def _page(request: Request, content: _BlindContent, status: int = 200) -> Response:
    """The page, with the names that the article has."""
    names = await desk_of(request).names(content.article)
    content = _BlindContent(content.article, content.spans, names, content.fields)
    title = content.article.title or content.article.source or ""
    return html_page(f"Blind review: {title}", _body(content), status=status)


# -- markup -------------------------------------------------------------------------------


def _body(content: _BlindContent) -> Iterator[str]:
    """The content of the page below its heading."""
    missing = content.missing() if content.fields else []
    if missing:
        yield _complaint(missing)
    yield tag("p", _EXPLANATION)
    text = tag("div", *_text(content), class_="qa-text", dir="auto", lang=content.article.language)
    cards = (_card(k, span, content, k in missing) for k, span in enumerate(content.spans, 1))
    asked = tag("ol", *cards, class_="cards") if content.spans else _nothing()
    target = address("blind", source=content.article.source)
    answers = form(
        target,
        hidden(version=_version(content.text)),
        asked,
        _seen(content),
        button("Compare and enter"),
    )
    beside = tag("section", answers, class_="qa-beside", aria_label="Who said it?")
    yield tag("div", text, beside, class_="qa-sides desk")
    yield tag("datalist", *(tag("option", value=name) for name in content.names), id="names")


def _complaint(missing: Sequence[int]) -> str:
    """The list of missing answers, with links to them."""
    links = ", ".join(link_to(str(k), f"#answer-{k}") for k in missing)
    problem = tag("p", f"Nothing has been entered yet. Who said {links}?")
    return tag("div", problem, class_="status", role="alert")


def _nothing() -> str:
    """The note if the article has no quoted spans."""
    return tag("p", "The article has no words in quotation marks.")


def _text(content: _BlindContent) -> Iterator[str]:
    """The text with the words in quotation marks numbered."""
    last = 0
    for k, span in enumerate(content.spans, 1):
        after = after_mark(content.text, span.end)
        yield escape(content.text[last : span.start])
        yield tag("mark", escape(content.text[slice(*span)]), class_="qa-cnone", id=f"words-{k}")
        yield escape(content.text[span.end : after])
        yield _number(k, f"#answer-{k}", f"Who said {k}?")
        last = after
    yield escape(content.text[last:])


def _number(number: int, target: str, label: str) -> str:
    """The number of a span, a link."""
    return tag("a", str(number), href=target, class_="qa-sign qa-cnone", aria_label=label)


def _card(number: int, span: Span, content: _BlindContent, is_missing: bool) -> str:
    """The question about a span."""
    words = clip(" ".join(content.text[slice(*span)].split()), _WORDS)
    to_words = _number(number, f"#words-{number}", f"{number}: to the words")
    chosen = content.fields.get(_field("who", span))
    labels = {
        SOMEBODY: "Somebody, by name",
        UNNAMED: "Somebody whom the article does not name",
        NOBODY: "Nobody: a title, a term, irony",
    }
    radios = [_radio(span, value, label, chosen) for value, label in labels.items()]
    radios.insert(1, _name_field(span, number, content))
    missing = tag("p", tag("strong", "Who said this?")) if is_missing else ""
    question = tag("fieldset", tag("legend", to_words, name_of(f"“{words}”")), missing, *radios)
    return tag("li", question, id=f"answer-{number}", class_="qa-card qa-cnone")


def _radio(span: Span, value: str, label: str, chosen: str | None) -> str:
    """One of the answers."""
    box = void(
        "input",
        type="radio",
        name=_field("who", span),
        value=value,
        required="",
        checked="" if value == chosen else None,
    )
    return tag("label", box, f" {escape(label)}", class_="choice")


def _name_field(span: Span, number: int, content: _BlindContent) -> str:
    """The field for the name."""
    name = _field("name", span)
    return void(
        "input",
        name=name,
        value=content.fields.get(name, ""),
        list="names",
        autocomplete="off",
        aria_label=f"Who said {number}, by name",
    )


def _seen(content: _BlindContent) -> str:
    """The box to tick if the reader knows the machine's answer."""
    checked = "" if "seen" in content.fields else None
    box = void("input", type="checkbox", name="seen", value="1", checked=checked)
    label = f" I have seen what the machine says of {'these' if content.spans else 'this'}"
    return tag("label", box, label, class_="choice")


def compared(right: int, spans: int) -> str:
    """The message on the article page after a review."""
    numbers = f"{right:,} of {count(spans, 'quoted span')}"
    remark = "" if right == spans else " The others are corrected."
    outcome = f"Reviewed. You and the machine agree on {numbers}.{remark}"
    return tag("div", tag("p", outcome), class_="status", role="status")
