"""What the processes of a server do: read a file, extract quotes, explain them, verify them.

Each job takes and returns what can be pickled. Its options are those that the process was prepared
with, and those of the call.
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

#: the most names that a list offers
_MOST_NAMES = 200
#: the most characters of a diff
_LONGEST = 4_000


@frozen
class Preparation:
    """What each process loads before its first job; a call prepares the process."""

    #: the file of a model, or ``encoder``; None for the model of the package
    model: str | None = None
    people: People | None = None

    def __call__(self) -> None:
        """Load the model, and read a sentence, so that the first article takes no longer."""
        _PREPARED["model"] = None if self.model is None else load_model(self.model)
        _PREPARED["people"] = self.people
        extract_job(Article("“It will rain,” said Ida Holm, who came late."), {})


#: the options of every extraction in this process
_PREPARED: dict[str, Any] = {}


@frozen
class Reason:
    """Why a record has its speaker."""

    speaker: str | None
    #: the sentence of ``record.explain()``
    sentence: str
    #: the words of the runner-up and its probability; None if there is none
    runner_up: tuple[str, float] | None
    #: the chart of the rules, as HTML
    chart: str


@frozen
class Reading:
    """What a page needs of an article besides its records."""

    #: the names that the article has, those who are quoted first
    names: tuple[str, ...] = ()
    #: the reasons by the spans of the record: an article that stands in two places has them in both
    reasons: Mapping[tuple[Span, ...], Reason] = {}


def extract_job(article: Article, options: Mapping[str, Any]) -> QuoteRecords:
    """Extract the records of an article; options are those of ``quoteattr.extract``."""
    return extract(article, **_PREPARED, **options)


def explain_job(article: Article) -> Reading:
    """Read an article again, for what an archive does not keep."""
    records = extract_job(article, {"min_confidence": 0, "unattributed": True})
    return Reading(
        speaker_names(article.text, records)[:_MOST_NAMES],
        {record.spans: _reason(record) for record in records},
    )


def names_job(text: str) -> tuple[str, ...]:
    """The names of an article in the order of its text, whoever is quoted."""
    return tuple(dict.fromkeys(speaker.name for speaker in article_speakers(text)))[:_MOST_NAMES]


def _reason(record: QuoteRecord) -> Reason:
    """Why a record has its speaker."""
    others = record.verdicts[1:]
    runner_up = (_words(others[0]), others[0].probability) if others else None
    return Reason(record.speaker, record.explain(), runner_up, waterfall(record))


def _words(verdict: Verdict) -> str:
    """The words of a candidate."""
    return "nobody" if verdict.mention is None else verdict.mention.text


def read_job(name: str, data: bytes) -> Article:
    """Read the article of an uploaded file.

    Raises:
        OptionError: the file holds no article that can be read, or several.
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
    """A quote that was verified."""

    result: DraftQuote | Verification
    #: the quote as a word diff against the words of the text, as HTML; empty if it is not found
    diff: str

    @property
    def verification(self) -> Verification:
        """What was found of the quote."""
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
    """The words between quotation marks of a draft, to look for articles that have them."""
    return [draft[quote.start : quote.end] for quote in find_quotes(draft)]
