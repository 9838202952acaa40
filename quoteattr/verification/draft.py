"""Verify a draft: the words and the speaker of each of its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import frozen

from quoteattr.api import extract
from quoteattr.checks import check_fields, check_several
from quoteattr.compare.difference import shown
from quoteattr.compare.names import Relation, compare_names, read_name
from quoteattr.compare.normalize import normalize_words
from quoteattr.compare.quote_words import QuoteWords, read_quote, without_marks
from quoteattr.extras import require
from quoteattr.records import Article, QuoteRecord, Span
from quoteattr.verification.indexed_article import IndexedArticle
from quoteattr.verification.result import Verification
from quoteattr.verification.search import find, order, to_article

#: minimum number of words of a quote without a speaker: a shorter quoted span may be a title or a
#: term
_UNATTRIBUTED = 5


@frozen
class DraftQuote:
    """A quote of a draft, verified against its sources.

    >>> from quoteattr import verify_draft
    >>> draft = "“We will never leave,” said Bo Lund."
    >>> (checked,) = verify_draft(draft, ["“We will never leave the island,” said Ada Berg."])
    >>> print(checked)
    WRONG SPEAKER: “We will never leave,”
    The draft, 1–21, said by Bo Lund
    The text, 1–20, said by Ada Berg: “We will never leave”
    """

    #: the record of the draft; its speaker is None if the draft names none
    record: QuoteRecord
    #: the span of the quoted words in the draft, in characters, end exclusive
    span: Span
    #: the verification against the sources
    verification: Verification

    __attrs_post_init__ = check_fields

    @property
    def wrong_speaker(self) -> bool:
        """The quote occurs in a source, which attributes it to a different person."""
        verification = self.verification
        return verification.found and _differ(self.record.speaker, verification.speaker)

    @property
    def right(self) -> bool:
        """The quote is faithful, and no source attributes it to a different person."""
        return self.verification.faithful and not self.wrong_speaker

    def explain(self) -> str:
        """The place in the draft and the verification, in at most four lines."""
        verification = self.verification
        outcome = "WRONG SPEAKER" if self.wrong_speaker else verification.outcome.upper()
        start, end = self.span
        speaker = (
            f"said by {self.record.speaker}" if self.record.speaker else "said by nobody there"
        )
        lines = [
            f"{outcome}: “{shown(without_marks(verification.quote))}”",
            f"{self.record.source or 'The draft'}, {start}–{end}, {speaker}",
            *verification.explain().splitlines()[1:],
        ]
        return "\n".join(lines)

    def __str__(self) -> str:
        """The result of :meth:`explain`."""
        return self.explain()


def verify_draft(draft: str | Article, texts: Iterable[str | Article]) -> list[DraftQuote]:
    """Verify every quote of a draft against its sources, words and speaker.

    Each quoted span is searched separately, since the draft may split one sentence of a source.
    Quoted spans without a speaker count from five words. Reported clauses without quotation marks
    are not searched.

    Args:
        draft: the text of the draft, or an article.
        texts: the sources, texts or articles. They are read one by one and not kept.

    Returns:
        The quotes in order of the draft. Of several equally good passages, one by the speaker of
        the draft is chosen. Speakers are compared by their names: a last name may stand for a full
        name, and a speaker without a name is never wrong.

    Raises:
        InputError: the draft or a source is neither a string nor an Article, or a single string
            was passed for several sources.
        MissingExtraError: the extra ``verify`` is not installed.
    """
    require("verify", "rapidfuzz")
    texts = check_several(texts, "verify_draft(texts)", "a list of texts or Articles")
    quotes = list(_quotes(to_article(draft, "verify_draft(draft)")))
    best = [
        DraftQuote(record, span, Verification(quote.words.text, "not found"))
        for record, span, quote in quotes
    ]
    for text in texts:
        article = IndexedArticle(to_article(text, "verify_draft(texts)"))
        checked = (
            DraftQuote(record, span, _verify(quote, article, record.speaker))
            for record, span, quote in quotes
        )
        best = [min(pair, key=_order) for pair in zip(best, checked, strict=True)]
    return best


def _quotes(draft: Article) -> Iterator[tuple[QuoteRecord, Span, QuoteWords]]:
    """The quoted spans that are quotes, each with its record and words."""
    for record in extract(draft, unattributed=True):
        for span in record.verbatim:
            quote = draft.text[slice(*span)]
            count = len(normalize_words(quote).keys)
            if count >= (1 if record.speaker or record.cue else _UNATTRIBUTED):
                yield record, span, read_quote(quote)


def _verify(quote: QuoteWords, article: IndexedArticle, speaker: str | None) -> Verification:
    """The best verification; among several exact ones, one by a speaker who may be the same."""
    verifications = find(quote, article)
    first = next(verifications)
    same = (
        verification
        for verification in chain([first], verifications)
        if not _differ(speaker, verification.speaker)
    )
    return next(same, first)


def _differ(a: str | None, b: str | None) -> bool:
    """The names of two speakers are those of different people."""
    return compare_names(read_name(a), read_name(b)) == Relation.DIFFERENT


def _order(checked: DraftQuote) -> tuple[float, ...]:
    """Sort key: the best verification first."""
    verification = checked.verification
    missing = not verification.found  # a quote that is found is better, whoever the speaker is
    return not verification.faithful, missing, checked.wrong_speaker, *order(verification)
