"""What a page is made of: a speaker's sign, a marked text, a table, a card."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quoteattr.records import Article, QuoteRecord, percent
from quoteattr.view.looks import Look
from quoteattr.view.markup import clip, count, escape, tag
from quoteattr.view.page import Group, Numbered, Page
from quoteattr.view.pieces import Piece, Role, Stretch, after_mark, pieces, stretches
from quoteattr.view.waterfall import waterfall

#: the element of each role, the innermost first; even without any style it is seen what is marked
ELEMENTS: dict[Role, str] = {"cue": "i", "mention": "b", "verbatim": "mark", "reported": "u"}

#: what the elements mean, as a reader is told it
KEY = (
    f"{tag('mark', 'word for word', class_='qa-cnone')} · "
    f"{tag('u', 'reported', class_='qa-cnone')} · "
    f"{tag('b', 'who speaks', class_='qa-cnone')} · {tag('i', 'cue', class_='qa-cnone')} · "
    "how sure the link is, in per cent · point at the words for the rule"
)

#: most lines of what is told when somebody points at words
_MOST_LINES = 6


def name_of(speaker: str | None) -> str:
    """The speaker, or that there is none."""
    return "nobody" if speaker is None else speaker


def sign(look: Look, more: str = "", **attributes: str | None) -> str:
    """The sign of a speaker; a link if it leads somewhere."""
    element = "a" if attributes.get("href") else "span"
    return tag(element, escape(look.sign + more), class_=f"qa-sign {look.classes}", **attributes)


def link(inside: str, url: str | None, title: str | None = None) -> str:
    """Markup that leads somewhere, if that is on the web: a link may not run what a text brings."""
    safe = url is not None and url.lower().startswith(("https://", "http://"))
    return tag("a", inside, href=url if safe else None, title=title)


# -- a marked text -------------------------------------------------------------------------------


def marked_text(group: Group, article: Article, page: Page) -> str:
    """An article with quotes, cues and mentions marked, and a sign after each piece of a quote."""
    records = dict(group.records)
    marked = [s for number, record in group.records for s in stretches(record, number)]
    signs: dict[int, list[str]] = defaultdict(list)
    for number, record in group.records:
        for part, span in enumerate(record.spans):
            place = min(after_mark(article.text, span.end), group.end)
            signs[place].append(_sign_of(number, record, page, first=part == 0))
    told = []
    for piece in pieces(group.end, marked, signs):
        told += [_marked(article.text, piece, records, page), *signs[piece.end]]
    if group.end < len(article.text):
        more = count(len(article.text) - group.end, "more character")
        told.append(tag("span", f"… {more}", class_="qa-small"))
    return tag("div", *told, class_="qa-text", dir="auto", lang=article.language)


def _sign_of(number: int, record: QuoteRecord, page: Page, *, first: bool) -> str:
    """The sign that stands behind a piece of a quote; the first is sure so and so much."""
    return sign(
        page.looks[record.speaker],
        f" {percent(record.overall_confidence)}" if first else "",
        href=f"#{page.key}-row-{number}",
        id=f"{page.key}-{number}" if first else None,
        title=_line(record, "verbatim"),
    )


def _marked(text: str, piece: Piece, records: dict[int, QuoteRecord], page: Page) -> str:
    """A piece of the text in an element for each of its roles, the innermost stretch's colour."""
    words = escape(text[piece.start : piece.end])
    for role, element in ELEMENTS.items():
        own = [stretch for stretch in piece.stretches if stretch.role == role]
        if own:
            record = records[own[-1].number]
            classes = page.looks[record.speaker].classes
            words = tag(element, words, class_=classes, title=_hover(piece, role, records))
    return words


def _hover(piece: Piece, role: Role, records: dict[int, QuoteRecord]) -> str:
    """What is told when somebody points at a role's words: that, and all that lies around it."""
    order: Sequence[Role] = list(ELEMENTS)
    around = order[order.index(role) :]
    told: dict[str, None] = {}
    for stretch in sorted(piece.stretches, key=_inner_first):
        if stretch.role in around:
            told[_line(records[stretch.number], stretch.role)] = None
    lines = list(told)
    more = [f"… and {len(lines) - _MOST_LINES} more"] if len(lines) > _MOST_LINES else []
    return "\n".join(lines[:_MOST_LINES] + more)


def _inner_first(stretch: Stretch) -> tuple[int, int, int]:
    """Where a stretch stands among those that are told of together."""
    return (list(ELEMENTS).index(stretch.role), -stretch.start, stretch.end)


def _line(record: QuoteRecord, role: Role) -> str:
    """What one record has to say of its words."""
    speaker = clip(name_of(record.speaker), 80)
    if role == "mention" and record.mention is not None:
        return f"{record.mention.kind}: stands for {speaker}"
    if role == "cue":
        return f"cue of {speaker}"
    sure = percent(record.overall_confidence)
    return f"{speaker}: {record.kind}, {sure}, {record.rule or 'no rule'}"


# -- beside it -----------------------------------------------------------------------------------


def legend(records: Iterable[Numbered], page: Page) -> str:
    """The speakers, and how many quotes each has."""
    counts = Counter(record.speaker for _, record in records)
    return tag(
        "ul",
        *(
            tag(
                "li",
                sign(page.looks[speaker]),
                tag("bdi", escape(clip(name_of(speaker), 80))),
                f" {tag('span', str(number), class_='qa-small', title=count(number, 'quote'))}",
            )
            for speaker, number in counts.items()
        ),
        class_="qa-legend",
    )


def table(records: Iterable[Numbered], page: Page, *, beside: bool) -> str:
    """A row a record.

    Args:
        records: with their numbers.
        page: what they are shown on.
        beside: the table stands beside the text, so that its rows lead there; otherwise each tells
            its source.
    """
    titles = ["", "speaker", "quote", "confidence", *([] if beside else ["source"])]
    head = tag("thead", tag("tr", *(tag("th", title, scope="col") for title in titles)))
    rows = (_row(number, record, page, beside=beside) for number, record in records)
    return tag("table", head, tag("tbody", *rows), class_="qa-table")


def _row(number: int, record: QuoteRecord, page: Page, *, beside: bool) -> str:
    """The row of a record."""
    place = tag("a", str(number), href=f"#{page.key}-{number}") if beside else str(number)
    speaker = clip(name_of(record.speaker), page.limits.quote)
    quote = clip(record.quote, page.limits.quote)
    how = f"{record.kind} · {record.rule or 'no rule'}"
    cells = [
        tag("td", place, class_="qa-number qa-small"),
        tag(
            "td", sign(page.looks[record.speaker]), tag("bdi", escape(speaker)), class_="qa-speaker"
        ),
        tag(
            "td",
            tag("div", escape(quote), class_="qa-quote", dir="auto"),
            tag("div", escape(how), class_="qa-small"),
            why(record, chart=page.limits.records is None),
        ),
        tag("td", sureness(record)),
    ]
    if not beside:
        cells.append(tag("td", tag("bdi", escape(clip(record.source or "", page.limits.quote)))))
    return tag("tr", *cells, id=f"{page.key}-row-{number}")


def sureness(record: QuoteRecord) -> str:
    """How sure the speaker is, as a number and as a bar."""
    bar = tag("span", style=f"width:{record.overall_confidence:.0%}")
    return f"{percent(record.overall_confidence)}{tag('span', bar, class_='qa-bar')}"


def why(record: QuoteRecord, *, chart: bool) -> str:
    """Why the quote was linked so, folded away: in a sentence, and rule by rule."""
    return tag(
        "details",
        tag("summary", "why", class_="qa-small"),
        tag("div", escape(record.explain()), dir="auto"),
        waterfall(record) if chart else "",
        class_="qa-why",
    )


def card(record: QuoteRecord, look: Look) -> str:
    """One record by itself, with what ``explain`` has to say and what each rule was worth."""
    return tag(
        "div",
        tag("div", sign(look), tag("strong", tag("bdi", escape(name_of(record.speaker))))),
        tag("blockquote", escape(record.quote), dir="auto"),
        tag("div", *_facts(record), class_="qa-small"),
        why(record, chart=True),
        class_=f"qa-card {look.classes}",
    )


def _facts(record: QuoteRecord) -> Iterator[str]:
    """What is known of a record besides speaker and quote, in one line."""
    sure = percent(record.overall_confidence)
    yield f"{record.kind} · {sure} · {escape(record.rule or 'no rule')}"
    if record.cue is not None:
        yield f" · cue “{tag('bdi', escape(record.cue.text))}”"
    if record.mention is not None and record.mention.text != record.speaker:
        yield f" · {record.mention.kind} “{tag('bdi', escape(record.mention.text))}”"
    if record.source is not None:
        yield f" · {tag('bdi', escape(record.source))}"
