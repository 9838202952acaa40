"""Headings: attribute the words that they quote to the person who says them in the article.

*Bridge is ‘a death trap’ ¶ “That bridge is a death trap,” said Mara Holt.* A heading rarely names
the speaker, and its names are those of people whom the article is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.echoes import QuoteLookup
from quoteattr.attribute.documents.quote import Quote
from quoteattr.detect.alphabet import (
    ACCORDING_TO,
    COLON,
    CUE,
    CUE_PARTICIPLE,
    DASH,
    LABEL,
    PARAGRAPH_END,
)
from quoteattr.detect.patterns.pattern import encode
from quoteattr.language.patterns import lazy_regex

#: the substitute for the name of a rule if a heading repeats words of a quote
REPEATED = "heading-repeats-quote"
#: maximum number of words of a heading, and of chunks in which it ends
_HEADING_WORDS, _REACH = 20, 40
#: maximum number of words of a subheading
_SUBHEADING_WORDS = 12
#: before a quote: a paragraph that ends with a sentence, and is not only a quote
_ENDS_PARAGRAPH = lazy_regex(
    encode("({SENTENCE_END} | {^PARAGRAPH_END} {QUOTE} {SENTENCE_END}?) {PARAGRAPH_END}$")
)
#: chunks by which a heading names the speaker: *‘It ruined us’, says owner*, *Marx: ‘It ruined us’*
_REPORTS = frozenset(CUE + CUE_PARTICIPLE + ACCORDING_TO + COLON + DASH + LABEL)


def echoed_quotes(document: Document) -> Iterator[tuple[Quote, Quote]]:
    """Each quote in a heading without a speaker, with the quote whose words it repeats.

    There is none if the words are in no quote outside headings, or in several.
    """
    in_heading = {quote.index for quote in document.quotes if _in_heading(document, quote)}
    if not in_heading:
        return
    below = QuoteLookup([quote for quote in document.quotes if quote.index not in in_heading])
    for k in sorted(in_heading):
        quote = document.quotes[k]
        repeated = below.only_quote_with(quote.text)
        if repeated:
            yield quote, repeated


def _in_heading(document: Document, quote: Quote) -> bool:
    """Whether the quote is in a line of few words that is not a sentence, and reports nothing."""
    tags = document.tags
    start = tags.rfind(PARAGRAPH_END, max(0, quote.first - _REACH), quote.first) + 1
    end = tags.find(PARAGRAPH_END, quote.last, quote.last + _REACH)
    if (
        end < 0
        or (start == 0 and quote.first >= _REACH)
        or not _REPORTS.isdisjoint(tags[start:end])
    ):
        return False
    line = document.text[document.chunks.starts[start] : document.chunks.starts[end]].rstrip()
    marks = line.rstrip("\"'”’»")
    return len(line.split()) <= _HEADING_WORDS and not marks.endswith(
        (".", ",", "!", "?", ":", ";", "…")
    )


def is_subheading(document: Document, quote: Quote) -> bool:
    """Whether a quote is a line between paragraphs that announces what somebody says below.

    *… Berg left. ¶ ‘No way back’ ¶ The mill closed in May.*

    Args:
        document: the document of the quote.
        quote: the quote.
    """
    tags, first = document.tags, quote.first
    alone = tags[first - 1 : first] == PARAGRAPH_END == tags[quote.last + 1 : quote.last + 2]
    after_sentence = _ENDS_PARAGRAPH.search(tags, max(0, first - _REACH), first) is not None
    short = len(quote.words) <= _SUBHEADING_WORDS
    return alone and after_sentence and short and quote.text[-1:].isalnum()
