"""A draft checked whole: every quote in it, word for word, and who said it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import frozen

from quoteattr.api import extract
from quoteattr.checks import check_fields, check_several
from quoteattr.compare.difference import shown
from quoteattr.compare.fold import words
from quoteattr.compare.wanted import Given, bare, read_quote
from quoteattr.extras import require
from quoteattr.groups.names import Relation, read_name, relation
from quoteattr.records import Article, QuoteRecord, Span
from quoteattr.verification.page import Page
from quoteattr.verification.result import Verification
from quoteattr.verification.search import find, order, to_article

#: fewest words between marks that are a quote where the draft names nobody who said them: fewer
#: may be a title or a word that somebody coined
_UNSAID = 5


@frozen
class DraftQuote:
    """A quote of a draft, and what the sources have of it.

    >>> from quoteattr import verify_draft
    >>> draft = "“We will never leave,” said Bo Lund."
    >>> (checked,) = verify_draft(draft, ["“We will never leave the island,” said Ada Berg."])
    >>> print(checked)
    WRONG SPEAKER: “We will never leave,”
    The draft, 1–21, said by Bo Lund
    The text, 1–20, said by Ada Berg: “We will never leave”
    """

    #: the record of the draft; its speaker is None where the draft names nobody
    record: QuoteRecord
    #: where the words between the marks stand in the draft
    span: Span
    #: what was found of them in the sources
    verification: Verification

    __attrs_post_init__ = check_fields

    @property
    def wrong_speaker(self) -> bool:
        """It stands in a source, which says that another person said it."""
        found = self.verification
        return found.found and _is_other(self.record.speaker, found.speaker)

    @property
    def right(self) -> bool:
        """It is faithful, and no other person said it."""
        return self.verification.faithful and not self.wrong_speaker

    def explain(self) -> str:
        """Tell in at most four lines where it stands in the draft, and what the sources have."""
        found = self.verification
        head = "WRONG SPEAKER" if self.wrong_speaker else found.outcome.upper()
        start, end = self.span
        who = f"said by {self.record.speaker}" if self.record.speaker else "said by nobody there"
        lines = [
            f"{head}: “{shown(bare(found.quote))}”",
            f"{self.record.source or 'The draft'}, {start}–{end}, {who}",
            *found.explain().splitlines()[1:],
        ]
        return "\n".join(lines)

    def __str__(self) -> str:
        """What :meth:`explain` tells."""
        return self.explain()


def verify_draft(draft: str | Article, texts: Iterable[str | Article]) -> list[DraftQuote]:
    """Look for every quote of a draft in its sources, and compare who said it.

    What stands between quotation marks is looked for, piece by piece, since a source may well
    report in one sentence what the draft parts. Stretches that the draft attributes to nobody
    count if they have five words or more. Reported clauses without marks are not looked for.

    Args:
        draft: the text of the draft, or the article.
        texts: the sources, texts or articles, read one after the other and not kept.

    Returns:
        The quotes in order of the draft. Of several places that are as good, one by the speaker
        of the draft is given. Speakers are compared by their names: a last name may be short for a
        full one, and where either side has no name nothing is compared.

    Raises:
        InputError: the draft or a source is neither a string nor an Article, or a single string
            was given for several sources.
        MissingExtraError: The extra ``verify`` is not installed.
    """
    require("verify", "rapidfuzz")
    texts = check_several(texts, "verify_draft(texts)", "a list of texts or Articles")
    quotes = list(_quotes(to_article(draft)))
    best = [DraftQuote(r, s, Verification(g.words.text, "not found")) for r, s, g in quotes]
    for text in texts:
        page = Page(to_article(text))
        checked = (
            DraftQuote(record, span, found)
            for record, span, given in quotes
            for found in [_by_speaker(given, page, record.speaker)]
        )
        best = [min(pair, key=_order) for pair in zip(best, checked, strict=True)]
    return best


def _quotes(draft: Article) -> Iterator[tuple[QuoteRecord, Span, Given]]:
    """The quoted spans that are quotes, each with its record."""
    for record in extract(draft, unattributed=True):
        for span in record.verbatim:
            quote = draft.text[slice(*span)]
            count = len(words(quote).keys)
            if count >= (1 if record.speaker or record.cue else _UNSAID):
                yield record, span, read_quote(quote)


def _by_speaker(given: Given, page: Page, speaker: str | None) -> Verification:
    """The best place of a quote; of several that have it word for word one by this speaker."""
    places = find(given, page)
    first = next(places)
    mine = (found for found in chain([first], places) if not _is_other(speaker, found.speaker))
    return next(mine, first)


def _is_other(one: str | None, other: str | None) -> bool:
    """Two speakers are two people, to go by their names."""
    return relation(read_name(one), read_name(other)) == Relation.OTHER


def _order(checked: DraftQuote) -> tuple[float, ...]:
    """What is better comes first."""
    found = checked.verification
    return not found.faithful, checked.wrong_speaker, *order(found)
