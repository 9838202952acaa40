"""The page of an article: its quotes highlighted, with a card for each to correct it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import Factory, frozen

from quoteattr.archive.corrections.correction import Correction, QuoteValue, outer_span
from quoteattr.archive.corrections.reviews import Review
from quoteattr.records import QUOTE_KINDS, Article, QuoteRecord, QuoteRecords, Span
from quoteattr.serve.frame import (
    address,
    button,
    choice,
    field,
    form,
    hidden,
    link_to,
    name_of,
    table,
)
from quoteattr.serve.jobs import Reading, Reason
from quoteattr.text import clip, count, percent
from quoteattr.view.article_html import ROLE_LEGEND, highlighted_text
from quoteattr.view.content import ContentLimits, PageContent, Section
from quoteattr.view.markup import badge, escape, link, tag
from quoteattr.view.record_html import speaker_legend
from quoteattr.view.speaker_styles import display_name, speaker_styles

#: the prefix of the ids of elements
_KEY = "q"
#: the maximum number of characters of words in a table, and of a quote on its card
_WORDS, _QUOTE = 120, 600

#: the kinds of quotes, as options of a form
KIND_OPTIONS = {kind: kind for kind in QUOTE_KINDS}

_KEYS = {
    "j": "next quote",
    "k": "quote before",
    "e": "correct it",
    "n": "nobody said this",
    "a": "add a missed quote: select its words first",
    "?": "this list",
}

#: the boundary that a button moves, and by how many words
_NUDGES = {
    ("start", -1): "Start a word earlier",
    ("start", 1): "Start a word later",
    ("end", -1): "End a word earlier",
    ("end", 1): "End a word later",
}


@frozen
class ArticleContent:
    """The data for the page of an article."""

    article: Article
    records: QuoteRecords
    reading: Reading = Factory(Reading)
    corrections: Sequence[Correction] = ()
    reviews: Sequence[Review] = ()
    #: the correction that was just entered
    done: int | None = None
    #: the start of the quote that the reader came for
    quote: int | None = None
    #: the message after a blind review
    message: str = ""

    @property
    def source(self) -> str:
        """The source of the article; empty if it has none, in which case it cannot be corrected."""
        return self.article.source or ""

    def correction_of(self, record: QuoteRecord) -> Correction | None:
        """The last active correction of a record."""
        span = outer_span(record)
        own = [
            correction
            for correction in self.corrections
            if correction.is_active and _place(correction) == span
        ]
        return own[-1] if own else None


def _place(correction: Correction) -> Span | None:
    """The current span of a corrected quote."""
    return correction.new_place or correction.place


def article_body(content: ArticleContent) -> Iterator[str]:
    """The content of the page below its heading."""
    yield from _status(content)
    yield from _metadata(content)
    shown = _page_content(content)
    section = shown.sections[0]
    yield tag("p", ROLE_LEGEND, class_="qa-small")
    yield speaker_legend(section.records, shown)
    yield button("Keys: ?", type="button", id="keys-button", hidden="")
    text = highlighted_text(section, content.article, shown, offsets=True)
    cards = (_card(i, record, content, shown) for i, record in section.records)
    beside = tag("ol", *cards, class_="cards", aria_label="Quotes")
    yield tag("div", text, tag("div", beside, class_="qa-beside"), class_="qa-sides desk")
    yield tag("datalist", *_names(content), id="names")
    if content.source:
        yield _add_form(content.source)
        yield _review_form(content)
        yield from _corrections(content)
        yield _remove_form(content.source)
    yield _help()


def _page_content(content: ArticleContent) -> PageContent:
    """The records and their styles, as for other views."""
    section = Section(content.article, list(enumerate(content.records)), len(content.article.text))
    styles = speaker_styles(record.speaker for record in content.records)
    return PageContent([section], styles, ContentLimits(), _KEY)


def _status(content: ArticleContent) -> Iterator[str]:
    """The last action, and how to undo it."""
    yield content.message
    done = next(
        (correction for correction in content.corrections if correction.id == content.done), None
    )
    if done is not None:
        yield tag(
            "div", tag("p", _sentence(done)), _undo_form(done), class_="status", role="status"
        )


def _sentence(correction: Correction) -> str:
    """A correction in words, as markup."""
    words = name_of(f"“{clip(correction.exact, _WORDS)}”")
    if correction.action == "undo":
        return f"Undone: what was corrected at {words}."
    if correction.after is None:
        return f"Nobody said {words}."
    if correction.action == "add":
        return f"Added: {words}, said by {name_of(display_name(correction.after.speaker))}."
    return f"Corrected: {words}; {_value(correction.after)}."


def _value(value: QuoteValue | None) -> str:
    """The state of a quote, as markup."""
    if value is None:
        return "no quote"
    return f"{name_of(display_name(value.speaker))}, {value.kind}, {value.start}–{value.end}"


def _undo_form(correction: Correction) -> str:
    """The button to undo a correction."""
    fields = hidden(source=correction.source, id=correction.id)
    return form("undo", fields, button("Undo", class_="undo"))


def _metadata(content: ArticleContent) -> Iterator[str]:
    """The metadata of the article on one line."""
    article = content.article
    facts = [article.publisher, article.section, article.published, ", ".join(article.authors)]
    line = [name_of(part) for part in facts if part]
    if article.url is not None:
        line.append(link(name_of(article.url), article.url))
    if article.title and article.source:
        line.append(name_of(article.source))
    speakers = {record.speaker for record in content.records} - {None}
    line.append(f"{count(len(content.records), 'quote')}, {count(len(speakers), 'speaker')}")
    yield tag("p", " · ".join(line), class_="qa-small")


def _names(content: ArticleContent) -> Iterator[str]:
    """The names to choose from in a form."""
    spoken = (record.speaker for record in content.records if record.speaker is not None)
    for name in dict.fromkeys([*spoken, *content.reading.names]):
        yield tag("option", value=name)


# -- cards --------------------------------------------------------------------------------


def _card(index: int, record: QuoteRecord, content: ArticleContent, shown: PageContent) -> str:
    """The card of a record: the quote, the speaker, the reason, and the correction forms."""
    style = shown.styles[record.speaker]
    correction = content.correction_of(record)
    name = display_name(record.speaker)
    speaker = address("speaker", name=record.speaker) if record.speaker else None
    heading = tag(
        "h2",
        badge(style, href=f"#{_KEY}-{index}", aria_label=f"{style.badge}: to the words"),
        tag("a", name_of(name), href=speaker) if speaker else name_of(name),
    )
    return tag(
        "li",
        heading,
        tag("blockquote", escape(clip(record.quote, _QUOTE)), dir="auto"),
        tag("p", *_details(record, correction), class_="qa-small"),
        _why(record, content, correction),
        _edit_forms(record, content) if content.source else "",
        class_=f"qa-card {style.classes}",
        id=f"{_KEY}-row-{index}",
        tabindex="-1",
        data_quote=str(index),
        data_here="" if _is_wanted(record, content) else None,
    )


def _is_wanted(record: QuoteRecord, content: ArticleContent) -> bool:
    """Whether the reader came for this record, or has just corrected it."""
    if content.done is None:
        return record.spans[0].start == content.quote
    done = next(
        (correction for correction in content.corrections if correction.id == content.done), None
    )
    return done is not None and _place(done) == outer_span(record)


def _details(record: QuoteRecord, correction: Correction | None) -> Iterator[str]:
    """Kind, confidence and cue of a record; for a corrected one, who corrected it."""
    yield record.kind
    if correction is not None:
        by = f" by {name_of(correction.by)}" if correction.by else ""
        done = "added" if correction.action == "add" else "corrected"
        yield f" · {done}{by}, {correction.at[:10]}"
    else:
        yield f" · {percent(record.overall_confidence)}"
    if record.cue is not None:
        yield f" · cue “{name_of(record.cue.text)}”"


def _why(record: QuoteRecord, content: ArticleContent, correction: Correction | None) -> str:
    """The explanation of the attribution, collapsed."""
    reason = content.reading.reasons.get(record.spans)
    if correction is not None:
        paragraphs = [tag("p", f"Corrected by a person. Before: {_value(correction.before)}.")]
        if correction.note:
            paragraphs.append(tag("p", name_of(correction.note)))
    else:
        own_reason = reason if reason is not None and reason.speaker == record.speaker else None
        paragraphs = list(_reason(record, own_reason))
    return tag("details", tag("summary", "Why"), *paragraphs, class_="qa-why")


def _reason(record: QuoteRecord, reason: Reason | None) -> Iterator[str]:
    """The sentence of an explanation, the runner-up, and the chart of the rules."""
    yield tag("p", escape(reason.sentence if reason else record.explain()), dir="auto")
    if reason is not None and reason.runner_up is not None:
        words, probability = reason.runner_up
        runner_up = f"“{name_of(clip(words, _WORDS))}”" if words != "nobody" else "nobody"
        yield tag("p", f"Runner-up: {runner_up}, {percent(probability)}.")
    if reason is not None and reason.chart:
        yield tag("details", tag("summary", "Contribution of each rule"), reason.chart)


def _edit_forms(record: QuoteRecord, content: ArticleContent) -> str:
    """The correction forms of a record, collapsed."""
    start, end = outer_span(record)
    place = hidden(
        source=content.source, start=start, end=end, words=content.article.text[start:end]
    )
    nobody = form(
        "correct",
        place,
        hidden(nobody="1"),
        button("Nobody said this", class_="nobody"),
    )
    edit = form(
        "correct",
        place,
        field("Speaker (empty: not known)", "speaker", record.speaker or "", list="names"),
        choice("Kind", "kind", KIND_OPTIONS, record.kind),
        _bounds(),
        button("Save"),
    )
    return tag("details", tag("summary", "Correct"), edit, nobody, class_="edit")


def _bounds() -> str:
    """The fields for new boundaries, which a script fills in."""
    nudges = (
        button(words, type="button", data_end=end, data_by=str(by))
        for (end, by), words in _NUDGES.items()
    )
    return tag(
        "fieldset",
        tag("legend", "Words of the quote"),
        tag("output", class_="chosen"),
        tag("div", *nudges, class_="buttons"),
        button("Take the selected words", type="button", class_="take"),
        hidden(new_start="", new_end="", new_words=""),
        class_="bounds",
        hidden="",
    )


# -- below the article --------------------------------------------------------------------


def _add_form(source: str) -> str:
    """The form to add a missed quote."""
    words = tag(
        "label",
        tag("span", "Its words, as in the article"),
        tag("textarea", name="words", rows="3", required=""),
    )
    add = form(
        "add",
        hidden(source=source, start="", end=""),
        words,
        field("Speaker (empty: not known)", "speaker", list="names"),
        choice("Kind", "kind", KIND_OPTIONS, "direct"),
        button("Add"),
    )
    return tag("details", tag("summary", "Add a missed quote"), add, id="add", class_="panel")


def _review_form(content: ArticleContent) -> str:
    """The form to record a review of all quotes."""
    reviewed = (
        tag(
            "li",
            "all speech" if review.scope == "all" else "all words in quotation marks",
            f", {name_of(review.by or 'somebody')}, {review.at[:10]}",
            ", blind" if review.blind else "",
            "" if review.is_current else " (the article has changed since)",
        )
        for review in content.reviews
    )
    scopes = {"marks": "all words in quotation marks", "all": "all speech, reported, too"}
    review = form(
        "review",
        hidden(source=content.source),
        choice("I looked at", "scope", scopes, "marks"),
        button("Reviewed"),
    )
    return tag(
        "details",
        tag("summary", "All quotes are right now"),
        tag("p", "Evaluation and training use reviewed articles only. ", _blind_link(content)),
        tag("ul", *reviewed),
        review,
        class_="panel",
    )


def _blind_link(content: ArticleContent) -> str:
    """The link to the blind review."""
    return tag("a", "Review it without the answer", href=address("blind", source=content.source))


def _corrections(content: ArticleContent) -> Iterator[str]:
    """The corrections of the article."""
    if content.corrections:
        yield tag("h2", "Corrections")
        yield corrections_table(content.corrections, with_source=False)


def corrections_table(corrections: Sequence[Correction], *, with_source: bool) -> str:
    """A table of corrections, the newest first."""
    titles = ["words", "before", "after", "who and when", "state"]
    titles += ["article"] if with_source else []
    return table(
        titles, (_correction_row(correction, with_source) for correction in corrections[::-1])
    )


def _correction_row(correction: Correction, with_source: bool) -> list[str]:
    """The row of a correction."""
    who = " · ".join(filter(None, (name_of(correction.by), correction.via, correction.at[:16])))
    row = [
        name_of(clip(correction.exact, _WORDS)),
        _value(correction.before),
        _value(correction.after),
        who + (f"<br>{name_of(correction.note)}" if correction.note else ""),
        _state(correction),
    ]
    if with_source:
        target = address("article", source=correction.source)
        row.append(link_to(name_of(clip(correction.source, _WORDS)), target))
    return row


def _state(correction: Correction) -> str:
    """Whether a correction is active, with the button to undo it."""
    if correction.undone_by is not None:
        return "undone"
    if correction.is_lost and correction.action != "undo":
        return "lost: the article has other words"
    return ("undo " if correction.action == "undo" else "") + _undo_form(correction)


def _remove_form(source: str) -> str:
    """The form to remove the article from the archive."""
    sure = tag("p", "The article and its quotes are deleted; its corrections are kept.")
    remove = form("remove", hidden(source=source), button("Remove it"))
    return tag("details", tag("summary", "Remove this article"), sure, remove, class_="panel")


def _help() -> str:
    """The list of keys, in a dialog that a script opens."""
    keys = (
        f"{tag('dt', tag('kbd', escape(key)))}{tag('dd', words)}" for key, words in _KEYS.items()
    )
    close = form("", button("Close"), method="dialog")
    heading = tag("h2", "Keys", id="keys")
    return tag("dialog", heading, tag("dl", *keys), close, id="help", aria_labelledby="keys")
