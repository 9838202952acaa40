"""Find the lines that e-mail replies quote, after ``>``, and their authors.

A header names the author of the lines one sign deeper than itself: *On May 6, 2024 at
3:47 PM Felix Brandt <felix@example.org> wrote:*. Other programs copy the head of the message that
is answered, *From: Felix Brandt*, and its words without signs. Forums and wikis name the author in
the markup of a quote.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex
from attrs import frozen

from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Span

#: minimum number of lines in the head of a message besides that of its author
_FEWEST_FIELDS = 2
#: the same if there are several heads, or below *-----Original Message-----*
_FEWEST_FURTHER = 1
_SIGNS = r"(?P<signs>(?:>|[ \t])*+)"
_REPLY_LINE = lazy_regex(rf"^{_SIGNS}(?P<words>[^\r\n]*+)", regex.M)


#: a quote of a forum, *[quote="Ida Berg, post:3"]…[/quote]*, and of a wiki, *{{Quote|…|Ida Berg}}*
_FORUM_QUOTE = lazy_regex(
    r"\[(?P<tag>\w{0,12}quote)\b[^\[\]\r\n]{0,80}?"
    r"(?:(?<=quote)|\b(?:author|cite|citation|name|by))=\s*[\"']?(?P<name>[^\[\]\"'\r\n,;]{2,60})"
    r"[\"']?(?:[,; ][^\[\]\r\n]{0,80})?\]"
    r"\s*+(?P<words>(?>[^\[]++|\[(?!/?\w{0,12}quote))+?)\s*+\[/(?P=tag)\]",
    regex.I,
)
_WIKI_QUOTE = lazy_regex(
    r"\{\{\s*+(?:block)?quote\s*+\|\s*+(?:(?:1|text|quote)\s*=)?\s*+(?P<words>[^{}|]+?)\s*+"
    r"\|\s*+(?:(?:2|author|by|sign)\s*=)?\s*+(?P<name>[^{}|,=]{2,60}+)[^{}]*+\}\}",
    regex.I,
)


@frozen
class Reply:
    """Lines that a reply quotes, and their author, as spans of the text."""

    #: the lines, without the signs before them
    spans: tuple[Span, ...]
    cue: Span
    author: Span
    #: the author's name
    name: str


def _compile_header(language: Language) -> regex.Pattern[str] | None:
    """Compile the pattern of the header of a reply; None if the language has no such header.

    It consists of the date and time, the name, an address or both, and *wrote*, which may be on the
    next line.
    """
    if not language.reply_header:
        return None
    first, verb = map(regex.escape, language.reply_header)
    half_days = language.half_days
    return lazy_regex(
        rf"^{_SIGNS}{first}\b[^\r\n<>]{{5,90}}?"
        rf"(?:\d|{half_days}|\)|\b\p{{Lu}}{{3,4}}),?[ \t\u00a0\u202f]+"
        rf"(?:\"?(?P<name>(?!(?:{half_days})(?<=\p{{Lu}})\b)\p{{Lu}}[\p{{L}}.'’\-]*+"
        r"(?:[ \t]\p{L}[\p{L}.'’\-]*+){0,4}?)\"?"
        r"[ \t]*+(?:\r?\n[> \t]*+)?(?:[<\[(](?:mailto:)?[^\s<>]{3,80}[>\])])?"
        r"|<?(?P<name>[^\s<>@,]{1,60}@[^\s<>]{3,60})>?)"
        r"[ \t]*+(?:\r?\n[> \t]*+)?"
        rf"(?P<cue>{verb}):[ \t]*+\r?$",
        regex.M,
    )


def _compile_head(language: Language) -> regex.Pattern[str] | None:
    """Compile the pattern of the head of a message; None if the language has no words for it."""
    if not language.mail_fields:
        return None
    author, *fields = map(regex.escape, language.mail_fields)
    field = rf"[ \t*]*+(?i:{'|'.join(fields)}):[^\r\n]*+(?:\r?\n|\Z)"
    return lazy_regex(
        rf"^(?P<before>(?:{field}){{0,4}}+)[ \t*]*+(?i:{author}):"
        r"[ \t*]++(?P<name>\p{Lu}[\p{L}.'’\- ]{1,60}?)[ \t]*+(?:[<\[(][^\r\n]*+)?\r?\n"
        rf"(?P<after>(?:{field})*+)",
        regex.M,
    )


def find_replies(text: str, language: Language = ENGLISH) -> list[Reply]:
    r"""Find the lines that replies quote, in order; consecutive ones by one author are one reply.

    >>> text = "On May 6, 2024 at 3:47 PM Felix Brandt <f@example.org> wrote:\n\n> When?\n"
    >>> [(reply.name, text[slice(*reply.spans[0])]) for reply in find_replies(text)]
    [('Felix Brandt', 'When?')]
    """
    replies = _signed_replies(text, language) or list(_copied_messages(text, language))
    return replies or list(_tagged_quotes(text))


def _tagged_quotes(text: str) -> Iterator[Reply]:
    """The quotes of forums and wikis with their authors in the markup."""
    patterns = [_FORUM_QUOTE] if "[/" in text else []
    patterns += [_WIKI_QUOTE] if "{{" in text else []
    for pattern in patterns:
        for match in pattern.finditer(text):
            author, words = Span(*match.span("name")), Span(*match.span("words"))
            yield Reply((words,), Span(match.start(), author.start), author, match["name"])


def _signed_replies(text: str, language: Language) -> list[Reply]:
    """The lines after ``>``."""
    pattern = language.derived(_compile_header)
    if pattern is None or ">" not in text or f"{language.reply_header[-1]}:" not in text:
        return []
    headers = list(pattern.finditer(text))
    if not headers:
        return []
    replies: list[Reply] = []
    last = None
    for header, span in _owned(text, headers):
        if header is None or span is None:
            last = None
        elif header is last:
            replies[-1] = _reply(header, (*replies[-1].spans, span))
        else:
            replies.append(_reply(header, (span,)))
            last = header
    return replies


def _copied_messages(text: str, language: Language) -> Iterator[Reply]:
    """The messages with a head, below the words of another message or with a greeting."""
    pattern = language.derived(_compile_head)
    matches = list(pattern.finditer(text)) if pattern and ":" in text else []
    several = sum(_count_fields(head) > 0 for head in matches) > 1
    heads = [head for head in matches if _is_head(text, head, several, language)]
    opening = len(text) - len(text.lstrip())
    for head, following in pairwise([*heads, None]):
        if head:
            end = following.start() if following else len(text)
            spans = tuple(_message_lines(text, head.end(), end, head["name"]))
            name = Span(*head.span("name"))
            inside = several or head.start() > opening
            if spans and (inside or _greets(text, spans[0], language)):
                yield Reply(spans, Span(head.start(), name.start), name, head["name"])


def _is_head(text: str, head: regex.Match[str], several: bool, language: Language) -> bool:
    """Whether a head has enough lines; one suffices for several, and below *Original Message*."""
    above = _line_above(text, head.start()).lower()
    few = several or any(words in above for words in language.forwarded)
    return _count_fields(head) >= (_FEWEST_FURTHER if few else _FEWEST_FIELDS)


def _count_fields(head: regex.Match[str]) -> int:
    """The number of lines in the head of a message, without that of its author."""
    return len(head["before"].splitlines()) + len(head["after"].splitlines())


def _greets(text: str, line: Span, language: Language) -> bool:
    """Whether a line greets somebody: *Dear Ida,*."""
    words = text[slice(*line)].lower()
    return words.startswith(language.greetings) and words[-1] in ",:!"


def _message_lines(text: str, start: int, end: int, name: str) -> list[Span]:
    """The lines of a message, up to a line of dashes, without the name of its author below them."""
    lines = list[Span]()
    for line in _REPLY_LINE.finditer(text, start, end):
        words = line["words"].rstrip()
        if words.startswith("---"):
            break
        if words:
            lines.append(Span(line.start("words"), line.start("words") + len(words)))
    if lines and set(text[slice(*lines[-1])].split()) <= set(name.split()):
        lines.pop()
    return lines


def _owned(
    text: str, headers: list[regex.Match[str]]
) -> Iterator[tuple[regex.Match[str] | None, Span | None]]:
    """Each non-empty line, and the header of its author; None for the words of a reply itself."""
    owners: dict[int, regex.Match[str]] = {}
    coming = list(reversed(headers))
    for line in _REPLY_LINE.finditer(text, headers[0].start()):
        while coming and coming[-1].start() <= line.start():
            header = coming.pop()
            depth = header["signs"].count(">")
            owners = {k: owner for k, owner in owners.items() if k <= depth}
            owners[depth + 1] = header
            if depth and _depth_below(text, header) == depth:
                owners[depth] = header
        depth, words = line["signs"].count(">"), line["words"].rstrip()
        inside = any(h.start() <= line.start() < h.end() for h in owners.values())
        if words and not inside:
            start = line.start("words")
            owner = owners.get(depth)
            yield owner, Span(start, start + len(words)) if owner else None


def _line_above(text: str, end: int) -> str:
    """The last line with words before a position; without a copy of all text before it."""
    while end and text[end - 1].isspace():
        end -= 1
    return text[text.rfind("\n", 0, end) + 1 : end]


def _depth_below(text: str, header: regex.Match[str]) -> int:
    """The number of signs before the next line with words; zero without one."""
    lines = (line for line in _REPLY_LINE.finditer(text, header.end() + 1) if line["words"].strip())
    below = next(lines, None)
    return below["signs"].count(">") if below else 0


def _reply(header: regex.Match[str], spans: tuple[Span, ...]) -> Reply:
    """Lines with the author whom their header names."""
    author, cue = Span(*header.span("name")), Span(*header.span("cue"))
    return Reply(spans, cue, author, " ".join(header["name"].split()))
