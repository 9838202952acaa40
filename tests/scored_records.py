"""Records of the article of ``gold_folder.py``, attributed correctly and wrongly."""

from __future__ import annotations

from typing import Any

from gold_folder import TEXT

from quoteattr.records import Evidence, Mention, QuoteRecord, Span, Verdict

#: what would be markup if it were not escaped
WILD = TEXT.replace("Ada Berg", "<b>Ada</b> *Berg*").replace("urgent", "<script>&_x_")


def wrong_record(
    text: str, quote: str, chosen: str, runner_up: str, confidence: float = 0.8
) -> QuoteRecord:
    """A record that chooses one mention, with another as the runner-up."""
    start = text.index(quote)
    verdicts = [
        Verdict(_mention(text, words), (Evidence("quote-speaker", True, 1.5),), probability)
        for words, probability in ((chosen, 0.8), (runner_up, 0.1))
    ]
    return QuoteRecord(
        speaker=chosen,
        quote=quote,
        source="a.txt",
        kind="direct",
        spans=[(start, start + len(quote))],
        mention=verdicts[0].mention,
        rule="quote-speaker",
        confidence=confidence,
        verdicts=tuple(verdicts),
    )


def _mention(text: str, words: str) -> Mention:
    """The first mention with these words."""
    start = text.index(words)
    return Mention(start, start + len(words), words, "name")


def make_record(
    quote: str,
    mention: str | None,
    speaker: str | None,
    text: str = TEXT,
    *,
    near: int = 0,
    confidence: float = 0.9,
    **fields: Any,
) -> QuoteRecord:
    """A record of a quote, and of a mention from ``near`` on; nobody's if ``mention`` is None."""
    start = text.index(quote)
    speaker_mention = None
    if mention is not None:
        at = text.index(mention, near)
        speaker_mention = Mention(at, at + len(mention), mention, "name")
    return QuoteRecord(
        speaker,
        quote,
        "a.txt",
        "direct",
        [Span(start, start + len(quote))],
        mention=speaker_mention,
        confidence=confidence,
        **fields,
    )


URGENT = make_record("urgent", None, None)
SAFE = make_record("It is not safe,", "Ada Berg", "Ada Berg")
WINTER = make_record("Not one more winter.", "Ada Berg", "Ada Berg")
TITLE = make_record("The Long Span", None, None)
LISTENED = make_record("Nobody listened,", "she", "Ada Berg")
#: one correct record for each quoted span of the article
CORRECT = (URGENT, SAFE, WINTER, TITLE, LISTENED)
