"""Find embedded social posts, as news sites paste them: ``text — Name (@handle) Month D, YYYY``.

The signature is unambiguous; the post is the paragraph that it ends, or the one before it. In posts
that are copied as text, name and handle precede the words, and a date is beside them or below.
"""

from __future__ import annotations

import regex
from attrs import frozen

from quoteattr.detect.html_tags import blank_tags
from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import any_of, lazy_regex
from quoteattr.records import Span

#: *@olaberg*, *@olaberg.bsky.social*, *@olaberg@mastodon.example*
_HANDLE = r"@\w{1,40}(?:[.@\-][\w\-]{1,40}){0,6}"
_LINE_END = lazy_regex(r"\r\n?+|\n", regex.REVERSE)
#: a line without words, also in a block quote; like the end of a line, searched from the end
_BLANK_LINE = lazy_regex(r"(?>\r\n?+|\n)[^\S\r\n]*+(?:>[^\S\r\n]*+)*+(?>\r\n?+|\n)", regex.REVERSE)
_DASH_ENTITY = "&mdash;"
#: the lines of a post, also with empty lines between them
_LINES = r"(?=[^\r\n]*\w)[^\r\n]++(?:\r?\n[^\r\n]++){0,20}?"
_PARAGRAPHS = rf"{_LINES}(?:\r?\n\r?\n(?!@){_LINES}){{0,5}}?"
_ORGANISATION_SHORT = lazy_regex(r"\s*\([^()]*\)\s*$")


@frozen
class Post:
    """A post and its signature, as spans of the text."""

    text: Span
    cue: Span
    #: the author's name and handle
    author: Span
    #: the author's name
    name: str

    @property
    def span(self) -> Span:
        """The post with its signature."""
        return Span(min(self.text.start, self.author.start), max(self.text.end, self.author.end))


class _Signatures:
    """Patterns of the signature of a post in one language."""

    def __init__(self, language: Language) -> None:
        #: signatures of Instagram, Threads and Mastodon embeds; a dash and a handle alone
        self.shared = lazy_regex(
            rf"^[^\S\r\n]*+(?:(?P<dash>{any_of(language.post_signatures)})[^\S\r\n]++"
            r"(?:(?P<name>[^\r\n(@]{1,80}?)[^\S\r\n]*+"
            rf"\((?P<handle>{_HANDLE})\)|(?P<alone>{_HANDLE}))"
            rf"|(?P<dash>[—–―]|--?)[^\S\r\n]*+(?P<alone>{_HANDLE}))[^\S\r\n]*+\r?$",
            regex.IGNORECASE | regex.MULTILINE,
        )
        dates = {name.rstrip(".") for name in language.weekdays_months}
        longest_first = sorted(dates, key=lambda name: (-len(name), name))
        #: a dash, a name, a handle in brackets, and then a date or the end of the line
        self.dated = lazy_regex(
            r"(?P<dash>[—–―]|--|(?<=\s)-)[^\S\r\n]*+"
            r"(?P<name>[^\r\n—–―(@]{1,80}?(?:\([^\r\n()@]{1,40}\))?)[^\S\r\n]*+"
            rf"\([^\S\r\n]*+(?P<handle>{_HANDLE})[^\S\r\n]*+\)"
            r"(?=[^\S\r\n]*+(?:[·|,][^\S\r\n]*+)?(?:\d{1,2}[^\S\r\n]+)?"
            rf"(?:(?:{any_of(longest_first)})\b|\d|[\r\n]|$))",
            regex.IGNORECASE,
        )
        months = any_of(longest_first)
        self.headed = _compile_headed(months, language.post_age)
        self.undated = _compile_without_handle(months, language.post_age)
        #: posts that somebody passes on: *RT @olaberg: …*
        self.reposts = lazy_regex(
            rf"^[^\S\r\n]*+(?P<dash>{any_of(language.reposts)})[^\S\r\n]++(?P<alone>{_HANDLE}):"
            r"[^\S\r\n]++(?P<text>[^\r\n]*\S)",
            regex.MULTILINE,
        )


def _compile_headed(months: str, age: str) -> regex.Pattern[str]:
    """A name and a handle above the words; beside them or below the words a date, or an age."""
    date = rf"[^\r\n]{{0,30}}\b(?i:{months})\b[^\r\n]{{0,30}}"
    stamp = _stamp(months)
    return lazy_regex(
        r"^(?P<name>\p{Lu}[^\r\n@:(]{1,60}?)(?:[^\S\r\n]*+\r?\n|[^\S\r\n]++)"
        rf"\(?(?P<handle>{_HANDLE})\)?[^\S\r\n]*+"
        rf"(?:(?:·[^\S\r\n]*+)?\r?\n(?:(?P<text>{_LINES})\r?\n{date}"
        rf"|(?:[^\S\r\n]*+\r?\n)?(?P<text>{_PARAGRAPHS})(?:\r?\n[^\S\r\n]*+){{1,2}}{stamp})"
        rf"|(?:\r?\n)?(?:·[^\S\r\n]*+(?:\r?\n)?(?:{date}|{age})|{age})\r?\n(?P<text>{_LINES}))"
        r"[^\S\r\n]*+(?=\r?\n[^\S\r\n]*+\r?\n|\s*\Z)",
        regex.MULTILINE,
    )


def _compile_without_handle(months: str, age: str) -> regex.Pattern[str]:
    """A name, or a handle alone, and below it a time, above the words.

    After a time without a handle there is the sign of who may see the post: *3d ·*.
    """
    end = r"[^\S\r\n]*+\r?\n"
    return lazy_regex(
        rf"^(?:(?P<name>\p{{Lu}}[^\r\n@:.·•]{{1,60}}?){end}(?:\p{{Lu}}[^\r\n@:.·•]{{1,60}}{end})?"
        rf"(?:{age}|{_stamp(months)}?)[^\S\r\n]*+(?P<handle>[·•])[^\r\n]{{0,20}}\r?\n"
        rf"|(?P<name>[\w.\-]{{2,40}})[^\S\r\n]*+(?P<handle>[·•])[^\S\r\n]*+{age}{end}"
        rf"|(?P<name>(?P<handle>{_HANDLE})){end}(?:{age}|{_stamp(months)}){end})"
        rf"(?:{end})?(?P<text>{_LINES})[^\S\r\n]*+(?=\r?\n[^\S\r\n]*+\r?\n|\s*\Z)",
        regex.MULTILINE,
    )


def _stamp(months: str) -> str:
    """Pattern of a line that is a date with a time of day: *2:02 PM · May 4, 2024*."""
    month = rf"[^\r\n]{{0,30}}\b(?i:{months})\b[^\r\n]{{0,30}}"
    return rf"(?=[^\r\n]{{0,30}}\d[:.]\d\d\b){month}"


def find_posts(text: str, language: Language = ENGLISH) -> list[Post]:
    """Find the embedded posts of an article, in order."""
    if not any(sign in text for sign in "@·•"):
        return []
    signatures, text = language.derived(_Signatures), _without_markup(text)
    posts: list[Post] = []
    matches = [*signatures.dated.finditer(text), *signatures.shared.finditer(text)]
    for match in sorted(matches, key=lambda match: match.start()):
        low = posts[-1].author.end if posts else 0
        body = _body(text, low, match.start("dash"), language) if match.start() >= low else None
        if body and text[slice(*body)].lower() not in language.embed_links:
            posts.append(_post(match, body))
    patterns = (signatures.headed, signatures.undated, signatures.reposts)
    headed = [_headed_post(match) for pattern in patterns for match in pattern.finditer(text)]
    apart = [p for p in headed if not any(_overlap(p.span, other.span) for other in posts)]
    return sorted([*posts, *apart], key=lambda post: post.span)


def _without_markup(text: str) -> str:
    """A text with tags and the entity of the dash as spaces: the same length, the same offsets."""
    return blank_tags(text, " ").replace(_DASH_ENTITY, "—".ljust(len(_DASH_ENTITY)))


def _headed_post(match: regex.Match[str]) -> Post:
    """The post after a name and a handle, or after a handle alone."""
    if match.groupdict().get("alone"):
        return _post(match, Span(*match.span("text")))
    handle = match.start("handle")
    author = Span(match.start("name"), match.end("handle"))
    return Post(Span(*match.span("text")), Span(handle, handle + 1), author, match["name"].strip())


def _overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def _post(match: regex.Match[str], body: Span) -> Post:
    """The post that a signature ends."""
    group = match.groupdict()
    cue = Span(*match.span("dash"))
    if group.get("alone"):
        return Post(body, cue, Span(*match.span("alone")), group["alone"])
    name = _ORGANISATION_SHORT.sub("", group["name"]).strip()
    return Post(body, cue, Span(match.start("name"), match.end("handle") + 1), name)


def _is_margin(character: str) -> bool:
    """White space, or the sign before each line of a block quote."""
    return character.isspace() or character == ">"


def _body(text: str, low: int, end: int, language: Language) -> Span | None:
    """The post that ends at a signature, or at the placeholders of its pictures."""
    body = _block_before(text, low, end)
    while body and text[slice(*body)].lower() in language.embed_pictures:
        body = _block_before(text, low, body.start)
    return body


def _block_before(text: str, low: int, end: int) -> Span | None:
    """The words before an index.

    If a blank line separates them from it, these are the lines up to the previous blank line; else
    the one line.
    """
    stop = end
    while stop > low and _is_margin(text[stop - 1]):
        stop -= 1
    parting = _BLANK_LINE if _BLANK_LINE.search(text, stop, end) else _LINE_END
    last_parting = parting.search(text, low, stop)
    start = last_parting.end() if last_parting else low
    while start < stop and _is_margin(text[start]):
        start += 1
    return Span(start, stop) if start < stop else None
