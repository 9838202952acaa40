"""The jobs of the worker processes: read a file, extract quotes, explain and verify them.

Jobs take and return values that can be pickled. The options of a job are those with which the
process was prepared, and those of the call.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from quoteattr.api import extract
from quoteattr.archive.corrections.names import article_speakers, speaker_names
from quoteattr.compare.quote_words import without_marks
from quoteattr.coref.entities.people import People
from quoteattr.detect.quotes import find_quotes
from quoteattr.errors import OptionError
from quoteattr.groups.differences import differences
from quoteattr.model.model import load_model
from quoteattr.readers.read import read
from quoteattr.records import Article, QuoteRecord, QuoteRecords, Span, Verdict
from quoteattr.verification import DraftQuote, Verification, verify_draft, verify_many
from quoteattr.view.group_html import diff_html
from quoteattr.view.waterfall import waterfall

#: maximum number of names in a list
_MOST_NAMES = 200
#: maximum number of characters of a diff
_LONGEST = 4_000


@frozen
class Preparation:
    """Preparation of a process before its first job: what it loads."""

    #: the file of a model, or ``encoder``; None for the model of the package
    model: str | None = None
    people: People | None = None

    def __call__(self) -> None:
        """Load the model, and process a sentence, so that the first article takes no longer."""
        _PREPARED["model"] = None if self.model is None else load_model(self.model)
        _PREPARED["people"] = self.people
        extract_job(Article("“It will rain,” said Ida Holm, who came late."), {})


#: the options of every extraction in this process
_PREPARED: dict[str, Any] = {}


@frozen
class Reason:
    """The explanation of an attribution."""

    speaker: str | None
    #: the sentence of ``record.explain()``
    sentence: str
    #: the mention of the runner-up and its probability; None if there is none
    runner_up: tuple[str, float] | None
    #: the chart of the rules, as HTML
    chart: str


@frozen
class Reading:
    """The data that a page needs besides the records of an article."""

    #: the names in the article, quoted people first
    names: tuple[str, ...] = ()
    #: the explanations by the spans of the record: equal texts at two positions have one each
    reasons: Mapping[tuple[Span, ...], Reason] = {}


def extract_job(article: Article, options: Mapping[str, Any]) -> QuoteRecords:
    """Extract the records of an article; the options are those of ``quoteattr.extract``."""
    return extract(article, **_PREPARED, **options)


def explain_job(article: Article) -> Reading:
    """Analyse an article again, to explain what an archive does not store."""
    records = extract_job(article, {"min_confidence": 0, "unattributed": True})
    return Reading(
        speaker_names(article.text, records)[:_MOST_NAMES],
        {record.spans: _reason(record) for record in records},
    )


def names_job(text: str) -> tuple[str, ...]:
    """The names in an article in the order of the text, quoted or not."""
    return tuple(dict.fromkeys(speaker.name for speaker in article_speakers(text)))[:_MOST_NAMES]


def _reason(record: QuoteRecord) -> Reason:
    """The explanation of a record."""
    others = record.verdicts[1:]
    runner_up = (_words(others[0]), others[0].probability) if others else None
    return Reason(record.speaker, record.explain(), runner_up, waterfall(record))


def _words(verdict: Verdict) -> str:
    """The words of a candidate."""
    return "nobody" if verdict.mention is None else verdict.mention.text


def read_job(name: str, data: bytes) -> Article:
    """Read the article of an uploaded file.

    Raises:
        OptionError: the file has no readable article, or several.
    """
    file = io.BytesIO(data)
    file.name = name
    articles = [entry for entry in read(file) if isinstance(entry, Article)]
    if len(articles) != 1:
        held = "several articles" if articles else "no article that can be read"
        raise OptionError(
            f"the file holds {held}",
            where=f"the file holds {held}",
            remedy="upload a text, a page, PDF or DOCX; quoteattr archive add reads all others",
        )
    return articles[0]


@frozen
class CheckedQuote:
    """A verified quote."""

    result: DraftQuote | Verification
    #: the quote as a word diff against the words of the text, as HTML; empty if it is not found
    diff: str

    @property
    def verification(self) -> Verification:
        """The verification of the quote."""
        return self.result.verification if isinstance(self.result, DraftQuote) else self.result


def verify_job(
    quotes: Sequence[str], draft: str | None, articles: Sequence[Article]
) -> list[CheckedQuote]:
    """Verify quotes, or those of a draft, against articles."""
    if draft is not None:
        return [_checked(result, result.verification) for result in verify_draft(draft, articles)]
    return [_checked(result, result) for result in verify_many(quotes, articles)]


def _checked(result: DraftQuote | Verification, verification: Verification) -> CheckedQuote:
    """A result with its diff."""
    if not verification.found:
        return CheckedQuote(result, "")
    fullest, quote = verification.text, without_marks(verification.quote)
    return CheckedQuote(result, diff_html(fullest, quote, differences(quote, fullest), _LONGEST))


def draft_quotes_job(draft: str) -> list[str]:
    """Find the quoted spans of a draft, to look for articles that contain them."""
    return [draft[quote.start : quote.end] for quote in find_quotes(draft)]
