"""The verification page: whether a quote, or all quotes of a draft, occur in the sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from quoteattr.records import Article
from quoteattr.serve.api import desk_of
from quoteattr.serve.forms import read_form
from quoteattr.serve.frame import address, button, choice, form, html_page, link_to, name_of
from quoteattr.serve.jobs import CheckedQuote
from quoteattr.text import clip, count
from quoteattr.verification import DraftQuote, Verification
from quoteattr.view.group_html import DIFF_LEGEND
from quoteattr.view.markup import escape, tag
from quoteattr.view.speaker_styles import display_name

router = APIRouter(include_in_schema=False)

#: maximum number of characters of a quote, and of a name
_QUOTE, _NAME = 2_000, 120
#: maximum number of differences that are listed
_DIFFERENCES = 20

_TITLE = "Does it stand there?"
#: the type of the text in the form
_DRAFT, _ONE = "draft", "quote"

#: the outcomes: a sign and words, so that no colour is needed
_OUTCOMES = {
    "exact": "✓ word for word",
    "typography": "✓ the same words",
    "altered": "≠ other words",
    "not found": "✗ not found",
}


@router.get("/verify")
async def verify_form(request: Request) -> Response:
    """The empty form."""
    return html_page(_TITLE, [_form({})], current="verify")


@router.post("/verify")
async def verify(request: Request) -> Response:
    """Verify the content of the form."""
    fields = await read_form(request)
    # A browser sends each line end as two characters, whatever was pasted.
    words, pasted = (fields.get(name, "").replace("\r\n", "\n") for name in ("words", "pasted"))
    if not words.strip():
        raise HTTPException(422, "words: they are missing")
    is_draft = fields.get("what") != _ONE
    results, looked_in = await desk_of(request).verify(
        [] if is_draft else [words],
        words if is_draft else None,
        [Article(pasted)] if pasted.strip() else [],
    )
    body = _results(results, "the pasted source" if pasted.strip() else count(looked_in, "article"))
    return html_page(_TITLE, [*body, _form(fields)], current="verify")


# -- markup -------------------------------------------------------------------------------


def _form(fields: Mapping[str, str]) -> str:
    """The form, filled in as it was sent."""
    kinds = {_DRAFT: "a draft: all of its quotes", _ONE: "one quote"}
    return form(
        "verify",
        _area("Words to verify", "words", fields, required=""),
        choice("They are", "what", kinds, fields.get("what", _DRAFT)),
        _area("A source, pasted (empty: the articles of the archive)", "pasted", fields),
        button("Verify"),
        class_="panel",
    )


def _area(label: str, name: str, fields: Mapping[str, str], **attributes: str | None) -> str:
    """A labelled field of several lines."""
    # HTML ignores a line end right after the tag.
    text = "\n" + escape(fields.get(name, ""))
    box = tag("textarea", text, name=name, rows="8", **attributes)
    return tag("label", tag("span", label), box)


def _results(results: Sequence[CheckedQuote], looked_in: str) -> Iterator[str]:
    """All results, with their number on top."""
    right = sum(_is_right(result) for result in results)
    if results:
        numbers = f"{right:,} of {count(len(results), 'quote')}"
        verb = "is" if right == 1 else "are"
        summary = f"{numbers} {verb} faithful. Searched in {looked_in}."
    else:
        summary = "The draft has no quotes between quotation marks."
    yield tag("div", tag("p", summary), class_="status", role="status")
    if any(result.verification.differences for result in results):
        yield tag("p", DIFF_LEGEND, class_="qa-small")
    yield tag("ol", *map(_card, results), class_="cards verified", aria_label="Quotes")


def _is_right(checked: CheckedQuote) -> bool:
    """Whether nothing is wrong with a quote."""
    result = checked.result
    return result.right if isinstance(result, DraftQuote) else result.faithful


def _card(checked: CheckedQuote) -> str:
    """The result for a quote."""
    verification = checked.verification
    words = checked.diff or escape(clip(verification.quote, _QUOTE))
    state = "right" if _is_right(checked) else "wrong"
    return tag(
        "li",
        tag("h2", _heading(checked)),
        tag("blockquote", words, dir="auto"),
        *_speakers(checked),
        *_places(verification),
        class_=f"qa-card qa-cnone {state}",
    )


def _heading(checked: CheckedQuote) -> str:
    """The outcome, and whether the speaker differs."""
    verification, result = checked.verification, checked.result
    outcome = _OUTCOMES[verification.outcome]
    if verification.outcome == "altered" and verification.faithful:
        outcome = "✓ changes are marked"
    if isinstance(result, DraftQuote) and result.wrong_speaker:
        return f"{outcome} · ≠ another speaker"
    return outcome


def _speakers(checked: CheckedQuote) -> Iterator[str]:
    """The speaker in the draft, and in the source."""
    verification, result = checked.verification, checked.result
    if isinstance(result, DraftQuote):
        yield tag("p", f"The draft: said by {_name(result.record.speaker)}.")
    if verification.found:
        yield tag("p", f"{_source(verification)}: said by {_name(verification.speaker)}.")


def _name(speaker: str | None) -> str:
    """A speaker as markup."""
    return name_of(clip(display_name(speaker), _NAME)) if speaker is not None else "nobody there"


def _source(verification: Verification) -> str:
    """The source, with a link if it is an article of the archive."""
    return _linked(verification.source, verification.spans[0].start if verification.spans else None)


def _linked(source: str | None, start: int | None) -> str:
    """A source as markup."""
    if source is None:
        return "The source"
    target = f"{address('article', source=source, quote=start)}#main"
    return link_to(name_of(clip(source, _NAME)), target)


def _places(verification: Verification) -> Iterator[str]:
    """The differences in words, a lost negation, the nearest passage."""
    if verification.differences:
        items = (
            tag("li", name_of(str(difference)))
            for difference in verification.differences[:_DIFFERENCES]
        )
        yield tag("details", tag("summary", "What differs"), tag("ul", *items))
    if verification.negation is not None:
        yield tag("p", tag("strong", "The source has a negation that the quote does not."))
    if verification.nearest is not None:
        nearest = verification.nearest
        words = name_of(f"“{clip(nearest.text, _QUOTE)}”")
        yield tag("p", f"Nearest, {_linked(nearest.source, nearest.span.start)}: {words}")
