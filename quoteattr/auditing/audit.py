"""``quoteattr.audit``: whom articles quote, by publisher, section, author and month."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from quoteattr.auditing.guess import GUESSES, guess_genders
from quoteattr.auditing.labels import Labels, apply_labels, read_labels
from quoteattr.auditing.result import Audit
from quoteattr.auditing.speakers import (
    Auditable,
    AuditedArticle,
    QuotedSpeaker,
    quoted_speakers,
)
from quoteattr.auditing.tally import count_groups
from quoteattr.checks import check_choice, check_several, describe
from quoteattr.errors import InputError, OptionError
from quoteattr.records import QuoteRecords
from quoteattr.text import shorten

#: what groups can be made by
FIELDS = ("publisher", "section", "author", "month")

_PASS_RECORDS = "pass what extract_many() yields, or a QuoteArchive"


def audit(
    records: QuoteRecords | Iterable[QuoteRecords] | Auditable,
    by: str | Collection[str] = FIELDS,
    *,
    labels: Labels | None = None,
    guess: str | None = None,
) -> Audit:
    """Count whom articles quote: by kind of speaker, by gender shown, and by class of role.

    Each speaker counts once an article, as newsrooms count sources; beside that stand quotes,
    words, and how many of the words are word for word. Of gender only what the article's own words
    show is counted; the unknown is always there, and never spread over the others.

    Args:
        records: what ``extract_many`` yields, or any records with their articles; or an archive.
        by: what the groups of articles are made by: some of ``publisher``, ``section``, ``author``
            and ``month``; ``section+month`` makes one for each section in each month.
        labels: what somebody filled in about speakers: the path of the sheet that
            ``Audit.write_unknown`` wrote, or a list of dictionaries such as
            ``{"name": "Ida Berg", "gender": "f"}``.
        guess: ``given-names`` to guess the gender of named people from their given names where no
            word shows it. Every output says so.

    Returns:
        The audit, with a group for all articles first.

    Raises:
        InputError: ``records`` holds something else, or an argument is of the wrong type.
        OptionError: there is no such field in ``by``, no such guess, or labels have a column or a
            value that does not exist.
        SourceError: the sheet of labels cannot be read.

    >>> from quoteattr import Article, extract
    >>> article = Article("“No,” said Ida Berg, the mayor. She left.", id="a", section="Local")
    >>> result = audit(extract(article), by="section")
    >>> [(group.name, group.articles, group.speakers) for group in result.groups]
    [('all articles', 1, 1), ('Local', 1, 1)]
    """
    fields = _check_by(by)
    if guess is not None:
        check_choice(guess, GUESSES, "guess")
    label_rows = [] if labels is None else read_labels(labels)
    articles, counted = _counted(records)
    speakers: Iterable[QuotedSpeaker] = apply_labels(counted, label_rows) if label_rows else counted
    speakers = tuple(guess_genders(speakers) if guess else speakers)
    groups = count_groups(articles, speakers, fields)
    return Audit(fields, groups, speakers, tuple(articles), guess)


def _counted(records: object) -> tuple[list[AuditedArticle], list[QuotedSpeaker]]:
    """The articles and speakers of records or of an archive."""
    if isinstance(records, Auditable):
        return records.quoted_speakers()
    if isinstance(records, QuoteRecords):
        return quoted_speakers([records])
    return quoted_speakers(_check_collections(records))


def _check_collections(records: object) -> Iterator[QuoteRecords]:
    """The records, article by article.

    Raises:
        InputError: the value holds something else.
    """
    for collection in check_several(records, "audit()", "what extract_many() yields"):
        if not isinstance(collection, QuoteRecords):
            raise InputError(
                f"audit() takes records, not {describe(collection)}",
                where="audit()",
                remedy=_PASS_RECORDS,
            )
        yield collection


def _check_by(by: object) -> tuple[str, ...]:
    """What groups are made by, once each.

    Raises:
        InputError: it holds no strings.
        OptionError: there is no such field, or none.
    """
    several = [by] if isinstance(by, str) else check_several(by, "by", "a list of strings")
    chosen = tuple(dict.fromkeys(several))
    if not chosen:
        raise OptionError("by is empty", where="by", remedy=f"pass some of {', '.join(FIELDS)}")
    for choice in chosen:
        if not isinstance(choice, str):
            check_choice(choice, FIELDS, "by")
        names = choice.split("+")
        for name in names:
            check_choice(name, FIELDS, "by")
        if len(set(names)) < len(names):
            raise OptionError(
                f"by has a field twice in {shorten(choice)}", where="by", remedy="name it once"
            )
    return chosen
