"""Attributes quotes of headings to whoever says the same words in the article below.

A headline or the heading of a section repeats a few words of a quote, often without a name: *Pier
is ‘a death trap’*. Nothing beside them tells whose they are; the longer quote does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from quoteattr.attribute.decode import AttributedDocument, Attribution, rows
from quoteattr.attribute.document import Candidate, Document, PreviousQuotes, Quote
from quoteattr.detect.alphabet import PARAGRAPH_END, SENTENCE_END
from quoteattr.language.patterns import lazy_regex

_WORD = lazy_regex(r"[\p{L}\p{N}]++")
#: how a sentence ends, and no heading
_ENDS = tuple(".,?!…")
#: chunks of a headline at most, and chunks beside a quote among which its paragraph may end
_LONG, _NEAR = 40, 4
_PARAGRAPH_EDGES = frozenset(("", PARAGRAPH_END))
#: quotes behind a heading among which its words are looked for, so that the cost stays linear
_FARTHEST = 100


def attribute_headings(attributed: AttributedDocument) -> AttributedDocument:
    """Attribute quotes that are headings, and those of the headline that nobody says.

    Args:
        attributed: the quotes of an article with their speakers.

    Returns:
        The same, where such a quote stands within a later one with the speaker of that.
    """
    document, attributions = attributed.document, attributed.attributions
    headline = _headline(document.tags)
    headings = [k for k, a in enumerate(attributions) if _is_heading(document, a, headline)]
    if not headings:
        return attributed
    words = [_words(attribution.quote) for attribution in attributions]
    decided = list(attributions)
    for k in headings:
        behind = slice(k + 1, k + 1 + _FARTHEST)
        later = _saying(words[k], words[behind], attributions[behind])
        if later is not None:
            decided[k] = _as(later, attributions[k], attributed)
    return evolve(attributed, attributions=decided)


def _headline(tags: str) -> range:
    """The chunks of the first paragraph if it is short and no sentence ends in it, else none."""
    start = len(tags) - len(tags.lstrip(PARAGRAPH_END))
    end = tags.find(PARAGRAPH_END, start, start + _LONG)
    return range(start, end if SENTENCE_END not in tags[start:end] else start)


def _is_heading(document: Document, attribution: Attribution, headline: range) -> bool:
    """The quote is a heading, or nobody says it, and it is a paragraph or in the headline."""
    tags, quote, nobody = document.tags, attribution.quote, attribution.chosen is None
    if quote.first != quote.last:
        return False
    before = tags[max(0, quote.first - _NEAR) : quote.first].rstrip(SENTENCE_END)
    after = tags[quote.last + 1 : quote.last + _NEAR].lstrip(SENTENCE_END)
    if before[-1:] in _PARAGRAPH_EDGES and after[:1] == PARAGRAPH_END:
        return nobody or quote.text[-1:] not in _ENDS
    return nobody and quote.first in headline


def _words(quote: Quote) -> str:
    """The words of a quote in lower case, a space around each."""
    return f" {' '.join(_WORD.findall(quote.text.lower()))} "


def _saying(
    words: str, others: Sequence[str], attributions: Sequence[Attribution]
) -> Attribution | None:
    """The first quote with a speaker in which the words stand."""
    pairs = zip(others, attributions, strict=True)
    return next((a for other, a in pairs if words in other and a.chosen is not None), None)


def _as(later: Attribution, heading: Attribution, attributed: AttributedDocument) -> Attribution:
    """The attribution of a heading to the speaker of a later quote."""
    document, quote = attributed.document, heading.quote
    speaker = _nearest(later.chosen, heading)
    nothing = PreviousQuotes(None, None, Counter(), False, None, -1, quote.first)
    table = rows(document, quote, (speaker,), nothing)
    return Attribution(
        quote=quote,
        candidates=(speaker,),
        rows=table,
        scores=attributed.trees.scores(table),
        ranking=((0, later.share),),
        only_speaker=True,
        echoes=True,
    )


def _nearest(speaker: Candidate | None, heading: Attribution) -> Candidate | None:
    """The mention of a speaker in the paragraph of a heading, else the one beside the quote."""
    left, right = heading.quote.frame.left, heading.quote.frame.right
    near = range(heading.quote.first - len(left), heading.quote.last + len(right) + 1)
    same = (c for c in heading.candidates if c and speaker and c.key is speaker.key)
    return next((c for c in same if c.chunk in near), speaker)
