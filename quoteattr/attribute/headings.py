"""Attributes quotes of headings to whoever says the same words in the article below.

A headline or the heading of a section repeats a few words of a quote, often without a name: *Pier
is ‘a death trap’*. Nothing beside them tells whose they are; the longer quote does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex
from attrs import evolve

from quoteattr.attribute.decode import AttributedDocument, Attribution, rows
from quoteattr.attribute.document import Candidate, Document, PreviousQuotes, Quote
from quoteattr.detect.alphabet import PARAGRAPH_END, QUOTE, SENTENCE_END

_WORD = regex.compile(r"[\p{L}\p{N}]++")
#: how a sentence ends, and no heading
_ENDS = tuple(".,?!…")
#: most chunks of a headline
_LONG = 40


def attribute_headings(attributed: AttributedDocument) -> AttributedDocument:
    """Attribute quotes that are headings, and those of the headline that nobody says.

    Args:
        attributed: the quotes of an article with their speakers.

    Returns:
        The same, where such a quote stands within a later one with the speaker of that.
    """
    document, attributions = attributed.document, attributed.attributions
    headings = [k for k, a in enumerate(attributions) if _is_heading(document, a)]
    if not headings:
        return attributed
    words = [_words(attribution.quote) for attribution in attributions]
    decided = list(attributions)
    for k in headings:
        later = _saying(words[k], words[k + 1 :], attributions[k + 1 :])
        if later is not None:
            decided[k] = _as(later, attributions[k], attributed)
    return evolve(attributed, attributions=decided)


def _is_heading(document: Document, attribution: Attribution) -> bool:
    """The quote is a heading, or nobody says it, and it is a paragraph or in the headline."""
    tags, quote = document.tags, attribution.quote
    start = tags.rfind(PARAGRAPH_END, 0, quote.first) + 1
    end = tags.find(PARAGRAPH_END, quote.last)
    if end < 0 or quote.first != quote.last:
        return False
    if tags[start:end].strip(SENTENCE_END) == QUOTE:
        return attribution.chosen is None or quote.text[-1:] not in _ENDS
    headline = not tags[:start].strip(PARAGRAPH_END) and end - start < _LONG
    return headline and attribution.chosen is None and SENTENCE_END not in tags[start:end]


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
