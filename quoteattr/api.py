"""``extract`` takes one text, ``extract_many`` a stream of them."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Sized
from contextlib import ExitStack
from functools import partial
from typing import Any, Literal, Unpack

from attrs import evolve

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
from quoteattr.language import ENGLISH, SUPPORTED, Language, load
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

#: an article, its text alone, or its text with the name of its source
Readable = Article | str | tuple[str, str | None]

#: the records and the failures of one article
Extracted = tuple[tuple[QuoteRecord, ...], tuple[Failure, ...]]

#: the languages that a warning was given of, or needs none
_warned: set[str] = {""}
#: and that tags stay in quotes
_TAGS = "<>"

#: what to do where records are passed for the articles that they were read in
_OF_RECORDS = "pass articles, as those of records.articles"

#: what is reported of an article whose worker process ended
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
        source: what to call the document in the records: a path, a URL, an id. By default the
            article's own.
        kinds: which to give: ``direct`` (word for word, between marks), ``mixed`` (a reported
            clause with words between marks in it), ``indirect`` (a reported clause without),
            ``post`` (an embedded social post), and ``turn`` (what a label attributes in a
            transcript or interview). All by default. Without ``indirect`` only the
            surroundings of marks are read, which is about twice as fast.
        acts: which to give: ``speech`` (what was said or written), ``thought`` (an indirect record
            of what somebody *believes* or *knew*) and ``intent`` (*wants to*, *plans to*). What was
            said by default; all, if everything is wanted (``min_confidence=0``).
        min_confidence: the least ``overall_confidence`` of a record, 0 to 1. By default what a
            reader would call a quote comes out: all in marks, posts and turns, and those reported
            clauses (``mixed``, ``indirect``) that are likely enough speech, as measured. With 0
            everything that is found comes out, however unsure: for those who choose themselves, or
            must miss nothing. Then also what was not said (``factuality`` says why: *did not say*,
            *would say*, *declined to say*).
        unattributed: also give the quoted spans that nobody said (titles, terms, scare
            quotes), as records whose speaker is None.
        model: the model, by default that of the package. ``"encoder"`` asks a small pretrained
            encoder, too, where the rules are not sure who speaks a quote: more are right, and it
            takes longer (extra ``encoder``).
        clusters: coreference from elsewhere: a function from the text to clusters, each of
            spans (start, end) that stand for one person or organisation, such as a coreference
            model finds. The names in a cluster become one speaker's, and its pronouns and nominals
            stand for the fullest of them; no span of a record changes.
        people: known people, as :class:`Person` objects, mappings with their fields, or what
            :func:`read_people` gives. Whoever is named by one of a person's forms is that person:
            ``record.speaker`` is the person's name, ``record.speaker_id`` the id.
        language: in which to read the text: a code of ISO 639-1, or a :class:`Language` of one's
            own. English by default.

    Returns:
        The records, in order of the text. A text without quotes gives none.

    Raises:
        InputError: an argument is of the wrong type: ``text`` is neither a string nor an article,
            or it is a path; or ``clusters`` gives what is no span of the text.
        OptionError: ``kinds`` or ``acts`` holds one that does not exist, or none, or
            ``min_confidence`` is not from 0 to 1.

    Warns:
        LanguageWarning: the article names a language that is not supported; once for each.
        MarkupWarning: the text has tags of HTML, which stay in its quotes; once.

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
    """The records of an article that are asked for."""
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
    """The options of a call; raises on those that do not exist."""
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
    """The model that is asked for, None for that of the package."""
    if model == ENCODER:
        return load_model(ENCODER)
    if model is not None:
        remedy = f'pass quoteattr.load_model(path), "{ENCODER}", or None for that of the package'
        check_instance(model, Model, "model", remedy)
    checked: Model | None = model
    return checked


def _language(language: Any) -> Language:
    """The language that is asked for, English where none is."""
    if language is None or isinstance(language, Language):
        return language or ENGLISH
    return load(language)


def _article(text: object, source: Any, where: str = "extract()") -> Article:
    """The article that is meant; raises on what is none, and says what to pass instead."""
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
    """Say once what of an article is not read as it is meant: its language, its tags."""
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
            f"{shorten_text(article.source or 'text')}: tags of HTML, such as {shorten(tag)}, are"
            " read as words; read the file with format='html', or take what"
            " quoteattr.read([{'text': text}]) makes of the text",
            MarkupWarning,
            stacklevel=3,
        )


def _base_language(language: str) -> str:
    """The language of *en-GB* in small letters."""
    return re.split("[-_]", language.strip().lower())[0]


def try_extract(
    text: str | Article, source: str | None = None, **options: Unpack[ExtractOptions]
) -> QuoteRecords:
    """Find who said what in one text, whatever is wrong with it: for engines that run many.

    A wrong option raises, as it does in :func:`extract`: it would be wrong for every article.

    Args:
        text: as for :func:`extract`.
        source: as for :func:`extract`.
        options: as for :func:`extract`.

    Returns:
        The records, or none and one failure that says what went wrong.

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

    What goes wrong in one article does not end the run: its records are none, and say so in their
    ``failures``, even where a worker process dies of it. Memory does not grow with the number of
    articles: with several workers at most 48 for each are taken ahead. To stop early, by ``break``
    or Ctrl-C, ends the workers, and what was yielded stays as it is.

    Args:
        articles: articles, texts, or pairs of a text and the name of its source. What
            :func:`quoteattr.read` gives fits; its failures are passed on in their place.
        workers: processes to share the work; 1 works in this one. More are started as
            :mod:`multiprocessing` does, so that on macOS and Windows a script must make the call
            below ``if __name__ == "__main__":``; a notebook need not.
        progress: show a progress bar on standard error.
        options: ``kinds``, ``acts``, ``min_confidence``, ``unattributed``, ``model``, ``clusters``,
            ``people`` and ``language``, as for :func:`extract`; with several workers ``clusters``
            must be a function of a module, not a lambda.

    Yields:
        The records of each article, in the order of the articles.

    Raises:
        OptionError: ``workers`` is less than 1, or the processes cannot start.
        InputError: an argument is of the wrong type, at once; or an article is none of these:
            those before it are yielded first.

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
    """The generator behind ``extract_many``: that one checks its arguments when it is called."""
    total = len(articles) if isinstance(articles, Sized) else None
    stream = map(readable, articles)
    with ExitStack() as stack:
        extracted: Iterator[tuple[Article | Failure, Extracted | None]]
        if workers == 1:
            extracted = ((article, one(article)) for article in stream)
        else:
            from quoteattr.parallel import WorkerPool  # takes long to import, like tqdm

            extracted = stack.enter_context(WorkerPool(one, workers)).work(stream)
        # Made after the processes: the bar starts a thread, and a fork with threads is not safe.
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
    """One article of a stream, in whichever way it was given.

    Raises:
        InputError: it is none.
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
    """The records and failures of one article, without the article: its text travels one way."""
    if isinstance(article, Failure):
        return (), (article,)
    try:
        return _wanted(article, options), ()
    except Exception as error:  # whatever it is, the other articles shall not suffer from it
        return (), (Failure(article.source, _fault(error, options)),)


def _fault(error: Exception, options: Options) -> str:
    """What went wrong in an article, and what to do, in one line."""
    if isinstance(error, QuoteattrError):
        return shorten_text(error, 2 * LONGEST_VALUE)  # it says at its end what to do
    remedy = "report it as a bug of quoteattr, with the text"
    if isinstance(error, RecursionError | MemoryError):
        remedy = "cut the article into parts"
    elif options.clusters is not None:
        remedy = "mend the function clusters=, if it raised this"
    return f"{shorten_text(f'{type(error).__name__}: {error}')}; {remedy}"


def _together(article: Article | Failure, extracted: Extracted | None) -> QuoteRecords:
    """The records and failures of an article, with the article."""
    records, failures = extracted or ((), (Failure(article.source, _DIED),))
    return QuoteRecords(records, [article] if isinstance(article, Article) else [], failures)
