"""The functions that users call: ``extract``, ``extract_many`` and ``try_extract``."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Sized
from contextlib import ExitStack
from functools import partial
from typing import Any, Literal, Unpack

from attrs import evolve

from quoteattr import collector
from quoteattr.checks import (
    check_count,
    check_flag,
    check_instance,
    check_several,
    check_share,
    check_text,
    describe,
    text_not_path,
)
from quoteattr.coref.entities.clusters import FindClusters, check_clusters
from quoteattr.coref.entities.people import KnownPeople, known_people
from quoteattr.detect.html_tags import find_tag
from quoteattr.errors import InputError, LanguageWarning, MarkupWarning, QuoteattrError
from quoteattr.language import ENGLISH, SUPPORTED, Language, load_language
from quoteattr.model.model import ENCODER, Model, load_model
from quoteattr.options import ExtractOptions, Options
from quoteattr.pipeline import find_records
from quoteattr.records import (
    QUOTE_KINDS,
    Article,
    Failure,
    QuoteRecord,
    QuoteRecords,
    check_acts,
    check_kinds,
)
from quoteattr.text import LONGEST_VALUE, shorten, shorten_text

#: an article, its text, or its text with the name of its source
Readable = Article | str | tuple[str, str | None]

#: the records and the failures of one article
Extracted = tuple[tuple[QuoteRecord, ...], tuple[Failure, ...]]

#: languages that need no warning, or were warned about already
_warned: set[str] = {""}
#: among these, that the warning about tags was given
_TAGS = "<>"

#: what to do if a caller passes records instead of their articles
_OF_RECORDS = "pass articles, as those of records.articles"

#: reason given for an article whose worker process died
_DIED = "its worker process died; give it more memory, or pass workers=1 to see why"


def extract(
    text: str | Article,
    source: str | None = None,
    *,
    kinds: Collection[str] = QUOTE_KINDS,
    acts: Collection[str] | None = None,
    min_confidence: float | None = None,
    unattributed: bool = False,
    model: Model | Literal["encoder"] | None = None,
    clusters: FindClusters | None = None,
    people: KnownPeople | None = None,
    language: str | Language | None = None,
) -> QuoteRecords:
    """Find who said what in a text.

    Args:
        text: the article, or its text alone. The text is never changed; every span of a record
            indexes it, in characters, end exclusive.
        source: the name of the document in the records: a path, a URL, an id. By default the
            article's own.
        kinds: the kinds to return: ``direct`` (word for word, between marks), ``mixed`` (a reported
            clause with words between marks in it), ``indirect`` (a reported clause without),
            ``post`` (an embedded social post), and ``turn`` (what a label attributes in a
            transcript or interview). All by default. Without ``indirect`` only paragraphs with
            quotation marks are read, which is about twice as fast.
        acts: the acts to return: ``speech`` (what was said or written), ``thought`` (an indirect
            record of what somebody *believes* or *knew*) and ``intent`` (*wants to*, *plans to*).
            By default ``speech``; with ``min_confidence=0`` all.
        min_confidence: the least ``overall_confidence`` of a record, 0 to 1. By default the output
            is what a reader would call a quote: all quotes in marks, posts and turns, and the
            reported clauses (``mixed``, ``indirect``) that are likely speech. With 0 everything
            that is found is returned, if you filter yourself or must miss nothing. This includes
            what was not said (``factuality`` says why: *did not say*, *would say*, *declined to
            say*).
        unattributed: also return the quoted spans that nobody said (titles, terms, scare
            quotes), as records whose speaker is None.
        model: the model, by default that of the package. ``"encoder"`` also asks a small pretrained
            encoder where the rules are unsure who speaks a quote: this is more accurate and takes
            longer (extra ``encoder``).
        clusters: coreference from elsewhere: a function from the text to clusters, such as a
            coreference model finds. Each cluster has the spans (start, end) that refer to one
            person or organisation. Its names become one speaker's, and its pronouns and nominals
            refer to the fullest of them; no span of a record changes.
        people: known people, as :class:`Person` objects, mappings with their fields, or the result
            of :func:`read_people`. A name that is one of a person's forms refers to that person:
            ``record.speaker`` is then the person's name, ``record.speaker_id`` the id.
        language: the language of the text: an ISO 639-1 code, or a :class:`Language` of your own.
            English by default.

    Returns:
        The records, in order of the text; none for a text without quotes.

    Raises:
        InputError: an argument is of the wrong type: ``text`` is neither a string nor an article,
            or it is a path; or ``clusters`` returns something that is not a span of the text.
        OptionError: ``kinds`` or ``acts`` has an unknown value, or none, or ``min_confidence`` is
            not from 0 to 1.

    Warns:
        LanguageWarning: the article's language is not supported; once for each language.
        MarkupWarning: the text has HTML tags, which remain in its quotes; once.

    >>> records = extract("“The bridge is safe,” said Ada Berg, who built it.", source="a.txt")
    >>> for speaker, quote, source in records:
    ...     print(speaker, "|", quote, "|", source)
    Ada Berg | The bridge is safe, | a.txt
    """
    article = _article(text, source)
    options = make_options(
        kinds, acts, min_confidence, unattributed, model, clusters, people, language
    )
    _warn(article)
    return QuoteRecords(_wanted(article, options), [article])


def _wanted(article: Article, options: Options) -> tuple[QuoteRecord, ...]:
    """Select the records of an article that the options ask for."""
    with collector.paused():
        return tuple(filter(options.accepts, find_records(article, options)))


def make_options(
    kinds: Collection[str] = QUOTE_KINDS,
    acts: Collection[str] | None = None,
    min_confidence: float | None = None,
    unattributed: bool = False,
    model: Model | Literal["encoder"] | None = None,
    clusters: FindClusters | None = None,
    people: KnownPeople | None = None,
    language: str | Language | None = None,
) -> Options:
    """Make the options of a call; raise if one does not exist."""
    check_flag(unattributed, "unattributed")
    check_clusters(clusters)
    if min_confidence is not None:
        check_share(min_confidence, "min_confidence")
    return Options(
        check_kinds(kinds),
        unattributed,
        _model(model),
        clusters,
        _language(language),
        None if acts is None else check_acts(acts),
        min_confidence,
        known_people(people),
    )


def _model(model: Any) -> Model | None:
    """The requested model; None for that of the package."""
    if model == ENCODER:
        return load_model(ENCODER)
    if model is not None:
        remedy = f'pass quoteattr.load_model(path), "{ENCODER}", or None for that of the package'
        check_instance(model, Model, "model", remedy)
    checked: Model | None = model
    return checked


def _language(language: Any) -> Language:
    """The requested language; English by default."""
    if language is None or isinstance(language, Language):
        return language or ENGLISH
    return load_language(language)


def _article(text: object, source: Any, where: str = "extract()") -> Article:
    """Convert an argument to an article, or raise and say what to pass instead."""
    check_text(source, "source", optional=True)
    if isinstance(text, bytes | bytearray):
        raise InputError(
            f"{where} takes text, not bytes",
            where=where,
            remedy="decode it first, as in data.decode('utf-8')",
        )
    if not isinstance(text, str | Article):
        raise InputError(
            f"{where} takes the text of an article as a string, not {describe(text)}",
            where=where,
            remedy=_OF_RECORDS
            if isinstance(text, QuoteRecords | QuoteRecord)
            else "read the file first, as in Path(path).read_text(encoding='utf-8')",
        )
    if isinstance(text, str):
        return Article(text_not_path(text, where), source)
    return text if source is None else evolve(text, id=source)


def _warn(article: Article) -> None:
    """Warn, once, about an article's unsupported language or HTML tags."""
    language = article.language or ""
    if language not in _warned and _base_language(language) not in SUPPORTED:
        _warned.add(language)
        warnings.warn(
            f"Article.language: {shorten(language)} is not supported, and few of its quotes are"
            f" found; pass articles in {', '.join(sorted(set(SUPPORTED.values())))}",
            LanguageWarning,
            stacklevel=3,
        )
    tag = None if _TAGS in _warned else find_tag(article.text)
    if tag is not None:
        _warned.add(_TAGS)
        warnings.warn(
            f"{shorten_text(article.source or 'text')}: HTML tags such as {shorten(tag)} are read"
            " as words; read the file with format='html', or convert the text by"
            " quoteattr.read([{'text': text}])",
            MarkupWarning,
            stacklevel=3,
        )


def _base_language(language: str) -> str:
    """The language of a code, in lower case: ``en`` of ``en-GB``."""
    return re.split("[-_]", language.strip().lower())[0]


def try_extract(
    text: str | Article, source: str | None = None, **options: Unpack[ExtractOptions]
) -> QuoteRecords:
    """Find who said what in one text; return a failure if the text is faulty.

    A wrong option still raises, as in :func:`extract`, since it is wrong for every article.

    Args:
        text: as for :func:`extract`.
        source: as for :func:`extract`.
        options: as for :func:`extract`.

    Returns:
        The records, or no records and one failure that says what went wrong.

    Raises:
        OptionError: an option does not exist.
        InputError: an option is of the wrong type.

    >>> try_extract(None, "a.txt").failures[0].source
    'a.txt'
    """
    chosen = make_options(**options)
    try:
        article = _article(text, source)
    except InputError as error:
        return QuoteRecords(failures=[Failure(source, str(error))])
    return _together(article, _extract_one(article, chosen))


def extract_many(
    articles: Iterable[Readable | Failure],
    *,
    workers: int = 1,
    progress: bool = False,
    **options: Unpack[ExtractOptions],
) -> Iterator[QuoteRecords]:
    """Find who said what in many texts, lazily and in order.

    An error in one article does not end the run: the article has no records, and the error is in
    their ``failures``, even if a worker process died. Memory does not grow with the number of
    articles: with several workers at most 48 articles per worker are read ahead. ``break`` or
    Ctrl-C ends the workers; records that were yielded remain valid.

    Args:
        articles: articles, texts, or pairs of a text and the name of its source, such as the result
            of :func:`quoteattr.read`, whose failures are passed on in their place.
        workers: the number of processes; 1 uses the current one. :mod:`multiprocessing` starts the
            others, so on macOS and Windows a script must make the call below ``if __name__ ==
            "__main__":``; a notebook need not.
        progress: show a progress bar on standard error.
        options: ``kinds``, ``acts``, ``min_confidence``, ``unattributed``, ``model``, ``clusters``,
            ``people`` and ``language``, as for :func:`extract`; with several workers ``clusters``
            must be a function of a module, not a lambda.

    Yields:
        The records of each article, in the order of the articles.

    Raises:
        OptionError: ``workers`` is less than 1, or the processes cannot start.
        InputError: an argument is of the wrong type (raised at once), or an article is none of
            these (raised after the records before it).

    >>> [len(records) for records in extract_many(["“Go,” he said.", "Nobody spoke."])]
    [1, 0]
    """
    if isinstance(articles, QuoteRecords):
        raise InputError(
            "extract_many() takes a list of articles, not records",
            where="extract_many()",
            remedy=_OF_RECORDS,
        )
    stream = check_several(articles, "extract_many()", "a list of articles")
    check_count(workers, "workers")
    check_flag(progress, "progress")
    one = partial(_extract_one, options=make_options(**options))
    return _extract_many(stream, workers, progress, one)


def _extract_many(
    articles: Iterable[Readable | Failure],
    workers: int,
    progress: bool,
    one: Callable[[Article | Failure], Extracted],
) -> Iterator[QuoteRecords]:
    """The generator behind ``extract_many``, which checks its arguments at the call."""
    total = len(articles) if isinstance(articles, Sized) else None
    stream = map(readable, articles)
    with ExitStack() as stack:
        extracted: Iterator[tuple[Article | Failure, Extracted | None]]
        if workers == 1:
            extracted = ((article, one(article)) for article in stream)
        else:
            from quoteattr.parallel import WorkerPool  # slow to import, like tqdm

            extracted = stack.enter_context(WorkerPool(one, workers)).work(stream)
        # The bar starts a thread, and forking with threads is unsafe, so it is made after the
        # processes.
        bar = stack.enter_context(_progress_bar(total)) if progress else None
        for article, records in extracted:
            if bar is not None:
                bar.update()
            yield _together(article, records)


def _progress_bar(total: int | None) -> Any:
    """A progress bar on standard error."""
    from tqdm import tqdm

    return tqdm(total=total, unit=" articles")


def readable(entry: Readable | Failure) -> Article | Failure:
    """Convert one item of a stream to an article, or pass on a failure.

    Raises:
        InputError: the item is neither.
    """
    if isinstance(entry, Failure):
        return entry
    pair = entry if isinstance(entry, tuple) else (entry, None)
    if len(pair) != 2:
        raise InputError(
            f"extract_many() takes pairs (text, source), not a tuple of {len(pair)}",
            where="extract_many()",
            remedy="pass an Article, a text, or a pair",
        )
    text, source = pair
    article = _article(text, source, "extract_many()")
    _warn(article)
    return article


def _extract_one(article: Article | Failure, options: Options) -> Extracted:
    """The records and failures of one article, without the article: its text is not sent back."""
    if isinstance(article, Failure):
        return (), (article,)
    try:
        return _wanted(article, options), ()
    except Exception as error:  # any error: it must not affect the other articles
        return (), (Failure(article.source, _fault(error, options)),)


def _fault(error: Exception, options: Options) -> str:
    """Describe in one line what went wrong in an article, and what to do."""
    if isinstance(error, QuoteattrError):
        return shorten_text(error, 2 * LONGEST_VALUE)  # such an error already ends with a remedy
    remedy = "report it as a bug in quoteattr, with the text"
    if isinstance(error, RecursionError | MemoryError):
        remedy = "cut the article into parts"
    elif options.clusters is not None:
        remedy = "fix the function clusters=, if it raised this"
    return f"{shorten_text(f'{type(error).__name__}: {error}')}; {remedy}"


def _together(article: Article | Failure, extracted: Extracted | None) -> QuoteRecords:
    """Join the records and failures of an article with the article."""
    records, failures = extracted or ((), (Failure(article.source, _DIED),))
    return QuoteRecords(records, [article] if isinstance(article, Article) else [], failures)
