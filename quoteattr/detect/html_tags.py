"""Detect HTML tags in a text, and blank them."""

from __future__ import annotations

import regex

from quoteattr.language.marks import ZERO_WIDTH
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Span

#: elements that are paragraphs
BLOCKS = frozenset(
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer"
    " h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody tfoot"
    " thead tr ul".split()
)
#: elements within a paragraph
_INLINE = frozenset(
    "a abbr b big br cite code del em font i img ins kbd mark q s small span strong strike sub sup"
    " td th time tt u wbr".split()
)
#: elements whose content is not text
DROPPED = frozenset(
    "button form head iframe nav noscript object script style svg template title video".split()
)

TAG = lazy_regex(
    rf"</?(?P<name>{'|'.join(sorted(BLOCKS | _INLINE | DROPPED))})(?:\s[^<>]*)?/?>|<!--",
    regex.IGNORECASE,
)
BLOCK_TAG = lazy_regex(rf"</?(?:br|{'|'.join(sorted(BLOCKS))})(?:\s[^<>]*)?/?>", regex.IGNORECASE)
_BLOCK_QUOTE = lazy_regex(
    r"<blockquote\b[^<>]*>(?>(?:[^<]++|<(?!/blockquote))*+)", regex.IGNORECASE
)
#: the tag before the author of a block quote, and a dash after it
_CITATION = lazy_regex(r"<(?:cite|footer)(?:\s[^<>]*)?>\s*+(?:[—–-]|&mdash;)?", regex.IGNORECASE)
_ENTITY = lazy_regex(r"&(?:#\d{2,7}|#[xX][\da-fA-F]{2,6}|[a-zA-Z][a-zA-Z\d]{1,30});")
#: tags that were escaped twice, as in RSS
ESCAPED_TAG = lazy_regex(r"&lt;/?(?:p|div|br|blockquote|span|a)\b", regex.IGNORECASE)


def blank_tags(text: str, nothing: str) -> str:
    r"""Copy a text with tags blanked: the same length, a line break for each that ends a paragraph.

    Args:
        text: any text.
        nothing: the replacement of a character of a tag.

    Returns:
        The copy. A ``<q>`` has become quotation marks, as in a browser; the author of a block quote
        follows a dash on a line below it.

    >>> blank_tags("<p><q>No,</q> said <b>Ida</b>.", "")
    '\n“No,” said Ida.'
    """

    def blank(match: regex.Match[str]) -> str:
        padding = nothing * (len(match.group()) - 1)
        name = (match["name"] or "").lower()
        if name == "q":
            return "”" + padding if match.group().startswith("</") else padding + "“"
        if name == "br" or name in BLOCKS:
            return "\n" + padding
        return nothing + padding

    if "<" not in text:
        return text
    signed = _BLOCK_QUOTE.sub(lambda m: _signed(m[0], nothing), text)
    return TAG.sub(blank, signed)


def block_quotes(text: str) -> list[Span]:
    """The block quotes in tags, without those inside another.

    >>> block_quotes("Ida wrote: <blockquote>No.</blockquote>")
    [Span(start=11, end=26)]
    """
    return [Span(*m.span()) for m in _BLOCK_QUOTE.finditer(text)] if "<" in text else []


def _signed(block: str, nothing: str) -> str:
    """A block quote with a dash in place of the tag before its author."""
    return _CITATION.sub(lambda m: "\n—" + nothing * (len(m[0]) - 2), block, count=1)


def break_lines(text: str) -> str:
    r"""Copy a text with a line break for each tag that ends a paragraph: the same length.

    >>> break_lines("No.<br>Yes.").replace(ZERO_WIDTH, "")
    'No.\nYes.'
    """
    if "<" not in text:
        return text
    return BLOCK_TAG.sub(lambda m: "\n" + ZERO_WIDTH * (len(m[0]) - 1), text)


def find_tag(text: str) -> str | None:
    """The first HTML tag in a text; None if it has none.

    >>> find_tag("<p>“No,” he said.</p>"), find_tag("3 < 5, and <name> is no tag")
    ('<p>', None)
    """
    match = TAG.search(text) if "<" in text else None
    return match.group() if match else None


def is_html(text: str) -> bool:
    """Whether a text has HTML tags or entities."""
    return find_tag(text) is not None or _ENTITY.search(text) is not None


def is_page(html: str) -> bool:
    """Whether HTML is a page, not a fragment."""
    return regex.search(r"<(?:html|body|!doctype)\b", html, regex.IGNORECASE) is not None
