"""Count whom articles quote, by publisher, section, author and month: ``quoteattr.audit``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from quoteattr.auditing.guess import GUESSES, guess_genders
from quoteattr.auditing.labels import Labels, apply_labels, read_labels
from quoteattr.auditing.result import Audit
from quoteattr.auditing.speakers import Auditable, AuditedArticle, QuotedSpeaker, quoted_speakers
from quoteattr.auditing.tally import count_groups
from quoteattr.checks import check_choice, check_several, describe
from quoteattr.errors import InputError, OptionError
from quoteattr.records import QuoteRecords
from quoteattr.text import shorten

#: the possible groupings
GROUPINGS = ("publisher", "section", "author", "month")

_PASS_RECORDS = "pass the results of extract_many(), or a QuoteArchive"


def audit(
    records: QuoteRecords | Iterable[QuoteRecords] | Auditable,
    by: str | Collection[str] = GROUPINGS,
    *,
    labels: Labels | None = None,
    guess: str | None = None,
) -> Audit:
    """Count whom articles quote: by kind of speaker, by shown gender, and by class of role.

    Each speaker counts once per article, as newsrooms count sources; quotes, words and verbatim
    words are counted as well. A gender is counted only if the article's own words show it; unknown
    genders are always reported, and never distributed over the others.

    Args:
        records: the result of ``extract_many``, or any records with their articles; or an archive.
        by: the grouping of articles: some of ``publisher``, ``section``, ``author`` and ``month``;
            ``section+month`` makes a group for each section in each month.
        labels: values that a person supplied for speakers: the path of the sheet that
            ``Audit.write_unknown`` wrote, filled in, or a list of dictionaries such as ``{"name":
            "Ida Berg", "gender": "f"}``.
        guess: ``given-names`` to guess the gender of named people from their given names if no word
            shows it. Every output says so.

    Returns:
        The audit, with a group for all articles first.

    Raises:
        InputError: ``records`` contains something else, or an argument is of the wrong type.
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
    """Check records, and return them article by article.

    Raises:
        InputError: the value contains something else.
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
    """Check the grouping, and remove repetitions.

    Raises:
        InputError: it is not one or more strings.
        OptionError: there is no such field, or none.
    """
    several = [by] if isinstance(by, str) else check_several(by, "by", "a list of strings")
    chosen = tuple(dict.fromkeys(several))
    if not chosen:
        raise OptionError(
            "by is empty", where="by", remedy=f"pass one or more of {', '.join(GROUPINGS)}"
        )
    for choice in chosen:
        if not isinstance(choice, str):
            check_choice(choice, GROUPINGS, "by")
        names = choice.split("+")
        for name in names:
            check_choice(name, GROUPINGS, "by")
        if len(set(names)) < len(names):
            raise OptionError(
                f"by has a field twice in {shorten(choice)}", where="by", remedy="name it once"
            )
    return chosen
