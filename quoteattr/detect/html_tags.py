"""The tags of HTML: whether a text has any, and which are paragraphs."""

from __future__ import annotations

import regex

from quoteattr.language.patterns import lazy_regex

#: elements that are paragraphs of their own
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
#: elements whose content is no text
DROPPED = frozenset(
    "button form head iframe nav noscript object script style svg template title video".split()
)

TAG = lazy_regex(
    rf"</?(?P<name>{'|'.join(sorted(BLOCKS | _INLINE | DROPPED))})(?:\s[^<>]*)?/?>|<!--",
    regex.IGNORECASE,
)
BLOCK_TAG = lazy_regex(rf"</?(?:br|{'|'.join(sorted(BLOCKS))})(?:\s[^<>]*)?/?>", regex.IGNORECASE)
_ENTITY = lazy_regex(r"&(?:#\d{2,7}|#[xX][\da-fA-F]{2,6}|[a-zA-Z][a-zA-Z\d]{1,30});")
#: tags that were escaped once more, as in RSS
ESCAPED_TAG = lazy_regex(r"&lt;/?(?:p|div|br|blockquote|span|a)\b", regex.IGNORECASE)


def blank_tags(text: str, nothing: str) -> str:
    r"""Copy a text with tags blank: the same length, a line break for each that parts paragraphs.

    Args:
        text: any text.
        nothing: replaces a character that is none of the words.

    Returns:
        The copy. A ``<q>`` has become quotation marks, as a browser shows it.

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

    return TAG.sub(blank, text) if "<" in text else text


def find_tag(text: str) -> str | None:
    """The first tag of HTML in a text, None if it has none.

    >>> find_tag("<p>“No,” he said.</p>"), find_tag("3 < 5, and <name> is no tag")
    ('<p>', None)
    """
    match = TAG.search(text) if "<" in text else None
    return match.group() if match else None


def is_html(text: str) -> bool:
    """A text has tags or entities of HTML."""
    return find_tag(text) is not None or _ENTITY.search(text) is not None


def is_page(html: str) -> bool:
    """HTML is a page, not a part of one."""
    return regex.search(r"<(?:html|body|!doctype)\b", html, regex.IGNORECASE) is not None
